#include "rules/pack.h"
#include "core/error.h"
#include "core/utf8.h"
#include "rules/files.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Packs may come from strangers: what one can cost is bounded. */
enum {
    INCLUDE_DEPTH = 8,
    PACK_LIMIT = 1000,
    BYTES_LIMIT = 16 << 20, /* of all packs */
    VERSION = 1
};

static const char *const KIND_NAMES[] = {
#define X(id, name, modes) name,
    PACTA_RULE_KINDS(X)
#undef X
};
static const char *const SIDE_NAMES[] = {
#define X(id, name) name,
    PACTA_SIDES(X)
#undef X
};

static const char *const WHOLE_NAMES[] = {
#define X(id, name) name,
    PACTA_WHOLES(X)
#undef X
};

static const char *const KIND_MODES[] = {
#define X(id, name, modes) modes,
    PACTA_RULE_KINDS(X)
#undef X
};

static const char *const LEVEL_NAMES[] = {
#define X(id, name) name,
    PACTA_LEVELS(X)
#undef X
};

static const char *const LIST_NAMES[] = {
#define X(id, name) name,
    PACTA_LISTS(X)
#undef X
};

/* A pack being read: one statement's lines at a time. */
typedef struct reader {
    pacta_model *model;
    const pacta_allocator *memory;
    pacta_error *error;
    const char *data;
    uint32_t pack, size;
    uint32_t at;         /* begin of the next line */
    uint32_t begin, end; /* the line in hand, without its end */
    uint32_t line;       /* its number */
    int depth;
    const char *rule; /* being read, or NULL */
} reader;

static int fail_at(const reader *r, uint32_t offset, const char *message) {
    return pacta_model_fail(r->model, (pacta_slice){r->pack, offset, offset}, r->rule, r->error, message);
}

