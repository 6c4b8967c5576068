/* References: from what they say to what they mean. Each citation gets its
 * instrument and the eids of its provisions. */
#include "find/provisions.h"
#include "link/eids.h"
#include "link/instruments.h"
#include <stdlib.h>
#include <string.h>

/* What the citations before have left behind. */
typedef struct context {
    pacta_linker linker;
    uint32_t last; /* citation resolved last that names an article, or PACTA_NONE */
    uint32_t last_instrument;
    char last_article[EID_ROOM];
} context;

static const pacta_unit *unit_of(const pacta_work *work, const pacta_step *step) {
    return &work->rules->units.items[step->unit];
}

static const pacta_path *first_path(const pacta_work *work, const pacta_citation *citation) {
    return citation->path_count == 0 ? NULL : &work->paths.items[citation->first_path];
}

static pacta_level top_level(const pacta_work *work, const pacta_citation *citation) {
    const pacta_path *path = first_path(work, citation);
    return path == NULL ? LEVEL_ARTICLE : unit_of(work, &path->steps[0])->level;
}

static pacta_resolution resolution_of(const pacta_name *name) {
    switch (name->kind) {
    case NAME_KNOWN:
    case NAME_HOLDER:
        return PACTA_REGISTRY;
    case NAME_SYMBOL:
        return PACTA_SYMBOL;
    case NAME_DEFINED:
        return PACTA_DEFINED;
    case NAME_TITLE:
        return PACTA_NAMED;
    default:
        return PACTA_CONTEXT;
    }
}

/* ---- The instrument ------------------------------------------------------------------- */

/* The registry says that it has no such article. */
static bool is_beyond(const context *c, const pacta_citation *citation, uint32_t instrument) {
    const pacta_work *work = c->linker.work;
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    if (known == NULL || known->last_article == 0)
        return false;
    for (uint32_t i = 0; i < citation->path_count; i++) {
        const pacta_path *path = &work->paths.items[citation->first_path + i];
        const pacta_step *step = &path->steps[0];
        if (strcmp(unit_of(work, step)->name, "article") == 0 &&
            (uint32_t)atoi(step->number) > known->last_article)
            return true;
    }
    return false;
}

/* thereof: the instrument named last in the sentence. */
static uint32_t pointed_at(const context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    uint32_t first = work->sentences.items[pacta_sentence_of(work, citation->first)].first;
    uint32_t low = 0, high = work->names.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (work->names.items[middle].first < citation->first)
            low = middle + 1;
        else
            high = middle;
    }
    while (low-- > 0 && work->names.items[low].first >= first)
        if (work->names.items[low].instrument != PACTA_NONE && work->names.items[low].kind != NAME_HOLDER)
            return low;
    return PACTA_NONE;
}

/* A bare number in a text about treaties: the instrument cited last in the
 * sentence, what the text is about, the one cited last. */
static uint32_t bare_in_press(const context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    uint32_t about = c->linker.about;
    if (c->last != PACTA_NONE && !is_beyond(c, citation, c->last_instrument)) {
        const pacta_citation *last = &work->citations.items[c->last];
        bool sentence = pacta_sentence_of(work, last->first) == pacta_sentence_of(work, citation->first);
        bool passage = pacta_passage_of(work, last->first) == pacta_passage_of(work, citation->first);
        if (sentence || (passage && !c->linker.strong))
            return c->last_instrument;
    }
    if (about != PACTA_NONE && !is_beyond(c, citation, about))
        return about;
    return c->last != PACTA_NONE && !is_beyond(c, citation, c->last_instrument) ? c->last_instrument
                                                                                : PACTA_NONE;
}

/* The document's own articles are numbered in the citation's style. */
static bool has_own_style(const context *c, const pacta_citation *citation) {
    const pacta_document *document = c->linker.work->document;
    const char *text = pacta_work_text(c->linker.work);
    for (uint32_t i = 0; i < document->provisions.count; i++) {
        const pacta_provision *provision = &document->provisions.items[i];
        if (strcmp(provision->unit, "article") != 0 || provision->label.end == 0)
            continue;
        char last = text[provision->label.end - 1];
        bool figures = false;
        for (uint32_t k = provision->label.begin; k < provision->label.end; k++)
            figures = figures || (text[k] >= '0' && text[k] <= '9');
        (void)last;
        return figures != citation->roman;
    }
    return false;
}

