/* Sources that stand behind the quotation. */
#include "attribution/attribution.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum { TAG_REACH = 28, ON_REACH = 60, AGENT_REACH = 6, CITED_REACH = 10, VERBS_TRIED = 6 };

/* Nothing stands between the words and who says them; a comma or a call leads on. */
static bool is_dialogue(const pacta_attribution *a, uint32_t at) {
    uint32_t last = a->end - 2;
    return a->opens && at == a->end &&
           (pacta_is_char(a->work, last, ',') || pacta_is_char(a->work, last, '!') ||
            pacta_is_char(a->work, last, '?'));
}

/* "...," explained [to the Herald] the keeper: behind whom it is told, or `token`. */
static uint32_t behind_hearer(const pacta_attribution *a, uint32_t token) {
    const pacta_work *work = a->work;
    if (token + 3 >= a->high || !pacta_is(work, token, CLASS_INFINITIVE))
        return token;
    const pacta_phrase hearer = pacta_phrase_from(work, token + 1, a->high);
    return hearer.first < hearer.end && hearer.end < a->high && pacta_is(work, hearer.end, CLASS_DETERMINER)
               ? hearer.end
               : token;
}

/* "...," said Ruta Svenn. */
static bool find_inverted(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    bool tag = pacta_is(work, at, CLASS_CUE_TAG) || pacta_is(work, at, CLASS_CUE_TEXT);
    const bool weak = pacta_is(work, at, CLASS_CUE_WEAK);
    const bool whole = weak && pacta_is(work, at + 1, CLASS_CUE_PARTICLE); /* points out Holm */
    const bool call = weak && is_dialogue(a, at);                          /* "Shame!" called a clerk */
    const bool judges = weak && a->comma && a->opens;                      /* "...", denounced the keeper */
    if (!pacta_is_saying(a, at) && !((tag || whole || call || judges) && a->comma))
        return false;
    uint32_t from = behind_hearer(a, at + 1 + whole);
    while (from < a->high && pacta_is(work, from, CLASS_ADVERB) &&
           (pacta_cut_at(a->work, from)->flags & TOKEN_UPPER) == 0)
        from++;
    if (from + 2 < a->high && pacta_is_char(work, from, ',') && pacta_is_char(work, from + 2, ',') &&
        pacta_ends_as(work, from + 1, CLASS_ADVERB_ENDING)) /* remarked, dryly, Holm */
        from += 3;
    if (pacta_is(work, from, CLASS_SUBJECT_RELATIVE)) /* says that */
        return false;
    pacta_phrase p = pacta_phrase_from(work, from, a->high);
    if (!pacta_can_speak(work, p) || ((call || judges) && !tag && !pacta_has_voice(work, p)))
        return false;
    p.end = pacta_quoted_name_end(a, p.end);
    return pacta_settle(a, p, at, at + 1);
}

/* quoted a clerk as saying: the participle behind the citing verb, or PACTA_NONE. */
static uint32_t cited_as(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    for (uint32_t i = verb + 1; i + 1 < a->high && i - verb <= CITED_REACH; i++)
        if (pacta_is(work, i, CLASS_LINK) && pacta_is(work, i + 1, CLASS_CUE_PARTICIPLE))
            return i + 1;
    return PACTA_NONE;
}

/* "...," the treaty was quoted as saying, is remembered as saying; "...," the paper quoted a
 * clerk as saying: who is cited. */
static bool is_cited_as(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject) {
    const pacta_work *work = a->work;
    const uint32_t saying = cited_as(a, verb);
    const bool citing = pacta_is(work, verb, CLASS_CUE_CITING),
               passive = (citing || saying == verb + 2) && pacta_verb_is_passive(work, low, verb);
    if (saying == PACTA_NONE || !(citing || passive))
        return false;
    *subject = passive ? pacta_phrase_before(work, low, verb) : pacta_phrase_from(work, verb + 1, a->high);
    return pacta_can_speak(work, *subject);
}

static bool is_person(const pacta_attribution *a, pacta_phrase p) {
    return p.first < p.end &&
           (pacta_phrase_is_name(a->work, p) || pacta_is(a->work, p.first, CLASS_PERSONAL) ||
            (p.end - p.first == 1 && (pacta_cut_at(a->work, p.first)->flags & TOKEN_UPPER) != 0 &&
             pacta_source_kind_of(a->work, p) == PACTA_SOURCE_PERSON));
}

