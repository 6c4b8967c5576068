#include "rules/engine.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <string.h>

static const char *const GROUP_NAMES[] = {
#define X(id, name) name,
    PACTA_GROUPS(X)
#undef X
};

/* PCRE2's memory hooks tell no size on free, ours want one. */
typedef union block_head {
    size_t size;
    max_align_t align;
} block_head;

static void *hook_malloc(PCRE2_SIZE size, void *data) {
    const pacta_allocator *memory = data;
    if (size > SIZE_MAX - sizeof(block_head))
        return NULL;
    block_head *head = memory->resize(memory->context, NULL, 0, size + sizeof *head);
    if (head == NULL)
        return NULL;
    head->size = size + sizeof *head;
    return head + 1;
}

static void hook_free(void *block, void *data) {
    const pacta_allocator *memory = data;
    if (block != NULL) {
        block_head *head = (block_head *)block - 1;
        memory->release(memory->context, head, head->size);
    }
}

/* PCRE2's JIT compiler does not survive that memory runs out under it (10.42). So
 * it gets a reserve for that case: usual patterns take 8 KB and up to 33 bytes for
 * a byte of their code, odd ones up to 250. */
enum { RESERVE_LEAST = 64 * 1024, RESERVE_FACTOR = 256 };

struct pacta_engine {
    pacta_allocator memory;
    pcre2_general_context *general;
    pcre2_compile_context *compile;
    char *reserve; /* while a pattern is compiled by the JIT, else NULL */
    size_t reserve_size, reserve_used;
};

static void *engine_malloc(PCRE2_SIZE size, void *data) {
    pacta_engine *engine = data;
    void *block = hook_malloc(size, &engine->memory);
    if (block != NULL || engine->reserve == NULL || size > engine->reserve_size - engine->reserve_used)
        return block;
    block = engine->reserve + engine->reserve_used;
    size_t left = engine->reserve_size - engine->reserve_used,
           rounded = size + (0 - size) % sizeof(block_head);
    engine->reserve_used += rounded < left ? rounded : left;
    return block;
}

static void engine_free(void *block, void *data) {
    pacta_engine *engine = data;
    uintptr_t at = (uintptr_t)block, reserve = (uintptr_t)engine->reserve;
    if (engine->reserve == NULL || at < reserve || at >= reserve + engine->reserve_size)
        hook_free(block, &engine->memory);
}

pacta_engine *pacta_engine_new(const pacta_allocator *memory) {
    pacta_engine *engine = pacta_new(memory, sizeof *engine);
    if (engine == NULL)
        return NULL;
    engine->memory = *memory;
    engine->general = pcre2_general_context_create(engine_malloc, engine_free, engine);
    engine->compile = engine->general == NULL ? NULL : pcre2_compile_context_create(engine->general);
    if (engine->compile == NULL) {
        pacta_engine_free(engine);
        return NULL;
    }
    pcre2_set_newline(engine->compile, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(engine->compile, 100);
    return engine;
}

void pacta_engine_free(pacta_engine *engine) {
    if (engine == NULL)
        return;
    pcre2_compile_context_free(engine->compile);
    pcre2_general_context_free(engine->general);
    const pacta_allocator memory = engine->memory;
    pacta_delete(&memory, engine, sizeof *engine);
}

static bool is_defined(const char *name, const char *const *defined, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(defined[i], name) == 0)
            return true;
    return false;
}

static bool note_group(pacta_rule *rule, const char *name, uint32_t number) {
    for (unsigned group = 0; group < GROUP_COUNT; group++) {
        if (strcmp(GROUP_NAMES[group], name) != 0)
            continue;
        for (unsigned i = 0; i < GROUP_NUMBERS_LIMIT; i++)
            if (rule->groups[group][i] == 0) {
                rule->groups[group][i] = (uint8_t)number;
                return number < 256;
            }
    }
    return false;
}

