/* Texts to measure with: files, and invented ones that are the same in every run. */
#ifndef PACTA_BENCH_TEXTS_H
#define PACTA_BENCH_TEXTS_H

#include <stddef.h>

typedef struct bench_text {
    const char *name;
    char *data;
    size_t size;
} bench_text;

/* A text that pacta has much, some or nothing to find in: `name` is "treaty",
 * "press" or "prose"; any other name is a file's. Exits where it cannot. */
bench_text bench_text_named(const char *name, size_t size);

/* A text repeated up to `size` bytes, cut at a character. */
bench_text bench_text_of(const bench_text *text, size_t size);

void bench_text_free(bench_text *text);

/* What a hostile writer would send: pieces, each to be repeated. */
typedef struct bench_piece {
    const char *name, *piece;
} bench_piece;

extern const bench_piece BENCH_WORST[];
extern const size_t BENCH_WORST_COUNT;

#endif
