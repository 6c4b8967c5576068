#include "faulty.h"
#include "dump.h"
#define PACTA_TESTS_UNWRAPPED
#include "support.h"

static struct { size_t rulesets, extractors, documents, extractions; } survived;

void tell_faults(void) {
    printf("allocations that failed, and did no harm: %zu of rulesets, %zu of extractors, %zu of documents, "
           "%zu of extractions\n",
           survived.rulesets, survived.extractors, survived.documents, survived.extractions);
}

size_t faults_wanted(void) {
    static size_t most;
    static bool known;
    if (!known) {
        const char *said = getenv("PACTA_TEST_FAULTS");
        known = true;
        most = said == NULL ? 0 : strtoul(said, NULL, 10);
        if (most > 0)
            atexit(tell_faults);
    }
    return most;
}

static void assert_memory_out(int status, const pacta_error *error) {
    assert_int_equal(status, PACTA_E_MEMORY);
    assert_int_equal(error->status, PACTA_E_MEMORY);
    assert_true(error->message[0] != '\0');
}

/* ---- Rulesets --------------------------------------------------------------------- */

/* One ruleset, with its allocation `fail_at` failing (0: none); true if there
 * are not so many. `*wanted` is what becomes of it if none fails. */
static bool make_ruleset(const pacta_ruleset_options *given, size_t fail_at, bool after, int *wanted) {
    ledger book = {.fail_at = fail_at, .fail_after = after};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_ruleset_options options = *given;
    options.allocator = &memory;
    pacta_ruleset *const untouched = (pacta_ruleset *)&book;
    pacta_ruleset *ruleset = untouched;
    pacta_error error;
    int status = pacta_ruleset_new(&options, &ruleset, &error);
    bool failed = fail_at != 0 && book.calls >= fail_at;
    if (fail_at == 0)
        *wanted = status;
    if (!failed) {
        assert_int_equal(status, *wanted);
    } else {
        assert_memory_out(status, &error);
        survived.rulesets++;
    }
    if (status == PACTA_OK)
        pacta_ruleset_free(ruleset);
    else
        assert_ptr_equal(ruleset, untouched);
    assert_settled(&book);
    return !failed;
}

void faulty_rulesets(const pacta_ruleset_options *options) {
    int wanted;
    make_ruleset(options, 0, false, &wanted);
    for (unsigned after = 0; after < 2; after++)
        for (size_t fail_at = 1; !make_ruleset(options, fail_at, after != 0, &wanted);)
            fail_at++;
    make_ruleset(options, 0, false, &wanted);
}

/* ---- Extractors and documents -------------------------------------------------------- */

/* What they are made with here: no callback, which counts how often it is called. */
static pacta_extractor_options bare_options(const pacta_extractor_options *given) {
    pacta_extractor_options options = {.struct_size = sizeof options};
    if (given != NULL && given->struct_size >= sizeof *given)
        options.limits = given->limits;
    return options;
}

void faulty_extractors(const pacta_ruleset *ruleset, const pacta_extractor_options *given) {
    pacta_extractor_options options = bare_options(given);
    bool worked = false;
    for (size_t fail_at = 1; !worked; fail_at++) {
        ledger book = {.fail_at = fail_at};
        pacta_allocator memory = ledger_allocator(&book);
        options.allocator = &memory;
        pacta_extractor *const untouched = (pacta_extractor *)&book;
        pacta_extractor *extractor = untouched;
        pacta_error error;
        int status = pacta_extractor_new(ruleset, &options, &extractor, &error);
        worked = status == PACTA_OK;
        if (worked) {
            pacta_extractor_free(extractor);
        } else {
            assert_memory_out(status, &error);
            assert_ptr_equal(extractor, untouched);
            survived.extractors++;
        }
        assert_settled(&book);
    }
}

void faulty_documents(void) {
    ledger book = {.fail_at = 1};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_document *document = (pacta_document *)&book;
    assert_int_equal(pacta_document_new(&memory, &document), PACTA_E_MEMORY);
    assert_ptr_equal(document, &book);
    survived.documents++;
    assert_int_equal(pacta_document_new(&memory, &document), PACTA_OK);
    pacta_document_free(document);
    assert_settled(&book);
}

/* ---- Extractions --------------------------------------------------------------------- */

typedef struct extraction {
    const pacta_ruleset *ruleset;
    pacta_extractor_options options;
    const char *text;
    size_t size;
    const pacta_text_options *text_options;
    int wanted; /* what becomes of it */
    char *whole;
} extraction;

