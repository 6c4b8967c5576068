/* What pronouns stand for. */
#include "attribution/attribution.h"
#include "phrases/words.h"

enum { LOOK_BACK = 160, SENTENCES = 3, EARLIER = 32 };

/* The subject of the sentence, if it is a text or a body. */
static pacta_source_kind neuter_subject(pacta_work *work, uint32_t sentence, pacta_phrase *found) {
    const pacta_sentence_cut *cut = &work->sentences.items[sentence];
    *found = pacta_phrase_opening(work, cut->first, cut->end);
    if (found->first < found->end && found->end + 1 < cut->end && pacta_is_char(work, found->end, ':'))
        *found = pacta_phrase_opening(work, found->end + 1, cut->end); /* HOLM: Article 11. */
    if (found->first >= found->end || pacta_is(work, found->first, CLASS_PRONOUN) ||
        pacta_says_time(work, found->end - 1))
        return PACTA_SOURCE_NONE;
    pacta_source_kind kind = pacta_source_kind_of(work, *found);
    bool neuter = kind == PACTA_SOURCE_PROVISION || kind == PACTA_SOURCE_INSTRUMENT ||
                  kind == PACTA_SOURCE_ORGANISATION || kind == PACTA_SOURCE_PLACE ||
                  pacta_is(work, found->end - 1, CLASS_WRITING); /* The telegram came. It said */
    return neuter ? kind : PACTA_SOURCE_NONE;
}

/* The sentence that the quotation and the pronoun behind or before it begin in. */
static uint32_t sentence_around(const pacta_attribution *a, uint32_t pronoun) {
    uint32_t first = a->work->quoted.items[a->index].first;
    return pacta_sentence_of(a->work, first < pronoun ? first : pronoun);
}

/* It also says: what was quoted last, if that is no person. */
static bool goes_on(const pacta_attribution *a, uint32_t pronoun, pacta_phrase *found) {
    const pacta_work *work = a->work;
    if (a->last == PACTA_NONE || !pacta_is(work, pronoun + 1, CLASS_ADVERB))
        return false;
    const pacta_source *source = &work->document->quotations.items[a->last].source;
    *found = (pacta_phrase){pacta_token_at(work, source->span.begin),
                            pacta_token_at(work, source->span.end - 1) + 1};
    bool person = source->kind == PACTA_SOURCE_PERSON &&
                  (pacta_phrase_is_name(work, *found) || pacta_phrase_has_office(work, *found) ||
                   (pacta_cut_at(work, found->end - 1)->flags & TOKEN_UPPER) != 0);
    return source->kind != PACTA_SOURCE_PRONOUN && !person;
}

/* The trouble is Article 6. It reads: what only texts do, and one is named last before. */
static bool is_text_named_last(const pacta_attribution *a, uint32_t pronoun, pacta_phrase *found) {
    pacta_work *work = a->work;
    const uint32_t first = work->sentences.items[sentence_around(a, pronoun)].first;
    if (first < 2 || !pacta_is(work, pronoun + 1, CLASS_CUE_TEXT) || pacta_is_saying(a, pronoun + 1))
        return false;
    uint32_t last = first - 1;
    while (last > 1 && last + 3 > first && pacta_cut_at(work, last)->kind == PACTA_TOKEN_BREAK)
        last--;
    const uint32_t reference = pacta_reference_in(work, last - 1, last);
    if (reference != PACTA_NONE)
        *found = pacta_reference_phrase(work, reference);
    return reference != PACTA_NONE && found->end == last;
}

/* The lesson that the report draws */
static bool is_writing(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_WRITING) && token > 0 && pacta_is_definite(work, token - 1);
}

