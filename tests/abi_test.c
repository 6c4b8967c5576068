/* Programs that were compiled with another version of the header. */
#include "support.h"

/* The options as they were first published: these never change. */
typedef struct first_ruleset_options {
    size_t struct_size;
    const pacta_allocator *allocator;
    unsigned flags;
    const pacta_input *rules;
    size_t rule_count;
    const pacta_input *instruments;
    size_t instrument_count;
} first_ruleset_options;

typedef struct first_limits {
    size_t text_bytes;
    uint32_t records, match_limit, heap_kib, depth;
    size_t jit_stack;
} first_limits;

typedef struct first_extractor_options {
    size_t struct_size;
    const pacta_allocator *allocator;
    pacta_progress progress;
    void *progress_context;
    first_limits limits;
} first_extractor_options;

typedef struct first_text_options {
    size_t struct_size;
    const char *name;
    pacta_form form;
    const char *instrument;
    int keep_text;
} first_text_options;

#define SAME_PLACE(type, member)                                                                             \
    assert_int_equal(offsetof(first_##type, member), offsetof(pacta_##type, member))

static void options_grow_at_their_end_only(void **state) {
    (void)state;
    SAME_PLACE(ruleset_options, struct_size);
    SAME_PLACE(ruleset_options, allocator);
    SAME_PLACE(ruleset_options, flags);
    SAME_PLACE(ruleset_options, rules);
    SAME_PLACE(ruleset_options, rule_count);
    SAME_PLACE(ruleset_options, instruments);
    SAME_PLACE(ruleset_options, instrument_count);
    SAME_PLACE(limits, text_bytes);
    SAME_PLACE(limits, records);
    SAME_PLACE(limits, match_limit);
    SAME_PLACE(limits, heap_kib);
    SAME_PLACE(limits, depth);
    SAME_PLACE(limits, jit_stack);
    SAME_PLACE(extractor_options, struct_size);
    SAME_PLACE(extractor_options, allocator);
    SAME_PLACE(extractor_options, progress);
    SAME_PLACE(extractor_options, progress_context);
    SAME_PLACE(extractor_options, limits);
    SAME_PLACE(text_options, struct_size);
    SAME_PLACE(text_options, name);
    SAME_PLACE(text_options, form);
    SAME_PLACE(text_options, instrument);
    SAME_PLACE(text_options, keep_text);
}

enum { ALONE = PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS };

/* Members behind the size that is told are not read, and have their defaults. */
static void shorter_options(void **state) {
    (void)state;
    const void *const wild = (const void *)(uintptr_t)8;
    pacta_ruleset *rules = NULL;
    pacta_ruleset_options few = {.struct_size = offsetof(pacta_ruleset_options, rules),
                                 .flags = ALONE,
                                 .rules = wild,
                                 .rule_count = 7};
    assert_int_equal(pacta_ruleset_new(&few, &rules, NULL), PACTA_OK);
    assert_int_equal(pacta_ruleset_rule_count(rules), 0);

    pacta_extractor *extractor = NULL;
    pacta_extractor_options half = {.struct_size = offsetof(pacta_extractor_options, limits.records),
                                    .limits = {.text_bytes = 9, .records = 1, .depth = 1}};
    assert_int_equal(pacta_extractor_new(rules, &half, &extractor, NULL), PACTA_OK);

    pacta_document *document = NULL;
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    pacta_text_options name = {.struct_size = offsetof(pacta_text_options, form),
                               .name = "a text",
                               .form = (pacta_form)99,
                               .instrument = wild,
                               .keep_text = 1};
    assert_int_equal(pacta_extract(extractor, "one two", 7, &name, document, NULL), PACTA_OK);
    assert_string_equal(pacta_document_about(document).name, "a text");
    size_t count;
    pacta_tokens(document, &count);
    assert_true(count > 1); /* not limited */
    assert_int_equal(pacta_extract(extractor, "one two three", 13, &name, document, NULL), PACTA_E_TOO_LARGE);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(rules);
}

/* What a later version adds is not known, and ignored. */
static void longer_options(void **state) {
    (void)state;
    struct {
        pacta_ruleset_options known;
        char added[64];
    } rules_given;
    memset(&rules_given, 0xA5, sizeof rules_given);
    rules_given.known = (pacta_ruleset_options){.struct_size = sizeof rules_given, .flags = ALONE};
    pacta_ruleset *rules = NULL;
    assert_int_equal(pacta_ruleset_new(&rules_given.known, &rules, NULL), PACTA_OK);
    struct {
        pacta_extractor_options known;
        char added[64];
    } given;
    memset(&given, 0xA5, sizeof given);
    given.known = (pacta_extractor_options){.struct_size = sizeof given, .limits = {.text_bytes = 3}};
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    assert_int_equal(pacta_extractor_new(rules, &given.known, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    assert_int_equal(pacta_extract(extractor, "abc", 3, NULL, document, NULL), PACTA_OK);
    assert_int_equal(pacta_extract(extractor, "abcd", 4, NULL, document, NULL), PACTA_E_TOO_LARGE);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(rules);
}

static void assert_unset(int status, const pacta_error *error) {
    assert_int_equal(status, PACTA_E_ARGUMENT);
    assert_int_equal(error->status, PACTA_E_ARGUMENT);
    assert_non_null(strstr(error->message, "struct_size"));
}

static void a_size_that_is_not_set(void **state) {
    (void)state;
    pacta_error error;
    pacta_ruleset *rules = NULL;
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_ruleset_options no_rules = {.flags = ALONE};
    assert_unset(pacta_ruleset_new(&no_rules, &rules, &error), &error);
    assert_null(rules);
    pacta_extractor_options no_limits = {.limits = {.depth = 1}};
    assert_unset(pacta_extractor_new(builtin_rules(), &no_limits, &extractor, &error), &error);
    assert_null(extractor);
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    pacta_text_options no_name = {.name = "a text"};
    assert_unset(pacta_extract(extractor, "a", 1, &no_name, document, &error), &error);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
}

static void assert_argument(int status, const pacta_error *error) {
    assert_int_equal(status, PACTA_E_ARGUMENT);
    assert_int_equal(error->status, PACTA_E_ARGUMENT);
    assert_true(error->message[0] != '\0');
}

/* NULL where something is needed is told, and asks for nothing where it may stand. */
static void nothing_in_the_place_of_something(void **state) {
    (void)state;
    pacta_error error;
    pacta_extractor *extractor = NULL;
    pacta_ruleset_options alone = {.struct_size = sizeof alone, .flags = ALONE};
    assert_argument(pacta_ruleset_new(&alone, NULL, &error), &error);
    assert_argument(pacta_extractor_new(NULL, NULL, &extractor, &error), &error);
    assert_null(extractor);
    assert_argument(pacta_extractor_new(builtin_rules(), NULL, NULL, &error), &error);
    assert_argument(pacta_read("a", 1, NULL, &error), &error);
    assert_int_equal(pacta_read("a", 1, NULL, NULL), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_document_new(NULL, NULL), PACTA_E_ARGUMENT);

    size_t count = 1;
    assert_null(pacta_clauses(NULL, &count));
    assert_int_equal(count, 0);
    assert_null(pacta_document_text(NULL, &count));
    assert_int_equal(pacta_document_about(NULL).bytes, 0);
    pacta_position position = pacta_document_position(NULL, 7);
    assert_int_equal(position.line, 1);
    assert_int_equal(position.column, 1);
    pacta_document_free(NULL);
    pacta_extractor_free(NULL);
    pacta_ruleset_free(NULL);
}

/* What fails to be read leaves no document, and says why. */
static void a_text_that_cannot_be_read(void **state) {
    (void)state;
    pacta_error error;
    pacta_document *document = NULL;
    assert_int_equal(pacta_read("\xff", 1, &document, &error), PACTA_E_UTF8);
    assert_int_equal(error.status, PACTA_E_UTF8);
    assert_null(document);
}

/* A program can ask which library it came to run with. */
static void the_version_is_the_headers(void **state) {
    (void)state;
    char version[32];
    snprintf(version, sizeof version, "%d.%d.%d", PACTA_VERSION_MAJOR, PACTA_VERSION_MINOR,
             PACTA_VERSION_PATCH);
    assert_string_equal(version, PACTA_VERSION);
    assert_string_equal(pacta_version(), version);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_grow_at_their_end_only),
        cmocka_unit_test(shorter_options),
        cmocka_unit_test(longer_options),
        cmocka_unit_test(a_size_that_is_not_set),
        cmocka_unit_test(nothing_in_the_place_of_something),
        cmocka_unit_test(a_text_that_cannot_be_read),
        cmocka_unit_test(the_version_is_the_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
