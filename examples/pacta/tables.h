/* Records as tables: one table a kind, a row for each record (for references,
 * for each of their targets). What CSV and databases have in common. */
#ifndef TABLES_H
#define TABLES_H

#include "view.h"

#include <pacta/pacta.h>

enum cell_kind {
    CELL_NUMBER, /* PACTA_NONE where there is none */
    CELL_NAME,   /* a string of the library's; NULL where there is none */
    CELL_WORDS,  /* words of the text; NULL likewise */
    CELL_NAMES,  /* lists of these */
    CELL_PASSAGES,
    CELL_NUMBERS
};

struct column {
    const char *name;
    enum cell_kind kind;
};

struct table {
    enum kind kind;
    const char *name; /* as the kind is called elsewhere */
    const struct column *columns;
    size_t column_count;
    int placed; /* records have a place, and their words in the last column */
};

/* What of it is filled depends on the column. */
struct cell {
    uint32_t number;
    const char *text; /* not terminated */
    size_t size;
    const void *list;
    size_t count; /* of the list */
};

enum { TABLE_WIDEST = 24 };

struct rows {
    const struct table *table;
    const struct view *view; /* for its offsets */
    const pacta_document *document;
    const char *text;
    size_t record;
    uint32_t target; /* the next one of this record */
    struct cell *cell;
};

const struct table *table_of(enum kind kind);

void rows_begin(struct rows *rows, const struct table *table, const pacta_document *document,
                const struct view *view);

/* Fills a cell for each column with the next row; 0 behind the last. What cells
 * point at lives as long as the document and its text. */
int rows_next(struct rows *rows, struct cell cells[TABLE_WIDEST]);

/* Number `index` of a list, as a cell that is no list. */
struct cell cell_item(const struct rows *rows, enum cell_kind kind, const struct cell *list, size_t index);

#endif
