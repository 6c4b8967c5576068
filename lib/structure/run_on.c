/* What runs on in one passage though others print it apart: the heading of an article
 * (Article 5. Quorum. Five judges are ...), and its numbered paragraphs. */
#include "core/utf8.h"
#include "work.h"

enum { HEADING_TOKENS = 14 };

/* A word that a heading has no place for. */
static bool is_of_sentence(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_MODAL) || pacta_is(work, token, CLASS_FINITE) ||
           pacta_is(work, token, CLASS_BE) || pacta_is(work, token, CLASS_AUXILIARY) ||
           pacta_is(work, token, CLASS_PRONOUN) || pacta_is(work, token, CLASS_SUBJECT_RELATIVE);
}

/* The stop at the token ends a sentence: a capital, a bracket or a figure stands behind it. */
static bool ends_sentence(const pacta_work *work, uint32_t stop, uint32_t end) {
    if (!pacta_is_char(work, stop, '.') || pacta_is(work, stop - 1, CLASS_ABBREVIATION) ||
        pacta_is(work, stop - 1, CLASS_NUMBER_ABBREVIATION) || stop + 1 >= end)
        return false;
    const pacta_cut *next = pacta_cut_at(work, stop + 1);
    return (next->flags & TOKEN_SPACED) != 0 &&
           ((next->flags & TOKEN_UPPER) != 0 || next->kind == PACTA_TOKEN_NUMBER ||
            next->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, stop + 1, '('));
}

pacta_span pacta_run_in_heading(const pacta_work *work, const pacta_label *label) {
    const pacta_span none = {0, 0};
    const uint32_t end = work->fold.passages.items[label->passage].end_token,
                   first = pacta_token_at(work, label->body);
    if (first >= end || (pacta_cut_at(work, first)->flags & TOKEN_UPPER) == 0)
        return none;
    for (uint32_t i = first; i < end && i - first < HEADING_TOKENS; i++) {
        if (i > first && ends_sentence(work, i, end))
            return (pacta_span){label->body, pacta_cut_at(work, i - 1)->end};
        const bool fits = pacta_cut_at(work, i)->kind == PACTA_TOKEN_WORD || pacta_is_char(work, i, ',');
        if (!fits || is_of_sentence(work, i))
            return none;
    }
    return none;
}

/* The label of the paragraph `number`, behind a sentence's end from the token `from` on; its token,
 * or `end`. */
static uint32_t next_number(const pacta_work *work, uint32_t passage, uint32_t from, uint32_t end,
                            uint16_t number, pacta_label *label) {
    for (uint32_t t = from; (t = pacta_next_with(work, t, end, SIGN_STOP | SIGN_SEMICOLON)) + 2 < end; t++) {
        const pacta_cut *cut = pacta_cut_at(work, t + 1);
        if (cut->kind == PACTA_TOKEN_NUMBER && (cut->flags & TOKEN_SPACED) != 0 &&
            pacta_is_char(work, t + 2, '.') && ends_sentence(work, t + 2, end) &&
            !pacta_is(work, t - 1, CLASS_NUMBER_ABBREVIATION) &&
            pacta_item_at(work, passage, cut->begin, label) && label->number.count == 1 &&
            label->number.suffix == 0 && label->number.parts[0] == number)
            return t + 1;
    }
    return end;
}

int pacta_find_items_within(pacta_work *work, uint32_t passage, uint32_t from, const pacta_label *opening) {
    const uint32_t end = work->fold.passages.items[passage].end_token;
    const bool counted = opening != NULL && opening->unit == 0 && opening->setting == SET_STOP &&
                         opening->readings == 1 << COUNT_NUMBERS && pacta_number_is_first(&opening->number) &&
                         opening->number.count == 1;
    for (uint16_t number = 2;; number++) {
        pacta_label label;
        const uint32_t next = counted ? next_number(work, passage, from, end, number, &label) : end;
        const int status = pacta_find_inline_items(work, passage, from, next);
        if (status != PACTA_OK || next == end)
            return status;
        label.flags |= LABEL_SECOND;
        if (!pacta_array_push(&work->memory, &work->labels, label))
            return pacta_out_of_memory(work);
        from = pacta_token_at(work, label.body);
    }
}
