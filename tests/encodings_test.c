/* Bytes that are no text, and characters that are hardly: each is refused at
 * its place, or carried through. */
#include "check.h"
#include "dump.h"
#include "support.h"

static pacta_extractor *extractor;
static pacta_document *document;

static int set_up(void **state) {
    (void)state;
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    return pacta_document_new(NULL, &document);
}

static int tear_down(void **state) {
    (void)state;
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    return 0;
}

/* In a block of its size exactly, so that a byte too far shows to sanitizers. */
static int read_bytes(const char *bytes, size_t size, pacta_error *error) {
    char *text = malloc(size == 0 ? 1 : size);
    assert_non_null(text);
    if (size > 0)
        memcpy(text, bytes, size);
    pacta_text_options options = {.struct_size = sizeof options, .name = "a text", .keep_text = 1};
    int status = pacta_extract(extractor, text, size, &options, document, error);
    free(text);
    if (status >= 0) {
        const char *fault = check_document(document);
        if (fault != NULL)
            fail_msg("%s", fault);
    }
    return status;
}

/* Letters of one to four bytes, marks, a line end. */
static const char TEXT[] =
    "Article 1 \xC2\xA7\n\xE2\x80\x9C\xC3\xA9t\xC3\xA9\xE2\x80\x9D \xF0\x9F\x98\x80 said\n";

static bool is_boundary(size_t at) {
    return ((unsigned char)TEXT[at] & 0xC0) != 0x80;
}

static void place_of(const char *text, size_t offset, uint32_t *line, uint32_t *column) {
    *line = *column = 1;
    for (size_t i = 0; i < offset; i++) {
        *column += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (text[i] == '\n') {
            ++*line;
            *column = 1;
        }
    }
}

static void assert_refused(const char *text, size_t size, size_t place) {
    pacta_error error;
    uint32_t line, column;
    assert_int_equal(read_bytes(text, size, &error), PACTA_E_UTF8);
    place_of(text, place, &line, &column);
    assert_int_equal(error.status, PACTA_E_UTF8);
    assert_int_equal(error.offset, place);
    assert_int_equal(error.line, line);
    assert_int_equal(error.column, column);
    assert_string_equal(error.source, "a text");
    assert_null(pacta_document_text(document, NULL));
}

static const char *const BAD[] = {
    "\x80",
    "\xBF", /* what goes on, without a beginning */
    "\xC0\x80",
    "\xC1\xBF",
    "\xE0\x80\x80",
    "\xE0\x9F\xBF", /* longer than need be */
    "\xF0\x80\x80\x80",
    "\xF0\x8F\xBF\xBF",
    "\xED\xA0\x80",
    "\xED\xBF\xBF", /* surrogates */
    "\xF4\x90\x80\x80",
    "\xF5\x80\x80\x80", /* beyond U+10FFFF */
    "\xF8\x88\x80\x80\x80",
    "\xFE",
    "\xFF", /* never */
    "\xC3",
    "\xE2\x80",
    "\xE2",
    "\xF0\x9F\x98",
    "\xF0\x9F",
    "\xF0", /* cut short */
};

static void bad_bytes_at_every_place(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        for (size_t at = 0; at < sizeof TEXT; at++) {
            if (!is_boundary(at))
                continue;
            char text[sizeof TEXT + 8];
            size_t size = strlen(BAD[i]);
            memcpy(text, TEXT, at);
            memcpy(text + at, BAD[i], size);
            memcpy(text + at + size, TEXT + at, sizeof TEXT - 1 - at);
            assert_refused(text, sizeof TEXT - 1 + size, at);
        }
}

/* The text cut at every byte: whole, or refused where the last one begins. */
static void texts_cut_short(void **state) {
    (void)state;
    for (size_t size = 0; size < sizeof TEXT; size++) {
        size_t begin = size;
        while (!is_boundary(begin))
            begin--;
        pacta_error error;
        if (begin == size)
            assert_true(read_bytes(TEXT, size, &error) >= 0);
        else
            assert_refused(TEXT, size, begin);
    }
}

static size_t put(char *out, uint32_t c) {
    if (c < 0x80)
        return out[0] = (char)c, 1;
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char first[] = {0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(first[more] | c >> 6 * more);
    for (size_t i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3F));
    return more + 1;
}

