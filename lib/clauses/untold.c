/* In press text, norms that nothing around them gives to an instrument count where they
 * speak as one does. */
#include "clauses/norms.h"
#include "phrases/phrases.h"

/* A State, either side: anybody of a kind that can be bound. */
static bool is_anybody(const pacta_work *work, const pacta_norm *norm) {
    return norm->subject < norm->subject_end && pacta_subject_is_somebody(work, norm) &&
           (pacta_is(work, norm->subject, CLASS_QUANTIFIER) ||
            pacta_is(work, norm->subject, CLASS_INDEFINITE));
}

/* A norm that nothing gives to an instrument speaks like one: of anybody, of what an
 * article lists, in the words of the law. */
static bool speaks_law(const pacta_work *work, const pacta_norm *norm, const pacta_stretch *stretch,
                       bool told) {
    bool leave = norm->modality == PACTA_PERMISSION || norm->modality == PACTA_RECOMMENDATION;
    uint32_t last = norm->subject_end > norm->subject ? norm->subject_end - 1 : norm->first;
    if (pacta_is(work, norm->first, CLASS_LEGAL_MODAL))
        return norm->first > stretch->first && !pacta_is(work, last, CLASS_SPEAKER);
    if ((told || stretch->report->carried) && !leave)
        return true;
    if (stretch->report->carried && norm->modality == PACTA_PERMISSION && work->limbs.count > 0)
        return true; /* on a condition */
    if (norm->subject < norm->subject_end &&
        pacta_reference_in(work, norm->subject, norm->subject_end) != PACTA_NONE &&
        !pacta_subject_is_instrument(work, norm->subject, norm->subject_end))
        return true;
    return norm->modality != PACTA_RECOMMENDATION && norm->modality != PACTA_CONSTITUTIVE &&
           is_anybody(work, norm);
}

void pacta_drop_untold(pacta_work *work, const pacta_stretch *stretch) {
    uint32_t kept = 0;
    bool told = stretch->told;
    for (uint32_t i = 0; i < work->norms.count; i++) {
        pacta_norm norm = work->norms.items[i];
        if (norm.untold && !speaks_law(work, &norm, stretch, told))
            continue;
        told = told || norm.of_instrument;
        work->norms.items[kept++] = norm;
    }
    work->norms.count = kept;
}
