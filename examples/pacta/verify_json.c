#include "command.h"
#include "json.h"

struct sheet {
    struct json json;
    const struct command *command;
    const pacta_corpus *corpus;
    const char *press;
};

static void span_fields(struct sheet *sheet, const char *text, pacta_span span) {
    json_number(&sheet->json, "begin", span.begin);
    json_number(&sheet->json, "end", span.end);
    if (sheet->command->view.texts)
        json_text(&sheet->json, "text", text + span.begin, span.end - span.begin);
}

static void span_object(struct sheet *sheet, const char *key, const char *text, pacta_span span) {
    json_begin_flat(&sheet->json, key, '{');
    span_fields(sheet, text, span);
    json_end(&sheet->json, '}');
}

static void index_or_null(struct sheet *sheet, const char *key, uint32_t index) {
    if (index == PACTA_NONE)
        json_null(&sheet->json, key);
    else
        json_number(&sheet->json, key, index);
}

static const char *treaty_text(const struct sheet *sheet, uint32_t index) {
    pacta_treaty treaty;
    pacta_corpus_treaty(sheet->corpus, index, &treaty);
    return treaty.text;
}

static void treaties_array(struct sheet *sheet) {
    json_begin(&sheet->json, "treaties", '[');
    for (size_t i = 0; i < pacta_corpus_size(sheet->corpus); i++) {
        pacta_treaty treaty;
        pacta_corpus_treaty(sheet->corpus, i, &treaty);
        json_begin_flat(&sheet->json, NULL, '{');
        json_string(&sheet->json, "name", treaty.name);
        json_string(&sheet->json, "instrument", treaty.instrument);
        json_end(&sheet->json, '}');
    }
    json_end(&sheet->json, ']');
}

static void parts_array(struct sheet *sheet, const pacta_check *check) {
    json_begin(&sheet->json, "parts", '[');
    for (uint32_t i = 0; i < check->part_count; i++) {
        const pacta_part *part = &check->parts[i];
        json_begin(&sheet->json, NULL, '{');
        span_object(sheet, "press", sheet->press, part->press);
        json_number(&sheet->json, "treaty_index", part->treaty_index);
        json_string(&sheet->json, "eid", part->eid);
        index_or_null(sheet, "provision", part->provision);
        span_object(sheet, "treaty", treaty_text(sheet, part->treaty_index), part->treaty);
        json_end(&sheet->json, '}');
    }
    json_end(&sheet->json, ']');
}

static void differences_array(struct sheet *sheet, const pacta_check *check) {
    json_begin(&sheet->json, "differences", '[');
    for (uint32_t i = 0; i < check->difference_count; i++) {
        const pacta_difference *difference = &check->differences[i];
        json_begin(&sheet->json, NULL, '{');
        json_string(&sheet->json, "kind", pacta_difference_name(difference->kind));
        json_number(&sheet->json, "part", difference->part);
        span_object(sheet, "press", sheet->press, difference->press);
        span_object(sheet, "treaty", treaty_text(sheet, check->parts[difference->part].treaty_index),
                    difference->treaty);
        json_end(&sheet->json, '}');
    }
    json_end(&sheet->json, ']');
}

static void check_object(struct sheet *sheet, const pacta_check *check) {
    json_begin(&sheet->json, NULL, '{');
    span_fields(sheet, sheet->press, check->span);
    index_or_null(sheet, "quotation", check->quotation);
    index_or_null(sheet, "clause", check->clause);
    index_or_null(sheet, "reference", check->reference);
    json_string(&sheet->json, "verdict", pacta_verdict_name(check->verdict));
    json_number(&sheet->json, "score", check->score);
    json_string(&sheet->json, "claim", pacta_claim_name(check->claim));
    json_string(&sheet->json, "claimed", check->claimed);
    parts_array(sheet, check);
    differences_array(sheet, check);
    json_end(&sheet->json, '}');
}

void verify_json(struct writer *out, const struct command *command, const pacta_corpus *corpus,
                 const pacta_document *press, const pacta_verification *verification) {
    struct sheet sheet = {
        {out, command->view.pretty, 0, 0, 1, 0}, command, corpus, pacta_document_text(press, NULL)};
    pacta_document_info about = pacta_document_about(press);
    size_t count;
    const pacta_check *checks = pacta_checks(verification, &count);
    json_begin(&sheet.json, NULL, '{');
    json_string(&sheet.json, "pacta", pacta_version());
    json_string(&sheet.json, "offsets", "byte");
    json_string(&sheet.json, "name", about.name);
    treaties_array(&sheet);
    json_begin(&sheet.json, "checks", '[');
    for (size_t i = 0; i < count; i++)
        check_object(&sheet, &checks[i]);
    json_end(&sheet.json, ']');
    json_end(&sheet.json, '}');
    writer_byte(out, '\n');
}
