/* pacta_compare(): two versions of a treaty, unit by unit. */
#include "core/error.h"
#include "verify/findings.h"
#include "verify/pairs.h"
#include <string.h>

struct pacta_comparison {
    pacta_allocator memory;
    pacta_arena arena;    /* differences of the changes */
    pacta_corpus *corpus; /* the old text and the new one */
    PACTA_ARRAY(pacta_change) changes;
    pacta_units olds, news;
    pacta_query query;
    pacta_blocks blocks;
    pacta_runs runs;
    pacta_alignment alignment;
    pacta_findings findings;
    PACTA_ARRAY(uint32_t) order;  /* old units that stand in order: last of each length */
    PACTA_ARRAY(uint32_t) before; /* per new unit: the one before it in order */
    PACTA_ARRAY(uint8_t) kept;    /* per new unit: it stands in order */
};

int pacta_comparison_new(const pacta_allocator *allocator, pacta_comparison **comparison) {
    if (comparison == NULL)
        return PACTA_E_ARGUMENT;
    pacta_allocator memory = pacta_memory(allocator);
    pacta_comparison *made = pacta_new(&memory, sizeof *made);
    if (made == NULL)
        return PACTA_E_MEMORY;
    made->memory = memory;
    pacta_arena_init(&made->arena, &memory);
    *comparison = made;
    return PACTA_OK;
}

void pacta_comparison_free(pacta_comparison *c) {
    if (c == NULL)
        return;
    const pacta_allocator memory = c->memory;
    pacta_corpus_free(c->corpus);
    pacta_array_release(&memory, &c->changes);
    pacta_array_release(&memory, &c->olds.list);
    pacta_array_release(&memory, &c->news.list);
    pacta_query_free(&c->query, &memory);
    pacta_blocks_free(&c->blocks, &memory);
    pacta_runs_free(&c->runs, &memory);
    pacta_alignment_free(&c->alignment, &memory);
    pacta_findings_free(&c->findings, &memory);
    pacta_array_release(&memory, &c->order);
    pacta_array_release(&memory, &c->before);
    pacta_array_release(&memory, &c->kept);
    pacta_arena_free(&c->arena);
    pacta_delete(&memory, c, sizeof *c);
}

const pacta_change *pacta_changes(const pacta_comparison *c, size_t *count) {
    *count = c == NULL ? 0 : c->changes.count;
    return *count == 0 ? NULL : c->changes.items;
}

/* ---- One pair of units -------------------------------------------------------- */

static const pacta_place *place_at(const pacta_comparison *c, uint32_t place) {
    return &c->corpus->places.items[place];
}

/* The unit's words, with the marks that stand at their ends: (a) ... ; */
static pacta_span unit_span(const pacta_comparison *c, const pacta_text_unit *unit, uint32_t treaty) {
    const pacta_kept_treaty *kept = &c->corpus->treaties.items[treaty];
    const char *text = kept->about.text;
    pacta_span span = {place_at(c, unit->first)->begin, place_at(c, unit->end - 1)->end};
    uint32_t low = unit->first > kept->first ? place_at(c, unit->first - 1)->end : 0;
    uint32_t high = unit->end < kept->end ? place_at(c, unit->end)->begin : kept->about.bytes;
    while (span.begin > low && (unsigned char)text[span.begin - 1] > ' ')
        span.begin--;
    while (span.end < high && (unsigned char)text[span.end] > ' ')
        span.end++;
    return span;
}

/* The new unit's words as a query. */
static bool make_query(pacta_comparison *c, const pacta_text_unit *unit) {
    pacta_query_reset(&c->query);
    for (uint32_t i = unit->first; i < unit->end; i++) {
        const pacta_place *place = place_at(c, i);
        pacta_query_word word = {.begin = place->begin, .end = place->end, .key = place->key};
        if ((place->flags & PLACE_LABEL) == 0 && !pacta_array_push(&c->memory, &c->query.words, word))
            return false;
    }
    return pacta_query_weigh(&c->query, &c->corpus->vocabulary);
}

/* An alignment leaves open what stands before and behind it: here, that was
 * left out. */
