/* Cues: which words report, who their subject is, and what follows them. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { BACK_REACH = 70, READING = 5, SENTENCE = 7, APPOSITION = 12, QUOTED_NAME = 8, CLAUSE = 24 };

static bool is_reference(const pacta_attribution *a, pacta_phrase p) {
    return pacta_reference_in(a->work, p.first, p.end) != PACTA_NONE;
}

bool pacta_is_cited(const pacta_attribution *a, pacta_phrase p) {
    return p.first < p.end && (is_reference(a, p) || pacta_name_until(a->work, p.end) != PACTA_NONE ||
                               pacta_is(a->work, p.end - 1, CLASS_GENERIC) ||
                               pacta_is(a->work, p.end - 1, CLASS_INSTRUMENT_NOUN) ||
                               pacta_is_provision_sign(a->work, p.end - 1));
}

/* Verbs are small, or all capitals in a headline; a capital is a name's. */
bool pacta_is_small(const pacta_attribution *a, uint32_t token) {
    return (pacta_cut_at(a->work, token)->flags & (TOKEN_UPPER | TOKEN_CAPS)) != TOKEN_UPPER;
}

/* written, behind no "has": somebody's work, and no report */
static bool lacks_auxiliary(const pacta_attribution *a, uint32_t token) {
    if (!pacta_is(a->work, token, CLASS_CUE_PERFECT))
        return false;
    uint32_t before = token;
    while (before > a->low && pacta_is(a->work, before - 1, CLASS_ADVERB))
        before--;
    const bool impersonal = before > a->low + 1 && pacta_is(a->work, before - 1, CLASS_BE) &&
                            pacta_is(a->work, before - 2, CLASS_NEUTER); /* it is written */
    return before == a->low ||
           !(impersonal || pacta_is(a->work, before - 1, CLASS_AUXILIARY) ||
             pacta_is_clitic(a->work, before - 1) || pacta_is(a->work, before - 1, CLASS_PRONOUN));
}

/* every member state: a noun, since one does not do what several do; until then, the pact
 * says, states "shall" try. */
static bool is_compound(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    if (pacta_is(work, token, CLASS_NOUN_LIKE) && token >= a->low + 2 &&
        pacta_is_char(work, token - 1, ',') && pacta_is(work, token - 2, CLASS_CUE))
        return true;
    return pacta_is(work, token, CLASS_PLURAL_VERB) && token >= a->low + 2 &&
           pacta_is(work, token - 2, CLASS_SINGULAR) && pacta_is_small(a, token - 1) &&
           pacta_is_open_word(work, token - 1);
}

/* her third claim was */
static bool is_counted_noun(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_NOUN_LIKE) && token > a->low &&
           pacta_is(a->work, token - 1, CLASS_ORDINAL) && pacta_is(a->work, token + 1, CLASS_BE);
}

/* A verb that reports what its subject says, whatever stands around it. */
bool pacta_is_saying(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_CUE) && pacta_is_small(a, token) && !lacks_auxiliary(a, token) &&
           !is_compound(a, token) && !is_counted_noun(a, token) &&
           !pacta_is(a->work, token + 1, CLASS_MODAL); /* those admitted must */
}

/* The same, or one that reports only where a quotation belongs to it. */
bool pacta_is_reporting(const pacta_attribution *a, uint32_t token) {
    return pacta_is_saying(a, token) ||
           ((pacta_is(a->work, token, CLASS_CUE_WEAK) || pacta_is(a->work, token, CLASS_CUE_TEXT)) &&
            pacta_is_small(a, token));
}

static bool is_pronoun(const pacta_attribution *a, pacta_phrase p) {
    return p.end - p.first == 1 && pacta_is(a->work, p.first, CLASS_PRONOUN);
}

