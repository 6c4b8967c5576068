#include "check.h"
#include "core/utf8.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct check {
    const pacta_document *document;
    const char *text;
    size_t size;
    const char *what; /* kind of record in hand */
    size_t index;
    char *fault; /* "" so far */
} check;

static char fault_text[256];

static void fault(check *c, const char *format, ...) {
    if (*c->fault != '\0')
        return;
    int used = snprintf(c->fault, sizeof fault_text, "%s %zu: ", c->what, c->index);
    va_list list;
    va_start(list, format);
    vsnprintf(c->fault + used, sizeof fault_text - (size_t)used, format, list);
    va_end(list);
}

static bool is_boundary(const check *c, uint32_t at) {
    return at == c->size || (at < c->size && !pacta_utf8_continues((unsigned char)c->text[at]));
}

static bool is_none(pacta_span span) {
    return span.begin == 0 && span.end == 0;
}

static bool is_inside(pacta_span inner, pacta_span outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

static void check_span(check *c, pacta_span span, const char *name) {
    if (span.begin > span.end || span.end > c->size)
        fault(c, "%s [%u, %u) of %zu bytes", name, (unsigned)span.begin, (unsigned)span.end, c->size);
    else if (!is_boundary(c, span.begin) || !is_boundary(c, span.end))
        fault(c, "%s [%u, %u) cuts a character", name, (unsigned)span.begin, (unsigned)span.end);
}

/* A span that must be there, and in the order of the text. */
static void check_record(check *c, pacta_span span, uint32_t *last) {
    check_span(c, span, "span");
    if (span.begin == span.end)
        fault(c, "empty at %u", (unsigned)span.begin);
    if (span.begin < *last)
        fault(c, "at %u stands behind one at %u", (unsigned)span.begin, (unsigned)*last);
    *last = span.begin;
}

static void check_index(check *c, uint32_t index, size_t count, const char *name) {
    if (index != PACTA_NONE && index >= count)
        fault(c, "%s %u of %zu", name, (unsigned)index, count);
}

static void check_string(check *c, const char *text, const char *name) {
    size_t size = text == NULL ? 0 : strlen(text);
    if (text == NULL || pacta_utf8_check(text, size) != size)
        fault(c, "%s %s", name, text == NULL ? "is missing" : "is not UTF-8");
}

static void check_string_or_none(check *c, const char *text, const char *name) {
    if (text != NULL)
        check_string(c, text, name);
}

static void check_name(check *c, const char *name) {
    if (strcmp(name, "unknown") == 0)
        fault(c, "an enumeration's value has no name");
}

static void check_tokens(check *c) {
    size_t count;
    const pacta_token *list = pacta_tokens(c->document, &count);
    uint32_t end = 0;
    for (c->what = "token", c->index = 0; c->index < count; c->index++) {
        const pacta_token *token = &list[c->index];
        check_span(c, token->span, "span");
        if (token->span.begin < end)
            fault(c, "overlaps the one before");
        if ((token->span.begin == token->span.end) != (token->kind == PACTA_TOKEN_BREAK))
            fault(c, "empty, or a break that is not");
        end = token->span.end;
        check_name(c, pacta_token_kind_name(token->kind));
    }
}

static void check_sentences(check *c) {
    size_t count;
    const pacta_sentence *list = pacta_sentences(c->document, &count);
    uint32_t end = 0, paragraph = 0;
    for (c->what = "sentence", c->index = 0; c->index < count; c->index++) {
        const pacta_sentence *sentence = &list[c->index];
        uint32_t last = end;
        check_record(c, sentence->span, &last);
        if (sentence->paragraph < paragraph)
            fault(c, "goes back to paragraph %u", (unsigned)sentence->paragraph);
        end = sentence->span.end;
        paragraph = sentence->paragraph;
    }
}

static void check_instruments(check *c) {
    size_t count, mention_count;
    const pacta_instrument *list = pacta_instruments(c->document, &count);
    const pacta_mention *mentions = pacta_mentions(c->document, &mention_count);
    uint32_t next = 0;
    for (c->what = "instrument", c->index = 0; c->index < count; c->index++) {
        const pacta_instrument *instrument = &list[c->index];
        check_string(c, instrument->id, "id");
        check_string_or_none(c, instrument->title, "title");
        check_string_or_none(c, instrument->iri, "iri");
        for (uint32_t a = 0; a < instrument->alias_count; a++)
            check_string(c, instrument->aliases[a], "alias");
        if (instrument->mention_count > 0 && instrument->first_mention != next)
            fault(c, "mentions begin at %u, not at %u", (unsigned)instrument->first_mention, (unsigned)next);
        next += instrument->mention_count;
    }
    if (next != mention_count)
        fault(c, "%u mentions are instruments', of %zu", (unsigned)next, mention_count);
    uint32_t instrument = 0, last = 0;
    for (c->what = "mention", c->index = 0; c->index < mention_count && *c->fault == '\0'; c->index++) {
        const pacta_mention *mention = &mentions[c->index];
        if (mention->instrument >= count || mention->instrument < instrument)
            fault(c, "instrument %u behind %u", (unsigned)mention->instrument, (unsigned)instrument);
        if (mention->instrument != instrument)
            last = 0;
        instrument = mention->instrument;
        check_record(c, mention->span, &last);
        check_name(c, pacta_resolution_name(mention->how));
    }
}

static void check_target(check *c, const pacta_reference *reference, const pacta_target *target) {
    size_t count;
    const pacta_provision *provisions = pacta_provisions(c->document, &count);
    check_span(c, target->span, "target's span");
    if (!is_inside(target->span, reference->span) || target->span.begin == target->span.end)
        fault(c, "target [%u, %u) is not in [%u, %u)", (unsigned)target->span.begin,
              (unsigned)target->span.end, (unsigned)reference->span.begin, (unsigned)reference->span.end);
    check_string(c, target->eid, "eid");
    check_string(c, target->unit, "unit");
    check_string_or_none(c, target->through, "through");
    check_string_or_none(c, target->instrument, "target's instrument");
    check_index(c, target->provision, count, "provision");
    if (target->provision < count && target->through == NULL && *c->fault == '\0' &&
        strcmp(provisions[target->provision].eid, target->eid) != 0)
        fault(c, "%s is not provision %s", target->eid, provisions[target->provision].eid);
}

static void check_references(check *c) {
    size_t count, instrument_count;
    const pacta_reference *list = pacta_references(c->document, &count);
    const pacta_instrument *instruments = pacta_instruments(c->document, &instrument_count);
    uint32_t last = 0;
    for (c->what = "reference", c->index = 0; c->index < count && *c->fault == '\0'; c->index++) {
        const pacta_reference *reference = &list[c->index];
        check_record(c, reference->span, &last);
        check_name(c, pacta_resolution_name(reference->resolution));
        check_string(c, reference->rule, "rule");
        check_index(c, reference->instrument_index, instrument_count, "instrument");
        if (reference->instrument_index < instrument_count &&
            (reference->instrument == NULL ||
             strcmp(instruments[reference->instrument_index].id, reference->instrument) != 0))
            fault(c, "instrument is not that of its index");
        for (uint32_t t = 0; t < reference->target_count; t++)
            check_target(c, reference, &reference->targets[t]);
    }
}

static void check_provisions(check *c) {
    size_t count;
    const pacta_provision *list = pacta_provisions(c->document, &count);
    uint32_t last = 0;
    for (c->what = "provision", c->index = 0; c->index < count && *c->fault == '\0'; c->index++) {
        const pacta_provision *provision = &list[c->index];
        check_record(c, provision->span, &last);
        check_string(c, provision->eid, "eid");
        check_string(c, provision->unit, "unit");
        check_span(c, provision->label, "label");
        check_span(c, provision->heading, "heading");
        if (!is_none(provision->label) && !is_inside(provision->label, provision->span))
            fault(c, "label is outside");
        if (!is_none(provision->heading) && !is_inside(provision->heading, provision->span))
            fault(c, "heading is outside");
        if (provision->parent == PACTA_NONE)
            continue;
        if (provision->parent >= c->index)
            fault(c, "parent %u", (unsigned)provision->parent);
        else if (!is_inside(provision->span, list[provision->parent].span))
            fault(c, "[%u, %u) is outside its parent", (unsigned)provision->span.begin,
                  (unsigned)provision->span.end);
    }
}

static void check_source(check *c, const pacta_source *source, const char *name) {
    size_t count;
    pacta_references(c->document, &count);
    check_span(c, source->span, name);
    if (source->kind != PACTA_SOURCE_UNKNOWN) /* that is its name */
        check_name(c, pacta_source_kind_name(source->kind));
    check_string_or_none(c, source->stands_for, "stands_for");
    check_index(c, source->reference, count, "source's reference");
    if (source->kind != PACTA_SOURCE_NONE && source->span.begin == source->span.end)
        fault(c, "%s has a kind and no words", name);
}

static void check_quotations(check *c) {
    size_t count, reference_count;
    const pacta_quotation *list = pacta_quotations(c->document, &count);
    pacta_references(c->document, &reference_count);
    uint32_t last = 0;
    for (c->what = "quotation", c->index = 0; c->index < count && *c->fault == '\0'; c->index++) {
        const pacta_quotation *quotation = &list[c->index];
        check_record(c, quotation->span, &last);
        check_span(c, quotation->inner, "inner");
        check_span(c, quotation->cue, "cue");
        check_name(c, pacta_quotation_kind_name(quotation->kind));
        check_source(c, &quotation->source, "source");
        check_source(c, &quotation->carrier, "carrier");
        check_index(c, quotation->reference, reference_count, "reference");
        if (quotation->carrier.kind != PACTA_SOURCE_NONE && quotation->source.kind == PACTA_SOURCE_NONE)
            fault(c, "carrier without a source");
        if (quotation->source.kind != PACTA_SOURCE_NONE &&
            (quotation->kind == PACTA_QUOTATION_TERM || quotation->kind == PACTA_QUOTATION_TITLE))
            fault(c, "somebody's, though a name");
        if (!is_inside(quotation->inner, quotation->span))
            fault(c, "inner is outside");
        if (quotation->continues != PACTA_NONE && quotation->continues >= c->index)
            fault(c, "continues %u", (unsigned)quotation->continues);
        if (quotation->parent == PACTA_NONE) {
            if (quotation->depth != 0)
                fault(c, "depth %u without a parent", (unsigned)quotation->depth);
        } else if (quotation->parent >= c->index) {
            fault(c, "parent %u", (unsigned)quotation->parent);
        } else if (!is_inside(quotation->span, list[quotation->parent].span) ||
                   quotation->depth != list[quotation->parent].depth + 1) {
            fault(c, "is not in its parent, or not one deeper");
        }
    }
}

static void check_clause(check *c, const pacta_clause *clause) {
    size_t provision_count, quotation_count, reference_count;
    pacta_provisions(c->document, &provision_count);
    pacta_quotations(c->document, &quotation_count);
    pacta_references(c->document, &reference_count);
    check_name(c, pacta_origin_name(clause->origin));
    check_name(c, pacta_modality_name(clause->modality));
    check_string_or_none(c, clause->topic, "topic");
    check_string_or_none(c, clause->instrument, "instrument");
    check_string_or_none(c, clause->eid, "eid");
    check_index(c, clause->provision, provision_count, "provision");
    check_index(c, clause->quotation, quotation_count, "quotation");
    check_span(c, clause->cue, "cue");
    check_span(c, clause->actor, "actor");
    check_source(c, &clause->source, "source");
    for (uint32_t i = 0; i < clause->condition_count; i++)
        check_span(c, clause->conditions[i], "condition");
    for (uint32_t i = 0; i < clause->exception_count; i++)
        check_span(c, clause->exceptions[i], "exception");
    for (uint32_t i = 0; i < clause->reference_count; i++)
        check_index(c, clause->references[i], reference_count, "reference");
}

static void check_clauses(check *c) {
    size_t count;
    const pacta_clause *list = pacta_clauses(c->document, &count);
    uint32_t last = 0;
    for (c->what = "clause", c->index = 0; c->index < count && *c->fault == '\0'; c->index++) {
        check_record(c, list[c->index].span, &last);
        check_clause(c, &list[c->index]);
    }
}

static void check_diagnostics(check *c) {
    size_t count;
    const pacta_diagnostic *list = pacta_diagnostics(c->document, &count);
    uint32_t last = 0;
    for (c->what = "diagnostic", c->index = 0; c->index < count && *c->fault == '\0'; c->index++) {
        check_span(c, list[c->index].span, "span");
        if (list[c->index].span.begin < last)
            fault(c, "at %u stands behind one at %u", (unsigned)list[c->index].span.begin, (unsigned)last);
        last = list[c->index].span.begin;
        check_name(c, pacta_diagnostic_name(list[c->index].code));
        check_string(c, list[c->index].message, "message");
    }
}

const char *check_document(const pacta_document *document) {
    static void (*const checks[])(check *) = {check_tokens,     check_sentences,  check_instruments,
                                              check_references, check_provisions, check_quotations,
                                              check_clauses,    check_diagnostics};
    check c = {.document = document, .fault = fault_text};
    c.text = pacta_document_text(document, &c.size);
    *fault_text = '\0';
    for (size_t i = 0; i < sizeof checks / sizeof *checks && *fault_text == '\0'; i++)
        checks[i](&c);
    return *fault_text == '\0' ? NULL : fault_text;
}
