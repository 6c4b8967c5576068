/* Memory that runs out under a corpus, a verification, a comparison: each
 * allocation fails in turn. Every time there is a status, nothing leaks, and
 * what works again is whole. */
#include "pacta/verify.h"
#include "support.h"

static const char OLD[] =
    "TREATY ON THE LAMPS\n\nArticle 1\nLamps\n\nThe Parties shall keep the lamps of the harbour lit from "
    "dusk to "
    "dawn, and shall honour the keepers.\n\nArticle 2\n\n1. No Party shall put out a lamp of the other.\n\n"
    "2. The oil is shared by halves, and counted twice a year.\n\nArticle 3\n\nThis Treaty shall enter into "
    "force on the first of May.\n";

static const char NEW[] =
    "TREATY ON THE LAMPS\n\nArticle 1\nLamps and bells\n\nThe Parties shall keep the lamps of the harbour "
    "lit "
    "from dusk to dawn, and must honour the keepers.\n\nArticle 2\n\nThe bells are rung in fog.\n\nArticle "
    "3\n\n"
    "1. The oil is shared by halves, and counted twice a year.\n\n2. No Party shall put out a lamp of the "
    "other.\n";

static const char PRESS[] = "KORVIN - Article 1 of the Treaty on the Lamps says: \"The Parties shall keep "
                            "the lamps ... lit from [early] "
                            "dusk to dawn, and must honor the keepers.\"\n\nArticle 3 of the treaty says: "
                            "\"No Party shall put out a lamp "
                            "of the other and counted twice a year, as everybody knows.\"\n\n\"The harbour's "
                            "keepers of lamps are lit,\" "
                            "said Ana Ruiz. \"We share the oil.\"\n\nUnder Article 2 of the treaty, the "
                            "parties must share oil by halves "
                            "and count it.\n";

static pacta_document *extract(const char *text, pacta_form form) {
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    pacta_extractor_free(extractor);
    return document;
}

static void assert_memory_out(int status, const pacta_error *error) {
    assert_int_equal(status, PACTA_E_MEMORY);
    assert_int_equal(error->status, PACTA_E_MEMORY);
    assert_true(error->message[0] != '\0');
}

static pacta_corpus *make_corpus(const pacta_document *treaty) {
    pacta_corpus *corpus = NULL;
    assert_int_equal(pacta_corpus_new(builtin_rules(), NULL, &corpus, NULL), PACTA_OK);
    assert_int_equal(pacta_corpus_add(corpus, treaty, NULL), PACTA_OK);
    assert_int_equal(pacta_corpus_seal(corpus, NULL), PACTA_OK);
    return corpus;
}

/* Both treaties into a corpus; true if nothing failed. What failed once is
 * tried again with memory back, and must then be as if nothing had been. */
static bool fill_corpus(size_t fail_at, bool after, pacta_document *const *treaties) {
    ledger book = {.fail_at = fail_at, .fail_after = after};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_corpus_options options = {.struct_size = sizeof options, .allocator = &memory};
    pacta_corpus *const untouched = (pacta_corpus *)&book;
    pacta_corpus *corpus = untouched;
    pacta_error error;
    bool good = true;
    int status = pacta_corpus_new(builtin_rules(), &options, &corpus, &error);
    if (status != PACTA_OK) {
        assert_memory_out(status, &error);
        assert_ptr_equal(corpus, untouched);
        assert_settled(&book);
        return false;
    }
    for (int i = 0; i < 2; i++) {
        if ((status = pacta_corpus_add(corpus, treaties[i], &error)) == PACTA_OK)
            continue;
        good = false;
        assert_memory_out(status, &error);
        assert_int_equal(pacta_corpus_size(corpus), i);
        book.fail_at = 0;
        assert_int_equal(pacta_corpus_add(corpus, treaties[i], &error), PACTA_OK);
    }
    if ((status = pacta_corpus_seal(corpus, &error)) != PACTA_OK) {
        good = false;
        assert_memory_out(status, &error);
        book.fail_at = 0;
        assert_int_equal(pacta_corpus_seal(corpus, &error), PACTA_OK);
    }
    assert_int_equal(pacta_corpus_size(corpus), 2);
    pacta_corpus_free(corpus);
    assert_settled(&book);
    return good && (fail_at == 0 || book.calls < fail_at);
}

