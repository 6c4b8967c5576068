/* Words in plain letters, read at one look: how long they are, and a key to find
 * them by. Sixteen bytes at a time where the processor can. */
#ifndef PACTA_CORE_WORDS_H
#define PACTA_CORE_WORDS_H

#include "core/hash.h"
#include "core/runs.h"
#include <string.h>

/* A word in short: its first eight bytes and those behind them, zeros where there are
 * none. A word of more than KEY_EXACT bytes has its last eight there, with a bit in each
 * that no ASCII word has: others may have the same key. */
typedef struct pacta_word_key {
    uint64_t head, tail;
} pacta_word_key;

enum { KEY_EXACT = 16 };

/* ASCII letters from one place on. */
typedef struct pacta_letters {
    uint32_t length;    /* KEY_EXACT, where there are so many or more */
    uint32_t small;     /* a bit for each of the first two that is a small one */
    pacta_word_key key; /* of them in small letters */
} pacta_letters;

/* The key of a word of 1 to KEY_EXACT ASCII letters; as many bytes from each of them on as
 * a half of the key has can be read. */
static inline pacta_word_key pacta_letters_key(const char *word, uint32_t length) {
    const uint64_t small = UINT64_C(0x2020202020202020);
    pacta_word_key key = {0, 0};
    memcpy(&key.head, word, 8);
    key.head |= small;
    if (length < 8) {
        key.head = pacta_first_bytes(key.head, length);
    } else if (length > 8) {
        memcpy(&key.tail, word + 8, 8);
        key.tail = pacta_first_bytes(key.tail | small, length - 8);
    }
    return key;
}

/* Reads the letters at `text`, of which KEY_EXACT bytes can be read. */
static inline pacta_letters pacta_read_letters(const char *text) {
#if defined(PACTA_RUNS_SIMD) && defined(__x86_64__)
    static const unsigned char FIRST[2 * KEY_EXACT] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                       0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
    const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(32));
    const __m128i place = _mm_sub_epi8(folded, _mm_set1_epi8('a')), last = _mm_set1_epi8('z' - 'a');
    const __m128i letters = _mm_cmpeq_epi8(_mm_min_epu8(place, last), place);
    const unsigned places = (unsigned)_mm_movemask_epi8(letters);
    const uint32_t length = (uint32_t)__builtin_ctz(~places);
    const __m128i first = _mm_loadu_si128((const __m128i *)(const void *)(FIRST + KEY_EXACT - length));
    const __m128i key = _mm_and_si128(folded, first);
    const unsigned small = (unsigned)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2)); /* bit 5 is theirs */
    return (pacta_letters){
        length,
        small & places & 3,
        {(uint64_t)_mm_cvtsi128_si64(key), (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key))}};
#else
    uint32_t length = 0;
    while (length < KEY_EXACT && pacta_is_ascii_letter(text[length]))
        length++;
    const uint32_t small =
        ((unsigned char)text[0] >> 5 & 1) | ((unsigned char)text[1] >> 4 & (length > 1 ? 2u : 0u));
    return (pacta_letters){length, small,
                           length == 0 ? (pacta_word_key){0, 0} : pacta_letters_key(text, length)};
#endif
}

#endif
