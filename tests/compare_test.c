/* Two versions of a treaty: what is the same, changed, moved, added, deleted. */
#include "support.h"
#include "verify_cases.h"

static pacta_document *extract(const char *text) {
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_TREATY};
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    pacta_extractor_free(extractor);
    return document;
}

static void add_words(text_buffer *out, const char *sign, const char *text, pacta_span span) {
    if (span.begin < span.end)
        buffer_add(out, " %s%.*s", sign, (int)(span.end - span.begin), text + span.begin);
}

/* A line for each change: kind, eids, then -words +words of what differs. */
static void describe(text_buffer *out, const char *old_text, const char *new_text) {
    pacta_document *olds = extract(old_text), *news = extract(new_text);
    pacta_comparison *comparison = NULL;
    size_t count;
    assert_int_equal(pacta_comparison_new(NULL, &comparison), PACTA_OK);
    assert_int_equal(pacta_compare(builtin_rules(), olds, news, comparison, NULL), PACTA_OK);
    const pacta_change *changes = pacta_changes(comparison, &count);
    buffer_clear(out);
    for (size_t i = 0; i < count; i++) {
        const pacta_change *change = &changes[i];
        buffer_add(out, "%s%s %s", pacta_change_name(change->kind), change->moved ? " moved" : "",
                   change->old_eid == NULL ? "-" : change->old_eid);
        buffer_add(out, " %s", change->new_eid == NULL ? "-" : change->new_eid);
        assert_true(change->score <= 1000);
        for (uint32_t d = 0; d < change->difference_count; d++) {
            const pacta_difference *difference = &change->differences[d];
            buffer_add(out, " %s", pacta_difference_name(difference->kind));
            add_words(out, "-", old_text, difference->treaty);
            add_words(out, "+", new_text, difference->press);
        }
        buffer_add(out, "\n");
    }
    pacta_comparison_free(comparison);
    pacta_document_free(olds);
    pacta_document_free(news);
}

#define LONG_WORD                                                                                            \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
    "aa"
#define TEN_WORDS(n)                                                                                         \
    "oil" n "0 oil" n "1 oil" n "2 oil" n "3 oil" n "4 oil" n "5 oil" n "6 oil" n "7 oil" n "8 oil" n "9"
#define MANY_CUT TEN_WORDS("1") " " TEN_WORDS("2") " " TEN_WORDS("3") " " TEN_WORDS("4") " " TEN_WORDS("5")
#define MANY_WORDS MANY_CUT " "
#define BEFORE                                                                                               \
    "The master keeps a list of all lamps of the inner basin and gives each captain a copy at once; then "
#define BEHIND                                                                                               \
    " whenever a captain asks for it before sunset in any month of the year but January, when it is "        \
    "closed.\n"

static const struct version_pair {
    const char *olds, *news, *expected;
} pairs[] = {
    /* nothing, and nothing but layout */
    {"", "", ""},
    {"Article 1\n\nThe lamps are lit at dusk.\n", "Article 1\n\n\nThe  lamps are lit at  dusk.\n",
     "unchanged art_1 art_1\n"},
    {"Article 1\n\nThe lamps are lit at dusk, by law.\n", "Article 1\n\nThe lamps are lit at dusk by law.\n",
     "unchanged art_1 art_1 punctuation -,  + \n"},
    /* words changed, put in, left out: also the first and the last */
    {"Article 1\n\nThe old lamps of the harbour shall be lit at dusk.\n",
     "Article 1\n\nThe lamps of the inner harbour must be lit at dawn.\n",
     "changed art_1 art_1 omitted -old inserted +inner replaced -shall +must replaced -dusk +dawn\n"},
    {"Article 1\n\nBut the keepers of the lamps and of the bells may rest on feast days.\n",
     "Article 1\n\nThe keepers of the lamps and of the bells may rest on feast days and Sundays.\n",
     "changed art_1 art_1 omitted -But case -the +The inserted +and Sundays\n"},
    /* an article put in before others, which go on under other numbers */
    {"Article 1\n\nThe lamps are lit at dusk by the keepers.\n\nArticle 2\n\nThe bells are rung in fog by "
     "the "
     "pilots.\n",
     "Article 1\n\nThe lamps are lit at dusk by the keepers.\n\nArticle 2\n\nNo ship enters after "
     "midnight.\n\n"
     "Article 3\n\nThe bells are rung in thick fog by the pilots.\n",
     "unchanged art_1 art_1\nadded - art_2\nchanged moved art_2 art_3 inserted +thick\n"},
    /* one taken out */
    {"Article 1\n\nThe lamps are lit at dusk by the keepers.\n\nArticle 2\n\nNo ship enters after "
     "midnight.\n\n"
     "Article 3\n\nThe bells are rung in fog by the pilots.\n",
     "Article 1\n\nThe lamps are lit at dusk by the keepers.\n\nArticle 2\n\nThe bells are rung in fog by "
     "the "
     "pilots.\n",
     "unchanged art_1 art_1\ndeleted art_2 -\nunchanged moved art_3 art_2\n"},
    /* two points that change places */
    {"Article 1\n\nThe keepers shall:\n\n(a) light the lamps at dusk;\n\n(b) ring the bells in fog.\n",
     "Article 1\n\nThe keepers shall:\n\n(a) ring the bells in fog;\n\n(b) light the lamps at dusk.\n",
     "unchanged art_1 art_1\nunchanged moved art_1__point_b art_1__point_a\n"
     "unchanged moved art_1__point_a art_1__point_b\n"},
    /* a heading, and a paragraph outside articles */
    {"TREATY ON LAMPS\n\nMindful of the fog on the river,\n\nArticle 1\nLamps\n\nThe lamps are lit at "
     "dusk.\n",
     "TREATY ON LAMPS\n\nMindful of the thick fog on the river,\n\nArticle 1\nLamps and oil\n\nThe lamps are "
     "lit "
     "at dusk.\n",
     "unchanged - -\nchanged - - inserted +thick\nchanged art_1 art_1 inserted +and oil\nunchanged art_1 "
     "art_1\n"},
    /* a point in a figure tells, one that sets off thousands does not; accents and dashes are spelling */
    {"Article 1\n\nThe rate is 3.5 per cent of a fee of 1,000 crowns.\n",
     "Article 1\n\nThe rate is 35 per cent of a fee of 1000 crowns.\n",
     "changed art_1 art_1 replaced -3.5 +35 punctuation -1,000 +1000\n"},
    {"Article 1\n\nThe Fj\xC3\xA4rd stays open -- at dusk.\n",
     "Article 1\n\nThe Fjard stays open \xE2\x80\x93 at dusk.\n",
     "unchanged art_1 art_1 spelling -Fj\xC3\xA4rd +Fjard typography - --  + \xE2\x80\x93 \n"},
    /* one word or two */
    {"Article 1\n\nThe light house burns by the harbourmouth.\n",
     "Article 1\n\nThe lighthouse burns by the harbour mouth.\n",
     "unchanged art_1 art_1 spacing -light house +lighthouse spacing -harbourmouth +harbour mouth\n"},
    /* words so long that they are told by a sum of theirs */
    {"Article 1\n\nThe lamp " LONG_WORD "a burns at dusk.\n",
     "Article 1\n\nThe lamp " LONG_WORD "b burns at dusk.\n",
     "changed art_1 art_1 replaced -" LONG_WORD "a +" LONG_WORD "b\n"},
    /* two words for very many, of which the last or the first is one */
    {"Article 1\n\n" BEFORE MANY_WORDS "home" BEHIND, "Article 1\n\n" BEFORE "row home" BEHIND,
     "changed art_1 art_1 replaced -" MANY_CUT " +row\n"},
    {"Article 1\n\n" BEFORE "row " MANY_WORDS BEHIND, "Article 1\n\n" BEFORE "row home " BEHIND,
     "changed art_1 art_1 replaced -" MANY_CUT " +home\n"},
    /* nothing in common: no pair, though the number is the same */
    {"Article 1\n\nThe lamps are lit at dusk by the keepers.\n",
     "Article 1\n\nNo ship may enter between midnight and noon.\n", "deleted art_1 -\nadded - art_1\n"},
};

