#include "find/marks.h"
#include "core/utf8.h"
#include <string.h>

/* Doubled single marks, which TeX and old wires print, stand for one. */
enum { TEX_LEFT = 1, TEX_RIGHT = 2 };

/* What may end a quotation that a mark began, the usual one first. */
static const struct {
    uint32_t open, close[4];
} PAIRS[] = {{'"', {'"', 0x201D, 0xFF02, TEX_RIGHT}},
             {'\'', {'\'', 0x2019, 0xB4}},
             {0x201C, {0x201D, 0x201C, '"', TEX_RIGHT}},
             {0x2018, {0x2019, '\''}},
             {0x201E, {0x201C, 0x201D, '"', TEX_RIGHT}},
             {0x201A, {0x2018, 0x2019, '\''}},
             {0xAB, {0xBB}},
             {0xBB, {0xAB, 0xBB}},
             {0x2039, {0x203A}},
             {0x203A, {0x2039}},
             {0x300C, {0x300D}},
             {0x300E, {0x300F}},
             {0x300A, {0x300B}},
             {TEX_LEFT, {TEX_RIGHT, '"'}},
             {TEX_RIGHT, {TEX_RIGHT}},
             {'`', {'\'', 0x2019, '`'}},
             {0x201D, {0x201D}},
             {0x201F, {0x201D}},
             {0x201B, {0x2019}},
             {0x301D, {0x301E, 0x301F}},
             {0xFF02, {0xFF02}},
             {0xFF07, {0xFF07}},
             {0xB4, {0xB4, '\''}},
             {0x2E42, {0x201D, 0x201C}}};

static bool is_among(uint32_t glyph, const uint32_t *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == glyph)
            return true;
    return false;
}

enum { PAIR_COUNT = sizeof PAIRS / sizeof *PAIRS };

/* The pair that the mark would open; PAIR_COUNT of one that opens none. */
static uint8_t pair_of(uint32_t glyph) {
    uint8_t pair = 0;
    while (pair < PAIR_COUNT && PAIRS[pair].open != glyph)
        pair++;
    return pair;
}

bool pacta_marks_match(const pacta_mark *open, const pacta_mark *close) {
    return open->pair < PAIR_COUNT && is_among(close->glyph, PAIRS[open->pair].close, 4);
}

bool pacta_mark_is_left(const pacta_mark *mark) {
    static const uint32_t left[] = {0x201C, 0x2018, 0x201E, 0x201A, 0xAB,   0x2039, 0x300C,  0x300E,
                                    0x300A, 0x201F, 0x201B, 0x301D, 0x2E42, '`',    TEX_LEFT};
    return is_among(mark->glyph, left, sizeof left / sizeof *left);
}

bool pacta_mark_is_right(const pacta_mark *mark) {
    static const uint32_t right[] = {0x201D, 0x2019, 0xBB, 0x203A, 0x300D, 0x300F, 0x300B, 0x301E, 0x301F};
    return is_among(mark->glyph, right, sizeof right / sizeof *right);
}

static bool is_single(uint32_t glyph) {
    return glyph == '\'' || glyph == '`' || glyph == 0xB4 || (glyph >= 0x2018 && glyph <= 0x201B) ||
           glyph == 0xFF07;
}

static uint32_t glyph_of(const pacta_work *work, const pacta_cut *cut) {
    uint32_t length, c = pacta_utf8_at(pacta_work_text(work) + cut->begin, &length);
    if (cut->end - cut->begin > length)
        return c == ',' ? 0x201E : c == '`' || c == 0x2018 ? TEX_LEFT : TEX_RIGHT;
    return c;
}

bool pacta_is_title_mark(const pacta_work *work, uint32_t token) {
    return glyph_of(work, &work->tokens.items[token]) == 0x300A;
}

/* The first character of a token, if that is no word or number. */
static uint32_t sign_of(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    uint32_t length;
    return cut->kind == PACTA_TOKEN_SYMBOL ? pacta_utf8_at(pacta_work_text(work) + cut->begin, &length) : 0;
}

/* What stands right before an opening mark. */
static bool leads(uint32_t sign) {
    static const uint32_t signs[] = {'(', '[', '{', '<', '/', ':', '=', '>', '*', '_', 0xFF08, 0xFF1A};
    return pacta_is_dash_sign(sign) || is_among(sign, signs, sizeof signs / sizeof *signs);
}

/* What stands right behind a closing one. */
static bool trails(uint32_t sign) {
    static const uint32_t signs[] = {'.', ',', ';', ':',    '?',    '!',    ')',    ']',    '}',    '/',
                                     '>', '*', '_', 0x2026, 0x3001, 0x3002, 0xFF09, 0xFF0C, 0xFF1B, '|'};
    const bool note = sign == 0xB9 || sign == 0xB2 || sign == 0xB3 || (sign >= 0x2070 && sign <= 0x2079);
    return note || pacta_is_dash_sign(sign) || is_among(sign, signs, sizeof signs / sizeof *signs);
}

/* The mark of an omission: '98, 'em. */
static bool is_omission(const pacta_work *work, uint32_t token) {
    const pacta_cut *next = &work->tokens.items[token + 1], *after = next + 1;
    if (next->kind == PACTA_TOKEN_WORD && pacta_is(work, token + 1, CLASS_ELISION))
        return true;
    if (next->kind != PACTA_TOKEN_NUMBER || next->end - next->begin != 2)
        return false;
    /* '90% there' and '15 men' go on; '98, and '90s end */
    if (after->kind == PACTA_TOKEN_SYMBOL)
        return trails(sign_of(work, token + 2));
    return after->kind != PACTA_TOKEN_WORD || (after->flags & TOKEN_SPACED) == 0 ||
           (after->flags & TOKEN_CLITIC) != 0;
}

