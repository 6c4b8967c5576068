/* References: from what they say to what they mean. Each citation gets its
 * instrument and the eids of its provisions. */
#include "link/mentions.h"
#include "link/owners.h"
#include "structure/provision_lookup.h"
#include <stdio.h>
#include <string.h>

enum { NEIGHBOURS_LIMIT = 64, PATHS_NEAR = 8, BYTES_NEAR = 1000 };

/* One citation on its way to a reference. */
typedef struct linking {
    pacta_context *context;
    pacta_work *work;
    const pacta_citation *citation;
    uint32_t instrument; /* of the citation */
    uint32_t shown;      /* and of its reference: a protocol to it, perhaps */
    pacta_target *targets;
    uint32_t count, room;
    bool missing; /* a provision of the document that is not there */
    bool found;   /* one that is */
} linking;

static bool is_item(const pacta_work *work, const pacta_step *step) {
    pacta_level level = pacta_unit_of(work, step)->level;
    return level == LEVEL_ITEM || (level == LEVEL_PIECE && step->number[0] != '\0');
}

/* The instrument is the document itself. */
static bool is_own(const linking *l, uint32_t instrument) {
    return instrument != PACTA_NONE && instrument == l->context->linker.self;
}

/* ---- Eids --------------------------------------------------------------------------------- */

/* A path that begins with a unit spoken of (that Article): under what was cited
 * last. */
static bool make_spoken(const linking *l, const pacta_path *path, char *eid) {
    pacta_path rest = *path;
    const char *unit = pacta_unit_of(l->work, &path->steps[0])->eid;
    if (!pacta_eid_cut(l->context->spoken_eid, unit, eid, EID_ROOM) &&
        !pacta_eid_cut(l->context->spoken_before, unit, eid, EID_ROOM))
        return false;
    rest.count--;
    memmove(rest.steps, path->steps + 1, rest.count * sizeof *rest.steps);
    char base[EID_ROOM];
    memcpy(base, eid, sizeof base);
    return pacta_eid_under(l->work, base, &rest, eid, EID_ROOM);
}

/* The provision is of the unit, or stands in one that is. */
static bool stands_in(const pacta_work *work, uint32_t provision, const pacta_unit *unit) {
    while (provision != PACTA_NONE && pacta_provision_unit(work, provision) != unit)
        provision = work->document->provisions.items[provision].parent;
    return provision != PACTA_NONE;
}

/* of this Protocol: of the attachment that it stands in, not of the document. */
static bool is_of_attachment(const linking *l, uint32_t around) {
    const pacta_work *work = l->work;
    if (l->citation->name == PACTA_NONE || work->names.items[l->citation->name].kind != NAME_SELF)
        return false;
    const uint8_t unit = pacta_word_of(work, work->names.items[l->citation->name].end - 1)->unit;
    return unit != 0 && stands_in(work, around, &work->rules->units.items[unit - 1]);
}

/* Paragraph 2 of the present resolution, in its annex: of the document, which has paragraphs. */
static bool is_of_document(const linking *l, const pacta_path *path) {
    char eid[EID_ROOM];
    return l->citation->name != PACTA_NONE && l->work->names.items[l->citation->name].kind == NAME_SELF &&
           pacta_unit_of(l->work, &path->steps[0])->level == LEVEL_ITEM &&
           pacta_eid_of(l->work, path, false, eid, sizeof eid) &&
           pacta_provision_named(l->work, eid) != PACTA_NONE;
}

/* The Annex may be amended; paragraph 2 thereof shall not. */
static bool make_pointed(const linking *l, const pacta_path *path, char *eid, uint32_t *provision) {
    const pacta_context *c = l->context;
    if (!l->citation->pointer || !is_item(l->work, &path->steps[0]) || c->spoken_of != l->instrument ||
        !pacta_eid_under(l->work, c->spoken_eid, path, eid, EID_ROOM))
        return false;
    *provision = pacta_provision_named(l->work, eid);
    return *provision != PACTA_NONE || pacta_eid_is_piece(l->work, path, eid);
}

/* In the document itself. */
static bool make_own(const linking *l, const pacta_path *path, char *eid, uint32_t *provision) {
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
    return pacta_eid_within(l->work, path, around, eid, EID_ROOM, provision);
}

