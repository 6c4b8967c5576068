/* Texts as sources that no reporting word joins to the quotation: whose own words go on in
 * it, or that are cited beside it, and provisions that are named as the ground. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { BACK_REACH = 70, APPOSITION = 10, SIGN_REACH = 6, RELATIVE_REACH = 12, BASIS_WORDS = 3 };

/* Under Article 3, the treaty [shall]: the provision that a comma parts from the subject of
 * what it rules, or PACTA_NONE. */
static uint32_t ruling_of(const pacta_attribution *a, pacta_phrase subject) {
    const pacta_work *work = a->work;
    uint32_t comma = subject.first - 1;
    comma -= comma > a->low && pacta_is(work, comma, CLASS_DETERMINER);
    if (comma <= a->low + 1 || !pacta_is_char(work, comma, ',') ||
        !(pacta_is(work, a->low, CLASS_BASIS) || pacta_is(work, a->low, CLASS_CUE_SOURCE)))
        return PACTA_NONE;
    const uint32_t reference = pacta_reference_in(work, a->low + 1, comma);
    return reference != PACTA_NONE && pacta_reference_phrase(work, reference).end == comma ? reference
                                                                                           : PACTA_NONE;
}

/* Under Article 3 both may leave, but its rules [shall]: the provision with which the sentence
 * begins, or PACTA_NONE. */
static uint32_t ruling_of_owned(const pacta_attribution *a, pacta_phrase subject) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, a->low, CLASS_BASIS))
        return PACTA_NONE;
    const uint32_t first = a->low + 1 + pacta_is(work, a->low + 1, CLASS_DETERMINER),
                   reference = pacta_reference_in(work, first, first + 1);
    return reference != PACTA_NONE && pacta_reference_phrase(work, reference).end < subject.first
               ? reference
               : PACTA_NONE;
}

/* under Article 3, in accordance with Article 3: the provision, or PACTA_NONE. */
static uint32_t ground_at(const pacta_attribution *a, uint32_t first) {
    bool basis = false;
    for (uint32_t i = first; i + 1 < a->first && i - first <= BASIS_WORDS; i++) {
        const uint32_t reference = pacta_reference_in(a->work, i, i + 1);
        if (reference != PACTA_NONE)
            return basis ? reference : PACTA_NONE;
        basis = basis || pacta_is(a->work, i, CLASS_BASIS);
    }
    return PACTA_NONE;
}

/* The heart of it is in Article 5. A master "shall row"; Article 2 is no riddle. "Every keeper shall
 * row.": the provision that the sentence before begins or ends with, where this one cites none. */
bool pacta_find_rule_of_last(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t sentence = pacta_sentence_of(work, a->first);
    if (work->document->info.form == PACTA_FORM_TREATY || sentence == 0 || a->shape.words < 2 ||
        !pacta_in_one_passage(work, a->low, work->sentences.items[sentence - 1].first) ||
        !pacta_has(work, a->low, a->end, CLASS_LEGAL_MODAL) ||
        pacta_reference_in(work, a->low, a->first) != PACTA_NONE)
        return false;
    uint32_t first = work->sentences.items[sentence - 1].first, end = work->sentences.items[sentence - 1].end;
    first += pacta_is(work, first, CLASS_DETERMINER);
    while (end > first && pacta_cut_at(work, end - 1)->kind == PACTA_TOKEN_SYMBOL)
        end--;
    const uint32_t begins = pacta_reference_in(work, first, first + 1),
                   ends = end > first ? pacta_reference_in(work, end - 1, end) : PACTA_NONE,
                   found = begins != PACTA_NONE ? begins : ends;
    return found != PACTA_NONE && pacta_settle(a, pacta_reference_phrase(work, found), 0, 0);
}

/* Article 8 - Wages. Equal for all; night work "shall be paid": what the paragraph is headed
 * with, where it cites nothing else. */
