/* Names in small letters: the draft articles on the protection of shared lakes, which a commission
 * works at. */
#include "find/finder.h"
#include "phrases/words.h"

enum { WORDS_MOST = 16, WORDS_LEAST = 2 };

/* draft articles on: units in the plural, behind a noun that also ranks names. */
static bool opens_draft(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    if (work->document->info.form == PACTA_FORM_TREATY || token + 3 >= f->passage_end ||
        !pacta_is(work, token, CLASS_NAME_RANK) || !pacta_is(work, token, CLASS_GENERIC) ||
        !pacta_is(work, token + 2, CLASS_TITLE_OPENER))
        return false;
    const pacta_lexeme *word = pacta_word_of(work, token + 1);
    return word->plural && work->rules->units.items[word->unit - 1].level == LEVEL_ARTICLE;
}

/* on shared lakes deals with: a verb, behind a plural. */
static bool is_verb(const pacta_work *work, uint32_t token) {
    return pacta_ends_in_s(work, token) && pacta_ends_in_s(work, token - 1) &&
           pacta_is(work, token + 1, CLASS_PREPOSITION);
}

/* on special missions included in: told of them, and no word of the title; but: of shared lakes. */
static bool tells_more(const pacta_work *work, uint32_t token) {
    const bool past =
        pacta_ends_as(work, token, CLASS_PAST_ENDING) || pacta_is(work, token, CLASS_CUE_CONTENT);
    return past && !pacta_is(work, token - 1, CLASS_PREPOSITION) && !pacta_is(work, token - 1, CLASS_OF) &&
           !pacta_is(work, token - 1, CLASS_DETERMINER) && !pacta_is(work, token - 1, CLASS_LIST_JOINER);
}

/* No title goes on at the word. */
static bool stops(const pacta_work *work, uint32_t token) {
    return pacta_cut_at(work, token)->kind != PACTA_TOKEN_WORD || pacta_is(work, token, CLASS_FINITE) ||
           pacta_is(work, token, CLASS_MODAL) || pacta_is(work, token, CLASS_BE) ||
           pacta_is(work, token, CLASS_AUXILIARY) || pacta_is(work, token, CLASS_SUBJECT_RELATIVE) ||
           pacta_is(work, token, CLASS_PRONOUN) || pacta_is(work, token, CLASS_MAKING) ||
           pacta_is(work, token, CLASS_CUE) || pacta_is(work, token, CLASS_POSSESSIVE);
}

int pacta_take_draft(pacta_finder *f, uint32_t token, uint32_t *next, bool *taken) {
    const pacta_work *work = f->work;
    if (!opens_draft(f, token))
        return PACTA_OK;
    uint32_t end = token + 3;
    for (uint32_t i = end; i < f->passage_end && i - token < WORDS_MOST && !stops(work, i) &&
                           !is_verb(work, i) && !tells_more(work, i);
         i++) {
        if (pacta_is(work, i, CLASS_LIST_JOINER) && pacta_is(work, i + 1, CLASS_DETERMINER))
            break; /* and the commentary to them */
        if (!pacta_is(work, i, CLASS_PREPOSITION) && !pacta_is(work, i, CLASS_DETERMINER) &&
            !pacta_is(work, i, CLASS_LIST_JOINER) && !pacta_is(work, i, CLASS_INFINITIVE) &&
            !pacta_is(work, i, CLASS_OF))
            end = i + 1;
    }
    if (end < token + 3 + WORDS_LEAST)
        return PACTA_OK;
    *taken = true;
    *next = end;
    return pacta_name_title(f, token, end, token + 1);
}
