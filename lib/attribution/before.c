/* Sources that stand before the quotation. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

/* Behind so many verbs that report other words, one that reports these is not looked for. */
enum { BACK_REACH = 70, VERBS_TRIED = 6, INSERTION = 40, CLAUSE = 12 };

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

/* In the filing itself Holm made the point: what stands before the first verb
 * of [low, end). */
static pacta_phrase subject_of_first_verb(const pacta_attribution *a, uint32_t end) {
    const pacta_work *work = a->work;
    for (uint32_t i = a->low + 1; i < end && i - a->low < BACK_REACH; i++) {
        bool verb = pacta_is(work, i, CLASS_FINITE) || pacta_is(work, i, CLASS_AUXILIARY) ||
                    pacta_is(work, i, CLASS_BE) || pacta_is_verb(work, i) ||
                    pacta_ends_as(work, i, CLASS_PAST_ENDING);
        if (!verb || (pacta_cut_at(a->work, i)->flags & TOKEN_UPPER) != 0 || pacta_opens_phrase(work, i - 1))
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
        if (pacta_find_parenthetic(a, at.token, subject))
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

/* Nothing but adverbs and a comma stands between the word and the quotation. */
bool pacta_stands_beside(const pacta_attribution *a, uint32_t token) {
    token++;
    while (token < a->first && pacta_is(a->work, token, CLASS_ADVERB))
        token++;
    return token == a->first ||
           (token + 1 == a->first && pacta_cut_at(a->work, token)->kind == PACTA_TOKEN_SYMBOL);
}

/* The token that tells whose the noun is: his vow, Tarr's own words; or the
 * noun itself. */
static uint32_t owner_of(const pacta_attribution *a, uint32_t noun) {
    uint32_t before = noun - (noun > a->low);
    const bool owned = before > a->low + 1 && (pacta_is(a->work, before - 1, CLASS_POSSESSIVE) ||
                                               pacta_is_clitic(a->work, before - 1));
    if (owned && (pacta_is(a->work, before, CLASS_OWN) ||
                  (pacta_is(a->work, noun, CLASS_CUE_ACCOUNT) && /* in her dry phrase */
                   pacta_is_open_word(a->work, before) && pacta_is_small(a, before))))
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
        return mark == a->low || (mark == a->low + 1 && pacta_is(a->work, a->low, CLASS_LOCATION));
    }
    *owner = pacta_phrase_ending(a->work, pacta_floor_of(a, noun), mark);
    return pacta_can_speak(a->work, *owner);
}

/* The clerk read out Article 6, slowly: "..."; would have found Article 7: "..." */
static bool find_read_out(const pacta_attribution *a, uint32_t token, pacta_phrase *text) {
    const pacta_work *work = a->work;
    if (!pacta_is_char(work, a->first - 1, ':'))
        return false;
    const uint32_t object = token + 1 + pacta_is(work, token + 1, CLASS_DETERMINER);
    const uint32_t found =
        pacta_is_reporting(a, token) ? pacta_reference_in(work, object, object + 1) : PACTA_NONE;
    if (found != PACTA_NONE) {
        *text = pacta_reference_phrase(work, found);
        if (text->first == object && text->end + 1 == a->first)
            return true;
    }
    if (!pacta_is(work, token, CLASS_CUE_READING))
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

/* Where the verb's subject may begin. What commas or dashes set off before the
 * verb may hold quotations: the Act, known as "...", says; - which he called
 * "..." - allows. */
uint32_t pacta_subject_floor(const pacta_attribution *a, uint32_t verb) {
    uint32_t begin = pacta_verb_begin(a->work, a->low, verb);
    bool set_off = (verb > a->low && pacta_is_dash(a->work, verb - 1)) ||
                   (begin > a->low && pacta_is_char(a->work, begin - 1, ','));
    return set_off ? a->low : pacta_floor_of(a, verb);
}

/* a statement by the cabinet that the talks were "...": the noun and whose it is. */
static bool find_noun_by(const pacta_attribution *a, uint32_t by, pacta_phrase *p) {
    const pacta_work *work = a->work;
    const bool of = pacta_is(work, by, CLASS_PART_OF); /* by the warning of the cabinet that */
    if (by < a->low + 2 || !pacta_is(work, by - 1, CLASS_CUE_NOUN) ||
        !(pacta_is(work, by, CLASS_AGENT) || pacta_is(work, by, CLASS_ORIGIN) || of))
        return false;
    pacta_phrase owner = pacta_phrase_from(work, by + 1, a->first);
    if (owner.first >= owner.end || !pacta_is(work, owner.end, CLASS_SUBJECT_RELATIVE) ||
        !pacta_is(work, owner.end, CLASS_DEMONSTRATIVE))
        return false;
    uint32_t noun = by - 1;
    *p = of ? owner : (pacta_phrase){noun - pacta_is(work, noun - 1, CLASS_INDEFINITE), owner.end};
    return true;
}

/* The lamps were whole, Holm said; they were "...": who said what stands before the
 * semicolon says this too. */
static bool find_said_before(const pacta_attribution *a, uint32_t semicolon, pacta_phrase *p) {
    const pacta_work *work = a->work;
    uint32_t verb = semicolon - 1;
    if (semicolon < a->low + 3 || !pacta_is(work, a->first - 1, CLASS_BE) || !pacta_is_saying(a, verb) ||
        !pacta_find_subject(a, a->low, verb, p) || p->first <= a->low)
        return false;
    uint32_t before = p->first - 1;
    before -= before > a->low && pacta_is(work, before, CLASS_DETERMINER);
    return p->end == verb && pacta_is_char(work, before, ',');
}

/* Old hands have a saying, "...": whose it is. */
static bool find_having(const pacta_attribution *a, uint32_t noun, pacta_phrase *p) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, noun, CLASS_CUE_NOUN) || noun < a->low + 3 || !pacta_stands_beside(a, noun) ||
        !pacta_is(work, noun - 1, CLASS_INDEFINITE) || !pacta_is(work, noun - 2, CLASS_AUXILIARY))
        return false;
    *p = pacta_phrase_before(work, pacta_floor_of(a, noun), noun - 2);
    return pacta_can_speak(work, *p);
}