bool pacta_find_heading(pacta_attribution *a) {
    enum { BULLETS = 2 };
    const pacta_work *work = a->work;
    uint32_t first = work->fold.passages.items[a->passage].first_token;
    if (!pacta_is(work, a->first + 1, CLASS_LEGAL_MODAL))
        return false;
    for (uint32_t n = 0; n < BULLETS && pacta_cut_at(work, first)->kind == PACTA_TOKEN_SYMBOL; n++)
        first++;
    const uint32_t reference = first < a->first ? pacta_reference_in(work, first, first + 1) : PACTA_NONE;
    if (reference == PACTA_NONE)
        return false;
    const pacta_phrase p = pacta_reference_phrase(work, reference);
    return p.first == first && p.end < a->first &&
           (pacta_is_dash(work, p.end) || pacta_is_char(work, p.end, ':') ||
            pacta_is_char(work, p.end, '.')) &&
           pacta_reference_in(work, p.end, a->first) == PACTA_NONE && pacta_settle(a, p, 0, 0);
}

/* Holm said that under Article 3 ships "may go": the words tell what the provision rules. */
bool pacta_find_told_ground(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t word = a->first + 1;
    if (!(pacta_is(work, word, CLASS_MODAL) || pacta_is(work, word, CLASS_INFINITIVE) ||
          (pacta_is(work, word, CLASS_AUXILIARY) && pacta_is(work, word + 1, CLASS_INFINITIVE)))) /* not to */
        return false;
    for (uint32_t i = a->first; i-- > a->low + 1 && a->first - i < BACK_REACH;) {
        if (pacta_is_char(work, i, ';') || pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (!pacta_is_that(work, i))
            continue;
        const uint32_t reference = ground_at(a, i + 1 + pacta_is_char(work, i + 1, ','));
        return reference != PACTA_NONE && pacta_settle(a, pacta_reference_phrase(work, reference), 0, 0);
    }
    return false;
}

/* The treaty "shall remain in force": its own words go on behind its name. */
bool pacta_find_governing_text(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->first <= a->low || !pacta_is(work, a->first + 1, CLASS_MODAL))
        return false;
    pacta_phrase p = pacta_phrase_ending(work, a->low, a->first);
    for (uint32_t i = a->low; i < p.first; i++) /* Holm said the treaty "must go" */
        if (pacta_is_saying(a, i) ||
            (pacta_is(work, i, CLASS_CUE_TEXT) && /* Article 12 provides that the text "shall ..." */
             pacta_is_that(work, i + 1)) ||
            (pacta_is(work, i, CLASS_CUE_SOURCE) && !pacta_is(work, a->first + 1, CLASS_LEGAL_MODAL)))
            return false;
    if (p.first >= p.end || !pacta_is_cited(a, p) ||
        (p.first > a->low && pacta_is(work, p.first - 1, CLASS_LOCATION))) /* those listed in Annex A */
        return false;
    const uint32_t ruling =
        pacta_is(work, p.first, CLASS_POSSESSIVE) ? ruling_of_owned(a, p) : ruling_of(a, p);
    if (ruling != PACTA_NONE)
        p = pacta_reference_phrase(work, ruling);
    return pacta_settle(a, p, p.first, p.first);
}

/* Under Article 10, members may ask; they must also be "ready": the ground with which the
 * sentence begins is that of the demand behind its semicolon. */
static uint32_t ground_of_demand(const pacta_attribution *a, uint32_t semicolon) {
    const pacta_work *work = a->work;
    if (a->first <= a->low + 2 || !pacta_is(work, a->low, CLASS_BASIS))
        return PACTA_NONE;
    if (pacta_is(work, a->first + 1, CLASS_LEGAL_MODAL)) /* the permit "shall lapse" */
        return pacta_cited_at(work, a->low + 1, semicolon);
    if (!pacta_is(work, a->first - 1, CLASS_BE))
        return PACTA_NONE;
    for (uint32_t i = a->first; i-- > semicolon;)
        if (pacta_is(work, i, CLASS_MODAL))
            return pacta_cited_at(work, a->low + 1, semicolon);
    return PACTA_NONE;
}

