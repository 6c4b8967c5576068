#include "rules/ruleset.h"
#include "core/error.h"
#include "core/sort.h"
#include "rules/pack.h"
#include <stdio.h>
#include <string.h>

enum { PATTERN_LIMIT = 60 * 1024, NEEDED_LIMIT = 128 };

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
    const char *rule;                 /* name of the rule in hand, or NULL */
    PACTA_ARRAY(char) pattern;        /* of the rule in hand: definitions, then its own */
    const char *needed[NEEDED_LIMIT]; /* definitions that the rule in hand calls */
    uint32_t starts[NEEDED_LIMIT];    /* where each begins in `pattern` */
    pacta_slice slices[NEEDED_LIMIT]; /* and in its pack */
    uint32_t needed_count;
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

/* ---- Patterns -------------------------------------------------------------- */

static bool append(build *b, const char *text, size_t size) {
    if (size == 0)
        return true;
    if (!pacta_array_reserve(&b->ruleset->memory, &b->pattern, size))
        return false;
    memcpy(b->pattern.items + b->pattern.count, text, size);
    b->pattern.count += (uint32_t)size;
    return true;
}

static bool append_text(build *b, const char *text) {
    return append(b, text, strlen(text));
}

/* Same name, where '-' in a class is '_' in a pattern. */
static bool same_name(const char *name, const char *call, size_t size) {
    if (strlen(name) != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (name[i] != call[i] && !(name[i] == '-' && call[i] == '_'))
            return false;
    return true;
}

static const pacta_define *find_define(const build *b, const char *call, size_t size) {
    for (uint32_t i = 0; i < b->model.defines.count; i++)
        if (same_name(b->model.defines.items[i].name, call, size))
            return &b->model.defines.items[i];
    return NULL;
}

static int find_class(const build *b, const char *call, size_t size) {
    for (uint32_t i = 0; i < b->model.classes.count; i++)
        if (same_name(b->model.classes.items[i].name, call, size))
            return (int)i;
    return -1;
}

static int need(build *b, const char *call, size_t size, pacta_slice place) {
    for (uint32_t i = 0; i < b->needed_count; i++)
        if (same_name(b->needed[i], call, size))
            return PACTA_OK;
    char *name = pacta_arena_take(&b->model.arena, size + 1);
    if (name == NULL)
        return no_memory(b);
    memcpy(name, call, size);
    name[size] = '\0';
    if (find_define(b, call, size) == NULL && find_class(b, call, size) < 0)
        return fail_at(b, place, "this calls a definition that there is not");
    if (b->needed_count == NEEDED_LIMIT)
        return fail_at(b, place, "too many definitions are called");
    b->needed[b->needed_count++] = name;
    return PACTA_OK;
}

/* Notes what the pattern calls by (?&name). */
static int note_calls(build *b, pacta_slice pattern) {
    const char *text = slice_text(b, pattern);
    uint32_t size = pattern.end - pattern.begin;
    for (uint32_t i = 0; i + 3 < size; i++) {
        if (text[i] != '(' || text[i + 1] != '?' || text[i + 2] != '&')
            continue;
        const char *call = text + i + 3;
        const char *close = memchr(call, ')', size - i - 3);
        size_t length = close == NULL ? 65 : (size_t)(close - call);
        pacta_slice place = {pattern.pack, pattern.begin + i, pattern.begin + i};
        int status = length > 64 ? PACTA_OK : need(b, call, length, place);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}

/* A class as alternatives, longer words first so that none hides another. */
static int append_class(build *b, unsigned class) {
    const pacta_lexicon *lexicon = &b->ruleset->lexicon;
    bool first = true;
    if (!append_text(b, "(?i:"))
        return no_memory(b);
    for (uint32_t length = 48; length > 0; length--)
        for (uint32_t i = 1; i < lexicon->lexemes.count; i++) {
            const pacta_lexeme *lexeme = &lexicon->lexemes.items[i];
            bool member = class == CLASS_UNIT ? lexeme->unit != 0 : pacta_lexeme_is(lexeme, class);
            if (!member || lexeme->length != length)
                continue;
            if (!append_text(b, first ? "\\Q" : "|\\Q") ||
                !append(b, lexicon->bytes.items + lexeme->text, length) || !append_text(b, "\\E"))
                return no_memory(b);
            first = false;
        }
    return append_text(b, first ? "(*FAIL))" : ")(?![[:alpha:]])") ? PACTA_OK : no_memory(b);
}

/* Definitions first, then the rule's own pattern. */
static int compose(build *b, const pacta_rule_entry *rule) {
    b->pattern.count = b->needed_count = 0;
    int status = note_calls(b, rule->pattern);
    for (uint32_t i = 0; status == PACTA_OK && i < b->needed_count; i++) {
        const pacta_define *define = find_define(b, b->needed[i], strlen(b->needed[i]));
        if (define != NULL)
            status = note_calls(b, define->pattern);
    }
    if (status != PACTA_OK)
        return status;
    for (uint32_t i = 0; i < b->needed_count; i++) {
        const char *name = b->needed[i];
        const pacta_define *define = find_define(b, name, strlen(name));
        if (!append_text(b, "(?(DEFINE)(?<") || !append_text(b, name) || !append_text(b, ">"))
            return no_memory(b);
        b->starts[i] = b->pattern.count;
        b->slices[i] = define == NULL ? (pacta_slice){0} : define->pattern;
        if (define == NULL)
            status = append_class(b, (unsigned)find_class(b, name, strlen(name)));
        else if (!append(b, slice_text(b, define->pattern), define->pattern.end - define->pattern.begin))
            status = no_memory(b);
        if (status != PACTA_OK)
            return status;
        if (!append_text(b, "\n))"))
            return no_memory(b);
    }
    return PACTA_OK;
}

/* The place in a pack of an offset in the composed pattern. */
static pacta_slice place_of(const build *b, const pacta_rule_entry *rule, uint32_t own, size_t offset) {
    if (offset >= own) {
        uint32_t at = rule->pattern.begin + (uint32_t)(offset - own);
        return (pacta_slice){rule->pattern.pack, at, at};
    }
    for (uint32_t i = b->needed_count; i-- > 0;) {
        uint32_t size = b->slices[i].end - b->slices[i].begin;
        if (offset >= b->starts[i] && offset - b->starts[i] <= size) {
            uint32_t at = b->slices[i].begin + (uint32_t)(offset - b->starts[i]);
            return (pacta_slice){b->slices[i].pack, at, at};
        }
    }
    return rule->place;
}

static int build_rule(build *b, const pacta_rule_entry *entry) {
    pacta_ruleset *set = b->ruleset;
    int status = compose(b, entry);
    if (status != PACTA_OK)
        return status;
    uint32_t own = b->pattern.count, size = entry->pattern.end - entry->pattern.begin;
    if (!append(b, slice_text(b, entry->pattern), size))
        return no_memory(b);
    if (b->pattern.count > PATTERN_LIMIT)
        return fail_at(b, entry->place, "this pattern is too large");
    pacta_rule rule = {.kind = entry->kind,
                       .mode = entry->mode,
                       .priority = entry->priority,
                       .line = entry->line,
                       .pattern_size = size};
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
    status = pacta_engine_compile(set->engine, &rule, b->pattern.items, b->pattern.count, b->jit, b->needed,
                                  b->needed_count, &wrong);
    if (status == PACTA_E_MEMORY)
        return no_memory(b);
    if (status != PACTA_OK)
        return fail_at(b, place_of(b, entry, own, wrong.offset), wrong.message);
    if (rule.capture_count > set->captures)
        set->captures = rule.capture_count;
    rule.index = (uint16_t)set->rules.count;
    set->rules.items[set->rules.count++] = rule;
    return PACTA_OK;
}

/* ---- Triggers ---------------------------------------------------------------- */

/* One (word, kind, rule), before they are laid out. */
typedef struct pending {
    uint32_t lexeme; /* 0: always */
    uint32_t order;
    pacta_trigger trigger;
    uint8_t kind;
    int16_t priority;
} pending;

typedef struct pendings {
    PACTA_ARRAY(pending) list;
} pendings;

static int add_pending(build *b, pendings *p, uint32_t lexeme, char next) {
    const pacta_rule *rule = &b->ruleset->rules.items[b->ruleset->rules.count - 1];
    pending one = {lexeme,
                   p->list.count,
                   {(uint16_t)(b->ruleset->rules.count - 1), next},
                   (uint8_t)rule->kind,
                   (int16_t)rule->priority};
    return pacta_array_push(&b->ruleset->memory, &p->list, one) ? PACTA_OK : no_memory(b);
}

static const char *const LEVEL_NAMES[] = {
#define X(id, name) name,
    PACTA_LEVELS(X)
#undef X
};

/* `@unit/item`: the words of the units of one level. */
static int add_level_trigger(build *b, pendings *p, pacta_slice trigger) {
    const char *text = slice_text(b, trigger), *slash = memchr(text, '/', trigger.end - trigger.begin);
    size_t size = (size_t)(text + (trigger.end - trigger.begin) - slash) - 1;
    int status = PACTA_E_RULES;
    for (unsigned level = 0; level < LEVEL_COUNT; level++) {
        if (strlen(LEVEL_NAMES[level]) != size || memcmp(LEVEL_NAMES[level], slash + 1, size) != 0)
            continue;
        status = PACTA_OK;
        const pacta_lexicon *lexicon = &b->ruleset->lexicon;
        for (uint32_t i = 1; status == PACTA_OK && i < lexicon->lexemes.count; i++) {
            uint8_t unit = lexicon->lexemes.items[i].unit;
            if (unit != 0 && b->ruleset->units.items[unit - 1].level == level)
                status = add_pending(b, p, i, '\0');
        }
    }
    if (status == PACTA_E_RULES)
        return fail_at(b, trigger, "units have no such level");
    return status;
}

/* A trigger is a word, `@class`, `@unit/level`, a word with the byte that
 * follows it (S/), or `*`. */
static int add_trigger(build *b, pendings *p, pacta_slice trigger) {
    const char *text = slice_text(b, trigger);
    uint32_t size = trigger.end - trigger.begin;
    if (size == 1 && *text == '*')
        return add_pending(b, p, 0, '\0');
    pacta_lexicon *lexicon = &b->ruleset->lexicon;
    if (size > 6 && memcmp(text, "@unit/", 6) == 0)
        return add_level_trigger(b, p, trigger);
    if (*text == '@' && size > 1) {
        int class = pacta_model_class(&b->model, text + 1, size - 1), status = PACTA_OK;
        if (class < 0)
            return fail_at(b, trigger, "no class of words has this name");
        for (uint32_t i = 1; status == PACTA_OK && i < lexicon->lexemes.count; i++) {
            const pacta_lexeme *lexeme = &lexicon->lexemes.items[i];
            if (class == CLASS_UNIT ? lexeme->unit != 0 : pacta_lexeme_is(lexeme, (unsigned)class))
                status = add_pending(b, p, i, '\0');
        }
        return status;
    }
    char next = '\0';
    if (size > 1 && (text[size - 1] == '/' || text[size - 1] == '.')) {
        next = text[size - 1];
        trigger.end--;
    }
    uint32_t lexeme;
    int status = add_word(b, trigger, &lexeme);
    return status != PACTA_OK ? status : add_pending(b, p, lexeme, next);
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
           a->trigger.next == b->trigger.next;
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
        uint32_t *first = one->lexeme == 0 ? &set->first_always[one->kind] : &lexeme->first_rule[one->kind];
        uint16_t *number = one->lexeme == 0 ? &set->always_count[one->kind] : &lexeme->rule_count[one->kind];
        if ((*number)++ == 0)
            *first = set->triggers.count;
        set->triggers.items[set->triggers.count++] = one->trigger;
    }
    return PACTA_OK;
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
            return fail_at(b, entry->place, "too many rules");
        status = build_rule(b, entry);
        for (uint32_t t = 0; status == PACTA_OK && t < entry->trigger_count; t++)
            status = add_trigger(b, &p, b->model.triggers.items[entry->first_trigger + t]);
    }
    if (status == PACTA_OK)
        status = lay_out_triggers(b, &p);
    pacta_array_release(&b->ruleset->memory, &p.list);
    return status;
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
        (status = build_units(b)) != PACTA_OK || (status = read_tables(b, options)) != PACTA_OK)
        return status;
    return build_rules(b);
}

