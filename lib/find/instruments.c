/* Names of instruments: of the registry, spelt out as a title, defined by the
 * text, or a noun that stands for one; resolutions and acts by their numbers. */
#include "core/error.h"
#include "core/hash.h"
#include "core/slug.h"
#include "find/definitions.h"
#include "find/full_titles.h"
#include "find/symbols.h"
#include "work.h"
#include <string.h>

enum { NAME_TOKENS = 60, LINK_RUN = 4, SLUG_ROOM = 160, SHORT_FORM_LOOK = 64, BRACKET_TOKENS = 6 };

/* ---- The document's instruments ------------------------------------------------ */

static uint32_t find_slot(const pacta_work *work, const char *id, size_t size) {
    uint32_t mask = work->instrument_slot_count - 1;
    for (uint32_t slot = pacta_hash(id, size) & mask;; slot = (slot + 1) & mask) {
        uint32_t index = work->instrument_slots[slot];
        if (index == 0)
            return slot;
        const char *known = work->document->instruments.items[index - 1].id;
        if (strlen(known) == size && memcmp(known, id, size) == 0)
            return slot;
    }
}

void pacta_index_instruments(pacta_work *work) {
    memset(work->instrument_slots, 0, work->instrument_slot_count * sizeof *work->instrument_slots);
    for (uint32_t i = 0; i < work->document->instruments.count; i++) {
        const char *id = work->document->instruments.items[i].id;
        work->instrument_slots[find_slot(work, id, strlen(id))] = i + 1;
    }
}

static bool make_slots(pacta_work *work, uint32_t count) {
    uint32_t *slots = pacta_new(&work->memory, count * sizeof *slots);
    if (slots == NULL)
        return false;
    pacta_delete(&work->memory, work->instrument_slots, work->instrument_slot_count * sizeof *slots);
    work->instrument_slots = slots;
    work->instrument_slot_count = count;
    pacta_index_instruments(work);
    return true;
}

static uint32_t no_instrument(pacta_work *work) {
    work->out_of_memory = true;
    return PACTA_NONE;
}

uint32_t pacta_instrument_with(pacta_work *work, const char *id, size_t size, const char *title,
                               size_t title_size, const char *iri) {
    pacta_document *document = work->document;
    if (document->instruments.count * 2 >= work->instrument_slot_count &&
        !make_slots(work, work->instrument_slot_count == 0 ? 256 : work->instrument_slot_count * 2))
        return no_instrument(work);
    uint32_t slot = find_slot(work, id, size);
    if (work->instrument_slots[slot] != 0)
        return work->instrument_slots[slot] - 1;
    pacta_instrument made = {.id = pacta_arena_text(&document->arena, id, size)};
    if (title != NULL)
        made.title = pacta_arena_text(&document->arena, title, title_size);
    if (iri != NULL)
        made.iri = pacta_arena_text(&document->arena, iri, strlen(iri));
    if (made.id == NULL || (title != NULL && made.title == NULL) || (iri != NULL && made.iri == NULL) ||
        !pacta_note_title(work, made.title) ||
        !pacta_array_push(&document->memory, &document->instruments, made))
        return no_instrument(work);
    work->instrument_slots[slot] = document->instruments.count;
    return document->instruments.count - 1;
}

uint32_t pacta_instrument_known(pacta_work *work, uint32_t known) {
    const pacta_known *fact = &work->rules->registry.known.items[known];
    return pacta_instrument_with(work, fact->id, strlen(fact->id), fact->title, strlen(fact->title),
                                 fact->iri);
}

/* ---- Names ------------------------------------------------------------------------ */

/* Index of the first name whose end (`until`), or else beginning, is not before
 * the token. */