/* listed in [Annex I] */
static bool is_listed_in(const pacta_work *work, uint32_t place) {
    return pacta_is(work, place - 2, CLASS_PARTICIPLE) || pacta_is_verb(work, place - 2) ||
           pacta_ends_as(work, place - 2, CLASS_PAST_ENDING);
}

/* Under Article 4 each drops its dues on the goods in Annex I "in five steps", or on those listed
 * in Annex I by next May: the ground with which the sentence begins, and not the place of what it
 * is about. */
static uint32_t ground_of_place(const pacta_attribution *a, uint32_t place) {
    const pacta_work *work = a->work;
    const pacta_phrase p = pacta_reference_phrase(work, place);
    if (p.first <= a->low + 2 || !pacta_is(work, p.first - 1, CLASS_LOCATION) ||
        !(p.end == a->first || is_listed_in(work, p.first)) || !pacta_is(work, a->low, CLASS_BASIS))
        return PACTA_NONE;
    const uint32_t ground = pacta_reference_in(work, a->low + 1, a->low + 2);
    return ground != PACTA_NONE && pacta_is_char(work, pacta_reference_phrase(work, ground).end, ',')
               ? ground
               : PACTA_NONE;
}

/* The provision cited last before the words, or the instrument that is the
 * sentence's first phrase. */
bool pacta_find_provision_before(pacta_attribution *a) {
    if (a->first > a->low && pacta_is(a->work, a->first - 1, CLASS_LIST_JOINER) &&
        !pacta_is(a->work, a->first + 1, CLASS_MODAL))
        return false; /* would strike Part II out and "start again" */
    pacta_step_over at = {a->first, a->work->quoted.items[a->index].previous, false};
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        if (pacta_is_char(a->work, at.token, ';')) {
            uint32_t ground = ground_of_demand(a, at.token);
            return ground != PACTA_NONE && pacta_settle(a, pacta_reference_phrase(a->work, ground), 0, 0);
        }
        const uint32_t reference =
            at.quotation ? PACTA_NONE : pacta_reference_in(a->work, at.token, at.token + 1);
        if (reference == PACTA_NONE)
            continue;
        const uint32_t ground = ground_of_place(a, reference);
        return pacta_settle(a, pacta_reference_phrase(a->work, ground == PACTA_NONE ? reference : ground), 0,
                            0);
    }
    return false;
}

/* Article 3 contains the very words "...", ends with the words "...": the text that has them. */
bool pacta_find_words_holder(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->first < a->low + 3 || !pacta_is(work, a->first - 1, CLASS_WORDS_SIGN))
        return false;
    uint32_t verb = a->first - 2;
    while (verb > a->low + 1 && a->first - verb <= SIGN_REACH &&
           (pacta_is(work, verb, CLASS_DETERMINER) || pacta_is(work, verb, CLASS_ACCOMPANYING) ||
            pacta_is_open_word(work, verb)) &&
           !pacta_is(work, verb, CLASS_FINITE))
        verb--;
    const pacta_phrase p = pacta_phrase_before(work, a->low, verb);
    return (pacta_is_verb(work, verb) || pacta_is(work, verb, CLASS_FINITE)) && pacta_is_cited(a, p) &&
           p.end == pacta_verb_begin(work, a->low, verb) && !pacta_is(work, verb, CLASS_REWORDING) &&
           pacta_settle(a, p, verb, verb + 1);
}

/* Article 6, the old promise of release "at once": what the words before the
 * quotation tell more of. */
