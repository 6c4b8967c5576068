/* The engine: compiles a rule's pattern and matches it anchored at one place.
 * The only file of the library that knows PCRE2. */
#ifndef PACTA_RULES_ENGINE_H
#define PACTA_RULES_ENGINE_H

#include "core/memory.h"
#include "rules/vocabulary.h"

enum { GROUP_NUMBERS_LIMIT = 4 };

typedef struct pacta_rule {
    const char *name, *pack, *mode_text;
    const char *id; /* template of an instrument's id, or NULL */
    pacta_rule_kind kind;
    int mode, priority;
    uint32_t line, pattern_size;
    void *code;                                       /* pcre2_code, immutable, shared by threads */
    uint8_t groups[GROUP_COUNT][GROUP_NUMBERS_LIMIT]; /* numbers of each name, 0 ends */
    uint32_t capture_count;
    uint16_t index; /* among the ruleset's rules */
    bool compiled;  /* to machine code */
    pacta_whole whole;
} pacta_rule;

/* Where in `pattern` it is wrong, and how. */
typedef struct pacta_pattern_error {
    size_t offset;
    char message[160];
} pacta_pattern_error;

typedef struct pacta_engine pacta_engine;

pacta_engine *pacta_engine_new(const pacta_allocator *memory);
void pacta_engine_free(pacta_engine *engine);

/* Compiles `pattern` into the rule: UTF-8, extended syntax, anchored. PACTA_OK,
 * PACTA_E_MEMORY, or PACTA_E_RULES with `error` filled. Names among `defined`
 * are definitions, not captures. */
int pacta_engine_compile(pacta_engine *engine, pacta_rule *rule, const char *pattern, size_t size, bool jit,
                         const char *const *defined, size_t defined_count, pacta_pattern_error *error);
void pacta_engine_drop(pacta_rule *rule);

/* How often a rule ran out of its limits in a text. It is tried no more when it
 * has STRIKE_LIMIT: so many tries are what one bad rule can cost. */
enum { STRIKE_LIMIT = 16 };

typedef struct pacta_strike {
    uint32_t at; /* where it did first */
    uint32_t count;
} pacta_strike;

/* One thread's match state. */
typedef struct pacta_matcher {
    pacta_allocator memory;
    void *data, *context, *general, *stack; /* PCRE2's */
    size_t *offsets;                        /* of the last match */
    uint32_t pairs, rule_count;
    pacta_strike *strikes; /* of each rule */
    bool limited;          /* some rule has a strike */
    bool out_of_memory;
} pacta_matcher;

int pacta_matcher_init(pacta_matcher *matcher, const pacta_allocator *memory, uint32_t captures,
                       uint32_t rule_count, const pacta_limits *limits);
/* Before each text. */
void pacta_matcher_reset(pacta_matcher *matcher);
void pacta_matcher_free(pacta_matcher *matcher);

/* Matches the rule at `start` of `text` (valid UTF-8, `size` bytes, which the
 * match cannot leave). A match that runs out of limits is none, and a strike
 * for the rule; one that runs out of memory sets `out_of_memory`. */
bool pacta_match(pacta_matcher *matcher, const pacta_rule *rule, const char *text, uint32_t size,
                 uint32_t start);

/* Makes the word the last match. */
void pacta_match_word(pacta_matcher *matcher, pacta_span word);

/* The span of the whole match, and of a group; false if it took no part. */
pacta_span pacta_match_span(const pacta_matcher *matcher);
bool pacta_match_group(const pacta_matcher *matcher, const pacta_rule *rule, pacta_group group,
                       pacta_span *span);

#endif