pacta_source_kind pacta_find_neuter(const pacta_attribution *a, uint32_t pronoun, pacta_phrase *found) {
    pacta_work *work = a->work;
    uint32_t sentence = pacta_sentence_of(work, pronoun);
    uint32_t low = work->sentences.items[sentence >= SENTENCES ? sentence - SENTENCES : 0].first;
    const pacta_quotation *quotations = work->document->quotations.items;
    if (goes_on(a, pronoun, found))
        return quotations[a->last].source.kind;
    if (is_text_named_last(a, pronoun, found))
        return PACTA_SOURCE_PROVISION;
    uint32_t inside = a->index, own = sentence_around(a, pronoun);
    for (uint32_t i = pronoun; i-- > low && pronoun - i < LOOK_BACK;) {
        if (own > 0 && i + 1 == work->sentences.items[own].first) {
            pacta_source_kind kind = neuter_subject(work, own - 1, found);
            if (kind != PACTA_SOURCE_NONE)
                return kind;
        }
        while (inside != PACTA_NONE && work->quoted.items[inside].first > i)
            inside = inside > 0 ? inside - 1 : PACTA_NONE;
        bool quoted =
            quotations[a->index].depth == 0 && inside != PACTA_NONE && i < work->quoted.items[inside].end;
        uint32_t reference = pacta_reference_in(work, i, i + 1);
        if (reference != PACTA_NONE && !quoted) {
            *found = pacta_reference_phrase(work, reference);
            return PACTA_SOURCE_PROVISION;
        }
        uint32_t name = pacta_name_until(work, i + 1);
        if (i + 2 == pronoun && pacta_is_char(work, i + 1, ','))
            continue; /* The accord, it said, was: not the accord */
        const uint32_t first = name != PACTA_NONE ? work->names.items[name].first : 0;
        if (name != PACTA_NONE && !quoted && !(first > 0 && pacta_is(work, first - 1, CLASS_PREPOSITION))) {
            *found = (pacta_phrase){first, i + 1};
            return PACTA_SOURCE_INSTRUMENT;
        }
        bool body = (pacta_is(work, i, CLASS_ORGANISATION) && !pacta_says_time(work, i)) ||
                    (pacta_cut_at(work, i)->flags & TOKEN_CAPS) != 0;
        if (body && !quoted && pacta_cut_at(work, i)->kind == PACTA_TOKEN_WORD) {
            *found = pacta_phrase_ending(work, low, i + 1);
            return PACTA_SOURCE_ORGANISATION;
        }
        if (!quoted && is_writing(work, i)) {
            *found = pacta_phrase_ending(work, low, i + 1);
            return pacta_source_kind_of(work, *found);
        }
    }
    return PACTA_SOURCE_NONE;
}

/* ---- He, she, they --------------------------------------------------------------- */

static bool is_person(pacta_work *work, pacta_phrase p, bool plural) {
    if (p.first >= p.end || pacta_is(work, p.first, CLASS_PRONOUN) ||
        pacta_is(work, p.first, CLASS_QUANTIFIER))
        return false;
    for (uint32_t i = p.first; i < p.end && !plural; i++)
        if (pacta_is(work, i, CLASS_LIST_JOINER) || pacta_is(work, i, CLASS_WRITING))
            return false; /* Orsk and Vend: more than one */
    bool telling = pacta_is(work, p.end - 1, CLASS_PERSON_NOUN);
    bool one = pacta_phrase_is_name(work, p) || (telling && !pacta_is(work, p.end - 1, CLASS_PEOPLE));
    if (plural ? one
               : !one && pacta_is(work, p.end - 1, CLASS_PEOPLE) && !pacta_is(work, p.first, CLASS_NUMERAL))
        return false;
    bool article = p.first > 0 && pacta_is(work, p.first - 1, CLASS_DETERMINER);
    bool named = pacta_phrase_has_office(work, p) ||
                 (pacta_is_capital(work, p.first) && !pacta_opens_phrase(work, p.first) && !article);
    for (uint32_t i = p.end; named && i-- > p.first && !telling && !pacta_is_clitic(work, i);)
        telling = (pacta_cut_at(work, i)->flags & TOKEN_UPPER) != 0;
    return telling && pacta_source_kind_of(work, p) == PACTA_SOURCE_PERSON;
}

static bool names_one(const pacta_work *work, pacta_span span) {
    pacta_phrase p = {pacta_token_at(work, span.begin), pacta_token_at(work, span.end - 1) + 1};
    return pacta_phrase_is_name(work, p);
}

