#include "annotations.h"

#include "citation.h"
#include "json.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONTEXT = 32 }; /* code points of prefix and suffix */

struct sheet {
    struct json json;
    const pacta_document *document;
    const char *text;
    uint32_t size;
    struct citations citations;
    char *source; /* IRI of the text */
    int failed;   /* there is no memory */
};

/* ---- The text's address -------------------------------------------------- */

/* A path as a relative IRI: what would mean something in one is escaped. */
static char *source_iri(const char *path) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    static const char hex[] = "0123456789ABCDEF";
    if (path == NULL)
        path = "standard-input";
    char *iri = malloc(strlen(path) * 3 + 1), *at = iri;
    for (; iri != NULL && *path != '\0'; path++) {
        if (strchr(plain, *path) != NULL) {
            *at++ = *path;
        } else {
            *at++ = '%';
            *at++ = hex[(unsigned char)*path >> 4];
            *at++ = hex[(unsigned char)*path & 15];
        }
    }
    if (iri != NULL)
        *at = '\0';
    return iri;
}

/* ---- Targets: where in the text ------------------------------------------ */

static uint32_t back(const struct sheet *sheet, uint32_t at) {
    for (int i = 0; i < CONTEXT && at > 0; i++)
        for (at--; at > 0 && (sheet->text[at] & 0xc0) == 0x80;)
            at--;
    return at;
}

static uint32_t on(const struct sheet *sheet, uint32_t at) {
    for (int i = 0; i < CONTEXT && at < sheet->size; i++)
        for (at++; at < sheet->size && (sheet->text[at] & 0xc0) == 0x80;)
            at++;
    return at;
}

static void words(struct sheet *sheet, const char *key, uint32_t begin, uint32_t end) {
    json_text(&sheet->json, key, sheet->text + begin, end - begin);
}

static void target(struct sheet *sheet, pacta_span span) {
    struct json *json = &sheet->json;
    json_begin(json, "target", '{');
    json_string(json, "source", sheet->source);
    json_begin(json, "selector", '[');
    json_begin_flat(json, NULL, '{');
    json_string(json, "type", "TextPositionSelector");
    json_number(json, "start", pacta_document_position(sheet->document, span.begin).codepoint);
    json_number(json, "end", pacta_document_position(sheet->document, span.end).codepoint);
    json_end(json, '}');
    json_begin_flat(json, NULL, '{');
    json_string(json, "type", "TextQuoteSelector");
    words(sheet, "exact", span.begin, span.end);
    words(sheet, "prefix", back(sheet, span.begin), span.begin);
    words(sheet, "suffix", span.end, on(sheet, span.end));
    json_end(json, '}');
    json_end(json, ']');
    json_end(json, '}');
}

/* ---- Bodies: what is said of it ------------------------------------------ */

/* `before` and a colon stand in front of the value, which may be NULL: nothing then. */
static void note(struct sheet *sheet, const char *purpose, const char *before, const char *value) {
    if (value == NULL)
        return;
    size_t size = strlen(value) + (before != NULL ? strlen(before) + 2 : 0) + 1;
    char *text = malloc(size);
    sheet->failed |= text == NULL;
    if (text != NULL)
        snprintf(text, size, "%s%s%s", before != NULL ? before : "", before != NULL ? ": " : "", value);
    json_begin_flat(&sheet->json, NULL, '{');
    json_string(&sheet->json, "type", "TextualBody");
    json_string(&sheet->json, "value", text);
    json_string(&sheet->json, "purpose", purpose);
    json_end(&sheet->json, '}');
    free(text);
}

/* A note in words of the text. */
static void quoted(struct sheet *sheet, const char *purpose, const char *before, pacta_span span) {
    if (span.begin == span.end)
        return;
    size_t size = span.end - span.begin;
    char *text = malloc(size + 1);
    if (text == NULL) {
        sheet->failed = 1;
        return;
    }
    for (size_t i = 0; i < size; i++) /* a zero would end the note */
        text[i] = sheet->text[span.begin + i] != '\0' ? sheet->text[span.begin + i] : ' ';
    text[size] = '\0';
    note(sheet, purpose, before, text);
    free(text);
}

