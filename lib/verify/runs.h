/* Runs: which blocks a query is made of. Blocks of a run follow each other in
 * both texts; where a run ends and another begins, the query is spliced. */
#ifndef PACTA_VERIFY_RUNS_H
#define PACTA_VERIFY_RUNS_H

#include "verify/blocks.h"

/* A block on its way: the best that a query can be made of that ends with it. */
typedef struct pacta_link {
    pacta_block block;
    int32_t score;
    uint32_t previous; /* link before, or PACTA_NONE */
    uint32_t from;     /* query word from which on it is used */
    uint32_t next;     /* link that begins with the same query word, or PACTA_NONE */
    bool splice;       /* it begins a run of its own */
} pacta_link;

typedef struct pacta_picked {
    pacta_block block;
    bool opens; /* a run */
} pacta_picked;

typedef struct pacta_runs {
    PACTA_ARRAY(pacta_link) links;    /* by place */
    PACTA_ARRAY(pacta_block) room;    /* for sorting */
    PACTA_ARRAY(uint32_t) heads;      /* per query word: first link that begins there */
    PACTA_ARRAY(uint32_t) best;       /* per query word: best link that ends at or before it */
    PACTA_ARRAY(uint32_t) weights;    /* of the query's words up to each */
    PACTA_ARRAY(uint32_t) breaks;     /* elisions and joints likewise */
    PACTA_ARRAY(pacta_picked) picked; /* by query */
    uint32_t count;                   /* of runs */
    uint32_t weight;                  /* of the words in picked blocks */
} pacta_runs;

/* Picks blocks (and puts them in order). Without `splices`, of one run only. */
bool pacta_runs_pick(pacta_runs *runs, const pacta_allocator *memory, const pacta_corpus *corpus,
                     pacta_query *query, pacta_blocks *blocks, const pacta_scope *scope, bool splices);
void pacta_runs_free(pacta_runs *runs, const pacta_allocator *memory);

#endif
