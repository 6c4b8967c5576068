#include "rules/pack.h"
#include "core/error.h"
#include "core/utf8.h"
#include "rules/files.h"
#include "rules/pack_lines.h"
#include <string.h>

/* Packs may come from strangers: what one can cost is bounded. */
enum {
    INCLUDE_DEPTH = 8,
    PACK_LIMIT = 1000,
    BYTES_LIMIT = 16 << 20, /* of all packs */
    VERSION = 1
};

static const char *const LIST_NAMES[] = {
#define X(id, name) name,
    PACTA_LISTS(X)
#undef X
};

/* ---- Statements ---------------------------------------------------------- */

static int push_word(const pacta_pack_reader *r, pacta_slice text, int class, int value) {
    pacta_word word = {text, (uint32_t) class, (int16_t)value};
    return pacta_array_push(r->memory, &r->model->words, word) ? PACTA_OK : pacta_pack_no_memory(r);
}

/* `word` or `word=value`. */
static int take_class_word(const pacta_pack_reader *r, pacta_slice word, int class) {
    uint32_t i = word.end;
    while (i > word.begin + 1 && r->data[i - 1] != '=')
        i--;
    if (i <= word.begin + 1 || i == word.end)
        return push_word(r, word, class, 0);
    int value = 0;
    uint32_t at = i;
    int status = pacta_pack_integer(r, &at, &value);
    word.end = i - 1;
    return status != PACTA_OK ? status : push_word(r, word, class, value);
}

static int read_words(pacta_pack_reader *r, uint32_t at) {
    const char *name = NULL;
    int status = pacta_pack_name(r, &at, &name);
    if (status != PACTA_OK)
        return status;
    int class = pacta_model_class(r->model, name, strlen(name));
    if (class < 0) {
        if (r->model->classes.count >= CLASS_LIMIT)
            return pacta_pack_fail(r, r->begin, "too many classes of words");
        class = (int)r->model->classes.count;
        if (!pacta_array_push(r->memory, &r->model->classes, (pacta_class_name){name}))
            return pacta_pack_no_memory(r);
    }
    do {
        for (pacta_slice word = pacta_pack_word(r, &at); word.begin < word.end;
             word = pacta_pack_word(r, &at)) {
            if (r->data[word.begin] == '#')
                break;
            if ((status = take_class_word(r, word, class)) != PACTA_OK)
                return status;
        }
    } while (pacta_pack_inner_line(r) && (at = r->begin, true));
    return PACTA_OK;
}

/* list NAME, then its lines. */
static int read_list(pacta_pack_reader *r, uint32_t at) {
    pacta_slice name = pacta_pack_word(r, &at);
    int list = pacta_pack_among(r, name, LIST_NAMES, LIST_COUNT);
    if (list < 0)
        return pacta_pack_fail(r, name.begin, "no such list");
    int status = pacta_pack_line_over(r, at);
    while (status == PACTA_OK && pacta_pack_inner_line(r)) {
        pacta_list_line line = {(pacta_list)list, {r->pack, r->begin, r->end}};
        while (pacta_pack_blank(r->data[line.text.begin]))
            line.text.begin++;
        while (pacta_pack_blank(r->data[line.text.end - 1]))
            line.text.end--;
        if (!pacta_array_push(r->memory, &r->model->lists, line))
            status = pacta_pack_no_memory(r);
    }
    return status;
}

/* unit NAME EID LEVEL RANK, then its words: singular | plural */
static int read_unit(pacta_pack_reader *r, uint32_t at) {
    pacta_unit_entry unit = {.place = {r->pack, r->begin, r->end}};
    int status, rank = 0;
    if ((status = pacta_pack_name(r, &at, &unit.name)) != PACTA_OK ||
        (status = pacta_pack_name(r, &at, &unit.eid)) != PACTA_OK)
        return status;
    pacta_slice level = pacta_pack_word(r, &at);
    int found = pacta_model_level(r->data + level.begin, level.end - level.begin);
    if (found < 0)
        return pacta_pack_fail(r, level.begin,
                               "a unit's level is attachment, division, article, item or piece");
    unit.level = (pacta_level)found;
    if ((status = pacta_pack_integer(r, &at, &rank)) != PACTA_OK ||
        (status = pacta_pack_line_over(r, at)) != PACTA_OK)
        return status;
    unit.rank = (int16_t)rank;
    unit.first_word = r->model->words.count;
    bool plural = false;
    while (pacta_pack_inner_line(r)) {
        at = r->begin;
        for (pacta_slice word = pacta_pack_word(r, &at); word.begin < word.end;
             word = pacta_pack_word(r, &at)) {
            if (pacta_pack_is(r, word, "|")) {
                plural = true;
                continue;
            }
            if ((status = push_word(r, word, CLASS_UNIT, 0)) != PACTA_OK)
                return status;
            unit.word_count++;
            unit.singular_count += !plural;
        }
    }
    if (r->model->units.count >= 255)
        return pacta_pack_fail(r, unit.place.begin, "too many units");
    return pacta_array_push(r->memory, &r->model->units, unit) ? PACTA_OK : pacta_pack_no_memory(r);
}

static int read_pack(pacta_model *model, const pacta_input *input, bool embedded, int depth,
                     pacta_error *error);

