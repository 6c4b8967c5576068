/* A query: the words of a quotation (or of a reported clause) as they are held
 * against the treaties, with what an editor did to them. */
#ifndef PACTA_VERIFY_QUERY_H
#define PACTA_VERIFY_QUERY_H

#include "verify/corpus.h"

enum {
    WORD_BRACKET = 1, /* in square brackets: need not stand in the treaty */
    WORD_EDITED = 2,  /* partly in brackets: [t]he, State[s] */
    WORD_ELIDED = 4,  /* an elision stands before it */
    WORD_JOINT = 8,   /* a new piece of the quotation begins with it */
    WORD_REMARK = 16, /* an editor's remark: [sic] */
    WORD_STOCK = 32   /* of a stock phrase */
};

typedef struct pacta_query_word {
    uint32_t begin, end, key; /* the bytes, brackets included where it is EDITED */
    uint32_t outer;           /* key of an EDITED word's letters outside brackets */
    uint8_t flags, weight;
} pacta_query_word;

typedef struct pacta_query {
    PACTA_ARRAY(pacta_query_word) words;
    PACTA_ARRAY(uint32_t) keys; /* of the words, in a row; KEY_NEVER for those in brackets */
    uint32_t total;             /* weight of the words that must stand in the treaty */
} pacta_query;

void pacta_query_reset(pacta_query *query);
/* Adds the words of tokens inside `span`. */
bool pacta_query_add(pacta_query *query, pacta_vocabulary *vocabulary, const pacta_document *document,
                     pacta_span span);
/* Weighs the words; once all are there. */
bool pacta_query_weigh(pacta_query *query, const pacta_vocabulary *vocabulary);
void pacta_query_free(pacta_query *query, const pacta_allocator *memory);

/* True if the word must stand in the treaty. */
static inline bool pacta_query_needs(const pacta_query_word *word) {
    return (word->flags & (WORD_BRACKET | WORD_REMARK)) == 0;
}

#endif
