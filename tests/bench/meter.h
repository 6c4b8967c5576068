/* An extractor under measurement: its memory counted, its stages timed. */
#ifndef PACTA_BENCH_METER_H
#define PACTA_BENCH_METER_H

#include "pacta/pacta.h"
#include "texts.h"

enum { BENCH_STAGES_LIMIT = 32 };

typedef struct bench_memory {
    pacta_allocator allocator;
    size_t held, most; /* bytes */
    size_t calls;      /* for a new or larger block */
} bench_memory;

typedef struct bench_meter {
    bench_memory memory;
    pacta_extractor *extractor;
    pacta_document *document;
    const char *text;
    size_t size;
    double stage_end[BENCH_STAGES_LIMIT]; /* of the last extraction, since its begin */
    double begin;
    unsigned stages;
} bench_meter;

/* Name of a stage, in the order of the extraction. */
const char *bench_stage_name(unsigned stage);

pacta_ruleset *bench_ruleset(void);

/* `stages`: time them (the progress callback costs a little). The meter must
 * stay where it is. */
void bench_meter_open(bench_meter *meter, const pacta_ruleset *ruleset, int stages);
void bench_meter_close(bench_meter *meter);
/* The text to extract; outlives its use. */
void bench_meter_take(bench_meter *meter, const bench_text *text);
/* Extracts; of type void * for bench_median() and threads. */
void bench_meter_run(void *meter);

#endif