/* Regulation 14 of Annex I is long; regulation 17 is short: of the annex that the one before
 * is of. Articles cited so are mostly those of the body. */
static bool make_beside(const linking *l, const pacta_path *path, char *eid) {
    const pacta_unit *unit = pacta_unit_of(l->work, &path->steps[0]);
    char base[EID_ROOM] = "";
    return unit->level == LEVEL_ARTICLE && unit != l->work->rules->named[UNIT_ARTICLE] &&
           pacta_eid_cut(l->context->spoken_eid, unit->eid, base, EID_ROOM) && pacta_eid_up(base) &&
           pacta_eid_under(l->work, base, path, eid, EID_ROOM);
}

/* Article 31(3), of which subparagraph (c): of the paragraph of the article that the passage
 * has cited last. */
static bool is_of_paragraph(const linking *l, const pacta_path *path, const char *article, char *base) {
    const pacta_context *c = l->context;
    const pacta_unit *paragraph = l->work->rules->named[UNIT_PARAGRAPH];
    return paragraph != NULL && pacta_unit_of(l->work, &path->steps[0])->rank > paragraph->rank &&
           c->last != PACTA_NONE &&
           pacta_in_one_passage(l->work, l->work->citations.items[c->last].first, l->citation->first) &&
           pacta_eid_cut(c->spoken_eid, paragraph->eid, base, EID_ROOM) &&
           strncmp(base, article, strlen(article)) == 0;
}

/* The eid of one path in `instrument`; false if it means nothing. */
static bool make_eid(const linking *l, const pacta_path *path, uint32_t instrument, char *eid,
                     uint32_t *provision) {
    const pacta_context *c = l->context;
    *provision = PACTA_NONE;
    if (is_own(l, instrument))
        return make_own(l, path, eid, provision);
    if (path->steps[0].same)
        return make_spoken(l, path, eid);
    bool replacement = pacta_is_replacement(c, l->citation);
    const char *article = replacement ? c->amended_article : pacta_article_cited(c, instrument);
    bool follows =
        l->citation->name == PACTA_NONE && article[0] != '\0' && (!replacement || instrument == c->amended);
    if (path->steps[0].relative) { /* this Article, in the words of another treaty */
        pacta_path rest = *path;
        rest.count--;
        memmove(rest.steps, path->steps + 1, rest.count * sizeof *rest.steps);
        return follows && path->steps[0].offset == 0 &&
               pacta_unit_of(l->work, &path->steps[0])->level == LEVEL_ARTICLE &&
               pacta_eid_under(l->work, article, &rest, eid, EID_ROOM);
    }
    if (follows && is_item(l->work, &path->steps[0])) {
        char base[EID_ROOM];
        return pacta_eid_under(l->work, is_of_paragraph(l, path, article, base) ? base : article, path, eid,
                               EID_ROOM);
    }
    if (l->citation->name == PACTA_NONE && instrument == c->spoken_of && make_beside(l, path, eid))
        return true;
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    const bool chaptered =
        instrument < l->work->titles.list.count && l->work->titles.list.items[instrument].chaptered;
    bool dotted = known == NULL ? c->linker.dotted || chaptered : known->numbering == NUMBERING_DOTTED;
    return pacta_eid_of(l->work, path, dotted, eid, EID_ROOM);
}

/* ---- Targets -------------------------------------------------------------------------------- */

static int push_target(linking *l, const pacta_target *target) {
    if (l->count == l->room) {
        uint32_t room = l->room < 4 ? 4 : l->room * 2;
        pacta_target *grown = pacta_arena_take(&l->work->document->arena, room * sizeof *grown);
        if (grown == NULL)
            return pacta_out_of_memory(l->work);
        if (l->count > 0)
            memcpy(grown, l->targets, l->count * sizeof *grown);
        l->targets = grown;
        l->room = room;
    }
    l->targets[l->count++] = *target;
    return PACTA_OK;
}

/* The end of a range, where it is not spelt out; "" of one with no end. */
static const char *make_through(const linking *l, const pacta_path *path, uint32_t instrument) {
    char eid[EID_ROOM] = "";
    uint32_t provision;
    pacta_path end = *path;
    memcpy(end.steps[end.count - 1].number, path->through, sizeof path->through);
    if (!path->open && !make_eid(l, &end, instrument, eid, &provision))
        return NULL;
    return pacta_keep(l->work, eid, strlen(eid));
}

