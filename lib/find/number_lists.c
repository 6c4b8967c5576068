#include "find/number_lists.h"
#include "core/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANGE_LIMIT = 512, ROMAN_MOST = 3999 };

/* How a number is printed, which says what it numbers and what comes next. */
typedef enum style { STYLE_FIGURES, STYLE_ROMAN, STYLE_LETTER } style;

typedef struct number {
    char text[16]; /* as eids have it */
    style style;
} number;

typedef struct reader {
    pacta_work *work;
    uint8_t unit;
    uint32_t first, at, end; /* tokens */
    pacta_path path;         /* the one in hand; count 0 is none */
    uint32_t first_path;     /* of this list */
    uint32_t rest;           /* bytes of the token at `at` that are read: 7,8,9 */
    bool bracketed;          /* the list began with a bracket: (1) */
    bool ranged;             /* the one in hand ends a range */
    uint32_t range_begin;    /* where the words of that range begin */
    style styles[STEP_LIMIT];
} reader;

static const char *text_of(const reader *r, uint32_t token, uint32_t *size) {
    const pacta_cut *cut = pacta_cut_at(r->work, token);
    *size = cut->end - cut->begin;
    return pacta_work_text(r->work) + cut->begin;
}

static bool is_spaced(const reader *r, uint32_t token) {
    return (pacta_cut_at(r->work, token)->flags & TOKEN_SPACED) != 0;
}

static bool is_dash(const reader *r, uint32_t token) {
    uint32_t length,
        c = pacta_utf8_at(pacta_work_text(r->work) + pacta_cut_at(r->work, token)->begin, &length);
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static uint8_t unit_of(const reader *r, pacta_named_unit name) {
    const pacta_unit *unit = r->work->rules->named[name];
    return unit == NULL ? r->unit : (uint8_t)(unit - r->work->rules->units.items);
}

static pacta_level level_of(const reader *r, uint8_t unit) {
    return r->work->rules->units.items[unit].level;
}

/* ---- One number -------------------------------------------------------------------- */

static void set_text(number *n, const char *text, uint32_t size) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < size && used + 1 < sizeof n->text; i++)
        if (text[i] != ',' && text[i] != '(' && text[i] != ')')
            n->text[used++] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    n->text[used] = '\0';
}

static void add_text(number *n, const char *text, uint32_t size) {
    number more = {"", STYLE_FIGURES};
    set_text(&more, text, size);
    size_t used = strlen(n->text);
    snprintf(n->text + used, sizeof n->text - used, "%s", more.text);
}

/* The figures of a token; those behind a comma (7,8 and 9) are left for the next
 * number. */
static void read_figures(reader *r, const char *text, uint32_t size, number *n) {
    const char *comma = memchr(text + r->rest, ',', size - r->rest);
    uint32_t begin = r->rest, end = comma == NULL ? size : (uint32_t)(comma - text);
    r->rest = comma == NULL ? 0 : end + 1;
    while (begin + 1 < end && text[begin] == '0' && text[begin + 1] != '.')
        begin++;
    set_text(n, text + begin, end - begin);
}

/* An l among figures is a 1 that was misread. */
static bool is_misread_one(const reader *r, const char *text, uint32_t size) {
    uint32_t next = r->at + 1;
    while (next < r->end &&
           (pacta_is_char(r->work, next, ',') || is_dash(r, next) ||
            pacta_is(r->work, next, CLASS_LIST_JOINER) || pacta_is(r->work, next, CLASS_RANGE_JOINER)))
        next++;
    return size == 1 && *text == 'l' && next > r->at + 1 && next < r->end &&
           pacta_cut_at(r->work, next)->kind == PACTA_TOKEN_NUMBER;
}

