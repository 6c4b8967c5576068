/* Where packs and tables come from: files, and what is inside the library. */
#ifndef PACTA_RULES_FILES_H
#define PACTA_RULES_FILES_H

#include "core/memory.h"

/* A whole file, with a zero behind it: `*size` + 1 bytes of the allocator's; or
 * a status. */
int pacta_read_file(const pacta_allocator *memory, const char *path, char **data, size_t *size,
                    pacta_error *error);

/* Packs and tables inside the library; made by lib/rules/embed.cmake. */
typedef struct pacta_embedded {
    const char *name;
    const unsigned char *data;
    size_t size;
} pacta_embedded;

extern const pacta_embedded PACTA_EMBEDDED[];
extern const size_t PACTA_EMBEDDED_COUNT;

const pacta_embedded *pacta_embedded_find(const char *name, size_t length);

#endif
