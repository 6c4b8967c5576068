/* Quotations held against treaties: a generated set with known alterations, and
 * press stories with verdicts by hand. */
#include "support.h"
#include "verify_cases.h"

enum { VERDICTS = PACTA_NOT_FOUND + 1, CASES = 2400 };

/* ---- What tests work with ------------------------------------------------------ */

typedef struct bench {
    pacta_extractor *extractor;
    pacta_document *document;
    pacta_corpus *corpus;
    pacta_verification *verification;
} bench;

static void bench_open(bench *b) {
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &b->extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &b->document), PACTA_OK);
    assert_int_equal(pacta_corpus_new(builtin_rules(), NULL, &b->corpus, NULL), PACTA_OK);
    assert_int_equal(pacta_verification_new(NULL, &b->verification), PACTA_OK);
}

static void bench_close(bench *b) {
    pacta_verification_free(b->verification);
    pacta_corpus_free(b->corpus);
    pacta_document_free(b->document);
    pacta_extractor_free(b->extractor);
}

static void add_treaty(bench *b, const char *text) {
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_TREATY};
    assert_int_equal(pacta_extract(b->extractor, text, strlen(text), &options, b->document, NULL), PACTA_OK);
    assert_int_equal(pacta_corpus_add(b->corpus, b->document, NULL), PACTA_OK);
    assert_int_equal(pacta_corpus_seal(b->corpus, NULL), PACTA_OK);
}

/* The checks of a press text; `text` must outlive them. */
static const pacta_check *verify(bench *b, const char *text, size_t *count) {
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_PRESS};
    pacta_error error;
    int status = pacta_extract(b->extractor, text, strlen(text), &options, b->document, &error);
    if (status == PACTA_OK)
        status = pacta_verify(b->corpus, b->document, NULL, b->verification, &error);
    if (status != PACTA_OK)
        fail_msg("%s", error.message);
    return pacta_checks(b->verification, count);
}

/* ---- The generated set ------------------------------------------------------------ */

typedef struct tally {
    unsigned expected[VERDICTS], given[VERDICTS], right[VERDICTS];
    unsigned claims, wrong_claims, shown;
} tally;

static void count_case(tally *t, const verify_case *made, const pacta_check *check, unsigned index) {
    pacta_verdict verdict = check == NULL ? PACTA_NOT_FOUND : check->verdict;
    pacta_claim claim = check == NULL ? PACTA_CLAIM_NONE : check->claim;
    t->expected[made->verdict]++;
    t->given[verdict]++;
    t->right[verdict] += verdict == made->verdict;
    t->claims++;
    t->wrong_claims += claim != made->claim;
    if ((verdict != made->verdict || claim != made->claim) && t->shown++ < 12)
        print_message("case %u, %s: %s %s instead of %s %s\n%s\n", index, made->kind,
                      pacta_verdict_name(verdict), pacta_claim_name(claim), pacta_verdict_name(made->verdict),
                      pacta_claim_name(made->claim), made->press.bytes);
}

static void assert_good(const tally *t) {
    for (unsigned v = 0; v < VERDICTS; v++) {
        double precision = t->given[v] == 0 ? 0 : (double)t->right[v] / t->given[v];
        double recall = t->expected[v] == 0 ? 0 : (double)t->right[v] / t->expected[v];
        print_message("%-12s %4u precision %.4f recall %.4f\n", pacta_verdict_name((pacta_verdict)v),
                      t->expected[v], precision, recall);
        assert_true(precision >= 0.98);
        assert_true(recall >= 0.98);
    }
    print_message("%u of %u claims judged otherwise\n", t->wrong_claims, t->claims);
    assert_true(t->wrong_claims * 50 <= t->claims);
}

static void generated_cases(void **state) {
    (void)state;
    const char *seed_text = getenv("PACTA_VERIFY_SEED");
    uint64_t seed = seed_text == NULL ? 1 : strtoull(seed_text, NULL, 10);
    bench b;
    treaty_plan treaty, foreign;
    text_buffer text = {0};
    verify_case made = {0};
    tally t = {0};
    bench_open(&b);
    plan_treaty(&treaty, seed, 0);
    plan_treaty(&foreign, seed, 1);
    write_treaty(&text, &treaty);
    add_treaty(&b, text.bytes);
    for (unsigned i = 0; i < CASES; i++) {
        size_t count;
        make_case(&made, &treaty, &foreign, seed, i);
        const pacta_check *checks = verify(&b, made.press.bytes, &count), *check = NULL;
        for (size_t c = 0; c < count && check == NULL; c++)
            check = checks[c].quotation != PACTA_NONE ? &checks[c] : NULL;
        count_case(&t, &made, check, i);
    }
    buffer_free(&made.press);
    buffer_free(&text);
    bench_close(&b);
    assert_good(&t);
}

