/* Whether the text is in the language of the packs: enough of its words are the
 * small ones that every sentence has. (English texts have one in six at least,
 * those of its neighbours one in fourteen at most.) */
#include "work.h"

enum { WORDS_ASKED = 2000, SMALL_PERCENT = 12, FEW_WORDS = 30 };

#define SMALL(word)                                                                                          \
    (PACTA_CLASS_BIT(word, CLASS_DETERMINER) | PACTA_CLASS_BIT(word, CLASS_PREPOSITION) |                    \
     PACTA_CLASS_BIT(word, CLASS_LIST_JOINER) | PACTA_CLASS_BIT(word, CLASS_PRONOUN) |                       \
     PACTA_CLASS_BIT(word, CLASS_AUXILIARY) | PACTA_CLASS_BIT(word, CLASS_BE) |                              \
     PACTA_CLASS_BIT(word, CLASS_PART_OF) | PACTA_CLASS_BIT(word, CLASS_INFINITIVE))

int pacta_tell_language(pacta_work *work) {
    static const pacta_class_set SMALL_WORDS = PACTA_CLASS_SET(SMALL);
    uint32_t words = 0, small = 0, known = 0;
    for (uint32_t i = 0; i < work->tokens.count && words < WORDS_ASKED; i++) {
        if (work->tokens.items[i].kind != PACTA_TOKEN_WORD)
            continue;
        words++;
        small += pacta_is_any(work, i, &SMALL_WORDS);
        known += work->tokens.items[i].lexeme != 0;
    }
    if (words < FEW_WORDS ? known == 0 : small * 100 < words * SMALL_PERCENT)
        work->document->info.language = NULL;
    return PACTA_OK;
}
