#include "core/slug.h"
#include "core/utf8.h"
#include <string.h>

size_t pacta_slug(const char *text, size_t size, char *out, size_t room) {
    size_t used = 0;
    bool gap = false;
    for (size_t i = 0; i < size;) {
        uint32_t length, c = pacta_utf8_at(text + i, &length);
        i += length;
        const bool counts = c == '.' && i < size && text[i] >= '0' && text[i] <= '9'; /* CP.4 is cp-4 */
        if (c == '\'' || c == 0x2019 || (c == '.' && !counts) || pacta_is_invisible(c))
            continue; /* U.N. is un, the sea's is the-seas */
        if (!pacta_is_letter(c) && !(c >= '0' && c <= '9')) {
            gap = used > 0;
            continue;
        }
        if (used + 6 > room)
            break;
        if (gap)
            out[used++] = '-';
        gap = false;
        used += pacta_utf8_put(out + used, pacta_fold_case(c));
    }
    out[used] = '\0';
    return used;
}
