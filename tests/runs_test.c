/* Runs of characters, and of tokens without a sign: whatever stands where, they
 * end where one by one says. */
#include "core/runs.h"
#include "support.h"
#include "text/signs.h"
#include <string.h>

enum { SIZE = 70 };

static uint32_t plain_by_one(const char *text, uint32_t at, uint32_t end) {
    while (at < end && text[at] >= ' ' && text[at] <= '~')
        at++;
    return at;
}

static uint32_t letters_by_one(const char *text, uint32_t at, uint32_t end) {
    while (at < end && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z')))
        at++;
    return at;
}

static void check_runs(const char *text, uint32_t end) {
    for (uint32_t at = 0; at <= end; at++) {
        uint32_t plain = plain_by_one(text, at, end), spaced = at;
        while (spaced < plain && !(text[spaced] == ' ' && spaced + 1 < end && text[spaced + 1] == ' '))
            spaced++;
        assert_int_equal(pacta_run_plain(text, at, end), plain);
        assert_int_equal(pacta_run_spaced(text, at, end), spaced);
        assert_int_equal(pacta_run_letters(text, at, end), letters_by_one(text, at, end));
    }
}

/* Every byte at every place of a text of letters. */
static void any_byte_anywhere(void **state) {
    (void)state;
    for (int byte = 0; byte < 256; byte++)
        for (uint32_t at = 0; at < SIZE; at += 1 + at / 20) {
            char text[SIZE + 1];
            memset(text, byte % 2 == 0 ? 'q' : 'Z', SIZE);
            text[at] = (char)byte;
            check_runs(text, SIZE);
        }
}

static void two_spaces_anywhere(void **state) {
    (void)state;
    for (uint32_t end = 0; end < SIZE; end++)
        for (uint32_t at = 0; at + 1 < end; at++) {
            char text[SIZE];
            memset(text, 'a', SIZE);
            text[at] = text[at + 1] = ' ';
            check_runs(text, end);
        }
}

static void signs_anywhere(void **state) {
    (void)state;
    enum { TOKENS = 23, WANTED = 1 << 5 | 1 << 30 };
    for (uint32_t at = 0; at <= TOKENS; at++)
        for (uint32_t from = 0; from <= TOKENS; from++)
            for (uint32_t end = from; end <= TOKENS; end++) {
                uint32_t signs[TOKENS + TOKENS_PADDING] = {0};
                for (uint32_t i = 0; i < TOKENS; i++)
                    signs[i] = i == at ? 1 << 30 | 1 : ~(uint32_t)WANTED;
                uint32_t found = pacta_next_sign(signs, from, end, WANTED);
                assert_int_equal(found, at >= from && at < end ? at : end);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_byte_anywhere),
        cmocka_unit_test(two_spaces_anywhere),
        cmocka_unit_test(signs_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
