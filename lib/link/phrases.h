/* Noun phrases: where the words that name somebody begin and end. */
#ifndef PACTA_LINK_PHRASES_H
#define PACTA_LINK_PHRASES_H

#include "work.h"

/* Tokens [first, end); first == end is none. */
typedef struct pacta_phrase {
    uint32_t first, end;
} pacta_phrase;

/* The phrase that ends right before token `end` and does not begin before
 * `low`: the subject of the verb there. An appositive between commas, and
 * words between subject and verb, are stepped over. */
pacta_phrase pacta_phrase_before(const pacta_work *work, uint32_t low, uint32_t end);

/* The phrase that begins at `first`, before `high`. */
pacta_phrase pacta_phrase_from(const pacta_work *work, uint32_t first, uint32_t high);

/* Index of the reference that stands in the phrase, or PACTA_NONE. */
uint32_t pacta_reference_in(const pacta_work *work, uint32_t first, uint32_t end);

#endif
