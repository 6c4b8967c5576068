/* Two texts in one: what was left out and what was put in stand side by side,
 * [-as in wdiff-] {+as in wdiff+}, or in colours. */
#ifndef DIFFED_H
#define DIFFED_H

#include "page.h"

#include <pacta/verify.h>

/* Prints `span` of `text`, with the words that `other` has instead, behind
 * `indent`. `differences` are those inside, in order. 0, or -1 where memory is
 * out. */
int diffed_print(struct page *page, unsigned indent, const char *text, pacta_span span, const char *other,
                 const pacta_difference *differences, size_t count);

/* Whether a difference changes words. */
int diffed_changes(const pacta_difference *difference);

#endif
