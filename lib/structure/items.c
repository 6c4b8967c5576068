/* Labels of paragraphs, points and list items: 1. (1) 1) 1.1 § 1 (a) a) a.
 * (i) (A) (aa) .1 Numbers and letters are everybody's: no pack is asked. */
#include "core/runs.h"
#include "core/utf8.h"
#include "work.h"
#include <string.h>

enum { MANY_PARTS = 3 };

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* What a run of letters may count: a letter (doubled: aa), a Roman numeral. */
static bool read_letters(const char *text, uint32_t size, pacta_label *label) {
    bool capital = is_capital(text[0]);
    bool repeated = true;
    for (uint32_t i = 1; i < size; i++)
        repeated = repeated && text[i] == text[0];
    label->readings = 0;
    if (repeated && size <= 3) {
        label->letter = (uint16_t)(((unsigned char)text[0] | 32u) - 'a' + 1 + 26 * (size - 1));
        label->readings |= 1 << (capital ? COUNT_CAPITALS : COUNT_LETTERS);
    }
    label->roman = (uint16_t)pacta_roman(text, size);
    if (label->roman > 0 && label->roman < 60)
        label->readings |= 1 << (capital ? COUNT_BIG_ROMAN : COUNT_ROMAN);
    if (label->readings == 0)
        return false;
    label->number = (pacta_number){.parts = {label->letter}, .count = 1};
    for (uint32_t i = 0; i < size; i++)
        label->number.text[i] = (char)(text[i] | 32);
    return true;
}

static bool read_number(const pacta_work *work, const char *text, uint32_t size, pacta_label *label) {
    label->readings = 1 << COUNT_NUMBERS;
    return pacta_read_number(&work->rules->lexicon, text, size, false, &label->number) &&
           label->number.parts[0] < 1000;
}

static uint32_t letters_length(const char *text, uint32_t size) {
    uint32_t at = 0;
    bool capital = size > 0 && is_capital(text[0]);
    while (at < size && at < 6 && (capital ? is_capital(text[at]) : is_small(text[at])))
        at++;
    return at;
}

/* The letters of a bis or ter at `text`. */
static uint32_t suffix_word_length(const pacta_work *work, const char *text, uint32_t size) {
    uint32_t letters = letters_length(text, size);
    uint32_t lexeme = letters > 1 ? pacta_lexicon_find(&work->rules->lexicon, text, letters) : 0;
    return lexeme != 0 && pacta_lexeme_is(&work->rules->lexicon.lexemes.items[lexeme], CLASS_SUFFIX) ? letters
                                                                                                     : 0;
}

/* A suffix behind a number: letters, with or without a space before bis. */
static uint32_t suffix_length(const pacta_work *work, const char *text, uint32_t size) {
    uint32_t skip = size > 0 && text[0] == ' ' ? 1 : 0;
    uint32_t word = suffix_word_length(work, text + skip, size - skip);
    if (word > 0)
        return skip + word;
    return skip == 0 && letters_length(text, size) == 1 ? 1 : 0;
}

/* Length of the digits, with parts (1.1), at `text`; 26bis.1 has a suffix between. */
static uint32_t number_length(const pacta_work *work, const char *text, uint32_t size) {
    uint32_t at = 0, digits = 0;
    for (;;) {
        while (at < size && pacta_is_digit(text[at]))
            at++, digits++;
        uint32_t part = at + (digits > 0 ? suffix_word_length(work, text + at, size - at) : 0);
        if (part + 1 >= size || !(text[part] == '.' || text[part] == '-') || !pacta_is_digit(text[part + 1]))
            break;
        at = part + 1;
    }
    return digits <= 9 ? at : 0;
}

/* Reads "12bis", "1.1", "a", "iv" at the beginning of `text`; its length. */
static uint32_t read_core(const pacta_work *work, const char *text, uint32_t size, pacta_label *label) {
    uint32_t length = number_length(work, text, size);
    if (length > 0) {
        length += suffix_length(work, text + length, size - length);
        return read_number(work, text, length, label) ? length : 0;
    }
    length = letters_length(text, size);
    return length > 0 && read_letters(text, length, label) ? length : 0;
}

/* Reads the "1" of .1; its length. */
static uint32_t read_dotted(const pacta_work *work, const char *text, uint32_t size, pacta_label *label) {
    uint32_t length = number_length(work, text, size);
    label->setting = SET_DOT;
    return length > 0 && read_number(work, text, length, label) && label->number.count == 1 ? length : 0;
}