/* Every character there is, the ones that are none among them, in words. */
static void all_characters(void **state) {
    (void)state;
    enum { STEP = 0x400 };
    static char text[STEP * 8];
    for (uint32_t block = 0; block < 0x110000; block += STEP) {
        size_t size = 0;
        for (uint32_t c = block; c < block + STEP; c++) {
            if (c >= 0xD800 && c < 0xE000)
                continue;
            text[size++] = c % 3 == 0 ? ' ' : 'a';
            size += put(text + size, c);
        }
        pacta_error error;
        if (read_bytes(text, size, &error) != PACTA_OK)
            fail_msg("U+%04X: %s", (unsigned)block, error.message);
        size_t kept;
        const char *own = pacta_document_text(document, &kept);
        assert_int_equal(kept, size);
        assert_memory_equal(own, text, size);
    }
}

/* Between, before and behind words, as marks' and lines' neighbours. */
static void odd_characters_everywhere(void **state) {
    (void)state;
    static const char *const odd[] = {"\0",           "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF",
                                      "\xEF\xB7\x90", "\xEF\xBB\xBF", "\xE2\x80\x8F", "\xCC\x81",
                                      "\x7F",         "\x01",         "\xC2\x85",     "\xE2\x80\xA8"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (size_t at = 0; at < sizeof TEXT; at++) {
            if (!is_boundary(at))
                continue;
            char text[2 * sizeof TEXT];
            size_t size = *odd[i] == '\0' ? 1 : strlen(odd[i]);
            memcpy(text, TEXT, at);
            memcpy(text + at, odd[i], size);
            memcpy(text + at + size, TEXT + at, sizeof TEXT - 1 - at);
            pacta_error error;
            assert_int_equal(read_bytes(text, sizeof TEXT - 1 + size, &error), PACTA_OK);
        }
}

/* A zero byte ends nothing: what stands behind it is found. */
static void zero_bytes_are_characters(void **state) {
    (void)state;
    static const char text[] = "\0\0 Article 1 of the Lake Pact.\0\n\nArticle 2 \0of the Sea Pact binds.\0";
    pacta_error error;
    assert_int_equal(read_bytes(text, sizeof text - 1, &error), PACTA_OK);
    size_t count, size;
    const pacta_reference *references = pacta_references(document, &count);
    assert_int_equal(count, 2);
    assert_memory_equal(text + references[0].span.begin, "Article 1 of the Lake Pact", 26);
    assert_memory_equal(text + references[1].span.begin, "Article 2", 9);
    pacta_document_text(document, &size);
    assert_int_equal(size, sizeof text - 1);
}

static void empty_texts(void **state) {
    (void)state;
    pacta_error error;
    static const char *const texts[] = {"",          " ", "\n\n\n", "\xEF\xBB\xBF", "\xC2\xAD\xE2\x80\x8B",
                                        "\t \r\n \f"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(read_bytes(texts[i], strlen(texts[i]), &error), PACTA_OK);
        size_t count;
        pacta_sentences(document, &count);
        assert_int_equal(count, 0);
    }
    assert_int_equal(pacta_extract(extractor, NULL, 0, NULL, document, &error), PACTA_OK);
    assert_int_equal(pacta_extract(extractor, NULL, 1, NULL, document, &error), PACTA_E_ARGUMENT);
}

/* A megabyte of one byte; with PACTA_TEST_MEGABYTES so many, of fewer of them. */
static void long_runs_of_a_byte(void **state) {
    (void)state;
    const char *megabytes = getenv("PACTA_TEST_MEGABYTES");
    static const char bytes[] = "\0 \na1\"\t\rA.,:;()'-";
    size_t size = (size_t)1 << 20, kinds = sizeof bytes - 1;
    if (megabytes != NULL) {
        size *= strtoul(megabytes, NULL, 10);
        kinds = 5;
    }
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < kinds; i++) {
        memset(text, bytes[i], size);
        pacta_error error;
        assert_true(read_bytes(text, size, &error) >= 0); /* marks and brackets may reach a limit */
    }
    memset(text, 0xFF, size);
    assert_refused(text, size, 0);
    memset(text, 'a', size);
    text[size - 1] = (char)0xC3;
    assert_refused(text, size, size - 1);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_bytes_at_every_place),
        cmocka_unit_test(texts_cut_short),
        cmocka_unit_test(all_characters),
        cmocka_unit_test(odd_characters_everywhere),
        cmocka_unit_test(zero_bytes_are_characters),
        cmocka_unit_test(empty_texts),
        cmocka_unit_test(long_runs_of_a_byte),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
