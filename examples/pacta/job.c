#include "job.h"

#include "complain.h"
#include "encoding.h"
#include "input.h"
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* What is made once and used for every file. */
struct tools {
    const struct options *options;
    struct output *output;
    pacta_extractor *extractor;
    pacta_document *document;
    struct encoding encoding;
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

static int convert(struct tools *tools, const char *name, const struct input *input) {
    size_t offset = 0;
    int failure = encoding_convert(&tools->encoding, input->data, input->size, &offset);
    if (failure == EILSEQ || failure == EINVAL)
        complain_not_encoded(name, tools->options->encoding, offset);
    else if (failure != 0)
        complain(name, failure);
    return failure;
}

static int extract(struct tools *tools, const char *path, const char *name, const struct input *input) {
    const char *text = input->data;
    size_t size = input->size;
    if (tools->options->encoding != NULL) {
        if (convert(tools, name, input) != 0)
            return -1;
        text = tools->encoding.data;
        size = tools->encoding.size;
    }
    const pacta_text_options about = {
        .struct_size = sizeof about, .name = path, .form = tools->options->form};
    pacta_error error = {.status = PACTA_OK};
    int status = pacta_extract(tools->extractor, text, size, &about, tools->document, &error);
    if (status == PACTA_E_UTF8)
        complain_not_utf8(name, &error, input);
    else if (status < 0)
        complain_library(name, &error);
    else if (status == PACTA_INCOMPLETE)
        fprintf(stderr, "pacta: %s: incomplete: a limit was reached; the diagnostics say where\n", name);
    return status < 0 ? -1 : 0;
}

static enum result run_file(struct tools *tools, const char *argument) {
    const char *path = strcmp(argument, "-") == 0 ? NULL : argument;
    const char *name = path != NULL ? path : "standard input";
    struct input input;
    int failure = input_open(&input, path);
    if (failure != 0) {
        complain(name, failure);
        return RESULT_ERROR;
    }
    enum result result = RESULT_ERROR;
    if (extract(tools, path, name, &input) == 0) {
        output_document(tools->output, tools->document); /* reads the text, so before it is closed */
        result = found(tools->document, tools->options->counted) ? RESULT_FOUND : RESULT_NOTHING;
    }
    input_close(&input);
    return result;
}

/* ---- All files ---------------------------------------------------------- */

static enum result run_files(struct tools *tools) {
    const struct options *options = tools->options;
    if (options->file_count == 0)
        return run_file(tools, "-");
    enum result all = RESULT_NOTHING;
    for (int i = 0; i < options->file_count && tools->output->out->error == 0; i++) {
        enum result one = run_file(tools, options->files[i]);
        if (one == RESULT_ERROR || all == RESULT_NOTHING)
            all = one == RESULT_NOTHING ? all : one;
    }
    return all;
}

static int tools_open(struct tools *tools, const pacta_ruleset *ruleset) {
    pacta_error error = {.status = PACTA_OK};
    error.status = pacta_extractor_new(ruleset, NULL, &tools->extractor, &error);
    if (error.status >= 0)
        error.status = pacta_document_new(NULL, &tools->document);
    if (error.status < 0) {
        complain_library("library", &error);
        return -1;
    }
    const char *name = tools->options->encoding;
    int failure = name == NULL ? 0 : encoding_open(&tools->encoding, name);
    if (failure == EINVAL)
        fprintf(stderr, "pacta: --encoding: nobody knows '%s' here; `iconv -l` lists the names\n", name);
    else if (failure != 0)
        complain(name, failure);
    return failure == 0 ? 0 : -1;
}

static void tools_close(struct tools *tools) {
    encoding_close(&tools->encoding);
    pacta_document_free(tools->document);
    pacta_extractor_free(tools->extractor);
}

enum result job_run(const pacta_ruleset *ruleset, const struct options *options, struct writer *out) {
    struct output output;
    struct tools tools = {.options = options, .output = &output, .encoding = ENCODING_CLOSED};
    enum result result = RESULT_ERROR;
    output_begin(&output, options, out);
    if (tools_open(&tools, ruleset) == 0)
        result = run_files(&tools);
    output_end(&output);
    tools_close(&tools);
    return result;
}
