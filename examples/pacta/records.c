#include "records.h"

#include "json.h"

struct sheet {
    struct json json;
    const pacta_document *document;
    const char *text;
    const struct view *view;
};

/* ---- Fields that records share ------------------------------------------ */

static void span_fields(struct sheet *sheet, pacta_span span) {
    json_number(&sheet->json, "begin", view_offset(sheet->view, sheet->document, span.begin));
    json_number(&sheet->json, "end", view_offset(sheet->view, sheet->document, span.end));
    if (sheet->view->texts)
        json_text(&sheet->json, "text", sheet->text + span.begin, span.end - span.begin);
}

static void span_object(struct sheet *sheet, const char *key, pacta_span span) {
    json_begin_flat(&sheet->json, key, '{');
    span_fields(sheet, span);
    json_end(&sheet->json, '}');
}

static void span_or_null(struct sheet *sheet, const char *key, pacta_span span) {
    if (span.begin == span.end)
        json_null(&sheet->json, key);
    else
        span_object(sheet, key, span);
}

static void span_array(struct sheet *sheet, const char *key, const pacta_span *spans, size_t count) {
    json_begin(&sheet->json, key, '[');
    for (size_t i = 0; i < count; i++)
        span_object(sheet, NULL, spans[i]);
    json_end(&sheet->json, ']');
}

static int shows(const struct sheet *sheet, enum kind kind) {
    return (sheet->view->kinds & (unsigned)kind) != 0;
}

/* An index into an array that is left out would point at nothing. */
static void index_or_null(struct sheet *sheet, const char *key, enum kind kind, uint32_t index) {
    if (index == PACTA_NONE || !shows(sheet, kind))
        json_null(&sheet->json, key);
    else
        json_number(&sheet->json, key, index);
}

static void source_or_null(struct sheet *sheet, const char *key, const pacta_source *source) {
    if (source->kind == PACTA_SOURCE_NONE) {
        json_null(&sheet->json, key);
        return;
    }
    json_begin_flat(&sheet->json, key, '{');
    span_fields(sheet, source->span);
    json_string(&sheet->json, "kind", pacta_source_kind_name(source->kind));
    json_string(&sheet->json, "stands_for", source->stands_for);
    index_or_null(sheet, "reference", KIND_REFERENCES, source->reference);
    json_end(&sheet->json, '}');
}

/* ---- Records ------------------------------------------------------------ */

static void document_object(struct sheet *sheet) {
    pacta_document_info about = pacta_document_about(sheet->document);
    pacta_form form = about.form == PACTA_FORM_UNKNOWN ? PACTA_FORM_OTHER : about.form;
    json_begin(&sheet->json, "document", '{');
    json_string(&sheet->json, "name", about.name);
    json_number(&sheet->json, "bytes", about.bytes);
    json_string(&sheet->json, "language", about.language);
    json_string(&sheet->json, "form", pacta_form_name(form));
    json_string(&sheet->json, "instrument", about.instrument);
    json_end(&sheet->json, '}');
}

static void mention_object(struct sheet *sheet, const pacta_mention *mention) {
    json_begin_flat(&sheet->json, NULL, '{');
    span_fields(sheet, mention->span);
    json_string(&sheet->json, "how", pacta_resolution_name(mention->how));
    json_end(&sheet->json, '}');
}

static void instruments_array(struct sheet *sheet) {
    size_t count, mention_count;
    const pacta_instrument *instruments = pacta_instruments(sheet->document, &count);
    const pacta_mention *mentions = pacta_mentions(sheet->document, &mention_count);
    for (size_t i = 0; i < count; i++) {
        const pacta_instrument *instrument = &instruments[i];
        json_begin(&sheet->json, NULL, '{');
        json_string(&sheet->json, "id", instrument->id);
        json_string(&sheet->json, "title", instrument->title);
        json_string(&sheet->json, "iri", instrument->iri);
        json_begin_flat(&sheet->json, "aliases", '[');
        for (uint32_t a = 0; a < instrument->alias_count; a++)
            json_string(&sheet->json, NULL, instrument->aliases[a]);
        json_end(&sheet->json, ']');
        json_begin(&sheet->json, "mentions", '[');
        for (uint32_t m = 0; m < instrument->mention_count; m++)
            mention_object(sheet, &mentions[instrument->first_mention + m]);
        json_end(&sheet->json, ']');
        json_end(&sheet->json, '}');
    }
}