static int no_memory(const reader *r) {
    return pacta_fail(r->error, PACTA_E_MEMORY, "out of memory");
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* Takes the next line; false at the end. */
static bool next_line(reader *r) {
    if (r->at >= r->size)
        return false;
    r->begin = r->at;
    const char *newline = memchr(r->data + r->at, '\n', r->size - r->at);
    r->end = newline == NULL ? r->size : (uint32_t)(newline - r->data);
    r->at = newline == NULL ? r->size : r->end + 1;
    r->line++;
    return true;
}

static bool line_is_empty(const reader *r) {
    uint32_t i = r->begin;
    while (i < r->end && is_blank(r->data[i]))
        i++;
    return i == r->end || r->data[i] == '#';
}

/* True, with the line in hand, if the next line belongs to the statement. */
static bool next_inner_line(reader *r) {
    uint32_t at = r->at, line = r->line, begin = r->begin, end = r->end;
    while (next_line(r)) {
        if (line_is_empty(r))
            continue;
        if (is_blank(r->data[r->begin]))
            return true;
        break;
    }
    r->at = at, r->line = line, r->begin = begin, r->end = end;
    return false;
}

/* Takes the next word of the line from `*at` on; an empty slice at its end. */
static pacta_slice next_word(const reader *r, uint32_t *at) {
    uint32_t i = *at;
    while (i < r->end && is_blank(r->data[i]))
        i++;
    uint32_t begin = i;
    while (i < r->end && !is_blank(r->data[i]))
        i++;
    *at = i;
    return (pacta_slice){r->pack, begin, i};
}

static bool slice_is(const reader *r, pacta_slice slice, const char *word) {
    size_t length = strlen(word);
    return slice.end - slice.begin == length && memcmp(r->data + slice.begin, word, length) == 0;
}

static int slice_among(const reader *r, pacta_slice slice, const char *const *names, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        if (slice_is(r, slice, names[i]))
            return (int)i;
    return -1;
}

/* A name: letters, digits, hyphens, full stops and low lines. */
static int take_name(const reader *r, uint32_t *at, const char **name) {
    pacta_slice word = next_word(r, at);
    uint32_t length = word.end - word.begin;
    if (length == 0 || length > NAME_LIMIT)
        return fail_at(r, word.begin, length == 0 ? "a name is missing" : "this name is too long");
    for (uint32_t i = word.begin; i < word.end; i++) {
        char c = r->data[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' &&
            c != '_' && c != '.')
            return fail_at(r, i, "a name is made of letters, digits, '-', '_' and '.'");
    }
    *name = pacta_arena_text(&r->model->arena, r->data + word.begin, length);
    return *name == NULL ? no_memory(r) : PACTA_OK;
}

static int end_of_line(const reader *r, uint32_t at) {
    pacta_slice rest = next_word(r, &at);
    if (rest.begin < rest.end && r->data[rest.begin] != '#')
        return fail_at(r, rest.begin, "nothing more may stand on this line");
    return PACTA_OK;
}

static int take_integer(const reader *r, uint32_t *at, int *value) {
    pacta_slice word = next_word(r, at);
    char digits[12] = "";
    uint32_t length = word.end - word.begin;
    if (length > 0 && length < sizeof digits)
        memcpy(digits, r->data + word.begin, length);
    char *end = digits;
    long number = strtol(digits, &end, 10);
    if (end == digits || *end != '\0' || number < -30000 || number > 30000)
        return fail_at(r, word.begin, "a whole number from -30000 to 30000 is wanted here");
    *value = (int)number;
    return PACTA_OK;
}

/* ---- Statements ---------------------------------------------------------- */

static int push_word(const reader *r, pacta_slice text, int class, int value) {
    pacta_word word = {text, (uint32_t) class, (int16_t)value};
    return pacta_array_push(r->memory, &r->model->words, word) ? PACTA_OK : no_memory(r);
}

/* `word` or `word=value`. */
static int take_class_word(const reader *r, pacta_slice word, int class) {
    uint32_t i = word.end;
    while (i > word.begin + 1 && r->data[i - 1] != '=')
        i--;
    if (i <= word.begin + 1 || i == word.end)
        return push_word(r, word, class, 0);
    int value = 0;
    uint32_t at = i;
    int status = take_integer(r, &at, &value);
    word.end = i - 1;
    return status != PACTA_OK ? status : push_word(r, word, class, value);
}

static int read_words(reader *r, uint32_t at) {
    const char *name = NULL;
    int status = take_name(r, &at, &name);
    if (status != PACTA_OK)
        return status;
    int class = pacta_model_class(r->model, name, strlen(name));
    if (class < 0) {
        if (r->model->classes.count >= CLASS_LIMIT)
            return fail_at(r, r->begin, "too many classes of words");
        class = (int)r->model->classes.count;
        if (!pacta_array_push(r->memory, &r->model->classes, (pacta_class_name){name}))
            return no_memory(r);
    }
    do {
        for (pacta_slice word = next_word(r, &at); word.begin < word.end; word = next_word(r, &at)) {
            if (r->data[word.begin] == '#')
                break;
            if ((status = take_class_word(r, word, class)) != PACTA_OK)
                return status;
        }
    } while (next_inner_line(r) && (at = r->begin, true));
    return PACTA_OK;
}

/* list NAME, then its lines. */
static int read_list(reader *r, uint32_t at) {
    pacta_slice name = next_word(r, &at);
    int list = slice_among(r, name, LIST_NAMES, LIST_COUNT);
    if (list < 0)
        return fail_at(r, name.begin, "no such list");
    int status = end_of_line(r, at);
    while (status == PACTA_OK && next_inner_line(r)) {
        pacta_list_line line = {(pacta_list)list, {r->pack, r->begin, r->end}};
        while (is_blank(r->data[line.text.begin]))
            line.text.begin++;
        while (is_blank(r->data[line.text.end - 1]))
            line.text.end--;
        if (!pacta_array_push(r->memory, &r->model->lists, line))
            status = no_memory(r);
    }
    return status;
}

/* unit NAME EID LEVEL RANK, then its words: singular | plural */
static int read_unit(reader *r, uint32_t at) {
    pacta_unit_entry unit = {.place = {r->pack, r->begin, r->end}};
    int status, rank = 0;
    if ((status = take_name(r, &at, &unit.name)) != PACTA_OK ||
        (status = take_name(r, &at, &unit.eid)) != PACTA_OK)
        return status;
    pacta_slice level = next_word(r, &at);
    int found = slice_among(r, level, LEVEL_NAMES, LEVEL_COUNT);
    if (found < 0)
        return fail_at(r, level.begin, "a unit's level is attachment, division, article, item or piece");
    unit.level = (pacta_level)found;
    if ((status = take_integer(r, &at, &rank)) != PACTA_OK || (status = end_of_line(r, at)) != PACTA_OK)
        return status;
    unit.rank = (int16_t)rank;
    unit.first_word = r->model->words.count;
    bool plural = false;
    while (next_inner_line(r)) {
        at = r->begin;
        for (pacta_slice word = next_word(r, &at); word.begin < word.end; word = next_word(r, &at)) {
            if (slice_is(r, word, "|")) {
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
        return fail_at(r, unit.place.begin, "too many units");
    return pacta_array_push(r->memory, &r->model->units, unit) ? PACTA_OK : no_memory(r);
}

/* The statement's remaining lines, as one slice. */
static int take_pattern(reader *r, uint32_t at, pacta_slice *pattern) {
    pacta_slice first = next_word(r, &at);
    pattern->pack = r->pack;
    pattern->begin = first.begin < first.end ? first.begin : r->at;
    pattern->end = r->end;
    while (next_inner_line(r))
        pattern->end = r->end;
    if (pattern->begin >= pattern->end)
        return fail_at(r, r->begin, "a pattern is missing");
    return PACTA_OK;
}

/* A name as calls spell it: '-' cannot stand in one. */
static int read_define(reader *r, uint32_t at, bool override) {
    pacta_define define = {0};
    int status;
    uint32_t begin = r->begin;
    if ((status = take_name(r, &at, &define.name)) != PACTA_OK || (status = end_of_line(r, at)) != PACTA_OK ||
        (status = take_pattern(r, r->end, &define.pattern)) != PACTA_OK)
        return status;
    pacta_define *other = pacta_model_define(r->model, define.name, strlen(define.name));
    if (other == NULL && override)
        return fail_at(r, begin, "nothing of this name to override");
    if (other == NULL)
        return pacta_model_add_define(r->model, &define) ? PACTA_OK : no_memory(r);
    if (!override)
        return fail_at(r, begin, "this name is defined already; say 'override define'");
    *other = define;
    return PACTA_OK;
}

/* Index of `mode` among space-separated `modes`, or -1. */
static int find_mode(const char *modes, const char *mode) {
    size_t length = strlen(mode);
    int index = 0;
    for (const char *p = modes; *p != '\0'; index++) {
        size_t size = strcspn(p, " ");
        if (size == length && memcmp(p, mode, size) == 0)
            return index;
        p += size + (p[size] == ' ');
    }
    return -1;
}

static int take_mode(const reader *r, uint32_t *at, pacta_rule_entry *rule) {
    const char *modes = KIND_MODES[rule->kind];
    rule->mode = -1;
    if (*modes == '\0')
        return PACTA_OK;
    uint32_t begin = *at;
    int status = take_name(r, at, &rule->mode_text);
    if (status != PACTA_OK || *modes == '*')
        return status;
    rule->mode = find_mode(modes, rule->mode_text);
    if (rule->mode < 0) {
        char message[200];
        snprintf(message, sizeof message, "a rule of this kind is one of: %s", modes);
        return fail_at(r, begin + 1, message);
    }
    return PACTA_OK;
}

static int take_triggers(const reader *r, uint32_t at, pacta_rule_entry *rule) {
    for (pacta_slice word = next_word(r, &at); word.begin < word.end; word = next_word(r, &at)) {
        if (!pacta_array_push(r->memory, &r->model->triggers, word))
            return no_memory(r);
        rule->trigger_count++;
    }
    return PACTA_OK;
}

static int take_beside(const reader *r, uint32_t at, pacta_rule_entry *rule, pacta_side side) {
    for (pacta_slice word = next_word(r, &at); word.begin < word.end; word = next_word(r, &at)) {
        if (!pacta_array_push(r->memory, &r->model->beside[side], word))
            return no_memory(r);
        rule->beside_count[side]++;
    }
    return PACTA_OK;
}

static int take_template(const reader *r, uint32_t at, pacta_rule_entry *rule) {
    pacta_slice word = next_word(r, &at);
    if (word.begin == word.end)
        return fail_at(r, word.begin, "a template is missing");
    rule->id = pacta_arena_text(&r->model->arena, r->data + word.begin, word.end - word.begin);
    return rule->id == NULL ? no_memory(r) : end_of_line(r, at);
}

static int read_rule_body(reader *r, pacta_rule_entry *rule) {
    int status, side;
    while (next_inner_line(r)) {
        uint32_t at = r->begin;
        pacta_slice key = next_word(r, &at);
        if (slice_is(r, key, "match")) {
            status = take_pattern(r, at, &rule->pattern);
            const int whole = slice_among(r, rule->pattern, WHOLE_NAMES, WHOLE_COUNT);
            rule->whole = whole < 0 ? WHOLE_PATTERN : (pacta_whole)whole;
            return status;
        }
        if (slice_is(r, key, "on"))
            status = take_triggers(r, at, rule);
        else if ((side = slice_among(r, key, SIDE_NAMES, SIDE_COUNT)) >= 0)
            status = take_beside(r, at, rule, (pacta_side)side);
        else if (slice_is(r, key, "priority"))
            status = take_integer(r, &at, &rule->priority);
        else if (slice_is(r, key, "id"))
            status = take_template(r, at, rule);
        else
            status = fail_at(r, key.begin,
                             "a rule has lines 'on', 'next', 'not-next', 'then', 'after', 'not-after', "
                             "'ahead', 'priority', 'id' and 'match'");
        if (status != PACTA_OK)
            return status;
    }
    return fail_at(r, rule->place.begin, "this rule has no 'match'");
}

static int read_rule(reader *r, uint32_t at, bool override) {
    pacta_rule_entry rule = {.line = r->line, .first_trigger = r->model->triggers.count};
    for (unsigned side = 0; side < SIDE_COUNT; side++)
        rule.first_beside[side] = r->model->beside[side].count;
    rule.place = (pacta_slice){r->pack, r->begin, r->end};
    int status = take_name(r, &at, &rule.name);
    if (status != PACTA_OK)
        return status;
    r->rule = rule.name;
    pacta_slice kind = next_word(r, &at);
    int found = slice_among(r, kind, KIND_NAMES, RULE_KIND_COUNT);
    if (found < 0)
        return fail_at(r, kind.begin, "no such kind of rule");
    rule.kind = (pacta_rule_kind)found;
    if ((status = take_mode(r, &at, &rule)) != PACTA_OK || (status = end_of_line(r, at)) != PACTA_OK ||
        (status = read_rule_body(r, &rule)) != PACTA_OK)
        return status;
    pacta_rule_entry *other = pacta_model_rule(r->model, rule.name);
    if (other != NULL && !override)
        return fail_at(r, rule.place.begin, "there is a rule of this name; say 'override rule'");
    if (other == NULL && override)
        return fail_at(r, rule.place.begin, "no rule of this name to override");
    if (other != NULL) {
        *other = rule;
        return PACTA_OK;
    }
    return pacta_array_push(r->memory, &r->model->rules, rule) &&
                   pacta_index_add(&r->model->rule_names, r->memory, rule.name, strlen(rule.name),
                                   r->model->rules.count - 1)
               ? PACTA_OK
               : no_memory(r);
}

static int read_off(reader *r, uint32_t at) {
    const char *name = NULL;
    int status = take_name(r, &at, &name);
    if (status != PACTA_OK)
        return status;
    pacta_rule_entry *rule = pacta_model_rule(r->model, name);
    if (rule == NULL)
        return fail_at(r, r->begin, "no rule of this name to switch off");
    rule->off = true;
    return end_of_line(r, at);
}

static int read_pack(pacta_model *model, const pacta_input *input, bool embedded, int depth,
                     pacta_error *error);

/* An embedded pack, or a file beside the pack that includes it. */
static int read_include(reader *r, uint32_t at) {
    const char *name = NULL;
    int status = take_name(r, &at, &name);
    if (status != PACTA_OK || (status = end_of_line(r, at)) != PACTA_OK)
        return status;
    if (r->depth >= INCLUDE_DEPTH)
        return fail_at(r, r->begin, "packs include each other too deeply, or in a circle");
    if (r->model->packs.count >= PACK_LIMIT)
        return fail_at(r, r->begin, "too many packs are included");
    const pacta_embedded *found = pacta_embedded_find(name, strlen(name));
    const pacta_pack *here = &r->model->packs.items[r->pack];
    if (found != NULL && (here->embedded || !here->owned)) {
        pacta_input input = {found->name, (const char *)found->data, found->size};
        return read_pack(r->model, &input, true, r->depth + 1, r->error);
    }
    if (!here->owned)
        return fail_at(r, r->begin, "no embedded pack of this name");
    const char *slash = strrchr(here->name, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - here->name) + 1;
    char *path = pacta_arena_take(&r->model->arena, folder + strlen(name) + 1);
    if (path == NULL)
        return no_memory(r);
    memcpy(path, here->name, folder);
    memcpy(path + folder, name, strlen(name) + 1);
    pacta_input input = {path, NULL, 0};
    return read_pack(r->model, &input, false, r->depth + 1, r->error);
}

static int read_language(reader *r, uint32_t at) {
    const char *name = NULL;
    int status = take_name(r, &at, &name);
    if (status == PACTA_OK && r->model->language == NULL)
        r->model->language = name;
    return status != PACTA_OK ? status : end_of_line(r, at);
}

static int read_statement(reader *r) {
    uint32_t at = r->begin;
    r->rule = NULL;
    if (is_blank(r->data[at]))
        return fail_at(r, at, "an indented line belongs to a statement, and there is none above");
    pacta_slice word = next_word(r, &at);
    bool override = slice_is(r, word, "override");
    if (override)
        word = next_word(r, &at);
    if (slice_is(r, word, "rule"))
        return read_rule(r, at, override);
    if (slice_is(r, word, "define"))
        return read_define(r, at, override);
    if (override)
        return fail_at(r, word.begin, "only 'rule' and 'define' can be overridden");
    if (slice_is(r, word, "words"))
        return read_words(r, at);
    if (slice_is(r, word, "unit"))
        return read_unit(r, at);
    if (slice_is(r, word, "list"))
        return read_list(r, at);
    if (slice_is(r, word, "off"))
        return read_off(r, at);
    if (slice_is(r, word, "include"))
        return read_include(r, at);
    if (slice_is(r, word, "language"))
        return read_language(r, at);
    return fail_at(r, word.begin, "unknown statement");
}

static int read_version(reader *r) {
    while (next_line(r)) {
        if (line_is_empty(r))
            continue;
        uint32_t at = r->begin;
        int version = 0;
        if (!slice_is(r, next_word(r, &at), "pacta-rules"))
            break;
        int status = take_integer(r, &at, &version);
        if (status != PACTA_OK)
            return status;
        return version == VERSION ? PACTA_OK
                                  : fail_at(r, r->begin, "only version 1 of the rule language is known");
    }
    return fail_at(r, r->begin, "a pack begins with 'pacta-rules 1'");
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
    reader r = {.model = model,
                .memory = &model->arena.memory,
                .error = error,
                .data = pack->data,
                .pack = index,
                .size = (uint32_t)pack->size,
                .at = pacta_utf8_mark(pack->data, pack->size),
                .depth = depth};
    if ((status = read_version(&r)) != PACTA_OK)
        return status;
    while (next_line(&r))
        if (!line_is_empty(&r) && (status = read_statement(&r)) != PACTA_OK)
            return status;
    return PACTA_OK;
}

int pacta_model_read(pacta_model *model, const pacta_input *input, bool embedded, pacta_error *error) {
    return read_pack(model, input, embedded, 0, error);
}
