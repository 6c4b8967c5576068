#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include "terminal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 1000, PAUSE = 200 }; /* ms until it is long work; between two lines */

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

void progress_open(struct progress *progress) {
    *progress = (struct progress){.on = terminal_wants_progress(), .unit = "files"};
    pthread_mutex_init(&progress->lock, NULL);
    if (!progress->on)
        return;
    progress->begin = now();
    atomic_store(&progress->next, progress->begin + PATIENCE);
}

static void say(const char *text, size_t size) {
    while (size > 0) {
        ssize_t written = write(STDERR_FILENO, text, size);
        if (written <= 0)
            return; /* whom to tell? */
        text += written;
        size -= (size_t)written;
    }
}

static void hide(struct progress *progress) {
    if (progress->shown)
        say("\r\033[K", 4);
    progress->shown = 0;
}

void progress_close(struct progress *progress) {
    hide(progress);
    pthread_mutex_destroy(&progress->lock);
}

/* "3:05 left" */
static void write_rest(char *line, size_t room, const struct progress *progress, double seconds) {
    uint64_t done = progress->listed ? progress->listed_bytes : progress->bytes;
    double share = progress->whole > 0 ? (double)done / (double)progress->whole : 0;
    if (share <= 0 || share > 1)
        return;
    uint64_t left = (uint64_t)(seconds * (1 - share) / share + 0.5);
    if (left >= 3600)
        snprintf(line, room, ", %" PRIu64 ":%02" PRIu64 ":%02" PRIu64 " left", left / 3600, left / 60 % 60,
                 left % 60);
    else
        snprintf(line, room, ", %" PRIu64 ":%02" PRIu64 " left", left / 60, left % 60);
}

static void show(struct progress *progress, uint64_t time) {
    char line[160], all[32] = "", rest[48] = "";
    double seconds = (double)(time - progress->begin) / 1000, mb = (double)progress->bytes / 1e6;
    if (progress->units > 0)
        snprintf(all, sizeof all, " of %" PRIu64, progress->units);
    write_rest(rest, sizeof rest, progress, seconds);
    int size = snprintf(line, sizeof line, "\r%" PRIuFAST64 "%s %s, %.1f MB, %.1f MB/s%s\033[K",
                        atomic_load(&progress->finished), all, progress->unit, mb, mb / seconds, rest);
    if (size > 0)
        say(line, (size_t)size < sizeof line ? (size_t)size : sizeof line - 1);
    progress->shown = 1;
}

static void tick(struct progress *progress) {
    uint64_t time = now();
    if (time < atomic_load(&progress->next) || pthread_mutex_trylock(&progress->lock) != 0)
        return;
    show(progress, time);
    atomic_store(&progress->next, time + PAUSE);
    pthread_mutex_unlock(&progress->lock);
}

void progress_add(struct progress *progress, uint64_t bytes) {
    if (!progress->on)
        return;
    atomic_fetch_add(&progress->bytes, bytes);
    tick(progress);
}

void progress_finish(struct progress *progress, uint64_t listed) {
    if (!progress->on)
        return;
    atomic_fetch_add(&progress->listed_bytes, listed);
    atomic_fetch_add(&progress->finished, 1);
    tick(progress);
}

void progress_say(struct progress *progress, const char *text, size_t size) {
    pthread_mutex_lock(&progress->lock);
    hide(progress);
    say(text, size);
    pthread_mutex_unlock(&progress->lock);
}
