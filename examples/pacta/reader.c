#include "reader.h"

#include "complain.h"
#include "stop.h"

#include <errno.h>
#include <stdio.h>

static void tell(struct reader *reader, uint64_t done) {
    if (reader->progress == NULL || done <= reader->done)
        return;
    progress_add(reader->progress, done - reader->done);
    reader->done = done;
}

/* Called back by the library. */
static int look_up(void *context, uint64_t done, uint64_t total) {
    struct reader *reader = context;
    if (total > 0 && done <= total)
        tell(reader, (uint64_t)((double)reader->size * ((double)done / (double)total)));
    return stop_wanted();
}

int reader_open(struct reader *reader, const pacta_ruleset *ruleset, const char *encoding_name,
                struct progress *progress) {
    *reader = (struct reader){.encoding_name = encoding_name, .encoding = ENCODING_CLOSED};
    reader->progress = progress;
    pacta_error error = {.status = PACTA_OK};
    const pacta_extractor_options options = {
        .struct_size = sizeof options, .progress = look_up, .progress_context = reader};
    error.status = pacta_extractor_new(ruleset, &options, &reader->extractor, &error);
    if (error.status < 0) {
        complain_library("library", &error);
        return -1;
    }
    int failure = encoding_name == NULL ? 0 : encoding_open(&reader->encoding, encoding_name);
    if (failure == EINVAL)
        fprintf(stderr, "pacta: --encoding: nobody knows '%s' here; `iconv -l` lists the names\n",
                encoding_name);
    else if (failure != 0)
        complain(encoding_name, failure);
    return failure == 0 ? 0 : -1;
}

void reader_close(struct reader *reader) {
    input_free(&reader->input);
    encoding_close(&reader->encoding);
    pacta_extractor_free(reader->extractor);
}

static int convert(struct reader *reader, const char *name) {
    size_t offset = 0;
    int failure = encoding_convert(&reader->encoding, reader->input.data, reader->input.size, &offset);
    if (failure == EILSEQ || failure == EINVAL)
        complain_not_encoded(name, reader->encoding_name, offset);
    else if (failure != 0)
        complain(name, failure);
    return failure;
}

int reader_extract(struct reader *reader, const char *text, size_t size, const pacta_text_options *about,
                   pacta_document *document, pacta_error *error) {
    reader->size = size;
    reader->done = 0;
    int status = pacta_extract(reader->extractor, text, size, about, document, error);
    tell(reader, size);
    return status;
}

void reader_complain_incomplete(const char *name, int status) {
    if (status == PACTA_INCOMPLETE)
        complain_words(name, "incomplete: a limit was reached; the diagnostics say where");
}

static int extract(struct reader *reader, const char *path, const char *name, pacta_form form,
                   pacta_document *document) {
    const char *text = reader->input.data;
    size_t size = reader->input.size;
    if (reader->encoding_name != NULL) {
        if (convert(reader, name) != 0)
            return -1;
        text = reader->encoding.data;
        size = reader->encoding.size;
    } else {
        const char *other = encoding_guess(text, size);
        if (other != NULL) {
            complain_encoded(name, other);
            return -1;
        }
    }
    const pacta_text_options about = {.struct_size = sizeof about, .name = path, .form = form};
    pacta_error error = {.status = PACTA_OK};
    int status = reader_extract(reader, text, size, &about, document, &error);
    if (status == PACTA_E_UTF8)
        complain_not_utf8(name, &error);
    else if (status < 0 && status != PACTA_E_CANCELLED)
        complain_library(name, &error);
    reader_complain_incomplete(name, status);
    return status < 0 ? -1 : 0;
}

int reader_read(struct reader *reader, const char *argument, pacta_form form, pacta_document *document) {
    const char *path = input_path(argument);
    const char *name = path != NULL ? path : "standard input";
    int failure = input_read(&reader->input, path);
    if (failure != 0 && !stop_wanted())
        complain(name, failure);
    if (failure == 0 && extract(reader, path, name, form, document) == 0)
        return 0;
    input_drop(&reader->input);
    return -1;
}

void reader_drop(struct reader *reader) {
    input_drop(&reader->input);
}
