/* A ruleset: lexicon, units, rules with their triggers, and the registry. */
#ifndef PACTA_RULES_RULESET_H
#define PACTA_RULES_RULESET_H

#include "rules/engine.h"
#include "rules/lexicon.h"
#include "rules/registry.h"

typedef struct pacta_unit {
    const char *name, *eid;
    pacta_level level;
    int16_t rank;
} pacta_unit;

/* A rule to try at a word, if `next` is the byte behind it (or 0: any). */
typedef struct pacta_trigger {
    uint16_t rule;
    char next;
} pacta_trigger;

/* A line of a list, as the pack has it. */
typedef struct pacta_listed {
    pacta_list list;
    uint32_t size;
    const char *text;
} pacta_listed;

struct pacta_ruleset {
    pacta_allocator memory;
    pacta_arena arena;
    pacta_lexicon lexicon;
    pacta_registry registry;
    PACTA_ARRAY(pacta_unit) units;
    PACTA_ARRAY(pacta_rule) rules;
    PACTA_ARRAY(pacta_trigger) triggers;
    PACTA_ARRAY(pacta_listed) lists;        /* in the order of the packs */
    uint32_t first_always[RULE_KIND_COUNT]; /* triggers of rules 'on *' */
    uint16_t always_count[RULE_KIND_COUNT];
    pacta_engine *engine;
    const char *language;
    uint32_t captures; /* most of any rule */
};

/* Tries the kind's rules that `lexeme` triggers, in order of priority, at
 * `start` of `text`; the rule that matched, or NULL. */
const pacta_rule *pacta_try_rules(const pacta_ruleset *ruleset, pacta_matcher *matcher, pacta_rule_kind kind,
                                  uint32_t lexeme, const char *text, uint32_t size, uint32_t start,
                                  uint32_t word_end);

/* The kind's rules that need no trigger. */
const pacta_rule *pacta_try_always(const pacta_ruleset *ruleset, pacta_matcher *matcher, pacta_rule_kind kind,
                                   const char *text, uint32_t size, uint32_t start);

/* Unit by its name in the packs, or NULL. */
const pacta_unit *pacta_unit_named(const pacta_ruleset *ruleset, const char *name);

#endif
