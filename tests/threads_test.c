/* One ruleset, many threads: each with its extractor finds what one alone finds.
 * Rulesets are made and freed beside them. Meant for ThreadSanitizer. */
#include "dump.h"
#include "pacta/verify.h"
#include "support.h"
#include <pthread.h>

enum { THREADS = 4, ROUNDS = 6 };

static const char PRESS[] =
    "President Ana Ruiz said on Monday that Article 4 of the Lake Pact (the \"Pact\") shall bind every "
    "state, "
    "\"if it so declares, \xE2\x80\x98in peace\xE2\x80\x99,\" under Articles 5 to 9 of the U.N. Charter.\n\n"
    "\"We will not leave,\" she said. \"Not under resolution 1718 (2006), unless we must.\"\n";
static const char TREATY[] =
    "LAKE PACT\n\nArticle 1\n\n1. Each Party shall:\n\n(a) keep the water clean, subject to "
    "paragraph 2;\n\n(b) inform the others.\n\n2. No Party shall leave, except under Article "
    "2.\n\nArticle 2\n\nThis Pact shall enter into force when ten States have signed it.\n";
static const char *const TEXTS[] = {PRESS, TREATY};

static pacta_ruleset *shared;
static char *expected[2];

static char *read_and_dump(pacta_extractor *extractor, pacta_document *document, const char *text) {
    if (pacta_extract(extractor, text, strlen(text), NULL, document, NULL) != PACTA_OK)
        return NULL;
    return dump_document(document, DUMP_ALL | DUMP_PLACES);
}

/* Returns NULL, or what went wrong. cmocka's own checks are for one thread. */
static void *extract_again_and_again(void *context) {
    const char *wrong = NULL;
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    (void)context;
    if (pacta_extractor_new(shared, NULL, &extractor, NULL) != PACTA_OK ||
        pacta_document_new(NULL, &document) != PACTA_OK)
        wrong = "no extractor";
    for (int round = 0; wrong == NULL && round < ROUNDS; round++) {
        char *found = read_and_dump(extractor, document, TEXTS[round % 2]);
        if (found == NULL || strcmp(found, expected[round % 2]) != 0)
            wrong = "other records than alone";
        free(found);
    }
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    return (void *)(uintptr_t)wrong;
}

static pacta_ruleset *made_elsewhere[THREADS];

static void *compile(void *place) {
    pacta_ruleset **made = place;
    return pacta_ruleset_new(NULL, made, NULL) == PACTA_OK ? NULL : (void *)(uintptr_t) "no ruleset";
}

static void *use_and_free(void *place) {
    pacta_ruleset **made = place;
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    const char *wrong = NULL;
    if (pacta_extractor_new(*made, NULL, &extractor, NULL) != PACTA_OK ||
        pacta_document_new(NULL, &document) != PACTA_OK)
        wrong = "no extractor";
    char *found = wrong != NULL ? NULL : read_and_dump(extractor, document, PRESS);
    if (found == NULL || strcmp(found, expected[0]) != 0)
        wrong = "other records";
    free(found);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(*made);
    return (void *)(uintptr_t)wrong;
}

/* A document is read by all at once. */
static pacta_document *read_by_all;

static void *look(void *context) {
    (void)context;
    char *found = dump_document(read_by_all, DUMP_ALL | DUMP_PLACES);
    pacta_position position = pacta_document_position(read_by_all, 40);
    const char *wrong =
        found == NULL || strcmp(found, expected[0]) != 0 || position.line != 1 ? "other" : NULL;
    free(found);
    return (void *)(uintptr_t)wrong;
}

/* A corpus, which all hold one story against. */
static const char STORY[] =
    "Article 1 of the Lake Pact says: \"Each Party shall keep the waters clean, subject to paragraph 2.\"\n\n"
    "\"No Party shall leave, except under Article 2,\" it says. The pact says each side must inform the "
    "others.\n";
static pacta_corpus *corpus;
static pacta_document *story;
static uint64_t expected_findings;

static uint64_t findings_of(const pacta_verification *verification) {
    size_t count;
    const pacta_check *checks = pacta_checks(verification, &count);
    uint64_t sum = count;
    for (size_t i = 0; i < count; i++)
        sum = sum * 31 + checks[i].span.begin + checks[i].verdict * 7u + checks[i].score + checks[i].kinds;
    return sum;
}

