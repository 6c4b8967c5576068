/* Tokens: those that are told at a look are what the scanner says they are. */
#include "support.h"
#include "text/scan.h"
#include <string.h>

enum { PIECES = 5, ROOM = 256 };

static const char *const PARTS[] = {"a",
                                    "A",
                                    "word",
                                    "Word",
                                    "WORD",
                                    "wOrd",
                                    "iv",
                                    "IV",
                                    "U.N.",
                                    "e.g.",
                                    "co-op",
                                    "it's",
                                    "States'",
                                    "x2",
                                    "2x",
                                    "7",
                                    "1,250",
                                    "3.5",
                                    "4.",
                                    "5,",
                                    "''",
                                    ",,",
                                    ",",
                                    ".",
                                    "..",
                                    ";",
                                    ":",
                                    "(",
                                    ")",
                                    "[",
                                    "]",
                                    "/",
                                    "?",
                                    "!",
                                    "--",
                                    "\"",
                                    "'",
                                    "\xC2\xA7",
                                    "\xC3\x89t\xC3\xA9",
                                    "n\xC3\xA9",
                                    "\xE2\x80\x99s",
                                    "&",
                                    "\xE2\x80\xA6",
                                    "\xE6\x9D\xA1",
                                    "internationalorganisations",
                                    "\xD9\xA3"};

enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

static void check_tokens(const char *text, const pacta_token *tokens, size_t count) {
    uint32_t size = (uint32_t)strlen(text), at = 0;
    for (size_t i = 0; i < count; i++) {
        if (tokens[i].kind == PACTA_TOKEN_BREAK)
            continue;
        at += text[at] == ' ';
        pacta_scan wanted = pacta_scan_token(text, size, at);
        /* an apostrophe can turn out to belong to its word */
        bool same = tokens[i].kind == wanted.kind ||
                    (wanted.kind == PACTA_TOKEN_QUOTE && tokens[i].kind == PACTA_TOKEN_WORD);
        if (tokens[i].span.begin != at || tokens[i].span.end != wanted.end || !same)
            fail_msg("token %zu of '%s' is [%u, %u) of kind %d", i, text, tokens[i].span.begin,
                     tokens[i].span.end, (int)tokens[i].kind);
        at = wanted.end;
    }
    assert_int_equal(at, size);
}

/* Any of the parts behind each other, with spaces and without. */
static void as_the_scanner_says(void **state) {
    (void)state;
    pacta_extractor *extractor;
    pacta_document *document;
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    uint32_t random = 12345;
    for (int round = 0; round < 4000; round++) {
        char text[ROOM] = "";
        for (int piece = 0; piece < PIECES; piece++) {
            random = random * 1664525u + 1013904223u;
            if (piece > 0 && (random >> 16 & 1) != 0)
                strcat(text, " ");
            strcat(text, PARTS[(random >> 20) % PART_COUNT]);
        }
        size_t count;
        assert_true(pacta_extract(extractor, text, strlen(text), NULL, document, NULL) >= 0);
        const pacta_token *tokens = pacta_tokens(document, &count);
        check_tokens(text, tokens, count);
    }
    pacta_document_free(document);
    pacta_extractor_free(extractor);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_the_scanner_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
