#include "record_table.h"

#include "json.h"

#include <stdlib.h>
#include <string.h>

SQLITE_EXTENSION_INIT3

/* What a module is registered with. */
struct function {
    struct connection *connection;
    const struct table *table;
};

struct record_table {
    sqlite3_vtab base;
    const struct function *function;
};

struct cursor {
    sqlite3_vtab_cursor base;
    pacta_document *document;
    struct view view;
    struct rows rows;
    struct cell cells[TABLE_WIDEST];
    sqlite3_int64 row;
    int there; /* a row is */
};

static const struct function *function_of(const sqlite3_vtab_cursor *cursor) {
    return ((const struct record_table *)cursor->pVtab)->function;
}

/* ---- The table ---------------------------------------------------------- */

/* The arguments are hidden columns behind the others. */
enum { ARGUMENT_TEXT, ARGUMENT_FORM, ARGUMENT_OFFSETS, ARGUMENTS };

/* Names of columns that are none in SQL, or that mean the text there. */
static const char *sql_name(const char *name) {
    static const char *const names[][2] = {
        {"begin", "begins"}, {"end", "ends"}, {"text", "words"}, {"references", "cites"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], name) == 0)
            return names[i][1];
    return name;
}

static int connect_table(sqlite3 *database, void *function, int argc, const char *const *argv,
                         sqlite3_vtab **made, char **message) {
    const struct table *table = ((const struct function *)function)->table;
    (void)argc, (void)argv, (void)message;
    sqlite3_str *columns = sqlite3_str_new(database);
    sqlite3_str_appendall(columns, "CREATE TABLE records(");
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        sqlite3_str_appendf(columns, "%s %s, ", sql_name(column->name),
                            column->kind == CELL_NUMBER ? "INTEGER" : "TEXT");
    }
    sqlite3_str_appendall(columns, "text TEXT HIDDEN, form TEXT HIDDEN, offsets TEXT HIDDEN)");
    char *declaration = sqlite3_str_finish(columns);
    int status = declaration != NULL ? sqlite3_declare_vtab(database, declaration) : SQLITE_NOMEM;
    sqlite3_free(declaration);
    struct record_table *record_table = status == SQLITE_OK ? calloc(1, sizeof *record_table) : NULL;
    if (record_table == NULL)
        return status != SQLITE_OK ? status : SQLITE_NOMEM;
    sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
    record_table->function = function;
    *made = &record_table->base;
    return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *base) {
    free(base);
    return SQLITE_OK;
}

/* The argument that a constraint gives, or -1. */
static int argument_of(const struct table *table, const struct sqlite3_index_constraint *constraint) {
    int argument = constraint->iColumn - (int)table->column_count;
    return constraint->op == SQLITE_INDEX_CONSTRAINT_EQ && argument >= 0 ? argument : -1;
}

/* Arguments go to filter() in their order; a bit of idxNum for each that is given.
 * A plan without a text is for filter() to refuse: here SQLite asks about parts of
 * plans as well, for ORs. */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *info) {
    const struct table *table = ((const struct record_table *)base)->function->table;
    int constraints[ARGUMENTS] = {-1, -1, -1}, passed = 0;
    for (int i = 0; i < info->nConstraint; i++) {
        int argument = argument_of(table, &info->aConstraint[i]);
        if (argument < 0 || constraints[argument] >= 0)
            continue;
        if (!info->aConstraint[i].usable)
            return SQLITE_CONSTRAINT; /* in another order of the tables, it is */
        constraints[argument] = i;
    }
    for (int argument = 0; argument < ARGUMENTS; argument++) {
        if (constraints[argument] < 0)
            continue;
        info->idxNum |= 1 << argument;
        info->aConstraintUsage[constraints[argument]].argvIndex = ++passed;
        info->aConstraintUsage[constraints[argument]].omit = 1;
    }
    info->estimatedCost = constraints[ARGUMENT_TEXT] < 0 ? 1e99 : 1e6;
    info->estimatedRows = 100;
    return SQLITE_OK;
}

/* ---- Its rows ----------------------------------------------------------- */

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **made) {
    struct cursor *cursor = calloc(1, sizeof *cursor);
    (void)base;
    if (cursor == NULL)
        return SQLITE_NOMEM;
    if (pacta_document_new(NULL, &cursor->document) < 0) {
        free(cursor);
        return SQLITE_NOMEM;
    }
    *made = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
    pacta_document_free(((struct cursor *)base)->document);
    free(base);
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
    struct cursor *cursor = (struct cursor *)base;
    cursor->there = rows_next(&cursor->rows, cursor->cells);
    cursor->row++;
    return SQLITE_OK;
}

static int fail(sqlite3_vtab_cursor *cursor, int status, char *message) {
    sqlite3_free(cursor->pVtab->zErrMsg);
    cursor->pVtab->zErrMsg = message;
    return status;
}

