/* Files of html/, put into the program when it is built. */
#ifndef EMBEDDED_H
#define EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *name;
    const unsigned char *data; /* a zero follows */
    size_t size;
};

extern const struct embedded embedded_files[];
extern const size_t embedded_file_count;

#endif
