/* Clauses: one for every norm of the text's own provisions, of quoted ones, and
 * of those that a reporter tells of. */
#include "clauses/norms.h"
#include "clauses/openings.h"
#include "clauses/points.h"
#include "clauses/topics.h"
#include "phrases/phrases.h"
#include "structure/provision_lookup.h"
#include <string.h>

enum { LIST_LIMIT = 32 };

typedef struct gatherer {
    pacta_work *work;
    pacta_stretch stretch;
    uint32_t provision, next_provision, near;
    bool item; /* the stretch stands right behind a label or mark of a list */
    pacta_openings openings;
    pacta_norm told;           /* the sentence's last norm of an instrument, if it has one */
    uint32_t next_limb;        /* of the stretch, that may belong to a norm to come */
    bool instrument_spoken_of; /* the norm before had an instrument as its subject */
} gatherer;

/* ---- One clause --------------------------------------------------------------------------- */

/* The conditions of one clause while they are gathered. */
typedef struct terms {
    pacta_span conditions[LIST_LIMIT], exceptions[LIST_LIMIT];
    uint32_t condition_count, exception_count;
} terms;

static void add_term(terms *t, const pacta_limb *limb) {
    if (limb->exception && t->exception_count < LIST_LIMIT)
        t->exceptions[t->exception_count++] = limb->span;
    else if (!limb->exception && t->condition_count < LIST_LIMIT)
        t->conditions[t->condition_count++] = limb->span;
}

/* Limbs belong to the norm before or behind them, so that those of a norm stand
 * close together: no need to look at all of them for each. */
static int fill_terms(gatherer *g, pacta_clause *clause, uint32_t norm) {
    pacta_work *work = g->work;
    terms t; /* large, and mostly empty */
    t.condition_count = t.exception_count = 0;
    while (g->next_limb < work->limbs.count && work->limbs.items[g->next_limb].norm < norm)
        g->next_limb++;
    for (uint32_t i = g->next_limb; i < work->limbs.count && work->limbs.items[i].norm < norm + 2; i++)
        if (work->limbs.items[i].norm == norm)
            add_term(&t, &work->limbs.items[i]);
    for (uint32_t i = 0; i < g->openings.count; i++)
        for (uint32_t k = 0; k < g->openings.items[i].held_count; k++)
            add_term(&t, &g->openings.items[i].held[k]);
    uint32_t count = t.condition_count + t.exception_count;
    if (count == 0)
        return PACTA_OK;
    pacta_span *kept = pacta_arena_take(&work->document->arena, count * sizeof *kept);
    if (kept == NULL)
        return pacta_out_of_memory(work);
    memcpy(kept, t.conditions, t.condition_count * sizeof *kept);
    memcpy(kept + t.condition_count, t.exceptions, t.exception_count * sizeof *kept);
    clause->conditions = kept;
    clause->condition_count = t.condition_count;
    clause->exceptions = kept + t.condition_count;
    clause->exception_count = t.exception_count;
    return PACTA_OK;
}

static int fill_references(const gatherer *g, pacta_clause *clause, uint32_t first, uint32_t end) {
    const pacta_document *document = g->work->document;
    uint32_t from = pacta_reference_in(g->work, first, end), to = from;
    while (to < document->references.count && document->references.items[to].span.begin < clause->span.end)
        to++;
    if (from == PACTA_NONE || to == from)
        return PACTA_OK;
    uint32_t *list = pacta_arena_take(&g->work->document->arena, (to - from) * sizeof *list);
    if (list == NULL)
        return pacta_out_of_memory(g->work);
    for (uint32_t i = from; i < to; i++)
        list[i - from] = i;
    clause->references = list;
    clause->reference_count = to - from;
    return PACTA_OK;
}

/* The provision that the reference names, as that of the clause. */
static void place_by_reference(const gatherer *g, pacta_clause *clause, uint32_t index) {
    if (index == PACTA_NONE)
        return;
    const pacta_reference *reference = &g->work->document->references.items[index];
    clause->instrument = reference->instrument;
    if (reference->target_count > 0)
        clause->eid = reference->targets[0].eid;
}

static void place_quoted(const gatherer *g, pacta_clause *clause) {
    const pacta_quotation *quotation = &g->work->document->quotations.items[clause->quotation];
    clause->origin = PACTA_ORIGIN_QUOTED;
    clause->source = quotation->source;
    place_by_reference(g, clause, quotation->reference);
    if (clause->instrument == NULL &&
        g->stretch.report == NULL) { /* replacement text, for what was named last */
        uint32_t index = pacta_reference_before(g->work, quotation->span.begin);
        clause->provision = g->provision;
        if (index != PACTA_NONE)
            clause->instrument = g->work->document->references.items[index].instrument;
    }
}

