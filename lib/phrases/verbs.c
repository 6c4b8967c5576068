#include "phrases/verbs.h"
#include "phrases/words.h"

enum { CHAIN = 4, INSERTION_TOKENS = 60, QUOTATION_TOKENS = 24, CLAUSE_TOKENS = 60, REMARK = 6 };

static bool is_between(const pacta_work *work, uint32_t token) {
    return pacta_ends_as(work, token, CLASS_ADVERB_ENDING) || pacta_is(work, token, CLASS_AUXILIARY) ||
           pacta_is(work, token, CLASS_ADVERB) || pacta_is(work, token, CLASS_BE) ||
           (pacta_is(work, token, CLASS_MODAL) && /* and no 2 May, no Will */
            (pacta_cut_at(work, token)->flags & (TOKEN_UPPER | TOKEN_CAPS)) != TOKEN_UPPER);
}

/* The verb before "to", as in "went on to say". */
static bool governs(const pacta_work *work, uint32_t low, uint32_t to, uint32_t *verb) {
    while (to > low && is_between(work, to - 1))
        to--;
    if (to <= low || !pacta_is_word(work, to - 1) || (pacta_cut_at(work, to - 1)->flags & TOKEN_UPPER) != 0 ||
        pacta_is(work, to - 1, CLASS_PARTY)) /* obliges the state to warn */
        return false;
    *verb = to - 1;
    return true;
}

/* on 2 May, in May 2030: the date's first token, or `end`. */
static uint32_t date_begin(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t first = end;
    bool month = false;
    while (first > low + 1 && end - first < 3 &&
           (pacta_cut_at(work, first - 1)->kind == PACTA_TOKEN_NUMBER ||
            pacta_is(work, first - 1, CLASS_MONTH))) {
        month = month || pacta_is(work, first - 1, CLASS_MONTH);
        first--;
    }
    return month && pacta_is(work, first - 1, CLASS_PREPOSITION) && !pacta_is(work, first - 1, CLASS_PART_OF)
               ? first - 1
               : end;
}

/* All of the subject before it: they all, Articles 3 and 4 both. */
static bool is_spread(const pacta_work *work, uint32_t low, uint32_t token) {
    return token > low + 1 && pacta_is(work, token, CLASS_QUANTIFIER) &&
           !pacta_opens_phrase(work, token - 1) &&
           (pacta_is(work, token - 1, CLASS_PLURAL) || pacta_is_open_word(work, token - 1));
}

/* has, however, held: where the words between commas begin that part a verb from its auxiliary, or
 * `verb`. */
static uint32_t before_aside(const pacta_work *work, uint32_t low, uint32_t verb) {
    enum { ASIDE = 10 };
    if (verb < low + 4 || !pacta_is_char(work, verb - 1, ','))
        return verb;
    for (uint32_t i = verb - 2; i > low + 1 && verb - i <= ASIDE && pacta_is_word(work, i); i--)
        if (pacta_is_char(work, i - 1, ',')) {
            const bool parts = pacta_is(work, i - 2, CLASS_AUXILIARY) && !pacta_is(work, i, CLASS_BASIS);
            return parts ? i - 1 : verb; /* but: must, under Article 4, tell */
        }
    return verb;
}

