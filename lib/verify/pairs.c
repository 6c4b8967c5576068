#include "verify/pairs.h"
#include "core/hash.h"
#include "core/sort.h"
#include "verify/blocks.h"
#include <string.h>

enum {
    CANDIDATES = 3,       /* units that are compared with one, beside its namesake */
    PLACES_MOST = 48,     /* of a run of words that are looked at */
    LIKENESS_LEAST = 500, /* to be the same unit, changed */
    NAMESAKE_BONUS = 200,
    NAMESAKES = 4,
    SIZES_APART = 8,  /* times as long: never the same */
    UNITS_TRIED = 256 /* in one chain of a table */
};

/* Old units by a hash. */
typedef struct table {
    uint32_t *heads, *next;
    uint32_t slots;
} table;

/* A pair that may be one. */
typedef struct candidate {
    uint32_t old_unit, new_unit, score;
} candidate;

typedef struct pairing {
    const pacta_allocator *memory;
    const pacta_corpus *corpus;
    pacta_units *olds, *news;
    table by_words, by_name;
    uint32_t *unit_of; /* old unit of each place of the old text */
    uint32_t *votes;   /* per old unit */
    uint32_t *counts;  /* per key */
    uint32_t places, keys;
    PACTA_ARRAY(uint32_t) voted;
    PACTA_ARRAY(candidate) candidates;
    PACTA_ARRAY(candidate) room;
} pairing;

/* ---- Tables ------------------------------------------------------------------- */

static uint32_t name_hash(const pairing *p, const pacta_text_unit *unit) {
    if (unit->provision == PACTA_NONE)
        return 0;
    const char *eid = p->corpus->provisions.items[unit->provision].eid;
    return pacta_hash(eid, strlen(eid)) + unit->ordinal * 2 + unit->heading;
}

static bool make_table(pairing *p, table *t, bool names) {
    uint32_t count = p->olds->list.count;
    t->slots = 64;
    while (t->slots < count)
        t->slots *= 2;
    t->heads = pacta_new(p->memory, t->slots * sizeof *t->heads);
    t->next = pacta_new(p->memory, (count + 1) * sizeof *t->next);
    if (t->heads == NULL || t->next == NULL)
        return false;
    memset(t->heads, 0xFF, t->slots * sizeof *t->heads);
    for (uint32_t i = count; i-- > 0;) {
        const pacta_text_unit *unit = &p->olds->list.items[i];
        uint32_t *head = &t->heads[(names ? name_hash(p, unit) : unit->hash) & (t->slots - 1)];
        t->next[i] = *head;
        *head = i;
    }
    return true;
}

static void drop_table(pairing *p, table *t) {
    pacta_delete(p->memory, t->heads, t->slots * sizeof *t->heads);
    pacta_delete(p->memory, t->next, (p->olds->list.count + 1) * sizeof *t->next);
}

static void join(pairing *p, uint32_t old_unit, uint32_t new_unit) {
    p->olds->list.items[old_unit].match = new_unit;
    p->news->list.items[new_unit].match = old_unit;
}

/* The free old units of the same name, at most NAMESAKES of them. Eids are not
 * always unique: annexes repeat them. */
static uint32_t find_namesakes(const pairing *p, const pacta_text_unit *unit, uint32_t *found) {
    uint32_t i = p->by_name.heads[name_hash(p, unit) & (p->by_name.slots - 1)], count = 0;
    for (int tries = 0; i != PACTA_NONE && tries < UNITS_TRIED && count < NAMESAKES; tries++) {
        const pacta_text_unit *other = &p->olds->list.items[i];
        if (other->match == PACTA_NONE && pacta_units_namesakes(p->corpus, other, unit))
            found[count++] = i;
        i = p->by_name.next[i];
    }
    return count;
}

/* ---- The same words --------------------------------------------------------------- */

