/* The extractor: options from the first two bytes, the rest is the text. */
#include "check.h"
#include "core/utf8.h"
#include "dump.h"
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RAW = 4, NO_JIT = 8, KEEP = 16, NAMED = 32, TIGHT = 64 };

static pacta_ruleset *rules[2];
static pacta_extractor *warm[2];
static pacta_document *used[2];

static pacta_extractor *make_extractor(const pacta_ruleset *ruleset, int options) {
    pacta_extractor_options given = {.struct_size = sizeof given};
    if ((options & TIGHT) != 0)
        given.limits = (pacta_limits){.text_bytes = 4000, .records = 5, .match_limit = 200, .depth = 2};
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
    warm[jit] = make_extractor(rules[jit], 0);
    REQUIRE(pacta_document_new(NULL, &used[jit]) == PACTA_OK, "no document");
}

/* A copy whose bad bytes are question marks, so that most inputs are read. */
static char *mend(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    REQUIRE(text != NULL, "no memory");
    if (size > 0)
        memcpy(text, data, size);
    for (size_t bad = 0; (bad += pacta_utf8_check(text + bad, size - bad)) < size;)
        text[bad] = '?';
    return text;
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
        REQUIRE(status == PACTA_E_UTF8 || status == PACTA_E_TOO_LARGE, "%s", error.message);
    }
    *dumped = status < 0 ? NULL : dump_document(document, DUMP_ALL | DUMP_PLACES);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    int options = data[0], jit = (options & NO_JIT) == 0;
    prepare(jit);
    char *text = (options & RAW) != 0 ? malloc(size) : mend(data + 1, size - 1);
    REQUIRE(text != NULL, "no memory");
    size--;
    if ((options & RAW) != 0 && size > 0)
        memcpy(text, data + 1, size);

    pacta_extractor *cold = make_extractor(rules[jit], options);
    pacta_document *fresh = NULL;
    REQUIRE(pacta_document_new(NULL, &fresh) == PACTA_OK, "no document");
    char *first, *second;
    int status = run(cold, text, size, options, fresh, &first);
    int again = (options & TIGHT) != 0 ? run(cold, text, size, options, used[jit], &second)
                                       : run(warm[jit], text, size, options, used[jit], &second);
    REQUIRE(status == again, "%d, then %d", status, again);
    REQUIRE(first == NULL || strcmp(first, second) == 0, "the same text, other records:\n%s----\n%s", first,
            second);
    free(first);
    free(second);
    pacta_document_free(fresh);
    pacta_extractor_free(cold);
    free(text);
    return 0;
}
