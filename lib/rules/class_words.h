/* The words of each class, listed once a ruleset: patterns and triggers ask for
 * them rule by rule. */
#ifndef PACTA_RULES_CLASS_WORDS_H
#define PACTA_RULES_CLASS_WORDS_H

#include "rules/lexicon.h"

/* Lexemes, in the order of their bytes. */
typedef struct pacta_word_list {
    uint32_t *items;
    uint32_t count, capacity;
} pacta_word_list;

typedef struct pacta_class_words {
    const pacta_lexicon *lexicon;
    const pacta_allocator *memory;
    pacta_word_list lists[CLASS_LIMIT];
    bool listed[CLASS_LIMIT];
} pacta_class_words;

/* The class's words as the lexicon had them when they were first asked for;
 * NULL when memory is out. */
const pacta_word_list *pacta_words_of(pacta_class_words *words, unsigned class);

void pacta_class_words_free(pacta_class_words *words);

#endif