bool pacta_find_apposed_provision(pacta_attribution *a) {
    const pacta_work *work = a->work;
    bool sign = false;
    for (uint32_t i = a->first; i-- > a->low + 1 && a->first - i <= APPOSITION;) {
        if (pacta_is_char(work, i, ',')) {
            uint32_t reference = sign ? pacta_reference_in(work, i - 1, i) : PACTA_NONE;
            return reference != PACTA_NONE && pacta_settle(a, pacta_reference_phrase(work, reference), 0, 0);
        }
        if (pacta_cut_at(a->work, i)->kind != PACTA_TOKEN_WORD || pacta_is_verb(work, i) ||
            pacta_is(work, i, CLASS_BE))
            return false;
        sign = sign || (a->first - i <= SIGN_REACH && pacta_is(work, i, CLASS_PROVISION_SIGN));
    }
    return false;
}

/* Article 7, which brings in "...": the relative is what brings, and a provision stands before. */
static bool tells_of_text(const pacta_attribution *a, uint32_t relative) {
    const pacta_work *work = a->work;
    if (!pacta_is_char(work, relative - 1, ',') || !pacta_is_open_word(work, relative + 1) ||
        pacta_opens_phrase(work, relative + 1) || pacta_is_capital(work, relative + 1) ||
        !pacta_is_small(a, relative + 1))
        return false;
    const pacta_phrase text = pacta_phrase_ending(work, a->low, relative - 1);
    return text.end == relative - 1 && pacta_reference_in(work, text.first, text.end) != PACTA_NONE;
}

/* Article 4, under which either may shut it when the harbour is "full": a norm behind the relative,
 * and no comma. */
static bool rules_behind(const pacta_attribution *a, uint32_t relative) {
    bool rules = false;
    for (uint32_t i = relative + 1; i < a->first; i++) {
        rules = rules || pacta_is(a->work, i, CLASS_MODAL);
        if (pacta_is_char(a->work, i, ','))
            return false;
    }
    return rules && pacta_is(a->work, relative - 1, CLASS_BASIS);
}

/* Article 4, under which "..."; the preamble, in which the parties call it
 * "...": words of the text that the relative stands for. */
bool pacta_find_relative_text(pacta_attribution *a) {
    const pacta_work *work = a->work;
    bool reports = false;
    if (a->first > a->low + 3 && pacta_is(work, a->first - 1, CLASS_CUE_ACCOUNT) &&
        pacta_is(work, a->first - 2, CLASS_POSSESSIVE))
        return false; /* Article 4, which ends it, was in his words "..." */
    const bool binds = pacta_is(work, a->first + 1, CLASS_LEGAL_MODAL); /* which nobody says */
    for (uint32_t i = a->first; i-- > a->low + 2 && a->first - i < 2 * RELATIVE_REACH;) {
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, i, ';'))
            return false;
        const bool noun = pacta_is(work, i, CLASS_NOUN_LIKE) && /* states have */
                          (pacta_is(work, i + 1, CLASS_AUXILIARY) || pacta_is(work, i + 1, CLASS_MODAL));
        reports = reports ||
                  (!noun && !binds && !pacta_is(work, i - 1, CLASS_INFINITIVE) && /* is obliged to maintain */
                   !pacta_is(work, i - 1, CLASS_MODAL) &&                         /* may hold it back */
                   (pacta_is_saying(a, i) || pacta_is(work, i, CLASS_CUE_WEAK)));
        if (!pacta_is(work, i, CLASS_SUBJECT_RELATIVE) || pacta_is(work, i, CLASS_DEMONSTRATIVE))
            continue;
        if (a->first - i >= RELATIVE_REACH && !binds && !rules_behind(a, i))
            return false;
        if (!reports && tells_of_text(a, i))
            return pacta_settle(a, pacta_phrase_ending(work, a->low, i - 1), i, i + 1);
        if (!pacta_is(work, i - 1, CLASS_PREPOSITION))
            continue;
        uint32_t end = i - 1;
        end -= pacta_is(work, end - 1, CLASS_CUE_SOURCE); /* according to which */
        end -= end > a->low && pacta_is_char(work, end - 1, ',');
        pacta_phrase text = pacta_phrase_ending(work, a->low, end);
        if (!pacta_is_cited(a, text))
            return false;
        a->cited = true;
        return !reports && pacta_settle(a, text, i, i + 1);
    }
    return false;
}

