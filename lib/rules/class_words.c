#include "rules/class_words.h"

static bool is_member(const pacta_lexeme *lexeme, unsigned class) {
    return class == CLASS_UNIT ? lexeme->unit != 0 : pacta_lexeme_is(lexeme, class);
}

/* Counts by length first, then puts each where those of its length go. */
static bool list_words(const pacta_class_words *words, unsigned class, pacta_word_list *list) {
    const pacta_lexicon *lexicon = words->lexicon;
    uint32_t behind[LEXEME_LIMIT + 1] = {0}, total = 0;
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++)
        if (is_member(&lexicon->lexemes.items[i], class))
            behind[lexicon->lexemes.items[i].key.length]++;
    for (uint32_t length = LEXEME_LIMIT + 1; length-- > 0;) {
        uint32_t count = behind[length];
        behind[length] = total;
        total += count;
    }
    if (!pacta_array_reserve(words->memory, list, total))
        return false;
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++)
        if (is_member(&lexicon->lexemes.items[i], class))
            list->items[behind[lexicon->lexemes.items[i].key.length]++] = i;
    list->count = total;
    return true;
}

const pacta_word_list *pacta_words_of(pacta_class_words *words, unsigned class) {
    if (!words->listed[class] && !list_words(words, class, &words->lists[class]))
        return NULL;
    words->listed[class] = true;
    return &words->lists[class];
}

void pacta_class_words_free(pacta_class_words *words) {
    for (unsigned class = 0; class < CLASS_LIMIT; class ++)
        pacta_array_release(words->memory, &words->lists[class]);
}
