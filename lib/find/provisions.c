/* The tree of provisions: which labels stand in which, and where each of them
 * ends. */
#include "find/provisions.h"
#include <string.h>

/* ---- Looked up by later stages -------------------------------------------- */

/* A table of indices, by the hash of the eid; at least half of it is empty. */
static uint32_t hash_eid(const char *eid) {
    uint32_t hash = 2166136261u;
    for (; *eid != '\0'; eid++)
        hash = (hash ^ (unsigned char)*eid) * 16777619u;
    return hash ^ hash >> 15;
}

static int index_names(pacta_work *work) {
    uint32_t count = work->document->provisions.count, size = 8;
    work->provision_slots.count = 0;
    if (count == 0)
        return PACTA_OK;
    while (size < 2 * count)
        size *= 2;
    if (!pacta_array_reserve(&work->memory, &work->provision_slots, size))
        return pacta_out_of_memory(work);
    work->provision_slots.count = size;
    memset(work->provision_slots.items, 0xFF, size * sizeof *work->provision_slots.items);
    for (uint32_t i = 0; i < count; i++) {
        const char *eid = work->document->provisions.items[i].eid;
        if (pacta_provision_named(work, eid) != PACTA_NONE)
            continue;
        uint32_t slot = hash_eid(eid) & (size - 1);
        while (work->provision_slots.items[slot] != PACTA_NONE)
            slot = (slot + 1) & (size - 1);
        work->provision_slots.items[slot] = i;
    }
    return PACTA_OK;
}

uint32_t pacta_provision_named(const pacta_work *work, const char *eid) {
    uint32_t size = work->provision_slots.count;
    if (size == 0)
        return PACTA_NONE;
    uint32_t slot = hash_eid(eid) & (size - 1), index;
    while ((index = work->provision_slots.items[slot]) != PACTA_NONE) {
        if (strcmp(work->document->provisions.items[index].eid, eid) == 0)
            return index;
        slot = (slot + 1) & (size - 1);
    }
    return PACTA_NONE;
}

uint32_t pacta_provision_around(const pacta_work *work, uint32_t offset) {
    const pacta_provision *provisions = work->document->provisions.items;
    uint32_t low = 0, high = work->document->provisions.count;
    while (low < high) { /* past the last one that begins at or before it */
        uint32_t middle = low + (high - low) / 2;
        if (provisions[middle].span.begin <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t index = low == 0 ? PACTA_NONE : low - 1;
    while (index != PACTA_NONE && provisions[index].span.end <= offset)
        index = provisions[index].parent;
    return index;
}

int pacta_find_provisions(pacta_work *work) {
    return index_names(work);
}
