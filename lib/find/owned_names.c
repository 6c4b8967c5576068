/* What a state has made, behind a provision of it: Article 9 of Korvin's constitution, of
 * the Korvin penal code. */
#include "find/finder.h"

enum { WORDS_BETWEEN = 2, WORDS_MOST = NAME_TOKENS + BRACKET_TOKENS + 8 };

/* What stands before the noun: whose it is, and what it is on. */
typedef struct owned {
    uint32_t first, noun; /* tokens */
} owned;

/* penal, civil: a small word of its name. */
static bool is_between(const pacta_finder *f, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(f->work, token);
    return cut->kind == PACTA_TOKEN_WORD && (cut->flags & (TOKEN_UPPER | TOKEN_CLITIC)) == 0 &&
           !pacta_is(f->work, token, CLASS_TITLE_STOP) && !pacta_is(f->work, token, CLASS_NAME_RANK);
}

/* Korvin's [penal] code, the Korvin [penal] code; false if no owner is named. */
static bool read_owner(const pacta_finder *f, owned *o) {
    uint32_t at = o->noun, low = f->passage_first > f->since ? f->passage_first : f->since;
    while (at > low + 1 && o->noun - at < WORDS_BETWEEN && is_between(f, at - 1))
        at--;
    const uint32_t owner = at - 1; /* its last word */
    if (at > low + 2 && (pacta_cut_at(f->work, owner)->flags & TOKEN_CLITIC) != 0) {
        o->first = pacta_run_before(f, owner - 1);
        return pacta_is_name_word(f, owner - 1) && o->first > low;
    }
    o->first = pacta_run_before(f, at);
    return o->first < at && o->first > low && pacta_is(f->work, o->first - 1, CLASS_DETERMINER);
}

/* The instrument named before whose title has all these words. */
static uint32_t find_named(const pacta_work *work, const owned *o) {
    pacta_title_word words[WORDS_MOST];
    uint32_t count = 0;
    for (uint32_t t = o->first; t <= o->noun && count < WORDS_MOST; t++)
        if ((pacta_cut_at(work, t)->flags & TOKEN_CLITIC) == 0)
            words[count++] = pacta_title_word_of(work, t);
    return pacta_instrument_with_words(work, words, count);
}

/* A provision of what begins at `first` is cited. */
static bool is_cited(const pacta_finder *f, uint32_t first) {
    const uint32_t before = first - pacta_is(f->work, first - 1, CLASS_DETERMINER);
    return before > f->passage_first && pacta_is_of_provision(f, before - 1);
}

static int take_cited(pacta_finder *f, const owned *o, uint32_t *next, bool *taken) {
    pacta_name name = {.first = o->first, .end = o->noun + 1, .noun = o->noun, .kind = NAME_TITLE};
    name.instrument = find_named(f->work, o);
    if (name.instrument == PACTA_NONE)
        name.instrument = pacta_instrument_titled(f->work, name.first, name.end);
    if (name.instrument == PACTA_NONE)
        return pacta_out_of_memory(f->work);
    *taken = true;
    *next = name.end;
    return pacta_push_name(f, name);
}

int pacta_take_owned(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    owned o = {.noun = noun};
    *taken = false;
    return read_owner(f, &o) && is_cited(f, o.first) ? take_cited(f, &o, next, taken) : PACTA_OK;
}

int pacta_take_cited_only(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    const owned o = {.first = pacta_run_before(f, noun), .noun = noun};
    *taken = false;
    return o.first < noun && o.first > f->passage_first + 1 && is_cited(f, o.first)
               ? take_cited(f, &o, next, taken)
               : PACTA_OK;
}
