#include "csv.h"

#include "utf8.h"

#include <string.h>

struct table {
    struct writer *out;
    const struct view *view;
    const pacta_document *document;
    const char *name, *text;
    int fields; /* on the row so far */
};

/* ---- Fields ------------------------------------------------------------- */

static void comma(struct table *table) {
    if (table->fields++ > 0)
        writer_byte(table->out, ',');
}

static void doubled(struct table *table, const char *text, size_t size) {
    for (const char *quote; (quote = memchr(text, '"', size)) != NULL;) {
        size_t part = (size_t)(quote - text) + 1;
        writer_bytes(table->out, text, part);
        writer_byte(table->out, '"');
        text += part;
        size -= part;
    }
    writer_bytes(table->out, text, size);
}

/* Quoted whatever it holds: no reader then takes it for a number or a blank. */
static void words(struct table *table, pacta_span span) {
    comma(table);
    if (span.begin == span.end)
        return;
    writer_byte(table->out, '"');
    doubled(table, table->text + span.begin, span.end - span.begin);
    writer_byte(table->out, '"');
}

/* NULL is an empty field. */
static void string(struct table *table, const char *string) {
    comma(table);
    if (string == NULL)
        return;
    int quoted = strpbrk(string, ",\"\r\n") != NULL;
    if (quoted)
        writer_byte(table->out, '"');
    while (*string != '\0') {
        size_t run = utf8_run(string);
        doubled(table, string, run);
        string += run;
        if (*string != '\0') {
            writer_string(table->out, UTF8_REPLACEMENT);
            string++;
        }
    }
    if (quoted)
        writer_byte(table->out, '"');
}

static void number(struct table *table, uint32_t number) {
    comma(table);
    if (number != PACTA_NONE)
        writer_number(table->out, number);
}

static void place(struct table *table, pacta_span span) {
    number(table, view_offset(table->view, table->document, span.begin));
    number(table, view_offset(table->view, table->document, span.end));
}

static void all_words(struct table *table, const pacta_span *spans, size_t count) {
    comma(table);
    if (count == 0)
        return;
    writer_byte(table->out, '"');
    for (size_t i = 0; i < count; i++) {
        writer_string(table->out, i > 0 ? " | " : "");
        doubled(table, table->text + spans[i].begin, spans[i].end - spans[i].begin);
    }
    writer_byte(table->out, '"');
}

static void all_strings(struct table *table, const char *const *strings, size_t count) {
    comma(table);
    if (count == 0)
        return;
    writer_byte(table->out, '"');
    for (size_t i = 0; i < count; i++) {
        writer_string(table->out, i > 0 ? " | " : "");
        doubled(table, strings[i], strlen(strings[i]));
    }
    writer_byte(table->out, '"');
}

static void all_numbers(struct table *table, const uint32_t *numbers, size_t count) {
    comma(table);
    for (size_t i = 0; i < count; i++) {
        writer_string(table->out, i > 0 ? " | " : "");
        writer_number(table->out, numbers[i]);
    }
}

static void source(struct table *table, const pacta_source *source) {
    words(table, source->span);
    string(table, source->kind == PACTA_SOURCE_NONE ? NULL : pacta_source_kind_name(source->kind));
    string(table, source->stands_for);
}

/* ---- Rows --------------------------------------------------------------- */

static void row_begin(struct table *table, size_t index) {
    table->fields = 0;
    string(table, table->name);
    number(table, (uint32_t)index);
}

/* A row of a record that has a place. */
static void placed_begin(struct table *table, size_t index, pacta_span span) {
    row_begin(table, index);
    place(table, span);
    number(table, pacta_document_position(table->document, span.begin).line);
}

static void row_end(struct table *table) {
    writer_string(table->out, "\r\n");
}

/* The last field: what a record's words are. */
static void placed_end(struct table *table, pacta_span span) {
    if (table->view->texts)
        words(table, span);
    row_end(table);
}

static void instruments(struct table *table) {
    size_t count;
    const pacta_instrument *all = pacta_instruments(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        row_begin(table, i);
        string(table, all[i].id);
        string(table, all[i].title);
        string(table, all[i].iri);
        all_strings(table, all[i].aliases, all[i].alias_count);
        number(table, all[i].mention_count);
        row_end(table);
    }
}

static void target(struct table *table, const pacta_reference *reference, const pacta_target *target) {
    string(table, target != NULL && target->instrument != NULL ? target->instrument : reference->instrument);
    string(table, target != NULL ? target->eid : NULL);
    string(table, target != NULL ? target->unit : NULL);
    string(table, target != NULL ? target->through : NULL);
    number(table, target != NULL ? target->provision : PACTA_NONE);
    string(table, pacta_resolution_name(reference->resolution));
    string(table, reference->rule);
}

