/* Spans that overlap, written as elements that nest: where one ends inside
 * another, the other is closed and opened again. */
#ifndef OVERLAY_H
#define OVERLAY_H

#include "writer.h"

#include <pacta/pacta.h>

struct overlay_span {
    pacta_span span;
    unsigned kind; /* the lower one is outside, where two are the same */
    uint32_t record;
};

enum { OVERLAY_DEPTH = 64 }; /* what is inside more than that is left out */

struct overlay {
    struct writer *out;
    const char *text;
    const struct overlay_span *spans; /* sorted */
    size_t count, next;
    /* Writes the tag that begins an element, and tells the element's name. `again`:
     * it is not the span's first. */
    const char *(*begin)(struct overlay *overlay, const struct overlay_span *span, int again);
    void *context;
    struct overlay_open {
        const struct overlay_span *span;
        const char *element; /* NULL while it is closed */
    } open[OVERLAY_DEPTH];
    size_t depth;
};

/* Brings spans into the order that is needed, and drops those that are empty or
 * the same as another of their kind. Returns how many are left. */
size_t overlay_sort(struct overlay_span *spans, size_t count);

/* Writes a part of the text; parts come in order. All elements are closed at its end. */
void overlay_write(struct overlay *overlay, pacta_span part);

/* Whether an element of that name is open. */
int overlay_is_inside(const struct overlay *overlay, const char *element);

#endif
