#include "rules/ruleset.h"
#include "core/error.h"
#include "core/options.h"
#include "core/sort.h"
#include "rules/compose.h"
#include "rules/files.h"
#include "rules/pack.h"
#include "text/signs.h"
#include <stdio.h>
#include <string.h>

/* Of all rules, and of one kind at one word: what a word of a text can cost. */
enum { TRIGGER_LIMIT = 1 << 20, WORD_RULES_LIMIT = 1000 };

/* Bits of lexeme.follows, and of the others. */
enum { BESIDE_LIMIT = 64 };

static const char *const KIND_NAMES[] = {
#define X(id, name, modes) name,
    PACTA_RULE_KINDS(X)
#undef X
};

/* Everything that is needed while a ruleset is made, and not after. */
typedef struct build {
    pacta_ruleset *ruleset;
    pacta_model model;
    pacta_error *error;
    bool jit;
    const char *rule;               /* name of the rule in hand, or NULL */
    uint8_t beside[SIDE_COUNT];     /* that rule's, as its triggers have it */
    uint8_t bits_given[SIDE_COUNT]; /* as counted_as() has them */
    pacta_class_words words;
    pacta_composer composer;
} build;

static int no_memory(const build *b) {
    return pacta_fail(b->error, PACTA_E_MEMORY, "out of memory");
}

static int fail_at(const build *b, pacta_slice place, const char *message) {
    return pacta_model_fail(&b->model, place, b->rule, b->error, message);
}

static const char *slice_text(const build *b, pacta_slice slice) {
    return b->model.packs.items[slice.pack].data + slice.begin;
}

/* ---- Words and units ------------------------------------------------------ */

static int add_word(build *b, pacta_slice word, uint32_t *lexeme) {
    pacta_ruleset *set = b->ruleset;
    const char *text = slice_text(b, word);
    uint32_t size = word.end - word.begin;
    *lexeme = pacta_lexicon_add(&set->lexicon, &set->memory, text, size);
    if (*lexeme != 0)
        return PACTA_OK;
    if (pacta_lexicon_takes(text, size))
        return no_memory(b);
    return fail_at(b, word, "this word is too long, or prints as nothing");
}

static int build_words(build *b) {
    for (uint32_t i = 0; i < b->model.words.count; i++) {
        const pacta_word *word = &b->model.words.items[i];
        uint32_t index;
        int status = add_word(b, word->text, &index);
        if (status != PACTA_OK)
            return status;
        pacta_lexeme *lexeme = &b->ruleset->lexicon.lexemes.items[index];
        lexeme->classes[word->class / 64] |= UINT64_C(1) << (word->class % 64);
        if (word->value != 0)
            lexeme->value = word->value;
    }
    return PACTA_OK;
}

static int build_units(build *b) {
    pacta_ruleset *set = b->ruleset;
    for (uint32_t i = 0; i < b->model.units.count; i++) {
        const pacta_unit_entry *entry = &b->model.units.items[i];
        pacta_unit unit = {.level = entry->level, .rank = entry->rank};
        unit.name = pacta_arena_text(&set->arena, entry->name, strlen(entry->name));
        unit.eid = pacta_arena_text(&set->arena, entry->eid, strlen(entry->eid));
        if (unit.name == NULL || unit.eid == NULL || !pacta_array_push(&set->memory, &set->units, unit))
            return no_memory(b);
        for (uint32_t w = 0; w < entry->word_count; w++) {
            uint32_t index;
            int status = add_word(b, b->model.words.items[entry->first_word + w].text, &index);
            if (status != PACTA_OK)
                return status;
            pacta_lexeme *lexeme = &set->lexicon.lexemes.items[index];
            lexeme->unit = (uint8_t)(i + 1);
            lexeme->plural = w >= entry->singular_count;
        }
    }
    return PACTA_OK;
}