static void quoted_all(struct sheet *sheet, const char *before, const pacta_span *spans, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        quoted(sheet, "describing", before, spans[i]);
}

/* Something that has an IRI of its own. */
static void resource(struct sheet *sheet, const char *purpose, const char *instrument, const char *eid) {
    char *iri = instrument != NULL ? citations_iri(&sheet->citations, instrument, eid) : NULL;
    sheet->failed |= instrument != NULL && iri == NULL;
    if (iri == NULL)
        return;
    json_begin_flat(&sheet->json, NULL, '{');
    json_string(&sheet->json, "type", "SpecificResource");
    json_string(&sheet->json, "source", iri);
    json_string(&sheet->json, "purpose", purpose);
    json_end(&sheet->json, '}');
    free(iri);
}

/* ---- Annotations --------------------------------------------------------- */

/* An IRI beside the text's. */
static void identify(struct sheet *sheet, const char *fragment) {
    size_t size = strlen(sheet->source) + strlen(fragment) + 2;
    char *id = malloc(size);
    sheet->failed |= id == NULL;
    if (id != NULL)
        snprintf(id, size, "%s#%s", sheet->source, fragment);
    json_string(&sheet->json, "id", id);
    free(id);
}

static void begin(struct sheet *sheet, const char *kind, size_t number, const char *motivation) {
    char fragment[64];
    snprintf(fragment, sizeof fragment, "%s-%zu", kind, number);
    json_begin(&sheet->json, NULL, '{');
    identify(sheet, fragment);
    json_string(&sheet->json, "type", "Annotation");
    json_string(&sheet->json, "motivation", motivation);
    json_begin(&sheet->json, "body", '[');
}

static void end(struct sheet *sheet, pacta_span span) {
    json_end(&sheet->json, ']');
    target(sheet, span);
    json_end(&sheet->json, '}');
}

static void instruments(struct sheet *sheet) {
    size_t count, mention_count;
    const pacta_instrument *all = pacta_instruments(sheet->document, &count);
    const pacta_mention *mentions = pacta_mentions(sheet->document, &mention_count);
    for (size_t i = 0; i < mention_count; i++) {
        const pacta_instrument *instrument = &all[mentions[i].instrument];
        begin(sheet, "mention", i, "identifying");
        resource(sheet, "identifying", instrument->id, NULL);
        note(sheet, "tagging", NULL, instrument->id);
        note(sheet, "describing", NULL, instrument->title);
        end(sheet, mentions[i].span);
    }
}

static void reference(struct sheet *sheet, const pacta_reference *reference) {
    if (reference->target_count == 0)
        resource(sheet, "linking", reference->instrument, NULL);
    for (uint32_t i = 0; i < reference->target_count; i++) {
        const pacta_target *to = &reference->targets[i];
        resource(sheet, "linking", citation_of(reference, to), to->eid);
        if (to->through != NULL && *to->through != '\0')
            resource(sheet, "linking", citation_of(reference, to), to->through);
        note(sheet, "tagging", NULL, to->eid);
    }
    note(sheet, "tagging", NULL, reference->instrument);
    note(sheet, "describing", "resolution", pacta_resolution_name(reference->resolution));
}

static void references(struct sheet *sheet) {
    size_t count;
    const pacta_reference *all = pacta_references(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        begin(sheet, "reference", i, "linking");
        reference(sheet, &all[i]);
        end(sheet, all[i].span);
    }
}

static void source(struct sheet *sheet, const char *before, const pacta_source *source) {
    if (source->kind == PACTA_SOURCE_NONE)
        return;
    if (source->stands_for != NULL)
        note(sheet, "describing", before, source->stands_for);
    else
        quoted(sheet, "describing", before, source->span);
}

static void quotations(struct sheet *sheet) {
    size_t count;
    const pacta_quotation *all = pacta_quotations(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        begin(sheet, "quotation", i, "classifying");
        note(sheet, "classifying", NULL, "quotation");
        note(sheet, "classifying", NULL, pacta_quotation_kind_name(all[i].kind));
        source(sheet, "source", &all[i].source);
        source(sheet, "carrier", &all[i].carrier);
        end(sheet, all[i].span);
    }
}

