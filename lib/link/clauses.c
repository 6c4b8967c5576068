/* Clauses: one for every norm of the text's own provisions, of quoted ones, and
 * of those that a reporter tells of. */
#include "core/sort.h"
#include "find/provisions.h"
#include "link/norms.h"
#include "link/phrases.h"
#include <string.h>

enum { TOPIC_TOKENS = 200, LIST_LIMIT = 32, HELD_LIMIT = 4, REPORT_REACH = 2 };

typedef struct gatherer {
    pacta_work *work;
    uint32_t first, end; /* tokens of the stretch in hand */
    pacta_origin origin;
    uint32_t quotation, reference, provision;
    /* the opening words of a list, whose force its items share */
    uint32_t chapeau_provision;
    pacta_norm chapeau;
    bool has_chapeau, chapeau_quoted;
    /* conditions without a norm: of opening words, of a sentence whose norm is quoted */
    pacta_limb held[HELD_LIMIT];
    uint32_t held_count, held_provision;
} gatherer;

static const pacta_cut *cut_at(const gatherer *g, uint32_t token) {
    return &g->work->tokens.items[token];
}

/* ---- One clause --------------------------------------------------------------------------- */

static const char *topic_in(const gatherer *g, uint32_t first, uint32_t end) {
    const pacta_rule *best = NULL;
    for (uint32_t i = first; i < end && i - first < TOPIC_TOKENS; i++) {
        const pacta_rule *rule = pacta_rule_at(g->work, RULE_TOPIC, i);
        if (rule != NULL && (best == NULL || rule->priority > best->priority))
            best = rule;
    }
    return best == NULL ? NULL : best->mode_text;
}

/* The topic of the article's heading, else of the clause's own words. */
static const char *find_topic(const gatherer *g, uint32_t first, uint32_t end) {
    const pacta_document *document = g->work->document;
    const char *topic = NULL;
    for (uint32_t p = g->provision; p != PACTA_NONE && topic == NULL;
         p = document->provisions.items[p].parent) {
        pacta_span heading = document->provisions.items[p].heading;
        if (heading.end > heading.begin)
            topic = topic_in(g, pacta_token_at(g->work, heading.begin),
                             pacta_token_at(g->work, heading.end - 1) + 1);
    }
    return topic != NULL ? topic : topic_in(g, first, end);
}

static int fill_limbs(const gatherer *g, pacta_clause *clause, uint32_t norm) {
    pacta_work *work = g->work;
    pacta_span conditions[LIST_LIMIT], exceptions[LIST_LIMIT];
    for (uint32_t i = 0; i < work->limbs.count; i++) {
        const pacta_limb *limb = &work->limbs.items[i];
        uint32_t owner = 0; /* the norm before it, or the first */
        for (uint32_t n = 0; n < work->norms.count; n++)
            if (work->norms.items[n].token < limb->first)
                owner = n;
        if (owner != norm && work->norms.count > 0)
            continue;
        if (limb->exception && clause->exception_count < LIST_LIMIT)
            exceptions[clause->exception_count++] = limb->span;
        else if (!limb->exception && clause->condition_count < LIST_LIMIT)
            conditions[clause->condition_count++] = limb->span;
    }
    for (uint32_t i = 0; norm == 0 && i < g->held_count; i++) {
        if (g->held[i].exception && clause->exception_count < LIST_LIMIT)
            exceptions[clause->exception_count++] = g->held[i].span;
        else if (!g->held[i].exception && clause->condition_count < LIST_LIMIT)
            conditions[clause->condition_count++] = g->held[i].span;
    }
    pacta_arena *arena = &work->document->arena;
    size_t condition_bytes = clause->condition_count * sizeof *conditions;
    size_t exception_bytes = clause->exception_count * sizeof *exceptions;
    pacta_span *kept = pacta_arena_take(arena, condition_bytes + exception_bytes);
    if (kept == NULL)
        return pacta_out_of_memory(work);
    memcpy(kept, conditions, condition_bytes);
    memcpy(kept + clause->condition_count, exceptions, exception_bytes);
    clause->conditions = kept;
    clause->exceptions = kept + clause->condition_count;
    return PACTA_OK;
}