/* He is not she, and it and they are neither. */
static bool is_other(const pacta_work *work, const pacta_source *source, uint32_t pronoun) {
    if (source->kind != PACTA_SOURCE_PRONOUN)
        return false;
    uint32_t token = pacta_token_at(work, source->span.begin);
    if (pacta_is(work, pronoun, CLASS_PLURAL) != pacta_is(work, token, CLASS_PLURAL))
        return true;
    return pacta_is(work, token, CLASS_NEUTER) ||
           (pacta_is(work, token, CLASS_PERSONAL) && pacta_is(work, pronoun, CLASS_PERSONAL) &&
            pacta_word_of(work, token)->value != pacta_word_of(work, pronoun)->value);
}

/* The speaker of the quotation that stands last in the sentence, before ours. */
static const pacta_source *speaker_in(const pacta_attribution *a, pacta_span sentence, uint32_t pronoun) {
    bool plural = pacta_is(a->work, pronoun, CLASS_PLURAL);
    const pacta_quotation *quotations = a->work->document->quotations.items;
    for (uint32_t i = a->index;
         i-- > 0 && a->index - i < EARLIER && quotations[i].span.end > sentence.begin;) {
        const pacta_source *source = &quotations[i].source;
        if (quotations[i].span.begin >= sentence.end || is_other(a->work, source, pronoun))
            continue;
        if (plural && source->kind == PACTA_SOURCE_PERSON && names_one(a->work, source->span))
            continue;
        if (source->kind == PACTA_SOURCE_PERSON || (!plural && source->kind == PACTA_SOURCE_UNKNOWN) ||
            (plural && source->kind == PACTA_SOURCE_ORGANISATION) ||
            (source->kind == PACTA_SOURCE_PRONOUN && source->stands_for != NULL))
            return source;
    }
    return NULL;
}

/* Somebody of this name was quoted before. */
static bool is_known(const pacta_attribution *a, pacta_phrase name) {
    const pacta_quotation *quotations = a->work->document->quotations.items;
    for (uint32_t i = a->index; i-- > 0 && a->index - i < EARLIER;) {
        if (quotations[i].source.kind != PACTA_SOURCE_PERSON)
            continue;
        uint32_t last = pacta_token_at(a->work, quotations[i].source.span.end - 1);
        if (pacta_same_word(a->work, last, name.end - 1))
            return true;
    }
    return false;
}

/* A name in full, the last before the pronoun, of somebody who has a title or
 * was quoted before. */
static pacta_phrase name_in(const pacta_attribution *a, uint32_t low, uint32_t end) {
    pacta_work *work = a->work;
    for (uint32_t i = end; i-- > low && end - i < LOOK_BACK;) {
        pacta_phrase p = pacta_phrase_core(work, low, i + 1);
        if (pacta_is_bare_name(work, p) && is_person(work, p, false) &&
            (pacta_is(work, p.first, CLASS_PERSON_TITLE) || is_known(a, p)))
            return p;
    }
    return (pacta_phrase){end, end};
}

static const char *copy_span(pacta_work *work, pacta_span span) {
    return pacta_keep(work, pacta_work_text(work) + span.begin, span.end - span.begin);
}

static const char *copy_phrase(pacta_work *work, pacta_phrase p) {
    return p.first < p.end ? copy_span(work, (pacta_span){pacta_cut_at(work, p.first)->begin,
                                                          pacta_cut_at(work, p.end - 1)->end})
                           : NULL;
}

/* One of the ministers, Ana Ruiz, */
static pacta_phrase apposed_name(pacta_work *work, pacta_phrase subject, uint32_t end) {
    pacta_phrase name = {end, end};
    if (subject.first < subject.end && subject.end + 2 < end && !pacta_phrase_is_name(work, subject) &&
        pacta_is_char(work, subject.end, ','))
        name = pacta_phrase_from(work, subject.end + 1, end);
    return name.first < name.end && name.end < end && pacta_is_char(work, name.end, ',') &&
                   pacta_is_bare_name(work, name) && is_person(work, name, false)
               ? name
               : (pacta_phrase){end, end};
}