static bool is_space_or_end(const char *text, uint32_t at, uint32_t end) {
    return at >= end || text[at] == ' ';
}

/* 28.2 behind 28.1, and 28.1 behind 27.: the next number of two parts, whatever stands between. */
static bool goes_on(const pacta_work *work, const pacta_number *number) {
    enum { LABELS_BACK = 24 };
    if (number->count != 2 || number->suffix != 0)
        return false;
    for (uint32_t i = work->labels.count, seen = 0; i-- > 0 && seen++ < LABELS_BACK;) {
        const pacta_label *label = &work->labels.items[i];
        if (label->unit != 0)
            return false;
        if (label->readings != 1 << COUNT_NUMBERS || label->setting == SET_DOT ||
            (label->flags & LABEL_INLINE) != 0)
            continue;
        const uint16_t *last = label->number.parts;
        return label->number.count == 2
                   ? (last[0] == number->parts[0] && last[1] + 1 == number->parts[1])
                   : label->number.count == 1 && last[0] + 1 == number->parts[0] && number->parts[1] == 1;
    }
    return false;
}

/* What may follow a number with no mark behind it: the beginning of a text; behind
 * one that is no amount (2.1.1; 2.2 that follows 2.1), also in a small letter. */
static bool begins_text(const pacta_work *work, uint32_t at, uint32_t end, const pacta_number *number) {
    if (at >= end)
        return true;
    const char *text = pacta_work_text(work);
    const bool many_parts = number->count >= MANY_PARTS || goes_on(work, number);
    if (text[at] != ' ')
        return many_parts && number->count == 2 && is_small(text[at]); /* 2.2the ship */
    uint32_t length, c = pacta_utf8_at(text + at + 1, &length);
    uint32_t token = pacta_token_at(work, at + 1);
    if (pacta_is(work, token, CLASS_MONTH))
        return false;
    if (pacta_is_upper(c) || pacta_is_quote(c) || c == '(' || c == '[' || pacta_is_ideograph(c))
        return true;
    return many_parts && pacta_is_letter(c) && !pacta_is(work, token, CLASS_LIST_JOINER) &&
           !pacta_is(work, token, CLASS_RANGE_JOINER) && !pacta_is(work, token, CLASS_OF);
}

/* a.provide; but no e.g. and no a.m. */
static bool opens_word(const char *text, uint32_t at, uint32_t end) {
    return at + 1 < end && (is_small(text[at]) || is_capital(text[at])) && is_small(text[at + 1]);
}

/* The mark behind the core at `at`: sets the label's setting, returns where
 * the label ends, or 0. */
static uint32_t read_setting(const pacta_work *work, uint32_t at, uint32_t end, pacta_label *label) {
    const char *text = pacta_work_text(work);
    bool number = label->readings == 1 << COUNT_NUMBERS;
    if (at < end && text[at] == ')') {
        label->setting = SET_BRACKET;
        return at + 1;
    }
    if (at < end && text[at] == '.') {
        label->setting = SET_STOP;
        uint32_t behind = at + 1 < end && text[at + 1] == ')' ? at + 2 : at + 1;
        bool apart = is_space_or_end(text, behind, end);
        bool closed = behind < end && (number ? text[behind] == '(' || is_capital(text[behind]) ||
                                                    (unsigned char)text[behind] >= 0x80
                                              : opens_word(text, behind, end));
        return apart || closed ? behind : 0;
    }
    label->setting = SET_BARE;
    return number && begins_text(work, at, end, &label->number) ? at : 0;
}

/* Behind the number of .1, which a stop may follow: where the label ends, or 0. Often the
 * text is printed right behind it. */
static uint32_t end_dotted(const char *text, uint32_t at, uint32_t end) {
    at += at < end && text[at] == '.';
    return is_space_or_end(text, at, end) || is_small(text[at]) || is_capital(text[at]) ? at : 0;
}

/* (a) and (b): the end of a citation, at the beginning of a line. */
static bool leads_to_label(const pacta_work *work, uint32_t at, uint32_t end) {
    if (at >= end || !is_small(pacta_work_text(work)[at]))
        return false;
    uint32_t token = pacta_token_at(work, at);
    return pacta_is(work, token, CLASS_LIST_JOINER) && token + 1 < work->tokens.count &&
           pacta_is_char(work, token + 1, '(');
}

