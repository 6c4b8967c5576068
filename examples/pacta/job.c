#include "job.h"

#include "complain.h"
#include "output.h"
#include "reader.h"
#include "tiling.h"

/* What is made once and used for every file. */
struct tools {
    const struct options *options;
    struct output *output;
    struct reader reader;
    pacta_document *document;
};

/* ---- One file ----------------------------------------------------------- */

static int found(const pacta_document *document, unsigned kinds) {
    size_t count = 0;
    return ((kinds & KIND_INSTRUMENTS) && pacta_instruments(document, &count) != NULL) ||
           ((kinds & KIND_REFERENCES) && pacta_references(document, &count) != NULL) ||
           ((kinds & KIND_QUOTATIONS) && pacta_quotations(document, &count) != NULL) ||
           ((kinds & KIND_PROVISIONS) && pacta_provisions(document, &count) != NULL) ||
           ((kinds & KIND_CLAUSES) && pacta_clauses(document, &count) != NULL) ||
           ((kinds & KIND_SENTENCES) && pacta_sentences(document, &count) != NULL) ||
           ((kinds & KIND_TOKENS) && pacta_tokens(document, &count) != NULL) ||
           ((kinds & KIND_DIAGNOSTICS) && pacta_diagnostics(document, &count) != NULL);
}

static enum result run_file(struct tools *tools, const char *argument) {
    if (reader_read(&tools->reader, argument, tools->options->form, tools->document) != 0)
        return RESULT_ERROR;
    int good; /* what reads the text comes before it is dropped */
    if (tools->options->format == FORMAT_CHECK) {
        good = tiling_write(tools->output->out, argument, tools->document);
    } else {
        output_document(tools->output, tools->document);
        good = found(tools->document, tools->options->counted);
    }
    reader_drop(&tools->reader);
    return good ? RESULT_FOUND : RESULT_NOTHING;
}

/* ---- All files ---------------------------------------------------------- */

/* Something found in one file is enough; what does not fit in one, too much. */
static enum result join(const struct options *options, enum result all, enum result one) {
    enum result weighty = options->format == FORMAT_CHECK ? RESULT_NOTHING : RESULT_FOUND;
    if (all == RESULT_ERROR || one == RESULT_ERROR)
        return RESULT_ERROR;
    return all == weighty || one == weighty ? weighty : one;
}

static enum result run_files(struct tools *tools) {
    const struct options *options = tools->options;
    if (options->file_count == 0)
        return run_file(tools, "-");
    enum result all = options->format == FORMAT_CHECK ? RESULT_FOUND : RESULT_NOTHING;
    for (int i = 0; i < options->file_count && tools->output->out->error == 0; i++) {
        all = join(options, all, run_file(tools, options->files[i]));
    }
    return all;
}

static int tools_open(struct tools *tools, const pacta_ruleset *ruleset) {
    if (reader_open(&tools->reader, ruleset, tools->options->encoding) != 0)
        return -1;
    pacta_error error = {.status = pacta_document_new(NULL, &tools->document)};
    if (error.status < 0)
        complain_library("library", &error);
    return error.status < 0 ? -1 : 0;
}

static void tools_close(struct tools *tools) {
    pacta_document_free(tools->document);
    reader_close(&tools->reader);
}

enum result job_run(const pacta_ruleset *ruleset, const struct options *options, struct writer *out) {
    struct output output;
    struct tools tools = {.options = options, .output = &output};
    enum result result = RESULT_ERROR;
    output_begin(&output, options, out);
    if (tools_open(&tools, ruleset) == 0)
        result = run_files(&tools);
    output_end(&output);
    tools_close(&tools);
    return result;
}
