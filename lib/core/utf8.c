#include "core/utf8.h"
#include "core/runs.h"
#include <string.h>

/* Length of the well-formed sequence at `p` (RFC 3629), or 0. */
static uint32_t sequence(const unsigned char *p, size_t left) {
    unsigned char a = p[0];
    if (a < 0x80)
        return 1;
    if (a < 0xC2 || a > 0xF4 || left < 2)
        return 0;
    unsigned char low = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80;
    unsigned char high = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    if (a < 0xE0)
        return 2;
    if (left < 3 || !pacta_utf8_continues(p[2]))
        return 0;
    if (a < 0xF0)
        return 3;
    return left >= 4 && pacta_utf8_continues(p[3]) ? 4 : 0;
}

size_t pacta_utf8_check(const char *text, size_t size) {
    size_t i = 0;
    while (i < size) {
        i = pacta_run_ascii(text, i, size);
        if (i == size)
            break;
        uint32_t length = sequence((const unsigned char *)text + i, size - i);
        if (length == 0)
            return i;
        i += length;
    }
    return size;
}

uint32_t pacta_utf8_mark(const char *text, size_t size) {
    return size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

uint32_t pacta_utf8_long(const char *text, uint32_t *length) {
    const unsigned char *p = (const unsigned char *)text;
    *length = pacta_utf8_length(p[0]);
    switch (*length) {
    case 2:
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    case 3:
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    default:
        return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 |
               (p[3] & 0x3F);
    }
}

uint32_t pacta_utf8_put(char *out, uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* One range of capitals: `shift` away from their small letters, or, with
 * shift 1, in pairs whose capital is even (`odd` 0) or odd (`odd` 1). */
typedef struct case_range {
    uint32_t first, last, shift, odd;
} case_range;

static const case_range CASES[] = {{0xC0, 0xD6, 32, 0},    {0xD8, 0xDE, 32, 0},    {0x100, 0x12F, 1, 0},
                                   {0x132, 0x137, 1, 0},   {0x139, 0x148, 1, 1},   {0x14A, 0x177, 1, 0},
                                   {0x179, 0x17E, 1, 1},   {0x200, 0x233, 1, 0},   {0x391, 0x3A1, 32, 0},
                                   {0x3A3, 0x3AB, 32, 0},  {0x400, 0x40F, 80, 0},  {0x410, 0x42F, 32, 0},
                                   {0x460, 0x481, 1, 0},   {0x48A, 0x4BF, 1, 0},   {0x531, 0x556, 48, 0},
                                   {0x1E00, 0x1E95, 1, 0}, {0x1EA0, 0x1EFF, 1, 0}, {0xFF21, 0xFF3A, 32, 0}};

uint32_t pacta_fold_case_beyond(uint32_t c) {
    if (c == 0x178)
        return 0xFF;
    if ((c > 0x556 && c < 0x1E00) || (c > 0x1EFF && c < 0xFF21)) /* no letters with case for long */
        return c;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES && CASES[i].first <= c; i++)
        if (c <= CASES[i].last)
            return CASES[i].shift > 1 ? c + CASES[i].shift : c % 2 == CASES[i].odd ? c + 1 : c;
    return c;
}

bool pacta_is_ideograph_beyond(uint32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Ranges below U+2000 that are no letters, from U+00C0 on. */
static const uint32_t SIGNS[][2] = {
    {0xD7, 0xD7},   {0xF7, 0xF7},   {0x2B9, 0x2DF}, {0x34F, 0x34F},   {0x37E, 0x37E},  {0x387, 0x387},
    {0x55A, 0x55F}, {0x589, 0x58F}, {0x5BE, 0x5BE}, {0x600, 0x60F},   {0x61B, 0x61F},  {0x660, 0x66D},
    {0x6D4, 0x6D4}, {0x6F0, 0x6F9}, {0x964, 0x96F}, {0x1680, 0x1680}, {0x180E, 0x180E}};

bool pacta_is_letter_beyond(uint32_t c) {
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c < 0x2000) {
        for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS && SIGNS[i][0] <= c; i++)
            if (c <= SIGNS[i][1])
                return false;
        return true;
    }
    if (c < 0x3040)
        return c == 0x2071 || c == 0x207F || (c >= 0x2C00 && c < 0x2E00);
    return pacta_is_ideograph(c) || (c >= 0x3105 && c <= 0x318E) || (c >= 0xA000 && c <= 0xD7FB) ||
           (c >= 0xFB00 && c <= 0xFDFF && c != 0xFD3E && c != 0xFD3F) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xFF66 && c <= 0xFFDC) ||
           (c >= 0x10000 && c <= 0x1EFFF);
}

bool pacta_is_space_beyond(uint32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

bool pacta_is_invisible_beyond(uint32_t c) {
    return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

uint32_t pacta_stand_in(uint32_t c, char *out) {
    static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (c >= 0xFB00 && c <= 0xFB06) {
        uint32_t size = (uint32_t)strlen(ligatures[c - 0xFB00]);
        memcpy(out, ligatures[c - 0xFB00], size);
        return size;
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
        *out = (char)('0' + (c - 0xFF10));
        return 1;
    }
    return 0;
}
