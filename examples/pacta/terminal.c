#define _DEFAULT_SOURCE /* TIOCGWINSZ */

#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

unsigned terminal_width(void) {
    unsigned width = 100; /* longer lines are hard to read */
#ifdef TIOCGWINSZ
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 && size.ws_col < width)
        width = size.ws_col;
#endif
    return width;
}

/* It does more than print what it gets. */
static int is_clever(void) {
    const char *kind = getenv("TERM");
    return kind != NULL && strcmp(kind, "dumb") != 0;
}

int terminal_wants_colour(void) {
    const char *no = getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0') && is_clever();
}

int terminal_wants_progress(void) {
    return isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO) && is_clever();
}
