/* Holds what the program prints against the contract of its JSON: fields and
 * their types, words of enumerations, spans on character boundaries that say
 * the text's own words, indices that point at something. */
#define _POSIX_C_SOURCE 200809L

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- The contract ------------------------------------------------------- */

enum {
    STRING = 1,
    NUMBER = 2,
    NOTHING = 4,
    SPAN = 8,
    RECORD = 16,
    RECORDS = 32,
    STRINGS = 64,
    INDICES = 128
};

struct field {
    const char *key;
    unsigned types;             /* any of these */
    int optional;               /* may be absent */
    const char *points_to;      /* array that a NUMBER or INDICES point into */
    const char *words;          /* "|a|b|": what a STRING may be */
    const struct field *inside; /* fields of a RECORD or of RECORDS */
    int spanned;                /* RECORDS are spans as well, in the order of the text */
};

static const struct field span_fields[] = {{"begin", NUMBER, .optional = 0},
                                           {"end", NUMBER, .optional = 0},
                                           {"text", STRING, .optional = 1},
                                           {.key = NULL}};

static const struct field source_fields[] = {
    {"kind", STRING, .words = "|provision|instrument|person|organisation|place|pronoun|unknown|"},
    {"stands_for", STRING | NOTHING, .optional = 1},
    {"reference", NUMBER | NOTHING, .optional = 1, .points_to = "references"},
    {.key = NULL}};

static const struct field document_fields[] = {
    {"name", STRING | NOTHING, .optional = 0},       {"bytes", NUMBER, .optional = 0},
    {"language", STRING | NOTHING, .optional = 0},   {"form", STRING, .words = "|treaty|press|other|"},
    {"instrument", STRING | NOTHING, .optional = 1}, {.key = NULL}};

static const struct field mention_fields[] = {
    {"how", STRING, .optional = 1, .words = "|registry|symbol|defined|named|context|"}, {.key = NULL}};

static const struct field instrument_fields[] = {
    {"id", STRING, .optional = 0},
    {"title", STRING | NOTHING, .optional = 0},
    {"iri", STRING | NOTHING, .optional = 1},
    {"aliases", STRINGS, .optional = 1},
    {"mentions", RECORDS, .inside = mention_fields, .spanned = 1},
    {.key = NULL}};

static const struct field target_fields[] = {
    {"eid", STRING, .optional = 0},
    {"unit", STRING, .optional = 0},
    {"through", STRING | NOTHING, .optional = 1},
    {"instrument", STRING | NOTHING, .optional = 1},
    {"provision", NUMBER | NOTHING, .optional = 1, .points_to = "provisions"},
    {.key = NULL}};

static const struct field reference_fields[] = {
    {"rule", STRING, .optional = 1},
    {"targets", RECORDS, .inside = target_fields, .spanned = 1},
    {"instrument", STRING | NOTHING, .optional = 0},
    {"resolution", STRING, .words = "|registry|symbol|defined|named|context|internal|dangling|unresolved|"},
    {.key = NULL}};

static const struct field quotation_fields[] = {
    {"inner", SPAN, .optional = 0},
    {"kind", STRING, .words = "|provision|statement|title|term|"},
    {"depth", NUMBER, .optional = 0},
    {"parent", NUMBER | NOTHING, .optional = 1, .points_to = "quotations"},
    {"continues", NUMBER | NOTHING, .optional = 1, .points_to = "quotations"},
    {"source", RECORD | NOTHING, .inside = source_fields, .spanned = 1},
    {"carrier", RECORD | NOTHING, .optional = 1, .inside = source_fields, .spanned = 1},
    {"cue", SPAN | NOTHING, .optional = 0},
    {"reference", NUMBER | NOTHING, .optional = 1, .points_to = "references"},
    {.key = NULL}};

static const struct field provision_fields[] = {{"eid", STRING, .optional = 0},
                                                {"unit", STRING, .optional = 0},
                                                {"label", SPAN | NOTHING, .optional = 0},
                                                {"heading", SPAN | NOTHING, .optional = 0},
                                                {"parent", NUMBER | NOTHING, .points_to = "provisions"},
                                                {.key = NULL}};

static const struct field clause_fields[] = {
    {"origin", STRING, .words = "|text|quoted|reported|"},
    {"instrument", STRING | NOTHING, .optional = 0},
    {"eid", STRING | NOTHING, .optional = 0},
    {"provision", NUMBER | NOTHING, .optional = 1, .points_to = "provisions"},
    {"quotation", NUMBER | NOTHING, .optional = 1, .points_to = "quotations"},
    {"modality", STRING | NOTHING,
     .words = "|obligation|prohibition|permission|entitlement|exemption|recommendation|definition|"
              "constitutive|"},
    {"topic", STRING | NOTHING, .optional = 0},
    {"cue", SPAN | NOTHING, .optional = 0},
    {"actor", SPAN | NOTHING, .optional = 0},
    {"conditions", RECORDS, .inside = span_fields, .spanned = 1},
    {"exceptions", RECORDS, .inside = span_fields, .spanned = 1},
    {"references", INDICES, .points_to = "references"},
    {"source", RECORD | NOTHING, .optional = 1, .inside = source_fields, .spanned = 1},
    {.key = NULL}};

