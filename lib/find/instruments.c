/* Names of instruments: of the registry, spelt out as a title, defined by the
 * text, or a noun that stands for one; resolutions and acts by their numbers. */
#include "core/slug.h"
#include "find/definitions.h"
#include "find/finder.h"
#include "find/symbols.h"
#include "find/unite.h"
#include <string.h>

enum { OWNER_WORDS = 3 };

/* ---- Nouns that stand for an instrument ---------------------------------------------------- */

/* Articles 3 and 4 of the treaty deal with lamps: a verb, behind a noun of its kind. */
static bool is_verb(const pacta_finder *f, uint32_t noun) {
    const pacta_work *work = f->work;
    return noun > f->passage_first && noun + 1 < f->passage_end && pacta_is(work, noun, CLASS_GENERIC) &&
           pacta_is(work, noun + 1, CLASS_PREPOSITION) && !pacta_is(work, noun + 1, CLASS_OF) &&
           (pacta_is(work, noun - 1, CLASS_INSTRUMENT_NOUN) || pacta_is(work, noun - 1, CLASS_WRITING));
}

/* said Bill Trask: who says so, and not what is spoken of. */
static bool is_said_by(const pacta_finder *f, uint32_t noun) {
    const pacta_work *work = f->work;
    return noun > f->passage_first && noun + 1 < f->passage_end && pacta_is(work, noun - 1, CLASS_CUE) &&
           pacta_is_upper_word(f, noun) && pacta_is_upper_word(f, noun + 1) &&
           !(noun - 1 > f->passage_first && pacta_is(work, noun - 2, CLASS_DETERMINER));
}

/* Article 3 of Monday's resolution: the token is the 's behind whose provision it is. */
static bool is_owner(const pacta_finder *f, uint32_t token) {
    uint32_t first = token;
    if ((pacta_cut_at(f->work, token)->flags & TOKEN_CLITIC) == 0)
        return false;
    while (first > f->passage_first && token - first < OWNER_WORDS && pacta_is_upper_word(f, first - 1))
        first--;
    return first < token && first > f->passage_first && pacta_is(f->work, first - 1, CLASS_PART_OF) &&
           pacta_is_of_provision(f, first - 1);
}

/* the agreement, this Treaty, that Directive: what stands before the noun. */
static int take_generic(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    *taken = false;
    const pacta_work *work = f->work;
    bool definite = false, indefinite = false, self = false, last = false;
    for (uint32_t i = noun, steps = 0; i > f->passage_first && i > f->since && steps < 4; steps++) {
        i--;
        if (!pacta_is_name_part(f, i) && pacta_cut_at(f->work, i)->kind != PACTA_TOKEN_NUMBER &&
            !is_owner(f, i))
            break;
        self = self || pacta_is(work, i, CLASS_SELF);
        last = last || pacta_is(work, i, CLASS_LAST_NAMED);
        bool owned =
            pacta_is(work, i, CLASS_POSSESSIVE) && /* its Statute; Article 5 of its founding treaty */
            (pacta_is_upper_word(f, noun) || (i > f->passage_first && pacta_is(work, i - 1, CLASS_PART_OF) &&
                                              pacta_is_of_provision(f, i - 1)));
        owned = owned || is_owner(f, i);
        if (owned || pacta_is(work, i, CLASS_DEMONSTRATIVE) || pacta_is(work, i, CLASS_DETERMINER)) {
            indefinite = pacta_is(work, i, CLASS_INDEFINITE);
            definite = !indefinite;
            break;
        }
    }
    bool possessive =
        noun + 1 < f->passage_end && (pacta_cut_at(f->work, noun + 1)->flags & TOKEN_CLITIC) != 0;
    if ((!definite && !self && !last && (!possessive || indefinite)) || is_said_by(f, noun) ||
        is_verb(f, noun))
        return PACTA_OK;
    pacta_name name = {.first = noun, .end = noun + 1, .noun = noun, .instrument = PACTA_NONE};
    if (noun + 2 < f->passage_end && pacta_is(work, noun + 1, CLASS_OF) &&
        pacta_is(work, noun + 2, CLASS_NOUN_TAIL)) {
        name.end = noun + 3;
        if (noun > f->passage_first + 2 && pacta_is_of_provision(f, noun - 2)) { /* rule 9 of the rules of */
            *taken = true;
            *next = name.end;
            return pacta_name_title(f, noun, name.end, noun);
        }
    }
    uint32_t run = pacta_run_before(f, noun);
    if (definite && run > f->passage_first && pacta_is(work, run - 1, CLASS_DETERMINER))
        name.first = run; /* the Korvin treaty */
    name.kind = self && !last ? NAME_SELF : NAME_GENERIC;
    name.last_named = last;
    *taken = true;
    *next = name.end;
    return pacta_push_name(f, name);
}

