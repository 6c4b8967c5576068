/* Limits: each is reached, told, and takes nothing from what others found. */
#include "check.h"
#include "dump.h"
#include "support.h"

typedef struct run {
    pacta_extractor *extractor;
    pacta_document *document;
    pacta_error error;
    int status;
} run;

static run start(const pacta_ruleset *rules, const pacta_extractor_options *options) {
    run r = {0};
    assert_int_equal(pacta_extractor_new(rules, options, &r.extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &r.document), PACTA_OK);
    return r;
}

static void read_text_of(run *r, const char *text, size_t size, pacta_form form) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    r->status = pacta_extract(r->extractor, text, size, &options, r->document, &r->error);
    const char *fault = check_document(r->document);
    if (fault != NULL)
        fail_msg("%s", fault);
}

static run read_with(pacta_limits limits, const char *text, pacta_form form) {
    pacta_extractor_options options = {.struct_size = sizeof options, .limits = limits};
    run r = start(builtin_rules(), &options);
    read_text_of(&r, text, strlen(text), form);
    return r;
}

static void end(run *r) {
    pacta_document_free(r->document);
    pacta_extractor_free(r->extractor);
}

static bool tells(const run *r, pacta_diagnostic_code code) {
    size_t count;
    const pacta_diagnostic *list = pacta_diagnostics(r->document, &count);
    for (size_t i = 0; i < count; i++)
        if (list[i].code == code)
            return true;
    return false;
}

/* `times` copies of a piece, to be freed. */
static char *many(const char *piece, size_t times) {
    size_t size = strlen(piece);
    char *text = malloc(size * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * size, piece, size);
    text[size * times] = '\0';
    return text;
}

/* ---- Size ------------------------------------------------------------------------ */

static void text_of_the_largest_size(void **state) {
    (void)state;
    run r = read_with((pacta_limits){.text_bytes = 10}, "0123456789", PACTA_FORM_OTHER);
    assert_int_equal(r.status, PACTA_OK);
    read_text_of(&r, "0123456789a", 11, PACTA_FORM_OTHER);
    assert_int_equal(r.status, PACTA_E_TOO_LARGE);
    assert_int_equal(r.error.status, PACTA_E_TOO_LARGE);
    assert_non_null(strstr(r.error.message, "11 bytes"));
    assert_non_null(strstr(r.error.message, "10"));
    assert_null(pacta_document_text(r.document, NULL));
    end(&r);
}

/* Offsets have 32 bits. The text is not looked at. */
static void text_of_more_than_4_gib(void **state) {
    (void)state;
#if SIZE_MAX > UINT32_MAX
    static const size_t sizes[] = {UINT32_MAX, (size_t)UINT32_MAX + 1, (size_t)UINT32_MAX + 100, SIZE_MAX};
    pacta_extractor_options options = {.struct_size = sizeof options, .limits = {.text_bytes = SIZE_MAX}};
    run r = start(builtin_rules(), &options);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        read_text_of(&r, "short", sizes[i], PACTA_FORM_OTHER);
        assert_int_equal(r.status, PACTA_E_TOO_LARGE);
        assert_non_null(strstr(r.error.message, "4294967294"));
    }
    read_text_of(&r, "short", 5, PACTA_FORM_OTHER);
    assert_int_equal(r.status, PACTA_OK);
    end(&r);
    r = start(builtin_rules(), NULL); /* by default 1 GiB */
    read_text_of(&r, "short", ((size_t)1 << 30) + 1, PACTA_FORM_OTHER);
    assert_int_equal(r.status, PACTA_E_TOO_LARGE);
    end(&r);
#else
    skip();
#endif
}

/* ---- Records ---------------------------------------------------------------------- */

