#include "verify/marks.h"
#include "core/utf8.h"
#include "pacta/verify.h"
#include "text/scan.h"
#include <string.h>

/* Each kind of mark, as a hash of those that there are. */
typedef struct traits {
    uint32_t points, dashes, quotes, emphasis;
    uint32_t glyphs; /* of dashes */
    bool space, rare_space;
    bool words; /* page furniture, left out of the text */
} traits;

static void note(uint32_t *hash, uint32_t character) {
    *hash = (*hash ^ (character + 1)) * 16777619u;
}

/* Marks of emphasis and of notes: * _ ~ and figures set high. */
static bool is_emphasis(uint32_t c) {
    return (c < 0x80 && strchr("*_~", (int)c) != NULL) || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
           c == 0x2020 || c == 0x2021 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

static traits read_marks(const char *text, uint32_t size) {
    traits t = {0};
    bool dash = false;
    for (uint32_t at = 0, length; at < size; at += length) {
        uint32_t c = pacta_utf8_at(text + at, &length);
        if (pacta_is_space(c) || c == 0x85 || c == 0x2028 || c == 0x2029) {
            t.space = true;
            t.rare_space = t.rare_space || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
                           c == 0x205F || c == 0x3000;
        } else if (pacta_is_dash_sign(c)) {
            if (!dash) /* -- is one */
                note(&t.dashes, '-');
            note(&t.glyphs, c);
        } else if (pacta_is_quote(c)) {
            note(&t.quotes, c);
        } else if (is_emphasis(c)) {
            note(&t.emphasis, c);
        } else if (pacta_is_letter(c) || (c >= '0' && c <= '9')) {
            t.words = true;
        } else if (c != '[' && c != ']' && !pacta_is_invisible(c)) {
            note(&t.points, c);
        }
        dash = pacta_is_dash_sign(c);
    }
    return t;
}

uint32_t pacta_marks_kinds(const char *a, uint32_t a_size, const char *b, uint32_t b_size) {
    if (a_size == b_size && memcmp(a, b, a_size) == 0)
        return 0;
    traits x = read_marks(a, a_size), y = read_marks(b, b_size);
    uint32_t kinds = 0;
    if (x.words || y.words)
        return 0;
    if (x.points != y.points || x.dashes != y.dashes)
        kinds |= 1u << PACTA_PUNCTUATION;
    else if (x.glyphs != y.glyphs)
        kinds |= 1u << PACTA_TYPOGRAPHY;
    if (x.quotes != y.quotes)
        kinds |= 1u << PACTA_QUOTATION_MARKS;
    if (x.emphasis != y.emphasis)
        kinds |= 1u << PACTA_EDITORIAL;
    if (x.rare_space != y.rare_space || (x.space != y.space && x.dashes == y.dashes))
        kinds |= 1u << PACTA_SPACING;
    return kinds;
}