uint32_t pacta_verb_begin(const pacta_work *work, uint32_t low, uint32_t verb) {
    while (verb > low) {
        if (is_between(work, verb - 1))
            verb--;
        else if (before_aside(work, low, verb) < verb)
            verb = before_aside(work, low, verb);
        else if (date_begin(work, low, verb) < verb) /* Lee on 2 May told */
            verb = date_begin(work, low, verb);
        else if (pacta_is(work, verb - 1, CLASS_WEEKDAY)) /* Lee on Sunday told */
            verb -= verb > low + 1 && pacta_is(work, verb - 2, CLASS_PREPOSITION) ? 2 : 1;
        else if (verb > low + 3 && pacta_is(work, verb - 1, CLASS_TIME) &&
                 pacta_is(work, verb - 2, CLASS_DETERMINER) && pacta_is(work, verb - 3, CLASS_PREPOSITION) &&
                 pacta_is(work, verb - 4, CLASS_AUXILIARY)) /* Orsk has in the past said */
            verb -= 3;
        else if (verb > low + 2 && pacta_is(work, verb - 1, CLASS_TIME) &&
                 (pacta_is(work, verb - 2, CLASS_DEMONSTRATIVE) || pacta_is(work, verb - 2, CLASS_ADVERB)) &&
                 !pacta_opens_phrase(work, verb - 3) && !pacta_is(work, verb - 3, CLASS_PREPOSITION))
            verb -= 2; /* Orsk last night said */
        else if (verb > low + 3 && pacta_is(work, verb - 1, CLASS_PARTITIVE) &&
                 pacta_is(work, verb - 2, CLASS_POSSESSIVE) &&
                 pacta_is(work, verb - 3, CLASS_PREPOSITION)) /* Orsk for its part said */
            verb -= 3;
        else if (is_spread(work, low, verb - 1)) /* Orsk and Vend both said */
            verb--;
        else if (pacta_is_clitic(work, verb - 1) && verb > low + 1 &&
                 pacta_is(work, verb - 2, CLASS_PRONOUN)) /* she's said */
            verb--;
        else if (pacta_is(work, verb, CLASS_PREPOSITION) && pacta_is(work, verb - 1, CLASS_CUE_TAG))
            verb--; /* people went like */
        else if (pacta_is(work, verb - 1, CLASS_INFINITIVE) && governs(work, low, verb - 1, &verb))
            continue;
        else
            break;
    }
    return verb;
}

bool pacta_verb_is_passive(const pacta_work *work, uint32_t low, uint32_t verb) {
    uint32_t begin = pacta_verb_begin(work, low, verb);
    bool passive = false; /* is said to have called: who calls is told */
    for (uint32_t i = begin; i < verb; i++)
        passive = pacta_is(work, i, CLASS_BE) || (passive && !pacta_is(work, i, CLASS_INFINITIVE));
    if (passive || begin == low || !pacta_is(work, begin - 1, CLASS_BE_JOINED))
        return passive;
    return begin > low && pacta_is(work, begin - 1, CLASS_BE_JOINED);
}

static bool is_separator(const pacta_work *work, uint32_t token) {
    return pacta_is_char(work, token, ',') || pacta_is_dash(work, token);
}

