/* Paths to eids: under what was cited before, in the document itself, in another
 * instrument. */
#include "link/targets.h"
#include "structure/provision_lookup.h"
#include <string.h>

/* A path that begins with a unit spoken of (that Article): under what was cited
 * last. */
static bool make_spoken(const pacta_linking *l, const pacta_path *path, char *eid) {
    const char *unit = pacta_unit_of(l->work, &path->steps[0])->eid;
    if (!pacta_eid_cut(l->context->spoken_eid, unit, eid, EID_ROOM) &&
        !pacta_eid_cut(l->context->spoken_before, unit, eid, EID_ROOM))
        return false;
    char base[EID_ROOM];
    memcpy(base, eid, sizeof base);
    return pacta_eid_under(l->work, base, path, 1, eid, EID_ROOM);
}

bool pacta_stands_in(const pacta_work *work, uint32_t provision, const pacta_unit *unit) {
    while (provision != PACTA_NONE && pacta_provision_unit(work, provision) != unit)
        provision = work->document->provisions.items[provision].parent;
    return provision != PACTA_NONE;
}

/* of this Protocol: of the attachment that it stands in, not of the document. */
static bool is_of_attachment(const pacta_linking *l, uint32_t around) {
    const pacta_work *work = l->work;
    if (l->citation->name == PACTA_NONE || work->names.items[l->citation->name].kind != NAME_SELF)
        return false;
    const uint8_t unit = pacta_word_of(work, work->names.items[l->citation->name].end - 1)->unit;
    return unit != 0 && pacta_stands_in(work, around, &work->rules->units.items[unit - 1]);
}

/* Paragraph 2 of the present resolution, in its annex: of the document, which has paragraphs. */
static bool is_of_document(const pacta_linking *l, const pacta_path *path) {
    char eid[EID_ROOM];
    return l->citation->name != PACTA_NONE && l->work->names.items[l->citation->name].kind == NAME_SELF &&
           pacta_unit_of(l->work, &path->steps[0])->level == LEVEL_ITEM &&
           pacta_eid_of(l->work, path, false, eid, sizeof eid) &&
           pacta_provision_named(l->work, eid) != PACTA_NONE;
}

/* The Annex may be amended; paragraph 2 thereof shall not. */
static bool make_pointed(const pacta_linking *l, const pacta_path *path, char *eid, uint32_t *provision) {
    const pacta_context *c = l->context;
    if (!l->citation->pointer || !pacta_is_item(l->work, &path->steps[0]) || c->spoken_of != l->instrument ||
        !pacta_eid_under(l->work, c->spoken_eid, path, 0, eid, EID_ROOM))
        return false;
    *provision = pacta_provision_named(l->work, eid);
    return *provision != PACTA_NONE || pacta_eid_is_piece(l->work, path, eid);
}

/* The attachment in which all of the document's articles stand (a letter, and the agreement that
 * it encloses), or PACTA_NONE. */
static uint32_t attachment_of_articles(const pacta_work *work) {
    uint32_t p = pacta_first_article(work);
    while (p != PACTA_NONE && pacta_provision_unit(work, p)->level != LEVEL_ATTACHMENT)
        p = work->document->provisions.items[p].parent;
    return p;
}

/* Article 3 of this Agreement, in a document that only encloses it. */
static bool make_enclosed(const pacta_linking *l, const pacta_path *path, char *eid, uint32_t *provision) {
    char enclosed[EID_ROOM];
    const uint32_t attachment = attachment_of_articles(l->work);
    if (attachment == PACTA_NONE || path->steps[0].relative ||
        pacta_unit_of(l->work, &path->steps[0])->level != LEVEL_ARTICLE ||
        !pacta_eid_within(l->work, path, attachment, enclosed, sizeof enclosed, provision) ||
        *provision == PACTA_NONE)
        return false;
    memcpy(eid, enclosed, sizeof enclosed);
    return true;
}

/* In the document itself. */
static bool make_own(const pacta_linking *l, const pacta_path *path, char *eid, uint32_t *provision) {
    pacta_level level = pacta_unit_of(l->work, &path->steps[0])->level;
    /* "Article 2 of the Protocol" means its body, even in an annex */
    bool whole = l->citation->name != PACTA_NONE && level <= LEVEL_ARTICLE && level != LEVEL_ATTACHMENT;
    uint32_t near = 0, around = pacta_provision_around(l->work, l->citation->span.begin, &near);
    whole = whole || is_of_document(l, path);
    if (whole && !is_of_attachment(l, around))
        around = PACTA_NONE;
    if (path->steps[0].same && l->context->spoken_of == l->instrument && make_spoken(l, path, eid)) {
        *provision = pacta_provision_named(l->work, eid);
        return true;
    }
    if (make_pointed(l, path, eid, provision))
        return true;
    const bool made = pacta_eid_within(l->work, path, around, eid, EID_ROOM, provision);
    return (made && *provision != PACTA_NONE) || make_enclosed(l, path, eid, provision) || made;
}

