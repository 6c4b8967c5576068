/* Runs a fuzz target over files and the files of folders, without a fuzzer. */
#include "fuzz.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int count;

static void run_file(const char *path) {
    FILE *file = fopen(path, "rb");
    REQUIRE(file != NULL, "cannot open %s", path);
    size_t size = 0, room = 1 << 12;
    uint8_t *data = malloc(room);
    REQUIRE(data != NULL, "no memory");
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
    for (int i = 1; i < argc; i++)
        run_path(argv[i]);
    fprintf(stderr, "%d inputs\n", count);
    return 0;
}