static void versions_by_hand(void **state) {
    (void)state;
    text_buffer out = {0};
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        describe(&out, pairs[i].olds, pairs[i].news);
        if (strcmp(out.bytes, pairs[i].expected) == 0)
            continue;
        print_message("%s=> %s%s instead of\n%s", pairs[i].olds, pairs[i].news, out.bytes, pairs[i].expected);
        wrong++;
    }
    buffer_free(&out);
    assert_int_equal(wrong, 0);
}

/* A generated treaty against itself with some articles taken out and one word
 * put into others: each is found for what it is. */
static void generated_versions(void **state) {
    (void)state;
    treaty_plan plan;
    text_buffer olds = {0}, news = {0};
    plan_treaty(&plan, 4, 0);
    write_treaty(&olds, &plan);
    unsigned deleted = 0, changed = 0;
    for (unsigned a = 0, number = 1; a < TREATY_ARTICLES; a++) {
        text_buffer clause = {0};
        if (a % 7 == 3) {
            deleted += plan.counts[a];
            continue;
        }
        buffer_add(&news, "Article %u\n\n", number++);
        for (unsigned p = 0; p < plan.counts[a]; p++) {
            buffer_clear(&clause);
            write_clause(&clause, &plan.clauses[a][p]);
            if (plan.counts[a] > 1)
                buffer_add(&news, "%u. ", p + 1);
            char *middle = strstr(clause.bytes, " together ");
            if (a % 5 == 2) {
                *middle = '\0';
                buffer_add(&news, "%s likewise %s\n\n", clause.bytes, middle + 1);
                changed++;
            } else {
                buffer_add(&news, "%s\n\n", clause.bytes);
            }
        }
        buffer_free(&clause);
    }
    pacta_document *old_document = extract(olds.bytes), *new_document = extract(news.bytes);
    pacta_comparison *comparison = NULL;
    size_t count, kinds[PACTA_DELETED + 1] = {0};
    assert_int_equal(pacta_comparison_new(NULL, &comparison), PACTA_OK);
    assert_int_equal(pacta_compare(builtin_rules(), old_document, new_document, comparison, NULL), PACTA_OK);
    const pacta_change *changes = pacta_changes(comparison, &count);
    for (size_t i = 0; i < count; i++) {
        kinds[changes[i].kind]++;
        if (changes[i].kind != PACTA_CHANGED)
            continue;
        assert_int_equal(changes[i].difference_count, 1);
        char *words = words_of(news.bytes, changes[i].differences[0].press);
        assert_string_equal(words, "likewise");
        free(words);
    }
    assert_int_equal(kinds[PACTA_CHANGED], changed);
    assert_int_equal(kinds[PACTA_ADDED], 0);
    /* and the title, three lines of the preamble, two last articles */
    assert_int_equal(kinds[PACTA_DELETED], deleted + 6);
    pacta_comparison_free(comparison);
    pacta_document_free(old_document);
    pacta_document_free(new_document);
    buffer_free(&olds);
    buffer_free(&news);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_by_hand),
        cmocka_unit_test(generated_versions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