static void assert_document_empty(const pacta_document *document) {
    char *dumped = dump_document(document, DUMP_ALL);
    pacta_document_info info = pacta_document_about(document);
    assert_string_equal(dumped, "about other\n");
    free(dumped);
    assert_null(info.name);
    assert_null(info.language);
    assert_null(info.instrument);
    assert_int_equal(info.bytes, 0);
    assert_null(pacta_document_text(document, NULL));
}

static int extract(const extraction *e, pacta_extractor *extractor, pacta_document *document,
                   pacta_error *error) {
    return pacta_extract(extractor, e->text, e->size, e->text_options, document, error);
}

/* With an allocation of the extractor's or the document's failing; true if there
 * are not so many. */
static bool extract_once(const extraction *e, bool document_fails, bool after, size_t fail_at) {
    ledger books[2] = {{0}};
    ledger *failing = &books[document_fails];
    pacta_allocator memories[2] = {ledger_allocator(&books[0]), ledger_allocator(&books[1])};
    pacta_extractor_options options = e->options;
    options.allocator = &memories[0];
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(e->ruleset, &options, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(&memories[1], &document), PACTA_OK);
    failing->fail_at = failing->calls + fail_at;
    failing->fail_after = after;
    pacta_error error;
    int status = extract(e, extractor, document, &error);
    bool worked = failing->calls < failing->fail_at;
    if (worked) {
        assert_int_equal(status, e->wanted);
    } else if (status >= 0) {
        fail_msg("allocation %zu failed, and nobody noticed", fail_at);
    } else {
        assert_memory_out(status, &error);
        assert_document_empty(document);
        survived.extractions++;
    }
    failing->fail_at = 0; /* memory is back: the same again gives what it should */
    assert_int_equal(extract(e, extractor, document, &error), e->wanted);
    char *again = dump_document(document, DUMP_ALL | DUMP_PLACES);
    assert_string_equal(again, e->whole);
    free(again);
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    assert_settled(&books[0]);
    assert_settled(&books[1]);
    return worked;
}

/* Both kinds of memory; one allocation failing, and all from it on. */
void faulty_extractions(const pacta_ruleset *ruleset, const pacta_extractor_options *options,
                        const char *text, size_t size, const pacta_text_options *text_options) {
    extraction e = {ruleset, bare_options(options), text, size, text_options, PACTA_OK, NULL};
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(ruleset, &e.options, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    e.wanted = extract(&e, extractor, document, NULL);
    e.whole = dump_document(document, DUMP_ALL | DUMP_PLACES);
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    for (unsigned i = 0; e.wanted >= 0 && i < 4; i++)
        for (size_t fail_at = 1; !extract_once(&e, (i & 1) != 0, (i & 2) != 0, fail_at);)
            fail_at++;
    free(e.whole);
}

/* ---- In the place of the library's ------------------------------------------------------ */

/* What the last extractor was made with: tests have one at a time. */
static const pacta_ruleset *last_ruleset;
static pacta_extractor_options last_options;

static size_t sizes_of(const pacta_input *inputs, size_t count) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += inputs[i].size;
    return size;
}

int faulty_ruleset_new(const pacta_ruleset_options *options, pacta_ruleset **ruleset, pacta_error *error) {
    const unsigned alone = PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS;
    if (faults_wanted() > 0 && options != NULL && options->struct_size >= sizeof *options &&
        (options->flags & alone) == alone && options->allocator == NULL &&
        sizes_of(options->rules, options->rule_count) +
                sizes_of(options->instruments, options->instrument_count) <=
            faults_wanted())
        faulty_rulesets(options);
    return pacta_ruleset_new(options, ruleset, error);
}

int faulty_extractor_new(const pacta_ruleset *ruleset, const pacta_extractor_options *options,
                         pacta_extractor **extractor, pacta_error *error) {
    if (faults_wanted() > 0 && ruleset != NULL) {
        last_ruleset = ruleset;
        last_options = bare_options(options);
        faulty_extractors(ruleset, options);
    }
    return pacta_extractor_new(ruleset, options, extractor, error);
}

int faulty_extract(pacta_extractor *extractor, const char *text, size_t size,
                   const pacta_text_options *options, pacta_document *document, pacta_error *error) {
    if (last_ruleset != NULL && text != NULL && size <= faults_wanted())
        faulty_extractions(last_ruleset, &last_options, text, size, options);
    return pacta_extract(extractor, text, size, options, document, error);
}
