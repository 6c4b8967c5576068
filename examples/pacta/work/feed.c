#define _POSIX_C_SOURCE 200809L

#include "work/feed.h"

#include "input.h"
#include "stop.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    NAME_LIMIT = 1 << 16, /* bytes of a name in a list */
    BATCH = 1 << 15       /* bytes of lines that are done together */
};

void feed_open(struct feed *feed, const struct options *options, struct order *order) {
    *feed = (struct feed){.options = options, .order = order};
    feed->list.descriptor = feed->lines.descriptor = -1;
    pthread_mutex_init(&feed->lock, NULL);
}

void feed_close(struct feed *feed) {
    lines_free(&feed->list);
    lines_free(&feed->lines);
    free(feed->name);
    pthread_mutex_destroy(&feed->lock);
}

void piece_free(struct piece *piece) {
    free(piece->name);
    free(piece->lines);
    free(piece->bytes);
}

/* ---- Where names come from -------------------------------------------------- */

static int set_name(struct piece *piece, const char *before, const char *name, size_t size) {
    size_t more = strlen(before), room = more + size + 1;
    if (room > piece->name_room) {
        char *grown = realloc(piece->name, room);
        if (grown == NULL)
            return -1;
        piece->name = grown;
        piece->name_room = room;
    }
    memcpy(piece->name, before, more);
    memcpy(piece->name + more, name, size);
    piece->name[room - 1] = '\0';
    return 0;
}

/* A piece that is nothing but a complaint: about its name, if `name` is NULL.
 * Always 1. */
static int fail(struct piece *piece, const char *name, int failure, const char *why) {
    piece->kind = PIECE_FAILURE;
    piece->failure = failure;
    piece->why = why;
    if (name != NULL && set_name(piece, "", name, strlen(name)) != 0)
        piece->failure = ENOMEM;
    return 1;
}

/* As lines_next(). What is finished goes out before it waits for more. */
static int next_line(struct feed *feed, struct lines *lines, struct line *line) {
    int waits = !lines_is_ready(lines) && stop_wait(lines->descriptor, 0) == 0;
    if (waits)
        order_idle(feed->order, 1);
    int got = lines_next(lines, line);
    if (waits)
        order_idle(feed->order, 0);
    return got;
}

static int end_list(struct feed *feed, struct piece *piece, int failure) {
    feed->list_done = 1;
    lines_close(&feed->list);
    return failure != 0 ? fail(piece, feed->options->list, failure, NULL) : 0;
}

static int next_listed(struct feed *feed, struct piece *piece) {
    const struct options *options = feed->options;
    struct line line = {.size = 0};
    if (!feed->listing) {
        int failure = lines_open(&feed->list, input_path(options->list), options->list_end, NAME_LIMIT);
        if (failure != 0)
            return end_list(feed, piece, failure);
        feed->listing = 1;
    }
    do {
        int got = next_line(feed, &feed->list, &line);
        if (got <= 0)
            return end_list(feed, piece, got < 0 && !stop_wanted() ? errno : 0);
        if (line.fault != LINE_GOOD)
            return fail(piece, options->list, line.fault == LINE_TOO_LONG ? ENAMETOOLONG : ENOMEM, NULL);
    } while (line.size == 0);
    piece->listed = line.size + 1;
    if (memchr(line.data, '\0', line.size) != NULL)
        return fail(piece, options->list, 0,
                    "a NUL byte in a name; --null is for lists that have one behind each");
    /* only on the command line is "-" standard input */
    const char *before = line.size == 1 && *line.data == '-' ? "./" : "";
    return set_name(piece, before, line.data, line.size) == 0 ? 1 : fail(piece, options->list, ENOMEM, NULL);
}

/* 0 where there are no more. */
static int next_file(struct feed *feed, struct piece *piece) {
    const struct options *options = feed->options;
    const char *name = NULL;
    piece->kind = PIECE_FILE;
    piece->listed = 0;
    if (feed->files < options->file_count)
        name = options->files[feed->files++];
    else if (options->list != NULL)
        return feed->list_done ? 0 : next_listed(feed, piece);
    else if (options->file_count == 0 && feed->files++ == 0)
        name = "-";
    if (name == NULL)
        return 0;
    return set_name(piece, "", name, strlen(name)) == 0 ? 1 : fail(piece, NULL, ENOMEM, NULL);
}

/* ---- Lines ------------------------------------------------------------------ */

/* Room for one line more, though not for its bytes. 0 or -1. */
static int make_room(struct piece *piece) {
    if (piece->line_count < piece->line_room)
        return 0;
    size_t room = piece->line_room == 0 ? 64 : piece->line_room * 2;
    struct line *grown = realloc(piece->lines, room * sizeof *grown);
    if (grown == NULL)
        return -1;
    piece->lines = grown;
    piece->line_room = room;
    return 0;
}

