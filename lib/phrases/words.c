#include "phrases/words.h"

enum { PARTICIPLE = 20 };

bool pacta_is_word(const pacta_work *work, uint32_t token) {
    uint8_t kind = pacta_cut_at(work, token)->kind;
    return kind == PACTA_TOKEN_WORD || kind == PACTA_TOKEN_ROMAN || kind == PACTA_TOKEN_NUMBER;
}

bool pacta_is_clitic(const pacta_work *work, uint32_t token) {
    return (pacta_cut_at(work, token)->flags & TOKEN_CLITIC) != 0;
}

/* The token opens its passage, its sentence or a quotation: a capital there
 * says nothing. */
static bool is_opening(const pacta_work *work, uint32_t token) {
    if ((pacta_cut_at(work, token)->flags & TOKEN_FIRST) != 0)
        return true;
    uint8_t before = pacta_cut_at(work, token - 1)->kind;
    if (before == PACTA_TOKEN_QUOTE || before == PACTA_TOKEN_BREAK)
        return true;
    if (before != PACTA_TOKEN_SYMBOL || token < 2)
        return before == PACTA_TOKEN_SYMBOL;
    return !pacta_is_char(work, token - 1, ',') && !pacta_is_char(work, token - 1, '&') &&
           !pacta_is_char(work, token - 1, '(') && !pacta_is(work, token - 2, CLASS_ABBREVIATION) &&
           !pacta_is(work, token - 2, CLASS_PERSON_TITLE) &&
           pacta_cut_at(work, token - 2)->end - pacta_cut_at(work, token - 2)->begin > 1;
}

/* Words that are no part of a noun phrase. */
static bool is_function_word(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PREPOSITION) || pacta_is(work, token, CLASS_CLAUSE_OPENER) ||
           pacta_is(work, token, CLASS_PRONOUN) || pacta_is(work, token, CLASS_AUXILIARY) ||
           pacta_is(work, token, CLASS_BE) || pacta_is(work, token, CLASS_MODAL) ||
           pacta_is(work, token, CLASS_SUBJECT_RELATIVE) || pacta_is(work, token, CLASS_PHRASE_STOP) ||
           pacta_is(work, token, CLASS_ADVERB) || pacta_is(work, token, CLASS_LIST_JOINER);
}

bool pacta_is_capital(const pacta_work *work, uint32_t token) {
    if ((pacta_cut_at(work, token)->flags & TOKEN_UPPER) == 0)
        return false;
    return !is_function_word(work, token) ||
           (!is_opening(work, token) && !pacta_is(work, token, CLASS_PRONOUN) &&
            !pacta_is(work, token, CLASS_WEEKDAY));
}

bool pacta_names_role(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PERSON_NOUN) || pacta_is(work, token, CLASS_PERSON_TITLE) ||
           pacta_is(work, token, CLASS_ORGANISATION) || pacta_is(work, token, CLASS_WORK_SIGN);
}

bool pacta_is_verb(const pacta_work *work, uint32_t token) {
    return (pacta_is(work, token, CLASS_CUE) || pacta_is(work, token, CLASS_CUE_WEAK) ||
            pacta_is(work, token, CLASS_CUE_TEXT)) &&
           !pacta_is(work, token, CLASS_NOUN_LIKE) && (pacta_cut_at(work, token)->flags & TOKEN_UPPER) == 0;
}

/* A noun, an adjective, or a verb that no pack knows. */
bool pacta_is_open_word(const pacta_work *work, uint32_t token) {
    return pacta_is_word(work, token) && !is_function_word(work, token) && !pacta_is_verb(work, token) &&
           !pacta_is(work, token, CLASS_CUE_PARTICIPLE) && !pacta_is(work, token, CLASS_CUE_CONTENT);
}

bool pacta_opens_phrase(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_DETERMINER) || pacta_is(work, token, CLASS_POSSESSIVE) ||
           (pacta_is(work, token, CLASS_DEMONSTRATIVE) && !pacta_is_verb(work, token)) ||
           pacta_is(work, token, CLASS_QUANTIFIER) || pacta_is(work, token, CLASS_NUMERAL);
}

/* Addressing reporters, ...; Pleased with the vote, ...: a participle of no list,
 * with its object, up to a comma; and no name that ends in the same letters and
 * has a verb behind it. */
