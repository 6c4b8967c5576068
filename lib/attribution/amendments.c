/* Words that are put into another text, or taken out of it. */
#include "attribution/attribution.h"

enum { AMENDED = 120, BEFORE = 60, REWORDED = 4, HEADING_REACH = 8 };

/* A text that changes another one: "... shall be replaced by". */
static bool amends(const pacta_attribution *a, uint32_t first, uint32_t end) {
    const pacta_work *work = a->work;
    for (uint32_t i = first; i < end && i - first < AMENDED; i++) {
        bool verb = pacta_is(work, i, CLASS_AMENDING) || (pacta_is(work, i, CLASS_CUE_READING) && i > first);
        if (!verb)
            continue;
        for (uint32_t n = 1; n <= 3 && i >= first + n; n++) {
            if (pacta_is(work, i - n, CLASS_MODAL))
                return true;
            if (pacta_is(work, i, CLASS_AMENDING) && pacta_is(work, i - n, CLASS_BE))
                return true;
        }
    }
    return false;
}

/* the words "..."; the words "..." shall be replaced by "..." */
static bool follows_words(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t previous = work->quoted.items[a->index].previous;
    bool earlier = previous != PACTA_NONE && work->quoted.items[previous].first > a->low;
    return (a->first > a->low && pacta_is(work, a->first - 1, CLASS_WORDS_SIGN)) ||
           (earlier && pacta_is(work, work->quoted.items[previous].first - 1, CLASS_WORDS_SIGN));
}

bool pacta_stands_in_amendment(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (work->document->info.form == PACTA_FORM_PRESS && !follows_words(a))
        return false;
    uint32_t begin = a->low + BEFORE < a->first ? a->first - BEFORE : a->low;
    if (amends(a, begin, a->first) || amends(a, a->end, a->high))
        return true;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    if (a->passage == 0 || a->first != passage->first_token)
        return false;
    const pacta_passage *before = passage - 1;
    return before->end_token > before->first_token && pacta_is_char(work, before->end_token - 1, ':') &&
           amends(a, before->first_token, before->end_token);
}

/* proposed replacing "should" with "shall": words of a draft. */
bool pacta_is_reworded(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t previous = work->quoted.items[a->index].previous;
    if (a->first <= a->low || a->shape.words > REWORDED || a->shape.ends)
        return false;
    if (pacta_is(work, a->first - 1, CLASS_REWORDING))
        return true;
    return previous != PACTA_NONE && work->quoted.items[previous].end + 1 == a->first &&
           work->quoted.items[previous].first > a->low && pacta_is(work, a->first - 1, CLASS_PREPOSITION) &&
           pacta_is(work, work->quoted.items[previous].first - 1, CLASS_REWORDING);
}

/* the heading shall read "Lamps and oil" */
bool pacta_is_new_heading(const pacta_attribution *a) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < HEADING_REACH; n++)
        if (pacta_is(a->work, i, CLASS_WORK_SIGN) && !pacta_is(a->work, i, CLASS_UNIT))
            return a->shape.capital && !a->shape.ends && pacta_is(a->work, a->first - 1, CLASS_CUE_READING);
    return false;
}