static void the_first_records_stay(void **state) {
    (void)state;
    static const char text[] = "Mr. Holm said, \"Article 1 of the Lake Pact binds us.\" \"Each state shall "
                               "pay,\" says Article 2 of the "
                               "Sea Pact. \"No state may leave,\" Article 3 of the River Pact says. He must "
                               "go under Article 4 of the "
                               "Hill Pact.";
    run whole = read_with((pacta_limits){0}, text, PACTA_FORM_PRESS);
    assert_int_equal(whole.status, PACTA_OK);
    for (uint32_t limit = 1; limit < 4; limit++) {
        run r = read_with((pacta_limits){.records = limit}, text, PACTA_FORM_PRESS);
        assert_int_equal(r.status, PACTA_INCOMPLETE);
        assert_true(tells(&r, PACTA_D_RECORD_LIMIT));
        size_t few, all;
        const pacta_reference *some = pacta_references(r.document, &few);
        const pacta_reference *every = pacta_references(whole.document, &all);
        assert_int_equal(few, limit);
        assert_true(all > limit);
        for (size_t i = 0; i < few; i++)
            assert_memory_equal(&some[i].span, &every[i].span, sizeof some[i].span);
        pacta_tokens(r.document, &few);
        assert_int_equal(few, limit);
        pacta_quotations(r.document, &few);
        assert_true(few <= limit);
        pacta_clauses(r.document, &few);
        assert_true(few <= limit);
        end(&r);
    }
    end(&whole);
}

/* Mentions that go with their instruments, and counts of those that stay. */
static void mentions_of_the_first_instruments(void **state) {
    (void)state;
    static const char text[] =
        "Article 1\n\nThe Lake Pact, the Sea Pact, the River Pact and the Hill Pact end. "
        "The Lake Pact ends first.\n";
    for (uint32_t limit = 1; limit < 5; limit++) {
        run r = read_with((pacta_limits){.records = limit}, text, PACTA_FORM_TREATY);
        assert_int_equal(r.status, PACTA_INCOMPLETE);
        size_t instruments, mentions, counted = 0;
        const pacta_instrument *list = pacta_instruments(r.document, &instruments);
        const pacta_mention *every = pacta_mentions(r.document, &mentions);
        assert_int_equal(instruments, limit);
        assert_true(mentions <= limit);
        for (size_t i = 0; i < mentions; i++)
            assert_true(every[i].instrument < instruments);
        for (size_t i = 0; i < instruments; i++)
            counted += list[i].mention_count;
        assert_int_equal(counted, mentions);
        end(&r);
    }
}

/* What is spelt out of ranges, and of lists in lists, is bounded by the text's size;
 * ranges behind that have their ends. */
static void ranges_without_end(void **state) {
    (void)state;
    static const struct {
        const char *piece;
        bool through;
    } rows[] = {{"Articles 1 to 400 of the Lake Pact. ", true},
                {"paragraphs 1, 2, 3, 4, 5, 6, 7, 8 and 9 of Articles 1 to 20 of the Lake Pact. ", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = many(rows[i].piece, 2000);
        run r = read_with((pacta_limits){0}, text, PACTA_FORM_PRESS);
        size_t count, targets = 0, size = strlen(text);
        const pacta_reference *list = pacta_references(r.document, &count);
        assert_true(count >= 2000);
        for (size_t k = 0; k < count; k++)
            targets += list[k].target_count;
        assert_true(targets < (1 << 16) + size / 2);
        assert_true(list[0].target_count > 100);
        if (rows[i].through) {
            assert_int_equal(list[count - 1].target_count, 1);
            assert_string_equal(list[count - 1].targets[0].through, "art_400");
        }
        end(&r);
        free(text);
    }
}

/* ---- Depth ------------------------------------------------------------------------ */

static uint32_t deepest_quotation(const run *r) {
    size_t count;
    const pacta_quotation *list = pacta_quotations(r->document, &count);
    uint32_t deepest = 0;
    for (size_t i = 0; i < count; i++)
        if (list[i].depth + 1 > deepest)
            deepest = list[i].depth + 1;
    return deepest;
}

static void quotations_in_quotations(void **state) {
    (void)state;
    char text[8000] = "";
    enum { NESTED = 200 };
    for (int i = 0; i < NESTED; i++)
        strcat(text, i % 2 == 0 ? "\xE2\x80\x9Cwords " : "\xE2\x80\x98words ");
    for (int i = NESTED; i-- > 0;)
        strcat(text, i % 2 == 0 ? "words\xE2\x80\x9D " : "words\xE2\x80\x99 ");
    strcat(text, "\n\nMr. Holm said, \"We will stay.\"\n");
    for (uint32_t limit = 0; limit < 4; limit++) {
        run r = read_with((pacta_limits){.depth = limit}, text, PACTA_FORM_PRESS);
        assert_true(deepest_quotation(&r) <= (limit == 0 ? 64 : limit));
        assert_int_equal(r.status, PACTA_INCOMPLETE);
        assert_true(tells(&r, PACTA_D_DEPTH_LIMIT));
        size_t count;
        const pacta_quotation *list = pacta_quotations(r.document, &count);
        assert_true(count > 0);
        assert_int_equal(list[count - 1].span.end, strlen(text) - 1); /* the last is there */
        end(&r);
    }
}

static uint32_t deepest_provision(const run *r) {
    size_t count;
    const pacta_provision *list = pacta_provisions(r->document, &count);
    uint32_t deepest = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t depth = 1;
        for (uint32_t p = list[i].parent; p != PACTA_NONE; p = list[p].parent)
            depth++;
        if (depth > deepest)
            deepest = depth;
    }
    return deepest;
}

