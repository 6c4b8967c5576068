/* Documents in the format that the options ask for. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "options.h"
#include "writer.h"

#include <pacta/pacta.h>

struct output {
    const struct options *options;
    struct writer *out;
    size_t documents; /* written so far */
};

void output_begin(struct output *output, const struct options *options, struct writer *out);
/* The document's text must still be there. */
void output_document(struct output *output, const pacta_document *document);
void output_end(struct output *output);

#endif