int pacta_ruleset_new(const pacta_ruleset_options *given, pacta_ruleset **ruleset, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (ruleset == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "no place for the ruleset");
    pacta_ruleset_options options = {0};
    if (given != NULL)
        memcpy(&options, given, given->struct_size < sizeof options ? given->struct_size : sizeof options);
    pacta_allocator memory = pacta_memory(options.allocator);
    pacta_ruleset *set = pacta_new(&memory, sizeof *set);
    if (set == NULL)
        return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    set->memory = memory;
    pacta_arena_init(&set->arena, &memory);
    build b = {.ruleset = set, .error = error, .jit = (options.flags & PACTA_NO_JIT) == 0};
    set->engine = pacta_engine_new(&memory);
    int status = PACTA_E_MEMORY;
    if (set->engine == NULL || !pacta_lexicon_init(&set->lexicon, &memory))
        no_memory(&b);
    else
        status = build_ruleset(&b, &options);
    pacta_array_release(&memory, &b.pattern);
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

/* ---- Rules in use ---------------------------------------------------------------- */

static const pacta_rule *try_list(const pacta_ruleset *set, pacta_matcher *matcher, const pacta_trigger *list,
                                  uint32_t count, const char *text, uint32_t size, uint32_t start,
                                  uint32_t word_end) {
    for (uint32_t i = 0; i < count; i++) {
        if (list[i].next != '\0' && (word_end >= size || text[word_end] != list[i].next))
            continue;
        const pacta_rule *rule = &set->rules.items[list[i].rule];
        if (pacta_match(matcher, rule, text, size, start))
            return rule;
    }
    return NULL;
}

const pacta_rule *pacta_try_rules(const pacta_ruleset *set, pacta_matcher *matcher, pacta_rule_kind kind,
                                  uint32_t lexeme, const char *text, uint32_t size, uint32_t start,
                                  uint32_t word_end) {
    const pacta_lexeme *word = &set->lexicon.lexemes.items[lexeme];
    if (lexeme == 0 || word->rule_count[kind] == 0)
        return NULL;
    return try_list(set, matcher, set->triggers.items + word->first_rule[kind], word->rule_count[kind], text,
                    size, start, word_end);
}

const pacta_rule *pacta_try_always(const pacta_ruleset *set, pacta_matcher *matcher, pacta_rule_kind kind,
                                   const char *text, uint32_t size, uint32_t start) {
    if (set->always_count[kind] == 0)
        return NULL;
    return try_list(set, matcher, set->triggers.items + set->first_always[kind], set->always_count[kind],
                    text, size, start, start);
}

const pacta_unit *pacta_unit_named(const pacta_ruleset *set, const char *name) {
    for (uint32_t i = 0; i < set->units.count; i++)
        if (strcmp(set->units.items[i].name, name) == 0)
            return &set->units.items[i];
    return NULL;
}
