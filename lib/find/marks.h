/* Quotation marks of one passage: which of them can open, which can close, and
 * which are none at all. */
#ifndef PACTA_FIND_MARKS_H
#define PACTA_FIND_MARKS_H

#include "work.h"

enum {
    MARK_OPENS = 1,    /* its place lets it open */
    MARK_CLOSES = 2,   /* its place lets it close */
    MARK_WEAK = 4,     /* it closes, if it is no apostrophe or prime */
    MARK_SINGLE = 8,   /* could be an apostrophe */
    MARK_LEADING = 16, /* opens a passage, or follows what announces a quotation */
    MARK_PAIRED = 32   /* it closed a quotation */
};

/* Fills work->marks with the passage's marks. */
int pacta_read_marks(pacta_work *work, const pacta_passage *passage);

/* True if `close` is a mark that ends what `open` began. */
bool pacta_marks_match(const pacta_mark *open, const pacta_mark *close);

/* The token is a mark that titles alone are set in. */
bool pacta_is_title_mark(const pacta_work *work, uint32_t token);

/* What a mark's form alone says. */
bool pacta_mark_is_left(const pacta_mark *mark);
bool pacta_mark_is_right(const pacta_mark *mark);

#endif