static void target_object(struct sheet *sheet, const pacta_target *target) {
    json_begin_flat(&sheet->json, NULL, '{');
    span_fields(sheet, target->span);
    json_string(&sheet->json, "eid", target->eid);
    json_string(&sheet->json, "unit", target->unit);
    if (target->through != NULL)
        json_string(&sheet->json, "through", target->through);
    if (target->instrument != NULL)
        json_string(&sheet->json, "instrument", target->instrument);
    if (target->provision != PACTA_NONE)
        index_or_null(sheet, "provision", KIND_PROVISIONS, target->provision);
    json_end(&sheet->json, '}');
}

static void references_array(struct sheet *sheet) {
    size_t count;
    const pacta_reference *references = pacta_references(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_reference *reference = &references[i];
        json_begin(&sheet->json, NULL, '{');
        span_fields(sheet, reference->span);
        json_begin(&sheet->json, "targets", '[');
        for (uint32_t t = 0; t < reference->target_count; t++)
            target_object(sheet, &reference->targets[t]);
        json_end(&sheet->json, ']');
        json_string(&sheet->json, "instrument", reference->instrument);
        json_string(&sheet->json, "resolution", pacta_resolution_name(reference->resolution));
        if (reference->rule != NULL)
            json_string(&sheet->json, "rule", reference->rule);
        json_end(&sheet->json, '}');
    }
}

static void quotations_array(struct sheet *sheet) {
    size_t count;
    const pacta_quotation *quotations = pacta_quotations(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_quotation *quotation = &quotations[i];
        json_begin(&sheet->json, NULL, '{');
        span_fields(sheet, quotation->span);
        span_object(sheet, "inner", quotation->inner);
        json_string(&sheet->json, "kind", pacta_quotation_kind_name(quotation->kind));
        json_number(&sheet->json, "depth", quotation->depth);
        index_or_null(sheet, "parent", KIND_QUOTATIONS, quotation->parent);
        index_or_null(sheet, "continues", KIND_QUOTATIONS, quotation->continues);
        source_or_null(sheet, "source", &quotation->source);
        source_or_null(sheet, "carrier", &quotation->carrier);
        span_or_null(sheet, "cue", quotation->cue);
        index_or_null(sheet, "reference", KIND_REFERENCES, quotation->reference);
        json_end(&sheet->json, '}');
    }
}

static void provisions_array(struct sheet *sheet) {
    size_t count;
    const pacta_provision *provisions = pacta_provisions(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_provision *provision = &provisions[i];
        json_begin(&sheet->json, NULL, '{');
        json_string(&sheet->json, "eid", provision->eid);
        json_string(&sheet->json, "unit", provision->unit);
        index_or_null(sheet, "parent", KIND_PROVISIONS, provision->parent);
        span_or_null(sheet, "label", provision->label);
        span_or_null(sheet, "heading", provision->heading);
        span_fields(sheet, provision->span);
        json_end(&sheet->json, '}');
    }
}

static void clauses_array(struct sheet *sheet) {
    size_t count;
    const pacta_clause *clauses = pacta_clauses(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_clause *clause = &clauses[i];
        json_begin(&sheet->json, NULL, '{');
        span_fields(sheet, clause->span);
        json_string(&sheet->json, "origin", pacta_origin_name(clause->origin));
        json_string(&sheet->json, "instrument", clause->instrument);
        json_string(&sheet->json, "eid", clause->eid);
        index_or_null(sheet, "provision", KIND_PROVISIONS, clause->provision);
        index_or_null(sheet, "quotation", KIND_QUOTATIONS, clause->quotation);
        json_string(&sheet->json, "modality",
                    clause->modality == PACTA_MODALITY_NONE ? NULL : pacta_modality_name(clause->modality));
        json_string(&sheet->json, "topic", clause->topic);
        span_or_null(sheet, "actor", clause->actor);
        span_or_null(sheet, "cue", clause->cue);
        span_array(sheet, "conditions", clause->conditions, clause->condition_count);
        span_array(sheet, "exceptions", clause->exceptions, clause->exception_count);
        json_begin_flat(&sheet->json, "references", '[');
        for (uint32_t r = 0; r < clause->reference_count && shows(sheet, KIND_REFERENCES); r++)
            json_number(&sheet->json, NULL, clause->references[r]);
        json_end(&sheet->json, ']');
        source_or_null(sheet, "source", &clause->source);
        json_end(&sheet->json, '}');
    }
}

