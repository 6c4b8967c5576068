#include "akn.h"

#include "akn_links.h"
#include "akn_meta.h"
#include "anchors.h"
#include "markup.h"
#include "passages.h"

#include <errno.h>
#include <string.h>

struct sheet {
    struct writer *out;
    const pacta_document *document;
    const char *text;
    uint32_t size;
    const pacta_provision *provisions;
    uint32_t count;
    uint32_t attachments; /* the first provision that is one, at the end of the text; or `count` */
    struct names anchors;
    struct citations citations;
    struct akn_links links;
    struct overlay overlay;
    struct passages passages; /* `passage` and what follows it is not yet written */
    struct passage passage;
    int has_passage;
};

/* ---- Tags --------------------------------------------------------------- */

/* `id` and what is behind it make the eId; NULL: none. `number` 0: none. */
static void tag(struct sheet *sheet, const char *element, const char *id, const char *behind,
                unsigned number) {
    writer_byte(sheet->out, '<');
    writer_string(sheet->out, element);
    if (id != NULL) {
        writer_string(sheet->out, " eId=\"");
        markup_string(sheet->out, id);
        writer_string(sheet->out, *id != '\0' && *behind != '\0' ? "__" : "");
        writer_string(sheet->out, behind);
        if (number > 0)
            writer_number(sheet->out, number);
        writer_byte(sheet->out, '"');
    }
    writer_byte(sheet->out, '>');
}

static void end(struct sheet *sheet, const char *element) {
    writer_string(sheet->out, "</");
    writer_string(sheet->out, element);
    writer_string(sheet->out, ">\n");
}

/* ---- Text --------------------------------------------------------------- */

static const char *begin_link(struct overlay *overlay, const struct overlay_span *span, int again) {
    (void)again;
    return akn_link_begin(overlay->context, overlay, span);
}

static pacta_span trimmed(const char *text, pacta_span span) {
    while (span.begin < span.end && is_blank(text[span.begin]))
        span.begin++;
    while (span.end > span.begin && is_blank(text[span.end - 1]))
        span.end--;
    return span;
}

/* `class` may be NULL. */
static void paragraph(struct sheet *sheet, pacta_span span, const char *class) {
    span = trimmed(sheet->text, span);
    if (span.begin == span.end)
        return;
    writer_string(sheet->out, "<p");
    markup_attribute(sheet->out, "class", class);
    writer_byte(sheet->out, '>');
    overlay_write(&sheet->overlay, span);
    end(sheet, "p");
}

/* A part of the text, a paragraph for each passage in it; parts come in order. */
static void paragraphs(struct sheet *sheet, pacta_span part) {
    uint32_t at = part.begin;
    while (at < part.end) {
        while (sheet->has_passage && sheet->passage.span.end <= at)
            sheet->has_passage = passages_next(&sheet->passages, &sheet->passage);
        pacta_span passage = sheet->has_passage ? sheet->passage.span : (pacta_span){part.end, part.end};
        uint32_t begin = passage.begin < part.end ? passage.begin : part.end;
        uint32_t stop = passage.end < part.end ? passage.end : part.end;
        if (begin > at)
            paragraph(sheet, (pacta_span){at, begin}, "furniture"); /* no passage has it */
        paragraph(sheet, (pacta_span){begin > at ? begin : at, stop}, NULL);
        at = stop;
    }
}

/* An element with the text in it, where there is some. */
static void container(struct sheet *sheet, const char *element, const char *id, const char *behind,
                      unsigned number, pacta_span part) {
    if (!has_words(sheet->text, part))
        return;
    tag(sheet, element, id, behind, number);
    writer_byte(sheet->out, '\n');
    paragraphs(sheet, part);
    end(sheet, element);
}

/* Text between elements of the hierarchy, which may not stand there by itself. */
static void between(struct sheet *sheet, const char *id, unsigned *number, pacta_span part) {
    if (!has_words(sheet->text, part))
        return;
    tag(sheet, "hcontainer name=\"text\"", id, "hcontainer_", ++*number);
    tag(sheet, "content", NULL, "", 0);
    writer_byte(sheet->out, '\n');
    paragraphs(sheet, part);
    end(sheet, "content");
    end(sheet, "hcontainer");
}

/* ---- Provisions --------------------------------------------------------- */

