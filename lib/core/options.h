/* Options of callers that were compiled with another version: their struct may
 * be shorter or longer than ours. What is added begins where an older struct
 * ended, padding included. */
#ifndef PACTA_CORE_OPTIONS_H
#define PACTA_CORE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Copies what there is of `given` (may be NULL; begins with its size) over the
 * `size` bytes at `options`; false if its size is not set. */
static inline bool pacta_take_options(void *options, size_t size, const void *given) {
    size_t told = 0;
    if (given == NULL)
        return true;
    memcpy(&told, given, sizeof told);
    if (told < sizeof told)
        return false;
    memcpy(options, given, told < size ? told : size);
    return true;
}

#endif
