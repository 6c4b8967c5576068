/* One verb before the quotation: whether it reports the words, and who says it. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { LISTENER = 3, NEAR = 5, CHARGE = 16, DEMANDED = 16, CLAUSE = 24, CONDITION = 10, WHEN = 5 };

bool pacta_find_parenthetic(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject) {
    if (verb <= a->low || !pacta_is_saying(a, verb) || pacta_is(a->work, verb, CLASS_CUE_TELLING))
        return false;
    bool quoted = pacta_cut_at(a->work, verb - 1)->kind == PACTA_TOKEN_QUOTE;
    if (!quoted && !pacta_is_char(a->work, verb - 1, ','))
        return false;
    *subject = pacta_phrase_from(a->work, verb + 1, a->first);
    if (!pacta_can_speak(a->work, *subject))
        return false;
    return quoted || pacta_is_char(a->work, subject->end, ',') || pacta_is_char(a->work, subject->end, ':');
}

static bool is_weak_here(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    return pacta_is(a->work, verb, CLASS_CUE_WEAK) && !pacta_is_saying(a, verb) &&
           (pacta_cut_at(a->work, subject.end - 1)->flags & TOKEN_CLITIC) != 0;
}

/* The pact - described in a memo as "..." -: a participle, and no past. */
static bool is_told_in(const pacta_attribution *a, uint32_t verb) {
    return verb > a->low && pacta_is(a->work, verb + 1, CLASS_LOCATION) &&
           (pacta_is_char(a->work, verb - 1, ',') || pacta_is_dash(a->work, verb - 1));
}

/* The court saw "no need" for it: what who sees it says so, and no title of what is seen. */
static bool sees_words(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_CUE_SEEING) && token + 1 == a->first && a->end > a->first + 3 &&
           pacta_is(a->work, a->first + 1, CLASS_NEGATION) &&
           (pacta_cut_at(a->work, a->first + 1)->flags & TOKEN_UPPER) == 0;
}

/* She thought the question "idle": nothing parts the judgment from who thinks so. */
static bool thinks_words(const pacta_attribution *a, uint32_t token) {
    enum { REACH = 8 };
    if (!pacta_is(a->work, token, CLASS_CUE_THINKING) || a->first - token > REACH)
        return false;
    for (uint32_t i = token + 1; i < a->first; i++)
        if (pacta_cut_at(a->work, i)->kind != PACTA_TOKEN_WORD)
            return false;
    return true;
}

/* As Holm put it, "..."; which critics saw as "..."; what did he mean by "..."? */
static bool is_judging(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    uint32_t last = a->first - 1;
    if (last > token + 1 && pacta_is(work, last, CLASS_DETERMINER))
        last--;
    bool put = pacta_is(work, token, CLASS_CUE_PUTTING) && pacta_is(work, token + 1, CLASS_NEUTER);
    return put ||
           (pacta_is(work, token, CLASS_CUE_SEEING) && last > token && pacta_is(work, last, CLASS_LINK)) ||
           sees_words(a, token) || thinks_words(a, token) ||
           (pacta_is(work, token, CLASS_CUE_MEANING) && last == token + 1 &&
            pacta_is(work, last, CLASS_AGENT) && !pacta_verb_is_passive(work, a->low, token));
}

/* They say nothing about "lamps"; if Holm threatens it and you "stop" him: the
 * quotation belongs to other words. */
static bool lacks_object(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    uint32_t last = a->first - 1;
    bool weak = pacta_is(work, verb, CLASS_CUE_WEAK) && !pacta_is_saying(a, verb);
    bool mute = pacta_is(work, verb + 1, CLASS_MUTE) && !pacta_is(work, verb + 1, CLASS_DEMONSTRATIVE) &&
                pacta_is(work, last, CLASS_PREPOSITION) && verb + 2 == last;
    return mute || (weak && last > verb && pacta_is(work, last, CLASS_PRONOUN) &&
                    !pacta_is(work, last, CLASS_NEUTER) && !pacta_is(work, last - 1, CLASS_CLAUSE_OPENER) &&
                    (pacta_is(work, last - 1, CLASS_LIST_JOINER) || pacta_is_char(work, last - 1, ',')));
}