static void provisions_in_provisions(void **state) {
    (void)state;
    static const char text[] =
        "LAKE PACT\n\nPART I\n\nCHAPTER I\n\nSECTION 1\n\nArticle 1\n\n1. Each Party "
        "shall:\n\n(a) pay:\n\n(i) now;\n\n(ii) in full;\n\n(b) stay.\n\nArticle 2\n\n1. No "
        "Party shall leave.\n\n2. It may ask.\n";
    run whole = read_with((pacta_limits){0}, text, PACTA_FORM_TREATY);
    assert_int_equal(whole.status, PACTA_OK);
    assert_true(deepest_provision(&whole) >= 6);
    end(&whole);
    for (uint32_t limit = 1; limit < 6; limit++) {
        run r = read_with((pacta_limits){.depth = limit}, text, PACTA_FORM_TREATY);
        assert_int_equal(deepest_provision(&r), limit);
        assert_int_equal(r.status, PACTA_INCOMPLETE);
        assert_true(tells(&r, PACTA_D_DEPTH_LIMIT));
        end(&r);
    }
}

/* ---- Matches ------------------------------------------------------------------------ */

/* Rules that backtrack, and one that does not, each at its own word. */
static const char PACK[] = "pacta-rules 1\n"
                           "rule runaway reference weak\n"
                           "    on slow\n"
                           "    match slow [ ] (?:x+)+ y\n"
                           "rule deep reference weak\n"
                           "    on deep\n"
                           "    match (deep [ ] (?: (x) (?1)? | x )* ) y\n";

static run read_rules(unsigned flags, pacta_limits limits, const char *text) {
    pacta_input pack = {"slow.rules", PACK, sizeof PACK - 1};
    pacta_ruleset_options options = {
        .struct_size = sizeof options, .flags = flags, .rules = &pack, .rule_count = 1};
    static pacta_ruleset *rules;
    pacta_ruleset_free(rules); /* the last, with the run that is over */
    rules = NULL;
    if (text == NULL)
        return (run){0};
    assert_int_equal(pacta_ruleset_new(&options, &rules, NULL), PACTA_OK);
    pacta_extractor_options given = {.struct_size = sizeof given, .limits = limits};
    run r = start(rules, &given);
    read_text_of(&r, text, strlen(text), PACTA_FORM_PRESS);
    return r;
}

static void a_runaway_rule_is_told_by_name(void **state) {
    (void)state;
    static const char text[] =
        "Article 1 of the Lake Pact and a slow xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, he "
        "said. \"Article 2 of the Lake Pact,\" Ana Ruiz said. A slow "
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and Article 3 of the Lake Pact.";
    run plain = read_with((pacta_limits){0}, text, PACTA_FORM_PRESS);
    char *wanted = dump_document(plain.document, DUMP_ALL & ~(unsigned)DUMP_DIAGNOSTICS);
    end(&plain);
    for (unsigned jit = 0; jit < 2; jit++) {
        run r = read_rules(jit ? 0 : PACTA_NO_JIT, (pacta_limits){.match_limit = 5000}, text);
        assert_int_equal(r.status, PACTA_INCOMPLETE);
        size_t count;
        const pacta_diagnostic *list = pacta_diagnostics(r.document, &count);
        assert_int_equal(count, 1);
        assert_int_equal(list->code, PACTA_D_MATCH_LIMIT);
        assert_non_null(strstr(list->message, "runaway"));
        assert_memory_equal(text + list->span.begin, "slow", 4);
        char *found = dump_document(r.document, DUMP_ALL & ~(unsigned)DUMP_DIAGNOSTICS);
        assert_string_equal(found, wanted);
        free(found);
        /* the next text is not blamed for this one */
        read_text_of(&r, "Article 1 of the Lake Pact.", 27, PACTA_FORM_PRESS);
        assert_int_equal(r.status, PACTA_OK);
        end(&r);
    }
    read_rules(0, (pacta_limits){0}, NULL);
    free(wanted);
}

