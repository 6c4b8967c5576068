#include "html_tree.h"

#include "markup.h"
#include "passages.h"

enum { SNIPPET_BYTES = 60 };

/* The words of a span, single blanks between them; at most so many bytes, cut
 * between words where they allow it. */
static void words(struct writer *out, const char *text, pacta_span span, size_t most) {
    uint32_t end = span.end;
    if (end - span.begin > most) {
        end = span.begin + (uint32_t)most;
        while (end > span.begin && !is_blank(text[end]))
            end--;
        if (end == span.begin)
            for (end += (uint32_t)most; ((unsigned char)text[end] & 0xc0) == 0x80;)
                end--;
    }
    for (uint32_t at = span.begin, from; at < end;) {
        while (at < end && is_blank(text[at]))
            at++;
        for (from = at; at < end && !is_blank(text[at]);)
            at++;
        if (from > span.begin && from < at)
            writer_byte(out, ' ');
        markup_text(out, text + from, at - from);
    }
    writer_string(out, end < span.end ? "\xe2\x80\xa6" : "");
}

static void element(struct writer *out, const char *tag, const char *text, pacta_span span) {
    if (span.begin == span.end)
        return;
    writer_byte(out, '<');
    writer_string(out, tag);
    writer_byte(out, '>');
    words(out, text, span, SNIPPET_BYTES * 2);
    writer_string(out, "</");
    writer_string(out, tag);
    writer_string(out, "> ");
}

/* Where a provision's own text begins, up to what is inside it. */
static pacta_span beginning(const struct layout *layout, size_t index) {
    const pacta_provision *provision = &layout->provisions[index];
    pacta_span span = provision->span;
    if (provision->label.end > span.begin)
        span.begin = provision->label.end;
    if (index + 1 < layout->count && layout->provisions[index + 1].parent == index)
        span.end = layout->provisions[index + 1].span.begin;
    while (span.begin < span.end && is_blank(layout->text[span.begin]))
        span.begin++;
    if (span.begin > span.end)
        span.end = span.begin;
    return span;
}

static void link(struct writer *out, const struct layout *layout, size_t index) {
    const pacta_provision *provision = &layout->provisions[index];
    writer_string(out, "<a href=\"#");
    markup_string(out, layout->prefix);
    markup_string(out, layout->anchors.list[index]);
    writer_string(out, "\">");
    if (provision->label.begin == provision->label.end && provision->heading.begin == provision->heading.end)
        markup_string(out, provision->eid);
    element(out, "b", layout->text, provision->label);
    element(out, "span", layout->text, provision->heading);
    if (!layout->placings[index].headed && provision->heading.begin == provision->heading.end)
        words(out, layout->text, beginning(layout, index), SNIPPET_BYTES);
    writer_string(out, "</a>");
}

static int has_children(const struct layout *layout, size_t index) {
    return index + 1 < layout->count && layout->provisions[index + 1].parent == index;
}

static void open_item(struct writer *out, const struct layout *layout, size_t index) {
    writer_string(out, "<li>");
    if (!has_children(layout, index)) {
        link(out, layout, index);
        return;
    }
    writer_string(out, layout->placings[index].has_headed ? "<details open><summary>" : "<details><summary>");
    link(out, layout, index);
    writer_string(out, "</summary><ul>\n");
}

static void close_item(struct writer *out, const struct layout *layout, size_t index) {
    writer_string(out, has_children(layout, index) ? "</ul></details></li>\n" : "</li>\n");
}

void html_tree(struct writer *out, const struct layout *layout) {
    uint32_t open = PACTA_NONE;
    writer_string(out, "<ul>\n");
    for (size_t i = 0; i <= layout->count; i++) {
        uint32_t parent = i < layout->count ? layout->provisions[i].parent : PACTA_NONE;
        for (; open != parent && open != PACTA_NONE; open = layout->provisions[open].parent)
            close_item(out, layout, open);
        if (i == layout->count)
            break;
        open_item(out, layout, i);
        open = (uint32_t)i;
    }
    writer_string(out, "</ul>\n");
}
