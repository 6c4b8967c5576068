/* Hard wraps: the column that a text is wrapped at, and whether it goes on in the next
 * line. */
#ifndef PACTA_TEXT_WRAPS_H
#define PACTA_TEXT_WRAPS_H

#include "text/lines.h"

/* Finds what column the lines are wrapped at, and where paragraphs begin. */
void pacta_measure_lines(pacta_lines *lines);

/* The text goes on in the next line: that line's first word would not have fitted here,
 * or it cannot begin anything. */
bool pacta_is_wrapped(const pacta_lines *lines, const char *text, const pacta_line *line,
                      const pacta_line *next);

/* The same across a page's end: the sentence is not over, and the next page begins with a
 * small letter, or the line ends in a small word. */
bool pacta_goes_on_overleaf(const pacta_lines *lines, const char *text, const pacta_line *line,
                            const pacta_line *below);

/* The hyphen at the line's end, between small letters, belongs to the wrap. */
bool pacta_is_hyphenated(const char *text, const pacta_line *line, const pacta_line *next);

/* Flags of a passage that begins with the line. */
uint32_t pacta_layout_of(const pacta_lines *lines, const pacta_line *line, bool gap);

#endif
