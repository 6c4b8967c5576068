/* Composes what PCRE2 compiles for a rule: the definitions and classes of words
 * that its pattern calls, then the pattern itself. */
#ifndef PACTA_RULES_COMPOSE_H
#define PACTA_RULES_COMPOSE_H

#include "rules/class_words.h"
#include "rules/model.h"

enum { NEEDED_LIMIT = 128 };

/* Zero but for the first three between rulesets. */
typedef struct pacta_composer {
    pacta_model *model;
    pacta_class_words *words;
    const pacta_allocator *memory;
    PACTA_ARRAY(char) pattern;        /* of the rule in hand */
    uint32_t own;                     /* where the rule's own pattern begins in it */
    const char *needed[NEEDED_LIMIT]; /* definitions that it calls */
    uint32_t starts[NEEDED_LIMIT];    /* where each begins in `pattern` */
    pacta_slice slices[NEEDED_LIMIT]; /* and in its pack */
    uint32_t needed_count;
    size_t bytes; /* of all patterns so far */
} pacta_composer;

/* Writes the rule's `pattern`; fails at a place in a pack. */
int pacta_compose(pacta_composer *composer, const pacta_rule_entry *rule, pacta_error *error);

/* The place in a pack of an offset in the composed pattern. */
pacta_slice pacta_composed_place(const pacta_composer *composer, const pacta_rule_entry *rule, size_t offset);

void pacta_composer_free(pacta_composer *composer);

#endif