static uint32_t name_at(const pacta_work *work, uint32_t token, bool until) {
    uint32_t low = 0, high = work->names.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const pacta_name *name = &work->names.items[middle];
        if ((until ? name->end : name->first) < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t pacta_name_from(const pacta_work *work, uint32_t token) {
    uint32_t found = name_at(work, token, false);
    return found < work->names.count && work->names.items[found].first == token ? found : PACTA_NONE;
}

uint32_t pacta_name_until(const pacta_work *work, uint32_t token) {
    uint32_t found = name_at(work, token, true);
    return found < work->names.count && work->names.items[found].end == token ? found : PACTA_NONE;
}

/* What is in hand while the tokens are gone through. */
typedef struct finder {
    pacta_work *work;
    uint32_t passage_first, passage_end;                             /* tokens */
    enum { CAPITALS_UNKNOWN, CAPITALS_FEW, CAPITALS_MOST } capitals; /* of the passage, where asked for */
    uint32_t since;                                                  /* token behind the last name */
    char own[SLUG_ROOM];                                             /* slug of a treaty's own title */
    size_t own_size;
} finder;

/* Most words of the passage are in capitals: a heading, which tells acronyms
 * and titles by nothing. */
static bool is_in_capitals(finder *f) {
    if (f->capitals != CAPITALS_UNKNOWN)
        return f->capitals == CAPITALS_MOST;
    uint32_t capitals = 0, words = 0;
    for (uint32_t i = f->passage_first; i < f->passage_end && words < 40; i++)
        if (pacta_cut_at(f->work, i)->kind == PACTA_TOKEN_WORD &&
            pacta_cut_at(f->work, i)->end - pacta_cut_at(f->work, i)->begin > 1) {
            words++;
            capitals += (pacta_cut_at(f->work, i)->flags & TOKEN_CAPS) != 0;
        }
    f->capitals = words >= 2 && capitals * 10 >= words * 8 ? CAPITALS_MOST : CAPITALS_FEW;
    return f->capitals == CAPITALS_MOST;
}

static bool is_word(const finder *f, uint32_t token) {
    uint8_t kind = pacta_cut_at(f->work, token)->kind;
    return kind == PACTA_TOKEN_WORD || kind == PACTA_TOKEN_ROMAN;
}

static bool is_upper_word(const finder *f, uint32_t token) {
    return is_word(f, token) &&
           (pacta_cut_at(f->work, token)->flags & (TOKEN_UPPER | TOKEN_CLITIC)) == TOKEN_UPPER;
}

/* A capitalised word that may be part of a name. */
static bool is_name_word(const finder *f, uint32_t token) {
    return is_upper_word(f, token) && !pacta_is(f->work, token, CLASS_TITLE_STOP) &&
           !pacta_is(f->work, token, CLASS_DETERMINER) && !pacta_is(f->work, token, CLASS_MONTH);
}

/* The apostrophe behind a plural: Workers' Representatives Convention. */
static bool is_apostrophe(const finder *f, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(f->work, token);
    const char *text = pacta_work_text(f->work);
    return cut->kind == PACTA_TOKEN_QUOTE && (cut->flags & TOKEN_SPACED) == 0 && cut->begin > 0 &&
           text[cut->begin - 1] == 's' &&
           (pacta_is_char(f->work, token, '\'') || memcmp(text + cut->begin, "\xE2\x80\x99", 3) == 0);
}

/* The Treaties (Scrutiny) Act: where the bracket opens that closes right before the
 * token, with capitals in it and before it; or the token. */
static uint32_t bracket_before(const finder *f, uint32_t token) {
    uint32_t low = f->since > f->passage_first ? f->since : f->passage_first;
    if (token < low + 4 || !pacta_is_char(f->work, token - 1, ')'))
        return token;
    for (uint32_t i = token - 2; i > low && token - i < BRACKET_TOKENS; i--) {
        if (pacta_is_char(f->work, i, '('))
            return i + 2 < token && is_name_word(f, i - 1) && is_upper_word(f, i + 1) ? i : token;
        if (!is_word(f, i))
            break;
    }
    return token;
}

/* Back over the capitalised words right before a token. */
static uint32_t run_before(const finder *f, uint32_t token) {
    uint32_t first = bracket_before(f, token);
    while (first > f->passage_first && first > f->since && token - first < NAME_TOKENS &&
           (pacta_cut_at(f->work, first)->flags & TOKEN_SPACED) != 0) {
        uint32_t word = first - 1;
        word -= word > f->passage_first && word > f->since && is_apostrophe(f, word);
        if (!is_name_word(f, word) || pacta_is(f->work, word, CLASS_NAME_RANK))
            break;
        first = word;
    }
    return first;
}

static int push_name(finder *f, pacta_name name) {
    f->since = name.end;
    return pacta_array_push(&f->work->memory, &f->work->names, name) ? PACTA_OK
                                                                     : pacta_out_of_memory(f->work);
}

/* The noun of instruments among tokens [first, end), the last one, or none. */
static uint32_t noun_in(const finder *f, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i-- > first;)
        if (pacta_is(f->work, i, CLASS_INSTRUMENT_NOUN))
            return i;
    return PACTA_NONE;
}

/* ---- The registry's names ------------------------------------------------------------ */

typedef struct known_match {
    uint32_t end, known;
    bool acronym, title;
    uint8_t role;
} known_match;

/* The only candidate at a node that the text's case allows. */
static bool single_candidate(finder *f, uint32_t node, uint32_t first, known_match *match) {
    const pacta_registry *registry = &f->work->rules->registry;
    uint32_t found = 0;
    for (uint32_t i = registry->nodes.items[node].first; i != 0; i = registry->candidates.items[i].next) {
        const pacta_candidate *candidate = &registry->candidates.items[i];
        if (candidate->acronym &&
            ((pacta_cut_at(f->work, first)->flags & TOKEN_CAPS) == 0 || is_in_capitals(f)))
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
static uint32_t without_stops(const finder *f, uint32_t token) {
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

static bool match_words(finder *f, uint32_t first, bool plain, known_match *match) {
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

static bool match_known(finder *f, uint32_t first, known_match *match) {
    const char *text = pacta_work_text(f->work);
    return match_words(f, first, false, match) ||
           (text[pacta_cut_at(f->work, first)->end - 1] == '.' && match_words(f, first, true, match));
}

/* A short name with a further capitalised word before it is somebody else's:
 * the Dorvan Refugee Convention. */
static bool is_part_of_longer(const finder *f, uint32_t first, const known_match *match) {
    if (match->acronym || match->title || match->end - first > 2 || first == f->passage_first ||
        !pacta_is(f->work, match->end - 1, CLASS_INSTRUMENT_NOUN))
        return false;
    uint32_t before = first - 1;
    return before >= f->since && is_name_word(f, before) &&
           (pacta_cut_at(f->work, before)->flags & TOKEN_CAPS) == 0 &&
           !pacta_is(f->work, before, CLASS_ORDINAL);
}

/* The UN Convention ..., the Hague Convention ...: what is said before a name
 * that is complete without it; before a full title, any name behind an article. */
static uint32_t prefix_before(const finder *f, uint32_t token, bool title) {
    uint32_t first = token;
    while (first > f->passage_first && first > f->since && is_upper_word(f, first - 1) &&
           pacta_is(f->work, first - 1, CLASS_NAME_PREFIX))
        first--;
    uint32_t run = title && first == token ? run_before(f, token) : first;
    bool opened = run > f->passage_first && pacta_is(f->work, run - 1, CLASS_DETERMINER);
    return opened ? run : first;
}

static bool is_year(const finder *f, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(f->work, token);
    const char *text = pacta_work_text(f->work) + cut->begin;
    return cut->kind == PACTA_TOKEN_NUMBER && cut->end - cut->begin == 4 &&
           ((text[0] == '1' && text[1] >= '5') || (text[0] == '2' && text[1] <= '1'));
}

/* Of the year: the token behind "of 1961", or `end`. */
static uint32_t behind_year(const finder *f, uint32_t end) {
    return end + 1 < f->passage_end && pacta_is(f->work, end, CLASS_PART_OF) && is_year(f, end + 1) ? end + 2
                                                                                                    : end;
}

/* OSLO, May 4 (CNS) -: whose report it is, and no treaty. */
static bool is_byline(const finder *f, uint32_t first, uint32_t end) {
    if (first < f->since + 2 || first < f->passage_first + 2 || end + 1 >= f->passage_end ||
        !pacta_is_char(f->work, first - 1, '(') || !pacta_is_char(f->work, end, ')'))
        return false;
    const pacta_cut *place = pacta_cut_at(f->work, first - 2), *dash = pacta_cut_at(f->work, end + 1);
    const char *text = pacta_work_text(f->work) + dash->begin;
    return (place->kind == PACTA_TOKEN_NUMBER || (place->flags & TOKEN_CAPS) != 0) &&
           (*text == '-' || memcmp(text, "\xE2\x80", 2) == 0);
}

static int take_known(finder *f, uint32_t first, uint32_t *next, bool *taken) {
    known_match match = {0}, rest = {0};
    *taken = false;
    if (!match_known(f, first, &match) || is_part_of_longer(f, first, &match) ||
        (match.acronym && is_byline(f, first, match.end)))
        return PACTA_OK;
    bool year = pacta_cut_at(f->work, first)->kind == PACTA_TOKEN_NUMBER && first + 1 < f->passage_end;
    if (year && match_known(f, first + 1, &rest) && rest.end > match.end && rest.known == match.known)
        match.end = rest.end; /* the 1969 Vienna Convention [on the Law of Treaties] */
    const pacta_cut *opening = pacta_cut_at(f->work, first);
    if (opening->kind != PACTA_TOKEN_NUMBER && (opening->flags & TOKEN_UPPER) == 0 && match.end - first < 2)
        return PACTA_OK;
    if (match.role == NAMES_BARE)
        return PACTA_OK; /* a noun like any other, until nothing else fits */
    pacta_name name = {.first = first, .end = match.end, .kind = NAME_KNOWN};
    name.noun = noun_in(f, first, match.end);
    if (name.noun != PACTA_NONE)
        name.first = prefix_before(f, first, match.title);
    if (match.role == NAMES_HOLDER)
        name.kind = NAME_HOLDER; /* its treaty, if a provision follows */
    name.instrument = match.role == NAMES_HOLDER ? match.known : pacta_instrument_known(f->work, match.known);
    if (name.instrument == PACTA_NONE)
        return pacta_out_of_memory(f->work);
    if (name.noun + 1 == match.end && name.kind == NAME_KNOWN)
        name.end = behind_year(f, match.end);
    *taken = true;
    *next = name.end;
    return push_name(f, name);
}

/* ---- Titles ------------------------------------------------------------------------------ */

/* The words before the noun: the Outer Bank Agreement, the Quiet Harbours in
 * Winter Treaty. Only an article shows where one with small words begins. */
static uint32_t extend_back(const finder *f, uint32_t noun) {
    uint32_t first = run_before(f, noun), longer = first;
    if (first == noun)
        return first;
    for (uint32_t links = 0; links < LINK_RUN; links++) {
        if (longer < f->since + 2 || longer < f->passage_first + 2 || is_upper_word(f, longer - 1) ||
            !pacta_is(f->work, longer - 1, CLASS_TITLE_INNER))
            break;
        uint32_t run = run_before(f, longer - 1);
        if (run == longer - 1)
            break;
        longer = run;
    }
    uint32_t before = longer - 1;
    if (longer == f->passage_first && noun + 1 == f->passage_end)
        return longer; /* Surrender of Offenders Bill: a heading */
    if (longer == first || longer == f->passage_first)
        return first;
    if (pacta_cut_at(f->work, before)->kind == PACTA_TOKEN_NUMBER && before > f->passage_first)
        before--; /* the 1990 ... */
    return pacta_is(f->work, before, CLASS_DETERMINER) ? longer : first;
}

/* and Rule 9: another provision, no part of the title. */
static bool opens_citation(const finder *f, uint32_t token) {
    if (!pacta_is(f->work, token, CLASS_UNIT) || !pacta_is(f->work, token - 1, CLASS_LIST_JOINER) ||
        token + 1 >= f->passage_end)
        return false;
    uint8_t kind = pacta_cut_at(f->work, token + 1)->kind;
    return kind == PACTA_TOKEN_NUMBER || kind == PACTA_TOKEN_ROMAN;
}

/* Words behind the noun and its opener: Treaty on the Use of Quiet Harbours.
 * Small words count if capitals follow. */
static uint32_t extend_ahead(const finder *f, uint32_t noun) {
    uint32_t end = noun + 1, i = noun + 1, links = 0;
    const bool headline =
        f->passage_first == f->work->fold.passages.items[0].first_token &&
        !pacta_is_char(f->work, f->passage_end - 1, '.'); /* Pact on Lamps Comes into Force */
    if (i >= f->passage_end || !pacta_is(f->work, i, CLASS_TITLE_OPENER))
        return end;
    for (; i < f->passage_end && i - noun < NAME_TOKENS; i++) {
        const pacta_cut *cut = pacta_cut_at(f->work, i);
        if (is_name_word(f, i) && (cut->flags & TOKEN_SPACED) != 0 && !opens_citation(f, i) &&
            !(headline && pacta_is(f->work, i, CLASS_HEADLINE_VERB))) {
            end = i + 1;
            links = 0;
        } else if (end == i && ((cut->flags & TOKEN_CLITIC) != 0 || is_apostrophe(f, i))) {
            end = i + 1;
        } else if (is_word(f, i) && (cut->flags & TOKEN_UPPER) == 0 &&
                   pacta_is(f->work, i, CLASS_TITLE_LINK) && links < LINK_RUN) {
            links++;
        } else {
            break;
        }
    }
    while (end > noun + 1 &&
           ((pacta_cut_at(f->work, end - 1)->flags & TOKEN_CLITIC) != 0 || is_apostrophe(f, end - 1)))
        end--;
    return end;
}

/* The title of another instrument of the document that the words are part of:
 * the Forest Act, after the Forest Act 2018. */
static uint32_t find_short_form(const finder *f, const char *slug, size_t size) {
    const pacta_document *document = f->work->document;
    uint32_t count = document->instruments.count;
    for (uint32_t i = count; i-- > 0 && count - i <= SHORT_FORM_LOOK;) {
        uint32_t length;
        const char *other = pacta_title_slug(f->work, i, &length);
        if (strcmp(document->instruments.items[i].id, slug) == 0)
            return i;
        if (length > size && memcmp(other, slug, size) == 0 && other[size] == '-')
            return i;
    }
    return PACTA_NONE;
}

/* The words open the names of several instruments of the registry. */
static bool begins_many(const finder *f, uint32_t first, uint32_t end) {
    const pacta_registry *registry = &f->work->rules->registry;
    uint32_t node = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t lexeme = pacta_cut_at(f->work, i)->lexeme;
        if (lexeme == 0 || (node = pacta_registry_step(registry, node, lexeme)) == 0)
            return false;
    }
    return pacta_registry_only(registry, node) == PACTA_NONE;
}

static int name_title(finder *f, uint32_t first, uint32_t end, uint32_t noun) {
    const char *text = pacta_work_text(f->work) + pacta_cut_at(f->work, first)->begin;
    size_t size = pacta_cut_at(f->work, end - 1)->end - pacta_cut_at(f->work, first)->begin;
    char slug[SLUG_ROOM];
    size_t slug_size = pacta_slug(text, size, slug, sizeof slug);
    pacta_name name = {
        .first = first, .end = end, .noun = noun, .kind = NAME_TITLE, .instrument = PACTA_NONE};
    if (slug_size == f->own_size && memcmp(slug, f->own, slug_size) == 0) {
        name.kind = NAME_SELF;
        return push_name(f, name);
    }
    name.instrument = find_short_form(f, slug, slug_size);
    if (name.instrument == PACTA_NONE &&
        begins_many(f, first, behind_year(f, noun + 1) == end ? noun + 1 : end)) {
        name.kind = NAME_GENERIC; /* the Vienna Convention: which one, the text does not tell */
        name.noun = PACTA_NONE;
        return push_name(f, name);
    }
    if (name.instrument == PACTA_NONE)
        name.instrument = pacta_instrument_with(f->work, slug, slug_size, text, size, NULL);
    if (name.instrument == PACTA_NONE)
        return pacta_out_of_memory(f->work);
    return push_name(f, name);
}

/* The registry's instrument whose title begins with these words and no other
 * does. */
static uint32_t known_by_beginning(const finder *f, uint32_t first, uint32_t end) {
    const pacta_registry *registry = &f->work->rules->registry;
    uint32_t node = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t lexeme = pacta_cut_at(f->work, i)->lexeme;
        if (lexeme == 0 || (node = pacta_registry_step(registry, node, lexeme)) == 0)
            return PACTA_NONE;
    }
    return end - first < 4 ? PACTA_NONE : pacta_registry_only(registry, node);
}

/* The Vienna Convention of 1961, the 1961 Vienna Convention: the only one of the
 * registry whose title begins so and whose id ends in the year, or PACTA_NONE. */
static uint32_t known_by_year(const finder *f, uint32_t first, uint32_t end) {
    const pacta_registry *registry = &f->work->rules->registry;
    const char *text = pacta_work_text(f->work), *words = text + pacta_cut_at(f->work, first)->begin;
    const size_t size = pacta_cut_at(f->work, end - 1)->end - pacta_cut_at(f->work, first)->begin;
    uint32_t behind = behind_year(f, end), found = PACTA_NONE;
    uint32_t year = behind > end ? behind - 1 : first - (first > f->passage_first);
    if (!is_year(f, year))
        return PACTA_NONE;
    for (uint32_t i = 0; i < registry->known.count; i++) {
        const pacta_known *known = &registry->known.items[i];
        const char *dash = strrchr(known->id, '-');
        if (dash == NULL || strlen(dash) != 5 ||
            memcmp(dash + 1, text + pacta_cut_at(f->work, year)->begin, 4) != 0 ||
            strncmp(known->title, words, size) != 0)
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = i;
    }
    return found;
}

/* At a capitalised noun: a title around it, if there is one. */
static int take_title(finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    *taken = false;
    uint32_t first = extend_back(f, noun), end = extend_ahead(f, noun);
    bool headed = end == noun + 1; /* nothing behind the noun */
    if (headed && end < f->passage_end && is_upper_word(f, end) &&
        (pacta_cut_at(f->work, end)->flags & TOKEN_SPACED) != 0 && !pacta_is(f->work, end, CLASS_UNIT))
        return PACTA_OK; /* the Treaty Office */
    if (headed && end < f->passage_end && is_year(f, end) && first < noun)
        end++;
    if (first == noun && end == noun + 1)
        return PACTA_OK;
    uint32_t known = known_by_beginning(f, first, end);
    if (known == PACTA_NONE && begins_many(f, first, end))
        known = known_by_year(f, first, end);
    if (headed)
        end = behind_year(f, end);
    *taken = true;
    *next = end;
    if (known == PACTA_NONE)
        return name_title(f, first, end, noun);
    pacta_name name = {.first = first, .end = end, .noun = noun, .kind = NAME_KNOWN};
    name.instrument = pacta_instrument_known(f->work, known);
    return name.instrument == PACTA_NONE ? pacta_out_of_memory(f->work) : push_name(f, name);
}

/* ---- Nouns that stand for an instrument ---------------------------------------------------- */

/* the agreement, this Treaty, that Directive: what stands before the noun. */
static int take_generic(finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    *taken = false;
    const pacta_work *work = f->work;
    bool definite = false, self = false, last = false;
    for (uint32_t i = noun, steps = 0; i > f->passage_first && i > f->since && steps < 4; steps++) {
        i--;
        if (!is_word(f, i) && pacta_cut_at(f->work, i)->kind != PACTA_TOKEN_NUMBER)
            break;
        self = self || pacta_is(work, i, CLASS_SELF);
        last = last || pacta_is(work, i, CLASS_LAST_NAMED);
        bool owned = pacta_is(work, i, CLASS_POSSESSIVE) && is_upper_word(f, noun); /* its Statute */
        if (owned || pacta_is(work, i, CLASS_DEMONSTRATIVE) || pacta_is(work, i, CLASS_DETERMINER)) {
            definite = !pacta_is(work, i, CLASS_INDEFINITE);
            break;
        }
    }
    bool possessive =
        noun + 1 < f->passage_end && (pacta_cut_at(f->work, noun + 1)->flags & TOKEN_CLITIC) != 0;
    if (!definite && !self && !last && !possessive)
        return PACTA_OK;
    pacta_name name = {.first = noun, .end = noun + 1, .noun = noun, .instrument = PACTA_NONE};
    uint32_t run = run_before(f, noun);
    if (definite && run > f->passage_first && pacta_is(work, run - 1, CLASS_DETERMINER))
        name.first = run; /* the Korvin treaty */
    name.kind = self && !last ? NAME_SELF : NAME_GENERIC;
    name.last_named = last;
    *taken = true;
    *next = noun + 1;
    return push_name(f, name);
}

/* Nothing but capitals stands between the token and a noun of instruments. */
static bool stands_before_noun(const finder *f, uint32_t token) {
    uint32_t next = token + 1;
    while (next < f->passage_end && next - token < NAME_TOKENS && is_name_word(f, next) &&
           !pacta_is(f->work, next, CLASS_INSTRUMENT_NOUN))
        next++;
    return next < f->passage_end && pacta_is(f->work, next, CLASS_INSTRUMENT_NOUN);
}

/* Treaties (Scrutiny) Act: a noun, and another behind what is in brackets. */
static bool opens_bracketed(const finder *f, uint32_t token) {
    uint32_t close = token + 2;
    if (close >= f->passage_end || !pacta_is_char(f->work, token + 1, '(') || !is_upper_word(f, close))
        return false;
    while (close < f->passage_end && close - token < BRACKET_TOKENS && is_word(f, close))
        close++;
    return close + 1 < f->passage_end && pacta_is_char(f->work, close, ')') && is_upper_word(f, close + 1) &&
           pacta_is(f->work, close + 1, CLASS_INSTRUMENT_NOUN);
}

/* Treaties Act: a noun of another's title. */
static bool opens_another(const finder *f, uint32_t token) {
    uint32_t other = token + 1;
    return other < f->passage_end && is_upper_word(f, token) && is_upper_word(f, other) &&
           (pacta_cut_at(f->work, other)->flags & TOKEN_SPACED) != 0 &&
           pacta_is(f->work, other, CLASS_INSTRUMENT_NOUN) && !pacta_is(f->work, other, CLASS_UNIT);
}

static int take_noun(finder *f, uint32_t token, uint32_t *next, bool *taken) {
    *taken = false;
    bool noun = pacta_is(f->work, token, CLASS_INSTRUMENT_NOUN);
    if (!noun && !pacta_is(f->work, token, CLASS_GENERIC))
        return PACTA_OK;
    if (!noun && stands_before_noun(f, token))
        return PACTA_OK; /* the draft treaty, the draft Korvin Treaty: the treaty */
    if (noun && (opens_bracketed(f, token) || opens_another(f, token)))
        return PACTA_OK;
    if (token + 1 < f->passage_end && pacta_is(f->work, token, CLASS_UNIT)) {
        uint8_t kind = pacta_cut_at(f->work, token + 1)->kind;               /* Protocol II: a unit */
        bool titled = is_year(f, token + 1) && run_before(f, token) < token; /* the Fees Regulations 2019 */
        if ((kind == PACTA_TOKEN_NUMBER || kind == PACTA_TOKEN_ROMAN) && !titled)
            return PACTA_OK;
    }
    int status = PACTA_OK;
    if (noun && is_upper_word(f, token) && !is_in_capitals(f))
        status = take_title(f, token, next, taken);
    if (status == PACTA_OK && !*taken)
        status = take_generic(f, token, next, taken);
    return status;
}

/* ---- The stage ---------------------------------------------------------------------------------- */

/* A number stands before the token that no name has taken. */
static bool is_behind_number(const finder *f, uint32_t token) {
    return token > f->since && pacta_cut_at(f->work, token - 1)->kind == PACTA_TOKEN_NUMBER;
}

static int take_at(finder *f, pacta_definitions *definitions, uint32_t i, uint32_t *next) {
    pacta_work *work = f->work;
    bool taken = false;
    int status = PACTA_OK;
    if (pacta_has_sign(work, i, SIGN_UPPER) && definitions->count > 0) {
        if (is_behind_number(f, i)) /* the 1962 Agreement */
            status = pacta_take_defined(work, definitions, i - 1, f->passage_end, next, &taken);
        if (status == PACTA_OK && !taken)
            status = pacta_take_defined(work, definitions, i, f->passage_end, next, &taken);
    }
    if (status == PACTA_OK && !taken && pacta_triggers(work, i, RULE_INSTRUMENT))
        status = pacta_take_symbols(work, i, f->passage_end, next, &taken);
    if (taken)
        f->since = *next;
    if (status == PACTA_OK && !taken && *next == i + 1 && pacta_has_sign(work, i, SIGN_NAME)) {
        if (is_behind_number(f, i)) /* the 1970 UNESCO Convention */
            status = take_known(f, i - 1, next, &taken);
        if (status == PACTA_OK && !taken)
            status = take_known(f, i, next, &taken);
    }
    if (status == PACTA_OK && !taken && *next == i + 1 && pacta_has_sign(work, i, SIGN_NOUN))
        status = take_noun(f, i, next, &taken);
    if (status == PACTA_OK && !taken && pacta_triggers(work, i, RULE_NAMING))
        status = pacta_read_definition(work, definitions, i, next);
    return status;
}

static int find_in_passage(finder *f, pacta_definitions *definitions) {
    const uint32_t signs = 1u << RULE_INSTRUMENT | 1u << RULE_NAMING | SIGN_NAME | SIGN_NOUN;
    for (uint32_t i = f->passage_first, next;; i = next) {
        i = pacta_next_with(f->work, i, f->passage_end, definitions->count > 0 ? signs | SIGN_UPPER : signs);
        if (i == f->passage_end)
            return PACTA_OK;
        next = i + 1;
        int status = take_at(f, definitions, i, &next);
        if (status == PACTA_OK)
            status = pacta_report(f->work, pacta_cut_at(f->work, i)->end);
        if (status != PACTA_OK)
            return status;
    }
}

int pacta_find_instruments(pacta_work *work) {
    finder f = {.work = work};
    if (work->document->info.form == PACTA_FORM_TREATY && work->fold.passages.count > 0) {
        const pacta_passage *title = &work->fold.passages.items[0];
        f.own_size =
            pacta_slug(pacta_work_text(work) + title->begin, title->end - title->begin, f.own, sizeof f.own);
    }
    pacta_definitions definitions = {.count = 0};
    int status = PACTA_OK;
    work->names.count = work->titles.list.count = work->titles.slugs.count = 0;
    if (work->instrument_slot_count > 0)
        memset(work->instrument_slots, 0, work->instrument_slot_count * sizeof *work->instrument_slots);
    for (uint32_t p = 0; status == PACTA_OK && p < work->fold.passages.count; p++) {
        f.passage_first = f.since = work->fold.passages.items[p].first_token;
        f.passage_end = work->fold.passages.items[p].end_token;
        f.capitals = CAPITALS_UNKNOWN;
        status = find_in_passage(&f, &definitions);
    }
    return status == PACTA_OK ? pacta_unite_titles(work) : status;
}
