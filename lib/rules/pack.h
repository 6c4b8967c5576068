/* The reader of rule packs: text to statements. What the language means is
 * told in lib/rules/README.md. Nothing is compiled here. */
#ifndef PACTA_RULES_PACK_H
#define PACTA_RULES_PACK_H

#include "core/memory.h"
#include "rules/index.h"
#include "rules/vocabulary.h"

/* A piece of a pack's text, so that errors can point at it. */
typedef struct pacta_slice {
    uint32_t pack; /* index into the model's packs */
    uint32_t begin, end;
} pacta_slice;

typedef struct pacta_pack {
    const char *name;
    const char *data;
    size_t size;
    bool owned;    /* read from a file: freed with the model */
    bool embedded; /* includes are looked up among the embedded packs */
} pacta_pack;

typedef struct pacta_class_name {
    const char *name;
} pacta_class_name;

typedef struct pacta_word {
    pacta_slice text;
    uint32_t class;
    int16_t value;
} pacta_word;

typedef struct pacta_unit_entry {
    const char *name, *eid;
    pacta_level level;
    int16_t rank;
    pacta_slice place;
    uint32_t first_word, singular_count, word_count; /* in the model's words */
} pacta_unit_entry;

typedef struct pacta_define {
    const char *name;
    pacta_slice pattern;
} pacta_define;

typedef struct pacta_list_line {
    pacta_list list;
    pacta_slice text; /* no blanks around it */
} pacta_list_line;

typedef struct pacta_rule_entry {
    const char *name;
    pacta_rule_kind kind;
    int mode;              /* index among the kind's modes, or -1 */
    const char *mode_text; /* where the kind takes any name */
    int priority;
    bool off;
    uint32_t line;
    uint32_t first_trigger, trigger_count;
    uint32_t first_beside[SIDE_COUNT], beside_count[SIDE_COUNT];
    const char *id; /* template of the instrument's id, or NULL */
    pacta_slice pattern;
    pacta_slice place;
} pacta_rule_entry;

typedef struct pacta_model {
    pacta_arena arena;
    PACTA_ARRAY(pacta_pack) packs;
    PACTA_ARRAY(pacta_class_name) classes; /* the known ones first */
    PACTA_ARRAY(pacta_word) words;
    PACTA_ARRAY(pacta_unit_entry) units;
    PACTA_ARRAY(pacta_define) defines;
    PACTA_ARRAY(pacta_rule_entry) rules;
    PACTA_ARRAY(pacta_slice) triggers;
    PACTA_ARRAY(pacta_slice) beside[SIDE_COUNT];
    pacta_index rule_names;
    pacta_index define_names; /* as calls spell them: '_' for '-' */
    size_t bytes;             /* of all packs */
    PACTA_ARRAY(pacta_list_line) lists;
    const char *language;
} pacta_model;

int pacta_model_init(pacta_model *model, const pacta_allocator *memory);
void pacta_model_free(pacta_model *model);

/* Reads a pack (and what it includes) into the model. */
int pacta_model_read(pacta_model *model, const pacta_input *input, bool embedded, pacta_error *error);

/* Fails with the place of `slice`. */
int pacta_model_fail(const pacta_model *model, pacta_slice slice, const char *rule, pacta_error *error,
                     const char *message);

/* Index of a class, or -1. */
int pacta_model_class(const pacta_model *model, const char *name, size_t length);

/* The definition that a pattern calls by this name, or NULL. */
const pacta_define *pacta_model_define(const pacta_model *model, const char *call, size_t length);

/* A whole file, with a zero behind it: `*size` + 1 bytes of the allocator's; or
 * a status. */
int pacta_read_file(const pacta_allocator *memory, const char *path, char **data, size_t *size,
                    pacta_error *error);

/* Packs and tables inside the library; made by lib/rules/embed.cmake. */
typedef struct pacta_embedded {
    const char *name;
    const unsigned char *data;
    size_t size;
} pacta_embedded;

extern const pacta_embedded PACTA_EMBEDDED[];
extern const size_t PACTA_EMBEDDED_COUNT;

const pacta_embedded *pacta_embedded_find(const char *name, size_t length);

#endif