/* A bare number, letter or Roman numeral at the token; false if there is none. */
static bool read_simple(reader *r, number *n) {
    uint32_t size;
    const char *text = text_of(r, r->at, &size);
    const pacta_cut *cut = pacta_cut_at(r->work, r->at);
    const pacta_lexeme *word = pacta_word_of(r->work, r->at);
    bool item = level_of(r, r->unit) == LEVEL_ITEM;
    *n = (number){"", STYLE_FIGURES};
    if (cut->kind == PACTA_TOKEN_NUMBER) {
        read_figures(r, text, size, n);
        return true;
    }
    if (cut->kind != PACTA_TOKEN_WORD && cut->kind != PACTA_TOKEN_ROMAN)
        return false;
    if (is_misread_one(r, text, size)) {
        set_text(n, "1", 1);
        return true;
    }
    if (pacta_lexeme_is(word, CLASS_NUMERAL) && word->value > 0) {
        snprintf(n->text, sizeof n->text, "%d", word->value);
        return true;
    }
    uint32_t value = pacta_roman(text, size);
    bool letter = size == 1 || (size == 2 && text[0] == text[1]);
    if (value > 0 && !(size == 1 && strchr("CDLM", *text) != NULL) && (!item || size > 1)) {
        if (item) /* a point's eid keeps its Roman numeral */
            set_text(n, text, size);
        else
            snprintf(n->text, sizeof n->text, "%u", value);
        n->style = STYLE_ROMAN;
        return true;
    }
    if (!letter)
        return false;
    set_text(n, text, size);
    n->style = STYLE_LETTER;
    return true;
}

/* bis, A, -1, -A behind a number. */
static void read_suffix(reader *r, number *n) {
    uint32_t size;
    while (r->at < r->end) {
        const pacta_cut *cut = pacta_cut_at(r->work, r->at);
        const char *text = text_of(r, r->at, &size);
        bool near = !is_spaced(r, r->at);
        if (cut->kind == PACTA_TOKEN_WORD && pacta_is(r->work, r->at, CLASS_SUFFIX)) {
            add_text(n, text, size);
        } else if (near && n->style != STYLE_LETTER && cut->kind != PACTA_TOKEN_NUMBER && size <= 2 &&
                   (cut->kind == PACTA_TOKEN_WORD || cut->kind == PACTA_TOKEN_ROMAN)) {
            add_text(n, text, size);
        } else if (near && size == 1 && *text == '-' && r->at + 1 < r->end && !is_spaced(r, r->at + 1)) {
            const pacta_cut *next = pacta_cut_at(r->work, r->at + 1);
            uint32_t next_size;
            const char *next_text = text_of(r, r->at + 1, &next_size);
            bool smaller = next->kind == PACTA_TOKEN_NUMBER &&
                           (*next_text == '0' || atoi(next_text) <= atoi(n->text)) &&
                           n->style == STYLE_FIGURES;
            bool letter = next->kind != PACTA_TOKEN_NUMBER && next_size == 1 && n->style == STYLE_FIGURES;
            bool suffix = pacta_is(r->work, r->at + 1, CLASS_SUFFIX);
            if (!smaller && !letter && !suffix)
                return;
            if (!suffix)
                add_text(n, "-", 1);
            add_text(n, next_text, next_size);
            r->at++;
        } else {
            return;
        }
        r->at++;
    }
}

/* (2), (2a), (a), (ii): at an opening bracket; false if it holds no number. */
static bool read_bracketed(reader *r, number *n) {
    if (r->at + 2 >= r->end || !pacta_is_char(r->work, r->at, '('))
        return false;
    uint32_t size, start = r->at++;
    const char *text = text_of(r, r->at, &size);
    const pacta_cut *cut = pacta_cut_at(r->work, r->at);
    *n = (number){"", STYLE_FIGURES};
    bool good = size <= 8;
    if (cut->kind != PACTA_TOKEN_NUMBER) {
        good = good && (cut->kind == PACTA_TOKEN_WORD || cut->kind == PACTA_TOKEN_ROMAN);
        n->style = size > 1 && text[0] != text[1] ? STYLE_ROMAN : STYLE_LETTER;
        if (size > 1 && pacta_roman(text, size) > 0)
            n->style = STYLE_ROMAN;
    }
    set_text(n, text, size);
    r->at++;
    if (good && r->at < r->end && (n->style == STYLE_FIGURES || pacta_is(r->work, r->at, CLASS_SUFFIX)))
        read_suffix(r, n); /* (2bis), (2a) */
    if (!good || r->at >= r->end || !pacta_is_char(r->work, r->at, ')')) {
        r->at = start;
        return false;
    }
    r->at++;
    return true;
}

/* a), ii): a bracket that only closes. */
static bool read_half_bracketed(reader *r, number *n) {
    uint32_t size;
    const char *text = text_of(r, r->at, &size);
    bool letter = size == 1 && *text >= 'a' && *text <= 'z';
    bool numeral = size > 1 && size <= 4 && text[0] >= 'a' && pacta_roman(text, size) > 0;
    if ((!letter && !numeral) || r->at + 1 >= r->end || !pacta_is_char(r->work, r->at + 1, ')') ||
        is_spaced(r, r->at + 1))
        return false;
    *n = (number){"", letter ? STYLE_LETTER : STYLE_ROMAN};
    set_text(n, text, size);
    r->at += 2;
    return true;
}

