#include "phrases/phrases.h"
#include "phrases/words.h"

enum { PHRASE_TOKENS = 14, CHAIN = 4, BRACKET = 8, SHOUTED = 3 };

/* ---- References --------------------------------------------------------------- */

uint32_t pacta_reference_behind(const pacta_work *work, uint32_t offset) {
    const pacta_document *document = work->document;
    uint32_t index = pacta_steps_at(&work->reference_steps, offset, document->references.count);
    while (index < document->references.count && document->references.items[index].span.end <= offset)
        index++;
    return index;
}

uint32_t pacta_reference_before(const pacta_work *work, uint32_t offset) {
    uint32_t index = pacta_reference_behind(work, offset);
    return index == 0 ? PACTA_NONE : index - 1;
}

uint32_t pacta_reference_in(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end)
        return PACTA_NONE;
    uint32_t index = pacta_reference_behind(work, pacta_cut_at(work, first)->begin);
    const pacta_document *document = work->document;
    return index < document->references.count &&
                   document->references.items[index].span.begin < pacta_cut_at(work, end - 1)->end
               ? index
               : PACTA_NONE;
}

pacta_phrase pacta_reference_phrase(const pacta_work *work, uint32_t reference) {
    pacta_span span = work->document->references.items[reference].span;
    return (pacta_phrase){pacta_token_at(work, span.begin), pacta_token_at(work, span.end - 1) + 1};
}

/* ---- Leftwards ------------------------------------------------------------------ */

bool pacta_joins_name(const pacta_work *work, uint32_t token, uint32_t low) {
    if (pacta_is_char(work, token, '&') || pacta_is_char(work, token, '@'))
        return true;
    if (pacta_is_dash(work, token))
        return token > low && pacta_is_capital(work, token - 1) &&
               (pacta_is_capital(work, token + 1) ||
                pacta_cut_at(work, token + 1)->kind == PACTA_TOKEN_NUMBER) && /* the G-7 statement */
               (pacta_cut_at(work, token)->flags & TOKEN_SPACED) == 0 &&
               (pacta_cut_at(work, token + 1)->flags & TOKEN_SPACED) == 0;
    if (!pacta_is_char(work, token, '.') || token <= low)
        return false;
    const pacta_cut *before = pacta_cut_at(work, token - 1);
    bool numbered = pacta_is(work, token - 1, CLASS_NUMBER_ABBREVIATION) && /* Act No. 7 */
                    pacta_cut_at(work, token + 1)->kind == PACTA_TOKEN_NUMBER;
    return numbered || pacta_is(work, token - 1, CLASS_ABBREVIATION) ||
           pacta_is(work, token - 1, CLASS_PERSON_TITLE) ||
           (before->end - before->begin == 1 && (before->flags & TOKEN_UPPER) != 0);
}

/* Where the bracket that `token` closes opens, if it is a short one. */
static uint32_t bracket_begin(const pacta_work *work, uint32_t low, uint32_t token) {
    char open = pacta_is_char(work, token, ')') ? '(' : '<'; /* Orla Oil (Ltd.), Orla Oil <OO> */
    for (uint32_t i = token; i-- > low && token - i < BRACKET;)
        if (pacta_is_char(work, i, open))
            return i;
    return PACTA_NONE;
}

/* The word names whom or what the next one serves: an acronym, or a capital that no preposition leads
 * and that opens its sentence. */
static bool opens_service(const pacta_work *work, uint32_t token) {
    const uint8_t flags = pacta_cut_at(work, token)->flags;
    return pacta_is_capital(work, token) && (flags & (TOKEN_CAPS | TOKEN_FIRST)) != 0 &&
           (token == 0 || !pacta_is(work, token - 1, CLASS_PREPOSITION));
}

/* "...," curator Olle Brandt said, WSO botanist Olle Brandt said: what somebody is, in a word of no
 * list. */
static bool opens_role(const pacta_work *work, uint32_t token, uint32_t end) {
    if (token < 1 || end - token < 3 || !pacta_is_open_word(work, token) ||
        !pacta_phrase_is_name(work, (pacta_phrase){token + 1, end}))
        return false;
    token -= pacta_is(work, token - 1, CLASS_DETERMINER) && token > 1 ? 2 : 1;
    return pacta_cut_at(work, token)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, token, ',') ||
           opens_service(work, token);
}

