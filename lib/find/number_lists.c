#include "find/number_lists.h"
#include "find/cited_numbers.h"
#include "structure/provision_lookup.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANGE_LIMIT = 512, STEP_NUMBER = sizeof((pacta_step *)0)->number };

typedef struct reader {
    pacta_work *work;
    pacta_number_reader in;
    uint8_t unit;
    uint32_t first;       /* token */
    pacta_path path;      /* the one in hand; count 0 is none */
    uint32_t first_path;  /* of this list */
    bool bracketed;       /* the list began with a bracket: (1) */
    bool ranged;          /* the one in hand ends a range */
    uint32_t range_begin; /* where the words of that range begin */
    pacta_number_style styles[STEP_LIMIT];
} reader;

static uint8_t unit_of(const reader *r, pacta_named_unit name) {
    const pacta_unit *unit = r->work->rules->named[name];
    return unit == NULL ? r->unit : pacta_unit_index(r->work, unit);
}

static pacta_level level_of(const reader *r, uint8_t unit) {
    return r->work->rules->units.items[unit].level;
}

/* ---- Paths ---------------------------------------------------------------------------- */

/* What a number numbers, under the unit above it. */
static uint8_t unit_below(const reader *r, uint8_t above, pacta_number_style s) {
    const pacta_unit *unit = &r->work->rules->units.items[above];
    if (s != STYLE_FIGURES || unit == r->work->rules->named[UNIT_POINT])
        return unit_of(r, UNIT_POINT);
    return unit == r->work->rules->named[UNIT_SECTION] ? unit_of(r, UNIT_SUBSECTION)
                                                       : unit_of(r, UNIT_PARAGRAPH);
}

/* The unit of the list's own numbers: under an article, the mark decides. */
static uint8_t own_unit(const reader *r, pacta_number_style s) {
    if (!r->in.of_item)
        return r->unit;
    return s == STYLE_FIGURES ? unit_of(r, UNIT_PARAGRAPH) : unit_of(r, UNIT_POINT);
}

static bool push_step(reader *r, uint8_t unit, const pacta_cited_number *n) {
    if (r->path.count == STEP_LIMIT)
        return false;
    pacta_step step = {.unit = unit};
    memcpy(step.number, n->text, sizeof step.number);
    r->styles[r->path.count] = n->style;
    r->path.steps[r->path.count++] = step;
    return true;
}

static int keep_path(reader *r, const pacta_path *path) {
    return pacta_array_push(&r->work->memory, &r->work->paths, *path) ? PACTA_OK
                                                                      : pacta_out_of_memory(r->work);
}

/* What stands behind the last full stop or hyphen of 11.3 and A-2, or all of the number. */
static const char *last_part(const char *number) {
    const char *mark = strpbrk(number, ".-");
    while (mark != NULL) {
        number = mark + 1;
        mark = strpbrk(number, ".-");
    }
    return number;
}

static bool ends_in_letter(const char *number) {
    const char *part = last_part(number);
    return part > number && *part >= 'a' && *part <= 'z' && part[1] == '\0';
}

/* The next one of its style, in place; false if it has none. */
static bool step_on(char *number, pacta_number_style s) {
    char *text = number + (last_part(number) - number);
    size_t size = strlen(text);
    if (s == STYLE_LETTER && size == 1 && *text >= 'a' && *text < 'z') {
        ++*text;
        return true;
    }
    if (s == STYLE_FIGURES && size < 8 && strspn(text, "0123456789") == size) {
        const size_t room = STEP_NUMBER - (size_t)(text - number);
        return snprintf(text, room, "%d", atoi(text) + 1) < (int)room;
    }
    return false;
}

static uint32_t roman_value(const char *text) {
    return pacta_roman(text, (uint32_t)strlen(text));
}