/* The study reports "For each ...": whole sentences stand behind verbs. */
static bool leads_in_sentence(const pacta_attribution *a, uint32_t verb) {
    uint32_t mark = verb + 1;
    if (mark < a->first && pacta_is_char(a->work, mark, ','))
        mark++;
    return mark == a->first && a->end - a->first >= SENTENCE &&
           (pacta_cut_at(a->work, a->first + 1)->flags & TOKEN_UPPER) != 0;
}

/* A word that is a noun as well ("states", "claims") is a verb only behind a
 * subject that cannot be its adjective. */
static bool fits_noun_like(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, verb, CLASS_NOUN_LIKE) || leads_in_sentence(a, verb) ||
        pacta_cut_at(work, subject.end - 1)->kind == PACTA_TOKEN_NUMBER) /* the decision of 2027 states */
        return true;
    if (pacta_is(work, verb + 1, CLASS_NEUTER) || pacta_is(work, verb + 1, CLASS_PRONOUN_OBJECT))
        return true;                                                  /* the party calls it */
    if (pacta_reference_in(work, verb + 1, verb + 2) != PACTA_NONE || /* the committee calls Article 9, */
        (pacta_is(work, verb + 1, CLASS_DETERMINER) && pacta_phrase_is_body(work, subject))) /* the deal */
        return true;
    const uint32_t before = subject.first - (subject.first > a->low);
    const uint32_t link = before - (before > a->low && pacta_is(work, before, CLASS_DETERMINER));
    if (link < subject.first && pacta_is(work, link, CLASS_LINK) && subject.end == verb)
        return true;                 /* as the premier claims */
    if (a->comma && verb > a->end && /* "...," the hawks reply. */
        (verb + 1 >= a->high || pacta_cut_at(work, verb + 1)->kind == PACTA_TOKEN_SYMBOL))
        return true;
    uint32_t last = subject.end - 1;
    bool speaks = is_pronoun(a, subject) && !pacta_is(work, last, CLASS_QUANTIFIER) &&
                  !pacta_is(work, last, CLASS_NUMERAL) && !pacta_is(work, last, CLASS_PARTITIVE);
    bool bare = subject.end - subject.first == 1 && !pacta_is_capital(work, last) && /* member states */
                !pacta_is(work, last, CLASS_PEOPLE) && subject.first > a->low &&
                !pacta_opens_phrase(work, subject.first - 1);
    bool located = pacta_is(work, last, CLASS_PLACE) && subject.first > a->low && /* the Orla talks */
                   pacta_is(work, subject.first - 1, CLASS_DETERMINER);
    bool person = pacta_is(work, last, CLASS_PERSON_NOUN) || pacta_is(work, subject.first, CLASS_PERSON_NOUN);
    return speaks || pacta_is(work, last, CLASS_ORDINAL) || pacta_is(work, last, CLASS_WRITING) ||
           pacta_is_cited(a, subject) || (person && !bare) ||
           ((pacta_cut_at(a->work, last)->flags & TOKEN_UPPER) != 0 && !located &&
            (!pacta_is(work, verb + 1, CLASS_OF) || /* Orla talks in May; but: Ana Ruiz finds in it */
             (pacta_is(work, verb + 1, CLASS_LOCATION) && pacta_phrase_is_name(work, subject))));
}

/* It, they; the letter, the announcement; but: what the letter leaves out is [Article 4]. */
static bool stands_for_text(const pacta_attribution *a, pacta_phrase subject) {
    uint32_t last = subject.end - 1, before = subject.first - (subject.first > a->low);
    before -= before > a->low && pacta_is(a->work, before, CLASS_DETERMINER);
    if (before < subject.first && pacta_is(a->work, before, CLASS_MANNER))
        return false;
    return pacta_is(a->work, last, CLASS_WRITING) ||
           (is_pronoun(a, subject) &&
            (pacta_is(a->work, last, CLASS_NEUTER) || pacta_is(a->work, last, CLASS_PLURAL)));
}

