#include "writer.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static int to_descriptor(void *context, const char *bytes, size_t size) {
    const int *descriptor = context;
    while (size > 0) {
        ssize_t written = write(*descriptor, bytes, size);
        if (written >= 0) {
            bytes += written;
            size -= (size_t)written;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

void writer_open(struct writer *out, int descriptor) {
    out->descriptor = descriptor;
    writer_open_put(out, to_descriptor, &out->descriptor);
}

void writer_open_put(struct writer *out, writer_put put, void *context) {
    out->put = put;
    out->context = context;
    out->error = 0;
    out->used = 0;
}

static void write_all(struct writer *out, const char *bytes, size_t size) {
    if (out->error == 0)
        out->error = out->put(out->context, bytes, size);
}

void writer_flush(struct writer *out) {
    write_all(out, out->buffer, out->used);
    out->used = 0;
}

void writer_bytes(struct writer *out, const char *bytes, size_t size) {
    if (size > sizeof out->buffer - out->used) {
        writer_flush(out);
        if (size >= sizeof out->buffer) {
            write_all(out, bytes, size);
            return;
        }
    }
    if (size > 0)
        memcpy(out->buffer + out->used, bytes, size);
    out->used += size;
}

void writer_string(struct writer *out, const char *string) {
    writer_bytes(out, string, strlen(string));
}

void writer_number(struct writer *out, uint64_t number) {
    enum { MOST = 20 };
    char digits[MOST];
    unsigned at = MOST;
    for (; number >= 10; number /= 10)
        digits[--at] = (char)('0' + number % 10);
    digits[--at] = (char)('0' + number);
    memcpy(writer_room(out, MOST), digits + at, MOST - at);
    writer_wrote(out, MOST - at);
}

void writer_repeat(struct writer *out, char byte, size_t count) {
    while (count-- > 0)
        writer_byte(out, byte);
}
