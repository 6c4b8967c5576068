#include "verify/units.h"
#include <string.h>

static bool is_label(const pacta_corpus *corpus, uint32_t place) {
    return (corpus->places.items[place].flags & PLACE_LABEL) != 0;
}

static bool is_heading(const pacta_corpus *corpus, uint32_t place) {
    return (corpus->places.items[place].flags & PLACE_HEADING) != 0;
}

/* True if a unit goes on with this place. Its label belongs to what follows. */
static bool goes_on(const pacta_corpus *corpus, const pacta_text_unit *unit, uint32_t place) {
    const pacta_place *p = &corpus->places.items[place];
    if (p->provision != unit->provision || is_heading(corpus, place) != unit->heading)
        return unit->words == 0 && p->provision == unit->provision;
    return p->provision != PACTA_NONE || (p->flags & PLACE_PARAGRAPH) == 0;
}

static void take(const pacta_corpus *corpus, pacta_text_unit *unit, uint32_t place) {
    unit->end = place + 1;
    if (is_label(corpus, place))
        return;
    unit->heading = is_heading(corpus, place);
    unit->words++;
    unit->hash = (unit->hash ^ corpus->places.items[place].key) * 16777619u;
}

/* How many pieces of the same provision there are before the last one, which
 * stand near it: a provision's own words are seldom in more than two. */
static uint32_t count_pieces(const pacta_units *units, const pacta_text_unit *unit, uint32_t *last) {
    if (unit->provision == PACTA_NONE)
        return 0;
    uint32_t before = last[unit->provision];
    last[unit->provision] = units->list.count;
    return before == PACTA_NONE ? 0 : units->list.items[before].ordinal + 1;
}

static bool add_unit(pacta_units *units, const pacta_allocator *memory, pacta_text_unit unit,
                     uint32_t *last) {
    if (unit.words == 0)
        return true;
    unit.ordinal = unit.heading ? 0 : count_pieces(units, &unit, last);
    return pacta_array_push(memory, &units->list, unit);
}

bool pacta_units_cut(pacta_units *units, const pacta_allocator *memory, const pacta_corpus *corpus,
                     uint32_t treaty) {
    const pacta_kept_treaty *kept = &corpus->treaties.items[treaty];
    size_t size = (corpus->provisions.count + 1) * sizeof(uint32_t);
    uint32_t *last = pacta_new(memory, size);
    if (last == NULL)
        return false;
    memset(last, 0xFF, size);
    units->list.count = 0;
    pacta_text_unit unit = {.first = kept->first, .end = kept->first};
    bool done = true;
    for (uint32_t i = kept->first; i < kept->end && done; i++) {
        if (unit.end == unit.first || !goes_on(corpus, &unit, i)) {
            done = add_unit(units, memory, unit, last);
            unit = (pacta_text_unit){.first = i,
                                     .provision = corpus->places.items[i].provision,
                                     .hash = 2166136261u,
                                     .match = PACTA_NONE,
                                     .heading = is_heading(corpus, i)};
        }
        take(corpus, &unit, i);
    }
    done = done && add_unit(units, memory, unit, last);
    pacta_delete(memory, last, size);
    return done;
}

/* The next place at or behind `place` that is no label's. */
static uint32_t next_word(const pacta_corpus *corpus, uint32_t place, uint32_t end) {
    while (place < end && is_label(corpus, place))
        place++;
    return place;
}

bool pacta_units_equal(const pacta_corpus *corpus, const pacta_text_unit *a, const pacta_text_unit *b) {
    if (a->hash != b->hash || a->words != b->words || a->heading != b->heading)
        return false;
    uint32_t x = a->first, y = b->first;
    for (uint32_t i = 0; i < a->words; i++) {
        x = next_word(corpus, x, a->end);
        y = next_word(corpus, y, b->end);
        if (corpus->places.items[x++].key != corpus->places.items[y++].key)
            return false;
    }
    return true;
}

bool pacta_units_namesakes(const pacta_corpus *corpus, const pacta_text_unit *a, const pacta_text_unit *b) {
    if (a->provision == PACTA_NONE || b->provision == PACTA_NONE || a->ordinal != b->ordinal ||
        a->heading != b->heading)
        return false;
    return strcmp(corpus->provisions.items[a->provision].eid, corpus->provisions.items[b->provision].eid) ==
           0;
}
