/* What the functions of one connection share: rules, compiled when the first text
 * comes, and working memory. SQLite lets one thread at a time use it. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include "tables.h"
#include "writer.h"

#include <pacta/pacta.h>
#include <sqlite3ext.h>

struct connection {
    unsigned holders;
    pacta_ruleset *ruleset;
    pacta_extractor *extractor;
    struct writer writer; /* for lists and JSON */
};

/* With one holder; NULL if memory is out. */
struct connection *connection_new(void);
/* A holder less; freed with the last one. */
void connection_drop(struct connection *connection);

/* What a text is taken as and how its offsets count, from the arguments that
 * follow it, each of which may be NULL (the pointer or the value). SQLITE_OK, or
 * another code and `*message`, to be freed with sqlite3_free(). */
int connection_options(sqlite3_value *form, sqlite3_value *offsets, pacta_form *chosen, struct view *view,
                       char **message);

/* Fills `document`, which keeps the text, from a value that is not NULL;
 * likewise. */
int connection_read(struct connection *connection, sqlite3_value *text, pacta_form form,
                    pacta_document *document, char **message);

/* Directs the writer to a string, and makes it the result. */
void connection_open(struct connection *connection, sqlite3_str *string);
void connection_result(struct connection *connection, sqlite3_str *string, sqlite3_context *context);

#endif
