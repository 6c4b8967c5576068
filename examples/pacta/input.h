/* The bytes of a file or of standard input. */
#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>

struct input {
    const char *data; /* NULL if empty */
    size_t size;
    char *block; /* what was read, if not mapped */
};

/* `path` NULL is standard input. 0 or errno; to be closed only on 0. */
int input_open(struct input *input, const char *path);
void input_close(struct input *input);

#endif
