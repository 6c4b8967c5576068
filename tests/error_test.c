/* Errors: the first wins, places are counted, names are cut at characters. */
#include "core/error.h"
#include "core/utf8.h"
#include "support.h"

static void the_first_failure_wins(void **state) {
    (void)state;
    pacta_error error = {0};
    assert_int_equal(pacta_fail(&error, PACTA_E_RULES, "rule %d", 7), PACTA_E_RULES);
    assert_int_equal(pacta_fail(&error, PACTA_E_MEMORY, "later"), PACTA_E_MEMORY);
    assert_int_equal(error.status, PACTA_E_RULES);
    assert_string_equal(error.message, "rule 7");
    assert_int_equal(pacta_fail(NULL, PACTA_E_IO, "nobody asks"), PACTA_E_IO);
}

static void long_messages_are_cut_and_stay_utf8(void **state) {
    (void)state;
    char word[700];
    for (int shift = 0; shift < 4; shift++) {
        pacta_error error = {0};
        memset(word, 'x', sizeof word);
        for (size_t i = (size_t)shift; i + 3 < sizeof word; i += 3)
            memcpy(word + i, "\xE6\x9D\xA1", 3);
        word[sizeof word - 1] = '\0';
        pacta_fail(&error, PACTA_E_IO, "%s", word);
        size_t size = strlen(error.message);
        assert_true(size >= sizeof error.message - 4);
        assert_int_equal(pacta_utf8_check(error.message, size), size);
    }
}

static void names_are_cut_at_characters(void **state) {
    (void)state;
    char out[8];
    pacta_error_name(out, sizeof out, "annexes");
    assert_string_equal(out, "annexes");
    pacta_error_name(out, sizeof out, "annexes.rules");
    assert_string_equal(out, "annexes");
    pacta_error_name(out, sizeof out, "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
    assert_string_equal(out, "\xC3\xA9\xC3\xA9\xC3\xA9");
    pacta_error_name(out, sizeof out, "abcde\xF0\x9F\x98\x80");
    assert_string_equal(out, "abcde");
    pacta_error_name(out, sizeof out, NULL);
    assert_string_equal(out, "");
    pacta_error_name(out, 1, "x");
    assert_string_equal(out, "");
}

static void places(void **state) {
    (void)state;
    static const char text[] = "a\n\xC3\xA9t\xC3\xA9\r\nz";
    static const struct {
        size_t offset;
        uint32_t line, column;
    } cases[] = {{0, 1, 1}, {1, 1, 2}, {2, 2, 1}, {4, 2, 2}, {5, 2, 3}, {7, 2, 4}, {9, 3, 1}, {10, 3, 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pacta_error error = {0};
        pacta_error_place(&error, "here", text, sizeof text - 1, cases[i].offset);
        assert_int_equal(error.offset, cases[i].offset);
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_string_equal(error.source, "here");
    }
    pacta_error_place(NULL, "here", text, sizeof text - 1, 3);
}

static void every_status_has_a_text_of_its_own(void **state) {
    (void)state;
    for (int a = PACTA_E_INTERNAL; a <= PACTA_INCOMPLETE; a++) {
        assert_string_not_equal(pacta_status_text(a), "unknown status");
        for (int b = PACTA_E_INTERNAL; b < a; b++)
            assert_string_not_equal(pacta_status_text(a), pacta_status_text(b));
    }
    assert_string_equal(pacta_status_text(99), "unknown status");
    assert_string_equal(pacta_status_text(-99), "unknown status");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_failure_wins),
        cmocka_unit_test(long_messages_are_cut_and_stay_utf8),
        cmocka_unit_test(names_are_cut_at_characters),
        cmocka_unit_test(places),
        cmocka_unit_test(every_status_has_a_text_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
