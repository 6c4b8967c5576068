/* References: from what they say to what they mean. Each citation gets its
 * instrument and the eids of its provisions. */
#include "link/mentions.h"
#include "link/targets.h"
#include <string.h>

/* Keeps what citations that come next may go on from. */
/* Article 11 lets them see "permits under Article 6". Paragraph 3: cited in the words of another
 * article, which the text goes on with. */
static bool is_quoted_aside(const pacta_linking *l, uint32_t index) {
    const pacta_work *work = l->work;
    if (l->context->linker.treaty || index == 0 || index + 1 >= work->citations.count)
        return false;
    const pacta_citation *here = &work->citations.items[index], *before = here - 1, *next = here + 1;
    return before->owner == l->instrument && pacta_in_one_passage(work, before->first, next->first) &&
           pacta_is_quoted_apart(work, here->first, before->first) &&
           pacta_is_quoted_apart(work, here->first, next->first);
}

static void remember(pacta_linking *l, uint32_t index) {
    pacta_context *c = l->context;
    if (l->count == 0)
        return;
    const char *eid = l->targets[0].eid;
    pacta_keep_commented(c, l->citation, eid, l->instrument);
    if (c->spoken_of == l->instrument)
        memcpy(c->spoken_before, c->spoken_eid, sizeof c->spoken_before);
    else
        c->spoken_before[0] = '\0';
    strncpy(c->spoken_eid, l->targets[l->count - 1].eid, sizeof c->spoken_eid - 1);
    c->spoken_of = l->instrument;
    const pacta_unit *protocol = l->work->rules->named[UNIT_PROTOCOL];
    if (!c->linker.treaty && protocol != NULL && pacta_eid_cut(eid, protocol->eid, c->protocol, EID_ROOM))
        c->protocol_of = l->instrument;
    if (pacta_is_own(l, l->instrument) && !c->linker.amending)
        return;
    c->last = index;
    if (c->last_instrument != l->instrument) {
        pacta_keep_article(c);
        const char *cited = pacta_article_cited(c, l->instrument);
        memmove(c->last_article, cited, strlen(cited) + 1);
        c->last_instrument = l->instrument;
    }
    const pacta_step *step = &l->work->paths.items[l->citation->first_path].steps[0];
    if (pacta_is_item(l->work, step) || step->ordinal || is_quoted_aside(l, index))
        return;
    const char *end = strstr(eid, "__");
    size_t size = end == NULL ? strlen(eid) : (size_t)(end - eid);
    size = size < EID_ROOM ? size : EID_ROOM - 1;
    if (pacta_holds_items(l->work, step)) {
        memcpy(c->last_article, eid, size);
        c->last_article[size] = '\0';
    }
    bool article = pacta_unit_of(l->work, step)->level == LEVEL_ARTICLE;
    if (pacta_is_own(l, l->instrument) || pacta_is_replacement(c, l->citation))
        return;
    c->amends = true;
    c->amended = l->instrument;
    memcpy(c->amended_article, article ? c->last_article : "", article ? size + 1 : 1);
}

/* What became of it, and a word to the reader where nothing did. */
static int tell_resolution(const pacta_linking *l, pacta_reference *reference) {
    const pacta_context *c = l->context;
    if (l->instrument == PACTA_NONE)
        reference->resolution = PACTA_UNRESOLVED;
    else if (pacta_is_own(l, l->instrument))
        reference->resolution = l->missing ? PACTA_DANGLING : PACTA_INTERNAL;
    else if (l->missing || pacta_is_beyond(c, l->citation, l->instrument))
        reference->resolution = PACTA_DANGLING;
    if (reference->resolution != PACTA_DANGLING)
        return PACTA_OK;
    return pacta_note_diagnostic(l->work, PACTA_D_DANGLING_REFERENCE, l->citation->span,
                                 "the instrument has no provision of this number");
}