/* Bare in an amending treaty: its own provision, or the amended text's. */
static uint32_t bare_in_amendment(const context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    pacta_level level = top_level(work, citation);
    if (c->last == PACTA_NONE || c->last_instrument == c->linker.self)
        return c->linker.self;
    if (level == LEVEL_ITEM || level == LEVEL_PIECE) {
        const pacta_citation *last = &work->citations.items[c->last];
        uint32_t here = pacta_provision_around(work, citation->span.begin);
        uint32_t there = pacta_provision_around(work, last->span.begin);
        const pacta_document *document = work->document;
        while (here != PACTA_NONE && document->provisions.items[here].parent != PACTA_NONE)
            here = document->provisions.items[here].parent;
        while (there != PACTA_NONE && document->provisions.items[there].parent != PACTA_NONE)
            there = document->provisions.items[there].parent;
        return here == there ? c->last_instrument : c->linker.self;
    }
    return has_own_style(c, citation) ? c->linker.self : c->last_instrument;
}

static uint32_t find_instrument(const context *c, pacta_citation *citation, pacta_resolution *how) {
    pacta_work *work = c->linker.work;
    *how = PACTA_CONTEXT;
    if (citation->pointer) {
        uint32_t name = pointed_at(c, citation);
        if (name == PACTA_NONE)
            return c->linker.treaty ? c->linker.self : c->last_instrument;
        *how = resolution_of(&work->names.items[name]);
        return work->names.items[name].instrument;
    }
    if (citation->name != PACTA_NONE) {
        const pacta_name *name = &work->names.items[citation->name];
        *how = resolution_of(name);
        if (name->kind == NAME_HOLDER)
            return pacta_instrument_known(work, name->instrument);
        return name->instrument;
    }
    if (!c->linker.treaty)
        return bare_in_press(c, citation);
    return c->linker.amending ? bare_in_amendment(c, citation) : c->linker.self;
}

/* ---- Targets -------------------------------------------------------------------------------- */

typedef struct result {
    bool found, missing; /* a provision of the document; one that is not there */
} result;

/* The eid of one path; false if it means nothing. */
static bool make_eid(const context *c, const pacta_citation *citation, const pacta_path *path,
                     uint32_t instrument, char *eid, uint32_t *provision) {
    const pacta_work *work = c->linker.work;
    pacta_level level = unit_of(work, &path->steps[0])->level;
    *provision = PACTA_NONE;
    if (instrument == c->linker.self && instrument != PACTA_NONE) {
        /* "Article 2 of the Protocol" means its body, even in an annex */
        bool whole = citation->name != PACTA_NONE && level <= LEVEL_ARTICLE && level != LEVEL_ATTACHMENT;
        uint32_t around = whole ? PACTA_NONE : pacta_provision_around(work, citation->span.begin);
        return pacta_eid_within(work, path, around, eid, EID_ROOM, provision);
    }
    bool item = level == LEVEL_ITEM || (level == LEVEL_PIECE && path->steps[0].number[0] != '\0');
    if (item && citation->name == PACTA_NONE && instrument == c->last_instrument &&
        c->last_article[0] != '\0')
        return pacta_eid_under(work, c->last_article, path, eid, EID_ROOM);
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    return pacta_eid_of(work, path, known != NULL && known->numbering == NUMBERING_DOTTED, eid, EID_ROOM);
}

static int add_targets(const context *c, const pacta_citation *citation, uint32_t instrument,
                       pacta_reference *reference, result *outcome) {
    pacta_work *work = c->linker.work;
    pacta_document *document = work->document;
    if (citation->path_count == 0)
        return PACTA_OK;
    pacta_target *targets = pacta_arena_take(&document->arena, citation->path_count * sizeof *targets);
    if (targets == NULL)
        return pacta_out_of_memory(work);
    for (uint32_t i = 0; i < citation->path_count; i++) {
        const pacta_path *path = &work->paths.items[citation->first_path + i];
        char eid[EID_ROOM];
        uint32_t provision;
        if (!make_eid(c, citation, path, instrument, eid, &provision))
            continue;
        const pacta_unit *unit = unit_of(work, &path->steps[path->count - 1]);
        pacta_target target = {.span = path->span, .provision = provision};
        target.eid = pacta_arena_text(&document->arena, eid, strlen(eid));
        target.unit = pacta_arena_text(&document->arena, unit->name, strlen(unit->name));
        if (path->through[0] != '\0') {
            pacta_path end = *path;
            memcpy(end.steps[end.count - 1].number, path->through, sizeof path->through);
            if (make_eid(c, citation, &end, instrument, eid, &provision))
                target.through = pacta_arena_text(&document->arena, eid, strlen(eid));
        }
        if (target.eid == NULL || target.unit == NULL)
            return pacta_out_of_memory(work);
        outcome->found = outcome->found || target.provision != PACTA_NONE;
        outcome->missing = outcome->missing || (target.provision == PACTA_NONE && !path->steps[0].ordinal &&
                                                !path->steps[path->count - 1].ordinal);
        targets[reference->target_count++] = target;
    }
    reference->targets = targets;
    return PACTA_OK;
}

