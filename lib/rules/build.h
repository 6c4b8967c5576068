/* A ruleset while it is made of what packs say, for the files that make it. */
#ifndef PACTA_RULES_BUILD_H
#define PACTA_RULES_BUILD_H

#include "rules/compose.h"
#include "rules/ruleset.h"

/* One (word, kind, rule), before they are laid out. */
typedef struct pacta_pending {
    uint32_t lexeme, order;
    pacta_trigger trigger;
    pacta_slice place;
    uint8_t kind;
    int16_t priority;
} pacta_pending;

/* A list of what may stand beside triggers: words of the model's. */
typedef struct pacta_beside {
    const pacta_slice *words;
    uint32_t count;
} pacta_beside;

/* Everything that is needed while a ruleset is made, and not after. */
typedef struct pacta_build {
    pacta_ruleset *ruleset;
    pacta_model model;
    pacta_error *error;
    bool jit;
    const char *rule; /* name of the rule in hand, or NULL */
    pacta_class_words words;
    pacta_composer composer;
    PACTA_ARRAY(pacta_pending) pendings;
    pacta_beside lists[BESIDE_LISTS];
    uint32_t list_count;
} pacta_build;

int pacta_build_no_memory(const pacta_build *build);

/* Fails with the place in its pack. */
int pacta_build_fail(const pacta_build *build, pacta_slice place, const char *message);

static inline const char *pacta_build_text(const pacta_build *build, pacta_slice slice) {
    return build->model.packs.items[slice.pack].data + slice.begin;
}

/* Adds the word to the lexicon, if need be. */
int pacta_build_word(pacta_build *build, pacta_slice word, uint32_t *lexeme);

/* triggers.c: notes the triggers of the rule that was made last; and when all are. */
int pacta_build_triggers(pacta_build *build, const pacta_rule_entry *entry);
int pacta_lay_out_triggers(pacta_build *build);

#endif
