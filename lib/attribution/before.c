/* Sources that stand before the quotation. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

/* Behind so many verbs that report other words, one that reports these is not looked for. */
enum { BACK_REACH = 70, VERBS_TRIED = 6, INSERTION = 40, LISTENER = 3, CLAUSE = 12, NEAR = 5 };

static const pacta_cut *cut_at(const pacta_attribution *a, uint32_t token) {
    return &a->work->tokens.items[token];
}

/* Remarked Holm, "...": the sentence begins with the verb. */
static bool find_inverted(const pacta_attribution *a, pacta_phrase *subject) {
    uint32_t verb = a->low, mark = a->first - 1;
    if (!pacta_is(a->work, verb, CLASS_CUE) || pacta_is(a->work, verb, CLASS_NOUN_LIKE) ||
        pacta_is(a->work, verb, CLASS_CUE_TELLING) || mark <= verb + 1)
        return false;
    *subject = pacta_phrase_from(a->work, verb + 1, mark);
    return pacta_can_speak(a->work, *subject) && subject->end == mark &&
           (pacta_is_char(a->work, mark, ',') || pacta_is_char(a->work, mark, ':'));
}

/* "..., says Article 21, ..." or "'A,' said Lee, adding ...": the subject
 * stands behind the verb. */
static bool find_parenthetic(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject) {
    if (verb <= a->low || !pacta_is_saying(a, verb) || pacta_is(a->work, verb, CLASS_CUE_TELLING))
        return false;
    bool quoted = cut_at(a, verb - 1)->kind == PACTA_TOKEN_QUOTE;
    if (!quoted && !pacta_is_char(a->work, verb - 1, ','))
        return false;
    *subject = pacta_phrase_from(a->work, verb + 1, a->first);
    if (!pacta_can_speak(a->work, *subject))
        return false;
    return quoted || pacta_is_char(a->work, subject->end, ',') || pacta_is_char(a->work, subject->end, ':');
}

/* In the filing itself Holm made the point: what stands before the first verb
 * of [low, end). */
static pacta_phrase subject_of_first_verb(const pacta_attribution *a, uint32_t end) {
    const pacta_work *work = a->work;
    for (uint32_t i = a->low + 1; i < end && i - a->low < BACK_REACH; i++) {
        bool verb = pacta_is(work, i, CLASS_FINITE) || pacta_is(work, i, CLASS_AUXILIARY) ||
                    pacta_is(work, i, CLASS_BE) || pacta_is_verb(work, i) ||
                    pacta_ends_as(work, i, CLASS_PAST_ENDING);
        if (!verb || (cut_at(a, i)->flags & TOKEN_UPPER) != 0 || pacta_opens_phrase(work, i - 1))
            continue;
        return pacta_phrase_before(work, a->low, i);
    }
    return (pacta_phrase){end, end};
}

/* Who the clause at the token speaks of: the nearest verb's subject before it,
 * or the sentence's first phrase. */
bool pacta_find_main_subject(const pacta_attribution *a, uint32_t token, pacta_phrase *subject) {
    pacta_step_over at = {token, PACTA_NONE, false};
    at.sibling = a->work->quoted.items[a->index].previous;
    uint32_t tried = 0;
    for (uint32_t n = 0; n < BACK_REACH && tried < VERBS_TRIED && pacta_step_back(a, &at); n++) {
        if (at.quotation || !pacta_is_reporting(a, at.token))
            continue;
        tried++;
        if (find_parenthetic(a, at.token, subject))
            return true;
        if (pacta_find_subject(a, pacta_floor_of(a, at.token), at.token, subject))
            return true;
    }
    *subject = pacta_phrase_opening(a->work, a->low, token);
    if (subject->first == subject->end)
        *subject = subject_of_first_verb(a, token);
    return pacta_can_speak(a->work, *subject);
}

/* The words that an instrument's content is told in: "included a pledge of". */
static bool tells_content(const pacta_attribution *a, uint32_t token) {
    if (!pacta_is(a->work, token, CLASS_CUE_CONTENT))
        return false;
    pacta_phrase p = pacta_phrase_before(a->work, a->low, token);
    return pacta_is_cited(a, p);
}

static bool is_weak_here(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    return pacta_is(a->work, verb, CLASS_CUE_WEAK) && !pacta_is_saying(a, verb) &&
           (cut_at(a, subject.end - 1)->flags & TOKEN_CLITIC) != 0;
}

