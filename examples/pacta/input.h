/* The bytes of a file or of standard input, read as a whole: a file that is cut
 * while it is looked at then does no harm. */
#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>

struct input {
    const char *data; /* NULL if empty */
    size_t size;
    char *block; /* what it is read into, kept for the next */
    size_t capacity;
};

/* Begin with an empty struct. `path` NULL is standard input. 0 or errno (EINTR:
 * it was asked to stop); what was there before is gone. */
int input_read(struct input *input, const char *path);
/* Gives back a block that is larger than most need. */
void input_drop(struct input *input);
void input_free(struct input *input);

/* The path that an argument names: NULL, standard input, for "-". */
const char *input_path(const char *argument);
/* How many of them name standard input: it can be read only once. */
int input_count_standard(char *const *arguments, int count);

#endif
