/* Noun phrases: where the words that name somebody or something begin and end. */
#ifndef PACTA_PHRASES_PHRASES_H
#define PACTA_PHRASES_PHRASES_H

#include "work.h"

/* Tokens [first, end), a leading "the" left out; first == end is none. */
typedef struct pacta_phrase {
    uint32_t first, end;
} pacta_phrase;

/* The phrase that ends right before token `end` and does not begin before `low`. */
pacta_phrase pacta_phrase_ending(const pacta_work *work, uint32_t low, uint32_t end);

/* The same, without what "of", "for" or "in" join to it. */
pacta_phrase pacta_phrase_core(const pacta_work *work, uint32_t low, uint32_t end);

/* The phrase that begins at `first`, before `high`, without what is joined to it. */
pacta_phrase pacta_phrase_core_from(const pacta_work *work, uint32_t first, uint32_t high);

/* The phrase that begins at `first`, before `high`. */
pacta_phrase pacta_phrase_from(const pacta_work *work, uint32_t first, uint32_t high);

/* The first phrase of the clause that begins at `low`, circumstances before it
 * left out. */
pacta_phrase pacta_phrase_opening(const pacta_work *work, uint32_t low, uint32_t high);

/* The last reference that ends before the offset, or PACTA_NONE. */
uint32_t pacta_reference_before(const pacta_work *work, uint32_t offset);

/* The first reference that ends behind `offset`, or their count. */
uint32_t pacta_reference_behind(const pacta_work *work, uint32_t offset);

/* Index of the reference that stands in the phrase, or PACTA_NONE. */
uint32_t pacta_reference_in(const pacta_work *work, uint32_t first, uint32_t end);

/* The tokens of a reference. */
pacta_phrase pacta_reference_phrase(const pacta_work *work, uint32_t reference);

/* True if the phrase names a person in full: at least a name of two words. */
bool pacta_phrase_is_name(const pacta_work *work, pacta_phrase phrase);

/* ---- What reading either way shares ---- */

/* A sign inside a name: Deck & Hull, Prof. Holt, J. Smith, @reader, Orla–Vend. */
bool pacta_joins_name(const pacta_work *work, uint32_t token, uint32_t low);

/* The phrase without a leading "the". */
pacta_phrase pacta_without_article(const pacta_work *work, pacta_phrase phrase);

/* One of the words names a body: Ministry. */
bool pacta_phrase_is_body(const pacta_work *work, pacta_phrase phrase);

/* One of the words tells what a person is: minister. */
bool pacta_phrase_has_office(const pacta_work *work, pacta_phrase phrase);

/* The same, or names a body or a work. */
bool pacta_phrase_has_role(const pacta_work *work, pacta_phrase phrase);

#endif
