#include "markup.h"

#include "utf8.h"

#include <string.h>

/* What stands for a byte that cannot stay as it is, or NULL. */
static const char *escape_of(unsigned char byte) {
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r': /* would be read as a line feed */
        return "&#13;";
    case '\t':
    case '\n':
        return NULL;
    case '\f':
    case '\v':
        return " ";
    default:
        return byte < 0x20 ? UTF8_REPLACEMENT : NULL;
    }
}

/* U+FFFE and U+FFFF. */
static int is_no_character(const char *text, size_t left) {
    return left >= 3 && (memcmp(text, "\xef\xbf\xbe", 3) == 0 || memcmp(text, "\xef\xbf\xbf", 3) == 0);
}

void markup_text(struct writer *out, const char *text, size_t size) {
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        int none = (unsigned char)text[i] == 0xef && is_no_character(text + i, size - i);
        const char *escape = none ? UTF8_REPLACEMENT : escape_of((unsigned char)text[i]);
        if (escape == NULL)
            continue;
        writer_bytes(out, text + from, i - from);
        writer_string(out, escape);
        i += none ? 2 : 0;
        from = i + 1;
    }
    writer_bytes(out, text + from, size - from);
}

void markup_string(struct writer *out, const char *string) {
    while (string != NULL && *string != '\0') {
        size_t good = utf8_run(string);
        markup_text(out, string, good);
        string += good;
        if (*string != '\0') {
            writer_string(out, UTF8_REPLACEMENT);
            string++;
        }
    }
}

void markup_attribute(struct writer *out, const char *name, const char *value) {
    if (value == NULL)
        return;
    writer_byte(out, ' ');
    writer_string(out, name);
    writer_string(out, "=\"");
    markup_string(out, value);
    writer_byte(out, '"');
}
