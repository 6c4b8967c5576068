#include "rules/compose.h"
#include "core/error.h"
#include "core/utf8.h"
#include <string.h>

/* PCRE2 takes 64 KiB at most; what all rules together may have bounds the time
 * and memory that packs can cost. */
enum { PATTERN_LIMIT = 60 * 1024, TOTAL_LIMIT = 16 << 20, CALL_LIMIT = 64 };

/* The rule in hand. */
typedef struct composing {
    pacta_composer *to;
    const pacta_rule_entry *rule;
    pacta_error *error;
} composing;

static int no_memory(const composing *c) {
    return pacta_fail(c->error, PACTA_E_MEMORY, "out of memory");
}

static int fail_at(const composing *c, pacta_slice place, const char *message) {
    return pacta_model_fail(c->to->model, place, c->rule->name, c->error, message);
}

static const char *slice_text(const composing *c, pacta_slice slice) {
    return c->to->model->packs.items[slice.pack].data + slice.begin;
}

static int append(const composing *c, const char *text, size_t size) {
    pacta_composer *to = c->to;
    if (size > PATTERN_LIMIT - to->pattern.count)
        return fail_at(c, c->rule->place, "this pattern is too large");
    if (size > 0) {
        if (!pacta_array_reserve(to->memory, &to->pattern, size))
            return no_memory(c);
        memcpy(to->pattern.items + to->pattern.count, text, size);
        to->pattern.count += (uint32_t)size;
    }
    return PACTA_OK;
}

static int append_text(const composing *c, const char *text) {
    return append(c, text, strlen(text));
}

