/* Memory that runs out: each allocation fails in turn. Every time there is a
 * status, nothing leaks, what the caller gave is untouched, and what works
 * again is whole. */
#include "dump.h"
#include "support.h"
#include <dirent.h>

/* A pack and a table that go through every statement, and texts that go through
 * every stage. */
static const char PACK[] = "pacta-rules 1\n"
                           "language en\n"
                           "words made-up alpha beta=2 gamma\n"
                           "unit stanza stanza article 40\n"
                           "    stanza | stanzas\n"
                           "define pair\n"
                           "    [0-9]{1,2}\n"
                           "rule made-one label\n"
                           "    on @made-up stanza S/\n"
                           "    priority 3\n"
                           "    match (?<number> (?&pair)) (?&made_up)\n"
                           "rule made-two topic weather\n"
                           "    on *\n"
                           "    match (?i:rain)\n"
                           "override rule made-two topic weather\n"
                           "    on rain\n"
                           "    match (?i:rain\\ falls)\n"
                           "off made-one\n";

static const char TABLE[] = "id\ttitle_en\taliases\tmax_article\n"
                            "lake-pact\tPact on the Three Lakes\tLake Pact|TLP\t12\n"
                            "lake-pact\tPact on the Three Lakes\tThree Lakes Pact\t14\n";

static const char PRESS[] =
    "TALVIK (Reuters) - President Ana Ruiz said on Monday that Article 4 of the Pact on the Three Lakes, "
    "signed in 1994 (the \"Lake Pact\"), \"shall bind every state, if it so declares, \xE2\x80\x98in peace "
    "and war\xE2\x80\x99,\" according to Articles 5 to 9 of the Lake Pact.\n\n"
    "\"We will not leave,\" she said. \"Not under Article 51 of the U.N. Charter and Security Council "
    "resolution 1718 (2006), unless we must.\"\n\n"
    "The pact says neither side may attack the other. \"An unclosed word, he said.\n";

static const char TREATY[] =
    "PACT ON THE THREE LAKES\n\nPREAMBLE\n\nThe States Parties,\n\nRecalling the Charter of the United "
    "Nations,\n\nHave agreed as follows:\n\nPART I\nGeneral\n\nArticle 1\nDefinitions\n\n1. For the purposes "
    "of this Pact, \"lake\" means any water mentioned in Annex A.\n\n2. Each Party shall:\n\n(a) keep the "
    "water clean, subject to paragraph 3;\n\n(b) inform the others.\n\n3. No Party shall, except with the "
    "consent of the others, draw water under Article 2, paragraphs 1 (a) and 2.\n\nArticle 2\nEntry into "
    "force\n\n1. This Pact shall enter into force when ten States have signed it.\n\n2. Nothing in the "
    "preceding paragraph, Article 1 bis or Articles 7 to 3 affects the right of self-defence.\n\n"
    "ANNEX A\n\nArticle 1\n\nThe lakes are three.\n";

/* Allocations that failed, and how: told at the end. */
static size_t survived[4];
enum { OF_RULESETS, OF_EXTRACTORS, OF_DOCUMENTS, OF_EXTRACTIONS };

typedef struct task {
    pacta_input rules, table;
    pacta_ruleset_options ruleset;
    pacta_text_options text;
} task;

static void prepare(task *t, const pacta_allocator *memory, unsigned flags) {
    memset(t, 0, sizeof *t);
    t->rules = (pacta_input){"made-up.rules", PACK, sizeof PACK - 1};
    t->table = (pacta_input){"made-up.tsv", TABLE, sizeof TABLE - 1};
    t->ruleset = (pacta_ruleset_options){.struct_size = sizeof t->ruleset,
                                         .allocator = memory,
                                         .flags = flags,
                                         .rules = &t->rules,
                                         .rule_count = 1,
                                         .instruments = &t->table,
                                         .instrument_count = 1};
    t->text = (pacta_text_options){.struct_size = sizeof t->text, .name = "a text", .keep_text = 1};
}

static void assert_memory_out(int status, const pacta_error *error) {
    assert_int_equal(status, PACTA_E_MEMORY);
    assert_int_equal(error->status, PACTA_E_MEMORY);
    assert_true(error->message[0] != '\0');
}