static void pair_equals(pairing *p) {
    uint32_t others[NAMESAKES];
    for (uint32_t i = 0; i < p->news->list.count; i++) {
        const pacta_text_unit *unit = &p->news->list.items[i];
        uint32_t count = find_namesakes(p, unit, others);
        for (uint32_t n = 0; n < count && unit->match == PACTA_NONE; n++)
            if (pacta_units_equal(p->corpus, &p->olds->list.items[others[n]], unit))
                join(p, others[n], i);
    }
    for (uint32_t i = 0; i < p->news->list.count; i++) {
        const pacta_text_unit *unit = &p->news->list.items[i];
        uint32_t other = p->by_words.heads[unit->hash & (p->by_words.slots - 1)];
        for (int tries = 0; unit->match == PACTA_NONE && other != PACTA_NONE && tries < UNITS_TRIED;
             tries++) {
            const pacta_text_unit *old_unit = &p->olds->list.items[other];
            if (old_unit->match == PACTA_NONE && pacta_units_equal(p->corpus, old_unit, unit))
                join(p, other, i);
            other = p->by_words.next[other];
        }
    }
}

/* ---- Other words ------------------------------------------------------------------- */

/* Counts a unit's words up (or down, as far as they were counted up); the
 * weight of those counted. */
static uint32_t count_words(const pacta_corpus *corpus, const pacta_text_unit *unit, uint32_t *counts,
                            bool up, bool clear) {
    uint32_t weight = 0;
    for (uint32_t i = unit->first; i < unit->end; i++) {
        const pacta_place *place = &corpus->places.items[i];
        if ((place->flags & PLACE_LABEL) != 0)
            continue;
        uint32_t *count = &counts[place->key];
        if (up || *count > 0)
            weight += pacta_vocabulary_weight(&corpus->vocabulary, place->key);
        if (clear)
            *count = 0;
        else if (up)
            ++*count;
        else if (*count > 0)
            --*count;
    }
    return weight;
}

uint32_t pacta_units_likeness(const pacta_corpus *corpus, const pacta_text_unit *a, const pacta_text_unit *b,
                              uint32_t *counts) {
    uint32_t old_weight = count_words(corpus, a, counts, true, false);
    uint32_t common = count_words(corpus, b, counts, false, false);
    count_words(corpus, a, counts, true, true);
    uint32_t new_weight = count_words(corpus, b, counts, true, true);
    uint64_t sum = (uint64_t)old_weight + new_weight;
    return sum == 0 ? 0 : (uint32_t)((uint64_t)common * 2000 / sum);
}

static bool add_candidate(pairing *p, uint32_t old_unit, uint32_t new_unit, bool named) {
    const pacta_text_unit *a = &p->olds->list.items[old_unit], *b = &p->news->list.items[new_unit];
    if (a->heading != b->heading || a->words / SIZES_APART > b->words || b->words / SIZES_APART > a->words)
        return true;
    uint32_t score = pacta_units_likeness(p->corpus, a, b, p->counts) + (named ? NAMESAKE_BONUS : 0);
    return score < LIKENESS_LEAST ||
           pacta_array_push(p->memory, &p->candidates, (candidate){old_unit, new_unit, score});
}

/* One vote for the unit of each place where the run stands in the old text. */
static bool vote(pairing *p, uint32_t place) {
    const pacta_place *words = p->corpus->places.items;
    const pacta_postings *runs = &p->corpus->runs;
    uint32_t bucket =
        pacta_run_bucket(p->corpus, words[place].key, words[place + 1].key, words[place + 2].key);
    uint32_t until = runs->starts[bucket + 1];
    for (uint32_t i = runs->starts[bucket]; i < until && i < runs->starts[bucket] + PLACES_MOST; i++) {
        const pacta_place *other = words + runs->places[i];
        if (runs->places[i] >= p->places)
            break;
        uint32_t unit = p->unit_of[runs->places[i]];
        if (other[0].key != words[place].key || other[1].key != words[place + 1].key ||
            other[2].key != words[place + 2].key || unit == PACTA_NONE ||
            p->olds->list.items[unit].match != PACTA_NONE)
            continue;
        if (p->votes[unit]++ == 0 && !pacta_array_push(p->memory, &p->voted, unit))
            return false;
    }
    return true;
}

