/* What a document holds. The stages fill its arrays in the working text's
 * offsets; lib/extract.c turns them into the caller's at the end. */
#ifndef PACTA_DOCUMENT_H
#define PACTA_DOCUMENT_H

#include "core/memory.h"
#include "core/offsets.h"

struct pacta_document {
    pacta_allocator memory;
    pacta_arena arena; /* every string and small array of the records */
    PACTA_ARRAY(pacta_token) tokens;
    PACTA_ARRAY(pacta_sentence) sentences;
    PACTA_ARRAY(pacta_instrument) instruments;
    PACTA_ARRAY(pacta_mention) mentions;
    PACTA_ARRAY(pacta_reference) references;
    PACTA_ARRAY(pacta_quotation) quotations;
    PACTA_ARRAY(pacta_provision) provisions;
    PACTA_ARRAY(pacta_clause) clauses;
    PACTA_ARRAY(pacta_diagnostic) diagnostics;
    pacta_document_info info;
    pacta_offsets offsets;
    const char *text; /* the caller's, or the kept copy */
    char *kept;
    size_t kept_size;
};

/* Empties it and keeps its room. */
void pacta_document_clear(pacta_document *document);

#endif
