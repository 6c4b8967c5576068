/* Where to begin a search in a list in the order of places (bytes, tokens): for
 * each step of places, the first item that does not end before it. Few items lie
 * between that one and the one that is looked for. */
#ifndef PACTA_CORE_STEPS_H
#define PACTA_CORE_STEPS_H

#include "core/memory.h"

enum { PACTA_STEP = 32 };

typedef struct pacta_steps {
    PACTA_ARRAY(uint32_t) first;
} pacta_steps;

static inline void pacta_steps_reset(pacta_steps *steps) {
    steps->first.count = 0;
}

static inline void pacta_steps_free(pacta_steps *steps, const pacta_allocator *memory) {
    pacta_array_release(memory, &steps->first);
}

/* The place up to which it is noted what reaches there. */
static inline uint32_t pacta_steps_end(const pacta_steps *steps) {
    return steps->first.count * PACTA_STEP;
}

/* Item `index`, which is behind those noted before, reaches up to the place `end`. */
static inline bool pacta_steps_note(pacta_steps *steps, const pacta_allocator *memory, uint32_t index,
                                    uint32_t end) {
    while ((uint64_t)steps->first.count * PACTA_STEP < end)
        if (!pacta_array_push(memory, &steps->first, index))
            return false;
    return true;
}

/* Room to note items up to the place `end`. */
static inline bool pacta_steps_reserve(pacta_steps *steps, const pacta_allocator *memory, uint32_t end) {
    return pacta_array_reserve(memory, &steps->first, (size_t)end / PACTA_STEP + 1);
}

/* The same where there is room: `*count` of `first` are noted. Returns whence the next
 * item is to be noted. */
static inline uint32_t pacta_steps_put(uint32_t *first, uint32_t *count, uint32_t index, uint32_t end) {
    while (*count * PACTA_STEP < end)
        first[(*count)++] = index;
    return *count * PACTA_STEP;
}

/* The first item that may reach beyond `place`; `count` where none does. */
static inline uint32_t pacta_steps_at(const pacta_steps *steps, uint32_t place, uint32_t count) {
    uint32_t step = place / PACTA_STEP;
    return step < steps->first.count ? steps->first.items[step] : count;
}

#endif
