#include "verify/keys.h"
#include "core/hash.h"
#include "core/utf8.h"
#include "pacta/verify.h"
#include <stdio.h>
#include <string.h>

/* The letters without accents of U+00C0 to U+017F; `*` where there is none. */
static const char BASES[] = "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKkkLlLlLlLlLlNnNnNnn**"
                            "OoOoOo**RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

enum { BASES_FIRST = 0xC0, ACCENT_FIRST = 0x300, ACCENT_LAST = 0x36F };

static uint32_t without_accent(uint32_t c) {
    if (c < BASES_FIRST || c >= BASES_FIRST + sizeof BASES - 1 || BASES[c - BASES_FIRST] == '*')
        return c;
    return (unsigned char)BASES[c - BASES_FIRST];
}

static bool is_hyphen(uint32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0xFF07;
}

static bool is_figure(const char *text, uint32_t size, uint32_t at) {
    return at < size && text[at] >= '0' && text[at] <= '9';
}

/* True if the mark at `at` sets off thousands: three figures follow. */
static bool sets_off_thousands(const char *text, uint32_t size, uint32_t at) {
    return is_figure(text, size, at + 1) && is_figure(text, size, at + 2) && is_figure(text, size, at + 3) &&
           !is_figure(text, size, at + 4);
}

typedef struct folding {
    char *out;
    uint32_t used, hash;
    bool over;
} folding;

static void put(folding *f, const char *bytes, uint32_t size) {
    for (uint32_t i = 0; i < size; i++)
        f->hash = (f->hash ^ (unsigned char)bytes[i]) * 16777619u;
    if (f->used + size > KEY_ROOM - 10) {
        f->over = true;
        return;
    }
    memcpy(f->out + f->used, bytes, size);
    f->used += size;
}

/* The character at `at` as `keep` has it, into `bytes`; returns its size. */
static uint32_t fold_one(const char *text, uint32_t size, uint32_t at, uint32_t c, unsigned keep,
                         char *bytes) {
    if (is_hyphen(c)) /* at a line's end with the blanks behind */
        return (keep & KEEP_HYPHENS) != 0 ? pacta_utf8_put(bytes, '-') : 0;
    if (pacta_is_space(c))
        return (keep & KEEP_HYPHENS) != 0 ? pacta_utf8_put(bytes, ' ') : 0;
    if ((keep & KEEP_TYPOGRAPHY) == 0) {
        if (pacta_is_invisible(c))
            return 0;
        uint32_t stand_in = pacta_stand_in(c, bytes);
        if (stand_in > 0)
            return stand_in;
        if (is_apostrophe(c))
            c = '\'';
    }
    if ((keep & KEEP_MARKS) == 0) {
        bool point = (c == '.' || c == ',') && at > 0 && is_figure(text, size, at - 1) &&
                     is_figure(text, size, at + 1);
        if (point && !sets_off_thousands(text, size, at))
            return pacta_utf8_put(bytes, '.');
        if (is_apostrophe(c) || (c < 0x80 && !pacta_is_letter(c) && !(c >= '0' && c <= '9')))
            return 0;
    }
    if ((keep & KEEP_ACCENTS) == 0) {
        if (c >= ACCENT_FIRST && c <= ACCENT_LAST)
            return 0;
        c = without_accent(c);
    }
    return pacta_utf8_put(bytes, (keep & KEEP_CASE) != 0 ? c : pacta_fold_case(c));
}

/* Where a word goes on that is broken at a line's or page's end: behind all that
 * stands between. */
static uint32_t behind_break(const char *text, uint32_t size, uint32_t at) {
    for (uint32_t i = at, length; i < size; i += length) {
        uint32_t c = pacta_utf8_at(text + i, &length);
        if (pacta_is_space(c))
            at = i + length;
    }
    return at;
}

uint32_t pacta_fold_key(const char *text, uint32_t size, unsigned keep, char *out) {
    folding f = {out, 0, 2166136261u, false};
    for (uint32_t at = 0, length; at < size; at += length) {
        char bytes[4];
        uint32_t c = pacta_utf8_at(text + at, &length);
        uint32_t folded = fold_one(text, size, at, c, keep, bytes);
        put(&f, bytes, folded);
        if (pacta_is_space(c))
            length = behind_break(text, size, at) - at;
    }
    if (f.over)
        f.used += (uint32_t)snprintf(out + f.used, 10, "%08x", (unsigned)f.hash);
    return f.used;
}

static bool same(const char *a, uint32_t a_size, const char *b, uint32_t b_size, unsigned keep) {
    char one[KEY_ROOM], other[KEY_ROOM];
    uint32_t size = pacta_fold_key(a, a_size, keep, one);
    return size == pacta_fold_key(b, b_size, keep, other) && memcmp(one, other, size) == 0;
}

static bool has_figure(const char *text, uint32_t size) {
    for (uint32_t i = 0; i < size; i++)
        if (is_figure(text, size, i))
            return true;
    return false;
}

uint32_t pacta_spelling_kinds(const char *a, uint32_t a_size, const char *b, uint32_t b_size) {
    static const struct {
        unsigned keep;
        pacta_difference_kind kind;
    } traits[] = {{KEEP_CASE, PACTA_CASE},
                  {KEEP_HYPHENS, PACTA_HYPHENATION},
                  {KEEP_TYPOGRAPHY, PACTA_TYPOGRAPHY},
                  {KEEP_ACCENTS, PACTA_SPELLING},
                  {KEEP_MARKS, PACTA_PUNCTUATION}};
    if (a_size == b_size && memcmp(a, b, a_size) == 0)
        return 0;
    uint32_t kinds = 0;
    if (!same(a, a_size, b, b_size, 0)) /* keys are equal by more than folding */
        return 1u << (has_figure(a, a_size) != has_figure(b, b_size) ? PACTA_NUMERAL : PACTA_SPELLING);
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (!same(a, a_size, b, b_size, traits[i].keep))
            kinds |= 1u << traits[i].kind;
    if ((kinds & 1u << PACTA_PUNCTUATION) == 0 && !same(a, a_size, b, b_size, KEEP_MARKS | KEEP_TYPOGRAPHY))
        kinds |= 1u << PACTA_TYPOGRAPHY; /* apostrophes of another shape */
    return kinds;
}
