#include "core/error.h"
#include "core/utf8.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int pacta_fail(pacta_error *error, int status, const char *format, ...) {
    if (error != NULL && error->status >= 0) {
        char message[sizeof error->message + 4]; /* the character that is cut is whole in it */
        va_list list;
        va_start(list, format);
        vsnprintf(message, sizeof message, format, list);
        va_end(list);
        pacta_error_name(error->message, sizeof error->message, message);
        error->status = status;
    }
    return status;
}

void pacta_error_name(char *out, size_t room, const char *name) {
    size_t length = name == NULL ? 0 : strlen(name);
    if (length >= room) {
        length = room - 1;
        while (length > 0 && pacta_utf8_continues((unsigned char)name[length]))
            length--;
    }
    if (length > 0)
        memcpy(out, name, length);
    out[length] = '\0';
}

void pacta_error_place(pacta_error *error, const char *source, const char *text, size_t size, size_t offset) {
    if (error == NULL)
        return;
    pacta_error_name(error->source, sizeof error->source, source);
    error->offset = offset;
    error->line = error->column = 1;
    for (size_t i = 0; i < offset && i < size; i++) {
        if (text[i] == '\n') {
            error->line++;
            error->column = 1;
        } else if (!pacta_utf8_continues((unsigned char)text[i])) {
            error->column++;
        }
    }
}

const char *pacta_status_text(int status) {
    switch (status) {
    case PACTA_OK:
        return "complete";
    case PACTA_INCOMPLETE:
        return "incomplete: a limit was reached";
    case PACTA_E_MEMORY:
        return "out of memory";
    case PACTA_E_ARGUMENT:
        return "bad argument";
    case PACTA_E_UTF8:
        return "not UTF-8";
    case PACTA_E_TOO_LARGE:
        return "text too large";
    case PACTA_E_RULES:
        return "bad rule pack";
    case PACTA_E_REGISTRY:
        return "bad table of instruments";
    case PACTA_E_IO:
        return "cannot read file";
    case PACTA_E_CANCELLED:
        return "cancelled";
    case PACTA_E_INTERNAL:
        return "internal fault";
    default:
        return "unknown status";
    }
}

const char *pacta_version(void) {
    return PACTA_VERSION;
}