static void references(struct table *table) {
    size_t count;
    const pacta_reference *all = pacta_references(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        uint32_t t = 0;
        do {
            placed_begin(table, i, all[i].span);
            target(table, &all[i], all[i].target_count > 0 ? &all[i].targets[t] : NULL);
            placed_end(table, all[i].span);
        } while (++t < all[i].target_count);
    }
}

static void quotations(struct table *table) {
    size_t count;
    const pacta_quotation *all = pacta_quotations(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        placed_begin(table, i, all[i].span);
        string(table, pacta_quotation_kind_name(all[i].kind));
        number(table, all[i].depth);
        number(table, all[i].parent);
        number(table, all[i].continues);
        source(table, &all[i].source);
        source(table, &all[i].carrier);
        words(table, all[i].cue);
        number(table, all[i].reference);
        placed_end(table, all[i].span);
    }
}

static void provisions(struct table *table) {
    size_t count;
    const pacta_provision *all = pacta_provisions(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        placed_begin(table, i, all[i].span);
        string(table, all[i].eid);
        string(table, all[i].unit);
        number(table, all[i].parent);
        words(table, all[i].label);
        words(table, all[i].heading);
        placed_end(table, all[i].span);
    }
}

static void clauses(struct table *table) {
    size_t count;
    const pacta_clause *all = pacta_clauses(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_clause *clause = &all[i];
        placed_begin(table, i, clause->span);
        string(table, pacta_origin_name(clause->origin));
        string(table, clause->modality == PACTA_MODALITY_NONE ? NULL : pacta_modality_name(clause->modality));
        string(table, clause->topic);
        string(table, clause->instrument);
        string(table, clause->eid);
        number(table, clause->provision);
        number(table, clause->quotation);
        words(table, clause->actor);
        words(table, clause->cue);
        all_words(table, clause->conditions, clause->condition_count);
        all_words(table, clause->exceptions, clause->exception_count);
        all_numbers(table, clause->references, clause->reference_count);
        source(table, &clause->source);
        placed_end(table, clause->span);
    }
}

static void sentences(struct table *table) {
    size_t count;
    const pacta_sentence *all = pacta_sentences(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        placed_begin(table, i, all[i].span);
        number(table, all[i].paragraph);
        placed_end(table, all[i].span);
    }
}

static void tokens(struct table *table) {
    size_t count;
    const pacta_token *all = pacta_tokens(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        placed_begin(table, i, all[i].span);
        string(table, pacta_token_kind_name(all[i].kind));
        placed_end(table, all[i].span);
    }
}

static void diagnostics(struct table *table) {
    size_t count;
    const pacta_diagnostic *all = pacta_diagnostics(table->document, &count);
    for (size_t i = 0; i < count; i++) {
        placed_begin(table, i, all[i].span);
        string(table, pacta_diagnostic_name(all[i].code));
        string(table, all[i].message);
        placed_end(table, all[i].span);
    }
}

/* ---- Tables ------------------------------------------------------------- */

#define PLACE "begin,end,line,"
#define SOURCE(name) name "," name "_kind," name "_stands_for,"

/* `text`, the last column, is left out where the view shows no texts. */
static const struct kind_of_table {
    enum kind kind;
    const char *columns;
    int placed;
    void (*rows)(struct table *);
} tables[] = {
    {KIND_INSTRUMENTS, "instrument,id,title,iri,aliases,mentions", 0, instruments},
    {KIND_REFERENCES, "reference," PLACE "instrument,eid,unit,through,provision,resolution,rule", 1,
     references},
    {KIND_QUOTATIONS,
     "quotation," PLACE "kind,depth,parent,continues," SOURCE("source") SOURCE("carrier") "cue,reference", 1,
     quotations},
    {KIND_PROVISIONS, "provision," PLACE "eid,unit,parent,label,heading", 1, provisions},
    {KIND_CLAUSES,
     "clause," PLACE
     "origin,modality,topic,instrument,eid,provision,quotation,actor,cue,conditions,exceptions,"
     "references,source,source_kind,source_stands_for",
     1, clauses},
    {KIND_SENTENCES, "sentence," PLACE "paragraph", 1, sentences},
    {KIND_TOKENS, "token," PLACE "kind", 1, tokens},
    {KIND_DIAGNOSTICS, "diagnostic," PLACE "code,message", 1, diagnostics},
};

static const struct kind_of_table *table_of(enum kind kind) {
    const struct kind_of_table *table = tables;
    while (table->kind != kind)
        table++;
    return table;
}

void csv_header(struct writer *out, enum kind kind, const struct view *view) {
    const struct kind_of_table *table = table_of(kind);
    writer_string(out, "document,");
    writer_string(out, table->columns);
    writer_string(out, table->placed && view->texts ? ",text\r\n" : "\r\n");
}

void csv_rows(struct writer *out, enum kind kind, const pacta_document *document, const struct view *view) {
    struct table table = {.out = out, .view = view, .document = document};
    table.name = pacta_document_about(document).name;
    table.text = pacta_document_text(document, NULL);
    table_of(kind)->rows(&table);
}