static int build_lists(build *b) {
    pacta_ruleset *set = b->ruleset;
    for (uint32_t i = 0; i < b->model.lists.count; i++) {
        const pacta_list_line *line = &b->model.lists.items[i];
        uint32_t size = line->text.end - line->text.begin;
        const char *text = pacta_arena_text(&set->arena, slice_text(b, line->text), size);
        if (text == NULL ||
            !pacta_array_push(&set->memory, &set->lists, (pacta_listed){line->list, size, text}))
            return no_memory(b);
    }
    return PACTA_OK;
}

/* ---- Rules ---------------------------------------------------------------- */

static int build_rule(build *b, const pacta_rule_entry *entry) {
    pacta_ruleset *set = b->ruleset;
    int status = pacta_compose(&b->composer, entry, b->error);
    if (status != PACTA_OK)
        return status;
    pacta_rule rule = {.kind = entry->kind,
                       .mode = entry->mode,
                       .priority = entry->priority,
                       .line = entry->line,
                       .pattern_size = entry->pattern.end - entry->pattern.begin};
    const char *pack = b->model.packs.items[entry->place.pack].name;
    rule.name = pacta_arena_text(&set->arena, entry->name, strlen(entry->name));
    rule.pack = pacta_arena_text(&set->arena, pack, strlen(pack));
    if (entry->mode_text != NULL)
        rule.mode_text = pacta_arena_text(&set->arena, entry->mode_text, strlen(entry->mode_text));
    if (entry->id != NULL)
        rule.id = pacta_arena_text(&set->arena, entry->id, strlen(entry->id));
    if (rule.name == NULL || rule.pack == NULL || (entry->mode_text != NULL && rule.mode_text == NULL) ||
        (entry->id != NULL && rule.id == NULL) || !pacta_array_reserve(&set->memory, &set->rules, 1))
        return no_memory(b);
    pacta_pattern_error wrong = {0};
    const pacta_composer *composed = &b->composer;
    status = pacta_engine_compile(set->engine, &rule, composed->pattern.items, composed->pattern.count,
                                  b->jit, composed->needed, composed->needed_count, &wrong);
    if (status == PACTA_E_MEMORY)
        return no_memory(b);
    if (status != PACTA_OK)
        return fail_at(b, pacta_composed_place(composed, entry, wrong.offset), wrong.message);
    if (rule.capture_count > set->captures)
        set->captures = rule.capture_count;
    rule.index = (uint16_t)set->rules.count;
    set->rules.items[set->rules.count++] = rule;
    return PACTA_OK;
}

/* ---- Triggers ---------------------------------------------------------------- */

/* One (word, kind, rule), before they are laid out. */
typedef struct pending {
    uint32_t lexeme;
    uint32_t order;
    pacta_trigger trigger;
    pacta_slice place;
    uint8_t kind;
    int16_t priority;
} pending;

typedef struct pendings {
    PACTA_ARRAY(pending) list;
} pendings;

static int add_pending(build *b, pendings *p, uint32_t lexeme, char byte, pacta_slice place) {
    if (p->list.count == TRIGGER_LIMIT)
        return fail_at(b, place, "too many words begin rules");
    const pacta_rule *rule = &b->ruleset->rules.items[b->ruleset->rules.count - 1];
    pending one = {lexeme, p->list.count,       {(uint16_t)(b->ruleset->rules.count - 1), byte, {0}},
                   place,  (uint8_t)rule->kind, (int16_t)rule->priority};
    memcpy(one.trigger.beside, b->beside, sizeof b->beside);
    return pacta_array_push(&b->ruleset->memory, &p->list, one) ? PACTA_OK : no_memory(b);
}

static const char *const LEVEL_NAMES[] = {
#define X(id, name) name,
    PACTA_LEVELS(X)
#undef X
};

/* `@class`; `@unit/item`, `@plural/item`: the words, the plurals, of the units of one
 * level. */