static int fill_references(const gatherer *g, pacta_clause *clause) {
    const pacta_document *document = g->work->document;
    uint32_t first = PACTA_NONE, count = 0;
    uint32_t at = pacta_reference_in(g->work, g->first, g->end);
    for (uint32_t i = at;
         i < document->references.count && document->references.items[i].span.begin < clause->span.end; i++) {
        if (document->references.items[i].span.begin < clause->span.begin)
            continue;
        if (first == PACTA_NONE)
            first = i;
        count++;
    }
    if (count == 0)
        return PACTA_OK;
    uint32_t *list = pacta_arena_take(&g->work->document->arena, count * sizeof *list);
    if (list == NULL)
        return pacta_out_of_memory(g->work);
    for (uint32_t i = 0; i < count; i++)
        list[i] = first + i;
    clause->references = list;
    clause->reference_count = count;
    return PACTA_OK;
}

/* Which provision of which instrument it is. */
static int fill_place(const gatherer *g, pacta_clause *clause) {
    pacta_document *document = g->work->document;
    clause->provision = g->provision;
    clause->quotation = g->quotation;
    if (g->provision != PACTA_NONE) {
        clause->eid = document->provisions.items[g->provision].eid;
    } else if (g->reference != PACTA_NONE) {
        const pacta_reference *reference = &document->references.items[g->reference];
        clause->instrument = reference->instrument;
        if (reference->target_count > 0)
            clause->eid = reference->targets[0].eid;
    }
    if (g->origin == PACTA_ORIGIN_TEXT) {
        clause->instrument = pacta_arena_text(&document->arena, "this", 4);
        return clause->instrument == NULL ? pacta_out_of_memory(g->work) : PACTA_OK;
    }
    if (clause->instrument == NULL)
        clause->instrument = document->info.instrument;
    if (g->quotation != PACTA_NONE)
        clause->source = document->quotations.items[g->quotation].source;
    return PACTA_OK;
}

static pacta_span actor_of(const gatherer *g, const pacta_norm *norm) {
    if (norm->actor.end > 0 ||
        (norm->token > g->first && pacta_is(g->work, norm->token - 1, CLASS_LIST_JOINER)))
        return norm->actor; /* "and will not": the actor of the norm before */
    pacta_phrase p = pacta_phrase_before(g->work, g->first, norm->token);
    if (p.first >= p.end)
        return (pacta_span){0, 0};
    return (pacta_span){cut_at(g, p.first)->begin, cut_at(g, p.end - 1)->end};
}

/* Where the norm's own part of the sentence begins: behind the joint before it. */
static uint32_t part_begin(const gatherer *g, uint32_t norm) {
    const pacta_norm *here = &g->work->norms.items[norm];
    if (norm == 0)
        return g->first;
    uint32_t low = g->work->norms.items[norm - 1].token + 1;
    for (uint32_t i = here->token; i > low; i--)
        if (pacta_is_char(g->work, i - 1, ';') || pacta_is(g->work, i - 1, CLASS_LIST_JOINER) ||
            pacta_is_char(g->work, i - 1, ','))
            return i;
    return low;
}

static int push_clause(gatherer *g, const pacta_norm *norm, uint32_t index, uint32_t first, uint32_t end) {
    pacta_document *document = g->work->document;
    pacta_clause clause = {.span = {cut_at(g, first)->begin, cut_at(g, end - 1)->end},
                           .origin = g->origin,
                           .modality = (pacta_modality)norm->modality,
                           .cue = norm->cue,
                           .actor = actor_of(g, norm)};
    clause.source.reference = PACTA_NONE;
    if (index < g->work->norms.count) { /* "shall ... and shall": one actor */
        if (clause.actor.end == 0 && index > 0)
            clause.actor = g->work->norms.items[index - 1].actor;
        g->work->norms.items[index].actor = clause.actor;
    }
    const char *topic = find_topic(g, first, end);
    if (topic != NULL && (clause.topic = pacta_arena_text(&document->arena, topic, strlen(topic))) == NULL)
        return pacta_out_of_memory(g->work);
    int status = fill_place(g, &clause);
    if (status == PACTA_OK)
        status = fill_limbs(g, &clause, index);
    if (status == PACTA_OK)
        status = fill_references(g, &clause);
    if (status == PACTA_OK && !pacta_array_push(&document->memory, &document->clauses, clause))
        return pacta_out_of_memory(g->work);
    return status;
}

