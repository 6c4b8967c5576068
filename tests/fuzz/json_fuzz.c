/* What the program prints: the first byte says how, the rest is the text. The
 * JSON must be JSON, and say of every span the words that stand there. */
#include "akn.h"
#include "annotations.h"
#include "csv.h"
#include "fuzz.h"
#include "graph_write.h"
#include "html.h"
#include "records.h"
#include "text.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { UNITS = 3, TEXTS = 4, PRETTY = 8, COLOUR = 16 };

static pacta_extractor *extractor;
static pacta_document *document;
static FILE *printed;

static void prepare(void) {
    if (extractor != NULL)
        return;
    static pacta_ruleset *rules;
    pacta_error error;
    int status = pacta_ruleset_new(NULL, &rules, &error);
    REQUIRE(status == PACTA_OK, "%s", error.message);
    status = pacta_extractor_new(rules, NULL, &extractor, &error);
    REQUIRE(status == PACTA_OK, "%s", error.message);
    REQUIRE(pacta_document_new(NULL, &document) == PACTA_OK, "no document");
    printed = tmpfile();
    REQUIRE(printed != NULL, "no place to print");
}

/* Holds each object with a begin, an end and a text against the document's text. */
static void check_words(json_t *value, const char *text, size_t size) {
    if (json_is_array(value)) {
        size_t i;
        json_t *item;
        json_array_foreach(value, i, item) check_words(item, text, size);
        return;
    }
    if (!json_is_object(value))
        return;
    json_t *words = json_object_get(value, "text");
    json_t *begin = json_object_get(value, "begin"), *end = json_object_get(value, "end");
    if (json_is_string(words) && json_is_integer(begin) && json_is_integer(end)) {
        size_t from = (size_t)json_integer_value(begin), to = (size_t)json_integer_value(end);
        REQUIRE(from <= to && to <= size && to - from == json_string_length(words) &&
                    memcmp(text + from, json_string_value(words), to - from) == 0,
                "%zu-%zu is not '%s'", from, to, json_string_value(words));
    }
    const char *key;
    json_t *member;
    json_object_foreach(value, key, member) check_words(member, text, size);
}

static void check_json(const struct view *view) {
    struct writer out;
    rewind(printed);
    REQUIRE(ftruncate(fileno(printed), 0) == 0, "cannot print");
    writer_open(&out, fileno(printed));
    records_write(&out, document, view);
    writer_flush(&out);
    REQUIRE(out.error == 0, "cannot print: %s", strerror(out.error));
    rewind(printed);
    json_error_t error;
    json_t *root = json_loadf(printed, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    REQUIRE(root != NULL, "%d:%d: %s", error.line, error.column, error.text);
    size_t size;
    const char *text = pacta_document_text(document, &size);
    if (view->offsets == UNIT_BYTE)
        check_words(root, text, size);
    json_decref(root);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    prepare();
    pacta_text_options options = {.struct_size = sizeof options, .name = "a \"text\"", .keep_text = 1};
    pacta_error error;
    int status = pacta_extract(extractor, (const char *)data + 1, size - 1, &options, document, &error);
    REQUIRE(status == PACTA_OK || status == PACTA_INCOMPLETE || status == PACTA_E_UTF8, "%s", error.message);
    if (status < 0)
        return 0;
    struct view view = {.kinds = KIND_FINDINGS | KIND_SENTENCES | KIND_TOKENS | KIND_DIAGNOSTICS,
                        .offsets = (enum unit)((data[0] & UNITS) % 3),
                        .texts = (data[0] & TEXTS) != 0,
                        .pretty = (data[0] & PRETTY) != 0,
                        .colour = (data[0] & COLOUR) != 0,
                        .width = 72};
    check_json(&view);
    struct writer out;
    rewind(printed);
    writer_open(&out, fileno(printed));
    text_write(&out, document, &view);
    for (unsigned kind = KIND_INSTRUMENTS; kind <= KIND_DIAGNOSTICS; kind *= 2)
        csv_rows(&out, (enum kind)kind, document, &view);
    html_begin(&out, "a <text>");
    html_document(&out, document, &view, 0);
    html_end(&out);
    akn_write(&out, document);
    annotations_write(&out, document, &view);
    struct graph graph = {0};
    graph_add(&graph, document);
    graph_write_dot(&out, &graph);
    graph_write_graphml(&out, &graph);
    graph_free(&graph);
    writer_flush(&out);
    REQUIRE(out.error == 0, "cannot print: %s", strerror(out.error));
    return 0;
}