static int add_class_trigger(build *b, pendings *p, pacta_slice trigger) {
    const pacta_lexicon *lexicon = &b->ruleset->lexicon;
    const char *text = slice_text(b, trigger) + 1, *slash;
    size_t size = trigger.end - trigger.begin - 1;
    int level = LEVEL_COUNT, class = CLASS_UNIT, status = PACTA_OK;
    bool plural = size > 7 && memcmp(text, "plural/", 7) == 0;
    if (plural || (size > 5 && memcmp(text, "unit/", 5) == 0)) {
        slash = memchr(text, '/', size);
        size_t length = size - (size_t)(slash - text) - 1;
        for (level = 0; level < LEVEL_COUNT; level++)
            if (strlen(LEVEL_NAMES[level]) == length && memcmp(LEVEL_NAMES[level], slash + 1, length) == 0)
                break;
        if (level == LEVEL_COUNT)
            return fail_at(b, trigger, "units have no such level");
    } else if ((class = pacta_model_class(&b->model, text, size)) < 0) {
        return fail_at(b, trigger, "no class of words has this name");
    }
    const pacta_word_list *words = pacta_words_of(&b->words, (unsigned)class);
    if (words == NULL)
        return no_memory(b);
    for (uint32_t i = 0; status == PACTA_OK && i < words->count; i++) {
        const pacta_lexeme *lexeme = &lexicon->lexemes.items[words->items[i]];
        if (level == LEVEL_COUNT ||
            ((int)b->ruleset->units.items[lexeme->unit - 1].level == level && (!plural || lexeme->plural)))
            status = add_pending(b, p, words->items[i], '\0', trigger);
    }
    return status;
}

/* A trigger is a word, `@class`, `@unit/level`, `@plural/level`, or a word with the byte that
 * follows it (S/); the last stop of u.n. is the word's own. */
static int add_trigger(build *b, pendings *p, pacta_slice trigger) {
    const char *text = slice_text(b, trigger);
    uint32_t size = trigger.end - trigger.begin;
    if (*text == '@' && size > 1)
        return add_class_trigger(b, p, trigger);
    const pacta_slice whole = trigger;
    char byte = '\0';
    bool stop = size > 1 && text[size - 1] == '.' && memchr(text, '.', size - 1) == NULL;
    if (size > 1 && (text[size - 1] == '/' || stop)) {
        byte = text[size - 1];
        trigger.end--;
    }
    uint32_t lexeme;
    int status = add_word(b, trigger, &lexeme);
    return status != PACTA_OK ? status : add_pending(b, p, lexeme, byte, whole);
}

/* By word, kind, falling priority, order. */
static bool comes_before(const void *one, const void *other) {
    const pending *a = one, *b = other;
    if (a->lexeme != b->lexeme)
        return a->lexeme < b->lexeme;
    if (a->kind != b->kind)
        return a->kind < b->kind;
    if (a->priority != b->priority)
        return a->priority > b->priority;
    return a->order < b->order;
}

static bool is_repeated(const pending *a, const pending *b) {
    return a->lexeme == b->lexeme && a->kind == b->kind && a->trigger.rule == b->trigger.rule &&
           a->trigger.byte == b->trigger.byte;
}

static int lay_out_triggers(build *b, pendings *p) {
    pacta_ruleset *set = b->ruleset;
    uint32_t count = p->list.count;
    if (count == 0)
        return PACTA_OK;
    pending *room = pacta_new(&set->memory, count * sizeof *room);
    if (room == NULL || !pacta_array_reserve(&set->memory, &set->triggers, count)) {
        pacta_delete(&set->memory, room, count * sizeof *room);
        return no_memory(b);
    }
    pacta_sort(p->list.items, room, count, sizeof *room, comes_before);
    pacta_delete(&set->memory, room, count * sizeof *room);
    for (uint32_t i = 0; i < count; i++) {
        const pending *one = &p->list.items[i];
        if (i > 0 && is_repeated(one - 1, one)) /* on article @unit */
            continue;
        pacta_lexeme *lexeme = &set->lexicon.lexemes.items[one->lexeme];
        lexeme->signs |= 1u << one->kind;
        b->rule = set->rules.items[one->trigger.rule].name;
        if (lexeme->rule_count[one->kind] == WORD_RULES_LIMIT)
            return fail_at(b, one->place, "too many rules begin with this word");
        if (lexeme->rule_count[one->kind]++ == 0)
            lexeme->first_rule[one->kind] = set->triggers.count;
        set->triggers.items[set->triggers.count++] = one->trigger;
    }
    return PACTA_OK;
}