/* At every other word it runs out: after some times it is tried no more. */
static void a_runaway_rule_is_given_up(void **state) {
    (void)state;
    char *text = many("A slow xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx. ", 20000);
    run r = read_rules(0, (pacta_limits){.match_limit = 200000}, text);
    assert_int_equal(r.status, PACTA_INCOMPLETE);
    size_t count;
    const pacta_diagnostic *list = pacta_diagnostics(r.document, &count);
    assert_int_equal(count, 1);
    assert_non_null(strstr(list->message, "runaway"));
    end(&r);
    read_rules(0, (pacta_limits){0}, NULL);
    free(text);
}

/* What the JIT's stack does not hold, the heap does, up to its own limit. */
static void stack_and_heap(void **state) {
    (void)state;
    char text[3200] = "A deep ";
    memset(text + strlen(text), 'x', 3000);
    strcat(text, " z.");
    static const pacta_limits limits[] = {
        {.jit_stack = 1, .heap_kib = 1}, {.jit_stack = 1}, {.heap_kib = 1}, {.jit_stack = 32 * 1024}};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        for (unsigned jit = 0; jit < 2; jit++) {
            run r = read_rules(jit ? 0 : PACTA_NO_JIT, limits[i], text);
            assert_true(r.status >= 0);
            assert_int_equal(r.status == PACTA_INCOMPLETE, tells(&r, PACTA_D_MATCH_LIMIT));
            if (limits[i].heap_kib == 1 && !jit)
                assert_int_equal(r.status, PACTA_INCOMPLETE);
            end(&r);
        }
    read_rules(0, (pacta_limits){0}, NULL);
}

/* ---- Progress ----------------------------------------------------------------------- */

enum { STAGES_MOST = 32, WIDE = 64 * 1024 };

typedef struct progress {
    size_t calls, stop_at; /* the call that says stop; 0 none */
    uint64_t last, total, size;
    bool back;
    unsigned wide[STAGES_MOST]; /* steps of a stage that are too wide */
} progress;

static int note_progress(void *context, uint64_t done, uint64_t total) {
    progress *p = context;
    p->calls++;
    p->total = total;
    p->back = p->back || done < p->last || done > total;
    size_t stage = done == 0 ? 0 : (size_t)((done - 1) / p->size);
    if (done - p->last > WIDE && stage < STAGES_MOST)
        p->wide[stage]++;
    p->last = done;
    return p->calls == p->stop_at;
}

static const char DENSE_PRESS[] =
    "Mr. Holm said on Monday that \"Article 4 of the Lake Pact shall bind us, unless we "
    "leave,\" as the Sea Treaty says.\n";
static const char DENSE_TREATY[] =
    "Article 1\n\n1. Each Party shall, subject to Article 2, keep this Treaty, \"the "
    "Pact\", if it can.\n\n2. A Party may leave under Article 3 of the Lake Pact.\n\n";