static void *verify_again_and_again(void *context) {
    const char *wrong = NULL;
    pacta_verification *verification = NULL;
    (void)context;
    if (pacta_verification_new(NULL, &verification) != PACTA_OK)
        return (void *)(uintptr_t) "no verification";
    for (int round = 0; wrong == NULL && round < ROUNDS; round++)
        if (pacta_verify(corpus, story, NULL, verification, NULL) != PACTA_OK ||
            findings_of(verification) != expected_findings)
            wrong = "other findings than alone";
    pacta_verification_free(verification);
    return (void *)(uintptr_t)wrong;
}

static void run_all(void *(*first)(void *), void *(*second)(void *), bool second_has_place) {
    pthread_t threads[2 * THREADS];
    size_t count = 0;
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[count++], NULL, first, NULL), 0);
        if (second != NULL)
            assert_int_equal(pthread_create(&threads[count++], NULL, second,
                                            second_has_place ? (void *)&made_elsewhere[i] : NULL),
                             0);
    }
    for (size_t i = 0; i < count; i++) {
        void *wrong = NULL;
        assert_int_equal(pthread_join(threads[i], &wrong), 0);
        if (wrong != NULL)
            fail_msg("thread %zu: %s", i, (const char *)wrong);
    }
}

static void many_extractors(void **state) {
    (void)state;
    run_all(extract_again_and_again, NULL, false);
}

static void rulesets_made_here_and_freed_there(void **state) {
    (void)state;
    run_all(extract_again_and_again, compile, true);
    run_all(extract_again_and_again, use_and_free, true);
}

static void a_document_that_all_read(void **state) {
    (void)state;
    pacta_extractor *extractor = NULL;
    assert_int_equal(pacta_extractor_new(shared, NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &read_by_all), PACTA_OK);
    free(read_and_dump(extractor, read_by_all, PRESS));
    run_all(look, look, false);
    pacta_document_free(read_by_all);
    pacta_extractor_free(extractor);
}

static void a_corpus_for_all(void **state) {
    (void)state;
    pacta_extractor *extractor = NULL;
    pacta_document *treaty = NULL;
    pacta_verification *verification = NULL;
    assert_int_equal(pacta_extractor_new(shared, NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &treaty), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &story), PACTA_OK);
    free(read_and_dump(extractor, treaty, TREATY));
    free(read_and_dump(extractor, story, STORY));
    assert_int_equal(pacta_corpus_new(shared, NULL, &corpus, NULL), PACTA_OK);
    assert_int_equal(pacta_corpus_add(corpus, treaty, NULL), PACTA_OK);
    assert_int_equal(pacta_corpus_seal(corpus, NULL), PACTA_OK);
    assert_int_equal(pacta_verification_new(NULL, &verification), PACTA_OK);
    assert_int_equal(pacta_verify(corpus, story, NULL, verification, NULL), PACTA_OK);
    expected_findings = findings_of(verification);
    assert_true(expected_findings > 1);
    run_all(verify_again_and_again, extract_again_and_again, false);
    pacta_verification_free(verification);
    pacta_corpus_free(corpus);
    pacta_document_free(story);
    pacta_document_free(treaty);
    pacta_extractor_free(extractor);
}

static int set_up(void **state) {
    (void)state;
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    if (pacta_ruleset_new(NULL, &shared, NULL) != PACTA_OK ||
        pacta_extractor_new(shared, NULL, &extractor, NULL) != PACTA_OK ||
        pacta_document_new(NULL, &document) != PACTA_OK)
        return -1;
    for (size_t i = 0; i < 2; i++)
        expected[i] = read_and_dump(extractor, document, TEXTS[i]);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    return expected[0] == NULL || expected[1] == NULL;
}

static int tear_down(void **state) {
    (void)state;
    free(expected[0]);
    free(expected[1]);
    pacta_ruleset_free(shared);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_extractors),
        cmocka_unit_test(rulesets_made_here_and_freed_there),
        cmocka_unit_test(a_document_that_all_read),
        cmocka_unit_test(a_corpus_for_all),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
