/* Speakers: what kind of source a phrase is, what a short name stands for, and whose words go on from one
 * quotation to the next. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"
#include <string.h>

enum { WHOLE = 10, ASIDE = 30, REACH = 120 };

static bool has(const pacta_work *work, pacta_phrase p, pacta_class class) {
    return pacta_has(work, p.first, p.end, class);
}

static bool has_capital(const pacta_work *work, pacta_phrase p) {
    for (uint32_t i = p.first; i < p.end; i++)
        if ((pacta_cut_at(work, i)->flags & TOKEN_UPPER) != 0 && !pacta_is(work, i, CLASS_PARTITIVE) &&
            !pacta_is(work, i, CLASS_DETERMINER) && !pacta_is(work, i, CLASS_QUANTIFIER) &&
            !pacta_is(work, i, CLASS_POSSESSIVE))
            return true;
    return false;
}

/* Maritime Act No. 7; the protocol of 1871 */
static bool is_numbered_text(const pacta_work *work, pacta_phrase p) {
    if (pacta_cut_at(work, p.end - 1)->kind != PACTA_TOKEN_NUMBER)
        return false;
    for (uint32_t i = p.first; i < p.end; i++)
        if ((pacta_is(work, i, CLASS_INSTRUMENT_NOUN) || pacta_is(work, i, CLASS_WRITING)) &&
            ((pacta_cut_at(work, i)->flags & TOKEN_UPPER) != 0 || pacta_is(work, i + 1, CLASS_PART_OF)))
            return true;
    return false;
}

/* the clause, and no Ferry Line */
bool pacta_is_provision_sign(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PROVISION_SIGN) &&
           (pacta_is(work, token, CLASS_UNIT) || !pacta_is_capital(work, token));
}

/* advice tabled with the bill, critics of the pact: a text stands in it, and is not
 * what is meant. `text` is where its name begins. */
static bool is_about_text(const pacta_work *work, pacta_phrase p, uint32_t text) {
    for (uint32_t i = p.first + 1; i < text; i++) {
        if (!pacta_is(work, i, CLASS_PREPOSITION))
            continue;
        uint32_t head = i - 1;
        return !pacta_is_provision_sign(work, head) && !pacta_is(work, head, CLASS_TEXT_NOUN) &&
               !pacta_is(work, head, CLASS_INSTRUMENT_NOUN) && !pacta_is(work, head, CLASS_GENERIC) &&
               !pacta_is(work, head, CLASS_UNIT) && !pacta_is(work, head, CLASS_PARTITIVE);
    }
    return false;
}

/* The Explanatory Memorandum: a text about another one, which has no provisions. */
static bool is_commentary(const pacta_work *work, pacta_phrase p) {
    return p.end - p.first >= 2 && pacta_is(work, p.end - 1, CLASS_COMMENTARY) &&
           pacta_is(work, p.end - 2, CLASS_EXPLAINING);
}

static bool names_text(const pacta_work *work, pacta_phrase p) {
    if (is_commentary(work, p))
        return false;
    uint32_t name = pacta_name_until(work, p.end), last = p.end - 1;
    if (is_about_text(work, p, name == PACTA_NONE ? last : work->names.items[name].first))
        return false;
    if ((name != PACTA_NONE && work->names.items[name].kind != NAME_HOLDER) || is_numbered_text(work, p))
        return true;
    return pacta_is(work, last, CLASS_INSTRUMENT_NOUN) || pacta_is(work, last, CLASS_GENERIC) ||
           pacta_is_provision_sign(work, last);
}

bool pacta_has_voice(const pacta_work *work, pacta_phrase p) {
    return pacta_is_char(work, p.first, '@') || has_capital(work, p) || has(work, p, CLASS_PRONOUN) ||
           has(work, p, CLASS_PERSON_NOUN) || has(work, p, CLASS_PERSON_TITLE) ||
           has(work, p, CLASS_ORGANISATION) || pacta_is(work, p.end - 1, CLASS_WRITING) ||
           names_text(work, p);
}

