/* Bare numbers in a text about treaties: whose they are, as the names and citations
 * around them tell. */
#include "link/owners.h"

enum { NAMES_BACK = 256, HEAD_PASSAGES = 4, LIST = 8 };

/* The token is one of the three words that join as "and" does. */
static bool is_as_well_as(const pacta_work *work, uint32_t token) {
    const uint32_t middle = pacta_is(work, token, CLASS_LINK)
                                ? (pacta_is(work, token + 1, CLASS_AS_WELL) ? token + 1 : token - 1)
                                : token;
    return pacta_is(work, middle, CLASS_AS_WELL) && pacta_is(work, middle - 1, CLASS_LINK) &&
           pacta_is(work, middle + 1, CLASS_LINK);
}

uint32_t pacta_listed_owner(const pacta_context *c, uint32_t index) {
    pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    for (uint32_t i = index + 1; i < work->citations.count && i - index <= LIST; i++) {
        const pacta_citation *next = &work->citations.items[i];
        for (uint32_t t = work->citations.items[i - 1].end; t < next->first; t++)
            if (!pacta_is(work, t, CLASS_LIST_JOINER) && !pacta_is_char(work, t, ',') &&
                !pacta_is_char(work, t, ';') && !is_as_well_as(work, t))
                return PACTA_NONE;
        if (next->path_count == 0 || pacta_top_level(work, next) != pacta_top_level(work, here) ||
            next->roman != here->roman) /* Article 2.9 and Article VIII of the other */
            return PACTA_NONE;
        pacta_resolution how;
        if (next->name != PACTA_NONE)
            return pacta_owner_by_name(c, next, &how);
        if (next->pointer || next->foreign)
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

/* The treaty of the one organisation that the text speaks of by its name. */
static uint32_t only_holder(const pacta_context *c) {
    pacta_work *work = c->linker.work;
    uint32_t known = PACTA_NONE;
    for (uint32_t i = 0; i < work->names.count && i < NAMES_BACK; i++) {
        if (work->names.items[i].kind != NAME_HOLDER)
            continue;
        if (known != PACTA_NONE && known != work->names.items[i].instrument)
            return PACTA_NONE;
        known = work->names.items[i].instrument;
    }
    return known == PACTA_NONE ? PACTA_NONE : pacta_instrument_known(work, known);
}

/* The resolution or act that is named first by its number from token `first` on, before
 * `end`. */
static uint32_t first_symbol(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = pacta_first_name(work, first);
         i < work->names.count && work->names.items[i].first < end; i++)
        if (work->names.items[i].kind == NAME_SYMBOL)
            return work->names.items[i].instrument;
    return PACTA_NONE;
}

/* Operative paragraph 7: of the resolution or act that the passage names first by its
 * number (it may recall others); else of the one that the text opens with, or of the
 * last one before. */
static uint32_t of_a_resolution(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const pacta_passage *passages = work->fold.passages.items;
    if (!pacta_is_of_resolution(work, citation))
        return PACTA_NONE;
    uint32_t passage = pacta_passage_of(work, citation->first), token = passages[passage].first_token;
    uint32_t found = first_symbol(work, token, citation->first);
    if (found == PACTA_NONE && passage > 0)
        found = first_symbol(work, passages[0].first_token,
                             passages[passage < HEAD_PASSAGES ? passage : HEAD_PASSAGES].first_token);
    for (uint32_t i = pacta_first_name(work, token), n = 0; found == PACTA_NONE && i-- > 0 && n < NAMES_BACK;
         n++)
        if (work->names.items[i].kind == NAME_SYMBOL)
            found = work->names.items[i].instrument;
    return found;
}

/* Clause 17: of no treaty that the registry knows by its articles. */
static bool is_foreign_unit(const pacta_context *c, const pacta_citation *citation, uint32_t instrument) {
    const pacta_work *work = c->linker.work;
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    return known != NULL && known->last_article > 0 && pacta_cites_unit(work, citation, UNIT_CLAUSE);
}

/* draft article 2: of the draft articles that alone the text names, or PACTA_NONE. */
static uint32_t of_draft(const pacta_work *work, const pacta_citation *citation) {
    const uint32_t draft = citation->first - (citation->first > 0);
    uint32_t found = PACTA_NONE;
    if (!pacta_is(work, draft, CLASS_NAME_RANK) || !pacta_is(work, draft, CLASS_GENERIC))
        return PACTA_NONE;
    for (uint32_t i = 0; i < work->names.count && i < NAMES_BACK; i++) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind != NAME_TITLE || name->instrument == found || name->noun == PACTA_NONE ||
            !pacta_word_of(work, name->noun)->plural || !pacta_is(work, name->first, CLASS_NAME_RANK))
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = name->instrument;
    }
    return found;
}

uint32_t pacta_bare_owner(const pacta_context *c, uint32_t index) {
    const pacta_citation *citation = &c->linker.work->citations.items[index];
    uint32_t found = of_draft(c->linker.work, citation);
    if (found == PACTA_NONE)
        found = pacta_listed_owner(c, index);
    if (found == PACTA_NONE)
        found = of_a_resolution(c, citation);
    if (found != PACTA_NONE && !pacta_is_beyond(c, citation, found))
        return found;
    found = pacta_likeliest_owner(c, index);
    if (found != PACTA_NONE)
        return is_foreign_unit(c, citation, found) ? PACTA_NONE : found;
    if (pacta_top_level(c->linker.work, citation) != LEVEL_ITEM) /* a paragraph 141 is the judgment's */
        found = only_holder(c);
    return found == PACTA_NONE || pacta_is_beyond(c, citation, found) ? PACTA_NONE : found;
}
