/* The alignment of a query with the treaties, word by word: what stands
 * between blocks and at their ends is filled in. */
#ifndef PACTA_VERIFY_ALIGN_H
#define PACTA_VERIFY_ALIGN_H

#include "verify/runs.h"

typedef enum pacta_step_kind {
    ALIGN_MATCH,   /* the same words; one may be written as two */
    ALIGN_REPLACE, /* one word for one */
    ALIGN_INSERT,  /* words of the query only */
    ALIGN_DELETE,  /* places only */
    ALIGN_SKIP,    /* places that an elision, or the end of a piece, leaves out */
    ALIGN_JUMP     /* another run begins */
} pacta_step_kind;

/* Query words [query, query + words), places [place, place + places). A JUMP's
 * are the words up to the first that stands where it leads to, and that place. */
typedef struct pacta_align_step {
    pacta_step_kind kind;
    uint32_t query, words, place, places;
} pacta_align_step;

typedef struct pacta_alignment {
    PACTA_ARRAY(pacta_align_step) steps;
    PACTA_ARRAY(pacta_align_step) back; /* of the piece in hand, last first */
    PACTA_ARRAY(int32_t) costs;
} pacta_alignment;

/* What the aligner looks at. */
typedef struct pacta_sides {
    const pacta_allocator *memory;
    const pacta_corpus *corpus;
    const pacta_vocabulary *vocabulary; /* of the query's keys */
    const pacta_query *query;
} pacta_sides;

/* Aligns the query along the blocks that were picked; words may go from one of
 * them to the next. */
bool pacta_align(pacta_alignment *alignment, const pacta_sides *sides, pacta_runs *runs);
void pacta_alignment_free(pacta_alignment *alignment, const pacta_allocator *memory);

#endif
