/* What the program says of itself. */
#ifndef HELP_H
#define HELP_H

extern const char help_usage[];
extern const char help_options[]; /* what --help says after the usage */
extern const char help_more[];    /* what a wrong command line is told */

#endif