/* "Never," thunders Lee: a verb of no list, and somebody right behind it. */
static bool find_inverted_dialogue(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    const bool past = at == a->end + 1 && a->comma && pacta_ends_as(work, at, CLASS_PAST_ENDING);
    if (!(is_dialogue(a, at) || past) || at + 1 >= a->high || !pacta_is_open_word(work, at) ||
        !pacta_is_small(a, at) || pacta_opens_phrase(work, at) || pacta_names_role(work, at))
        return false;
    const bool particle = pacta_is(work, at + 1, CLASS_PREPOSITION) && at + 2 < a->high; /* broke in Lee */
    pacta_phrase p = pacta_phrase_from(work, at + 1 + particle, a->high);
    return (is_person(a, p) || (!particle && pacta_phrase_has_office(work, p))) &&
           pacta_settle(a, p, at, at + 1);
}

/* "You never came," Lee shot back: a verb of no list behind a comma inside; or outside: "You
 * never came", he summarised. */
static bool find_dialogue(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    if (at == a->end + 1 && a->comma && a->opens && pacta_is(work, at, CLASS_PERSONAL) &&
        pacta_ends_as(work, at + 1, CLASS_PAST_ENDING))
        return pacta_settle(a, (pacta_phrase){at, at + 1}, at + 1, at + 2);
    if (!is_dialogue(a, at))
        return false;
    pacta_phrase p = pacta_phrase_from(work, at, a->high);
    while (p.end > p.first + 1 && (pacta_cut_at(a->work, p.first)->flags & TOKEN_UPPER) != 0 &&
           (pacta_cut_at(a->work, p.end - 1)->flags & TOKEN_UPPER) == 0)
        p.end--; /* Brandt | shot back */
    uint32_t first = p.first - (p.first > at), end = p.end;
    while (end > p.first + 1 && pacta_phrase_has_office(work, p) && !pacta_names_role(work, end - 1) &&
           (pacta_cut_at(a->work, end - 1)->flags & TOKEN_UPPER) == 0)
        end--; /* the minister | hit back */
    if (end == p.end && pacta_phrase_has_office(work, p) && pacta_ends_as(work, end, CLASS_PAST_ENDING))
        return pacta_settle(a, p, end, end + 1); /* a diplomat slipped to us */
    if (end < p.end && pacta_is(work, first, CLASS_DETERMINER) && pacta_is_open_word(work, end))
        return pacta_settle(a, (pacta_phrase){p.first, end}, end, end + 1);
    const bool particle = p.end == p.first + 1 && p.end + 1 < a->high && /* "Why?" Brandt shot back */
                          pacta_is(work, p.end + 1, CLASS_CUE_PARTICLE);
    return (particle || is_person(a, p)) && p.end < a->high && pacta_is_open_word(work, p.end) &&
           (pacta_cut_at(a->work, p.end)->flags & TOKEN_UPPER) == 0 && pacta_settle(a, p, p.end, p.end + 1);
}

/* "...," the jurist, Ana Lee, said: the name behind what she is. */
static bool is_apposed_to(const pacta_attribution *a, uint32_t at, pacta_phrase name) {
    return name.first > at + 1 && pacta_is_char(a->work, name.first - 1, ',') &&
           pacta_phrase_is_name(a->work, name) &&
           pacta_phrase_from(a->work, at, name.first).end == name.first - 1;
}

/* "...", as Holm liked to say; "...," Holm liked to say */
static bool likes_to_say(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject) {
    if (verb + 2 >= a->high || !pacta_is(a->work, verb + 1, CLASS_INFINITIVE) ||
        !(pacta_is_saying(a, verb + 2) || pacta_is(a->work, verb + 2, CLASS_CUE_PUTTING)))
        return false;
    *subject = pacta_phrase_before(a->work, low, verb);
    return pacta_can_speak(a->work, *subject) && pacta_has_voice(a->work, *subject);
}

/* "...," Lee, a jurist, said. */
static bool find_tag(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    if (!a->comma && !a->opens)
        return false;
    if (pacta_is(work, at, CLASS_LIST_JOINER) || pacta_is(work, at, CLASS_SUBJECT_RELATIVE))
        return false;
    for (uint32_t i = at + 1; i < a->high && i - at < TAG_REACH; i++) {
        i = pacta_quoted_name_end(a, i);
        if (i >= a->high || pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE ||
            pacta_is_char(work, i, ';'))
            return false;
        pacta_phrase cited;
        if (a->comma && likes_to_say(a, at, i, &cited))
            return cited.first <= at + 2 && pacta_settle(a, cited, i, i + 3);
        if (is_cited_as(a, at, i, &cited)) {
            i = cited_as(a, i);
            return pacta_settle(a, cited, i, i + 1);
        }
        bool loose = a->comma && (pacta_is(work, i, CLASS_CUE_TAG) || pacta_is(work, i, CLASS_CUE_TEXT) ||
                                  (pacta_is(work, i, CLASS_CUE_WEAK) && a->opens));
        const bool tells_more = pacta_is(work, i - 1, CLASS_SUBJECT_RELATIVE) &&
                                pacta_cut_at(work, i - 2)->kind == PACTA_TOKEN_WORD; /* a duty that adds */
        if ((!pacta_is_saying(a, i) && !loose) || tells_more)
            continue;
        pacta_phrase p;
        if (!pacta_find_subject(a, at, i, &p))
            continue;
        bool begins =
            p.first == at || is_apposed_to(a, at, p) ||
            (p.first == at + 1 && (pacta_is(work, at, CLASS_DETERMINER) || pacta_is(work, at, CLASS_ADVERB)));
        return begins && (a->comma || !pacta_verb_is_passive(work, at, i)) && pacta_settle(a, p, i, i + 1);
    }
    return false;
}