/* Orla"s boats, it isn"t: a double mark where an apostrophe is meant. */
static bool is_apostrophe(const pacta_work *work, uint32_t token, uint32_t end) {
    const pacta_cut *cut = &work->tokens.items[token], *next = cut + 1;
    if (token == 0 || token + 1 >= end || cut->end - cut->begin != 1 || (cut->flags & TOKEN_SPACED) != 0)
        return false;
    bool letter = next->kind == PACTA_TOKEN_WORD && next->end - next->begin == 1 &&
                  (next->flags & (TOKEN_SPACED | TOKEN_UPPER)) == 0 &&
                  !pacta_is(work, token + 1, CLASS_DETERMINER);
    bool alone = token + 2 == end || (next[1].flags & TOKEN_SPACED) != 0;
    return letter && alone && cut[-1].kind == PACTA_TOKEN_WORD && pacta_work_text(work)[cut->begin] == '"';
}

static bool ends_in(const pacta_work *work, const pacta_cut *cut, char letter) {
    return cut->kind == PACTA_TOKEN_WORD && (work->fold.text.items[cut->end - 1] | 32) == letter;
}

/* "It is done."5 and "done"[5]. */
static bool is_note_behind(const pacta_work *work, uint32_t token) {
    const bool stopped = token > 0 && pacta_has_sign(work, token - 1, SIGN_STOP);
    return (stopped || pacta_is_char(work, token + 1, '[')) && pacta_behind_note(work, token + 1) > token + 1;
}

static uint8_t place_of(const pacta_work *work, const pacta_passage *passage, uint32_t token,
                        const pacta_mark *before) {
    const pacta_cut *cut = &work->tokens.items[token], *previous = cut - 1, *next = cut + 1;
    bool first = token == passage->first_token, last = token + 1 == passage->end_token;
    bool apart = first || (cut->flags & TOKEN_SPACED) != 0;
    bool loose = last || (next->flags & TOKEN_SPACED) != 0;
    bool touching = !apart && previous->kind == PACTA_TOKEN_QUOTE && before != NULL;
    uint32_t lead = first ? 0 : sign_of(work, token - 1), trail = last ? 0 : sign_of(work, token + 1);
    uint8_t place = 0;
    if (!last && (apart || leads(lead) || (touching && (before->place & MARK_OPENS) != 0)) && !loose)
        place |= MARK_OPENS;
    if (!apart && !(touching && (before->place & MARK_CLOSES) == 0) &&
        (loose || trails(trail) || next->kind == PACTA_TOKEN_QUOTE || (next->flags & TOKEN_CLITIC) != 0 ||
         is_note_behind(work, token)))
        place |= MARK_CLOSES;
    bool ellipsis = trail == 0x2026 || (trail == '.' && next->end - next->begin > 1);
    if (apart && !first && !loose && trails(trail) && !ellipsis && !pacta_is_dash_sign(trail))
        place = MARK_CLOSES; /* a stray space before a closing mark: " . */
    if (first || lead == ':' || lead == ',' || lead == '*')
        place |= MARK_LEADING;
    return place;
}

/* Apostrophes, inches and minutes look like closing marks. */
static uint8_t doubts_of(const pacta_work *work, uint32_t token, const pacta_mark *mark) {
    const pacta_cut *previous = &work->tokens.items[token - 1], *next = &work->tokens.items[token + 1];
    bool elided = (mark->place & MARK_SINGLE) != 0 && mark->token > 1 &&
                  pacta_is(work, token - 1, CLASS_ELISION) && previous[-1].kind == PACTA_TOKEN_QUOTE;
    if (elided) /* rock 'n' roll */
        return MARK_WEAK;
    bool open_behind =
        next->kind == PACTA_TOKEN_WORD || next->kind == PACTA_TOKEN_ROMAN || next->kind == PACTA_TOKEN_NUMBER;
    if ((mark->place & MARK_SINGLE) != 0 && ends_in(work, previous, 's') && open_behind)
        return MARK_WEAK;
    bool prime = mark->glyph == '"' || mark->glyph == '\'' || mark->glyph == TEX_RIGHT;
    return prime && previous->kind == PACTA_TOKEN_NUMBER ? MARK_WEAK : 0;
}

int pacta_read_marks(pacta_work *work, const pacta_passage *passage) {
    work->marks.count = 0;
    int status = PACTA_OK;
    const uint32_t end = passage->end_token;
    for (uint32_t i = passage->first_token;
         status == PACTA_OK && (i = pacta_next_with(work, i, end, SIGN_QUOTE)) < end; i++) {
        const pacta_cut *cut = &work->tokens.items[i];
        status = pacta_report(work, cut->begin);
        if (i > passage->first_token && is_apostrophe(work, i, end))
            continue;
        pacta_mark mark = {.token = i, .glyph = glyph_of(work, cut)};
        mark.pair = pair_of(mark.glyph);
        const pacta_mark *before =
            work->marks.count > 0 && work->marks.items[work->marks.count - 1].token + 1 == i
                ? &work->marks.items[work->marks.count - 1]
                : NULL;
        mark.place = place_of(work, passage, i, before);
        if (is_single(mark.glyph))
            mark.place |= MARK_SINGLE;
        if ((mark.place & (MARK_SINGLE | MARK_OPENS)) == (MARK_SINGLE | MARK_OPENS) &&
            (mark.glyph == 0x2019 || is_omission(work, i)))
            mark.place &= (uint8_t)~MARK_OPENS;
        if ((mark.place & MARK_CLOSES) != 0)
            mark.place |= doubts_of(work, i, &mark);
        if (!pacta_array_push(&work->memory, &work->marks, mark))
            return pacta_out_of_memory(work);
    }
    return status;
}