static const struct field token_fields[] = {
    {"kind", STRING, .words = "|word|number|roman|symbol|quote|marker|break|"}, {.key = NULL}};

static const struct field diagnostic_fields[] = {
    {"code", STRING, .optional = 0}, {"message", STRING, .optional = 0}, {.key = NULL}};

static const struct field output_fields[] = {
    {"pacta", STRING, .optional = 0},
    {"offsets", STRING, .words = "|byte|codepoint|utf16|"},
    {"document", RECORD, .inside = document_fields},
    {"instruments", RECORDS, .inside = instrument_fields},
    {"references", RECORDS, .inside = reference_fields, .spanned = 1},
    {"quotations", RECORDS, .inside = quotation_fields, .spanned = 1},
    {"provisions", RECORDS, .inside = provision_fields, .spanned = 1},
    {"clauses", RECORDS, .inside = clause_fields, .spanned = 1},
    {"tokens", RECORDS, .optional = 1, .inside = token_fields, .spanned = 1},
    {"sentences", RECORDS, .optional = 1, .inside = span_fields, .spanned = 1},
    {"diagnostics", RECORDS, .inside = diagnostic_fields, .spanned = 1},
    {.key = NULL}};

/* ---- Checking ----------------------------------------------------------- */

struct sheet {
    const char *text;
    json_int_t *bytes; /* byte offset of each offset in the output's unit; -1 inside a character */
    json_int_t last;   /* the text's end in that unit */
    json_t *output;
    int no_text; /* spans must not say their words */
};

static void check_fields(const struct sheet *sheet, json_t *record, const struct field *fields);

static void check_span(const struct sheet *sheet, json_t *span) {
    check_fields(sheet, span, span_fields);
    json_int_t begin = json_integer_value(json_object_get(span, "begin"));
    json_int_t end = json_integer_value(json_object_get(span, "end"));
    assert_true(0 <= begin && begin <= end && end <= sheet->last);
    assert_true(sheet->bytes[begin] >= 0 && sheet->bytes[end] >= 0);
    json_t *text = json_object_get(span, "text");
    assert_int_equal(text == NULL, sheet->no_text);
    if (text == NULL)
        return;
    size_t size = (size_t)(sheet->bytes[end] - sheet->bytes[begin]);
    assert_int_equal(json_string_length(text), size);
    assert_memory_equal(json_string_value(text), sheet->text + sheet->bytes[begin], size);
}

static void check_index(const struct sheet *sheet, const char *array, json_t *index) {
    assert_true(json_is_integer(index));
    json_int_t value = json_integer_value(index);
    assert_true(value >= 0);
    assert_true((size_t)value < json_array_size(json_object_get(sheet->output, array)));
}

static void check_record(const struct sheet *sheet, json_t *record, const struct field *field) {
    assert_true(json_is_object(record));
    if (field->spanned)
        check_span(sheet, record);
    check_fields(sheet, record, field->inside);
}

static void check_array(const struct sheet *sheet, json_t *array, const struct field *field) {
    json_int_t before = 0;
    size_t i;
    json_t *member;
    json_array_foreach(array, i, member) {
        if (field->types & STRINGS)
            assert_true(json_is_string(member));
        if (field->types & INDICES)
            check_index(sheet, field->points_to, member);
        if (field->types & RECORDS)
            check_record(sheet, member, field);
        if ((field->types & RECORDS) && field->spanned) {
            json_int_t begin = json_integer_value(json_object_get(member, "begin"));
            assert_true(before <= begin);
            before = begin;
        }
    }
}

static int is_among(const char *words, const char *word) {
    char framed[64];
    snprintf(framed, sizeof framed, "|%s|", word);
    return strstr(words, framed) != NULL;
}

