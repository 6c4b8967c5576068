/* Keys: what a word is looked up by. Two words with the same key are the same
 * word, however they are written. A key is folded: small letters and figures
 * without accents, hyphens, apostrophes and what prints as nothing. */
#ifndef PACTA_VERIFY_KEYS_H
#define PACTA_VERIFY_KEYS_H

#include "pacta/pacta.h"
#include <stdbool.h>
#include <stdint.h>

enum { KEY_ROOM = 80 };

/* What pacta_fold_key() leaves as it is. */
enum {
    KEEP_CASE = 1,
    KEEP_HYPHENS = 2,
    KEEP_TYPOGRAPHY = 4, /* ligatures, invisible characters, shapes of apostrophes */
    KEEP_ACCENTS = 8,
    KEEP_MARKS = 16 /* full stops, commas, apostrophes inside the word */
};

/* Folds the word `text` into `out` (KEY_ROOM bytes); returns the length, 0 if
 * nothing is left. The end of a word that is too long is hashed. */
uint32_t pacta_fold_key(const char *text, uint32_t size, unsigned keep, char *out);

/* The kinds of pacta_difference_kind, as bits, that make one written word out
 * of another one with the same key. */
uint32_t pacta_spelling_kinds(const char *a, uint32_t a_size, const char *b, uint32_t b_size);

#endif