/* May the word at `token` stand before [token + 1, end), within one phrase? */
static bool extends_left(const pacta_work *work, uint32_t token, uint32_t end) {
    uint32_t next = token + 1;
    if (next == end || pacta_is_clitic(work, token) || pacta_is_clitic(work, next))
        return true;
    if (pacta_is_capital(work, token))
        return true;
    if (pacta_is(work, token, CLASS_NAME_PARTICLE))
        return pacta_is_capital(work, next);
    if (pacta_cut_at(work, token)->kind == PACTA_TOKEN_NUMBER && token > 0 &&
        (pacta_is(work, token - 1, CLASS_DETERMINER) || pacta_is(work, next, CLASS_MONTH)))
        return true; /* the 14th Amendment; your report of 2 May */
    if (pacta_is_capital(work, next) && next + 1 < end && pacta_is_clitic(work, next + 1) &&
        !pacta_names_role(work, token))
        return false; /* during the talks | Orla's envoys */
    if (!pacta_is_capital(work, end - 1) && token > 0 && pacta_opens_phrase(work, token - 1))
        return true; /* an unnamed Orlan trader */
    /* a small word before a name: trade minister Olle Brandt */
    return !pacta_is_capital(work, next) || pacta_names_role(work, token) || opens_role(work, token, end);
}

/* First Minister, Second Secretary: an ordinal that belongs to a title. */
static bool is_rank(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_ORDINAL) && pacta_is(work, token + 1, CLASS_PERSON_TITLE) &&
           (pacta_cut_at(work, token)->flags & pacta_cut_at(work, token + 1)->flags & TOKEN_UPPER) != 0;
}

/* The writing, the warning: no participle behind an article. */
static bool is_verbal_noun(const pacta_work *work, uint32_t low, uint32_t token) {
    return token > low && pacta_is(work, token, CLASS_CUE_PARTICIPLE) &&
           pacta_is(work, token - 1, CLASS_DETERMINER);
}

/* and holding signs: a participle, and no adjective of theirs. */
static bool opens_participle(const pacta_work *work, uint32_t low, uint32_t token) {
    return token > low && (pacta_cut_at(work, token)->flags & TOKEN_UPPER) == 0 &&
           (pacta_is(work, token - 1, CLASS_LIST_JOINER) || pacta_is_char(work, token - 1, ',')) &&
           pacta_ends_as(work, token, CLASS_PRESENT_ENDING);
}

/* a clause that lawyers call; said that lawyers call: no "that lawyer". */
static bool is_conjunction(const pacta_work *work, uint32_t low, uint32_t token) {
    return token > low && pacta_is_that(work, token) &&
           (pacta_is_open_word(work, token - 1) || pacta_is_verb(work, token - 1));
}

/* LAMPS GO OUT IN ORLA The mayor: capitals that run on into the text. */
static bool ends_headline(const pacta_work *work, uint32_t low, uint32_t token, uint32_t end) {
    if (token + 1 >= end || token < low + SHOUTED - 1 ||
        (pacta_cut_at(work, token + 1)->flags & TOKEN_CAPS) != 0)
        return false;
    for (uint32_t i = token + 1; i-- + SHOUTED > token + 1;)
        if ((pacta_cut_at(work, i)->flags & TOKEN_CAPS) == 0)
            return false;
    return true;
}

/* The innermost phrase that ends before `end`; its first token. */
static uint32_t core_begin(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t first = end;
    while (first > low && end - first < PHRASE_TOKENS) {
        uint32_t token = first - 1;
        if (pacta_is_char(work, token, ')') || pacta_is_char(work, token, '>')) {
            uint32_t bracket = bracket_begin(work, low, token);
            if (bracket == PACTA_NONE)
                break;
            first = bracket;
            continue;
        }
        if (pacta_joins_name(work, token, low)) {
            first = token;
            continue;
        }
        if (first < end && (is_conjunction(work, low, token) || opens_participle(work, low, token)))
            break;
        if (pacta_opens_phrase(work, token) && first < end) {
            bool article = token > low && pacta_is(work, token - 1, CLASS_DETERMINER);
            first = token - article; /* the other side */
            break;
        }
        if (ends_headline(work, low, token, end))
            break;
        if (token > low && pacta_is_joined_number(work, token - 1)) { /* the 92-year-old [keeper] */
            first = token - 1;
            continue;
        }
        bool part = pacta_is_clitic(work, token) || pacta_is_capital(work, token) ||
                    pacta_is_open_word(work, token) || pacta_is(work, token, CLASS_NAME_PARTICLE) ||
                    is_rank(work, token) || is_verbal_noun(work, low, token);
        if (!part || !extends_left(work, token, end))
            break;
        first = token;
    }
    while (first < end && !pacta_is_char(work, first, '@') &&
           (!pacta_is_word(work, first) || pacta_is_clitic(work, first))) /* yesterday's report */
        first++;
    if (first > low && first + 2 < end && pacta_is(work, first, CLASS_MONTH) && /* In June | Ana Ruiz */
        pacta_is(work, first - 1, CLASS_PREPOSITION))
        first++;
    return first;
}

