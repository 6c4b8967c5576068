#include "complain.h"

#include <errno.h>
#include <string.h>

static _Thread_local FILE *stream; /* NULL: standard error */

void complain_to(FILE *other) {
    stream = other;
}

static FILE *where(void) {
    return stream != NULL ? stream : stderr;
}

void complain_words(const char *name, const char *message) {
    fprintf(where(), "pacta: %s: %s\n", name, message);
}

void complain(const char *name, int failure) {
    complain_words(name, strerror(failure));
}

int complain_unless_printed(void) {
    if (fflush(stdout) == 0)
        return 1;
    complain("standard output", errno);
    return 0;
}

void complain_library(const char *name, const pacta_error *error) {
    fprintf(where(), "pacta: %s", error->source[0] != '\0' ? error->source : name);
    if (error->line > 0)
        fprintf(where(), ":%lu:%lu", (unsigned long)error->line, (unsigned long)error->column);
    if (error->rule[0] != '\0')
        fprintf(where(), ": %s", error->rule);
    fprintf(where(), ": %s\n", error->message[0] != '\0' ? error->message : pacta_status_text(error->status));
}

void complain_not_utf8(const char *name, const pacta_error *error) {
    fprintf(where(),
            "pacta: %s: not UTF-8 at byte %llu (line %lu, column %lu); name the encoding it is in, such as "
            "--encoding windows-1252\n",
            name, (unsigned long long)error->offset, (unsigned long)error->line,
            (unsigned long)error->column);
}

void complain_encoded(const char *name, const char *encoding) {
    fprintf(where(), "pacta: %s: no UTF-8, it seems, but %s; if so, say --encoding %s\n", name, encoding,
            encoding);
}

void complain_not_encoded(const char *name, const char *encoding, size_t offset) {
    fprintf(where(), "pacta: %s: not %s at byte %zu\n", name, encoding, offset);
}
