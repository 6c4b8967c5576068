/* Rules from strangers: whatever a pack or table holds, making a ruleset ends
 * in an error that says where, or in rules that hit their limits. */
#include "check.h"
#include "dump.h"
#include "support.h"

enum { ALONE = PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS };

#define HEAD "pacta-rules 1\n"

typedef struct writing {
    char *text;
    size_t used, room;
} writing;

static void put(writing *w, const char *piece) {
    size_t size = strlen(piece);
    if (w->room - w->used < size + 1) {
        w->room = (w->used + size + 1) * 2;
        w->text = realloc(w->text, w->room);
        assert_non_null(w->text);
    }
    memcpy(w->text + w->used, piece, size + 1);
    w->used += size;
}

/* A piece again and again; `%zu` in it is the number of the time. */
static void repeat(writing *w, const char *piece, size_t times) {
    const char *number = strstr(piece, "%zu");
    char made[200];
    for (size_t i = 0; i < times; i++) {
        if (number == NULL)
            snprintf(made, sizeof made, "%s", piece);
        else
            snprintf(made, sizeof made, "%.*s%zu%s", (int)(number - piece), piece, i, number + 3);
        put(w, made);
    }
}

static int compile(const writing *pack, unsigned flags, pacta_ruleset **ruleset, pacta_error *error) {
    pacta_input input = {"test.rules", pack->text, pack->used};
    pacta_ruleset_options options = {
        .struct_size = sizeof options, .flags = flags, .rules = &input, .rule_count = 1};
    *ruleset = NULL;
    return pacta_ruleset_new(&options, ruleset, error);
}

static void assert_refused(writing *pack, const char *message) {
    pacta_ruleset *ruleset;
    pacta_error error;
    assert_int_equal(compile(pack, ALONE | PACTA_NO_JIT, &ruleset, &error), PACTA_E_RULES);
    assert_null(ruleset);
    if (strstr(error.message, message) == NULL)
        fail_msg("not '%s' but '%s'", message, error.message);
    assert_true(error.line > 0);
    free(pack->text);
}

/* ---- Too much of something ---------------------------------------------------- */

static void too_large_together(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD);
    repeat(&pack, "# sixteen bytes\n", (16 << 20) / 16);
    assert_refused(&pack, "larger than 16 MiB");
}

static void too_many_calls(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD);
    repeat(&pack, "define d%zu\n    x\n", 200);
    put(&pack, "rule r label\n    match\n");
    repeat(&pack, "        (?&d%zu)\n", 200);
    assert_refused(&pack, "too many definitions");
}

/* Each rule is small, what it calls is large. */
static void patterns_too_large_together(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD "define large\n");
    repeat(&pack, "    # fifty thousand bytes of nothing in each rule\n", 1000);
    put(&pack, "    x\n");
    repeat(&pack, "rule r%zu label\n    match (?&large)\n", 400);
    assert_refused(&pack, "too large together");
}

static void a_class_too_large_for_a_pattern(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD "words many\n");
    repeat(&pack, "    word-%zu\n", 20000);
    put(&pack, "rule r label\n    match (?&many)\n");
    assert_refused(&pack, "too large");
}

static void too_many_triggers(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD "words many\n");
    repeat(&pack, "    word-%zu\n", 20000);
    repeat(&pack, "rule r%zu label\n    on @many\n    match x\n", 60);
    assert_refused(&pack, "too many words begin rules");
}

static void too_many_rules_at_a_word(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD);
    repeat(&pack, "rule r%zu label\n    on here\n    match x\n", 1100);
    assert_refused(&pack, "too many rules begin with this word");
}

static void too_many_meanings_of_a_name(void **state) {
    (void)state;
    writing table = {0};
    put(&table, "id\ttitle_en\n");
    repeat(&table, "pact-%zu\tPact of Nowhere\n", 300);
    pacta_input input = {"test.tsv", table.text, table.used};
    pacta_ruleset_options options = {
        .struct_size = sizeof options, .flags = ALONE, .instruments = &input, .instrument_count = 1};
    pacta_ruleset *ruleset = NULL;
    pacta_error error;
    assert_int_equal(pacta_ruleset_new(&options, &ruleset, &error), PACTA_E_REGISTRY);
    assert_non_null(strstr(error.message, "too many instruments"));
    assert_int_equal(error.line, 202);
    free(table.text);
}

/* Many rules, definitions and rows are nothing wrong, and found by name. */
static void many_names(void **state) {
    (void)state;
    writing pack = {0};
    put(&pack, HEAD);
    repeat(&pack, "define d-%zu\n    x\n", 3000);
    repeat(&pack, "rule r%zu label\n    on w\n    match (?&d_17)\n", 1000);
    repeat(&pack, "override rule r%zu label\n    on w\n    match (?&d_18)\n", 900);
    repeat(&pack, "off r%zu\n", 990);
    pacta_ruleset *ruleset;
    pacta_error error;
    if (compile(&pack, ALONE | PACTA_NO_JIT, &ruleset, &error) != PACTA_OK)
        fail_msg("%u: %s", (unsigned)error.line, error.message);
    assert_int_equal(pacta_ruleset_rule_count(ruleset), 10);
    pacta_ruleset_free(ruleset);
    free(pack.text);
}