pacta_phrase pacta_without_article(const pacta_work *work, pacta_phrase phrase) {
    if (phrase.first + 1 < phrase.end && pacta_is_definite(work, phrase.first))
        phrase.first++;
    return phrase;
}

bool pacta_phrase_is_name(const pacta_work *work, pacta_phrase phrase) {
    uint32_t capitals = 0;
    bool body = false; /* the Court of Orla */
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        bool organisation = pacta_is(work, i, CLASS_ORGANISATION), role = pacta_names_role(work, i);
        body = organisation ? pacta_is(work, i + 1, CLASS_OF) : body && !role && !pacta_is_clitic(work, i);
        capitals += pacta_is_capital(work, i) && !organisation && !body;
        if (pacta_is_clitic(work, i) || organisation)
            capitals = 0;
    }
    return capitals >= 2 && pacta_is_capital(work, phrase.end - 1);
}

bool pacta_phrase_has_office(const pacta_work *work, pacta_phrase phrase) {
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (pacta_is(work, i, CLASS_PERSON_NOUN) || pacta_is(work, i, CLASS_PERSON_TITLE))
            return true;
    return false;
}

bool pacta_phrase_has_role(const pacta_work *work, pacta_phrase phrase) {
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (pacta_names_role(work, i))
            return true;
    return false;
}

/* The phrase that ends before `end` names a provision or an instrument. */
static pacta_phrase cited_until(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t reference = pacta_reference_in(work, end - 1, end);
    if (reference != PACTA_NONE)
        return pacta_reference_phrase(work, reference);
    uint32_t name = pacta_name_until(work, end);
    if (name != PACTA_NONE && work->names.items[name].first >= low)
        return (pacta_phrase){work->names.items[name].first, end};
    return (pacta_phrase){end, end};
}

bool pacta_phrase_is_body(const pacta_work *work, pacta_phrase phrase) {
    return pacta_has(work, phrase.first, phrase.end, CLASS_ORGANISATION);
}

/* A source within the central Harbour Ministry: the article and adjective
 * before the name, where a role is joined to it; how many words they are. */
static uint32_t adjective_before(const pacta_work *work, uint32_t low, uint32_t first) {
    bool joined = first >= low + 4 && pacta_is_open_word(work, first - 1) &&
                  (pacta_cut_at(work, first - 1)->flags & TOKEN_UPPER) == 0 &&
                  pacta_is(work, first - 2, CLASS_DETERMINER) && pacta_is(work, first - 3, CLASS_NOUN_LINK) &&
                  (pacta_names_role(work, first - 4) || pacta_is_capital(work, first - 4));
    return joined ? 2 : 0; /* Ana Ruiz of the brokerage Orla Vend */
}

/* A name that is whole without what "of" or "for" join to it. */
static bool is_name_of_one(const pacta_work *work, pacta_phrase head) {
    uint32_t last = head.end - 1;
    if (head.end - head.first == 1 && pacta_is_open_word(work, head.end + 1) &&
        (pacta_cut_at(work, head.end + 1)->flags & TOKEN_UPPER) == 0)
        return false; /* Protection of data */
    return pacta_is_capital(work, last) && !pacta_phrase_is_body(work, head) &&
           !pacta_is(work, last, CLASS_PERSON_TITLE) && /* President of Orla Ana Ruiz */
           !(pacta_is(work, last, CLASS_PERSON_NOUN) && /* and no Ada Driver of Orla */
             (pacta_names_role(work, head.first) || !pacta_phrase_is_name(work, head))) &&
           !pacta_is(work, last, CLASS_PARTITIVE) &&      /* Part of the text */
           !pacta_is(work, head.first, CLASS_DETERMINER); /* the Defence of the Realm */
}

/* the editor of [Orla News in Vend]: what stands before the name is told of with it. */
static bool is_of_somebody(const pacta_work *work, uint32_t low, uint32_t name) {
    return name > low + 1 && pacta_is(work, name - 1, CLASS_NOUN_LINK) &&
           (pacta_names_role(work, name - 2) || pacta_is(work, name - 2, CLASS_ORGANISATION));
}

static bool follows_be(const pacta_work *work, uint32_t token) {
    return token > 0 && (pacta_is(work, token - 1, CLASS_BE) || pacta_is(work, token - 1, CLASS_AUXILIARY));
}

/* A body named after two: the Court of Orla and Vend. Its first word, or `core`. */
static uint32_t across_and(const pacta_work *work, uint32_t low, uint32_t core) {
    if (core < low + 4 || !pacta_is(work, core - 1, CLASS_LIST_JOINER) || !pacta_is_capital(work, core - 2) ||
        !pacta_is_capital(work, core))
        return core;
    uint32_t name = core_begin(work, low, core - 1);
    if (name < low + 2 || !pacta_is(work, name - 1, CLASS_OF))
        return core;
    pacta_phrase head = {core_begin(work, low, name - 1), name - 1};
    return pacta_phrase_is_body(work, head) ? name : core;
}

