/* A kind of records as a table-valued function of a text. */
#ifndef RECORD_TABLE_H
#define RECORD_TABLE_H

#include "connection.h"

/* Registers pacta_KIND(text, form, offsets), for one holder of the connection,
 * which it drops if it fails, and when the function goes. */
int record_table_register(sqlite3 *database, enum kind kind, struct connection *connection);

#endif
