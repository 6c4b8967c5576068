/* Text between the tags of HTML and XML, and in double quotes inside them. */
#ifndef MARKUP_H
#define MARKUP_H

#include "writer.h"

/* What would be markup is escaped. Form feeds are spaces; what XML has no
 * character for is U+FFFD, one for each byte or character. `text` must be UTF-8. */
void markup_text(struct writer *out, const char *text, size_t size);
/* Bytes that are not UTF-8 are U+FFFD as well. NULL is nothing. */
void markup_string(struct writer *out, const char *string);
/* ` name="value"`, or nothing where the value is NULL. */
void markup_attribute(struct writer *out, const char *name, const char *value);

#endif