/* A. J. Falk: initials of a name; but I. A. Scope: two labels. */
static bool is_initial(const char *text, uint32_t at, uint32_t end, const pacta_label *label) {
    return label->setting == SET_STOP && label->readings == 1 << COUNT_CAPITALS && at + 3 < end &&
           is_capital(text[at]) && text[at] != 'A' && text[at] != 'I' && text[at + 1] == '.' &&
           text[at + 2] == ' ' && is_capital(text[at + 3]);
}

bool pacta_item_at(const pacta_work *work, uint32_t passage, uint32_t at, pacta_label *label) {
    const char *text = pacta_work_text(work);
    uint32_t end = work->fold.passages.items[passage].end, begin = at;
    *label = (pacta_label){.passage = passage};
    if (at >= end)
        return false;
    bool bracket = text[at] == '(',
         sign = (unsigned char)text[at] == 0xC2 && (unsigned char)text[at + 1] == 0xA7,
         dot = text[at] == '.' && at + 1 < end && pacta_is_digit(text[at + 1]);
    if (dot)
        at++;
    else if (sign) /* § 1 */
        at += at + 2 < end && text[at + 2] == ' ' ? 3 : 2;
    else if (bracket)
        at += at + 1 < end && text[at + 1] == ' ' ? 2 : 1;
    uint32_t length =
        dot ? read_dotted(work, text + at, end - at, label) : read_core(work, text + at, end - at, label);
    if (length == 0 || (sign && label->readings != 1 << COUNT_NUMBERS))
        return false;
    at += length;
    if (bracket) {
        at += at < end && text[at] == ' ';
        if (at >= end || text[at] != ')')
            return false;
        at++;
        label->setting = SET_BRACKETS;
    } else if (sign) {
        label->setting = SET_SIGN;
    } else if (dot) {
        if ((at = end_dotted(text, at, end)) == 0)
            return false;
    } else if ((at = read_setting(work, at, end, label)) == 0) {
        return false;
    }
    label->span = (pacta_span){begin, at};
    while (at < end && text[at] == ' ')
        at++;
    label->body = at;
    label->flags = at >= end ? LABEL_ALONE : 0;
    return !leads_to_label(work, at, end) && !is_initial(text, at, end, label);
}

/* ---- Lists within a passage ------------------------------------------------------ */

/* A label and its bracket end before `token`. */
static bool is_behind_label(const pacta_work *work, uint32_t token, uint32_t first) {
    pacta_label label;
    if (token < first + 2 || !pacta_is_char(work, token - 1, ')'))
        return false;
    const pacta_cut *cut = &work->tokens.items[token - 2];
    uint32_t size = cut->end - cut->begin;
    return read_core(work, pacta_work_text(work) + cut->begin, size, &label) == size;
}

/* The token before an item's label makes it part of a reference: paragraph (a);
 * points (a) and (b). */
static bool is_cited(const pacta_work *work, uint32_t token, uint32_t first) {
    if (token == first)
        return false;
    uint32_t before = token - 1;
    if (pacta_is(work, before, CLASS_LIST_JOINER))
        return is_behind_label(work, before, first);
    const pacta_cut *cut = &work->tokens.items[before];
    if (pacta_is_char(work, before, '.') && before > first)
        cut = &work->tokens.items[--before]; /* para. (a) */
    return cut->kind == PACTA_TOKEN_NUMBER || cut->kind == PACTA_TOKEN_ROMAN ||
           cut->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, before, ')') ||
           pacta_is(work, before, CLASS_UNIT) || pacta_is(work, before, CLASS_RANGE_JOINER) ||
           pacta_is(work, before, CLASS_OF) || pacta_is(work, before, CLASS_DEMONSTRATIVE);
}

/* shall be entitled to (a) lower cameras: no citation, though "to" stands before it. */
static bool opens_behind_to(const pacta_work *work, uint32_t token, uint32_t first,
                            const pacta_label *label) {
    return token >= first + 2 && pacta_is(work, token - 1, CLASS_RANGE_JOINER) &&
           work->tokens.items[token - 2].kind == PACTA_TOKEN_WORD && !pacta_is(work, token - 2, CLASS_UNIT) &&
           (label->letter == 1 || label->roman == 1);
}

