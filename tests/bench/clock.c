#include "clock.h"
#include <stdlib.h>
#include <time.h>

enum { RUNS_LEAST = 3, RUNS_MOST = 501 };

double bench_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_size(const void *one, const void *other) {
    const double *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

double bench_median(void (*run)(void *context), void *context, double patience) {
    double times[RUNS_MOST];
    int count = 0;
    const double begin = bench_now();
    for (double last = begin; count < RUNS_MOST && (count < RUNS_LEAST || last - begin < patience); count++) {
        run(context);
        double end = bench_now();
        times[count] = end - last;
        last = end;
    }
    qsort(times, (size_t)count, sizeof *times, by_size);
    return times[count / 2];
}
