/* Names of the registry: the longest one that the words are, told from a part of
 * another name. */
#include "find/finder.h"
#include <stdlib.h>
#include <string.h>

enum { YEARS_APART = 10, DATED_LOOK = 64, LONG_NAME = 4 /* tokens */ };

typedef struct known_match {
    uint32_t end, known;
    bool acronym, title;
    uint8_t role;
} known_match;

/* Nato's Article 5, Unclos Article 87: an acronym that a paper writes like a name. */
static bool is_cited_as_name(const pacta_finder *f, uint32_t token) {
    const uint32_t next = token + 1 + ((pacta_cut_at(f->work, token + 1)->flags & TOKEN_CLITIC) != 0);
    return (pacta_cut_at(f->work, token)->flags & TOKEN_UPPER) != 0 && next + 1 < f->passage_end &&
           pacta_is(f->work, next, CLASS_UNIT) && pacta_cut_at(f->work, next + 1)->kind != PACTA_TOKEN_WORD;
}

/* An acronym stands in capitals, where not everything does, or right behind a provision. */
static bool is_acronym_here(pacta_finder *f, uint32_t token) {
    return (pacta_cut_at(f->work, token)->flags & TOKEN_CAPS) != 0
               ? !pacta_is_in_capitals(f) || pacta_is_behind_provision(f, token)
               : is_cited_as_name(f, token);
}

/* The only candidate at a node that the text's case allows. */
static bool single_candidate(pacta_finder *f, uint32_t node, uint32_t first, known_match *match) {
    const pacta_registry *registry = &f->work->rules->registry;
    uint32_t found = 0;
    for (uint32_t i = registry->nodes.items[node].first; i != 0; i = registry->candidates.items[i].next) {
        const pacta_candidate *candidate = &registry->candidates.items[i];
        if (candidate->acronym && !is_acronym_here(f, first))
            continue;
        if (found != 0)
            return false; /* ambiguous: the text must say more */
        found = i;
    }
    if (found == 0)
        return false;
    const pacta_candidate *candidate = &registry->candidates.items[found];
    match->known = candidate->known;
    match->acronym = candidate->acronym;
    match->title = candidate->title;
    match->role = candidate->role;
    return true;
}

/* UN, for U.N.: the word without its full stops, or 0 if it has none inside. */
static uint32_t without_stops(const pacta_finder *f, uint32_t token) {
    enum { ROOM = 8 };
    const pacta_cut *cut = pacta_cut_at(f->work, token);
    const char *text = pacta_work_text(f->work);
    char word[ROOM];
    size_t size = 0;
    if (cut->kind != PACTA_TOKEN_WORD || cut->end - cut->begin > 2 * ROOM)
        return 0;
    for (uint32_t i = cut->begin; i < cut->end; i++)
        if (text[i] != '.' && size < ROOM)
            word[size++] = text[i];
    return size < 2 ? 0 : pacta_lexicon_find(&f->work->rules->lexicon, word, size);
}

static bool match_words(pacta_finder *f, uint32_t first, bool plain, known_match *match) {
    const pacta_registry *registry = &f->work->rules->registry;
    uint32_t node = 0;
    match->end = 0;
    for (uint32_t i = first; i < f->passage_end && i - first < NAME_TOKENS; i++) {
        uint32_t lexeme = pacta_cut_at(f->work, i)->lexeme;
        if (lexeme == 0 && pacta_cut_at(f->work, i)->kind == PACTA_TOKEN_NUMBER)
            lexeme = pacta_lexicon_find(&f->work->rules->lexicon,
                                        pacta_work_text(f->work) + pacta_cut_at(f->work, i)->begin,
                                        pacta_cut_at(f->work, i)->end - pacta_cut_at(f->work, i)->begin);
        if (plain && i == first)
            lexeme = without_stops(f, i);
        if (lexeme == 0 || (node = pacta_registry_step(registry, node, lexeme)) == 0)
            break;
        if (registry->nodes.items[node].first != 0 && single_candidate(f, node, first, match))
            match->end = i + 1;
    }
    return match->end != 0;
}

static bool match_known(pacta_finder *f, uint32_t first, known_match *match) {
    const char *text = pacta_work_text(f->work);
    return match_words(f, first, false, match) ||
           (text[pacta_cut_at(f->work, first)->end - 1] == '.' && match_words(f, first, true, match));
}

/* A short name with a further capitalised word before it is somebody else's:
 * the Dorvan Refugee Convention. */
static bool is_part_of_longer(const pacta_finder *f, uint32_t first, const known_match *match) {
    if (match->acronym || match->title || match->end - first > 2 || first == f->passage_first ||
        !pacta_is(f->work, match->end - 1, CLASS_INSTRUMENT_NOUN))
        return false;
    uint32_t before = first - 1;
    return before >= f->since && pacta_is_name_word(f, before) &&
           (pacta_cut_at(f->work, before)->flags & TOKEN_CAPS) == 0 &&
           !pacta_is(f->work, before, CLASS_ORDINAL);
}