/* The mark that opens the short quotation which ends before `end`, or `end`. */
static uint32_t quotation_begin(const pacta_work *work, uint32_t low, uint32_t end) {
    if (end <= low || pacta_cut_at(work, end - 1)->kind != PACTA_TOKEN_QUOTE)
        return end;
    for (uint32_t i = end - 1; i-- > low && end - i < QUOTATION_TOKENS;)
        if (pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return i;
    return end;
}

/* Begin of the chunk between separators that ends before `end`; a quotation at
 * its end belongs to it: the Act, known as "...", says. */
static uint32_t chunk_begin(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t first = quotation_begin(work, low, end);
    while (first > low && end - first < INSERTION_TOKENS && !is_separator(work, first - 1) &&
           !pacta_is_char(work, first - 1, ';') && pacta_cut_at(work, first - 1)->kind != PACTA_TOKEN_QUOTE)
        first--;
    return first;
}

/* The phrase that ends the chunk; before a quotation in it, that of which it
 * tells more: Ana Ruiz of "No Ferry". */
static pacta_phrase chunk_phrase(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t mark = quotation_begin(work, first, end);
    if (mark == end)
        return pacta_phrase_ending(work, first, end);
    while (mark > first && pacta_is(work, mark - 1, CLASS_DETERMINER))
        mark--;
    if (mark > first && pacta_is(work, mark - 1, CLASS_PREPOSITION))
        return pacta_phrase_ending(work, first, mark - 1);
    return (pacta_phrase){end, end};
}

/* The dash that opens what the dash at `end` closes, or `end`. */
static uint32_t dash_before(const pacta_work *work, uint32_t low, uint32_t end) {
    for (uint32_t i = end; i-- > low && end - i < INSERTION_TOKENS;)
        if (pacta_is_dash(work, i))
            return i;
    return end;
}

static bool is_circumstance(const pacta_work *work, uint32_t token) {
    return pacta_opens_circumstance(work, token) || pacta_is(work, token, CLASS_ADVERB) ||
           pacta_is(work, token, CLASS_SUBJECT_RELATIVE);
}

/* , while Holm, in a letter, called: a clause of its own. */
static bool begins_clause(const pacta_work *work, uint32_t first, pacta_phrase subject) {
    uint32_t next = first + 1;
    if (pacta_is(work, next, CLASS_DETERMINER))
        next++;
    return pacta_is(work, first, CLASS_CLAUSE_OPENER) && !pacta_is(work, first, CLASS_PREPOSITION) &&
           !pacta_is(work, first, CLASS_SUBJECT_RELATIVE) && subject.first == next &&
           !pacta_ends_as(work, next, CLASS_PRESENT_ENDING) && /* while speaking in Orsk */
           subject.first < subject.end;
}

/* On Friday Ana Ruiz, In June 2031 Ana Ruiz: a name right behind what says when. */
static bool follows_time(const pacta_work *work, uint32_t low, pacta_phrase name) {
    if (name.first <= low || name.first >= name.end || !pacta_phrase_is_name(work, name))
        return false;
    const uint32_t last = name.first - 1;
    return pacta_is(work, last, CLASS_WEEKDAY) || pacta_is(work, last, CLASS_MONTH) ||
           pacta_is(work, last, CLASS_TIME) || pacta_cut_at(work, last)->kind == PACTA_TOKEN_NUMBER;
}

/* By noon Orsk, a neighbour, had; there Ana Ruiz, her chief, wrote: what such a one is, whatever
 * opens the sentence. */
static bool tells_what(const pacta_work *work, uint32_t first, pacta_phrase name) {
    return (pacta_is(work, first, CLASS_INDEFINITE) || pacta_is(work, first, CLASS_POSSESSIVE)) &&
           name.first < name.end && name.first > 0 && pacta_is_capital(work, name.end - 1) &&
           !pacta_is(work, name.first - 1, CLASS_PREPOSITION) &&
           !pacta_is(work, name.first - 1, CLASS_DETERMINER);
}

/* True if [first, end), between commas, only tells more of what stands before
 * it; `before` begins the chunk before. */
static bool is_insertion(const pacta_work *work, uint32_t first, uint32_t end, uint32_t before) {
    uint32_t last = first - 2; /* of the chunk before */
    if (pacta_is(work, before, CLASS_SENTENCE_JOINER))
        before++; /* But she, in response, said */
    if (begins_clause(work, before, pacta_phrase_ending(work, before, first - 1)))
        before++; /* While Holm, in a letter, said */
    if (pacta_is_dash(work, first - 1) && pacta_is_dash(work, end))
        return true;
    for (uint32_t i = first; i < end && end - first <= REMARK; i++)
        if (pacta_is(work, i, CLASS_CUE) && pacta_is_verb(work, i))
            return true; /* Article 5, Pike said, obliges */
    if (pacta_is(work, first, CLASS_SUBJECT_RELATIVE) && !pacta_is(work, first, CLASS_DEMONSTRATIVE))
        return true; /* On Sunday the minister, who sat late, wrote */
    if (pacta_is(work, first, CLASS_PREPOSITION) && pacta_is(work, first + 1, CLASS_RELATIVE))
        return true; /* Holm, with whom they agreed, thought */
    bool opens = is_circumstance(work, before) && (pacta_cut_at(work, before)->flags & TOKEN_UPPER) != 0;
    if (opens) {
        const pacta_phrase named = chunk_phrase(work, before, first - 1);
        if (!follows_time(work, before, named) && !tells_what(work, first, named))
            return false;
    }
    if (pacta_is_definite(work, first))
        return pacta_is_capital(work, last);
    if (pacta_opens_phrase(work, first))
        return true;
    if (pacta_cut_at(work, first)->kind == PACTA_TOKEN_NUMBER)
        return true;
    if ((pacta_cut_at(work, first)->flags & TOKEN_UPPER) == 0)
        return !pacta_is(work, first, CLASS_PRONOUN) && !pacta_is(work, first, CLASS_LIST_JOINER);
    pacta_phrase here = pacta_phrase_ending(work, first, end), head = chunk_phrase(work, before, first - 1);
    if (head.first == before && pacta_phrase_is_name(work, head) && !pacta_phrase_is_name(work, here) &&
        pacta_phrase_has_office(work, (pacta_phrase){first, end}))
        return true; /* Ana Ruiz, Orla trade envoy and delegate to the talks, said */
    return pacta_is_capital(work, last) &&
           (end - first <= 6 || pacta_is(work, first, CLASS_PERSON_TITLE) ||
            pacta_is(work, first, CLASS_PERSON_NOUN)); /* Holm, Minister of Trade, said */
}

static pacta_phrase shared_subject(const pacta_work *work, uint32_t low, uint32_t end, bool speaks);

/* The subject that ends the chunk, or that of the chunk's own verb. */
static pacta_phrase subject_in(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i-- > first + 1;)
        if (pacta_is_verb(work, i) && !pacta_is(work, i - 1, CLASS_INFINITIVE))
            return shared_subject(work, first, end, false);
    return pacta_phrase_ending(work, first, end);
}

