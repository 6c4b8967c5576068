#include "find/segments.h"
#include "find/number_lists.h"
#include <stdio.h>
#include <stdlib.h>

enum { BRACKET_REACH = 200, COUNTED_LIMIT = 16 };

/* What a rule matched, while it is read. */
typedef struct reader {
    pacta_work *work;
    const pacta_rule *rule;
    pacta_segment *segment;
    pacta_span span;
} reader;

static bool group_of(const reader *r, pacta_group group, pacta_span *span) {
    return pacta_match_group(&r->work->matcher, r->rule, group, span);
}

/* 2, 2a, a */
static bool is_number(const reader *r, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(r->work, token);
    return cut->kind == PACTA_TOKEN_NUMBER || (cut->kind == PACTA_TOKEN_WORD && cut->end - cut->begin == 1);
}

/* The bracket behind "paragraph 2)" closes nothing that was opened before. */
static bool owns_bracket(const reader *r, uint32_t end) {
    const pacta_work *work = r->work;
    if (end >= work->tokens.count || !pacta_is_char(work, end, ')') ||
        (pacta_cut_at(r->work, end)->flags & TOKEN_SPACED) != 0 || !is_number(r, end - 1))
        return false;
    uint32_t low = work->sentences.items[pacta_sentence_of(work, end)].first;
    for (uint32_t i = end, open = 0; i-- > low && end - i < BRACKET_REACH;) {
        if (pacta_is_char(work, i, ')') && i > low && !is_number(r, i - 1))
            open++;
        else if (pacta_is_char(work, i, '(') && open-- == 0)
            return false;
    }
    return true;
}

/* The unit that the rule names, or the words of its group. */
static bool read_unit(reader *r) {
    const pacta_ruleset *rules = r->work->rules;
    pacta_span span;
    if (!group_of(r, GROUP_UNIT, &span))
        return false;
    const pacta_lexeme *word = NULL;
    for (uint32_t i = pacta_token_at(r->work, span.begin); pacta_cut_at(r->work, i)->begin < span.end; i++)
        if (word == NULL && pacta_word_of(r->work, i)->unit != 0)
            word = pacta_word_of(r->work, i);
    r->segment->plural = word != NULL && word->plural;
    const pacta_unit *named = r->rule->id == NULL ? NULL : pacta_unit_named(rules, r->rule->id);
    if (named == NULL && word == NULL)
        return false;
    r->segment->unit = named != NULL ? pacta_unit_index(r->work, named) : (uint8_t)(word->unit - 1);
    return true;
}

static int push_step(reader *r, pacta_step step) {
    pacta_path path = {.span = r->span, .count = 1, .name = PACTA_NONE};
    path.steps[0] = step;
    return pacta_array_push(&r->work->memory, &r->work->paths, path) ? PACTA_OK
                                                                     : pacta_out_of_memory(r->work);
}

static bool has_roman(const reader *r, uint32_t first) {
    for (uint32_t i = first; i < r->segment->end; i++)
        if (pacta_cut_at(r->work, i)->kind == PACTA_TOKEN_ROMAN)
            return true;
    return false;
}

static int read_numbers(reader *r, pacta_span numbers) {
    pacta_work *work = r->work;
    pacta_level level = work->rules->units.items[r->segment->unit].level;
    uint32_t first = pacta_token_at(work, numbers.begin);
    const uint32_t matched = pacta_token_at(work, numbers.end - 1) + 1;
    uint32_t end = pacta_number_list_end(work, first, matched);
    pacta_span tail;
    if (end < matched)
        r->segment->end = end;
    r->segment->worded = pacta_is(work, first, CLASS_NUMERAL);
    r->segment->roman = level <= LEVEL_ARTICLE && has_roman(r, first);
    if (level == LEVEL_ITEM && end == r->segment->end && owns_bracket(r, end))
        end = ++r->segment->end;
    int status = pacta_read_number_list(work, r->segment->unit, first, end);
    if (status != PACTA_OK || work->paths.count == r->segment->first_path)
        return status;
    if (group_of(r, GROUP_NEXT, &tail))
        return pacta_add_following(work);
    pacta_path *last = &work->paths.items[work->paths.count - 1];
    last->open = group_of(r, GROUP_OPEN, &tail);
    return PACTA_OK;
}

