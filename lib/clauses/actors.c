/* Who is bound: the subject, or whom its verb binds instead. */
#include "clauses/norms.h"
#include "phrases/phrases.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { ACTOR_TOKENS = 40, VOICE_TOKENS = 24, NOUN_LINKS = 3 };

/* article, paragraph; but of divisions, a Part: the excess part of a payment is none */
static bool is_unit(const pacta_work *work, uint32_t token) {
    uint8_t unit = pacta_word_of(work, token)->unit;
    return unit != 0 && (work->rules->units.items[unit - 1].level != LEVEL_DIVISION ||
                         (pacta_cut_at(work, token)->flags & TOKEN_UPPER) != 0);
}

bool pacta_subject_is_instrument(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end)
        return false;
    uint32_t head = first;
    while (head < end && (pacta_is(work, head, CLASS_DETERMINER) || pacta_is(work, head, CLASS_SELF) ||
                          pacta_is(work, head, CLASS_DEMONSTRATIVE)))
        head++;
    if (head < end && pacta_reference_in(work, head, head + 1) != PACTA_NONE)
        return true;
    if (head >= end)
        head = first;
    while (head + 1 < end && !pacta_is(work, head + 1, CLASS_OF) &&
           !pacta_is(work, head + 1, CLASS_PHRASE_STOP) &&
           pacta_cut_at(work, head + 1)->kind == PACTA_TOKEN_WORD)
        head++;
    return pacta_is(work, head, CLASS_INSTRUMENT_NOUN) || pacta_is(work, head, CLASS_GENERIC) ||
           pacta_is(work, head, CLASS_TEXT_NOUN) || is_unit(work, head) ||
           pacta_name_until(work, head + 1) != PACTA_NONE;
}

bool pacta_subject_is_somebody(const pacta_work *work, const pacta_norm *norm) {
    for (uint32_t i = norm->subject; i < norm->subject_end; i++) {
        if (pacta_is(work, i, CLASS_PARTY) || pacta_is(work, i, CLASS_ORGANISATION) ||
            pacta_is(work, i, CLASS_PERSON_NOUN) || pacta_is(work, i, CLASS_PERSON_TITLE) ||
            pacta_is(work, i, CLASS_SOMEBODY) || pacta_is(work, i, CLASS_PERSONAL) ||
            pacta_is(work, i, CLASS_PLURAL))
            return true;
        if (i > norm->subject && (pacta_is(work, i, CLASS_PREPOSITION) || pacta_is(work, i, CLASS_RELATIVE)))
            break; /* of the Parties */
    }
    return false;
}

/* The verb behind the cue is a passive: it binds its agent, where it has one. */
static bool is_passive(pacta_work *work, const pacta_norm *norm, uint32_t end, pacta_span *agent) {
    *agent = (pacta_span){0, 0};
    for (uint32_t i = norm->end; i < end && i - norm->end < VOICE_TOKENS; i++) {
        const pacta_rule *rule = pacta_rule_at(work, RULE_VOICE, i);
        if (rule != NULL) {
            pacta_match_group(&work->matcher, rule, GROUP_ACTOR, agent);
            return true;
        }
        if (pacta_is_comma(work, i)) { /* words put between */
            uint32_t close = i + 1;
            while (close < end && close - i < VOICE_TOKENS && !pacta_is_comma(work, close))
                close++;
            i = close;
        } else if (!pacta_is(work, i, CLASS_ADVERB)) {
            return false;
        }
    }
    return false;
}

bool pacta_norm_is_passive(pacta_work *work, const pacta_norm *norm, uint32_t end) {
    pacta_span agent;
    return is_passive(work, norm, end, &agent);
}

static uint32_t behind_adverbs(const pacta_work *work, uint32_t token, uint32_t end) {
    while (token < end && pacta_is(work, token, CLASS_ADVERB))
        token++;
    return token;
}

/* The verb says what something is or holds: nobody is bound by that but who can be. */
static bool tells_of_things(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    const uint32_t verb = behind_adverbs(work, norm->end, end);
    return verb < end && (pacta_is(work, verb, CLASS_BE) || pacta_is(work, verb, CLASS_STATIVE)) &&
           !pacta_subject_is_somebody(work, norm);
}

/* The Parties shall be bound, shall remain committed: they are, and no agent does it. */
static bool binds_subject(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    const uint32_t verb = behind_adverbs(work, norm->end, end), state = behind_adverbs(work, verb + 1, end);
    return state < end && (pacta_is(work, verb, CLASS_BE) || pacta_is(work, verb, CLASS_STATIVE)) &&
           pacta_is(work, state, CLASS_BINDING_STATE) && pacta_subject_is_somebody(work, norm);
}

/* The pact requires either side to, bars it from: whom an instrument's verb binds; but not:
 * requires leave from. */
static pacta_span object_of(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    pacta_phrase object = pacta_phrase_core_from(work, norm->end, end);
    if (object.first >= object.end || object.end >= end || !pacta_is(work, object.end, CLASS_OBJECT_STOP) ||
        (norm->modality == PACTA_OBLIGATION && !pacta_is(work, object.end, CLASS_INFINITIVE)))
        return (pacta_span){0, 0};
    return (pacta_span){pacta_cut_at(work, object.first)->begin, pacta_cut_at(work, object.end - 1)->end};
}