/* The accord leaves it free to act "in times of drought": the instrument that
 * is the subject of the words before, and is not judged by them. */
bool pacta_find_instrument_before(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t last = a->first - 1;
    if (a->first <= a->low + 1)
        return false;
    last -= pacta_is(work, last, CLASS_DETERMINER) && last > a->low;
    if (pacta_cut_at(a->work, last)->kind != PACTA_TOKEN_WORD || pacta_is(work, last, CLASS_BE))
        return false;
    uint32_t low = a->low;
    for (uint32_t i = a->first; i-- > a->low && a->first - i < BACK_REACH;) {
        bool told = pacta_is_that(work, i);
        if (pacta_is_char(work, i, ';') || pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (!told)
            continue;
        low = i + 1;
        break;
    }
    pacta_phrase p = pacta_phrase_opening(work, low, a->first);
    if (p.first >= p.end || p.end >= last || !pacta_is_cited(a, p))
        return false;
    uint32_t name = pacta_name_until(work, p.end);
    bool verb = !pacta_is(work, p.end, CLASS_BE) && !pacta_is(work, p.end, CLASS_PREPOSITION) &&
                !pacta_is(work, p.end, CLASS_LIST_JOINER) &&
                pacta_cut_at(a->work, p.end)->kind == PACTA_TOKEN_WORD;
    return name != PACTA_NONE && verb && pacta_settle(a, p, 0, 0);
}

/* Under the Lamp Act any lamp may be lit "at will": the instrument that gives the ground. */
bool pacta_find_ground_before(pacta_attribution *a) {
    const pacta_work *work = a->work;
    for (uint32_t i = a->first; i-- > a->low && a->first - i < BACK_REACH;) {
        if (pacta_is_char(work, i, ';') || pacta_is_char(work, i, ':') ||
            pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (!pacta_is(work, i, CLASS_BASIS) || i + 2 >= a->first)
            continue;
        uint32_t name = pacta_name_from(work, i + 1 + pacta_is(work, i + 1, CLASS_DETERMINER));
        if (name == PACTA_NONE || work->names.items[name].end >= a->first)
            return false;
        pacta_phrase p = {work->names.items[name].first, work->names.items[name].end};
        return pacta_settle(a, p, i, i + 1);
    }
    return false;
}

/* The treaty's wording, "..."; the clause's wording is "...". */
bool pacta_find_worded(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t noun = a->first - 1;
    if (a->first < a->low + 4)
        return false;
    if (pacta_is_char(work, noun, ',') || pacta_is_char(work, noun, ':') || pacta_is(work, noun, CLASS_BE))
        noun--;
    if (!pacta_is(work, noun, CLASS_PROVISION_SIGN) || !pacta_is_clitic(work, noun - 1))
        return false;
    pacta_phrase p = pacta_phrase_ending(work, a->low, noun - 1);
    return pacta_is_cited(a, p) && pacta_settle(a, p, noun, noun + 1);
}

/* Article 3 is the other half: the six "undertake to row" for us: words that bind, behind the
 * provision that the sentence is about. */
bool pacta_find_explained(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, a->first + 1, CLASS_BINDING))
        return false;
    const pacta_phrase text = pacta_phrase_opening(work, a->low, a->first);
    const uint32_t reference = pacta_reference_in(work, text.first, text.end);
    uint32_t colon = a->first;
    while (colon > text.end && !pacta_is_char(work, colon, ':') && !pacta_is_saying(a, colon))
        colon--;
    return reference != PACTA_NONE && pacta_is_char(work, colon, ':') &&
           pacta_settle(a, pacta_reference_phrase(work, reference), colon, colon + 1);
}
