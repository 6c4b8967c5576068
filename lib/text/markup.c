/* Markdown, which texts taken from pages and PDFs often are in: the marks of its
 * headings, block quotations (as in mail) and emphasis are no part of the text. Ties of TeX
 * are spaces; a letter that who quotes has changed ([w]hen) is that letter. */
#include "core/runs.h"
#include "work.h"
#include <string.h>

enum { HEADING_MARKS = 6, EVIDENCE = 2, CHANGED_LETTER = 3 };

/* Bytes of "### " at the line's beginning. */
static uint32_t heading_mark(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    while (at < line->end && at - line->begin < HEADING_MARKS && text[at] == '#')
        at++;
    return at > line->begin && at + 1 < line->end && text[at] == ' ' ? at - line->begin : 0;
}

/* Takes off what emphasises the line's beginning (**1.**), or all of it (*Scope*). */
static void strip_emphasis(const char *text, pacta_line *line) {
    uint32_t begin = line->begin, end = line->end;
    while (begin < end && text[begin] == '*')
        begin++;
    while (end > begin && text[end - 1] == '*')
        end--;
    if (begin == end || text[begin] == ' ' || (begin - line->begin == 1 && end == line->end))
        return;
    line->begin = begin;
    line->end = text[end - 1] == ' ' ? line->end : end;
}

/* Bytes of "> " at the line's beginning, of "> > " as well. */
static uint32_t quote_mark(const char *text, const pacta_line *line) {
    uint32_t at = line->begin, mark = line->begin;
    while (at < line->end && (text[at] == '>' || (text[at] == ' ' && at > line->begin))) {
        mark = text[at] == '>' ? at + 1 : mark;
        at++;
    }
    return at == line->end ? at - line->begin : at > mark ? at - line->begin : 0;
}

/* Takes the mark off; the line stands further in, as what is quoted does. */
static void strip_quote_mark(const char *text, pacta_line *line) {
    const uint32_t bytes = quote_mark(text, line);
    line->begin += bytes;
    line->indent += bytes;
}

/* *** and ---: a rule between paragraphs. */
static bool is_break(const char *text, const pacta_line *line) {
    for (uint32_t i = line->begin; i < line->end; i++)
        if (text[i] != text[line->begin] || (text[i] != '*' && text[i] != '-' && text[i] != '_'))
            return false;
    return line->end - line->begin >= 3;
}

/* The next tie in [at, end), or `end`. */
static uint32_t next_tie(const char *text, uint32_t at, uint32_t end) {
    for (const char *tie; (tie = memchr(text + at, '~', end - at)) != NULL; at = (uint32_t)(tie - text) + 1)
        if (tie > text && tie + 1 < text + end && (pacta_is_ascii_letter(tie[-1]) || tie[-1] == '.') &&
            (pacta_is_ascii_letter(tie[1]) || pacta_is_digit(tie[1])))
            return (uint32_t)(tie - text);
    return end;
}

/* The next two asterisks in [at, end), or `end`. */
static uint32_t next_emphasis(const char *text, uint32_t at, uint32_t end) {
    for (const char *star; (star = memchr(text + at, '*', end - at)) != NULL;
         at = (uint32_t)(star - text) + 1)
        if (star + 1 < text + end && star[1] == '*')
            return (uint32_t)(star - text);
    return end;
}

/* [w]hen, [N]o: a changed letter at `open`. */
static bool is_changed_letter(const char *text, uint32_t open, uint32_t end) {
    return open + CHANGED_LETTER < end && text[open] == '[' && pacta_is_ascii_letter(text[open + 1]) &&
           text[open + 2] == ']' && text[open + 3] >= 'a' && text[open + 3] <= 'z' &&
           (open == 0 || !pacta_is_ascii_letter(text[open - 1]));
}

/* The next changed letter in [at, end), or `end`. */
static uint32_t next_changed_letter(const char *text, uint32_t at, uint32_t end) {
    for (const char *open; (open = memchr(text + at, '[', end - at)) != NULL;
         at = (uint32_t)(open - text) + 1)
        if (is_changed_letter(text, (uint32_t)(open - text), end))
            return (uint32_t)(open - text);
    return end;
}

/* The next mark in [at, end), and its bytes; `end` and 0 where there is none. */
static uint32_t next_mark(const pacta_lines *lines, const char *text, uint32_t at, uint32_t end,
                          uint32_t *width) {
    const uint32_t emphasis = lines->marked_down ? next_emphasis(text, at, end) : end;
    const uint32_t tie = lines->tied ? next_tie(text, at, emphasis) : emphasis;
    const uint32_t letter = lines->changed ? next_changed_letter(text, at, tie) : tie;
    *width = letter < tie ? CHANGED_LETTER : tie < emphasis ? 1 : emphasis < end ? 2 : 0;
    return letter;
}

/* A piece at a time: of marks of one kind, none is looked for again and again behind all others. */
uint32_t pacta_next_markup(const pacta_lines *lines, const char *text, uint32_t at, uint32_t end,
                           uint32_t *width) {
    enum { PIECE = 1024, LONGEST = 4 };
    *width = 0;
    if (!lines->marked_down && !lines->tied && !lines->changed)
        return end;
    for (uint32_t stop; at < end; at = stop) {
        stop = end - at < PIECE ? end : at + PIECE;
        const uint32_t mark = next_mark(lines, text, at, end - stop < LONGEST ? end : stop + LONGEST, width);
        if (mark < stop)
            return mark;
    }
    *width = 0;
    return end;
}

void pacta_strip_markup(pacta_lines *lines, const char *text, uint32_t size) {
    uint32_t headings = 0, quoted = 0;
    lines->tied = size > 0 && next_tie(text, 0, size) < size;
    lines->changed = next_changed_letter(text, 0, size) < size;
    for (uint32_t i = 0; i < lines->list.count; i++) {
        headings += heading_mark(text, &lines->list.items[i]) > 0;
        quoted += quote_mark(text, &lines->list.items[i]) > 0;
    }
    lines->marked_down = headings >= EVIDENCE;
    for (uint32_t i = 0; i < lines->list.count && quoted > 0 && headings + quoted >= EVIDENCE; i++)
        strip_quote_mark(text, &lines->list.items[i]);
    for (uint32_t i = 0; i < lines->list.count && lines->marked_down; i++) {
        pacta_line *line = &lines->list.items[i];
        line->furniture = is_break(text, line);
        line->begin += heading_mark(text, line);
        while (line->begin < line->end && text[line->begin] == ' ')
            line->begin++;
        strip_emphasis(text, line);
    }
}
