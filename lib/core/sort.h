/* Sorting that keeps the order of equals and allocates nothing. */
#ifndef PACTA_CORE_SORT_H
#define PACTA_CORE_SORT_H

#include <stdbool.h>
#include <stddef.h>

/* Sorts `count` items of `size` bytes; `room` is for as many. `before` tells
 * whether one must stand before the other. */
void pacta_sort(void *items, void *room, size_t count, size_t size,
                bool (*before)(const void *a, const void *b));

#endif