/* The noun of instruments that nothing but capitals stands before, from the token on; or
 * PACTA_NONE. */
static uint32_t noun_behind(const pacta_finder *f, uint32_t token) {
    uint32_t next = token + 1;
    while (next < f->passage_end && next - token < NAME_TOKENS && pacta_is_name_word(f, next) &&
           !pacta_is(f->work, next, CLASS_INSTRUMENT_NOUN))
        next++;
    return next < f->passage_end && pacta_is(f->work, next, CLASS_INSTRUMENT_NOUN) ? next : PACTA_NONE;
}

/* Treaties (Scrutiny) Act: a noun, and another behind what is in brackets. */
static bool opens_bracketed(const pacta_finder *f, uint32_t token) {
    uint32_t close = token + 2;
    if (close >= f->passage_end || !pacta_is_char(f->work, token + 1, '(') || !pacta_is_upper_word(f, close))
        return false;
    while (close < f->passage_end && close - token < BRACKET_TOKENS && pacta_is_name_part(f, close))
        close++;
    return close + 1 < f->passage_end && pacta_is_char(f->work, close, ')') &&
           pacta_is_upper_word(f, close + 1) && pacta_is(f->work, close + 1, CLASS_INSTRUMENT_NOUN);
}

/* Treaties Act, Treaty Scrutiny Act: a noun of another's title. */
static bool opens_another(const pacta_finder *f, uint32_t token) {
    const uint32_t other = pacta_is_upper_word(f, token) ? noun_behind(f, token) : PACTA_NONE;
    return other != PACTA_NONE && pacta_is_upper_word(f, other) &&
           (pacta_cut_at(f->work, token + 1)->flags & TOKEN_SPACED) != 0 &&
           (other == token + 1 ? !pacta_is(f->work, other, CLASS_UNIT)
                               : pacta_is(f->work, other, CLASS_NATIONAL) && other - token <= BRACKET_TOKENS);
}

/* BIT, MoU; and no bit, no sofa. */
static bool has_capitals(const pacta_finder *f, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(f->work, token);
    const char last = pacta_work_text(f->work)[cut->end - 1];
    return (cut->flags & TOKEN_CAPS) != 0 || ((cut->flags & TOKEN_UPPER) != 0 && last >= 'A' && last <= 'Z');
}

/* The Orla–Vend BIT, of which "the BIT" goes on to speak. */
static int take_acronym(pacta_finder *f, uint32_t token, uint32_t *next, bool *taken) {
    if (!has_capitals(f, token) || pacta_is_in_capitals(f))
        return PACTA_OK;
    const uint32_t first = pacta_run_before(f, token);
    if (first < token && !pacta_is(f->work, token - 1, CLASS_NAME_PREFIX)) {
        *taken = true;
        *next = pacta_behind_year(f, token + 1);
        return pacta_name_title(f, first, *next, token);
    }
    return take_generic(f, token, next, taken);
}

/* the Institute of Sea Law, a Professor of Public Law: what is studied there, and no text. */
static bool is_field(const pacta_finder *f, uint32_t noun) {
    const pacta_work *work = f->work;
    if (!pacta_is(work, noun, CLASS_FIELD) || !pacta_is_upper_word(f, noun))
        return false;
    const uint32_t first = pacta_run_before(f, noun);
    return first > f->passage_first + 1 && pacta_is(work, first - 1, CLASS_OF) &&
           (pacta_is(work, first - 2, CLASS_ORGANISATION) || pacta_is(work, first - 2, CLASS_PERSON_NOUN) ||
            pacta_is(work, first - 2, CLASS_PERSON_TITLE));
}