static int filter(sqlite3_vtab_cursor *base, int given, const char *unused, int argc, sqlite3_value **argv) {
    struct cursor *cursor = (struct cursor *)base;
    const struct function *function = function_of(base);
    sqlite3_value *arguments[ARGUMENTS] = {NULL, NULL, NULL};
    pacta_form form;
    (void)unused, (void)argc;
    for (int argument = 0; argument < ARGUMENTS; argument++)
        if (given & 1 << argument)
            arguments[argument] = *argv++;
    cursor->row = -1;
    cursor->there = 0;
    if (arguments[ARGUMENT_TEXT] == NULL)
        return fail(base, SQLITE_ERROR, sqlite3_mprintf("pacta_%s() needs a text", function->table->name));
    if (sqlite3_value_type(arguments[ARGUMENT_TEXT]) == SQLITE_NULL)
        return SQLITE_OK;
    char *message = NULL;
    int status = connection_options(arguments[ARGUMENT_FORM], arguments[ARGUMENT_OFFSETS], &form,
                                    &cursor->view, &message);
    if (status == SQLITE_OK)
        status =
            connection_read(function->connection, arguments[ARGUMENT_TEXT], form, cursor->document, &message);
    if (status != SQLITE_OK)
        return fail(base, status, message);
    rows_begin(&cursor->rows, function->table, cursor->document, &cursor->view);
    return next(base);
}

static int at_end(sqlite3_vtab_cursor *base) {
    return !((const struct cursor *)base)->there;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
    *id = ((const struct cursor *)base)->row;
    return SQLITE_OK;
}

/* ---- Columns ------------------------------------------------------------ */

/* A list, as a JSON array. */
static void list(const struct cursor *cursor, sqlite3_context *context, enum cell_kind kind,
                 const struct cell *cell) {
    struct connection *connection = function_of(&cursor->base)->connection;
    sqlite3_str *string = sqlite3_str_new(sqlite3_context_db_handle(context));
    struct json json = {.out = &connection->writer, .empty = 1};
    connection_open(connection, string);
    json_begin(&json, NULL, '[');
    for (size_t i = 0; i < cell->count; i++) {
        struct cell item = cell_item(&cursor->rows, kind, cell, i);
        if (kind == CELL_NUMBERS)
            json_number(&json, NULL, item.number);
        else
            json_text(&json, NULL, item.text, item.size);
    }
    json_end(&json, ']');
    connection_result(connection, string, context);
}

/* The arguments, as they were understood. */
static void argument(const struct cursor *cursor, sqlite3_context *context, int argument) {
    size_t size;
    const char *text = pacta_document_text(cursor->document, &size);
    if (argument == ARGUMENT_FORM)
        text = pacta_form_name(pacta_document_about(cursor->document).form);
    else if (argument == ARGUMENT_OFFSETS)
        text = view_units[cursor->view.offsets].text;
    if (argument != ARGUMENT_TEXT)
        size = strlen(text);
    sqlite3_result_text64(context, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int number) {
    const struct cursor *cursor = (const struct cursor *)base;
    const struct table *table = function_of(base)->table;
    if ((size_t)number >= table->column_count) {
        argument(cursor, context, number - (int)table->column_count);
        return SQLITE_OK;
    }
    enum cell_kind kind = table->columns[number].kind;
    const struct cell *cell = &cursor->cells[number];
    if (kind == CELL_NAMES || kind == CELL_PASSAGES || kind == CELL_NUMBERS)
        list(cursor, context, kind, cell);
    else if (kind == CELL_NUMBER && cell->number != PACTA_NONE)
        sqlite3_result_int64(context, cell->number);
    else if (kind != CELL_NUMBER && cell->text != NULL)
        sqlite3_result_text64(context, cell->text, cell->size, SQLITE_TRANSIENT, SQLITE_UTF8);
    return SQLITE_OK;
}

/* ---- Registration ------------------------------------------------------- */

static void function_free(void *data) {
    struct function *function = data;
    connection_drop(function->connection);
    free(function);
}

int record_table_register(sqlite3 *database, enum kind kind, struct connection *connection) {
    static const sqlite3_module module = {
        .iVersion = 0, /* without xCreate: it is there without CREATE VIRTUAL TABLE */
        .xConnect = connect_table,
        .xBestIndex = best_index,
        .xDisconnect = disconnect_table,
        .xOpen = open_cursor,
        .xClose = close_cursor,
        .xFilter = filter,
        .xNext = next,
        .xEof = at_end,
        .xColumn = column,
        .xRowid = row_id,
    };
    struct function *function = calloc(1, sizeof *function);
    if (function == NULL) {
        connection_drop(connection);
        return SQLITE_NOMEM;
    }
    function->connection = connection;
    function->table = table_of(kind);
    char name[32];
    sqlite3_snprintf(sizeof name, name, "pacta_%s", function->table->name);
    return sqlite3_create_module_v2(database, name, &module, function, function_free);
}
