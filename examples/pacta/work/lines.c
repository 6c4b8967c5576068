#define _POSIX_C_SOURCE 200809L

#include "work/lines.h"

#include "stop.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST = 1 << 16 };

int lines_open(struct lines *lines, const char *path, char delimiter, size_t limit) {
    char *block = lines->block;
    *lines = (struct lines){.block = block, .capacity = lines->capacity, .delimiter = delimiter};
    lines->limit = limit;
    lines->descriptor = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    return lines->descriptor < 0 ? errno : 0;
}

void lines_close(struct lines *lines) {
    if (lines->descriptor > STDIN_FILENO)
        close(lines->descriptor);
    lines->descriptor = -1;
}

void lines_free(struct lines *lines) {
    lines_close(lines);
    free(lines->block);
    *lines = (struct lines){.descriptor = -1};
}

/* Makes room behind what was read. */
static int make_room(struct lines *lines) {
    if (lines->begin > 0) {
        memmove(lines->block, lines->block + lines->begin, lines->end - lines->begin);
        lines->end -= lines->begin;
        lines->begin = 0;
    }
    if (lines->end < lines->capacity)
        return 0;
    size_t capacity = lines->capacity == 0 ? FIRST : lines->capacity * 2;
    char *block = realloc(lines->block, capacity);
    if (block == NULL)
        return -1;
    lines->block = block;
    lines->capacity = capacity;
    return 0;
}

/* Forgets what was read of a line, and leaves out the rest of it. */
static void leave_out(struct lines *lines, enum line_fault fault) {
    lines->fault = fault;
    lines->begin = lines->end = lines->scanned = 0;
}

/* -1 with errno. */
static int read_on(struct lines *lines) {
    lines->scanned = lines->end - lines->begin;
    if (lines->fault != LINE_GOOD || lines->scanned > lines->limit)
        leave_out(lines, lines->fault != LINE_GOOD ? lines->fault : LINE_TOO_LONG);
    if (make_room(lines) != 0) {
        if (lines->capacity == 0)
            return errno = ENOMEM, -1;
        leave_out(lines, LINE_NO_MEMORY);
    }
    ssize_t got = stop_read(lines->descriptor, lines->block + lines->end, lines->capacity - lines->end);
    if (got < 0)
        return -1;
    lines->end += (size_t)got;
    lines->ended = got == 0;
    return 0;
}

/* Where the line ends, as far as it was read, or NULL. */
static const char *find_end(const struct lines *lines) {
    size_t from = lines->begin + lines->scanned;
    return from < lines->end ? memchr(lines->block + from, lines->delimiter, lines->end - from) : NULL;
}

int lines_is_ready(struct lines *lines) {
    const char *end = find_end(lines);
    lines->scanned = (end == NULL ? lines->end : (size_t)(end - lines->block)) - lines->begin;
    return end != NULL || lines->ended;
}

int lines_next(struct lines *lines, struct line *line) {
    const char *end;
    while ((end = find_end(lines)) == NULL && !lines->ended)
        if (read_on(lines) != 0)
            return -1;
    if (end == NULL && lines->begin == lines->end && lines->fault == LINE_GOOD)
        return 0;
    size_t stop = end != NULL ? (size_t)(end - lines->block) : lines->end;
    *line = (struct line){lines->block + lines->begin, stop - lines->begin, ++lines->number, lines->fault};
    if (line->size > lines->limit)
        line->fault = LINE_TOO_LONG;
    if (line->fault != LINE_GOOD)
        line->size = 0;
    lines->begin = stop + (end != NULL);
    lines->scanned = 0;
    lines->fault = LINE_GOOD;
    return 1;
}