/* the Framework for the Defence of Orla: more than the noun tells that it is a title. */
static bool opens_full_title(const pacta_finder *f, uint32_t noun) {
    enum { TITLED = 2 };
    const pacta_work *work = f->work;
    const uint32_t next =
        noun + 2 + (noun + 2 < f->passage_end && pacta_is(work, noun + 2, CLASS_DETERMINER));
    return pacta_word_of(work, noun)->value == TITLED && noun > f->passage_first && next < f->passage_end &&
           !pacta_is_upper_word(f, noun - 1) && pacta_is(work, noun + 1, CLASS_TITLE_OPENER) &&
           pacta_is_upper_word(f, next);
}

/* The Ferries (Hours of Rest) Order 1996: a title, as Acts have. */
static bool is_titled_order(const pacta_finder *f, uint32_t token) {
    return pacta_is(f->work, token, CLASS_NUMBERED) && pacta_is_upper_word(f, token) &&
           token > f->passage_first && token + 1 < f->passage_end && pacta_is_year(f->work, token + 1) &&
           (pacta_is_char(f->work, token - 1, ')') || pacta_is_name_word(f, token - 1));
}

static int take_noun(pacta_finder *f, uint32_t token, uint32_t *next, bool *taken) {
    *taken = false;
    if (pacta_is(f->work, token, CLASS_NOUN_ACRONYM))
        return take_acronym(f, token, next, taken);
    bool noun = pacta_is(f->work, token, CLASS_INSTRUMENT_NOUN);
    if ((noun || pacta_is(f->work, token, CLASS_NUMBERED)) && !pacta_is(f->work, token, CLASS_UNIT)) {
        const int status = pacta_take_numbered(f, token, next, taken);
        if (status != PACTA_OK || *taken)
            return status;
        if (!noun && is_titled_order(f, token))
            return pacta_take_title(f, token, next, taken);
    }
    if (pacta_is(f->work, token, CLASS_CITED_ONLY) && pacta_is_upper_word(f, token))
        return opens_full_title(f, token) ? pacta_take_title(f, token, next, taken)
                                          : pacta_take_cited_only(f, token, next, taken);
    if (!noun && !pacta_is(f->work, token, CLASS_GENERIC))
        return PACTA_OK;
    const int status_of_draft = noun ? PACTA_OK : pacta_take_draft(f, token, next, taken);
    if (status_of_draft != PACTA_OK || *taken)
        return status_of_draft;
    if (!noun && noun_behind(f, token) != PACTA_NONE)
        return PACTA_OK; /* the draft treaty, the draft Korvin Treaty: the treaty */
    if (noun && (opens_bracketed(f, token) || is_field(f, token)))
        return PACTA_OK;
    if (token + 1 < f->passage_end && pacta_is(f->work, token, CLASS_UNIT)) {
        uint8_t kind = pacta_cut_at(f->work, token + 1)->kind; /* Protocol II: a unit */
        bool titled = pacta_is_year(f->work, token + 1) &&
                      pacta_run_before(f, token) < token; /* the Fees Regulations 2019 */
        if ((kind == PACTA_TOKEN_NUMBER || kind == PACTA_TOKEN_ROMAN) && !titled)
            return PACTA_OK;
    }
    int status = PACTA_OK;
    if (noun && pacta_is_upper_word(f, token))
        status = pacta_take_member(f, token, next, taken);
    if (status != PACTA_OK || *taken)
        return status;
    if (noun && pacta_is_upper_word(f, token) && !pacta_is_in_capitals(f))
        status = pacta_take_title(f, token, next, taken);
    else if (noun && !pacta_is(f->work, token, CLASS_NATIONAL))
        status = pacta_take_pair(f, token, next, taken);
    if (status == PACTA_OK && noun && !*taken && pacta_is(f->work, token, CLASS_NATIONAL))
        status = pacta_take_owned(f, token, next, taken);
    if (status == PACTA_OK && !*taken)
        status = take_generic(f, token, next, taken);
    return status;
}

/* ---- The one of two ------------------------------------------------------------------------- */