/* Keeps a line, or at least that there was one. */
static void add_line(struct piece *piece, struct line line) {
    if (line.size > piece->capacity - piece->size) {
        size_t capacity = piece->size + line.size < BATCH ? BATCH : piece->size + line.size;
        char *grown = realloc(piece->bytes, capacity);
        if (grown == NULL) {
            line.fault = LINE_NO_MEMORY;
            line.size = 0;
        } else {
            piece->bytes = grown;
            piece->capacity = capacity;
        }
    }
    if (line.size > 0)
        memcpy(piece->bytes + piece->size, line.data, line.size);
    piece->size += line.size;
    piece->lines[piece->line_count++] = line;
}

/* Puts the lines' data where it is now. */
static void place_lines(struct piece *piece) {
    const char *at = piece->bytes != NULL ? piece->bytes : "";
    for (size_t i = 0; i < piece->line_count; i++) {
        piece->lines[i].data = at;
        at += piece->lines[i].size;
    }
}

/* A long line must not keep its memory for good. */
static void empty_piece(struct piece *piece) {
    if (piece->capacity > BATCH * 8) {
        free(piece->bytes);
        piece->bytes = NULL;
        piece->capacity = 0;
    }
    piece->size = piece->line_count = 0;
}

static void skip_mark(struct line *line) {
    if (line->number == 1 && line->size >= 3 && memcmp(line->data, "\xef\xbb\xbf", 3) == 0) {
        line->data += 3;
        line->size -= 3;
    }
}

/* Some lines of the file that is open; 0 at its end. */
static int next_batch(struct feed *feed, struct piece *piece) {
    struct line line;
    piece->kind = PIECE_LINES;
    empty_piece(piece);
    if (set_name(piece, "", feed->name, strlen(feed->name)) != 0 || make_room(piece) != 0)
        return fail(piece, NULL, ENOMEM, NULL);
    do {
        int got = next_line(feed, &feed->lines, &line);
        if (got < 0 && !stop_wanted())
            return fail(piece, NULL, errno, NULL);
        if (got <= 0)
            break;
        skip_mark(&line);
        add_line(piece, line);
    } while (piece->size < BATCH && lines_is_ready(&feed->lines) && make_room(piece) == 0);
    place_lines(piece);
    return piece->line_count > 0;
}

/* Opens the next file that can be. 0 where there are no more; a piece that is a
 * failure otherwise. */
static int open_next(struct feed *feed, struct piece *piece) {
    if (!next_file(feed, piece))
        return 0;
    if (piece->kind == PIECE_FAILURE)
        return 1;
    int failure = lines_open(&feed->lines, input_path(piece->name), '\n', feed->options->line_limit);
    if (failure != 0)
        return fail(piece, NULL, failure, NULL);
    free(feed->name);
    feed->name = strdup(piece->name);
    feed->reading = feed->name != NULL;
    return feed->reading ? 1 : fail(piece, NULL, ENOMEM, NULL);
}

static int next_lines(struct feed *feed, struct piece *piece) {
    while (!stop_wanted()) {
        if (!feed->reading && !open_next(feed, piece))
            return 0;
        if (!feed->reading)
            return 1; /* a failure */
        int got = next_batch(feed, piece);
        feed->reading = got && piece->kind == PIECE_LINES;
        if (!feed->reading)
            lines_close(&feed->lines);
        if (got)
            return 1;
    }
    return 0;
}

/* ---- Pieces ------------------------------------------------------------------- */

int feed_next(struct feed *feed, struct piece *piece) {
    pthread_mutex_lock(&feed->lock);
    int got = 0;
    if (!stop_wanted() && !order_is_closed(feed->order))
        got = feed->options->by_lines ? next_lines(feed, piece) : next_file(feed, piece);
    if (got)
        piece->number = order_enter(feed->order);
    pthread_mutex_unlock(&feed->lock);
    return got;
}

/* Bytes in a file that tells of them, or 0. */
static uint64_t size_of(const char *name) {
    struct stat about;
    const char *path = input_path(name);
    int failure = path == NULL ? fstat(STDIN_FILENO, &about) : stat(path, &about);
    return failure == 0 && S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
}

void feed_measure(const struct options *options, struct progress *progress) {
    if (!progress->on)
        return;
    uint64_t bytes = options->file_count == 0 && options->list == NULL ? size_of("-") : 0;
    for (int i = 0; i < options->file_count; i++)
        bytes += size_of(options->files[i]);
    progress->unit = options->by_lines ? "lines" : "files";
    progress->listed = options->list != NULL && options->file_count == 0 && !options->by_lines;
    if (progress->listed)
        progress->whole = size_of(options->list);
    else if (options->list == NULL)
        progress->whole = bytes;
    if (!options->by_lines && options->list == NULL)
        progress->units = options->file_count > 0 ? (uint64_t)options->file_count : 1;
}
