/* Participles that report: calling it, saying that, was thinking. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { CITED_REACH = 40 };

/* with the latter saying; and not: played for the federation, saying */
static bool goes_with(const pacta_attribution *a, pacta_phrase p) {
    uint32_t before = p.first - (p.first > a->low);
    if (before > a->low && pacta_is(a->work, before, CLASS_DETERMINER))
        before--;
    if (pacta_is(a->work, before, CLASS_PREPOSITION))
        return pacta_is(a->work, before, CLASS_ACCOMPANYING);
    return (pacta_cut_at(a->work, p.first)->flags & TOKEN_UPPER) != 0 && !pacta_is_char(a->work, before, ',');
}

/* with Ruta Svenn calling it: the participle has its own subject. */
static bool find_own_subject(const pacta_attribution *a, uint32_t participle, pacta_phrase *subject) {
    uint32_t begin = pacta_verb_begin(a->work, a->low, participle);
    if (begin <= a->low || pacta_cut_at(a->work, begin - 1)->kind != PACTA_TOKEN_WORD)
        return false;
    *subject = pacta_phrase_ending(a->work, pacta_floor_of(a, begin), begin);
    const bool printed = subject->end == begin && pacta_is(a->work, participle, CLASS_CUE_READING) &&
                         pacta_is(a->work, begin - 1, CLASS_WRITING); /* a banner reading */
    return subject->first < subject->end && pacta_can_speak(a->work, *subject) &&
           (printed || goes_with(a, *subject));
}

/* calling it, saying; citing where the quotation is what is cited */
static bool is_participle(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    uint32_t before = token - (token > a->low);
    if (pacta_is(work, before, CLASS_BE) || pacta_is(work, before, CLASS_BE_JOINED) ||
        pacta_is(work, before, CLASS_DETERMINER))
        return false;
    return pacta_is(work, token, CLASS_CUE_PARTICIPLE) ||
           (pacta_is(work, token, CLASS_CUE_CITING) && !pacta_is_reporting(a, token) &&
            pacta_stands_beside(a, token));
}

bool pacta_find_cited_speaker(const pacta_attribution *a, uint32_t link, pacta_phrase *speaker) {
    for (uint32_t i = link; i-- > a->low && link - i < CITED_REACH;) {
        if (!pacta_is(a->work, i, CLASS_CUE_CITING))
            continue;
        *speaker = pacta_phrase_from(a->work, i + 1, link);
        return !pacta_verb_is_passive(a->work, a->low, i) && pacta_can_speak(a->work, *speaker);
    }
    const uint32_t verb = link - (link > a->low);
    if (verb > a->low &&
        (pacta_ends_as(a->work, verb, CLASS_PAST_ENDING) || pacta_is(a->work, verb, CLASS_CUE_TEXT)) &&
        pacta_verb_is_passive(a->work, a->low, verb)) { /* Holm is recorded as */
        *speaker = pacta_phrase_before(a->work, pacta_subject_floor(a, verb), verb);
        return pacta_can_speak(a->work, *speaker);
    }
    *speaker = pacta_phrase_ending(a->work, pacta_floor_of(a, link), link); /* they recorded Holm as */
    return speaker->first < speaker->end && pacta_can_speak(a->work, *speaker);
}

/* Calling it "...", the mayor ...: the subject of what follows. */
static bool find_subject_behind(const pacta_attribution *a, pacta_phrase *subject) {
    uint32_t from = a->end;
    if (from < a->high && pacta_is_char(a->work, from, ','))
        from++;
    *subject = pacta_phrase_from(a->work, from, a->high);
    return pacta_can_speak(a->work, *subject);
}

static bool find_participle(const pacta_attribution *a, uint32_t token, pacta_phrase *subject) {
    if (token > a->low && pacta_is(a->work, token - 1, CLASS_LINK) &&
        pacta_find_cited_speaker(a, token - 1, subject))
        return true;
    if (token == a->low || pacta_verb_begin(a->work, a->low, token) == a->low)
        return find_subject_behind(a, subject);
    return find_own_subject(a, token, subject) || pacta_find_main_subject(a, token, subject);
}

/* I was thinking, "...": a participle that is the clause's verb. */
static bool is_progressive(const pacta_attribution *a, uint32_t token) {
    const pacta_phrase what =
        pacta_opens_phrase(a->work, token + 1) && !pacta_is(a->work, token, CLASS_CUE_READING)
            ? pacta_phrase_from(a->work, token + 1, a->first)
            : (pacta_phrase){0, 0};
    bool object = what.end == a->first || /* are calling the deal; are calling it */
                  (pacta_is(a->work, token + 1, CLASS_NEUTER) && pacta_stands_beside(a, token + 1));
    const bool clause = pacta_is_that(a->work, token + 1) || /* was asking whether */
                        pacta_is(a->work, token + 1, CLASS_CLAUSE_OPENER);
    if (!pacta_is(a->work, token, CLASS_CUE_PARTICIPLE) ||
        !(object || clause || pacta_stands_beside(a, token)))
        return false;
    uint32_t before = token;
    while (before > a->low && pacta_is(a->work, before - 1, CLASS_ADVERB))
        before--;
    return before > a->low &&
           (pacta_is(a->work, before - 1, CLASS_BE) || pacta_is(a->work, before - 1, CLASS_BE_JOINED));
}

bool pacta_read_participle(const pacta_attribution *a, uint32_t token, pacta_phrase *subject) {
    bool found = false;
    if (is_progressive(a, token)) {
        *subject = pacta_phrase_before(a->work, pacta_subject_floor(a, token), token);
        found = subject->end == pacta_verb_begin(a->work, a->low, token) && /* and no aside between */
                pacta_can_speak(a->work, *subject);
    } else if (is_participle(a, token)) {
        found = find_participle(a, token, subject);
    } else {
        return false;
    }
    if (!found)
        *subject = (pacta_phrase){token, token};
    return true;
}
