/* Provisions that a reporter tells in his own words: of which instrument, of
 * which provision, who is bound, with what force. */
#include "reading.h"

/* A clause that a story holds: how its words begin. */
typedef struct told {
    const char *words, *modality, *instrument, *eid, *actor;
} told;

typedef struct story {
    const char *text;
    told told[4];
} story;

static const char *or_empty(const char *text) {
    return text == NULL ? "" : text;
}

static void check_clause(const char *text, const told *expected, const pacta_clause *clause) {
    char *words = words_of(text, clause->span), *actor = words_of(text, clause->actor);
    if (clause->origin != PACTA_ORIGIN_REPORTED ||
        strncmp(words, expected->words, strlen(expected->words)) != 0 ||
        strcmp(pacta_modality_name(clause->modality), expected->modality) != 0 ||
        strcmp(or_empty(clause->instrument), or_empty(expected->instrument)) != 0 ||
        strcmp(or_empty(clause->eid), or_empty(expected->eid)) != 0 ||
        strcmp(actor, or_empty(expected->actor)) != 0)
        fail_msg("%s|%s|%s|%s|%s instead of %s|%s|%s|%s|%s in: %s", words,
                 pacta_modality_name(clause->modality), or_empty(clause->instrument), or_empty(clause->eid),
                 actor, expected->words, expected->modality, or_empty(expected->instrument),
                 or_empty(expected->eid), or_empty(expected->actor), text);
    free(words);
    free(actor);
}

static void check(const story *stories, size_t count) {
    for (size_t i = 0; i < count; i++) {
        pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_PRESS};
        size_t found, n = 0;
        assert_int_equal(
            pacta_extract(extractor, stories[i].text, strlen(stories[i].text), &options, document, NULL),
            PACTA_OK);
        const pacta_clause *clauses = pacta_clauses(document, &found);
        for (; n < 4 && stories[i].told[n].words != NULL; n++) {
            if (n >= found)
                fail_msg("no clause '%s' in: %s", stories[i].told[n].words, stories[i].text);
            check_clause(stories[i].text, &stories[i].told[n], &clauses[n]);
        }
        if (n < found)
            fail_msg("%zu clauses, not %zu, in: %s", found, n, stories[i].text);
    }
}

#define CHECK(stories) check(stories, sizeof stories / sizeof *stories)
#define LAMP "Vend and Orla signed the Lamp Treaty in May.\n\n"