/* One path's target in `instrument`; `id` is its id where that is not the
 * reference's. */
static int add_target(linking *l, const pacta_path *path, uint32_t instrument, const char *id) {
    pacta_work *work = l->work;
    char eid[EID_ROOM];
    pacta_target target = {.span = path->span, .instrument = id};
    if (!make_eid(l, path, instrument, eid, &target.provision))
        return PACTA_OK;
    const pacta_unit *unit = pacta_unit_of(work, &path->steps[path->count - 1]);
    target.eid = pacta_arena_text(&work->document->arena, eid, strlen(eid));
    target.unit = pacta_unit_name(work, unit);
    if (path->through[0] != '\0' || path->open)
        target.through = make_through(l, path, instrument);
    if (target.eid == NULL || target.unit == NULL)
        return pacta_out_of_memory(work);
    l->found = l->found || target.provision != PACTA_NONE;
    if (is_own(l, instrument) && target.provision == PACTA_NONE)
        l->missing = l->missing || !pacta_eid_is_piece(work, path, eid);
    return push_target(l, &target);
}

/* The document's instrument of that id. */
static uint32_t instrument_of_id(pacta_work *work, const char *id, size_t size) {
    uint32_t known = pacta_index_find(&work->rules->registry.ids, id, size);
    return known == PACTA_NONE ? pacta_instrument_with(work, id, size, NULL, 0, NULL)
                               : pacta_instrument_known(work, known);
}

static const char *id_of(const linking *l, uint32_t instrument) {
    return instrument == PACTA_NONE ? NULL : l->work->document->instruments.items[instrument].id;
}

/* A collective (the Geneva Conventions): one target in each of its members, or
 * the n-th in the n-th. */
static int add_members(linking *l, const pacta_known *known, uint32_t index, const pacta_path *path) {
    const char *at = known->members;
    int status = PACTA_OK;
    for (uint32_t n = 0; status == PACTA_OK && *at != '\0'; n++) {
        size_t size = strcspn(at, "|");
        uint32_t member = instrument_of_id(l->work, at, size);
        if (member == PACTA_NONE)
            return pacta_out_of_memory(l->work);
        if (!l->citation->respective || n == index)
            status = add_target(l, path, member, id_of(l, member));
        at += size + (at[size] == '|');
    }
    return status;
}

/* All that precede or follow, in their order. */
static int add_neighbours(linking *l, const pacta_path *path) {
    int8_t direction = path->steps[0].offset;
    pacta_path one = *path;
    char eid[EID_ROOM];
    uint32_t provision;
    int8_t most = 0;
    while (most < NEIGHBOURS_LIMIT) {
        one.steps[0].offset = (int8_t)(direction * (most + 1));
        if (!make_eid(l, &one, l->instrument, eid, &provision))
            break;
        most++;
    }
    int status = PACTA_OK;
    for (int8_t n = 1; status == PACTA_OK && n <= most; n++) {
        one.steps[0].offset = (int8_t)(direction < 0 ? n - most - 1 : n);
        status = add_target(l, &one, l->instrument, NULL);
    }
    return status;
}

/* Article 2 of Protocol No. 4: of a protocol that is in the registry itself. Takes it off
 * the path. */
static int take_protocol(linking *l, const pacta_known *known, pacta_path *path, uint32_t *protocol) {
    *protocol = l->instrument;
    if (known == NULL || path->count < 2)
        return PACTA_OK;
    const uint32_t found = pacta_protocol_of(l->work, known, &path->steps[0]);
    if (found == PACTA_NONE)
        return PACTA_OK;
    path->count--;
    memmove(path->steps, path->steps + 1, path->count * sizeof *path->steps);
    *protocol = pacta_instrument_known(l->work, found);
    return *protocol == PACTA_NONE ? pacta_out_of_memory(l->work) : PACTA_OK;
}

/* A path of the citation's own instrument, or of a protocol to it. */
static int add_own(linking *l, const pacta_known *known, const pacta_path *path) {
    pacta_path own = *path;
    uint32_t instrument;
    int status = take_protocol(l, known, &own, &instrument);
    if (l->count == 0)
        l->shown = instrument;
    return status == PACTA_OK
               ? add_target(l, &own, instrument, instrument == l->shown ? NULL : id_of(l, instrument))
               : status;
}