static void provisions(struct sheet *sheet) {
    size_t count;
    const pacta_provision *all = pacta_provisions(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        begin(sheet, "provision", i, "identifying");
        resource(sheet, "identifying", sheet->citations.own, all[i].eid);
        note(sheet, "tagging", NULL, all[i].eid);
        note(sheet, "classifying", NULL, all[i].unit);
        quoted(sheet, "describing", "heading", all[i].heading);
        end(sheet, all[i].span);
    }
}

static void clauses(struct sheet *sheet) {
    size_t count;
    const pacta_clause *all = pacta_clauses(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_clause *clause = &all[i];
        begin(sheet, "clause", i, "classifying");
        note(sheet, "classifying", NULL, "clause");
        if (clause->modality != PACTA_MODALITY_NONE)
            note(sheet, "classifying", NULL, pacta_modality_name(clause->modality));
        note(sheet, "tagging", NULL, clause->topic);
        note(sheet, "describing", "origin", pacta_origin_name(clause->origin));
        quoted(sheet, "describing", "actor", clause->actor);
        quoted_all(sheet, "condition", clause->conditions, clause->condition_count);
        quoted_all(sheet, "exception", clause->exceptions, clause->exception_count);
        source(sheet, "source", &clause->source);
        if (clause->eid != NULL)
            resource(sheet, "linking", clause->instrument, clause->eid);
        end(sheet, clause->span);
    }
}

static void sentences(struct sheet *sheet) {
    size_t count;
    const pacta_sentence *all = pacta_sentences(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        begin(sheet, "sentence", i, "classifying");
        note(sheet, "classifying", NULL, "sentence");
        end(sheet, all[i].span);
    }
}

static void tokens(struct sheet *sheet) {
    size_t count;
    const pacta_token *all = pacta_tokens(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        begin(sheet, "token", i, "classifying");
        note(sheet, "classifying", NULL, pacta_token_kind_name(all[i].kind));
        end(sheet, all[i].span);
    }
}

static void diagnostics(struct sheet *sheet) {
    size_t count;
    const pacta_diagnostic *all = pacta_diagnostics(sheet->document, &count);
    for (size_t i = 0; i < count; i++) {
        begin(sheet, "diagnostic", i, "commenting");
        note(sheet, "commenting", pacta_diagnostic_name(all[i].code), all[i].message);
        end(sheet, all[i].span);
    }
}

/* ---- The whole ---------------------------------------------------------- */

static const struct {
    enum kind kind;
    void (*items)(struct sheet *);
} parts[] = {
    {KIND_INSTRUMENTS, instruments}, {KIND_REFERENCES, references},   {KIND_QUOTATIONS, quotations},
    {KIND_PROVISIONS, provisions},   {KIND_CLAUSES, clauses},         {KIND_SENTENCES, sentences},
    {KIND_TOKENS, tokens},           {KIND_DIAGNOSTICS, diagnostics},
};

static void page(struct sheet *sheet, const struct view *view) {
    struct json *json = &sheet->json;
    json_begin(json, NULL, '{');
    json_string(json, "@context", "http://www.w3.org/ns/anno.jsonld");
    identify(sheet, "annotations");
    json_string(json, "type", "AnnotationPage");
    json_begin_flat(json, "generator", '{');
    json_string(json, "type", "Software");
    json_string(json, "name", "pacta");
    json_string(json, "schema:softwareVersion", pacta_version());
    json_end(json, '}');
    json_begin(json, "items", '[');
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (view->kinds & (unsigned)parts[i].kind)
            parts[i].items(sheet);
    json_end(json, ']');
    json_end(json, '}');
}

void annotations_write(struct writer *out, const pacta_document *document, const struct view *view) {
    struct sheet sheet = {.json = {.out = out, .pretty = view->pretty, .empty = 1}, .document = document};
    size_t size;
    sheet.text = pacta_document_text(document, &size);
    sheet.size = (uint32_t)size;
    sheet.source = source_iri(pacta_document_about(document).name);
    sheet.failed = citations_open(&sheet.citations, document) != 0 || sheet.source == NULL;
    if (!sheet.failed)
        page(&sheet, view);
    if (sheet.failed && out->error == 0)
        out->error = ENOMEM;
    citations_close(&sheet.citations);
    free(sheet.source);
}