pacta_span pacta_subject_outside(const pacta_work *work, const pacta_norm *norm) {
    pacta_span none = {0, 0};
    if (norm->quotation == PACTA_NONE)
        return none;
    const pacta_quotation *quotation = &work->document->quotations.items[norm->quotation];
    uint32_t mark = pacta_token_at(work, quotation->span.begin);
    if (norm->first != mark + 1 || mark == 0)
        return none;
    uint32_t low = work->sentences.items[pacta_sentence_of(work, mark - 1)].first;
    pacta_phrase subject = pacta_phrase_core(work, low, mark);
    if (subject.first >= subject.end || pacta_subject_is_instrument(work, subject.first, subject.end))
        return none;
    return (pacta_span){pacta_cut_at(work, subject.first)->begin, pacta_cut_at(work, subject.end - 1)->end};
}

/* The cue is a passive itself: is prohibited, but not is obliged to, is barred from; nor
 * shall be entitled: */
static bool has_passive_cue(const pacta_work *work, const pacta_norm *norm) {
    bool be = false; /* it is forbidden to: nobody is it */
    bool it = norm->subject + 1 == norm->subject_end && pacta_is(work, norm->subject, CLASS_NEUTER);
    for (uint32_t i = norm->first; i < norm->end; i++)
        be = be || pacta_is(work, i, CLASS_BE);
    return be && norm->modality != PACTA_ENTITLEMENT && norm->actor.end == 0 &&
           !pacta_is(work, norm->end - 1, CLASS_INFINITIVE) &&
           !pacta_is(work, norm->end - 1, CLASS_PREPOSITION) && !pacta_is(work, norm->end - 1, CLASS_BE) &&
           (it || !pacta_is(work, norm->end, CLASS_OBJECT_STOP));
}

/* Orla signed the treaty, agreeing to ...: who did the main verb's deed. */
static pacta_span actor_of_participle(const pacta_work *work, const pacta_norm *norm) {
    for (uint32_t i = norm->part; i < norm->first; i++) {
        if (!pacta_is(work, i, CLASS_SIGNING))
            continue;
        pacta_phrase phrase = pacta_phrase_before(work, norm->part, i);
        if (phrase.end > phrase.first)
            return (pacta_span){pacta_cut_at(work, phrase.first)->begin,
                                pacta_cut_at(work, phrase.end - 1)->end};
    }
    return (pacta_span){0, 0};
}

/* the Secretary of the Council, who: the first noun, and not the last. */
static pacta_phrase whole_noun(const pacta_work *work, uint32_t sentence, pacta_phrase noun) {
    for (unsigned n = 0; n < NOUN_LINKS && noun.first > sentence + 1; n++) {
        uint32_t of = noun.first - 1 - pacta_is(work, noun.first - 1, CLASS_DETERMINER);
        pacta_phrase head = pacta_is(work, of, CLASS_PART_OF) ? pacta_phrase_core(work, sentence, of) : noun;
        if (head.first >= noun.first || head.end != of)
            break;
        noun.first = head.first;
    }
    return noun;
}

/* a Chairman, who shall: the noun that "who" stands for; else the subject. */
static pacta_phrase subject_meant(const pacta_work *work, const pacta_norm *norm) {
    pacta_phrase subject = {norm->subject, norm->subject_end};
    if (subject.first >= subject.end || !pacta_is(work, subject.end - 1, CLASS_SUBJECT_RELATIVE))
        return subject;
    uint32_t sentence = work->sentences.items[pacta_sentence_of(work, subject.first)].first;
    uint32_t end = subject.end - 1;
    end -= end > sentence && pacta_is_comma(work, end - 1);
    pacta_phrase noun = pacta_phrase_ending(work, sentence, end);
    return noun.end > noun.first ? whole_noun(work, sentence, noun) : subject;
}

pacta_span pacta_actor_of(pacta_work *work, const pacta_norm *norm, uint32_t end) {
    pacta_span agent;
    const bool deed = norm->effect && pacta_subject_is_somebody(work, norm); /* the Board shall remain */
    if ((norm->modality == PACTA_CONSTITUTIVE && !deed) || norm->modality == PACTA_DEFINITION)
        return (pacta_span){0, 0};
    if ((is_passive(work, norm, end, &agent) && !(agent.end == 0 && binds_subject(work, norm, end))) ||
        has_passive_cue(work, norm))
        return agent;
    if (pacta_is(work, norm->first, CLASS_PROMISING))
        return actor_of_participle(work, norm);
    if (norm->actor.end > 0)
        return norm->actor;
    if (norm->of_instrument)
        return object_of(work, norm, end);
    const uint32_t subject = pacta_leave_circumstance(work, norm->subject, norm->subject_end);
    if (pacta_subject_is_instrument(work, subject, norm->subject_end) || tells_of_things(work, norm, end))
        return (pacta_span){0, 0};
    pacta_phrase meant = subject_meant(work, norm);
    uint32_t first = pacta_leave_circumstance(work, meant.first, meant.end), last = meant.end;
    if (pacta_is_mere_circumstance(work, first, last))
        return (pacta_span){0, 0};
    if (first == last)
        return pacta_subject_outside(work, norm);
    if (first + 1 < last && pacta_is_definite(work, first))
        first++;
    while (last > first && pacta_cut_at(work, last - 1)->kind == PACTA_TOKEN_SYMBOL &&
           !pacta_is_char(work, last - 1, ')'))
        last--;
    if (first >= last || last - first > ACTOR_TOKENS)
        return (pacta_span){0, 0};
    return (pacta_span){pacta_cut_at(work, first)->begin, pacta_cut_at(work, last - 1)->end};
}
