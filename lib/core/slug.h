/* Slugs: names made of small letters, figures and hyphens. */
#ifndef PACTA_CORE_SLUG_H
#define PACTA_CORE_SLUG_H

#include <stdbool.h>
#include <stddef.h>

enum { SLUG_ROOM = 160 };

/* Writes the slug of `text` into `out`, at most `room` - 1 bytes and a zero;
 * returns its length. Letters beyond ASCII are kept, case folded. */
size_t pacta_slug(const char *text, size_t size, char *out, size_t room);

#endif