/* One draft had it that "..." */
static bool find_having_it(const pacta_attribution *a, uint32_t token, pacta_phrase *p) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, token, CLASS_NEUTER) || token < a->low + 2 || !pacta_is_that(work, token + 1) ||
        !pacta_is(work, token - 1, CLASS_OWNING))
        return false;
    *p = pacta_phrase_before(work, pacta_floor_of(a, token), token - 1);
    return p->first < p->end && p->end + 1 == token;
}

/* takes the view, in a letter, that: behind what commas set off, or `token`. */
static uint32_t behind_aside(const pacta_attribution *a, uint32_t token) {
    if (!pacta_is_char(a->work, token, ','))
        return token;
    for (uint32_t i = token + 1; i < a->first && i - token < CLAUSE; i++)
        if (pacta_is_char(a->work, i, ','))
            return i + 1;
    return token;
}

/* took the view that, made the claim that; was of the opinion that: whose it is. */
static bool find_view_taken(const pacta_attribution *a, uint32_t noun, pacta_phrase *p) {
    const pacta_work *work = a->work;
    if (!(pacta_is(work, noun, CLASS_CUE_NOUN) || pacta_is(work, noun, CLASS_VIEW_NOUN)) ||
        noun < a->low + 3 || !pacta_is_that(work, behind_aside(a, noun + 1)) ||
        !pacta_is(work, noun - 1, CLASS_DETERMINER))
        return false;
    uint32_t verb = noun - 2;
    const bool of = pacta_is(work, verb, CLASS_PART_OF);
    verb -= of;
    if (verb <= a->low || !pacta_is(work, verb, of ? CLASS_BE : CLASS_TAKING))
        return false;
    *p = pacta_phrase_before(work, pacta_floor_of(a, verb), verb);
    return pacta_can_speak(work, *p);
}

