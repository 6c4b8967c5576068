#include "utf8.h"

size_t utf8_size(const char *string) {
    static const struct {
        unsigned char lead_low, lead_high, low, high, size;
    } forms[] = {
        {0x01, 0x7f, 0x00, 0x00, 1}, {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
        {0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
        {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
    };
    const unsigned char *s = (const unsigned char *)string;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (s[0] < forms[i].lead_low || s[0] > forms[i].lead_high)
            continue;
        if (forms[i].size > 1 && (s[1] < forms[i].low || s[1] > forms[i].high))
            return 0;
        for (size_t k = 2; k < forms[i].size; k++)
            if (s[k] < 0x80 || s[k] > 0xbf)
                return 0;
        return forms[i].size;
    }
    return 0;
}

size_t utf8_run(const char *string) {
    for (size_t run = 0, size;; run += size) {
        while (string[run] > 0 && string[run] < 0x7f) /* most are ASCII */
            run++;
        size = utf8_size(string + run);
        if (size == 0)
            return run;
    }
}
