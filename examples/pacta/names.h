/* Strings, each kept once and numbered in the order of their first appearance. */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>
#include <stdint.h>

struct names {
    char **list;
    size_t count, room;
    uint32_t *slots; /* of a hash table: numbers + 1, 0 where free */
    size_t slot_count;
};

#define NAMES_FULL UINT32_MAX

/* The number of the string, which is new where it is the former `count`;
 * NAMES_FULL where there is no memory. */
uint32_t names_add(struct names *names, const char *string);
/* Likewise, NAMES_FULL where it has none. */
uint32_t names_find(const struct names *names, const char *string);
void names_free(struct names *names);

#endif
