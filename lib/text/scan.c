#include "text/scan.h"
#include "core/runs.h"
#include "core/utf8.h"
#include <string.h>

bool pacta_is_quote(uint32_t c) {
    if (c < 0x80)
        return c == '"' || c == '\'' || c == '`';
    return c == 0xAB || c == 0xBB || c == 0xB4 || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
           c == 0x203A || (c >= 0x300A && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) || c == 0xFF02 ||
           c == 0xFF07 || c == 0x2E42;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

/* A decimal digit of another script that treaties are written in. */
static bool is_other_digit(uint32_t c) {
    return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) ||
           (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

static bool is_hyphen(uint32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* The character at `at`, or 0 behind the end. */
static uint32_t peek(const char *text, uint32_t size, uint32_t at, uint32_t *length) {
    *length = 0;
    return at < size ? pacta_utf8_at(text + at, length) : 0;
}

static bool letter_at(const char *text, uint32_t size, uint32_t at) {
    uint32_t length;
    uint32_t c = peek(text, size, at, &length);
    return length > 0 && pacta_is_letter(c) && !pacta_is_ideograph(c);
}

/* True if the apostrophe at `at` opens a final 's. */
static bool is_clitic(const char *text, uint32_t size, uint32_t at, uint32_t length) {
    uint32_t s = at + length;
    return s < size && (text[s] == 's' || text[s] == 'S') && !letter_at(text, size, s + 1);
}

typedef struct word_shape {
    uint32_t letters, since_stop;
    bool stopped, last_small, any_small;
    bool closed; /* by a stop with a word right behind it */
} word_shape;

/* The stop at `at`, behind one letter, belongs to its word: U.N., D.P.R.K.; but
 * not that of J.Smith or a.provide. */
static bool takes_stop(const char *text, uint32_t size, uint32_t at, word_shape *shape) {
    uint32_t length;
    peek(text, size, at + 1, &length);
    if (!letter_at(text, size, at + 1))
        return shape->stopped;
    shape->closed = letter_at(text, size, at + 1 + length);
    return shape->stopped || !shape->closed;
}

/* Steps over one character that may stand inside a word; its length, or 0. */
static uint32_t inside_word(const char *text, uint32_t size, uint32_t at, word_shape *shape) {
    uint32_t length;
    uint32_t c = peek(text, size, at, &length);
    if (length == 0 || shape->closed)
        return 0;
    if (pacta_is_letter(c)) {
        if (pacta_is_ideograph(c))
            return 0;
        shape->letters++;
        shape->since_stop++;
        shape->last_small = !pacta_is_upper(c);
        shape->any_small = shape->any_small || shape->last_small;
        return length;
    }
    if (is_digit(c))
        return shape->last_small && shape->letters >= 2 ? 0 : length;
    if (is_hyphen(c))
        return letter_at(text, size, at + length) ? length : 0;
    if (is_apostrophe(c))
        return letter_at(text, size, at + length) && !is_clitic(text, size, at, length) ? length : 0;
    if (c == '.' && shape->since_stop == 1 && takes_stop(text, size, at, shape)) {
        shape->stopped = true;
        shape->since_stop = 0;
        return 1;
    }
    return 0;
}

static bool has_small(const char *text, uint32_t begin, uint32_t end) {
    while (end > begin && (text[end - 1] & 32) == 0)
        end--;
    return end > begin;
}

/* What may stand behind ASCII letters in the same word. */
static bool may_go_on(unsigned char c) {
    return c >= 0x80 || is_digit(c) || c == '-' || c == '\'' || c == '.';
}

/* Where the first of two Roman numerals ends that make a range, I-III, or 0; I-C is one number. */
static uint32_t range_cut(const char *text, uint32_t at, uint32_t first, uint32_t end) {
    if (first + 1 >= end || text[first] != '-' || (end == first + 2 && strchr("LCDM", text[end - 1]) != NULL))
        return 0;
    const uint32_t low = pacta_roman(text + at, first - at),
                   high = pacta_roman(text + first + 1, end - first - 1);
    return low > 0 && high > low ? first : 0;
}

/* Where V ends, in V.C.2: a Roman numeral, and no shortened word that ends in a figure; or 0. */
static uint32_t numeral_cut(const char *text, uint32_t size, uint32_t at, uint32_t first, uint32_t end) {
    const bool figure = is_digit((unsigned char)text[end - 1]) ||
                        (text[end - 1] == '.' && end < size && is_digit((unsigned char)text[end]));
    return first == at + 1 && end > first + 2 && text[first] == '.' && figure &&
                   strchr("IVX", text[at]) != NULL
               ? first
               : 0;
}

static pacta_scan scan_word(const char *text, uint32_t size, uint32_t at) {
    const uint32_t first = pacta_run_letters(text, at, size);
    uint32_t end = first, step, length;
    word_shape shape = {.letters = end - at, .since_stop = end - at};
    shape.any_small = has_small(text, at, end);
    shape.last_small = end > at && (text[end - 1] & 32) != 0;
    if (end < size && may_go_on((unsigned char)text[end]))
        while ((step = inside_word(text, size, end, &shape)) > 0)
            end += step;
    uint8_t flags = 0;
    if (pacta_is_upper(pacta_utf8_at(text + at, &length)))
        flags = TOKEN_UPPER;
    if (shape.any_small)
        return (pacta_scan){end, PACTA_TOKEN_WORD, flags};
    if (shape.letters >= 2)
        flags |= TOKEN_CAPS;
    const uint32_t cut =
        shape.stopped ? numeral_cut(text, size, at, first, end) : range_cut(text, at, first, end);
    end = cut > 0 ? cut : end;
    bool roman = pacta_roman(text + at, end - at) > 0;
    return (pacta_scan){end, roman ? PACTA_TOKEN_ROMAN : PACTA_TOKEN_WORD, flags};
}

static pacta_scan scan_number(const char *text, uint32_t size, uint32_t at) {
    for (;;) {
        uint32_t length, next;
        uint32_t c = peek(text, size, at, &length);
        if (length > 0 && (is_digit(c) || is_other_digit(c))) {
            at += length;
            continue;
        }
        if ((c == '.' || c == ',') && is_digit(peek(text, size, at + 1, &next))) {
            at += 2;
            continue;
        }
        return (pacta_scan){at, PACTA_TOKEN_NUMBER, 0};
    }
}

/* ‘‘so’’, „so’’, “so’’: single marks, set twice for a double one. Of two that close, both
 * count where two single ones are open: ‘He said ‘no’’. */
static bool is_set_twice(const char *text, uint32_t size, uint32_t at, uint32_t c) {
    enum { MARK = 3, REACH = 300 };
    static const char LEFT[] = "\xE2\x80\x98", RIGHT[] = "\xE2\x80\x99", LOW[] = "\xE2\x80\x9E",
                      OPEN[] = "\xE2\x80\x9C", CLOSE[] = "\xE2\x80\x9D";
    if ((c != 0x2018 && c != 0x2019) || size - at < 2 * MARK ||
        memcmp(text + at, text + at + MARK, MARK) != 0)
        return false;
    if (c == 0x2018) {
        for (uint32_t i = at + 2 * MARK; i + MARK < size && i - at < REACH; i++)
            if (memcmp(text + i, RIGHT, MARK) == 0)
                return size - i >= 2 * MARK && memcmp(text + i + MARK, RIGHT, MARK) == 0;
        return false;
    }
    for (uint32_t i = at; i >= MARK && at - i < REACH && text[i - 1] != '\n'; i--) {
        if (memcmp(text + i - MARK, LOW, MARK) == 0 || memcmp(text + i - MARK, OPEN, MARK) == 0)
            return true;
        if (memcmp(text + i - MARK, CLOSE, MARK) == 0)
            return false;
        if (memcmp(text + i - MARK, LEFT, MARK) == 0)
            return i >= 2 * MARK && memcmp(text + i - 2 * MARK, LEFT, MARK) == 0;
    }
    return false;
}

pacta_scan pacta_scan_token(const char *text, uint32_t size, uint32_t at) {
    uint32_t length;
    uint32_t c = pacta_utf8_at(text + at, &length);
    if (pacta_is_letter(c)) {
        if (pacta_is_ideograph(c))
            return (pacta_scan){at + length, PACTA_TOKEN_WORD, 0};
        return scan_word(text, size, at);
    }
    if (is_digit(c) || is_other_digit(c))
        return scan_number(text, size, at);
    if (is_apostrophe(c) && at > 0 && is_clitic(text, size, at, length)) {
        unsigned char before = (unsigned char)text[at - 1];
        if (before >= 0x80 || pacta_is_letter(before) || is_digit(before) || before == '.')
            return (pacta_scan){at + length + 1, PACTA_TOKEN_WORD, TOKEN_CLITIC};
    }
    uint32_t end = at + length;
    if (pacta_is_quote(c)) {
        if ((c == '\'' || c == '`') && end < size && text[end] == text[at])
            end++; /* the marks of TeX and of old wires */
        else if (is_set_twice(text, size, at, c))
            end += length;
        return (pacta_scan){end, PACTA_TOKEN_QUOTE, 0};
    }
    bool low = c == ',' && end < size && text[end] == ',' && (at == 0 || text[at - 1] <= ' '); /* ,,so" */
    if (low && letter_at(text, size, end + 1))
        return (pacta_scan){end + 1, PACTA_TOKEN_QUOTE, 0};
    if (c == '.' || c == '-' || c == '_' || c == '=' || c == '*')
        while (end < size && text[end] == text[at])
            end++;
    return (pacta_scan){end, PACTA_TOKEN_SYMBOL, 0};
}

static bool is_roman_letter(char c) {
    enum {
        A = 1,
        C = A << ('c' - 'a'),
        D = A << ('d' - 'a'),
        I = A << ('i' - 'a'),
        L = A << ('l' - 'a'),
        M = A << ('m' - 'a'),
        V = A << ('v' - 'a'),
        X = A << ('x' - 'a')
    };
    return pacta_is_ascii_letter(c) && ((C | D | I | L | M | V | X) >> ((c | 32) - 'a') & 1) != 0;
}

/* One decimal place of a Roman numeral; `digits` are its one, five and ten. */
static uint32_t roman_place(const char *text, uint32_t size, uint32_t *at, const char *digits) {
    const char first = *at < size ? (char)(text[*at] | 32) : '\0';
    const char second = *at + 1 < size ? (char)(text[*at + 1] | 32) : '\0';
    if (first == digits[0] && (second == digits[1] || second == digits[2])) {
        *at += 2;
        return second == digits[1] ? 4 : 9;
    }
    uint32_t value = first == digits[1] ? 5 : 0;
    *at += value > 0;
    for (unsigned n = 0; n < 3 && *at < size && (text[*at] | 32) == digits[0]; n++, ++*at)
        value++;
    return value;
}

uint32_t pacta_roman(const char *text, uint32_t size) {
    enum { LONGEST = 15 };
    if (size == 0 || size > LONGEST)
        return 0;
    for (uint32_t i = 0; i < size; i++)
        if (!is_roman_letter(text[i]) || ((text[i] ^ text[0]) & 32) != 0)
            return 0;
    uint32_t at = 0, value = roman_place(text, size, &at, "m\1\1");
    value = 10 * value + roman_place(text, size, &at, "cdm");
    value = 10 * value + roman_place(text, size, &at, "xlc");
    value = 10 * value + roman_place(text, size, &at, "ivx");
    return at == size ? value : 0;
}
