#include "clauses/topics.h"
#include "structure/provision_lookup.h"

enum { TOPIC_TOKENS = 200 };

static const pacta_rule *best_in(pacta_work *work, uint32_t first, uint32_t end) {
    const pacta_rule *best = NULL;
    if (end > first && end - first > TOPIC_TOKENS)
        end = first + TOPIC_TOKENS;
    for (uint32_t i = first; (i = pacta_next_with(work, i, end, 1u << RULE_TOPIC)) < end; i++) {
        const pacta_rule *rule = pacta_rule_at(work, RULE_TOPIC, i);
        if (rule != NULL && (best == NULL || rule->priority > best->priority))
            best = rule;
    }
    return best;
}

const char *pacta_topic_of(pacta_work *work, uint32_t first, uint32_t end, uint32_t provision) {
    const pacta_document *document = work->document;
    const pacta_rule *best = NULL;
    for (uint32_t p = provision; p != PACTA_NONE && best == NULL; p = document->provisions.items[p].parent) {
        pacta_span heading = document->provisions.items[p].heading;
        if (heading.end > heading.begin)
            best =
                best_in(work, pacta_token_at(work, heading.begin), pacta_token_at(work, heading.end - 1) + 1);
    }
    if (best == NULL)
        best = best_in(work, first, end);
    return best == NULL ? NULL : best->mode_text;
}
