/* Whose view it is, told by the words that open the sentence. */
#include "attribution/attribution.h"
#include "phrases/words.h"

/* For Holm, "..."; for Holm, writing in 2011, "...": nothing else is told up to the words. */
static bool reaches(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    if (token + 1 == a->first)
        return true;
    if (!pacta_is_char(work, token, ',') || !(pacta_ends_as(work, token + 1, CLASS_PRESENT_ENDING) ||
                                              pacta_is(work, token + 1, CLASS_CUE_PARTICIPLE)))
        return false;
    while (++token + 1 < a->first)
        if (pacta_is_char(work, token, ',') || pacta_is(work, token, CLASS_FINITE))
            return false;
    return true;
}

/* For Holm, the test will be "..."; to the keepers it is "...". */
bool pacta_find_viewer(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t first = a->low;
    first += pacta_cut_at(work, first)->kind == PACTA_TOKEN_SYMBOL; /* a list's mark */
    const bool comma = a->first > first && pacta_is_char(work, a->first - 1, ',');
    if (first + 2 >= a->first || !pacta_is(work, first, CLASS_VIEWER) ||
        !(comma || pacta_is(work, a->first - 1, CLASS_BE)))
        return false;
    const pacta_phrase p = pacta_phrase_from(work, first + 1, a->first - 1);
    if (p.first >= p.end || !pacta_can_speak(work, p) || pacta_is_cited(a, p) ||
        (comma && !reaches(a, p.end)))
        return false;
    return pacta_settle(a, p, a->first - 1, a->first);
}
