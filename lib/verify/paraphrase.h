/* Other words for the same: where in the treaties most of a query's stems
 * stand close together. */
#ifndef PACTA_VERIFY_PARAPHRASE_H
#define PACTA_VERIFY_PARAPHRASE_H

#include "verify/blocks.h"

typedef struct pacta_stem_hit {
    uint32_t place, stem; /* `stem` counts the query's own, from 0 */
} pacta_stem_hit;

typedef struct pacta_query_stem {
    uint32_t key, weight;
    uint32_t seen; /* times inside the window in hand */
} pacta_query_stem;

typedef struct pacta_paraphrase {
    PACTA_ARRAY(pacta_query_stem) stems;
    PACTA_ARRAY(pacta_stem_hit) hits;
    PACTA_ARRAY(pacta_stem_hit) room;
    /* the best window */
    uint32_t first, end; /* places; the same where there is none */
    uint32_t found;      /* stems in it */
    uint32_t score;      /* weight of those, of 1000 */
} pacta_paraphrase;

/* Looks inside `stretches`, or, if there are none, everywhere. */
bool pacta_paraphrase_find(pacta_paraphrase *paraphrase, const pacta_allocator *memory,
                           const pacta_corpus *corpus, const pacta_vocabulary *vocabulary,
                           const pacta_query *query, const pacta_stretch *stretches, uint32_t stretch_count);
void pacta_paraphrase_free(pacta_paraphrase *paraphrase, const pacta_allocator *memory);

#endif
