/* Circumstances that stand before a subject: in winter, under Article 9. */
#include "clauses/norms.h"
#include "phrases/phrases.h"
#include "phrases/words.h"

/* when considering requests the Committee */
static bool is_behind_opener(const pacta_work *work, uint32_t participle) {
    return participle > 0 && pacta_is(work, participle - 1, CLASS_CLAUSE_OPENER) &&
           pacta_ends_as(work, participle, CLASS_PRESENT_ENDING);
}

/* Under Article 9 keepers: where the citation ends with which a circumstance ends, or `first`. */
static uint32_t behind_citation(const pacta_work *work, uint32_t first, uint32_t end) {
    const uint32_t cited = first + 1 + pacta_is(work, first + 1, CLASS_DETERMINER);
    const uint32_t reference = cited < end ? pacta_reference_in(work, cited, cited + 1) : PACTA_NONE;
    const uint32_t behind = reference == PACTA_NONE ? end : pacta_reference_phrase(work, reference).end;
    return behind < end && pacta_cut_at(work, behind)->kind == PACTA_TOKEN_WORD &&
                   !pacta_is(work, behind, CLASS_PREPOSITION) && !pacta_is(work, behind, CLASS_LIST_JOINER) &&
                   !pacta_is(work, behind, CLASS_PHRASE_STOP)
               ? behind
               : first;
}

uint32_t pacta_leave_circumstance(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end || !(pacta_is(work, first, CLASS_PREPOSITION) ||
                          pacta_is(work, first, CLASS_INFINITIVE) || is_behind_opener(work, first)))
        return first;
    const uint32_t behind = behind_citation(work, first, end);
    if (behind > first)
        return behind;
    for (uint32_t i = end - 1; i > first + 2; i--)
        if (pacta_opens_noun(work, i - 1) && !pacta_is_char(work, i - 2, '(') &&
            !pacta_opens_noun(work, i - 2) && !pacta_is(work, i - 2, CLASS_PREPOSITION) &&
            !pacta_is(work, i - 2, CLASS_LIST_JOINER) && !pacta_is(work, i - 2, CLASS_PHRASE_STOP) &&
            !pacta_is(work, i - 2, CLASS_BE) &&
            !(pacta_is(work, i - 1, CLASS_SUBJECT_RELATIVE) && pacta_is(work, i, CLASS_PRONOUN)))
            return i - 1;
    for (uint32_t i = end - 1; i > first && !pacta_is(work, i, CLASS_LIST_JOINER); i--)
        if (pacta_is_comma(work, i) && i + 1 < end && !pacta_is(work, i + 1, CLASS_PREPOSITION) &&
            !pacta_is(work, i + 1, CLASS_FINITE) && !pacta_ends_as(work, i + 1, CLASS_PRESENT_ENDING))
            return i + 1; /* In addition to Article 4, developed Parties */
    return first;
}

bool pacta_is_mere_circumstance(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end ||
        !(pacta_is(work, first, CLASS_PREPOSITION) || pacta_is(work, first, CLASS_INFINITIVE)))
        return false;
    for (uint32_t i = first + 1; i < end && i - first <= 2; i++)
        if (pacta_is(work, i, CLASS_NUMERAL) || pacta_cut_at(work, i)->kind == PACTA_TOKEN_NUMBER)
            return false;
    return true;
}

bool pacta_is_circumstance(const pacta_work *work, uint32_t first, uint32_t end) {
    return first < end && pacta_is(work, first, CLASS_PREPOSITION) && pacta_is_comma(work, end) &&
           pacta_leave_circumstance(work, first, end) == first;
}
