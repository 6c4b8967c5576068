/* What standard output and standard error are, where they are a terminal. */
#ifndef TERMINAL_H
#define TERMINAL_H

/* Columns of a line to print, at most 100. */
unsigned terminal_width(void);

/* Whether it shows colours and nobody minds them. */
int terminal_wants_colour(void);

/* Whether standard error shows a line that changes, and nothing else is shown. */
int terminal_wants_progress(void);

#endif
