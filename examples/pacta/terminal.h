/* What standard output is, where it is a terminal. */
#ifndef TERMINAL_H
#define TERMINAL_H

/* Columns of a line to print, at most 100. */
unsigned terminal_width(void);

/* Whether it shows colours and nobody minds them. */
int terminal_wants_colour(void);

#endif
