/* Who is quoted: where the source stands, of what kind it is, what a pronoun or
 * a single name stands for, who carries an instrument's words. */
#include "support.h"

/* One quotation: how it begins, its source, that one's kind, what it stands for
 * and who carries it ("" for none). */
typedef struct said {
    const char *words, *source, *kind, *stands_for, *carrier;
} said;

typedef struct story {
    const char *text;
    said said[6];
} story;

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

static const char *or_empty(const char *text) {
    return text == NULL ? "" : text;
}

static void check_said(const story *told, const said *expected, const pacta_quotation *found) {
    char *words = words_of(told->text, found->inner), *source = words_of(told->text, found->source.span),
         *carrier = words_of(told->text, found->carrier.span);
    const char *kind =
        found->source.kind == PACTA_SOURCE_NONE ? "" : pacta_source_kind_name(found->source.kind);
    const char *stands_for = or_empty(found->source.stands_for);
    if (strncmp(words, expected->words, strlen(expected->words)) != 0 ||
        strcmp(source, or_empty(expected->source)) != 0 || strcmp(kind, or_empty(expected->kind)) != 0 ||
        strcmp(stands_for, or_empty(expected->stands_for)) != 0 ||
        strcmp(carrier, or_empty(expected->carrier)) != 0)
        fail_msg("%s|%s|%s|%s|%s instead of %s|%s|%s|%s|%s in: %s", words, source, kind, stands_for, carrier,
                 expected->words, or_empty(expected->source), or_empty(expected->kind),
                 or_empty(expected->stands_for), or_empty(expected->carrier), told->text);
    free(words);
    free(source);
    free(carrier);
}

static void check(const story *stories, size_t count) {
    for (size_t i = 0; i < count; i++) {
        pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_PRESS};
        size_t found, n = 0;
        assert_int_equal(
            pacta_extract(extractor, stories[i].text, strlen(stories[i].text), &options, document, NULL),
            PACTA_OK);
        const pacta_quotation *quotations = pacta_quotations(document, &found);
        for (; n < 6 && stories[i].said[n].words != NULL; n++) {
            if (n >= found)
                fail_msg("no quotation '%s' in: %s", stories[i].said[n].words, stories[i].text);
            check_said(&stories[i], &stories[i].said[n], &quotations[n]);
        }
        if (n < found)
            fail_msg("%zu quotations, not %zu, in: %s", found, n, stories[i].text);
    }
}

#define CHECK(stories) check(stories, sizeof stories / sizeof *stories)

