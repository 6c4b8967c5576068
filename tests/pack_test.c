/* The reader of rule packs: what it takes, and where exactly it points when it
 * refuses. */
#include "rules/pack.h"
#include "rules/ruleset.h"
#include "support.h"
#include <sys/stat.h>
#include <unistd.h>

enum { ALONE = PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS };

static int compile(const char *name, const char *data, size_t size, unsigned flags, pacta_ruleset **ruleset,
                   pacta_error *error) {
    pacta_input pack = {name, data, size};
    pacta_ruleset_options options = {
        .struct_size = sizeof options, .flags = flags, .rules = &pack, .rule_count = 1};
    *ruleset = NULL;
    return pacta_ruleset_new(&options, ruleset, error);
}

static pacta_ruleset *compile_well(const char *text) {
    pacta_ruleset *ruleset;
    pacta_error error;
    if (compile("test.rules", text, strlen(text), ALONE, &ruleset, &error) != PACTA_OK)
        fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
    return ruleset;
}

/* ---- What is refused --------------------------------------------------------- */

typedef struct refusal {
    const char *pack; /* '@' marks the place that the error points at */
    const char *rule; /* that it names */
    const char *message;
} refusal;

/* `@` as such is written `\1` there. */
#define HEAD "pacta-rules 1\n"

static const refusal REFUSALS[] = {
    {"@", "", "begins with 'pacta-rules 1'"},
    {"# nothing\n@\n", "", "begins with 'pacta-rules 1'"},
    {"@words number one\n", "", "begins with 'pacta-rules 1'"},
    {"@pacta-rules 2\n", "", "version 1"},
    {"pacta-rules @one\n", "", "whole number"},
    {"pacta-rules @\n", "", "whole number"},
    {HEAD "@wrods number one\n", "", "unknown statement"},
    {HEAD "@  words number one\n", "", "indented"},
    {HEAD "override @words number one\n", "", "only 'rule' and 'define'"},
    {HEAD "words num@/ber one\n", "", "letters"},
    {HEAD "words@\n", "", "a name is missing"},
    {HEAD "words number one=@1x\n", "", "whole number"},
    {HEAD "words number one=@99999\n", "", "whole number"},
    {HEAD "words number\n    one two\n    three=@x\n", "", "whole number"},
    {HEAD "words number @incomprehensibilitiesincomprehensibilitiesincomprehensibilities\n", "", "too long"},
    {HEAD "unit article art @chapter 40\n    article\n", "", "level"},
    {HEAD "unit article art article @forty\n    article\n", "", "whole number"},
    {HEAD "unit article art article 40 @x\n    article\n", "", "nothing more"},
    {HEAD "language@\n", "", "a name is missing"},
    {HEAD "language en @fr\n", "", "nothing more"},
    {HEAD "@off nobody\n", "", "no rule of this name"},
    {HEAD "@include nothing.rules\n", "", "no embedded pack"},
    {HEAD "include ..@/nothing.rules\n", "", "letters"},
    {HEAD "define pa@!r\n    x\n", "", "letters"},
    {HEAD "@define pair\nwords number one\n", "", "pattern is missing"},
    {HEAD "define pair\n    x\n@define pair\n    y\n", "", "defined already"},
    {HEAD "@override define pair\n    x\n", "", "nothing of this name"},
    {HEAD "rule one @lable\n    on x\n    match y\n", "one", "no such kind"},
    {HEAD "rule one reference @counted\n    on x\n    match y\n", "one", "numbered"},
    {HEAD "rule one reference@\n    on x\n    match y\n", "one", "a name is missing"},
    {HEAD "rule one label @x\n    on x\n    match y\n", "one", "nothing more"},
    {HEAD "@rule one label\n    on x\n", "one", "no 'match'"},
    {HEAD "@rule one label\nwords number one\n", "one", "no 'match'"},
    {HEAD "rule one label\n    on x\n    @mach y\n", "one", "a rule has lines"},
    {HEAD "rule one label\n    on x\n    priority @high\n    match y\n", "one", "whole number"},
    {HEAD "rule one label\n    match x\n@rule one label\n    match y\n", "one", "override rule"},
    {HEAD "@override rule one label\n    match y\n", "one", "no rule of this name"},
    {HEAD "rule one label\n    on \1nobody\n    match y\n", "one", "no class"},
    {HEAD "rule one label\n    on x \1unit/storey\n    match y\n", "one", "level"},
    {HEAD "rule one label\n    on x\n    match a @(?&nobody)\n", "one", "there is not"},
    {HEAD "define pair\n    a @(?&nobody)\nrule one label\n    on x\n    match (?&pair)\n", "one",
     "there is not"},
    /* PCRE2's own words, at its own place */
    {HEAD "rule one label\n    on x\n    match a(b@\n", "one", "missing closing parenthesis"},
    {HEAD "rule one label\n    on x\n    match\n        a\n        [b@\n", "one", "missing terminating ]"},
    {HEAD "rule one label\n    on x\n    match a{3,2@}\n", "one", "out of order"},
    {HEAD "rule one label\n    on x\n    match \xC3\xA9\xE6\x9D\xA1 *+@*\n", "one", "quantifier"},
    {HEAD "define pair\n    [0-9]{1,2}\ndefine bad\n    x\n    @(?<=a+) y\nrule one label\n    on x\n"
          "    match (?&pair)(?&bad)\n",
     "one", "lookbehind"},
    {HEAD "rule one label\n    on x\n    match @(?<storey>y)\n", "one", "no group"},
};

