#include "tables.h"

#include <string.h>

/* ---- Cells -------------------------------------------------------------- */

static void number(struct rows *rows, uint32_t number) {
    *rows->cell++ = (struct cell){.number = number};
}

static void name(struct rows *rows, const char *string) {
    *rows->cell++ = (struct cell){.text = string, .size = string != NULL ? strlen(string) : 0};
}

static struct cell words_of(const struct rows *rows, pacta_span span) {
    return (struct cell){.text = span.begin < span.end ? rows->text + span.begin : NULL,
                         .size = span.end - span.begin};
}

static void words(struct rows *rows, pacta_span span) {
    *rows->cell++ = words_of(rows, span);
}

static void list(struct rows *rows, const void *items, size_t count) {
    *rows->cell++ = (struct cell){.list = items, .count = count};
}

struct cell cell_item(const struct rows *rows, enum cell_kind kind, const struct cell *list, size_t index) {
    if (kind == CELL_NUMBERS)
        return (struct cell){.number = ((const uint32_t *)list->list)[index]};
    if (kind == CELL_PASSAGES)
        return words_of(rows, ((const pacta_span *)list->list)[index]);
    const char *string = ((const char *const *)list->list)[index];
    return (struct cell){.text = string, .size = strlen(string)};
}

static void place(struct rows *rows, pacta_span span) {
    number(rows, view_offset(rows->view, rows->document, span.begin));
    number(rows, view_offset(rows->view, rows->document, span.end));
    number(rows, pacta_document_position(rows->document, span.begin).line);
}

static void source(struct rows *rows, const pacta_source *source) {
    words(rows, source->span);
    name(rows, source->kind == PACTA_SOURCE_NONE ? NULL : pacta_source_kind_name(source->kind));
    name(rows, source->stands_for);
}

/* ---- Rows: number, place, what the kind has, words ----------------------- */

