#include "encoding.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LOOK = 64 }; /* bytes */

const char *encoding_guess(const char *text, size_t size) {
    static const struct {
        const char *name;
        size_t size;
        char bytes[4];
    } marks[] = {{"UTF-32", 4, {'\xff', '\xfe', 0, 0}},
                 {"UTF-32", 4, {0, 0, '\xfe', '\xff'}},
                 {"UTF-16", 2, {'\xff', '\xfe'}},
                 {"UTF-16", 2, {'\xfe', '\xff'}}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (size >= marks[i].size && memcmp(text, marks[i].bytes, marks[i].size) == 0)
            return marks[i].name;
    size_t seen = size < LOOK ? size & ~(size_t)1 : LOOK, zeros[2] = {0, 0};
    for (size_t i = 0; i < seen; i++)
        zeros[i & 1] += text[i] == '\0';
    if (zeros[1] > seen / 4 && zeros[0] == 0) /* more than half of the pairs */
        return "UTF-16LE";
    return zeros[0] > seen / 4 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

int encoding_open(struct encoding *encoding, const char *name) {
    *encoding = (struct encoding)ENCODING_CLOSED;
    encoding->handle = iconv_open("UTF-8", name);
    return encoding->handle == (iconv_t)-1 ? errno : 0;
}

static int grow(struct encoding *encoding) {
    size_t capacity = encoding->capacity == 0 ? (size_t)1 << 16 : encoding->capacity * 2;
    char *data = capacity > encoding->capacity ? realloc(encoding->data, capacity) : NULL;
    if (data == NULL)
        return ENOMEM;
    encoding->data = data;
    encoding->capacity = capacity;
    return 0;
}

int encoding_convert(struct encoding *encoding, const char *text, size_t size, size_t *offset) {
    char *from = (char *)(uintptr_t)text; /* iconv takes char ** but does not write */
    size_t left = size;
    int failure = encoding->capacity == 0 ? grow(encoding) : 0;
    encoding->size = 0;
    iconv(encoding->handle, NULL, NULL, NULL, NULL);
    while (failure == 0) {
        char *to = encoding->data + encoding->size;
        size_t room = encoding->capacity - encoding->size;
        /* a last call without text writes what the encoding held back */
        int last = left == 0;
        size_t done = iconv(encoding->handle, last ? NULL : &from, &left, &to, &room);
        encoding->size = encoding->capacity - room;
        if (done != (size_t)-1 && last)
            return 0;
        if (done == (size_t)-1)
            failure = errno == E2BIG ? grow(encoding) : errno;
    }
    *offset = size - left;
    return failure;
}

void encoding_close(struct encoding *encoding) {
    if (encoding->handle != (iconv_t)-1)
        iconv_close(encoding->handle);
    free(encoding->data);
}