/* Nothing but adverbs and a comma stands between the word and the quotation. */
bool pacta_stands_beside(const pacta_attribution *a, uint32_t token) {
    token++;
    while (token < a->first && pacta_is(a->work, token, CLASS_ADVERB))
        token++;
    return token == a->first || (token + 1 == a->first && cut_at(a, token)->kind == PACTA_TOKEN_SYMBOL);
}

/* The token that tells whose the noun is: his vow, Tarr's own words; or the
 * noun itself. */
static uint32_t owner_of(const pacta_attribution *a, uint32_t noun) {
    uint32_t before = noun - (noun > a->low);
    if (pacta_is(a->work, before, CLASS_OWN) && before > a->low)
        before--;
    return pacta_is(a->work, before, CLASS_POSSESSIVE) || pacta_is_clitic(a->work, before) ? before : noun;
}

/* his vow that, Tarr's warning of; in her own words, */
static bool is_noun_cue(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    bool account = pacta_is(work, token, CLASS_CUE_ACCOUNT), noun = pacta_is(work, token, CLASS_CUE_NOUN);
    if ((!account && !noun) || owner_of(a, token) == token)
        return false;
    uint32_t before = owner_of(a, token);
    if (account && pacta_is(work, before, CLASS_POSSESSIVE) && before > a->low &&
        pacta_is(work, before - 1, CLASS_LOCATION))
        return true; /* in her view the plan was */
    if (account && (token + 1 == a->first || pacta_is_char(work, token + 1, ',')))
        return true;
    return noun &&
           (pacta_is(work, token + 1, CLASS_PREPOSITION) || pacta_is(work, token + 1, CLASS_CLAUSE_OPENER));
}

/* Whose vow or warning it is. */
static bool find_owner(const pacta_attribution *a, uint32_t noun, pacta_phrase *owner) {
    uint32_t mark = owner_of(a, noun);
    if (pacta_is(a->work, mark, CLASS_POSSESSIVE)) {
        if (mark > a->low + 1 && pacta_find_main_subject(a, noun, owner) && owner->end <= mark)
            return true;
        *owner = (pacta_phrase){mark, mark + 1};
        return mark == a->low + 1 && pacta_is(a->work, a->low, CLASS_LOCATION);
    }
    *owner = pacta_phrase_ending(a->work, pacta_floor_of(a, noun), mark);
    return pacta_can_speak(a->work, *owner);
}

/* The pact - described in a memo as "..." -: a participle, and no past. */
static bool is_told_in(const pacta_attribution *a, uint32_t verb) {
    return verb > a->low && pacta_is(a->work, verb + 1, CLASS_LOCATION) &&
           (pacta_is_char(a->work, verb - 1, ',') || pacta_is_dash(a->work, verb - 1));
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
           (pacta_is(work, token, CLASS_CUE_MEANING) && last == token + 1 &&
            pacta_is(work, last, CLASS_AGENT) && !pacta_verb_is_passive(work, a->low, token));
}

/* The clerk read out Article 6, slowly: "..." */
static bool find_read_out(const pacta_attribution *a, uint32_t token, pacta_phrase *text) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, token, CLASS_CUE_READING) || !pacta_is_char(work, a->first - 1, ':'))
        return false;
    for (uint32_t i = token + 1; i < a->first && i - token <= 3; i++) {
        uint32_t reference = pacta_reference_in(work, i, i + 1);
        if (reference == PACTA_NONE)
            continue;
        *text = pacta_reference_phrase(work, reference);
        return text->end <= a->first;
    }
    return false;
}

