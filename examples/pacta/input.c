#define _POSIX_C_SOURCE 200809L

#include "input.h"

#include "stop.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST = 1 << 16, KEPT = 1 << 20 };

static int make_room(struct input *input, size_t capacity) {
    if (capacity <= input->capacity)
        return 0;
    char *block = realloc(input->block, capacity);
    if (block == NULL)
        return ENOMEM;
    input->block = block;
    input->capacity = capacity;
    return 0;
}

/* `known` bytes are there to be read at least, unless the file shrinks; pipes and
 * the files of /proc tell of none. */
static int read_all(struct input *input, int descriptor, size_t known) {
    int failure = make_room(input, known > 0 ? known : FIRST);
    while (failure == 0) {
        if (input->size == input->capacity)
            failure = input->capacity > SIZE_MAX / 2 ? ENOMEM : make_room(input, input->capacity * 2);
        if (failure != 0)
            return failure;
        size_t room = input->capacity - input->size;
        ssize_t got = stop_read(descriptor, input->block + input->size, room);
        if (got < 0)
            return errno;
        input->size += (size_t)got;
        if (got == 0 || input->size == known)
            return 0;
    }
    return failure;
}

static int read_descriptor(struct input *input, int descriptor) {
    struct stat about;
    if (fstat(descriptor, &about) != 0)
        return errno;
    if (S_ISDIR(about.st_mode))
        return EISDIR;
    size_t known = 0;
    if (S_ISREG(about.st_mode) && about.st_size > 0) {
        off_t at = lseek(descriptor, 0, SEEK_CUR);
        if (at >= 0 && at < about.st_size) {
            if ((uintmax_t)(about.st_size - at) > SIZE_MAX)
                return EFBIG;
            known = (size_t)(about.st_size - at);
        }
    }
    return read_all(input, descriptor, known);
}

int input_read(struct input *input, const char *path) {
    input->size = 0;
    int descriptor = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    int failure = read_descriptor(input, descriptor);
    input->data = input->size > 0 ? input->block : NULL;
    if (path != NULL)
        close(descriptor);
    return failure;
}

void input_drop(struct input *input) {
    input->data = NULL;
    input->size = 0;
    if (input->capacity > KEPT)
        input_free(input);
}

void input_free(struct input *input) {
    free(input->block);
    *input = (struct input){.data = NULL};
}
