/* SQLite: pacta_references(text) and its like as tables, pacta_json(text). See
 * README.md. */
#include "connection.h"
#include "record_table.h"
#include "records.h"

#include <string.h>

SQLITE_EXTENSION_INIT1

/* All records of a text, as the program prints them. */
static void write_json(struct connection *connection, sqlite3_context *context,
                       const pacta_document *document, const struct view *view) {
    sqlite3_str *string = sqlite3_str_new(sqlite3_context_db_handle(context));
    connection_open(connection, string);
    records_write(&connection->writer, document, view);
    connection_result(connection, string, context);
}

static void json(sqlite3_context *context, int argc, sqlite3_value **argv) {
    struct connection *connection = sqlite3_user_data(context);
    pacta_document *document;
    pacta_form form;
    struct view view;
    char *message = NULL;
    if (sqlite3_value_type(argv[0]) == SQLITE_NULL)
        return;
    if (pacta_document_new(NULL, &document) < 0) {
        sqlite3_result_error_nomem(context);
        return;
    }
    int status =
        connection_options(argc > 1 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL, &form, &view, &message);
    if (status == SQLITE_OK)
        status = connection_read(connection, argv[0], form, document, &message);
    if (status == SQLITE_OK) {
        write_json(connection, context, document, &view);
    } else {
        if (message != NULL)
            sqlite3_result_error(context, message, -1);
        sqlite3_result_error_code(context, status);
        sqlite3_free(message);
    }
    pacta_document_free(document);
}

static void version(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc, (void)argv;
    sqlite3_result_text(context, pacta_version(), -1, SQLITE_TRANSIENT);
}

static void drop(void *connection) {
    connection_drop(connection);
}

static int register_functions(sqlite3 *database, struct connection *connection) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int status =
        sqlite3_create_function_v2(database, "pacta_version", 0, flags, NULL, version, NULL, NULL, NULL);
    for (int arguments = 1; arguments <= 3 && status == SQLITE_OK; arguments++) {
        connection->holders++;
        status = sqlite3_create_function_v2(database, "pacta_json", arguments, flags, connection, json, NULL,
                                            NULL, drop);
    }
    for (unsigned kind = KIND_INSTRUMENTS; kind <= KIND_DIAGNOSTICS && status == SQLITE_OK; kind <<= 1) {
        connection->holders++;
        status = record_table_register(database, (enum kind)kind, connection);
    }
    return status;
}

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

EXPORTED int sqlite3_pacta_init(sqlite3 *database, char **message, const sqlite3_api_routines *routines);

int sqlite3_pacta_init(sqlite3 *database, char **message, const sqlite3_api_routines *routines) {
    SQLITE_EXTENSION_INIT2(routines)
    if (sqlite3_libversion_number() < 3031000) {
        *message = sqlite3_mprintf("pacta needs SQLite 3.31 or later");
        return SQLITE_ERROR;
    }
    struct connection *connection = connection_new();
    if (connection == NULL)
        return SQLITE_NOMEM;
    int status = register_functions(database, connection);
    connection_drop(connection);
    return status;
}