/* The pack without its mark, and where that stood. */
static size_t unmark(const char *marked, char *pack) {
    size_t place = 0, used = 0;
    for (const char *p = marked; *p != '\0'; p++) {
        if (*p == '@')
            place = used;
        else
            pack[used++] = *p == '\1' ? '@' : *p;
    }
    pack[used] = '\0';
    return place;
}

static void place_of(const char *text, size_t offset, uint32_t *line, uint32_t *column) {
    *line = *column = 1;
    for (size_t i = 0; i < offset; i++) {
        *column += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (text[i] == '\n') {
            ++*line;
            *column = 1;
        }
    }
}

static void refusals_point_at_their_place(void **state) {
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof REFUSALS / sizeof *REFUSALS; i++) {
        const refusal *r = &REFUSALS[i];
        char pack[1024];
        bool marked = strchr(r->pack, '@') != NULL;
        size_t place = unmark(r->pack, pack);
        uint32_t line, column;
        place_of(pack, place, &line, &column);
        pacta_ruleset *ruleset;
        pacta_error error;
        int status = compile("test.rules", pack, strlen(pack), ALONE, &ruleset, &error);
        bool right = status == PACTA_E_RULES && ruleset == NULL &&
                     (!marked || (error.offset == place && error.line == line && error.column == column)) &&
                     strcmp(error.source, "test.rules") == 0 && strcmp(error.rule, r->rule) == 0 &&
                     (r->message == NULL || strstr(error.message, r->message) != NULL);
        if (right)
            continue;
        wrong++;
        print_error("pack %zu: wanted %u:%u '%s' %s\n       got %s:%u:%u '%s' %s (%d)\n%s\n", i,
                    (unsigned)line, (unsigned)column, r->rule, r->message == NULL ? "" : r->message,
                    error.source, (unsigned)error.line, (unsigned)error.column, error.rule, error.message,
                    status, pack);
        pacta_ruleset_free(ruleset);
    }
    assert_int_equal(wrong, 0);
}

static void a_pack_that_is_not_utf8(void **state) {
    (void)state;
    static const char pack[] = HEAD "words number on\xFF"
                                    "e\n";
    pacta_ruleset *ruleset;
    pacta_error error;
    assert_int_equal(compile("test.rules", pack, sizeof pack - 1, ALONE, &ruleset, &error), PACTA_E_RULES);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 16);
    assert_non_null(strstr(error.message, "UTF-8"));
}

/* The built-in rules leave room for a pack's own. */
static void adds_to_built_in_rules(void **state) {
    (void)state;
    static char pack[1 << 16];
    pacta_ruleset *ruleset;
    pacta_error error;
    size_t used = (size_t)snprintf(pack, sizeof pack, HEAD);
    for (int i = 0; i < 40; i++)
        used += (size_t)snprintf(pack + used, sizeof pack - used,
                                 "words own-%d verst%d\nunit own-%d o%d article 40\n    zug%d\n"
                                 "rule own-%d condition condition\n    on @own-%d\n    next lamp%d\n"
                                 "    match (?<cue>(?&own_%d))\n",
                                 i, i, i, i, i, i, i, i, i);
    if (compile("own.rules", pack, used, 0, &ruleset, &error) != PACTA_OK)
        fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
    pacta_ruleset_free(ruleset);
}

