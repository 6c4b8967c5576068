/* Texts to documents, in PostgreSQL's memory and with its errors. The rules live
 * as long as the process; working memory as long as the query. */
#ifndef READER_H
#define READER_H

#include <postgres.h>

#include <fmgr.h>

#include "tables.h"
#include "writer.h"

#include <pacta/pacta.h>

struct reader {
    MemoryContext memory; /* of its own; what it holds is freed with it */
    MemoryContextCallback at_end;
    pacta_extractor *extractor;
    pacta_document *document;
    struct view view;
    struct writer writer;
    char *text; /* of the document, in UTF-8 */
};

/* Compiles the rules, if they are not yet. */
void reader_prepare(void);

/* The records of the first argument, taken as the second and third say. NULL
 * where it is null. The document is there until the next call. */
struct reader *reader_read(FunctionCallInfo fcinfo);

/* Text in UTF-8 as a value. */
text *reader_text(const char *utf8, size_t size);

#endif