/* Writes a Roman numeral in small letters. */
static void write_roman(uint32_t value, char *out, size_t room) {
    static const struct {
        uint32_t value;
        const char *text;
    } steps[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    size_t used = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (; value >= steps[i].value && used + 3 < room; value -= steps[i].value)
            used += (size_t)snprintf(out + used, room - used, "%s", steps[i].text);
}

int pacta_add_following(pacta_work *work) {
    pacta_path path = work->paths.items[work->paths.count - 1];
    if (!step_on(path.steps[path.count - 1].number, STYLE_FIGURES))
        return PACTA_OK;
    return pacta_array_push(&work->memory, &work->paths, path) ? PACTA_OK : pacta_out_of_memory(work);
}

/* The paths between the last one kept and the one in hand. */
static int fill_range(reader *r, pacta_span whole) {
    pacta_path *from = &r->work->paths.items[r->work->paths.count - 1], middle = *from;
    const pacta_step *last = &r->path.steps[r->path.count - 1];
    pacta_step *step = &middle.steps[middle.count - 1];
    pacta_number_style s = r->styles[r->path.count - 1];
    bool roman = step->unit == unit_of(r, UNIT_POINT) && s != STYLE_FIGURES &&
                 roman_value(step->number) > 0 && roman_value(last->number) > roman_value(step->number) &&
                 (strlen(step->number) > 1 || strlen(last->number) > 1 || *step->number == 'i');
    if (ends_in_letter(step->number) && ends_in_letter(last->number)) /* 2-A to 2-C */
        s = STYLE_LETTER;
    else if ((s == STYLE_ROMAN && !roman) || (s == STYLE_LETTER && last_part(last->number) > last->number))
        s = STYLE_FIGURES; /* of an article: its eid has figures */
    const size_t head = (size_t)(last_part(last->number) - last->number);
    if ((size_t)(last_part(step->number) - step->number) != head ||
        memcmp(step->number, last->number, head) != 0)
        return PACTA_OK; /* 9.12 to 10.3, 14-1 to 20: who knows */
    middle.span = whole;
    for (uint32_t n = 0;; n++) {
        if (roman) {
            uint32_t value = roman_value(step->number) + 1;
            *step->number = '\0';
            write_roman(value, step->number, sizeof step->number);
        } else if (!step_on(step->number, s)) {
            return PACTA_OK;
        }
        if (strcmp(step->number, last->number) == 0)
            return PACTA_OK;
        if (n >= RANGE_LIMIT ||
            (s == STYLE_FIGURES && !roman && atoi(last_part(step->number)) > atoi(last_part(last->number))) ||
            (s == STYLE_LETTER && *last_part(step->number) > *last_part(last->number)))
            return PACTA_OK;
        int status = keep_path(r, &middle);
        if (status != PACTA_OK)
            return status;
    }
}

/* A range too long to spell out, by itself or with those before it. */
static bool is_long_range(const reader *r) {
    const pacta_path *from = &r->work->paths.items[r->work->paths.count - 1];
    int first = atoi(from->steps[from->count - 1].number),
        last = atoi(r->path.steps[r->path.count - 1].number);
    return last - first > RANGE_LIMIT || (last - first != 1 && !pacta_may_spell_out(r->work, RANGE_LIMIT));
}

/* "131-3" is 131 to 133. */
static void complete_short_end(reader *r) {
    const pacta_step *from = &r->work->paths.items[r->work->paths.count - 1]
                                  .steps[r->work->paths.items[r->work->paths.count - 1].count - 1];
    pacta_step *last = &r->path.steps[r->path.count - 1];
    size_t long_size = strlen(from->number), size = strlen(last->number);
    if (size >= long_size || strspn(from->number, "0123456789") != long_size ||
        strspn(last->number, "0123456789") != size || long_size >= sizeof last->number)
        return;
    char whole[16];
    memcpy(whole, from->number, long_size - size);
    memcpy(whole + long_size - size, last->number, size + 1);
    if (atoi(whole) > atoi(from->number))
        memcpy(last->number, whole, long_size + 1);
}

/* Keeps the path in hand; the range that it ends is spelt out before it. */
static int finish_path(reader *r) {
    if (r->path.count == 0)
        return PACTA_OK;
    int status = PACTA_OK;
    if (r->ranged && r->work->paths.count > r->first_path) {
        complete_short_end(r);
        pacta_span whole = {r->range_begin, r->path.span.end};
        if (is_long_range(r)) {
            pacta_path *from = &r->work->paths.items[r->work->paths.count - 1];
            memcpy(from->through, r->path.steps[r->path.count - 1].number, sizeof from->through);
            from->span = whole;
            r->path.count = 0;
            r->ranged = false;
            return PACTA_OK;
        }
        status = fill_range(r, whole);
    }
    if (status == PACTA_OK)
        status = keep_path(r, &r->path);
    r->ranged = false;
    return status;
}

static bool is_lettered(const reader *r, uint32_t step) {
    return pacta_is_in_unit(r->work, &r->path.steps[step], UNIT_POINT);
}

/* (i) and (iii): what looks like a letter is a numeral. */
static bool leads_to_roman(const reader *r, uint32_t step, const pacta_cited_number *n) {
    uint32_t value = roman_value(r->path.steps[step].number);
    return r->styles[step] == STYLE_ROMAN || (value > 0 && value < roman_value(n->text));
}

/* (b) (i) and (c): the step whose letter the number's follows; the count where there is none. */
static uint32_t step_followed(const reader *r, const pacta_cited_number *n) {
    uint32_t step = r->path.count;
    while (step > 0 && !(is_lettered(r, step - 1) && r->path.steps[step - 1].number[1] == '\0' &&
                         r->path.steps[step - 1].number[0] + 1 == n->text[0]))
        step--;
    return step == 0 || n->style != STYLE_LETTER || n->text[1] != '\0' ? r->path.count : step - 1;
}

/* The step of the path in hand that a number goes on from; the count where there
 * is none. A letter goes on from letters rather than from the numerals below them. */
static uint32_t step_alike(const reader *r, const pacta_cited_number *n) {
    uint32_t found = step_followed(r, n);
    pacta_number_style s = n->style;
    if (found < r->path.count)
        return found;
    for (uint32_t i = r->path.count; i-- > 0;) {
        if (is_lettered(r, i) != (s != STYLE_FIGURES) || (s == STYLE_ROMAN && !leads_to_roman(r, i, n)))
            continue;
        if (s != STYLE_LETTER || r->styles[i] != STYLE_ROMAN)
            return i;
        found = found == r->path.count ? i : found;
    }
    return found;
}

/* A bracketed number that opens an item goes on from the last path: the level
 * that is printed alike is replaced. */
static void go_on_from_last(reader *r, const pacta_cited_number *n) {
    if (r->work->paths.count == r->first_path)
        return;
    r->path = r->work->paths.items[r->work->paths.count - 1];
    uint32_t step = step_alike(r, n);
    if (step == 0 && !r->bracketed && !r->in.of_item)
        step = r->path.count; /* Article 5, (2) */
    if (step == r->path.count && r->path.count == 1)
        step = 1;
    else if (step == r->path.count)
        step = r->path.count - 1u;
    r->path.count = (uint8_t)step;
}

/* The path before is that of a point in a paragraph. */
static bool follows_points(const reader *r) {
    if (r->work->paths.count == r->first_path || !r->in.of_item)
        return false;
    const pacta_path *last = &r->work->paths.items[r->work->paths.count - 1];
    return last->count > 1 && pacta_is_in_unit(r->work, &last->steps[last->count - 1], UNIT_POINT);
}

static void extend_span(reader *r, uint32_t first) {
    if (r->path.span.end == 0)
        r->path.span.begin = pacta_cut_at(r->work, first)->begin;
    r->path.span.end = r->in.rest > 0 ? pacta_cut_at(r->work, r->in.at)->begin + r->in.rest - 1
                                      : pacta_cut_at(r->work, r->in.at - 1)->end;
}

/* 2a) is paragraph 2, point a. */
static void split_letter(reader *r) {
    if (pacta_split_point(r->work, &r->path, "0123456789."))
        r->styles[r->path.count - 1] = STYLE_LETTER;
}

/* Article II.1, of a treaty whose articles are numbered so: one number. */
static bool join_chapter(reader *r, const pacta_cited_number *n) {
    const pacta_work *work = r->work;
    const uint32_t at = r->in.at;
    pacta_step *step = &r->path.steps[0];
    if (r->path.count != 1 || n->style != STYLE_ROMAN || level_of(r, step->unit) != LEVEL_ARTICLE ||
        at + 1 >= r->in.end || !pacta_is_char(work, at, '.') ||
        pacta_cut_at(work, at + 1)->kind != PACTA_TOKEN_NUMBER ||
        (pacta_cut_at(work, at + 1)->flags & TOKEN_SPACED) != 0 || !pacta_has_dotted_articles(work))
        return false;
    const size_t used = strlen(step->number);
    const pacta_cut *part = pacta_cut_at(work, at + 1);
    snprintf(step->number + used, sizeof step->number - used, ".%.*s", (int)(part->end - part->begin),
             pacta_work_text(work) + part->begin);
    r->in.at += 2;
    return true;
}

/* The mark, with a number right behind it. */
static bool has_glued(const reader *r, char mark) {
    const pacta_work *work = r->work;
    const uint32_t at = r->in.at;
    return at + 1 < r->in.end && pacta_is_char(work, at, mark) &&
           pacta_cut_at(work, at + 1)->kind == PACTA_TOKEN_NUMBER &&
           ((pacta_cut_at(work, at)->flags | pacta_cut_at(work, at + 1)->flags) & TOKEN_SPACED) == 0;
}

/* Adds the mark and its number to that of the step: II-1, 3-8. */
static void join_glued(reader *r, pacta_step *step) {
    const pacta_cut *part = pacta_cut_at(r->work, r->in.at + 1);
    const size_t used = strlen(step->number);
    snprintf(step->number + used, sizeof step->number - used, "-%.*s", (int)(part->end - part->begin),
             pacta_work_text(r->work) + part->begin);
    r->in.at += 2;
}

/* Article III-125: no range. Regulation V/19, II-1/3-8: the chapter's, and its own. */
static bool join_mixed(reader *r, const pacta_cited_number *n) {
    const bool hyphen = has_glued(r, '-');
    pacta_step *step = &r->path.steps[0];
    const uint8_t regulation = step->unit;
    if (r->path.count != 1 || n->style != STYLE_ROMAN || r->in.of_item)
        return false;
    if (hyphen) {
        const uint32_t value = roman_value(n->text);
        write_roman(value > 0 ? value : (uint32_t)atoi(n->text), step->number, sizeof step->number);
        join_glued(r, step);
    }
    if (!pacta_is_in_unit(r->work, step, UNIT_REGULATION) || !has_glued(r, '/'))
        return hyphen;
    step->unit = unit_of(r, UNIT_CHAPTER);
    pacta_cited_number own = {"", STYLE_FIGURES};
    const pacta_cut *part = pacta_cut_at(r->work, r->in.at + 1);
    pacta_set_number(&own, pacta_work_text(r->work) + part->begin, part->end - part->begin);
    r->in.at += 2;
    if (push_step(r, regulation, &own) && has_glued(r, '-'))
        join_glued(r, &r->path.steps[1]);
    return true;
}

/* 6 (Nets), 7: behind the words in brackets that say what a number is about; else `token`. */
static uint32_t behind_gloss(const reader *r, uint32_t token) {
    enum { GLOSS_TOKENS = 32 };
    const pacta_cut *word = pacta_cut_at(r->work, token + 1);
    const uint32_t left = r->in.end - token, end = left > GLOSS_TOKENS ? token + GLOSS_TOKENS : r->in.end;
    if (token + 1 >= r->in.end || !pacta_is_char(r->work, token, '(') || word->kind != PACTA_TOKEN_WORD ||
        word->end - word->begin <= 2 || (word->flags & (TOKEN_UPPER | TOKEN_CAPS)) != TOKEN_UPPER)
        return token;
    uint32_t close = token + 1;
    while (close < end && !pacta_is_char(r->work, close, ')'))
        close++;
    return close < end ? close + 1 : token;
}

static bool read_item(reader *r) {
    uint32_t first = r->in.at, rest = r->in.rest;
    pacta_cited_number n;
    bool continued = false;
    r->path = (pacta_path){.name = PACTA_NONE};
    if (pacta_read_bracketed(&r->in, &n) || pacta_read_half_bracketed(&r->in, &n)) {
        r->bracketed = r->bracketed || first == r->first;
        go_on_from_last(r, &n);
        continued = r->path.count > 0;
        r->path.span = (pacta_span){0, 0};
    } else if (pacta_read_cited_number(&r->in, &n)) {
        r->in.at += r->in.rest == 0;
        if (r->in.rest == 0)
            pacta_read_number_suffix(&r->in, &n);
        if (n.style == STYLE_LETTER && follows_points(r)) { /* paragraph 2 b) and c */
            go_on_from_last(r, &n);
            continued = r->path.count > 0;
            r->path.span = (pacta_span){0, 0};
        }
    } else {
        return false;
    }
    push_step(
        r, continued ? unit_below(r, r->path.steps[r->path.count - 1].unit, n.style) : own_unit(r, n.style),
        &n);
    while (r->in.at < r->in.end && r->in.rest == 0) {
        uint32_t before = r->in.at;
        if (behind_gloss(r, before) > before)
            break;
        if (join_chapter(r, &n) || join_mixed(r, &n))
            continue;
        if (pacta_is_char(r->work, r->in.at, ')')) {
            split_letter(r);
            r->in.at++; /* 1) */
            continue;
        }
        if (!pacta_read_sub_number(&r->in, &n) ||
            !push_step(r, unit_below(r, r->path.steps[r->path.count - 1].unit, n.style), &n)) {
            r->in.at = before;
            break;
        }
    }
    extend_span(r, first);
    if (rest > 0)
        r->path.span.begin = pacta_cut_at(r->work, first)->begin + rest;
    return true;
}

/* 8 (paragraphs 1 and 2): words in brackets behind the number. */
static bool opens_words(const reader *r) {
    uint8_t unit = r->in.at + 2 < r->in.end && pacta_is_char(r->work, r->in.at, '(')
                       ? pacta_word_of(r->work, r->in.at + 1)->unit
                       : 0;
    return unit != 0 && level_of(r, (uint8_t)(unit - 1)) == LEVEL_ITEM && r->in.rest == 0 &&
           r->path.count < STEP_LIMIT;
}

/* A path for each number up to the bracket, all in the one in hand. */
static int read_words(reader *r) {
    const pacta_path outer = r->path;
    const uint8_t unit = (uint8_t)(pacta_word_of(r->work, r->in.at + 1)->unit - 1);
    const uint32_t kept = r->work->paths.count;
    int status = PACTA_OK;
    for (r->in.at += 2;
         status == PACTA_OK && r->in.at < r->in.end && !pacta_is_char(r->work, r->in.at, ')');) {
        pacta_cited_number n;
        uint32_t first = r->in.at;
        if (pacta_is(r->work, first, CLASS_RANGE_JOINER) && r->work->paths.count > kept) {
            r->ranged = true;
            r->range_begin = r->work->paths.items[r->work->paths.count - 1].span.begin;
        }
        bool found = pacta_read_cited_number(&r->in, &n);
        r->in.at += !found || r->in.rest == 0;
        if (!found)
            continue;
        r->path = outer;
        r->path.span = (pacta_span){0, 0};
        push_step(r, unit, &n);
        extend_span(r, first);
        if (r->work->paths.count == kept)
            r->path.span.begin = outer.span.begin;
        status = finish_path(r);
    }
    r->in.at += r->in.at < r->in.end;
    return status;
}

uint32_t pacta_number_list_end(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t label = first;
    while (label < end && work->tokens.items[label].kind != PACTA_TOKEN_MARKER)
        label++;
    if (label == end)
        return end;
    while (label > first && (pacta_is_char(work, label - 1, ',') || pacta_is_char(work, label - 1, ';') ||
                             pacta_is(work, label - 1, CLASS_LIST_JOINER)))
        label--;
    return label;
}

int pacta_read_number_list(pacta_work *work, uint8_t unit, uint32_t first, uint32_t end) {
    reader r = {.work = work,
                .in = {.work = work, .at = first, .end = end},
                .unit = unit,
                .first = first,
                .first_path = work->paths.count};
    r.in.of_item = level_of(&r, unit) == LEVEL_ITEM;
    while (r.in.at < end) {
        bool range = pacta_is_dash(work, r.in.at) || pacta_is(work, r.in.at, CLASS_RANGE_JOINER);
        uint32_t before = r.in.at = behind_gloss(&r, r.in.at);
        if (r.in.at >= end)
            break;
        if (!range && read_item(&r)) {
            int status = opens_words(&r) ? read_words(&r) : finish_path(&r);
            if (status != PACTA_OK)
                return status;
            continue;
        }
        r.in.at = before + 1;
        if (range && work->paths.count > r.first_path) {
            r.ranged = true;
            r.range_begin = work->paths.items[work->paths.count - 1].span.begin;
        }
    }
    return PACTA_OK;
}
