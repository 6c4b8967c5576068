#include "command.h"
#include "json.h"

struct sheet {
    struct json json;
    int texts;
    const char *old_text, *new_text;
};

static void span_object(struct sheet *sheet, const char *key, const char *text, pacta_span span) {
    json_begin_flat(&sheet->json, key, '{');
    json_number(&sheet->json, "begin", span.begin);
    json_number(&sheet->json, "end", span.end);
    if (sheet->texts)
        json_text(&sheet->json, "text", text + span.begin, span.end - span.begin);
    json_end(&sheet->json, '}');
}

/* One side of a change, or null. */
static void side_object(struct sheet *sheet, const char *key, const char *text, const char *eid,
                        uint32_t provision, pacta_span span) {
    if (span.begin == span.end) {
        json_null(&sheet->json, key);
        return;
    }
    json_begin_flat(&sheet->json, key, '{');
    json_string(&sheet->json, "eid", eid);
    if (provision == PACTA_NONE)
        json_null(&sheet->json, "provision");
    else
        json_number(&sheet->json, "provision", provision);
    json_number(&sheet->json, "begin", span.begin);
    json_number(&sheet->json, "end", span.end);
    if (sheet->texts)
        json_text(&sheet->json, "text", text + span.begin, span.end - span.begin);
    json_end(&sheet->json, '}');
}

static void change_object(struct sheet *sheet, const pacta_change *change) {
    json_begin(&sheet->json, NULL, '{');
    json_string(&sheet->json, "kind", pacta_change_name(change->kind));
    json_boolean(&sheet->json, "moved", change->moved);
    json_number(&sheet->json, "score", change->score);
    side_object(sheet, "old", sheet->old_text, change->old_eid, change->old_provision, change->old_span);
    side_object(sheet, "new", sheet->new_text, change->new_eid, change->new_provision, change->new_span);
    json_begin(&sheet->json, "differences", '[');
    for (uint32_t i = 0; i < change->difference_count; i++) {
        const pacta_difference *difference = &change->differences[i];
        json_begin(&sheet->json, NULL, '{');
        json_string(&sheet->json, "kind", pacta_difference_name(difference->kind));
        span_object(sheet, "old", sheet->old_text, difference->treaty);
        span_object(sheet, "new", sheet->new_text, difference->press);
        json_end(&sheet->json, '}');
    }
    json_end(&sheet->json, ']');
    json_end(&sheet->json, '}');
}

void compare_json(struct writer *out, const struct command *command, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, const pacta_comparison *comparison) {
    struct sheet sheet = {{out, command->view.pretty, 0, 0, 1, 0},
                          command->view.texts,
                          pacta_document_text(old_treaty, NULL),
                          pacta_document_text(new_treaty, NULL)};
    size_t count;
    const pacta_change *changes = pacta_changes(comparison, &count);
    json_begin(&sheet.json, NULL, '{');
    json_string(&sheet.json, "pacta", pacta_version());
    json_string(&sheet.json, "offsets", "byte");
    json_string(&sheet.json, "old", pacta_document_about(old_treaty).name);
    json_string(&sheet.json, "new", pacta_document_about(new_treaty).name);
    json_begin(&sheet.json, "changes", '[');
    for (size_t i = 0; i < count; i++)
        change_object(&sheet, &changes[i]);
    json_end(&sheet.json, ']');
    json_end(&sheet.json, '}');
    writer_byte(out, '\n');
}
