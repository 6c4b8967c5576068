#include "core/offsets.h"
#include "core/runs.h"
#include "core/utf8.h"

enum { STEP = 512, PART = 128 }; /* PART: as far as a byte can count */

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

/* What a step holds: characters, those of two UTF-16 units, line ends; and a place
 * behind the last line end, not far. */
typedef struct tally {
    uint32_t characters, pairs, lines, behind;
} tally;

#ifdef PACTA_RUNS_SIMD

static uint32_t bits_in(unsigned mask) {
    uint32_t count = 0;
    for (; mask != 0; mask &= mask - 1)
        count++;
    return count;
}

static tally tally_step(const char *bytes) {
    const __m128i newline = _mm_set1_epi8('\n'), last = _mm_set1_epi8((char)0xBF),
                  third = _mm_set1_epi8((char)0xEF);
    tally found = {.characters = STEP};
    for (uint32_t i = 0; i < STEP; i += 16) {
        __m128i block = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
        unsigned ends = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(block, newline));
        if (ends != 0) {
            found.lines += bits_in(ends);
            found.behind = i + 16;
        }
        unsigned beyond = (unsigned)_mm_movemask_epi8(block);
        if (beyond == 0)
            continue;
        unsigned leading = (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(block, last));
        unsigned longest = (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(block, third));
        found.characters -= bits_in(beyond & ~leading);
        found.pairs += bits_in(beyond & longest);
    }
    return found;
}

#else

/* In loops that a compiler turns into vectors. */
static tally tally_step(const char *text) {
    const unsigned char *bytes = (const unsigned char *)text;
    tally found = {0};
    for (uint32_t i = 0; i < STEP; i += PART) {
        unsigned char characters = 0, pairs = 0, lines = 0;
        for (uint32_t j = i; j < i + PART; j++) {
            characters = (unsigned char)(characters + ((bytes[j] & 0xC0) != 0x80));
            pairs = (unsigned char)(pairs + (bytes[j] >= 0xF0));
            lines = (unsigned char)(lines + (bytes[j] == '\n'));
        }
        found.characters += characters;
        found.pairs += pairs;
        found.lines += lines;
        if (lines > 0)
            found.behind = i + PART;
    }
    return found;
}

#endif

/* The same for a whole step. */
static void count_step(pacta_checkpoint *point, const char *text, uint32_t begin) {
    const tally found = tally_step(text + begin);
    uint32_t last = begin + found.behind;
    point->line += found.lines;
    point->codepoint += found.characters;
    point->utf16 += found.characters + found.pairs;
    if (found.lines > 0) {
        while (text[last - 1] != '\n')
            last--;
        pacta_checkpoint rest = {.codepoint = begin + STEP - last};
        if (found.characters < STEP) {
            rest.codepoint = 0;
            count(&rest, text, last, begin + STEP);
        }
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
