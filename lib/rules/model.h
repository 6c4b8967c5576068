/* What packs say, statement by statement, before anything is built of it. */
#ifndef PACTA_RULES_MODEL_H
#define PACTA_RULES_MODEL_H

#include "core/memory.h"
#include "rules/index.h"
#include "rules/vocabulary.h"

/* Bytes of a name at most. */
enum { NAME_LIMIT = 63 };

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
    pacta_whole whole;
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

/* Fails with the place of `slice`. */
int pacta_model_fail(const pacta_model *model, pacta_slice slice, const char *rule, pacta_error *error,
                     const char *message);

/* What packs call the kinds of rules. */
extern const char *const pacta_rule_kind_names[RULE_KIND_COUNT];

/* The level of units of that name in packs, or -1. */
int pacta_model_level(const char *name, size_t length);

/* Index of a class, or -1. */
int pacta_model_class(const pacta_model *model, const char *name, size_t length);

/* The definition of this name, which may be spelt as calls are, or NULL. */
pacta_define *pacta_model_define(const pacta_model *model, const char *name, size_t length);

/* Adds one of a name that is not there; false when memory is out. */
bool pacta_model_add_define(pacta_model *model, const pacta_define *define);

/* The rule of this name, or NULL. */
pacta_rule_entry *pacta_model_rule(const pacta_model *model, const char *name);

#endif
