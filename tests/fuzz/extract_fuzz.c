/* The extractor: the first byte says options, the second limits, the third when
 * the progress callback stops; the rest is the text. */
#include "check.h"
#include "core/utf8.h"
#include "dump.h"
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RAW = 4, NO_JIT = 8, KEEP = 16, NAMED = 32, CANCEL = 64, OPTION_BYTES = 3 };

/* What a fresh extractor gets; a warm one has the defaults. */
typedef struct setting {
    pacta_limits limits;
    int reports; /* left until the callback stops; -1 none */
} setting;

/* Each bit takes one limit down to where texts of this size reach it. */
static setting setting_of(const uint8_t *data) {
    static const pacta_limits tight = {
        .text_bytes = 4000, .records = 5, .match_limit = 200, .heap_kib = 1, .depth = 2, .jit_stack = 1};
    int bits = data[1];
    return (setting){.limits = {.text_bytes = (bits & 1) != 0 ? tight.text_bytes : 0,
                                .records = (bits & 2) != 0 ? tight.records : 0,
                                .match_limit = (bits & 4) != 0 ? tight.match_limit : 0,
                                .heap_kib = (bits & 8) != 0 ? tight.heap_kib : 0,
                                .depth = (bits & 16) != 0 ? tight.depth : 0,
                                .jit_stack = (bits & 32) != 0 ? tight.jit_stack : 0},
                     .reports = (data[0] & CANCEL) != 0 ? data[2] : -1};
}

static int report(void *context, uint64_t done, uint64_t total) {
    int *reports = context;
    REQUIRE(done <= total, "%llu of %llu done", (unsigned long long)done, (unsigned long long)total);
    return *reports >= 0 && (*reports)-- == 0;
}

static pacta_ruleset *rules[2];
static pacta_extractor *warm[2];
static pacta_document *used[2];

/* `set` must stay while the extractor is used. */
static pacta_extractor *make_extractor(const pacta_ruleset *ruleset, setting *set) {
    pacta_extractor_options given = {.struct_size = sizeof given,
                                     .limits = set->limits,
                                     .progress = report,
                                     .progress_context = &set->reports};
    pacta_extractor *extractor = NULL;
    pacta_error error;
    int status = pacta_extractor_new(ruleset, &given, &extractor, &error);
    REQUIRE(status == PACTA_OK, "%s", error.message);
    return extractor;
}

static void prepare(int jit) {
    if (rules[jit] != NULL)
        return;
    pacta_ruleset_options options = {.struct_size = sizeof options, .flags = jit ? 0u : PACTA_NO_JIT};
    pacta_error error;
    int status = pacta_ruleset_new(&options, &rules[jit], &error);
    REQUIRE(status == PACTA_OK, "%s:%u: %s", error.source, (unsigned)error.line, error.message);
    static setting plain = {.reports = -1};
    warm[jit] = make_extractor(rules[jit], &plain);
    REQUIRE(pacta_document_new(NULL, &used[jit]) == PACTA_OK, "no document");
}

/* Makes bad bytes question marks, so that most inputs are read. */
static void mend(char *text, size_t size) {
    for (size_t bad = 0; (bad += pacta_utf8_check(text + bad, size - bad)) < size;)
        text[bad] = '?';
}

static int run(pacta_extractor *extractor, const char *text, size_t size, int options,
               pacta_document *document, char **dumped) {
    pacta_text_options given = {.struct_size = sizeof given,
                                .name = (options & NAMED) != 0 ? "text" : NULL,
                                .form = (pacta_form)(options & 3),
                                .instrument = (options & NAMED) != 0 ? "un-charter" : NULL,
                                .keep_text = options & KEEP};
    pacta_error error;
    int status = pacta_extract(extractor, text, size, &given, document, &error);
    if (status >= 0) {
        const char *fault = check_document(document);
        REQUIRE(fault == NULL, "%s", fault);
    } else {
        REQUIRE(error.status == status, "%d told as %d", status, error.status);
        REQUIRE(status == PACTA_E_UTF8 || status == PACTA_E_TOO_LARGE || status == PACTA_E_CANCELLED, "%s",
                error.message);
    }
    *dumped = status < 0 ? NULL : dump_document(document, DUMP_ALL | DUMP_PLACES);
    return status;
}

static void require_same(int status, int again, char *one, char *other) {
    REQUIRE(status == again, "%d, then %d", status, again);
    REQUIRE(one == NULL || strcmp(one, other) == 0, "the same text, other records:\n%s----\n%s", one, other);
    free(other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < OPTION_BYTES)
        return 0;
    int options = data[0], jit = (options & NO_JIT) == 0;
    setting set = setting_of(data);
    prepare(jit);
    size -= OPTION_BYTES;
    char *text = malloc(size + 1);
    REQUIRE(text != NULL, "no memory");
    if (size > 0)
        memcpy(text, data + OPTION_BYTES, size);
    if ((options & RAW) == 0)
        mend(text, size);

    pacta_extractor *cold = make_extractor(rules[jit], &set);
    pacta_document *fresh = NULL;
    REQUIRE(pacta_document_new(NULL, &fresh) == PACTA_OK, "no document");
    char *first, *second;
    int status = run(cold, text, size, options, fresh, &first);
    if (status == PACTA_E_CANCELLED) { /* what was given up works when it is let */
        REQUIRE(set.reports < 0, "stopped by nobody");
        status = run(cold, text, size, options, fresh, &first);
    }
    set.reports = -1;
    size_t half = size / 2; /* another text, in another form, leaves nothing behind for this one */
    while (half < size && pacta_utf8_continues((unsigned char)text[half]))
        half++;
    run(cold, text + half, size - half, options ^ 3, used[jit], &second);
    free(second);
    int again = run(cold, text, size, options, used[jit], &second);
    require_same(status, again, first, second);
    if (data[1] == 0) {
        again = run(warm[jit], text, size, options, used[jit], &second);
        require_same(status, again, first, second);
    }
    free(first);
    pacta_document_free(fresh);
    pacta_extractor_free(cold);
    free(text);
    return 0;
}