/* Norrish law forbids: what a State makes, and the text does not name. */
static bool is_of_unnamed(const pacta_work *work, const pacta_norm *norm) {
    return norm != NULL && norm->of_instrument && norm->reference == PACTA_NONE && norm->name == PACTA_NONE &&
           norm->subject < norm->subject_end && pacta_is(work, norm->subject_end - 1, CLASS_NATIONAL);
}

/* What the norm's own subject names, else what its sentence tells of; where neither
 * does, what the text is about. */
static void place_reported(const gatherer *g, pacta_clause *clause, const pacta_norm *norm) {
    const pacta_work *work = g->work;
    const pacta_document *document = work->document;
    pacta_telling own = *g->stretch.report;
    clause->origin = PACTA_ORIGIN_REPORTED;
    if (is_of_unnamed(work, norm))
        return;
    if (norm != NULL && (norm->reference != PACTA_NONE || norm->name != PACTA_NONE)) {
        own.reference = norm->reference;
        own.name = norm->name;
        own.source = pacta_instrument_span(work, norm->reference, norm->name);
    }
    const pacta_telling *report = &own;
    place_by_reference(g, clause, report->reference);
    if (clause->instrument == NULL && report->name == PACTA_NONE)
        clause->instrument = document->info.instrument;
    else if (clause->instrument == NULL &&
             work->names.items[report->name].instrument < document->instruments.count)
        clause->instrument = document->instruments.items[work->names.items[report->name].instrument].id;
    if (report->source.end > 0)
        clause->source =
            (pacta_source){report->source,
                           report->reference != PACTA_NONE ? PACTA_SOURCE_PROVISION : PACTA_SOURCE_INSTRUMENT,
                           NULL, report->reference};
}

/* Which provision of which instrument it is. */
static void fill_place(const gatherer *g, pacta_clause *clause, const pacta_norm *norm) {
    const pacta_document *document = g->work->document;
    clause->provision = PACTA_NONE;
    clause->source.reference = PACTA_NONE;
    if (clause->quotation != PACTA_NONE) {
        place_quoted(g, clause);
        if (clause->instrument == NULL)
            clause->instrument = document->info.instrument;
    } else if (g->stretch.report != NULL) {
        place_reported(g, clause, norm);
    } else {
        clause->origin = PACTA_ORIGIN_TEXT;
        clause->instrument = "this";
        clause->provision = g->provision;
        if (g->provision != PACTA_NONE)
            clause->eid = document->provisions.items[g->provision].eid;
    }
}

static int fill_topic(const gatherer *g, pacta_clause *clause, uint32_t first, uint32_t end) {
    const char *topic = pacta_topic_of(g->work, first, end, clause->provision);
    if (topic == NULL)
        return PACTA_OK;
    clause->topic = pacta_arena_text(&g->work->document->arena, topic, strlen(topic));
    return clause->topic == NULL ? pacta_out_of_memory(g->work) : PACTA_OK;
}

/* Tokens [first, end) without marks and joiners at either end. */
static pacta_span part_span(const gatherer *g, uint32_t first, uint32_t end) {
    while (end > first + 1 && (pacta_is_char(g->work, end - 1, ',') || pacta_is_char(g->work, end - 1, ';') ||
                               pacta_is(g->work, end - 1, CLASS_LIST_JOINER)))
        end--;
    return (pacta_span){pacta_cut_at(g->work, first)->begin, pacta_cut_at(g->work, end - 1)->end};
}

static int push_clause(gatherer *g, pacta_clause clause, uint32_t norm, uint32_t first, uint32_t end) {
    pacta_document *document = g->work->document;
    clause.span = part_span(g, first, end);
    if (clause.quotation != PACTA_NONE) {
        pacta_span inner = document->quotations.items[clause.quotation].inner;
        if (clause.span.begin < inner.begin)
            clause.span.begin = inner.begin;
        if (clause.span.end > inner.end)
            clause.span.end = inner.end;
        if (clause.span.begin >= clause.span.end) /* marks and no words */
            return PACTA_OK;
    }
    fill_place(g, &clause, norm < g->work->norms.count ? &g->work->norms.items[norm] : NULL);
    int status = fill_terms(g, &clause, norm);
    if (status == PACTA_OK)
        status = fill_references(g, &clause, first, end);
    if (status == PACTA_OK)
        status = fill_topic(g, &clause, first, end);
    if (status == PACTA_OK && !pacta_array_push(&document->memory, &document->clauses, clause))
        return pacta_out_of_memory(g->work);
    return status;
}

