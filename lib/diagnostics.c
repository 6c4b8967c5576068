/* Diagnostics: noting them, and putting them in order at the end. */
#include "core/sort.h"
#include "work.h"
#include <stdio.h>

int pacta_note_diagnostic(pacta_work *work, pacta_diagnostic_code code, pacta_span span,
                          const char *message) {
    pacta_diagnostic diagnostic = {span, code, message};
    if (!pacta_array_push(&work->document->memory, &work->document->diagnostics, diagnostic))
        return pacta_out_of_memory(work);
    return PACTA_OK;
}

static int note_strike(pacta_work *work, const pacta_rule *rule, const pacta_strike *strike) {
    char message[160];
    int size = snprintf(message, sizeof message, "rule %s ran out of its match limit%s", rule->name,
                        strike->count == STRIKE_LIMIT ? " again and again, and was given up" : "");
    const char *kept = pacta_arena_text(&work->document->arena, message, (size_t)size);
    const pacta_cut *cut = &work->tokens.items[pacta_token_at(work, strike->at)];
    pacta_span span = {strike->at, cut->end};
    return kept == NULL ? pacta_out_of_memory(work)
                        : pacta_note_diagnostic(work, PACTA_D_MATCH_LIMIT, span, kept);
}

/* Where each rule that ran out of its limits did so first. */
int pacta_note_strikes(pacta_work *work) {
    int status = PACTA_OK;
    const pacta_matcher *matcher = &work->matcher;
    for (uint32_t i = 0; matcher->limited && status == PACTA_OK && i < work->rules->rules.count; i++)
        if (matcher->strikes[i].count > 0)
            status = note_strike(work, &work->rules->rules.items[i], &matcher->strikes[i]);
    return status;
}

static bool comes_before(const void *a, const void *b) {
    const pacta_diagnostic *one = a, *other = b;
    if ((one->span.end == 0) != (other->span.end == 0)) /* of no place */
        return one->span.end == 0;
    return one->span.begin != other->span.begin ? one->span.begin < other->span.begin
                                                : one->code < other->code;
}

int pacta_order_diagnostics(pacta_work *work) {
    pacta_document *document = work->document;
    uint32_t count = document->diagnostics.count;
    void *room = pacta_scratch(work, count * sizeof(pacta_diagnostic));
    if (room == NULL)
        return pacta_out_of_memory(work);
    pacta_sort(document->diagnostics.items, room, count, sizeof(pacta_diagnostic), comes_before);
    return PACTA_OK;
}

bool pacta_is_incomplete(const pacta_document *document) {
    for (uint32_t i = 0; i < document->diagnostics.count; i++) {
        pacta_diagnostic_code code = document->diagnostics.items[i].code;
        if (code == PACTA_D_RECORD_LIMIT || code == PACTA_D_MATCH_LIMIT || code == PACTA_D_DEPTH_LIMIT)
            return true;
    }
    return false;
}
