/* The limit of records, enforced in one place, at the end: of each kind the
 * first ones stay, and nothing points at those that go. */
#include "work.h"

static void keep_index(uint32_t *index, uint32_t count) {
    if (*index != PACTA_NONE && *index >= count)
        *index = PACTA_NONE;
}

static void keep_mentions(pacta_document *document) {
    uint32_t count = document->mentions.count, instruments = document->instruments.count;
    while (count > 0 && document->mentions.items[count - 1].instrument >= instruments)
        count--;
    document->mentions.count = count;
    for (uint32_t i = 0; i < instruments; i++) {
        pacta_instrument *instrument = &document->instruments.items[i];
        uint32_t left = instrument->first_mention < count ? count - instrument->first_mention : 0;
        if (instrument->mention_count > left)
            instrument->mention_count = left;
    }
}

static void keep_references(pacta_document *document) {
    for (uint32_t i = 0; i < document->references.count; i++) {
        pacta_reference *reference = &document->references.items[i];
        keep_index(&reference->instrument_index, document->instruments.count);
        pacta_target *targets = (pacta_target *)(uintptr_t)reference->targets; /* the document's own */
        for (uint32_t t = 0; t < reference->target_count; t++)
            keep_index(&targets[t].provision, document->provisions.count);
    }
}

static void keep_quotations(pacta_document *document) {
    for (uint32_t i = 0; i < document->quotations.count; i++) {
        pacta_quotation *quotation = &document->quotations.items[i];
        keep_index(&quotation->reference, document->references.count);
        keep_index(&quotation->source.reference, document->references.count);
        keep_index(&quotation->carrier.reference, document->references.count);
    }
}

static void keep_clauses(pacta_document *document) {
    for (uint32_t i = 0; i < document->clauses.count; i++) {
        pacta_clause *clause = &document->clauses.items[i];
        keep_index(&clause->provision, document->provisions.count);
        keep_index(&clause->quotation, document->quotations.count);
        keep_index(&clause->source.reference, document->references.count);
        while (clause->reference_count > 0 &&
               clause->references[clause->reference_count - 1] >= document->references.count)
            clause->reference_count--;
    }
}

static int cap(pacta_work *work, uint32_t *count, pacta_span first_cut, const char *message) {
    if (*count <= work->limits.records)
        return PACTA_OK;
    *count = work->limits.records;
    return pacta_note_diagnostic(work, PACTA_D_RECORD_LIMIT, first_cut, message);
}

#define CAP(array, message)                                                                                  \
    cap(work, &document->array.count,                                                                        \
        document->array.count > limit ? document->array.items[limit].span : (pacta_span){0, 0}, message)

int pacta_cap_records(pacta_work *work) {
    pacta_document *document = work->document;
    const uint32_t limit = work->limits.records;
    const pacta_span nowhere = {0, 0}; /* mentions are not in the order of the text */
    int status;
    if ((status = CAP(diagnostics, "further diagnostics are left out")) != PACTA_OK ||
        (status = cap(work, &document->tokens.count, nowhere, "further tokens are left out")) != PACTA_OK ||
        (status = CAP(sentences, "further sentences are left out")) != PACTA_OK ||
        (status = cap(work, &document->instruments.count, nowhere, "further instruments are left out")) !=
            PACTA_OK ||
        (status = cap(work, &document->mentions.count, nowhere, "further mentions are left out")) !=
            PACTA_OK ||
        (status = CAP(references, "further references are left out")) != PACTA_OK ||
        (status = CAP(provisions, "further provisions are left out")) != PACTA_OK ||
        (status = CAP(quotations, "further quotations are left out")) != PACTA_OK ||
        (status = CAP(clauses, "further clauses are left out")) != PACTA_OK)
        return status;
    keep_mentions(document);
    keep_references(document);
    keep_quotations(document);
    keep_clauses(document);
    return PACTA_OK;
}
