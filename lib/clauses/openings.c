#include "clauses/openings.h"

enum { LEAD_TOKENS = 4 };

static bool stands_under(const pacta_work *work, uint32_t provision, uint32_t above) {
    while (provision != PACTA_NONE && provision != above)
        provision = work->document->provisions.items[provision].parent;
    return provision != PACTA_NONE;
}

uint32_t pacta_quotation_of(const pacta_work *work, const pacta_stretch *stretch) {
    uint32_t until;
    return pacta_quotation_around(work, work->tokens.items[stretch->first].begin, &until);
}

static bool starts_quoted(const pacta_work *work, const pacta_stretch *stretch) {
    return pacta_quotation_of(work, stretch) != PACTA_NONE;
}

void pacta_leave_lists(const pacta_work *work, pacta_openings *openings, const pacta_stretch *stretch,
                       uint32_t provision) {
    while (openings->count > 0) {
        const pacta_opening *last = &openings->items[openings->count - 1];
        bool here = last->provision == provision;
        if (here ? last->colon && !openings->ended && last->quoted == starts_quoted(work, stretch)
                 : stands_under(work, provision, last->provision))
            return;
        openings->count--;
    }
}

static const pacta_opening *innermost_norm(const pacta_openings *openings) {
    uint32_t i = openings->count;
    while (i > 0 && !openings->items[i - 1].has_norm)
        i--;
    return i == 0 ? NULL : &openings->items[i - 1];
}

bool pacta_openings_carry(const pacta_openings *openings) {
    const pacta_opening *opening = innermost_norm(openings);
    return opening != NULL && opening->carries;
}

const pacta_opening *pacta_shared_opening(const pacta_work *work, const pacta_openings *openings,
                                          const pacta_stretch *stretch) {
    const pacta_opening *opening = innermost_norm(openings);
    if (opening == NULL)
        return NULL;
    bool thing = opening->preposition && pacta_opens_subject(work, stretch->first);
    bool deed = (opening->carries && !thing) || pacta_is(work, stretch->first, CLASS_INFINITIVE);
    return deed || work->limbs.count > 0 ? opening : NULL;
}

pacta_span pacta_openings_actor(const pacta_openings *openings) {
    return openings->count > 0 ? openings->items[openings->count - 1].actor : (pacta_span){0, 0};
}

/* ---- What a stretch says for its list ------------------------------------------------------ */

/* Each item has a deed for the norm's words (shall: (a) light the lamps), rather
 * than a thing (shall notify the Parties of: (a) signatures). `end` is the token
 * behind the words. */
static bool carries_force(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    if (norm->modality == PACTA_CONSTITUTIVE || norm->modality == PACTA_DEFINITION)
        return false;
    const pacta_limb *limb = work->limbs.count == 0 ? NULL : &work->limbs.items[work->limbs.count - 1];
    bool behind = limb != NULL && limb->first >= norm->end;
    if (limb != NULL && (limb->body >= end || (behind && limb->body + LEAD_TOKENS >= end &&
                                               pacta_is(work, end - 1, CLASS_CLAUSE_OPENER))))
        return false; /* if: (a); except to the extent that: (a) */
    return norm->end >= end || pacta_is_comma(work, norm->end) || pacta_is(work, end - 1, CLASS_INFINITIVE) ||
           pacta_is(work, end - 1, CLASS_CLAUSE_OPENER);
}

/* The last token of the stretch that is no quotation mark. */
static uint32_t last_token(const pacta_work *work, const pacta_stretch *stretch) {
    uint32_t last = stretch->end - 1;
    while (last > stretch->first && work->tokens.items[last].kind == PACTA_TOKEN_QUOTE)
        last--;
    return last;
}

/* The Commission: (a) shall ... Who stands before the colon, circumstances left out. */
static pacta_span actor_before(pacta_work *work, uint32_t first, uint32_t colon) {
    for (uint32_t i = first; i + 1 < colon; i++)
        if (pacta_is_comma(work, i) && pacta_opens_subject(work, i + 1))
            first = i + 1;
    if (pacta_is(work, first, CLASS_PREPOSITION) || pacta_is(work, first, CLASS_FINITE))
        return (pacta_span){0, 0}; /* For the purpose of this Article: Have agreed as follows: */
    pacta_norm none = {
        .first = colon, .end = colon, .subject = first, .subject_end = colon, .quotation = PACTA_NONE};
    return pacta_actor_of(work, &none, colon);
}

/* Keeps the conditions of the stretch's norm `norm` and behind. */
static void hold_limbs(const pacta_work *work, pacta_opening *opening, uint32_t norm) {
    for (uint32_t i = 0; i < work->limbs.count && opening->held_count < HELD_LIMIT; i++)
        if (work->limbs.items[i].norm >= norm)
            opening->held[opening->held_count++] = work->limbs.items[i];
}

void pacta_note_opening(pacta_work *work, pacta_openings *openings, const pacta_stretch *stretch,
                        uint32_t provision, bool shared, pacta_span actor) {
    uint32_t last = last_token(work, stretch);
    openings->ended = pacta_is_char(work, last, '.');
    if (openings->ended || openings->count == OPENING_LIMIT)
        return;
    pacta_opening o = {.provision = provision, .quoted = starts_quoted(work, stretch)};
    o.colon = pacta_is_char(work, last, ':');
    if (work->norms.count > 0) {
        const pacta_norm *norm = &work->norms.items[work->norms.count - 1];
        o.has_norm = true;
        o.carries = carries_force(work, norm, o.colon ? last : last + 1);
        o.preposition = norm->end < last && pacta_is(work, last - 1, CLASS_INFINITIVE);
        o.modality = norm->modality;
        o.actor = actor;
        if (o.carries)
            hold_limbs(work, &o, work->norms.count - 1);
    } else if (o.colon) {
        o.actor = actor_before(work, stretch->first, last);
        if (!shared)
            hold_limbs(work, &o, 0);
    }
    if (o.has_norm || o.colon)
        openings->items[openings->count++] = o;
}