/* the Annex, where the document has none of that name */
static bool is_lone_and_missing(const pacta_linking *l) {
    const pacta_path *path = &l->work->paths.items[l->citation->first_path];
    return l->missing && !l->found && pacta_is_own(l, l->instrument) && path->count == 1 &&
           path->steps[0].number[0] == '\0' && !path->steps[0].relative &&
           pacta_unit_of(l->work, &path->steps[0])->level == LEVEL_ATTACHMENT;
}

/* Finds the instrument and the targets; where the document has no such
 * provision, another article or instrument is tried. */
static int resolve(pacta_linking *l, uint32_t index, pacta_resolution *how) {
    *how = PACTA_CONTEXT;
    l->instrument = pacta_go_back(l->context, index);
    if (l->instrument == PACTA_NONE)
        l->instrument = pacta_go_to_commented(l->context, index);
    if (l->instrument == PACTA_NONE)
        l->instrument = pacta_owner_of(l->context, index, how);
    l->work->citations.items[index].owner = l->instrument;
    int status = pacta_add_targets(l);
    if (status != PACTA_OK || !l->missing || l->found || !pacta_is_own(l, l->instrument) ||
        is_lone_and_missing(l))
        return status;
    status = pacta_add_targets_of_list(l, index);
    if (status != PACTA_OK || l->found)
        return status;
    uint32_t other = pacta_owner_instead(l->context, index);
    const bool pointer = l->citation->pointer && !pacta_is(l->work, l->citation->end - 1, CLASS_SELF);
    if (other == PACTA_NONE && !pointer) /* thereof: of a report, perhaps */
        return PACTA_OK;
    *how = PACTA_CONTEXT;
    l->instrument = other;
    return pacta_add_targets(l);
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

/* What replacement text cites is cited there only: behind it goes on what was before. */
static void pass_replacement(pacta_context *c, const pacta_citation *citation) {
    const bool replaces = pacta_is_replacement(c, citation);
    if (replaces && !c->replaces)
        memcpy(c->outside_article, c->last_article, sizeof c->outside_article);
    else if (!replaces && c->replaces && c->last_instrument == c->amended)
        memcpy(c->last_article, c->outside_article, sizeof c->last_article);
    c->replaces = replaces;
}

static int link_citation(pacta_context *c, uint32_t index) {
    pacta_work *work = c->linker.work;
    pacta_document *document = work->document;
    pacta_linking l = {.context = c, .work = work, .citation = &work->citations.items[index]};
    pacta_reference reference = {.span = l.citation->span};
    pass_replacement(c, l.citation);
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
    reference.instrument = pacta_instrument_id(&l, l.shown);
    status = tell_resolution(&l, &reference);
    if (status == PACTA_OK && (!pacta_steps_note(&work->reference_steps, &work->memory,
                                                 document->references.count, reference.span.end) ||
                               !pacta_array_push(&document->memory, &document->references, reference)))
        return pacta_out_of_memory(work);
    remember(&l, index);
    return status;
}

int pacta_link_references(pacta_work *work) {
    pacta_context c = {.linker = {.work = work},
                       .last = PACTA_NONE,
                       .last_instrument = PACTA_NONE,
                       .spoken_of = PACTA_NONE,
                       .protocol_of = PACTA_NONE,
                       .commented_of = PACTA_NONE};
    for (uint32_t i = 0; i < RECENT; i++)
        c.recent[i].instrument = PACTA_NONE;
    int status = pacta_link_about(&c.linker);
    if (status == PACTA_OK)
        status = pacta_link_names(&c.linker);
    if (status == PACTA_OK)
        status = pacta_profile_instruments(work);
    pacta_steps_reset(&work->reference_steps);
    c.linker.dotted = pacta_cites_dotted_articles(work);
    for (uint32_t i = 0; status == PACTA_OK && i < work->citations.count; i++)
        if ((status = link_citation(&c, i)) == PACTA_OK)
            status = pacta_report(work, work->citations.items[i].span.begin);
    return status == PACTA_OK ? pacta_list_mentions(work) : status;
}
