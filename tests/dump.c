#include "dump.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct dump {
    const pacta_document *document;
    const char *text;
    char *out;
    size_t used, room;
    bool places, failed;
} dump;

static void put_bytes(dump *d, const char *bytes, size_t size) {
    if (d->room - d->used < size + 1) {
        size_t room = (d->used + size + 1) * 2;
        char *grown = realloc(d->out, room);
        if (grown == NULL) {
            d->failed = true;
            return;
        }
        d->out = grown;
        d->room = room;
    }
    if (size > 0)
        memcpy(d->out + d->used, bytes, size);
    d->used += size;
    d->out[d->used] = '\0';
}

static void put(dump *d, const char *format, ...) {
    char buffer[1024];
    va_list list;
    va_start(list, format);
    int size = vsnprintf(buffer, sizeof buffer, format, list);
    va_end(list);
    if (size > 0)
        put_bytes(d, buffer, (size_t)size < sizeof buffer ? (size_t)size : sizeof buffer - 1);
}

/* The words of a span, every run of white space a single space. */
static void put_words(dump *d, const char *label, pacta_span span) {
    if (span.begin == span.end)
        return;
    put(d, "%s \"", label);
    bool space = false;
    for (uint32_t i = span.begin; i < span.end; i++) {
        char c = d->text[i];
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
            space = true;
            continue;
        }
        if (space)
            put_bytes(d, " ", 1);
        space = false;
        put_bytes(d, &c, 1);
    }
    put(d, "\"");
    if (d->places)
        put(d, "@%u-%u", (unsigned)span.begin, (unsigned)span.end);
}

static void put_text(dump *d, const char *label, const char *text) {
    if (text == NULL)
        return;
    put(d, "%s ", label);
    put_bytes(d, text, strlen(text));
}

static void put_index(dump *d, const char *label, uint32_t index) {
    if (index != PACTA_NONE)
        put(d, "%s %u", label, (unsigned)index);
}

static void put_source(dump *d, const char *label, const pacta_source *source) {
    if (source->kind == PACTA_SOURCE_NONE)
        return;
    put(d, "%s %s", label, pacta_source_kind_name(source->kind));
    put_words(d, "", source->span);
    put_text(d, " for", source->stands_for);
    if (d->places)
        put_index(d, " reference", source->reference);
}

static void dump_about(dump *d) {
    pacta_document_info info = pacta_document_about(d->document);
    put(d, "about %s", pacta_form_name(info.form));
    put_text(d, "", info.instrument);
    put(d, "\n");
}

static void dump_instruments(dump *d) {
    size_t count;
    const pacta_instrument *list = pacta_instruments(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        put_text(d, "instrument", list[i].id);
        if (list[i].title != NULL)
            put(d, " \"%s\"", list[i].title);
        for (uint32_t a = 0; a < list[i].alias_count; a++)
            put(d, " alias \"%s\"", list[i].aliases[a]);
        put(d, " mentions %u", (unsigned)list[i].mention_count);
        if (d->places)
            put(d, " from %u iri %s", (unsigned)list[i].first_mention,
                list[i].iri == NULL ? "-" : list[i].iri);
        put(d, "\n");
    }
}

static void dump_mentions(dump *d) {
    size_t count, ignored;
    const pacta_mention *list = pacta_mentions(d->document, &count);
    const pacta_instrument *instruments = pacta_instruments(d->document, &ignored);
    for (size_t i = 0; i < count; i++) {
        put_words(d, "mention", list[i].span);
        put_text(d, "", instruments[list[i].instrument].id);
        put(d, " %s\n", pacta_resolution_name(list[i].how));
    }
}

static void dump_references(dump *d) {
    size_t count;
    const pacta_reference *list = pacta_references(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        put_words(d, "reference", list[i].span);
        put(d, " %s %s", list[i].instrument == NULL ? "?" : list[i].instrument,
            pacta_resolution_name(list[i].resolution));
        for (uint32_t t = 0; t < list[i].target_count; t++) {
            const pacta_target *target = &list[i].targets[t];
            put_text(d, "", target->eid);
            put_text(d, " through", target->through);
            put_text(d, " of", target->instrument);
            if (d->places) {
                put_words(d, "", target->span);
                put_text(d, " unit", target->unit);
                put_index(d, " provision", target->provision);
            }
        }
        if (d->places) {
            put_index(d, " instrument", list[i].instrument_index);
            put_text(d, " rule", list[i].rule);
        }
        put(d, "\n");
    }
}