/* The notice read, in part, "...": whatever has words can be read. */
static bool reads_quotation(const pacta_attribution *a, uint32_t verb) {
    return pacta_is(a->work, verb, CLASS_CUE_READING) && (verb >= a->end || a->first - verb <= READING);
}

/* Article 5, the "inner" exception, which allows: what the noun before the
 * relative tells more of. */
static bool find_apposed(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject) {
    const pacta_work *work = a->work;
    uint32_t relative = pacta_verb_begin(work, low, verb);
    if (relative < a->low + 3 || !pacta_is(work, relative - 1, CLASS_SUBJECT_RELATIVE) ||
        !pacta_is_char(work, relative - 2, ','))
        return false;
    for (uint32_t i = relative - 2; i-- > a->low + 1 && relative - i < APPOSITION;) {
        const uint32_t cited = pacta_reference_in(work, i, i + 1);
        if (cited != PACTA_NONE &&
            pacta_is(work, i + 1, CLASS_PREPOSITION)) { /* Article 6 of it with Vend, which */
            *subject = pacta_reference_phrase(work, cited);
            return true;
        }
        if (pacta_is_verb(work, i) || pacta_is(work, i, CLASS_BE) || pacta_is_char(work, i, ';'))
            return false;
        if (!pacta_is_char(work, i, ','))
            continue;
        uint32_t reference = pacta_reference_in(work, i - 1, i);
        if (reference != PACTA_NONE)
            *subject = pacta_reference_phrase(work, reference);
        return reference != PACTA_NONE;
    }
    return false;
}

/* The words between the quotation marks at both tokens are a name: all with capitals, but
 * for small ones between them. */
static bool is_quoted_name(const pacta_attribution *a, uint32_t open, uint32_t close) {
    const pacta_work *work = a->work;
    if (close < open + 2 || close - open > QUOTED_NAME || !pacta_is_capital(work, open + 1) ||
        !pacta_is_word(work, close - 1))
        return false;
    for (uint32_t i = open + 1; i < close; i++)
        if (pacta_is_open_word(work, i) && (pacta_cut_at(work, i)->flags & TOKEN_UPPER) == 0)
            return false;
    return true;
}

uint32_t pacta_quoted_name_begin(const pacta_attribution *a, uint32_t low, uint32_t end) {
    const pacta_work *work = a->work;
    if (end < low + 4 || pacta_cut_at(work, end - 1)->kind != PACTA_TOKEN_QUOTE)
        return end;
    uint32_t open = end - 2;
    while (open > low && end - open <= QUOTED_NAME && pacta_cut_at(work, open)->kind != PACTA_TOKEN_QUOTE)
        open--;
    return open > low && pacta_cut_at(work, open)->kind == PACTA_TOKEN_QUOTE &&
                   pacta_is(work, open - 1, CLASS_ORGANISATION) && is_quoted_name(a, open, end - 1)
               ? open
               : end;
}

uint32_t pacta_quoted_name_end(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    if (token + 2 >= a->high || token == 0 || pacta_cut_at(work, token)->kind != PACTA_TOKEN_QUOTE ||
        !pacta_is(work, token - 1, CLASS_ORGANISATION))
        return token;
    uint32_t close = token + 1;
    while (close < a->high && close - token < QUOTED_NAME &&
           pacta_cut_at(work, close)->kind != PACTA_TOKEN_QUOTE)
        close++;
    return close < a->high && pacta_cut_at(work, close)->kind == PACTA_TOKEN_QUOTE &&
                   is_quoted_name(a, token, close)
               ? close + 1
               : token;
}

/* The newspaper "Morning Tide" reports: a body, and what it is called. */
static bool find_named_body(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject) {
    const uint32_t begin = pacta_verb_begin(a->work, a->low, verb);
    const uint32_t open = pacta_quoted_name_begin(a, a->low, begin);
    if (open == begin)
        return false;
    *subject = pacta_phrase_ending(a->work, a->low, open);
    const bool found = subject->first < subject->end;
    subject->end = begin;
    return found;
}

