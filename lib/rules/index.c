#include "rules/index.h"
#include "core/hash.h"
#include <string.h>

static pacta_index_slot *slot_of(const pacta_index *index, const char *name, size_t length) {
    uint32_t mask = index->slot_count - 1;
    for (uint32_t at = pacta_hash(name, length) & mask;; at = (at + 1) & mask) {
        pacta_index_slot *slot = &index->slots[at];
        if (slot->name == NULL || (slot->length == length && memcmp(slot->name, name, length) == 0))
            return slot;
    }
}

uint32_t pacta_index_find(const pacta_index *index, const char *name, size_t length) {
    if (index->slot_count == 0)
        return PACTA_NONE;
    const pacta_index_slot *slot = slot_of(index, name, length);
    return slot->name == NULL ? PACTA_NONE : slot->number;
}

static bool grow(pacta_index *index, const pacta_allocator *memory) {
    pacta_index grown = {.slot_count = index->slot_count == 0 ? 64 : index->slot_count * 2,
                         .count = index->count};
    grown.slots = pacta_new(memory, grown.slot_count * sizeof *grown.slots);
    if (grown.slots == NULL)
        return false;
    for (uint32_t i = 0; i < index->slot_count; i++)
        if (index->slots[i].name != NULL)
            *slot_of(&grown, index->slots[i].name, index->slots[i].length) = index->slots[i];
    pacta_index_free(index, memory);
    *index = grown;
    return true;
}

bool pacta_index_add(pacta_index *index, const pacta_allocator *memory, const char *name, size_t length,
                     uint32_t number) {
    if (index->count * 2 >= index->slot_count && !grow(index, memory))
        return false;
    *slot_of(index, name, length) = (pacta_index_slot){name, (uint32_t)length, number};
    index->count++;
    return true;
}

void pacta_index_free(pacta_index *index, const pacta_allocator *memory) {
    pacta_delete(memory, index->slots, index->slot_count * sizeof *index->slots);
    *index = (pacta_index){0};
}
