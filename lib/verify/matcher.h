/* Holds one query against the corpus: the verdict, and where its words stand. */
#ifndef PACTA_VERIFY_MATCHER_H
#define PACTA_VERIFY_MATCHER_H

#include "verify/claims.h"
#include "verify/findings.h"
#include "verify/paraphrase.h"

/* The working memory of a verification. */
typedef struct pacta_text_matcher {
    pacta_allocator memory;
    const pacta_corpus *corpus;
    const char *text;            /* of the press document */
    pacta_vocabulary vocabulary; /* on top of the corpus's */
    pacta_query query;
    pacta_claimed claimed;
    pacta_blocks blocks;
    pacta_runs runs;
    pacta_alignment alignment;
    pacta_findings findings;
    pacta_paraphrase paraphrase;
    pacta_verdict verdict;
} pacta_text_matcher;

void pacta_text_matcher_free(pacta_text_matcher *matcher);

/* Fills `findings` and `verdict` for `query` (weighed) and `claimed`. `quoted`:
 * the words stand in quotation marks. False where memory is out. */
bool pacta_match_query(pacta_text_matcher *matcher, bool quoted);

#endif
