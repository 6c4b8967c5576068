/* UTF-8: validation, decoding, and the few character facts the tokeniser
 * needs. Case folding covers Latin, Greek and Cyrillic. */
#ifndef PACTA_CORE_UTF8_H
#define PACTA_CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Offset of the first byte that is not UTF-8, or `size`. */
size_t pacta_utf8_check(const char *text, size_t size);

/* Bytes of the byte order mark that the text begins with, or 0. */
uint32_t pacta_utf8_mark(const char *text, size_t size);

/* Length of the character that begins with `byte`. */
static inline uint32_t pacta_utf8_length(unsigned char byte) {
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

static inline bool pacta_utf8_continues(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* Writes a character; returns its length, at most 4. */
uint32_t pacta_utf8_put(char *out, uint32_t character);

/* The ASCII half of what follows is inline, as most text is ASCII; these are the
 * other half. */
uint32_t pacta_utf8_long(const char *text, uint32_t *length);
uint32_t pacta_fold_case_beyond(uint32_t character);
bool pacta_is_letter_beyond(uint32_t character);
bool pacta_is_space_beyond(uint32_t character);
bool pacta_is_invisible_beyond(uint32_t character);
bool pacta_is_ideograph_beyond(uint32_t character);

/* The character at `text` (valid UTF-8) and its length in bytes. */
static inline uint32_t pacta_utf8_at(const char *text, uint32_t *length) {
    unsigned char first = (unsigned char)*text;
    *length = 1;
    return first < 0x80 ? first : pacta_utf8_long(text, length);
}

static inline uint32_t pacta_fold_case(uint32_t c) {
    if (c >= 0x80)
        return pacta_fold_case_beyond(c);
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static inline bool pacta_is_upper(uint32_t c) {
    return pacta_fold_case(c) != c;
}

/* Letters and marks of any script that the tokeniser takes into words. */
static inline bool pacta_is_letter(uint32_t c) {
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : pacta_is_letter_beyond(c);
}

/* Scripts written without spaces: each character is a word. */
static inline bool pacta_is_ideograph(uint32_t c) {
    return c >= 0x3040 && pacta_is_ideograph_beyond(c);
}

/* Spaces: no-break, thin, ideographic ..., and the control characters of ASCII,
 * that show as none. */
static inline bool pacta_is_space(uint32_t c) {
    return c < 0x80 ? c <= ' ' || c == 0x7F : pacta_is_space_beyond(c);
}

/* Hyphens, dashes, the minus sign. */
static inline bool pacta_is_dash_sign(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Zero-width characters and soft hyphens, which print as nothing. */
static inline bool pacta_is_invisible(uint32_t c) {
    return c >= 0x80 && pacta_is_invisible_beyond(c);
}

/* ASCII stand-ins for what prints the same (ligatures, full-width digits), at
 * most 3 bytes; returns their number, or 0. */
uint32_t pacta_stand_in(uint32_t character, char *out);

#endif
