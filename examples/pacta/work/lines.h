/* The lines of a file, read by big blocks. What is longer than the limit is left
 * out, up to its end; memory is bounded by the limit. */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>
#include <stdint.h>

enum line_fault { LINE_GOOD, LINE_TOO_LONG, LINE_NO_MEMORY };

struct line {
    const char *data; /* until the next is asked for; its end is left out */
    size_t size;
    uint64_t number; /* from 1 */
    enum line_fault fault;
};

struct lines {
    int descriptor; /* -1: closed */
    char delimiter;
    size_t limit;                /* of a line, without its end */
    char *block;                 /* what was read is [begin, end) */
    size_t capacity, begin, end; /* of it, */
    size_t scanned;              /* so much has no delimiter */
    uint64_t number;
    enum line_fault fault; /* of the line that is being left out */
    int ended;
};

/* Begin with an empty struct. `path` NULL is standard input. 0 or errno. */
int lines_open(struct lines *lines, const char *path, char delimiter, size_t limit);
/* Keeps the block for the next file. */
void lines_close(struct lines *lines);
void lines_free(struct lines *lines);

/* 1 and a line; 0 at the end; -1 with errno, EINTR where it was asked to stop. */
int lines_next(struct lines *lines, struct line *line);

/* Whether the next line, or the end, is there without reading on. */
int lines_is_ready(struct lines *lines);

#endif
