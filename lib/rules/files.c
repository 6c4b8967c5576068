#include "rules/files.h"
#include "core/error.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { FILE_LIMIT = 64 << 20 };

static int fail_file(pacta_error *error, const char *path, int status, const char *message) {
    if (error != NULL && error->status >= 0)
        pacta_error_name(error->source, sizeof error->source, path); /* no place in it */
    return pacta_fail(error, status, "%s", message);
}

/* All of a stream in a block of `*room` bytes, more than `*used`; NULL where
 * memory is out. Stops behind FILE_LIMIT. */
static char *read_stream(const pacta_allocator *memory, FILE *file, size_t *used, size_t *room) {
    *used = 0;
    *room = 64 * 1024;
    char *block = pacta_new(memory, *room);
    size_t got;
    while (block != NULL && *used <= FILE_LIMIT && (got = fread(block + *used, 1, *room - *used, file)) > 0) {
        if ((*used += got) < *room)
            continue;
        char *grown = memory->resize(memory->context, block, *room, *room * 2);
        if (grown == NULL)
            pacta_delete(memory, block, *room);
        block = grown;
        *room *= 2;
    }
    return block;
}

int pacta_read_file(const pacta_allocator *memory, const char *path, char **data, size_t *size,
                    pacta_error *error) {
    FILE *file = path == NULL ? NULL : fopen(path, "rb");
    if (file == NULL)
        return fail_file(error, path, PACTA_E_IO, path == NULL ? "no name of a file" : strerror(errno));
    size_t used, room;
    char *block = read_stream(memory, file, &used, &room);
    int problem = ferror(file) != 0 ? errno : 0;
    fclose(file);
    char *fit = NULL;
    if (block != NULL && problem == 0 && used <= FILE_LIMIT)
        fit = memory->resize(memory->context, block, room, used + 1);
    if (fit == NULL) {
        pacta_delete(memory, block, room);
        if (problem != 0)
            return fail_file(error, path, PACTA_E_IO, strerror(problem));
        if (block != NULL && used > FILE_LIMIT)
            return fail_file(error, path, PACTA_E_IO, "this file is larger than 64 MiB");
        return fail_file(error, path, PACTA_E_MEMORY, "out of memory");
    }
    fit[used] = '\0';
    *data = fit;
    *size = used;
    return PACTA_OK;
}

const pacta_embedded *pacta_embedded_find(const char *name, size_t length) {
    for (size_t i = 0; i < PACTA_EMBEDDED_COUNT; i++)
        if (strlen(PACTA_EMBEDDED[i].name) == length && memcmp(PACTA_EMBEDDED[i].name, name, length) == 0)
            return &PACTA_EMBEDDED[i];
    return NULL;
}