/* 2 May */
static bool is_date(const pacta_work *work, pacta_phrase p) {
    for (uint32_t i = p.first; i < p.end; i++)
        if (!pacta_is(work, i, CLASS_MONTH) && pacta_cut_at(work, i)->kind != PACTA_TOKEN_NUMBER)
            return false;
    return true;
}

bool pacta_can_speak(const pacta_work *work, pacta_phrase p) {
    if (p.first >= p.end || pacta_cut_at(work, p.end - 1)->kind == PACTA_TOKEN_NUMBER)
        return p.first < p.end &&
               (pacta_reference_in(work, p.first, p.end) != PACTA_NONE || is_numbered_text(work, p));
    bool noun = p.end - p.first == 2 && pacta_is(work, p.first, CLASS_DEMONSTRATIVE) && /* that clause */
                (names_text(work, p) || has(work, p, CLASS_PERSON_NOUN) || has(work, p, CLASS_ORGANISATION));
    const bool verb = p.end - p.first == 1 && pacta_is(work, p.first, CLASS_CUE_WEAK) && /* end quote */
                      (p.first == 0 || !pacta_opens_phrase(work, p.first - 1)) &&
                      (pacta_cut_at(work, p.first)->flags & TOKEN_UPPER) == 0;
    bool mute = verb || (pacta_is(work, p.first, CLASS_MUTE) && !noun);
    if (mute || (pacta_says_time(work, p.end - 1) && !has(work, p, CLASS_NOUN_LINK)) || is_date(work, p))
        return false;
    if (pacta_has_voice(work, p) ||
        pacta_reference_in(work, p.first, p.first + 1) != PACTA_NONE) /* paragraph 4 of the pact */
        return true;
    return pacta_is(work, p.first, CLASS_DETERMINER) || pacta_is(work, p.first, CLASS_POSSESSIVE) ||
           (pacta_is(work, p.first, CLASS_PARTITIVE) && p.end - p.first > 1) ||
           pacta_is(work, p.first, CLASS_QUANTIFIER) || pacta_is(work, p.first, CLASS_NUMERAL) ||
           (p.first > 0 && pacta_is(work, p.first - 1, CLASS_DETERMINER));
}

/* ---- Kinds of sources ----------------------------------------------------------- */

/* The minister's office: the office is meant; a spokesman for the mayor's office: he is. */
static pacta_phrase without_owner(const pacta_work *work, pacta_phrase p) {
    uint32_t owner = p.end;
    for (uint32_t i = p.first; i < owner; i++)
        if (pacta_is_clitic(work, i))
            owner = i;
        else if (pacta_is(work, i, CLASS_NOUN_LINK) && i > p.first &&
                 pacta_is(work, i - 1, CLASS_PERSON_NOUN))
            return (pacta_phrase){p.first, i};
    for (uint32_t i = p.end - 1; i-- > p.first;)
        if (pacta_is_clitic(work, i))
            return (pacta_phrase){i + 1, p.end};
    return p;
}

/* Orsk and Vend: what the last one is. */
static pacta_phrase without_other(const pacta_work *work, pacta_phrase p) {
    for (uint32_t i = p.end - 1; i-- > p.first + 1;)
        if (pacta_is(work, i, CLASS_LIST_JOINER))
            return (pacta_phrase){i + 1, p.end};
    return p;
}

/* A draft [of the pact] seen by the press: the text, without what was done to it. */
static pacta_phrase without_deed(const pacta_work *work, pacta_phrase p) {
    for (uint32_t i = p.first + 1; i < p.end; i++)
        if ((pacta_ends_as(work, i, CLASS_PAST_ENDING) || pacta_is(work, i, CLASS_PARTICIPLE)) &&
            names_text(work, (pacta_phrase){p.first, i}))
            return (pacta_phrase){p.first, i};
    return p;
}

