#define _POSIX_C_SOURCE 200809L

#include "work/job.h"

#include "complain.h"
#include "work/worker.h"

#include <errno.h>
#include <stdlib.h>

enum { STACK = 4 << 20 }; /* bytes, also where threads get few */

static void *run(void *worker) {
    worker_run(worker);
    return NULL;
}

/* Starts the workers but the first. How many there are then. */
static unsigned start(struct worker **workers, pthread_t *threads, unsigned count) {
    pthread_attr_t attributes;
    unsigned started = 1;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    while (started < count && pthread_create(&threads[started], &attributes, run, workers[started]) == 0)
        started++;
    pthread_attr_destroy(&attributes);
    return started;
}

/* With fewer workers than asked for where there is no more memory for them. */
static enum result run_all(struct shop *shop, struct worker **workers, pthread_t *threads, unsigned count) {
    enum result result = worker_nothing(shop->options);
    unsigned opened = 0, started;
    while (opened < count && (workers[opened] = malloc(sizeof *workers[opened])) != NULL) {
        if (worker_open(workers[opened++], shop) != 0) {
            result = RESULT_ERROR;
            break;
        }
    }
    int usable = result == RESULT_ERROR ? (int)opened - 1 : (int)opened;
    if (usable > 0) {
        started = start(workers, threads, (unsigned)usable);
        worker_run(workers[0]);
        for (unsigned i = 1; i < started; i++)
            pthread_join(threads[i], NULL);
        for (unsigned i = 0; i < started; i++)
            result = worker_join(shop->options, result, workers[i]->result);
    } else {
        result = RESULT_ERROR;
    }
    for (unsigned i = 0; i < opened; i++) {
        worker_close(workers[i]);
        free(workers[i]);
    }
    return result;
}

static enum result open_and_run(struct shop *shop, struct writer *out, unsigned count) {
    enum result result = RESULT_ERROR;
    struct worker **workers = calloc(count, sizeof(struct worker *));
    pthread_t *threads = calloc(count, sizeof *threads);
    if (workers == NULL || threads == NULL || order_open(&shop->order, out, &shop->progress, count) != 0) {
        complain("library", ENOMEM);
    } else {
        feed_open(&shop->feed, shop->options, &shop->order);
        result = run_all(shop, workers, threads, count);
        feed_close(&shop->feed);
        order_close(&shop->order);
    }
    free(workers);
    free(threads);
    return result;
}

/* No more threads than there is work for. */
static unsigned threads_for(const struct options *options) {
    unsigned files = options->file_count > 0 ? (unsigned)options->file_count : 1;
    int bounded = options->list == NULL && !options->by_lines;
    return bounded && files < options->jobs ? files : options->jobs;
}

enum result job_run(const pacta_ruleset *ruleset, const struct options *options, struct writer *out) {
    struct shop shop = {.options = options, .ruleset = ruleset};
    progress_open(&shop.progress);
    feed_measure(options, &shop.progress);
    output_begin(&shop.output, options, out);
    enum result result = open_and_run(&shop, out, threads_for(options));
    output_end(&shop.output);
    progress_close(&shop.progress);
    return result;
}