/* ---- Stories, judged by hand --------------------------------------------------------- */

static const char SIL[] =
    "TREATY ON THE WATERS OF THE SIL\n\nThe Republic of Velland and the Kingdom of Ostrava,\n\n"
    "Recalling the Charter of the United Nations,\n\nHave agreed as follows:\n\n"
    "Article 1\nDefinitions\n\nFor the purposes of this Treaty, \"works\" means any dam, weir or canal.\n\n"
    "Article 2\n\n1. Each Party shall inform the other of any works that may change the flow of the Sil, at "
    "least twelve months before they begin.\n\n2. Neither Party shall:\n\n(a) dam the Sil without the "
    "written "
    "consent of the other; or\n\n(b) draw more than 12,000 cubic metres of water a day.\n\n"
    "Article 3\n\nThe Parties shall honour the rights of fishermen, co-operate in the defence of the river "
    "banks, and recognise each other\xE2\x80\x99s pilots.\n\n"
    "Article 4\n\nAn armed attack on a lock of the Sil is an attack on both Parties. Each of them may then "
    "close the river to all vessels of the attacker, for as long as the attack goes on.\n\n"
    "Article 5\n\nThis Treaty shall enter into force on the date of deposit of the second instrument of "
    "ratification.\n\nANNEX A\n\nArticle 1\n\nThe gauge stands at Korvin, below the old bridge.\n";

static const char RAIL[] =
    "AGREEMENT ON THE KORVIN RAILWAY\n\nArticle 1\n\nThe Parties shall run six trains a day between Korvin "
    "and "
    "Tarn, and shall not raise the fare without a common decision.\n\n"
    "Article 2\n\nThis Agreement shall enter into force on the date of deposit of the second instrument of "
    "ratification.\n";

/* A line for each check: verdict, claim, eid of each part, kinds of differences. */
static void describe(text_buffer *out, const pacta_check *checks, size_t count) {
    buffer_clear(out);
    for (size_t i = 0; i < count; i++) {
        const pacta_check *check = &checks[i];
        buffer_add(out, "%s%s %s", check->clause != PACTA_NONE ? "told " : "",
                   pacta_verdict_name(check->verdict), pacta_claim_name(check->claim));
        for (uint32_t p = 0; p < check->part_count; p++)
            buffer_add(out, " %s", check->parts[p].eid == NULL ? "-" : check->parts[p].eid);
        for (unsigned kind = 0; check->kinds >> kind != 0; kind++)
            if ((check->kinds >> kind & 1) != 0)
                buffer_add(out, " %s", pacta_difference_name((pacta_difference_kind)kind));
        buffer_add(out, "\n");
    }
}

#define LEAD "KORVIN - The Treaty on the Waters of the Sil is a year old.\n\n"

