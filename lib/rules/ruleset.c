#include "rules/ruleset.h"
#include "core/error.h"
#include "core/options.h"
#include "rules/build.h"
#include "rules/files.h"
#include "rules/pack.h"
#include "text/signs.h"
#include <stdio.h>
#include <string.h>

static const char *const UNIT_NAMES[] = {
#define X(id, name) name,
    PACTA_NAMED_UNITS(X)
#undef X
};

int pacta_build_no_memory(const pacta_build *b) {
    return pacta_fail(b->error, PACTA_E_MEMORY, "out of memory");
}

int pacta_build_fail(const pacta_build *b, pacta_slice place, const char *message) {
    return pacta_model_fail(&b->model, place, b->rule, b->error, message);
}

int pacta_build_word(pacta_build *b, pacta_slice word, uint32_t *lexeme) {
    pacta_ruleset *set = b->ruleset;
    const char *text = pacta_build_text(b, word);
    uint32_t size = word.end - word.begin;
    *lexeme = pacta_lexicon_add(&set->lexicon, &set->memory, text, size);
    if (*lexeme != 0)
        return PACTA_OK;
    if (pacta_lexicon_takes(text, size))
        return pacta_build_no_memory(b);
    return pacta_build_fail(b, word, "this word is too long, or prints as nothing");
}

/* ---- Words and units ------------------------------------------------------ */

static int build_words(pacta_build *b) {
    for (uint32_t i = 0; i < b->model.words.count; i++) {
        const pacta_word *word = &b->model.words.items[i];
        uint32_t index;
        int status = pacta_build_word(b, word->text, &index);
        if (status != PACTA_OK)
            return status;
        pacta_lexeme *lexeme = &b->ruleset->lexicon.lexemes.items[index];
        lexeme->classes[word->class / 64] |= UINT64_C(1) << (word->class % 64);
        if (word->value != 0)
            lexeme->value = word->value;
    }
    return PACTA_OK;
}

static int build_units(pacta_build *b) {
    pacta_ruleset *set = b->ruleset;
    for (uint32_t i = 0; i < b->model.units.count; i++) {
        const pacta_unit_entry *entry = &b->model.units.items[i];
        pacta_unit unit = {.level = entry->level, .rank = entry->rank};
        unit.name = pacta_arena_text(&set->arena, entry->name, strlen(entry->name));
        unit.eid = pacta_arena_text(&set->arena, entry->eid, strlen(entry->eid));
        if (unit.name == NULL || unit.eid == NULL || !pacta_array_push(&set->memory, &set->units, unit))
            return pacta_build_no_memory(b);
        for (uint32_t w = 0; w < entry->word_count; w++) {
            uint32_t index;
            int status = pacta_build_word(b, b->model.words.items[entry->first_word + w].text, &index);
            if (status != PACTA_OK)
                return status;
            pacta_lexeme *lexeme = &set->lexicon.lexemes.items[index];
            lexeme->unit = (uint8_t)(i + 1);
            lexeme->plural = w >= entry->singular_count;
        }
    }
    return PACTA_OK;
}

static int build_lists(pacta_build *b) {
    pacta_ruleset *set = b->ruleset;
    for (uint32_t i = 0; i < b->model.lists.count; i++) {
        const pacta_list_line *line = &b->model.lists.items[i];
        uint32_t size = line->text.end - line->text.begin;
        const char *text = pacta_arena_text(&set->arena, pacta_build_text(b, line->text), size);
        if (text == NULL ||
            !pacta_array_push(&set->memory, &set->lists, (pacta_listed){line->list, size, text}))
            return pacta_build_no_memory(b);
    }
    return PACTA_OK;
}

/* ---- Rules ---------------------------------------------------------------- */

static int compile(pacta_build *b, const pacta_rule_entry *entry, pacta_rule *rule) {
    pacta_pattern_error wrong = {0};
    const pacta_composer *composed = &b->composer;
    int status = pacta_compose(&b->composer, entry, b->error);
    if (status != PACTA_OK)
        return status;
    status = pacta_engine_compile(b->ruleset->engine, rule, composed->pattern.items, composed->pattern.count,
                                  b->jit, composed->needed, composed->needed_count, &wrong);
    if (status == PACTA_E_MEMORY)
        return pacta_build_no_memory(b);
    return status == PACTA_OK
               ? PACTA_OK
               : pacta_build_fail(b, pacta_composed_place(composed, entry, wrong.offset), wrong.message);
}

static int build_rule(pacta_build *b, const pacta_rule_entry *entry) {
    pacta_ruleset *set = b->ruleset;
    pacta_rule rule = {.kind = entry->kind,
                       .mode = entry->mode,
                       .priority = entry->priority,
                       .line = entry->line,
                       .whole = entry->whole,
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
        return pacta_build_no_memory(b);
    int status = entry->whole == WHOLE_PATTERN ? compile(b, entry, &rule) : PACTA_OK;
    if (status != PACTA_OK)
        return status;
    if (rule.capture_count > set->captures)
        set->captures = rule.capture_count;
    rule.index = (uint16_t)set->rules.count;
    set->rules.items[set->rules.count++] = rule;
    return PACTA_OK;
}

static int build_rules(pacta_build *b) {
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < b->model.rules.count; i++) {
        const pacta_rule_entry *entry = &b->model.rules.items[i];
        if (entry->off)
            continue;
        b->rule = entry->name;
        if (b->ruleset->rules.count == UINT16_MAX)
            status = pacta_build_fail(b, entry->place, "too many rules");
        else
            status = build_rule(b, entry);
        if (status == PACTA_OK)
            status = pacta_build_triggers(b, entry);
    }
    if (status == PACTA_OK)
        status = pacta_lay_out_triggers(b);
    pacta_array_release(&b->ruleset->memory, &b->pendings);
    return status;
}

