#include "csv.h"

#include "tables.h"
#include "utf8.h"

#include <string.h>

/* ---- Fields ------------------------------------------------------------- */

static void doubled(struct writer *out, const char *text, size_t size) {
    for (const char *quote; (quote = memchr(text, '"', size)) != NULL;) {
        size_t part = (size_t)(quote - text) + 1;
        writer_bytes(out, text, part);
        writer_byte(out, '"');
        text += part;
        size -= part;
    }
    writer_bytes(out, text, size);
}

static void number(struct writer *out, uint32_t number) {
    if (number != PACTA_NONE)
        writer_number(out, number);
}

/* Quoted whatever it holds: no reader then takes it for a number or a blank. */
static void words(struct writer *out, const struct cell *cell) {
    if (cell->text == NULL)
        return;
    writer_byte(out, '"');
    doubled(out, cell->text, cell->size);
    writer_byte(out, '"');
}

/* Names of files come from outside and need not be UTF-8. NULL is an empty field. */
static void string(struct writer *out, const char *string) {
    if (string == NULL)
        return;
    int quoted = strpbrk(string, ",\"\r\n") != NULL;
    if (quoted)
        writer_byte(out, '"');
    while (*string != '\0') {
        size_t run = utf8_run(string);
        doubled(out, string, run);
        string += run;
        if (*string != '\0') {
            writer_string(out, UTF8_REPLACEMENT);
            string++;
        }
    }
    if (quoted)
        writer_byte(out, '"');
}

static void list(struct writer *out, const struct rows *rows, enum cell_kind kind, const struct cell *cell) {
    int quoted = kind != CELL_NUMBERS && cell->count > 0;
    if (quoted)
        writer_byte(out, '"');
    for (size_t i = 0; i < cell->count; i++) {
        struct cell item = cell_item(rows, kind, cell, i);
        writer_string(out, i > 0 ? " | " : "");
        if (kind == CELL_NUMBERS)
            number(out, item.number);
        else
            doubled(out, item.text, item.size);
    }
    if (quoted)
        writer_byte(out, '"');
}

static void field(struct writer *out, const struct rows *rows, enum cell_kind kind, const struct cell *cell) {
    if (kind == CELL_NUMBER)
        number(out, cell->number);
    else if (kind == CELL_NAME)
        string(out, cell->text);
    else if (kind == CELL_WORDS)
        words(out, cell);
    else
        list(out, rows, kind, cell);
}

/* ---- Tables ------------------------------------------------------------- */

/* The words, in the last column, are left out where the view shows no texts. */
static size_t columns_of(const struct table *table, const struct view *view) {
    return table->column_count - (table->placed && !view->texts);
}

void csv_header(struct writer *out, enum kind kind, const struct view *view) {
    const struct table *table = table_of(kind);
    writer_string(out, "document");
    for (size_t i = 0; i < columns_of(table, view); i++) {
        writer_byte(out, ',');
        writer_string(out, table->columns[i].name);
    }
    writer_string(out, "\r\n");
}

void csv_rows(struct writer *out, enum kind kind, const pacta_document *document, const struct view *view) {
    const struct table *table = table_of(kind);
    const char *name = pacta_document_about(document).name;
    size_t columns = columns_of(table, view);
    struct cell cells[TABLE_WIDEST];
    struct rows rows;
    rows_begin(&rows, table, document, view);
    while (rows_next(&rows, cells)) {
        string(out, name);
        for (size_t i = 0; i < columns; i++) {
            writer_byte(out, ',');
            field(out, &rows, table->columns[i].kind, &cells[i]);
        }
        writer_string(out, "\r\n");
    }
}
