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

/* Room to note items up to the place `end`; false when memory is out. */
static inline bool pacta_steps_reserve(pacta_steps *steps, const pacta_allocator *memory, uint32_t end) {
    const uint32_t needed = end / PACTA_STEP + 1;
    return needed <= steps->first.count ||
           pacta_array_reserve(memory, &steps->first, needed - steps->first.count);
}

/* Item `index`, which is behind those noted before, reaches up to the place `end`, for
 * which there is room. */
static inline void pacta_steps_put(pacta_steps *steps, uint32_t index, uint32_t end) {
    const uint32_t count = end / PACTA_STEP + (end % PACTA_STEP != 0);
    for (; steps->first.count < count; steps->first.count++)
        steps->first.items[steps->first.count] = index;
}

/* The same where there may be no room. */
static inline bool pacta_steps_note(pacta_steps *steps, const pacta_allocator *memory, uint32_t index,
                                    uint32_t end) {
    if (!pacta_steps_reserve(steps, memory, end))
        return false;
    pacta_steps_put(steps, index, end);
    return true;
}

/* The first item that may reach beyond `place`; `count` where none does. */
static inline uint32_t pacta_steps_at(const pacta_steps *steps, uint32_t place, uint32_t count) {
    uint32_t step = place / PACTA_STEP;
    return step < steps->first.count ? steps->first.items[step] : count;
}

#endif