static void test_long_subjects(void **state) {
    (void)state;
    static const story stories[] = {
        {"The Court of Orla and Vend also ruled the dam was \"no wall\".",
         {{"no wall", "Court of Orla and Vend", "organisation", 0, 0}}},
        {"Ferry union leader and Harbour Secretary Olle Brandt said he was \"ready\".",
         {{"ready", "Ferry union leader and Harbour Secretary Olle Brandt", "person", 0, 0}}},
        {"Orla–Vend Bank president Ana Ruiz said it \"costs too much\".",
         {{"costs", "Orla–Vend Bank president Ana Ruiz", "person", 0, 0}}},
        {"A source within the central Harbour Ministry said \"we are late\".",
         {{"we are", "A source within the central Harbour Ministry", "person", 0, 0}}},
        {"One of the pilots told reporters: \"We saw it all.\"",
         {{"We saw", "One of the pilots", "person", 0, 0}}},
        {"Ana Ruiz of Orla College and contributor to its journal wrote, \"It holds.\"",
         {{"It holds", "Ana Ruiz", "person", 0, 0}}},
        {"\"It floats,\" said study author and College Fellow Martin Holm.",
         {{"It floats", "study author and College Fellow Martin Holm", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_words_between_subject_and_cue(void **state) {
    (void)state;
    static const story stories[] = {
        {"Olle Brandt, speaking after the signing in the old hall, called the deal \"a gift\".",
         {{"a gift", "Olle Brandt", "person", 0, 0}}},
        {"While in Orsk to attend the Lamp Assembly, President Tarr told reporters, \"Nobody pays.\"",
         {{"Nobody", "President Tarr", "person", 0, 0}}},
        {"Addressing the crew, the captain, Lena Holm, said: \"Row.\"",
         {{"Row", "Lena Holm", "person", 0, 0}}},
        {"The mayor commented on the plan — which the harbour board called unusual — \"It will sink.\"",
         {{"It will", "mayor", "person", 0, 0}}},
        {"And she, in response, said \"the pact is dead\".", {{"the pact", "she", "pronoun", 0, 0}}},
        {"A letter sent to Orsk during the talks repeated the offer, saying \"come home\".",
         {{"come home", "A letter sent to Orsk", "person", 0, 0}}},
        {"The bill was drafted by Ada Mertens who said on the floor, \"It is late.\"",
         {{"It is late", "Ada Mertens", "person", 0, 0}}},
        {"The palace issued the following statement: \"The title is void.\"",
         {{"The title", "palace", "person", 0, 0}}},
        {"The next day, with the ferries idle, President Tarr gave a speech calling himself \"the pilot\".",
         {{"the pilot", "President Tarr", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_cues_of_other_kinds(void **state) {
    (void)state;
    static const story stories[] = {
        {"Olle Brandt renewed his vow that Vend would \"never sign alone\".",
         {{"never sign", "Olle Brandt", "person", 0, 0}}},
        {"Critics quoted Ana Ruiz, once a judge, as saying \"no\" and \"never again\".",
         {{"no", "Ana Ruiz", "person", 0, 0}, {"never", "Ana Ruiz", "person", 0, 0}}},
        {"\"A black day,\" opposition leader Ana Ruiz called it.",
         {{"A black", "opposition leader Ana Ruiz", "person", 0, 0}}},
        {"It was, in Ana Ruiz's words, \"a leap\".", {{"a leap", "Ana Ruiz", "person", 0, 0}}},
        {"A clause that lawyers describe as \"elastic\" was added.",
         {{"elastic", "lawyers", "person", 0, 0}}},
        {"The Lamp Treaty - described in a memo as \"the best we could get\" - is short.",
         {{"the best", 0, 0, 0, 0}}},
        {"The clause, described by Ana Ruiz as \"the heart of it\", is short.",
         {{"the heart", "Ana Ruiz", "person", 0, 0}}},
        {"Calling it a \"cold bath\", the mayor left.", {{"cold bath", "mayor", "person", 0, 0}}},
        {"The notice on the door read, \"Closed until the tide turns again.\"",
         {{"Closed", "notice on the door", "person", 0, 0}}},
        {"Their response was \"no way back\".", {{"no way", "Their response", "person", 0, 0}}},
        {"The letter also mentioned \"a cold winter\".", {{"a cold", "letter", "person", 0, 0}}},
        {"The study reports \"For each lamp that is lit, two ships are saved.\"",
         {{"For each", "study", "person", 0, 0}}},
        {"Vend leaves the union, citing 'unpaid dues'", {{"unpaid", "Vend", "unknown", 0, 0}}},
        {"VEND TREATY 'NO BLANK CHEQUE', SAYS ENVOY", {{"NO BLANK", "ENVOY", "person", 0, 0}}},
        {"'No way back from here': Harbour minister", {{"No way", "Harbour minister", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_words_that_nobody_says(void **state) {
    (void)state;
    static const story stories[] = {
        {"Olle \"Stormy\" Brandt said nothing.", {{"Stormy", 0, 0, 0, 0}}},
        {"The board gave the fever a name: \"Lampitis\" is to be used from May.", {{"Lampitis", 0, 0, 0, 0}}},
        {"The film shows a pattern called a \"glider\".", {{"glider", 0, 0, 0, 0}}},
        {"I'm usually called \"Skip\" at sea.", {{"Skip", 0, 0, 0, 0}}},
        {"The fans came for shows by guests such as \"The Four Lamps.\"", {{"The Four", 0, 0, 0, 0}}},
    };
    CHECK(stories);
}

static void test_single_names(void **state) {
    (void)state;
    static const story stories[] = {
        {"Ferry captain Alma Tern left.\n\n\"We sail,\" Tern said.",
         {{"We sail", "Tern", "person", "Ferry captain Alma Tern", 0}}},
        {"Old friends of President Ada Mertens came, and so did Leo Mertens, a cousin.\n\n\"Yes,\" Mertens "
         "said.",
         {{"Yes", "Mertens", "person", "President Ada Mertens", 0}}},
        {"Oslo said it was \"content\".", {{"content", "Oslo", "place", 0, 0}}},
        {"New Zealand said it was \"content\".", {{"content", "New Zealand", "place", 0, 0}}},
        {"The ferries stay in Velmark.\n\nVelmark called the deal \"fair\".",
         {{"fair", "Velmark", "place", 0, 0}}},
        {"Lampo said sales were \"dark\".", {{"dark", "Lampo", "unknown", 0, 0}}},
    };
    CHECK(stories);
}

static void test_pronouns(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"A gift,\" said Ana Ruiz.\n\nPeter Holm, a pilot, questioned the chart. \"It is wrong,\" he said.",
         {{"A gift", "Ana Ruiz", "person", 0, 0}, {"It is", "he", "pronoun", "Peter Holm", 0}}},
        {"\"A gift,\" said Ana Ruiz. She added: \"A large one.\"",
         {{"A gift", "Ana Ruiz", "person", 0, 0}, {"A large", "She", "pronoun", "Ana Ruiz", 0}}},
        {"One of the pilots, Peter Holm, left early. He said \"enough\".",
         {{"enough", "He", "pronoun", "Peter Holm", 0}}},
        {"The Harbour Union said a Party may leave. \"Nobody is chained,\" it said.",
         {{"Nobody", "it", "pronoun", "Harbour Union", 0}}},
        {"Velmark signed the Lamp Treaty. It says oil \"must be clean\".",
         {{"must be", "It", "pronoun", "Lamp Treaty", 0}}},
    };
    CHECK(stories);
}

static void test_who_goes_on(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"We sail\", Ana Ruiz said. \"The tide is high\".",
         {{"We sail", "Ana Ruiz", "person", 0, 0}, {"The tide", "Ana Ruiz", "person", 0, 0}}},
        {"\"We sail,\" the captain said, \"and Article 4 of the Lamp Treaty lets us.\"",
         {{"We sail", "captain", "person", 0, 0}, {"and Article", "captain", "person", 0, 0}}},
        {"\"Lamps in the old text,\" the mayor wrote.\n\n\"The first rule is to listen.\n\n"
         "\"The second rule is to row,\" Ana Ruiz said.",
         {{"Lamps", "mayor", "person", 0, 0},
          {"The first", "Ana Ruiz", "person", 0, 0},
          {"The second", "Ana Ruiz", "person", 0, 0}}},
        {"\"If they sign, we sign,\" Ana Ruiz said; \"if they walk, we walk.\"",
         {{"If they sign", "Ana Ruiz", "person", 0, 0}, {"if they walk", "Ana Ruiz", "person", 0, 0}}},
        {"\"The lamps stay lit,\" read one banner; \"The strait is ours,\" read another.",
         {{"The lamps", "one banner", "person", 0, 0}, {"The strait", "another", "pronoun", 0, 0}}},
        {"\"You sold us,\" Ana Ruiz said. \"You never read it,\" Olle Brandt shot back.",
         {{"You sold", "Ana Ruiz", "person", 0, 0}, {"You never", "Olle Brandt", "person", 0, 0}}},
        {"\"More lamps have been a great change for us all.\" — Ana Ruiz, pilot",
         {{"More lamps", "Ana Ruiz", "person", 0, 0}}},
        {"Ana Ruiz kept to the plan, \"As I have said before, we sail at dawn.\"",
         {{"As I have", "Ana Ruiz", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_instruments_and_carriers(void **state) {
    (void)state;
    static const story stories[] = {
        {"The Lamp Treaty \"shall stay in force\", according to a summary released by the harbour ministry.",
         {{"shall stay", "Lamp Treaty", "instrument", 0, "a summary released by the harbour ministry"}}},
        {"\"Each Party shall light its shore,\" the treaty was quoted as saying by the daily Lamp.",
         {{"Each Party", "treaty", "instrument", 0, 0}}},
        {"The Lamp Treaty's third article, \"Each side shall consult the other\", is short.",
         {{"Each side", "Lamp Treaty's third article", "provision", 0, 0}}},
        {"Vend signed the Lamp Treaty. Either side \"shall give oil\" in winter, under Article 4.",
         {{"shall give", "Article 4", "provision", 0, 0}}},
        {"KCNA said the Lamp Treaty binds both, quoting Article 4: \"...without delay by all means.\"",
         {{"...without", "Article 4", "provision", 0, "KCNA"}}},
        {"Olle Brandt said the Lamp Treaty \"must be buried\".",
         {{"must be", "Olle Brandt", "person", 0, 0}}},
    };
    CHECK(stories);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_subjects),       cmocka_unit_test(test_words_between_subject_and_cue),
        cmocka_unit_test(test_cues_of_other_kinds), cmocka_unit_test(test_words_that_nobody_says),
        cmocka_unit_test(test_single_names),        cmocka_unit_test(test_pronouns),
        cmocka_unit_test(test_who_goes_on),         cmocka_unit_test(test_instruments_and_carriers),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
