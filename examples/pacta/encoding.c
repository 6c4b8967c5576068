#include "encoding.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

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
