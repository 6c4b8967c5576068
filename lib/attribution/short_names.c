/* Names: what is one, and what a single one shortens or stands for. */
#include "attribution/attribution.h"
#include "phrases/words.h"

enum { HEAD = 400, REACH = 1200, TRIES = 32 }; /* tokens; places of the same word */

bool pacta_is_bare_name(const pacta_work *work, pacta_phrase p) {
    if (p.end - p.first > 6 || !pacta_phrase_is_name(work, p) || pacta_is(work, p.first, CLASS_DETERMINER))
        return false;
    for (uint32_t i = p.first; i < p.end; i++)
        if ((pacta_cut_at(work, i)->flags & TOKEN_UPPER) == 0 && !pacta_is(work, i, CLASS_NAME_PARTICLE) &&
            !pacta_is(work, i, CLASS_PERSON_TITLE) && !pacta_is_char(work, i, '.'))
            return false;
    return true;
}

/* Former Velland adviser: what stands before a role is not all of a name. */
static bool leads_to_role(const pacta_work *work, uint32_t end) {
    return pacta_names_role(work, end) && (pacta_cut_at(work, end)->flags & TOKEN_UPPER) == 0;
}

/* The fuller name that the word at `i` stands in, or none. */
static pacta_phrase name_around(const pacta_work *work, uint32_t i) {
    pacta_phrase p = pacta_phrase_ending(work, i > 12 ? i - 12 : 0, i + 1);
    if (p.first < i && pacta_is(work, p.first, CLASS_PERSON_TITLE) && pacta_is_capital(work, i - 1))
        return p; /* Secretary of State Olle Brandt */
    p = pacta_phrase_core(work, i > 12 ? i - 12 : 0, i + 1);
    if (pacta_is_bare_name(work, p))
        return p;
    pacta_phrase run = {i, i + 1}; /* Orla voice actor Alma Tern: its end */
    while (run.first > p.first && pacta_is_capital(work, run.first - 1))
        run.first--;
    if (p.first < run.first && run.first < i && pacta_is_bare_name(work, run))
        return run;
    /* Kim Jong-Un: the name that comes first is the short one */
    pacta_phrase on = pacta_phrase_from(work, i, i + 4);
    if (on.first == i && on.end < i + 4 && pacta_is_bare_name(work, on))
        return on;
    return (pacta_phrase){i, i};
}

/* Ada Mertens or Mertens Ada, not only President Mertens or an Orlan Mertens. */
static bool has_first_name(const pacta_work *work, pacta_phrase p, uint32_t i) {
    uint32_t other = i > p.first ? i - 1 : i + 1;
    return pacta_is_capital(work, other) && (pacta_cut_at(work, other)->flags & TOKEN_CAPS) == 0 &&
           !pacta_names_role(work, other);
}

/* LAMPS FOR Mertens: a headline's word, which is no title. */
static bool is_shouted(const pacta_work *work, pacta_phrase name, uint32_t i) {
    return i > name.first && (pacta_cut_at(work, i - 1)->flags & TOKEN_CAPS) != 0 &&
           (pacta_cut_at(work, i)->flags & TOKEN_CAPS) == 0 && !pacta_names_role(work, i - 1);
}

/* What looking for a fuller name has come to. */
typedef struct search {
    uint32_t token, tries;
    pacta_phrase titled; /* with a title, and no first name */
} search;

/* Looks at [from, end); true where `name` is the fuller one. */
static bool search_in(pacta_work *work, search *s, uint32_t from, uint32_t end, pacta_phrase *name) {
    end = end < work->tokens.count ? end : work->tokens.count;
    for (uint32_t i = pacta_first_same(work, from, end, s->token); i < end && s->tries < TRIES;
         i = pacta_next_same(work, i, end, s->token)) {
        s->tries++;
        *name = name_around(work, i);
        if (name->first >= name->end || leads_to_role(work, name->end))
            continue;
        if (has_first_name(work, *name, i))
            return true;
        if (s->titled.first == s->titled.end && !is_shouted(work, *name, i))
            s->titled = *name;
    }
    return false;
}

/* The fuller name that a single one shortens: Mertens, behind President Ada
 * Mertens. Who is told of at the head of the text is likelier meant than others
 * of the same name; then who is named nearby. */
pacta_phrase pacta_full_name(pacta_work *work, uint32_t token) {
    const uint32_t low = token > REACH ? token - REACH : 0;
    search s = {token, 0, {token, token}};
    pacta_phrase name;
    if (search_in(work, &s, 0, HEAD, &name) || search_in(work, &s, low, low + 2 * REACH, &name))
        return name;
    return s.titled;
}

/* in Velland; Velland's minister: what is said of places. */
static bool is_located(const pacta_work *work, uint32_t i) {
    if (i > 0 && pacta_is(work, i - 1, CLASS_LOCATION))
        return true;
    return i + 2 < work->tokens.count && pacta_is_clitic(work, i + 1) && pacta_names_role(work, i + 2);
}

pacta_source_kind pacta_kind_of_single(pacta_work *work, uint32_t token) {
    if (pacta_is(work, token, CLASS_PLACE))
        return PACTA_SOURCE_PLACE;
    pacta_phrase name = pacta_full_name(work, token);
    if (name.first < name.end)
        return PACTA_SOURCE_PERSON;
    uint32_t end = token + REACH < work->tokens.count ? token + REACH : work->tokens.count;
    for (uint32_t i = pacta_first_same(work, token > REACH ? token - REACH : 0, end, token); i < end;
         i = pacta_next_same(work, i, end, token))
        if (is_located(work, i))
            return PACTA_SOURCE_PLACE;
    return PACTA_SOURCE_UNKNOWN;
}
