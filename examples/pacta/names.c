#define _POSIX_C_SOURCE 200809L

#include "names.h"

#include <stdlib.h>
#include <string.h>

static uint64_t hash(const char *string) {
    uint64_t value = UINT64_C(14695981039346656037); /* FNV-1a */
    for (; *string != '\0'; string++)
        value = (value ^ (unsigned char)*string) * UINT64_C(1099511628211);
    return value ^ (value >> 32);
}

/* The slot that the string is in, or would be. */
static size_t slot_of(const struct names *names, const char *string) {
    size_t mask = names->slot_count - 1, slot = (size_t)hash(string) & mask;
    while (names->slots[slot] != 0 && strcmp(names->list[names->slots[slot] - 1], string) != 0)
        slot = (slot + 1) & mask;
    return slot;
}

/* Half of the slots stay free. */
static int grow(struct names *names) {
    size_t room = names->room == 0 ? 64 : names->room * 2;
    if (room > UINT32_MAX / 2)
        return -1;
    char **list = realloc(names->list, room * sizeof *list);
    if (list == NULL)
        return -1;
    names->list = list;
    uint32_t *slots = calloc(room * 2, sizeof *slots);
    if (slots == NULL)
        return -1;
    free(names->slots);
    names->slots = slots;
    names->slot_count = room * 2;
    names->room = room;
    for (size_t i = 0; i < names->count; i++)
        slots[slot_of(names, list[i])] = (uint32_t)i + 1;
    return 0;
}

uint32_t names_add(struct names *names, const char *string) {
    if (names->count == names->room && grow(names) != 0)
        return NAMES_FULL;
    size_t slot = slot_of(names, string);
    if (names->slots[slot] != 0)
        return names->slots[slot] - 1;
    char *copy = strdup(string);
    if (copy == NULL)
        return NAMES_FULL;
    names->list[names->count++] = copy;
    names->slots[slot] = (uint32_t)names->count;
    return (uint32_t)names->count - 1;
}

uint32_t names_find(const struct names *names, const char *string) {
    uint32_t taken = names->count > 0 ? names->slots[slot_of(names, string)] : 0;
    return taken != 0 ? taken - 1 : NAMES_FULL;
}

void names_free(struct names *names) {
    for (size_t i = 0; i < names->count; i++)
        free(names->list[i]);
    free(names->list);
    free(names->slots);
    *names = (struct names){0};
}