/* ---- Signs ---------------------------------------------------------------------- */

/* 1907 Pacific Settlement Convention: figures have no signs, so that a name which
 * begins with them is looked for at its second word. */
static void give_signs_behind_figures(pacta_lexicon *lexicon, const pacta_registry *registry) {
    for (uint32_t i = 1; i < registry->nodes.count; i++) {
        const pacta_name_node *node = &registry->nodes.items[i],
                              *parent = &registry->nodes.items[node->parent];
        const char byte = lexicon->bytes.items[lexicon->texts.items[parent->lexeme].begin];
        if (node->parent != 0 && parent->parent == 0 && byte >= '0' && byte <= '9')
            lexicon->lexemes.items[node->lexeme].signs |= SIGN_NAME;
    }
}

/* The classes of words that tell something in a report. */
#define TELLING(word)                                                                                        \
    (PACTA_CLASS_BIT(word, CLASS_ASSERTING) | PACTA_CLASS_BIT(word, CLASS_LOCATION) |                        \
     PACTA_CLASS_BIT(word, CLASS_BASIS) | PACTA_CLASS_BIT(word, CLASS_LEGAL_MODAL) |                         \
     PACTA_CLASS_BIT(word, CLASS_LINK) | PACTA_CLASS_BIT(word, CLASS_SIGNING) |                              \
     PACTA_CLASS_BIT(word, CLASS_AGENT) | PACTA_CLASS_BIT(word, CLASS_OWNING))

static void give_signs(pacta_ruleset *set) {
    static const pacta_class_set TELLING_WORDS = PACTA_CLASS_SET(TELLING);
    pacta_lexicon *lexicon = &set->lexicon;
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++) {
        pacta_lexeme *lexeme = &lexicon->lexemes.items[i];
        if (lexicon->starts.items[i].alias != 0)
            lexeme->signs |= SIGN_NAME;
        if (pacta_lexeme_is(lexeme, CLASS_INSTRUMENT_NOUN) || pacta_lexeme_is(lexeme, CLASS_GENERIC) ||
            pacta_lexeme_is(lexeme, CLASS_NOUN_ACRONYM) || pacta_lexeme_is(lexeme, CLASS_NUMBERED) ||
            pacta_lexeme_is(lexeme, CLASS_CITED_ONLY))
            lexeme->signs |= SIGN_NOUN;
        if (pacta_lexeme_is(lexeme, CLASS_CONTRASTED))
            lexeme->signs |= SIGN_CONTRASTED;
        if (pacta_lexeme_is(lexeme, CLASS_FINITE))
            lexeme->signs |= SIGN_VERB;
        if (pacta_lexeme_is(lexeme, CLASS_CUE))
            lexeme->signs |= SIGN_CUE;
        if (pacta_lexeme_is_any(lexeme, &TELLING_WORDS))
            lexeme->signs |= SIGN_TELLING;
        for (unsigned w = 0; w < LIST_WORDS; w++)
            if ((lexeme->lists[w] & set->ahead_lists[w]) != 0)
                lexeme->signs |= SIGN_AHEAD;
    }
    give_signs_behind_figures(lexicon, &set->registry);
    pacta_lexicon_settle(lexicon);
}

/* ---- The whole ----------------------------------------------------------------- */

static int read_packs(pacta_build *b, const pacta_ruleset_options *options) {
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
            return pacta_build_no_memory(b);
    }
    return PACTA_OK;
}

static int read_table(pacta_build *b, const pacta_input *input) {
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

static int read_tables(pacta_build *b, const pacta_ruleset_options *options) {
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

static int build_ruleset(pacta_build *b, const pacta_ruleset_options *options) {
    int status = pacta_model_init(&b->model, &b->ruleset->memory);
    if (status != PACTA_OK)
        return pacta_fail(b->error, status, "out of memory");
    if ((status = read_packs(b, options)) != PACTA_OK || (status = build_words(b)) != PACTA_OK ||
        (status = build_units(b)) != PACTA_OK || (status = build_lists(b)) != PACTA_OK ||
        (status = read_tables(b, options)) != PACTA_OK)
        return status;
    for (unsigned u = 0; u < NAMED_UNIT_COUNT; u++)
        b->ruleset->named[u] = pacta_unit_named(b->ruleset, UNIT_NAMES[u]);
    if ((status = build_rules(b)) == PACTA_OK)
        give_signs(b->ruleset);
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
    set->first_sorted = BESIDE_LISTS;
    pacta_arena_init(&set->arena, &memory);
    pacta_build b = {.ruleset = set, .error = error, .jit = (options.flags & PACTA_NO_JIT) == 0};
    b.words = (pacta_class_words){.lexicon = &set->lexicon, .memory = &set->memory};
    b.composer = (pacta_composer){.model = &b.model, .words = &b.words, .memory = &set->memory};
    set->engine = pacta_engine_new(&memory);
    int status = PACTA_E_MEMORY;
    if (set->engine == NULL || !pacta_lexicon_init(&set->lexicon, &memory))
        pacta_build_no_memory(&b);
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
    pacta_array_release(&memory, &set->gates);
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
    *info = (pacta_rule_info){rule->name,         pacta_rule_kind_names[rule->kind],
                              rule->pack,         rule->line,
                              rule->pattern_size, rule->priority};
    return PACTA_OK;
}

const pacta_unit *pacta_unit_named(const pacta_ruleset *set, const char *name) {
    for (uint32_t i = 0; i < set->units.count; i++)
        if (strcmp(set->units.items[i].name, name) == 0)
            return &set->units.items[i];
    return NULL;
}
