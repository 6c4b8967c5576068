/* What threads print, in the order in which they took their work. Each writes a
 * piece of work's output to a place of its own; whose turn it is writes on. So
 * nothing waits for a slow piece but what is behind it, and that not before there
 * is no more room. */
#ifndef ORDER_H
#define ORDER_H

#include "progress.h"
#include "writer.h"

#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

struct place;

struct order {
    pthread_mutex_t lock;
    pthread_cond_t moved;
    struct writer *out;
    struct progress *progress;
    struct place *places; /* a ring of work taken and not yet printed */
    size_t room;          /* of it */
    uint64_t taken;       /* pieces of work, so far */
    uint64_t printed;     /* likewise */
    int busy;             /* somebody writes to `out`, without the lock */
    int idle;             /* somebody waits for input: print what there is */
    int closed;           /* nothing more will be printed */
};

/* 0, or ENOMEM; to be closed only on 0. `out` and `progress` must outlive it. */
int order_open(struct order *order, struct writer *out, struct progress *progress, unsigned threads);
void order_close(struct order *order);

/* A number for the next piece of work; waits until there is room for it. Calls
 * must be in the order of the work. */
uint64_t order_enter(struct order *order);

/* Some of its output. Waits for its turn where it is much. */
void order_put(struct order *order, uint64_t number, const char *bytes, size_t size);

/* Waits until all work before is printed. From then on what is put goes to `out`
 * at once, and the caller may write there itself until order_leave(), unless 0 is
 * returned: then nothing more is to be printed. */
int order_turn(struct order *order, uint64_t number);

/* It is done. `told`: complaints. `last`: it was given up, nothing behind it is
 * to be printed. */
void order_leave(struct order *order, uint64_t number, const char *told, size_t told_size, int last);

/* Between the two, nothing stays in the buffer of `out`. */
void order_idle(struct order *order, int idle);

/* Other than 0 once output is of no use: it cannot be written, or was cut. */
int order_is_closed(struct order *order);

#endif
