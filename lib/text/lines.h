/* Lines to passages: finds the lines of a text, and writes the working text. */
#ifndef PACTA_TEXT_LINES_H
#define PACTA_TEXT_LINES_H

#include "text/fold.h"

/* Columns of a tab. */
enum { PACTA_TAB = 8 };

typedef struct pacta_line {
    uint32_t begin, end;    /* without indentation, trailing spaces, line end */
    uint32_t indent, width; /* columns before the text; columns up to its end */
    uint32_t next;          /* begin of the line below */
    bool furniture;         /* a page number, a running header, a rule */
} pacta_line;

typedef struct pacta_lines {
    PACTA_ARRAY(pacta_line) list;
    uint32_t wrap;    /* columns that the text is wrapped at, 0 if it is not */
    uint32_t indent;  /* of paragraphs' first lines, 0 if they have none in common */
    bool marked_down; /* it is Markdown */
    bool tied;        /* it has ties of TeX: Annex~G */
    bool changed;     /* it has letters changed by who quotes: [w]hen */
} pacta_lines;

static inline bool pacta_line_is_blank(const pacta_line *line) {
    return line->begin == line->end;
}

/* text/markup.c: finds out whether the text is Markdown or TeX, and takes the marks
 * of headings and emphasis off the lines' ends. */
void pacta_strip_markup(pacta_lines *lines, const char *text, uint32_t size);

/* text/markup.c: the next mark in [at, end) that is no text, and its bytes; `end` and
 * 0 where there is none. A tie stands for a space, a changed letter for that letter. */
uint32_t pacta_next_markup(const pacta_lines *lines, const char *text, uint32_t at, uint32_t end,
                           uint32_t *width);

void pacta_lines_free(pacta_lines *lines, const pacta_allocator *memory);

#endif
