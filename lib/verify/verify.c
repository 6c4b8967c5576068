/* pacta_verify(): the quotations and reported provisions of a press text, each
 * held against the corpus. */
#include "core/error.h"
#include "core/options.h"
#include "verify/matcher.h"
#include <string.h>

struct pacta_verification {
    pacta_allocator memory;
    pacta_arena arena; /* parts and differences of the checks */
    PACTA_ARRAY(pacta_check) checks;
    PACTA_ARRAY(uint32_t) links; /* four rows, an item per quotation; see enum row */
    pacta_text_matcher matcher;
};

/* What is known of each quotation. */
enum row {
    ROW_NEXT,   /* the quotation that goes on with it */
    ROW_TAKEN,  /* it goes on with another one */
    ROW_CLAUSE, /* that tells what it is from */
    ROW_FOUND,  /* its words stand in a treaty */
    ROW_COUNT
};

int pacta_verification_new(const pacta_allocator *allocator, pacta_verification **verification) {
    if (verification == NULL)
        return PACTA_E_ARGUMENT;
    pacta_allocator memory = pacta_memory(allocator);
    pacta_verification *made = pacta_new(&memory, sizeof *made);
    if (made == NULL)
        return PACTA_E_MEMORY;
    made->memory = made->matcher.memory = memory;
    pacta_arena_init(&made->arena, &memory);
    *verification = made;
    return PACTA_OK;
}

void pacta_verification_free(pacta_verification *v) {
    if (v == NULL)
        return;
    const pacta_allocator memory = v->memory;
    pacta_array_release(&memory, &v->checks);
    pacta_array_release(&memory, &v->links);
    pacta_text_matcher_free(&v->matcher);
    pacta_arena_free(&v->arena);
    pacta_delete(&memory, v, sizeof *v);
}

const pacta_check *pacta_checks(const pacta_verification *v, size_t *count) {
    *count = v == NULL ? 0 : v->checks.count;
    return *count == 0 ? NULL : v->checks.items;
}

/* A press document in hand. */
typedef struct pass {
    pacta_verification *v;
    const pacta_document *press;
    const pacta_quotation *quotations;
    const pacta_clause *clauses;
    const pacta_reference *references;
    size_t quotation_count, clause_count, reference_count;
    size_t next_reference; /* first that may stand in the clause in hand */
} pass;

static uint32_t *link_of(const pass *p, enum row row, size_t quotation) {
    return &p->v->links.items[(size_t)row * p->quotation_count + quotation];
}

/* ---- One check ---------------------------------------------------------------- */

/* Keeps what was found out in the arena. */
static bool add_check(pass *p, pacta_check *check) {
    const pacta_findings *findings = &p->v->matcher.findings;
    const pacta_claimed *claimed = &p->v->matcher.claimed;
    check->verdict = p->v->matcher.verdict;
    check->score = findings->score;
    check->kinds = findings->kinds;
    check->reference = claimed->reference;
    check->claimed = claimed->eid;
    check->claim =
        pacta_claim_judge(claimed, p->v->matcher.corpus, findings->parts.items, findings->parts.count);
    check->part_count = findings->parts.count;
    check->difference_count = findings->differences.count;
    if (check->part_count > 0) {
        pacta_part *parts = pacta_arena_take(&p->v->arena, check->part_count * sizeof *parts);
        if (parts == NULL)
            return false;
        for (uint32_t i = 0; i < check->part_count; i++)
            parts[i] = findings->parts.items[i].part;
        check->parts = parts;
    }
    if (check->difference_count > 0) {
        size_t size = check->difference_count * sizeof(pacta_difference);
        pacta_difference *differences = pacta_arena_take(&p->v->arena, size);
        if (differences == NULL)
            return false;
        memcpy(differences, findings->differences.items, size);
        check->differences = differences;
    }
    return pacta_array_push(&p->v->memory, &p->v->checks, *check);
}

static bool run_check(pass *p, pacta_check *check, bool quoted) {
    pacta_text_matcher *m = &p->v->matcher;
    if (m->query.words.count == 0)
        return true;
    return pacta_query_weigh(&m->query, &m->vocabulary) && pacta_match_query(m, quoted) &&
           add_check(p, check);
}

/* ---- Quotations -------------------------------------------------------------------- */

static void link_clause(const pass *p, size_t quotation, size_t clause) {
    uint32_t *link = link_of(p, ROW_CLAUSE, quotation);
    *link = *link == PACTA_NONE ? (uint32_t)clause : *link;
}

