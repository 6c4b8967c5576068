#include "work/parsed.h"

#ifdef PACTA_WITH_JANSSON

#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Jansson reads every key and every value. What is between those of the outermost
 * object is read here, as Jansson alone can tell where a value stands: an id is
 * passed on as it is written, also where no C number could hold it. */
struct cursor {
    const char *at, *end;
    const char *line;
    struct parsed *parsed;
};

int parsed_is_built(void) {
    return 1;
}

/* Both always return -1. */
static int fault(struct parsed *parsed, const char *what) {
    snprintf(parsed->fault, sizeof parsed->fault, "%s", what);
    return -1;
}

static int fault_of_field(struct parsed *parsed, const char *name, const char *what) {
    snprintf(parsed->fault, sizeof parsed->fault, "the field \"%s\" %s", name, what);
    return -1;
}

/* Words of a line that may hold anything must do no harm to a terminal. */
static int not_json(struct cursor *cursor, const char *why) {
    char *what = cursor->parsed->fault;
    snprintf(what, sizeof cursor->parsed->fault, "not JSON at byte %td: %s", cursor->at - cursor->line, why);
    for (unsigned char *byte = (unsigned char *)what; *byte != '\0'; byte++)
        if (*byte < 0x20 || *byte > 0x7e)
            *byte = '?';
    return -1;
}

static int is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static void skip_space(struct cursor *cursor) {
    while (cursor->at < cursor->end && is_space(*cursor->at))
        cursor->at++;
}

/* Steps over white space and one mark. */
static int step(struct cursor *cursor, char mark) {
    skip_space(cursor);
    if (cursor->at == cursor->end || *cursor->at != mark)
        return 0;
    cursor->at++;
    return 1;
}

/* NULL after a fault. */
static json_t *value(struct cursor *cursor, size_t flags) {
    /* integers are read as reals so that none is too large; nobody looks at them */
    flags |= JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL;
    json_error_t error;
    skip_space(cursor);
    json_t *value = json_loadb(cursor->at, (size_t)(cursor->end - cursor->at), flags, &error);
    cursor->at += error.position;
    if (value == NULL)
        not_json(cursor, error.text);
    return value;
}

static int is_key(const json_t *key, const char *name) {
    return json_string_length(key) == strlen(name) && strcmp(json_string_value(key), name) == 0;
}

/* Gives `*field` a value, which it must not have yet. */
static int take(struct cursor *cursor, void **field, const char *name, json_t *value) {
    if (*field != NULL) {
        json_decref(value);
        return fault_of_field(cursor->parsed, name, "is there twice");
    }
    *field = value;
    return 0;
}

/* One field, with its key. */
static int field(struct cursor *cursor, const char *text_field, const char *id_field) {
    struct parsed *parsed = cursor->parsed;
    json_t *key = value(cursor, 0), *held = NULL;
    int failure = key == NULL ? -1 : 0;
    if (failure == 0 && !json_is_string(key))
        failure = not_json(cursor, "a key is no string");
    if (failure == 0 && !step(cursor, ':'))
        failure = not_json(cursor, "no colon behind a key");
    skip_space(cursor);
    const char *begin = cursor->at;
    if (failure == 0 && (held = value(cursor, JSON_ALLOW_NUL)) == NULL)
        failure = -1;
    if (failure == 0 && is_key(key, id_field)) {
        failure = take(cursor, &parsed->id_value, id_field, json_incref(held));
        if (failure == 0)
            parsed->id = (struct label){begin, (size_t)(cursor->at - begin)};
    }
    if (failure == 0 && is_key(key, text_field))
        failure = take(cursor, &parsed->text_value, text_field, json_incref(held));
    json_decref(held);
    json_decref(key);
    return failure;
}

static int object(struct cursor *cursor, const char *text_field, const char *id_field) {
    if (!step(cursor, '{')) {
        json_t *other = value(cursor, JSON_ALLOW_NUL);
        json_decref(other);
        return other == NULL ? -1 : fault(cursor->parsed, "not an object");
    }
    if (!step(cursor, '}')) {
        do {
            if (field(cursor, text_field, id_field) != 0)
                return -1;
        } while (step(cursor, ','));
        if (!step(cursor, '}'))
            return not_json(cursor, "neither a comma nor the end of the object");
    }
    skip_space(cursor);
    return cursor->at == cursor->end ? 0 : not_json(cursor, "something behind the object");
}

/* A string is called by its words, everything else by its JSON. */
static int set_name(struct parsed *parsed) {
    const json_t *id = parsed->id_value;
    if (id == NULL)
        return 0;
    if (json_is_string(id) && json_string_length(id) > 0 &&
        strlen(json_string_value(id)) == json_string_length(id)) {
        parsed->name = json_string_value(id);
        return 0;
    }
    parsed->name_room = malloc(parsed->id.size + 1);
    if (parsed->name_room == NULL)
        return -1;
    memcpy(parsed->name_room, parsed->id.json, parsed->id.size);
    parsed->name_room[parsed->id.size] = '\0';
    parsed->name = parsed->name_room;
    return 0;
}

static int set_text(struct parsed *parsed, const char *text_field) {
    if (parsed->text_value == NULL)
        return fault_of_field(parsed, text_field, "is missing");
    if (!json_is_string((json_t *)parsed->text_value))
        return fault_of_field(parsed, text_field, "is no string");
    parsed->text = json_string_value(parsed->text_value);
    parsed->size = json_string_length(parsed->text_value);
    return 0;
}

int parsed_open(struct parsed *parsed, const char *line, size_t size, const char *text_field,
                const char *id_field) {
    struct cursor cursor = {.at = line, .end = line + size, .line = line, .parsed = parsed};
    *parsed = (struct parsed){.text = NULL};
    if (size > INT_MAX) /* more than Jansson counts */
        return fault(parsed, "longer than can be parsed");
    int failure = object(&cursor, text_field, id_field);
    if (set_name(parsed) != 0)
        return fault(parsed, "out of memory");
    return failure == 0 ? set_text(parsed, text_field) : failure;
}

void parsed_close(struct parsed *parsed) {
    json_decref(parsed->text_value);
    json_decref(parsed->id_value);
    free(parsed->name_room);
}

#else

int parsed_is_built(void) {
    return 0;
}

int parsed_open(struct parsed *parsed, const char *line, size_t size, const char *text_field,
                const char *id_field) {
    (void)line, (void)size, (void)text_field, (void)id_field;
    *parsed = (struct parsed){.fault = "built without Jansson"};
    return -1;
}

void parsed_close(struct parsed *parsed) {
    (void)parsed;
}

#endif
