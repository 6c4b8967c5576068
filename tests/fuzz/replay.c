/* Runs a fuzz target over files and the files of folders, without a fuzzer.
 *   replay_TARGET [-p HEX] PATH...    HEX: bytes to be put in front of each file,
 *                                     such as the options that the target reads */
#include "fuzz.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PREFIX_MOST = 16 };

static int count;
static uint8_t prefix[PREFIX_MOST];
static size_t prefix_size;

static void take_prefix(const char *hex) {
    unsigned byte;
    for (prefix_size = 0; prefix_size < PREFIX_MOST && sscanf(hex, "%2x", &byte) == 1; hex += 2)
        prefix[prefix_size++] = (uint8_t)byte;
    REQUIRE(*hex == '\0', "no bytes in hexadecimal: %s", hex);
}

static void run_file(const char *path) {
    FILE *file = fopen(path, "rb");
    REQUIRE(file != NULL, "cannot open %s", path);
    size_t size = prefix_size, room = 1 << 12;
    uint8_t *data = malloc(room);
    REQUIRE(data != NULL, "no memory");
    memcpy(data, prefix, prefix_size);
    for (size_t got; (got = fread(data + size, 1, room - size, file)) > 0;) {
        size += got;
        if (size < room)
            continue;
        uint8_t *grown = realloc(data, room *= 2);
        REQUIRE(grown != NULL, "no memory");
        data = grown;
    }
    fclose(file);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    count++;
}

static void run_path(const char *path) {
    DIR *folder = opendir(path);
    if (folder == NULL) {
        run_file(path);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] != '.')
            run_path(name);
    }
    closedir(folder);
}

int main(int argc, char **argv) {
    int first = 1;
    if (argc > 2 && strcmp(argv[1], "-p") == 0) {
        take_prefix(argv[2]);
        first = 3;
    }
    for (int i = first; i < argc; i++)
        run_path(argv[i]);
    fprintf(stderr, "%d inputs\n", count);
    return 0;
}