/* Regulation 14 of Annex I is long; regulation 17 is short: of the annex that the one before
 * is of. Articles cited so are mostly those of the body. */
static bool make_beside(const pacta_linking *l, const pacta_path *path, char *eid) {
    const pacta_unit *unit = pacta_unit_of(l->work, &path->steps[0]);
    char base[EID_ROOM] = "";
    return unit->level == LEVEL_ARTICLE && unit != l->work->rules->named[UNIT_ARTICLE] &&
           pacta_eid_cut(l->context->spoken_eid, unit->eid, base, EID_ROOM) && pacta_eid_up(base) &&
           pacta_eid_under(l->work, base, path, 0, eid, EID_ROOM);
}

/* Article 31(3), of which subparagraph (c): of the paragraph of the article that the passage
 * has cited last. */
static bool is_of_paragraph(const pacta_linking *l, const pacta_path *path, const char *article, char *base) {
    const pacta_context *c = l->context;
    const pacta_unit *paragraph = l->work->rules->named[UNIT_PARAGRAPH];
    return paragraph != NULL && pacta_unit_of(l->work, &path->steps[0])->rank > paragraph->rank &&
           c->last != PACTA_NONE &&
           pacta_in_one_passage(l->work, l->work->citations.items[c->last].first, l->citation->first) &&
           pacta_eid_cut(c->spoken_eid, paragraph->eid, base, EID_ROOM) &&
           strncmp(base, article, strlen(article)) == 0;
}

/* Its annex has been cited, in a sentence before: a resolution has paragraphs itself. */
static bool has_items_itself(const pacta_linking *l, uint32_t instrument) {
    const pacta_context *c = l->context;
    return instrument < l->work->profiles.count && l->work->profiles.items[instrument].resolution &&
           c->last != PACTA_NONE &&
           !pacta_in_one_sentence(l->work, l->work->citations.items[c->last].first, l->citation->first);
}

/* Part 2 of the annex, behind Annex B: of the attachment that was cited last. */
static bool make_attached(const pacta_linking *l, const pacta_path *path, uint32_t instrument, char *eid) {
    const pacta_unit *unit = pacta_unit_of(l->work, &path->steps[0]);
    const pacta_context *c = l->context;
    char base[EID_ROOM] = "";
    return unit->level == LEVEL_ATTACHMENT && path->steps[0].number[0] == '\0' &&
           c->spoken_of == instrument &&
           (pacta_eid_cut(c->spoken_eid, unit->eid, base, EID_ROOM) ||
            pacta_eid_cut(c->spoken_before, unit->eid, base, EID_ROOM)) &&
           pacta_eid_under(l->work, base, path, 1, eid, EID_ROOM);
}

bool pacta_make_eid(const pacta_linking *l, const pacta_path *path, uint32_t instrument, char *eid,
                    uint32_t *provision) {
    const pacta_context *c = l->context;
    *provision = PACTA_NONE;
    if (pacta_is_own(l, instrument))
        return make_own(l, path, eid, provision);
    if (path->steps[0].same)
        return make_spoken(l, path, eid);
    if (instrument == c->protocol_of && pacta_is_of_protocol(c, l->citation))
        return pacta_eid_under(l->work, c->protocol, path, 0, eid, EID_ROOM);
    bool replacement = pacta_is_replacement(c, l->citation);
    const char *article = replacement ? c->amended_article : pacta_article_cited(c, instrument);
    bool follows = l->citation->name == PACTA_NONE && article[0] != '\0' &&
                   (!replacement || instrument == c->amended) && !has_items_itself(l, instrument) &&
                   !(l->citation->placed && !c->linker.treaty); /* paragraph 12 above, in a report */
    if (path->steps[0].relative) /* this Article, in the words of another treaty */
        return follows && path->steps[0].offset == 0 &&
               pacta_unit_of(l->work, &path->steps[0])->level == LEVEL_ARTICLE &&
               pacta_eid_under(l->work, article, path, 1, eid, EID_ROOM);
    if (follows && pacta_is_item(l->work, &path->steps[0])) {
        char base[EID_ROOM];
        return pacta_eid_under(l->work, is_of_paragraph(l, path, article, base) ? base : article, path, 0,
                               eid, EID_ROOM);
    }
    if (l->citation->name == PACTA_NONE && instrument == c->spoken_of && make_beside(l, path, eid))
        return true;
    if (make_attached(l, path, instrument, eid))
        return true;
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    const bool chaptered =
        instrument < l->work->titles.list.count && l->work->titles.list.items[instrument].chaptered;
    bool dotted = known == NULL ? c->linker.dotted || chaptered : known->numbering == NUMBERING_DOTTED;
    return pacta_eid_of(l->work, path, dotted, eid, EID_ROOM);
}
