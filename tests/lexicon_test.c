/* The lexicon: words found whatever their case. */
#include "rules/lexicon.h"
#include "support.h"

static uint32_t add(pacta_lexicon *lexicon, const pacta_allocator *memory, const char *word) {
    return pacta_lexicon_add(lexicon, memory, word, strlen(word));
}

static uint32_t find(const pacta_lexicon *lexicon, const char *word) {
    return pacta_lexicon_find(lexicon, word, strlen(word));
}

static void words_are_found_in_any_case(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_lexicon lexicon;
    assert_true(pacta_lexicon_init(&lexicon, &memory));
    uint32_t article = add(&lexicon, &memory, "Article");
    assert_int_not_equal(article, 0);
    assert_int_equal(add(&lexicon, &memory, "ARTICLE"), article);
    assert_int_equal(find(&lexicon, "article"), article);
    assert_int_equal(find(&lexicon, "Articles"), 0);
    assert_int_equal(find(&lexicon, ""), 0);
    assert_int_equal(add(&lexicon, &memory, ""), 0);
    uint32_t cyrillic = add(&lexicon, &memory, "\xD0\xA1\xD1\x82\xD0\xB0\xD1\x82\xD1\x8C\xD1\x8F");
    assert_int_equal(find(&lexicon, "\xD0\xA1\xD0\xA2\xD0\x90\xD0\xA2\xD0\xAC\xD0\xAF"), cyrillic);
    uint32_t curly = add(&lexicon, &memory, "party\xE2\x80\x99s");
    assert_int_equal(find(&lexicon, "Party's"), curly);
    assert_int_equal(find(&lexicon, "art\xC2\xAD"
                                    "icle"),
                     article); /* a soft hyphen prints as nothing */
    pacta_lexicon_free(&lexicon, &memory);
    assert_settled(&book);
}

static void many_words(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_lexicon lexicon;
    assert_true(pacta_lexicon_init(&lexicon, &memory));
    static uint32_t indices[20000];
    char word[32];
    for (int i = 0; i < 20000; i++) {
        snprintf(word, sizeof word, "Word%d", i * 7);
        indices[i] = add(&lexicon, &memory, word);
        assert_int_not_equal(indices[i], 0);
    }
    for (int i = 0; i < 20000; i++) {
        snprintf(word, sizeof word, "wORD%d", i * 7);
        assert_int_equal(find(&lexicon, word), indices[i]);
        snprintf(word, sizeof word, "other%d", i);
        assert_int_equal(find(&lexicon, word), 0);
    }
    pacta_lexicon_free(&lexicon, &memory);
    assert_settled(&book);
}

static void words_too_long(void **state) {
    (void)state;
    pacta_allocator memory = pacta_memory(NULL);
    pacta_lexicon lexicon;
    assert_true(pacta_lexicon_init(&lexicon, &memory));
    char word[200];
    memset(word, 'a', sizeof word);
    for (size_t length = 1; length < sizeof word; length++) {
        uint32_t added = pacta_lexicon_add(&lexicon, &memory, word, length);
        assert_int_equal(pacta_lexicon_find(&lexicon, word, length), added);
        if (length <= 40)
            assert_int_not_equal(added, 0);
    }
    pacta_lexicon_free(&lexicon, &memory);
}

static void classes(void **state) {
    (void)state;
    pacta_lexeme lexeme = {0};
    for (unsigned class = 0; class < CLASS_LIMIT; class ++) {
        assert_false(pacta_lexeme_is(&lexeme, class));
        lexeme.classes[class / 64] |= UINT64_C(1) << (class % 64);
        assert_true(pacta_lexeme_is(&lexeme, class));
    }
}

/* Every allocation fails once; the lexicon stays whole. */
static void memory_out(void **state) {
    (void)state;
    for (size_t fail_at = 1;; fail_at++) {
        ledger book = {.fail_at = fail_at};
        pacta_allocator memory = ledger_allocator(&book);
        pacta_lexicon lexicon;
        bool failed = !pacta_lexicon_init(&lexicon, &memory);
        for (int i = 0; !failed && i < 6000; i++) {
            char word[32];
            snprintf(word, sizeof word, "w%d", i);
            uint32_t index = add(&lexicon, &memory, word);
            if (index == 0) {
                failed = true;
                assert_int_equal(find(&lexicon, word), 0);
                assert_int_equal(find(&lexicon, "w0"), i > 0 ? 1 : 0);
                assert_int_not_equal(add(&lexicon, &memory, word), 0);
            }
        }
        pacta_lexicon_free(&lexicon, &memory);
        assert_settled(&book);
        if (!failed)
            break;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_in_any_case),
        cmocka_unit_test(many_words),
        cmocka_unit_test(words_too_long),
        cmocka_unit_test(classes),
        cmocka_unit_test(memory_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
