/* Titles that the registry lacks: capitals around a noun of instruments. */
#include "core/slug.h"
#include "find/finder.h"
#include <string.h>

enum { LINK_RUN = 4, SHORT_FORM_LOOK = 64, LIST_ITEMS = 6, MADE_BEFORE = 8 };

bool pacta_is_of_deed(const pacta_finder *f, uint32_t noun) {
    return noun >= f->since + 2 && noun >= f->passage_first + 2 && pacta_is(f->work, noun, CLASS_GENERIC) &&
           pacta_is(f->work, noun - 1, CLASS_PART_OF) && pacta_is(f->work, noun - 2, CLASS_DEED) &&
           (pacta_cut_at(f->work, noun - 2)->flags & TOKEN_UPPER) != 0;
}

/* The words before the noun: the Outer Bank Agreement, the Quiet Harbours in
 * Winter Treaty. Only an article shows where one with small words begins. */
static uint32_t extend_back(const pacta_finder *f, uint32_t noun) {
    uint32_t first = pacta_run_before(f, noun), longer = first;
    if (first == noun)
        return pacta_is_of_deed(f, noun) ? noun - 2 : first;
    for (uint32_t links = 0; links < LINK_RUN; links++) {
        if (longer < f->since + 2 || longer < f->passage_first + 2 || pacta_is_upper_word(f, longer - 1) ||
            !pacta_is(f->work, longer - 1, CLASS_TITLE_INNER))
            break;
        uint32_t run = pacta_run_before(f, longer - 1);
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
static bool opens_citation(const pacta_finder *f, uint32_t token) {
    if (!pacta_is(f->work, token, CLASS_UNIT) || !pacta_is(f->work, token - 1, CLASS_LIST_JOINER) ||
        token + 1 >= f->passage_end)
        return false;
    uint8_t kind = pacta_cut_at(f->work, token + 1)->kind;
    return kind == PACTA_TOKEN_NUMBER || kind == PACTA_TOKEN_ROMAN;
}

/* and the Treaty on Masts, and the Masts Treaty: another title. */
static bool opens_title(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    uint32_t word = token + 2;
    if (word >= f->passage_end || !pacta_is(work, token, CLASS_LIST_JOINER) ||
        !(pacta_is(work, token + 1, CLASS_DETERMINER) || pacta_is(work, token + 1, CLASS_POSSESSIVE)))
        return false;
    while (word < f->passage_end && word - token < NAME_TOKENS && pacta_is_name_word(f, word) &&
           !pacta_is(work, word, CLASS_INSTRUMENT_NOUN))
        word++;
    return word < f->passage_end && pacta_is_upper_word(f, word) &&
           pacta_is(work, word, CLASS_INSTRUMENT_NOUN);
}

/* with respect to Taxes, in relation to Taxes: small words that lead on to what titles go on with. */
static bool leads_to_matter(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    return token + 3 < f->passage_end && pacta_is(work, token, CLASS_PREPOSITION) &&
           pacta_cut_at(work, token + 1)->kind == PACTA_TOKEN_WORD &&
           (pacta_is(work, token + 2, CLASS_PREPOSITION) || pacta_is(work, token + 2, CLASS_INFINITIVE)) &&
           pacta_is_upper_word(f, token + 3) && pacta_is(work, token + 3, CLASS_TITLE_MATTER);
}

/* Where the capitalised words from `token` on end. */
static uint32_t run_behind(const pacta_finder *f, uint32_t token) {
    const uint32_t first = token;
    while (token < f->passage_end && token - first < NAME_TOKENS && pacta_is_name_word(f, token))
        token++;
    return token;
}

/* [Treaty on Peace], Trade and Navigation: where the list ends that goes on at the comma, or
 * the comma if none does. */
static uint32_t list_end(const pacta_finder *f, uint32_t comma) {
    const pacta_work *work = f->work;
    for (uint32_t at = comma, items = 0; items < LIST_ITEMS; items++) {
        at += pacta_is_char(work, at, ',');
        const bool last = pacta_is(work, at, CLASS_LIST_JOINER);
        const uint32_t end = run_behind(f, at + last);
        if (end == at + last || end >= f->passage_end)
            return last && end > at + last ? end : comma;
        if (last) /* but: the Pact on Nets, or Orla Pact */
            return pacta_is(work, end - 1, CLASS_INSTRUMENT_NOUN) ? comma : end;
        if (!pacta_is_char(work, end, ',') && !pacta_is(work, end, CLASS_LIST_JOINER))
            return comma;
        at = end;
    }
    return comma;
}

/* What the list behind the comma names belongs to the title: in quotation marks; where the title
 * needs a verb that stands behind the list; or where no clause can end at the comma (Under the
 * Treaty on Rivers, Orla and Vend ...), nor begin behind it (Orla and Vend said). */
static bool is_list_of_title(const pacta_finder *f, uint32_t noun, uint32_t end) {
    const pacta_work *work = f->work;
    const uint32_t first = work->sentences.items[pacta_sentence_of(work, noun)].first;
    if (end < f->passage_end && pacta_cut_at(work, end)->kind == PACTA_TOKEN_QUOTE)
        return true;
    if (end < f->passage_end && pacta_is(work, end, CLASS_CUE))
        return false;
    const uint32_t run = pacta_run_before(f, noun), article = run - (run > f->passage_first);
    const bool governed = article > f->passage_first && pacta_is(work, article - 1, CLASS_PREPOSITION);
    if (pacta_is(work, article, CLASS_DETERMINER) && article > first && !governed)
        return true;
    return !pacta_is(work, first, CLASS_PREPOSITION) && !pacta_is(work, first, CLASS_CLAUSE_OPENER) &&
           !(end < f->passage_end && pacta_is(work, end, CLASS_FINITE));
}

/* They signed the Treaty on Nets: it is told where, perhaps. */
static bool is_being_made(const pacta_finder *f, uint32_t noun) {
    for (uint32_t i = noun; i > f->passage_first && noun - i < MADE_BEFORE; i--)
        if (pacta_is(f->work, i - 1, CLASS_MAKING))
            return true;
    return false;
}

/* on Friday, last week, on 3 May */
static bool says_when(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    token += token < f->passage_end && pacta_is(work, token, CLASS_PREPOSITION);
    if (token + 1 >= f->passage_end)
        return token < f->passage_end && pacta_is(work, token, CLASS_WEEKDAY);
    return pacta_is(work, token, CLASS_WEEKDAY) || pacta_is(work, token, CLASS_MONTH) ||
           pacta_is(work, token + 1, CLASS_TIME) ||
           (pacta_cut_at(work, token)->kind == PACTA_TOKEN_NUMBER && pacta_is(work, token + 1, CLASS_MONTH));
}

/* at the Orla ministerial; signed the Pact on Nets at Orla, or in Orla on Friday */
static bool opens_venue(const pacta_finder *f, uint32_t noun, uint32_t token) {
    const pacta_work *work = f->work;
    if (!pacta_is(work, token, CLASS_VENUE))
        return false;
    if (pacta_word_of(work, token)->value != 2)
        return pacta_is(work, token + 1, CLASS_DETERMINER) || is_being_made(f, noun);
    return token + 2 < f->passage_end && pacta_is_upper_word(f, token + 1) &&
           !pacta_is(work, token + 1, CLASS_REGION) && says_when(f, token + 2) && is_being_made(f, noun);
}

/* They took the Concordat of Little Orsk | to the Council: behind the name of a place. */
static bool leads_away(const pacta_finder *f, uint32_t noun, uint32_t token) {
    const pacta_work *work = f->work;
    if (!pacta_is(work, token, CLASS_INFINITIVE) || !pacta_is(work, noun + 1, CLASS_PART_OF) ||
        pacta_cut_at(work, token - 1)->lexeme != 0 || token + 2 >= f->passage_end ||
        !pacta_is(work, token + 1, CLASS_DETERMINER))
        return false;
    const uint32_t end = run_behind(f, token + 2);
    return !pacta_is(work, end - 1, CLASS_INSTRUMENT_NOUN) && pacta_is_upper_word(f, token + 2);
}

/* Words behind the noun and its opener: Treaty on the Use of Quiet Harbours.
 * Small words count if capitals follow. */
static uint32_t extend_ahead(const pacta_finder *f, uint32_t noun) {
    uint32_t end = noun + 1, i = noun + 1, links = 0, venue = PACTA_NONE, before = PACTA_NONE;
    const bool headline =
        f->passage_first == f->work->fold.passages.items[0].first_token &&
        !pacta_is_char(f->work, f->passage_end - 1, '.'); /* Pact on Lamps Comes into Force */
    if (i >= f->passage_end || !(pacta_is(f->work, i, CLASS_TITLE_OPENER) || leads_to_matter(f, i)))
        return end;
    for (; i < f->passage_end && i - noun < NAME_TOKENS; i++) {
        const pacta_cut *cut = pacta_cut_at(f->work, i);
        if (pacta_is_name_word(f, i) && (cut->flags & TOKEN_SPACED) != 0 && !opens_citation(f, i) &&
            !(headline && pacta_is(f->work, i, CLASS_HEADLINE_VERB))) {
            end = i + 1;
            links = 0;
        } else if (end == i && pacta_joins_names(f, i)) {
            end = i + 2;
            i++;
        } else if (end == i && ((cut->flags & TOKEN_CLITIC) != 0 || pacta_is_plural_mark(f, i))) {
            end = i + 1;
        } else if (end == i && i > noun + 2 && leads_away(f, noun, i)) {
            break;
        } else if (end == i && leads_to_matter(f, i)) {
            i += 2;
        } else if (pacta_is_name_part(f, i) && (cut->flags & TOKEN_UPPER) == 0 &&
                   pacta_is(f->work, i, CLASS_TITLE_LINK) && links < LINK_RUN && !opens_title(f, i)) {
            if (opens_venue(f, noun, i)) {
                venue = i;
                before = end;
            }
            links++;
        } else if (links > 0 && (cut->flags & TOKEN_UPPER) != 0 && pacta_is(f->work, i, CLASS_POSSESSIVE)) {
            links++; /* across Their Life Cycle */
        } else if (end == i && pacta_is_char(f->work, i, ',')) {
            const uint32_t behind = list_end(f, i);
            if (behind == i || !is_list_of_title(f, noun, behind))
                break;
            end = behind;
            i = behind - 1;
        } else {
            break;
        }
    }
    const bool goes_on = venue != PACTA_NONE && end < f->passage_end && pacta_is_name_part(f, end) &&
                         pacta_word_of(f->work, end)->signs == 0 &&
                         !pacta_is(f->work, end, CLASS_PREPOSITION);
    if (venue != PACTA_NONE && end > venue && before > noun + 1 &&
        (goes_on || !pacta_is(f->work, venue + 1, CLASS_DETERMINER)))
        end =
            before; /* the Protocol on Cables [at the Orla ministerial]; signed the Pact on Nets [at Orla] */
    while (end > noun + 1 &&
           ((pacta_cut_at(f->work, end - 1)->flags & TOKEN_CLITIC) != 0 || pacta_is_plural_mark(f, end - 1)))
        end--;
    return end;
}

/* No 1/95, No. 44-FZ: where the number behind the noun ends, or `token` where there is none. */
static uint32_t behind_number(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    uint32_t at = token;
    if (at + 1 >= f->passage_end || !pacta_is(work, at, CLASS_NUMERO))
        return token;
    at += 1 + pacta_is_char(work, at + 1, '.');
    if (at >= f->passage_end || pacta_cut_at(work, at)->kind != PACTA_TOKEN_NUMBER)
        return token;
    for (at++; at + 1 < f->passage_end && (pacta_is_char(work, at, '/') || pacta_is_dash(work, at));
         at += 2) {
        const pacta_cut *sign = pacta_cut_at(work, at), *next = sign + 1;
        if (((sign->flags | next->flags) & TOKEN_SPACED) != 0 ||
            (next->kind != PACTA_TOKEN_NUMBER && (next->flags & TOKEN_UPPER) == 0))
            break;
    }
    return at;
}

/* No. 37 [(2020)] */
static uint32_t behind_bracketed_year(const pacta_finder *f, uint32_t end) {
    return end + 2 < f->passage_end && pacta_is_char(f->work, end, '(') && pacta_is_year(f->work, end + 1) &&
                   pacta_is_char(f->work, end + 2, ')')
               ? end + 3
               : end;
}

/* general comment [No. 37]: small words that make a name with a number. */
static bool is_general(const pacta_finder *f, uint32_t noun) {
    enum { GENERAL = 2 };
    return pacta_word_of(f->work, noun)->value == GENERAL && pacta_is(f->work, noun, CLASS_NUMBERED) &&
           noun > f->passage_first && pacta_is(f->work, noun - 1, CLASS_GENERAL);
}

/* Federal Law No. 44-FZ, Procedural Order No. 3, general comment No. 37 (2020): by its number, and
 * not by what it is on. */
int pacta_take_numbered(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    const uint32_t end = behind_number(f, noun + 1);
    const bool general = is_general(f, noun);
    *taken = end > noun + 1 && (general || pacta_is_upper_word(f, noun));
    if (!*taken)
        return PACTA_OK;
    *next = general ? behind_bracketed_year(f, end) : pacta_behind_year(f, end);
    return pacta_name_title(f, general ? noun - 1 : pacta_run_before(f, noun), *next, noun);
}

/* The title of another instrument of the document that the words are part of:
 * the Forest Act, after the Forest Act 2018. */
static uint32_t find_short_form(const pacta_finder *f, const char *slug, size_t size) {
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

/* The Third Convention, after the Third Geneva Convention: by the two words, and others
 * between them. */
static bool has_outer_words(const pacta_work *work, const pacta_name *name, uint32_t first, uint32_t end) {
    return end == first + 2 && (name->kind == NAME_KNOWN || name->kind == NAME_TITLE) &&
           name->end >= name->first + 3 && pacta_same_word(work, name->first, first) &&
           pacta_same_word(work, name->end - 1, end - 1);
}

/* The European Convention, after the European Convention on Nets: by the words, and others
 * behind them. */
static bool begins_with(const pacta_work *work, const pacta_name *name, uint32_t first, uint32_t end) {
    return pacta_is_linked(name) && name->end - name->first > end - first &&
           pacta_same_words(work, name->first, first, end - first);
}

/* The only instrument that was named before by a name that the words are short for. */
static uint32_t find_named(const pacta_finder *f, uint32_t first, uint32_t end,
                           bool (*is_longer)(const pacta_work *, const pacta_name *, uint32_t, uint32_t)) {
    const pacta_work *work = f->work;
    uint32_t found = PACTA_NONE;
    for (uint32_t i = work->names.count; i-- > 0 && work->names.count - i <= SHORT_FORM_LOOK;) {
        const pacta_name *name = &work->names.items[i];
        if (!is_longer(work, name, first, end))
            continue;
        if (found != PACTA_NONE && found != name->instrument)
            return PACTA_NONE;
        found = name->instrument;
    }
    return found;
}

/* The words open the names of several instruments of the registry. */
static bool begins_many(const pacta_finder *f, uint32_t first, uint32_t end) {
    uint32_t node = pacta_node_behind(f->work, 0, first, end);
    return node != 0 && pacta_registry_only(&f->work->rules->registry, node) == PACTA_NONE;
}

/* The words begin the document's own title, which is longer. */
static bool begins_own(const pacta_finder *f, const char *slug, size_t size) {
    return f->own_size > size && f->own[size] == '-' && memcmp(slug, f->own, size) == 0;
}

/* The present Articles of Agreement; or the Articles of Agreement, where these words begin
 * the document's own title. */
static bool is_own_deed(const pacta_finder *f, uint32_t first, uint32_t noun, const char *slug, size_t size) {
    if (first + 2 != noun || !pacta_is_of_deed(f, noun))
        return false;
    return (first > f->passage_first && pacta_is(f->work, first - 1, CLASS_SELF)) ||
           begins_own(f, slug, size);
}

/* The Treaty of Calm, in the Treaty of Calm with Orla that names the Treaty of Calm with
 * Velland: short for that one's title, and for the document's own. */
static bool is_own_as_well(const pacta_finder *f, uint32_t instrument, const char *slug, size_t size) {
    uint32_t length = 0;
    if (instrument != PACTA_NONE)
        pacta_title_slug(f->work, instrument, &length);
    return length > size && begins_own(f, slug, size);
}

int pacta_name_title(pacta_finder *f, uint32_t first, uint32_t end, uint32_t noun) {
    const char *text = pacta_work_text(f->work) + pacta_cut_at(f->work, first)->begin;
    size_t size = pacta_cut_at(f->work, end - 1)->end - pacta_cut_at(f->work, first)->begin;
    char slug[SLUG_ROOM];
    size_t slug_size = pacta_slug(text, size, slug, sizeof slug);
    pacta_name name = {
        .first = first, .end = end, .noun = noun, .kind = NAME_TITLE, .instrument = PACTA_NONE};
    const bool own = slug_size == f->own_size && memcmp(slug, f->own, slug_size) == 0;
    const bool self = own || is_own_deed(f, first, noun, slug, slug_size);
    const uint32_t whole = self ? PACTA_NONE : find_short_form(f, slug, slug_size);
    if (self || is_own_as_well(f, whole, slug, slug_size)) {
        name.kind = NAME_SELF;
        return pacta_push_name(f, name);
    }
    name.instrument = whole;
    if (name.instrument == PACTA_NONE)
        name.instrument = find_named(f, first, end, has_outer_words);
    if (name.instrument == PACTA_NONE)
        name.instrument = find_named(f, first, end, begins_with);
    if (name.instrument == PACTA_NONE &&
        begins_many(f, first, pacta_behind_year(f, noun + 1) == end ? noun + 1 : end)) {
        name.kind = NAME_GENERIC; /* the Vienna Convention: which one, the text does not tell */
        name.noun = PACTA_NONE;
        return pacta_push_name(f, name);
    }
    if (name.instrument == PACTA_NONE)
        name.instrument = pacta_instrument_with(f->work, slug, slug_size, text, size, NULL);
    if (name.instrument == PACTA_NONE)
        return pacta_out_of_memory(f->work);
    if (noun + 1 == end && noun > first + 1 &&
        (pacta_is(f->work, noun - 1, CLASS_CHAPTERED) || pacta_is(f->work, noun - 2, CLASS_CHAPTERED)))
        f->work->titles.list.items[name.instrument].chaptered = true; /* the Orla Free Trade Agreement */
    return pacta_push_name(f, name);
}

/* The registry's instrument whose title begins with these words and no other
 * does. */
static uint32_t known_by_beginning(const pacta_finder *f, uint32_t first, uint32_t end) {
    uint32_t node = end - first < 4 ? 0 : pacta_node_behind(f->work, 0, first, end);
    return node == 0 ? PACTA_NONE : pacta_registry_only(&f->work->rules->registry, node);
}

/* The Vienna Convention of 1961, the 1961 Vienna Convention: the only one of the
 * registry whose title begins so and whose id ends in the year, or PACTA_NONE. */
static uint32_t known_by_year(const pacta_finder *f, uint32_t first, uint32_t end) {
    const pacta_registry *registry = &f->work->rules->registry;
    const char *text = pacta_work_text(f->work), *words = text + pacta_cut_at(f->work, first)->begin;
    const size_t size = pacta_cut_at(f->work, end - 1)->end - pacta_cut_at(f->work, first)->begin;
    uint32_t behind = pacta_behind_year(f, end), found = PACTA_NONE;
    uint32_t year = behind > end ? behind - 1 : first - (first > f->passage_first);
    if (!pacta_is_year(f->work, year))
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

/* The Optional Protocol to the Covenant, in a text that has named the International Covenant
 * on Nets: the registry's protocol to that, or PACTA_NONE. */
static uint32_t known_protocol(const pacta_finder *f, uint32_t first, uint32_t end) {
    const pacta_work *work = f->work;
    const pacta_registry *registry = &work->rules->registry;
    const uint32_t noun = end - 1; /* of the parent */
    const uint32_t node = end < first + 4 || !pacta_is(work, noun, CLASS_INSTRUMENT_NOUN) ||
                                  !pacta_is(work, noun - 1, CLASS_DETERMINER)
                              ? 0
                              : pacta_node_behind(f->work, 0, first, noun);
    for (uint32_t i = work->names.count; node != 0 && i-- > 0 && work->names.count - i <= SHORT_FORM_LOOK;) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind != NAME_KNOWN || name->noun == PACTA_NONE || !pacta_same_word(work, name->noun, noun))
            continue;
        const uint32_t whole = pacta_node_behind(f->work, node, name->first, name->end);
        if (whole != 0 && registry->nodes.items[whole].first != 0)
            return pacta_registry_only(registry, whole);
    }
    return PACTA_NONE;
}

/* The registry has an instrument of this name; its year told that another is meant. */
static bool is_name_of_known(const pacta_finder *f, uint32_t first, uint32_t end) {
    const uint32_t node = pacta_node_behind(f->work, 0, first, end);
    return node != 0 && f->work->rules->registry.nodes.items[node].first != 0;
}

/* Article 9 (Miscellaneous Rules): what the article is about. */
static bool is_gloss(const pacta_finder *f, uint32_t first, uint32_t end) {
    return first > f->passage_first + 1 && end < f->passage_end && pacta_is_char(f->work, first - 1, '(') &&
           pacta_is_char(f->work, end, ')') &&
           (pacta_cut_at(f->work, first - 2)->kind == PACTA_TOKEN_NUMBER ||
            pacta_cut_at(f->work, first - 2)->kind == PACTA_TOKEN_ROMAN);
}

/* At a capitalised noun: a title around it, if there is one. */
int pacta_take_title(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    *taken = false;
    uint32_t first = extend_back(f, noun), end = extend_ahead(f, noun);
    bool headed = end == noun + 1; /* nothing behind the noun */
    if (headed && end < f->passage_end && pacta_is_upper_word(f, end) &&
        (pacta_cut_at(f->work, end)->flags & TOKEN_SPACED) != 0 && !pacta_is(f->work, end, CLASS_UNIT))
        return PACTA_OK; /* the Treaty Office */
    if (headed && end < f->passage_end && pacta_is(f->work, end, CLASS_ORGANISATION) &&
        (pacta_cut_at(f->work, end)->flags & TOKEN_UPPER) == 0)
        return PACTA_OK; /* the Lamp Charter secretariat */
    if (headed && end < f->passage_end && pacta_is_year(f->work, end) && first < noun)
        end++;
    else if (headed && first < noun && pacta_is(f->work, noun, CLASS_NATIONAL) && end + 1 < f->passage_end &&
             pacta_is_char(f->work, end, ',') && pacta_is_year(f->work, end + 1))
        end += 2; /* the Extradition Act, 1974 */
    if ((first == noun && end == noun + 1) || is_gloss(f, first, end))
        return PACTA_OK;
    uint32_t known = known_by_beginning(f, first, end);
    if (known == PACTA_NONE && begins_many(f, first, end))
        known = known_by_year(f, first, end);
    if (known == PACTA_NONE && !headed)
        known = known_protocol(f, first, end);
    if (headed || is_name_of_known(f, first, end)) /* Treaty of Paris of 1856, and no other */
        end = pacta_behind_year(f, end);
    *taken = true;
    *next = end;
    if (known == PACTA_NONE)
        return pacta_name_title(f, first, end, noun);
    pacta_name name = {.first = first, .end = end, .noun = noun, .kind = NAME_KNOWN};
    name.instrument = pacta_instrument_known(f->work, known);
    return name.instrument == PACTA_NONE ? pacta_out_of_memory(f->work) : pacta_push_name(f, name);
}
