/* Output through one buffer, to a file or to memory. The first failed write is
 * kept in `error` and silences everything after it. */
#ifndef WRITER_H
#define WRITER_H

#include <stddef.h>
#include <stdint.h>

/* Takes all the bytes; 0 or errno. */
typedef int (*writer_put)(void *context, const char *bytes, size_t size);

struct writer {
    writer_put put;
    void *context;
    int descriptor; /* of a file */
    int error;      /* errno of the write that failed, or 0 */
    size_t used;
    char buffer[1 << 16];
};

void writer_open(struct writer *out, int descriptor);
void writer_open_put(struct writer *out, writer_put put, void *context);
void writer_bytes(struct writer *out, const char *bytes, size_t size);
void writer_string(struct writer *out, const char *string);
void writer_number(struct writer *out, uint64_t number);
void writer_repeat(struct writer *out, char byte, size_t count);
void writer_flush(struct writer *out);

/* Room for so many bytes (no more than the buffer holds), to be written there;
 * writer_wrote() tells how many came. */
static inline char *writer_room(struct writer *out, size_t size) {
    if (size > sizeof out->buffer - out->used)
        writer_flush(out);
    return out->buffer + out->used;
}

static inline void writer_wrote(struct writer *out, size_t size) {
    out->used += size;
}

static inline void writer_byte(struct writer *out, char byte) {
    *writer_room(out, 1) = byte;
    writer_wrote(out, 1);
}

#endif
