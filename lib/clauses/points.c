/* Conditions that go on in the points of a list: unless: (a) ...; (b) .... */
#include "clauses/points.h"
#include "phrases/words.h"

enum { POINTS_LIMIT = 1024 };

/* Where the last of the points ends that stand in the provision from `next` on, or the
 * first sentence of the last of its own: what follows is no point. */
static uint32_t end_of_points(const pacta_work *work, const pacta_stretch *stretch, uint32_t provision,
                              uint32_t next) {
    const pacta_document *document = work->document;
    const pacta_provision *all = document->provisions.items;
    uint32_t end = pacta_cut_at(work, stretch->end - 1)->end, items = 0, p = next;
    const pacta_unit *unit = p < document->provisions.count ? pacta_provision_unit(work, p) : NULL;
    for (; p < document->provisions.count && p - next < POINTS_LIMIT; p++) {
        const bool child = all[p].parent == provision;
        if ((child && all[p].span.begin < end) || all[p].span.end > all[provision].span.end)
            break;
        if (child && (unit->level != LEVEL_ITEM || pacta_provision_unit(work, p) != unit))
            break;
        end = child ? all[p].span.end : end;
        items += child;
    }
    const uint32_t innermost = pacta_token_at(work, all[p - 1].label.end);
    const uint32_t stop = work->sentences.items[pacta_sentence_of(work, innermost)].end;
    if (items > 0 && end > pacta_cut_at(work, stop - 1)->end)
        end = pacta_cut_at(work, stop - 1)->end;
    const uint32_t last = pacta_token_at(work, end - 1); /* without the mark behind it */
    const bool mark = last > stretch->end && pacta_cut_at(work, last)->kind == PACTA_TOKEN_SYMBOL &&
                      !pacta_is_char(work, last, ')');
    return mark ? pacta_cut_at(work, last - 1)->end : end;
}

/* Before the colon the limb breaks off: unless; in the case of; if a Party. */
static bool breaks_off(pacta_work *work, const pacta_limb *limb) {
    uint32_t last = limb->end - 1;
    bool opener = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) != NULL;
    if (opener &&
        (pacta_ends_as(work, limb->body, CLASS_PAST_ENDING) || pacta_is(work, limb->body, CLASS_CUE_TEXT)))
        return false; /* when committed intentionally: */
    return limb->end == limb->first + 1 || pacta_is(work, last, CLASS_PREPOSITION) ||
           pacta_is(work, last, CLASS_INFINITIVE) || (opener && limb->end == limb->body) ||
           (opener && !pacta_has_verb(work, limb->body, limb->end));
}

/* Right behind the stretch the provision `next` begins, which is a point of its own. */
static bool leads_to_point(const pacta_work *work, const pacta_stretch *stretch, uint32_t provision,
                           uint32_t next) {
    const pacta_document *document = work->document;
    if (next >= document->provisions.count || stretch->end >= work->tokens.count)
        return false;
    const pacta_provision *point = &document->provisions.items[next];
    return point->parent == provision && point->span.begin == pacta_cut_at(work, stretch->end)->begin;
}

void pacta_stretch_over_points(pacta_work *work, const pacta_stretch *stretch, uint32_t provision,
                               uint32_t next) {
    if (work->limbs.count == 0)
        return;
    pacta_limb *last = &work->limbs.items[work->limbs.count - 1];
    const bool colon = last->end + 1 == stretch->end && pacta_is_char(work, last->end, ':');
    const bool in_line =
        last->end == stretch->end && work->norms.count > 0 && leads_to_point(work, stretch, provision, next);
    if (in_line || (colon && breaks_off(work, last)))
        last->span.end = end_of_points(work, stretch, provision, next);
}
