#include "core/sort.h"
#include <string.h>

static bool is_sorted(const char *items, size_t count, size_t size,
                      bool (*before)(const void *, const void *)) {
    for (size_t i = 1; i < count; i++)
        if (before(items + i * size, items + (i - 1) * size))
            return false;
    return true;
}

/* Merges [low, middle) and [middle, high), in bytes. */
static void merge(const char *items, char *room, size_t low, size_t middle, size_t high, size_t size,
                  bool (*before)(const void *, const void *)) {
    size_t i = low, j = middle;
    for (size_t k = low; k < high; k += size) {
        bool left = i < middle && (j >= high || !before(items + j, items + i));
        memcpy(room + k, items + (left ? i : j), size);
        *(left ? &i : &j) += size;
    }
}

void pacta_sort(void *items, void *room, size_t count, size_t size,
                bool (*before)(const void *a, const void *b)) {
    if (is_sorted(items, count, size, before))
        return;
    size_t bytes = count * size;
    for (size_t width = size; width < bytes; width *= 2) {
        for (size_t low = 0; low < bytes; low += 2 * width) {
            size_t middle = low + width < bytes ? low + width : bytes;
            merge(items, room, low, middle, middle + width < bytes ? middle + width : bytes, size, before);
        }
        memcpy(items, room, bytes);
    }
}