/* The first clause inside each quotation; or, for a few words quoted in a
 * sentence that tells of a provision, that clause around them. */
static void link_clauses(const pass *p) {
    size_t quotation = 0;
    for (size_t i = 0; i < p->clause_count; i++)
        if (p->clauses[i].quotation != PACTA_NONE)
            link_clause(p, p->clauses[i].quotation, i);
    for (size_t i = 0; i < p->clause_count; i++) {
        pacta_span span = p->clauses[i].span;
        if (p->clauses[i].origin != PACTA_ORIGIN_REPORTED)
            continue;
        while (quotation < p->quotation_count && p->quotations[quotation].span.begin < span.begin)
            quotation++;
        for (; quotation < p->quotation_count && p->quotations[quotation].span.end <= span.end; quotation++)
            link_clause(p, quotation, i);
    }
}

static bool link_quotations(pass *p) {
    size_t room = (size_t)ROW_COUNT * p->quotation_count;
    p->v->links.count = 0;
    if (room > UINT32_MAX / 2 || !pacta_array_reserve(&p->v->memory, &p->v->links, room))
        return false;
    for (size_t i = 0; i < p->quotation_count; i++) {
        *link_of(p, ROW_NEXT, i) = *link_of(p, ROW_CLAUSE, i) = PACTA_NONE;
        *link_of(p, ROW_TAKEN, i) = *link_of(p, ROW_FOUND, i) = 0;
    }
    for (size_t i = 0; i < p->quotation_count; i++) {
        uint32_t before = p->quotations[i].continues;
        if (before == PACTA_NONE || before >= i || *link_of(p, ROW_NEXT, before) != PACTA_NONE)
            continue;
        *link_of(p, ROW_NEXT, before) = (uint32_t)i;
        *link_of(p, ROW_TAKEN, i) = 1;
    }
    link_clauses(p);
    return true;
}

/* The reference that tells where a quotation comes from, or PACTA_NONE. */
static uint32_t reference_of(const pass *p, size_t quotation) {
    const pacta_quotation *q = &p->quotations[quotation];
    if (q->reference != PACTA_NONE)
        return q->reference;
    return q->source.kind == PACTA_SOURCE_NONE ? PACTA_NONE : q->source.reference;
}

/* The same for what a clause tells. */
static uint32_t clause_reference(const pacta_clause *clause) {
    if (clause->source.kind != PACTA_SOURCE_NONE && clause->source.reference != PACTA_NONE)
        return clause->source.reference;
    return clause->reference_count > 0 ? clause->references[0] : PACTA_NONE;
}

static bool read_claim(pass *p, size_t quotation) {
    pacta_text_matcher *m = &p->v->matcher;
    uint32_t reference = reference_of(p, quotation), clause = PACTA_NONE;
    for (size_t i = quotation; i != PACTA_NONE; i = *link_of(p, ROW_NEXT, i)) {
        reference = reference == PACTA_NONE ? reference_of(p, i) : reference;
        clause = clause == PACTA_NONE ? *link_of(p, ROW_CLAUSE, i) : clause;
    }
    const pacta_clause *told = clause == PACTA_NONE ? NULL : &p->clauses[clause];
    if (told != NULL && told->origin != PACTA_ORIGIN_REPORTED &&
        p->quotations[quotation].kind != PACTA_QUOTATION_PROVISION)
        told = NULL; /* what somebody says himself */
    if (told != NULL && told->origin == PACTA_ORIGIN_REPORTED && reference == PACTA_NONE)
        reference = clause_reference(told);
    const char *instrument = told == NULL ? NULL : told->instrument;
    const char *eid = told == NULL ? NULL : told->eid;
    return pacta_claim_read(&m->claimed, &m->memory, m->corpus, p->press, reference, instrument, eid);
}

/* A quotation inside one whose words were found is a part of it. */
static bool is_inside_found(const pass *p, size_t quotation) {
    uint32_t parent = p->quotations[quotation].parent;
    return parent != PACTA_NONE && *link_of(p, ROW_FOUND, parent) != 0;
}