/* Stopped anywhere, it stops at once, and goes again. */
static void stop_and_go(run *r, progress *p, const char *text, pacta_form form, size_t stops) {
    size_t calls = p->calls;
    char *wanted = dump_document(r->document, DUMP_ALL | DUMP_PLACES);
    for (size_t stop = 1; stop <= calls; stop += 1 + calls / stops) {
        *p = (progress){.size = p->size, .stop_at = stop};
        read_text_of(r, text, p->size, form);
        assert_int_equal(r->status, PACTA_E_CANCELLED);
        assert_int_equal(r->error.status, PACTA_E_CANCELLED);
        assert_int_equal(p->calls, stop);
        size_t count;
        assert_null(pacta_tokens(r->document, &count));
        assert_null(pacta_document_text(r->document, NULL));
    }
    *p = (progress){.size = p->size};
    read_text_of(r, text, p->size, form);
    char *found = dump_document(r->document, DUMP_ALL | DUMP_PLACES);
    assert_string_equal(found, wanted);
    free(found);
    free(wanted);
}

/* Stages that go through a text say so every 64 KiB: those that may take one wide
 * step have nothing of their kind in hand. */
static void progress_is_told(const char *piece, size_t size, pacta_form form, unsigned idle) {
    char *text = many(piece, size / strlen(piece));
    progress p = {.size = strlen(text)};
    pacta_extractor_options options = {
        .struct_size = sizeof options, .progress = note_progress, .progress_context = &p};
    pacta_text_options as_form = {.struct_size = sizeof as_form, .form = form};
    run r = start(builtin_rules(), &options);
    r.status = pacta_extract(r.extractor, text, p.size, &as_form, r.document, &r.error);
    assert_true(r.status >= 0);
    assert_false(p.back);
    assert_int_equal(p.last, p.total);
    assert_int_equal(p.total % p.size, 0);
    unsigned stages = (unsigned)(p.total / p.size), wide = 0;
    assert_true(stages > 12 && stages <= STAGES_MOST);
    for (unsigned stage = 0; stage < stages; stage++) {
        if (p.wide[stage] > 1)
            fail_msg("stage %u: %u wide steps in: %.40s", stage, p.wide[stage], piece);
        wide += p.wide[stage];
    }
    if (wide > idle)
        fail_msg("%u stages of %u say nothing on their way through: %.40s", wide, stages, piece);
    if (size < 1 << 20)
        stop_and_go(&r, &p, text, form, 25);
    end(&r);
    free(text);
}

/* What only puts things in order (four stages), the form, which is given, the
 * language, of which the beginning tells, and in
 * press provisions and labels, which have no bracket to go to. */
enum { IDLE_IN_TREATIES = 6, IDLE_IN_PRESS = 8 };

static void progress_of_press(void **state) {
    (void)state;
    progress_is_told(DENSE_PRESS, 300000, PACTA_FORM_PRESS, IDLE_IN_PRESS);
}

static void progress_of_a_treaty(void **state) {
    (void)state;
    progress_is_told(DENSE_TREATY, 400000, PACTA_FORM_TREATY, IDLE_IN_TREATIES);
}

/* In one passage of several megabytes as well; and in a single sentence of them,
 * without a label, without an end, with hardly a record of some kinds. */
static void progress_of_a_single_line(void **state) {
    (void)state;
    enum { SIZE = 2 << 20 };
    char line[sizeof DENSE_PRESS];
    memcpy(line, DENSE_PRESS, sizeof line);
    line[sizeof line - 2] = ' ';
    progress_is_told(line, SIZE, PACTA_FORM_PRESS, IDLE_IN_PRESS);
    progress_is_told("if \"it\" may leave, the Lake Pact shall, unless Article 4 of it holds, bind ", SIZE,
                     PACTA_FORM_TREATY, IDLE_IN_TREATIES + 4);
    progress_is_told("shall ", SIZE, PACTA_FORM_TREATY, IDLE_IN_TREATIES + 9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_of_the_largest_size),   cmocka_unit_test(text_of_more_than_4_gib),
        cmocka_unit_test(the_first_records_stay),     cmocka_unit_test(mentions_of_the_first_instruments),
        cmocka_unit_test(ranges_without_end),         cmocka_unit_test(quotations_in_quotations),
        cmocka_unit_test(provisions_in_provisions),   cmocka_unit_test(a_runaway_rule_is_told_by_name),
        cmocka_unit_test(a_runaway_rule_is_given_up), cmocka_unit_test(stack_and_heap),
        cmocka_unit_test(progress_of_press),          cmocka_unit_test(progress_of_a_treaty),
        cmocka_unit_test(progress_of_a_single_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
