#include "rules/class_words.h"
#include "core/sort.h"
#include <string.h>

static bool is_member(const pacta_lexeme *lexeme, unsigned class) {
    return class == CLASS_UNIT ? lexeme->unit != 0 : pacta_lexeme_is(lexeme, class);
}

typedef struct entry {
    const char *text;
    uint32_t size, lexeme;
} entry;

static bool comes_before(const void *one, const void *other) {
    const entry *a = one, *b = other;
    int order = memcmp(a->text, b->text, a->size < b->size ? a->size : b->size);
    return order != 0 ? order < 0 : a->size < b->size;
}

static uint32_t count_members(const pacta_lexicon *lexicon, unsigned class) {
    uint32_t count = 0;
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++)
        count += is_member(&lexicon->lexemes.items[i], class);
    return count;
}

static bool list_words(const pacta_class_words *words, unsigned class, pacta_word_list *list) {
    const pacta_lexicon *lexicon = words->lexicon;
    const uint32_t count = count_members(lexicon, class);
    if (count == 0)
        return true;
    entry *entries = pacta_new(words->memory, 2 * count * sizeof *entries);
    bool made = entries != NULL && pacta_array_reserve(words->memory, list, count);
    if (made) {
        uint32_t at = 0;
        for (uint32_t i = 1; i < lexicon->lexemes.count; i++) {
            const pacta_lexeme_text *text = &lexicon->texts.items[i];
            if (is_member(&lexicon->lexemes.items[i], class))
                entries[at++] = (entry){lexicon->bytes.items + text->begin, text->length, i};
        }
        pacta_sort(entries, entries + count, count, sizeof *entries, comes_before);
        for (uint32_t i = 0; i < count; i++)
            list->items[i] = entries[i].lexeme;
        list->count = count;
    }
    pacta_delete(words->memory, entries, 2 * count * sizeof *entries);
    return made;
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
