/* Sources that no reporting word joins to the quotation: texts whose own words
 * go on in it, provisions cited beside it, and who does what its words tell. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { BACK_REACH = 70, SENTENCE = 7, APPOSITION = 10, SIGN_REACH = 6, GAP = 10, DEED = 4 };
enum { RELATIVE_REACH = 12, BASIS_WORDS = 3 };

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
        if (!(pacta_is(work, i, CLASS_SUBJECT_RELATIVE) && pacta_is(work, i, CLASS_DEMONSTRATIVE)))
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
             pacta_is(work, i + 1, CLASS_SUBJECT_RELATIVE) && pacta_is(work, i + 1, CLASS_DEMONSTRATIVE)) ||
            (pacta_is(work, i, CLASS_CUE_SOURCE) && !pacta_is(work, a->first + 1, CLASS_LEGAL_MODAL)))
            return false;
    if (p.first >= p.end || !pacta_is_cited(a, p))
        return false;
    const uint32_t ruling = ruling_of(a, p);
    if (ruling != PACTA_NONE)
        p = pacta_reference_phrase(work, ruling);
    return pacta_settle(a, p, p.first, p.first);
}

/* Set off by a comma, and the sentence's end; or between two dashes. */
static bool is_set_off(const pacta_attribution *a) {
    const bool dashes =
        pacta_is_dash(a->work, a->first - 1) && a->end < a->high && pacta_is_dash(a->work, a->end);
    return dashes || (pacta_is_char(a->work, a->first - 1, ',') && a->high <= a->end + 1);
}

/* A comma, a whole sentence in marks, and no reporting word: Holm kept to his
 * plan, "We shall see." */
bool pacta_find_at_comma(pacta_attribution *a) {
    pacta_work *work = a->work;
    if (a->passive || /* they were told, "..." */
        a->first <= a->low + 1 || !is_set_off(a) || a->end - a->first < SENTENCE ||
        (pacta_cut_at(a->work, a->first + 1)->flags & TOKEN_UPPER) == 0)
        return false;
    if (work->quoted.items[a->index].previous != PACTA_NONE &&
        work->quoted.items[work->quoted.items[a->index].previous].end > a->low)
        return false;
    pacta_phrase p = pacta_phrase_opening(work, a->low, a->first - 1);
    return pacta_can_speak(work, p) &&
           (pacta_phrase_is_name(work, p) || pacta_phrase_is_body(work, p) ||
            pacta_is(work, p.end - 1, CLASS_PERSON_NOUN) || pacta_is(work, p.first, CLASS_PERSONAL) ||
            (p.end - p.first == 1 && pacta_has_voice(work, p) &&
             pacta_source_kind_of(work, p) == PACTA_SOURCE_PERSON)) &&
           pacta_settle(a, p, a->first - 1, a->first);
}

/* ---- Provisions ----------------------------------------------------------------------- */

/* Under Article 10, members may ask; they must also be "ready": the ground with which the
 * sentence begins is that of the demand behind its semicolon. */
static uint32_t ground_of_demand(const pacta_attribution *a, uint32_t semicolon) {
    const pacta_work *work = a->work;
    if (a->first <= a->low + 2 || !pacta_is(work, a->low, CLASS_BASIS) ||
        !pacta_is(work, a->first - 1, CLASS_BE))
        return PACTA_NONE;
    for (uint32_t i = a->first; i-- > semicolon;)
        if (pacta_is(work, i, CLASS_MODAL))
            return pacta_cited_at(work, a->low + 1, semicolon);
    return PACTA_NONE;
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
        uint32_t reference = at.quotation ? PACTA_NONE : pacta_reference_in(a->work, at.token, at.token + 1);
        if (reference != PACTA_NONE)
            return pacta_settle(a, pacta_reference_phrase(a->work, reference), 0, 0);
    }
    return false;
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

/* Article 4, under which "..."; the preamble, in which the parties call it
 * "...": words of the text that the relative stands for. */
