/* Page furniture: what is printed on a page and no part of the text. */
#ifndef PACTA_TEXT_FURNITURE_H
#define PACTA_TEXT_FURNITURE_H

#include "text/lines.h"

/* Marks page numbers, running headers and rules among the lines. */
void pacta_find_furniture(pacta_lines *lines, const char *text);

/* running_heads.c: marks what the edges of pages, parted by form feeds, have in common. */
void pacta_find_running_heads(pacta_lines *lines, const char *text);

/* A short rule: what stands below it on the page may be footnotes. */
bool pacta_opens_notes(const pacta_lines *lines, const char *text, const pacta_line *line);

/* The line begins with a footnote's mark: a bare number, an asterisk. */
bool pacta_begins_note(const char *text, const pacta_line *line);

#endif
