/* UTF-8 of strings that come from outside, such as names of files. */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>

/* Bytes of the character that a terminated string begins with; 0 at its end
 * and where there is none. */
size_t utf8_size(const char *string);

/* Bytes at the beginning of a terminated string that are UTF-8. */
size_t utf8_run(const char *string);

#define UTF8_REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

#endif