/* The board made clear that, made it plain that. */
static bool find_made_clear(const pacta_attribution *a, uint32_t clear, pacta_phrase *p) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, clear, CLASS_CLEAR) || clear < a->low + 2 || !pacta_is_that(work, clear + 1))
        return false;
    const uint32_t verb = clear - 1 - (pacta_is(work, clear - 1, CLASS_NEUTER) ? 1 : 0);
    if (verb <= a->low || !pacta_is(work, verb, CLASS_TAKING))
        return false;
    *p = pacta_phrase_before(work, pacta_floor_of(a, verb), verb);
    return pacta_can_speak(work, *p);
}

/* Holm closed the debate with the words "...": whoever the sentence is about said them. */
bool pacta_find_with_words(const pacta_attribution *a, pacta_phrase *p) {
    const pacta_work *work = a->work;
    if (a->first < a->low + 5 || !pacta_is(work, a->first - 1, CLASS_WORDS_SIGN) ||
        !pacta_is(work, a->first - 2, CLASS_DETERMINER) ||
        !pacta_is(work, a->first - 3, CLASS_ACCOMPANYING) || pacta_is(work, a->first - 3, CLASS_LIST_JOINER))
        return false;
    return pacta_find_main_subject(a, a->first - 3, p) && pacta_has_voice(work, *p) && !pacta_is_cited(a, *p);
}

/* won on a promise to, left with a warning that: whoever the sentence is about made it. */
static bool find_on_promise(const pacta_attribution *a, uint32_t noun, pacta_phrase *p) {
    const pacta_work *work = a->work;
    return pacta_is(work, noun, CLASS_CUE_NOUN) && noun > a->low + 3 &&
           (pacta_is(work, noun + 1, CLASS_INFINITIVE) || pacta_is_that(work, noun + 1)) &&
           pacta_is(work, noun - 1, CLASS_INDEFINITE) && pacta_is(work, noun - 2, CLASS_PREPOSITION) &&
           pacta_find_main_subject(a, noun - 2, p);
}

/* Words that report in other ways than a verb behind its subject; `p` is their
 * source, or empty if they have none that can speak. False for other words. */
static bool read_form(const pacta_attribution *a, uint32_t token, pacta_phrase *p) {
    if (is_noun_cue(a, token)) {
        if (!find_owner(a, token, p))
            *p = (pacta_phrase){token, token};
        return true;
    }
    if (token > a->low + 2 && pacta_is_saying(a, token) &&
        pacta_is(a->work, token - 1, CLASS_AUXILIARY) && /* quoted Holm as having said */
        pacta_is(a->work, token - 2, CLASS_LINK) && pacta_find_cited_speaker(a, token - 2, p))
        return true;
    return find_having(a, token, p) || find_having_it(a, token, p) || find_view_taken(a, token, p) ||
           find_made_clear(a, token, p) || find_on_promise(a, token, p) ||
           (token + 1 == a->first && pacta_find_with_words(a, p)) || pacta_read_participle(a, token, p) ||
           find_noun_by(a, token, p) || find_read_out(a, token, p) || owns_words(a, token, p) ||
           (token == a->low && find_inverted(a, p));
}

/* the charge, which cites Article 4, was "absurd": told of what is judged. */
static bool cites_by_the_way(const pacta_attribution *a, uint32_t verb, uint32_t end) {
    const pacta_work *work = a->work;
    return verb > a->low + 2 && pacta_is(work, verb - 1, CLASS_SUBJECT_RELATIVE) &&
           pacta_is_char(work, verb - 2, ',') && end + 1 < a->first && pacta_is_char(work, end, ',') &&
           pacta_is(work, a->first - 1, CLASS_BE);
}

