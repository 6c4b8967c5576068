#define _POSIX_C_SOURCE 200809L

#include "work/worker.h"

#include "complain.h"
#include "records.h"
#include "stop.h"
#include "tiling.h"
#include "work/parsed.h"

#include <stdlib.h>
#include <string.h>

/* ---- What was found --------------------------------------------------------- */

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

static int is_check(const struct options *options) {
    return options->format == FORMAT_CHECK;
}

enum result worker_nothing(const struct options *options) {
    return is_check(options) ? RESULT_FOUND : RESULT_NOTHING;
}

enum result worker_join(const struct options *options, enum result all, enum result one) {
    enum result weighty = is_check(options) ? RESULT_NOTHING : RESULT_FOUND;
    if (all == RESULT_ERROR || one == RESULT_ERROR)
        return RESULT_ERROR;
    return all == weighty || one == weighty ? weighty : one;
}

static void print_records(struct worker *worker, const struct label *id) {
    struct output *output = &worker->output;
    if (!output_is_apart(worker->shop->options)) {
        if (!order_turn(&worker->shop->order, worker->piece.number))
            return;
        output = &worker->shop->output;
    }
    output->id = id;
    output_document(output, worker->document);
    output->id = NULL;
}

/* Prints the document, whose text must still be there. `id` NULL: a file's. */
static enum result print(struct worker *worker, const char *name, const struct label *id) {
    const struct options *options = worker->shop->options;
    if (is_check(options))
        return tiling_write(&worker->out, name, worker->document) ? RESULT_FOUND : RESULT_NOTHING;
    print_records(worker, id);
    return found(worker->document, options->counted) ? RESULT_FOUND : RESULT_NOTHING;
}

/* ---- A file ------------------------------------------------------------------ */

static enum result run_file(struct worker *worker) {
    const char *name = worker->piece.name;
    if (reader_read(&worker->reader, name, worker->shop->options->form, worker->document) != 0) {
        worker->cut = stop_wanted();
        return RESULT_ERROR;
    }
    enum result result = print(worker, name, NULL);
    reader_drop(&worker->reader);
    progress_finish(&worker->shop->progress, worker->piece.listed);
    return result;
}

/* ---- Lines of JSON ------------------------------------------------------------- */

/* What everything about a line says of it. */
struct place_of_line {
    const char *file; /* NULL: standard input */
    uint64_t number;
    char *name; /* "FILE:NUMBER" */
};

/* A record of what went wrong is as good as any, where there are records. */
static enum result refuse(struct worker *worker, const struct place_of_line *place, const struct label *id,
                          const char *why) {
    enum format format = worker->shop->options->format;
    complain_words(place->name, why);
    if (format == FORMAT_JSON || format == FORMAT_JSONL) {
        records_write_error(&worker->out, id, place->file, place->number, why);
        writer_byte(&worker->out, '\n');
        if (worker->shop->options->lenient)
            return RESULT_NOTHING;
    }
    return RESULT_ERROR;
}

static enum result extract(struct worker *worker, const struct place_of_line *place,
                           const struct parsed *parsed) {
    const char *name = parsed->name != NULL ? parsed->name : place->name;
    const pacta_text_options about = {
        .struct_size = sizeof about, .name = name, .form = worker->shop->options->form};
    pacta_error error = {.status = PACTA_OK};
    int status =
        reader_extract(&worker->reader, parsed->text, parsed->size, &about, worker->document, &error);
    worker->cut = status == PACTA_E_CANCELLED;
    if (worker->cut)
        return RESULT_ERROR;
    if (status < 0)
        return refuse(worker, place, &parsed->id,
                      error.message[0] != '\0' ? error.message : pacta_status_text(status));
    reader_complain_incomplete(place->name, status);
    return print(worker, name, &parsed->id);
}

static enum result parse(struct worker *worker, const struct place_of_line *place, const struct line *line) {
    const struct options *options = worker->shop->options;
    struct parsed parsed;
    enum result result;
    if (parsed_open(&parsed, line->data, line->size, options->text_field, options->id_field) != 0)
        result = refuse(worker, place, &parsed.id, parsed.fault);
    else
        result = extract(worker, place, &parsed);
    parsed_close(&parsed);
    return result;
}

