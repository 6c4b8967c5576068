/* References and instruments: what a text cites, to the byte, and what it
 * means. Each row is a text, the words cited, their eids, the instrument. */
#include "support.h"

typedef struct row {
    const char *text, *words, *eids, *instrument;
} row;

static pacta_extractor *extractor;
static pacta_document *document;

static int set_up(void **state) {
    (void)state;
    return pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL) != PACTA_OK ||
           pacta_document_new(NULL, &document) != PACTA_OK;
}

static int tear_down(void **state) {
    (void)state;
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    return 0;
}

static const pacta_reference *extract(const char *text, pacta_form form, size_t *count) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    return pacta_references(document, count);
}

static void join_eids(const pacta_reference *reference, char *out, size_t room) {
    *out = '\0';
    for (uint32_t i = 0; i < reference->target_count; i++) {
        size_t used = strlen(out);
        snprintf(out + used, room - used, "%s%s", i > 0 ? "," : "", reference->targets[i].eid);
    }
}

/* The row's words are a reference, with the eids and the instrument. */
static void check(const row *expected, pacta_form form) {
    size_t count;
    const pacta_reference *references = extract(expected->text, form, &count);
    for (size_t i = 0; i < count; i++) {
        char *words = words_of(expected->text, references[i].span), eids[2000];
        bool same = strcmp(words, expected->words) == 0;
        free(words);
        if (!same)
            continue;
        join_eids(&references[i], eids, sizeof eids);
        assert_string_equal(eids, expected->eids);
        if (expected->instrument == NULL)
            assert_null(references[i].instrument);
        else
            assert_string_equal(references[i].instrument, expected->instrument);
        return;
    }
    fail_msg("no reference '%s' in: %s", expected->words, expected->text);
}

