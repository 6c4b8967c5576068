#include "structure/numbers.h"
#include "core/runs.h"
#include "core/utf8.h"
#include "text/scan.h"
#include <string.h>

/* Bytes of a mark that joins the parts of a number: 5-1, 10.12, II/3. */
static uint32_t joiner_at(const char *text, uint32_t size, uint32_t at) {
    if (at >= size)
        return 0;
    if (text[at] == '.' || text[at] == '-' || text[at] == '/')
        return 1;
    uint32_t length, c = pacta_utf8_at(text + at, &length);
    return c == 0x2010 || c == 0x2011 || c == 0x2013 ? length : 0;
}

static void append(pacta_number *number, const char *text, uint32_t size) {
    size_t used = strlen(number->text);
    if (used + size < NUMBER_TEXT) {
        memcpy(number->text + used, text, size);
        number->text[used + size] = '\0';
    }
}

static void append_value(pacta_number *number, uint32_t value) {
    char digits[12];
    uint32_t size = 0;
    do
        digits[sizeof digits - ++size] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    append(number, digits + sizeof digits - size, size);
}

static void append_small(pacta_number *number, const char *text, uint32_t size) {
    for (uint32_t i = 0; i < size; i++) {
        char small = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] | 32) : text[i];
        append(number, &small, 1);
    }
}

static void push_part(pacta_number *number, uint32_t value) {
    if (number->count < NUMBER_PARTS)
        number->parts[number->count++] = (uint16_t)(value > UINT16_MAX ? UINT16_MAX : value);
}

/* a = 1, z = 26, aa = 27; 0 if it is more than one letter, not repeated. */
static uint32_t letter_value(const char *text, uint32_t size) {
    for (uint32_t i = 1; i < size; i++)
        if ((text[i] | 32) != (text[0] | 32))
            return 0;
    return size == 0 || size > 4 || !pacta_is_ascii_letter(text[0])
               ? 0
               : (uint32_t)((text[0] | 32) - 'a' + 1) + 26 * (size - 1);
}

typedef struct reader {
    const pacta_lexicon *lexicon;
    const char *text;
    uint32_t at, end;
    pacta_number *number;
} reader;

static bool read_digits(reader *r) {
    uint32_t first = r->at, value = 0;
    while (r->at < r->end && pacta_is_digit(r->text[r->at])) {
        value = value < 100000 ? value * 10 + (uint32_t)(r->text[r->at] - '0') : value;
        r->at++;
    }
    if (r->at == first || r->at - first > 5)
        return false;
    if (r->number->count == 0)
        append_value(r->number, value); /* 007 is 7, but 1-01 stays */
    else
        append(r->number, r->text + first, r->at - first);
    push_part(r->number, value);
    return true;
}

static uint32_t word_end(const reader *r, uint32_t at) {
    while (at < r->end && (pacta_is_ascii_letter(r->text[at]) || (unsigned char)r->text[at] >= 0x80))
        at++;
    return at;
}

/* A word of the lexicon that has a value: four, second, twenty-one. */
static bool read_word(reader *r) {
    uint32_t end = r->at;
    while (end < r->end && r->text[end] != ' ')
        end++;
    uint32_t lexeme = pacta_lexicon_find(r->lexicon, r->text + r->at, end - r->at);
    const pacta_lexeme *word = &r->lexicon->lexemes.items[lexeme];
    if (lexeme == 0 || word->value <= 0 ||
        !(pacta_lexeme_is(word, CLASS_NUMERAL) || pacta_lexeme_is(word, CLASS_ORDINAL)))
        return false;
    append_value(r->number, (uint32_t)word->value);
    push_part(r->number, (uint32_t)word->value);
    r->at = end;
    return true;
}

