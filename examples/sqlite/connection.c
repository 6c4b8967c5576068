#include "connection.h"

#include "words.h"

#include <stdlib.h>

SQLITE_EXTENSION_INIT3

/* ---- Life --------------------------------------------------------------- */

struct connection *connection_new(void) {
    struct connection *connection = calloc(1, sizeof *connection);
    if (connection != NULL)
        connection->holders = 1;
    return connection;
}

void connection_drop(struct connection *connection) {
    if (--connection->holders > 0)
        return;
    pacta_extractor_free(connection->extractor);
    pacta_ruleset_free(connection->ruleset);
    free(connection);
}

/* ---- Arguments ---------------------------------------------------------- */

/* The word that a value is, or `fallback` where there is none. */
static int choose(const struct word *words, const char *option, sqlite3_value *value, int fallback,
                  char **message) {
    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL)
        return fallback;
    const char *text = (const char *)sqlite3_value_text(value);
    int found = text != NULL ? words_find(words, text, (size_t)sqlite3_value_bytes(value)) : -1;
    if (found < 0) {
        char list[64];
        words_list(words, list, sizeof list);
        *message = sqlite3_mprintf("%s: '%s' is none of %s", option, text != NULL ? text : "", list);
    }
    return found;
}

int connection_options(sqlite3_value *form, sqlite3_value *offsets, pacta_form *chosen, struct view *view,
                       char **message) {
    int as = choose(view_forms, "form", form, PACTA_FORM_UNKNOWN, message);
    int unit = as >= 0 ? choose(view_units, "offsets", offsets, UNIT_BYTE, message) : -1;
    if (unit < 0)
        return SQLITE_ERROR;
    *chosen = (pacta_form)as;
    *view = (struct view){
        .kinds = KIND_FINDINGS | KIND_SENTENCES | KIND_DIAGNOSTICS, .offsets = (enum unit)unit, .texts = 1};
    return SQLITE_OK;
}

/* ---- Reading ------------------------------------------------------------ */

static int refused(const pacta_error *error, char **message) {
    *message =
        sqlite3_mprintf("%s", error->message[0] != '\0' ? error->message : pacta_status_text(error->status));
    return error->status == PACTA_E_MEMORY      ? SQLITE_NOMEM
           : error->status == PACTA_E_TOO_LARGE ? SQLITE_TOOBIG
                                                : SQLITE_ERROR;
}

static int prepare(struct connection *connection, pacta_error *error) {
    int status = PACTA_OK;
    if (connection->ruleset == NULL)
        status = pacta_ruleset_new(NULL, &connection->ruleset, error);
    if (status >= 0 && connection->extractor == NULL)
        status = pacta_extractor_new(connection->ruleset, NULL, &connection->extractor, error);
    return status;
}

int connection_read(struct connection *connection, sqlite3_value *text, pacta_form form,
                    pacta_document *document, char **message) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form, .keep_text = 1};
    pacta_error error = {0};
    const char *bytes = (const char *)sqlite3_value_text(text);
    if (bytes == NULL && sqlite3_value_type(text) != SQLITE_BLOB) /* an empty one has none */
        return SQLITE_NOMEM;
    int status = prepare(connection, &error);
    if (status >= 0)
        status = pacta_extract(connection->extractor, bytes, (size_t)sqlite3_value_bytes(text), &options,
                               document, &error);
    if (status < 0) {
        error.status = status;
        return refused(&error, message);
    }
    if (status == PACTA_INCOMPLETE)
        sqlite3_log(SQLITE_WARNING, "pacta: a limit was reached; pacta_diagnostics() says where");
    return SQLITE_OK;
}

/* ---- Results ------------------------------------------------------------ */

/* What fails is kept in the string. */
static int put(void *context, const char *bytes, size_t size) {
    for (size_t part; size > 0; bytes += part, size -= part) {
        part = size < 1 << 30 ? size : 1 << 30;
        sqlite3_str_append(context, bytes, (int)part);
    }
    return 0;
}

void connection_open(struct connection *connection, sqlite3_str *string) {
    writer_open_put(&connection->writer, put, string);
}

void connection_result(struct connection *connection, sqlite3_str *string, sqlite3_context *context) {
    writer_flush(&connection->writer);
    int failure = sqlite3_str_errcode(string);
    sqlite3_uint64 size = (sqlite3_uint64)sqlite3_str_length(string);
    char *text = sqlite3_str_finish(string);
    if (failure != SQLITE_OK)
        sqlite3_result_error_code(context, failure);
    else
        sqlite3_result_text64(context, text, size, sqlite3_free, SQLITE_UTF8);
}