/* Party leader and Prime Minister Olle Brandt, who is both. */
static uint32_t across_roles(const pacta_work *work, uint32_t low, uint32_t core, uint32_t end) {
    pacta_phrase name = {core, end};
    if (core >= end || core < low + 2 || !pacta_is(work, core - 1, CLASS_LIST_JOINER) ||
        !pacta_names_role(work, core - 2) || pacta_is(work, core, CLASS_DETERMINER) ||
        !pacta_phrase_has_role(work, name) || !pacta_phrase_is_name(work, name))
        return core;
    uint32_t other = core_begin(work, low, core - 1);
    return pacta_is(work, other, CLASS_DETERMINER) ? core : other;
}

pacta_phrase pacta_phrase_core(const pacta_work *work, uint32_t low, uint32_t end) {
    pacta_phrase core = {end, end};
    if (end > low)
        core.first = core_begin(work, low, end);
    return core.first < end ? pacta_without_article(work, core) : core;
}

/* one of them, several of us */
static bool is_some_of_them(const pacta_work *work, uint32_t low, uint32_t end) {
    return end >= low + 3 && pacta_is(work, end - 1, CLASS_PRONOUN_OBJECT) &&
           pacta_is(work, end - 2, CLASS_NOUN_LINK) &&
           (pacta_is(work, end - 3, CLASS_PARTITIVE) || pacta_is(work, end - 3, CLASS_NUMERAL));
}

/* At the hearing [counsel for Orla]: where a role without an article begins that a link leads on from,
 * or `core`. */
static uint32_t bare_role_in(const pacta_work *work, pacta_phrase whole, uint32_t core) {
    for (uint32_t i = core; i-- > whole.first + 1;)
        if (pacta_is(work, i, CLASS_PERSON_NOUN) && pacta_is(work, i + 1, CLASS_NOUN_LINK) &&
            !pacta_opens_phrase(work, i - 1))
            return i;
    return core;
}

pacta_phrase pacta_phrase_ending(const pacta_work *work, uint32_t low, uint32_t end) {
    pacta_phrase none = {end, end};
    if (end <= low)
        return none;
    pacta_phrase cited = cited_until(work, low, end);
    if (cited.first < cited.end && !pacta_is_clitic(work, cited.first - (cited.first > 0)))
        return cited;
    bool counted = end > low + 1 && pacta_is(work, end - 2, CLASS_DETERMINER) && /* the second thought */
                   (pacta_is(work, end - 1, CLASS_ORDINAL) || pacta_is(work, end - 1, CLASS_NUMERAL));
    if (counted || pacta_is(work, end - 1, CLASS_PRONOUN))
        return (pacta_phrase){end - 1, end};
    if (is_some_of_them(work, low, end))
        return (pacta_phrase){end - 3, end};
    uint32_t core = across_roles(work, low, across_and(work, low, core_begin(work, low, end)), end);
    if (core == end || pacta_is_clitic(work, end - 1) || pacta_opens_phrase(work, end - 1))
        return none;
    pacta_phrase whole = {core, end};
    for (unsigned n = 0; n < CHAIN && whole.first > low; n++) {
        whole.first -= adjective_before(work, low, whole.first);
        uint32_t link = whole.first - 1;
        if (!pacta_is(work, link, CLASS_NOUN_LINK) || link <= low || pacta_says_time(work, link - 1))
            break;
        pacta_phrase head = {core_begin(work, low, link), link};
        if (head.first == head.end &&
            (pacta_is(work, link - 1, CLASS_PARTITIVE) ||
             (pacta_is(work, link - 1, CLASS_PRONOUN) && pacta_is(work, link - 1, CLASS_SOMEBODY) &&
              !pacta_ends_as(work, end - 1, CLASS_PAST_ENDING))))
            head.first--; /* one of the judges, somebody in the council */
        if (head.first == head.end)
            break;
        if (head.end - head.first == 1 && follows_be(work, head.first)) /* was drafted by Ana Ruiz */
            break;
        if (is_name_of_one(work, head) &&
            !is_of_somebody(work, low, head.first)) /* Ruta Svenn of the league */
            return pacta_without_article(work, head);
        whole.first = head.first;
    }
    if (whole.first > low && pacta_is(work, whole.first - 1, CLASS_PREPOSITION))
        whole.first = bare_role_in(work, whole, core); /* at the end of the talks the mayor */
    return pacta_without_article(work, whole);
}