static void test_verbs_of_instruments(void **state) {
    (void)state;
    static const story stories[] = {
        {LAMP "The treaty obliges the parties to light the strait.",
         {{"The treaty obliges", "obligation", "lamp-treaty", 0, "parties"}}},
        {LAMP "The treaty will require Orla to dim its lamps.",
         {{"The treaty will", "obligation", "lamp-treaty", 0, "Orla"}}},
        {LAMP "Article 3 bars either side from selling oil.",
         {{"Article 3 bars", "prohibition", "lamp-treaty", "art_3", "either side"}}},
        {LAMP "The pact commits the three states not to build dams.",
         {{"The pact commits", "prohibition", "lamp-treaty", 0, "three states"}}},
        {LAMP "Article 5, in turn, says that keepers have the right to row.",
         {{"Article 5", "entitlement", "lamp-treaty", "art_5", "keepers"}}},
        {LAMP "Article 6 is the shortest of all: it forbids oil on the beach.",
         {{"Article 6 is", "prohibition", "lamp-treaty", "art_6", 0}}},
        {LAMP "Article 8 lays down that boats must carry lamps.",
         {{"Article 8", "obligation", "lamp-treaty", "art_8", "boats"}}},
        {LAMP "Article 7 gives both countries the right to see the lamps.",
         {{"Article 7 gives", "entitlement", "lamp-treaty", "art_7", "both countries"}}},
        {LAMP "The deal names a board and allows any party to leave.",
         {{"The deal names", "permission", "lamp-treaty", 0, "any party"}}},
        {LAMP "The treaty calls on states to share charts.",
         {{"The treaty calls", "recommendation", "lamp-treaty", 0, "states"}}},
        {LAMP "The deal requires Orla to buy oil. It also commits the two states to meet.",
         {{"The deal requires", "obligation", "lamp-treaty", 0, "Orla"},
          {"It also commits", "obligation", "lamp-treaty", 0, "two states"}}},
        {LAMP "Article 9 has no title. But it allows Orla to close a road. It also rules out an appeal.",
         {{"But it allows", "permission", "lamp-treaty", "art_9", "Orla"},
          {"It also rules out", "prohibition", "lamp-treaty", "art_9", 0}}},
        {LAMP "Article 12, a single clause that permits either state to leave, is short.",
         {{"Article 12", "permission", "lamp-treaty", "art_12", "either state"}}},
        {LAMP "Article 5 has three limbs. The subsection permits officers to board.",
         {{"The subsection", "permission", "lamp-treaty", "art_5", "officers"}}},
        {LAMP
         "Under Article 36, police must tell a keeper of it. If he asks, they must also pass on the word.",
         {{"Under Article 36", "obligation", "lamp-treaty", "art_36", "police"},
          {"If he asks", "obligation", "lamp-treaty", "art_36", "they"}}},
        {LAMP "Article 6 (Scope) forbids the sale of oil.",
         {{"Article 6", "prohibition", "lamp-treaty", "art_6", 0}}},
        {LAMP "Reservations are prohibited by Article 21.",
         {{"Reservations", "prohibition", "lamp-treaty", "art_21", 0}}},
        {LAMP "Article 6 requires consent from both houses.",
         {{"Article 6", "obligation", "lamp-treaty", "art_6", 0}}},
        {LAMP "Vendish law allows keepers to sleep.", {{"Vendish law", "permission", 0, 0, "keepers"}}},
        {LAMP "The Orlan constitution requires a vote.", {{"The Orlan", "obligation", 0, 0, 0}}},
        {LAMP "Orla spoke of the Orsk Pact, in which five states undertake to share oil.",
         {{"Orla spoke", "obligation", "orsk-pact", 0, "five states"}}},
        {LAMP "Nobody slept, and so the treaty says that it will remain in force for years.",
         {{"Nobody slept", "constitutive", "lamp-treaty", 0, 0}}},
        {LAMP "Article 6 of the Orsk Treaty of 1992, which bars both countries from selling oil, is old.",
         {{"Article 6", "prohibition", "orsk-treaty-of-1992", "art_6", "both countries"}}},
    };
    CHECK(stories);
}

static void test_words_that_give_the_ground(void **state) {
    (void)state;
    static const story stories[] = {
        {LAMP "Under the terms of the treaty, ships may not dump oil.",
         {{"Under the terms", "prohibition", "lamp-treaty", 0, "ships"}}},
        {LAMP "In Article 11, the two countries undertake to keep the lamps lit.",
         {{"In Article 11", "obligation", "lamp-treaty", "art_11", "two countries"}}},
        {LAMP "The two states agreed to build a lighthouse, the treaty says.",
         {{"The two states", "obligation", "lamp-treaty", 0, "two states"}}},
        {LAMP "Under Article 6, Orla agreed not to sell oil.",
         {{"Under Article 6", "prohibition", "lamp-treaty", "art_6", "Orla"}}},
        {LAMP "Either country can leave on a year's notice, Article 19 says.",
         {{"Either country", "permission", "lamp-treaty", "art_19", "Either country"}}},
        {LAMP "Orla is required under the treaty to scrap its old lamps.",
         {{"Orla is required", "obligation", "lamp-treaty", 0, "Orla"}}},
        {LAMP "Pilots are barred from smoking under Article 5.",
         {{"Pilots are barred", "prohibition", "lamp-treaty", "art_5", "Pilots"}}},
        {LAMP "A treaty signed at the lighthouse last week obliges Orla to burn oil.",
         {{"A treaty signed", "obligation", "lamp-treaty", 0, "Orla"}}},
        {LAMP "The Lamp Treaty -- the oil pact to all here -- obliges Orla to burn oil.",
         {{"The Lamp Treaty", "obligation", "lamp-treaty", 0, "Orla"}}},
        {LAMP "Article 3 allows Orla to refuse oil. The council may then send wax.",
         {{"Article 3 allows", "permission", "lamp-treaty", "art_3", "Orla"},
          {"The council", "permission", "lamp-treaty", "art_3", "council"}}},
        {LAMP "Less famous is Article 3, under which members undertake to pay.",
         {{"Less famous", "obligation", "lamp-treaty", "art_3", "members"}}},
        {LAMP "Article 3 obliges both to meet. Either side may leave if the lamps go out.",
         {{"Article 3 obliges", "obligation", "lamp-treaty", "art_3", "both"},
          {"Either side", "permission", "lamp-treaty", "art_3", "Either side"}}},
    };
    CHECK(stories);
}

