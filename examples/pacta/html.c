#include "html.h"

#include "embedded.h"
#include "html_text.h"
#include "html_tree.h"
#include "markup.h"
#include "records.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- The page around the documents --------------------------------------- */

/* What stands in the page's file for what is filled in. */
static const char hole_begin[] = "{{", hole_end[] = "}}";

static const struct embedded *file(const char *name) {
    const struct embedded *found = embedded_files;
    while (strcmp(found->name, name) != 0)
        found++;
    return found;
}

static const char *data(const struct embedded *embedded) {
    return (const char *)embedded->data;
}

static int is_hole(const char *at, const char *name) {
    size_t size = strlen(name);
    return strncmp(at, name, size) == 0 && strncmp(at + size, hole_end, sizeof hole_end - 1) == 0;
}

/* `hole` is what follows the "{{": what to fill in, or the name of a file. */
static void fill(struct writer *out, const char *hole, const char *title) {
    if (is_hole(hole, "title"))
        markup_string(out, title != NULL ? title : "pacta");
    else if (is_hole(hole, "version"))
        markup_string(out, pacta_version());
    else
        for (size_t i = 0; i < embedded_file_count; i++)
            if (is_hole(hole, embedded_files[i].name))
                writer_bytes(out, data(&embedded_files[i]), embedded_files[i].size);
}

/* Writes the page's file from `at` up to the documents, or to its end. */
static void page(struct writer *out, const char *at, const char *title) {
    for (const char *hole; (hole = strstr(at, hole_begin)) != NULL; at = strstr(hole, hole_end) + 2) {
        writer_bytes(out, at, (size_t)(hole - at));
        hole += 2;
        if (is_hole(hole, "documents"))
            return;
        fill(out, hole, title);
    }
    writer_string(out, at);
}

void html_begin(struct writer *out, const char *title) {
    page(out, data(file("page.html")), title);
}

void html_end(struct writer *out) {
    static const char documents[] = "{{documents}}";
    page(out, strstr(data(file("page.html")), documents) + sizeof documents - 1, NULL);
}

/* ---- Documents ---------------------------------------------------------- */

static const char *base_name(const char *path) {
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    return slash != NULL && slash[1] != '\0' ? slash + 1 : path;
}

static void records(struct writer *out, const pacta_document *document, const struct view *view) {
    struct view in_page = *view;
    in_page.texts = 0;
    in_page.pretty = 0;
    in_page.offsets = UNIT_UTF16;
    in_page.in_markup = 1;
    in_page.kinds &= ~(unsigned)(KIND_SENTENCES | KIND_TOKENS);
    writer_string(out, "<script type=\"application/json\" class=\"records\">");
    records_write(out, document, &in_page);
    writer_string(out, "</script>\n");
}

static void article(struct writer *out, const struct layout *layout, const struct mark_list *marks,
                    const struct view *view) {
    pacta_document_info about = pacta_document_about(layout->document);
    const char *name = base_name(about.name);
    writer_string(out, "<article class=\"document\"");
    markup_attribute(out, "data-name", name != NULL ? name : "standard input");
    writer_string(out, ">\n<div class=\"side\"><nav class=\"tree\" aria-label=\"Provisions\">\n");
    if ((view->kinds & KIND_PROVISIONS) && layout->count > 0)
        html_tree(out, layout);
    writer_string(out, "</nav></div>\n<div class=\"sheet\"><header><h1>");
    markup_string(out, name != NULL ? name : "standard input");
    writer_string(out, "</h1><p class=\"about\">");
    markup_string(out, pacta_form_name(about.form));
    writer_string(out, "</p></header>\n<div class=\"text\" dir=\"auto\"");
    markup_attribute(out, "lang", about.language != NULL ? about.language : ""); /* not the page's */
    writer_byte(out, '>');
    html_text(out, layout, marks);
    writer_string(out, "</div></div>\n");
    records(out, layout->document, view);
    writer_string(out, "</article>\n");
}

void html_document(struct writer *out, const pacta_document *document, const struct view *view,
                   size_t number) {
    struct layout layout;
    struct mark_list marks = {0};
    char prefix[24] = ""; /* of the anchors, where they could be those of another document */
    if (number > 0)
        snprintf(prefix, sizeof prefix, "%zu.", number + 1);
    if (layout_make(&layout, document, prefix) == 0 && marks_make(&marks, document, view->kinds) == 0)
        article(out, &layout, &marks, view);
    else if (out->error == 0)
        out->error = ENOMEM;
    marks_free(&marks);
    layout_free(&layout);
}