/* The Statute of the Court of the Orlan Union: a short name that goes on is another's. */
static bool goes_on(const pacta_finder *f, const known_match *match) {
    uint32_t next = match->end;
    if (match->acronym || match->title || next + 2 >= f->passage_end ||
        pacta_is(f->work, next - 1, CLASS_INSTRUMENT_NOUN) || !pacta_is(f->work, next, CLASS_PART_OF))
        return false;
    next += 1u + pacta_is(f->work, next + 1, CLASS_DETERMINER);
    return next > match->end + 1 && pacta_is_name_word(f, next) && !pacta_is(f->work, next, CLASS_MONTH);
}

/* The UN Convention ..., the Hague Convention ...: what is said before a name
 * that is complete without it; before a full title, any name behind an article. */
static uint32_t prefix_before(const pacta_finder *f, uint32_t token, bool title) {
    uint32_t first = token;
    while (first > f->passage_first && first > f->since && pacta_is_upper_word(f, first - 1) &&
           pacta_is(f->work, first - 1, CLASS_NAME_PREFIX))
        first--;
    uint32_t run = title && first == token ? pacta_run_before(f, token) : first;
    bool opened = run > f->passage_first && pacta_is(f->work, run - 1, CLASS_DETERMINER);
    return opened ? run : first;
}

/* The noun of instruments among tokens [first, end), the last one, or none. */
static uint32_t noun_in(const pacta_finder *f, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i-- > first;)
        if (pacta_is(f->work, i, CLASS_INSTRUMENT_NOUN))
            return i;
    return PACTA_NONE;
}

/* OSLO, May 4 (CNS) -: whose report it is, and no treaty. */
static bool is_byline(const pacta_finder *f, uint32_t first, uint32_t end) {
    if (first < f->since + 2 || first < f->passage_first + 2 || end + 1 >= f->passage_end ||
        !pacta_is_char(f->work, first - 1, '(') || !pacta_is_char(f->work, end, ')'))
        return false;
    const pacta_cut *place = pacta_cut_at(f->work, first - 2);
    return (place->kind == PACTA_TOKEN_NUMBER || (place->flags & TOKEN_CAPS) != 0) &&
           pacta_is_dash(f->work, end + 1);
}

/* The first words may be those of a name: mostly the second one tells that they are not. */
static bool may_begin(const pacta_finder *f, uint32_t first) {
    const pacta_work *work = f->work;
    const pacta_registry *registry = &work->rules->registry;
    const pacta_cut *cut = pacta_cut_at(work, first);
    const uint32_t node = work->rules->lexicon.starts.items[pacta_cut_at(work, first)->lexeme].alias;
    if (node == 0 || registry->nodes.items[node].first != 0 || pacta_work_text(work)[cut->end - 1] == '.')
        return true;
    if (cut[1].lexeme == 0) /* or is it a break */
        return cut[1].kind == PACTA_TOKEN_NUMBER;
    return pacta_registry_step(registry, node, cut[1].lexeme) != 0;
}

/* The year that is told with the name, before it or "of" it; or 0. */
static int year_told(const pacta_finder *f, uint32_t first, uint32_t end) {
    const uint32_t behind = pacta_behind_year(f, end);
    uint32_t year = first;
    if (behind > end)
        year = behind - 1;
    else if (end < f->passage_end && pacta_is_year(f->work, end))
        year = end;
    else if (first > f->passage_first)
        year = first - 1;
    return pacta_is_year(f->work, year) ? atoi(pacta_work_text(f->work) + pacta_cut_at(f->work, year)->begin)
                                        : 0;
}

/* The Treaty of Paris of 1856: not the one of 1783, whose id tells the year. */
static bool is_of_other_year(const pacta_finder *f, uint32_t first, const known_match *match) {
    const char *dash = strrchr(f->work->rules->registry.known.items[match->known].id, '-');
    const int made = dash != NULL && strlen(dash) == 5 ? atoi(dash + 1) : 0;
    const int told = made == 0 || match->acronym || match->title ? 0 : year_told(f, first, match->end);
    return told != 0 && abs(told - made) > YEARS_APART;
}

/* The Treaty of Paris, in a text that has named the Treaty of Paris of 1856. */
static uint32_t named_with_year(const pacta_finder *f, uint32_t first, const known_match *match) {
    const pacta_work *work = f->work;
    const uint32_t count = match->end - first;
    for (uint32_t i = work->names.count; i-- > 0 && work->names.count - i <= DATED_LOOK;) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind == NAME_TITLE && name->end == name->first + count + 2 &&
            pacta_is_year(work, name->end - 1) && pacta_same_words(work, name->first, first, count))
            return name->instrument;
    }
    return PACTA_NONE;
}

bool pacta_is_known_at_length(pacta_finder *f, uint32_t first) {
    known_match match = {0};
    return may_begin(f, first) && match_known(f, first, &match) && match.end - first >= LONG_NAME;
}

