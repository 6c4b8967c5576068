/* Signs: what a token may be to one stage or another, a bit each. They stand side
 * by side, so that a stage steps over what is nothing to it at a few
 * instructions for several tokens. */
#ifndef PACTA_TEXT_SIGNS_H
#define PACTA_TEXT_SIGNS_H

#include "core/runs.h"

/* Bit K of the first sixteen: rules of kind K may begin at it. */
enum {
    SIGN_QUOTE = 1 << 16,
    SIGN_OPEN = 1 << 17,  /* ( */
    SIGN_CLOSE = 1 << 18, /* ) */
    SIGN_STOP = 1 << 19,  /* may end a sentence */
    SIGN_COMMA = 1 << 20,
    SIGN_COLON = 1 << 21,
    SIGN_UPPER = 1 << 22, /* begins with a capital */
    SIGN_NAME = 1 << 23,  /* a name of the registry may begin with it */
    SIGN_NOUN = 1 << 24,  /* treaty, pact: stands for an instrument */
    SIGN_VERB = 1 << 25,  /* a clause's */
    SIGN_CUE = 1 << 26,   /* reports */
    SIGN_SEMICOLON = 1 << 27,
    SIGN_AHEAD = 1 << 28,      /* in a list of what may stand ahead of a rule's word, or a break */
    SIGN_CONTRASTED = 1 << 29, /* the latter */
    SIGN_TELLING = 1 << 30     /* says, under: may give words of a report to an instrument */
};

/* Tokens behind the last one, and their signs, that can be read. */
enum { TOKENS_PADDING = 4 };

/* The first of the tokens [from, end) with one of the signs; `end` if none has. */
static inline uint32_t pacta_next_sign(const uint32_t *signs, uint32_t from, uint32_t end, uint32_t wanted) {
#ifdef PACTA_RUNS_SIMD
    const __m128i mask = _mm_set1_epi32((int)wanted), none = _mm_setzero_si128();
    for (; from < end; from += 4) {
        __m128i four = _mm_and_si128(_mm_loadu_si128((const __m128i *)(const void *)(signs + from)), mask);
        unsigned without = (unsigned)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(four, none)));
        if (without != 15) {
            from += (uint32_t)__builtin_ctz(~without);
            break;
        }
    }
#else
    while (from < end && (signs[from] & wanted) == 0)
        from++;
#endif
    return from < end ? from : end;
}

#endif
