/* Blocks: where words of a query stand in the treaties in the same order. */
#ifndef PACTA_VERIFY_BLOCKS_H
#define PACTA_VERIFY_BLOCKS_H

#include "verify/query.h"

/* Query words from `query` on are the places from `place` on. */
typedef struct pacta_block {
    uint32_t query, place, length;
} pacta_block;

/* Places that a claim points at. */
typedef struct pacta_stretch {
    uint32_t first, end;
} pacta_stretch;

typedef struct pacta_blocks {
    PACTA_ARRAY(pacta_block) found;
    PACTA_ARRAY(uint8_t) crowded; /* per query word: its run of words was not looked up everywhere */
} pacta_blocks;

/* Where to look. */
typedef struct pacta_scope {
    const pacta_stretch *stretches; /* what is claimed */
    uint32_t count;
    bool only; /* nowhere else */
} pacta_scope;

/* Fills `found`, by runs of RUN_WORDS words; or, for `words`, adds to it by the
 * rarest words. Marks stock phrases in the query. */
bool pacta_blocks_find(pacta_blocks *blocks, const pacta_allocator *memory, const pacta_corpus *corpus,
                       pacta_query *query, const pacta_scope *scope, bool words);
void pacta_blocks_free(pacta_blocks *blocks, const pacta_allocator *memory);

/* Index in `postings` of the first of bucket `bucket` at or behind `place`. */
uint32_t pacta_postings_from(const pacta_postings *postings, uint32_t bucket, uint32_t place);

#endif