/* ---- Lists -------------------------------------------------------------------------------------- */

/* The provision stands under the one whose opening words are in hand. */
static bool shares_chapeau(const gatherer *g) {
    const pacta_document *document = g->work->document;
    if (!g->has_chapeau || g->provision == PACTA_NONE)
        return false;
    if (g->chapeau_quoted) /* a list in replacement text */
        return g->provision == g->chapeau_provision && cut_at(g, g->first)->kind == PACTA_TOKEN_QUOTE;
    for (uint32_t p = document->provisions.items[g->provision].parent; p != PACTA_NONE;
         p = document->provisions.items[p].parent)
        if (p == g->chapeau_provision)
            return true;
    return false;
}

static void note_chapeau(gatherer *g) {
    const pacta_work *work = g->work;
    if (!pacta_is_char(work, g->end - 1, ':')) {
        if (!shares_chapeau(g))
            g->has_chapeau = false;
        return;
    }
    if (work->norms.count == 0 || g->provision == PACTA_NONE)
        return;
    g->chapeau = work->norms.items[work->norms.count - 1];
    if (g->chapeau.actor.end == 0)
        g->chapeau.actor = actor_of(g, &g->chapeau);
    g->chapeau_provision = g->provision;
    g->chapeau_quoted = cut_at(g, g->first)->kind == PACTA_TOKEN_QUOTE;
    g->has_chapeau = true;
}

/* Conditions that stand without their norm wait for it. */
static void hold_limbs(gatherer *g) {
    const pacta_work *work = g->work;
    if (work->norms.count > 0 || shares_chapeau(g))
        return;
    for (uint32_t i = 0; i < work->limbs.count && g->held_count < HELD_LIMIT; i++)
        g->held[g->held_count++] = work->limbs.items[i];
    g->held_provision = g->provision;
}

/* The items of the list whose opening words are held are done with. */
static void drop_held(gatherer *g) {
    const pacta_document *document = g->work->document;
    for (uint32_t p = g->provision; p != PACTA_NONE; p = document->provisions.items[p].parent)
        if (p == g->held_provision)
            return;
    g->held_count = 0;
}

/* ---- Stretches of text ------------------------------------------------------------------------------ */

static bool is_joint(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_LIST_JOINER) || pacta_is_char(work, token, ',') ||
           pacta_is_char(work, token, ';');
}

static int gather(gatherer *g) {
    pacta_work *work = g->work;
    int status = pacta_read_limbs(work, g->first, g->end);
    if (status == PACTA_OK)
        status = pacta_read_norms(work, g->first, g->end);
    for (uint32_t i = 0; status == PACTA_OK && i < work->norms.count; i++) {
        uint32_t first = part_begin(g, i);
        uint32_t end = i + 1 < work->norms.count ? part_begin(g, i + 1) : g->end;
        end = end > first ? end : g->end;
        while (end > first + 1 && i + 1 < work->norms.count && is_joint(work, end - 1))
            end--;
        status = push_clause(g, &work->norms.items[i], i, first, end);
    }
    if (status == PACTA_OK && work->norms.count == 0 && g->origin == PACTA_ORIGIN_TEXT && shares_chapeau(g)) {
        pacta_norm shared = g->chapeau;
        shared.cue = (pacta_span){0, 0}; /* the item's own words hold none */
        status = push_clause(g, &shared, 0, g->first, g->end);
    }
    if (status == PACTA_OK && g->origin == PACTA_ORIGIN_TEXT)
        note_chapeau(g);
    return status;
}

