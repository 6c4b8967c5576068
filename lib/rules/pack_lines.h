/* The lines of a pack and the words in them: what every statement is read with. */
#ifndef PACTA_RULES_PACK_LINES_H
#define PACTA_RULES_PACK_LINES_H

#include "rules/model.h"

/* A pack being read: one statement's lines at a time. */
typedef struct pacta_pack_reader {
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
} pacta_pack_reader;

static inline bool pacta_pack_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* Fails at the offset in the pack; or for want of memory. */
int pacta_pack_fail(const pacta_pack_reader *r, uint32_t offset, const char *message);
int pacta_pack_no_memory(const pacta_pack_reader *r);

/* Takes the next line; false at the end. */
bool pacta_pack_line(pacta_pack_reader *r);

/* Nothing is on the line in hand, or a comment. */
bool pacta_pack_line_is_empty(const pacta_pack_reader *r);

/* True, with the line in hand, if the next line belongs to the statement. */
bool pacta_pack_inner_line(pacta_pack_reader *r);

/* Takes the next word of the line from `*at` on; an empty slice at its end. */
pacta_slice pacta_pack_word(const pacta_pack_reader *r, uint32_t *at);

bool pacta_pack_is(const pacta_pack_reader *r, pacta_slice slice, const char *word);

/* Index of the slice's text among names, or -1. */
int pacta_pack_among(const pacta_pack_reader *r, pacta_slice slice, const char *const *names, unsigned count);

/* These read what must stand at `*at`, and return a status. A name is made of letters,
 * digits, hyphens, full stops and low lines; the arena keeps it. */
int pacta_pack_name(const pacta_pack_reader *r, uint32_t *at, const char **name);
int pacta_pack_integer(const pacta_pack_reader *r, uint32_t *at, int *value);
int pacta_pack_line_over(const pacta_pack_reader *r, uint32_t at);

/* The statement's remaining lines, as one slice. */
int pacta_pack_pattern(pacta_pack_reader *r, uint32_t at, pacta_slice *pattern);

/* pack_rules.c: the statements `rule`, `define` and `off`, behind that word. */
int pacta_read_rule(pacta_pack_reader *r, uint32_t at, bool override);
int pacta_read_define(pacta_pack_reader *r, uint32_t at, bool override);
int pacta_read_off(pacta_pack_reader *r, uint32_t at);

#endif