static pacta_source_kind kind_of(pacta_work *work, pacta_phrase p, uint32_t reference) {
    if (reference != PACTA_NONE)
        return work->document->references.items[reference].target_count > 0 ? PACTA_SOURCE_PROVISION
                                                                            : PACTA_SOURCE_INSTRUMENT;
    p = without_deed(work, p);
    const uint32_t last = p.end - 1;
    if (p.end - p.first == 1 &&
        (pacta_is(work, p.first, CLASS_PRONOUN) || pacta_is(work, p.first, CLASS_PRONOUN_OBJECT) ||
         pacta_is(work, p.first, CLASS_POSSESSIVE)))
        return PACTA_SOURCE_PRONOUN;
    if (names_text(work, p) || pacta_is(work, last, CLASS_TEXT_NOUN)) /* the fourth article, the treaty */
        return pacta_is_provision_sign(work, last) ? PACTA_SOURCE_PROVISION : PACTA_SOURCE_INSTRUMENT;
    p = without_owner(work, p);
    if (pacta_is_char(work, p.first, '@')) /* somebody's account */
        return PACTA_SOURCE_PERSON;
    if (p.end - p.first == 2 && pacta_is(work, p.first, CLASS_PLACE_HEAD) &&
        pacta_is(work, last, CLASS_PLACE))
        return PACTA_SOURCE_PLACE;
    if (has(work, p, CLASS_ORGANISATION) && !has(work, p, CLASS_PERSON_NOUN) &&
        !pacta_phrase_is_name(work, p))
        return PACTA_SOURCE_ORGANISATION;
    const bool dated = pacta_is(work, p.first, CLASS_WRITING) && pacta_is(work, p.first + 1, CLASS_PART_OF);
    if (is_commentary(work, p) || dated ||
        (pacta_is(work, last, CLASS_WRITING) && !pacta_is_capital(work, last) &&
         !has(work, p, CLASS_PERSON_NOUN)))
        return PACTA_SOURCE_UNKNOWN; /* the telegram: neither a person nor a body */
    p = without_other(work, p);
    if (pacta_phrase_is_name(work, p) || has(work, p, CLASS_PERSON_NOUN) || has(work, p, CLASS_PERSON_TITLE))
        return PACTA_SOURCE_PERSON;
    if ((pacta_cut_at(work, last)->flags & TOKEN_CAPS) != 0 || has(work, p, CLASS_ORGANISATION))
        return PACTA_SOURCE_ORGANISATION;
    if (p.end - p.first == 1 && has_capital(work, p))
        return pacta_kind_of_single(work, p.first);
    if (has_capital(work, p))
        return PACTA_SOURCE_ORGANISATION;
    return PACTA_SOURCE_PERSON;
}

pacta_source_kind pacta_source_kind_of(pacta_work *work, pacta_phrase phrase) {
    return kind_of(work, phrase, pacta_reference_in(work, phrase.first, phrase.end));
}

static pacta_span span_of(const pacta_work *work, pacta_phrase p) {
    if (p.first >= p.end)
        return (pacta_span){0, 0};
    return (pacta_span){pacta_cut_at(work, p.first)->begin, pacta_cut_at(work, p.end - 1)->end};
}

/* ---- Sources ---------------------------------------------------------------------------- */

/* He'd, I've: the pronoun without the verb that is joined to it. */
static pacta_span without_joined_verb(const pacta_work *work, pacta_span span) {
    const char *text = pacta_work_text(work);
    for (uint32_t i = span.begin; i < span.end; i++)
        if (!pacta_is_ascii_letter(text[i]))
            return (pacta_span){span.begin, i};
    return span;
}