/* Article 2, the heart of the pact, reads; Article 2, where the trouble lies, reads: what the
 * sentence begins with, and commas set off what more is told of it. */
static bool find_told_of(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject) {
    const pacta_work *work = a->work;
    const uint32_t close = pacta_verb_begin(work, a->low, verb);
    if (close < a->low + 4 || !pacta_is_char(work, close - 1, ','))
        return false;
    uint32_t open = close - 2;
    while (open > a->low && close - open < APPOSITION && !pacta_is_char(work, open, ','))
        open--;
    const bool tells_more = pacta_is(work, open + 1, CLASS_DETERMINER) ||
                            pacta_is(work, open + 1, CLASS_CLAUSE_OPENER) ||
                            pacta_is(work, open + 1, CLASS_PHRASE_STOP);
    const uint32_t reference =
        pacta_is_char(work, open, ',') && tells_more ? pacta_reference_in(work, open - 1, open) : PACTA_NONE;
    if (reference == PACTA_NONE)
        return false;
    *subject = pacta_reference_phrase(work, reference);
    return subject->end == open && subject->first <= a->low + 1;
}

/* what | critics called "a trap"; but what sailors call "the Line" is a term */
static pacta_phrase behind_what(const pacta_work *work, pacta_phrase p, uint32_t verb) {
    for (uint32_t i = pacta_is(work, verb, CLASS_PAST_NAMING) ? p.end : p.first; i-- > p.first + 1;)
        if (pacta_is(work, i - 1, CLASS_MANNER) && pacta_is(work, i - 1, CLASS_MUTE))
            return (pacta_phrase){i, p.end};
    return p;
}

/* The subject of the reporting verb, if it is one that can say things. */
bool pacta_find_subject(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject) {
    bool text = pacta_is(a->work, verb, CLASS_CUE_TEXT) && !pacta_is_saying(a, verb) &&
                !pacta_is(a->work, verb, CLASS_CUE_WEAK) && !reads_quotation(a, verb);
    if (find_named_body(a, verb, subject) || find_told_of(a, verb, subject))
        return true;
    *subject = behind_what(a->work, pacta_phrase_before(a->work, low, verb), verb);
    if (is_pronoun(a, *subject) && subject->end + 1 == verb && pacta_is_char(a->work, subject->end, ','))
        return false; /* may take it to him, provided that */
    if (!pacta_can_speak(a->work, *subject))
        return text && find_apposed(a, low, verb, subject);
    if (!fits_noun_like(a, verb, *subject))
        return false;
    return !text || pacta_is_cited(a, *subject) || stands_for_text(a, *subject) ||
           find_apposed(a, low, verb, subject);
}

/* the envoy, Ana Ruiz, said: what she is and who, in one, as in "envoy Ana Ruiz". */
static pacta_phrase with_role(const pacta_attribution *a, pacta_phrase name) {
    const pacta_work *work = a->work;
    const uint32_t late = name.first >= a->low + 3 && pacta_is(work, name.first - 2, CLASS_DETERMINER) &&
                                  pacta_is_small(a, name.first - 1)
                              ? 2
                              : 0; /* my aunt, the late Ana Ruiz, */
    const uint32_t comma = name.first - late - (name.first > late);
    if (comma <= a->low || !pacta_is_char(work, comma, ',') || !pacta_is_char(work, name.end, ',') ||
        !pacta_is_capital(work, name.end - 1))
        return name;
    const pacta_phrase role = pacta_phrase_ending(work, a->low, comma);
    if (role.first >= role.end || role.end != comma || !pacta_phrase_has_office(work, role) ||
        pacta_phrase_is_name(work, role) || !pacta_names_role(work, role.end - 1))
        return name;
    const bool owned = pacta_is(work, role.first, CLASS_POSSESSIVE); /* her brother, Olle, */
    if (!(owned || pacta_phrase_is_name(work, name)))
        return name;
    uint32_t before = role.first;
    before -= before > a->low && pacta_is(work, before - 1, CLASS_DETERMINER);
    const bool begins = before == a->low || !pacta_is_word(work, before - 1) ||
                        pacta_is(work, before - 1, CLASS_SENTENCE_JOINER);
    return begins ? (pacta_phrase){role.first, name.end} : name;
}

