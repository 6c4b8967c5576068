/* Text in another encoding, turned into UTF-8. */
#ifndef ENCODING_H
#define ENCODING_H

#include <iconv.h>
#include <stddef.h>

struct encoding {
    iconv_t handle;
    char *data; /* the last text converted */
    size_t size, capacity;
};

#define ENCODING_CLOSED                                                                                      \
    { (iconv_t) - 1, NULL, 0, 0 }

/* The name of an encoding of 16 or 32 bits that this text is in by its byte order
 * mark, or by the zero bytes of its first letters, which would also be good UTF-8,
 * with nothing to find in it. NULL: none. */
const char *encoding_guess(const char *text, size_t size);

/* 0 or errno; EINVAL for a name that nobody knows. */
int encoding_open(struct encoding *encoding, const char *name);

/* Fills `data` and `size`. 0 or errno; `*offset` is where a text stopped
 * making sense: EILSEQ, or EINVAL if it ends inside a character. */
int encoding_convert(struct encoding *encoding, const char *text, size_t size, size_t *offset);

/* One that was never opened may be closed as well. */
void encoding_close(struct encoding *encoding);

#endif
