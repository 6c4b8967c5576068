/* Provisions by what a press text may call them. */
#include "core/hash.h"
#include "verify/corpus.h"
#include <string.h>

enum { SLOTS_LEAST = 64 };

static uint32_t treaty_of(const pacta_corpus *corpus, uint32_t provision) {
    uint32_t low = 0, high = corpus->treaties.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (corpus->treaties.items[middle].first_provision <= provision)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The slot of the name in the treaty, or the empty one where it would be. */
static pacta_eid_slot *find_slot(const pacta_corpus *corpus, uint32_t treaty, const char *name, size_t size) {
    uint32_t mask = corpus->eid_slots - 1;
    for (uint32_t at = (pacta_hash(name, size) + treaty * 2654435761u) & mask;; at = (at + 1) & mask) {
        pacta_eid_slot *slot = &corpus->eids[at];
        if (slot->provision == 0)
            return slot;
        const char *eid = corpus->provisions.items[slot->provision - 1].eid + slot->from;
        if (strncmp(eid, name, size) == 0 && eid[size] == '\0' &&
            treaty_of(corpus, slot->provision - 1) == treaty)
            return slot;
    }
}

/* Where the next level of the eid begins, or its end. */
static uint32_t next_level(const char *eid, uint32_t from) {
    const char *next = strstr(eid + from, "__");
    return next == NULL ? (uint32_t)strlen(eid) : (uint32_t)(next - eid) + 2;
}

static uint32_t count_names(const pacta_corpus *corpus) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < corpus->provisions.count; i++) {
        const char *eid = corpus->provisions.items[i].eid;
        for (uint32_t from = 0; eid[from] != '\0'; from = next_level(eid, from))
            count++;
    }
    return count;
}

/* A whole eid goes before the end of another one, which goes before later ones. */
static void add_names(const pacta_corpus *corpus, uint32_t treaty, uint32_t provision) {
    const char *eid = corpus->provisions.items[provision].eid;
    size_t size = strlen(eid);
    for (uint32_t from = 0; eid[from] != '\0'; from = next_level(eid, from)) {
        pacta_eid_slot *slot = find_slot(corpus, treaty, eid + from, size - from);
        if (slot->provision == 0 || (from == 0 && slot->from != 0))
            *slot = (pacta_eid_slot){provision + 1, from};
    }
}

bool pacta_corpus_index_eids(pacta_corpus *corpus) {
    pacta_corpus_unindex_eids(corpus);
    uint32_t names = count_names(corpus), count = SLOTS_LEAST;
    while (count / 2 < names)
        count *= 2;
    corpus->eids = pacta_new(&corpus->memory, count * sizeof *corpus->eids);
    if (corpus->eids == NULL)
        return false;
    corpus->eid_slots = count;
    for (uint32_t t = 0; t < corpus->treaties.count; t++)
        for (uint32_t i = corpus->treaties.items[t].first_provision;
             i < corpus->treaties.items[t].end_provision; i++)
            add_names(corpus, t, i);
    return true;
}

void pacta_corpus_unindex_eids(pacta_corpus *corpus) {
    pacta_delete(&corpus->memory, corpus->eids, corpus->eid_slots * sizeof *corpus->eids);
    corpus->eids = NULL;
    corpus->eid_slots = 0;
}

uint32_t pacta_corpus_find_eid(const pacta_corpus *corpus, uint32_t treaty, const char *eid, size_t size) {
    if (corpus->eid_slots == 0 || size == 0)
        return PACTA_NONE;
    const pacta_eid_slot *slot = find_slot(corpus, treaty, eid, size);
    return slot->provision == 0 ? PACTA_NONE : slot->provision - 1;
}