/* ---- Patterns that PCRE2 refuses ---------------------------------------------- */

static void patterns_refused(void **state) {
    (void)state;
    static const char *const patterns[] = {
        "a\\Cb",                             /* a byte of a character */
        "((((x{1000}){1000}){1000}){1000})", /* larger than can be */
        "(?<=(?R))x",                        /* a lookbehind of no length */
        "(?&r)",                             /* no definition */
    };
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        writing pack = {0};
        put(&pack, HEAD "rule r label\n    match ");
        put(&pack, patterns[i]);
        assert_refused(&pack, "");
    }
    writing deep = {0};
    put(&deep, HEAD "rule r label\n    match ");
    repeat(&deep, "(", 10000);
    repeat(&deep, ")", 10000);
    assert_refused(&deep, "nested");
}

/* ---- Patterns that are taken, and hit their limits ------------------------------ */

static const char TEXT[] = "Article 1\n\nThe word here stands in aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! "
                           "Article 4 of it, says here.\n\nArticle 2\n\nNobody shall here (((((((((((((((("
                           "(((((((((( say.\n";

/* The references that the built-in rules find in the text with a further rule. */
static char *references_with(const char *pattern, unsigned flags, int *status) {
    writing pack = {0};
    put(&pack, HEAD);
    if (pattern != NULL) {
        put(&pack, "rule hostile reference weak\n    on here article\n    priority 100\n    match ");
        put(&pack, pattern);
    }
    pacta_ruleset *ruleset;
    pacta_error error;
    if (compile(&pack, flags, &ruleset, &error) != PACTA_OK)
        fail_msg("%s: %s", pattern, error.message);
    free(pack.text);
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_extractor_options options = {.struct_size = sizeof options, .limits = {.match_limit = 20000}};
    assert_int_equal(pacta_extractor_new(ruleset, &options, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    *status = pacta_extract(extractor, TEXT, sizeof TEXT - 1, NULL, document, &error);
    assert_true(*status >= 0);
    const char *fault = check_document(document);
    if (fault != NULL)
        fail_msg("%s: %s", pattern, fault);
    size_t count;
    const pacta_diagnostic *diagnostics = pacta_diagnostics(document, &count);
    bool told = false;
    for (size_t i = 0; i < count; i++)
        told = told || (diagnostics[i].code == PACTA_D_MATCH_LIMIT &&
                        strstr(diagnostics[i].message, "hostile") != NULL);
    assert_int_equal(told, *status == PACTA_INCOMPLETE);
    char *found = dump_document(document, DUMP_REFERENCES | DUMP_PROVISIONS | DUMP_CLAUSES);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(ruleset);
    return found;
}

static void runaway_rules_lose_nothing(void **state) {
    (void)state;
    static const char *const patterns[] = {
        "here .* (?:a+)+ b", /* catastrophic */
        "(?s) here (?:.|(?:.*))* (?:.*.*.*.*)* \\d{9}",
        "(?: here (?R)? | (?:\\w|\\W)*? (?:\\w|\\W)*? (?:\\w|\\W)*? \\d{9} )",
        "here (?<number> (?: [^z] (?P>number)? )* ) z", /* recursion */
    };
    int status;
    for (unsigned jit = 0; jit < 2; jit++) {
        unsigned flags = jit ? 0 : PACTA_NO_JIT;
        char *whole = references_with(NULL, flags, &status);
        assert_int_equal(status, PACTA_OK);
        for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
            char *found = references_with(patterns[i], flags, &status);
            if (status != PACTA_INCOMPLETE)
                fail_msg("%s ends by itself, or nobody says that it does not", patterns[i]);
            assert_string_equal(found, whole);
            free(found);
        }
        free(whole);
    }
}

/* Odd patterns are odd, and no more. */
static void odd_patterns_do_no_harm(void **state) {
    (void)state;
    static const char *const patterns[] = {
        "here (?C1) (?C'a word')",
        "(?=.*(?<number>say))",
        "(?<=(?<number>e)\\s)here",
        "here .{0,9} \\K",
        "here (*ACCEPT) b",
        "(?=(?<number>here.{30}))",
        "(*COMMIT) (?<number>)",
        "(?| (?<number>here) | (?<number>a) )",
        "(?: (?=(?<number>..)) . )++",
        "(?(DEFINE)(?<number>here\\K)) (?=(?P>number))",
        "(?(DEFINE)(?<number>here..\\K)) (?=(?P>number)) (?P>number)",
    };
    int status;
    for (unsigned jit = 0; jit < 2; jit++)
        for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
            free(references_with(patterns[i], jit ? 0 : PACTA_NO_JIT, &status));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(too_large_together),
        cmocka_unit_test(too_many_calls),
        cmocka_unit_test(patterns_too_large_together),
        cmocka_unit_test(a_class_too_large_for_a_pattern),
        cmocka_unit_test(too_many_triggers),
        cmocka_unit_test(too_many_rules_at_a_word),
        cmocka_unit_test(too_many_meanings_of_a_name),
        cmocka_unit_test(many_names),
        cmocka_unit_test(patterns_refused),
        cmocka_unit_test(runaway_rules_lose_nothing),
        cmocka_unit_test(odd_patterns_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
