/* Numbers of provisions: read as printed, written as eids have them, and which
 * one follows which. */
#include "rules/ruleset.h"
#include "structure/numbers.h"
#include "support.h"

static pacta_number read_as(const char *text, bool letters) {
    pacta_number number;
    if (!pacta_read_number(&builtin_rules()->lexicon, text, (uint32_t)strlen(text), letters, &number))
        fail_msg("'%s' is read as no number", text);
    return number;
}

static void numbers_as_eids_write_them(void **state) {
    (void)state;
    static const struct {
        const char *printed, *eid;
        unsigned count, last, suffix;
    } rows[] = {
        {"1", "1", 1, 1, 0},
        {"007", "7", 1, 7, 0},
        {"10.12", "10.12", 2, 12, 0},
        {"1.2.3.4", "1.2.3.4", 4, 4, 0},
        {"1.2.3.4.5", "1.2.3.4.5", 4, 4, 0},
        {"5-1", "5-1", 2, 1, 0},
        {"1-01", "1-01", 2, 1, 0},
        {"5\xE2\x80\x93"
         "1",
         "5-1", 2, 1, 0},
        {"5\xE2\x80\x91"
         "1",
         "5-1", 2, 1, 0},
        {"II/3", "2-3", 2, 3, 0},
        {"IV", "4", 1, 4, 0},
        {"xiv", "14", 1, 14, 0},
        {"B", "b", 1, 2, 0},
        {"bb", "bb", 1, 28, 0},
        {"A-4", "a-4", 2, 4, 0},
        {"10-A", "10-a", 2, 1, 0},
        {"12a", "12a", 1, 12, 1},
        {"12 B", "12b", 1, 12, 2},
        {"5bis", "5bis", 1, 5, 102},
        {"5 bis", "5bis", 1, 5, 102},
        {"5-ter", "5ter", 1, 5, 103},
        {"four", "4", 1, 4, 0},
        {"second", "2", 1, 2, 0},
        {"99999", "99999", 1, 65535, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pacta_number number = read_as(rows[i].printed, false);
        assert_string_equal(number.text, rows[i].eid);
        assert_int_equal(number.count, rows[i].count);
        assert_int_equal(number.parts[number.count - 1], rows[i].last);
        assert_int_equal(number.suffix, rows[i].suffix);
    }
}

static void what_is_no_number(void **state) {
    (void)state;
    static const char *const texts[] = {"",    "-",    "1.",   "1..2", "1,2", "123456",
                                        "abc", "1 of", "IIX1", "of",   "1/"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        pacta_number number;
        if (pacta_read_number(&builtin_rules()->lexicon, texts[i], (uint32_t)strlen(texts[i]), false,
                              &number))
            fail_msg("'%s' is read as %s", texts[i], number.text);
    }
}

/* i is the first Roman one, or the ninth letter. */
static void letters_or_roman(void **state) {
    (void)state;
    assert_int_equal(read_as("i", false).parts[0], 1);
    assert_false(read_as("i", false).lettered);
    assert_int_equal(read_as("i", true).parts[0], 9);
    assert_true(read_as("i", true).lettered);
    assert_int_equal(read_as("c", false).parts[0], 3);
    assert_true(read_as("c", false).lettered);
}

/* A number longer than an eid's room is cut, never written beyond it. */
static void long_numbers(void **state) {
    (void)state;
    pacta_number number = read_as("12345-12345-12345-12345-12345-12345-12345-12345", false);
    assert_int_equal(number.count, NUMBER_PARTS);
    assert_true(strlen(number.text) < NUMBER_TEXT);
}

static void order(void **state) {
    (void)state;
    static const char *const rising[] = {"1",      "1a",     "1b", "1bis", "1.1", "1.2",
                                         "1bis.1", "1bis.2", "2",  "2.10", "10",  "10.1.1"};
    enum { COUNT = sizeof rising / sizeof *rising };
    for (int i = 0; i < COUNT; i++)
        for (int k = 0; k < COUNT; k++) {
            pacta_number a = read_as(rising[i], false), b = read_as(rising[k], false);
            int found = pacta_number_order(&a, &b);
            assert_true(i < k ? found < 0 : i > k ? found > 0 : found == 0);
        }
}

static void sequences(void **state) {
    (void)state;
    static const struct {
        const char *last, *next;
        bool follows;
    } rows[] = {{"1", "2", true},     {"1", "3", false},     {"2", "1", false},      {"1", "1", false},
                {"5", "5bis", true},  {"5bis", "6", true},   {"5bis", "5ter", true}, {"5ter", "5bis", false},
                {"5", "5a", true},    {"5a", "5b", true},    {"5", "5.1", true},     {"5", "5.2", false},
                {"5.1", "5.2", true}, {"5.3", "6", true},    {"5.3", "6.1", true},   {"5.3", "6.2", false},
                {"5.3", "7", false},  {"a", "b", true},      {"i", "ii", true},      {"5", "6a", true},
                {"5", "6b", false},   {"1.1.4", "1.2", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pacta_number last = read_as(rows[i].last, false), next = read_as(rows[i].next, false);
        if (pacta_number_follows(&last, &next) != rows[i].follows)
            fail_msg("%s %s %s", rows[i].last, rows[i].follows ? "is not followed by" : "is followed by",
                     rows[i].next);
    }
}

static void the_first(void **state) {
    (void)state;
    pacta_number one = read_as("1", false), part = read_as("5.1", false), a = read_as("a", false),
                 bis = read_as("1bis", false), two = read_as("2", false), none = {0};
    assert_true(pacta_number_is_first(&one));
    assert_true(pacta_number_is_first(&part));
    assert_true(pacta_number_is_first(&a));
    assert_false(pacta_number_is_first(&bis));
    assert_false(pacta_number_is_first(&two));
    assert_false(pacta_number_is_first(&none));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_as_eids_write_them),
        cmocka_unit_test(what_is_no_number),
        cmocka_unit_test(letters_or_roman),
        cmocka_unit_test(long_numbers),
        cmocka_unit_test(order),
        cmocka_unit_test(sequences),
        cmocka_unit_test(the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