static void too_many(void **state) {
    (void)state;
    static char pack[1 << 20];
    pacta_ruleset *ruleset;
    pacta_error error;
    size_t used = (size_t)snprintf(pack, sizeof pack, HEAD);
    for (int i = 0; i < 300; i++) /* classes */
        used += (size_t)snprintf(pack + used, sizeof pack - used, "words class-%d x\n", i);
    assert_int_equal(compile("test.rules", pack, used, ALONE, &ruleset, &error), PACTA_E_RULES);
    assert_non_null(strstr(error.message, "too many classes"));
    used = (size_t)snprintf(pack, sizeof pack, HEAD);
    for (int i = 0; i < 300; i++) /* units */
        used += (size_t)snprintf(pack + used, sizeof pack - used, "unit u%d u article 4\n    u%d\n", i, i);
    assert_int_equal(compile("test.rules", pack, used, ALONE, &ruleset, &error), PACTA_E_RULES);
    assert_non_null(strstr(error.message, "too many units"));
    used = (size_t)snprintf(pack, sizeof pack, HEAD "rule one label\n    match ");
    memset(pack + used, 'a', 100000); /* one pattern */
    assert_int_equal(compile("test.rules", pack, used + 100000, ALONE, &ruleset, &error), PACTA_E_RULES);
    assert_string_equal(error.rule, "one");
    assert_non_null(strstr(error.message, "too large"));
}

/* ---- What is taken ------------------------------------------------------------- */

static void statements_make_what_they_say(void **state) {
    (void)state;
    pacta_ruleset *ruleset = compile_well(HEAD "# a comment\n"
                                               "language xx\n"
                                               "words number-word one=1 two=2 # not a word\n"
                                               "    last=-1\n"
                                               "\n"
                                               "    # nor this\n"
                                               "    equals= =sign\n"
                                               "unit article art article 40\n"
                                               "    Article art | articles\n"
                                               "define pair\n"
                                               "    [0-9]{2}   # two\n"
                                               "rule first topic some-topic\n"
                                               "    on one @unit\n"
                                               "    priority -5\n"
                                               "    match (?&pair) \\ (?&number_word)\n"
                                               "rule second label\n"
                                               "    on S/ s\n"
                                               "    next @number-word 1 ,\n"
                                               "    match x\n"
                                               "rule third label\n"
                                               "    match y\n"
                                               "off third\n");
    (void)ruleset;
    pacta_ruleset_free(ruleset);
}

static void rules_can_be_listed(void **state) {
    (void)state;
    pacta_ruleset *ruleset = compile_well(HEAD "rule first topic some-topic\n"
                                               "    on one\n"
                                               "    priority -5\n"
                                               "    match ab\n"
                                               "rule second label\n"
                                               "    match abc\n"
                                               "rule third label\n"
                                               "    match y\n"
                                               "override rule second label\n"
                                               "    match abcd\n"
                                               "off third\n");
    assert_int_equal(pacta_ruleset_rule_count(ruleset), 2);
    pacta_rule_info info;
    assert_int_equal(pacta_ruleset_rule(ruleset, 0, &info), PACTA_OK);
    assert_string_equal(info.name, "first");
    assert_string_equal(info.kind, "topic");
    assert_string_equal(info.pack, "test.rules");
    assert_int_equal(info.line, 2);
    assert_int_equal(info.priority, -5);
    assert_int_equal(info.pattern, 2);
    assert_int_equal(pacta_ruleset_rule(ruleset, 1, &info), PACTA_OK);
    assert_string_equal(info.name, "second");
    assert_int_equal(info.line, 10);
    assert_int_equal(info.pattern, 4);
    assert_int_equal(pacta_ruleset_rule(ruleset, 2, &info), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_ruleset_rule(ruleset, 0, NULL), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_ruleset_rule(NULL, 0, &info), PACTA_E_ARGUMENT);
    assert_int_equal(pacta_ruleset_rule_count(NULL), 0);
    pacta_ruleset_free(ruleset);
}

