/* Memory: the caller's allocator, growable arrays, and an arena for strings
 * and small arrays that live as long as a document or ruleset. */
#ifndef PACTA_CORE_MEMORY_H
#define PACTA_CORE_MEMORY_H

#include "pacta/pacta.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fills in malloc's where `given` is NULL. */
pacta_allocator pacta_memory(const pacta_allocator *given);

/* Zeroed block, or NULL. */
void *pacta_new(const pacta_allocator *memory, size_t size);
void pacta_delete(const pacta_allocator *memory, void *block, size_t size);

/* A growable array of T. Zero-initialised is empty; it keeps its room when its
 * count is set to 0, so that a warm extractor allocates nothing. */
#define PACTA_ARRAY(T)                                                                                       \
    struct {                                                                                                 \
        T *items;                                                                                            \
        uint32_t count, capacity;                                                                            \
    }

/* `items` is the address of the array's pointer, of whatever type. */
bool pacta_array_grow(const pacta_allocator *memory, void *items, uint32_t *capacity, size_t size,
                      size_t needed);
void pacta_array_free(const pacta_allocator *memory, void *items, uint32_t capacity, size_t size);

/* Room for `more` items beyond the count; false when memory is out. */
#define pacta_array_reserve(memory, array, more)                                                             \
    ((size_t)(array)->count + (more) <= (array)->capacity ||                                                 \
     pacta_array_grow((memory), &(array)->items, &(array)->capacity, sizeof *(array)->items,                 \
                      (size_t)(array)->count + (more)))

/* Appends a value; false when memory is out. */
#define pacta_array_push(memory, array, ...)                                                                 \
    (pacta_array_reserve((memory), (array), 1)                                                               \
         ? ((array)->items[(array)->count] = (__VA_ARGS__), (array)->count++, true)                          \
         : false)

#define pacta_array_release(memory, array)                                                                   \
    (pacta_array_free((memory), (array)->items, (array)->capacity, sizeof *(array)->items),                  \
     (array)->items = NULL, (array)->count = (array)->capacity = 0)

typedef struct pacta_block pacta_block;

typedef struct pacta_arena {
    pacta_allocator memory;
    pacta_block *first, *current;
} pacta_arena;

void pacta_arena_init(pacta_arena *arena, const pacta_allocator *memory);
/* Drops the contents and keeps the blocks. */
void pacta_arena_reset(pacta_arena *arena);
void pacta_arena_free(pacta_arena *arena);
/* `size` bytes aligned for any record, not zeroed; NULL when memory is out. */
void *pacta_arena_take(pacta_arena *arena, size_t size);
/* A terminated copy of `size` bytes. */
const char *pacta_arena_text(pacta_arena *arena, const char *text, size_t size);

#endif