/* The preceding paragraph, of an article whose paragraphs have no numbers: the first, as if it
 * were said so. */
static void count_back(const linking *l, pacta_path *path) {
    const pacta_work *work = l->work;
    pacta_step *step = &path->steps[0];
    uint32_t near = 0;
    if (!step->relative || step->same || step->all || step->offset == 0 || path->count != 1 ||
        !pacta_is_in_unit(work, step, UNIT_PARAGRAPH))
        return;
    const uint32_t article = pacta_provision_around(work, l->citation->span.begin, &near);
    if (article == PACTA_NONE || !pacta_is_provision_of(work, article, UNIT_ARTICLE))
        return;
    const int number = (int)pacta_unnumbered_paragraph(work, article, l->citation->span.begin) + step->offset;
    if (number < 1 || number == step->offset)
        return;
    step->relative = false;
    step->ordinal = true;
    step->offset = 0;
    snprintf(step->number, sizeof step->number, "%d", number);
}

/* "... shall be replaced in this Annex", in an article: the only one. */
static void take_sole(const linking *l, pacta_path *path) {
    const pacta_work *work = l->work;
    pacta_step *step = &path->steps[0];
    const pacta_unit *unit = pacta_unit_of(work, step);
    uint32_t near = 0;
    if (step->relative && !step->same && !step->all && step->offset == 0 && unit->level == LEVEL_ATTACHMENT &&
        !stands_in(work, pacta_provision_around(work, l->citation->span.begin, &near), unit))
        step->relative = pacta_provision_named(work, unit->eid) == PACTA_NONE;
}

static int add_targets(linking *l) {
    const pacta_work *work = l->work;
    const pacta_known *known = pacta_known_of(&l->context->linker, l->instrument);
    int status = PACTA_OK;
    l->count = l->room = 0;
    l->missing = l->found = false;
    l->shown = l->instrument;
    for (uint32_t i = 0; status == PACTA_OK && i < l->citation->path_count; i++) {
        pacta_path path = work->paths.items[l->citation->first_path + i];
        if (is_own(l, l->instrument)) {
            count_back(l, &path);
            take_sole(l, &path);
        }
        if (path.steps[0].relative && path.steps[0].all) {
            status = add_neighbours(l, &path);
        } else if (path.name != PACTA_NONE && path.name != l->citation->name) {
            uint32_t other = work->names.items[path.name].instrument;
            status = add_target(l, &path, other, other == l->instrument ? NULL : id_of(l, other));
        } else if (known != NULL && known->members != NULL) {
            status = add_members(l, known, i, &path);
        } else {
            status = add_own(l, known, &path);
        }
    }
    return status;
}

/* ---- References ------------------------------------------------------------------------------- */

/* Keeps what citations that come next may go on from. */
static void remember(linking *l, uint32_t index) {
    pacta_context *c = l->context;
    if (l->count == 0)
        return;
    const char *eid = l->targets[0].eid;
    if (c->spoken_of == l->instrument)
        memcpy(c->spoken_before, c->spoken_eid, sizeof c->spoken_before);
    else
        c->spoken_before[0] = '\0';
    strncpy(c->spoken_eid, l->targets[l->count - 1].eid, sizeof c->spoken_eid - 1);
    c->spoken_of = l->instrument;
    if (is_own(l, l->instrument) && !c->linker.amending)
        return;
    c->last = index;
    if (c->last_instrument != l->instrument) {
        pacta_keep_article(c);
        const char *cited = pacta_article_cited(c, l->instrument);
        memmove(c->last_article, cited, strlen(cited) + 1);
        c->last_instrument = l->instrument;
    }
    const pacta_step *step = &l->work->paths.items[l->citation->first_path].steps[0];
    if (is_item(l->work, step) || step->ordinal)
        return;
    const char *end = strstr(eid, "__");
    size_t size = end == NULL ? strlen(eid) : (size_t)(end - eid);
    size = size < EID_ROOM ? size : EID_ROOM - 1;
    if (pacta_holds_items(l->work, step)) {
        memcpy(c->last_article, eid, size);
        c->last_article[size] = '\0';
    }
    bool article = pacta_unit_of(l->work, step)->level == LEVEL_ARTICLE;
    if (is_own(l, l->instrument) || pacta_is_replacement(c, l->citation))
        return;
    c->amends = true;
    c->amended = l->instrument;
    memcpy(c->amended_article, article ? c->last_article : "", article ? size + 1 : 1);
}

