/* Byte offsets to lines, columns, code points and UTF-16 units. */
#include "core/offsets.h"
#include "core/utf8.h"
#include "support.h"

/* The same, counted from the beginning. */
static pacta_position count_to(const char *text, uint32_t size, uint32_t offset) {
    pacta_position position = {1, 1, 0, 0};
    for (uint32_t i = 0; i < size;) {
        uint32_t length, c = pacta_utf8_at(text + i, &length);
        if (offset < i + length)
            break;
        position.codepoint++;
        position.utf16 += c >= 0x10000 ? 2 : 1;
        position.column++;
        if (c == '\n') {
            position.line++;
            position.column = 1;
        }
        i += length;
    }
    return position;
}

static void check_text(const char *text, uint32_t size) {
    pacta_allocator memory = pacta_memory(NULL);
    pacta_offsets offsets = {0};
    for (uint32_t end = 0; end < size; end += 700) /* in pieces, of no step's size */
        assert_true(pacta_offsets_extend(&offsets, &memory, text, end));
    assert_true(pacta_offsets_extend(&offsets, &memory, text, size));
    for (uint32_t offset = 0; offset <= size; offset++) {
        pacta_position wanted = count_to(text, size, offset);
        pacta_position got = pacta_offsets_at(&offsets, text, size, offset);
        assert_int_equal(got.line, wanted.line);
        assert_int_equal(got.column, wanted.column);
        assert_int_equal(got.codepoint, wanted.codepoint);
        assert_int_equal(got.utf16, wanted.utf16);
    }
    pacta_position end = pacta_offsets_at(&offsets, text, size, size);
    pacta_position beyond = pacta_offsets_at(&offsets, text, size, UINT32_MAX);
    assert_memory_equal(&end, &beyond, sizeof end);
    pacta_array_release(&memory, &offsets.list);
}

static void small_texts(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "\n",
        "Article 1\nText",
        "Article 1\r\nText\r\n\r\n",
        "\xC3\xA9\n\xE6\x9D\xA1\n\xF0\x9F\x98\x80\n",
        "a\xF0\x9F\x98\x80z\xE2\x80\xA8line separator counts no line\n",
        "\xEF\xBB\xBF Article",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_text(texts[i], (uint32_t)strlen(texts[i]));
}

/* Long enough for many checkpoints, with characters of each length across
 * them, and of sizes around their step. */
static void large_texts(void **state) {
    (void)state;
    static const char *const pieces[] = {"a", "\xC3\xA9", "\xE6\x9D\xA1", "\xF0\x9F\x98\x80", "\n", "\r\n"};
    static char text[3000];
    uint32_t seed = 12345;
    static const uint32_t sizes[] = {511, 512, 513, 1023, 1024, 1025, 1536, 2600};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        uint32_t size = 0;
        while (size < sizes[s]) {
            seed = seed * 1664525u + 1013904223u;
            const char *piece = pieces[(seed >> 16) % 6];
            if (size + strlen(piece) > sizes[s])
                piece = "a";
            memcpy(text + size, piece, strlen(piece));
            size += (uint32_t)strlen(piece);
        }
        check_text(text, size);
    }
}

static void no_text(void **state) {
    (void)state;
    pacta_offsets offsets = {0};
    pacta_position position = pacta_offsets_at(&offsets, NULL, 0, 5);
    assert_int_equal(position.line, 1);
    assert_int_equal(position.column, 1);
    assert_int_equal(position.codepoint, 0);
}

static void memory_out(void **state) {
    (void)state;
    ledger book = {.fail_at = 1};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_offsets offsets = {0};
    assert_false(pacta_offsets_extend(&offsets, &memory, "abc", 3));
    assert_true(pacta_offsets_extend(&offsets, &memory, "abc", 3));
    pacta_array_release(&memory, &offsets.list);
    assert_settled(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_texts),
        cmocka_unit_test(large_texts),
        cmocka_unit_test(no_text),
        cmocka_unit_test(memory_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