/* ---- What stands beside a trigger ------------------------------------------------ */

/* Those of one place share their bits. */
static pacta_side counted_as(pacta_side side) {
    return side == SIDE_NOT_NEXT ? SIDE_NEXT : side == SIDE_NOT_AFTER ? SIDE_AFTER : side;
}

static void let_stand(build *b, pacta_side side, uint32_t lexeme) {
    pacta_lexeme *word = &b->ruleset->lexicon.lexemes.items[lexeme];
    uint64_t *bits = NULL;
    switch (counted_as(side)) {
    case SIDE_NEXT:
        bits = &word->follows;
        break;
    case SIDE_AFTER:
        bits = &word->leads;
        break;
    default:
        bits = &word->ahead;
    }
    *bits |= UINT64_C(1) << (b->beside[side] - 1);
}

/* A word, `@class`, or, behind the trigger, `@figure`. */
static int add_beside(build *b, pacta_side side, pacta_slice word) {
    static const char FIGURE[] = "@figure";
    const char *text = slice_text(b, word);
    uint32_t size = word.end - word.begin, lexeme;
    if (counted_as(side) == SIDE_NEXT && size == sizeof FIGURE - 1 && memcmp(text, FIGURE, size) == 0) {
        b->ruleset->figure_follows |= UINT64_C(1) << (b->beside[side] - 1);
        return PACTA_OK;
    }
    if (*text != '@' || size == 1) {
        int status = add_word(b, word, &lexeme);
        if (status == PACTA_OK)
            let_stand(b, side, lexeme);
        return status;
    }
    int class = pacta_model_class(&b->model, text + 1, size - 1);
    if (class < 0)
        return fail_at(b, word, "no class of words has this name");
    const pacta_word_list *words = pacta_words_of(&b->words, (unsigned)class);
    if (words == NULL)
        return no_memory(b);
    for (uint32_t i = 0; i < words->count; i++)
        let_stand(b, side, words->items[i]);
    return PACTA_OK;
}

static int build_side(build *b, const pacta_rule_entry *entry, pacta_side side) {
    uint8_t *bits = &b->bits_given[counted_as(side)];
    uint32_t first = entry->first_beside[side], count = entry->beside_count[side];
    int status = PACTA_OK;
    b->beside[side] = 0;
    if (count == 0)
        return PACTA_OK;
    if (*bits == BESIDE_LIMIT)
        return fail_at(b, entry->place, "too many rules say what stands beside their words");
    b->beside[side] = ++*bits;
    for (uint32_t i = 0; status == PACTA_OK && i < count; i++)
        status = add_beside(b, side, b->model.beside[side].items[first + i]);
    return status;
}

static int build_rules(build *b) {
    pendings p = {{0}};
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < b->model.rules.count; i++) {
        const pacta_rule_entry *entry = &b->model.rules.items[i];
        if (entry->off)
            continue;
        b->rule = entry->name;
        if (b->ruleset->rules.count == UINT16_MAX)
            status = fail_at(b, entry->place, "too many rules");
        else
            status = build_rule(b, entry);
        for (unsigned side = 0; status == PACTA_OK && side < SIDE_COUNT; side++)
            status = build_side(b, entry, (pacta_side)side);
        for (uint32_t t = 0; status == PACTA_OK && t < entry->trigger_count; t++)
            status = add_trigger(b, &p, b->model.triggers.items[entry->first_trigger + t]);
    }
    if (status == PACTA_OK)
        status = lay_out_triggers(b, &p);
    pacta_array_release(&b->ruleset->memory, &p.list);
    return status;
}

/* ---- Signs ---------------------------------------------------------------------- */

