/* Errors: the caller's struct, the first one wins. */
#ifndef PACTA_CORE_ERROR_H
#define PACTA_CORE_ERROR_H

#include "pacta/pacta.h"

/* Fills `error` (may be NULL) if it holds no failure yet; returns `status`. */
int pacta_fail(pacta_error *error, int status, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

/* The place of a fault in a text; line and column are counted here. */
void pacta_error_place(pacta_error *error, const char *source, const char *text, size_t size, size_t offset);

/* Copies a name, cut at a character's boundary to fit. */
void pacta_error_name(char *out, size_t room, const char *name);

#endif
