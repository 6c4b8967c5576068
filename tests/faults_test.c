/* Memory that runs out, in whatever the library does (faulty.h). */
#define PACTA_TESTS_UNWRAPPED
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
                           "    on wet\n"
                           "    next @made-up rain\n"
                           "    after @made-up\n"
                           "    not-after snow\n"
                           "    then @quote\n"
                           "    ahead @made-up sun\n"
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

/* Rules of the caller's, and how a text is read with them. */
typedef struct task {
    pacta_input rules, table;
    pacta_ruleset_options ruleset;
} task;

static void prepare(task *t, unsigned flags) {
    memset(t, 0, sizeof *t);
    t->rules = (pacta_input){"made-up.rules", PACK, sizeof PACK - 1};
    t->table = (pacta_input){"made-up.tsv", TABLE, sizeof TABLE - 1};
    t->ruleset = (pacta_ruleset_options){.struct_size = sizeof t->ruleset,
                                         .flags = flags,
                                         .rules = &t->rules,
                                         .rule_count = 1,
                                         .instruments = &t->table,
                                         .instrument_count = 1};
}

static pacta_text_options reading_as(pacta_form form) {
    return (pacta_text_options){
        .struct_size = sizeof(pacta_text_options), .name = "a text", .form = form, .keep_text = 1};
}

static pacta_ruleset *all_rules;

static int set_up(void **state) {
    (void)state;
    task t;
    prepare(&t, 0);
    return pacta_ruleset_new(&t.ruleset, &all_rules, NULL);
}

static int tear_down(void **state) {
    (void)state;
    pacta_ruleset_free(all_rules);
    return 0;
}

static void rulesets_of_the_callers(void **state) {
    (void)state;
    enum { ALONE = PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS };
    task t;
    for (unsigned jit = 0; jit < 2; jit++) {
        prepare(&t, ALONE | (jit != 0 ? 0u : PACTA_NO_JIT));
        faulty_rulesets(&t.ruleset);
    }
}

static void rulesets_built_in(void **state) {
    (void)state;
    task t;
    prepare(&t, PACTA_NO_JIT);
    faulty_rulesets(&t.ruleset);
}

static void extractors(void **state) {
    (void)state;
    faulty_extractors(all_rules, NULL);
}

static void documents(void **state) {
    (void)state;
    faulty_documents();
}

static void extraction(const char *text, size_t size, pacta_form form) {
    pacta_text_options options = reading_as(form);
    faulty_extractions(all_rules, NULL, text, size, &options);
}

static void extraction_of_press(void **state) {
    (void)state;
    extraction(PRESS, sizeof PRESS - 1, PACTA_FORM_UNKNOWN);
}

static void extraction_of_a_treaty(void **state) {
    (void)state;
    extraction(TREATY, sizeof TREATY - 1, PACTA_FORM_UNKNOWN);
}

/* Every file of the folder, whose first bytes are options. */
static void extraction_of_files(const char *folder, size_t options) {
    DIR *files = opendir(folder);
    assert_non_null(files);
    for (struct dirent *file; (file = readdir(files)) != NULL;) {
        char path[1024];
        size_t size;
        snprintf(path, sizeof path, "%s/%s", folder, file->d_name);
        if (file->d_name[0] == '.')
            continue;
        char *text = read_text(path, &size);
        if (size > options)
            extraction(text + options, size - options,
                       options == 0 ? PACTA_FORM_UNKNOWN : (pacta_form)((unsigned char)*text & 3));
        free(text);
    }
    closedir(files);
}

/* The texts that fuzzing begins with; and, where there is time, whole ones. */
static void extraction_of_the_corpus(void **state) {
    (void)state;
    extraction_of_files(PACTA_ROOT "/tests/fuzz/corpus/extract", 3);
    if (faults_wanted() == 0)
        return;
    extraction_of_files(PACTA_ROOT "/tests/marked", 0);
    extraction_of_files(PACTA_ROOT "/seeds", 0);
}

/* A warm extractor and document ask for nothing when a text comes again. */
static void warm_extraction_allocates_nothing(void **state) {
    (void)state;
    const pacta_text_options as_it_is = reading_as(PACTA_FORM_UNKNOWN);
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_extractor_options options = {.struct_size = sizeof options, .allocator = &memory};
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(builtin_rules(), &options, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(&memory, &document), PACTA_OK);
    for (int round = 0; round < 4; round++) {
        size_t before = book.calls;
        assert_int_equal(pacta_extract(extractor, PRESS, sizeof PRESS - 1, &as_it_is, document, NULL),
                         PACTA_OK);
        assert_int_equal(pacta_extract(extractor, TREATY, sizeof TREATY - 1, &as_it_is, document, NULL),
                         PACTA_OK);
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
    int failed = cmocka_run_group_tests(tests, set_up, tear_down);
    if (faults_wanted() == 0)
        tell_faults();
    return failed;
}