static const struct story {
    const char *press, *expected;
} stories[] = {
    /* the words as they are; marks at the ends and breaks of lines are no difference */
    {LEAD "Article 4 of the treaty says: \"An armed attack on a lock of the Sil is an attack on both "
          "Parties.\"\n",
     "verbatim right art_4\n"},
    {LEAD "\"An armed attack on a lock of the Sil,\" Article 4 of the treaty reads, \"is an attack on both "
          "Parties.\"\n",
     "verbatim right art_4\n"},
    {LEAD "Article 1 of the treaty speaks of any \"weir or canal\".\n", "verbatim right art_1\n"},
    /* what an editor may do */
    {LEAD "Under Article 4 of the treaty, \"[e]ach of them may then close the river ... for as long as the "
          "attack goes on [emphasis added].\"\n",
     "verbatim-but right art_4 elision brackets editorial\n"},
    {LEAD "Article 3 of the treaty says: \"The Parties shall honor the rights of fishermen, cooperate in the "
          "defense of the river banks, and recognize each other's pilots.\"\n",
     "verbatim-but right art_3 spelling hyphenation typography\n"},
    {LEAD
     "Article 2 of the treaty says: \"Neither Party shall dam the Sil without the written consent of the "
     "other, or draw more than 12 000 cubic meters of water a day.\"\n",
     "verbatim-but right art_2__para_2 punctuation spacing spelling labels\n"},
    {LEAD "Article 2 of the treaty says that it is \"at least 12 months before they begin\".\n",
     "verbatim-but right art_2__para_1 numeral\n"},
    {LEAD
     "Article 4 of the treaty says: \"an armed attack on a\xC2\xA0lock of the *Sil* is an attack on [the] "
     "both Parties.\"\n",
     "verbatim-but right art_4 brackets editorial case spacing\n"},
    /* words changed, put in, left out */
    {LEAD "Article 4 of the treaty says: \"Each of them must then close the river to all vessels of the "
          "attacker.\"\n",
     "altered right art_4 replaced\n"},
    {LEAD "Article 2 of the treaty says: \"Each Party shall promptly inform the other of any works that may "
          "change the flow of the Sil.\"\n",
     "altered right art_2__para_1 inserted\n"},
    {LEAD "Article 2 of the treaty says: \"Neither Party shall dam the Sil without the consent of the "
          "other.\"\n",
     "altered right art_2__para_2 omitted labels\n"},
    /* pieces of several articles */
    {LEAD "Article 4 of the treaty says: \"Each of them may then close the river to all vessels of the "
          "attacker, at least twelve months before they begin.\"\n",
     "spliced wrong art_4 art_2__para_1\n"},
    {LEAD "The treaty says: \"Each Party shall inform the other of any works ... and recognise each other's "
          "pilots.\"\n",
     "spliced right art_2__para_1 art_3 typography\n"},
    /* elsewhere than it says */
    {LEAD "Article 3 of the treaty says: \"Each of them may then close the river to all vessels of the "
          "attacker.\"\n",
     "verbatim wrong art_4\n"},
    {LEAD "Article 1 of the treaty says: \"The gauge stands at Korvin, below the old bridge.\"\n",
     "verbatim wrong annex_a__art_1\n"},
    {LEAD
     "Article 2 (1) of the treaty says: \"Neither Party shall dam the Sil without the written consent of "
     "the other.\"\n",
     "verbatim-but wrong art_2__para_2 labels\n"},
    /* what it counts and the treaty does not number */
    {LEAD "Article 4 (7) of the treaty says: \"Each of them may then close the river to all vessels of the "
          "attacker.\"\n",
     "verbatim right art_4\n"},
    /* in other words */
    {LEAD "Article 2 of the treaty says that \"the flow of the Sil may be changed by works if the other was "
          "informed twelve months ahead\".\n",
     "paraphrase right art_2__para_1\n"},
    /* a few words quoted in a sentence that tells of a provision */
    {LEAD "The treaty bars them from drawing \"more than 12,000 cubic metres of water\" a day.\n",
     "told paraphrase right art_2__para_2__point_b\nverbatim right art_2__para_2__point_b\n"},
    /* rare words of the treaty, but in brackets */
    {LEAD "\"We shall meet [at the gauge] tomorrow, and [Ostrava] will be there,\" said Ana Ruiz.\n",
     "not-found none\n"},
    /* nothing to hold against it */
    {LEAD "\"We will not be bullied by anybody,\" said President Ana Ruiz. \"Not this year.\"\n",
     "not-found none\n"},
    {LEAD "\"This Convention shall enter into force on the date of deposit of the tenth instrument of "
          "accession,\" said Ana Ruiz.\n",
     "not-found none\n"},
    {LEAD "Article 4 of the treaty says: \"Fishing with nets is forbidden in spring.\"\n",
     "not-found open\n"},
    {LEAD "Article 51 of the Charter of the United Nations speaks of an \"inherent right of individual or "
          "collective self-defence\".\n",
     "not-found elsewhere\n"},
};

static void stories_by_hand(void **state) {
    (void)state;
    bench b;
    text_buffer out = {0};
    unsigned wrong = 0;
    bench_open(&b);
    add_treaty(&b, SIL);
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        size_t count;
        const pacta_check *checks = verify(&b, stories[i].press, &count);
        describe(&out, checks, count);
        if (strcmp(out.bytes, stories[i].expected) == 0)
            continue;
        print_message("%s%s instead of %s", stories[i].press, out.bytes, stories[i].expected);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    buffer_free(&out);
    bench_close(&b);
}