static void sentences_array(struct sheet *sheet) {
    size_t count;
    const pacta_sentence *sentences = pacta_sentences(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        json_begin_flat(&sheet->json, NULL, '{');
        span_fields(sheet, sentences[i].span);
        json_number(&sheet->json, "paragraph", sentences[i].paragraph);
        json_end(&sheet->json, '}');
    }
}

static void tokens_array(struct sheet *sheet) {
    size_t count;
    const pacta_token *tokens = pacta_tokens(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        json_begin_flat(&sheet->json, NULL, '{');
        span_fields(sheet, tokens[i].span);
        json_string(&sheet->json, "kind", pacta_token_kind_name(tokens[i].kind));
        json_end(&sheet->json, '}');
    }
}

static void diagnostics_array(struct sheet *sheet) {
    size_t count;
    const pacta_diagnostic *diagnostics = pacta_diagnostics(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        json_begin(&sheet->json, NULL, '{');
        span_fields(sheet, diagnostics[i].span);
        json_string(&sheet->json, "code", pacta_diagnostic_name(diagnostics[i].code));
        json_string(&sheet->json, "message", diagnostics[i].message);
        json_end(&sheet->json, '}');
    }
}

/* ---- The whole ---------------------------------------------------------- */

static const struct array {
    const char *key;
    enum kind kind;
    int required; /* there, if empty, where the kind is not shown */
    void (*members)(struct sheet *);
} arrays[] = {
    {"instruments", KIND_INSTRUMENTS, 1, instruments_array},
    {"references", KIND_REFERENCES, 1, references_array},
    {"quotations", KIND_QUOTATIONS, 1, quotations_array},
    {"provisions", KIND_PROVISIONS, 1, provisions_array},
    {"clauses", KIND_CLAUSES, 1, clauses_array},
    {"sentences", KIND_SENTENCES, 0, sentences_array},
    {"tokens", KIND_TOKENS, 0, tokens_array},
    {"diagnostics", KIND_DIAGNOSTICS, 1, diagnostics_array},
};

static void label_field(struct json *json, const struct label *id) {
    if (id->json == NULL)
        json_null(json, "id");
    else
        json_raw(json, "id", id->json, id->size);
}

void records_write(struct writer *out, const pacta_document *document, const struct view *view) {
    records_write_labelled(out, NULL, document, view);
}

void records_write_error(struct writer *out, const struct label *id, const char *file, uint64_t number,
                         const char *message) {
    struct json json = {.out = out, .empty = 1};
    json_begin(&json, NULL, '{');
    label_field(&json, id);
    json_begin(&json, "error", '{');
    json_string(&json, "file", file);
    json_number(&json, "line", number);
    json_string(&json, "message", message);
    json_end(&json, '}');
    json_end(&json, '}');
}

void records_write_labelled(struct writer *out, const struct label *id, const pacta_document *document,
                            const struct view *view) {
    struct sheet sheet = {
        {out, view->pretty, 0, 0, 1, view->in_markup}, document, pacta_document_text(document, NULL), view};
    json_begin(&sheet.json, NULL, '{');
    if (id != NULL)
        label_field(&sheet.json, id);
    json_string(&sheet.json, "pacta", pacta_version());
    json_string(&sheet.json, "offsets", view_units[view->offsets].text);
    document_object(&sheet);
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        int shown = shows(&sheet, arrays[i].kind);
        if (!shown && !arrays[i].required)
            continue;
        json_begin(&sheet.json, arrays[i].key, '[');
        if (shown)
            arrays[i].members(&sheet);
        json_end(&sheet.json, ']');
    }
    json_end(&sheet.json, '}');
}
