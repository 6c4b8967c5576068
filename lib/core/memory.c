#include "core/memory.h"
#include <stdlib.h>
#include <string.h>

static void *standard_resize(void *context, void *block, size_t old_size, size_t new_size) {
    (void)context;
    (void)old_size;
    return realloc(block, new_size);
}

static void standard_release(void *context, void *block, size_t size) {
    (void)context;
    (void)size;
    free(block);
}

pacta_allocator pacta_memory(const pacta_allocator *given) {
    if (given != NULL && given->resize != NULL && given->release != NULL)
        return *given;
    return (pacta_allocator){standard_resize, standard_release, NULL};
}

void *pacta_new(const pacta_allocator *memory, size_t size) {
    void *block = memory->resize(memory->context, NULL, 0, size);
    if (block != NULL)
        memset(block, 0, size);
    return block;
}

void pacta_delete(const pacta_allocator *memory, void *block, size_t size) {
    if (block != NULL)
        memory->release(memory->context, block, size);
}

/* PACTA_TEST_STEPS is for tests: every item of an array and every piece of an arena
 * is an allocation of its own, which can fail. */
#ifdef PACTA_TEST_STEPS
enum { FIRST_ROOM = 1, GROWTH = 0, BLOCK_SIZE = 16 };
#else
enum { FIRST_ROOM = 16, GROWTH = 1, BLOCK_SIZE = 16 * 1024 };
#endif

bool pacta_array_grow(const pacta_allocator *memory, void *items, uint32_t *capacity, size_t size,
                      size_t needed) {
    if (needed > UINT32_MAX - 1)
        return false;
    size_t room = *capacity < FIRST_ROOM ? FIRST_ROOM : *capacity + GROWTH * ((size_t)*capacity / 2);
    if (room < needed)
        room = needed;
    if (room > UINT32_MAX - 1)
        room = UINT32_MAX - 1;
    if (room > SIZE_MAX / size)
        return false;
    void *grown; /* copied in and out, since a T * is no void * to the compiler */
    memcpy(&grown, items, sizeof grown);
    grown = memory->resize(memory->context, grown, *capacity * size, room * size);
    if (grown == NULL)
        return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = (uint32_t)room;
    return true;
}

void pacta_array_free(const pacta_allocator *memory, void *items, uint32_t capacity, size_t size) {
    pacta_delete(memory, items, capacity * size);
}

/* ---- Arena --------------------------------------------------------------- */

enum { ALIGNMENT = 16 };

struct pacta_block {
    pacta_block *next;
    size_t used, size; /* of the bytes behind the header */
};

#define HEADER ((sizeof(pacta_block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

void pacta_arena_init(pacta_arena *arena, const pacta_allocator *memory) {
    *arena = (pacta_arena){.memory = *memory};
}

void pacta_arena_reset(pacta_arena *arena) {
    for (pacta_block *block = arena->first; block != NULL; block = block->next)
        block->used = 0;
    arena->current = arena->first;
}

void pacta_arena_free(pacta_arena *arena) {
    pacta_block *block = arena->first;
    while (block != NULL) {
        pacta_block *next = block->next;
        pacta_delete(&arena->memory, block, HEADER + block->size);
        block = next;
    }
    arena->first = arena->current = NULL;
}

static pacta_block *add_block(pacta_arena *arena, size_t size) {
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    pacta_block *block = arena->memory.resize(arena->memory.context, NULL, 0, HEADER + room);
    if (block == NULL)
        return NULL;
    *block = (pacta_block){.size = room};
    if (arena->current == NULL) {
        arena->first = block;
    } else {
        block->next = arena->current->next;
        arena->current->next = block;
    }
    return block;
}

void *pacta_arena_take(pacta_arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        return NULL;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    pacta_block *block = arena->current;
    while (block != NULL && block->size - block->used < size && block->next != NULL)
        arena->current = block = block->next;
    if (block == NULL || block->size - block->used < size)
        block = add_block(arena, size);
    if (block == NULL)
        return NULL;
    arena->current = block;
    void *taken = (char *)block + HEADER + block->used;
    block->used += size;
    return taken;
}

const char *pacta_arena_text(pacta_arena *arena, const char *text, size_t size) {
    char *copy = pacta_arena_take(arena, size + 1);
    if (copy == NULL)
        return NULL;
    if (size > 0)
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}
