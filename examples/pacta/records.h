/* A document's records as one JSON object. */
#ifndef RECORDS_H
#define RECORDS_H

#include "view.h"
#include "writer.h"

#include <pacta/pacta.h>

void records_write(struct writer *out, const pacta_document *document, const struct view *view);

/* What somebody calls a text, as JSON. `json` NULL: nothing, written as null. */
struct label {
    const char *json;
    size_t size;
};

/* The same with an `id` before everything else. */
void records_write_labelled(struct writer *out, const struct label *id, const pacta_document *document,
                            const struct view *view);

/* In place of the records that could not be had: line `number` of `file` (NULL:
 * standard input), and why. */
void records_write_error(struct writer *out, const struct label *id, const char *file, uint64_t number,
                         const char *message);

#endif
