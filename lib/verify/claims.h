/* Claims: what the press text says about where words come from, and the places
 * of the corpus that this points at. */
#ifndef PACTA_VERIFY_CLAIMS_H
#define PACTA_VERIFY_CLAIMS_H

#include "verify/blocks.h"
#include "verify/findings.h"

typedef struct pacta_claimed {
    uint32_t reference;                   /* of the press document, or PACTA_NONE */
    const char *instrument;               /* id that is named, or NULL */
    const char *eid;                      /* the first provision named, or NULL */
    uint32_t treaty;                      /* of the corpus, or PACTA_NONE where it cannot be told */
    bool named;                           /* something is */
    bool known;                           /* the instrument is in the corpus, or may well be */
    PACTA_ARRAY(pacta_stretch) stretches; /* places of the provisions named */
} pacta_claimed;

/* Fills `claimed` for the words that a reference names (or PACTA_NONE), or of
 * which an instrument and provision are told otherwise (or NULL). */
bool pacta_claim_read(pacta_claimed *claimed, const pacta_allocator *memory, const pacta_corpus *corpus,
                      const pacta_document *press, uint32_t reference, const char *instrument,
                      const char *eid);

/* Whether words found in these parts stand where they are said to. */
pacta_claim pacta_claim_judge(const pacta_claimed *claimed, const pacta_corpus *corpus,
                              const pacta_found_part *parts, uint32_t count);

#endif