bool pacta_set_source(const pacta_attribution *a, pacta_source *source, pacta_phrase p) {
    pacta_work *work = a->work;
    if (p.first >= p.end)
        return false;
    uint32_t reference = pacta_reference_in(work, p.first, p.end);
    if (reference != PACTA_NONE)
        p = pacta_reference_phrase(work, reference);
    else if (p.end > p.first + 1 && pacta_is(work, p.end, CLASS_ADVERB) &&
             pacta_names_role(work, p.end - 2) && !pacta_is_capital(work, p.end - 1) &&
             !pacta_names_role(work, p.end - 1))
        p.end--; /* the minister | stood up */
    *source = (pacta_source){span_of(work, p), kind_of(work, p, reference), NULL, reference};
    if (source->kind == PACTA_SOURCE_PRONOUN) {
        if (p.end - p.first == 1)
            source->span = without_joined_verb(work, source->span);
        source->stands_for = pacta_antecedent(a, p.first);
    } else if (source->kind == PACTA_SOURCE_PERSON && p.end - p.first == 1) {
        pacta_span meant = span_of(work, pacta_full_name(work, p.first));
        if (meant.end > 0)
            source->stands_for =
                pacta_keep(a->work, pacta_work_text(work) + meant.begin, meant.end - meant.begin);
    }
    return true;
}

bool pacta_is_text_source(const pacta_attribution *a, const pacta_source *source) {
    if (source->kind == PACTA_SOURCE_PROVISION || source->kind == PACTA_SOURCE_INSTRUMENT)
        return true;
    if (source->kind != PACTA_SOURCE_PRONOUN)
        return false;
    uint32_t token = pacta_token_at(a->work, source->span.begin);
    uint32_t cue = source == &pacta_quotation_of(a)->source && pacta_quotation_of(a)->cue.end > 0
                       ? pacta_token_at(a->work, pacta_quotation_of(a)->cue.begin)
                       : token;
    bool writes = pacta_is(a->work, cue, CLASS_CUE) && !pacta_is(a->work, cue, CLASS_CUE_TEXT) &&
                  !pacta_is(a->work, cue, CLASS_ASSERTING);
    if (!pacta_is(a->work, token, CLASS_NEUTER) || writes)
        return false;
    pacta_phrase found;
    pacta_source_kind kind = pacta_find_neuter(a, token, &found);
    return kind == PACTA_SOURCE_PROVISION || kind == PACTA_SOURCE_INSTRUMENT;
}

/* ---- From one quotation to the next ------------------------------------------------------- */

bool pacta_copy_source(pacta_attribution *a, uint32_t from) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    const pacta_quotation *before = &a->work->document->quotations.items[from];
    quotation->source = before->source;
    quotation->carrier = before->carrier;
    quotation->cue = before->cue;
    return quotation->source.kind != PACTA_SOURCE_NONE;
}

/* He, Ana Ruiz, the mayor: surely somebody, and one who can go on to speak. */
static bool is_somebody(pacta_work *work, pacta_phrase p) {
    if (p.first >= p.end || names_text(work, p) || pacta_reference_in(work, p.first, p.end) != PACTA_NONE)
        return false;
    return pacta_phrase_is_name(work, p) || pacta_is(work, p.first, CLASS_PERSONAL) ||
           (has(work, p, CLASS_PERSON_NOUN) && p.end - p.first <= 4) ||
           (p.end - p.first == 1 && kind_of(work, p, PACTA_NONE) == PACTA_SOURCE_PERSON &&
            has_capital(work, p));
}

/* Brandt, and no place. */
static bool is_single_name(pacta_work *work, pacta_phrase p) {
    return p.end - p.first == 1 && has_capital(work, p) &&
           kind_of(work, p, PACTA_NONE) == PACTA_SOURCE_UNKNOWN;
}