/* The sentence's own words, a label before them left out. */
static uint32_t skip_label(const gatherer *g, uint32_t token, uint32_t end) {
    const pacta_document *document = g->work->document;
    uint32_t p = pacta_provision_around(g->work, cut_at(g, token)->begin);
    if (p == PACTA_NONE)
        return token;
    pacta_span label = document->provisions.items[p].label;
    while (token < end && cut_at(g, token)->begin < label.end && cut_at(g, token)->begin >= label.begin)
        token++;
    return token;
}

static int gather_treaty(gatherer *g) {
    pacta_work *work = g->work;
    for (uint32_t s = 0; s < work->sentences.count; s++) {
        g->first = skip_label(g, work->sentences.items[s].first, work->sentences.items[s].end);
        g->end = work->sentences.items[s].end;
        if (g->first >= g->end)
            continue;
        g->provision = pacta_provision_around(work, cut_at(g, g->first)->begin);
        drop_held(g);
        int status = gather(g);
        if (status != PACTA_OK)
            return status;
        if (pacta_is_char(work, g->end - 1, ':'))
            hold_limbs(g);
    }
    return PACTA_OK;
}

/* What the quotation gives: norms where the words are an instrument's. */
static int gather_quotation(gatherer *g, uint32_t index) {
    pacta_work *work = g->work;
    const pacta_quotation *quotation = &work->document->quotations.items[index];
    if (quotation->kind != PACTA_QUOTATION_PROVISION || quotation->inner.end <= quotation->inner.begin)
        return PACTA_OK;
    g->origin = PACTA_ORIGIN_QUOTED;
    g->quotation = index;
    g->reference = quotation->reference;
    uint32_t end = pacta_token_at(work, quotation->inner.end - 1) + 1;
    for (uint32_t first = pacta_token_at(work, quotation->inner.begin); first < end;) {
        uint32_t stop = work->sentences.items[pacta_sentence_of(work, first)].end;
        g->first = first;
        g->end = stop < end ? stop : end;
        int status = gather(g);
        if (status != PACTA_OK)
            return status;
        first = g->end > first ? g->end : first + 1;
    }
    return PACTA_OK;
}

/* The outermost quotation around the token, from `*cursor` on, or PACTA_NONE. */
static uint32_t quotation_around(const gatherer *g, uint32_t *cursor, uint32_t token) {
    const pacta_document *document = g->work->document;
    uint32_t at = cut_at(g, token)->begin;
    while (*cursor < document->quotations.count && document->quotations.items[*cursor].span.end <= at)
        ++*cursor;
    return *cursor < document->quotations.count && document->quotations.items[*cursor].span.begin <= at
               ? *cursor
               : PACTA_NONE;
}

/* The sentence breaks off, and words of an instrument follow. */
static bool leads_into_provision(const gatherer *g, const pacta_sentence_cut *cut, uint32_t next) {
    const pacta_document *document = g->work->document;
    const pacta_passage *passage = &g->work->fold.passages.items[cut->passage];
    return cut->end == passage->end_token && cut_at(g, cut->end - 1)->kind == PACTA_TOKEN_WORD &&
           next < document->quotations.count &&
           document->quotations.items[next].span.begin == passage->end + 1 &&
           document->quotations.items[next].kind == PACTA_QUOTATION_PROVISION;
}

/* Set off behind "Article 1 reads:". */
static bool is_announced(const gatherer *g, const pacta_sentence_cut *cut) {
    const pacta_cut *before = cut->first < 2 ? NULL : cut_at(g, cut->first - 2);
    return before != NULL && cut_at(g, cut->first - 1)->kind == PACTA_TOKEN_BREAK &&
           pacta_is_char(g->work, cut->first - 2, ':');
}

/* A reporter tells what an instrument holds: the sentence cites a provision, or
 * an instrument says so, or it goes on from one that did. `since` sentences ago
 * one cited a provision. */
