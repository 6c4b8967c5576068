#include "find/cited_numbers.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text_of(const pacta_number_reader *r, uint32_t token, uint32_t *size) {
    const pacta_cut *cut = pacta_cut_at(r->work, token);
    *size = cut->end - cut->begin;
    return pacta_work_text(r->work) + cut->begin;
}

static bool is_spaced(const pacta_number_reader *r, uint32_t token) {
    return (pacta_cut_at(r->work, token)->flags & TOKEN_SPACED) != 0;
}

void pacta_set_number(pacta_cited_number *n, const char *text, uint32_t size) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < size && used + 1 < sizeof n->text; i++)
        if (text[i] != ',' && text[i] != '(' && text[i] != ')')
            n->text[used++] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    n->text[used] = '\0';
}

static void add_text(pacta_cited_number *n, const char *text, uint32_t size) {
    pacta_cited_number more = {"", STYLE_FIGURES};
    pacta_set_number(&more, text, size);
    size_t used = strlen(n->text);
    snprintf(n->text + used, sizeof n->text - used, "%s", more.text);
}

/* The figures of a token; those behind a comma (7,8 and 9) are left for the next
 * number. */
static void read_figures(pacta_number_reader *r, const char *text, uint32_t size, pacta_cited_number *n) {
    const char *comma = memchr(text + r->rest, ',', size - r->rest);
    uint32_t begin = r->rest, end = comma == NULL ? size : (uint32_t)(comma - text);
    r->rest = comma == NULL ? 0 : end + 1;
    while (begin + 1 < end && text[begin] == '0' && text[begin + 1] != '.')
        begin++;
    pacta_set_number(n, text + begin, end - begin);
}

/* An l among figures is a 1 that was misread. */
static bool is_misread_one(const pacta_number_reader *r, const char *text, uint32_t size) {
    uint32_t next = r->at + 1;
    while (next < r->end &&
           (pacta_is_char(r->work, next, ',') || pacta_is_dash(r->work, next) ||
            pacta_is(r->work, next, CLASS_LIST_JOINER) || pacta_is(r->work, next, CLASS_RANGE_JOINER)))
        next++;
    return size == 1 && *text == 'l' && next > r->at + 1 && next < r->end &&
           pacta_cut_at(r->work, next)->kind == PACTA_TOKEN_NUMBER;
}

/* II-B: a Roman numeral and a letter, one word to the tokeniser. */
static bool read_hyphened(const char *text, uint32_t size, pacta_cited_number *n) {
    if (size < 3 || text[size - 2] != '-' || text[size - 1] < 'A' || text[size - 1] > 'Z')
        return false;
    const uint32_t value = pacta_roman(text, size - 2);
    if (value == 0)
        return false;
    snprintf(n->text, sizeof n->text, "%u-%c", value, text[size - 1] + ('a' - 'A'));
    n->style = STYLE_ROMAN;
    return true;
}

/* one [hundred and one]: moves to the last of such words; the number. */
static int read_hundreds(pacta_number_reader *r, int value) {
    const pacta_work *work = r->work;
    if (r->at + 1 >= r->end || !pacta_is(work, r->at + 1, CLASS_HUNDRED))
        return value;
    r->at++;
    value *= pacta_word_of(work, r->at)->value;
    if (r->at + 2 >= r->end || !pacta_is(work, r->at + 1, CLASS_LIST_JOINER) ||
        !pacta_is(work, r->at + 2, CLASS_NUMERAL))
        return value;
    r->at += 2;
    return value + pacta_word_of(work, r->at)->value;
}

/* A bare number, letter or Roman numeral at the token; false if there is none. */
bool pacta_read_cited_number(pacta_number_reader *r, pacta_cited_number *n) {
    uint32_t size;
    const char *text = text_of(r, r->at, &size);
    const pacta_cut *cut = pacta_cut_at(r->work, r->at);
    const pacta_lexeme *word = pacta_word_of(r->work, r->at);
    *n = (pacta_cited_number){"", STYLE_FIGURES};
    if (cut->kind == PACTA_TOKEN_NUMBER) {
        read_figures(r, text, size, n);
        return true;
    }
    if (cut->kind != PACTA_TOKEN_WORD && cut->kind != PACTA_TOKEN_ROMAN)
        return false;
    if (is_misread_one(r, text, size)) {
        pacta_set_number(n, "1", 1);
        return true;
    }
    if (pacta_lexeme_is(word, CLASS_NUMERAL) && word->value > 0) {
        snprintf(n->text, sizeof n->text, "%d", read_hundreds(r, word->value));
        return true;
    }
    if (!r->of_item && read_hyphened(text, size, n))
        return true;
    uint32_t value = pacta_roman(text, size);
    bool letter = size == 1 || (size == 2 && text[0] == text[1]);
    if (value > 0 && !(size == 1 && strchr("CDLM", *text) != NULL) && (!r->of_item || size > 1)) {
        if (r->of_item) /* a point's eid keeps its Roman numeral */
            pacta_set_number(n, text, size);
        else
            snprintf(n->text, sizeof n->text, "%u", value);
        n->style = STYLE_ROMAN;
        return true;
    }
    if (!letter)
        return false;
    pacta_set_number(n, text, size);
    n->style = STYLE_LETTER;
    return true;
}

