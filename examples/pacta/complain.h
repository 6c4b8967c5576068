/* What went wrong, on standard error. */
#ifndef COMPLAIN_H
#define COMPLAIN_H

#include "input.h"

#include <pacta/pacta.h>
#include <stdio.h>

/* From now on this thread complains to `stream`; NULL: to standard error again. */
void complain_to(FILE *stream);

/* `failure` is an errno. */
void complain(const char *name, int failure);
void complain_words(const char *name, const char *message);
/* Whether all that was printed by stdio has arrived; else says why not. */
int complain_unless_printed(void);
/* `name` serves where the error names no source of its own. */
void complain_library(const char *name, const pacta_error *error);
void complain_not_utf8(const char *name, const pacta_error *error);
/* `encoding` is what the text seems to be in instead of UTF-8. */
void complain_encoded(const char *name, const char *encoding);
void complain_not_encoded(const char *name, const char *encoding, size_t offset);

#endif