static void dump_provisions(dump *d) {
    size_t count;
    const pacta_provision *list = pacta_provisions(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        put(d, "provision %s %s", list[i].eid, list[i].unit);
        put_words(d, "", list[i].label);
        put_words(d, " heading", list[i].heading);
        if (list[i].parent != PACTA_NONE)
            put(d, " in %s", list[list[i].parent].eid);
        if (d->places)
            put(d, " @%u-%u", (unsigned)list[i].span.begin, (unsigned)list[i].span.end);
        put(d, "\n");
    }
}

static void dump_quotations(dump *d) {
    size_t count;
    const pacta_quotation *list = pacta_quotations(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_quotation *q = &list[i];
        put(d, "quotation %s", pacta_quotation_kind_name(q->kind));
        put_words(d, "", q->span);
        if (q->depth > 0)
            put(d, " depth %u", (unsigned)q->depth);
        if (q->continues != PACTA_NONE)
            put(d, " continues");
        put_source(d, " source", &q->source);
        put_source(d, " carrier", &q->carrier);
        put_words(d, " cue", q->cue);
        if (d->places) {
            put_words(d, " inner", q->inner);
            put_index(d, " parent", q->parent);
            put_index(d, " continues", q->continues);
            put_index(d, " reference", q->reference);
        }
        put(d, "\n");
    }
}

static void dump_clauses(dump *d) {
    size_t count;
    const pacta_clause *list = pacta_clauses(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_clause *c = &list[i];
        put(d, "clause %s %s", pacta_origin_name(c->origin), pacta_modality_name(c->modality));
        put_words(d, "", c->span);
        put_words(d, " cue", c->cue);
        put_words(d, " actor", c->actor);
        for (uint32_t k = 0; k < c->condition_count; k++)
            put_words(d, " condition", c->conditions[k]);
        for (uint32_t k = 0; k < c->exception_count; k++)
            put_words(d, " exception", c->exceptions[k]);
        put_text(d, " topic", c->topic);
        put_text(d, " of", c->instrument);
        put_text(d, " in", c->eid);
        put_source(d, " source", &c->source);
        if (d->places) {
            put_index(d, " provision", c->provision);
            put_index(d, " quotation", c->quotation);
            for (uint32_t k = 0; k < c->reference_count; k++)
                put_index(d, " reference", c->references[k]);
        }
        put(d, "\n");
    }
}

static void dump_sentences(dump *d) {
    size_t count;
    const pacta_sentence *list = pacta_sentences(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        put_words(d, "sentence", list[i].span);
        put(d, " %u\n", (unsigned)list[i].paragraph);
    }
}

static void dump_tokens(dump *d) {
    size_t count;
    const pacta_token *list = pacta_tokens(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        put(d, "token %s", pacta_token_kind_name(list[i].kind));
        put_words(d, "", list[i].span);
        put(d, "\n");
    }
}

static void dump_diagnostics(dump *d) {
    size_t count;
    const pacta_diagnostic *list = pacta_diagnostics(d->document, &count);
    for (size_t i = 0; i < count; i++) {
        put(d, "diagnostic %s", pacta_diagnostic_name(list[i].code));
        put_words(d, "", list[i].span);
        if (d->places)
            put_text(d, " message", list[i].message);
        put(d, "\n");
    }
}

static const struct {
    const char *name;
    void (*print)(dump *d);
} KINDS[] = {{"about", dump_about},           {"instruments", dump_instruments},
             {"mentions", dump_mentions},     {"references", dump_references},
             {"provisions", dump_provisions}, {"quotations", dump_quotations},
             {"clauses", dump_clauses},       {"sentences", dump_sentences},
             {"tokens", dump_tokens},         {"diagnostics", dump_diagnostics}};

enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

unsigned dump_kind(const char *name, size_t length) {
    for (unsigned i = 0; i < KIND_COUNT; i++)
        if (strlen(KINDS[i].name) == length && memcmp(KINDS[i].name, name, length) == 0)
            return 1u << i;
    return 0;
}

char *dump_document(const pacta_document *document, unsigned kinds) {
    dump d = {.document = document,
              .text = pacta_document_text(document, NULL),
              .places = (kinds & DUMP_PLACES) != 0};
    put(&d, "%s", "");
    for (unsigned i = 0; i < KIND_COUNT; i++)
        if ((kinds & 1u << i) != 0)
            KINDS[i].print(&d);
    if (d.failed) {
        free(d.out);
        return NULL;
    }
    return d.out;
}
