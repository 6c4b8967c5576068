/* Whose view it is, told by the words that open the sentence. */
#include "attribution/attribution.h"

/* For Holm, the test will be "..."; to the keepers it is "...". */
bool pacta_find_viewer(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t first = a->low;
    first += pacta_cut_at(work, first)->kind == PACTA_TOKEN_SYMBOL; /* a list's mark */
    if (first + 2 >= a->first || !pacta_is(work, first, CLASS_VIEWER) ||
        !pacta_is(work, a->first - 1, CLASS_BE))
        return false;
    const pacta_phrase p = pacta_phrase_from(work, first + 1, a->first - 1);
    if (p.first >= p.end || !pacta_can_speak(work, p) || pacta_is_cited(a, p))
        return false;
    return pacta_settle(a, p, a->first - 1, a->first);
}