/* bis, A, -1, -A behind a number. */
void pacta_read_number_suffix(pacta_number_reader *r, pacta_cited_number *n) {
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
            bool smaller =
                next->kind == PACTA_TOKEN_NUMBER &&
                (n->style == STYLE_LETTER ||
                 (n->style == STYLE_FIGURES && (*next_text == '0' || atoi(next_text) <= atoi(n->text))));
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
bool pacta_read_bracketed(pacta_number_reader *r, pacta_cited_number *n) {
    if (r->at + 2 >= r->end || !pacta_is_char(r->work, r->at, '('))
        return false;
    uint32_t size, start = r->at++;
    const char *text = text_of(r, r->at, &size);
    const pacta_cut *cut = pacta_cut_at(r->work, r->at);
    *n = (pacta_cited_number){"", STYLE_FIGURES};
    bool good = size <= 8;
    if (cut->kind != PACTA_TOKEN_NUMBER) {
        good = good && (cut->kind == PACTA_TOKEN_WORD || cut->kind == PACTA_TOKEN_ROMAN);
        n->style = size > 1 && text[0] != text[1] ? STYLE_ROMAN : STYLE_LETTER;
        if (size > 1 && pacta_roman(text, size) > 0)
            n->style = STYLE_ROMAN;
    }
    pacta_set_number(n, text, size);
    r->at++;
    if (good && r->at < r->end && (n->style == STYLE_FIGURES || pacta_is(r->work, r->at, CLASS_SUFFIX)))
        pacta_read_number_suffix(r, n); /* (2bis), (2a) */
    if (!good || r->at >= r->end || !pacta_is_char(r->work, r->at, ')')) {
        r->at = start;
        return false;
    }
    r->at++;
    return true;
}

/* a), ii): a bracket that only closes. */
bool pacta_read_half_bracketed(pacta_number_reader *r, pacta_cited_number *n) {
    uint32_t size;
    const char *text = text_of(r, r->at, &size);
    bool letter = size == 1 && *text >= 'a' && *text <= 'z';
    bool numeral = size > 1 && size <= 4 && text[0] >= 'a' && pacta_roman(text, size) > 0;
    if ((!letter && !numeral) || r->at + 1 >= r->end || !pacta_is_char(r->work, r->at + 1, ')') ||
        is_spaced(r, r->at + 1))
        return false;
    *n = (pacta_cited_number){"", letter ? STYLE_LETTER : STYLE_ROMAN};
    pacta_set_number(n, text, size);
    r->at += 2;
    return true;
}

/* § 2 behind the number of an article, in a list of articles. */
static bool read_sign(pacta_number_reader *r, pacta_cited_number *n) {
    uint32_t size;
    const char *text = text_of(r, r->at, &size);
    if (size != 2 || memcmp(text, "\xC2\xA7", size) != 0 || r->at + 1 >= r->end ||
        pacta_cut_at(r->work, r->at + 1)->kind != PACTA_TOKEN_NUMBER)
        return false;
    *n = (pacta_cited_number){"", STYLE_FIGURES};
    text = text_of(r, ++r->at, &size);
    pacta_set_number(n, text, size);
    r->at++;
    return true;
}

/* What may stand right behind a number: (a), :4, .3, .(a), § 2 */
bool pacta_read_sub_number(pacta_number_reader *r, pacta_cited_number *n) {
    if (pacta_is_char(r->work, r->at, '('))
        return pacta_read_bracketed(r, n);
    if (pacta_read_half_bracketed(r, n) || read_sign(r, n))
        return true;
    bool mark = pacta_is_char(r->work, r->at, ':') || pacta_is_char(r->work, r->at, '.');
    if (!mark || is_spaced(r, r->at) || r->at + 1 >= r->end || is_spaced(r, r->at + 1))
        return false;
    r->at++;
    if (pacta_read_bracketed(r, n))
        return true;
    if (pacta_read_cited_number(r, n)) {
        r->at++;
        return true;
    }
    r->at--;
    return false;
}
