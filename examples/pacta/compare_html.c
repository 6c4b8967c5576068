#include "command.h"

#include "markup.h"

/* One side of the page. */
struct side {
    struct writer *out;
    const char *text;
    const char *tag; /* of words that only this side has */
    int is_new;
};

static void marked(const struct side *side, const char *tag, pacta_span span) {
    writer_byte(side->out, '<');
    writer_string(side->out, tag);
    writer_byte(side->out, '>');
    markup_text(side->out, side->text + span.begin, span.end - span.begin);
    writer_string(side->out, "</");
    writer_string(side->out, tag);
    writer_byte(side->out, '>');
}

/* The words of one side; those that differ are marked. */
static void cell(const struct side *side, const char *eid, pacta_span span, const pacta_change *change) {
    writer_string(side->out, "<td>");
    if (eid != NULL && span.begin < span.end) {
        writer_string(side->out, "<b>");
        markup_string(side->out, eid);
        writer_string(side->out, "</b> ");
    }
    uint32_t at = span.begin;
    if (change->kind == PACTA_ADDED || change->kind == PACTA_DELETED) {
        if (span.begin < span.end)
            marked(side, side->tag, span);
        at = span.end;
    }
    for (uint32_t i = 0; i < change->difference_count; i++) {
        const pacta_difference *difference = &change->differences[i];
        pacta_span own = side->is_new ? difference->press : difference->treaty;
        int words = difference->kind <= PACTA_OMITTED;
        if (own.begin < at || own.begin == own.end || own.end > span.end)
            continue;
        markup_text(side->out, side->text + at, own.begin - at);
        marked(side, words ? side->tag : "i", own);
        at = own.end;
    }
    markup_text(side->out, side->text + at, span.end - at);
    writer_string(side->out, "</td>\n");
}

static void row(const struct side *sides, const pacta_change *change) {
    struct writer *out = sides->out;
    writer_string(out, "<tr class=\"");
    writer_string(out, pacta_change_name(change->kind));
    writer_string(out, change->moved ? " moved\">\n" : "\">\n");
    cell(&sides[0], change->old_eid, change->old_span, change);
    cell(&sides[1], change->new_eid, change->new_span, change);
    writer_string(out, "</tr>\n");
}

static const char style[] =
    "body{font:16px/1.5 serif;margin:2em;color:#222;background:#fff}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "td,th{vertical-align:top;padding:.4em .8em;border-top:1px solid #ddd;text-align:left;"
    "overflow-wrap:break-word;white-space:pre-line}"
    "b{font:12px monospace;color:#777}"
    "del{background:#fdd;color:#900}ins{background:#dfd;color:#060;text-decoration:none}"
    "i{background:#ffc;font-style:normal}.unchanged{color:#777}.moved b{color:#06c}";

void compare_html(struct writer *out, const struct command *command, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, const pacta_comparison *comparison) {
    const struct side sides[] = {{out, pacta_document_text(old_treaty, NULL), "del", 0},
                                 {out, pacta_document_text(new_treaty, NULL), "ins", 1}};
    size_t count;
    const pacta_change *changes = pacta_changes(comparison, &count);
    writer_string(out, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>");
    markup_string(out, command->files[0]);
    writer_string(out, " to ");
    markup_string(out, command->files[1]);
    writer_string(out, "</title><style>");
    writer_string(out, style);
    writer_string(out, "</style></head><body>\n<table>\n<tr><th>");
    markup_string(out, command->files[0]);
    writer_string(out, "</th><th>");
    markup_string(out, command->files[1]);
    writer_string(out, "</th></tr>\n");
    for (size_t i = 0; i < count; i++)
        row(sides, &changes[i]);
    writer_string(out, "</table>\n</body></html>\n");
}
