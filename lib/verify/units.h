/* Units: what is compared of two versions of a treaty. A unit is the own words
 * of a provision, in one piece; a heading; or a paragraph outside provisions. */
#ifndef PACTA_VERIFY_UNITS_H
#define PACTA_VERIFY_UNITS_H

#include "verify/corpus.h"

typedef struct pacta_text_unit {
    uint32_t first, end; /* places */
    uint32_t provision;  /* of the corpus's, or PACTA_NONE */
    uint32_t ordinal;    /* pieces of the same provision before it */
    uint32_t words;      /* places that are no label's */
    uint32_t hash;       /* of those words' keys */
    uint32_t match;      /* unit of the other text, or PACTA_NONE */
    bool heading;
} pacta_text_unit;

typedef struct pacta_units {
    PACTA_ARRAY(pacta_text_unit) list;
} pacta_units;

/* The units of one treaty of the corpus. */
bool pacta_units_cut(pacta_units *units, const pacta_allocator *memory, const pacta_corpus *corpus,
                     uint32_t treaty);

/* True if two units have the same words. */
bool pacta_units_equal(const pacta_corpus *corpus, const pacta_text_unit *a, const pacta_text_unit *b);

/* True if they are the same piece of provisions with the same eid. */
bool pacta_units_namesakes(const pacta_corpus *corpus, const pacta_text_unit *a, const pacta_text_unit *b);

#endif
