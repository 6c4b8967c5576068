/* Byte offsets to lines, columns, code points and UTF-16 units, by counts
 * noted at regular steps. */
#ifndef PACTA_CORE_OFFSETS_H
#define PACTA_CORE_OFFSETS_H

#include "core/memory.h"

typedef struct pacta_checkpoint {
    uint32_t codepoint, utf16, line, line_codepoint; /* line_codepoint: where the line begins */
} pacta_checkpoint;

typedef struct pacta_offsets {
    PACTA_ARRAY(pacta_checkpoint) list;
} pacta_offsets;

/* Counts on from where it stands (an empty list: from the beginning) to `end`. */
bool pacta_offsets_extend(pacta_offsets *offsets, const pacta_allocator *memory, const char *text,
                          uint32_t end);
pacta_position pacta_offsets_at(const pacta_offsets *offsets, const char *text, uint32_t size,
                                uint32_t offset);

#endif
