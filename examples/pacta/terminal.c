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

int terminal_wants_colour(void) {
    const char *kind = getenv("TERM"), *no = getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0') && kind != NULL && strcmp(kind, "dumb") != 0;
}