bool pacta_find_relative_text(pacta_attribution *a) {
    const pacta_work *work = a->work;
    bool reports = false;
    for (uint32_t i = a->first; i-- > a->low + 2 && a->first - i < RELATIVE_REACH;) {
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, i, ';'))
            return false;
        const bool noun = pacta_is(work, i, CLASS_NOUN_LIKE) && /* states have */
                          (pacta_is(work, i + 1, CLASS_AUXILIARY) || pacta_is(work, i + 1, CLASS_MODAL));
        reports =
            reports || (!noun && !pacta_is(work, i - 1, CLASS_INFINITIVE) && /* is obliged to maintain */
                        (pacta_is_saying(a, i) || pacta_is(work, i, CLASS_CUE_WEAK)));
        if (!pacta_is(work, i, CLASS_SUBJECT_RELATIVE) || pacta_is(work, i, CLASS_DEMONSTRATIVE))
            continue;
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
        bool told = pacta_is(work, i, CLASS_SUBJECT_RELATIVE) && pacta_is(work, i, CLASS_DEMONSTRATIVE);
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

/* ---- Persons ----------------------------------------------------------------------------- */

/* She called the deal "...": between verb and words stands what is judged. */
static bool names_object(const pacta_attribution *a, uint32_t quotation) {
    const pacta_quotation *told = &a->work->document->quotations.items[quotation];
    if (told->cue.end == 0 || told->cue.end > told->span.begin)
        return false;
    uint32_t object = pacta_token_at(a->work, told->cue.end - 1) + 1;
    return object < a->work->quoted.items[quotation].first && pacta_is(a->work, object, CLASS_DETERMINER) &&
           !pacta_is(a->work, a->work->quoted.items[quotation].first - 1, CLASS_LINK);
}

/* Berlin called it "a mistake" and Paris "a pity": the verb is that of the
 * quotation before. */
bool pacta_find_gapped(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t previous = work->quoted.items[a->index].previous;
    if (previous == PACTA_NONE || work->quoted.items[previous].end <= a->low ||
        work->quoted.items[previous].end + GAP < a->first)
        return false;
    uint32_t floor = work->quoted.items[previous].end;
    pacta_phrase p = pacta_phrase_ending(work, floor, a->first);
    if (p.first >= p.end || p.end != a->first || !pacta_has_voice(work, p) || pacta_is_cited(a, p))
        return false;
    uint32_t before = p.first;
    if (before > floor && pacta_is(work, before - 1, CLASS_DETERMINER))
        before--;
    uint32_t joiner = before - 1;
    if (names_object(a, previous)) /* She called the deal "odd" and its friends "naive" */
        return before > floor && pacta_is(work, before - 1, CLASS_LIST_JOINER) && before - 1 == floor &&
               pacta_copy_source(a, previous);
    bool joined =
        before > floor && (pacta_is(work, joiner, CLASS_LIST_JOINER) || pacta_is_char(work, joiner, ';') ||
                           (pacta_is_char(work, joiner, ',') && joiner == floor));
    if (!joined || joiner > floor + 1)
        return false;
    const pacta_quotation *before_it = &work->document->quotations.items[previous];
    if (before_it->source.kind == PACTA_SOURCE_NONE || !pacta_settle(a, p, 0, 0))
        return false;
    pacta_quotation_of(a)->cue = before_it->cue;
    return true;
}

/* and had, and that it was: the sentence goes on with the same subject. */
static bool goes_on(const pacta_attribution *a, uint32_t joiner) {
    const pacta_work *work = a->work;
    uint32_t next = joiner + 1;
    while (next < a->first && pacta_is(work, next, CLASS_ADVERB))
        next++;
    bool clause = pacta_is(work, next, CLASS_SUBJECT_RELATIVE) && pacta_is(work, next, CLASS_DEMONSTRATIVE);
    return clause || next == a->first || pacta_is(work, next, CLASS_AUXILIARY) ||
           pacta_is(work, next, CLASS_BE) || pacta_is(work, next, CLASS_MODAL);
}

/* He said Orsk was "ready" and had "packed": what is said of the words before
 * goes on behind "and". */