static void line_ends_and_marks_do_not_matter(void **state) {
    (void)state;
    static const char *const packs[] = {
        HEAD "words number\r\n    one=1\r\n    two=2\r\nrule a label\r\n    on x\r\n    match y\r\n",
        "\xEF\xBB\xBF" HEAD "rule a label\n    on x\n    match y",
        "\n\n# first\n" HEAD "rule a label\n\ton x\n\tmatch\n\t\ty",
    };
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        pacta_ruleset *ruleset = compile_well(packs[i]);
        assert_int_equal(pacta_ruleset_rule_count(ruleset), 1);
        pacta_ruleset_free(ruleset);
    }
}

static void words_have_classes_values_and_units(void **state) {
    (void)state;
    pacta_ruleset *set = compile_well(HEAD "words numeral one=1 Two=2\n"
                                           "words ordinal last=-1 one\n"
                                           "unit article art article 40\n    article | articles\n");
    const pacta_lexeme *lexemes = set->lexicon.lexemes.items;
    const pacta_lexeme *one = &lexemes[pacta_lexicon_find(&set->lexicon, "ONE", 3)];
    const pacta_lexeme *two = &lexemes[pacta_lexicon_find(&set->lexicon, "two", 3)];
    const pacta_lexeme *last = &lexemes[pacta_lexicon_find(&set->lexicon, "last", 4)];
    const pacta_lexeme *articles = &lexemes[pacta_lexicon_find(&set->lexicon, "Articles", 8)];
    assert_int_equal(one->value, 1);
    assert_true(pacta_lexeme_is(one, CLASS_NUMERAL) && pacta_lexeme_is(one, CLASS_ORDINAL));
    assert_int_equal(two->value, 2);
    assert_false(pacta_lexeme_is(two, CLASS_ORDINAL));
    assert_int_equal(last->value, -1);
    assert_int_equal(articles->unit, 1);
    assert_true(articles->plural);
    const pacta_unit *unit = pacta_unit_named(set, "article");
    assert_non_null(unit);
    assert_string_equal(unit->eid, "art");
    assert_int_equal(unit->level, LEVEL_ARTICLE);
    assert_int_equal(unit->rank, 40);
    assert_null(pacta_unit_named(set, "storey"));
    pacta_ruleset_free(set);
}

static void triggers_come_by_priority_and_once(void **state) {
    (void)state;
    pacta_ruleset *set = compile_well(HEAD "words some alpha beta\n"
                                           "rule low label\n    on alpha\n    priority -1\n    match x\n"
                                           "rule first label\n    on @some\n    match x\n"
                                           "rule second label\n    on beta alpha\n    match x\n"
                                           "rule high label\n    on alpha\n    priority 2\n    match x\n"
                                           "rule other topic t\n    on alpha\n    match x\n");
    const pacta_lexeme_starts *alpha =
        &set->lexicon.starts.items[pacta_lexicon_find(&set->lexicon, "alpha", 5)];
    static const char *const names[] = {"high", "first", "second", "low"};
    assert_int_equal(alpha->rule_count[RULE_LABEL], 4);
    for (uint32_t i = 0; i < 4; i++) {
        const pacta_trigger *trigger = &set->triggers.items[alpha->first_rule[RULE_LABEL] + i];
        assert_string_equal(set->rules.items[trigger->rule].name, names[i]);
    }
    assert_int_equal(alpha->rule_count[RULE_TOPIC], 1);
    pacta_ruleset_free(set);
}

/* A ruleset of one pack, and a text that it was tried on. */
typedef struct trial {
    const char *text;
    pacta_ruleset *set;
    pacta_extractor *extractor;
    pacta_document *document;
} trial;

static trial try_pack(const char *pack, const char *text, pacta_form form) {
    const pacta_text_options options = {.struct_size = sizeof options, .form = form};
    trial t = {.text = text, .set = compile_well(pack)};
    assert_int_equal(pacta_extractor_new(t.set, NULL, &t.extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &t.document), PACTA_OK);
    assert_int_equal(pacta_extract(t.extractor, text, strlen(text), &options, t.document, NULL), PACTA_OK);
    return t;
}