static const char *element_of(const char *unit) {
    static const char *const same[] = {"article",   "book",         "chapter", "clause",     "indent",
                                       "paragraph", "part",         "point",   "proviso",    "rule",
                                       "section",   "subparagraph", "title",   "subsection", "division"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (strcmp(unit, same[i]) == 0)
            return same[i];
    return NULL;
}

static int is_attachment(const char *unit) {
    static const char *const units[] = {"annex", "appendix", "attachment", "exhibit", "protocol", "schedule"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(unit, units[i]) == 0)
            return 1;
    return 0;
}

static int is_inside(const struct sheet *sheet, uint32_t child, uint32_t index) {
    return child < sheet->count && sheet->provisions[child].parent == index;
}

static uint32_t least(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

static void line(struct sheet *sheet, const char *element, pacta_span span) {
    span = trimmed(sheet->text, span);
    if (span.begin == span.end)
        return;
    tag(sheet, element, NULL, "", 0);
    overlay_write(&sheet->overlay, span);
    end(sheet, element);
}

/* Writes number and heading, in the text's order; returns up to where. What is
 * between them goes with the former. */
static uint32_t head(struct sheet *sheet, uint32_t index) {
    const pacta_provision *provision = &sheet->provisions[index];
    pacta_span label = provision->label, heading = provision->heading;
    uint32_t begin = provision->span.begin, stop = provision->span.end;
    if (is_inside(sheet, index + 1, index))
        stop = least(stop, sheet->provisions[index + 1].span.begin);
    if (heading.begin == heading.end || heading.end > stop)
        heading = (pacta_span){0, 0};
    if (label.begin == label.end || label.end > stop)
        label = (pacta_span){0, 0};
    if (label.end == 0 && heading.end == 0)
        return begin;
    int heading_first = label.end == 0 || (heading.end > 0 && heading.begin < label.begin);
    pacta_span first = heading_first ? heading : label, second = heading_first ? label : heading;
    uint32_t middle = second.end > first.end ? second.begin : first.end;
    line(sheet, heading_first ? "heading" : "num", (pacta_span){begin, middle});
    if (second.end <= middle)
        return middle;
    line(sheet, heading_first ? "num" : "heading", second);
    return second.end;
}

static uint32_t element(struct sheet *sheet, uint32_t index);

/* What is directly inside a provision, from `at` on: returns the provision that
 * follows; `*at` is then where the last one inside ends. */
static uint32_t elements(struct sheet *sheet, uint32_t index, uint32_t *at, const char *id) {
    uint32_t child = index + 1;
    for (unsigned number = 0; is_inside(sheet, child, index);) {
        const pacta_provision *provision = &sheet->provisions[child];
        if (child > index + 1)
            between(sheet, id, &number, (pacta_span){*at, provision->span.begin});
        child = element(sheet, child);
        *at = provision->span.end;
    }
    return child;
}

/* Writes a provision and all in it; returns the one that follows. */
static uint32_t element(struct sheet *sheet, uint32_t index) {
    const pacta_provision *provision = &sheet->provisions[index];
    const char *name = element_of(provision->unit), *id = sheet->anchors.list[index];
    uint32_t next = index + 1;
    if (name != NULL) {
        tag(sheet, name, id, "", 0);
    } else {
        writer_string(sheet->out, "<hcontainer");
        markup_attribute(sheet->out, "name", provision->unit);
        markup_attribute(sheet->out, "eId", id);
        writer_byte(sheet->out, '>');
    }
    writer_byte(sheet->out, '\n');
    uint32_t at = head(sheet, index);
    if (is_inside(sheet, next, index)) {
        container(sheet, "intro", id, "intro", 0, (pacta_span){at, sheet->provisions[next].span.begin});
        next = elements(sheet, index, &at, id);
        container(sheet, "wrapUp", id, "wrapup", 0, (pacta_span){at, provision->span.end});
    } else {
        tag(sheet, "content", id, "content", 0);
        paragraphs(sheet, (pacta_span){at, provision->span.end});
        end(sheet, "content");
    }
    end(sheet, name != NULL ? name : "hcontainer");
    return next;
}

/* Where the provision begins, or the text ends. */
static uint32_t after(const struct sheet *sheet, uint32_t index) {
    return index < sheet->count ? sheet->provisions[index].span.begin : sheet->size;
}

/* A document in the document, with the text behind it up to the next one. */
static uint32_t attachment(struct sheet *sheet, uint32_t index) {
    const pacta_provision *provision = &sheet->provisions[index];
    const char *id = sheet->anchors.list[index];
    uint32_t next = index + 1;
    tag(sheet, "attachment", id, "", 0);
    writer_byte(sheet->out, '\n');
    uint32_t at = head(sheet, index);
    writer_string(sheet->out, "<doc");
    markup_attribute(sheet->out, "name", provision->unit);
    writer_string(sheet->out, ">\n");
    if (akn_meta(sheet->out, sheet->document, &sheet->citations, id) != 0)
        sheet->links.failed = 1;
    tag(sheet, "mainBody", id, "body", 0);
    if (!is_inside(sheet, next, index) && !has_words(sheet->text, (pacta_span){at, after(sheet, next)}))
        writer_string(sheet->out, "<p/>"); /* a body is never empty */
    while (is_inside(sheet, next, index)) {
        const pacta_provision *child = &sheet->provisions[next];
        paragraphs(sheet, (pacta_span){at, child->span.begin});
        next = element(sheet, next);
        at = child->span.end;
    }
    paragraphs(sheet, (pacta_span){at, after(sheet, next)});
    end(sheet, "mainBody");
    end(sheet, "doc");
    end(sheet, "attachment");
    return next;
}

/* ---- Documents ---------------------------------------------------------- */

/* The first passage is the title, what follows is the preamble. */
static void opening(struct sheet *sheet, uint32_t stop) {
    uint32_t title = sheet->has_passage && sheet->passage.span.end <= stop ? sheet->passage.span.end : 0;
    if (title > 0) {
        tag(sheet, "preface", "", "preface", 0);
        tag(sheet, "longTitle", NULL, "", 0);
        paragraphs(sheet, (pacta_span){0, title});
        end(sheet, "longTitle");
        end(sheet, "preface");
    }
    container(sheet, "preamble", "", "preamble", 0, (pacta_span){title, stop});
}

/* Top-level provisions up to the attachments; returns up to where. */
static uint32_t body(struct sheet *sheet) {
    uint32_t at = sheet->provisions[0].span.begin;
    unsigned number = 0;
    tag(sheet, "body", NULL, "", 0);
    writer_byte(sheet->out, '\n');
    for (uint32_t index = 0; index < sheet->attachments;) {
        const pacta_provision *provision = &sheet->provisions[index];
        between(sheet, "", &number, (pacta_span){at, provision->span.begin});
        index = element(sheet, index);
        at = provision->span.end;
    }
    end(sheet, "body");
    return at;
}

static void treaty(struct sheet *sheet) {
    opening(sheet, sheet->provisions[0].span.begin);
    uint32_t at = body(sheet), index = sheet->attachments;
    container(sheet, "conclusions", "", "conclusions", 0, (pacta_span){at, after(sheet, index)});
    if (index == sheet->count)
        return;
    tag(sheet, "attachments", NULL, "", 0);
    writer_byte(sheet->out, '\n');
    while (index < sheet->count)
        index = attachment(sheet, index);
    end(sheet, "attachments");
}

/* A text without provisions. */
static void plain(struct sheet *sheet) {
    tag(sheet, "mainBody", NULL, "", 0);
    writer_byte(sheet->out, '\n');
    if (has_words(sheet->text, (pacta_span){0, sheet->size}))
        paragraphs(sheet, (pacta_span){0, sheet->size});
    else
        writer_string(sheet->out, "<p/>\n");
    end(sheet, "mainBody");
}

/* Attachments are those behind everything else, if there is anything else. */
static uint32_t find_attachments(const struct sheet *sheet) {
    uint32_t first = sheet->count;
    for (uint32_t i = 0; i < sheet->count; i++) {
        if (sheet->provisions[i].parent != PACTA_NONE)
            continue;
        if (!is_attachment(sheet->provisions[i].unit))
            first = sheet->count;
        else if (first == sheet->count)
            first = i;
    }
    return first > 0 ? first : sheet->count;
}

static void root(struct sheet *sheet) {
    pacta_document_info about = pacta_document_about(sheet->document);
    const char *kind = sheet->count > 0 ? "act" : "doc";
    writer_string(sheet->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<");
    writer_string(sheet->out, kind);
    markup_attribute(sheet->out, "name", pacta_form_name(about.form));
    writer_string(sheet->out, ">\n");
    if (akn_meta(sheet->out, sheet->document, &sheet->citations, NULL) != 0)
        sheet->links.failed = 1;
    if (strcmp(kind, "act") == 0)
        treaty(sheet);
    else
        plain(sheet);
    end(sheet, kind);
    end(sheet, "akomaNtoso");
}

void akn_write(struct writer *out, const pacta_document *document) {
    struct sheet sheet = {.out = out, .document = document};
    size_t size, count;
    sheet.text = pacta_document_text(document, &size);
    sheet.size = (uint32_t)size;
    sheet.provisions = pacta_provisions(document, &count);
    sheet.count = (uint32_t)count;
    sheet.attachments = find_attachments(&sheet);
    sheet.passages = passages_of(document);
    sheet.has_passage = passages_next(&sheet.passages, &sheet.passage);
    int failed = anchors_make(&sheet.anchors, document) != 0 ||
                 citations_open(&sheet.citations, document) != 0 ||
                 akn_links_make(&sheet.links, document, &sheet.citations, &sheet.anchors) != 0;
    if (!failed) {
        sheet.overlay =
            (struct overlay){.out = out, .text = sheet.text, .begin = begin_link, .context = &sheet.links};
        sheet.overlay.spans = sheet.links.spans;
        sheet.overlay.count = sheet.links.count;
        root(&sheet);
    }
    if ((failed || sheet.links.failed) && out->error == 0)
        out->error = ENOMEM;
    akn_links_free(&sheet.links);
    citations_close(&sheet.citations);
    names_free(&sheet.anchors);
}