/* 1907 Pacific Settlement Convention: figures have no signs, so that a name which
 * begins with them is looked for at its second word. */
static void give_signs_behind_figures(pacta_lexicon *lexicon, const pacta_registry *registry) {
    for (uint32_t i = 1; i < registry->nodes.count; i++) {
        const pacta_name_node *node = &registry->nodes.items[i],
                              *parent = &registry->nodes.items[node->parent];
        const pacta_lexeme *first = &lexicon->lexemes.items[parent->lexeme];
        const char byte = lexicon->bytes.items[first->text];
        if (node->parent != 0 && parent->parent == 0 && byte >= '0' && byte <= '9')
            lexicon->lexemes.items[node->lexeme].signs |= SIGN_NAME;
    }
}

static void give_signs(pacta_lexicon *lexicon, const pacta_registry *registry) {
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++) {
        pacta_lexeme *lexeme = &lexicon->lexemes.items[i];
        if (lexeme->alias != 0)
            lexeme->signs |= SIGN_NAME;
        if (pacta_lexeme_is(lexeme, CLASS_INSTRUMENT_NOUN) || pacta_lexeme_is(lexeme, CLASS_GENERIC))
            lexeme->signs |= SIGN_NOUN;
        if (pacta_lexeme_is(lexeme, CLASS_FINITE))
            lexeme->signs |= SIGN_VERB;
        if (pacta_lexeme_is(lexeme, CLASS_CUE))
            lexeme->signs |= SIGN_CUE;
    }
    give_signs_behind_figures(lexicon, registry);
    pacta_lexicon_settle(lexicon);
}

/* ---- The whole ----------------------------------------------------------------- */

static int read_packs(build *b, const pacta_ruleset_options *options) {
    if ((options->flags & PACTA_NO_BUILTIN_RULES) == 0) {
        const pacta_embedded *pack = pacta_embedded_find("en.rules", 8);
        if (pack == NULL)
            return pacta_fail(b->error, PACTA_E_INTERNAL, "the built-in pack is missing");
        pacta_input input = {pack->name, (const char *)pack->data, pack->size};
        int status = pacta_model_read(&b->model, &input, true, b->error);
        if (status != PACTA_OK)
            return status;
    }
    for (size_t i = 0; i < options->rule_count; i++) {
        int status = pacta_model_read(&b->model, &options->rules[i], false, b->error);
        if (status != PACTA_OK)
            return status;
    }
    const char *language = b->model.language;
    if (language != NULL) {
        b->ruleset->language = pacta_arena_text(&b->ruleset->arena, language, strlen(language));
        if (b->ruleset->language == NULL)
            return no_memory(b);
    }
    return PACTA_OK;
}

static int read_table(build *b, const pacta_input *input) {
    pacta_ruleset *set = b->ruleset;
    const char *data = input->data;
    char *loaded = NULL;
    size_t size = input->size;
    if (data == NULL) {
        int status = pacta_read_file(&set->memory, input->name, &loaded, &size, b->error);
        if (status != PACTA_OK)
            return status;
        data = loaded;
    }
    int status =
        pacta_registry_read(&set->registry, &set->lexicon, &set->arena, input->name, data, size, b->error);
    pacta_delete(&set->memory, loaded, size + 1);
    return status;
}