/* ---- Paths ---------------------------------------------------------------------------- */

/* What a number numbers, under the unit above it. */
static uint8_t unit_below(const reader *r, uint8_t above, style s) {
    const pacta_unit *unit = &r->work->rules->units.items[above];
    if (s != STYLE_FIGURES || unit == r->work->rules->named[UNIT_POINT])
        return unit_of(r, UNIT_POINT);
    return unit == r->work->rules->named[UNIT_SECTION] ? unit_of(r, UNIT_SUBSECTION)
                                                       : unit_of(r, UNIT_PARAGRAPH);
}

/* The unit of the list's own numbers: under an article, the mark decides. */
static uint8_t own_unit(const reader *r, style s) {
    if (level_of(r, r->unit) != LEVEL_ITEM)
        return r->unit;
    return s == STYLE_FIGURES ? unit_of(r, UNIT_PARAGRAPH) : unit_of(r, UNIT_POINT);
}

static bool push_step(reader *r, uint8_t unit, const number *n) {
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

/* The next one of its style, in place; false if it has none. */
static bool step_on(char *text, style s) {
    size_t size = strlen(text);
    if (s == STYLE_LETTER && size == 1 && *text >= 'a' && *text < 'z') {
        ++*text;
        return true;
    }
    if (s == STYLE_FIGURES && size < 8 && strspn(text, "0123456789") == size) {
        snprintf(text, 16, "%d", atoi(text) + 1);
        return true;
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
    style s = r->styles[r->path.count - 1];
    bool roman = step->unit == unit_of(r, UNIT_POINT) && s != STYLE_FIGURES &&
                 roman_value(step->number) > 0 && roman_value(last->number) > roman_value(step->number) &&
                 (strlen(step->number) > 1 || strlen(last->number) > 1 || *step->number == 'i');
    if (s == STYLE_ROMAN && !roman)
        s = STYLE_FIGURES; /* of an article: its eid has figures */
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
        if (n >= RANGE_LIMIT || (s == STYLE_FIGURES && !roman && atoi(step->number) > atoi(last->number)) ||
            (s == STYLE_LETTER && *step->number > *last->number))
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
static bool leads_to_roman(const reader *r, uint32_t step, const number *n) {
    uint32_t value = roman_value(r->path.steps[step].number);
    return r->styles[step] == STYLE_ROMAN || (value > 0 && value < roman_value(n->text));
}

/* (b) (i) and (c): the step whose letter the number's follows; the count where there is none. */
static uint32_t step_followed(const reader *r, const number *n) {
    uint32_t step = r->path.count;
    while (step > 0 && !(is_lettered(r, step - 1) && r->path.steps[step - 1].number[1] == '\0' &&
                         r->path.steps[step - 1].number[0] + 1 == n->text[0]))
        step--;
    return step == 0 || n->style != STYLE_LETTER || n->text[1] != '\0' ? r->path.count : step - 1;
}

/* The step of the path in hand that a number goes on from; the count where there
 * is none. A letter goes on from letters rather than from the numerals below them. */
static uint32_t step_alike(const reader *r, const number *n) {
    uint32_t found = step_followed(r, n);
    style s = n->style;
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
static void go_on_from_last(reader *r, const number *n) {
    if (r->work->paths.count == r->first_path)
        return;
    r->path = r->work->paths.items[r->work->paths.count - 1];
    uint32_t step = step_alike(r, n);
    if (step == 0 && !r->bracketed && level_of(r, r->unit) != LEVEL_ITEM)
        step = r->path.count; /* Article 5, (2) */
    if (step == r->path.count && r->path.count == 1)
        step = 1;
    else if (step == r->path.count)
        step = r->path.count - 1u;
    r->path.count = (uint8_t)step;
}

/* The path before is that of a point in a paragraph. */
static bool follows_points(const reader *r) {
    if (r->work->paths.count == r->first_path || level_of(r, r->unit) != LEVEL_ITEM)
        return false;
    const pacta_path *last = &r->work->paths.items[r->work->paths.count - 1];
    return last->count > 1 && pacta_is_in_unit(r->work, &last->steps[last->count - 1], UNIT_POINT);
}

static void extend_span(reader *r, uint32_t first) {
    if (r->path.span.end == 0)
        r->path.span.begin = pacta_cut_at(r->work, first)->begin;
    r->path.span.end = r->rest > 0 ? pacta_cut_at(r->work, r->at)->begin + r->rest - 1
                                   : pacta_cut_at(r->work, r->at - 1)->end;
}

/* What may stand right behind a number: (a), :4, .3 */
static bool read_sub(reader *r, number *n) {
    if (pacta_is_char(r->work, r->at, '('))
        return read_bracketed(r, n);
    if (read_half_bracketed(r, n))
        return true;
    bool mark = pacta_is_char(r->work, r->at, ':') || pacta_is_char(r->work, r->at, '.');
    if (!mark || is_spaced(r, r->at) || r->at + 1 >= r->end || is_spaced(r, r->at + 1))
        return false;
    r->at++;
    if (read_simple(r, n)) {
        r->at++;
        return true;
    }
    r->at--;
    return false;
}

/* 2a) is paragraph 2, point a. */
static void split_letter(reader *r) {
    pacta_step *last = &r->path.steps[r->path.count - 1];
    size_t size = strlen(last->number), figures = strspn(last->number, "0123456789");
    if (figures == 0 || figures + 1 != size || last->number[figures] < 'a' || last->number[figures] > 'z')
        return;
    number letter = {"", STYLE_LETTER};
    set_text(&letter, last->number + figures, 1);
    if (push_step(r, unit_below(r, last->unit, STYLE_LETTER), &letter))
        last->number[figures] = '\0';
}

static bool read_item(reader *r) {
    uint32_t first = r->at, rest = r->rest;
    number n;
    bool continued = false;
    r->path = (pacta_path){.name = PACTA_NONE};
    if (read_bracketed(r, &n) || read_half_bracketed(r, &n)) {
        r->bracketed = r->bracketed || first == r->first;
        go_on_from_last(r, &n);
        continued = r->path.count > 0;
        r->path.span = (pacta_span){0, 0};
    } else if (read_simple(r, &n)) {
        r->at += r->rest == 0;
        if (r->rest == 0)
            read_suffix(r, &n);
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
    while (r->at < r->end && r->rest == 0) {
        uint32_t before = r->at;
        if (pacta_is_char(r->work, r->at, ')')) {
            split_letter(r);
            r->at++; /* 1) */
            continue;
        }
        if (!read_sub(r, &n) ||
            !push_step(r, unit_below(r, r->path.steps[r->path.count - 1].unit, n.style), &n)) {
            r->at = before;
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
    uint8_t unit = r->at + 2 < r->end && pacta_is_char(r->work, r->at, '(')
                       ? pacta_word_of(r->work, r->at + 1)->unit
                       : 0;
    return unit != 0 && level_of(r, (uint8_t)(unit - 1)) == LEVEL_ITEM && r->rest == 0 &&
           r->path.count < STEP_LIMIT;
}

/* A path for each number up to the bracket, all in the one in hand. */
static int read_words(reader *r) {
    const pacta_path outer = r->path;
    const uint8_t unit = (uint8_t)(pacta_word_of(r->work, r->at + 1)->unit - 1);
    const uint32_t kept = r->work->paths.count;
    int status = PACTA_OK;
    for (r->at += 2; status == PACTA_OK && r->at < r->end && !pacta_is_char(r->work, r->at, ')');) {
        number n;
        uint32_t first = r->at;
        if (pacta_is(r->work, first, CLASS_RANGE_JOINER) && r->work->paths.count > kept) {
            r->ranged = true;
            r->range_begin = r->work->paths.items[r->work->paths.count - 1].span.begin;
        }
        bool found = read_simple(r, &n);
        r->at += !found || r->rest == 0;
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
    r->at += r->at < r->end;
    return status;
}

int pacta_read_number_list(pacta_work *work, uint8_t unit, uint32_t first, uint32_t end) {
    reader r = {
        .work = work, .unit = unit, .first = first, .at = first, .end = end, .first_path = work->paths.count};
    while (r.at < end) {
        bool range = is_dash(&r, r.at) || pacta_is(work, r.at, CLASS_RANGE_JOINER);
        uint32_t before = r.at;
        if (!range && read_item(&r)) {
            int status = opens_words(&r) ? read_words(&r) : finish_path(&r);
            if (status != PACTA_OK)
                return status;
            continue;
        }
        r.at = before + 1;
        if (range && work->paths.count > r.first_path) {
            r.ranged = true;
            r.range_begin = work->paths.items[work->paths.count - 1].span.begin;
        }
    }
    return PACTA_OK;
}
