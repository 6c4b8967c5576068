/* Diagnostics: noting them, and putting them in order at the end. */
#include "rules/ruleset.h"
#include "work.h"
#include <stdio.h>
#include <string.h>

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

static bool is_behind(const pacta_diagnostic *a, const pacta_diagnostic *b) {
    return a->span.begin != b->span.begin ? a->span.begin > b->span.begin : a->code > b->code;
}

/* A merge sort, since equal ones must keep their order. */
int pacta_order_diagnostics(pacta_work *work) {
    pacta_diagnostic *items = work->document->diagnostics.items;
    uint32_t count = work->document->diagnostics.count;
    if (count < 2)
        return PACTA_OK;
    pacta_diagnostic *room = pacta_scratch(work, count * sizeof *room);
    if (room == NULL)
        return pacta_out_of_memory(work);
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t low = 0; low < count; low += 2 * width) {
            size_t middle = low + width < count ? low + width : count;
            size_t high = middle + width < count ? middle + width : count;
            size_t i = low, j = middle;
            for (size_t k = low; k < high; k++)
                room[k] =
                    i < middle && (j >= high || !is_behind(&items[i], &items[j])) ? items[i++] : items[j++];
        }
        memcpy(items, room, count * sizeof *items);
    }
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