/* Ana Ruiz's visit: whose it is. */
static pacta_phrase owner_in(pacta_work *work, pacta_phrase subject) {
    for (uint32_t i = subject.first; i < subject.end; i++)
        if (pacta_is_clitic(work, i))
            return (pacta_phrase){subject.first, i};
    return subject;
}

static pacta_phrase in_full(pacta_work *work, pacta_phrase p) {
    if (p.end - p.first > 1 || pacta_is(work, p.first, CLASS_PERSON_NOUN))
        return p;
    pacta_phrase name = pacta_full_name(work, p.first);
    return name.first < name.end ? name : p;
}

/* According to Ana Ruiz, many come late. */
static pacta_phrase told_by(const pacta_attribution *a, uint32_t low, uint32_t end) {
    for (uint32_t i = end - low > LOOK_BACK ? end - LOOK_BACK : low; i < end; i++) {
        pacta_phrase p;
        uint32_t next;
        if (pacta_is(a->work, i, CLASS_CUE_SOURCE) && pacta_follows_cue(a, i, end, &p, &next))
            return p;
    }
    return (pacta_phrase){end, end};
}

/* Sentence by sentence backwards: who is quoted in it, who is its subject, who
 * is named in it. */
static const char *personal_antecedent(const pacta_attribution *a, uint32_t pronoun, bool plural) {
    pacta_work *work = a->work;
    uint32_t limit = pronoun < a->first ? pronoun : a->first; /* his own words tell nothing of him */
    uint32_t sentence = pacta_sentence_of(work, limit);
    pacta_phrase none = {0, 0};
    for (unsigned n = 0; n <= SENTENCES; n++, sentence--) {
        uint32_t low = work->sentences.items[sentence].first;
        uint32_t end = work->sentences.items[sentence].end;
        end = end < limit ? end : limit;
        if (low < end) {
            pacta_span span = {pacta_cut_at(work, low)->begin, pacta_cut_at(work, end - 1)->end};
            const pacta_source *speaker = speaker_in(a, span, pronoun);
            if (speaker != NULL)
                return speaker->stands_for != NULL ? speaker->stands_for : copy_span(a->work, speaker->span);
            pacta_phrase told = told_by(a, low, end);
            if (!is_person(work, told, plural))
                told = pacta_teller_in(a, low, end);
            if (is_person(work, told, plural))
                return copy_phrase(a->work, in_full(work, told));
            pacta_phrase subject = pacta_phrase_opening(work, low, end);
            pacta_phrase apposed = plural ? none : apposed_name(work, subject, end);
            if (apposed.first < apposed.end)
                return copy_phrase(a->work, apposed);
            if (!is_person(work, subject, plural) && !plural)
                subject = owner_in(work, subject);
            if (is_person(work, subject, plural))
                return copy_phrase(a->work, in_full(work, subject));
            pacta_phrase name = plural ? subject : name_in(a, low, end);
            if (!plural && name.first < name.end)
                return copy_phrase(a->work, name);
        }
        if (sentence == 0)
            break;
    }
    const pacta_source *speaker = speaker_in(a, (pacta_span){0, pacta_cut_at(work, pronoun)->begin}, pronoun);
    bool near =
        speaker != NULL && (plural || pronoun - pacta_token_at(work, speaker->span.begin) < LOOK_BACK);
    if (!near)
        return NULL;
    return speaker->stands_for != NULL ? speaker->stands_for : copy_span(a->work, speaker->span);
}

const char *pacta_antecedent(const pacta_attribution *a, uint32_t pronoun) {
    const pacta_work *work = a->work;
    if (pacta_is(work, pronoun, CLASS_NEUTER)) {
        pacta_phrase found = {0, 0};
        pacta_find_neuter(a, pronoun, &found);
        return copy_phrase(a->work, found);
    }
    bool plural = pacta_is(work, pronoun, CLASS_PLURAL);
    bool personal = pacta_is(work, pronoun, CLASS_PERSONAL) ||
                    pacta_is(work, pronoun, CLASS_PRONOUN_OBJECT) ||
                    (pacta_is(work, pronoun, CLASS_POSSESSIVE) && !pacta_is(work, pronoun, CLASS_SPEAKER));
    return plural || personal ? personal_antecedent(a, pronoun, plural) : NULL;
}