static bool close_ends(pacta_comparison *c, const pacta_text_unit *unit) {
    pacta_alignment *alignment = &c->alignment;
    uint32_t count = alignment->steps.count, words = c->query.words.count;
    uint32_t first = PACTA_NONE, end = unit->first, begin = unit->first;
    while (begin < unit->end && (place_at(c, begin)->flags & PLACE_LABEL) != 0)
        begin++;
    for (uint32_t i = 0; i < count; i++) {
        const pacta_align_step *step = &alignment->steps.items[i];
        if (step->places > 0) {
            first = first == PACTA_NONE ? step->place : first;
            end = step->place + step->places;
        }
    }
    if (!pacta_array_reserve(&c->memory, &alignment->steps, 2))
        return false;
    if (first == PACTA_NONE)
        return true;
    if (first > begin) {
        memmove(alignment->steps.items + 1, alignment->steps.items, count * sizeof *alignment->steps.items);
        alignment->steps.items[0] = (pacta_align_step){ALIGN_DELETE, 0, 0, begin, first - begin};
        alignment->steps.count++;
    }
    if (end < unit->end)
        alignment->steps.items[alignment->steps.count++] =
            (pacta_align_step){ALIGN_DELETE, words, 0, end, unit->end - end};
    return true;
}

static bool align_units(pacta_comparison *c, const pacta_text_unit *old_unit) {
    const pacta_stretch stretch = {old_unit->first, old_unit->end};
    const pacta_scope scope = {&stretch, 1, true};
    const pacta_sides sides = {&c->memory, c->corpus, &c->corpus->vocabulary, &c->query};
    bool found = pacta_blocks_find(&c->blocks, &c->memory, c->corpus, &c->query, &scope, false);
    if (found && c->blocks.found.count == 0)
        found = pacta_blocks_find(&c->blocks, &c->memory, c->corpus, &c->query, &scope, true);
    return found && pacta_runs_pick(&c->runs, &c->memory, c->corpus, &c->query, &c->blocks, &scope, false) &&
           pacta_align(&c->alignment, &sides, &c->runs) && close_ends(c, old_unit) &&
           pacta_findings_read(&c->findings, &sides, &c->alignment, c->corpus->treaties.items[1].about.text);
}

static bool keep_differences(pacta_comparison *c, pacta_change *change) {
    size_t size = c->findings.differences.count * sizeof(pacta_difference);
    if (size == 0)
        return true;
    pacta_difference *kept = pacta_arena_take(&c->arena, size);
    if (kept == NULL)
        return false;
    memcpy(kept, c->findings.differences.items, size);
    change->differences = kept;
    change->difference_count = c->findings.differences.count;
    return true;
}

static bool same_text(const pacta_comparison *c, pacta_span a, pacta_span b) {
    return a.end - a.begin == b.end - b.begin &&
           memcmp(c->corpus->treaties.items[0].about.text + a.begin,
                  c->corpus->treaties.items[1].about.text + b.begin, a.end - a.begin) == 0;
}

static bool compare_units(pacta_comparison *c, const pacta_text_unit *old_unit,
                          const pacta_text_unit *new_unit, pacta_change *change) {
    change->kind = PACTA_UNCHANGED;
    change->score = 1000;
    if (same_text(c, change->old_span, change->new_span))
        return true;
    if (!make_query(c, new_unit) || !align_units(c, old_unit))
        return false;
    pacta_findings *findings = &c->findings;
    if (findings->parts.count == 0) { /* not a word in common, at the same place */
        pacta_difference all = {PACTA_REPLACED, change->new_span, change->old_span, 0};
        findings->kinds = 1u << PACTA_REPLACED;
        if (!pacta_array_push(&c->memory, &findings->differences, all))
            return false;
    }
    if ((findings->kinds & KINDS_ALTERED) != 0)
        change->kind = PACTA_CHANGED;
    change->score = findings->score;
    return keep_differences(c, change);
}

/* ---- Order ------------------------------------------------------------------------ */

/* Marks the longest row of new units whose old ones stand in the same order. */
static bool find_order(pacta_comparison *c) {
    uint32_t count = c->news.list.count;
    c->order.count = c->before.count = c->kept.count = 0;
    if (!pacta_array_reserve(&c->memory, &c->order, count) ||
        !pacta_array_reserve(&c->memory, &c->before, count) ||
        !pacta_array_reserve(&c->memory, &c->kept, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t match = c->news.list.items[i].match, low = 0, high = c->order.count;
        c->kept.items[i] = 0;
        if (match == PACTA_NONE)
            continue;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (c->news.list.items[c->order.items[middle]].match < match)
                low = middle + 1;
            else
                high = middle;
        }
        c->before.items[i] = low == 0 ? PACTA_NONE : c->order.items[low - 1];
        c->order.items[low] = i;
        c->order.count += low == c->order.count;
    }
    uint32_t last = c->order.count == 0 ? PACTA_NONE : c->order.items[c->order.count - 1];
    for (; last != PACTA_NONE; last = c->before.items[last])
        c->kept.items[last] = 1;
    return true;
}