/* One ruleset with the given allocation failing; true if none failed. */
static bool make_ruleset(unsigned flags, size_t fail_at, bool after, size_t *calls) {
    ledger book = {.fail_at = fail_at, .fail_after = after};
    pacta_allocator memory = ledger_allocator(&book);
    task t;
    prepare(&t, &memory, flags);
    pacta_ruleset *const untouched = (pacta_ruleset *)&book;
    pacta_ruleset *ruleset = untouched;
    pacta_error error;
    int status = pacta_ruleset_new(&t.ruleset, &ruleset, &error);
    *calls = book.calls;
    if (status != PACTA_OK) {
        assert_memory_out(status, &error);
        assert_ptr_equal(ruleset, untouched);
        assert_settled(&book);
        survived[OF_RULESETS]++;
        return false;
    }
    pacta_ruleset_free(ruleset);
    assert_settled(&book);
    return true;
}

static void rulesets(unsigned flags, bool after) {
    size_t calls = 0;
    assert_true(make_ruleset(flags, 0, false, &calls));
    for (size_t fail_at = 1; fail_at <= calls; fail_at++) {
        size_t made;
        bool worked = make_ruleset(flags, fail_at, after, &made);
        /* JIT code is a luxury: without memory for it patterns are interpreted */
        if (worked && (flags & PACTA_NO_JIT) != 0)
            fail_msg("allocation %zu failed, and nobody noticed", fail_at);
    }
}

enum { SMALL = PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS };

static void rulesets_of_the_callers(void **state) {
    (void)state;
    rulesets(SMALL | PACTA_NO_JIT, false);
    rulesets(SMALL | PACTA_NO_JIT, true);
    rulesets(SMALL, true);
}

static void rulesets_built_in(void **state) {
    (void)state;
    rulesets(PACTA_NO_JIT, true);
}

static void extractors(void **state) {
    (void)state;
    size_t fail_at = 0;
    for (bool worked = false; !worked;) {
        fail_at++;
        ledger book = {.fail_at = fail_at};
        pacta_allocator memory = ledger_allocator(&book);
        pacta_extractor_options options = {.struct_size = sizeof options, .allocator = &memory};
        pacta_extractor *const untouched = (pacta_extractor *)&book;
        pacta_extractor *extractor = untouched;
        pacta_error error;
        int status = pacta_extractor_new(builtin_rules(), &options, &extractor, &error);
        worked = status == PACTA_OK;
        if (worked) {
            pacta_extractor_free(extractor);
        } else {
            assert_memory_out(status, &error);
            assert_ptr_equal(extractor, untouched);
            survived[OF_EXTRACTORS]++;
        }
        assert_settled(&book);
    }
    assert_true(fail_at > 2);
}

static void documents(void **state) {
    (void)state;
    ledger book = {.fail_at = 1};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_document *document = (pacta_document *)&book;
    assert_int_equal(pacta_document_new(&memory, &document), PACTA_E_MEMORY);
    assert_ptr_equal(document, &book);
    survived[OF_DOCUMENTS]++;
    assert_int_equal(pacta_document_new(&memory, &document), PACTA_OK);
    pacta_document_free(document);
    assert_settled(&book);
}

/* A text and how it is read. */
typedef struct reading {
    const char *text;
    size_t size;
    pacta_form form;
} reading;

static int extract(pacta_extractor *extractor, pacta_document *document, const reading *read,
                   pacta_error *error) {
    task t;
    prepare(&t, NULL, 0);
    t.text.form = read->form;
    return pacta_extract(extractor, read->text, read->size, &t.text, document, error);
}

static void assert_document_empty(const pacta_document *document) {
    char *dumped = dump_document(document, DUMP_ALL);
    assert_string_equal(dumped, "about other\n");
    free(dumped);
    pacta_document_info info = pacta_document_about(document);
    assert_null(info.name);
    assert_null(info.language);
    assert_null(info.instrument);
    assert_int_equal(info.bytes, 0);
    assert_null(pacta_document_text(document, NULL));
}

/* Rules of the callers' and built-in ones, for the extractions. */
static const pacta_ruleset *all_rules(void) {
    static pacta_ruleset *rules;
    task t;
    prepare(&t, NULL, 0);
    if (rules == NULL)
        assert_int_equal(pacta_ruleset_new(&t.ruleset, &rules, NULL), PACTA_OK);
    return rules;
}

/* One extraction with an allocation of the extractor's or the document's
 * failing; true if none failed. */
