/* How far the work is, on standard error, where that is a terminal and the
 * records go elsewhere; otherwise nothing at all. Any thread may tell of its
 * work. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

struct progress {
    pthread_mutex_t lock; /* of the terminal */
    int on;
    const char *unit; /* "files" */
    uint64_t units;   /* in all, or 0: not known */
    uint64_t whole;   /* bytes in all, or 0: not known; */
    int listed;       /* of the list of files, not of the files */
    atomic_uint_fast64_t finished, bytes, listed_bytes;
    atomic_uint_fast64_t next; /* when there is something new to show, in ms */
    uint64_t begin;            /* likewise */
    int shown;
};

void progress_open(struct progress *progress);
void progress_close(struct progress *progress);

/* `bytes` of text were worked through. */
void progress_add(struct progress *progress, uint64_t bytes);
/* One more file or line is finished, which took `listed` bytes of a list. */
void progress_finish(struct progress *progress, uint64_t listed);
/* Complaints, which the line on the terminal makes way for. */
void progress_say(struct progress *progress, const char *text, size_t size);

#endif