/* Whoever says something in the sentence, last. */
static pacta_phrase speaker_of(const pacta_attribution *a, const pacta_sentence_cut *sentence) {
    for (uint32_t i = sentence->end; i-- > sentence->first + 1 && sentence->end - i < REACH;) {
        pacta_phrase p;
        if (pacta_is_saying(a, i) && pacta_is_char(a->work, i - 1, ',')) { /* it is not, notes Holm, so */
            p = pacta_phrase_from(a->work, i + 1, sentence->end);
            bool ends = pacta_cut_at(a->work, p.end)->kind == PACTA_TOKEN_SYMBOL ||
                        pacta_is(a->work, p.end, CLASS_NOUN_LINK);
            if (ends && is_somebody(a->work, p))
                return p;
        }
        if (pacta_is_saying(a, i) && !pacta_verb_is_passive(a->work, sentence->first, i) &&
            pacta_find_subject(a, sentence->first, i, &p) &&
            (is_somebody(a->work, p) || is_single_name(a->work, p) ||
             pacta_source_kind_of(a->work, p) == PACTA_SOURCE_ORGANISATION))
            return p;
    }
    return (pacta_phrase){0, 0};
}

pacta_phrase pacta_teller_in(const pacta_attribution *a, uint32_t low, uint32_t end) {
    pacta_sentence_cut part = {.first = low, .end = end};
    return speaker_of(a, &part);
}

/* The sentence before, without a quotation but for what he read out, is about
 * somebody: he speaks. */
static bool follows_subject(pacta_attribution *a, uint32_t sentence, bool read) {
    pacta_work *work = a->work;
    const pacta_sentence_cut *before = &work->sentences.items[sentence];
    uint32_t previous = work->quoted.items[a->index].previous;
    bool above = before->passage + 1 == a->passage && /* a paragraph of its own */
                 a->first == work->fold.passages.items[a->passage].first_token;
    if ((before->passage != a->passage && !above) ||
        (!read && previous != PACTA_NONE && work->quoted.items[previous].end > before->first))
        return false;
    pacta_phrase p = speaker_of(a, before);
    bool speaks = p.first < p.end;
    if (!speaks && !above) {
        p = pacta_phrase_opening(work, before->first, before->end);
        speaks = is_somebody(work, p) || (read && pacta_can_speak(work, p) && !names_text(work, p));
    }
    return speaks && pacta_set_source(a, &pacta_quotation_of(a)->source, p);
}

/* "A whole sentence" to be read at the door: nobody is named with it, and what
 * was said before goes on. */
static bool opens_whole(const pacta_attribution *a) {
    return a->opens && a->end - a->first > WHOLE &&
           (pacta_cut_at(a->work, a->first + 1)->flags & TOKEN_UPPER) != 0;
}

/* Then: "...": a colon behind nothing but adverbs. */
static bool follows_adverb(const pacta_attribution *a) {
    if (a->first < a->low + 2 || !pacta_is_char(a->work, a->first - 1, ':'))
        return false;
    for (uint32_t i = a->low; i + 1 < a->first; i++)
        if (!pacta_is(a->work, i, CLASS_ADVERB) && !pacta_is(a->work, i, CLASS_CLAUSE_OPENER))
            return false;
    return true;
}

/* No other than the cue of the one before reports between it and this one; who
 * tells something else in a relative clause is not asked. */
static bool tells_nothing_else(const pacta_attribution *a, uint32_t previous) {
    const pacta_work *work = a->work;
    uint32_t cue = pacta_token_at(work, work->document->quotations.items[previous].cue.begin);
    const uint32_t end = work->quoted.items[previous].end;
    for (uint32_t i = end; i < a->first; i++) {
        bool reports = pacta_is_reporting(a, i) || pacta_is(work, i, CLASS_CUE_PARTICIPLE);
        if (reports && i != cue &&
            !pacta_is(work, pacta_verb_begin(work, end, i) - 1, CLASS_SUBJECT_RELATIVE))
            return false;
    }
    return true;
}