/* "..." - Olga Tamm, mayor of Karsk */
static bool find_signature(pacta_attribution *a, uint32_t at) {
    pacta_phrase p = pacta_phrase_from(a->work, at + 1, a->high);
    bool ends = p.end >= a->high || pacta_cut_at(a->work, p.end)->kind == PACTA_TOKEN_SYMBOL;
    bool signs =
        p.first < p.end && (pacta_phrase_is_name(a->work, p) || pacta_names_role(a->work, p.end - 1));
    return ends && signs && pacta_settle(a, p, at, at);
}

/* described as "..." by the opposition */
bool pacta_find_agent(pacta_attribution *a) {
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0; n < AGENT_REACH && pacta_step_on(a, &at) && !at.quotation; n++) {
        if (!pacta_is(a->work, at.token, CLASS_AGENT))
            continue;
        pacta_phrase p = pacta_phrase_from(a->work, at.token + 1, a->high);
        return pacta_can_speak(a->work, p) && pacta_settle(a, p, at.token, at.token + 1);
    }
    return false;
}

/* "..." by the opposition: who says so, right behind the words. */
static pacta_phrase agent_behind(const pacta_attribution *a) {
    const pacta_phrase none = {0, 0};
    if (a->end + 1 >= a->high || !pacta_is(a->work, a->end, CLASS_AGENT))
        return none;
    const pacta_phrase p = pacta_phrase_from(a->work, a->end + 1, a->high);
    return pacta_can_speak(a->work, p) && pacta_has_voice(a->work, p) ? p : none;
}

bool pacta_has_agent_behind(const pacta_attribution *a) {
    const pacta_phrase p = agent_behind(a);
    return p.first < p.end;
}

/* branded "a raft" by Holm, dismissed as "..." by Holm: also where no verb says "is" or "was". */
bool pacta_find_labelled(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->first < a->low + 2)
        return false;
    const uint32_t verb = a->first - 1 - (pacta_is(work, a->first - 1, CLASS_LINK) ? 1 : 0);
    const pacta_phrase p = agent_behind(a);
    return p.first < p.end &&
           (pacta_is(work, verb, CLASS_NAMING_VERB) || pacta_is(work, verb, CLASS_CUE_WEAK)) &&
           pacta_settle(a, p, verb, verb + 1);
}

/* "...", as Holm put it; "..." is how Holm put it. */
static bool puts_it(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject) {
    if (!pacta_is(a->work, verb, CLASS_CUE_PUTTING) || !pacta_is(a->work, verb + 1, CLASS_NEUTER))
        return false;
    *subject = pacta_phrase_before(a->work, low, verb);
    return pacta_can_speak(a->work, *subject);
}

/* "...", as Holm put it; as the Tribunal calls it */
static bool find_put(pacta_attribution *a, uint32_t link) {
    for (uint32_t i = link + 1; i + 1 < a->high && i - link < TAG_REACH; i++) {
        pacta_phrase p;
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(a->work, i, ',') ||
            pacta_is_char(a->work, i, ';'))
            return false;
        if (puts_it(a, link + 1, i, &p))
            return pacta_settle(a, p, i, i + 2);
        if (likes_to_say(a, link + 1, i, &p))
            return pacta_settle(a, p, i, i + 3);
        const bool hearer = pacta_is(a->work, i, CLASS_CUE_TELLING) && /* as a keeper told me */
                            (i + 2 >= a->high || pacta_cut_at(a->work, i + 2)->kind == PACTA_TOKEN_SYMBOL);
        const bool elsewhere = a->comma && pacta_is(a->work, i, CLASS_CUE) && /* as we said in May */
                               pacta_is(a->work, i + 1, CLASS_LOCATION);
        bool object =
            hearer || elsewhere ||
            pacta_is(a->work, i + 1, CLASS_NEUTER) || /* as she calls it, calls Article 4 */
            (pacta_is(a->work, i, CLASS_CUE_WEAK) && pacta_reference_in(a->work, i + 1, i + 2) != PACTA_NONE);
        if (pacta_is_reporting(a, i) && object && pacta_find_subject(a, link + 1, i, &p))
            return pacta_settle(a, p, i, i + 1);
    }
    return false;
}

