/* Files to documents: opened, turned into UTF-8, extracted. What goes wrong is
 * complained about here. */
#ifndef READER_H
#define READER_H

#include "encoding.h"
#include "input.h"
#include "progress.h"

#include <pacta/pacta.h>

struct reader {
    pacta_extractor *extractor;
    const char *encoding_name; /* NULL: UTF-8 */
    struct encoding encoding;
    struct input input;        /* of the document read last */
    struct progress *progress; /* may be NULL */
    uint64_t size, done;       /* bytes of the text in work; of these, what `progress` was told of */
};

/* 0, or -1; to be closed in either case. The reader must stay where it is. */
int reader_open(struct reader *reader, const pacta_ruleset *ruleset, const char *encoding_name,
                struct progress *progress);
void reader_close(struct reader *reader);

/* Fills `document` with what is in the file (`-`: standard input). 0 or -1,
 * without a complaint where it was asked to stop.
 * Its text is there until reader_drop(), which follows every 0. */
int reader_read(struct reader *reader, const char *argument, pacta_form form, pacta_document *document);
void reader_drop(struct reader *reader);

/* Fills `document` with what is in a text, as pacta_extract() does. */
int reader_extract(struct reader *reader, const char *text, size_t size, const pacta_text_options *about,
                   pacta_document *document, pacta_error *error);
/* Says so if only a part of it could be had: `status` is what that returned. */
void reader_complain_incomplete(const char *name, int status);

#endif