/* ---- Stretches of text ------------------------------------------------------------------------------ */

/* The force of "shall be renewed" hangs on what is renewed. */
static pacta_modality modality_of(gatherer *g, const pacta_norm *norm) {
    if (norm->saving && pacta_subject_is_somebody(g->work, norm))
        return PACTA_PROHIBITION;
    if (norm->subject < norm->subject_end && !pacta_is(g->work, norm->subject_end - 1, CLASS_CARRIED_ON))
        g->instrument_spoken_of = pacta_subject_is_instrument(g->work, norm->subject, norm->subject_end);
    else if (norm->effect ? g->stretch.report != NULL && norm == g->work->norms.items &&
                                pacta_subject_outside(g->work, norm).end == 0
                          : norm->modality == PACTA_CONSTITUTIVE)
        g->instrument_spoken_of =
            true; /* it shall be open for signature; the pact says it shall be renewed */
    if (!norm->effect || g->instrument_spoken_of)
        return (pacta_modality)norm->modality;
    return norm->negated ? PACTA_PROHIBITION : PACTA_OBLIGATION;
}

/* declares that the Treaty shall extend: behind it the clause around goes on. */
static bool is_embedded(const pacta_work *work, const pacta_norm *norm) {
    uint32_t begin = norm->subject;
    begin -= begin > 0 && pacta_is(work, begin - 1, CLASS_DETERMINER);
    return pacta_is(work, norm->subject, CLASS_RELATIVE) ||
           (begin > 0 &&
            (pacta_is(work, begin - 1, CLASS_CLAUSE_OPENER) || pacta_is(work, begin - 1, CLASS_RELATIVE)));
}

/* `*last`: whom the norms before bind, those of one subject with it included; then
 * also this one. `*actor`: this one. */
static int gather_norm(gatherer *g, uint32_t index, pacta_span *last, pacta_span *actor) {
    const pacta_work *work = g->work;
    const pacta_norm *norm = &work->norms.items[index];
    uint32_t end = g->stretch.end;
    if (index + 1 < work->norms.count && work->norms.items[index + 1].part > norm->part)
        end = work->norms.items[index + 1].part;
    if (norm->of_instrument || norm->untold)
        g->told = *norm;
    pacta_clause clause = {.modality = modality_of(g, norm), .cue = norm->cue, .quotation = norm->quotation};
    clause.actor = pacta_actor_of(g->work, norm, end);
    bool bound = clause.modality != PACTA_CONSTITUTIVE && clause.modality != PACTA_DEFINITION;
    bool shared = norm->subject == norm->subject_end && norm->actor.end == 0;
    if (shared && clause.actor.end == 0 && bound && !pacta_norm_is_passive(g->work, norm, end))
        clause.actor = *last;
    *actor = clause.actor;
    if (clause.actor.end > 0 || !(shared || is_embedded(work, norm)))
        *last = clause.actor;
    return push_clause(g, clause, index, norm->part, end);
}

/* An item without a norm of its own has that of the opening words. */
static int gather_item(gatherer *g, const pacta_opening *shared) {
    pacta_clause clause = {.modality = (pacta_modality)shared->modality,
                           .actor = shared->actor,
                           .quotation = pacta_quotation_of(g->work, &g->stretch)};
    return push_clause(g, clause, 0, g->stretch.first, g->stretch.end);
}

/* Limbs that set bounds to something: exceptions, and conditions of what has a verb of
 * its own or tells what to do. */
static bool binds_anything(const gatherer *g) {
    const pacta_work *work = g->work;
    uint32_t at = g->stretch.first;
    if (pacta_is(work, at, CLASS_INFINITIVE))
        return true;
    if (pacta_is_char(work, g->stretch.end - 1, ':')) /* they are those of the points */
        return false;
    for (uint32_t i = 0; i < work->limbs.count; i++) {
        if ((g->item && work->limbs.items[i].exception) ||
            pacta_has_verb(work, at, work->limbs.items[i].first))
            return true;
        at = work->limbs.items[i].end;
    }
    return pacta_has_verb(work, at, g->stretch.end);
}