/* The shape of the skulls suggested; the line continues: a thing, and no speaker if there is
 * another. */
static bool is_thing(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const bool does = pacta_is(a->work, verb, CLASS_CUE_TAG) && !pacta_is_saying(a, verb) &&
                      !pacta_is(a->work, verb, CLASS_CUE_WEAK);
    return (does || pacta_is(a->work, verb, CLASS_CUE_INFERRING)) && !pacta_has_voice(a->work, subject) &&
           !pacta_is_cited(a, subject);
}

/* In the accord it is written: the text that the sentence begins with, and "it" behind it. */
static bool find_fronted_text(const pacta_attribution *a, uint32_t verb, pacta_phrase *text) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, a->low, CLASS_LOCATION))
        return false;
    *text = pacta_phrase_from(work, a->low + 1, verb);
    const uint32_t next = text->end + pacta_is_char(work, text->end, ',');
    return text->first < text->end && pacta_is_cited(a, *text) && next < verb &&
           pacta_is(work, next, CLASS_NEUTER);
}

/* in 2011, on Monday: a word of what says when. */
static bool is_of_time(const pacta_work *work, uint32_t token) {
    return pacta_says_time(work, token) || pacta_is(work, token, CLASS_MONTH) ||
           pacta_is(work, token, CLASS_WEEKDAY) || pacta_cut_at(work, token)->kind == PACTA_TOKEN_NUMBER;
}

/* was described [in 2011, at the time] by: the token of the agent's "by", or the verb's where none
 * follows. */
static uint32_t agent_behind(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    uint32_t at = verb + 1;
    while (at < a->first && at - verb <= WHEN &&
           (is_of_time(work, at) || pacta_is(work, at, CLASS_DETERMINER) ||
            (pacta_is(work, at, CLASS_PREPOSITION) && !pacta_is(work, at, CLASS_AGENT))))
        at++;
    return at < a->first && pacta_is(work, at, CLASS_AGENT) ? at : verb;
}

/* Described as "...": 1 by somebody who is named, -1 by nobody, 0 the word only
 * looks so. */
static int try_passive(pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    if (pacta_is(work, a->first + 1, CLASS_LEGAL_MODAL) ||
        (!pacta_is_saying(a, verb) &&
         (pacta_is(work, verb, CLASS_CUE_TEXT) || pacta_is(work, a->first + 1, CLASS_MODAL))))
        return 0;
    for (uint32_t i = verb + 1; i < a->first && !pacta_is_saying(a, verb); i++)
        if (pacta_is(work, i, CLASS_AUXILIARY)) /* The inn where talks are held has put "soup" away */
            return 0;
    bool found;
    uint32_t by;
    pacta_phrase text;
    const uint32_t cited =
        pacta_is(work, verb + 1, CLASS_LOCATION) ? pacta_cited_at(work, verb + 2, a->first) : PACTA_NONE;
    if (cited != PACTA_NONE) { /* is stated in Article 4: to keep "..." */
        found = pacta_settle(a, pacta_reference_phrase(work, cited), verb, verb + 2);
    } else if (find_fronted_text(a, verb, &text)) { /* in the accord it is written: "..." */
        found = pacta_settle(a, text, verb, verb + 1);
    } else if ((by = agent_behind(a, verb)) > verb) { /* was called by critics "..." */
        pacta_phrase agent = pacta_phrase_from(work, by + 1, a->first);
        found = pacta_can_speak(work, agent) && pacta_settle(a, agent, verb, verb + 1);
    } else {
        found = pacta_find_agent(a);
    }
    a->passive = !found;
    return found ? 1 : -1;
}