/* ---- The changes -------------------------------------------------------------------- */

static const char *eid_of(const pacta_comparison *c, const pacta_text_unit *unit, uint32_t *index) {
    *index = PACTA_NONE;
    if (unit->provision == PACTA_NONE)
        return NULL;
    *index = c->corpus->provisions.items[unit->provision].index;
    return c->corpus->provisions.items[unit->provision].eid;
}

static bool add_change(pacta_comparison *c, uint32_t old_index, uint32_t new_index) {
    const pacta_text_unit *old_unit = old_index == PACTA_NONE ? NULL : &c->olds.list.items[old_index];
    const pacta_text_unit *new_unit = new_index == PACTA_NONE ? NULL : &c->news.list.items[new_index];
    pacta_change change = {.old_provision = PACTA_NONE, .new_provision = PACTA_NONE};
    change.kind = old_unit == NULL ? PACTA_ADDED : PACTA_DELETED;
    if (old_unit != NULL) {
        change.old_eid = eid_of(c, old_unit, &change.old_provision);
        change.old_span = unit_span(c, old_unit, 0);
    }
    if (new_unit != NULL) {
        change.new_eid = eid_of(c, new_unit, &change.new_provision);
        change.new_span = unit_span(c, new_unit, 1);
    }
    if (old_unit != NULL && new_unit != NULL) {
        bool named = change.old_eid != NULL && change.new_eid != NULL;
        change.moved =
            c->kept.items[new_index] == 0 || (named && strcmp(change.old_eid, change.new_eid) != 0);
        if (!compare_units(c, old_unit, new_unit, &change))
            return false;
    }
    return pacta_array_push(&c->memory, &c->changes, change);
}

/* The deleted units from old unit `from` on, up to one that is not. */
static bool add_deleted(pacta_comparison *c, uint32_t from) {
    for (uint32_t i = from; i < c->olds.list.count && c->olds.list.items[i].match == PACTA_NONE; i++)
        if (!add_change(c, i, PACTA_NONE))
            return false;
    return true;
}

static bool add_changes(pacta_comparison *c) {
    if (!add_deleted(c, 0))
        return false;
    for (uint32_t i = 0; i < c->news.list.count; i++) {
        uint32_t match = c->news.list.items[i].match;
        if (!add_change(c, match, i) || (match != PACTA_NONE && !add_deleted(c, match + 1)))
            return false;
    }
    return true;
}

/* ---- All of it -------------------------------------------------------------------------- */

static int make_corpus(pacta_comparison *c, const pacta_ruleset *ruleset, const pacta_document *old_treaty,
                       const pacta_document *new_treaty, pacta_error *error) {
    pacta_corpus_options options = {.struct_size = sizeof options, .allocator = &c->memory};
    int status = pacta_corpus_new(ruleset, &options, &c->corpus, error);
    if (status == PACTA_OK)
        status = pacta_corpus_add(c->corpus, old_treaty, error);
    if (status == PACTA_OK)
        status = pacta_corpus_add(c->corpus, new_treaty, error);
    return status == PACTA_OK ? pacta_corpus_seal(c->corpus, error) : status;
}

/* Headings are compared as any other words are, once they are units. */
static void level_headings(pacta_corpus *corpus) {
    for (uint32_t i = 0; i < corpus->places.count; i++)
        corpus->places.items[i].flags &= (uint8_t)~PLACE_HEADING;
}

static bool compare(pacta_comparison *c) {
    if (!pacta_units_cut(&c->olds, &c->memory, c->corpus, 0) ||
        !pacta_units_cut(&c->news, &c->memory, c->corpus, 1) ||
        !pacta_units_pair(&c->olds, &c->news, &c->memory, c->corpus) || !find_order(c))
        return false;
    level_headings(c->corpus);
    return add_changes(c);
}

static void clear(pacta_comparison *c) {
    pacta_corpus_free(c->corpus);
    c->corpus = NULL;
    c->changes.count = 0;
    pacta_arena_reset(&c->arena);
}

int pacta_compare(const pacta_ruleset *ruleset, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, pacta_comparison *c, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (ruleset == NULL || old_treaty == NULL || new_treaty == NULL || c == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "a comparison needs a ruleset, two texts and a place");
    clear(c);
    int status = make_corpus(c, ruleset, old_treaty, new_treaty, error);
    if (status == PACTA_OK && !compare(c))
        status = pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    if (status != PACTA_OK)
        clear(c);
    return status;
}
