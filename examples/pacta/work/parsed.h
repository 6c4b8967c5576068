/* A text, and what it is called, out of a line of JSON. */
#ifndef PARSED_H
#define PARSED_H

#include "records.h"

#include <stddef.h>

/* What the program was built with: 0 means that nothing can be parsed. */
int parsed_is_built(void);

struct parsed {
    const char *text; /* UTF-8, of */
    size_t size;      /* so many bytes; there may be NULs */
    struct label id;  /* as it stands in the line; its json is NULL where there is none */
    const char *name; /* the id to print, or NULL */
    void *text_value, *id_value;
    char *name_room;
    char fault[200];
};

/* 0, or -1 and what is wrong with the line in `fault`; there may be an id even so.
 * To be freed in either case; lives no longer than the line. Any thread may parse. */
int parsed_open(struct parsed *parsed, const char *line, size_t size, const char *text_field,
                const char *id_field);
void parsed_close(struct parsed *parsed);

#endif