static bool find_candidates(pairing *p, uint32_t new_unit) {
    const pacta_text_unit *unit = &p->news->list.items[new_unit];
    p->voted.count = 0;
    for (uint32_t i = unit->first; i + RUN_WORDS <= unit->end; i++)
        if (!vote(p, i))
            return false;
    uint32_t named[NAMESAKES], named_count = find_namesakes(p, unit, named);
    bool done = true;
    for (uint32_t n = 0; n < named_count && done; n++) {
        p->votes[named[n]] = 0;
        done = add_candidate(p, named[n], new_unit, true);
    }
    for (int n = 0; n < CANDIDATES && done; n++) {
        uint32_t best = PACTA_NONE;
        for (uint32_t i = 0; i < p->voted.count; i++)
            if (p->votes[p->voted.items[i]] > (best == PACTA_NONE ? 0 : p->votes[best]))
                best = p->voted.items[i];
        if (best == PACTA_NONE)
            break;
        p->votes[best] = 0;
        done = add_candidate(p, best, new_unit, false);
    }
    for (uint32_t i = 0; i < p->voted.count; i++)
        p->votes[p->voted.items[i]] = 0;
    return done;
}

static bool better(const void *a, const void *b) {
    return ((const candidate *)a)->score > ((const candidate *)b)->score;
}

static bool pair_alike(pairing *p) {
    for (uint32_t i = 0; i < p->news->list.count; i++)
        if (p->news->list.items[i].match == PACTA_NONE && !find_candidates(p, i))
            return false;
    if (!pacta_array_reserve(p->memory, &p->room, p->candidates.count))
        return false;
    pacta_sort(p->candidates.items, p->room.items, p->candidates.count, sizeof *p->candidates.items, better);
    for (uint32_t i = 0; i < p->candidates.count; i++) {
        const candidate *c = &p->candidates.items[i];
        if (p->olds->list.items[c->old_unit].match == PACTA_NONE &&
            p->news->list.items[c->new_unit].match == PACTA_NONE)
            join(p, c->old_unit, c->new_unit);
    }
    return true;
}

/* ---- All of them ---------------------------------------------------------------------- */

static bool prepare(pairing *p) {
    p->places = p->corpus->treaties.items[0].end;
    p->keys = p->corpus->vocabulary.first + p->corpus->vocabulary.entries.count;
    p->unit_of = pacta_new(p->memory, (p->places + 1) * sizeof *p->unit_of);
    p->votes = pacta_new(p->memory, (p->olds->list.count + 1) * sizeof *p->votes);
    p->counts = pacta_new(p->memory, p->keys * sizeof *p->counts);
    if (p->unit_of == NULL || p->votes == NULL || p->counts == NULL)
        return false;
    memset(p->unit_of, 0xFF, (p->places + 1) * sizeof *p->unit_of);
    for (uint32_t i = 0; i < p->olds->list.count; i++)
        for (uint32_t at = p->olds->list.items[i].first; at < p->olds->list.items[i].end; at++)
            p->unit_of[at] = i;
    return make_table(p, &p->by_words, false) && make_table(p, &p->by_name, true);
}

bool pacta_units_pair(pacta_units *olds, pacta_units *news, const pacta_allocator *memory,
                      const pacta_corpus *corpus) {
    pairing p = {.memory = memory, .corpus = corpus, .olds = olds, .news = news};
    bool done = prepare(&p);
    if (done) {
        pair_equals(&p);
        done = pair_alike(&p);
    }
    drop_table(&p, &p.by_words);
    drop_table(&p, &p.by_name);
    pacta_delete(memory, p.unit_of, (p.places + 1) * sizeof *p.unit_of);
    pacta_delete(memory, p.votes, (olds->list.count + 1) * sizeof *p.votes);
    pacta_delete(memory, p.counts, p.keys * sizeof *p.counts);
    pacta_array_release(memory, &p.voted);
    pacta_array_release(memory, &p.candidates);
    pacta_array_release(memory, &p.room);
    return done;
}
