/* What speaks for each of the instruments that a bare number may belong to. */
#ifndef PACTA_LINK_EVIDENCE_H
#define PACTA_LINK_EVIDENCE_H

#include "link/owners.h"
#include <stdlib.h>

enum { CANDIDATES = 24 };

typedef struct pacta_owner_candidate {
    uint32_t instrument;
    const pacta_known *known; /* of it, or NULL */
    int weight;
    uint8_t cited;                 /* times, in the passage */
    bool in_passage, before;       /* what was weighed of its names */
    bool same_article, same_place; /* and of its citations */
    uint8_t times;                 /* cited with this article */
    bool cites_article;            /* it was cited with this article, however long before */
    bool roman, figures;           /* articles of it were, as the text seems to say, cited so before */
    bool items, others;            /* and paragraphs alone, or other units */
} pacta_owner_candidate;

typedef struct pacta_evidence {
    const pacta_context *context;
    const pacta_work *work;
    const pacta_citation *here;
    uint32_t passage, passage_token, near_token, sentence_token;
    uint32_t last; /* the citation before, of an instrument that is known; or PACTA_NONE */
    pacta_owner_candidate items[CANDIDATES];
    uint32_t count;
} pacta_evidence;

/* The number of the first provision of the unit that is cited, or 0. */
static inline uint32_t pacta_number_of(const pacta_work *work, const pacta_citation *citation,
                                       pacta_named_unit unit) {
    return pacta_cites_unit(work, citation, unit)
               ? (uint32_t)strtoul(work->paths.items[citation->first_path].steps[0].number, NULL, 10)
               : 0;
}

/* nature.c: the text cites the instrument of the profile by the unit of the citation and by
 * its name. */
bool pacta_is_cited_by_unit(const pacta_evidence *e, const pacta_profile *profile);

/* nature.c: what speaks for the candidate in what it is. */
int pacta_weight_of_kind(const pacta_evidence *e, const pacta_owner_candidate *of);

#endif
