/* Documents in the format that the options ask for. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "graph.h"
#include "options.h"
#include "records.h"
#include "writer.h"

#include <pacta/pacta.h>

struct output {
    const struct options *options;
    struct writer *out;
    const struct label *id; /* of the next document, or NULL */
    size_t documents;       /* written so far */
    struct graph graph;     /* of all of them, where one is asked for */
};

void output_begin(struct output *output, const struct options *options, struct writer *out);
/* The document's text must still be there. */
void output_document(struct output *output, const pacta_document *document);
/* Whether a document is written in the same way whatever others there are: then
 * several may be at the same time, each by a struct of its own. */
int output_is_apart(const struct options *options);
void output_end(struct output *output);

#endif