/* it does not go on "in one piece": what texts do as things do, not beside the words. */
static bool is_other_deed(const pacta_attribution *a, uint32_t verb) {
    return pacta_is(a->work, verb, CLASS_CUE_TAG) && !pacta_is_saying(a, verb) &&
           !pacta_is(a->work, verb, CLASS_CUE_WEAK) && !pacta_is(a->work, verb, CLASS_CUE_READING) &&
           !pacta_stands_beside(a, verb);
}

/* Article 4, which obliges both to pay, was "a bad joke": judged, and not told. */
static bool is_set_aside(const pacta_attribution *a, uint32_t verb) {
    uint32_t be = pacta_verb_begin(a->work, a->low, a->first);
    return pacta_is(a->work, verb, CLASS_CUE_TEXT) && !pacta_is_saying(a, verb) && be > verb + 1 &&
           be < a->first && pacta_is(a->work, a->first - 1, CLASS_BE) && pacta_is_char(a->work, be - 1, ',');
}

/* Holm fretted that: a verb of no list, with what somebody tells behind it. */
static bool tells_that(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    bool verbal = pacta_is(work, verb, CLASS_CUE_TAG) || (pacta_ends_as(work, verb, CLASS_PAST_ENDING) &&
                                                          !pacta_verb_is_passive(work, a->low, verb));
    if (!verbal || !pacta_is_small(a, verb) || !pacta_is(work, verb + 1, CLASS_SUBJECT_RELATIVE) ||
        !pacta_is(work, verb + 1, CLASS_DEMONSTRATIVE))
        return false;
    pacta_phrase p = pacta_phrase_before(work, pacta_subject_floor(a, verb), verb);
    return p.first < p.end && !pacta_is(work, p.first, CLASS_NEUTER) &&
           (pacta_has_voice(work, p) || pacta_is(work, p.first, CLASS_ORDINAL));
}

static bool has_comma(const pacta_attribution *a, uint32_t first) {
    for (uint32_t i = first; i < a->first; i++)
        if (pacta_is_char(a->work, i, ','))
            return true;
    return false;
}

/* if Orsk believes so, "..."; when a look at it discloses a fault, what is "...":
 * told on the way to something else. */
static bool is_by_the_way(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const pacta_work *work = a->work;
    uint32_t before = subject.first - (subject.first > a->low);
    if (pacta_is(work, before, CLASS_DETERMINER) && before > a->low)
        before--;
    bool opens = before < subject.first && pacta_is(work, before, CLASS_CLAUSE_OPENER) &&
                 !pacta_is(work, before, CLASS_LIST_JOINER) && !pacta_is(work, before, CLASS_LINK) &&
                 !pacta_is(work, before, CLASS_SUBJECT_RELATIVE) &&
                 !pacta_is(work, before, CLASS_SENTENCE_JOINER);
    const bool led_in = pacta_is_that(work, a->first - 1); /* held, in part, that */
    const bool tells_more = before > a->low &&
                            pacta_is_that(work, before) && /* the pact that they concluded, */
                            pacta_is(work, before - 1, CLASS_INSTRUMENT_NOUN);
    return (opens || tells_more) && !led_in && !pacta_stands_beside(a, verb) && has_comma(a, verb + 1);
}

/* An aide, who was not allowed to speak, was blunter: "...": a relative clause between
 * commas, of which the quotation is no part. */