/* The words are an instrument's own, or those in which it is told. */
static bool is_bound(const gatherer *g) {
    return g->stretch.report == NULL || pacta_report_holds(g->stretch.report, g->work->limbs.items[0].first);
}

/* Conditions of what has no norm: the fee is waived where ... */
static int gather_bare(gatherer *g) {
    if (!binds_anything(g))
        return PACTA_OK;
    pacta_clause clause = {.modality = PACTA_MODALITY_NONE,
                           .quotation = pacta_quotation_of(g->work, &g->stretch)};
    return push_clause(g, clause, 0, g->stretch.first, g->stretch.end);
}

static int gather(gatherer *g) {
    pacta_work *work = g->work;
    g->next_limb = 0;
    pacta_leave_lists(work, &g->openings, &g->stretch, g->provision);
    g->stretch.deed = g->item && pacta_openings_carry(&g->openings);
    int status = pacta_read_norms(work, &g->stretch);
    if (status != PACTA_OK)
        return status;
    pacta_read_subjects(work, &g->stretch);
    if (g->stretch.report != NULL)
        pacta_drop_untold(work, &g->stretch);
    pacta_close_limbs(work, &g->stretch);
    if (g->stretch.report == NULL && g->provision != PACTA_NONE)
        pacta_stretch_over_points(work, &g->stretch, g->provision, g->next_provision);
    bool bare = g->item && work->norms.count == 0;
    const pacta_opening *shared = bare ? pacta_shared_opening(work, &g->openings, &g->stretch) : NULL;
    pacta_span last = pacta_openings_actor(&g->openings), actor = {0, 0};
    for (uint32_t i = 0; status == PACTA_OK && i < work->norms.count; i++)
        status = gather_norm(g, i, &last, &actor);
    if (status == PACTA_OK && shared != NULL)
        status = gather_item(g, shared);
    else if (status == PACTA_OK && work->norms.count == 0 && work->limbs.count > 0 && is_bound(g))
        status = gather_bare(g);
    pacta_note_opening(work, &g->openings, &g->stretch, g->provision, shared != NULL, actor);
    return status;
}

/* The end of the label that the token stands in, or the token. */
static uint32_t behind_label(gatherer *g, uint32_t token, uint32_t end) {
    g->provision = pacta_provision_around(g->work, pacta_cut_at(g->work, token)->begin, &g->near);
    if (g->provision == PACTA_NONE)
        return token;
    const pacta_provision *provision = &g->work->document->provisions.items[g->provision];
    while (token < end && pacta_cut_at(g->work, token)->begin >= provision->label.begin &&
           pacta_cut_at(g->work, token)->begin < provision->label.end)
        token++;
    return token;
}

/* Where the next provision begins behind the token. */
static uint32_t next_label(gatherer *g, uint32_t token) {
    const pacta_document *document = g->work->document;
    if (token >= g->work->tokens.count)
        return UINT32_MAX;
    uint32_t at = pacta_cut_at(g->work, token)->begin;
    while (g->next_provision < document->provisions.count &&
           document->provisions.items[g->next_provision].span.begin <= at)
        g->next_provision++;
    return g->next_provision < document->provisions.count
               ? document->provisions.items[g->next_provision].span.begin
               : UINT32_MAX;
}

/* No sentence is that long: what is one all the same is read in parts. */
enum { STRETCH_TOKENS = 4096 };

/* ; provided that it is clean: words that belong to the norm before the semicolon, and not:
 * ; unless they agree, the Board shall. */
static bool is_proviso(const pacta_work *work, uint32_t first, uint32_t semicolon, uint32_t end) {
    enum { LEAST = 4 };
    uint32_t token = semicolon + 1;
    token += pacta_is(work, token, CLASS_LIST_JOINER); /* and provided also that */
    if (token + LEAST >= end || !pacta_is(work, token, CLASS_PROVISO) ||
        !pacta_has(work, first, semicolon, CLASS_MODAL))
        return false;
    if (pacta_word_of(work, token)->value > 0) /* provided */
        return true;
    const uint32_t behind = pacta_next_with(work, token, end, SIGN_SEMICOLON);
    for (uint32_t i = token + 1; i + 1 < behind; i++)
        if (pacta_is_comma(work, i) && pacta_opens_subject(work, i + 1))
            return !pacta_has(work, i + 1, behind, CLASS_MODAL);
    return true;
}

/* Where the stretch ends whose words begin at the token: behind a semicolon that no proviso
 * follows, or before the next provision. */
