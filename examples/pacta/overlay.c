#include "overlay.h"

#include "markup.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *left, const void *right) {
    const struct overlay_span *a = left, *b = right;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->record < b->record ? -1 : a->record > b->record;
}

size_t overlay_sort(struct overlay_span *spans, size_t count) {
    size_t kept = 0;
    if (count > 0)
        qsort(spans, count, sizeof *spans, compare);
    for (size_t i = 0; i < count; i++) {
        const struct overlay_span *last = kept > 0 ? &spans[kept - 1] : NULL;
        int same = last != NULL && last->kind == spans[i].kind && last->span.begin == spans[i].span.begin &&
                   last->span.end == spans[i].span.end;
        if (!same && spans[i].span.begin < spans[i].span.end)
            spans[kept++] = spans[i];
    }
    return kept;
}

int overlay_is_inside(const struct overlay *overlay, const char *element) {
    for (size_t i = 0; i < overlay->depth; i++)
        if (overlay->open[i].element != NULL && strcmp(overlay->open[i].element, element) == 0)
            return 1;
    return 0;
}

static void close_from(struct overlay *overlay, size_t level) {
    for (size_t i = overlay->depth; i-- > level;) {
        struct overlay_open *open = &overlay->open[i];
        if (open->element == NULL)
            continue;
        writer_string(overlay->out, "</");
        writer_string(overlay->out, open->element);
        writer_byte(overlay->out, '>');
        open->element = NULL;
    }
}

/* Closes what ends before or at `at`; what stood inside it is opened again later. */
static void end_at(struct overlay *overlay, uint32_t at) {
    size_t kept = 0;
    while (kept < overlay->depth && overlay->open[kept].span->span.end > at)
        kept++;
    if (kept == overlay->depth)
        return;
    close_from(overlay, kept);
    for (size_t i = kept; i < overlay->depth; i++)
        if (overlay->open[i].span->span.end > at)
            overlay->open[kept++] = overlay->open[i];
    overlay->depth = kept;
}

static void open_again(struct overlay *overlay) {
    for (size_t i = 0; i < overlay->depth; i++)
        if (overlay->open[i].element == NULL)
            overlay->open[i].element = overlay->begin(overlay, overlay->open[i].span, 1);
}

static void begin_at(struct overlay *overlay, uint32_t at) {
    for (; overlay->next < overlay->count; overlay->next++) {
        const struct overlay_span *span = &overlay->spans[overlay->next];
        if (span->span.begin > at)
            return;
        if (span->span.end <= at || overlay->depth == OVERLAY_DEPTH)
            continue;
        const char *element = overlay->begin(overlay, span, 0);
        overlay->open[overlay->depth++] = (struct overlay_open){span, element};
    }
}

/* Where the next span begins or ends, at most `end`. */
static uint32_t next_edge(const struct overlay *overlay, uint32_t end) {
    if (overlay->next < overlay->count && overlay->spans[overlay->next].span.begin < end)
        end = overlay->spans[overlay->next].span.begin;
    for (size_t i = 0; i < overlay->depth; i++)
        if (overlay->open[i].span->span.end < end)
            end = overlay->open[i].span->span.end;
    return end;
}

void overlay_write(struct overlay *overlay, pacta_span part) {
    for (uint32_t at = part.begin; at < part.end;) {
        end_at(overlay, at);
        open_again(overlay);
        begin_at(overlay, at);
        uint32_t edge = next_edge(overlay, part.end);
        markup_text(overlay->out, overlay->text + at, edge - at);
        at = edge;
    }
    close_from(overlay, 0);
}