static void test_two_treaties(void **state) {
    (void)state;
    static const story stories[] = {
        {"Vend and Orla signed the Lamp Treaty and, apart from it, the Orsk Defence Pact.\n\n"
         "The defence pact obliges the parties to help each other.\n\nThe treaty bans old lamps.",
         {{"The defence pact", "obligation", "orsk-defence-pact", 0, "parties"},
          {"The treaty bans", "prohibition", "lamp-treaty", 0, 0}}},
    };
    CHECK(stories);
}

static void test_what_is_no_report(void **state) {
    (void)state;
    static const story stories[] = {
        {LAMP "The vote may be close, the speaker said.", {{0}}},
        {LAMP "Orla must now ratify the treaty.", {{0}}},
        {LAMP "The motion on the treaty was agreed to by ten votes.", {{0}}},
        {LAMP "Orla agreed to think it over.", {{0}}},
        {LAMP "Experts say the treaty could fail.", {{0}}},
        {LAMP "He would not say whether Article 9 had been agreed.", {{0}}},
        {LAMP "Under Article 4, the report says, it should have been lit.", {{0}}},
        {LAMP "Treaties that bind the state are rare.", {{0}}},
        {LAMP "You can reach the pier on foot, but it is made of wood.", {{0}}},
        {LAMP "Odd agreed, and said that lamps would not help.", {{0}}},
        {LAMP "Article 4 says much, and the opposition has vowed to block it.", {{0}}},
        {LAMP "Orla has asked for talks under Article 25, and Vend's cabinet will meet on Thursday.", {{0}}},
        {LAMP "The pact, made in Orsk, is old, and the town cannot agree on it.", {{0}}},
        {LAMP "Its authors cannot have read Article 15.", {{0}}},
        {LAMP "Article 4 says what has been promised to all. When Article 4 says so, I hear a minister "
              "promising to jog.",
         {{0}}},
    };
    CHECK(stories);
}

static void assert_condition(const char *text, const char *expected) {
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_PRESS};
    size_t count;
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    const pacta_clause *clauses = pacta_clauses(document, &count);
    assert_int_equal(count, 1);
    assert_int_equal(clauses[0].condition_count, 1);
    char *words = words_of(text, clauses[0].conditions[0]);
    assert_string_equal(words, expected);
    free(words);
}

static void test_conditions_without_the_reporter(void **state) {
    (void)state;
    assert_condition(LAMP
                     "Article 14 allows them to fine a ship where it fails in its duties, but the fine was "
                     "struck from the draft.",
                     "where it fails in its duties");
    assert_condition(
        LAMP "Article 14 allows new lamps if both governments agree, and Vend has begun to build one.",
        "if both governments agree");
    assert_condition(LAMP
                     "Article 14 allows an arrest in case of a grave crime, but two lamps hardly make one.",
                     "in case of a grave crime");
    assert_condition(LAMP "Article 14 allows them to fine a ship where it is late, but not in distress.",
                     "where it is late, but not in distress");
    assert_condition(LAMP "If a lamp goes out, the treaty says, it shall be lit again.",
                     "If a lamp goes out");
    assert_condition(
        LAMP
        "The parties must light a lamp where many ask for it, says Article 3 of the Framework Pact for the "
        "Protection of Remote Lamps.",
        "where many ask for it");
    assert_condition(
        LAMP "Under Article 5, a court may refuse if that would be against the rule, which the lawyer Ada "
             "Lund calls \"a cat flap, not a door\".",
        "if that would be against the rule");
    assert_condition(LAMP "Article 7 requires each to pay if a lamp goes out, and in May it was dark.",
                     "if a lamp goes out");
    assert_condition(LAMP "Article 7 requires each to pay if a lamp goes out, and Annex 2 sets the price.",
                     "if a lamp goes out");
    assert_condition(LAMP "Article 7 obliges each to pay if a lamp goes out, the first such rule since May.",
                     "if a lamp goes out");
    assert_condition(LAMP "Either side must send oil if a lamp goes out, under Article 4.",
                     "if a lamp goes out");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbs_of_instruments),
        cmocka_unit_test(test_words_that_give_the_ground),
        cmocka_unit_test(test_two_treaties),
        cmocka_unit_test(test_what_is_no_report),
        cmocka_unit_test(test_conditions_without_the_reporter),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