int pacta_try_word(pacta_attribution *a, uint32_t token, pacta_phrase *content) {
    const pacta_work *work = a->work;
    pacta_phrase p = {0, 0};
    uint32_t end;
    if (pacta_is_char(work, token, ';'))
        return find_said_before(a, token, &p) && pacta_settle(a, p, token - 1, token) ? 1 : -1;
    if (pacta_follows_cue(a, token, a->first, &p, &end) && p.end <= a->first) {
        bool spoken = !pacta_is(work, token, CLASS_CUE_CITING) ||
                      (pacta_is_cited(a, p) && !cites_by_the_way(a, token, p.end)) ||
                      pacta_is_char(work, a->first - 1, ':');
        if (spoken && pacta_settle(a, p, token, end))
            return 1;
    }
    if (content->first == content->end && tells_content(a, token))
        *content = pacta_phrase_before(work, a->low, token);
    if (read_form(a, token, &p))
        return p.first < p.end && pacta_settle(a, p, token, token + 1) ? 1 : 0;
    return pacta_try_verb(a, token);
}

/* The dash that opens an insertion which ends right before the quotation: -
 * which TASS called unusual - "..."; else where the quotation begins. */
static uint32_t before_insertion(const pacta_attribution *a) {
    if (a->first < a->low + 2 || !pacta_is_dash(a->work, a->first - 1))
        return a->first;
    for (uint32_t i = a->first - 1; i-- > a->low + 1 && a->first - i < INSERTION;) {
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE)
            break;
        if (pacta_is_dash(a->work, i) && (pacta_cut_at(a->work, i)->flags & TOKEN_SPACED) != 0)
            return pacta_cut_at(a->work, i - 1)->kind == PACTA_TOKEN_QUOTE ? a->first : i;
    }
    return a->first;
}

/* was "..."; was that it was "...": the verb, or the sentence's begin if there is none. */
static uint32_t find_copula(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (pacta_is(work, a->first - 1, CLASS_BE))
        return a->first - 1;
    for (uint32_t i = a->first - 1; i-- > a->low + 1 && a->first - i < CLAUSE;) {
        bool that = pacta_is_that(work, i + 1);
        if (pacta_is(work, i, CLASS_BE) && that)
            return i;
        if (pacta_cut_at(a->work, i + 1)->kind != PACTA_TOKEN_WORD || pacta_is_reporting(a, i))
            break;
    }
    return a->low;
}

/* What Holm said was that it was "..."; what he meant to say was "..." */
static bool find_cleft(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, a->low, CLASS_MUTE))
        return false;
    for (uint32_t be = a->low + 3; be < a->first && be - a->low < CLAUSE; be++) {
        pacta_phrase p;
        if (!pacta_is(work, be, CLASS_BE) || !pacta_is_saying(a, be - 1))
            continue;
        return pacta_find_subject(a, a->low + 1, be - 1, &p) && pacta_settle(a, p, be - 1, be);
    }
    return false;
}

/* Their response was "...": the noun that reports speaks itself. */
static bool find_at_copula(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t be = a->first < a->low + 2 ? a->low : find_copula(a);
    if (be == a->low)
        return false;
    pacta_phrase p = pacta_phrase_before(work, pacta_floor_of(a, be), be);
    if (p.first < p.end && p.first > a->low + 1 && pacta_is(work, p.first - 1, CLASS_DETERMINER) &&
        pacta_is(work, p.first - 2, CLASS_SUBJECT_RELATIVE)) /* told us that the answer was "no" */
        return false;
    const bool parted = p.end + 1 < be && pacta_is_char(work, p.end, ',');
    const bool aside = parted && (pacta_is_saying(a, p.end + 1) || pacta_is_saying(a, be - 2));
    return p.first < p.end && !aside &&
           pacta_is(work, p.end - 1, CLASS_CUE_NOUN) && /* and no: , said Holm, is; , she says, is */
           pacta_settle(a, p, be, be + 1);
}

bool pacta_find_before(pacta_attribution *a) {
    if (find_cleft(a) || find_at_copula(a))
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
