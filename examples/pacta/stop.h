/* Ctrl-C: the work in hand is given up, what is printed stays whole. */
#ifndef STOP_H
#define STOP_H

#include <stddef.h>
#include <sys/types.h>

/* From now on SIGINT, SIGTERM and SIGHUP ask to stop; the same one again ends the
 * program at once, in the middle of whatever it is at. Those that were ignored
 * stay so. */
void stop_catch(void);

/* Other than 0 once one has come. */
int stop_wanted(void);

/* Waits for input. 1 there is some, or its end; 0 after `milliseconds` (negative:
 * never); -1 where it was asked to stop. */
int stop_wait(int descriptor, int milliseconds);

/* read(), but fails with EINTR only where it was asked to stop. */
ssize_t stop_read(int descriptor, char *bytes, size_t size);

/* Ends the program by the signal that came, so that whoever started it can tell;
 * returns where none came. */
void stop_end(void);

#endif
