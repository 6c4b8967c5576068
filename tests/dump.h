/* A document's records as lines of text: one record a line, in the words of the
 * text, to be read in a diff. */
#ifndef PACTA_TESTS_DUMP_H
#define PACTA_TESTS_DUMP_H

#include "pacta/pacta.h"
#include <stdbool.h>

/* Kinds of records, as bits. */
enum {
    DUMP_ABOUT = 1,
    DUMP_INSTRUMENTS = 2,
    DUMP_MENTIONS = 4,
    DUMP_REFERENCES = 8,
    DUMP_PROVISIONS = 16,
    DUMP_QUOTATIONS = 32,
    DUMP_CLAUSES = 64,
    DUMP_SENTENCES = 128,
    DUMP_TOKENS = 256,
    DUMP_DIAGNOSTICS = 512,
    DUMP_PLACES = 1024, /* with the byte offsets of spans */
    DUMP_ALL = 1023
};

/* The bit of "references" and so on; 0 for no such kind. */
unsigned dump_kind(const char *name, size_t length);

/* A string for free(); NULL when memory is out. */
char *dump_document(const pacta_document *document, unsigned kinds);

#endif