/* Names to numbers, once, so that no name is looked up while matching. */
static int resolve_groups(pacta_rule *rule, const char *const *defined, size_t count,
                          pacta_pattern_error *error) {
    const pcre2_code *code = rule->code;
    PCRE2_SPTR table = NULL;
    uint32_t names = 0, size = 0;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &rule->capture_count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &names);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
    for (uint32_t i = 0; i < names; i++) {
        const unsigned char *entry = table + (size_t)i * size;
        const char *name = (const char *)entry + 2;
        uint32_t number = (uint32_t)entry[0] << 8 | entry[1];
        if (is_defined(name, defined, count) || note_group(rule, name, number))
            continue;
        error->offset = 0;
        snprintf(error->message, sizeof error->message,
                 "a rule has no group '%s' (or has it more than %d times)", name, GROUP_NUMBERS_LIMIT);
        return PACTA_E_RULES;
    }
    return PACTA_OK;
}

/* Without JIT a pattern is interpreted; without memory for it, nothing is made. */
static int compile_jit(pacta_engine *engine, pacta_rule *rule) {
    size_t size = 0;
    pcre2_pattern_info(rule->code, PCRE2_INFO_SIZE, &size);
    size = size * RESERVE_FACTOR + RESERVE_LEAST;
    engine->reserve_size = size;
    engine->reserve_used = 0;
    engine->reserve = engine->memory.resize(engine->memory.context, NULL, 0, size);
    if (engine->reserve != NULL)
        rule->compiled = pcre2_jit_compile(rule->code, PCRE2_JIT_COMPLETE) == 0;
    bool ran_out = engine->reserve == NULL || engine->reserve_used > 0;
    if (ran_out) /* what was made may stand in the reserve */
        pacta_engine_drop(rule);
    pacta_delete(&engine->memory, engine->reserve, size);
    engine->reserve = NULL;
    return ran_out ? PACTA_E_MEMORY : PACTA_OK;
}

int pacta_engine_compile(pacta_engine *engine, pacta_rule *rule, const char *pattern, size_t size, bool jit,
                         const char *const *defined, size_t defined_count, pacta_pattern_error *error) {
    const uint32_t options = PCRE2_UTF | PCRE2_EXTENDED | PCRE2_ANCHORED | PCRE2_DUPNAMES |
                             PCRE2_NO_START_OPTIMIZE | PCRE2_NEVER_BACKSLASH_C;
    int code = 0;
    PCRE2_SIZE offset = 0;
    rule->code = pcre2_compile((PCRE2_SPTR)pattern, size, options, &code, &offset, engine->compile);
    if (rule->code == NULL) {
        error->offset = offset;
        if (pcre2_get_error_message(code, (PCRE2_UCHAR *)error->message, sizeof error->message) < 0)
            snprintf(error->message, sizeof error->message, "pattern error %d", code);
        return code == PCRE2_ERROR_HEAP_FAILED ? PACTA_E_MEMORY : PACTA_E_RULES;
    }
    int status = resolve_groups(rule, defined, defined_count, error);
    if (status != PACTA_OK) {
        pacta_engine_drop(rule);
        return status;
    }
    return jit ? compile_jit(engine, rule) : PACTA_OK;
}

void pacta_engine_drop(pacta_rule *rule) {
    pcre2_code_free(rule->code);
    rule->code = NULL;
}

/* ---- Matching ------------------------------------------------------------ */

static bool has_jit(void) {
    uint32_t jit = 0;
    return pcre2_config(PCRE2_CONFIG_JIT, &jit) >= 0 && jit != 0;
}