static bool is_capital_run(const pacta_work *work, pacta_phrase phrase) {
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (pacta_is_word(work, i) && !pacta_is_capital(work, i) && !pacta_is(work, i, CLASS_NAME_PARTICLE))
            return false;
    return true;
}

/* The chunk from `begin` on is this phrase, and names a body, or some of several. */
static bool names_body(const pacta_work *work, uint32_t begin, pacta_phrase phrase) {
    const uint32_t first = begin + (pacta_is(work, begin, CLASS_DETERMINER) && phrase.first > begin);
    return phrase.first == first && phrase.first < phrase.end && !is_circumstance(work, begin) &&
           !pacta_is_capital(work, phrase.end - 1) &&
           (pacta_is(work, phrase.end - 1, CLASS_ORGANISATION) ||
            pacta_is(work, phrase.first, CLASS_PARTITIVE));
}

/* The subject before the comma that token `comma` is. */
static pacta_phrase across_insertions(const pacta_work *work, uint32_t low, uint32_t comma) {
    uint32_t end = comma;
    for (unsigned n = 0; n < CHAIN; n++) {
        uint32_t dash = pacta_is_dash(work, end) ? dash_before(work, low, end) : end;
        if (dash != end) { /* Article 7 - which he called "..." - allows */
            end = dash;
            continue;
        }
        uint32_t first = chunk_begin(work, low, end);
        if (first > low + 1 && first < end && quotation_begin(work, first, end) == first &&
            is_separator(work, first - 1)) { /* A report, "Paper Dams", called */
            end = first - 1;
            continue;
        }
        pacta_phrase here = chunk_phrase(work, first, end);
        if (first <= low + 1 || !is_separator(work, first - 1))
            return subject_in(work, first, end);
        uint32_t before = chunk_begin(work, low, first - 1);
        pacta_phrase head = chunk_phrase(work, before, first - 1);
        if (here.first == first && !pacta_phrase_is_name(work, here) && names_body(work, before, head) &&
            head.end == first - 1) {
            end = first - 1; /* The state agency, OSTA, said; One of the firms, Balt, said */
            continue;
        }
        bool named =
            n == 0 && here.first == first && pacta_phrase_is_name(work, here) && head.first < head.end;
        if (n > 0 && here.first == first && here.end == end && end - first >= 2 &&
            pacta_phrase_is_name(work, here) && is_capital_run(work, here))
            return here; /* to the crew, Ana Ruiz, keeper of the lamps, said */
        bool role = pacta_phrase_has_office(work, head) &&
                    (!pacta_phrase_is_name(work, head) || pacta_is(work, head.first + 1, CLASS_NOUN_LINK));
        if (named && (role || !pacta_is_capital(work, head.end - 1)) && !is_circumstance(work, before))
            return here; /* his teacher, Aldo Brink, said */
        if (begins_clause(work, first, here) || !is_insertion(work, first, end, before))
            return here;
        end = first - 1;
    }
    return (pacta_phrase){low, low};
}

/* What texts do, and people hardly: contained. */
static bool tells_of_text(const pacta_work *work, uint32_t verb) {
    return pacta_is(work, verb, CLASS_CUE_TEXT) && !pacta_is(work, verb, CLASS_CUE) &&
           !pacta_is(work, verb, CLASS_CUE_WEAK) && !pacta_is(work, verb, CLASS_CUE_READING);
}

/* says that he would walk and sing: the subject of what the verb reports. */
static pacta_phrase told_subject(const pacta_work *work, uint32_t verb, uint32_t end) {
    uint32_t first = verb + 1;
    if (first < end && pacta_is_that(work, first))
        first++;
    pacta_phrase none = {end, end};
    if (first > verb + 1 && first < end &&
        pacta_opens_circumstance(work, first + pacta_is_char(work, first, ',')))
        return pacta_phrase_opening(work, first, end); /* that, on a trip to Orsk, Holm left and */
    pacta_phrase subject = pacta_phrase_from(work, first, end);
    bool pronoun = subject.end - subject.first == 1 && pacta_is(work, subject.first, CLASS_PRONOUN);
    if (subject.first >= subject.end || (first == verb + 1 && !pronoun))
        return none;
    const bool ends = subject.end == end && first > verb + 1; /* says that Holm[, in a letter, called] */
    return ends || (subject.end < end && is_between(work, subject.end)) ? subject : none;
}

