/* UTF-8: what is valid, what a character is. */
#include "core/utf8.h"
#include "support.h"

/* What RFC 3629 says, by arithmetic. */
static bool is_scalar(uint32_t c) {
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

/* Writes `c` in `length` bytes, right or overlong. */
static void put_in(char *out, uint32_t c, uint32_t length) {
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (uint32_t i = length; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(length == 1 ? c : leads[length] | c);
}

static void every_character_goes_there_and_back(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (!is_scalar(c))
            continue;
        char bytes[4];
        uint32_t length = pacta_utf8_put(bytes, c), read;
        assert_int_equal(length, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
        assert_int_equal(pacta_utf8_at(bytes, &read), c);
        assert_int_equal(read, length);
        assert_int_equal(pacta_utf8_length((unsigned char)bytes[0]), length);
        assert_int_equal(pacta_utf8_check(bytes, length), length);
    }
}

static void truncated_characters_are_told(void **state) {
    (void)state;
    static const uint32_t some[] = {0x80,   0x7FF,  0x800,   0xFFF,   0x1000,  0xD7FF,
                                    0xE000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        char text[64];
        for (uint32_t before = 0; before < 20; before++) {
            memset(text, 'a', sizeof text);
            uint32_t length = pacta_utf8_put(text + before, some[i]);
            for (uint32_t cut = 1; cut < length; cut++) {
                assert_int_equal(pacta_utf8_check(text, before + cut), before); /* at the end */
                char broken[64];
                memcpy(broken, text, sizeof text);
                broken[before + cut] = 'a'; /* and inside */
                assert_int_equal(pacta_utf8_check(broken, sizeof broken), before);
            }
            assert_int_equal(pacta_utf8_check(text, sizeof text), sizeof text);
        }
    }
}

static void overlong_forms_surrogates_and_beyond_are_refused(void **state) {
    (void)state;
    char bytes[4];
    for (uint32_t length = 2; length <= 4; length++)
        for (uint32_t c = 0; c < 0x200000; c++) {
            uint32_t right = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (c >= (length == 2 ? 0x800u : length == 3 ? 0x10000u : 0x200000u))
                break;
            put_in(bytes, c, length);
            bool valid = right == length && is_scalar(c);
            assert_int_equal(pacta_utf8_check(bytes, length), valid ? length : 0);
        }
}

static void lone_bytes(void **state) {
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        char text[] = {'x', (char)byte};
        assert_int_equal(pacta_utf8_check(text, 2), byte < 0x80 ? 2 : 1);
    }
    assert_int_equal(pacta_utf8_check("\xF8\x88\x80\x80\x80", 5), 0);
    assert_int_equal(pacta_utf8_check("\xFC\x84\x80\x80\x80\x80", 6), 0);
    assert_int_equal(pacta_utf8_check("", 0), 0);
    assert_int_equal(pacta_utf8_check(NULL, 0), 0);
}

static void a_bad_byte_is_found_at_any_alignment(void **state) {
    (void)state;
    char text[80];
    for (size_t at = 0; at < sizeof text; at++)
        for (size_t begin = 0; begin <= at && begin < 9; begin++) {
            memset(text, 'a', sizeof text);
            text[at] = (char)0xFF;
            assert_int_equal(pacta_utf8_check(text + begin, sizeof text - begin), at - begin);
        }
}

static void case_folds_in_pairs(void **state) {
    (void)state;
    static const uint32_t pairs[][2] = {
        {'A', 'a'},       {'Z', 'z'},       {0xC0, 0xE0},   {0xDE, 0xFE},   {0x100, 0x101},
        {0x130, 0x130},   {0x139, 0x13A},   {0x147, 0x148}, {0x14A, 0x14B}, {0x178, 0xFF},
        {0x179, 0x17A},   {0x218, 0x219},   {0x391, 0x3B1}, {0x3A9, 0x3C9}, {0x401, 0x451},
        {0x410, 0x430},   {0x42F, 0x44F},   {0x490, 0x491}, {0x531, 0x561}, {0x1E00, 0x1E01},
        {0x1EA0, 0x1EA1}, {0xFF21, 0xFF41}, {0xD7, 0xD7},   {0x3A2, 0x3A2}, {0x4E2D, 0x4E2D},
        {0x5D0, 0x5D0},   {'[', '['},       {'@', '@'},     {0xF7, 0xF7},   {0x1F600, 0x1F600},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(pacta_fold_case(pairs[i][0]), pairs[i][1]);
        assert_int_equal(pacta_fold_case(pairs[i][1]), pairs[i][1]);
        assert_int_equal(pacta_is_upper(pairs[i][0]), pairs[i][0] != pairs[i][1]);
        assert_false(pacta_is_upper(pairs[i][1]));
    }
}

/* Folding twice is folding once, stays a character, and keeps letters letters. */
static void case_folding_is_stable(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        uint32_t folded = pacta_fold_case(c);
        assert_int_equal(pacta_fold_case(folded), folded);
        if (folded != c) {
            assert_true(pacta_is_letter(c));
            assert_true(pacta_is_letter(folded));
        }
    }
}

static void characters_are_of_one_sort(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        int sorts = pacta_is_letter(c) + pacta_is_space(c) + pacta_is_invisible(c);
        assert_true(sorts <= 1);
        if (pacta_is_ideograph(c) && c != 0x3040 && c != 0x30FB)
            assert_true(pacta_is_letter(c));
    }
    static const uint32_t letters[] = {'a',   'Z',   0xE9,   0xAA,   0x3B1,  0x416,  0x5D0,  0x627,
                                       0x915, 0xE01, 0xAC00, 0x4E2D, 0x3042, 0x1100, 0xFB01, 0x20000};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_true(pacta_is_letter(letters[i]));
    static const uint32_t none[] = {'0',    '_',    '-',    0xA7,   0xB7,  0xD7,  0xF7,   0x2019, 0x201C,
                                    0x2014, 0x20AC, 0x3002, 0x300C, 0x660, 0x61F, 0xFF0C, 0xFFFD, 0x1F600};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(pacta_is_letter(none[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_goes_there_and_back),
        cmocka_unit_test(truncated_characters_are_told),
        cmocka_unit_test(overlong_forms_surrogates_and_beyond_are_refused),
        cmocka_unit_test(lone_bytes),
        cmocka_unit_test(a_bad_byte_is_found_at_any_alignment),
        cmocka_unit_test(case_folds_in_pairs),
        cmocka_unit_test(case_folding_is_stable),
        cmocka_unit_test(characters_are_of_one_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
