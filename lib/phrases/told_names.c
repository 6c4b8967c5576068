/* Subjects that are only the end of what is told of a name: who speaks is the
 * name. */
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { REMARK = 6, ROLE = 4, APPOSITION = 16 };

/* analyst with the firm, the chief economist at: what somebody is, and where. */
static bool tells_role(const pacta_work *work, uint32_t first, uint32_t end) {
    bool role = false;
    for (uint32_t i = first; i + 2 < end && i - first < ROLE; i++) {
        if ((pacta_cut_at(work, i)->flags & TOKEN_UPPER) != 0)
            return false;
        role = role || pacta_names_role(work, i);
        if (pacta_is(work, i + 1, CLASS_NOUN_LINK) && (role || pacta_is_capital(work, i + 2)))
            return true;
        if (!pacta_is_open_word(work, i) && !(i == first && pacta_is(work, i, CLASS_DETERMINER)))
            return false;
    }
    return false;
}

/* Holm, MP, chairman of: the comma before a short remark that ends at `comma`,
 * or this one. */
static uint32_t before_remark(const pacta_work *work, uint32_t low, uint32_t comma) {
    for (uint32_t i = comma; i-- > low + 1 && comma - i <= ROLE;)
        if (pacta_is_char(work, i, ','))
            return i;
    return comma;
}

/* Ana Ruiz, analyst with Orla, Vend and Sons said: the name that opens the
 * clause, and not the end of what is told of it. */
static pacta_phrase before_role(const pacta_work *work, uint32_t low, uint32_t end) {
    pacta_phrase none = {low, low};
    for (uint32_t i = end; i-- > low + 1 && end - i < APPOSITION;) {
        if (pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, i, ';') ||
            pacta_is_verb(work, i) || pacta_is(work, i, CLASS_BE) || pacta_is(work, i, CLASS_MODAL))
            return none;
        if (!pacta_is_char(work, i, ',') || !tells_role(work, i + 1, end))
            continue;
        pacta_phrase name = pacta_phrase_ending(work, low, before_remark(work, low, i));
        return name.first == low && pacta_phrase_is_name(work, name) ? name : none;
    }
    return none;
}

/* Ana Ruiz, dean of the school said: the name. */
static pacta_phrase before_apposition(const pacta_work *work, uint32_t low, pacta_phrase subject,
                                      uint32_t end) {
    uint32_t first = subject.first;
    pacta_phrase none = {low, low};
    if (first >= end || first <= low + 1 || !pacta_is_char(work, first - 1, ',') ||
        !pacta_is(work, first, CLASS_PERSON_TITLE) ||
        pacta_is_capital(work, subject.end - 1 == first ? first : first + 1))
        return none;
    pacta_phrase name = pacta_phrase_ending(work, low, first - 1);
    return pacta_phrase_is_name(work, name) ? name : none;
}

/* Ana Ruiz speaking to the council said: who speaks, not to whom. */
static pacta_phrase before_participle(const pacta_work *work, uint32_t low, pacta_phrase subject,
                                      uint32_t end) {
    pacta_phrase none = {low, low};
    uint32_t before = subject.first;
    if (before >= end || before <= low + 2)
        return none;
    before -= pacta_is(work, before - 1, CLASS_DETERMINER) ? 2 : 1;
    bool object = pacta_ends_as(work, before, CLASS_PRESENT_ENDING); /* in handing the paper to the crew */
    if (before <= low || !(object || pacta_is(work, before, CLASS_PREPOSITION)))
        return none;
    for (uint32_t i = before; i > low && before - i < REMARK; i--) {
        if (!pacta_is(work, i, CLASS_CUE_PARTICIPLE) && !pacta_ends_as(work, i, CLASS_PRESENT_ENDING))
            continue;
        i -= pacta_is(work, i - 1, CLASS_PREPOSITION); /* in relaying the news */
        pacta_phrase name = pacta_phrase_ending(work, low, i);
        return name.first < name.end && pacta_is_capital(work, name.end - 1) ? name : none;
    }
    return none;
}

/* A letter sent during the debate repeated: no noun behind a preposition is a
 * subject, as long as there is one before. */
static pacta_phrase before_preposition(const pacta_work *work, uint32_t low, pacta_phrase subject,
                                       uint32_t end) {
    pacta_phrase none = {low, low};
    uint32_t before = subject.first;
    if (before >= end || before <= low + 2 || pacta_is_capital(work, subject.end - 1))
        return none;
    before -= pacta_is(work, before - 1, CLASS_DETERMINER) ? 2 : 1;
    if (before <= low || !pacta_is(work, before, CLASS_PREPOSITION) ||
        pacta_is(work, before, CLASS_NOUN_LINK) || pacta_is(work, before, CLASS_CLAUSE_OPENER))
        return none;
    return pacta_phrase_ending(work, low, before);
}

/* A keeper who had watched from the gallery said: who the relative stands for. */
static pacta_phrase before_relative(const pacta_work *work, uint32_t low, pacta_phrase subject,
                                    uint32_t end) {
    pacta_phrase none = {low, low};
    if (subject.first >= end)
        return none;
    for (uint32_t i = subject.end; i-- > low + 1 && subject.end - i < APPOSITION;) {
        if (pacta_is_char(work, i, ',') || pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE ||
            pacta_is(work, i, CLASS_LIST_JOINER) || pacta_is(work, i, CLASS_PRONOUN) ||
            (pacta_is_verb(work, i) && !pacta_is(work, i - 1, CLASS_SUBJECT_RELATIVE)))
            return none;
        if (!pacta_is(work, i, CLASS_SUBJECT_RELATIVE) || pacta_is(work, i, CLASS_DEMONSTRATIVE))
            continue;
        bool verb = pacta_is(work, i + 1, CLASS_BE) || pacta_is(work, i + 1, CLASS_AUXILIARY) ||
                    pacta_is(work, i + 1, CLASS_FINITE) || pacta_is_verb(work, i + 1) ||
                    pacta_ends_as(work, i + 1, CLASS_PAST_ENDING) ||
                    (pacta_is_open_word(work, i + 1) && pacta_is(work, i + 2, CLASS_DETERMINER));
        return verb && pacta_is_word(work, i - 1) ? pacta_phrase_ending(work, low, i) : none;
    }
    return none;
}

/* Ana Ruiz of the league and contributor to its journal wrote: the name. */
static pacta_phrase before_joined_role(const pacta_work *work, uint32_t low, pacta_phrase subject,
                                       uint32_t end) {
    pacta_phrase none = {low, low};
    uint32_t first = subject.first;
    if (first >= end || first <= low + 1 || !pacta_is(work, first - 1, CLASS_LIST_JOINER) ||
        !pacta_is_open_word(work, first) || (pacta_cut_at(work, first)->flags & TOKEN_UPPER) != 0 ||
        pacta_opens_phrase(work, first))
        return none;
    pacta_phrase name = pacta_phrase_ending(work, low, first - 1);
    return pacta_phrase_is_name(work, name) ? name : none;
}

pacta_phrase pacta_name_told_of(const pacta_work *work, uint32_t low, pacta_phrase subject, uint32_t end) {
    pacta_phrase name = before_apposition(work, low, subject, end);
    if (name.first == name.end)
        name = before_role(work, low, end);
    if (name.first == name.end)
        name = before_relative(work, low, subject, end);
    if (name.first == name.end)
        name = before_participle(work, low, subject, end);
    if (name.first == name.end)
        name = before_joined_role(work, low, subject, end);
    return name.first < name.end ? name : before_preposition(work, low, subject, end);
}