/* Where each difference stands, in both texts. */
static void differences_have_their_spans(void **state) {
    (void)state;
    static const char press[] = LEAD
        "Article 2 of the treaty says: \"[E]ach Party must inform the other of works that may change the "
        "flow of the Sil, ... twelve full months before they begin.\"\n";
    static const struct {
        pacta_difference_kind kind;
        const char *press, *treaty;
    } expected[] = {{PACTA_BRACKETS, "[E]ach", "Each"},
                    {PACTA_REPLACED, "must", "shall"},
                    {PACTA_OMITTED, "", "any"},
                    {PACTA_ELISION, ", ... ", "at least"},
                    {PACTA_INSERTED, "full", ""}};
    bench b;
    size_t count;
    bench_open(&b);
    add_treaty(&b, SIL);
    const pacta_check *check = verify(&b, press, &count);
    assert_int_equal(count, 1);
    assert_int_equal(check->difference_count, sizeof expected / sizeof *expected);
    for (uint32_t i = 0; i < check->difference_count; i++) {
        const pacta_difference *difference = &check->differences[i];
        char *own = words_of(press, difference->press), *other = words_of(SIL, difference->treaty);
        assert_int_equal(difference->kind, expected[i].kind);
        assert_string_equal(own, expected[i].press);
        assert_string_equal(other, expected[i].treaty);
        free(own);
        free(other);
    }
    char *words = words_of(SIL, check->parts[0].treaty);
    assert_string_equal(words,
                        "Each Party shall inform the other of any works that may change the flow of the "
                        "Sil, at least twelve months before they begin");
    free(words);
    assert_int_equal(check->score, 1000 * check->score / 1000);
    assert_in_range(check->score, 800, 950);
    bench_close(&b);
}

/* A treaty set at 60 columns, with words broken at the ends of lines. */
static void wrapped_treaties(void **state) {
    (void)state;
    static const char treaty[] = "                      Article 7\n\n"
                                 "    The Commission shall publish an inventory of the navi-\n"
                                 "gational lights along the river, and shall have it revised\n"
                                 "every third year by a committee of five engineers who are\n"
                                 "named for that purpose by both sides. It shall send the in-\n"
                                 "ventory to the harbour masters without any delay.\n\n"
                                 "                      Article 8\n\n"
                                 "    The harbour masters shall keep the lights lit at night\n"
                                 "from the first of September to the last day of April, and\n"
                                 "whenever there is fog on the river or on the lake above it.\n";
    static const char press[] = "TARN - Article 7 of the treaty says: \"The Commission shall publish an "
                                "inventory of the navigational "
                                "lights along the river, and shall have it revised every third year.\"\n";
    bench b;
    size_t count;
    text_buffer out = {0};
    bench_open(&b);
    add_treaty(&b, treaty);
    const pacta_check *checks = verify(&b, press, &count);
    describe(&out, checks, count);
    assert_string_equal(out.bytes, "verbatim-but right art_7 hyphenation\n");
    buffer_free(&out);
    bench_close(&b);
}

/* ---- Several treaties -------------------------------------------------------------------- */

static void which_treaty_it_is(void **state) {
    (void)state;
    static const char press[] =
        "KORVIN - Article 1 of the Agreement on the Korvin Railway says: \"The Parties shall run six trains "
        "a "
        "day between Korvin and Tarn.\"\n\n"
        "Article 4 of the Treaty on the Waters of the Sil says: \"An armed attack on a lock of the Sil is an "
        "attack on both Parties.\"\n\n"
        "Article 1 of the Treaty on the Waters of the Sil says: \"The Parties shall not raise the fare "
        "without "
        "a common decision.\"\n";
    bench b;
    size_t count;
    bench_open(&b);
    add_treaty(&b, SIL);
    add_treaty(&b, RAIL);
    assert_int_equal(pacta_corpus_size(b.corpus), 2);
    pacta_treaty about;
    assert_int_equal(pacta_corpus_treaty(b.corpus, 1, &about), PACTA_OK);
    assert_string_equal(about.text, RAIL);
    assert_string_equal(about.instrument, "agreement-on-the-korvin-railway");
    assert_int_equal(pacta_corpus_treaty(b.corpus, 2, &about), PACTA_E_ARGUMENT);
    const pacta_check *checks = verify(&b, press, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(checks[i].part_count, 1);
        assert_int_equal(checks[i].parts[0].treaty_index, i != 1);
        assert_int_equal(checks[i].claim, i == 2 ? PACTA_CLAIM_WRONG : PACTA_CLAIM_RIGHT);
    }
    bench_close(&b);
}

/* What many treaties share is evidence of none of them. */
static void shared_words_are_no_evidence(void **state) {
    (void)state;
    static const char shared[] = "The keepers of the lamp shall meet in the painted hall at dusk.";
    text_buffer treaty = {0}, press = {0}, out = {0};
    bench b;
    bench_open(&b);
    for (int i = 0; i < 6; i++) {
        buffer_clear(&treaty);
        buffer_add(&treaty, "TREATY NUMBER %c\n\nArticle 1\n\n%s\n\nArticle 2\n\nThe %s island is neutral.\n",
                   'A' + i, shared,
                   i == 0   ? "northern"
                   : i == 1 ? "southern"
                            : "western");
        add_treaty(&b, treaty.bytes);
    }
    buffer_add(&press,
               "\"The keepers of the lamp shall meet in the rain, and so shall we,\" said Ana Ruiz.\n");
    size_t count;
    const pacta_check *checks = verify(&b, press.bytes, &count);
    describe(&out, checks, count);
    assert_string_equal(out.bytes, "not-found none\n");
    buffer_free(&treaty);
    buffer_free(&press);
    buffer_free(&out);
    bench_close(&b);
}

