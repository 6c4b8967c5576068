/* Statements that make rules and pieces of their patterns. */
#include "rules/pack_lines.h"
#include <stdio.h>
#include <string.h>

static const char *const KIND_MODES[] = {
#define X(id, name, modes) (modes),
    PACTA_RULE_KINDS(X)
#undef X
};

static const char *const SIDE_NAMES[] = {
#define X(id, name) name,
    PACTA_SIDES(X)
#undef X
};

static const char *const WHOLE_NAMES[] = {
#define X(id, name) name,
    PACTA_WHOLES(X)
#undef X
};

int pacta_read_define(pacta_pack_reader *r, uint32_t at, bool override) {
    pacta_define define = {0};
    int status;
    uint32_t begin = r->begin;
    if ((status = pacta_pack_name(r, &at, &define.name)) != PACTA_OK ||
        (status = pacta_pack_line_over(r, at)) != PACTA_OK ||
        (status = pacta_pack_pattern(r, r->end, &define.pattern)) != PACTA_OK)
        return status;
    pacta_define *other = pacta_model_define(r->model, define.name, strlen(define.name));
    if (other == NULL && override)
        return pacta_pack_fail(r, begin, "nothing of this name to override");
    if (other == NULL)
        return pacta_model_add_define(r->model, &define) ? PACTA_OK : pacta_pack_no_memory(r);
    if (!override)
        return pacta_pack_fail(r, begin, "this name is defined already; say 'override define'");
    *other = define;
    return PACTA_OK;
}

/* Index of `mode` among space-separated `modes`, or -1. */
static int find_mode(const char *modes, const char *mode) {
    size_t length = strlen(mode);
    int index = 0;
    for (const char *p = modes; *p != '\0'; index++) {
        size_t size = strcspn(p, " ");
        if (size == length && memcmp(p, mode, size) == 0)
            return index;
        p += size + (p[size] == ' ');
    }
    return -1;
}

static int take_mode(const pacta_pack_reader *r, uint32_t *at, pacta_rule_entry *rule) {
    const char *modes = KIND_MODES[rule->kind];
    rule->mode = -1;
    if (*modes == '\0')
        return PACTA_OK;
    uint32_t begin = *at;
    int status = pacta_pack_name(r, at, &rule->mode_text);
    if (status != PACTA_OK || *modes == '*')
        return status;
    rule->mode = find_mode(modes, rule->mode_text);
    if (rule->mode < 0) {
        char message[200];
        snprintf(message, sizeof message, "a rule of this kind is one of: %s", modes);
        return pacta_pack_fail(r, begin + 1, message);
    }
    return PACTA_OK;
}

static int take_triggers(const pacta_pack_reader *r, uint32_t at, pacta_rule_entry *rule) {
    for (pacta_slice word = pacta_pack_word(r, &at); word.begin < word.end; word = pacta_pack_word(r, &at)) {
        if (!pacta_array_push(r->memory, &r->model->triggers, word))
            return pacta_pack_no_memory(r);
        rule->trigger_count++;
    }
    return PACTA_OK;
}

static int take_beside(const pacta_pack_reader *r, uint32_t at, pacta_rule_entry *rule, pacta_side side) {
    for (pacta_slice word = pacta_pack_word(r, &at); word.begin < word.end; word = pacta_pack_word(r, &at)) {
        if (!pacta_array_push(r->memory, &r->model->beside[side], word))
            return pacta_pack_no_memory(r);
        rule->beside_count[side]++;
    }
    return PACTA_OK;
}

static int take_template(const pacta_pack_reader *r, uint32_t at, pacta_rule_entry *rule) {
    pacta_slice word = pacta_pack_word(r, &at);
    if (word.begin == word.end)
        return pacta_pack_fail(r, word.begin, "a template is missing");
    rule->id = pacta_arena_text(&r->model->arena, r->data + word.begin, word.end - word.begin);
    return rule->id == NULL ? pacta_pack_no_memory(r) : pacta_pack_line_over(r, at);
}

static int read_rule_body(pacta_pack_reader *r, pacta_rule_entry *rule) {
    int status, side;
    while (pacta_pack_inner_line(r)) {
        uint32_t at = r->begin;
        pacta_slice key = pacta_pack_word(r, &at);
        if (pacta_pack_is(r, key, "match")) {
            status = pacta_pack_pattern(r, at, &rule->pattern);
            const int whole = pacta_pack_among(r, rule->pattern, WHOLE_NAMES, WHOLE_COUNT);
            rule->whole = whole < 0 ? WHOLE_PATTERN : (pacta_whole)whole;
            return status;
        }
        if (pacta_pack_is(r, key, "on"))
            status = take_triggers(r, at, rule);
        else if ((side = pacta_pack_among(r, key, SIDE_NAMES, SIDE_COUNT)) >= 0)
            status = take_beside(r, at, rule, (pacta_side)side);
        else if (pacta_pack_is(r, key, "priority"))
            status = pacta_pack_integer(r, &at, &rule->priority);
        else if (pacta_pack_is(r, key, "id"))
            status = take_template(r, at, rule);
        else
            status =
                pacta_pack_fail(r, key.begin,
                                "a rule has lines 'on', 'next', 'not-next', 'then', 'after', 'not-after', "
                                "'ahead', 'priority', 'id' and 'match'");
        if (status != PACTA_OK)
            return status;
    }
    return pacta_pack_fail(r, rule->place.begin, "this rule has no 'match'");
}

int pacta_read_rule(pacta_pack_reader *r, uint32_t at, bool override) {
    pacta_rule_entry rule = {.line = r->line, .first_trigger = r->model->triggers.count};
    for (unsigned side = 0; side < SIDE_COUNT; side++)
        rule.first_beside[side] = r->model->beside[side].count;
    rule.place = (pacta_slice){r->pack, r->begin, r->end};
    int status = pacta_pack_name(r, &at, &rule.name);
    if (status != PACTA_OK)
        return status;
    r->rule = rule.name;
    pacta_slice kind = pacta_pack_word(r, &at);
    int found = pacta_pack_among(r, kind, pacta_rule_kind_names, RULE_KIND_COUNT);
    if (found < 0)
        return pacta_pack_fail(r, kind.begin, "no such kind of rule");
    rule.kind = (pacta_rule_kind)found;
    if ((status = take_mode(r, &at, &rule)) != PACTA_OK ||
        (status = pacta_pack_line_over(r, at)) != PACTA_OK || (status = read_rule_body(r, &rule)) != PACTA_OK)
        return status;
    pacta_rule_entry *other = pacta_model_rule(r->model, rule.name);
    if (other != NULL && !override)
        return pacta_pack_fail(r, rule.place.begin, "there is a rule of this name; say 'override rule'");
    if (other == NULL && override)
        return pacta_pack_fail(r, rule.place.begin, "no rule of this name to override");
    if (other != NULL) {
        *other = rule;
        return PACTA_OK;
    }
    return pacta_array_push(r->memory, &r->model->rules, rule) &&
                   pacta_index_add(&r->model->rule_names, r->memory, rule.name, strlen(rule.name),
                                   r->model->rules.count - 1)
               ? PACTA_OK
               : pacta_pack_no_memory(r);
}

int pacta_read_off(pacta_pack_reader *r, uint32_t at) {
    const char *name = NULL;
    int status = pacta_pack_name(r, &at, &name);
    if (status != PACTA_OK)
        return status;
    pacta_rule_entry *rule = pacta_model_rule(r->model, name);
    if (rule == NULL)
        return pacta_pack_fail(r, r->begin, "no rule of this name to switch off");
    rule->off = true;
    return pacta_pack_line_over(r, at);
}
