/* JSON Lines: the first byte says how they are read, the rest are lines. Each that
 * is not blank must give one line, in its place, which is JSON: records with the
 * line's id where another reader takes the line, else an error with its number.
 * Any number of threads must print the same. */
#include "fuzz.h"
#include "progress.h"
#include "work/job.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LIMITS = 3, THREADS = 4, REFERENCES = 8 };

struct memory {
    char *data;
    size_t size, capacity;
};

static pacta_ruleset *rules;
static struct memory printed, complaints;

static int put(void *context, const char *bytes, size_t size) {
    struct memory *memory = context;
    if (size > memory->capacity - memory->size) {
        memory->capacity = (memory->size + size) * 2;
        memory->data = realloc(memory->data, memory->capacity);
        REQUIRE(memory->data != NULL, "no memory");
    }
    memcpy(memory->data + memory->size, bytes, size);
    memory->size += size;
    return 0;
}

/* ---- In place of the program's: nobody looks on ------------------------------ */

void progress_open(struct progress *progress) {
    memset(progress, 0, sizeof *progress);
}

void progress_close(struct progress *progress) {
    (void)progress;
}

void progress_add(struct progress *progress, uint64_t bytes) {
    (void)progress, (void)bytes;
}

void progress_finish(struct progress *progress, uint64_t listed) {
    (void)progress, (void)listed;
}

void progress_say(struct progress *progress, const char *text, size_t size) {
    (void)progress;
    put(&complaints, text, size);
}

/* ---- One run -------------------------------------------------------------------- */

/* Standard input is a file of these bytes. */
static void set_input(const uint8_t *data, size_t size) {
    static FILE *file;
    if (file == NULL) {
        file = tmpfile();
        REQUIRE(file != NULL && dup2(fileno(file), STDIN_FILENO) == STDIN_FILENO, "no input");
        REQUIRE(pacta_ruleset_new(NULL, &rules, NULL) == PACTA_OK, "no rules");
    }
    REQUIRE(ftruncate(STDIN_FILENO, 0) == 0 && lseek(STDIN_FILENO, 0, SEEK_SET) == 0, "no input");
    while (size > 0) {
        ssize_t written = write(STDIN_FILENO, data, size);
        REQUIRE(written > 0, "no input");
        data += written;
        size -= (size_t)written;
    }
}

static enum result run(const struct options *options) {
    static struct writer out;
    REQUIRE(lseek(STDIN_FILENO, 0, SEEK_SET) == 0, "no input");
    printed.size = complaints.size = 0;
    writer_open_put(&out, put, &printed);
    enum result result = job_run(rules, options, &out);
    writer_flush(&out);
    REQUIRE(out.error == 0, "not printed");
    return result;
}

/* ---- What must hold ---------------------------------------------------------------- */

struct input_line {
    const char *data;
    size_t size;
    size_t number;
};

static int is_blank(const struct input_line *line) {
    for (size_t i = 0; i < line->size; i++)
        if (strchr(" \t\r", line->data[i]) == NULL || line->data[i] == '\0')
            return 0;
    return 1;
}

/* Takes the next line from `*data` that must be answered, without its end: nobody
 * sees that one beyond the limit is blank. 0 where there are no more. */
static int next_line(const char **data, size_t *size, size_t limit, struct input_line *line) {
    do {
        if (*size == 0)
            return 0;
        const char *end = memchr(*data, '\n', *size);
        *line = (struct input_line){*data, end != NULL ? (size_t)(end - *data) : *size, line->number + 1};
        size_t step = line->size + (end != NULL);
        *data += step;
        *size -= step;
        if (line->number == 1 && line->size >= 3 && memcmp(line->data, "\xef\xbb\xbf", 3) == 0) {
            line->data += 3;
            line->size -= 3;
        }
    } while (line->size <= limit && is_blank(line));
    return 1;
}

