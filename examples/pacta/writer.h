/* Output through one buffer. The first failed write is kept in `error` and
 * silences everything after it. */
#ifndef WRITER_H
#define WRITER_H

#include <stddef.h>
#include <stdint.h>

struct writer {
    int descriptor;
    int error; /* errno of the write that failed, or 0 */
    size_t used;
    char buffer[1 << 16];
};

void writer_open(struct writer *out, int descriptor);
void writer_byte(struct writer *out, char byte);
void writer_bytes(struct writer *out, const char *bytes, size_t size);
void writer_string(struct writer *out, const char *string);
void writer_number(struct writer *out, uint64_t number);
void writer_repeat(struct writer *out, char byte, size_t count);
void writer_flush(struct writer *out);

#endif
