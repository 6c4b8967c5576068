/* Who is quoted: where the source stands, of what kind it is, what a pronoun or
 * a single name stands for, who carries an instrument's words. */
#include "reading.h"

/* One quotation: how it begins, its source, that one's kind, what it stands for
 * and who carries it ("" for none). */
typedef struct said {
    const char *words, *source, *kind, *stands_for, *carrier;
} said;

typedef struct story {
    const char *text;
    said said[6];
} story;

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
        {"The 92-year-old keeper said \"we are old\".", {{"we are", "92-year-old keeper", "person", 0, 0}}},
        {"\"We are dry,\" said the owner of a 40-foot boat that sank.",
         {{"We are", "owner of a 40-foot boat", "person", 0, 0}}},
        {"The mayor asked us to turn to Article 3 of the Lamp Treaty: \"No Party shall pay for oil.\"",
         {{"No Party", "Article 3 of the Lamp Treaty", "provision", 0, "mayor"}}},
        {"She held up a page with Article 3 of the Lamp Treaty ringed in red: \"Oil shall be free.\"",
         {{"Oil shall", "Article 3 of the Lamp Treaty", "provision", 0, 0}}},
        {"One of the pilots told reporters: \"We saw it all.\"",
         {{"We saw", "One of the pilots", "person", 0, 0}}},
        {"Ana Ruiz of Orla College and contributor to its journal wrote, \"It holds.\"",
         {{"It holds", "Ana Ruiz", "person", 0, 0}}},
        {"\"It floats,\" said study author and College Fellow Martin Holm.",
         {{"It floats", "study author and College Fellow Martin Holm", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_sources_behind(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"You never came,\" Lena Holm shot back.", {{"You never", "Lena Holm", "person", 0, 0}}},
        {"\"The lamps are the harbour's eyes.\" - Olga Tamm, mayor of Karsk",
         {{"The lamps", "Olga Tamm", "person", 0, 0}}},
        {"'No way back from the edge': minister", {{"No way", "minister", "person", 0, 0}}},
        {"\"It is a wall with a door in it,\" as Olga Tamm put it.",
         {{"It is", "Olga Tamm", "person", 0, 0}}},
        {"\"The dam is a gift to nobody,\" as the Tribunal calls it.",
         {{"The dam", "Tribunal", "organisation", 0, 0}}},
        {"\"Each side shall keep the lamps lit,\" the treaty was quoted as saying.",
         {{"Each side", "treaty", "instrument", 0, 0}}},
        {"The plan was described as \"a leap in the dark\" by Ana Ruiz.",
         {{"a leap", "Ana Ruiz", "person", 0, 0}}},
        {"\"A leap in the dark\" is how Ana Ruiz put it.", {{"A leap", "Ana Ruiz", "person", 0, 0}}},
        {"The Orsk deal is \"a wall without a door\", minister tells reporters.",
         {{"a wall", "minister", "person", 0, 0}}},
        {"\"We row at dawn,\" Lena Holm, captain of the ferry, added.",
         {{"We row", "Lena Holm", "person", 0, 0}}},
        {"A deputy was more sharp: \"What are we getting?\", \xE2\x80\x94 said he.",
         {{"What are", "he", "pronoun", "A deputy", 0}}},
        {"\"It is good\", \xE2\x80\x94 underlined Minister Olga Tamm.",
         {{"It is", "Minister Olga Tamm", "person", 0, 0}}},
        {"\"Nobody pays,\" and the crowd left.", {{"Nobody", 0, 0, 0, 0}}},
        {"\"It is late,\" who would say so?", {{"It is late", 0, 0, 0, 0}}},
    };
    CHECK(stories);
}

/* "...," said its envoy, Ana Ruiz. */
static void test_names_behind_offices(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"We have a pact,\" said its prime minister, Orla Finch.",
         {{"We have", "its prime minister, Orla Finch", "person", 0, 0}}},
        {"\"We have a pact,\" said the league's inspector, Capt. Bo Holm.",
         {{"We have", "league's inspector, Capt. Bo Holm", "person", 0, 0}}},
        {"\"We have a pact,\" said a lawyer, Orla Radio reported.",
         {{"We have", "a lawyer", "person", 0, 0}}},
        {"\"We have a pact,\" said a lawyer, Bo Holm and Ana Ruiz.",
         {{"We have", "a lawyer", "person", 0, 0}}},
        {"The hall was full, and the rapporteur of the League, Bo Holm, called it \"a new dawn\".",
         {{"a new", "rapporteur of the League, Bo Holm", "person", 0, 0}}},
        {"My aunt, the late Judge Finch, called it \"a new dawn\".",
         {{"a new", "My aunt, the late Judge Finch", "person", 0, 0}}},
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
         {{"Row", "captain, Lena Holm", "person", 0, 0}}},
        {"The mayor commented on the plan — which the harbour board called unusual — \"It will sink.\"",
         {{"It will", "mayor", "person", 0, 0}}},
        {"And she, in response, said \"the pact is dead\".", {{"the pact", "she", "pronoun", 0, 0}}},
        {"A letter sent to Orsk during the talks repeated the offer, saying \"come home\".",
         {{"come home", "A letter sent to Orsk", "person", 0, 0}}},
        {"The bill was drafted by Ada Mertens who said on the floor, \"It is late.\"",
         {{"It is late", "Ada Mertens", "person", 0, 0}}},
        {"The palace issued the following statement: \"The title is void.\"",
         {{"The title", "palace", "person", 0, 0}}},
        {"A pilot who had watched from the hall said later that it had been \"better than a play at sea\".",
         {{"better than", "A pilot", "person", 0, 0}}},
        {"An official who works on the file said it was \"too long for a lamp\".",
         {{"too long", "An official", "person", 0, 0}}},
        {"A man who saw the document described it as \"thin\".", {{"thin", "A man", "person", 0, 0}}},
        {"\"It holds,\" the presiding judge, Professor Ana Ruiz, writes drily in a note.",
         {{"It holds", "presiding judge, Professor Ana Ruiz", "person", 0, 0}}},
        {"Olle Brandt spoke late, adding that Article 12, which requires maps of all lamps, was \"an "
         "insult\".",
         {{"an insult", "Olle Brandt", "person", 0, 0}}},
        {"The next day, with the ferries idle, President Tarr gave a speech calling himself \"the pilot\".",
         {{"the pilot", "President Tarr", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_cues_of_other_kinds(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"We did not sink\" was her only answer.", {{"We did", "her", "pronoun", 0, 0}}},
        {"\"We did not sink\" was all the keeper would say.", {{"We did", "keeper", "person", 0, 0}}},
        {"The award calls both charts \"a blot\".", {{"a blot", "award", "unknown", 0, 0}}},
        {"The accord, branded \"a raft\" by Ana Lund, was lit.", {{"a raft", "Ana Lund", "person", 0, 0}}},
        {"The envoy said that the clause was, and I'm quoting, \"a lamp with teeth\".",
         {{"a lamp", "envoy", "person", 0, 0}}},
        {"Lee called the draft, and I quote, \"an oar without a boat\".",
         {{"an oar", "Lee", "unknown", 0, 0}}},
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
        {"The letter also mentioned \"a cold winter\".", {{"a cold", "letter", "unknown", 0, 0}}},
        {"The study reports \"For each lamp that is lit, two ships are saved.\"",
         {{"For each", "study", "unknown", 0, 0}}},
        {"Vend leaves the union, citing 'unpaid dues'", {{"unpaid", "Vend", "unknown", 0, 0}}},
        {"VEND TREATY 'NO BLANK CHEQUE', SAYS ENVOY", {{"NO BLANK", "ENVOY", "person", 0, 0}}},
        {"'No way back from here': Harbour minister", {{"No way", "Harbour minister", "person", 0, 0}}},
        {"'No way back from here': ministers savage the pact", {{"No way", "ministers", "person", 0, 0}}},
        {"Harbour experts: oil cap broken 'on at least 61 days'",
         {{"on at least", "Harbour experts", "person", 0, 0}}},
        {"\"Not while I live here,\" thunders the harbour minister.",
         {{"Not while", "harbour minister", "person", 0, 0}}},
        {"\"Not while I live here,\" huffed the captain.", {{"Not while", "captain", "person", 0, 0}}},
        {"Ministers \"took note\", \"stood ready\" and \"looked forward\".",
         {{"took", "Ministers", "person", 0, 0},
          {"stood", "Ministers", "person", 0, 0},
          {"looked", "Ministers", "person", 0, 0}}},
        {"One footnote records that Vend \"does not agree to the third line\".",
         {{"does not", "One footnote", "unknown", 0, 0}}},
        {"\"Not while I live here,\" the captain hit back.", {{"Not while", "captain", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_words_that_nobody_says(void **state) {
    (void)state;
    static const story stories[] = {
        {"Olle \"Stormy\" Brandt said nothing.", {{"Stormy", 0, 0, 0, 0}}},
        {"The board gave the fever a name: \"Lampitis\" is to be used from May.", {{"Lampitis", 0, 0, 0, 0}}},
        {"The inn where talks are held has taken \"peace soup\" off the list.", {{"peace soup", 0, 0, 0, 0}}},
        {"Premier \"misled\" chamber over oil", {{"misled", 0, 0, 0, 0}}},
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
         {{"The lamps", "one banner", "unknown", 0, 0}, {"The strait", "another", "pronoun", 0, 0}}},
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
        {"Article 9 of the Lamp Treaty, where the trouble lies, says that the oil \"shall stay in port\".",
         {{"shall stay", "Article 9 of the Lamp Treaty", "provision", 0, 0}}},
        {"Article 3 of the Lamp Treaty contains the very words \"as far as it can\".",
         {{"as far", "Article 3 of the Lamp Treaty", "provision", 0, 0}}},
        {"Article 3 of the Lamp Treaty was read, and the words \"as far as it can\" struck out.",
         {{"as far", 0, 0, 0, 0}}},
        {"That rule allows Vend to burn oil \"as a condition of its consent\", as Article 26 of the Lamp "
         "Treaty puts it.",
         {{"as a condition", "Article 26 of the Lamp Treaty", "provision", 0, 0}}},
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

static void test_words_set_off_before_the_cue(void **state) {
    (void)state;
    static const story stories[] = {
        {"The Harbour Act, also known as the \"quiet bill\", states \"no person shall row at night\".",
         {{"quiet bill", 0, 0, 0, 0}, {"no person", "Harbour Act", "instrument", 0, 0}}},
        {"Rolf Berg of \"Row On\", a ferry club, told the Lamp: \"We want our boats back.\"",
         {{"Row On", 0, 0, 0, 0}, {"We want", "Rolf Berg", "person", 0, 0}}},
        {"In the memo itself Rolf Berg also made the point, writing \"We told every captain.\"",
         {{"We told", "Rolf Berg", "person", 0, 0}}},
        {"The curve of the masts suggested a storm, and Rolf Berg warned crews: \"Stay in.\"",
         {{"Stay in", "Rolf Berg", "person", 0, 0}}},
        {"Harbour Secretary Rolf Berg in handing the paper to reporters said: \"Read it.\"",
         {{"Read it", "Harbour Secretary Rolf Berg", "person", 0, 0}}},
        {"His daughter Lena, who runs the yard, says that he would sit, pour tea and declare: \"Done.\"",
         {{"Done", "he", "pronoun", "His daughter Lena", 0}}},
        {"While Holm, in a letter on Monday, called it \"timid\", Berg called it \"wise\".",
         {{"timid", "Holm", "unknown", 0, 0}, {"wise", "Berg", "unknown", 0, 0}}},
        {"Counsel for Vend, Ada Lund, submitted that it was \"a slip\".",
         {{"a slip", "Ada Lund", "person", 0, 0}}},
        {"\"We never saw it,\" botanist Ada Lund told the inquiry.",
         {{"We never", "botanist Ada Lund", "person", 0, 0}}},
        {"The captains' union called the offer \"an insult\".",
         {{"an insult", "captains' union", "organisation", 0, 0}}},
        {"Your report of 2 May calls the ferry \"a relic\".",
         {{"a relic", "Your report of 2 May", "person", 0, 0}}},
        {"Rolf Berg on 2 May called the ferry \"a relic\".", {{"a relic", "Rolf Berg", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_as_somebody_put_it(void **state) {
    (void)state;
    static const story stories[] = {
        {"The rule is \"no lamps after ten\", as one keeper put it.",
         {{"no lamps", "one keeper", "person", 0, 0}}},
        {"\"Lamps are forever,\" is how Rolf Berg put it to the crowd.",
         {{"Lamps are", "Rolf Berg", "person", 0, 0}}},
        {"As Rolf Berg put it, \"nobody swims home\".", {{"nobody", "Rolf Berg", "person", 0, 0}}},
        {"They sailed, by Rolf Berg's own account, \"more or less sideways\".",
         {{"more", "Rolf Berg", "person", 0, 0}}},
        {"In the harbour board's own words, the plan was \"thin\".",
         {{"thin", "harbour board", "organisation", 0, 0}}},
        {"They saw the clause as \"more fog than light\".", {{"more fog", "They", "pronoun", 0, 0}}},
        {"What did the minister mean by \"soon enough\"?", {{"soon", "minister", "person", 0, 0}}},
        {"The minutes record the envoy as saying: \"We have no oil.\"",
         {{"We have", "envoy", "person", 0, 0}}},
        {"Message from a lighthouse keeper: \"we are fine\".",
         {{"we are", "a lighthouse keeper", "person", 0, 0}}},
        {"\"Nobody has slept since May,\" points out a spokeswoman for the ministry.",
         {{"Nobody has", "a spokeswoman for the ministry", "person", 0, 0}}},
        {"On Sunday evening the committee, which sat late, wrote: \"Read it.\"",
         {{"Read it", "committee", "organisation", 0, 0}}},
        {"The palace issued a short statement from the queen: \"I shall not go.\"",
         {{"I shall", "queen", "person", 0, 0}}},
        {"Warning: \"This door bites.\"", {{"This door", 0, 0, 0, 0}}},
        {"She \"strongly advised\" them to stay.", {{"strongly", "She", "pronoun", 0, 0}}},
        {"Rolf Berg, for his part, was \"not amused\".", {{"not amused", "Rolf Berg", "person", 0, 0}}},
        {"@keeper: \"lamps are fine lol\"", {{"lamps", "@keeper", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_who_is_meant(void **state) {
    (void)state;
    static const story stories[] = {
        {"According to Rolf Berg, many keepers come late. \"They like the dark,\" he said.",
         {{"They like", "he", "pronoun", "Rolf Berg", 0}}},
        {"Keeper Rolf Berg's visit was short. \"I have seen it,\" he said.",
         {{"I have", "he", "pronoun", "Keeper Rolf Berg", 0}}},
        {"The same film says the boat was \"stolen\". It was not. It also says \"nobody paid\".",
         {{"stolen", "same film", "person", 0, 0}, {"nobody", "It", "pronoun", "same film", 0}}},
        {"The keepers' office denied that the text was real. \"We are busy,\" it said.",
         {{"We are", "it", "pronoun", "keepers' office", 0}}},
        {"\"No,\" she said. Captain Rolf Berg's boat came in. He said \"yes\".",
         {{"No", "she", "pronoun", 0, 0}, {"yes", "He", "pronoun", "Captain Rolf Berg", 0}}},
        {"Born in Orsk, a clerk's son, he was, by his own account, \"no great reader\".",
         {{"no great", "he", "pronoun", "a clerk's son", 0}}},
        {"Winds rose, Berg said, adding that it took courage. \"It burns in the arms.\"",
         {{"It burns", "Berg", "unknown", 0, 0}}},
        {"Pleased with the catch, she went home. \"I have not slept since the spring tide came in at last\", "
         "she whispered.",
         {{"I have", "she", "pronoun", 0, 0}}},
        {"Pleased with the catch, she went home. \"I have not slept since the spring tide came in\" on the "
         "slip behind the yard.",
         {{"I have", "she", "pronoun", 0, 0}}},
    };
    CHECK(stories);
}

static void test_texts_read_out_and_cited(void **state) {
    (void)state;
    static const story stories[] = {
        {"The clerk read out Article 6, slowly: \"No ferry shall sail.\" Then: \"Who wrote this?\"",
         {{"No ferry", "Article 6", "provision", 0, 0}, {"Who wrote", "clerk", "person", 0, 0}}},
        {"The Vendish text has \"lamps\", and that is all.", {{"lamps", "Vendish text", "instrument", 0, 0}}},
        {"Article 9 of the Lamp Treaty goes further: \"Each side shall pay for its oil,\" it says.",
         {{"Each side", "it", "pronoun", "Article 9 of the Lamp Treaty", 0}}},
        {"Article 7 of the Lamp Treaty, an old pledge of passage \"by day and by night\", still stands.",
         {{"by day", "Article 7 of the Lamp Treaty", "provision", 0, 0}}},
        {"The excuse is that the Lamp Treaty leaves it free to act \"in times of fog\".",
         {{"in times", "Lamp Treaty", "instrument", 0, 0}}},
        {"Boats must obey Article 5 of the Lamp Treaty, the \"fog\" exception, which allows a captain to "
         "sound horns \"at any hour\".",
         {{"fog", 0, 0, 0, 0}, {"at any", "Article 5 of the Lamp Treaty", "provision", 0, 0}}},
        {"The words \"without delay\" in Article 4 of the Lamp Treaty are new.",
         {{"without", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
        {"The Lamp Treaty does not define \"lamp\"; Article 2 defines \"oil\" as \"any fuel that floats\".",
         {{"lamp", 0, 0, 0, 0}, {"oil", 0, 0, 0, 0}, {"any fuel", "Article 2", "provision", 0, 0}}},
        {"A course on knots at Lamp Hall called \"Loose Ends\" is full.", {{"Loose", 0, 0, 0, 0}}},
        {"\"The Sides shall light their lamps,\" it is said in Article 4 of the Lamp Treaty.",
         {{"The Sides", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
        {"\"The Fund may receive gifts\" is all that we learn from Article 19 of the Lamp Treaty.",
         {{"The Fund", "Article 19 of the Lamp Treaty", "provision", 0, 0}}},
        {"They read the Lamp Treaty. The trouble for the government is Article 6. \"Ships shall stay,\" it "
         "reads.",
         {{"Ships shall", "it", "pronoun", "Article 6", 0}}},
        {"Article 7 of the Lamp Treaty requires every member state to prevent \"the supply\" of oil.",
         {{"the supply", "Article 7 of the Lamp Treaty", "provision", 0, 0}}},
        {"\"Ships may stay\", such is the wording of Article 9 of the Lamp Treaty.",
         {{"Ships may", "Article 9 of the Lamp Treaty", "provision", 0, 0}}},
    };
    CHECK(stories);
}

static void test_several_at_once(void **state) {
    (void)state;
    static const story stories[] = {
        {"Orsk called it \"a mistake\" and Oslo \"a pity\".",
         {{"a mistake", "Orsk", "unknown", 0, 0}, {"a pity", "Oslo", "place", 0, 0}}},
        {"They would \"row on\" and \"never stop\", Rolf Berg said.",
         {{"row on", "Rolf Berg", "person", 0, 0}, {"never", "Rolf Berg", "person", 0, 0}}},
        {"\"It is,\" said Holm, a clerk who wrote two books about it, \"a very short pact.\"",
         {{"It is", "Holm", "unknown", 0, 0}, {"a very", "Holm", "unknown", 0, 0}}},
        {"Orsk and Vend both said the plan was \"dead\".", {{"dead", "Orsk and Vend", "unknown", 0, 0}}},
        {"According to TASS, citing a pilot, the Lamp Treaty \"will be signed in May\".",
         {{"will be", "TASS", "organisation", 0, 0}}},
        {"Article 4 of the Lamp Treaty, TASS said, says each side \"shall help\".",
         {{"shall help", "Article 4 of the Lamp Treaty", "provision", 0, "TASS"}}},
        {"The Lamp Treaty obliges both states to give \"oil\" and \"wicks\", TASS said.",
         {{"oil", "Lamp Treaty", "instrument", 0, "TASS"},
          {"wicks", "Lamp Treaty", "instrument", 0, "TASS"}}},
        {"Articles 3 and 4 both say that \"the Parties shall consult\".",
         {{"the Parties", "Articles 3 and 4", "provision", 0, 0}}},
        {"The Lamp Treaty's wording, \"no longer than ten days\", is plain.",
         {{"no longer", "Lamp Treaty", "instrument", 0, 0}}},
        {"The printed version has \"shall take every needful step\".",
         {{"shall take", "printed version", "instrument", 0, 0}}},
        {"\"Article 4 is clear: 'The Parties shall consult.'\" the minister told the house.",
         {{"Article 4", "minister", "person", 0, 0}, {"The Parties", "Article 4", "provision", 0, 0}}},
        {"\"Boats\"—she said—\"come first.\"",
         {{"Boats", "she", "pronoun", 0, 0}, {"come first", "she", "pronoun", 0, 0}}},
        {"Rolf Berg called it \"late\" - the ferry union said so too.",
         {{"late", "Rolf Berg", "person", 0, 0}}},
        {"I was thinking, \"It is too late now.\"", {{"It is", "I", "pronoun", 0, 0}}},
        {"The crew will shout \"Row\", \"Stop\", or \"Sing\".",
         {{"Row", "crew", "person", 0, 0},
          {"Stop", "crew", "person", 0, 0},
          {"Sing", "crew", "person", 0, 0}}},
        {"A judge agreed the book may have contained secrets but ruled that \"the damage is done\".",
         {{"the damage", "A judge", "person", 0, 0}}},
        {"The daily Lamp claimed that, on a trip to Orsk, Rolf Berg refused to row and called it \"dull\".",
         {{"dull", "Rolf Berg", "person", 0, 0}}},
        {"The union's charter prohibits \"any work at night,\" a spokesman said.",
         {{"any work", "union's charter", "instrument", 0, "a spokesman"}}},
        {"They use lissoirs, which means \"smoother\". Rolf Berg said nothing about \"oars\".",
         {{"smoother", 0, 0, 0, 0}, {"oars", 0, 0, 0, 0}}},
        {"Many users are calling it \"the death of lamps\".", {{"the death", "Many users", "person", 0, 0}}},
        {"The mayor called the notion a \"waste of time\".", {{"waste", "mayor", "person", 0, 0}}},
        {"Remarked keeper Olle Holm, \"She is right.\"", {{"She is", "keeper Olle Holm", "person", 0, 0}}},
        {"Ada Lund left. According to her, the boat was \"dry\".",
         {{"dry", "her", "pronoun", "Ada Lund", 0}}},
        {"According to Orla University tide scholar Ada Lund, \"it rises\".",
         {{"it rises", "Orla University tide scholar Ada Lund", "person", 0, 0}}},
        {"Monday, the day that he left, Rolf Berg sold it. \"It leaked,\" he said.",
         {{"It leaked", "he", "pronoun", "Rolf Berg", 0}}},
    };
    CHECK(stories);
}

static void test_what_is_told_of_a_name(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"They want it,\" Ada Lund, chief tide reader for Orla Ports said.",
         {{"They", "Ada Lund", "person", 0, 0}}},
        {"Olle Holm, oil analyst with Orla, Vend and Sons said, \"It went too far.\"",
         {{"It went", "Olle Holm", "person", 0, 0}}},
        {"\"It is late,\" Rep. Rolf Berg, D-Orla, the chairman of the Ports and Tides panel said at noon.",
         {{"It is", "Rep. Rolf Berg", "person", 0, 0}}},
        {"\"The locks hold,\" Orla's chief engineer, Ada Lund, told a harbour committee on Monday.",
         {{"The locks", "Orla's chief engineer, Ada Lund", "person", 0, 0}}},
        {"\"It grew,\" the surveyor Olle Holm explained in his diary.",
         {{"It grew", "surveyor Olle Holm", "person", 0, 0}}},
        {"\"We pay once,\" said Minister of Trade Dr. Ada Lund at the quay.",
         {{"We pay", "Minister of Trade Dr. Ada Lund", "person", 0, 0}}},
        {"A spokesman for Orla's navy said it was \"fine and dandy\".",
         {{"fine", "A spokesman for Orla's navy", "person", 0, 0}}},
        {"Quote from the mayor of the old harbour town of Orla, Ada Lund: \"They shine.\"",
         {{"They", "mayor of the old harbour town of Orla, Ada Lund", "person", 0, 0}}},
        {"Berg, while walking in Orla, called the plan \"a betrayal of the keepers\".",
         {{"a betrayal", "Berg", "unknown", 0, 0}}},
        {"Yesterday's G-7 statement called the tide \"unusually high this year\".",
         {{"unusually", "G-7 statement", "organisation", 0, 0}}},
    };
    CHECK(stories);
}

static void test_verbs_of_no_list(void **state) {
    (void)state;
    static const story stories[] = {
        {"Rolf Berg fretted that the boats were \"late again\".", {{"late", "Rolf Berg", "person", 0, 0}}},
        {"It emerged that the boat was \"dead in the water by noon\".", {{"dead", 0, 0, 0, 0}}},
        {"A condition is that it does not go back to the yard \"in one piece\" but in two.",
         {{"in one", 0, 0, 0, 0}}},
        {"The clerk told the court in May 2026 that they gave him \"all the room\".",
         {{"all the room", "clerk", "person", 0, 0}}},
        {"The ministry of health takes the view that \"further oil is good\".",
         {{"further", "ministry of health", "organisation", 0, 0}}},
        {"The board is of the opinion that it was \"a bridge too old\".",
         {{"a bridge", "board", "organisation", 0, 0}}},
        {"Berg introduced himself as \"a plain man\" and sat down.", {{"a plain", "Berg", "unknown", 0, 0}}},
        {"The first, in 1911, held that a hedge \"is what a neighbour would walk around\".",
         {{"is what", "first", "person", 0, 0}}},
        {"The judge's evidence was that he had rowed \"two hundred miles or so\".",
         {{"two hundred", "judge's evidence", "person", 0, 0}}},
        {"Vend said it regretted that the boats were \"rather late\".",
         {{"rather", "Vend", "unknown", 0, 0}}},
        {"He told the council he looked forward to \"a quiet harbour\".",
         {{"a quiet", "He", "pronoun", 0, 0}}},
    };
    CHECK(stories);
}

static void test_what_goes_on_in_the_sentence(void **state) {
    (void)state;
    static const story stories[] = {
        {"He said Orla and Vend were \"closer than before\" on the lake and had \"kept the peace at sea\".",
         {{"closer", "He", "pronoun", 0, 0}, {"kept", "He", "pronoun", 0, 0}}},
        {"Holm said Orla was \"ready\" and, at last, had \"packed its bags\".",
         {{"ready", "Holm", "unknown", 0, 0}, {"packed", "Holm", "unknown", 0, 0}}},
        {"One keeper branded the pact \"bonkers\" and ministers \"a shower\".",
         {{"bonkers", "One keeper", "person", 0, 0}, {"a shower", "One keeper", "person", 0, 0}}},
        {"Berlin called it \"a mistake\" and Paris \"a pity\".",
         {{"a mistake", "Berlin", "place", 0, 0}, {"a pity", "Paris", "place", 0, 0}}},
        {"The Bank of Orla said it had faced a choice. \"On the one hand we must keep the lamps, on the "
         "other "
         "we must pay for them.\"",
         {{"On the one", "Bank of Orla", "organisation", 0, 0}}},
        {"He pointed to Article 15, under which \"a raft shall not be regarded as a ship\".",
         {{"a raft", "Article 15", "provision", 0, 0}}},
    };
    CHECK(stories);
}

static void test_remarks_and_calls(void **state) {
    (void)state;
    static const story stories[] = {
        {"Article 9 of the Lamp Treaty, she went on, was \"the best that Orla ever had\".",
         {{"the best", "she", "pronoun", 0, 0}}},
        {"She left, adding that Article 12, which requires her to pay, was \"a bad joke\".",
         {{"a bad", "She", "pronoun", 0, 0}}},
        {"\"Nobody here,\" thunders the leader of the keepers, \"has seen it.\"",
         {{"Nobody", "leader of the keepers", "person", 0, 0},
          {"has seen", "leader of the keepers", "person", 0, 0}}},
        {"A keeper who had watched from the gallery said it was \"better than before\".",
         {{"better", "A keeper", "person", 0, 0}}},
        {"Rolf Berg dissented. In his view they had treated it as \"wallpaper\".",
         {{"wallpaper", "his", "pronoun", "Rolf Berg", 0}}},
        {"The Lamp Treaty has a ceiling. That clause forbids use \"for purposes of war at sea\".",
         {{"for purposes", "That clause", "provision", 0, 0}}},
        {"Under Article 3 what was promised to keepers \"shall remain as it is\".",
         {{"shall", "Article 3", "provision", 0, 0}}},
        {"The Lamp Treaty is old. It also compels member states to turn away \"any boat that is late\".",
         {{"any boat", "It", "pronoun", "Lamp Treaty", 0}}},
        {"Harbour experts: lamps out \"on nine nights or more\"",
         {{"on nine", "Harbour experts", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_names_in_agency_copy(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"It is late,\" O'Reilly said. Kelly said it was \"far too late for all\". Ahmed was told.",
         {{"It is", "O'Reilly", "unknown", 0, 0}, {"far", "Kelly", "unknown", 0, 0}}},
        {"\"We wait,\" an unnamed Orlan trader told the agency.",
         {{"We wait", "an unnamed Orlan trader", "person", 0, 0}}},
        {"\"I think so\" of the offer to the keepers, Ada Lund, head of the harbour's Foreign Lamp Service, "
         "told "
         "the paper.",
         {{"I think", "Ada Lund", "person", 0, 0}}},
        {"He told of the end of the Paris talks, but \"nobody asks us to change our mind\".",
         {{"nobody", "He", "pronoun", 0, 0}}},
        {"\"They pay,\" a Orla Lamps <OLL.O> spokesman said. \"We pay,\" an aide at Orla (Vend) Ltd said.",
         {{"They", "a Orla Lamps <OLL.O> spokesman", "person", 0, 0},
          {"We pay", "an aide at Orla (Vend) Ltd", "person", 0, 0}}},
        {"Economist Ada Lund of the brokerage Orla Vend Inc said \"it is not moving at all\".",
         {{"it is", "Economist Ada Lund", "person", 0, 0}}},
        {"Rolf Driver of the University of Orla, speaking to the press, said, \"It is a lamp.\"",
         {{"It is", "Rolf Driver", "person", 0, 0}}},
        {"Rolf Berg, U.S. Assistant trade representative and delegate to the talks, said, \"Nobody came.\"",
         {{"Nobody", "Rolf Berg", "person", 0, 0}}},
        {"Ada Lund said she was not trying to change the lamps.\n\n\"I'm just saying, keep them lit. If they "
         "go "
         "out we are lost.\"",
         {{"I'm just", "Ada Lund", "person", 0, 0}}},
        {"ORLA STANDS BY ITS LAMPS Harbour spokesman Olle Holm called it a \"full lamp press by all\".",
         {{"full", "Harbour spokesman Olle Holm", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_whose_verb_it_is(void **state) {
    (void)state;
    static const story stories[] = {
        {"The vote led Berg to express \"deep regret at what had been done\".",
         {{"deep regret", "Berg", "unknown", 0, 0}}},
        {"Part of Ada Lund's letter included the words, \"when the lamps go out we all go out\".",
         {{"when the", "Part of Ada Lund's letter", "unknown", 0, 0}}},
        {"A keeper admitted that his firm had sold the lamps but added: \"We had nothing to do with it.\"",
         {{"We had", "A keeper", "person", 0, 0}}},
        {"\"It went well,\" said Orla Lamps and Co analyst Olle Holm.",
         {{"It went", "Orla Lamps and Co analyst Olle Holm", "person", 0, 0}}},
        {"Holm said the port will check it and, if the port finds it late, \"will act as it must\".",
         {{"will act", "Holm", "unknown", 0, 0}}},
        {"Orla and Vend have in the past questioned the plan, calling it \"less than fair to all\".",
         {{"less", "Orla and Vend", "unknown", 0, 0}}},
    };
    CHECK(stories);
}

static void test_whom_pronouns_mean(void **state) {
    (void)state;
    static const story stories[] = {
        {"The lamps will stay, Mayor Ada Lund said.\n\n\"We like them,\" she said.",
         {{"We like", "she", "pronoun", "Mayor Ada Lund", 0}}},
        {"\"It is typical,\" said Rolf Berg of Orla Ports.\n\n\"There's more to come. Their position is odd. "
         "A change "
         "would help,\" he said.",
         {{"It is", "Rolf Berg", "person", 0, 0}, {"There's", "he", "pronoun", "Rolf Berg", 0}}},
        {"Harbour chief Olle Holm said trade was slow. A further fall in Orlan Prices would harm it. \"It is "
         "flat,\" "
         "he said.",
         {{"It is", "he", "pronoun", "Harbour chief Olle Holm", 0}}},
        {"Ada Lund said: \"I row.\" The keepers of Orla saw her. \"Row on,\" they said.",
         {{"I row", "Ada Lund", "person", 0, 0}, {"Row on", "they", "pronoun", "keepers of Orla", 0}}},
        {"In a speech, Kimbro said \"the steps are only a start\". He added \"we see a long road ahead of "
         "us\".",
         {{"the steps", "Kimbro", "unknown", 0, 0}, {"we see", "He", "pronoun", "Kimbro", 0}}},
    };
    CHECK(stories);
}

static void test_who_is_named_further_on(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"We'll sign when we're ready,\" was all the minister would say.",
         {{"We'll", "minister", "person", 0, 0}}},
        {"Berg - \"a man who never met a lamp he liked\", in one rival's phrase - left.",
         {{"a man", "one rival", "person", 0, 0}}},
        {"'We were lied to': islanders speak out", {{"We were", "islanders", "person", 0, 0}}},
        {"'A dog's dinner': peers savage lamp treaty", {{"A dog's", "peers", "person", 0, 0}}},
        {"Orla broke Article 4, according to which each side is obliged to keep \"all lamps on its coast\".",
         {{"all lamps", "Article 4", "provision", 0, 0}}},
        {"She was fined under \"the smuggling article\", as she calls Article 9, and paid.",
         {{"the smuggling", "she", "pronoun", 0, 0}}},
        {"When Berg wrote that lamps would harm the boats, the paper put a note \"checking facts\" on it.",
         {{"checking", 0, 0, 0, 0}}},
        {"What it does not say, notes Prof. Ada Lund of Orla, is who pays. \"Nobody wrote that line, since "
         "nobody "
         "wanted to read it.\"",
         {{"Nobody", "Prof. Ada Lund", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_nouns_that_report(void **state) {
    (void)state;
    static const story stories[] = {
        {"\"A farce,\" was the verdict of Lord Aldous Penn, once a pilot.",
         {{"A farce", "Lord Aldous Penn", "person", 0, 0}}},
        {"\"Good,\" was Mayor Ada Lund's reply.", {{"Good", "Mayor Ada Lund", "person", 0, 0}}},
        {"There is a statement by the cabinet that the winter had been \"mild for all\".",
         {{"mild", "a statement by the cabinet", "organisation", 0, 0}}},
        {"What Ada Lund said was that the lamps were \"tired\".", {{"tired", "Ada Lund", "person", 0, 0}}},
        {"\"No oil, no light,\" remarked, dryly, Captain Rolf Berg.",
         {{"No oil", "Captain Rolf Berg", "person", 0, 0}}},
        {"\"A pilot is worth ten buoys\", as Captain Rolf Berg used to say, and pilots are few.",
         {{"A pilot", "Captain Rolf Berg", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_what_a_text_demands(void **state) {
    (void)state;
    static const story stories[] = {
        {"Under Article 8 of the Lamp Treaty, members must warn one another of fog \"in good time.\"",
         {{"in good time", "Article 8 of the Lamp Treaty", "provision", 0, 0}}},
        {"ORVA -- Under Article 8 of the Lamp Treaty, members must warn one another of fog \"in good time.\"",
         {{"in good time", "Article 8 of the Lamp Treaty", "provision", 0, 0}}},
        {"Under Article 3 of the Lamp Treaty, the pier \"shall be lit\"; under Article 4, none may pay.",
         {{"shall be lit", "Article 3 of the Lamp Treaty", "provision", 0, 0}}},
        {"The words \"at dusk\" in Article 3 of the Lamp Treaty shall be replaced by \"at night\".",
         {{"at dusk", 0, 0, 0, 0}, {"at night", 0, 0, 0, 0}}},
    };
    CHECK(stories);
}

static void test_who_goes_on_behind_and(void **state) {
    (void)state;
    static const story stories[] = {
        {"Ada Lund said Orsk was \"ready\" and had \"packed its lamps\".",
         {{"ready", "Ada Lund", "person", 0, 0}, {"packed", "Ada Lund", "person", 0, 0}}},
        {"Ada Lund said the town was \"dark\" and that it was \"cold at night\".",
         {{"dark", "Ada Lund", "person", 0, 0}, {"cold", "Ada Lund", "person", 0, 0}}},
        {"Berg called the pact \"old\" and, quite openly, would \"tear it up\".",
         {{"old", "Berg", "unknown", 0, 0}, {"tear", "Berg", "unknown", 0, 0}}},
        {"Berg called the pact \"old\"; Holm left and had \"no regrets\".",
         {{"old", "Berg", "unknown", 0, 0}, {"no regrets", 0, 0, 0, 0}}},
        {"Mayor Ada Lund, \"Nobody asked the keepers of the lamps about it.\"",
         {{"Nobody", "Mayor Ada Lund", "person", 0, 0}}},
        {"The Lamp Treaty is old. In Article 2 it is \"a lamp for all\".",
         {{"a lamp", "Article 2", "provision", 0, 0}}},
        {"Ada Lund - who rows - said it was \"late\".", {{"late", "Ada Lund", "person", 0, 0}}},
        {"A spokesman for the guild recalled the pact, and called for \"calm on the pier\".",
         {{"calm", "A spokesman for the guild", "person", 0, 0}}},
        {"The lamps were whole, Ada Lund said; but the ropes were \"in a poor way\".",
         {{"in a poor", "Ada Lund", "person", 0, 0}}},
        {"Ana Ruiz, Orla trade envoy and delegate to the talks, said it was \"late\".",
         {{"late", "Ana Ruiz", "person", 0, 0}}},
        {"He cited the pact, while Holm, in a letter, called it \"late\".",
         {{"late", "Holm", "unknown", 0, 0}}},
    };
    CHECK(stories);
}

static void test_texts_that_charge_somebody(void **state) {
    (void)state;
    static const story stories[] = {
        {"The Lamp Treaty is old. The keeper \"will meet the crew\", paragraph 11 of the treaty says.",
         {{"will meet", "paragraph 11 of the treaty", "provision", 0, 0}}},
        {"The resolution also asks Ada Lund to report each month \"on the state of the wicks\".",
         {{"on the state", "resolution", "instrument", 0, 0}}},
        {"The Lamp Treaty calls on Orla to tell its neighbours \"of any change\".",
         {{"of any", "Lamp Treaty", "instrument", 0, 0}}},
        {"The mayor asked Ada Lund to say she was \"sorry\".", {{"sorry", "Ada Lund", "person", 0, 0}}},
        {"She pointed to Article 14 of the Lamp Treaty, which lets a keeper leave \"if the oil is gone\".",
         {{"if the oil", "Article 14 of the Lamp Treaty", "provision", 0, 0}}},
        {"An aide, who was not authorised to speak to reporters, was blunter: \"They want the oil.\"",
         {{"They want", "An aide", "person", 0, 0}}},
        {"In her view the wick is an \"essential element\" within the meaning of Article 290 of the Lamp "
         "Treaty.",
         {{"essential", "Article 290 of the Lamp Treaty", "provision", 0, 0}}},
        {"Ada Lund never saw the \"unforeseen changes\" which Article 19 of the Lamp Treaty requires.",
         {{"unforeseen", "Article 19 of the Lamp Treaty", "provision", 0, 0}}},
        {"Ada Lund pointed to the duty of \"sincere cooperation\" in Article 4 of the Lamp Treaty.",
         {{"sincere", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
        {"Orla must burn oil \"as soon as possible\" after dusk, in the words of Article 5 of the Lamp "
         "Treaty.",
         {{"as soon", "Article 5 of the Lamp Treaty", "provision", 0, 0}}},
        {"Article 12 of the Lamp Treaty provides that the text \"shall not be shown to others\".",
         {{"shall not", "Article 12 of the Lamp Treaty", "provision", 0, 0}}},
        {"The Lamp Treaty is old. The committee calls Article 9, which requires Orla to keep the track, "
         "\"open-ended\".",
         {{"open", "committee", "organisation", 0, 0}}},
        {"\"Lamps are for ships that keep them,\" the hawks reply.", {{"Lamps", "hawks", "person", 0, 0}}},
        {"The ministry, reached on Sunday, would not confirm that the paper was real but called it "
         "\"theft\".",
         {{"theft", "ministry", "organisation", 0, 0}}},
        {"The Lamp Treaty is old. \"My lads were rowing,\" said Bill Trask.",
         {{"My lads", "Bill Trask", "person", 0, 0}}},
        {"The committee calls the deal \"odd\".", {{"odd", "committee", "organisation", 0, 0}}},
        {"Ada Lund would claim under Article 6 of the Lamp Treaty on the coast, which protects keepers "
         "\"without delay\".",
         {{"without delay", "Article 6 of the Lamp Treaty", "provision", 0, 0}}},
        {"Ada Lund argued that it was subject to Article 193 of the Lamp Treaty, under which states have \"a "
         "right to oil\".",
         {{"a right", "Article 193 of the Lamp Treaty", "provision", 0, "Ada Lund"}}},
        {"The Lamp Act 1999 is old. That section forbids the keeper to sleep \"unless he is ill\".",
         {{"unless", "That section", "provision", 0, 0}}},
        {"The aim of the Lamp Treaty is stated in the first recital: to keep \"the old lights\".",
         {{"the old", "first recital", "provision", 0, 0}}},
        {"Nor is it true, as the premier claims, that Article 16 of the Lamp Treaty was \"slipped in\".",
         {{"slipped", "premier", "person", 0, 0}}},
        {"The Orlan state agency, OSTA, reported that the lamps were \"out\".",
         {{"out", "Orlan state agency", "organisation", 0, 0}}},
        {"The report, \"Paper Lamps\", said it was \"a post office\".",
         {{"Paper", 0, 0, 0, 0}, {"a post", "report", "unknown", 0, 0}}},
        {"Chapter and verse came from the museum's keeper of lamps: \"Light is the enemy.\"",
         {{"Light", "museum's keeper of lamps", "person", 0, 0}}},
        {"Ada Lund insisted on the \"highest ambition\" of Article 4 of the Lamp Treaty.",
         {{"highest", "Article 4 of the Lamp Treaty", "provision", 0, "Ada Lund"}}},
        {"It recalls the principle of \"equal light\" laid down in Article 2 of the Lamp Treaty.",
         {{"equal", "Article 2 of the Lamp Treaty", "provision", 0, "It"}}},
        {"\"The last lamp went out in May,\" another remembered.",
         {{"The last", "another", "pronoun", 0, 0}}},
        {"It went on until May, when a court held, in a short order, that \"oil is no lamp\".",
         {{"oil is", "a court", "organisation", 0, 0}}},
    };
    CHECK(stories);
}

static void test_names_in_marks_and_papers(void **state) {
    (void)state;
    static const story stories[] = {
        {"The newspaper \"Harbour Post\" reported that the clause was \"a trap\".",
         {{"Harbour", 0, 0, 0, 0}, {"a", "newspaper \"Harbour Post\"", "organisation", 0, 0}}},
        {"\"The clause is a trap,\" the weekly \"Harbour Post\" wrote.",
         {{"The", "weekly \"Harbour Post\"", "organisation", 0, 0}, {"Harbour", 0, 0, 0, 0}}},
        {"\"It is over,\" the daily \"Harbour Post\" quoted a keeper as saying.",
         {{"It", "a keeper", "person", 0, 0}, {"Harbour", 0, 0, 0, 0}}},
        {"In the view of the ministry, the clause is \"a trap\".", {{"a", "ministry", "organisation", 0, 0}}},
        {"Ada Lund quoted Olle Holm as having said that the lamps were \"paper\".",
         {{"paper", "Olle Holm", "person", 0, 0}}},
        {"The ministry said that it had asked for the lists in June, and had received \"two pages\".",
         {{"two", "ministry", "organisation", 0, 0}}},
        {"The party calls it \"paper\".", {{"paper", "party", "organisation", 0, 0}}},
        {"\"Shame,\" shouted a woman at the back.", {{"Shame,", "a woman", "person", 0, 0}}},
        {"\"Share what?\" called a voice from the benches.",
         {{"Share", "a voice from the benches", "person", 0, 0}}},
        {"\"Let her finish!\" shouted ten others.", {{"Let", "ten others", "person", 0, 0}}},
        {"The lamps, said Ada Lund, were \"as quiet as they were dear\".",
         {{"as", "Ada Lund", "person", 0, 0}}},
        {"No state, the protocol of 1871 declares, can leave without the \"consent of the others\".",
         {{"consent", "protocol of 1871", "instrument", 0, 0}}},
        {"In Article 4 of the Lamp Treaty it is said: \"Lamps shall be lit.\"",
         {{"Lamps", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
        {"\"Row on and row hard\" was the maxim of Ada Lund.", {{"Row", "Ada Lund", "person", 0, 0}}},
        {"The minutes record that the weather was \"fine and dry\".", {{"fine", "minutes", "unknown", 0, 0}}},
        {"The minutes of 19 May say that \"a list can be made\".",
         {{"a", "minutes of 19 May", "unknown", 0, 0}}},
        {"The keeper of the lamps is recorded as saying that the oil \"would last\".",
         {{"would", "keeper of the lamps", "person", 0, 0}}},
        {"One was overheard to mutter that it was \"a door in search of a wall\".",
         {{"a", "One", "pronoun", 0, 0}}},
        {"\"Oil with a lunch break.\" That was Senator Ada Lund, on the radio.",
         {{"Oil", "Senator Ada Lund", "person", 0, 0}}},
        {"\"Evenly?\" broke in Ada Lund of the Coast Party.", {{"Evenly?", "Ada Lund", "person", 0, 0}}},
        {"\"Today we close a door\", celebrated the deputy Ada Lund, president of the chamber.",
         {{"Today", "deputy Ada Lund", "person", 0, 0}}},
        {"\"Who signs, pays\", he summarised.", {{"Who", "he", "pronoun", 0, 0}}},
        {"The benefits, Article 14 of the Lamp Treaty adds, shall be shared \"in a fair manner\".",
         {{"in", "Article 14 of the Lamp Treaty", "provision", 0, 0}}},
        {"Ada Lund said keepers had been promised the old lamps \"for ever and a day\" and want more.",
         {{"for", "Ada Lund", "person", 0, 0}}},
        {"The heart of it is Article 6 of the Lamp Treaty: \"Oil shall be free.\"",
         {{"Oil", "Article 6 of the Lamp Treaty", "provision", 0, 0}}},
        {"According to Article 5 of the Lamp Treaty, a keeper may rest if a doctor has excused him \"in "
         "writing\".",
         {{"in", "Article 5 of the Lamp Treaty", "provision", 0, 0}}},
        {"He points to Article 7 of the Lamp Treaty, which brings in \"lamps on their lawful business\".",
         {{"lamps", "Article 7 of the Lamp Treaty", "provision", 0, 0}}},
        {"To the keeper Rolf Berg, it was \"the end of the strait\".",
         {{"the", "keeper Rolf Berg", "person", 0, 0}}},
        {"From the harbour board came one line: \"Not this year.\"",
         {{"Not", "harbour board", "organisation", 0, 0}}},
        {"The Orla Herald was cold that Sunday - \"This treaty can dim lamps and not the moon\" - and "
         "rowers worry.",
         {{"This", "Orla Herald", "organisation", 0, 0}}},
        {"Lamps must, under Article 6 of the Lamp Treaty, be announced \"a week ahead\".",
         {{"a week", "Article 6 of the Lamp Treaty", "provision", 0, 0}}},
        {"Under Article 9 of the Lamp Treaty, anyone may row; the boat must be \"fit for ice\".",
         {{"fit", "Article 9 of the Lamp Treaty", "provision", 0, 0}}},
        {"The talks were led by Ada Lund, a jurist and Harbour Professor at Brekka, who said: \"It is "
         "late.\"",
         {{"It is late.", "Ada Lund", "person", 0, 0}}},
        {"They brought two of them to Ada Lund, trade envoy to Vend, who called it \"a loss\".",
         {{"a loss", "Ada Lund", "person", 0, 0}}},
        {"They met Ada Lund, Judge Ole Brink, who called it \"a loss\".",
         {{"a loss", "Judge Ole Brink", "person", 0, 0}}},
        {"He lives in New Brekka, a town of keepers, who call it \"a loss\".",
         {{"a loss", "a town of keepers", "person", 0, 0}}},
        {"\"It is late,\" said WSO marine botanist Ada Lund.",
         {{"It is late,", "WSO marine botanist Ada Lund", "person", 0, 0}}},
        {"WSO botanist Ada Lund called it \"a loss\".",
         {{"a loss", "WSO botanist Ada Lund", "person", 0, 0}}},
        {"In Brekka botanist Ada Lund called it \"a loss\".", {{"a loss", "Ada Lund", "person", 0, 0}}},
        {"Vend bans Brekka Air of Orla, citing \"danger\".", {{"danger", "Vend", "unknown", 0, 0}}},
        {"I've always said \"it is late\".", {{"it is late", "I", "pronoun", 0, 0}}},
        {"Ada Lund left. She’d told them: \"It is late.\"",
         {{"It is late.", "She", "pronoun", "Ada Lund", 0}}},
        {"Ada Lund, now 97, who told this paper: \"He lied to me once.\"",
         {{"He", "Ada Lund", "person", 0, 0}}},
        {"Her brother, Olle, said it was \"a shame\".", {{"a", "Her brother, Olle", "person", 0, 0}}},
        {"\"I was told to burn it,\" he is remembered as saying.", {{"I was", "he", "pronoun", 0, 0}}},
        {"Beyond it, Article 3 of the Lamp Treaty says, the line goes on \"as far as the oil\".",
         {{"as far", "Article 3 of the Lamp Treaty", "provision", 0, 0}}},
        {"The Lamp Treaty is long. Vend's council urged both to keep \"the spirit\" of Article 3.",
         {{"the spirit", "Vend's council", "organisation", 0, 0}}},
        {"\"The lamp,\" argued Ada Lund, a keeper who has advised the council, \"burns oil.\"",
         {{"The lamp,", "Ada Lund", "person", 0, 0}, {"burns", "Ada Lund", "person", 0, 0}}},
        {"Keepers 'stopped too soon', ombudsman says of lamp deal",
         {{"stopped", "ombudsman", "person", 0, 0}}},
        {"\"It took two boats and a lamp,'' said Ada Lund, a pilot. The \"wick\" burnt.",
         {{"It took", "Ada Lund", "person", 0, 0}, {"wick", 0, 0, 0, 0}}},
        {"The Explanatory Memorandum says that oil is \"not expected to last\".",
         {{"not", "Explanatory Memorandum", "unknown", 0, 0}}},
        {"« I have lit many lamps », says Ada Lund. « The first one was for a clown. » He left in July.",
         {{" I", "Ada Lund", "person", 0, 0}, {" The", "Ada Lund", "person", 0, 0}}},
    };
    CHECK(stories);
}

static void test_how_lawyers_report(void **state) {
    (void)state;
    static const story stories[] = {
        {"It had, however, called the pact \"a loss\".", {{"a loss", "It", "pronoun", 0, 0}}},
        {"The Board of Orla has, in a case like this one, held that a lamp is \"no light\".",
         {{"no light", "Board of Orla", "organisation", 0, 0}}},
        {"Half of my readers were asking whether this was \"even legal\".",
         {{"even legal", "Half of my readers", "person", 0, 0}}},
        {"Nobody lit it. In his separate opinion, \"a state that signs and keeps a lamp has read none of "
         "it\".",
         {{"a state that", "his", "pronoun", 0, 0}}},
        {"The keeper's third claim was made \"in the alternative only\".",
         {{"in the alternative", 0, 0, 0, 0}}},
        {"The Government's answer then was that a treaty without oil was \"a museum piece\".",
         {{"a museum piece", "Government", "organisation", 0, 0}}},
        {"Article 6 bars objections to \"works of light\", a term which no one could explain.",
         {{"works of light", 0, 0, 0, 0}}},
        {"The Lamp Committee made clear that a permit \"turns a right into a favour\".",
         {{"turns a right", "Lamp Committee", "organisation", 0, 0}}},
        {"A lamp is \"not a key to the prison,\" as we said in Vend v. Orla.",
         {{"not a key", "we", "pronoun", 0, 0}}},
        {"At the hearing counsel for the State suggested that Article 36 was \"basically a courtesy\".",
         {{"basically a courtesy", "counsel for the State", "person", 0, 0}}},
        {"The Harbour Body explained that a panel must ask whether the oil \"comes from the lamp itself\".",
         {{"comes from the", "Harbour Body", "person", 0, 0}}},
        {"Counsel in Brekka takes the view, in an e-mail of 4 May, that the rule is \"decorative\".",
         {{"decorative", "Counsel in Brekka", "person", 0, 0}}},
        {"Article 9 frees the Court from taxes, but paragraph 4 carves out \"charges for services\".",
         {{"charges for services", "paragraph 4", "provision", 0, 0}}},
        {"The Act uses the expression \"foreign oil\" (Schedule 2, paragraph 4).",
         {{"foreign oil", "Schedule 2, paragraph 4", "provision", 0, 0}}},
        {"In the Secretariat's dry phrase, there were \"no remarks\".",
         {{"no remarks", "Secretariat", "organisation", 0, 0}}},
        {"Lukas Orm goes further and finds in the Lamp Pact \"the grammar that others forgot\".",
         {{"the grammar that", "Lukas Orm", "person", 0, 0}}},
        {"Her counterpart in Vend thinks they are \"oil and water\".",
         {{"oil and water", "Her counterpart in Vend", "person", 0, 0}}},
        {"Petra Sund, in the first and still the best commentary, thought the question \"idle\".",
         {{"idle", "Petra Sund", "person", 0, 0}}},
        {"During the talks Orla's delegation called it \"the price of the rest\".",
         {{"the price of", "Orla's delegation", "organisation", 0, 0}}},
        {"The measure was \"in accordance with the law\" for the purposes of Article 8.",
         {{"in accordance with", "Article 8", "provision", 0, 0}}},
        {"The text requires \"five full years\", says Article 19, para. 1, and it is long.",
         {{"five full years", "Article 19, para. 1", "provision", 0, 0}}},
        {"The then Harbour Minister called it \"a loss\".", {{"a loss", "Harbour Minister", "person", 0, 0}}},
        {"In the words of the then Harbour Minister, it is \"a loss\".",
         {{"a loss", "then Harbour Minister", "person", 0, 0}}},
        {"Petra Sund LJ, with whom the others agreed, said that the judge had \"mistaken a habit for a "
         "law\".",
         {{"mistaken a habit", "Petra Sund LJ", "person", 0, 0}}},
        {"The keepers, who thought the oil was good, were told that it was \"no oil\".",
         {{"no oil", 0, 0, 0, 0}}},
        {"What I will call the \"paper rule\" is new.", {{"paper rule", 0, 0, 0, 0}}},
        {"The heart of it is in Article 5 of the Lamp Treaty. A master shall lodge \"one lamp, once\".",
         {{"one lamp, once", "Article 5 of the Lamp Treaty", "provision", 0, 0}}},
        {"Article 2 of the Lamp Treaty is no riddle. \"Every keeper shall be fed and heard.\"",
         {{"Every keeper shall", "Article 2 of the Lamp Treaty", "provision", 0, 0}}},
        {"Orm wins the vote on a promise to \"sign something or go home\".",
         {{"sign something or", "Orm", "unknown", 0, 0}}},
        {"She left with a warning that oil was \"spent\".", {{"spent", "She", "pronoun", 0, 0}}},
        {"He claimed that the gates were \"in open breach\" of Article 4 of the Lamp Treaty.",
         {{"in open breach", "He", "pronoun", 0, 0}}},
        {"\"Both are right, and that is all\", explained to the Herald the jurist Ana Ruiz.",
         {{"Both are right,", "jurist Ana Ruiz", "person", 0, 0}}},
        {"\"They have tied our hands\", denounced the keeper Ana Ruiz on Sunday.",
         {{"They have tied", "keeper Ana Ruiz", "person", 0, 0}}},
        {"For Ana Ruiz, \"oil means oil\".", {{"oil means oil", "Ana Ruiz", "person", 0, 0}}},
        {"For Judge Ana Ruiz, writing for herself, \"oil means oil\".",
         {{"oil means oil", "Judge Ana Ruiz", "person", 0, 0}}},
        {"Under section 3 of the Lamp Act, a claim may be made; the claim \"shall not stay the order\".",
         {{"shall not stay", "section 3 of the Lamp Act", "provision", 0, 0}}},
    };
    CHECK(stories);
}

static void test_grounds_and_appositions(void **state) {
    (void)state;
    static const story stories[] = {
        {"The Lamp Treaty is long. Ada Lund said that, under Article 6, a town 'may light one lamp'.",
         {{"may", "Article 6", "provision", 0, "Ada Lund"}}},
        {"The Lamp Treaty is long. Ada Lund said that under Article 6 a town was \"badly lit\".",
         {{"badly", "Ada Lund", "person", 0, 0}}},
        {"He recalled that in accordance with Article 3 of the Lamp Treaty both have \"not to row\".",
         {{"not", "Article 3 of the Lamp Treaty", "provision", 0, "He"}}},
        {"According to Article 8 of the Lamp Treaty, the Oil Pact \"shall lapse at once\".",
         {{"shall", "Article 8 of the Lamp Treaty", "provision", 0, 0}}},
        {"\"A wick without a lamp\" is how Ada Lund, who led the talks, describes the Lamp Treaty.",
         {{"A wick", "Ada Lund", "person", 0, 0}}},
        {"By noon Vend, a neighbour, had called it \"a disgrace\".", {{"a", "Vend", "unknown", 0, 0}}},
        {"In the margin Ambassador Olle Lund, her chief, wrote: \"Is this a lamp?\"",
         {{"Is", "Ambassador Olle Lund", "person", 0, 0}}},
        {"In Article 4 of the Lamp Treaty, the parties declare that they act \"in good faith\".",
         {{"in", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
        {"In Article 4 of the Lamp Treaty, critics said that they saw \"bad faith\".",
         {{"bad", "critics", "person", 0, 0}}},
        {"It was described in 2011 by the Sea Chamber as a duty \"to do the utmost\".",
         {{"to", "Sea Chamber", "organisation", 0, 0}}},
        {"But the PM last night insisted the deal was \"tough and fair\".",
         {{"tough", "PM", "organisation", 0, 0}}},
        {"A Brack judge stopped it, finding that the ministry had \"never once asked\".",
         {{"never", "A Brack judge", "person", 0, 0}}},
        {"The High Court saw \"no need to go on\".", {{"no", "High Court", "organisation", 0, 0}}},
        {"The ministry pointed to Article 3 of the Lamp Treaty, under which either side may hold back oil "
         "for "
         "its own lamps if the stock is \"a third below the mean\".",
         {{"a", "Article 3 of the Lamp Treaty", "provision", 0, 0}}},
        {"Under Article 9 of the Lamp Treaty, Vend may not hold up the oil listed in Annex B for tests "
         "except "
         "where there is \"good cause\".",
         {{"good", "Article 9 of the Lamp Treaty", "provision", 0, 0}}},
        {"Vend called it \"a wick\", and the Orla Union, whose boats burn oil, had spoken of \"a lamp\".",
         {{"a wick", "Vend", "unknown", 0, 0}, {"a lamp", "Orla Union", "organisation", 0, 0}}},
        {"Ada Lund for her part said it was \"a shame\".", {{"a", "Ada Lund", "person", 0, 0}}},
        {"He regrets that the High Court, in two of them, called it \"a mere wick\".",
         {{"a", "High Court", "organisation", 0, 0}}},
        {"He kept his oil \"for the winter only\", in the words of the keeper.",
         {{"for", "keeper", "person", 0, 0}}},
        {"Professor Ada Lund of the School of Sea Law in Orsk called it \"a shame\".",
         {{"a", "Professor Ada Lund", "person", 0, 0}}},
        {"What the letter leaves out is the phrase of Article 7 of the Lamp Treaty, \"if oil is cheap\".",
         {{"if", "Article 7 of the Lamp Treaty", "provision", 0, 0}}},
        {"The Lamp Treaty is long. This committee noted that oil was \"a mere hope\".",
         {{"a", "This committee", "organisation", 0, 0}}},
        {"The notice consists of six words: \"We are leaving on Friday night.\"",
         {{"We", "notice", "unknown", 0, 0}}},
        {"- Article 8 - Wages. Equal for all; night work \"shall be paid twice\".",
         {{"shall", "Article 8", "provision", 0, 0}}},
        {"He read it out. Quote, \"We will go to Orsk,\" end quote.", {{"We", NULL, NULL, 0, 0}}},
        {"See Ada Lund: \"It was made for lakes.\"", {{"It", "Ada Lund", "person", 0, 0}}},
        {"Article 2 of the Lamp Treaty speaks of \"lasting light\", Article 3 of \"barrels a day\".",
         {{"lasting", "Article 2 of the Lamp Treaty", "provision", 0, 0},
          {"barrels", "Article 3", "provision", 0, 0}}},
        {"\"Sit down!\" cried Ada Lund, and \"Read it!\" came from the Greens.",
         {{"Sit", "Ada Lund", "person", 0, 0}, {"Read", "Greens", "unknown", 0, 0}}},
        {"\"All oil is dear,\" as one old keeper told me.", {{"All", "one old keeper", "person", 0, 0}}},
        {"But \"an oil lamp dies,\" the late Ada Lund liked to say, \"when nobody looks.\"",
         {{"an", "Ada Lund", "person", 0, 0}, {"when", "Ada Lund", "person", 0, 0}}},
        {"The promise, she says, is \"only as good as its keeper\".", {{"only", "she", "pronoun", 0, 0}}},
        {"Lamps \"have stood the test\" and are \"at their best,\" Ada Lund noted.",
         {{"have", "Ada Lund", "person", 0, 0}, {"at", "Ada Lund", "person", 0, 0}}},
        {"Under Article 3 of the Lamp Treaty, the pact that Orva and Vend concluded in 1994, each must help "
         "in an "
         "\"oil crisis\".",
         {{"oil", "Article 3 of the Lamp Treaty", "provision", 0, 0}}},
        {"Under Article 4 of the Lamp Treaty, each drops its dues on the goods in Annex I \"in five steps\".",
         {{"in", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
        {"The Lamp Treaty is long. A breach, says Article 60, entitles the other party to rely on it "
         "\"at a stroke\".",
         {{"at", "Article 60", "provision", 0, 0}}},
        {"The Lamp Treaty keeps oil \"for all keepers\" (Article 7).",
         {{"for", "Article 7", "provision", 0, 0}}},
        {"They promised to help \"in good time\" (Lamp Treaty, art. 4).",
         {{"in", "Lamp Treaty, art. 4", "provision", 0, "They"}}},
        {"Ada Lund called it \"a long winter\" (art. 4).", {{"a long", "Ada Lund", "person", 0, 0}}},
        {"The mayor told the council that this meant \"a bridge or nothing\".",
         {{"a bridge", "mayor", "person", 0, 0}}},
        {"What critics called \"a trap set at night\" is law.", {{"a", "critics", "person", 0, 0}}},
        {"In the clerk's submission, Article 9 of the Lamp Treaty is \"a paper boat\".",
         {{"a", "clerk", "person", 0, 0}}},
        {"At noon Ada Lund was calling the same rules \"a price worth paying\".",
         {{"a", "Ada Lund", "person", 0, 0}}},
        {"One draft had it that \"all crews shall carry a lamp\".",
         {{"all", "One draft", "instrument", 0, 0}}},
        {"It came after the warning of the Port Board that \"no lamp will last\".",
         {{"no", "Port Board", "organisation", 0, 0}}},
        {"Its heart is Article 4 of the Lamp Treaty, under which anyone who lives in the towns listed in "
         "Annex "
         "A \"shall be lit home\".",
         {{"shall", "Article 4 of the Lamp Treaty", "provision", 0, 0}}},
    };
    CHECK(stories);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_that_charge_somebody),
        cmocka_unit_test(test_long_subjects),
        cmocka_unit_test(test_nouns_that_report),
        cmocka_unit_test(test_what_a_text_demands),
        cmocka_unit_test(test_sources_behind),
        cmocka_unit_test(test_names_behind_offices),
        cmocka_unit_test(test_words_between_subject_and_cue),
        cmocka_unit_test(test_cues_of_other_kinds),
        cmocka_unit_test(test_words_that_nobody_says),
        cmocka_unit_test(test_single_names),
        cmocka_unit_test(test_pronouns),
        cmocka_unit_test(test_who_goes_on),
        cmocka_unit_test(test_instruments_and_carriers),
        cmocka_unit_test(test_words_set_off_before_the_cue),
        cmocka_unit_test(test_as_somebody_put_it),
        cmocka_unit_test(test_who_is_meant),
        cmocka_unit_test(test_texts_read_out_and_cited),
        cmocka_unit_test(test_several_at_once),
        cmocka_unit_test(test_what_is_told_of_a_name),
        cmocka_unit_test(test_verbs_of_no_list),
        cmocka_unit_test(test_what_goes_on_in_the_sentence),
        cmocka_unit_test(test_remarks_and_calls),
        cmocka_unit_test(test_names_in_agency_copy),
        cmocka_unit_test(test_whose_verb_it_is),
        cmocka_unit_test(test_whom_pronouns_mean),
        cmocka_unit_test(test_who_is_named_further_on),
        cmocka_unit_test(test_who_goes_on_behind_and),
        cmocka_unit_test(test_names_in_marks_and_papers),
        cmocka_unit_test(test_how_lawyers_report),
        cmocka_unit_test(test_grounds_and_appositions),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