static bool check_quotation(pass *p, size_t quotation) {
    const pacta_quotation *q = &p->quotations[quotation];
    pacta_text_matcher *m = &p->v->matcher;
    if (q->kind == PACTA_QUOTATION_TITLE || *link_of(p, ROW_TAKEN, quotation) != 0)
        return true;
    bool inside = is_inside_found(p, quotation);
    *link_of(p, ROW_FOUND, quotation) = inside;
    if (inside)
        return true;
    pacta_check check = {.span = q->span, .quotation = (uint32_t)quotation, .clause = PACTA_NONE};
    pacta_query_reset(&m->query);
    for (size_t i = quotation; i != PACTA_NONE; i = *link_of(p, ROW_NEXT, i)) {
        if (!pacta_query_add(&m->query, &m->vocabulary, p->press, p->quotations[i].inner))
            return false;
        check.span.end = p->quotations[i].span.end;
    }
    if (!read_claim(p, quotation) || !run_check(p, &check, true))
        return false;
    if (m->query.words.count > 0 && m->verdict <= PACTA_SPLICED)
        for (size_t i = quotation; i != PACTA_NONE; i = *link_of(p, ROW_NEXT, i))
            *link_of(p, ROW_FOUND, i) = 1;
    return true;
}

/* ---- Reported provisions --------------------------------------------------------------- */

/* The clause's words, less those that say where it stands. */
static bool add_told_words(pass *p, const pacta_clause *clause) {
    pacta_text_matcher *m = &p->v->matcher;
    uint32_t at = clause->span.begin;
    while (p->next_reference < p->reference_count &&
           p->references[p->next_reference].span.end <= clause->span.begin)
        p->next_reference++;
    for (size_t i = p->next_reference; i < p->reference_count; i++) {
        pacta_span span = p->references[i].span;
        if (span.begin >= clause->span.end)
            break;
        if (span.begin > at &&
            !pacta_query_add(&m->query, &m->vocabulary, p->press, (pacta_span){at, span.begin}))
            return false;
        at = span.end > at ? span.end : at;
    }
    return at >= clause->span.end ||
           pacta_query_add(&m->query, &m->vocabulary, p->press, (pacta_span){at, clause->span.end});
}

static bool check_clause(pass *p, size_t index) {
    const pacta_clause *clause = &p->clauses[index];
    pacta_text_matcher *m = &p->v->matcher;
    if (clause->origin != PACTA_ORIGIN_REPORTED)
        return true;
    pacta_check check = {.span = clause->span, .quotation = PACTA_NONE, .clause = (uint32_t)index};
    pacta_query_reset(&m->query);
    uint32_t reference = clause_reference(clause);
    return add_told_words(p, clause) &&
           pacta_claim_read(&m->claimed, &m->memory, m->corpus, p->press, reference, clause->instrument,
                            clause->eid) &&
           run_check(p, &check, false);
}

/* ---- All of them --------------------------------------------------------------------------- */

/* Quotations and clauses in the order of the text. */
static bool check_all(pass *p, unsigned what) {
    size_t quotation = 0, clause = 0;
    if (!link_quotations(p))
        return false;
    while (quotation < p->quotation_count || clause < p->clause_count) {
        bool next = clause >= p->clause_count ||
                    (quotation < p->quotation_count &&
                     p->quotations[quotation].span.begin <= p->clauses[clause].span.begin);
        if (next ? (what & PACTA_VERIFY_QUOTATIONS) != 0 && !check_quotation(p, quotation)
                 : (what & PACTA_VERIFY_REPORTED) != 0 && !check_clause(p, clause))
            return false;
        quotation += next, clause += !next;
    }
    return true;
}

static void clear(pacta_verification *v) {
    v->checks.count = 0;
    pacta_arena_reset(&v->arena);
}

int pacta_verify(const pacta_corpus *corpus, const pacta_document *press, const pacta_verify_options *given,
                 pacta_verification *v, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (corpus == NULL || press == NULL || v == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "a verification needs a corpus, a text and a place");
    clear(v);
    if (!corpus->sealed)
        return pacta_fail(error, PACTA_E_ARGUMENT, "the corpus is not sealed");
    pacta_verify_options options = {0};
    if (!pacta_take_options(&options, sizeof options, given))
        return pacta_fail(error, PACTA_E_ARGUMENT, "the options' struct_size is not set");
    pass p = {.v = v, .press = press};
    p.quotations = pacta_quotations(press, &p.quotation_count);
    p.clauses = pacta_clauses(press, &p.clause_count);
    p.references = pacta_references(press, &p.reference_count);
    v->matcher.corpus = corpus;
    v->matcher.text = pacta_document_text(press, NULL);
    unsigned all = PACTA_VERIFY_QUOTATIONS | PACTA_VERIFY_REPORTED;
    if (pacta_vocabulary_rest(&v->matcher.vocabulary, &corpus->vocabulary, &v->memory) &&
        check_all(&p, options.what == 0 ? all : options.what))
        return PACTA_OK;
    clear(v);
    return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
}
