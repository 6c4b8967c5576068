/* Persons as sources that no reporting word joins to the quotation: who does what its words
 * tell, and whose words stand behind a comma, or go on. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { BACK_REACH = 70, SENTENCE = 7, GAP = 10, DEED = 4 };

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

/* She called the deal "...": between verb and words stands what is judged. */
static bool names_object(const pacta_attribution *a, uint32_t quotation) {
    const pacta_quotation *told = &a->work->document->quotations.items[quotation];
    if (told->cue.end == 0 || told->cue.end > told->span.begin)
        return false;
    uint32_t object = pacta_token_at(a->work, told->cue.end - 1) + 1;
    return object < a->work->quoted.items[quotation].first && pacta_is(a->work, object, CLASS_DETERMINER) &&
           !pacta_is(a->work, a->work->quoted.items[quotation].first - 1, CLASS_LINK);
}

/* Article 2 speaks of "oil", Article 3 of "gas": a text behind a text, with the word before
 * the quotation that stands before the one before. */
static bool find_gapped_text(pacta_attribution *a, uint32_t previous) {
    const pacta_work *work = a->work;
    const uint32_t floor = work->quoted.items[previous].end, before = work->quoted.items[previous].first;
    if (a->first < floor + 3 || before == 0 || !pacta_is(work, a->first - 1, CLASS_PREPOSITION) ||
        !pacta_same_word(work, a->first - 1, before - 1) ||
        !pacta_is_text_source(a, &work->document->quotations.items[previous].source))
        return false;
    const pacta_phrase p = pacta_phrase_ending(work, floor, a->first - 1);
    return p.first < p.end && p.end == a->first - 1 && p.first <= floor + 3 && pacta_is_cited(a, p) &&
           (pacta_is(work, floor, CLASS_LIST_JOINER) || pacta_is_char(work, floor, ',') ||
            pacta_is_char(work, floor, ';')) &&
           pacta_settle(a, p, 0, 0);
}

/* "Read it!" came from the back benches. */
bool pacta_find_coming(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->end + 2 >= a->high || !pacta_is(work, a->end, CLASS_COMING) ||
        !pacta_is(work, a->end + 1, CLASS_ORIGIN))
        return false;
    const pacta_phrase p = pacta_phrase_from(work, a->end + 2, a->high);
    return pacta_can_speak(work, p) && pacta_settle(a, p, a->end, a->end + 2);
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
    if (find_gapped_text(a, previous))
        return true;
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
    bool clause = pacta_is_that(work, next);
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
