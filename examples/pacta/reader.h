/* Files to documents: opened, turned into UTF-8, extracted. What goes wrong is
 * complained about here. */
#ifndef READER_H
#define READER_H

#include "encoding.h"
#include "input.h"

#include <pacta/pacta.h>

struct reader {
    pacta_extractor *extractor;
    const char *encoding_name; /* NULL: UTF-8 */
    struct encoding encoding;
    struct input input; /* of the document read last */
};

/* 0, or -1; to be closed in either case. */
int reader_open(struct reader *reader, const pacta_ruleset *ruleset, const char *encoding_name);
void reader_close(struct reader *reader);

/* Fills `document` with what is in the file (`-`: standard input). 0 or -1.
 * Its text is there until reader_drop(), which follows every 0. */
int reader_read(struct reader *reader, const char *argument, pacta_form form, pacta_document *document);
void reader_drop(struct reader *reader);

#endif
