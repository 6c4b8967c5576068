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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generated_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