bool pacta_find_joined(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t previous = work->quoted.items[a->index].previous;
    if (previous == PACTA_NONE || work->quoted.items[previous].end <= a->low)
        return false;
    uint32_t from = work->quoted.items[previous].end;
    const pacta_quotation *before = &work->document->quotations.items[previous];
    if (before->source.kind == PACTA_SOURCE_NONE || before->source.span.begin >= before->span.end)
        return false;
    bool joined = false;
    for (uint32_t i = from; i < a->first; i++) {
        if (pacta_is_reporting(a, i) || pacta_is(work, i, CLASS_CUE_PARTICIPLE) ||
            pacta_is_char(work, i, ';') || a->first - from > BACK_REACH)
            return false;
        joined = joined || (pacta_is(work, i, CLASS_LIST_JOINER) && goes_on(a, i));
    }
    return joined && pacta_copy_source(a, previous);
}

/* Ministers "took note", "stood by" and left: nothing but a subject, and what it does. */
static bool is_predicate(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    bool ends = a->end >= a->high || pacta_cut_at(a->work, a->end)->kind == PACTA_TOKEN_SYMBOL ||
                pacta_is(work, a->end, CLASS_LIST_JOINER);
    return ends && a->end - a->first > 3 && pacta_is_word(work, a->first + 1) &&
           (pacta_cut_at(a->work, a->first + 1)->flags & TOKEN_UPPER) == 0 &&
           !pacta_opens_phrase(work, a->first + 1) &&
           pacta_phrase_opening(work, a->low, a->first).end == a->first;
}

/* She "strongly urged" them: a person does what the words tell. */
bool pacta_find_doer(pacta_attribution *a) {
    pacta_work *work = a->work;
    uint32_t word = a->first + 1;
    bool verb =
        word < a->end && (pacta_cut_at(a->work, word)->flags & TOKEN_UPPER) == 0 &&
        (pacta_ends_as(work, word, CLASS_PAST_ENDING) || pacta_ends_as(work, word, CLASS_ADVERB_ENDING) ||
         pacta_is_verb(work, word) || pacta_is(work, word, CLASS_BE) || pacta_is(work, word, CLASS_MODAL) ||
         pacta_is(work, word, CLASS_AUXILIARY) || pacta_is(work, word, CLASS_ADVERB));
    if (!(verb || is_predicate(a)) || a->end - a->first < DEED || a->first <= a->low ||
        pacta_verb_is_passive(work, a->low, a->first))
        return false;
    uint32_t begin = pacta_verb_begin(work, a->low, a->first);
    pacta_phrase p = pacta_phrase_ending(work, pacta_floor_of(a, begin), begin);
    if (p.first >= p.end)
        return false;
    uint32_t before = p.first;
    if (before > a->low && pacta_is(work, before - 1, CLASS_DETERMINER))
        before--;
    bool begins = before == a->low || pacta_is_char(work, before - 1, ',') ||
                  pacta_is(work, before - 1, CLASS_SENTENCE_JOINER);
    bool person = pacta_is(work, p.first, CLASS_PERSONAL) || pacta_is(work, p.first, CLASS_PLURAL) ||
                  pacta_source_kind_of(work, p) == PACTA_SOURCE_PERSON;
    return begins && person && pacta_has_voice(work, p) && pacta_settle(a, p, 0, 0);
}

/* She, for one, was "not losing sleep": how somebody is, in his own words. */
bool pacta_find_described(pacta_attribution *a) {
    pacta_work *work = a->work;
    if (a->first < a->low + 2 || !pacta_is(work, a->first - 1, CLASS_BE))
        return false;
    pacta_phrase p = pacta_phrase_before(work, a->low, a->first - 1), text;
    if (p.end - p.first == 1 && pacta_is(work, p.first, CLASS_NEUTER)) /* Until then it was "..." */
        return pacta_find_neuter(a, p.first, &text) == PACTA_SOURCE_PROVISION &&
               pacta_settle(a, p, a->first - 1, a->first);
    if (a->end - a->first > SENTENCE + 2 || (pacta_cut_at(a->work, a->first + 1)->flags & TOKEN_UPPER) != 0)
        return false;
    bool person = p.first < p.end &&
                  (pacta_is(work, p.first, CLASS_PERSONAL) ||
                   (pacta_phrase_is_name(work, p) && pacta_source_kind_of(work, p) == PACTA_SOURCE_PERSON));
    return person && pacta_settle(a, p, a->first - 1, a->first);
}
