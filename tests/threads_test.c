/* One ruleset, many threads: each with its extractor finds what one alone finds.
 * Rulesets are made and freed beside them. Meant for ThreadSanitizer. */
#include "dump.h"
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
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
