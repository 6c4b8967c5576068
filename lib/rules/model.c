#include "rules/model.h"
#include "core/error.h"
#include <string.h>

static const char *const CLASS_NAMES[] = {
#define X(id, name) name,
    PACTA_CLASSES(X)
#undef X
};

static const char *const LEVEL_NAMES[] = {
#define X(id, name) name,
    PACTA_LEVELS(X)
#undef X
};

const char *const pacta_rule_kind_names[RULE_KIND_COUNT] = {
#define X(id, name, modes) name,
    PACTA_RULE_KINDS(X)
#undef X
};

int pacta_model_init(pacta_model *model, const pacta_allocator *memory) {
    memset(model, 0, sizeof *model);
    pacta_arena_init(&model->arena, memory);
    for (unsigned i = 0; i < CLASS_KNOWN; i++)
        if (!pacta_array_push(memory, &model->classes, (pacta_class_name){CLASS_NAMES[i]}))
            return PACTA_E_MEMORY;
    return PACTA_OK;
}

void pacta_model_free(pacta_model *model) {
    const pacta_allocator memory = model->arena.memory;
    for (uint32_t i = 0; i < model->packs.count; i++)
        if (model->packs.items[i].owned)
            pacta_delete(&memory, (void *)(uintptr_t)model->packs.items[i].data,
                         model->packs.items[i].size + 1);
    pacta_array_release(&memory, &model->packs);
    pacta_array_release(&memory, &model->classes);
    pacta_array_release(&memory, &model->words);
    pacta_array_release(&memory, &model->units);
    pacta_array_release(&memory, &model->defines);
    pacta_array_release(&memory, &model->rules);
    pacta_array_release(&memory, &model->triggers);
    for (unsigned side = 0; side < SIDE_COUNT; side++)
        pacta_array_release(&memory, &model->beside[side]);
    pacta_index_free(&model->rule_names, &memory);
    pacta_index_free(&model->define_names, &memory);
    pacta_array_release(&memory, &model->lists);
    pacta_arena_free(&model->arena);
}

int pacta_model_fail(const pacta_model *model, pacta_slice slice, const char *rule, pacta_error *error,
                     const char *message) {
    if (error != NULL && error->status >= 0) {
        const pacta_pack *pack = &model->packs.items[slice.pack];
        pacta_error_place(error, pack->name, pack->data, pack->size, slice.begin);
        pacta_error_name(error->rule, sizeof error->rule, rule);
    }
    return pacta_fail(error, PACTA_E_RULES, "%s", message);
}

int pacta_model_level(const char *name, size_t length) {
    for (int level = 0; level < LEVEL_COUNT; level++)
        if (strlen(LEVEL_NAMES[level]) == length && memcmp(LEVEL_NAMES[level], name, length) == 0)
            return level;
    return -1;
}

int pacta_model_class(const pacta_model *model, const char *name, size_t length) {
    for (uint32_t i = 0; i < model->classes.count; i++)
        if (strlen(model->classes.items[i].name) == length &&
            memcmp(model->classes.items[i].name, name, length) == 0)
            return (int)i;
    return -1;
}

static void spell_call(char *spelt, const char *name, size_t length) {
    for (size_t i = 0; i < length; i++)
        spelt[i] = name[i] == '-' ? '_' : name[i];
}

pacta_define *pacta_model_define(const pacta_model *model, const char *name, size_t length) {
    char spelt[NAME_LIMIT];
    if (length > sizeof spelt)
        return NULL;
    spell_call(spelt, name, length);
    uint32_t found = pacta_index_find(&model->define_names, spelt, length);
    return found == PACTA_NONE ? NULL : &model->defines.items[found];
}

bool pacta_model_add_define(pacta_model *model, const pacta_define *define) {
    const pacta_allocator *memory = &model->arena.memory;
    size_t length = strlen(define->name);
    char *spelt = pacta_arena_take(&model->arena, length);
    if (spelt == NULL)
        return false;
    spell_call(spelt, define->name, length);
    return pacta_array_push(memory, &model->defines, *define) &&
           pacta_index_add(&model->define_names, memory, spelt, length, model->defines.count - 1);
}

pacta_rule_entry *pacta_model_rule(const pacta_model *model, const char *name) {
    uint32_t found = pacta_index_find(&model->rule_names, name, strlen(name));
    return found == PACTA_NONE ? NULL : &model->rules.items[found];
}
