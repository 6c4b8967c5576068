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

/* A rule to try at a word, if `byte` stands right behind it (or 0: any) and the
 * words beside it fit: a number that is not 0 is that of a bit in their
 * lexeme.follows, lexeme.leads or lexeme.ahead, plus 1. */
typedef struct pacta_trigger {
    uint16_t rule;
    char byte;
    uint8_t beside[SIDE_COUNT];
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
    const pacta_unit *paragraph, *point; /* those of these names, or NULL */
    PACTA_ARRAY(pacta_rule) rules;
    PACTA_ARRAY(pacta_trigger) triggers;
    PACTA_ARRAY(pacta_listed) lists; /* in the order of the packs */
    pacta_engine *engine;
    const char *language;
    uint32_t captures; /* most of any rule */
};

/* Where rules are tried: a word of `text`, which ends at `size`, with the lexemes
 * of the tokens beside it (0: none). */
typedef struct pacta_spot {
    const char *text;
    uint32_t size, start, word_end;
    uint32_t lexeme, before, next;
    uint64_t ahead; /* of all tokens that a rule may look ahead at */
} pacta_spot;

/* Tries the kind's rules that the word triggers, in order of priority; the rule
 * that matched, or NULL. */
const pacta_rule *pacta_try_rules(const pacta_ruleset *ruleset, pacta_matcher *matcher, pacta_rule_kind kind,
                                  const pacta_spot *place);

/* Unit by its name in the packs, or NULL. */
const pacta_unit *pacta_unit_named(const pacta_ruleset *ruleset, const char *name);

#endif