/* ---- Edges --------------------------------------------------------------------------------- */

static void wrong_arguments(void **state) {
    (void)state;
    bench b;
    pacta_error error;
    bench_open(&b);
    assert_int_equal(pacta_corpus_new(NULL, NULL, &b.corpus, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_corpus_new(builtin_rules(), NULL, NULL, &error), PACTA_E_ARGUMENT);
    pacta_corpus_options unset = {0};
    assert_int_equal(pacta_corpus_new(builtin_rules(), &unset, &b.corpus, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_corpus_add(b.corpus, NULL, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_corpus_add(NULL, b.document, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_corpus_seal(NULL, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_verification_new(NULL, NULL), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_comparison_new(NULL, NULL), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_verify(b.corpus, NULL, NULL, b.verification, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_verify(b.corpus, b.document, NULL, b.verification, &error), PACTA_E_ARGUMENT);
    assert_string_equal(error.message, "the corpus is not sealed");
    assert_int_equal(pacta_corpus_seal(b.corpus, &error), PACTA_OK);
    assert_int_equal(pacta_verify(b.corpus, b.document, NULL, b.verification, &error), PACTA_OK);
    size_t count = 1;
    assert_null(pacta_checks(b.verification, &count));
    assert_int_equal(count, 0);
    pacta_verify_options no_size = {0};
    assert_int_equal(pacta_verify(b.corpus, b.document, &no_size, b.verification, &error), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_compare(builtin_rules(), b.document, NULL, NULL, NULL), PACTA_E_ARGUMENT);
    pacta_corpus_free(NULL);
    pacta_verification_free(NULL);
    pacta_comparison_free(NULL);
    assert_string_equal(pacta_verdict_name((pacta_verdict)99), "unknown");
    bench_close(&b);
}

/* No treaty, or one without a word; a quotation without a word. */
static void nothing_to_compare(void **state) {
    (void)state;
    bench b;
    size_t count;
    bench_open(&b);
    assert_int_equal(pacta_corpus_seal(b.corpus, NULL), PACTA_OK);
    const pacta_check *check = verify(&b, "Article 1 says: \"The lamp is lit at dusk.\"\n", &count);
    assert_int_equal(count, 1);
    assert_int_equal(check->verdict, PACTA_NOT_FOUND);
    add_treaty(&b, "");
    add_treaty(&b, "...\n");
    check = verify(&b, "Article 1 says: \"The lamp is lit at dusk.\"\n", &count);
    assert_int_equal(check->verdict, PACTA_NOT_FOUND);
    verify(&b, "He said: \"...\" and \"?\" and \"[...]\".\n", &count);
    assert_int_equal(count, 0);
    bench_close(&b);
}

/* The same words over and over, on both sides. */
static void the_same_over_and_over(void **state) {
    (void)state;
    text_buffer treaty = {0}, press = {0};
    bench b;
    size_t count;
    bench_open(&b);
    buffer_add(&treaty, "Article 1\n\n");
    buffer_add(&press, "Article 1 of the treaty says: \"");
    for (int i = 0; i < 20000; i++)
        buffer_add(&treaty, "lamp oil ");
    for (int i = 0; i < 5000; i++)
        buffer_add(&press, i % 97 == 0 ? "lamp ... " : "lamp oil ");
    buffer_add(&press, "\"\n");
    add_treaty(&b, treaty.bytes);
    const pacta_check *checks = verify(&b, press.bytes, &count);
    assert_int_equal(count, 1);
    assert_true(checks[0].part_count > 0);
    buffer_free(&treaty);
    buffer_free(&press);
    bench_close(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generated_cases),
        cmocka_unit_test(stories_by_hand),
        cmocka_unit_test(differences_have_their_spans),
        cmocka_unit_test(wrapped_treaties),
        cmocka_unit_test(which_treaty_it_is),
        cmocka_unit_test(shared_words_are_no_evidence),
        cmocka_unit_test(wrong_arguments),
        cmocka_unit_test(nothing_to_compare),
        cmocka_unit_test(the_same_over_and_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