/* "...," was the verdict of Holm; was Holm's answer: whose the noun is. */
static bool find_verdict(pacta_attribution *a, uint32_t be) {
    const pacta_work *work = a->work;
    uint32_t noun = be + 1;
    while (noun < a->high && noun - be <= AGENT_REACH && !pacta_is(work, noun, CLASS_CUE_NOUN))
        noun++;
    if (noun >= a->high || noun - be > AGENT_REACH || noun == be + 1)
        return false;
    bool behind = pacta_is(work, noun + 1, CLASS_OF) || pacta_is(work, noun + 1, CLASS_ORIGIN) ||
                  pacta_is(work, noun + 1, CLASS_AGENT);
    pacta_phrase p = {be, be};
    if (behind)
        p = pacta_phrase_from(work, noun + 2, a->high);
    else if (pacta_is_clitic(work, noun - 1))
        p = pacta_phrase_ending(work, be + 1, noun - 1);
    else if (pacta_is(work, be + 1, CLASS_POSSESSIVE)) /* her only answer */
        p = (pacta_phrase){be + 1, be + 2};
    return p.first < p.end && pacta_can_speak(work, p) && pacta_settle(a, p, be, noun + 1);
}

/* "...," was all that Holm would say. */
static bool find_predicate(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    if (!a->opens || !pacta_is(work, at, CLASS_BE))
        return false;
    if (find_verdict(a, at))
        return true;
    if (!a->comma && !pacta_is(work, at + 1, CLASS_QUANTIFIER)) /* "..." was all that she said */
        return false;
    for (uint32_t i = at + 2; i < a->high && i - at <= AGENT_REACH + 2; i++) {
        pacta_phrase p;
        if (pacta_is_saying(a, i) && !pacta_verb_is_passive(work, at + 1, i))
            return pacta_find_subject(a, at + 1, i, &p) && pacta_settle(a, p, i, i + 1);
    }
    return false;
}

/* "...", in Holm's phrase; in the words of Holm */
static bool find_account(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, at, CLASS_LOCATION))
        return false;
    for (uint32_t i = at + 2; i < a->high && i - at <= AGENT_REACH; i++) {
        if (!pacta_is(work, i, CLASS_CUE_ACCOUNT))
            continue;
        pacta_phrase whose;
        uint32_t end;
        if (pacta_follows_cue(a, i, a->high, &whose, &end))
            return pacta_settle(a, whose, at, end);
        uint32_t owner = i - 1 - pacta_is(work, i - 1, CLASS_OWN);
        if (owner <= at + 1 || !pacta_is_clitic(work, owner))
            return false;
        pacta_phrase p = pacta_phrase_ending(work, at + 1, owner);
        return pacta_can_speak(work, p) && pacta_settle(a, p, at, i + 1);
    }
    return false;
}

/* In a headline: 'No way back': minister; 'Never': keepers speak out. */
static bool find_headed_behind(pacta_attribution *a, uint32_t colon) {
    const pacta_work *work = a->work;
    pacta_phrase p = pacta_phrase_from(work, colon + 1, a->high);
    if (p.first >= p.end)
        return false;
    if (pacta_is(work, p.first, CLASS_PEOPLE))
        p.end = p.first + 1; /* keepers | savage plan */
    while (p.end > p.first + 1 && pacta_is_capital(work, p.first) && !pacta_is_capital(work, p.end - 1) &&
           !pacta_names_role(work, p.end - 1))
        p.end--; /* Holm | rallies thousands */
    const bool does = p.end < a->high && pacta_is_open_word(work, p.end) && !pacta_is_capital(work, p.end) &&
                      pacta_is_capital(work, p.first);
    return (pacta_phrase_is_name(work, p) || pacta_names_role(work, p.end - 1) || does ||
            (p.end < a->high && pacta_is_reporting(a, p.end))) &&
           pacta_settle(a, p, colon, colon + 1);
}