static void check_words(const trial *t, pacta_span span, const char *expected) {
    char *words = words_of(t->text, span);
    assert_string_equal(words, expected);
    free(words);
}

static void end_trial(trial *t) {
    pacta_document_free(t->document);
    pacta_extractor_free(t->extractor);
    pacta_ruleset_free(t->set);
}

static const char BESIDE[] = HEAD "words fine good best\n"
                                  "unit stanza st article 40\n    stanza | stanzas\n"
                                  "unit verse ve article 41\n    verse | verses\n"
                                  "unit line li article 42\n    line | lines\n"
                                  "rule stanzas reference numbered\n"
                                  "    on stanza\n"
                                  "    after @fine\n"
                                  "    after third\n"
                                  "    match (?<unit> stanza) \\ (?<numbers> \\d )\n"
                                  "rule verses reference numbered\n"
                                  "    on verse\n"
                                  "    next ( all\n"
                                  "    match (?<unit> verse) [\\ (a-z]++ (?<numbers> \\d )\n"
                                  "rule lines reference numbered\n"
                                  "    on line\n"
                                  "    not-after @fine third\n"
                                  "    match (?<unit> line) \\ (?<numbers> \\d )\n"
                                  "unit page pg article 43\n    page | pages\n"
                                  "rule pages reference numbered\n"
                                  "    on page\n"
                                  "    ahead @fine , end\n"
                                  "    match (?<unit> page) \\ (?<numbers> \\d )\n"
                                  "unit row row article 44\n    row | rows\n"
                                  "rule rows reference numbered\n"
                                  "    on row\n"
                                  "    next @figure\n"
                                  "    then @quote up @capitals\n"
                                  "    match (?<unit> row) \\ (?<numbers> \\d )\n"
                                  "unit seat seat article 45\n    seat | seats\n"
                                  "rule seats reference numbered\n"
                                  "    on seat\n"
                                  "    not-after @word\n"
                                  "    match (?<unit> seat) \\ (?<numbers> \\d )\n";

static void words_beside_are_asked_for(void **state) {
    (void)state;
    static const char text[] =
        "stanza 1, good stanza 2, a stanza 3, Third stanza 4, best stanza 5, good (stanza 6)."
        " A verse 1, verse (2), verse all 3, verse some 4."
        " A line 1, good line 2, a line 3, THIRD line 4.\n\nIt is good\n\nline 5, stanza 6\n\n"
        "See page 1. The END\n\nIn all, a page 2.\n\n"
        "The row 1 up, row 2 down, row 3 \"so\", row up, row 4 BC, row 5 Bc, row 6\n\nup seat 1, seat 2 "
        "(seat 3)."
        "\n\nseat 4\n";
    static const char *const found[] = {"stanza 2", "stanza 4", "stanza 5", "verse (2", "verse all 3",
                                        "line 1",   "line 3",   "line 5",   "page 1",   "row 1",
                                        "row 3",    "row 4",    "seat 2",   "seat 3",   "seat 4"};
    trial t = try_pack(BESIDE, text, PACTA_FORM_UNKNOWN);
    size_t count;
    const pacta_reference *references = pacta_references(t.document, &count);
    assert_int_equal(count, sizeof found / sizeof *found);
    for (size_t i = 0; i < count; i++)
        check_words(&t, references[i].span, found[i]);
    end_trial(&t);
}

static const char WHOLE[] = HEAD "rule must norm obligation\n    on must\n    match @word\n"
                                 "rule may norm permission\n    on may\n    match @small-word\n"
                                 "rule at-once norm prohibition\n    on must may\n    priority 1\n"
                                 "    match @word at\\ once\n"; /* a pattern */

static void a_word_is_matched_as_it_stands(void **state) {
    (void)state;
    static const char text[] = "Article 1\n\nA Party MUST pay. Lamps may be lit. In May it rains.\n";
    static const char *const found[] = {"MUST", "may"};
    trial t = try_pack(WHOLE, text, PACTA_FORM_TREATY);
    size_t count;
    const pacta_clause *clauses = pacta_clauses(t.document, &count);
    assert_int_equal(count, sizeof found / sizeof *found);
    for (size_t i = 0; i < count; i++)
        check_words(&t, clauses[i].cue, found[i]);
    end_trial(&t);
}