static int append_slice(const composing *c, pacta_slice slice) {
    return append(c, slice_text(c, slice), slice.end - slice.begin);
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

static int find_class(const composing *c, const char *call, size_t size) {
    const pacta_model *model = c->to->model;
    for (uint32_t i = 0; i < model->classes.count; i++)
        if (same_name(model->classes.items[i].name, call, size))
            return (int)i;
    return -1;
}

static int need(const composing *c, const char *call, size_t size, pacta_slice place) {
    pacta_composer *to = c->to;
    for (uint32_t i = 0; i < to->needed_count; i++)
        if (same_name(to->needed[i], call, size))
            return PACTA_OK;
    if (pacta_model_define(to->model, call, size) == NULL && find_class(c, call, size) < 0)
        return fail_at(c, place, "this calls a definition that there is not");
    if (to->needed_count == NEEDED_LIMIT)
        return fail_at(c, place, "too many definitions are called");
    const char *name = pacta_arena_text(&to->model->arena, call, size);
    if (name == NULL)
        return no_memory(c);
    to->needed[to->needed_count++] = name;
    return PACTA_OK;
}

/* Notes what the pattern calls by (?&name). */
static int note_calls(const composing *c, pacta_slice pattern) {
    const char *text = slice_text(c, pattern);
    uint32_t size = pattern.end - pattern.begin;
    if (size > PATTERN_LIMIT)
        return fail_at(c, c->rule->place, "this pattern is too large");
    for (uint32_t i = 0; i + 3 < size; i++) {
        if (text[i] != '(' || text[i + 1] != '?' || text[i + 2] != '&')
            continue;
        const char *call = text + i + 3;
        size_t rest = size - i - 3;
        const char *close = memchr(call, ')', rest < CALL_LIMIT + 1 ? rest : CALL_LIMIT + 1);
        if (close == NULL) /* PCRE2 says what is wrong */
            continue;
        pacta_slice place = {pattern.pack, pattern.begin + i, pattern.begin + i};
        int status = need(c, call, (size_t)(close - call), place);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}

static int note_all_calls(const composing *c) {
    int status = note_calls(c, c->rule->pattern);
    for (uint32_t i = 0; status == PACTA_OK && i < c->to->needed_count; i++) {
        const char *name = c->to->needed[i];
        const pacta_define *define = pacta_model_define(c->to->model, name, strlen(name));
        if (define != NULL)
            status = note_calls(c, define->pattern);
    }
    return status;
}

/* Words of a class that have their first `depth` bytes in common. */
typedef struct branch {
    const pacta_lexicon *lexicon;
    const uint32_t *words;
    uint32_t count, depth;
} branch;

static const char *rest_of(const branch *b, uint32_t index, uint32_t *size) {
    const pacta_lexeme_text *text = &b->lexicon->texts.items[b->words[index]];
    *size = text->length - b->depth;
    return b->lexicon->bytes.items + text->begin + b->depth;
}

/* How many words from `index` on go on with the same character. */
static uint32_t run_of(const branch *b, uint32_t index, uint32_t *length) {
    uint32_t size, other_size, end = index + 1;
    const char *rest = rest_of(b, index, &size);
    *length = pacta_utf8_length((unsigned char)*rest);
    for (; end < b->count; end++) {
        const char *other = rest_of(b, end, &other_size);
        if (other_size < *length || memcmp(rest, other, *length) != 0)
            break;
    }
    return end - index;
}

static int append_character(const composing *c, const char *character, uint32_t length) {
    const char first = *character;
    bool plain = length > 1 || pacta_is_letter((unsigned char)first) || (first >= '0' && first <= '9');
    int status = plain ? PACTA_OK : append_text(c, "\\");
    return status != PACTA_OK ? status : append(c, character, length);
}

/* What the words have behind what they have in common, so that each character is
 * looked at once: (?:a(?:nd|s)|or). The longest that fits comes first. */
static int append_branch(const composing *c, const branch *b) {
    uint32_t first, length;
    rest_of(b, 0, &first);
    bool ends = first == 0; /* one of them is over */
    uint32_t from = ends ? 1 : 0;
    if (from == b->count)
        return PACTA_OK;
    bool single = !ends && run_of(b, 0, &length) == b->count;
    int status = single ? PACTA_OK : append_text(c, "(?:");
    for (uint32_t i = from, run; status == PACTA_OK && i < b->count; i += run) {
        run = run_of(b, i, &length);
        const branch inner = {b->lexicon, b->words + i, run, b->depth + length};
        uint32_t size;
        if ((i == from || (status = append_text(c, "|")) == PACTA_OK) &&
            (status = append_character(c, rest_of(b, i, &size), length)) == PACTA_OK)
            status = append_branch(c, &inner);
    }
    if (status == PACTA_OK && !single)
        status = append_text(c, ends ? ")?" : ")");
    return status;
}

static int append_class(const composing *c, unsigned class) {
    const pacta_word_list *words = pacta_words_of(c->to->words, class);
    if (words == NULL)
        return no_memory(c);
    if (words->count == 0)
        return append_text(c, "(*FAIL)");
    const branch all = {c->to->words->lexicon, words->items, words->count, 0};
    int status = append_text(c, "(?i:");
    if (status == PACTA_OK)
        status = append_branch(c, &all);
    return status != PACTA_OK ? status : append_text(c, ")(?![[:alpha:]])");
}

static int append_needed(const composing *c, uint32_t index) {
    pacta_composer *to = c->to;
    const char *name = to->needed[index];
    size_t length = strlen(name);
    const pacta_define *define = pacta_model_define(to->model, name, length);
    int status;
    if ((status = append_text(c, "(?(DEFINE)(?<")) != PACTA_OK ||
        (status = append_text(c, name)) != PACTA_OK || (status = append_text(c, ">")) != PACTA_OK)
        return status;
    to->starts[index] = to->pattern.count;
    to->slices[index] = define == NULL ? (pacta_slice){0} : define->pattern;
    status = define == NULL ? append_class(c, (unsigned)find_class(c, name, length))
                            : append_slice(c, define->pattern);
    return status != PACTA_OK ? status : append_text(c, "\n))");
}

int pacta_compose(pacta_composer *composer, const pacta_rule_entry *rule, pacta_error *error) {
    const composing c = {composer, rule, error};
    composer->pattern.count = composer->needed_count = 0;
    int status = note_all_calls(&c);
    for (uint32_t i = 0; status == PACTA_OK && i < composer->needed_count; i++)
        status = append_needed(&c, i);
    composer->own = composer->pattern.count;
    if (status == PACTA_OK)
        status = append_slice(&c, rule->pattern);
    if (status == PACTA_OK && (composer->bytes += composer->pattern.count) > TOTAL_LIMIT)
        status = fail_at(&c, rule->place, "the rules' patterns are too large together");
    return status;
}

pacta_slice pacta_composed_place(const pacta_composer *composer, const pacta_rule_entry *rule,
                                 size_t offset) {
    if (offset >= composer->own) {
        uint32_t at = rule->pattern.begin + (uint32_t)(offset - composer->own);
        return (pacta_slice){rule->pattern.pack, at, at};
    }
    for (uint32_t i = composer->needed_count; i-- > 0;) {
        const pacta_slice *slice = &composer->slices[i];
        uint32_t start = composer->starts[i];
        if (offset >= start && offset - start <= slice->end - slice->begin) {
            uint32_t at = slice->begin + (uint32_t)(offset - start);
            return (pacta_slice){slice->pack, at, at};
        }
    }
    return rule->place;
}

void pacta_composer_free(pacta_composer *composer) {
    pacta_array_release(composer->memory, &composer->pattern);
}