/* ---- Counted ------------------------------------------------------------------------- */

/* The value of the numeral or figure at the token, or 0. */
static int value_at(const reader *r, uint32_t token) {
    if (pacta_cut_at(r->work, token)->kind == PACTA_TOKEN_NUMBER)
        return atoi(pacta_work_text(r->work) + pacta_cut_at(r->work, token)->begin);
    return pacta_word_of(r->work, token)->value;
}

static int value_in(const reader *r, pacta_group group) {
    pacta_span span;
    if (!group_of(r, group, &span))
        return 0;
    int value = 0;
    for (uint32_t i = pacta_token_at(r->work, span.begin);
         value == 0 && pacta_cut_at(r->work, i)->begin < span.end; i++)
        value = value_at(r, i);
    return value < COUNTED_LIMIT ? value : COUNTED_LIMIT;
}

/* From the end where negative: the last is -1. */
static int push_nth(reader *r, int nth) {
    pacta_step step = {.unit = r->segment->unit, .ordinal = true};
    if (nth >= 0)
        snprintf(step.number, sizeof step.number, "%d", nth);
    else if (nth == -1)
        snprintf(step.number, sizeof step.number, "last");
    else
        snprintf(step.number, sizeof step.number, "last%d", nth + 1);
    return push_step(r, step);
}

/* second and third; the first two; both */
static int read_ordinals(reader *r, pacta_span nth) {
    int count = value_in(r, GROUP_HOW_MANY), status = PACTA_OK;
    for (uint32_t i = pacta_token_at(r->work, nth.begin);
         status == PACTA_OK && i < r->work->tokens.count && pacta_cut_at(r->work, i)->begin < nth.end; i++) {
        int value = value_at(r, i), from = value < 0 && count > 0 ? value - count + 1 : value;
        if (value != 0)
            status = push_nth(r, from);
        for (int k = 1; status == PACTA_OK && value != 0 && k < count; k++)
            status = push_nth(r, from + k);
    }
    return status;
}

static int read_whole_count(reader *r) {
    int count = value_in(r, GROUP_HOW_MANY), status = PACTA_OK;
    for (int nth = 1; status == PACTA_OK && nth <= count; nth++)
        status = push_nth(r, nth);
    return status;
}

/* ---- Relative ------------------------------------------------------------------------ */

/* this Article, the two preceding paragraphs, that Annex */
static int read_relative(reader *r, pacta_span words) {
    pacta_step step = {.unit = r->segment->unit, .relative = true};
    int8_t direction = 0;
    for (uint32_t i = pacta_token_at(r->work, words.begin);
         i < r->work->tokens.count && pacta_cut_at(r->work, i)->begin < words.end; i++) {
        if (pacta_is(r->work, i, CLASS_PREVIOUS))
            direction = -1;
        else if (pacta_is(r->work, i, CLASS_NEXT))
            direction = 1;
        else if (pacta_is(r->work, i, CLASS_LAST_NAMED))
            step.same = true;
    }
    int count = direction == 0 ? 1 : value_in(r, GROUP_HOW_MANY), status = PACTA_OK;
    step.all = direction != 0 && count == 0 && r->segment->plural;
    for (int k = 1; status == PACTA_OK && k <= (count > 1 ? count : 1); k++) {
        int away = direction < 0 && count > 1 ? count - k + 1 : k;
        step.offset = (int8_t)(direction * away);
        status = push_step(r, step);
    }
    return status;
}

int pacta_read_segment(pacta_work *work, const pacta_rule *rule, pacta_segment *segment) {
    reader r = {work, rule, segment, pacta_match_span(&work->matcher)};
    pacta_span part;
    *segment =
        (pacta_segment){.end = pacta_token_at(work, r.span.end - 1) + 1, .first_path = work->paths.count};
    if (!read_unit(&r))
        return PACTA_OK;
    if (group_of(&r, GROUP_NUMBERS, &part))
        return read_numbers(&r, part);
    if (group_of(&r, GROUP_ORDINAL, &part))
        return read_ordinals(&r, part);
    if (group_of(&r, GROUP_RELATION, &part))
        return read_relative(&r, part);
    if (group_of(&r, GROUP_HOW_MANY, &part))
        return read_whole_count(&r);
    return push_step(&r, (pacta_step){.unit = segment->unit});
}
