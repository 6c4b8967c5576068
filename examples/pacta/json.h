/* JSON syntax: commas, indentation, escapes. Knows nothing of records. */
#ifndef JSON_H
#define JSON_H

#include "writer.h"

struct json {
    struct writer *out;
    int pretty;     /* one member a line, except in flat values */
    unsigned depth; /* containers open that are set out in lines */
    unsigned flat;  /* containers open that stand on one line */
    int empty;      /* the innermost container has no member yet */
    int in_markup;  /* stands inside HTML: no "<" */
};

/* `key` is NULL for the members of an array and for the outermost value. It
 * must need no escapes. */
void json_begin(struct json *json, const char *key, char bracket);
/* The same, but everything inside stays on one line. */
void json_begin_flat(struct json *json, const char *key, char bracket);
void json_end(struct json *json, char bracket);

void json_null(struct json *json, const char *key);
void json_boolean(struct json *json, const char *key, int value);
void json_number(struct json *json, const char *key, uint64_t number);
/* JSON as it is written. */
void json_raw(struct json *json, const char *key, const char *value, size_t size);
/* `text` must be UTF-8. */
void json_text(struct json *json, const char *key, const char *text, size_t size);
/* NULL is written as null; bytes that are not UTF-8 as U+FFFD. */
void json_string(struct json *json, const char *key, const char *string);

#endif
