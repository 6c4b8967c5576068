#define _POSIX_C_SOURCE 200809L

#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Pipes, terminals, and the files of /proc that say their size is 0. */
static int read_all(struct input *input, int descriptor) {
    size_t capacity = 0;
    for (;;) {
        if (input->size == capacity) {
            capacity = capacity == 0 ? (size_t)1 << 20 : capacity * 2;
            char *block = capacity > input->size ? realloc(input->block, capacity) : NULL;
            if (block == NULL)
                return ENOMEM;
            input->block = block;
        }
        ssize_t got = read(descriptor, input->block + input->size, capacity - input->size);
        if (got == 0)
            return 0;
        if (got > 0)
            input->size += (size_t)got;
        else if (errno != EINTR)
            return errno;
    }
}

static int map_or_read(struct input *input, int descriptor) {
    struct stat about;
    if (fstat(descriptor, &about) != 0)
        return errno;
    if (S_ISDIR(about.st_mode))
        return EISDIR;
    int whole = S_ISREG(about.st_mode) && lseek(descriptor, 0, SEEK_CUR) == 0;
    if (whole && about.st_size > 0 && (uintmax_t)about.st_size <= SIZE_MAX) {
        void *map = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (map != MAP_FAILED) {
            input->data = map;
            input->size = (size_t)about.st_size;
            return 0;
        }
    }
    int failure = read_all(input, descriptor);
    input->data = input->size > 0 ? input->block : NULL;
    return failure;
}

int input_open(struct input *input, const char *path) {
    input->data = NULL;
    input->size = 0;
    input->block = NULL;
    int descriptor = path == NULL ? STDIN_FILENO : open(path, O_RDONLY);
    if (descriptor < 0)
        return errno;
    int failure = map_or_read(input, descriptor);
    if (failure != 0)
        free(input->block);
    if (path != NULL)
        close(descriptor);
    return failure;
}

void input_close(struct input *input) {
    if (input->block != NULL)
        free(input->block);
    else if (input->size > 0)
        munmap((void *)(uintptr_t)input->data, input->size);
}