static int read_tables(build *b, const pacta_ruleset_options *options) {
    if ((options->flags & PACTA_NO_BUILTIN_INSTRUMENTS) == 0) {
        const pacta_embedded *table = pacta_embedded_find("instruments.tsv", 15);
        if (table == NULL)
            return pacta_fail(b->error, PACTA_E_INTERNAL, "the built-in table of instruments is missing");
        pacta_input input = {table->name, (const char *)table->data, table->size};
        int status = read_table(b, &input);
        if (status != PACTA_OK)
            return status;
    }
    for (size_t i = 0; i < options->instrument_count; i++) {
        int status = read_table(b, &options->instruments[i]);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}

static int build_ruleset(build *b, const pacta_ruleset_options *options) {
    int status = pacta_model_init(&b->model, &b->ruleset->memory);
    if (status != PACTA_OK)
        return pacta_fail(b->error, status, "out of memory");
    if ((status = read_packs(b, options)) != PACTA_OK || (status = build_words(b)) != PACTA_OK ||
        (status = build_units(b)) != PACTA_OK || (status = build_lists(b)) != PACTA_OK ||
        (status = read_tables(b, options)) != PACTA_OK)
        return status;
    b->ruleset->paragraph = pacta_unit_named(b->ruleset, "paragraph");
    b->ruleset->point = pacta_unit_named(b->ruleset, "point");
    if ((status = build_rules(b)) == PACTA_OK)
        give_signs(&b->ruleset->lexicon, &b->ruleset->registry);
    return status;
}

int pacta_ruleset_new(const pacta_ruleset_options *given, pacta_ruleset **ruleset, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (ruleset == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "no place for the ruleset");
    pacta_ruleset_options options = {0};
    if (!pacta_take_options(&options, sizeof options, given))
        return pacta_fail(error, PACTA_E_ARGUMENT, "the options' struct_size is not set");
    pacta_allocator memory = pacta_memory(options.allocator);
    pacta_ruleset *set = pacta_new(&memory, sizeof *set);
    if (set == NULL)
        return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    set->memory = memory;
    pacta_arena_init(&set->arena, &memory);
    build b = {.ruleset = set, .error = error, .jit = (options.flags & PACTA_NO_JIT) == 0};
    b.words = (pacta_class_words){.lexicon = &set->lexicon, .memory = &set->memory};
    b.composer = (pacta_composer){.model = &b.model, .words = &b.words, .memory = &set->memory};
    set->engine = pacta_engine_new(&memory);
    int status = PACTA_E_MEMORY;
    if (set->engine == NULL || !pacta_lexicon_init(&set->lexicon, &memory))
        no_memory(&b);
    else
        status = build_ruleset(&b, &options);
    pacta_composer_free(&b.composer);
    pacta_class_words_free(&b.words);
    if (b.model.arena.memory.resize != NULL)
        pacta_model_free(&b.model);
    if (status != PACTA_OK) {
        pacta_ruleset_free(set);
        return status;
    }
    *ruleset = set;
    return PACTA_OK;
}

void pacta_ruleset_free(pacta_ruleset *set) {
    if (set == NULL)
        return;
    const pacta_allocator memory = set->memory;
    for (uint32_t i = 0; i < set->rules.count; i++)
        pacta_engine_drop(&set->rules.items[i]);
    pacta_engine_free(set->engine);
    pacta_array_release(&memory, &set->units);
    pacta_array_release(&memory, &set->rules);
    pacta_array_release(&memory, &set->triggers);
    pacta_array_release(&memory, &set->lists);
    pacta_registry_free(&set->registry, &memory);
    pacta_lexicon_free(&set->lexicon, &memory);
    pacta_arena_free(&set->arena);
    pacta_delete(&memory, set, sizeof *set);
}

size_t pacta_ruleset_rule_count(const pacta_ruleset *ruleset) {
    return ruleset == NULL ? 0 : ruleset->rules.count;
}

int pacta_ruleset_rule(const pacta_ruleset *ruleset, size_t index, pacta_rule_info *info) {
    if (ruleset == NULL || info == NULL || index >= ruleset->rules.count)
        return PACTA_E_ARGUMENT;
    const pacta_rule *rule = &ruleset->rules.items[index];
    *info = (pacta_rule_info){rule->name, KIND_NAMES[rule->kind], rule->pack,
                              rule->line, rule->pattern_size,     rule->priority};
    return PACTA_OK;
}

const pacta_unit *pacta_unit_named(const pacta_ruleset *set, const char *name) {
    for (uint32_t i = 0; i < set->units.count; i++)
        if (strcmp(set->units.items[i].name, name) == 0)
            return &set->units.items[i];
    return NULL;
}
