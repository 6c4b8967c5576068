/* Tables of instruments: what they take, where they point when they refuse, and
 * what a name then means. */
#include "support.h"

enum { ALONE = PACTA_NO_BUILTIN_INSTRUMENTS };

static int compile(const char *table, size_t size, pacta_ruleset **ruleset, pacta_error *error) {
    pacta_input input = {"test.tsv", table, size};
    pacta_ruleset_options options = {
        .struct_size = sizeof options, .flags = ALONE, .instruments = &input, .instrument_count = 1};
    *ruleset = NULL;
    return pacta_ruleset_new(&options, ruleset, error);
}

/* The instruments that a text names with a table: "words=id; ". */
static void assert_names(const char *table, const char *text, const char *wanted) {
    pacta_ruleset *ruleset;
    pacta_error error;
    if (compile(table, strlen(table), &ruleset, &error) != PACTA_OK)
        fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_PRESS};
    assert_int_equal(pacta_extractor_new(ruleset, NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    size_t count, ignored, used = 0;
    const pacta_mention *mentions = pacta_mentions(document, &count);
    const pacta_instrument *instruments = pacta_instruments(document, &ignored);
    char found[1000] = "";
    for (size_t i = 0; i < count; i++)
        used += (size_t)snprintf(found + used, sizeof found - used, "%.*s=%s; ",
                                 (int)(mentions[i].span.end - mentions[i].span.begin),
                                 text + mentions[i].span.begin, instruments[mentions[i].instrument].id);
    assert_string_equal(found, wanted);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(ruleset);
}

#define HEAD "id\ttitle_en\taliases\tholders\tbare\tnum_style\tmax_article\tiri\tkind\n"

static void names_mean_their_instrument(void **state) {
    (void)state;
    static const char table[] =
        HEAD "# a comment\n"
             "\n"
             "lake-1994\tPact on the Three Lakes\tLake Pact|TLP||Three Lakes Pact\tTLO\t\tplain"
             "\t12\thttps://example.org/lake\ttreaty\r\n"
             "sea-2001\tTreaty on the Quiet Sea\tSea Treaty\t\t\tdotted\t\t\t\n";
    assert_names(table, "The Pact on the Three Lakes was signed.", "Pact on the Three Lakes=lake-1994; ");
    assert_names(table, "The Lake Pact and the Sea Treaty were signed.",
                 "Lake Pact=lake-1994; Sea Treaty=sea-2001; ");
    assert_names(table, "The TLP was signed, no tlp.", "TLP=lake-1994; ");
    assert_names(table, "The Three Lakes  Pact was signed.", "Three Lakes  Pact=lake-1994; ");
    assert_names(table, "Nobody signed.", "");
}

/* What comes later replaces facts and adds names. */
static void rows_of_one_id(void **state) {
    (void)state;
    static const char table[] = "id\ttitle_en\taliases\n"
                                "lake\tPact on the Three Lakes\tLake Pact\n"
                                "lake\tPact on the Four Lakes\tGreat Pact\n";
    pacta_ruleset *ruleset;
    pacta_error error;
    assert_int_equal(compile(table, sizeof table - 1, &ruleset, &error), PACTA_OK);
    pacta_ruleset_free(ruleset);
    assert_names(table, "The Lake Pact was signed.", "Lake Pact=lake; ");
    assert_names(table, "The Great Pact was signed.", "Great Pact=lake; ");
}

/* Columns in any order, more than are known, fewer than the header has. */
static void columns(void **state) {
    (void)state;
    assert_names("notes\taliases\ttitle_en\tid\nnone\tLake Pact\tPact on the Three Lakes\tlake\n",
                 "The Lake Pact was signed.", "Lake Pact=lake; ");
    assert_names("id\ttitle_en\taliases\nlake\tPact on the Three Lakes\n",
                 "The Pact on the Three Lakes was signed.", "Pact on the Three Lakes=lake; ");
    assert_names("\xEF\xBB\xBFid\ttitle_en\nlake\tPact on the Three Lakes",
                 "The Pact on the Three Lakes was signed.", "Pact on the Three Lakes=lake; ");
}

/* Two instruments of one name: the text must say more. */
static void names_of_several(void **state) {
    (void)state;
    static const char table[] = "id\ttitle_en\taliases\n"
                                "a\tPact on the Three Lakes\tLake Pact\n"
                                "b\tPact on the Four Lakes\tLake Pact\n";
    assert_names(table, "The Pact on the Four Lakes was signed.", "Pact on the Four Lakes=b; ");
}

static void tables_refused(void **state) {
    (void)state;
    static const struct {
        const char *table;
        unsigned line, column;
        const char *message;
    } rows[] = {
        {"name\ttitle\nlake\tLake Pact\n", 1, 1, "must name the columns"},
        {"# first\nid\n", 2, 1, "must name the columns"},
        {"id\ttitle_en\n\tLake Pact\n", 2, 1, "needs an id"},
        {"id\ttitle_en\nlake\n", 2, 1, "needs an id"},
        {"id\ttitle_en\tmax_article\nlake\tLake Pact\t1x\n", 2, 16, "whole number"},
        {"id\ttitle_en\tmax_article\nlake\tLake Pact\t99999999\n", 2, 16, "whole number"},
        {"id\ttitle_en\nlake\tL\xC3\xA4ke \xFF\n", 2, 11, "not UTF-8"},
        {"id\ttitle_en\nlake\tincomprehensibilitiesincomprehensibilitiesincomprehensibilities\n", 2, 6,
         "too long"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pacta_ruleset *ruleset;
        pacta_error error;
        assert_int_equal(compile(rows[i].table, strlen(rows[i].table), &ruleset, &error), PACTA_E_REGISTRY);
        assert_null(ruleset);
        assert_int_equal(error.line, rows[i].line);
        assert_int_equal(error.column, rows[i].column);
        assert_string_equal(error.source, "test.tsv");
        assert_non_null(strstr(error.message, rows[i].message));
    }
    pacta_ruleset *ruleset;
    pacta_error error;
    char words[2000] = "id\ttitle_en\nlake\t";
    for (int i = 0; i < 120; i++)
        strcat(words, "of the ");
    assert_int_equal(compile(words, strlen(words), &ruleset, &error), PACTA_E_REGISTRY);
    pacta_input missing = {"/nowhere/nothing.tsv", NULL, 0};
    pacta_ruleset_options options = {
        .struct_size = sizeof options, .flags = ALONE, .instruments = &missing, .instrument_count = 1};
    assert_int_equal(pacta_ruleset_new(&options, &ruleset, &error), PACTA_E_IO);
    assert_string_equal(error.source, "/nowhere/nothing.tsv");
}

/* Sixty thousand names of one beginning, and no time lost. */
static void large_tables(void **state) {
    (void)state;
    enum { ROWS = 20000 };
    char *table = malloc(ROWS * 80);
    assert_non_null(table);
    size_t used = (size_t)sprintf(table, "id\ttitle_en\taliases\n");
    for (int i = 0; i < ROWS; i++)
        used += (size_t)sprintf(table + used, "pact-%d\tPact of Place%d\tPlace%d Pact|P%dP\n", i, i, i, i);
    pacta_ruleset *ruleset;
    pacta_error error;
    assert_int_equal(compile(table, used, &ruleset, &error), PACTA_OK);
    pacta_ruleset_free(ruleset);
    free(table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_mean_their_instrument),
        cmocka_unit_test(rows_of_one_id),
        cmocka_unit_test(columns),
        cmocka_unit_test(names_of_several),
        cmocka_unit_test(tables_refused),
        cmocka_unit_test(large_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
