#include "core/offsets.h"
#include "core/utf8.h"

enum { STEP = 512, PART = 128 };

/* Counts the bytes of [begin, end) into `point`. Continuation bytes count
 * nothing, so a place inside a character is that character's beginning. */
static void count(pacta_checkpoint *point, const char *text, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (pacta_utf8_continues(byte))
            continue;
        point->codepoint++;
        point->utf16 += byte >= 0xF0 ? 2 : 1;
        if (byte == '\n') {
            point->line++;
            point->line_codepoint = point->codepoint;
        }
    }
}

/* The same for a whole step, in loops that a compiler turns into vectors. */
static void count_step(pacta_checkpoint *point, const char *text, uint32_t begin) {
    const unsigned char *bytes = (const unsigned char *)text + begin;
    uint32_t characters = 0, long_ones = 0, lines = 0, last = STEP;
    for (uint32_t i = 0; i < STEP; i += PART) {
        unsigned char part_characters = 0, part_long = 0, part_lines = 0;
        for (uint32_t j = i; j < i + PART; j++) {
            part_characters = (unsigned char)(part_characters + ((bytes[j] & 0xC0) != 0x80));
            part_long = (unsigned char)(part_long + (bytes[j] >= 0xF0));
            part_lines = (unsigned char)(part_lines + (bytes[j] == '\n'));
        }
        characters += part_characters;
        long_ones += part_long;
        lines += part_lines;
    }
    point->line += lines;
    point->codepoint += characters;
    point->utf16 += characters + long_ones;
    if (lines > 0) {
        pacta_checkpoint rest = {0};
        while (bytes[last - 1] != '\n')
            last--;
        count(&rest, text, begin + last, begin + STEP);
        point->line_codepoint = point->codepoint - rest.codepoint;
    }
}

bool pacta_offsets_extend(pacta_offsets *offsets, const pacta_allocator *memory, const char *text,
                          uint32_t end) {
    pacta_checkpoint point = {0};
    if (offsets->list.count == 0 && !pacta_array_push(memory, &offsets->list, point))
        return false;
    for (uint32_t at = (offsets->list.count - 1) * STEP; end > at && end - at > STEP; at += STEP) {
        point = offsets->list.items[at / STEP];
        count_step(&point, text, at);
        if (!pacta_array_push(memory, &offsets->list, point))
            return false;
    }
    return true;
}

pacta_position pacta_offsets_at(const pacta_offsets *offsets, const char *text, uint32_t size,
                                uint32_t offset) {
    if (offsets->list.count == 0 || text == NULL)
        return (pacta_position){1, 1, 0, 0};
    if (offset > size)
        offset = size;
    while (offset > 0 && offset < size && pacta_utf8_continues((unsigned char)text[offset]))
        offset--;
    uint32_t index = offset / STEP;
    if (index >= offsets->list.count)
        index = offsets->list.count - 1;
    pacta_checkpoint point = offsets->list.items[index];
    count(&point, text, index * STEP, offset);
    return (pacta_position){point.line + 1, point.codepoint - point.line_codepoint + 1, point.codepoint,
                            point.utf16};
}