static bool is_in_relative(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    if (!has_comma(a, verb + 1))
        return false;
    for (uint32_t i = verb; i-- > a->low + 1 && verb - i < CLAUSE;) {
        if (pacta_is_char(work, i, ','))
            return pacta_is(work, i + 1, CLASS_SUBJECT_RELATIVE) &&
                   !pacta_is(work, i + 1, CLASS_DEMONSTRATIVE);
        if (pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
    }
    return false;
}

/* to help one that is attacked, "by all means": the verb tells which one, and no more. */
static bool tells_which(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    const uint32_t begin = pacta_verb_begin(work, a->low, verb);
    return !pacta_is_saying(a, verb) && begin > a->low && pacta_is(work, begin - 1, CLASS_SUBJECT_RELATIVE) &&
           pacta_is_char(work, a->first - 1, ',');
}

/* Part of her letter included the words "...": a writing, and what it holds. */
static bool holds_words(const pacta_attribution *a, uint32_t token, pacta_phrase *writing) {
    if (!pacta_is(a->work, token, CLASS_CUE_CONTENT) || a->first - token > NEAR)
        return false;
    *writing = pacta_phrase_before(a->work, pacta_floor_of(a, token), token);
    return writing->first < writing->end && pacta_is(a->work, writing->end - 1, CLASS_WRITING);
}

/* Orsk said it hoped, "...": who says so is meant, and stands further on. */
static bool goes_on_telling(const pacta_attribution *a, pacta_phrase subject) {
    const pacta_work *work = a->work;
    uint32_t before = subject.first;
    if (subject.end - before != 1 || !pacta_is(work, before, CLASS_PRONOUN) ||
        pacta_is(work, before, CLASS_SPEAKER) || before < a->low + 2)
        return false;
    before--;
    if (pacta_is_that(work, before))
        before--;
    uint32_t when = before;
    while (when > a->low && before - when < WHEN && is_of_time(work, when))
        when--;
    if (when < before && when > a->low &&
        pacta_is(work, when, CLASS_PREPOSITION)) /* told the council in May that he */
        before = when - 1;
    for (uint32_t n = 0; n < LISTENER && before > a->low && pacta_is_open_word(work, before); n++)
        before--; /* told the council he */
    if (pacta_opens_phrase(work, before) && before > a->low)
        before--;
    pacta_phrase outer;
    return before > a->low && pacta_is_saying(a, before) && !pacta_is(work, before, CLASS_NOUN_LIKE) &&
           pacta_find_subject(a, pacta_subject_floor(a, before), before, &outer);
}

/* that it had asked for them, and had received "...": behind a comma another verb goes on. */
static bool is_joined_on(const pacta_attribution *a, uint32_t verb) {
    for (uint32_t i = verb + 2; i < a->first; i++)
        if (pacta_is_char(a->work, i - 1, ',') && pacta_is(a->work, i, CLASS_SENTENCE_JOINER))
            return true;
    return false;
}

/* Article 9, she went on, was "...": a remark between commas. */
static bool find_aside(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject) {
    const pacta_work *work = a->work;
    uint32_t end = verb + 1;
    while (end < a->first && pacta_is(work, end, CLASS_ADVERB))
        end++;
    if (!pacta_is(work, verb, CLASS_CUE_TAG) || !pacta_is_char(work, end, ',') || end + 1 >= a->first)
        return false;
    *subject = pacta_phrase_before(work, pacta_floor_of(a, verb), verb);
    uint32_t before = subject->first - (subject->first > a->low);
    before -= pacta_is(work, before, CLASS_DETERMINER) && before > a->low;
    return pacta_can_speak(work, *subject) && pacta_has_voice(work, *subject) &&
           !pacta_is_cited(a, *subject) && pacta_is_char(work, before, ',');
}

/* what has been promised "shall stay"; what they hold "is theirs": the verb has its
 * object in "what". */
static bool has_free_object(const pacta_attribution *a, uint32_t verb, uint32_t subject) {
    const pacta_work *work = a->work;
    return subject > a->low && pacta_is(work, subject - 1, CLASS_MUTE) &&
           !pacta_is(work, subject - 1, CLASS_DEMONSTRATIVE) &&
           !pacta_is(work, subject - 1, CLASS_SUBJECT_RELATIVE) && !pacta_stands_beside(a, verb) &&
           !pacta_is(work, a->first - 1, CLASS_LINK); /* what she dismissed as "..." */
}

/* if a doctor has referred him: the clause is a condition, as far as one can see. */
static bool is_in_condition(const pacta_attribution *a, uint32_t verb) {
    for (uint32_t i = verb; i > a->low && verb - i < CONDITION; i--)
        if (pacta_triggers(a->work, i - 1, RULE_CONDITION))
            return true;
    return false;
}

/* They must, under Article 8, be told "in time": commas set off whose demand it is. */
static bool is_demanded_by(const pacta_attribution *a, uint32_t begin) {
    const pacta_work *work = a->work;
    if (begin <= a->low + 3 || !pacta_is_char(work, begin - 1, ','))
        return false;
    for (uint32_t i = begin - 2; i > a->low && begin - i < DEMANDED; i--)
        if (pacta_is_char(work, i, ','))
            return pacta_is(work, i + 1, CLASS_BASIS) && pacta_is(work, i - 1, CLASS_MODAL) &&
                   pacta_cited_at(work, i + 2, begin) != PACTA_NONE;
    return false;
}

/* Under Article 4, members must tell each other "in time": what the text demands. */
static bool is_demanded(const pacta_attribution *a, uint32_t verb) {
    if (pacta_is(a->work, verb, CLASS_CUE_WEAK) && !pacta_is_saying(a, verb) && is_in_condition(a, verb) &&
        pacta_stands_under_text(a))
        return true; /* According to Article 5, if a doctor has referred him "in writing" */
    const uint32_t begin = pacta_verb_begin(a->work, a->low, verb);
    for (uint32_t i = begin; i < verb; i++)
        if (pacta_is(a->work, i, CLASS_MODAL))
            return pacta_stands_under_text(a);
    return is_demanded_by(a, begin);
}

/* The resolution asks Holm to report "...": the text that says what he is to do; its verb is
 * `*charge`. */
static bool find_charge(const pacta_attribution *a, uint32_t verb, uint32_t *charge, pacta_phrase *text) {
    const pacta_work *work = a->work;
    if (verb < a->low + 4 || !pacta_is(work, verb - 1, CLASS_INFINITIVE))
        return false;
    for (uint32_t i = verb - 2; i > a->low && verb - i < CHARGE; i--) {
        if (pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (!pacta_is_reporting(a, i))
            continue;
        *charge = i;
        *text = pacta_phrase_before(work, pacta_subject_floor(a, i), i);
        return pacta_is_cited(a, *text) && pacta_can_speak(work, *text);
    }
    return false;
}

/* calls Article 9, which requires it to pay, "open-ended": what is told of it by the way. */
static bool tells_aside(const pacta_attribution *a, uint32_t verb) {
    return pacta_is(a->work, verb, CLASS_CUE_TEXT) && !pacta_is_saying(a, verb) && a->first > verb + 1 &&
           pacta_is_char(a->work, a->first - 1, ',') && is_in_relative(a, verb);
}

/* , says Article 60, | */
static bool follows_inverted(const pacta_attribution *a, uint32_t token) {
    enum { ASIDE = 12 };
    const pacta_work *work = a->work;
    if (token < a->low + 4 || !pacta_is_char(work, token - 1, ',') ||
        pacta_reference_in(work, token - 2, token - 1) == PACTA_NONE)
        return false;
    uint32_t comma = token - 2;
    while (comma > a->low && token - comma < ASIDE && !pacta_is_char(work, comma, ','))
        comma--;
    return pacta_is_char(work, comma, ',') && pacta_is_saying(a, comma + 1);
}

/* A comma behind a word that reports ends before the token: ..., the treaty says, | */
static bool follows_aside(const pacta_attribution *a, uint32_t token) {
    if (follows_inverted(a, token))
        return true;
    return token >= a->low + 2 && pacta_is_char(a->work, token - 1, ',') && pacta_is_saying(a, token - 2) &&
           !pacta_is(a->work, token - 2, CLASS_NOUN_LIKE); /* the coastal state, it says, */
}

/* Beyond it, the treaty says, the line continues "..."; the line, it says, continues: who
 * says so is named right before. */
static bool is_told_before(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const uint32_t begin =
        subject.first - (subject.first > a->low && pacta_is(a->work, subject.first - 1, CLASS_DETERMINER));
    return !pacta_is_saying(a, verb) && (follows_aside(a, begin) || follows_aside(a, verb));
}

/* A panel must ask whether: what anyone of a kind is to say, and nobody has said. */
static bool is_due(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    const uint32_t begin = pacta_verb_begin(work, a->low, verb);
    if (begin == verb || !pacta_is(work, begin, CLASS_MODAL) || pacta_is(work, begin, CLASS_FORECAST))
        return false;
    const pacta_phrase p = pacta_phrase_before(work, pacta_subject_floor(a, verb), verb);
    return p.first < p.end && pacta_is(work, p.first, CLASS_INDEFINITE);
}

/* She called it, and I quote, "...": the words are another's. */
static bool is_vouched_for(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, verb, CLASS_QUOTING))
        return false;
    const uint32_t begin = pacta_verb_begin(work, a->low, verb);
    return begin > a->low + 1 && pacta_is(work, begin - 1, CLASS_SPEAKER) &&
           pacta_is(work, begin - 2, CLASS_LIST_JOINER);
}