/* An embedded pack, or a file beside the pack that includes it. */
static int read_include(pacta_pack_reader *r, uint32_t at) {
    const char *name = NULL;
    int status = pacta_pack_name(r, &at, &name);
    if (status != PACTA_OK || (status = pacta_pack_line_over(r, at)) != PACTA_OK)
        return status;
    if (r->depth >= INCLUDE_DEPTH)
        return pacta_pack_fail(r, r->begin, "packs include each other too deeply, or in a circle");
    if (r->model->packs.count >= PACK_LIMIT)
        return pacta_pack_fail(r, r->begin, "too many packs are included");
    const pacta_embedded *found = pacta_embedded_find(name, strlen(name));
    const pacta_pack *here = &r->model->packs.items[r->pack];
    if (found != NULL && (here->embedded || !here->owned)) {
        pacta_input input = {found->name, (const char *)found->data, found->size};
        return read_pack(r->model, &input, true, r->depth + 1, r->error);
    }
    if (!here->owned)
        return pacta_pack_fail(r, r->begin, "no embedded pack of this name");
    const char *slash = strrchr(here->name, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - here->name) + 1;
    char *path = pacta_arena_take(&r->model->arena, folder + strlen(name) + 1);
    if (path == NULL)
        return pacta_pack_no_memory(r);
    memcpy(path, here->name, folder);
    memcpy(path + folder, name, strlen(name) + 1);
    pacta_input input = {path, NULL, 0};
    return read_pack(r->model, &input, false, r->depth + 1, r->error);
}

static int read_language(pacta_pack_reader *r, uint32_t at) {
    const char *name = NULL;
    int status = pacta_pack_name(r, &at, &name);
    if (status == PACTA_OK && r->model->language == NULL)
        r->model->language = name;
    return status != PACTA_OK ? status : pacta_pack_line_over(r, at);
}

static int read_statement(pacta_pack_reader *r) {
    uint32_t at = r->begin;
    r->rule = NULL;
    if (pacta_pack_blank(r->data[at]))
        return pacta_pack_fail(r, at, "an indented line belongs to a statement, and there is none above");
    pacta_slice word = pacta_pack_word(r, &at);
    bool override = pacta_pack_is(r, word, "override");
    if (override)
        word = pacta_pack_word(r, &at);
    if (pacta_pack_is(r, word, "rule"))
        return pacta_read_rule(r, at, override);
    if (pacta_pack_is(r, word, "define"))
        return pacta_read_define(r, at, override);
    if (override)
        return pacta_pack_fail(r, word.begin, "only 'rule' and 'define' can be overridden");
    if (pacta_pack_is(r, word, "words"))
        return read_words(r, at);
    if (pacta_pack_is(r, word, "unit"))
        return read_unit(r, at);
    if (pacta_pack_is(r, word, "list"))
        return read_list(r, at);
    if (pacta_pack_is(r, word, "off"))
        return pacta_read_off(r, at);
    if (pacta_pack_is(r, word, "include"))
        return read_include(r, at);
    if (pacta_pack_is(r, word, "language"))
        return read_language(r, at);
    return pacta_pack_fail(r, word.begin, "unknown statement");
}

static int read_version(pacta_pack_reader *r) {
    while (pacta_pack_line(r)) {
        if (pacta_pack_line_is_empty(r))
            continue;
        uint32_t at = r->begin;
        int version = 0;
        if (!pacta_pack_is(r, pacta_pack_word(r, &at), "pacta-rules"))
            break;
        int status = pacta_pack_integer(r, &at, &version);
        if (status != PACTA_OK)
            return status;
        return version == VERSION
                   ? PACTA_OK
                   : pacta_pack_fail(r, r->begin, "only version 1 of the rule language is known");
    }
    return pacta_pack_fail(r, r->begin, "a pack begins with 'pacta-rules 1'");
}

static int load_pack(pacta_model *model, const pacta_input *input, bool embedded, pacta_error *error) {
    const pacta_allocator *memory = &model->arena.memory;
    pacta_pack pack = {.data = input->data, .size = input->size, .embedded = embedded};
    const char *name = input->name == NULL ? "" : input->name;
    pack.name = pacta_arena_text(&model->arena, name, strlen(name));
    if (pack.name == NULL || !pacta_array_reserve(memory, &model->packs, 1))
        return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    if (input->data == NULL) {
        char *data = NULL;
        int status = pacta_read_file(memory, name, &data, &pack.size, error);
        if (status != PACTA_OK)
            return status;
        pack.data = data;
        pack.owned = true;
    }
    model->packs.items[model->packs.count++] = pack;
    return PACTA_OK;
}

static int read_pack(pacta_model *model, const pacta_input *input, bool embedded, int depth,
                     pacta_error *error) {
    int status = load_pack(model, input, embedded, error);
    if (status != PACTA_OK)
        return status;
    uint32_t index = model->packs.count - 1;
    const pacta_pack *pack = &model->packs.items[index];
    pacta_slice whole = {index, 0, 0};
    if (pack->size > BYTES_LIMIT || (model->bytes += pack->size) > BYTES_LIMIT)
        return pacta_model_fail(model, whole, "", error, "packs are larger than 16 MiB together");
    size_t bad = pacta_utf8_check(pack->data, pack->size);
    if (bad < pack->size) {
        whole.begin = (uint32_t)bad;
        return pacta_model_fail(model, whole, "", error, "this pack is not UTF-8");
    }
    pacta_pack_reader r = {.model = model,
                           .memory = &model->arena.memory,
                           .error = error,
                           .data = pack->data,
                           .pack = index,
                           .size = (uint32_t)pack->size,
                           .at = pacta_utf8_mark(pack->data, pack->size),
                           .depth = depth};
    if ((status = read_version(&r)) != PACTA_OK)
        return status;
    while (pacta_pack_line(&r))
        if (!pacta_pack_line_is_empty(&r) && (status = read_statement(&r)) != PACTA_OK)
            return status;
    return PACTA_OK;
}

int pacta_model_read(pacta_model *model, const pacta_input *input, bool embedded, pacta_error *error) {
    return read_pack(model, input, embedded, 0, error);
}
