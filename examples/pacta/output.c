#include "output.h"

#include "akn.h"
#include "annotations.h"
#include "csv.h"
#include "graph_write.h"
#include "html.h"
#include "text.h"

#include <errno.h>

void output_begin(struct output *output, const struct options *options, struct writer *out) {
    *output = (struct output){.options = options, .out = out};
    if (options->format == FORMAT_CSV)
        csv_header(out, options->table, &options->view);
    if (options->format == FORMAT_HTML)
        html_begin(out, options->file_count == 1 ? options->files[0] : NULL);
}

void output_document(struct output *output, const pacta_document *document) {
    const struct options *options = output->options;
    switch (options->format) {
    case FORMAT_TEXT:
        if (output->documents > 0)
            writer_byte(output->out, '\n');
        text_write(output->out, document, &options->view);
        break;
    case FORMAT_CSV:
        csv_rows(output->out, options->table, document, &options->view);
        break;
    case FORMAT_HTML:
        html_document(output->out, document, &options->view, output->documents);
        break;
    case FORMAT_AKN:
        akn_write(output->out, document);
        break;
    case FORMAT_GRAPH:
    case FORMAT_GRAPHML:
        graph_add(&output->graph, document);
        break;
    case FORMAT_WEBANNOTATION:
        annotations_write(output->out, document, &options->view);
        writer_byte(output->out, '\n');
        break;
    default:
        records_write_labelled(output->out, output->id, document, &options->view);
        writer_byte(output->out, '\n');
        break;
    }
    output->documents++;
}

int output_is_apart(const struct options *options) {
    return options->format == FORMAT_JSON || options->format == FORMAT_JSONL ||
           options->format == FORMAT_CSV || options->format == FORMAT_WEBANNOTATION ||
           options->format == FORMAT_CHECK;
}

void output_end(struct output *output) {
    if (output->options->format == FORMAT_HTML)
        html_end(output->out);
    if (output->options->format == FORMAT_GRAPH)
        graph_write_dot(output->out, &output->graph);
    if (output->options->format == FORMAT_GRAPHML)
        graph_write_graphml(output->out, &output->graph);
    if (output->graph.failed && output->out->error == 0)
        output->out->error = ENOMEM;
    graph_free(&output->graph);
}