static bool extract_once(const reading *read, bool document_fails, bool after, size_t fail_at, int wanted,
                         const char *whole) {
    ledger books[2] = {{0}};
    ledger *failing = &books[document_fails];
    pacta_allocator memories[2] = {ledger_allocator(&books[0]), ledger_allocator(&books[1])};
    pacta_extractor_options options = {.struct_size = sizeof options, .allocator = &memories[0]};
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(all_rules(), &options, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(&memories[1], &document), PACTA_OK);
    failing->fail_at = failing->calls + fail_at;
    failing->fail_after = after;
    pacta_error error;
    int status = extract(extractor, document, read, &error);
    bool worked = failing->calls < failing->fail_at;
    if (worked) {
        assert_int_equal(status, wanted);
    } else if (status >= 0) {
        fail_msg("allocation %zu failed, and nobody noticed", fail_at);
    } else {
        assert_memory_out(status, &error);
        assert_document_empty(document);
        survived[OF_EXTRACTIONS]++;
    }
    failing->fail_at = 0; /* memory is back: the same again gives what it should */
    assert_int_equal(extract(extractor, document, read, &error), wanted);
    char *again = dump_document(document, DUMP_ALL | DUMP_PLACES);
    assert_string_equal(again, whole);
    free(again);
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    assert_settled(&books[0]);
    assert_settled(&books[1]);
    return worked;
}

/* Both kinds of memory, one allocation failing and all from it on. */
static void extraction(const reading *read) {
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(all_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    int wanted = extract(extractor, document, read, NULL);
    char *whole = dump_document(document, DUMP_ALL | DUMP_PLACES);
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    for (unsigned i = 0; wanted >= 0 && i < 4; i++) {
        size_t fail_at = 1;
        while (!extract_once(read, (i & 1) != 0, (i & 2) != 0, fail_at, wanted, whole))
            fail_at++;
    }
    free(whole);
}

static void extraction_of_press(void **state) {
    (void)state;
    extraction(&(reading){PRESS, sizeof PRESS - 1, PACTA_FORM_UNKNOWN});
}

static void extraction_of_a_treaty(void **state) {
    (void)state;
    extraction(&(reading){TREATY, sizeof TREATY - 1, PACTA_FORM_UNKNOWN});
}

/* The texts that fuzzing begins with. */
static void extraction_of_the_corpus(void **state) {
    (void)state;
    enum { OPTION_BYTES = 3 };
    static const char folder[] = PACTA_ROOT "/tests/fuzz/corpus/extract";
    DIR *files = opendir(folder);
    assert_non_null(files);
    for (struct dirent *file; (file = readdir(files)) != NULL;) {
        char path[1024];
        size_t size;
        snprintf(path, sizeof path, "%s/%s", folder, file->d_name);
        if (file->d_name[0] == '.')
            continue;
        char *text = read_text(path, &size);
        if (size > OPTION_BYTES)
            extraction(
                &(reading){text + OPTION_BYTES, size - OPTION_BYTES, (pacta_form)((unsigned char)*text & 3)});
        free(text);
    }
    closedir(files);
}

/* A warm extractor and document ask for nothing when a text comes again. */
static void warm_extraction_allocates_nothing(void **state) {
    (void)state;
    const reading texts[] = {{PRESS, sizeof PRESS - 1, PACTA_FORM_UNKNOWN},
                             {TREATY, sizeof TREATY - 1, PACTA_FORM_UNKNOWN}};
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_extractor_options options = {.struct_size = sizeof options, .allocator = &memory};
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(builtin_rules(), &options, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(&memory, &document), PACTA_OK);
    for (int round = 0; round < 4; round++) {
        size_t before = book.calls;
        for (size_t i = 0; i < 2; i++)
            assert_int_equal(extract(extractor, document, &texts[i], NULL), PACTA_OK);
        if (round > 1)
            assert_int_equal(book.calls, before);
    }
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    assert_settled(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rulesets_of_the_callers),
        cmocka_unit_test(rulesets_built_in),
        cmocka_unit_test(extractors),
        cmocka_unit_test(documents),
        cmocka_unit_test(extraction_of_press),
        cmocka_unit_test(extraction_of_a_treaty),
        cmocka_unit_test(extraction_of_the_corpus),
        cmocka_unit_test(warm_extraction_allocates_nothing),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    pacta_ruleset_free((pacta_ruleset *)(uintptr_t)all_rules());
    print_message("allocations that failed, and did no harm: %zu of rulesets, %zu of extractors, %zu of "
                  "documents, %zu of extractions\n",
                  survived[OF_RULESETS], survived[OF_EXTRACTORS], survived[OF_DOCUMENTS],
                  survived[OF_EXTRACTIONS]);
    return failed;
}
