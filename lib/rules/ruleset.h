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

/* A gate is a rough set of what may stand next to a word that begins rules: a bit for a
 * lexeme, which others share. */
static inline uint64_t pacta_gate_bit(uint32_t lexeme) {
    return UINT64_C(1) << (lexeme & 63);
}

/* A rule to try at a word, if `byte` stands right behind it (or 0: any) and the
 * words beside it fit: a number that is not 0 is that of a list (lexeme.lists). */
typedef struct pacta_trigger {
    uint64_t gate;
    uint16_t rule;
    char byte;
    uint8_t beside[SIDE_COUNT];
} pacta_trigger;

/* What sort of token stands beside a trigger. */
typedef enum pacta_sort_of {
    SORT_OTHER,
    SORT_WORD,
    SORT_FIGURE,         /* a number */
    SORT_WORD_OR_FIGURE, /* letters that may be a number */
    SORT_CAPITALS,       /* two or more of these letters, likewise */
    SORT_QUOTE,
    SORT_COUNT
} pacta_sort_of;

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
    const pacta_unit *named[NAMED_UNIT_COUNT]; /* or NULL */
    PACTA_ARRAY(pacta_rule) rules;
    PACTA_ARRAY(pacta_trigger) triggers;
    PACTA_ARRAY(uint64_t) gates;     /* at the first trigger of a word and kind: all of theirs */
    PACTA_ARRAY(pacta_listed) lists; /* in the order of the packs */
    pacta_engine *engine;
    const char *language;
    uint64_t sort_lists[SORT_COUNT][LIST_WORDS]; /* that all of the sort are in */
    uint32_t first_sorted;                       /* lists from this number on have sorts in them */
    uint64_t ahead_lists[LIST_WORDS];            /* of what stands ahead */
    uint32_t captures;                           /* most of any rule */
};

/* Unit by its name in the packs, or NULL. */
const pacta_unit *pacta_unit_named(const pacta_ruleset *ruleset, const char *name);

#endif
