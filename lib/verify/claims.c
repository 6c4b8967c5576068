#include "verify/claims.h"
#include <string.h>

/* ---- Provisions by their eid ------------------------------------------------------ */

/* The length of the eid without its last level, or 0. */
static size_t without_last(const char *eid, size_t size) {
    while (size > 2 && memcmp(eid + size - 2, "__", 2) != 0)
        size--;
    return size > 2 ? size - 2 : 0;
}

/* The provision that the eid names, or the one around it that there is: press
 * texts count paragraphs that treaties do not number. */
static uint32_t resolve(const pacta_corpus *corpus, uint32_t treaty, const char *eid) {
    for (size_t size = strlen(eid); size > 0; size = without_last(eid, size)) {
        uint32_t found = pacta_corpus_find_eid(corpus, treaty, eid, size);
        if (found != PACTA_NONE)
            return found;
    }
    return PACTA_NONE;
}

/* ---- What is claimed ----------------------------------------------------------------- */

static bool same_id(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* The treaty of this id. A corpus of one whose own id is not known, or not
 * named, is taken to be meant. */
static uint32_t find_treaty(const pacta_corpus *corpus, const char *instrument) {
    for (uint32_t i = 0; i < corpus->treaties.count && instrument != NULL; i++)
        if (same_id(corpus->treaties.items[i].about.instrument, instrument))
            return i;
    if (corpus->treaties.count == 1 &&
        (instrument == NULL || corpus->treaties.items[0].about.instrument == NULL))
        return 0;
    return PACTA_NONE;
}

static bool add_stretch(pacta_claimed *claimed, const pacta_allocator *memory, const pacta_corpus *corpus,
                        uint32_t treaty, const char *eid, const char *through) {
    uint32_t from = resolve(corpus, treaty, eid);
    uint32_t until = through == NULL ? from : resolve(corpus, treaty, through);
    if (from == PACTA_NONE || until == PACTA_NONE)
        return true;
    pacta_stretch stretch = {corpus->provisions.items[from].first, corpus->provisions.items[until].end};
    return stretch.first >= stretch.end || pacta_array_push(memory, &claimed->stretches, stretch);
}

static bool add_targets(pacta_claimed *claimed, const pacta_allocator *memory, const pacta_corpus *corpus,
                        const pacta_reference *reference) {
    for (uint32_t i = 0; i < reference->target_count; i++) {
        const pacta_target *target = &reference->targets[i];
        if (target->eid == NULL)
            continue;
        claimed->eid = claimed->eid == NULL ? target->eid : claimed->eid;
        uint32_t treaty =
            target->instrument != NULL ? find_treaty(corpus, target->instrument) : claimed->treaty;
        if (treaty != PACTA_NONE &&
            !add_stretch(claimed, memory, corpus, treaty, target->eid, target->through))
            return false;
    }
    return true;
}

bool pacta_claim_read(pacta_claimed *claimed, const pacta_allocator *memory, const pacta_corpus *corpus,
                      const pacta_document *press, uint32_t reference, const char *instrument,
                      const char *eid) {
    size_t count;
    const pacta_reference *references = pacta_references(press, &count);
    const pacta_reference *named = reference < count ? &references[reference] : NULL;
    claimed->stretches.count = 0;
    claimed->reference = named == NULL ? PACTA_NONE : reference;
    claimed->instrument = named != NULL && named->instrument != NULL ? named->instrument : instrument;
    claimed->eid = named == NULL ? eid : NULL;
    claimed->named = named != NULL || instrument != NULL || eid != NULL;
    claimed->treaty = claimed->named ? find_treaty(corpus, claimed->instrument) : PACTA_NONE;
    claimed->known = claimed->named && (claimed->treaty != PACTA_NONE || claimed->instrument == NULL);
    if (named != NULL)
        return add_targets(claimed, memory, corpus, named);
    return eid == NULL || claimed->treaty == PACTA_NONE ||
           add_stretch(claimed, memory, corpus, claimed->treaty, eid, NULL);
}

/* ---- Judgement ------------------------------------------------------------------------- */

/* True if at least half of the part stands in the stretch. */
static bool stands_in(const pacta_found_part *part, const pacta_stretch *stretch) {
    uint32_t first = part->first > stretch->first ? part->first : stretch->first;
    uint32_t end = part->end < stretch->end ? part->end : stretch->end;
    return first < end && (end - first) * 2 >= part->end - part->first;
}

/* The same by eid, for a treaty that the claim does not tell. */
static bool stands_at(const pacta_corpus *corpus, const pacta_found_part *part, const char *eid) {
    uint32_t found = resolve(corpus, part->part.treaty_index, eid);
    if (found == PACTA_NONE)
        return false;
    pacta_stretch stretch = {corpus->provisions.items[found].first, corpus->provisions.items[found].end};
    return stands_in(part, &stretch);
}

static bool is_right(const pacta_claimed *claimed, const pacta_corpus *corpus, const pacta_found_part *part) {
    if (claimed->treaty != PACTA_NONE && part->part.treaty_index != claimed->treaty)
        return false;
    if (claimed->eid == NULL)
        return true;
    if (claimed->treaty == PACTA_NONE)
        return stands_at(corpus, part, claimed->eid);
    for (uint32_t i = 0; i < claimed->stretches.count; i++)
        if (stands_in(part, &claimed->stretches.items[i]))
            return true;
    return false;
}

pacta_claim pacta_claim_judge(const pacta_claimed *claimed, const pacta_corpus *corpus,
                              const pacta_found_part *parts, uint32_t count) {
    if (!claimed->named)
        return PACTA_CLAIM_NONE;
    if (count == 0)
        return claimed->known ? PACTA_CLAIM_OPEN : PACTA_CLAIM_ELSEWHERE;
    for (uint32_t i = 0; i < count; i++)
        if (!is_right(claimed, corpus, &parts[i]))
            return PACTA_CLAIM_WRONG;
    return claimed->known || claimed->eid != NULL ? PACTA_CLAIM_RIGHT : PACTA_CLAIM_OPEN;
}