static uint32_t end_of_stretch(gatherer *g, uint32_t first, uint32_t end) {
    const pacta_work *work = g->work;
    if (end - first > STRETCH_TOKENS)
        end = first + STRETCH_TOKENS;
    if (g->stretch.report == NULL && first < end) {
        const uint32_t label = next_label(g, first);
        if (label <= pacta_cut_at(work, end - 1)->begin)
            for (end = pacta_token_at(work, label); pacta_cut_at(work, end)->begin < label;)
                end++;
    }
    for (uint32_t stop = first; (stop = pacta_next_with(work, stop, end, SIGN_SEMICOLON)) < end; stop++)
        if (!is_proviso(work, first, stop, end))
            return stop + 1;
    return end;
}

/* Gathers the sentence in stretches, parted by labels in the line and by
 * semicolons. */
static int gather_sentence(gatherer *g, uint32_t first, uint32_t end) {
    int status = PACTA_OK;
    while (status == PACTA_OK && first < end) {
        uint32_t behind = g->stretch.report == NULL ? behind_label(g, first, end) : first;
        g->item = behind > first || pacta_cut_at(g->work, first)->kind == PACTA_TOKEN_QUOTE;
        const uint32_t stop = end_of_stretch(g, behind, end);
        g->stretch.told = g->stretch.report != NULL && g->told.of_instrument;
        g->stretch.first = behind;
        g->stretch.end = stop;
        if (behind < stop)
            status = gather(g);
        if (status == PACTA_OK)
            status = pacta_report(g->work, pacta_cut_at(g->work, stop - 1)->begin);
        first = stop;
    }
    return status;
}

/* A heading, a note, or what stands before the first provision binds nobody. */
static bool is_aside(gatherer *g, const pacta_sentence_cut *cut) {
    const pacta_document *document = g->work->document;
    if ((g->work->fold.passages.items[cut->passage].flags & PASSAGE_NOTE) != 0)
        return true;
    uint32_t begin = pacta_cut_at(g->work, cut->first)->begin, end = pacta_cut_at(g->work, cut->end - 1)->end;
    if (document->provisions.count > 0) {
        if (end <= document->provisions.items[0].span.begin)
            return true;
    } else {
        const pacta_rule *rule = pacta_rule_at(g->work, RULE_FORMULA, cut->first);
        if (rule != NULL && rule->mode == FORMULA_OPENING)
            return true;
    }
    uint32_t p = pacta_provision_around(g->work, begin, &g->near);
    if (p == PACTA_NONE)
        return false;
    pacta_span heading = document->provisions.items[p].heading;
    return heading.begin <= begin && end <= heading.end;
}

static int gather_treaty(gatherer *g) {
    int status = PACTA_OK;
    /* at once, for as many as most treaties have */
    if (!pacta_array_reserve(&g->work->document->memory, &g->work->document->clauses,
                             g->work->sentences.count))
        return pacta_out_of_memory(g->work);
    for (uint32_t s = 0; status == PACTA_OK && s < g->work->sentences.count; s++) {
        const pacta_sentence_cut *cut = &g->work->sentences.items[s];
        status = pacta_report(g->work, pacta_cut_at(g->work, cut->first)->begin);
        if (status == PACTA_OK && !is_aside(g, cut))
            status = gather_sentence(g, cut->first, cut->end);
    }
    return status;
}

static int gather_press(gatherer *g) {
    pacta_telling before, report;
    int status = PACTA_OK;
    g->provision = PACTA_NONE;
    for (uint32_t s = 0; status == PACTA_OK && s < g->work->sentences.count; s++) {
        const pacta_sentence_cut *cut = &g->work->sentences.items[s];
        report = pacta_read_report(g->work, s, s == 0 ? NULL : &before);
        g->stretch.report = &report;
        status = pacta_report(g->work, pacta_cut_at(g->work, cut->first)->begin);
        g->told.of_instrument = g->told.untold = false;
        if (status == PACTA_OK)
            status = gather_sentence(g, cut->first, cut->end);
        if (g->told.of_instrument || g->told.untold)
            pacta_note_told(g->work, &report, &g->told);
        before = report;
    }
    g->stretch.report = NULL;
    return status;
}

int pacta_link_clauses(pacta_work *work) {
    gatherer g = {.work = work, .provision = PACTA_NONE};
    return work->document->info.form == PACTA_FORM_TREATY ? gather_treaty(&g) : gather_press(&g);
}
