/* What stands at the end of a condition and is no part of it. */
#include "clauses/tails.h"
#include "phrases/phrases.h"
#include "phrases/words.h"

enum { SAYER_TOKENS = 10, REMARKED = 2, APPOSED = 3 };

/* ", and that": what opens the next clause. */
static bool opens_next(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_CLAUSE_OPENER) &&
           (pacta_is(work, token - 1, CLASS_LIST_JOINER) || pacta_is_comma(work, token - 1));
}

/* if they show "distress": the mark closes what opens behind the condition's beginning. */
static bool closes_inside(const pacta_work *work, uint32_t first, uint32_t mark) {
    bool open = false;
    for (uint32_t i = first; i < mark; i++)
        open = pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE ? !open : open;
    return open;
}

uint32_t pacta_strip_marks(const pacta_work *work, uint32_t first, uint32_t end) {
    while (end > first + 1) {
        const pacta_cut *last = pacta_cut_at(work, end - 1);
        bool mark = (last->kind == PACTA_TOKEN_SYMBOL && !pacta_is_char(work, end - 1, ')') &&
                     !pacta_is_char(work, end - 1, ']') && !pacta_is_char(work, end - 1, '%')) ||
                    (last->kind == PACTA_TOKEN_QUOTE && !closes_inside(work, first, end - 1)) ||
                    last->kind == PACTA_TOKEN_BREAK;
        bool only = pacta_is(work, end - 1, CLASS_ADVERB) &&
                    (pacta_is_comma(work, end - 2) || pacta_is(work, end - 2, CLASS_LIST_JOINER));
        if (!mark && !only && !pacta_is(work, end - 1, CLASS_LIST_JOINER) && !opens_next(work, end - 1))
            break;
        end--;
    }
    return end;
}

uint32_t pacta_leave_sayer(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t verb = PACTA_NONE;
    for (uint32_t i = first; i + 1 < end; i++) /* , says Article 4 of the Convention on ... */
        if (pacta_is_comma(work, i) && pacta_is(work, i + 1, CLASS_CUE) &&
            !pacta_is(work, i + 1, CLASS_NOUN_LIKE))
            return i;
    for (uint32_t i = end; i > first && end - i < SAYER_TOKENS; i--) {
        const uint32_t cited = i + (i + 1 < end && pacta_is(work, i, CLASS_PREPOSITION)); /* in line with */
        bool ground = pacta_is(work, i - 1, CLASS_BASIS) &&
                      (pacta_reference_in(work, cited, cited + 1) != PACTA_NONE ||
                       (i < end && pacta_is(work, i, CLASS_INFINITIVE) && pacta_is_comma(work, i - 2)));
        if (pacta_is(work, i - 1, CLASS_CUE) || pacta_is(work, i - 1, CLASS_ASSERTING) || ground)
            verb = i - 1;
        if (pacta_is_comma(work, i - 1))
            return verb == PACTA_NONE ? end : i - 1;
    }
    return end;
}

/* No other comma stands behind it, up to what is quoted. */
static bool is_last_comma(const pacta_work *work, uint32_t comma, uint32_t end) {
    for (uint32_t i = comma + 1; i < end && pacta_cut_at(work, i)->kind != PACTA_TOKEN_QUOTE; i++)
        if (pacta_is_comma(work, i))
            return false;
    return true;
}

/* and Schedule 1 puts a ceiling on it: a provision, and what it does. */
static bool does_something(const pacta_work *work, uint32_t token, uint32_t end) {
    const uint32_t cited = pacta_reference_in(work, token, token + 1);
    const uint32_t verb = cited == PACTA_NONE ? end : pacta_reference_phrase(work, cited).end;
    return verb < end && pacta_is_open_word(work, verb) &&
           (pacta_cut_at(work, verb)->flags & TOKEN_UPPER) == 0;
}

/* , but Vend left; , and Vend has begun to build: behind the comma, a clause of its own. */
static bool opens_next_clause(const pacta_work *work, uint32_t first, uint32_t comma, uint32_t end) {
    const uint32_t next = comma + 2;
    const bool turns = pacta_is(work, comma + 1, CLASS_ADVERSATIVE);
    if (!turns && !pacta_is(work, comma + 1, CLASS_LIST_JOINER))
        return false;
    const bool subject = pacta_opens_subject(work, next) ||
                         (pacta_cut_at(work, next)->flags & TOKEN_UPPER) != 0 ||
                         pacta_reference_in(work, next, next + 1) != PACTA_NONE;
    return does_something(work, next, end) ||
           ((subject || (turns && pacta_has_verb(work, first, comma))) && pacta_has_verb(work, next, end));
}

/* , a phrase that nobody has defined; , the first such pledge: what is remarked of the words
 * before the last comma. */
static bool opens_apposition(const pacta_work *work, uint32_t comma, uint32_t end) {
    if (pacta_is(work, comma + 1, CLASS_DETERMINER) && pacta_is(work, comma + 2, CLASS_ORDINAL))
        return is_last_comma(work, comma, end) && !pacta_has_verb(work, comma, end);
    if (!pacta_is(work, comma + 1, CLASS_INDEFINITE) || !is_last_comma(work, comma, end))
        return false;
    for (uint32_t i = comma + 3; i + 1 < end && i - comma <= APPOSED + 1; i++)
        if (pacta_is(work, i, CLASS_RELATIVE))
            return true;
    return false;
}

/* Neither is what is told next: , and it sets up; , and in May it did; , but Vend left;
 * , ending a quarrel; , which Holm calls. */
static uint32_t leave_next(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i + 2 < end; i++) {
        if (!pacta_is_comma(work, i))
            continue;
        bool goes_on = pacta_is(work, i + 1, CLASS_LIST_JOINER) &&
                       (pacta_is(work, i + 2, CLASS_CARRIED_ON) ||
                        (pacta_is(work, i + 2, CLASS_PREPOSITION) && pacta_has_verb(work, first, i) &&
                         pacta_has_verb(work, i + 2, end)));
        bool remark =
            pacta_is(work, i + 1, CLASS_RELATIVE) && i >= first + REMARKED && is_last_comma(work, i, end);
        if (goes_on || remark || opens_apposition(work, i, end) || opens_next_clause(work, first, i, end) ||
            (pacta_ends_as(work, i + 1, CLASS_PRESENT_ENDING) && !pacta_is(work, i + 1, CLASS_PREPOSITION) &&
             pacta_has_verb(work, first, i)))
            return i;
    }
    return end;
}

uint32_t pacta_leave_remark(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i + 3 < end; i++)
        if (pacta_is_comma(work, i) && pacta_is(work, i + 1, CLASS_QUANTIFIER) &&
            pacta_is(work, i + 2, CLASS_OF) && pacta_is(work, i + 3, CLASS_RELATIVE))
            return i;
    return end;
}

/* A citation in brackets is none either, nor what follows it. */
static uint32_t leave_citation(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i + 2 < end; i++) {
        if (!pacta_is_char(work, i, '(') || (pacta_cut_at(work, i)->flags & TOKEN_SPACED) == 0)
            continue;
        const uint32_t reference = pacta_reference_in(work, i + 1, i + 2);
        const uint32_t close = reference == PACTA_NONE ? end : pacta_reference_phrase(work, reference).end;
        if (close < end && pacta_is_char(work, close, ')'))
            return i;
    }
    return end;
}

uint32_t pacta_leave_story(const pacta_work *work, uint32_t first, uint32_t end) {
    end = pacta_leave_sayer(work, first, pacta_strip_marks(work, first, end));
    return leave_next(work, first, leave_citation(work, first, end));
}
