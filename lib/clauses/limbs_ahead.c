/* Where a condition ends that stands before its norm, and where the norm's subject begins. */
#include "clauses/limbs.h"
#include "phrases/phrases.h"

/* Where what the limb says begins, behind words between commas (where, however, ...). */
static uint32_t behind_insertion(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (!pacta_is_comma(work, limb->body) || !pacta_limb_is_clause(work, limb))
        return limb->body;
    const uint32_t comma = pacta_next_comma(work, limb->body + 1, end);
    return comma < end ? comma + 1 : limb->body;
}

/* A subject can begin at the token, behind what is no part of it. `plain`: a name may be it. */
static bool begins_subject(const pacta_work *work, uint32_t token, bool plain) {
    const uint32_t before = token - 1;
    const bool noun = pacta_opens_noun(work, token) || pacta_is(work, token, CLASS_PRONOUN);
    return (noun || (plain && pacta_opens_subject(work, token))) &&
           !pacta_is(work, before, CLASS_PREPOSITION) && !pacta_is(work, before, CLASS_PHRASE_STOP) &&
           !pacta_is(work, before, CLASS_BE) &&
           !(noun ? pacta_opens_noun(work, before) : pacta_opens_subject(work, before));
}

/* In case of fire the master of a ship shall: behind a phrase the first one, if it is sure. */
static uint32_t subject_behind_phrase(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i + 1 < end; i++)
        if (begins_subject(work, i, false) && !pacta_is_comma(work, i - 1) &&
            !pacta_is(work, i - 1, CLASS_LIST_JOINER) && !pacta_is(work, i + 1, CLASS_PREPOSITION))
            return i;
    return end;
}

/* A main clause begins without a comma before it: its subject's first word (in a
 * third State the master shall); behind a clause, the last that may be it. */
static uint32_t bare_subject(pacta_work *work, const pacta_limb *limb, const pacta_norm *norm, bool plain) {
    const uint32_t end = norm->subject_end;
    const bool clause = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) != NULL;
    const uint32_t least = behind_insertion(work, limb, end) + (clause ? 2 : 1);
    const uint32_t sure = clause ? end : subject_behind_phrase(work, least, end);
    if (sure < end)
        return sure;
    for (uint32_t i = end; i > least; i--)
        if (begins_subject(work, i - 1, plain))
            return i - 1;
    return pacta_limb_is_short(work, limb) && pacta_opens_subject(work, limb->body) ? limb->body : end;
}

/* Subject to the laws (and these only), tax: a bracket ends the phrase. */
static bool ends_with_bracket(const pacta_work *work, const pacta_limb *limb, uint32_t comma, uint32_t end) {
    return !limb->exception && pacta_is_char(work, comma - 1, ')') && pacta_parts_from(work, comma, end) &&
           !pacta_lists_behind(work, comma, end);
}

/* Except where Article 9 applies, royalties and ...: nothing can follow the verb
 * before this comma. PACTA_NONE if there is none before `end`. */
static uint32_t complete_at(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (!pacta_limb_is_clause(work, limb))
        return PACTA_NONE;
    for (uint32_t i = limb->body + 1; i + 1 < end && i - limb->body <= LIMB_TOKENS; i++)
        if (pacta_is_comma(work, i) && pacta_is(work, i - 1, CLASS_FINITE) &&
            !pacta_is(work, i - 2, CLASS_BARE) && !pacta_is(work, i - 1, CLASS_BE) &&
            !pacta_is(work, i - 1, CLASS_AUXILIARY) && !pacta_opens_noun(work, i - 2) &&
            !pacta_is(work, i - 2, CLASS_POSSESSIVE) &&
            !pacta_is(work, i - 2, CLASS_RELATIVE)) /* whose act, neglect or default */
            return i;
    return PACTA_NONE;
}

/* Subject to Article 3, and without prejudice to Article 4, ...: another phrase
 * follows a limb that is none but a phrase. */
static uint32_t phrase_end(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (pacta_limb_is_clause(work, limb))
        return PACTA_NONE;
    for (uint32_t i = limb->body + 1; i + 2 < end && i - limb->body <= VERB_REACH; i++)
        if (pacta_is_comma(work, i) && pacta_is(work, i + 1, CLASS_LIST_JOINER) &&
            pacta_is(work, i + 2, CLASS_PREPOSITION) && !pacta_is(work, i + 2, CLASS_OF))
            return i;
    return PACTA_NONE;
}

/* Subject to paragraph 2, items, wherever they are, shall: a citation ends the phrase, or a
 * bracket. PACTA_NONE where none does before `end`. */
static uint32_t citation_end(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (pacta_limb_is_clause(work, limb))
        return PACTA_NONE;
    for (uint32_t i = limb->body + 1; i + 1 < end && i - limb->body <= VERB_REACH; i++)
        if (pacta_is_comma(work, i) &&
            (pacta_ends_with_citation(work, i, end) || ends_with_bracket(work, limb, i, end)))
            return pacta_opens_object(work, i + 1) ? i : PACTA_NONE;
    return PACTA_NONE;
}

/* If you agree, I propose that it shall; if he pays, it is understood that: the clause
 * that says so is no part of the limb. PACTA_NONE where there is none before `end`. */
static uint32_t saying_at(const pacta_work *work, const pacta_limb *limb, uint32_t end) {
    for (uint32_t i = limb->body + 1; i + 2 < end && i - limb->body <= LIMB_TOKENS; i++)
        if (pacta_is_comma(work, i) &&
            (pacta_is(work, i + 1, CLASS_SPEAKER) ||
             (pacta_is(work, i + 1, CLASS_NEUTER) && pacta_is(work, i + 2, CLASS_BE))) &&
            pacta_has_verb(work, limb->body, i))
            return i;
    return PACTA_NONE;
}

uint32_t pacta_end_limb_ahead(pacta_work *work, const pacta_limb *limb, pacta_norm *norm) {
    if (limb->first >= norm->subject_end) /* between subject and verb */
        return norm->first;
    bool around = limb->first < norm->subject && /* if it sinks the ship shall */
                  norm->subject <= behind_insertion(work, limb, norm->subject_end);
    uint32_t bare =
        around || limb->first >= norm->subject ? bare_subject(work, limb, norm, !around) : norm->subject;
    if (norm->part > limb->first)
        norm->part = limb->first;
    if (around ? bare < norm->subject_end : bare != norm->subject) {
        norm->subject = bare;
        return norm->subject;
    }
    uint32_t phrase = phrase_end(work, limb, norm->subject);
    if (phrase == PACTA_NONE)
        phrase = saying_at(work, limb, norm->subject);
    if (phrase != PACTA_NONE)
        return phrase;
    uint32_t complete = complete_at(work, limb, norm->subject);
    if (complete == PACTA_NONE)
        complete = citation_end(work, limb, norm->subject);
    if (complete != PACTA_NONE && norm->subject < norm->subject_end) {
        norm->subject = complete + 1;
        return complete;
    }
    return norm->subject < norm->subject_end ? norm->subject : norm->first;
}
