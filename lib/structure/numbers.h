/* Numbers of provisions: what is printed ("IV", "10.12", "5 bis", "second"),
 * as eids write it, and which one follows which. */
#ifndef PACTA_STRUCTURE_NUMBERS_H
#define PACTA_STRUCTURE_NUMBERS_H

#include "rules/lexicon.h"

enum { NUMBER_PARTS = 4, NUMBER_TEXT = 32 };

typedef struct pacta_number {
    uint16_t parts[NUMBER_PARTS]; /* 10.12 has two */
    uint8_t count;                /* of parts; 0: no number */
    bool lettered;                /* a letter, counted from a = 1 */
    uint16_t suffix;              /* 0 none; a letter or bis, in their order */
    uint16_t stem_suffix;         /* one before the last part: the bis of 26bis.1 */
    char text[NUMBER_TEXT];       /* as eids write it */
} pacta_number;

/* Reads a printed number: digits with separators, a Roman numeral, a letter, a
 * numeral or ordinal in words, each with its suffix. Single letters that are
 * Roman numerals as well are Roman; `letters` prefers letters. False if this is
 * no number. */
bool pacta_read_number(const pacta_lexicon *lexicon, const char *text, uint32_t size, bool letters,
                       pacta_number *number);

/* True if `next` is what follows `last` in a sequence: the next number, an
 * insertion (5 bis), or the first of a lower or higher level (5.1, 6). */
bool pacta_number_follows(const pacta_number *last, const pacta_number *next);

/* Negative, 0 or positive as `a` stands before, at or behind `b`. */
int pacta_number_order(const pacta_number *a, const pacta_number *b);

/* True for the number that a sequence begins with. */
bool pacta_number_is_first(const pacta_number *number);

#endif