/* "..." is how Holm describes it; is what she calls the pact */
static bool find_manner(pacta_attribution *a, uint32_t be) {
    if (be + 3 >= a->high || !pacta_is(a->work, be, CLASS_BE) || !pacta_is(a->work, be + 1, CLASS_MANNER))
        return false;
    for (uint32_t i = be + 3; i < a->high && i - be < TAG_REACH; i++) {
        pacta_phrase p;
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (pacta_is_reporting(a, i) && pacta_find_subject(a, be + 2, i, &p))
            return pacta_settle(a, p, i, i + 1);
    }
    return false;
}

bool pacta_find_behind(pacta_attribution *a) {
    uint32_t at = a->end;
    const bool whole = a->opens || (at > a->first + 2 && pacta_has_sign(a->work, at - 2, SIGN_STOP));
    if (whole && at + 1 < a->high && pacta_is_dash(a->work, at) && find_signature(a, at))
        return true;
    bool dash = a->opens && at < a->high && pacta_is_dash(a->work, at); /* "..."—he said—"..." */
    if (dash || (at < a->high && pacta_is_char(a->work, at, ',')))
        at++;
    if (!dash && at > a->end && at < a->high && pacta_is_dash(a->work, at))
        at++; /* «...», — said he */
    if (at >= a->high)
        return false;
    a->comma = a->comma || dash;
    if (pacta_is(a->work, at, CLASS_LINK))
        return find_put(a, at);
    if (pacta_is_char(a->work, at, ':'))
        return find_headed_behind(a, at);
    if (find_predicate(a, at) || find_account(a, at) || find_manner(a, at))
        return true;
    return find_inverted(a, at) || find_tag(a, at) || find_dialogue(a, at) || find_inverted_dialogue(a, at);
}

/* A reporting clause that comma and full stop set off: "... 'x' deal, minister
 * tells MPs." */
static bool is_set_off(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const pacta_work *work = a->work;
    uint32_t before = subject.first - 1;
    if (pacta_is(work, before, CLASS_DETERMINER))
        before--;
    const bool other = before > a->end && pacta_cut_at(work, before)->kind == PACTA_TOKEN_QUOTE &&
                       pacta_is_char(work, before - 1, ','); /* "..." and "...," Holm said */
    bool inside =
        other || (before + 1 == a->end && pacta_is_char(work, a->end - 2, ',')); /* "...," Holm said */
    if (!inside && (!pacta_is_char(work, before, ',') || before < a->end))
        return false;
    uint32_t next = verb + 1;
    return next >= a->high || pacta_cut_at(a->work, next)->kind == PACTA_TOKEN_SYMBOL ||
           pacta_is(work, next, CLASS_PREPOSITION) || pacta_is(work, next, CLASS_WEEKDAY) ||
           pacta_is(work, next, CLASS_ADVERB) || pacta_is(work, verb, CLASS_CUE_TELLING);
}

/* ..., says former keeper: what headlines leave without an article, and without a full stop. */
static bool ends_headline(const pacta_attribution *a, pacta_phrase p) {
    const pacta_passage *passage = &a->work->fold.passages.items[a->passage];
    return p.first < p.end && p.end == passage->end_token && a->low == passage->first_token;
}

bool pacta_phrase_set_off(const pacta_attribution *a, pacta_phrase *subject, pacta_phrase *cue) {
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0, tried = 0; n < ON_REACH && tried < VERBS_TRIED && pacta_step_on(a, &at); n++) {
        if (at.quotation)
            continue;
        uint32_t verb = at.token, end;
        *cue = (pacta_phrase){verb, verb + 1};
        if (pacta_is(a->work, verb, CLASS_CUE_SOURCE) && pacta_follows_cue(a, verb, a->high, subject, &end)) {
            cue->end = end;
            return true;
        }
        if (puts_it(a, a->end, verb, subject)) {
            cue->end++;
            return true;
        }
        if (!pacta_is_saying(a, verb))
            continue;
        tried++;
        bool inverted = verb > a->end && pacta_is_char(a->work, verb - 1, ',') &&
                        !pacta_is(a->work, verb, CLASS_CUE_TELLING);
        if (inverted) { /* ..., says Article 21 */
            *subject = pacta_phrase_from(a->work, verb + 1, a->high);
            if ((pacta_can_speak(a->work, *subject) || ends_headline(a, *subject)) &&
                (subject->end >= a->high || !pacta_is_reporting(a, subject->end)))
                return true;
        }
        if (pacta_find_subject(a, a->end, verb, subject) && subject->first >= a->end &&
            is_set_off(a, verb, *subject))
            return true;
    }
    return false;
}

bool pacta_find_set_off(pacta_attribution *a) {
    pacta_phrase subject, cue;
    return pacta_phrase_set_off(a, &subject, &cue) && pacta_settle(a, subject, cue.first, cue.end);
}