static void check_field(const struct sheet *sheet, json_t *value, const struct field *field) {
    switch (json_typeof(value)) {
    case JSON_NULL:
        assert_true(field->types & NOTHING);
        break;
    case JSON_STRING:
        assert_true(field->types & STRING);
        assert_true(field->words == NULL || is_among(field->words, json_string_value(value)));
        break;
    case JSON_INTEGER:
        assert_true(field->types & NUMBER);
        assert_true(json_integer_value(value) >= 0);
        if (field->points_to != NULL)
            check_index(sheet, field->points_to, value);
        break;
    case JSON_ARRAY:
        assert_true(field->types & (RECORDS | STRINGS | INDICES));
        check_array(sheet, value, field);
        break;
    case JSON_OBJECT:
        assert_true(field->types & (SPAN | RECORD));
        if (field->types & SPAN)
            check_span(sheet, value);
        else
            check_record(sheet, value, field);
        break;
    default:
        fail_msg("%s is a number with a fraction, or a boolean", field->key);
    }
}

static void check_fields(const struct sheet *sheet, json_t *record, const struct field *fields) {
    for (const struct field *field = fields; field->key != NULL; field++) {
        json_t *value = json_object_get(record, field->key);
        if (value == NULL && !field->optional)
            fail_msg("no %s", field->key);
        if (value != NULL)
            check_field(sheet, value, field);
    }
}

/* ---- What no table says ------------------------------------------------- */

static int holds(json_t *outer, json_t *inner) {
    return json_integer_value(json_object_get(outer, "begin")) <=
               json_integer_value(json_object_get(inner, "begin")) &&
           json_integer_value(json_object_get(inner, "end")) <=
               json_integer_value(json_object_get(outer, "end"));
}

/* Whoever has a parent stands inside it and comes after it. */
static void check_nesting(json_t *array) {
    size_t i;
    json_t *child;
    json_array_foreach(array, i, child) {
        json_t *parent = json_object_get(child, "parent");
        if (!json_is_integer(parent))
            continue;
        assert_true((size_t)json_integer_value(parent) < i);
        assert_true(holds(json_array_get(array, (size_t)json_integer_value(parent)), child));
    }
}

static void check_whole(json_t *output) {
    size_t i;
    json_t *record;
    check_nesting(json_object_get(output, "provisions"));
    check_nesting(json_object_get(output, "quotations"));
    json_array_foreach(json_object_get(output, "quotations"), i, record)
        assert_true(holds(record, json_object_get(record, "inner")));
    json_array_foreach(json_object_get(output, "provisions"), i,
                       record) if (json_is_object(json_object_get(record, "label")))
        assert_true(holds(record, json_object_get(record, "label")));
}

/* ---- Running the program ------------------------------------------------ */

static char *read_stream(FILE *stream, size_t *size) {
    size_t capacity = 1 << 16;
    char *data = malloc(capacity);
    *size = 0;
    for (size_t got = 1; got > 0 && data != NULL; *size += got) {
        if (*size == capacity)
            data = realloc(data, capacity *= 2);
        assert_non_null(data);
        got = fread(data + *size, 1, capacity - *size, stream);
    }
    return data;
}

static json_t *run(const char *options, const char *path) {
    char command[2048];
    snprintf(command, sizeof command, "'%s' %s '%s'", PACTA_PROGRAM, options, path);
    FILE *stream = popen(command, "r");
    assert_non_null(stream);
    size_t size;
    char *data = read_stream(stream, &size);
    int status = pclose(stream);
    assert_true(status == 0 || status == 1 << 8);
    json_error_t error;
    json_t *output = json_loadb(data, size, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (output == NULL)
        fail_msg("not JSON: %s", error.text);
    free(data);
    return output;
}

static size_t utf16_units(unsigned char lead) {
    return lead >= 0xf0 ? 2 : 1;
}

static size_t one_unit(unsigned char lead) {
    (void)lead;
    return 1;
}

/* Which byte each offset stands for, given the units of a character. */
static void map_offsets(struct sheet *sheet, size_t size, size_t (*units)(unsigned char)) {
    sheet->bytes = malloc((size + 1) * sizeof *sheet->bytes);
    assert_non_null(sheet->bytes);
    sheet->last = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)sheet->text[i];
        int inside = (byte & 0xc0) == 0x80;
        size_t count = units == NULL ? 1 : inside ? 0 : units(byte);
        for (size_t k = 0; k < count; k++)
            sheet->bytes[sheet->last++] = inside || k > 0 ? -1 : (json_int_t)i;
    }
    sheet->bytes[sheet->last] = (json_int_t)size;
}

static void check_run(const char *path, const char *text, size_t size, const char *options,
                      size_t (*units)(unsigned char)) {
    struct sheet sheet = {.text = text, .output = run(options, path)};
    sheet.no_text = strstr(options, "--no-text") != NULL;
    map_offsets(&sheet, size, units);
    check_fields(&sheet, sheet.output, output_fields);
    check_whole(sheet.output);
    json_t *document = json_object_get(sheet.output, "document");
    assert_int_equal(json_integer_value(json_object_get(document, "bytes")), size);
    assert_string_equal(json_string_value(json_object_get(document, "name")), path);
    json_decref(sheet.output);
    free(sheet.bytes);
}