/* Numbers are read as reals, so that none is too large. NULL where it is not JSON. */
static json_t *parse(const char *data, size_t size, size_t flags) {
    json_error_t error;
    return json_loadb(data, size, flags | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
}

static int is_number(const json_t *value, size_t number) {
    return json_is_number(value) && json_number_value(value) == (double)number;
}

static void check_error(const json_t *error, const struct input_line *line) {
    REQUIRE(json_is_null(json_object_get(error, "file")), "a file");
    REQUIRE(is_number(json_object_get(error, "line"), line->number), "not line %zu", line->number);
    REQUIRE(json_string_length(json_object_get(error, "message")) > 0, "no message");
}

/* `taken`: as another reader takes the line. */
static void check_records(const json_t *record, const json_t *taken) {
    const json_t *text = json_object_get(taken, "text"), *id = json_object_get(taken, "id");
    REQUIRE(json_is_string(text), "records of no text");
    REQUIRE(
        is_number(json_object_get(json_object_get(record, "document"), "bytes"), json_string_length(text)),
        "another text");
    const json_t *same = json_object_get(record, "id");
    REQUIRE(id != NULL ? json_equal(id, same) : json_is_null(same), "another id");
}

/* 1 for an error. */
static size_t check_line(const struct input_line *line, const char *output, size_t size, size_t limit) {
    json_t *record = parse(output, size, 0), *taken = parse(line->data, line->size, 0);
    REQUIRE(json_object_get(record, "id") != NULL, "no JSON for line %zu", line->number);
    json_t *error = json_object_get(record, "error");
    if (error != NULL) { /* that it has a field twice is one */
        json_t *strict = parse(line->data, line->size, JSON_REJECT_DUPLICATES);
        check_error(error, line);
        /* the other reader takes a zero byte behind a number for nothing */
        REQUIRE(line->size > limit || memchr(line->data, '\0', line->size) != NULL ||
                    !json_is_string(json_object_get(strict, "text")),
                "a good line refused");
        json_decref(strict);
    } else {
        REQUIRE(line->size <= limit, "a long line taken");
        check_records(record, taken);
    }
    size_t errors = error != NULL;
    json_decref(taken);
    json_decref(record);
    return errors;
}

static void check_all(const char *data, size_t size, size_t limit, enum result result) {
    struct input_line line = {.number = 0};
    const char *at = printed.data, *end = printed.data + printed.size;
    size_t errors = 0, told = 0;
    while (next_line(&data, &size, limit, &line)) {
        const char *stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        REQUIRE(stop != NULL, "nothing for line %zu", line.number);
        errors += check_line(&line, at, (size_t)(stop - at), limit);
        at = stop + 1;
    }
    REQUIRE(at == end || printed.size == 0, "more lines than there were");
    for (size_t i = 0; i < complaints.size; i++)
        told += complaints.data[i] == '\n';
    REQUIRE(told == errors, "%zu complaints on %zu errors", told, errors);
    REQUIRE((result == RESULT_ERROR) == (errors > 0), "result %d", (int)result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const size_t limits[] = {1 << 20, 200, 40, 3};
    if (size == 0)
        return 0;
    set_input(data + 1, size - 1);
    struct options options = {.format = FORMAT_JSON,
                              .view = {.kinds = KIND_FINDINGS, .texts = 1},
                              .counted = KIND_FINDINGS,
                              .by_lines = 1,
                              .text_field = "text",
                              .id_field = "id",
                              .line_limit = limits[data[0] & LIMITS],
                              .jobs = 1};
    if ((data[0] & REFERENCES) != 0)
        options.view.kinds = options.counted = KIND_REFERENCES;
    enum result result = run(&options);
    check_all((const char *)data + 1, size - 1, options.line_limit, result);
    if ((data[0] & THREADS) != 0) {
        static struct memory before;
        before.size = 0;
        put(&before, printed.data, printed.size);
        options.jobs = 3;
        REQUIRE(run(&options) == result, "another result");
        REQUIRE(before.size == printed.size &&
                    (printed.size == 0 || memcmp(before.data, printed.data, printed.size) == 0),
                "other lines by threads");
    }
    return 0;
}