/* What became of it, and a word to the reader where nothing did. */
static int tell_resolution(const linking *l, pacta_reference *reference) {
    const pacta_context *c = l->context;
    if (l->instrument == PACTA_NONE)
        reference->resolution = PACTA_UNRESOLVED;
    else if (is_own(l, l->instrument))
        reference->resolution = l->missing ? PACTA_DANGLING : PACTA_INTERNAL;
    else if (l->missing || pacta_is_beyond(c, l->citation, l->instrument))
        reference->resolution = PACTA_DANGLING;
    if (reference->resolution != PACTA_DANGLING)
        return PACTA_OK;
    return pacta_note_diagnostic(l->work, PACTA_D_DANGLING_REFERENCE, l->citation->span,
                                 "the instrument has no provision of this number");
}

/* paragraph 1 (a) or [paragraph 2 of Article 9]: the article of what stands next in
 * the list, put before the citation's paths; or that of what stands before them. */
static int add_targets_of_list(linking *l, uint32_t index) {
    pacta_work *work = l->work;
    const pacta_step *article = pacta_article_of_list(l->context, index);
    if (article == NULL)
        article = pacta_article_before(l->context, index);
    if (article == NULL)
        return PACTA_OK;
    linking other = *l;
    other.count = other.room = 0;
    other.missing = other.found = false;
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < l->citation->path_count; i++) {
        pacta_path path = work->paths.items[l->citation->first_path + i];
        if (path.count == STEP_LIMIT)
            return PACTA_OK;
        memmove(path.steps + 1, path.steps, path.count * sizeof *path.steps);
        path.steps[0] = *article;
        path.count++;
        status = add_target(&other, &path, other.instrument, NULL);
    }
    if (status == PACTA_OK && other.found && !other.missing)
        *l = other;
    return status;
}

/* the Annex, where the document has none of that name */
static bool is_lone_and_missing(const linking *l) {
    const pacta_path *path = &l->work->paths.items[l->citation->first_path];
    return l->missing && !l->found && is_own(l, l->instrument) && path->count == 1 &&
           path->steps[0].number[0] == '\0' && !path->steps[0].relative &&
           pacta_unit_of(l->work, &path->steps[0])->level == LEVEL_ATTACHMENT;
}

/* Finds the instrument and the targets; where the document has no such
 * provision, another article or instrument is tried. */
static int resolve(linking *l, uint32_t index, pacta_resolution *how) {
    *how = PACTA_CONTEXT;
    l->instrument = pacta_go_back(l->context, index);
    if (l->instrument == PACTA_NONE)
        l->instrument = pacta_owner_of(l->context, index, how);
    l->work->citations.items[index].owner = l->instrument;
    int status = add_targets(l);
    if (status != PACTA_OK || !l->missing || l->found || !is_own(l, l->instrument) || is_lone_and_missing(l))
        return status;
    status = add_targets_of_list(l, index);
    if (status != PACTA_OK || l->found)
        return status;
    uint32_t other = pacta_owner_instead(l->context, index);
    const bool pointer = l->citation->pointer && !pacta_is(l->work, l->citation->end - 1, CLASS_SELF);
    if (other == PACTA_NONE && !pointer) /* thereof: of a report, perhaps */
        return PACTA_OK;
    *how = PACTA_CONTEXT;
    l->instrument = other;
    return add_targets(l);
}

/* The article that the words are for which follow in the same quotation. */
static void take_label(pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const pacta_path *path = &work->paths.items[citation->first_path];
    char eid[EID_ROOM];
    if (citation->path_count == 1 && pacta_unit_of(work, &path->steps[0])->level == LEVEL_ARTICLE &&
        pacta_is_replacement(c, citation) && pacta_eid_of(work, path, false, eid, sizeof eid))
        memcpy(c->amended_article, eid, sizeof eid);
}

