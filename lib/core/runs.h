/* Runs of plain characters, sixteen bytes at a time where the processor can. */
#ifndef PACTA_CORE_RUNS_H
#define PACTA_CORE_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__) && defined(__GNUC__) && !defined(PACTA_NO_SIMD)
#include <emmintrin.h>
#define PACTA_RUNS_SIMD 1
#endif

static inline bool pacta_is_plain(char c) {
    return (signed char)c >= ' ' && c != 0x7F;
}

static inline bool pacta_is_ascii_letter(char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static inline bool pacta_is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Where the ASCII characters that print, spaces among them, end: from `at` on,
 * at most `end`. */
static inline uint32_t pacta_run_plain(const char *text, uint32_t at, uint32_t end) {
#ifdef PACTA_RUNS_SIMD
    const __m128i control = _mm_set1_epi8(0x1F), delete = _mm_set1_epi8(0x7F);
    for (; end - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + at));
        __m128i plain = _mm_andnot_si128(_mm_cmpeq_epi8(bytes, delete), _mm_cmpgt_epi8(bytes, control));
        unsigned other = (unsigned)_mm_movemask_epi8(plain) ^ 0xFFFF;
        if (other != 0)
            return at + (uint32_t)__builtin_ctz(other);
    }
#endif
    while (at < end && pacta_is_plain(text[at]))
        at++;
    return at;
}

/* The same, and two spaces side by side end it: at the first of them. */
static inline uint32_t pacta_run_spaced(const char *text, uint32_t at, uint32_t end) {
#ifdef PACTA_RUNS_SIMD
    const __m128i control = _mm_set1_epi8(0x1F), delete = _mm_set1_epi8(0x7F), space = _mm_set1_epi8(' ');
    const uint32_t begin = at;
    for (; end - at >= 17 || (end - begin >= 17 && end - at > 1); at += 16) {
        at = end - at >= 17 ? at : end - 17; /* the rest, with some bytes again */
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + at));
        __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(text + at + 1));
        __m128i plain = _mm_andnot_si128(_mm_cmpeq_epi8(bytes, delete), _mm_cmpgt_epi8(bytes, control));
        __m128i two = _mm_and_si128(_mm_cmpeq_epi8(bytes, space), _mm_cmpeq_epi8(next, space));
        unsigned other = (unsigned)_mm_movemask_epi8(_mm_andnot_si128(two, plain)) ^ 0xFFFF;
        if (other != 0)
            return at + (uint32_t)__builtin_ctz(other);
    }
#endif
    while (at < end && pacta_is_plain(text[at]) && !(text[at] == ' ' && at + 1 < end && text[at + 1] == ' '))
        at++;
    return at;
}

/* Where the ASCII bytes from `at` on end, at most `end`. */
static inline size_t pacta_run_ascii(const char *text, size_t at, size_t end) {
#ifdef PACTA_RUNS_SIMD
    for (; end - at >= 32; at += 32) {
        const __m128i *bytes = (const __m128i *)(const void *)(text + at);
        __m128i both = _mm_or_si128(_mm_loadu_si128(bytes), _mm_loadu_si128(bytes + 1));
        if (_mm_movemask_epi8(both) != 0)
            break;
    }
#endif
    while (at < end && (signed char)text[at] >= 0)
        at++;
    return at;
}

/* Where the ASCII letters from `at` on end, at most `end`. */
static inline uint32_t pacta_run_letters(const char *text, uint32_t at, uint32_t end) {
#ifdef PACTA_RUNS_SIMD
    const __m128i small = _mm_set1_epi8(32), a = _mm_set1_epi8('a' - 1), z = _mm_set1_epi8('z' + 1);
    for (; end - at >= 16; at += 16) {
        __m128i bytes = _mm_or_si128(_mm_loadu_si128((const __m128i *)(const void *)(text + at)), small);
        __m128i letters = _mm_and_si128(_mm_cmpgt_epi8(bytes, a), _mm_cmplt_epi8(bytes, z));
        unsigned other = (unsigned)_mm_movemask_epi8(letters) ^ 0xFFFF;
        if (other != 0)
            return at + (uint32_t)__builtin_ctz(other);
    }
#endif
    while (at < end && pacta_is_ascii_letter(text[at]))
        at++;
    return at;
}

#endif