static bool opens_participle(const pacta_work *work, uint32_t token) {
    if (!is_opening(work, token) || !pacta_is_word(work, token + 1) || pacta_is_clitic(work, token + 1))
        return false;
    bool joined = pacta_is(work, token + 1, CLASS_PREPOSITION);
    if (!(joined && pacta_is(work, token, CLASS_PARTICIPLE)) &&
        !pacta_ends_as(work, token, joined ? CLASS_PAST_ENDING : CLASS_PRESENT_ENDING))
        return false;
    for (uint32_t i = token + 1; i < work->tokens.count && i - token < PARTICIPLE; i++) {
        if (pacta_is_char(work, i, ','))
            return true;
        if (pacta_is_verb(work, i) || pacta_is(work, i, CLASS_AUXILIARY) || pacta_is(work, i, CLASS_BE) ||
            pacta_is(work, i, CLASS_MODAL) || pacta_cut_at(work, i)->kind == PACTA_TOKEN_BREAK)
            return false;
    }
    return false;
}

bool pacta_opens_circumstance(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PREPOSITION) || pacta_is(work, token, CLASS_CLAUSE_OPENER) ||
           pacta_is(work, token, CLASS_PHRASE_STOP) || pacta_is(work, token, CLASS_CUE_PARTICIPLE) ||
           opens_participle(work, token);
}

/* Listed as a verb, or for patterns only: how it ends tells more of it. */
static bool is_listed_otherwise(const pacta_work *work, uint32_t token) {
#define OTHERS(word)                                                                                         \
    (PACTA_CLASSES_KNOWN(word) &                                                                             \
     ~(PACTA_CLASS_BIT(word, CLASS_CUE_TAG) | PACTA_CLASS_BIT(word, CLASS_CUE_WEAK) |                        \
       PACTA_CLASS_BIT(word, CLASS_FINITE) | PACTA_CLASS_BIT(word, CLASS_PARTICIPLE) |                       \
       PACTA_CLASS_BIT(word, CLASS_SIGNING) | PACTA_CLASS_BIT(word, CLASS_MENTIONING)))
    static const pacta_class_set others = PACTA_CLASS_SET(OTHERS);
#undef OTHERS
    return pacta_is_any(work, token, &others);
}

/* Kelly said: with a verb right behind it a capital word is a name, however it ends. */
static bool is_subject_name(const pacta_work *work, uint32_t token) {
    return pacta_is_verb(work, token + 1) || pacta_is(work, token + 1, CLASS_AUXILIARY) ||
           pacta_is(work, token + 1, CLASS_BE);
}

bool pacta_ends_as(const pacta_work *work, uint32_t token, pacta_class class) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    if ((cut->lexeme != 0 && (class == CLASS_ADVERB_ENDING || is_listed_otherwise(work, token))) ||
        cut->kind != PACTA_TOKEN_WORD || cut->end - cut->begin < 5 ||
        ((cut->flags & TOKEN_UPPER) != 0 && (!is_opening(work, token) || is_subject_name(work, token))))
        return false;
    const char *end = pacta_work_text(work) + cut->end - 2;
    if (!pacta_is_ascii_letter(end[0]) || !pacta_is_ascii_letter(end[1]))
        return false;
    uint32_t ending = pacta_lexicon_short(&work->rules->lexicon, pacta_letters_key(end, 2))->index;
    return pacta_lexeme_is(&work->rules->lexicon.lexemes.items[ending], class);
}

bool pacta_ends_in_s(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    return cut->kind == PACTA_TOKEN_WORD && pacta_work_text(work)[cut->end - 1] == 's';
}

bool pacta_says_time(const pacta_work *work, uint32_t token) {
    if (!pacta_is(work, token, CLASS_TIME) || (pacta_cut_at(work, token)->flags & TOKEN_UPPER) != 0)
        return false;
    return !pacta_is(work, token, CLASS_WRITING) || token == 0 || pacta_is(work, token - 1, CLASS_NUMERAL) ||
           pacta_is(work, token - 1, CLASS_QUANTIFIER) ||
           pacta_cut_at(work, token - 1)->kind == PACTA_TOKEN_NUMBER;
}
