#include "text/lines.h"
#include "core/utf8.h"
#include <string.h>

enum { TAB = 8, WRAP_MOST = 140, WRAP_LEAST = 40 };

/* Bytes of a line end at `at`: LF, CR LF, CR, FF, VT, NEL, LS, PS. */
static uint32_t line_end(const char *text, uint32_t size, uint32_t at) {
    unsigned char c = (unsigned char)text[at];
    if (c == '\n' || c == '\f' || c == '\v')
        return 1;
    if (c == '\r')
        return at + 1 < size && text[at + 1] == '\n' ? 2 : 1;
    if (c == 0xC2 && (unsigned char)text[at + 1] == 0x85)
        return 2;
    if (c == 0xE2 && (unsigned char)text[at + 1] == 0x80 && ((unsigned char)text[at + 2] & 0xFE) == 0xA8)
        return 3;
    return 0;
}

/* Reads the line at `at`. */
static pacta_line read_line(const char *text, uint32_t size, uint32_t at) {
    pacta_line line = {at, at, 0, 0, size};
    uint32_t column = 0;
    bool begun = false;
    while (at < size) {
        uint32_t skip =
            (unsigned char)text[at] <= '\r' || (unsigned char)text[at] >= 0xC2 ? line_end(text, size, at) : 0;
        if (skip > 0) {
            line.next = at + skip;
            break;
        }
        uint32_t length, c = pacta_utf8_at(text + at, &length);
        bool space = pacta_is_space(c), gone = pacta_is_invisible(c);
        column = c == '\t' ? (column / TAB + 1) * TAB : column + !gone;
        if (!space && !gone) {
            if (!begun) {
                line.begin = at;
                line.indent = column - 1;
                begun = true;
            }
            line.end = at + length;
            line.width = column;
        }
        at += length;
    }
    if (!begun)
        line.begin = line.end = at;
    return line;
}

static bool is_blank(const pacta_line *line) {
    return line->begin == line->end;
}

/* The column that lines are wrapped at: one that many lines with text below
 * them come near and hardly any goes beyond. */
static uint32_t find_wrap(const pacta_lines *lines) {
    uint32_t widths[WRAP_MOST + 1] = {0}, wide = 0, narrow = 0;
    for (uint32_t i = 0; i + 1 < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (is_blank(line) || is_blank(line + 1))
            continue;
        if (line->width > WRAP_MOST)
            wide++;
        else
            widths[line->width]++, narrow++;
    }
    if (narrow < 4 || wide * 10 > narrow)
        return 0;
    uint32_t wrap = WRAP_MOST, beyond = 0;
    while (wrap > WRAP_LEAST && (beyond + widths[wrap]) * 50 < narrow)
        beyond += widths[wrap--];
    uint32_t near = 0;
    for (uint32_t w = wrap > 14 ? wrap - 14 : 0; w <= WRAP_MOST; w++)
        near += widths[w];
    return near * 3 > narrow ? wrap : 0;
}

static uint32_t first_word_width(const char *text, const pacta_line *line) {
    uint32_t width = 0;
    for (uint32_t i = line->begin; i < line->end && text[i] != ' ' && text[i] != '\t'; i++)
        width += !pacta_utf8_continues((unsigned char)text[i]);
    return width;
}

/* A line was wrapped if the next one's first word would not have fitted. */
static bool is_wrapped(const pacta_lines *lines, const char *text, const pacta_line *line,
                       const pacta_line *next) {
    return lines->wrap > 0 && !is_blank(next) && line->width + 1 + first_word_width(text, next) > lines->wrap;
}

/* A hyphen between small letters at a line's end belongs to the wrap. */
static bool is_hyphenated(const char *text, const pacta_line *line, const pacta_line *next) {
    return line->end - line->begin > 2 && text[line->end - 1] == '-' && text[line->end - 2] >= 'a' &&
           text[line->end - 2] <= 'z' && text[next->begin] >= 'a' && text[next->begin] <= 'z';
}

static uint32_t layout_of(const pacta_lines *lines, const pacta_line *line, bool gap) {
    uint32_t flags = gap ? PASSAGE_GAP : 0;
    if (lines->wrap > 0 && line->indent >= 4 && line->width < lines->wrap) {
        uint32_t right = lines->wrap - line->width;
        uint32_t apart = right > line->indent ? right - line->indent : line->indent - right;
        if (apart <= 2 + lines->wrap / 20)
            flags |= PASSAGE_CENTRED;
    }
    return line->indent > 0 ? flags | PASSAGE_INDENTED : flags;
}

int pacta_read_lines(pacta_lines *lines, pacta_fold *fold, const pacta_allocator *memory, const char *text,
                     uint32_t size) {
    lines->list.count = 0;
    for (uint32_t at = 0; at < size;) {
        pacta_line line = read_line(text, size, at);
        if (!pacta_array_push(memory, &lines->list, line))
            return PACTA_E_MEMORY;
        at = line.next;
    }
    lines->wrap = find_wrap(lines);
    pacta_fold_reset(fold);
    bool gap = false;
    for (uint32_t i = 0; i < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (is_blank(line)) {
            gap = true;
            continue;
        }
        if (!pacta_fold_open(fold, memory, line->indent, layout_of(lines, line, gap)))
            return PACTA_E_MEMORY;
        gap = false;
        for (;; line++, i++) {
            if (!pacta_fold_append(fold, memory, text, line->begin, line->end))
                return PACTA_E_MEMORY;
            if (i + 1 >= lines->list.count || !is_wrapped(lines, text, line, line + 1))
                break;
            if (is_hyphenated(text, line, line + 1))
                pacta_fold_retract(fold, 1);
            else if (!pacta_fold_space(fold, memory, line->end, line[1].begin))
                return PACTA_E_MEMORY;
        }
        if (!pacta_fold_close(fold, memory, line->end))
            return PACTA_E_MEMORY;
    }
    return PACTA_OK;
}

void pacta_lines_free(pacta_lines *lines, const pacta_allocator *memory) {
    pacta_array_release(memory, &lines->list);
}