static bool reports(gatherer *g, uint32_t sentence, uint32_t since, uint32_t quotation) {
    const pacta_work *work = g->work;
    const pacta_sentence_cut *cut = &work->sentences.items[sentence];
    bool named = false, neuter = false;
    uint32_t reference = pacta_reference_in(work, cut->first, cut->end);
    if (reference != PACTA_NONE) {
        g->reference = reference;
        return true;
    }
    for (uint32_t i = cut->first; i < cut->end; i++) {
        named = named || pacta_name_from(work, i) != PACTA_NONE || pacta_is(work, i, CLASS_GENERIC) ||
                pacta_is(work, i, CLASS_INSTRUMENT_NOUN);
        if (named && (pacta_is(work, i, CLASS_ASSERTING) || pacta_is(work, i, CLASS_INSTRUMENT_VERB) ||
                      pacta_is(work, i, CLASS_PLEDGING)))
            return true;
        if (neuter && pacta_is(work, i, CLASS_ASSERTING) && since <= REPORT_REACH)
            return true;
        neuter = pacta_is(work, i, CLASS_NEUTER);
    }
    if (since <= 1 && (pacta_is(work, cut->first, CLASS_PRONOUN) || is_announced(g, cut)))
        return true;
    return leads_into_provision(g, cut, quotation);
}

static int gather_reported(gatherer *g, uint32_t sentence, uint32_t *cursor) {
    pacta_work *work = g->work;
    const pacta_sentence_cut *cut = &work->sentences.items[sentence];
    g->origin = PACTA_ORIGIN_REPORTED;
    g->quotation = PACTA_NONE;
    for (uint32_t i = cut->first; i < cut->end;) { /* stretches outside statements */
        uint32_t around = quotation_around(g, cursor, i);
        if (around != PACTA_NONE) {
            i = pacta_token_at(work, work->document->quotations.items[around].span.end - 1) + 1;
            continue;
        }
        uint32_t stop = i;
        while (stop < cut->end && quotation_around(g, cursor, stop) == PACTA_NONE)
            stop++;
        g->first = i;
        g->end = stop;
        int status = gather(g);
        if (status != PACTA_OK)
            return status;
        hold_limbs(g);
        i = stop;
    }
    return PACTA_OK;
}

static int gather_press(gatherer *g) {
    pacta_work *work = g->work;
    uint32_t cursor = 0, next = 0, since = UINT32_MAX;
    for (uint32_t s = 0; s < work->sentences.count; s++) {
        uint32_t end = cut_at(g, work->sentences.items[s].end - 1)->end, first = next;
        while (next < work->document->quotations.count &&
               work->document->quotations.items[next].span.begin < end)
            next++;
        g->held_count = 0;
        bool here = reports(g, s, since, next);
        int status = here ? gather_reported(g, s, &cursor) : PACTA_OK;
        bool cites = pacta_reference_in(work, work->sentences.items[s].first, work->sentences.items[s].end) !=
                     PACTA_NONE;
        since = cites ? 1 : since == UINT32_MAX ? since : since + 1;
        for (uint32_t q = first; status == PACTA_OK && q < next; q++)
            status = gather_quotation(g, q);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}

static bool comes_before(const void *a, const void *b) {
    const pacta_clause *one = a, *other = b;
    return one->span.begin != other->span.begin ? one->span.begin < other->span.begin
                                                : one->cue.begin < other->cue.begin;
}

/* Those of a sentence's quotations are found behind those around them. */
static int order_clauses(pacta_work *work) {
    pacta_document *document = work->document;
    uint32_t count = document->clauses.count;
    void *room = pacta_scratch(work, count * sizeof(pacta_clause));
    if (room == NULL)
        return pacta_out_of_memory(work);
    pacta_sort(document->clauses.items, room, count, sizeof(pacta_clause), comes_before);
    return PACTA_OK;
}

int pacta_link_clauses(pacta_work *work) {
    gatherer g = {.work = work,
                  .origin = PACTA_ORIGIN_TEXT,
                  .quotation = PACTA_NONE,
                  .reference = PACTA_NONE,
                  .provision = PACTA_NONE};
    int status = work->document->info.form == PACTA_FORM_TREATY ? gather_treaty(&g) : gather_press(&g);
    return status == PACTA_OK ? order_clauses(work) : status;
}