/* What stands behind it is no text of an item: (a) and (b); (a), (b) or (c). */
static bool is_bare(const pacta_work *work, uint32_t token, uint32_t end) {
    if (token >= end)
        return true;
    const pacta_cut *cut = &work->tokens.items[token];
    if (pacta_is(work, token, CLASS_RANGE_JOINER)) /* (a) to (c); but: (a) to keep */
        return token + 1 < end &&
               (pacta_is_char(work, token + 1, '(') || pacta_is_char(work, token + 2, ')') ||
                work->tokens.items[token + 1].kind == PACTA_TOKEN_NUMBER);
    if (cut->kind == PACTA_TOKEN_WORD || cut->kind == PACTA_TOKEN_ROMAN)
        return pacta_is(work, token, CLASS_LIST_JOINER);
    return cut->kind == PACTA_TOKEN_SYMBOL && !pacta_is_char(work, token, '(') &&
           !pacta_is_char(work, token, '[');
}

typedef struct open_list {
    uint8_t counting, setting;
    uint16_t last;
    uint32_t first_label; /* in the labels; the list's first item */
} open_list;

enum { INLINE_DEPTH = 3 };

static uint16_t value_in(const pacta_label *label, unsigned counting) {
    if (counting == COUNT_NUMBERS)
        return label->number.count == 1 && label->number.suffix == 0 ? label->number.parts[0] : 0;
    return counting == COUNT_LETTERS || counting == COUNT_CAPITALS ? label->letter : label->roman;
}

/* Places the label in the lists that are open; false if it fits none. */
static bool place(open_list *lists, uint32_t *depth, const pacta_label *label, uint32_t index) {
    for (uint32_t d = *depth; d-- > 0;)
        if ((label->readings >> lists[d].counting & 1) != 0 && label->setting == lists[d].setting &&
            value_in(label, lists[d].counting) == lists[d].last + 1) {
            lists[d].last++;
            *depth = d + 1;
            return true;
        }
    for (unsigned counting = COUNT_BIG_ROMAN + 1; counting-- > 0;)
        if ((label->readings >> counting & 1) != 0 && value_in(label, counting) == 1 &&
            *depth < INLINE_DEPTH) {
            lists[(*depth)++] = (open_list){(uint8_t)counting, label->setting, 1, index};
            return true;
        }
    return false;
}

/* Drops lists of one item: no list at all. Items are flagged by how many
 * others share their list, counted in `letter`-free room of the array. */
static void drop_single(pacta_work *work, uint32_t from) {
    uint32_t kept = from;
    for (uint32_t i = from; i < work->labels.count; i++) {
        const pacta_label *label = &work->labels.items[i];
        bool joined = false;
        for (uint32_t j = from; j < work->labels.count && j < from + 64 && !joined; j++) {
            const pacta_label *other = &work->labels.items[j];
            unsigned both = label->readings & other->readings;
            for (unsigned counting = 0; counting <= COUNT_BIG_ROMAN; counting++) {
                int apart = (int)value_in(other, counting) - (int)value_in(label, counting);
                joined = joined || ((both >> counting & 1) != 0 && (j > i ? apart == 1 : apart == -1));
            }
        }
        if (joined)
            work->labels.items[kept++] = *label;
    }
    work->labels.count = kept;
}

int pacta_find_inline_items(pacta_work *work, uint32_t passage, uint32_t from, uint32_t end) {
    const pacta_passage *p = &work->fold.passages.items[passage];
    open_list lists[INLINE_DEPTH];
    uint32_t depth = 0, first = work->labels.count, brackets = 0;
    int status = PACTA_OK;
    if (!pacta_may_have(p, SIGN_CLOSE))
        return PACTA_OK;
    for (uint32_t t = from;
         status == PACTA_OK && (t = pacta_next_with(work, t, end, SIGN_OPEN | SIGN_CLOSE)) < end; t++) {
        pacta_label label;
        status = pacta_report(work, work->tokens.items[t].begin);
        if (pacta_has_sign(work, t, SIGN_OPEN)) {
            brackets++;
            continue;
        }
        uint32_t begin = t - (brackets > 0 ? 2 : 1); /* (a) or a) */
        bool whole = brackets > 0 && begin >= from && begin < t && pacta_is_char(work, begin, '(');
        bool half = brackets == 0 && begin > from && begin < t;
        brackets -= brackets > 0;
        if ((!whole && !half) || begin == p->first_token ||
            !pacta_item_at(work, passage, work->tokens.items[begin].begin, &label) ||
            (is_cited(work, begin, p->first_token) &&
             !opens_behind_to(work, begin, p->first_token, &label)) ||
            is_bare(work, t + 1, end))
            continue;
        label.flags |= LABEL_INLINE;
        if (!place(lists, &depth, &label, work->labels.count))
            continue;
        if (!pacta_array_push(&work->memory, &work->labels, label))
            return pacta_out_of_memory(work);
    }
    drop_single(work, first);
    return status;
}