static void test_forms_in_press(void **state) {
    (void)state;
    static const row rows[] = {
        {"They quoted Article 51 of the U.N. Charter.", "Article 51 of the U.N. Charter", "art_51",
         "un-charter"},
        {"They quoted Articles 2 (4), 51 and 53 of the UN Charter.",
         "Articles 2 (4), 51 and 53 of the UN Charter", "art_2__para_4,art_51,art_53", "un-charter"},
        {"Articles 31 to 33 of the Vienna Convention on the Law of Treaties guide us.",
         "Articles 31 to 33 of the Vienna Convention on the Law of Treaties", "art_31,art_32,art_33",
         "vclt-1969"},
        {"NATO's Article 5 was not invoked.", "NATO's Article 5", "art_5", "nato-1949"},
        {"On the high seas, UNCLOS art 87 holds.", "UNCLOS art 87", "art_87", "unclos"},
        {"It rests on Article 101 TFEU alone.", "Article 101 TFEU", "art_101", "tfeu"},
        {"Section 4(2)(b) of the Harbour Lamps Act 1998 applies.",
         "Section 4(2)(b) of the Harbour Lamps Act 1998", "sec_4__subsec_2__point_b",
         "harbour-lamps-act-1998"},
        {"He cited paragraph 3 (a) of Article IV of the Treaty of Orva.",
         "paragraph 3 (a) of Article IV of the Treaty of Orva", "art_4__para_3__point_a", "treaty-of-orva"},
        {"The Lamp Treaty's fifth article is short.", "Lamp Treaty's fifth article", "art_5", "lamp-treaty"},
        {"Article 6(1)(a), (c) and (e) of the Lamp Treaty stay.",
         "Article 6(1)(a), (c) and (e) of the Lamp Treaty",
         "art_6__para_1__point_a,art_6__para_1__point_c,art_6__para_1__point_e", "lamp-treaty"},
        {"Annex II, Article 1, of the Lamp Treaty is new.", "Annex II, Article 1, of the Lamp Treaty",
         "annex_2__art_1", "lamp-treaty"},
        {"Article 5 bis and Article 5A of the Lamp Treaty differ.", "Article 5A of the Lamp Treaty", "art_5a",
         "lamp-treaty"},
        {"Both quoted Article 10.12 of RCEP.", "Article 10.12 of RCEP", "art_10.12", "rcep-2020"},
        {"Traders wait for Article 6.4 of the Paris Agreement.", "Article 6.4 of the Paris Agreement",
         "art_6__para_4", "paris-agreement"},
        {"See Art.\xC2\xA0"
         "6 ECHR.",
         "Art.\xC2\xA0"
         "6 ECHR",
         "art_6", "echr"},
        {"Article 22 of the Vienna Convention keeps the door shut.", "Article 22 of the Vienna Convention",
         "art_22", NULL},
        {"The Vienna Convention on Diplomatic Relations is old. Article 22 of the Vienna Convention holds.",
         "Article 22 of the Vienna Convention", "art_22", "vcdr-1961"},
        {"It opened with Article 2 of the Lamp Treaty. Later Article 9 came up.", "Article 9", "art_9",
         "lamp-treaty"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(&rows[i], PACTA_FORM_PRESS);
}

static void test_numbers_of_resolutions_and_acts(void **state) {
    (void)state;
    static const row rows[] = {
        {"Security Council resolution 1718 (2006) stands.", "Security Council resolution 1718 (2006)", "",
         "s-res-1718-2006"},
        {"Security Council resolutions 1718 (2006) and 2397 (2017) stand.", "2397 (2017)", "",
         "s-res-2397-2017"},
        {"S/RES/2397 (2017) stands.", "S/RES/2397 (2017)", "", "s-res-2397-2017"},
        {"General Assembly resolution 2625 (XXV) stands.", "General Assembly resolution 2625 (XXV)", "",
         "a-res-2625-xxv"},
        {"Paragraph 139 of resolution 60/1 stands.", "Paragraph 139 of resolution 60/1", "para_139",
         "a-res-60-1"},
        {"Council Regulation (EC) No 2201/2003 stands.", "Council Regulation (EC) No 2201/2003", "",
         "celex-32003r2201"},
        {"Article 4(2) of Directive 95/46/EC stands.", "Article 4(2) of Directive 95/46/EC", "art_4__para_2",
         "celex-31995l0046"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(&rows[i], PACTA_FORM_PRESS);
}

static void test_what_only_looks_like_one(void **state) {
    (void)state;
    static const char *const texts[] = {
        "She sold an article of clothing.",
        "He wrote an article 5 pages long.",
        "The Section editor kept the rule of law.",
        "Part two of this series runs tomorrow.",
        "Part of the wall fell, and they will part ways.",
        "Under the articles of association, three directors may sign.",
        "I never read past the first article.",
        "This article was amended on Monday.",
        "She owns five titles. One was sold.",
        "They lost by 12 points to 24 in the rain.",
        "Of all the books I read, this is the best.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count;
        extract(texts[i], PACTA_FORM_PRESS, &count);
        if (count != 0)
            fail_msg("made up in: %s", texts[i]);
    }
}

static const char TREATY[] =
    "CONVENTION ON LAMPS\n\n"
    "Recalling the Treaty of Orva (hereinafter \"the Orva Treaty\"),\n\n"
    "Have agreed as follows:\n\n"
    "Article 1\n\n"
    "1. Lamps shall be lit.\n\n"
    "2. Paragraph 1 applies as provided in Article 2 (1) (b) and in this Article.\n\n"
    "Article 2\n\n"
    "1. Each Party shall:\n\n"
    "(a) buy oil; and\n\n"
    "(b) trim wicks under the preceding paragraph or subparagraph (a).\n\n"
    "2. The preceding paragraph and Article 4 of the Orva Treaty shall apply.\n\n"
    "3. Article 9 of this Convention shall apply.\n";

static void test_inside_a_treaty(void **state) {
    (void)state;
    static const row rows[] = {
        {TREATY, "Paragraph 1", "art_1__para_1", "this"},
        {TREATY, "Article 2 (1) (b)", "art_2__para_1__point_b", "this"},
        {TREATY, "this Article", "art_1", "this"},
        {TREATY, "subparagraph (a)", "art_2__para_1__point_a", "this"},
        {TREATY, "preceding paragraph", "art_2__para_1", "this"},
        {TREATY, "Article 4 of the Orva Treaty", "art_4", "treaty-of-orva"},
        {TREATY, "Article 9 of this Convention", "art_9", "this"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (i != 4) /* the first of that name has nothing before it */
            check(&rows[i], PACTA_FORM_TREATY);
    size_t count, diagnostics, provisions;
    const pacta_reference *references = extract(TREATY, PACTA_FORM_TREATY, &count);
    pacta_provisions(document, &provisions);
    for (size_t i = 0; i < count; i++)
        for (uint32_t t = 0; t < references[i].target_count; t++)
            if (references[i].resolution == PACTA_INTERNAL)
                assert_true(references[i].targets[t].provision < provisions);
    assert_int_equal(references[count - 1].resolution, PACTA_DANGLING);
    const pacta_diagnostic *told = pacta_diagnostics(document, &diagnostics);
    assert_true(diagnostics > 0);
    assert_int_equal(told[diagnostics - 1].code, PACTA_D_DANGLING_REFERENCE);
}

/* A target's span holds the words that name it, and lies in the reference. */
static void test_targets_lie_in_their_reference(void **state) {
    (void)state;
    static const char text[] = "See Articles 3, 5 to 7 and 9 (2) of the Lamp Treaty.";
    size_t count;
    const pacta_reference *reference = extract(text, PACTA_FORM_PRESS, &count);
    assert_int_equal(count, 1);
    assert_int_equal(reference->target_count, 5);
    for (uint32_t i = 0; i < reference->target_count; i++) {
        assert_true(reference->targets[i].span.begin >= reference->span.begin);
        assert_true(reference->targets[i].span.end <= reference->span.end);
    }
    char *middle = words_of(text, reference->targets[2].span);
    assert_string_equal(middle, "5 to 7");
    free(middle);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_in_press),
        cmocka_unit_test(test_numbers_of_resolutions_and_acts),
        cmocka_unit_test(test_what_only_looks_like_one),
        cmocka_unit_test(test_inside_a_treaty),
        cmocka_unit_test(test_targets_lie_in_their_reference),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