static void corpora(void **state) {
    (void)state;
    pacta_document *treaties[] = {extract(OLD, PACTA_FORM_TREATY), extract(NEW, PACTA_FORM_TREATY)};
    for (int after = 0; after < 2; after++) {
        size_t fail_at = 1;
        while (!fill_corpus(fail_at, after != 0, treaties))
            fail_at++;
        assert_true(fail_at > 20);
    }
    pacta_document_free(treaties[0]);
    pacta_document_free(treaties[1]);
}

static unsigned sum_of(const pacta_verification *verification) {
    size_t count;
    const pacta_check *checks = pacta_checks(verification, &count);
    unsigned sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum = sum * 31 + (unsigned)checks[i].verdict * 7 + checks[i].score + checks[i].kinds;
        for (uint32_t d = 0; d < checks[i].difference_count; d++)
            sum = sum * 31 + checks[i].differences[d].press.begin + checks[i].differences[d].treaty.end;
    }
    return sum;
}

static void verifications(void **state) {
    (void)state;
    pacta_document *treaty = extract(OLD, PACTA_FORM_TREATY), *press = extract(PRESS, PACTA_FORM_PRESS);
    pacta_corpus *corpus = make_corpus(treaty);
    pacta_verification *whole = NULL;
    assert_int_equal(pacta_verification_new(NULL, &whole), PACTA_OK);
    assert_int_equal(pacta_verify(corpus, press, NULL, whole, NULL), PACTA_OK);
    unsigned expected = sum_of(whole);
    for (int after = 0; after < 2; after++) {
        size_t fail_at = 0;
        for (bool worked = false; !worked;) {
            ledger book = {.fail_at = ++fail_at, .fail_after = after != 0};
            pacta_allocator memory = ledger_allocator(&book);
            pacta_verification *verification = NULL;
            pacta_error error;
            if (pacta_verification_new(&memory, &verification) != PACTA_OK) {
                assert_null(verification);
                assert_settled(&book);
                continue;
            }
            int status = pacta_verify(corpus, press, NULL, verification, &error);
            worked = book.calls < fail_at;
            size_t count = 1;
            if (worked) {
                assert_int_equal(status, PACTA_OK);
            } else {
                assert_memory_out(status, &error);
                assert_null(pacta_checks(verification, &count));
            }
            book.fail_at = 0;
            assert_int_equal(pacta_verify(corpus, press, NULL, verification, NULL), PACTA_OK);
            assert_int_equal(sum_of(verification), expected);
            size_t calls = book.calls; /* a warm one asks for nothing */
            assert_int_equal(pacta_verify(corpus, press, NULL, verification, NULL), PACTA_OK);
            assert_int_equal(book.calls, calls);
            pacta_verification_free(verification);
            assert_settled(&book);
        }
        assert_true(fail_at > 15);
    }
    pacta_verification_free(whole);
    pacta_corpus_free(corpus);
    pacta_document_free(treaty);
    pacta_document_free(press);
}

static size_t count_changes(const pacta_comparison *comparison) {
    size_t count;
    pacta_changes(comparison, &count);
    return count;
}

static void comparisons(void **state) {
    (void)state;
    pacta_document *olds = extract(OLD, PACTA_FORM_TREATY), *news = extract(NEW, PACTA_FORM_TREATY);
    for (int after = 0; after < 2; after++) {
        size_t fail_at = 0, expected = 0;
        for (bool worked = false; !worked;) {
            ledger book = {.fail_at = ++fail_at, .fail_after = after != 0};
            pacta_allocator memory = ledger_allocator(&book);
            pacta_comparison *comparison = NULL;
            pacta_error error;
            if (pacta_comparison_new(&memory, &comparison) != PACTA_OK) {
                assert_settled(&book);
                continue;
            }
            int status = pacta_compare(builtin_rules(), olds, news, comparison, &error);
            worked = book.calls < fail_at;
            if (worked) {
                assert_int_equal(status, PACTA_OK);
            } else {
                assert_memory_out(status, &error);
                assert_int_equal(count_changes(comparison), 0);
            }
            book.fail_at = 0;
            assert_int_equal(pacta_compare(builtin_rules(), olds, news, comparison, NULL), PACTA_OK);
            expected = expected == 0 ? count_changes(comparison) : expected;
            assert_int_equal(count_changes(comparison), expected);
            pacta_comparison_free(comparison);
            assert_settled(&book);
        }
        assert_true(fail_at > 30);
    }
    pacta_document_free(olds);
    pacta_document_free(news);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corpora),
        cmocka_unit_test(verifications),
        cmocka_unit_test(comparisons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