int pacta_take_known(pacta_finder *f, uint32_t first, uint32_t *next, bool *taken) {
    known_match match = {0}, rest = {0};
    *taken = false;
    if (!may_begin(f, first) || !match_known(f, first, &match) || is_part_of_longer(f, first, &match) ||
        goes_on(f, &match) ||
        (match.acronym && (is_byline(f, first, match.end) || !pacta_acronym_is_meant(f, first, match.known))))
        return PACTA_OK;
    bool year = pacta_cut_at(f->work, first)->kind == PACTA_TOKEN_NUMBER && first + 1 < f->passage_end;
    if (year && match_known(f, first + 1, &rest) && rest.end > match.end && rest.known == match.known)
        match.end = rest.end; /* the 1969 Vienna Convention [on the Law of Treaties] */
    if (is_of_other_year(f, first, &match))
        return PACTA_OK;
    const pacta_cut *opening = pacta_cut_at(f->work, first);
    if (opening->kind != PACTA_TOKEN_NUMBER && (opening->flags & TOKEN_UPPER) == 0 && match.end - first < 2)
        return PACTA_OK;
    if (match.role == NAMES_BARE)
        return PACTA_OK; /* a noun like any other, until nothing else fits */
    pacta_name name = {.first = first, .end = match.end, .kind = NAME_KNOWN, .instrument = PACTA_NONE};
    name.noun = noun_in(f, first, match.end);
    if (name.noun != PACTA_NONE)
        name.first = prefix_before(f, first, match.title);
    if (match.role == NAMES_HOLDER)
        name.kind = NAME_HOLDER; /* its treaty, if a provision follows */
    if (match.role == NAMES_ITSELF && !match.title && !match.acronym)
        name.instrument = named_with_year(f, first, &match);
    if (name.instrument == PACTA_NONE)
        name.instrument =
            match.role == NAMES_HOLDER ? match.known : pacta_instrument_known(f->work, match.known);
    if (name.instrument == PACTA_NONE)
        return pacta_out_of_memory(f->work);
    if (name.noun + 1 == match.end && name.kind == NAME_KNOWN)
        name.end = pacta_behind_year(f, match.end);
    *taken = true;
    *next = name.end;
    return pacta_push_name(f, name);
}

/* ---- One of several that have a name in common ----------------------------------------------- */

/* A word of the name is the noun's plural: the Geneva Conventions. */
static bool has_plural(const pacta_work *work, const pacta_name *name, uint32_t noun) {
    const pacta_cut *singular = pacta_cut_at(work, noun);
    const uint32_t size = singular->end - singular->begin;
    const char *text = pacta_work_text(work);
    for (uint32_t i = name->first; i < name->end; i++) {
        const pacta_cut *word = pacta_cut_at(work, i);
        if (word->end - word->begin > size && memcmp(text + word->begin, text + singular->begin, size) == 0)
            return true;
    }
    return false;
}

/* The registry's instrument that is the n-th of those which the name means, or PACTA_NONE. */
static uint32_t member_of(const pacta_work *work, const pacta_name *name, int n) {
    const pacta_registry *registry = &work->rules->registry;
    if (name->kind != NAME_KNOWN)
        return PACTA_NONE;
    const char *id = work->document->instruments.items[name->instrument].id;
    const uint32_t known = pacta_index_find(&registry->ids, id, strlen(id));
    if (known == PACTA_NONE || registry->known.items[known].members == NULL)
        return PACTA_NONE;
    const char *rest = registry->known.items[known].members;
    size_t size;
    while ((id = pacta_next_id(&rest, &size)) != NULL)
        if (--n == 0)
            return pacta_index_find(&registry->ids, id, size);
    return PACTA_NONE;
}

/* What the n-th of those is that the names [first, end) mean together, the last one first; or
 * PACTA_NONE. */
static uint32_t member_among(const pacta_work *work, uint32_t first, uint32_t end, uint32_t noun, int n) {
    for (uint32_t i = end; i-- > first;) {
        const uint32_t member = member_of(work, &work->names.items[i], n);
        if (member != PACTA_NONE && has_plural(work, &work->names.items[i], noun))
            return member;
    }
    return PACTA_NONE;
}

int pacta_take_member(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    enum { NAMES_TRIED = 64 };
    pacta_work *work = f->work;
    const uint32_t rank = noun - 1, count = work->names.count,
                   back = count > NAMES_TRIED ? count - NAMES_TRIED : 0;
    *taken = false;
    if (noun <= f->since || noun <= f->passage_first || !pacta_is(work, rank, CLASS_ORDINAL) ||
        (pacta_cut_at(work, rank)->flags & TOKEN_UPPER) == 0)
        return PACTA_OK;
    const int n = pacta_word_of(work, rank)->value;
    uint32_t member = member_among(work, back, count, noun, n);
    if (member == PACTA_NONE) /* as a treaty says at its beginning */
        member = member_among(work, 0, back < NAMES_TRIED ? back : NAMES_TRIED, noun, n);
    if (member == PACTA_NONE)
        return PACTA_OK;
    pacta_name found = {.first = rank, .end = noun + 1, .noun = noun, .kind = NAME_KNOWN};
    found.instrument = pacta_instrument_known(work, member);
    if (found.instrument == PACTA_NONE)
        return pacta_out_of_memory(work);
    *taken = true;
    *next = noun + 1;
    return pacta_push_name(f, found);
}