/* The subject that a verb behind "and" shares with the one before it; one that
 * speaks shares none with what texts do. */
static pacta_phrase shared_subject(const pacta_work *work, uint32_t low, uint32_t end, bool speaks) {
    for (uint32_t i = end; i-- > low && end - i < CLAUSE_TOKENS;) {
        bool conjunction = pacta_is(work, i, CLASS_DEMONSTRATIVE) && i > low && pacta_is_verb(work, i - 1);
        if (pacta_is(work, i, CLASS_SUBJECT_RELATIVE) && i > low && !conjunction &&
            !pacta_is(work, i - 1, CLASS_PREPOSITION)) {
            uint32_t noun = pacta_is_char(work, i - 1, ',') ? i - 1 : i;
            return pacta_phrase_ending(work, low, noun);
        }
        if (pacta_is_verb(work, i) && i > low && !(speaks && tells_of_text(work, i))) {
            pacta_phrase told = told_subject(work, i, end);
            if (told.first < told.end)
                return told;
            pacta_phrase subject = pacta_phrase_ending(work, low, pacta_verb_begin(work, low, i));
            if (subject.first < subject.end)
                return subject;
        }
        if (pacta_is_char(work, i, ',') && is_circumstance(work, low) &&
            pacta_reference_in(work, i, i + 1) == PACTA_NONE)
            return pacta_phrase_opening(work, low, end);
        if (pacta_is_char(work, i, ';'))
            return pacta_phrase_opening(work, i + 1, end);
    }
    return pacta_phrase_opening(work, low, end);
}

/* Orsk and Vend said, Ana Ruiz and Rolf Berg said: both, where the clause
 * begins with them. */
static pacta_phrase with_other(const pacta_work *work, uint32_t low, pacta_phrase subject) {
    uint32_t joiner = subject.first - 1;
    if (subject.first >= subject.end || subject.first < low + 2 ||
        !pacta_is(work, joiner, CLASS_LIST_JOINER) || !pacta_is_capital(work, subject.first) ||
        !pacta_is_capital(work, joiner - 1))
        return subject;
    pacta_phrase other = pacta_phrase_ending(work, low, joiner);
    uint32_t before = other.first;
    if (before > low && pacta_is(work, before - 1, CLASS_DETERMINER))
        before--;
    bool begins = before == low || pacta_is_char(work, before - 1, ',') ||
                  pacta_is(work, before - 1, CLASS_CLAUSE_OPENER);
    return begins && other.first < other.end && pacta_is_capital(work, other.first)
               ? (pacta_phrase){other.first, subject.end}
               : subject;
}

/* A keeper admits that his firm had it, but says: who told the first, or none. */
static pacta_phrase across_but(const pacta_work *work, uint32_t low, uint32_t end, uint32_t verb) {
    pacta_phrase none = {low, low};
    bool but = pacta_is(work, end - 1, CLASS_SENTENCE_JOINER) && !pacta_is(work, end - 1, CLASS_LIST_JOINER);
    bool tells = pacta_is(work, verb, CLASS_CUE);
    if (!but || !(tells || pacta_is(work, verb, CLASS_CUE_WEAK)) || end < low + 2 ||
        !pacta_is_word(work, end - 2))
        return none;
    pacta_phrase opening = pacta_phrase_opening(work, low, end - 1);
    if (opening.first >= opening.end)
        return none;
    if (tells && opening.end < end && pacta_is(work, opening.end, CLASS_CUE))
        return opening;
    for (uint32_t i = opening.end; i + 1 < end && i - opening.end < CLAUSE_TOKENS; i++)
        if (pacta_is(work, i, CLASS_CUE) && pacta_is_that(work, i + 1) && i > low + 1)
            return pacta_phrase_before(work, low, i); /* would not confirm that it was, but called */
    return none;
}

/* It led Ana Ruiz to say: who stands before "to", if it is somebody. */
static pacta_phrase led_to(const pacta_work *work, uint32_t low, uint32_t to) {
    pacta_phrase led = pacta_phrase_ending(work, low, to);
    bool somebody =
        led.first < led.end && (pacta_is_capital(work, led.end - 1) || pacta_phrase_has_office(work, led));
    return somebody ? led : (pacta_phrase){low, low};
}