int pacta_matcher_init(pacta_matcher *matcher, const pacta_allocator *memory, uint32_t captures,
                       uint32_t rule_count, const pacta_limits *limits) {
    *matcher = (pacta_matcher){.memory = *memory, .pairs = captures + 1, .rule_count = rule_count};
    matcher->general = pcre2_general_context_create(hook_malloc, hook_free, &matcher->memory);
    if (matcher->general == NULL)
        return PACTA_E_MEMORY;
    matcher->data = pcre2_match_data_create(captures + 1, matcher->general);
    matcher->context = pcre2_match_context_create(matcher->general);
    matcher->strikes = pacta_new(memory, (rule_count + 1) * sizeof *matcher->strikes);
    if (matcher->data == NULL || matcher->context == NULL || matcher->strikes == NULL) {
        pacta_matcher_free(matcher);
        return PACTA_E_MEMORY;
    }
    pcre2_set_match_limit(matcher->context, limits->match_limit);
    pcre2_set_heap_limit(matcher->context, limits->heap_kib);
    matcher->stack = pcre2_jit_stack_create(32 * 1024, limits->jit_stack, matcher->general);
    if (matcher->stack == NULL && has_jit()) {
        pacta_matcher_free(matcher);
        return PACTA_E_MEMORY;
    }
    pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
    matcher->offsets = pcre2_get_ovector_pointer(matcher->data);
    return PACTA_OK;
}

void pacta_matcher_free(pacta_matcher *matcher) {
    pcre2_jit_stack_free(matcher->stack);
    pcre2_match_context_free(matcher->context);
    pcre2_match_data_free(matcher->data);
    pcre2_general_context_free(matcher->general);
    pacta_delete(&matcher->memory, matcher->strikes, (matcher->rule_count + 1) * sizeof *matcher->strikes);
    *matcher = (pacta_matcher){0};
}

void pacta_matcher_reset(pacta_matcher *matcher) {
    if (matcher->limited)
        memset(matcher->strikes, 0, matcher->rule_count * sizeof *matcher->strikes);
    matcher->limited = matcher->out_of_memory = false;
}

/* A match that failed for another reason than that nothing fits. */
static void note_failure(pacta_matcher *matcher, const pacta_rule *rule, uint32_t start, int code) {
    if (code == PCRE2_ERROR_NOMEMORY) {
        matcher->out_of_memory = true;
        return;
    }
    pacta_strike *strike = &matcher->strikes[rule->index];
    if (strike->count++ == 0)
        strike->at = start;
    matcher->limited = true;
}

/* No rule looks further than this: it bounds what one trigger can cost. */
enum { WINDOW = 4096 };

bool pacta_match(pacta_matcher *matcher, const pacta_rule *rule, const char *text, uint32_t size,
                 uint32_t start) {
    if (matcher->limited && matcher->strikes[rule->index].count >= STRIKE_LIMIT)
        return false;
    if (size - start > WINDOW) {
        size = start + WINDOW;
        while (((unsigned char)text[size] & 0xC0) == 0x80)
            size--;
    }
    int found = PCRE2_ERROR_JIT_STACKLIMIT;
    if (rule->compiled)
        found =
            pcre2_jit_match(rule->code, (PCRE2_SPTR)text, size, start, 0, matcher->data, matcher->context);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT) /* the interpreter keeps its stack on the heap */
        found = pcre2_match(rule->code, (PCRE2_SPTR)text, size, start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                            matcher->data, matcher->context);
    if (found > 0) /* \K in an assertion can put the beginning behind the end */
        return matcher->offsets[0] <= matcher->offsets[1];
    if (found != PCRE2_ERROR_NOMATCH)
        note_failure(matcher, rule, start, found);
    return false;
}

void pacta_match_word(pacta_matcher *matcher, pacta_span word) {
    matcher->offsets[0] = word.begin;
    matcher->offsets[1] = word.end;
}

pacta_span pacta_match_span(const pacta_matcher *matcher) {
    return (pacta_span){(uint32_t)matcher->offsets[0], (uint32_t)matcher->offsets[1]};
}

bool pacta_match_group(const pacta_matcher *matcher, const pacta_rule *rule, pacta_group group,
                       pacta_span *span) {
    for (unsigned i = 0; i < GROUP_NUMBERS_LIMIT; i++) {
        unsigned number = rule->groups[group][i];
        if (number == 0)
            break;
        if (matcher->offsets[2 * number] == PCRE2_UNSET)
            continue;
        *span =
            (pacta_span){(uint32_t)matcher->offsets[2 * number], (uint32_t)matcher->offsets[2 * number + 1]};
        return true;
    }
    return false;
}
