/* What is there to be done, piece by piece: a file, or some lines of one. */
#ifndef FEED_H
#define FEED_H

#include "options.h"
#include "work/lines.h"
#include "work/order.h"

enum piece_kind { PIECE_FILE, PIECE_LINES, PIECE_FAILURE };

/* A thread's, and used again. */
struct piece {
    enum piece_kind kind;
    uint64_t number;    /* in the order */
    char *name;         /* of the file; "-" is standard input */
    size_t name_room;   /* bytes there */
    uint64_t listed;    /* bytes of the list that it took */
    int failure;        /* errno, */
    const char *why;    /* or words, or NULL */
    struct line *lines; /* their data is in `bytes` */
    size_t line_count, line_room;
    char *bytes;
    size_t size, capacity;
};

struct feed {
    pthread_mutex_t lock;
    const struct options *options;
    struct order *order;
    int files;         /* of the options, done with */
    struct lines list; /* of further names */
    int listing;       /* it is open */
    int list_done;
    struct lines lines; /* of the file that is read by lines, */
    char *name;         /* its name */
    size_t name_room;
    int reading; /* it is open */
};

void feed_open(struct feed *feed, const struct options *options, struct order *order);
void feed_close(struct feed *feed);

/* The next piece, which has entered the order. 0 where there is none, or it was
 * asked to stop. */
int feed_next(struct feed *feed, struct piece *piece);
void piece_free(struct piece *piece);

/* How much there is to do, where that can be known. */
void feed_measure(const struct options *options, struct progress *progress);

#endif