static void check_pretty(const char *path) {
    json_t *compact = run("--jsonl --tokens", path), *pretty = run("--json --pretty --tokens", path);
    assert_true(json_equal(compact, pretty));
    json_decref(compact);
    json_decref(pretty);
}

static void check_text(const char *path, const char *text, size_t size) {
    check_run(path, text, size, "--json --tokens", NULL);
    check_run(path, text, size, "--jsonl --tokens --offsets codepoint", one_unit);
    check_run(path, text, size, "--tokens --offsets utf16", utf16_units);
    check_run(path, text, size, "--no-text", NULL);
    check_run(path, text, size, "--form treaty", NULL);
    check_run(path, text, size, "--form press", NULL);
    check_run(path, text, size, "--only clauses", NULL);
    check_run(path, text, size, "--only quotations,provisions,diagnostics", NULL);
    check_pretty(path);
}

/* ---- Texts -------------------------------------------------------------- */

static void test_seed(void **state) {
    (void)state;
    const char *path = PACTA_ROOT "/seeds/defence-pact.txt";
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    size_t size;
    char *text = read_stream(stream, &size);
    fclose(stream);
    check_text(path, text, size);
    free(text);
}

static void check_string(const char *text, size_t size) {
    char path[] = "/tmp/pacta-json-test-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, size), (ssize_t)size);
    close(descriptor);
    check_text(path, text, size);
    unlink(path);
}

#define TEXT_TEST(name, literal)                                                                             \
    static void test_##name(void **state) {                                                                  \
        (void)state;                                                                                         \
        static const char text[] = literal;                                                                  \
        check_string(text, sizeof text - 1);                                                                 \
    }

TEXT_TEST(empty, "")
TEXT_TEST(blank, " \n\t\r\n\n ")
TEXT_TEST(one_byte, "x")

/* clang-format off: a line of text, a line of code */
TEXT_TEST(
    treaty,
    "TREATY OF OSTRAVELL\n\n"
    "The Contracting Parties,\n\n"
    "Recalling Article 33 of the Charter of the United Nations,\n\n"
    "Have agreed as follows:\n\n"
    "PART I\nGENERAL\n\n"
    "Article 1\nUse of terms\n\n"
    "1. For the purposes of this Treaty, \"basin\" means the waters named in Annex A.\n\n"
    "2. In this Article:\n\n"
    "(a) “port” includes a quay; and\n\n"
    "(b) “vessel” includes a ferry.\n\n"
    "Article 2\n\n"
    "Each Party shall inform the other, unless paragraph 2 (b) of Article 1 applies.\n\n"
    "PART II\nFINAL CLAUSES\n\n"
    "Article 3\n\n"
    "Articles 1 and 2, and Articles 40 to 43 of the Vienna Convention on the Law of Treaties, shall apply. "
    "Article 9 may not be invoked.\n\n"
    "Article 4\n\n"
    "This Treaty shall enter into force on the first day of May.\n")

TEXT_TEST(
    press,
    "Velléan minister hails river pact\n\n"
    "KORVIN, March 3 — “Neither side may dam the upper Sil,” Article 7 of the Treaty of Ostravell reads, "
    "according to the agency VPN. 𝄞\n\n"
    "“It is what we asked for,” Minister Zoë Prüll said. “The words ‘upper Sil’ took a year.\n\n"
    "“A year!”\n\n"
    "The treaty says that both states shall share the water if the summer is dry 🌊. Article 51 of the U.N. "
    "Charter is not affected.\n")

/* Control characters, odd spaces, page furniture, an unclosed quotation,
 * numbers that make no sense. */
TEXT_TEST(damaged, "\xef\xbb\xbf"
                   "Article 1\r\n\r\n"
                   "\"An unclosed \\ quotation with a \t tab, a \x07 bell, a \0 nothing and a \x7f rub-out "
                   "that goes on\r\n\r\n"
                   "Article 1\r\n"
                   "(b) before (a). Article 9999999999999 bis shall apply.\r\n"
                   "\x0c- 2 -\r\n\r\n"
                   "Articles 9 to 3, \xc2\xa0 \xe2\x80\x8b and \xc2\x85 \xe2\x80\xa8 Art. IV (2) (c\r\n")

TEXT_TEST(other_scripts, "Статья 5\n\n第五条\n\nالمادة 5\n\n𐍈𐍉 Article 5.\n")
/* clang-format on */

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seed),     cmocka_unit_test(test_empty),         cmocka_unit_test(test_blank),
        cmocka_unit_test(test_one_byte), cmocka_unit_test(test_treaty),        cmocka_unit_test(test_press),
        cmocka_unit_test(test_damaged),  cmocka_unit_test(test_other_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
