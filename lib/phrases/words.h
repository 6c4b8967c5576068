/* Words as parts of noun phrases: what each may be there. */
#ifndef PACTA_PHRASES_WORDS_H
#define PACTA_PHRASES_WORDS_H

#include "work.h"

/* A word, a number or a Roman numeral. */
bool pacta_is_word(const pacta_work *work, uint32_t token);

/* Glued to the word before: 's, n't. */
bool pacta_is_clitic(const pacta_work *work, uint32_t token);

/* A capital that is a name's, not the one of a sentence's first word. */
bool pacta_is_capital(const pacta_work *work, uint32_t token);

/* Says what somebody is: minister, spokesman, agency. */
bool pacta_names_role(const pacta_work *work, uint32_t token);

/* A reporting verb that is not a noun as well. */
bool pacta_is_verb(const pacta_work *work, uint32_t token);

/* A noun, an adjective, or a verb that no pack knows. */
bool pacta_is_open_word(const pacta_work *work, uint32_t token);

/* An article, a possessive, a numeral: a phrase begins here. */
bool pacta_opens_phrase(const pacta_work *work, uint32_t token);

/* Day, year; and no minutes of a meeting, unless they are counted. */
bool pacta_says_time(const pacta_work *work, uint32_t token);

/* A word of no list that ends as those of the class do (adverb, past). */
bool pacta_ends_as(const pacta_work *work, uint32_t token, pacta_class ending);

/* bans, allies: a word that is a verb, or tells of several. */
bool pacta_ends_in_s(const pacta_work *work, uint32_t token);

/* A number with a hyphen behind it, and no space around that: 40-foot. */
static inline bool pacta_is_joined_number(const pacta_work *work, uint32_t token) {
    return pacta_cut_at(work, token)->kind == PACTA_TOKEN_NUMBER && pacta_is_dash(work, token + 1) &&
           ((pacta_cut_at(work, token + 1)->flags | pacta_cut_at(work, token + 2)->flags) & TOKEN_SPACED) ==
               0;
}

/* What opens a clause before the main one: in, when, speaking, addressing. */
bool pacta_opens_circumstance(const pacta_work *work, uint32_t token);

#endif
