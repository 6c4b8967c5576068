#include "akn_links.h"

#include "markup.h"

#include <stdlib.h>
#include <string.h>

/* ---- Collecting --------------------------------------------------------- */

/* Whether there is something to link to: a provision that the text itself ought
 * to have and has not is none. */
static int leads(const pacta_reference *reference, const pacta_target *target) {
    const char *instrument = citation_of(reference, target);
    if (target != NULL && target->provision != PACTA_NONE)
        return 1;
    return instrument != NULL && strcmp(instrument, "this") != 0;
}

static int make_room(struct akn_links *links) {
    if (links->count < links->room)
        return 0;
    size_t room = links->room == 0 ? 256 : links->room * 2;
    struct overlay_span *spans = realloc(links->spans, room * sizeof *spans);
    if (spans != NULL)
        links->spans = spans;
    struct akn_ends *ends = realloc(links->ends, room * sizeof *ends);
    if (ends != NULL)
        links->ends = ends;
    if (spans == NULL || ends == NULL)
        return -1;
    links->room = room;
    return 0;
}

static void add(struct akn_links *links, enum akn_link kind, pacta_span span,
                const pacta_reference *reference, const pacta_target *from, const pacta_target *to) {
    if (kind != AKN_MREF && !(leads(reference, from) && leads(reference, to)))
        return;
    if (make_room(links) != 0) {
        links->failed = 1;
        return;
    }
    links->spans[links->count] = (struct overlay_span){span, kind, (uint32_t)links->count};
    links->ends[links->count++] = (struct akn_ends){reference, from, to};
}

static int overlap(pacta_span a, pacta_span b) {
    return a.begin < b.end && b.begin < a.end;
}

/* The targets from `i` on that have the same words, those of a range: its first
 * and last have words of their own, which reach into these. Returns how many. */
static uint32_t add_range(struct akn_links *links, const pacta_reference *reference, uint32_t i) {
    const pacta_target *all = reference->targets, *from = &all[i], *to = from;
    pacta_span span = from->span;
    uint32_t end = i + 1;
    while (end < reference->target_count && all[end].span.begin == span.begin &&
           all[end].span.end == span.end)
        to = &all[end++];
    if (i > 0 && overlap(all[i - 1].span, span) && all[i - 1].span.end < span.end) {
        from = &all[i - 1];
        span.begin = from->span.begin < span.begin ? from->span.begin : span.begin;
    }
    if (from < to && end < reference->target_count && overlap(all[end].span, span) &&
        all[end].span.begin > span.begin) {
        to = &all[end];
        span.end = to->span.end > span.end ? to->span.end : span.end;
    }
    add(links, from == to ? AKN_REF : AKN_RREF, span, reference, from, to);
    return end - i;
}

static void add_reference(struct akn_links *links, const pacta_reference *reference) {
    if (reference->target_count == 0) {
        add(links, AKN_REF, reference->span, reference, NULL, NULL);
    } else if (reference->target_count == 1) {
        const pacta_target *target = reference->targets;
        add(links, AKN_REF, reference->span, reference, target, target);
    } else {
        size_t before = links->count;
        add(links, AKN_MREF, reference->span, reference, NULL, NULL);
        for (uint32_t i = 0; i < reference->target_count;)
            i += add_range(links, reference, i);
        if (links->count == before + 1) /* nothing leads anywhere */
            links->count = before;
    }
}

int akn_links_make(struct akn_links *links, const pacta_document *document, const struct citations *citations,
                   const struct names *anchors) {
    size_t count;
    const pacta_reference *references = pacta_references(document, &count);
    *links = (struct akn_links){.citations = citations, .anchors = anchors};
    for (size_t i = 0; i < count; i++)
        add_reference(links, &references[i]);
    links->count = overlay_sort(links->spans, links->count);
    return links->failed ? -1 : 0;
}

void akn_links_free(struct akn_links *links) {
    free(links->spans);
    free(links->ends);
}

/* ---- Writing ------------------------------------------------------------ */

static void address(struct akn_links *links, struct writer *out, const char *attribute,
                    const pacta_reference *reference, const pacta_target *target) {
    writer_byte(out, ' ');
    writer_string(out, attribute);
    writer_string(out, "=\"");
    if (target != NULL && target->provision != PACTA_NONE) {
        writer_byte(out, '#');
        markup_string(out, links->anchors->list[target->provision]);
    } else {
        char *iri = citations_iri(links->citations, citation_of(reference, target),
                                  target != NULL ? target->eid : NULL);
        links->failed |= iri == NULL;
        markup_string(out, iri);
        free(iri);
    }
    writer_byte(out, '"');
}

const char *akn_link_begin(struct akn_links *links, struct overlay *overlay,
                           const struct overlay_span *span) {
    static const char *const elements[] = {[AKN_MREF] = "mref", [AKN_RREF] = "rref", [AKN_REF] = "ref"};
    const struct akn_ends *ends = &links->ends[span->record];
    const char *element = elements[span->kind];
    struct writer *out = overlay->out;
    if (overlay_is_inside(overlay, element) || overlay_is_inside(overlay, "ref"))
        element = "span";
    writer_byte(out, '<');
    writer_string(out, element);
    if (strcmp(element, "ref") == 0) {
        address(links, out, "href", ends->reference, ends->from);
    } else if (strcmp(element, "rref") == 0) {
        address(links, out, "from", ends->reference, ends->from);
        address(links, out, "upTo", ends->reference, ends->to);
    }
    writer_byte(out, '>');
    return element;
}
