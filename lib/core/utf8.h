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

/* The character at `text` (valid UTF-8) and its length in bytes. */
uint32_t pacta_utf8_at(const char *text, uint32_t *length);

/* Length of the character that begins with `byte`. */
static inline uint32_t pacta_utf8_length(unsigned char byte) {
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

static inline bool pacta_utf8_continues(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* Writes a character; returns its length, at most 4. */
uint32_t pacta_utf8_put(char *out, uint32_t character);

uint32_t pacta_fold_case(uint32_t character);
bool pacta_is_upper(uint32_t character);
/* Letters and marks of any script that the tokeniser takes into words. */
bool pacta_is_letter(uint32_t character);
/* Scripts written without spaces: each character is a word. */
bool pacta_is_ideograph(uint32_t character);
/* Spaces: no-break, thin, ideographic ..., and the control characters of ASCII,
 * that show as none. */
bool pacta_is_space(uint32_t character);
/* ASCII stand-ins for what prints the same (ligatures, full-width digits), at
 * most 3 bytes; returns their number, or 0. */
uint32_t pacta_stand_in(uint32_t character, char *out);
/* Zero-width characters and soft hyphens, which print as nothing. */
bool pacta_is_invisible(uint32_t character);

#endif