/* "That" -- he sipped his tea -- "is all.": what stands between is between dashes. */
static bool has_paused(const pacta_attribution *a, uint32_t previous) {
    const pacta_work *work = a->work;
    const uint32_t end = previous == PACTA_NONE ? 0 : work->quoted.items[previous].end;
    return end > 0 && end + 3 < a->first && a->first - end < ASIDE && pacta_is_dash(work, end) &&
           pacta_is_dash(work, a->first - 1) &&
           pacta_in_one_passage(work, work->quoted.items[previous].first, a->first) &&
           (pacta_cut_at(work, a->first + 1)->flags & TOKEN_UPPER) == 0 &&
           work->document->quotations.items[previous].source.kind != PACTA_SOURCE_NONE;
}

/* "A," Reyes went on, "and B."; "A," he said; "B." */
static bool is_interrupted(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t previous = work->quoted.items[a->index].previous;
    if (has_paused(a, previous))
        return true;
    if (previous == PACTA_NONE || a->opens ||
        !(pacta_is_char(work, a->first - 1, ',') || pacta_is_char(work, a->first - 1, ';')) ||
        work->quoted.items[previous].end <= a->low)
        return false;
    const pacta_quotation *before = &work->document->quotations.items[previous];
    return before->source.kind != PACTA_SOURCE_NONE && before->source.span.begin >= before->span.end;
}

/* Words of a text that somebody read out: he speaks himself now. */
static bool is_of_text(const pacta_attribution *a, uint32_t quotation) {
    pacta_source_kind kind = a->work->document->quotations.items[quotation].source.kind;
    return kind == PACTA_SOURCE_PROVISION || kind == PACTA_SOURCE_INSTRUMENT;
}

/* "A", "B", or "C": what is said of the first is said of all. */
static bool is_listed(const pacta_attribution *a, uint32_t previous) {
    uint32_t at = a->first;
    if (previous == PACTA_NONE ||
        a->work->document->quotations.items[previous].source.kind == PACTA_SOURCE_NONE)
        return false;
    uint32_t end = a->work->quoted.items[previous].end;
    if (at > end && pacta_is(a->work, at - 1, CLASS_LIST_JOINER))
        at--;
    if (at > end && pacta_is_char(a->work, at - 1, ','))
        at--;
    return at == end && at < a->first && end > a->low;
}

bool pacta_resume(pacta_attribution *a) {
    uint32_t previous = a->work->quoted.items[a->index].previous;
    if (pacta_quotation_of(a)->continues == PACTA_NONE && is_listed(a, previous))
        return pacta_copy_source(a, previous);
    if (pacta_quotation_of(a)->continues == PACTA_NONE && has_paused(a, previous))
        return pacta_copy_source(a, previous);
    return pacta_quotation_of(a)->continues == PACTA_NONE && is_interrupted(a) &&
           pacta_is_char(a->work, a->first - 1, ',') &&
           a->first - a->work->quoted.items[previous].end < ASIDE && tells_nothing_else(a, previous) &&
           pacta_copy_source(a, previous);
}

bool pacta_carry_on(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_quotation *quotation = pacta_quotation_of(a);
    if (quotation->continues != PACTA_NONE)
        return pacta_copy_source(a, quotation->continues);
    if (is_interrupted(a))
        return pacta_copy_source(a, work->quoted.items[a->index].previous);
    bool adverb = follows_adverb(a);
    if (quotation->depth > 0 || !(pacta_stands_alone(a) || opens_whole(a) || adverb))
        return false;
    uint32_t sentence = pacta_sentence_of(work, adverb ? a->low : a->first);
    if (sentence == 0)
        return false;
    sentence--;
    if (a->last != PACTA_NONE && !(adverb && is_of_text(a, a->last)) &&
        work->quoted.items[a->last].end > work->sentences.items[sentence].first &&
        a->passage - work->sentences.items[sentence].passage <= 1)
        return pacta_copy_source(a, a->last);
    return follows_subject(a, sentence, adverb);
}