/* As many lists of words as there may be, one rule each; the same list counts once. */
static void lists_beside_are_limited(void **state) {
    (void)state;
    enum { MOST = 255, ROOM = 64 };
    char pack[ROOM * (MOST + 3)];
    for (int rules = MOST; rules <= MOST + 1; rules++) {
        size_t used = (size_t)snprintf(pack, sizeof pack, "%s", HEAD);
        for (int i = 0; i < rules; i++)
            used += (size_t)snprintf(pack + used, sizeof pack - used,
                                     "rule r%d label\n on x\n %s w%d%s\n match y\n", i,
                                     i % 2 ? "next" : "ahead", i, i % 4 == 1 ? " @figure" : "");
        snprintf(pack + used, sizeof pack - used, "rule again label\n on x\n after w0\n match y\n");
        pacta_ruleset *ruleset;
        pacta_error error;
        assert_int_equal(compile("test.rules", pack, strlen(pack), ALONE, &ruleset, &error),
                         rules <= MOST ? PACTA_OK : PACTA_E_RULES);
        if (rules > MOST)
            assert_non_null(strstr(error.message, "beside"));
        pacta_ruleset_free(ruleset);
    }
}

/* ---- Files and includes ----------------------------------------------------------- */

static char folder[256];

static int make_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "%s/pacta-packs-XXXXXX",
             getenv("TMPDIR") == NULL ? "/tmp" : getenv("TMPDIR"));
    return mkdtemp(folder) == NULL;
}

static const char *path_of(const char *name) {
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_pack(const char *name, const char *text) {
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int remove_folder(void **state) {
    (void)state;
    static const char *const names[] = {"a.rules", "b.rules", "empty.rules", "inner/a.rules"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path_of(names[i]));
    for (int i = 0; i < 12; i++) {
        char name[32];
        snprintf(name, sizeof name, "deep-%d.rules", i);
        unlink(path_of(name));
    }
    rmdir(path_of("inner"));
    return rmdir(folder);
}

static int compile_file(const char *name, pacta_ruleset **ruleset, pacta_error *error) {
    return compile(path_of(name), NULL, 0, ALONE, ruleset, error);
}

static void a_file_includes_its_neighbour(void **state) {
    (void)state;
    pacta_ruleset *ruleset;
    pacta_error error;
    write_pack("a.rules", HEAD "include b.rules\nrule a label\n    match (?&pair)\n");
    write_pack("b.rules", HEAD "define pair\n    [0-9]{2}\n");
    assert_int_equal(compile_file("a.rules", &ruleset, &error), PACTA_OK);
    assert_int_equal(pacta_ruleset_rule_count(ruleset), 1);
    pacta_ruleset_free(ruleset);
    write_pack("b.rules", HEAD "define pair\n    [0-9]{2}\n    [b-a]\n");
    assert_int_equal(compile_file("a.rules", &ruleset, &error), PACTA_E_RULES);
    assert_string_equal(error.source, path_of("b.rules")); /* where the definition stands */
    assert_int_equal(error.line, 4);
    assert_string_equal(error.rule, "a");
}

static void includes_in_a_circle_or_too_deep(void **state) {
    (void)state;
    pacta_ruleset *ruleset;
    pacta_error error;
    write_pack("a.rules", HEAD "include b.rules\n");
    write_pack("b.rules", HEAD "include a.rules\n");
    assert_int_equal(compile_file("a.rules", &ruleset, &error), PACTA_E_RULES);
    assert_non_null(strstr(error.message, "circle"));
    assert_int_equal(error.line, 2);
    for (int i = 0; i < 12; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "deep-%d.rules", i);
        snprintf(text, sizeof text, HEAD "include deep-%d.rules\n", i + 1);
        write_pack(name, i == 11 ? HEAD : text);
    }
    assert_int_equal(compile_file("deep-0.rules", &ruleset, &error), PACTA_E_RULES);
    assert_non_null(strstr(error.message, "too deep"));
    assert_int_equal(compile_file("deep-5.rules", &ruleset, &error), PACTA_OK);
    pacta_ruleset_free(ruleset);
}

static void files_that_cannot_be_read(void **state) {
    (void)state;
    pacta_ruleset *ruleset;
    pacta_error error;
    assert_int_equal(compile_file("nothing.rules", &ruleset, &error), PACTA_E_IO);
    assert_string_equal(error.source, path_of("nothing.rules"));
    assert_true(error.message[0] != '\0');
    assert_int_equal(compile(folder, NULL, 0, ALONE, &ruleset, &error), PACTA_E_IO);
    assert_int_equal(compile(NULL, NULL, 0, ALONE, &ruleset, &error), PACTA_E_IO);
    write_pack("empty.rules", "");
    assert_int_equal(compile_file("empty.rules", &ruleset, &error), PACTA_E_RULES);
    write_pack("a.rules", HEAD "include nothing.rules\n");
    assert_int_equal(compile_file("a.rules", &ruleset, &error), PACTA_E_IO);
}

/* A file that is read in several pieces, and one of more than 64 MiB (a hole). */
static void large_files(void **state) {
    (void)state;
    pacta_ruleset *ruleset;
    pacta_error error;
    FILE *file = fopen(path_of("a.rules"), "wb");
    assert_non_null(file);
    fputs(HEAD, file);
    for (int i = 0; i < 30000; i++)
        fputs("# lamps\n", file);
    fputs("rule a label\n    match [b-a]\n", file);
    fclose(file);
    assert_int_equal(compile_file("a.rules", &ruleset, &error), PACTA_E_RULES);
    assert_int_equal(error.line, 30003);
    assert_int_equal(truncate(path_of("a.rules"), (64 << 20) + 1), 0);
    assert_int_equal(compile_file("a.rules", &ruleset, &error), PACTA_E_IO);
    assert_non_null(strstr(error.message, "64 MiB"));
    assert_null(ruleset);
}

static void includes_stay_in_their_folder(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int status;
    } rows[] = {{"../b.rules", PACTA_E_RULES},
                {"/etc/passwd", PACTA_E_RULES},
                {"x/../../b.rules", PACTA_E_RULES},
                {"..\\b.rules", PACTA_E_RULES},
                {"..", PACTA_E_IO},
                {".", PACTA_E_IO}};
    pacta_ruleset *ruleset;
    pacta_error error;
    write_pack("b.rules", HEAD); /* it is there, and could be read */
    assert_int_equal(mkdir(path_of("inner"), 0700), 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[128];
        snprintf(text, sizeof text, HEAD "include %s\n", rows[i].name);
        write_pack("inner/a.rules", text);
        assert_int_equal(compile_file("inner/a.rules", &ruleset, &error), rows[i].status);
        assert_null(ruleset);
    }
}