static int is_blank(const struct line *line) {
    for (size_t i = 0; i < line->size; i++)
        if (line->data[i] != ' ' && line->data[i] != '\t' && line->data[i] != '\r')
            return 0;
    return 1;
}

static enum result run_line(struct worker *worker, const struct line *line) {
    static const struct label none = {NULL, 0};
    const struct options *options = worker->shop->options;
    const char *file = input_path(worker->piece.name);
    size_t room = strlen(worker->piece.name) + 40;
    char why[80], *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%s:%llu", file != NULL ? file : "standard input",
                 (unsigned long long)line->number);
    /* with no memory for a name there is one for the rest of it, hardly */
    struct place_of_line place = {file, line->number, name != NULL ? name : worker->piece.name};
    enum result result;
    if (line->fault == LINE_TOO_LONG) {
        snprintf(why, sizeof why, "the line is longer than %zu bytes (--max-line)", options->line_limit);
        result = refuse(worker, &place, &none, why);
    } else if (line->fault == LINE_NO_MEMORY) {
        result = refuse(worker, &place, &none, "no memory for the line");
    } else {
        result = parse(worker, &place, line);
    }
    free(name);
    return result;
}

static enum result run_lines(struct worker *worker) {
    const struct options *options = worker->shop->options;
    const struct piece *piece = &worker->piece;
    enum result result = worker_nothing(options);
    for (size_t i = 0; i < piece->line_count && !worker->cut; i++) {
        if (stop_wanted()) {
            worker->cut = 1;
        } else if (piece->lines[i].fault != LINE_GOOD || !is_blank(&piece->lines[i])) {
            result = worker_join(options, result, run_line(worker, &piece->lines[i]));
            progress_finish(&worker->shop->progress, 0);
        }
    }
    return result;
}

/* ---- Pieces ------------------------------------------------------------------- */

static enum result run_failure(struct worker *worker) {
    const struct piece *piece = &worker->piece;
    const char *name = piece->name == NULL ? "library" : piece->name; /* no memory for a name */
    if (input_path(name) == NULL)
        name = "standard input";
    if (piece->why != NULL)
        complain_words(name, piece->why);
    else
        complain(name, piece->failure);
    return RESULT_ERROR;
}

/* Hands over what the piece came to. */
static void leave(struct worker *worker) {
    writer_flush(&worker->out);
    fflush(worker->complaints);
    order_leave(&worker->shop->order, worker->piece.number, worker->told, worker->told_size, worker->cut);
    rewind(worker->complaints);
}

void worker_run(struct worker *worker) {
    static enum result (*const run[])(struct worker *) = {run_file, run_lines, run_failure};
    complain_to(worker->complaints);
    while (feed_next(&worker->shop->feed, &worker->piece)) {
        worker->cut = 0;
        worker->result = worker_join(worker->shop->options, worker->result, run[worker->piece.kind](worker));
        leave(worker);
    }
    complain_to(NULL);
}

static int put(void *context, const char *bytes, size_t size) {
    struct worker *worker = context;
    order_put(&worker->shop->order, worker->piece.number, bytes, size);
    return 0;
}

int worker_open(struct worker *worker, struct shop *shop) {
    worker->shop = shop;
    worker->document = NULL;
    worker->piece = (struct piece){.name = NULL};
    worker->output = (struct output){.options = shop->options, .out = &worker->out};
    worker->told = NULL;
    worker->told_size = 0;
    worker->result = worker_nothing(shop->options);
    writer_open_put(&worker->out, put, worker);
    worker->complaints = open_memstream(&worker->told, &worker->told_size);
    if (reader_open(&worker->reader, shop->ruleset, shop->options->encoding, &shop->progress) != 0)
        return -1;
    pacta_error error = {.status = pacta_document_new(NULL, &worker->document)};
    if (error.status >= 0 && worker->complaints == NULL)
        error.status = PACTA_E_MEMORY;
    if (error.status < 0)
        complain_library("library", &error);
    return error.status < 0 ? -1 : 0;
}

void worker_close(struct worker *worker) {
    if (worker->complaints != NULL)
        fclose(worker->complaints);
    free(worker->told);
    piece_free(&worker->piece);
    pacta_document_free(worker->document);
    reader_close(&worker->reader);
}
