#define _POSIX_C_SOURCE 200809L

#include "stop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int caught; /* the signal */

/* Its reading end is readable once a signal came: a thread that waits for input
 * need not be the one that the signal was handed to. */
static int alarm_pipe[2] = {-1, -1};

static void handle(int number) {
    int before = errno;
    atomic_store(&caught, number);
    if (alarm_pipe[1] >= 0 && write(alarm_pipe[1], "", 1) < 0) {
        /* full: it is readable as it is */
    }
    errno = before;
}

static int make_pipe(void) {
    if (pipe(alarm_pipe) != 0)
        return -1;
    for (int i = 0; i < 2; i++)
        fcntl(alarm_pipe[i], F_SETFD, FD_CLOEXEC);
    return fcntl(alarm_pipe[1], F_SETFL, O_NONBLOCK);
}

void stop_catch(void) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = handle, .sa_flags = (int)SA_RESETHAND}, before;
    if (make_pipe() != 0)
        return; /* the signals then do what they always did */
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
}

int stop_wanted(void) {
    return atomic_load_explicit(&caught, memory_order_relaxed) != 0;
}

int stop_wait(int descriptor, int milliseconds) {
    struct pollfd polled[] = {{.fd = descriptor, .events = POLLIN}, {.fd = alarm_pipe[0], .events = POLLIN}};
    for (;;) {
        int ready = poll(polled, 2, milliseconds);
        if (stop_wanted())
            return -1;
        if (ready >= 0)
            return ready > 0;
        if (errno != EINTR && errno != EAGAIN)
            return 1; /* read() will tell */
    }
}

ssize_t stop_read(int descriptor, char *bytes, size_t size) {
    for (;;) {
        ssize_t got = -1;
        int ready = stop_wait(descriptor, -1);
        if (ready > 0)
            got = read(descriptor, bytes, size);
        if (ready < 0)
            errno = EINTR;
        if (got >= 0 || ready < 0 || (errno != EINTR && errno != EAGAIN))
            return got;
    }
}

void stop_end(void) {
    int number = atomic_load(&caught);
    if (number == 0)
        return;
    signal(number, SIG_DFL);
    raise(number);
}
