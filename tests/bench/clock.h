/* Time, measured again and again. */
#ifndef PACTA_BENCH_CLOCK_H
#define PACTA_BENCH_CLOCK_H

/* Seconds of a steady clock. */
double bench_now(void);

/* Median seconds of one call of `run`, repeated for about `patience` seconds. */
double bench_median(void (*run)(void *context), void *context, double patience);

#endif