/* said its envoy, Ana Ruiz: likewise. */
static pacta_phrase with_name(const pacta_attribution *a, pacta_phrase role) {
    const pacta_work *work = a->work;
    if (role.first >= role.end || role.end + 2 >= a->high || !pacta_is_char(work, role.end, ',') ||
        !pacta_phrase_has_office(work, role) || pacta_phrase_is_name(work, role))
        return role;
    const pacta_phrase name = pacta_phrase_from(work, role.end + 1, a->high);
    const bool goes_on = name.end < a->high && (pacta_is(work, name.end, CLASS_LIST_JOINER) ||
                                                pacta_is_saying(a, name.end)); /* , TASS reported */
    return name.first == role.end + 1 && pacta_phrase_is_name(work, name) && !goes_on
               ? (pacta_phrase){role.first, name.end}
               : role;
}

bool pacta_settle(pacta_attribution *a, pacta_phrase subject, uint32_t first, uint32_t end) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    if (subject.first < subject.end && subject.end < first + CLAUSE)
        subject = with_role(a, with_name(a, subject));
    if (!pacta_set_source(a, &quotation->source, subject))
        return false;
    if (end > first)
        quotation->cue =
            (pacta_span){pacta_cut_at(a->work, first)->begin, pacta_cut_at(a->work, end - 1)->end};
    return true;
}

/* "according to TASS", "quoting Article 4": the phrase that follows the cue. */
bool pacta_follows_cue(const pacta_attribution *a, uint32_t token, uint32_t high, pacta_phrase *phrase,
                       uint32_t *end) {
    const pacta_work *work = a->work;
    uint32_t next = token + 1;
    if (pacta_is(work, token, CLASS_CUE_SOURCE)) {
        if (next >= high || !pacta_is(work, next, CLASS_OF))
            return false;
        next++;
    } else if (pacta_is(work, token, CLASS_CUE_ACCOUNT)) { /* in the words of Ruta Svenn */
        const bool words = pacta_is(work, token, CLASS_WORDS_SIGN);
        if (next >= high || !pacta_is(work, next, CLASS_OF) || token < a->low + 2u - words ||
            !pacta_is(work, token - 1, CLASS_DETERMINER) ||
            !(words || pacta_is(work, token - 2, CLASS_PREPOSITION)))
            return false;
        next++;
    } else if (!pacta_is(work, token, CLASS_CUE_CITING)) {
        return false;
    }
    *end = next;
    *phrase = pacta_phrase_from(work, next, high);
    if (phrase->first == phrase->end && next + 1 < high && pacta_is_verb(work, next)) {
        *phrase = pacta_phrase_from(work, next + 1, high); /* agreed facts */
        phrase->first = next;
    }
    bool pronoun = pacta_is(work, next, CLASS_PRONOUN_OBJECT) && !pacta_is_open_word(work, next + 1);
    if (pronoun) /* according to her */
        *phrase = (pacta_phrase){next, next + 1};
    else if (phrase->first < phrase->end)
        phrase->end = pacta_quoted_name_end(a, phrase->end);
    return pronoun || pacta_can_speak(work, *phrase) ||
           (phrase->first < phrase->end && pacta_is(work, token, CLASS_CUE_SOURCE));
}

/* The end of the next quotation before `token` in the sentence, or its low. */
uint32_t pacta_floor_of(const pacta_attribution *a, uint32_t token) {
    for (uint32_t i = token; i > a->low && token - i < BACK_REACH; i--)
        if (pacta_cut_at(a->work, i - 1)->kind == PACTA_TOKEN_QUOTE)
            return i;
    return a->low;
}