/* The printed text has "animals". */
static bool owns_words(const pacta_attribution *a, uint32_t token, pacta_phrase *text) {
    if (!pacta_is(a->work, token, CLASS_OWNING) || !pacta_stands_beside(a, token))
        return false;
    *text = pacta_phrase_before(a->work, pacta_floor_of(a, token), token);
    return text->first < text->end && (pacta_is(a->work, text->end - 1, CLASS_TEXT_NOUN) ||
                                       pacta_reference_in(a->work, text->first, text->end) != PACTA_NONE);
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

/* Where the verb's subject may begin. What commas or dashes set off before the
 * verb may hold quotations: the Act, known as "...", says; - which he called
 * "..." - allows. */
uint32_t pacta_subject_floor(const pacta_attribution *a, uint32_t verb) {
    uint32_t begin = pacta_verb_begin(a->work, a->low, verb);
    bool set_off = (verb > a->low && pacta_is_dash(a->work, verb - 1)) ||
                   (begin > a->low && pacta_is_char(a->work, begin - 1, ','));
    return set_off ? a->low : pacta_floor_of(a, verb);
}

/* The shape of the skulls suggested: a thing, and no speaker if there is another. */
static bool is_thing(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    return pacta_is(a->work, verb, CLASS_CUE_INFERRING) && !pacta_has_voice(a->work, subject);
}

/* Words that report in other ways than a verb behind its subject; `p` is their
 * source, or empty if they have none that can speak. False for other words. */
static bool read_form(const pacta_attribution *a, uint32_t token, pacta_phrase *p) {
    if (is_noun_cue(a, token)) {
        if (!find_owner(a, token, p))
            *p = (pacta_phrase){token, token};
        return true;
    }
    return pacta_read_participle(a, token, p) || find_read_out(a, token, p) || owns_words(a, token, p) ||
           (token == a->low && find_inverted(a, p));
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
    if (pacta_is(work, verb + 1, CLASS_AGENT)) { /* was called by critics "..." */
        pacta_phrase agent = pacta_phrase_from(work, verb + 2, a->first);
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

/* if Orsk believes so, "...": told on the way to something else. */
static bool is_by_the_way(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    uint32_t before = subject.first - (subject.first > a->low);
    if (pacta_is(a->work, before, CLASS_DETERMINER) && before > a->low)
        before--;
    return pacta_is(a->work, verb, CLASS_CUE_WEAK) && !pacta_is_saying(a, verb) &&
           !pacta_stands_beside(a, verb) && before < subject.first &&
           pacta_is(a->work, before, CLASS_CLAUSE_OPENER) && !pacta_is(a->work, before, CLASS_LIST_JOINER) &&
           !pacta_is(a->work, before, CLASS_SUBJECT_RELATIVE) &&
           !pacta_is(a->work, before, CLASS_SENTENCE_JOINER) && pacta_is_char(a->work, a->first - 1, ',');
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
    if (pacta_is(work, before, CLASS_SUBJECT_RELATIVE) && pacta_is(work, before, CLASS_DEMONSTRATIVE))
        before--;
    for (uint32_t n = 0; n < LISTENER && before > a->low && pacta_is_open_word(work, before); n++)
        before--; /* told the council he */
    if (pacta_opens_phrase(work, before) && before > a->low)
        before--;
    pacta_phrase outer;
    return before > a->low && pacta_is_saying(a, before) && !pacta_is(work, before, CLASS_NOUN_LIKE) &&
           pacta_find_subject(a, pacta_subject_floor(a, before), before, &outer);
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
           !pacta_is(work, subject - 1, CLASS_SUBJECT_RELATIVE) && !pacta_stands_beside(a, verb);
}

/* A verb that reports, and its subject. */
static int try_verb(pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    pacta_phrase p;
    if (find_aside(a, verb, &p) || holds_words(a, verb, &p))
        return pacta_settle(a, p, verb, verb + 1) ? 1 : 0;
    bool tag = pacta_is(work, verb, CLASS_CUE_TAG) && pacta_is_small(a, verb) && pacta_stands_beside(a, verb);
    bool reports = pacta_is_reporting(a, verb) && !is_other_deed(a, verb) && !is_set_aside(a, verb);
    if (!(reports || tag || is_judging(a, verb) || tells_that(a, verb)) || lacks_object(a, verb))
        return 0;
    if (find_parenthetic(a, verb, &p))
        return pacta_settle(a, p, verb, verb + 1) ? 1 : 0;
    uint32_t floor = pacta_subject_floor(a, verb);
    bool told_by = pacta_is(work, verb, CLASS_CUE_WEAK) &&
                   (pacta_is(work, verb + 1, CLASS_AGENT) || is_told_in(a, verb));
    bool passive = told_by || pacta_verb_is_passive(work, floor, verb);
    if (passive && has_free_object(a, a->end, pacta_verb_begin(work, floor, verb)))
        return 0;
    if (passive && !pacta_is(work, verb, CLASS_PREPOSITION))
        return try_passive(a, verb);
    if (!pacta_find_subject(a, floor, verb, &p) || is_weak_here(a, verb, p) ||
        has_free_object(a, verb, p.first))
        return 0;
    if (is_by_the_way(a, verb, p) || (!pacta_is_saying(a, verb) && goes_on_telling(a, p)))
        return 0;
    if (!is_thing(a, verb, p))
        return pacta_settle(a, p, verb, verb + 1) ? 1 : 0;
    if (a->spare.first == a->spare.end) {
        a->spare = p;
        a->spare_cue = verb;
    }
    return 0;
}

int pacta_try_word(pacta_attribution *a, uint32_t token, pacta_phrase *content) {
    const pacta_work *work = a->work;
    pacta_phrase p = {0, 0};
    uint32_t end;
    if (pacta_is_char(work, token, ';'))
        return -1;
    if (pacta_follows_cue(a, token, a->first, &p, &end) && p.end <= a->first) {
        bool spoken = !pacta_is(work, token, CLASS_CUE_CITING) || pacta_is_cited(a, p) ||
                      pacta_is_char(work, a->first - 1, ':');
        if (spoken && pacta_settle(a, p, token, end))
            return 1;
    }
    if (content->first == content->end && tells_content(a, token))
        *content = pacta_phrase_before(work, a->low, token);
    if (read_form(a, token, &p))
        return p.first < p.end && pacta_settle(a, p, token, token + 1) ? 1 : 0;
    return try_verb(a, token);
}

/* The dash that opens an insertion which ends right before the quotation: -
 * which TASS called unusual - "..."; else where the quotation begins. */
static uint32_t before_insertion(const pacta_attribution *a) {
    if (a->first < a->low + 2 || !pacta_is_dash(a->work, a->first - 1))
        return a->first;
    for (uint32_t i = a->first - 1; i-- > a->low + 1 && a->first - i < INSERTION;) {
        if (cut_at(a, i)->kind == PACTA_TOKEN_QUOTE)
            break;
        if (pacta_is_dash(a->work, i) && (cut_at(a, i)->flags & TOKEN_SPACED) != 0)
            return cut_at(a, i - 1)->kind == PACTA_TOKEN_QUOTE ? a->first : i;
    }
    return a->first;
}

/* Their response was "...": the noun that reports speaks itself. */
static bool find_at_copula(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t be = a->first - 1;
    bool that = a->first > a->low + 2 && !pacta_is(work, be, CLASS_BE); /* her view was that it was "..." */
    for (uint32_t n = 0; that && n < CLAUSE && be > a->low + 1 && cut_at(a, be)->kind == PACTA_TOKEN_WORD;
         n++) {
        be--;
        if (pacta_is(work, be, CLASS_BE) && pacta_is(work, be + 1, CLASS_SUBJECT_RELATIVE) &&
            pacta_is(work, be + 1, CLASS_DEMONSTRATIVE))
            break;
        if (pacta_is_reporting(a, be))
            return false;
    }
    if (a->first < a->low + 2 || !pacta_is(work, be, CLASS_BE))
        return false;
    pacta_phrase p = pacta_phrase_before(work, pacta_floor_of(a, be), be);
    return p.first < p.end && pacta_is(work, p.end - 1, CLASS_CUE_NOUN) && pacta_settle(a, p, be, be + 1);
}

bool pacta_find_before(pacta_attribution *a) {
    if (find_at_copula(a))
        return true;
    pacta_step_over at = {before_insertion(a), a->work->quoted.items[a->index].previous, false};
    pacta_phrase content = {0, 0};
    int found = 0;
    uint32_t tried = 0;
    for (uint32_t n = 0; found == 0 && n < BACK_REACH && tried < VERBS_TRIED && pacta_step_back(a, &at);
         n++) {
        if (at.quotation)
            continue;
        found = pacta_try_word(a, at.token, &content);
        tried += pacta_is_reporting(a, at.token);
    }
    if (found == 0 && a->spare.first < a->spare.end)
        found = pacta_settle(a, a->spare, a->spare_cue, a->spare_cue + 1);
    if (content.first < content.end) {
        a->cited = true;
        return found > 0 || pacta_settle(a, content, content.end, content.end);
    }
    return found > 0;
}