static int link_citation(pacta_context *c, uint32_t index) {
    pacta_work *work = c->linker.work;
    pacta_document *document = work->document;
    linking l = {.context = c, .work = work, .citation = &work->citations.items[index]};
    pacta_reference reference = {.span = l.citation->span};
    if (l.citation->label && c->linker.treaty)
        return take_label(c, l.citation), PACTA_OK;
    int status = resolve(&l, index, &reference.resolution);
    if (status != PACTA_OK)
        return status;
    if (l.citation->path_count > 0 && (l.count == 0 || is_lone_and_missing(&l)))
        return PACTA_OK; /* this Article, where there is none */
    work->citations.items[index].eid = l.count == 0 ? NULL : l.targets[l.count - 1].eid;
    if (l.citation->label)
        return remember(&l, index), PACTA_OK;
    const char *rule = l.citation->rule == NULL ? "" : l.citation->rule->name;
    reference.rule = pacta_arena_text(&document->arena, rule, strlen(rule));
    if (reference.rule == NULL)
        return pacta_out_of_memory(work);
    reference.targets = l.targets;
    reference.target_count = l.count;
    reference.instrument_index = l.shown;
    reference.instrument = id_of(&l, l.shown);
    status = tell_resolution(&l, &reference);
    if (status == PACTA_OK && (!pacta_steps_note(&work->reference_steps, &work->memory,
                                                 document->references.count, reference.span.end) ||
                               !pacta_array_push(&document->memory, &document->references, reference)))
        return pacta_out_of_memory(work);
    remember(&l, index);
    return status;
}

/* Chapter 7 is cited, not far from Article 7.14. */
static bool cites_chapter(const pacta_work *work, uint32_t index, size_t size) {
    const pacta_path *article = &work->paths.items[index];
    for (uint32_t i = index > PATHS_NEAR ? index - PATHS_NEAR : 0;
         i < work->paths.count && i <= index + PATHS_NEAR; i++) {
        const pacta_path *path = &work->paths.items[i];
        const uint32_t apart = path->span.begin > article->span.begin
                                   ? path->span.begin - article->span.begin
                                   : article->span.begin - path->span.begin;
        if (apart <= BYTES_NEAR && pacta_unit_of(work, &path->steps[0])->level == LEVEL_DIVISION &&
            strlen(path->steps[0].number) == size &&
            memcmp(path->steps[0].number, article->steps[0].number, size) == 0)
            return true;
    }
    return false;
}

/* Article 6.3.1, Article 6.1, paragraph 4: the text shows that the articles of
 * what it cites have a chapter's number before their own. */
static bool cites_dotted_articles(const pacta_work *work) {
    for (uint32_t i = 0; i < work->paths.count; i++) {
        const pacta_path *path = &work->paths.items[i];
        const char *dot = strchr(path->steps[0].number, '.');
        if (dot != NULL && path->steps[0].number[0] >= '0' && path->steps[0].number[0] <= '9' &&
            pacta_unit_of(work, &path->steps[0])->level == LEVEL_ARTICLE &&
            (strchr(dot + 1, '.') != NULL || cites_chapter(work, i, (size_t)(dot - path->steps[0].number)) ||
             (path->count > 1 && pacta_unit_of(work, &path->steps[1])->level == LEVEL_ITEM &&
              path->steps[1].number[0] >= '0' && path->steps[1].number[0] <= '9')))
            return true;
    }
    return false;
}

int pacta_link_references(pacta_work *work) {
    pacta_context c = {
        .linker = {.work = work}, .last = PACTA_NONE, .last_instrument = PACTA_NONE, .spoken_of = PACTA_NONE};
    for (uint32_t i = 0; i < RECENT; i++)
        c.recent[i].instrument = PACTA_NONE;
    int status = pacta_link_about(&c.linker);
    if (status == PACTA_OK)
        status = pacta_link_names(&c.linker);
    if (status == PACTA_OK)
        status = pacta_profile_instruments(work);
    pacta_steps_reset(&work->reference_steps);
    c.linker.dotted = cites_dotted_articles(work);
    for (uint32_t i = 0; status == PACTA_OK && i < work->citations.count; i++)
        if ((status = link_citation(&c, i)) == PACTA_OK)
            status = pacta_report(work, work->citations.items[i].span.begin);
    return status == PACTA_OK ? pacta_list_mentions(work) : status;
}
