/* Words on a terminal: colour, wrapped lines, nothing that could harm it. */
#ifndef PAGE_H
#define PAGE_H

#include "writer.h"

#include <pacta/pacta.h>

enum style {
    STYLE_PLAIN,
    STYLE_BOLD,
    STYLE_DIM,
    STYLE_RED,
    STYLE_GREEN,
    STYLE_YELLOW,
    STYLE_BLUE,
    STYLE_MAGENTA,
    STYLE_CYAN
};

struct page {
    struct writer *out;
    int colour;
    unsigned width;
    unsigned column; /* characters on the line so far */
};

/* Bytes [begin, end) of the text that stand out. */
struct mark {
    pacta_span span;
    enum style style;
};

void page_line(struct page *page);
/* Goes to a column, or one blank further where it is already past it. */
void page_column(struct page *page, unsigned column);
void page_string(struct page *page, enum style style, const char *string);
/* The words of a span, wrapped behind `indent`; the first mark that holds a
 * byte gives it its style. */
void page_words(struct page *page, unsigned indent, const char *text, pacta_span span,
                const struct mark *marks, size_t mark_count);

#endif
