/* Names to numbers: which of the rules, definitions or rows has a name. */
#ifndef PACTA_RULES_INDEX_H
#define PACTA_RULES_INDEX_H

#include "core/memory.h"

typedef struct pacta_index_slot {
    const char *name; /* NULL: empty */
    uint32_t length, number;
} pacta_index_slot;

/* Zero-initialised is empty. */
typedef struct pacta_index {
    pacta_index_slot *slots;
    uint32_t slot_count, count;
} pacta_index;

/* The name's number, or PACTA_NONE. */
uint32_t pacta_index_find(const pacta_index *index, const char *name, size_t length);

/* Adds a name that is not there, and that must stay where it is; false when
 * memory is out. */
bool pacta_index_add(pacta_index *index, const pacta_allocator *memory, const char *name, size_t length,
                     uint32_t number);

void pacta_index_free(pacta_index *index, const pacta_allocator *memory);

#endif