/* Article 4 of the latter: only behind a number, so that it is an instrument's. */
static int take_contrasted(pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    const uint32_t end = token + 1;
    if (work->document->info.form == PACTA_FORM_TREATY || token < f->passage_first + 3 ||
        !pacta_is(work, token - 1, CLASS_DETERMINER) || !pacta_is_of_provision(f, token - 2) ||
        (end < f->passage_end && (pacta_is_upper_word(f, end) || pacta_is(work, end, CLASS_INSTRUMENT_NOUN))))
        return PACTA_OK;
    return pacta_push_name(f, (pacta_name){.first = token,
                                           .end = end,
                                           .noun = PACTA_NONE,
                                           .instrument = PACTA_NONE,
                                           .kind = NAME_CONTRASTED});
}

/* ---- The stage ---------------------------------------------------------------------------------- */

/* A number stands before the token that no name has taken. */
static bool is_behind_number(const pacta_finder *f, uint32_t token) {
    return token > f->since && pacta_cut_at(f->work, token - 1)->kind == PACTA_TOKEN_NUMBER;
}

/* Common Position 2008/944/CFSP, which the text may go on to call the Common Position. */
static int take_symbols(pacta_finder *f, pacta_definitions *definitions, uint32_t token, uint32_t *next,
                        bool *taken) {
    pacta_span called = {0, 0};
    const int status = pacta_take_symbols(f->work, token, f->passage_end, next, taken, &called);
    return status == PACTA_OK && called.end > called.begin ? pacta_define(f->work, definitions, called)
                                                           : status;
}

static int take_at(pacta_finder *f, pacta_definitions *definitions, uint32_t i, uint32_t *next) {
    pacta_work *work = f->work;
    bool taken = false;
    int status = PACTA_OK;
    const bool noun = pacta_has_sign(work, i, SIGN_NOUN), another = noun && opens_another(f, i);
    if (pacta_has_sign(work, i, SIGN_UPPER) && definitions->count > 0 && !another &&
        !(noun && pacta_is_of_deed(f, i)) &&
        !(noun && pacta_has_sign(work, i, SIGN_NAME) && pacta_is_known_at_length(f, i))) {
        if (is_behind_number(f, i)) /* the 1962 Agreement */
            status = pacta_take_defined(work, definitions, i - 1, f->passage_end, next, &taken);
        if (status == PACTA_OK && !taken)
            status = pacta_take_defined(work, definitions, i, f->passage_end, next, &taken);
    }
    if (status == PACTA_OK && !taken && pacta_triggers(work, i, RULE_INSTRUMENT))
        status = take_symbols(f, definitions, i, next, &taken);
    if (taken)
        f->since = *next;
    if (status == PACTA_OK && !taken && *next == i + 1 && pacta_has_sign(work, i, SIGN_NAME)) {
        if (is_behind_number(f, i)) /* the 1970 UNESCO Convention */
            status = pacta_take_known(f, i - 1, next, &taken);
        if (status == PACTA_OK && !taken)
            status = pacta_take_known(f, i, next, &taken);
    }
    if (status == PACTA_OK && !taken && *next == i + 1 && noun && !another)
        status = take_noun(f, i, next, &taken);
    if (status == PACTA_OK && taken)
        status = pacta_read_meaning(work, definitions, f->passage_first);
    if (status == PACTA_OK && !taken && pacta_has_sign(work, i, SIGN_CONTRASTED))
        status = take_contrasted(f, i);
    if (status == PACTA_OK && !taken && pacta_has_sign(work, i, 1u << RULE_NAMING | 1u << RULE_ACRONYM))
        status = pacta_read_definition(work, definitions, i, next);
    return status;
}

static int find_in_passage(pacta_finder *f, pacta_definitions *definitions) {
    const uint32_t signs = 1u << RULE_INSTRUMENT | 1u << RULE_NAMING | 1u << RULE_ACRONYM | SIGN_NAME |
                           SIGN_NOUN | SIGN_CONTRASTED;
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
    pacta_finder f = {.work = work};
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
    if (status == PACTA_OK)
        status = pacta_unite_instruments(work, &definitions);
    if (status == PACTA_OK)
        pacta_tell_years(work);
    return status;
}
