/* The press report that the project grew from: its main records. */
#include "support.h"

static char *text;
static pacta_document *document;

static int set_up(void **state) {
    (void)state;
    size_t size;
    text = read_text(PACTA_ROOT "/seeds/defence-pact.txt", &size);
    return pacta_read(text, size, &document, NULL) != PACTA_OK;
}

static int tear_down(void **state) {
    (void)state;
    pacta_document_free(document);
    free(text);
    return 0;
}

static bool begins(pacta_span span, const char *words) {
    return strncmp(text + span.begin, words, strlen(words)) == 0;
}

static const pacta_quotation *quotation(const char *words) {
    size_t count;
    const pacta_quotation *list = pacta_quotations(document, &count);
    for (size_t i = 0; i < count; i++)
        if (begins(list[i].inner, words))
            return &list[i];
    fail_msg("no quotation begins: %s", words);
    return NULL;
}

static void assert_source(const char *words, pacta_quotation_kind kind, const char *source) {
    const pacta_quotation *found = quotation(words);
    char *named = words_of(text, found->source.span);
    assert_int_equal(found->kind, kind);
    assert_string_equal(named, source);
    free(named);
}

static void test_quoted_article(void **state) {
    (void)state;
    assert_source("If either side faces", PACTA_QUOTATION_PROVISION, "Article 4 of the agreement");
    size_t count;
    const pacta_clause *clauses = pacta_clauses(document, &count);
    for (size_t i = 0; i < count; i++) {
        if (!begins(clauses[i].span, "If either side"))
            continue;
        assert_int_equal(clauses[i].origin, PACTA_ORIGIN_QUOTED);
        assert_int_equal(clauses[i].modality, PACTA_OBLIGATION);
        assert_string_equal(clauses[i].eid, "art_4");
        assert_int_equal(clauses[i].condition_count, 1);
        assert_int_equal(clauses[i].reference_count, 1);
        const pacta_reference *charter = pacta_references(document, &count) + clauses[i].references[0];
        assert_string_equal(charter->instrument, "un-charter");
        assert_string_equal(charter->targets[0].eid, "art_51");
        return;
    }
    fail_msg("no clause of the quoted article");
}

static void test_speakers(void **state) {
    (void)state;
    assert_source("The agreement said neither side", PACTA_QUOTATION_PROVISION, "KCNA");
    assert_source("strengthening defence", PACTA_QUOTATION_PROVISION, "it");
    assert_source("strongest ever treaty", PACTA_QUOTATION_STATEMENT, "Kim");
    assert_source("military technology", PACTA_QUOTATION_PROVISION, "Seoul");
    assert_source("grave concerns", PACTA_QUOTATION_STATEMENT, "Japan");
    assert_int_equal(quotation("Treaty on")->kind, PACTA_QUOTATION_TITLE);
}

static void test_prohibitions_that_the_agency_carries(void **state) {
    (void)state;
    size_t count, found = 0;
    const pacta_clause *clauses = pacta_clauses(document, &count);
    const pacta_quotation *agency = quotation("The agreement said neither side");
    for (size_t i = 0; i < count; i++)
        found += clauses[i].modality == PACTA_PROHIBITION && clauses[i].cue.begin >= agency->span.begin &&
                 clauses[i].cue.end <= agency->span.end;
    assert_int_equal(found, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quoted_article),
        cmocka_unit_test(test_speakers),
        cmocka_unit_test(test_prohibitions_that_the_agency_carries),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