static bool read_letters(reader *r, bool letters) {
    uint32_t end = word_end(r, r->at), size = end - r->at;
    const char *word = r->text + r->at;
    uint32_t roman = pacta_roman(word, size), letter = letter_value(word, size);
    bool first = r->number->count == 0;
    if (letter > 0 && (roman == 0 || !first || letters || (size == 1 && strchr("IVXivx", *word) == NULL))) {
        append_small(r->number, word, size);
        push_part(r->number, letter);
        r->number->lettered |= first;
    } else if (roman > 0) {
        append_value(r->number, roman);
        push_part(r->number, roman);
    } else {
        return false;
    }
    r->at = end;
    return true;
}

/* A letter or one of bis, ter ... behind a number. */
static bool read_suffix(reader *r) {
    uint32_t at = r->at;
    bool apart = at < r->end && (r->text[at] == ' ' || r->text[at] == '-');
    at += apart;
    uint32_t end = word_end(r, at);
    if (end == at)
        return false;
    uint32_t lexeme = pacta_lexicon_find(r->lexicon, r->text + at, end - at);
    const pacta_lexeme *word = &r->lexicon->lexemes.items[lexeme];
    if (lexeme != 0 && pacta_lexeme_is(word, CLASS_SUFFIX)) {
        r->number->suffix = (uint16_t)(100 + word->value);
    } else {
        uint32_t letter = letter_value(r->text + at, end - at);
        if (letter == 0 || (apart && r->text[at - 1] == '-'))
            return false; /* 10-A is a part of its own */
        r->number->suffix = (uint16_t)letter;
    }
    append_small(r->number, r->text + at, end - at);
    r->at = end;
    return true;
}

bool pacta_read_number(const pacta_lexicon *lexicon, const char *text, uint32_t size, bool letters,
                       pacta_number *number) {
    *number = (pacta_number){0};
    reader r = {lexicon, text, 0, size, number};
    while (r.at < r.end) {
        bool digits = pacta_is_digit(r.text[r.at]);
        if (!(digits ? read_digits(&r) : read_letters(&r, letters) || (number->count == 0 && read_word(&r))))
            return false;
        read_suffix(&r);
        if (r.at == r.end)
            return true;
        uint32_t join = joiner_at(r.text, r.end, r.at);
        if (join == 0)
            return false;
        append(number, join == 1 && r.text[r.at] == '.' ? "." : "-", 1);
        number->stem_suffix = number->suffix;
        number->suffix = 0;
        r.at += join;
    }
    return false;
}

static int order_of(uint16_t a, uint16_t b) {
    return a == b ? 0 : a < b ? -1 : 1;
}

int pacta_number_order(const pacta_number *a, const pacta_number *b) {
    for (uint8_t i = 0; i < a->count && i < b->count; i++) {
        bool last = i + 1 == a->count && i + 1 == b->count;
        int order = last ? order_of(a->stem_suffix, b->stem_suffix) : 0; /* 26.2, 26bis.1 */
        if (order == 0)
            order = order_of(a->parts[i], b->parts[i]);
        if (order != 0)
            return order;
    }
    int order = order_of(a->count, b->count);
    return order != 0 ? order : order_of(a->suffix, b->suffix);
}

bool pacta_number_is_first(const pacta_number *number) {
    return number->count > 0 && number->parts[number->count - 1] == 1 && number->suffix == 0;
}

bool pacta_number_follows(const pacta_number *last, const pacta_number *next) {
    uint8_t same = 0;
    while (same < last->count && same < next->count && last->parts[same] == next->parts[same])
        same++;
    if (same == next->count)
        return same == last->count && next->suffix > last->suffix && next->suffix - last->suffix < 100 + 3;
    if (same == last->count) /* 5, 5.1 */
        return next->count == same + 1 && next->parts[same] == 1;
    if (next->parts[same] != last->parts[same] + 1 || next->suffix > 1)
        return false;
    for (uint8_t i = same + 1; i < next->count; i++) /* 5.3, 6.1 */
        if (next->parts[i] != 1)
            return false;
    return true;
}
