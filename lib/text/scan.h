/* Finds the end of one token. Shared by the tokeniser and by everything that
 * must cut names into the same pieces. */
#ifndef PACTA_TEXT_SCAN_H
#define PACTA_TEXT_SCAN_H

#include "pacta/pacta.h"
#include <stdbool.h>

enum {
    TOKEN_SPACED = 1, /* white space stands before it */
    TOKEN_UPPER = 2,  /* begins with a capital */
    TOKEN_CAPS = 4,   /* two letters or more, all capitals */
    TOKEN_CLITIC = 8, /* the 's of a possessive */
    TOKEN_FIRST = 16  /* opens its block */
};

typedef struct pacta_scan {
    uint32_t end;
    pacta_token_kind kind;
    uint8_t flags;
} pacta_scan;

/* The token at `at` of `text` (valid UTF-8, no space there). */
pacta_scan pacta_scan_token(const char *text, uint32_t size, uint32_t at);

/* Value of a Roman numeral in one case throughout, strictly written, or 0. */
uint32_t pacta_roman(const char *text, uint32_t size);

/* Any quotation mark or apostrophe. */
bool pacta_is_quote(uint32_t character);

#endif