static int instrument(struct rows *rows) {
    size_t count;
    const pacta_instrument *all = pacta_instruments(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    name(rows, one->id);
    name(rows, one->title);
    name(rows, one->iri);
    list(rows, one->aliases, one->alias_count);
    number(rows, one->mention_count);
    return 1;
}

static void target(struct rows *rows, const pacta_reference *reference, const pacta_target *target) {
    name(rows, target != NULL && target->instrument != NULL ? target->instrument : reference->instrument);
    name(rows, target != NULL ? target->eid : NULL);
    name(rows, target != NULL ? target->unit : NULL);
    name(rows, target != NULL ? target->through : NULL);
    number(rows, target != NULL ? target->provision : PACTA_NONE);
}

static int reference(struct rows *rows) {
    size_t count;
    const pacta_reference *all = pacta_references(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record);
    place(rows, one->span);
    target(rows, one, one->target_count > 0 ? &one->targets[rows->target] : NULL);
    name(rows, pacta_resolution_name(one->resolution));
    name(rows, one->rule);
    words(rows, one->span);
    if (++rows->target >= one->target_count) {
        rows->target = 0;
        rows->record++;
    }
    return 1;
}

static int quotation(struct rows *rows) {
    size_t count;
    const pacta_quotation *all = pacta_quotations(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    place(rows, one->span);
    name(rows, pacta_quotation_kind_name(one->kind));
    number(rows, one->depth);
    number(rows, one->parent);
    number(rows, one->continues);
    source(rows, &one->source);
    source(rows, &one->carrier);
    words(rows, one->cue);
    number(rows, one->reference);
    words(rows, one->span);
    return 1;
}

static int provision(struct rows *rows) {
    size_t count;
    const pacta_provision *all = pacta_provisions(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    place(rows, one->span);
    name(rows, one->eid);
    name(rows, one->unit);
    number(rows, one->parent);
    words(rows, one->label);
    words(rows, one->heading);
    words(rows, one->span);
    return 1;
}

static int clause(struct rows *rows) {
    size_t count;
    const pacta_clause *all = pacta_clauses(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    place(rows, one->span);
    name(rows, pacta_origin_name(one->origin));
    name(rows, one->modality == PACTA_MODALITY_NONE ? NULL : pacta_modality_name(one->modality));
    name(rows, one->topic);
    name(rows, one->instrument);
    name(rows, one->eid);
    number(rows, one->provision);
    number(rows, one->quotation);
    words(rows, one->actor);
    words(rows, one->cue);
    list(rows, one->conditions, one->condition_count);
    list(rows, one->exceptions, one->exception_count);
    list(rows, one->references, one->reference_count);
    source(rows, &one->source);
    words(rows, one->span);
    return 1;
}

static int sentence(struct rows *rows) {
    size_t count;
    const pacta_sentence *all = pacta_sentences(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    place(rows, one->span);
    number(rows, one->paragraph);
    words(rows, one->span);
    return 1;
}

static int token(struct rows *rows) {
    size_t count;
    const pacta_token *all = pacta_tokens(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    place(rows, one->span);
    name(rows, pacta_token_kind_name(one->kind));
    words(rows, one->span);
    return 1;
}

static int diagnostic(struct rows *rows) {
    size_t count;
    const pacta_diagnostic *all = pacta_diagnostics(rows->document, &count), *one;
    if (rows->record == count)
        return 0;
    one = &all[rows->record];
    number(rows, (uint32_t)rows->record++);
    place(rows, one->span);
    name(rows, pacta_diagnostic_name(one->code));
    name(rows, one->message);
    words(rows, one->span);
    return 1;
}

/* ---- Tables: the columns, in the order in which rows fill them ------------ */

/* clang-format off */
#define PLACE {"begin", CELL_NUMBER}, {"end", CELL_NUMBER}, {"line", CELL_NUMBER}
#define SOURCE(name) {name, CELL_WORDS}, {name "_kind", CELL_NAME}, {name "_stands_for", CELL_NAME}
#define TEXT {"text", CELL_WORDS}

static const struct column instrument_columns[] = {
    {"instrument", CELL_NUMBER}, {"id", CELL_NAME}, {"title", CELL_NAME}, {"iri", CELL_NAME},
    {"aliases", CELL_NAMES}, {"mentions", CELL_NUMBER}};
static const struct column reference_columns[] = {
    {"reference", CELL_NUMBER}, PLACE, {"instrument", CELL_NAME}, {"eid", CELL_NAME}, {"unit", CELL_NAME},
    {"through", CELL_NAME}, {"provision", CELL_NUMBER}, {"resolution", CELL_NAME}, {"rule", CELL_NAME}, TEXT};
static const struct column quotation_columns[] = {
    {"quotation", CELL_NUMBER}, PLACE, {"kind", CELL_NAME}, {"depth", CELL_NUMBER}, {"parent", CELL_NUMBER},
    {"continues", CELL_NUMBER}, SOURCE("source"), SOURCE("carrier"), {"cue", CELL_WORDS},
    {"reference", CELL_NUMBER}, TEXT};
static const struct column provision_columns[] = {
    {"provision", CELL_NUMBER}, PLACE, {"eid", CELL_NAME}, {"unit", CELL_NAME}, {"parent", CELL_NUMBER},
    {"label", CELL_WORDS}, {"heading", CELL_WORDS}, TEXT};
static const struct column clause_columns[] = {
    {"clause", CELL_NUMBER}, PLACE, {"origin", CELL_NAME}, {"modality", CELL_NAME}, {"topic", CELL_NAME},
    {"instrument", CELL_NAME}, {"eid", CELL_NAME}, {"provision", CELL_NUMBER}, {"quotation", CELL_NUMBER},
    {"actor", CELL_WORDS}, {"cue", CELL_WORDS}, {"conditions", CELL_PASSAGES}, {"exceptions", CELL_PASSAGES},
    {"references", CELL_NUMBERS}, SOURCE("source"), TEXT};
static const struct column sentence_columns[] = {{"sentence", CELL_NUMBER}, PLACE, {"paragraph", CELL_NUMBER}, TEXT};
static const struct column token_columns[] = {{"token", CELL_NUMBER}, PLACE, {"kind", CELL_NAME}, TEXT};
static const struct column diagnostic_columns[] = {
    {"diagnostic", CELL_NUMBER}, PLACE, {"code", CELL_NAME}, {"message", CELL_NAME}, TEXT};
/* clang-format on */

#define COLUMNS(columns) columns, sizeof(columns) / sizeof *(columns)

static const struct {
    struct table table;
    int (*next)(struct rows *);
} tables[] = {
    {{KIND_INSTRUMENTS, "instruments", COLUMNS(instrument_columns), 0}, instrument},
    {{KIND_REFERENCES, "references", COLUMNS(reference_columns), 1}, reference},
    {{KIND_QUOTATIONS, "quotations", COLUMNS(quotation_columns), 1}, quotation},
    {{KIND_PROVISIONS, "provisions", COLUMNS(provision_columns), 1}, provision},
    {{KIND_CLAUSES, "clauses", COLUMNS(clause_columns), 1}, clause},
    {{KIND_SENTENCES, "sentences", COLUMNS(sentence_columns), 1}, sentence},
    {{KIND_TOKENS, "tokens", COLUMNS(token_columns), 1}, token},
    {{KIND_DIAGNOSTICS, "diagnostics", COLUMNS(diagnostic_columns), 1}, diagnostic},
};

static size_t index_of(enum kind kind) {
    size_t index = 0;
    while (tables[index].table.kind != kind)
        index++;
    return index;
}

const struct table *table_of(enum kind kind) {
    return &tables[index_of(kind)].table;
}

void rows_begin(struct rows *rows, const struct table *table, const pacta_document *document,
                const struct view *view) {
    *rows = (struct rows){.table = table, .view = view, .document = document};
    rows->text = pacta_document_text(document, NULL);
}

int rows_next(struct rows *rows, struct cell cells[TABLE_WIDEST]) {
    rows->cell = cells;
    return tables[index_of(rows->table->kind)].next(rows);
}