/* advice tabled with the bill: the phrase is that of the participle's noun. */
static pacta_phrase with_participle(const pacta_work *work, uint32_t low, pacta_phrase subject) {
    uint32_t link = subject.first - 1;
    if (subject.first >= subject.end || subject.first < low + 4)
        return subject;
    link -= pacta_is(work, link, CLASS_DETERMINER);
    if (!pacta_is(work, link, CLASS_PREPOSITION) || pacta_is(work, link, CLASS_AGENT) ||
        !pacta_ends_as(work, link - 1, CLASS_PAST_ENDING) ||
        (pacta_cut_at(work, link - 1)->flags & TOKEN_UPPER) != 0)
        return subject;
    pacta_phrase noun = pacta_phrase_ending(work, low, link - 1);
    return noun.first < noun.end && noun.end == link - 1 ? (pacta_phrase){noun.first, subject.end} : subject;
}

/* a jurist and envoy, the minister, envoy to Vend: the words say what somebody is, and name nobody. */
static bool says_what(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t link = first;
    while (link < end && !pacta_is(work, link, CLASS_PREPOSITION))
        link++;
    if (link == end && pacta_phrase_is_name(work, pacta_phrase_ending(work, first, end)))
        return false; /* the judge Ana Ruiz; but: Chief Envoy of Orla */
    const bool office = pacta_phrase_has_office(work, (pacta_phrase){first, link});
    return pacta_opens_phrase(work, first)
               ? office || (link == end && pacta_is(work, first, CLASS_INDEFINITE))
               : office && link < end;
}

/* by Ana Ruiz, a jurist, who told: the name that the words up to the comma tell more of, or none. */
static pacta_phrase apposed_name(const pacta_work *work, uint32_t low, uint32_t comma) {
    const uint32_t first = chunk_begin(work, low, comma);
    const pacta_phrase none = {low, low};
    if (first <= low + 1 || !pacta_is_char(work, first - 1, ',') || !says_what(work, first, comma))
        return none;
    const pacta_phrase core = pacta_phrase_core(work, low, first - 1);
    pacta_phrase name = pacta_phrase_ending(work, low, first - 1);
    if (!pacta_phrase_has_role(work, (pacta_phrase){name.first, core.first}))
        name = core; /* brought two of them to [Ana Ruiz] */
    return name.end == first - 1 && pacta_phrase_is_name(work, name) && !pacta_phrase_is_body(work, name)
               ? name
               : none;
}

pacta_phrase pacta_phrase_before(const pacta_work *work, uint32_t low, uint32_t verb) {
    uint32_t end = pacta_verb_begin(work, low, verb);
    pacta_phrase none = {low, low};
    if (end <= low)
        return none;
    if (pacta_is_char(work, end - 1, ',') || is_separator(work, end - 1))
        return across_insertions(work, low, end - 1);
    if (pacta_is(work, end - 1, CLASS_SUBJECT_RELATIVE)) {
        uint32_t noun = end - 1 > low && pacta_is_char(work, end - 2, ',') ? end - 2 : end - 1;
        if (noun < end - 1 && noun > low && pacta_cut_at(work, noun - 1)->kind == PACTA_TOKEN_NUMBER &&
            pacta_reference_in(work, noun - 1, noun) == PACTA_NONE)
            return across_insertions(work, low, noun); /* Ana Ruiz, now 97, who told */
        const pacta_phrase name = noun < end - 1 ? apposed_name(work, low, noun) : none;
        return name.first < name.end ? name : pacta_phrase_ending(work, low, noun);
    }
    pacta_phrase teller = across_but(work, low, end, verb);
    if (teller.first < teller.end)
        return teller;
    if (pacta_is(work, end - 1, CLASS_LIST_JOINER) || pacta_is(work, end - 1, CLASS_CLAUSE_OPENER))
        return shared_subject(work, low, end - 1, !tells_of_text(work, verb));
    if (pacta_is(work, end - 1, CLASS_INFINITIVE))
        return led_to(work, low, end - 1);
    pacta_phrase subject = with_participle(work, low, pacta_phrase_ending(work, low, end));
    pacta_phrase other = pacta_name_told_of(work, low, subject, end);
    return other.first < other.end ? other : with_other(work, low, subject);
}
