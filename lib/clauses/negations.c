/* Subjects that begin with "no", whatever stands before them: what they may, nobody may. */
#include "clauses/norms.h"
#include "phrases/words.h"

enum { SUBJECT_TOKENS = 24, OPENER_TOKENS = 40 };

/* The words up to `last` are over, so that a subject can begin behind them; but: with, has, making,
 * which carry | no oil. */
static bool leaves_off(const pacta_work *work, uint32_t from, uint32_t last) {
    const pacta_cut *cut = pacta_cut_at(work, last);
    if (cut->kind != PACTA_TOKEN_WORD)
        return cut->kind != PACTA_TOKEN_QUOTE;
    if (pacta_is(work, last, CLASS_LIST_JOINER) || pacta_is(work, last, CLASS_SENTENCE_JOINER) ||
        pacta_is_that(work, last))
        return true;
    if (pacta_is(work, last, CLASS_RELATIVE)) /* under which no one may */
        return last > from && pacta_is(work, last - 1, CLASS_BASIS);
    if (pacta_is(work, last, CLASS_CLAUSE_OPENER))
        return pacta_is(work, last, CLASS_ADVERB);
    if (pacta_is(work, last, CLASS_PREPOSITION) || pacta_is(work, last, CLASS_INFINITIVE) ||
        pacta_is(work, last, CLASS_PRONOUN) || pacta_is_listed_verb(work, last) ||
        pacta_ends_as(work, last, CLASS_PRESENT_ENDING))
        return false;
    return last == from ||
           !(pacta_is(work, last - 1, CLASS_SUBJECT_RELATIVE) || pacta_is(work, last - 1, CLASS_MODAL) ||
             pacta_is(work, last - 1, CLASS_INFINITIVE) || pacta_is(work, last - 1, CLASS_PRONOUN));
}

/* Where ships carry | no oil: a clause was opened that has no verb yet, as far as one can see. */
static bool waits_for_verb(pacta_work *work, uint32_t from, uint32_t end) {
    for (uint32_t i = end; i-- > from && end - i <= OPENER_TOKENS && !pacta_is_listed_verb(work, i);) {
        const pacta_rule *rule = pacta_rule_at(work, RULE_SUBORDINATE, i);
        if (rule != NULL && rule->mode == CLAUSE_PLAIN)
            return true;
    }
    return false;
}

/* No. 5, no more than two, NO 2: no negation. */
static bool counts(const pacta_work *work, uint32_t no) {
    const pacta_cut *cut = pacta_cut_at(work, no), *next = cut + 1;
    return next->kind == PACTA_TOKEN_NUMBER || next->kind == PACTA_TOKEN_ROMAN ||
           pacta_is_char(work, no + 1, '.') || pacta_is(work, no + 1, CLASS_MORE_OR_LESS) ||
           ((cut->flags & ~next->flags & TOKEN_CAPS) != 0 && cut->end - cut->begin > 1);
}

/* Another subject begins at the token than the one that is told of before it. */
static bool opens_another(const pacta_work *work, uint32_t token) {
    const uint32_t before = token - 1;
    if (pacta_is(work, before, CLASS_NEGATION) || pacta_is(work, before, CLASS_PREPOSITION)) /* no other */
        return false;
    return pacta_is(work, token, CLASS_PRONOUN) ||
           (pacta_opens_noun(work, token) && !pacta_ends_as(work, before, CLASS_PRESENT_ENDING) &&
            !pacta_is(work, before, CLASS_PARTICIPLE) && /* or other */
            (pacta_is(work, token, CLASS_DETERMINER) || !pacta_is(work, before, CLASS_LIST_JOINER))) ||
           (pacta_is(work, token, CLASS_CLAUSE_OPENER) && !pacta_is(work, token, CLASS_PREPOSITION) &&
            !pacta_is(work, token, CLASS_SENTENCE_JOINER));
}

uint32_t pacta_negation_before(pacta_work *work, uint32_t from, uint32_t end) {
    bool verb = false;
    for (uint32_t i = end; i-- > from && end - i <= SUBJECT_TOKENS;) {
        if (pacta_is(work, i, CLASS_NEGATION))
            return !verb && !counts(work, i) && (i == from || leaves_off(work, from, i - 1)) &&
                           !waits_for_verb(work, from, i)
                       ? i
                       : PACTA_NONE;
        if (i == from || pacta_is_char(work, i, ',') || pacta_is_char(work, i, ';') ||
            pacta_is_char(work, i, ':'))
            return PACTA_NONE;
        if (pacta_is(work, i, CLASS_SUBJECT_RELATIVE)) /* no stocks which are so held | may */
            verb = false;
        else if (opens_another(work, i))
            return PACTA_NONE;
        else if (!pacta_is(work, i - 1, CLASS_NEGATION)) /* no means */
            verb = verb || pacta_is_listed_verb(work, i);
    }
    return PACTA_NONE;
}

bool pacta_is_negated(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t noun = pacta_leave_circumstance(work, first, end);
    noun += noun == first && noun + 1 < end && pacta_is(work, first, CLASS_PREPOSITION) &&
            pacta_is(work, first + 1, CLASS_NEGATION); /* under no circumstances shall he */
    if (first > 0 && pacta_is(work, first - 1, CLASS_CLAUSE_OPENER) &&
        !pacta_is(work, first - 1, CLASS_ADVERB))
        return false; /* if no agreement is reached a Party may; but: then no Party may */
    return noun < end && pacta_is(work, noun, CLASS_NEGATION) &&
           (noun + 2 >= end || !pacta_is(work, noun + 2, CLASS_CLAUSE_OPENER));
}