/* A pack in memory may include the built-in ones. */
static void built_in_packs_can_be_included(void **state) {
    (void)state;
    static const char text[] = HEAD "include en.rules\n";
    pacta_ruleset *ruleset;
    pacta_error error;
    assert_int_equal(compile("test.rules", text, sizeof text - 1, ALONE | PACTA_NO_JIT, &ruleset, &error),
                     PACTA_OK);
    assert_true(pacta_ruleset_rule_count(ruleset) > 10);
    assert_int_equal(pacta_ruleset_rule_count(ruleset), pacta_ruleset_rule_count(builtin_rules()));
    pacta_ruleset_free(ruleset);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refusals_point_at_their_place),
        cmocka_unit_test(a_pack_that_is_not_utf8),
        cmocka_unit_test(adds_to_built_in_rules),
        cmocka_unit_test(too_many),
        cmocka_unit_test(statements_make_what_they_say),
        cmocka_unit_test(rules_can_be_listed),
        cmocka_unit_test(line_ends_and_marks_do_not_matter),
        cmocka_unit_test(words_have_classes_values_and_units),
        cmocka_unit_test(triggers_come_by_priority_and_once),
        cmocka_unit_test(words_beside_are_asked_for),
        cmocka_unit_test(a_word_is_matched_as_it_stands),
        cmocka_unit_test(lists_beside_are_limited),
        cmocka_unit_test(a_file_includes_its_neighbour),
        cmocka_unit_test(includes_in_a_circle_or_too_deep),
        cmocka_unit_test(files_that_cannot_be_read),
        cmocka_unit_test(large_files),
        cmocka_unit_test(includes_stay_in_their_folder),
        cmocka_unit_test(built_in_packs_can_be_included),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
