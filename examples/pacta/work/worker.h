/* One thread's part of the work: a piece of it from what is read to what is
 * printed. */
#ifndef WORKER_H
#define WORKER_H

#include "output.h"
#include "reader.h"
#include "work/feed.h"
#include "work/job.h"

#include <stdio.h>

/* What all workers share. */
struct shop {
    const struct options *options;
    const pacta_ruleset *ruleset;
    struct feed feed;
    struct order order;
    struct progress progress;
    struct output output; /* to be written to in turn */
};

struct worker {
    struct shop *shop;
    struct reader reader;
    pacta_document *document;
    struct piece piece;
    struct writer out;    /* of this piece, where it is written apart, */
    struct output output; /* by this */
    FILE *complaints;     /* of this piece: what it was told, */
    char *told;           /* so far */
    size_t told_size;
    int cut; /* the piece was given up, as it was asked to stop */
    enum result result;
};

/* 0, or -1 after a complaint; to be closed in either case. */
int worker_open(struct worker *worker, struct shop *shop);
void worker_close(struct worker *worker);

/* Works until there is nothing more to do; `result` is what came of it. */
void worker_run(struct worker *worker);

/* Something found in one text is enough; what does not fit in one, too much. */
enum result worker_join(const struct options *options, enum result all, enum result one);
/* Of no texts at all. */
enum result worker_nothing(const struct options *options);

#endif