/* Keeps the article that items cited next may belong to. */
static void remember(context *c, uint32_t index, uint32_t instrument, const pacta_reference *reference) {
    if (reference->target_count == 0)
        return;
    const char *eid = reference->targets[0].eid;
    const pacta_unit *unit = unit_of(
        c->linker.work, &first_path(c->linker.work, &c->linker.work->citations.items[index])->steps[0]);
    c->last = index;
    c->last_instrument = instrument;
    if (unit->level == LEVEL_ITEM || unit->level == LEVEL_PIECE)
        return;
    const char *end = strstr(eid, "__");
    size_t size = end == NULL ? strlen(eid) : (size_t)(end - eid);
    size = size < EID_ROOM ? size : EID_ROOM - 1;
    memcpy(c->last_article, eid, size);
    c->last_article[size] = '\0';
}

static int link_citation(context *c, uint32_t index) {
    pacta_work *work = c->linker.work;
    pacta_document *document = work->document;
    pacta_citation *citation = &work->citations.items[index];
    pacta_reference reference = {.span = citation->span, .instrument_index = PACTA_NONE};
    result outcome = {false, false};
    uint32_t instrument = find_instrument(c, citation, &reference.resolution);
    int status = add_targets(c, citation, instrument, &reference, &outcome);
    if (status != PACTA_OK)
        return status;
    if (citation->path_count > 0 && reference.target_count == 0)
        return PACTA_OK; /* this Article, where there is none */
    const char *rule = citation->rule == NULL ? "" : citation->rule->name;
    reference.rule = pacta_arena_text(&document->arena, rule, strlen(rule));
    if (reference.rule == NULL)
        return pacta_out_of_memory(work);
    reference.instrument_index = instrument;
    if (instrument == PACTA_NONE)
        reference.resolution = PACTA_UNRESOLVED;
    else
        reference.instrument = document->instruments.items[instrument].id;
    bool own = instrument != PACTA_NONE && instrument == c->linker.self;
    if (own)
        reference.resolution = outcome.missing ? PACTA_DANGLING : PACTA_INTERNAL;
    else if (instrument != PACTA_NONE && is_beyond(c, citation, instrument))
        reference.resolution = PACTA_DANGLING;
    if (reference.resolution == PACTA_DANGLING) {
        status = pacta_note_diagnostic(work, PACTA_D_DANGLING_REFERENCE, citation->span,
                                       "the instrument has no provision of this number");
        if (status != PACTA_OK)
            return status;
    }
    if (!pacta_array_push(&document->memory, &document->references, reference))
        return pacta_out_of_memory(work);
    if (!own || c->linker.amending)
        remember(c, index, instrument, &reference);
    return PACTA_OK;
}

/* ---- Mentions ----------------------------------------------------------------------------------- */

/* Sorted by instrument, then by place: counted, then laid out. */
static int publish_mentions(const context *c) {
    pacta_work *work = c->linker.work;
    pacta_document *document = work->document;
    uint32_t count = 0;
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (name->instrument == PACTA_NONE || name->kind == NAME_HOLDER)
            continue;
        document->instruments.items[name->instrument].mention_count++;
        count++;
    }
    if (!pacta_array_reserve(&document->memory, &document->mentions, count))
        return pacta_out_of_memory(work);
    uint32_t at = 0;
    for (uint32_t i = 0; i < document->instruments.count; i++) {
        document->instruments.items[i].first_mention = at;
        at += document->instruments.items[i].mention_count;
        document->instruments.items[i].mention_count = 0;
    }
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (name->instrument == PACTA_NONE || name->kind == NAME_HOLDER)
            continue;
        pacta_instrument *instrument = &document->instruments.items[name->instrument];
        pacta_span span = {work->tokens.items[name->first].begin, work->tokens.items[name->end - 1].end};
        document->mentions.items[instrument->first_mention + instrument->mention_count++] =
            (pacta_mention){span, name->instrument, resolution_of(name)};
    }
    document->mentions.count = count;
    return PACTA_OK;
}

int pacta_link_references(pacta_work *work) {
    context c = {.linker = {.work = work}, .last = PACTA_NONE, .last_instrument = PACTA_NONE};
    int status = pacta_link_about(&c.linker);
    if (status == PACTA_OK)
        status = pacta_link_names(&c.linker);
    for (uint32_t i = 0; status == PACTA_OK && i < work->citations.count; i++)
        if ((status = link_citation(&c, i)) == PACTA_OK)
            status = pacta_report(work, work->citations.items[i].span.begin);
    return status == PACTA_OK ? publish_mentions(&c) : status;
}