/* A verb that reports, and its subject. */
int pacta_try_verb(pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    pacta_phrase p;
    uint32_t charge;
    const bool reporting = pacta_is_reporting(a, verb);
    if (is_vouched_for(a, verb))
        return 0;
    if (reporting && find_charge(a, verb, &charge, &p))
        return pacta_settle(a, p, charge, charge + 1) ? 1 : 0;
    if (find_aside(a, verb, &p) || holds_words(a, verb, &p))
        return pacta_settle(a, p, verb, verb + 1) ? 1 : 0;
    bool tag = pacta_is(work, verb, CLASS_CUE_TAG) && pacta_is_small(a, verb) && pacta_stands_beside(a, verb);
    bool reports = reporting && !is_due(a, verb) && !is_other_deed(a, verb) && !is_set_aside(a, verb) &&
                   !tells_aside(a, verb);
    if (!(reports || tag || is_judging(a, verb) || tells_that(a, verb)) || lacks_object(a, verb) ||
        is_demanded(a, verb))
        return 0;
    if (pacta_find_parenthetic(a, verb, &p))
        return pacta_settle(a, p, verb, verb + 1) ? 1 : 0;
    uint32_t floor = pacta_subject_floor(a, verb);
    bool told_by = pacta_is(work, verb, CLASS_CUE_WEAK) &&
                   (pacta_is(work, verb + 1, CLASS_AGENT) || is_told_in(a, verb));
    bool passive = told_by || pacta_verb_is_passive(work, floor, verb);
    if (passive && has_free_object(a, a->end, pacta_verb_begin(work, floor, verb)))
        return 0;
    if (passive && !pacta_is(work, verb, CLASS_PREPOSITION))
        return is_in_relative(a, verb) || tells_which(a, verb) || !(reports || told_by)
                   ? 0
                   : try_passive(a, verb);
    if (!pacta_find_subject(a, floor, verb, &p) || is_weak_here(a, verb, p) ||
        has_free_object(a, verb, p.first))
        return 0;
    if (is_by_the_way(a, verb, p) || is_told_before(a, verb, p) ||
        ((!pacta_is_saying(a, verb) || is_joined_on(a, verb)) && goes_on_telling(a, p)))
        return 0;
    if (!is_thing(a, verb, p))
        return pacta_settle(a, p, verb, verb + 1) ? 1 : 0;
    if (a->spare.first == a->spare.end) {
        a->spare = p;
        a->spare_cue = verb;
    }
    return 0;
}
