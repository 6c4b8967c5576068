#define _POSIX_C_SOURCE 200809L

#include "input.h"

#include "stop.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
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

/* `known` bytes are there to be read at least, unless the file shrinks. Pipes and
 * the files of /proc tell of none, and may let one wait. */
static int read_all(struct input *input, int descriptor, size_t known) {
    int failure = make_room(input, known > 0 ? known : FIRST);
    while (failure == 0) {
        if (input->size == input->capacity)
            failure = input->capacity > SIZE_MAX / 2 ? ENOMEM : make_room(input, input->capacity * 2);
        if (failure != 0)
            return failure;
        char *to = input->block + input->size;
        size_t room = input->capacity - input->size;
        ssize_t got = known > 0 ? read(descriptor, to, room) : stop_read(descriptor, to, room);
        if (got < 0 && (known == 0 || errno != EINTR || stop_wanted()))
            return errno;
        if (got < 0)
            continue;
        input->size += (size_t)got;
        if (got == 0 || input->size == known)
            return 0;
    }
    return failure;
}

/* Bytes from where the descriptor is to the file's end, or 0: not known. */
static int measure(int descriptor, int is_new, size_t *bytes) {
    struct stat about;
    *bytes = 0;
    if (fstat(descriptor, &about) != 0)
        return errno;
    if (S_ISDIR(about.st_mode))
        return EISDIR;
    off_t at = is_new || !S_ISREG(about.st_mode) ? 0 : lseek(descriptor, 0, SEEK_CUR);
    if (!S_ISREG(about.st_mode) || at < 0 || at >= about.st_size)
        return 0;
    if ((uintmax_t)(about.st_size - at) > SIZE_MAX)
        return EFBIG;
    *bytes = (size_t)(about.st_size - at);
    return 0;
}

int input_read(struct input *input, const char *path) {
    input->size = 0;
    int descriptor = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    size_t known;
    int failure = measure(descriptor, path != NULL, &known);
    if (failure == 0)
        failure = read_all(input, descriptor, known);
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

const char *input_path(const char *argument) {
    return strcmp(argument, "-") == 0 ? NULL : argument;
}

int input_count_standard(char *const *arguments, int count) {
    int found = 0;
    for (int i = 0; i < count; i++)
        found += input_path(arguments[i]) == NULL;
    return found;
}
