/* Who is quoted: the sources that a quotation's own sentence names, nearest
 * and surest first. */
#include "link/attribution.h"

enum { TAG_REACH = 28, BACK_REACH = 70, ON_REACH = 60, AGENT_REACH = 6 };

static const pacta_cut *cut_at(const pacta_attribution *a, uint32_t token) {
    return &a->work->tokens.items[token];
}

static bool is_comma(const pacta_attribution *a, uint32_t token) {
    return pacta_is_char(a->work, token, ',');
}

static bool is_reference(const pacta_attribution *a, pacta_phrase p) {
    return pacta_reference_in(a->work, p.first, p.end) != PACTA_NONE;
}

static bool is_cited(const pacta_attribution *a, pacta_phrase p) {
    return p.first < p.end && (is_reference(a, p) || pacta_name_until(a->work, p.end) != PACTA_NONE ||
                               pacta_is(a->work, p.end - 1, CLASS_GENERIC) ||
                               pacta_is(a->work, p.end - 1, CLASS_INSTRUMENT_NOUN) ||
                               pacta_is(a->work, p.end - 1, CLASS_PROVISION_SIGN));
}

/* Verbs are small, or all capitals in a headline; a capital is a name's. */
static bool is_small(const pacta_attribution *a, uint32_t token) {
    return (cut_at(a, token)->flags & (TOKEN_UPPER | TOKEN_CAPS)) != TOKEN_UPPER;
}

/* A verb that reports what its subject says, whatever stands around it. */
static bool is_saying(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_CUE) && is_small(a, token);
}

/* The same, or one that reports only where a quotation belongs to it. */
static bool is_reporting(const pacta_attribution *a, uint32_t token) {
    return is_saying(a, token) ||
           ((pacta_is(a->work, token, CLASS_CUE_WEAK) || pacta_is(a->work, token, CLASS_CUE_TEXT)) &&
            is_small(a, token));
}

static bool is_pronoun(const pacta_attribution *a, pacta_phrase p) {
    return p.end - p.first == 1 && pacta_is(a->work, p.first, CLASS_PRONOUN);
}

/* A word that is a noun as well ("states", "claims") is a verb only behind a
 * subject that cannot be its adjective. */
static bool fits_noun_like(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, verb, CLASS_NOUN_LIKE))
        return true;
    uint32_t last = subject.end - 1;
    return is_pronoun(a, subject) || is_cited(a, subject) || pacta_is(work, last, CLASS_PERSON_NOUN) ||
           pacta_is(work, subject.first, CLASS_PERSON_NOUN) ||
           ((cut_at(a, last)->flags & TOKEN_UPPER) != 0 && !pacta_is(work, verb + 1, CLASS_OF));
}

/* The subject of the reporting verb, if it is one that can say things. */
static bool find_subject(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject) {
    *subject = pacta_phrase_before(a->work, low, verb);
    if (!pacta_can_speak(a->work, *subject) || !fits_noun_like(a, verb, *subject))
        return false;
    bool text = pacta_is(a->work, verb, CLASS_CUE_TEXT) && !is_saying(a, verb) &&
                !pacta_is(a->work, verb, CLASS_CUE_WEAK);
    return !text || is_cited(a, *subject) || is_pronoun(a, *subject);
}

static bool settle(pacta_attribution *a, pacta_phrase subject, uint32_t first, uint32_t end) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    if (!pacta_set_source(a, &quotation->source, subject))
        return false;
    if (end > first)
        quotation->cue = (pacta_span){cut_at(a, first)->begin, cut_at(a, end - 1)->end};
    return true;
}

/* "according to TASS", "quoting Article 4": the phrase that follows the cue. */
static bool follows_source_cue(const pacta_attribution *a, uint32_t token, uint32_t high,
                               pacta_phrase *phrase, uint32_t *end) {
    const pacta_work *work = a->work;
    uint32_t next = token + 1;
    if (pacta_is(work, token, CLASS_CUE_SOURCE)) {
        if (next >= high || !pacta_is(work, next, CLASS_OF))
            return false;
        next++;
    } else if (pacta_is(work, token, CLASS_WORDS_SIGN)) { /* in the words of Ruta Svenn */
        if (next >= high || !pacta_is(work, next, CLASS_OF) || token == a->low ||
            !pacta_is(work, token - 1, CLASS_DETERMINER))
            return false;
        next++;
    } else if (!pacta_is(work, token, CLASS_CUE_CITING)) {
        return false;
    }
    *end = next;
    *phrase = pacta_phrase_from(work, next, high);
    return pacta_can_speak(work, *phrase) ||
           (phrase->first < phrase->end && pacta_is(work, token, CLASS_CUE_SOURCE));
}

/* ---- Behind the quotation ------------------------------------------------------- */

/* "...," said Ruta Svenn. */
static bool find_inverted(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    bool tag = pacta_is(work, at, CLASS_CUE_TAG) || pacta_is(work, at, CLASS_CUE_TEXT);
    if (!is_saying(a, at) && !(tag && a->comma))
        return false;
    uint32_t from = at + 1;
    while (from < a->high && pacta_is(work, from, CLASS_ADVERB) &&
           (cut_at(a, from)->flags & TOKEN_UPPER) == 0)
        from++;
    pacta_phrase p = pacta_phrase_from(work, from, a->high);
    return pacta_can_speak(work, p) && settle(a, p, at, at + 1);
}

/* "...," Lee, a jurist, said. */
static bool find_tag(pacta_attribution *a, uint32_t at) {
    const pacta_work *work = a->work;
    if (!a->comma && !a->opens)
        return false;
    if (pacta_is(work, at, CLASS_LIST_JOINER) || pacta_is(work, at, CLASS_SUBJECT_RELATIVE))
        return false;
    for (uint32_t i = at + 1; i < a->high && i - at < TAG_REACH; i++) {
        if (cut_at(a, i)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, i, ';'))
            return false;
        bool loose = a->comma && (pacta_is(work, i, CLASS_CUE_TAG) || pacta_is(work, i, CLASS_CUE_TEXT));
        if (!is_saying(a, i) && !loose)
            continue;
        pacta_phrase p;
        if (!find_subject(a, at, i, &p))
            continue;
        bool begins =
            p.first == at ||
            (p.first == at + 1 && (pacta_is(work, at, CLASS_DETERMINER) || pacta_is(work, at, CLASS_ADVERB)));
        return begins && (a->comma || !pacta_verb_is_passive(work, at, i)) && settle(a, p, i, i + 1);
    }
    return false;
}

/* "..." - Olga Tamm, mayor of Karsk */
static bool find_signature(pacta_attribution *a, uint32_t at) {
    pacta_phrase p = pacta_phrase_from(a->work, at + 1, a->high);
    bool ends = p.end >= a->high || cut_at(a, p.end)->kind == PACTA_TOKEN_SYMBOL;
    return ends && pacta_phrase_is_name(a->work, p) && settle(a, p, at, at);
}

/* described as "..." by the opposition */
static bool find_agent(pacta_attribution *a) {
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0; n < AGENT_REACH && pacta_step_on(a, &at) && !at.quotation; n++) {
        if (!pacta_is(a->work, at.token, CLASS_AGENT))
            continue;
        pacta_phrase p = pacta_phrase_from(a->work, at.token + 1, a->high);
        return pacta_can_speak(a->work, p) && settle(a, p, at.token, at.token + 1);
    }
    return false;
}

static bool find_behind(pacta_attribution *a) {
    uint32_t at = a->end;
    if (at + 1 < a->high && pacta_is_dash(a->work, at) && find_signature(a, at))
        return true;
    if (at < a->high && is_comma(a, at))
        at++;
    if (at >= a->high)
        return false;
    return find_inverted(a, at) || find_tag(a, at);
}

/* A reporting clause that comma and full stop set off: "... 'x' deal, minister
 * tells MPs." */
static bool is_set_off(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    const pacta_work *work = a->work;
    uint32_t before = subject.first - 1;
    if (pacta_is(work, before, CLASS_DETERMINER))
        before--;
    if (!is_comma(a, before) || before < a->end)
        return false;
    uint32_t next = verb + 1;
    return next >= a->high || cut_at(a, next)->kind == PACTA_TOKEN_SYMBOL ||
           pacta_is(work, next, CLASS_PREPOSITION) || pacta_is(work, next, CLASS_WEEKDAY) ||
           pacta_is(work, next, CLASS_ADVERB) || pacta_is(work, verb, CLASS_CUE_TELLING);
}

static bool find_set_off(pacta_attribution *a) {
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0; n < ON_REACH && pacta_step_on(a, &at); n++) {
        if (at.quotation)
            return false;
        pacta_phrase p;
        uint32_t end;
        if (follows_source_cue(a, at.token, a->high, &p, &end) &&
            pacta_is(a->work, at.token, CLASS_CUE_SOURCE))
            return settle(a, p, at.token, end);
        if (!is_saying(a, at.token))
            continue;
        if (at.token > a->end && is_comma(a, at.token - 1)) { /* ..., says Article 21 */
            p = pacta_phrase_from(a->work, at.token + 1, a->high);
            if (pacta_can_speak(a->work, p) && (p.end >= a->high || !is_reporting(a, p.end)))
                return settle(a, p, at.token, at.token + 1);
        }
        if (find_subject(a, a->end, at.token, &p) && p.first > a->end && is_set_off(a, at.token, p))
            return settle(a, p, at.token, at.token + 1);
    }
    return false;
}

/* ---- Before the quotation -------------------------------------------------------- */

/* The end of the next quotation before `token` in the sentence, or its low. */
static uint32_t floor_of(const pacta_attribution *a, uint32_t token) {
    for (uint32_t i = token; i > a->low && token - i < BACK_REACH; i--)
        if (cut_at(a, i - 1)->kind == PACTA_TOKEN_QUOTE)
            return i;
    return a->low;
}

/* "..., says Article 21, ..." or "'A,' said Lee, adding ...": the subject
 * stands behind the verb. */
static bool find_parenthetic(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject) {
    if (verb <= a->low || !is_saying(a, verb) || pacta_is(a->work, verb, CLASS_CUE_TELLING))
        return false;
    bool quoted = cut_at(a, verb - 1)->kind == PACTA_TOKEN_QUOTE;
    if (!quoted && !is_comma(a, verb - 1))
        return false;
    *subject = pacta_phrase_from(a->work, verb + 1, a->first);
    if (!pacta_can_speak(a->work, *subject))
        return false;
    return quoted || is_comma(a, subject->end) || pacta_is_char(a->work, subject->end, ':');
}

/* "with the latter saying" */
static bool is_accompanied(const pacta_attribution *a, pacta_phrase p) {
    uint32_t before = p.first - 1;
    if (before > a->low && pacta_is(a->work, before, CLASS_DETERMINER))
        before--;
    return before >= a->low && pacta_is(a->work, before, CLASS_PREPOSITION);
}

/* Who a participle's clause speaks of: the nearest verb's subject before it,
 * or the sentence's first phrase. */
static bool find_main_subject(const pacta_attribution *a, uint32_t participle, pacta_phrase *subject) {
    uint32_t begin = pacta_verb_begin(a->work, a->low, participle);
    if (begin > a->low && cut_at(a, begin - 1)->kind == PACTA_TOKEN_WORD) { /* with Ruta Svenn calling it */
        *subject = pacta_phrase_ending(a->work, floor_of(a, begin), begin);
        if (subject->first < subject->end && pacta_can_speak(a->work, *subject) &&
            ((cut_at(a, subject->first)->flags & TOKEN_UPPER) != 0 || is_accompanied(a, *subject)))
            return true;
    }
    pacta_step_over at = {participle, PACTA_NONE, false};
    at.sibling = a->work->quoted.items[a->index].previous;
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        if (at.quotation || !is_reporting(a, at.token))
            continue;
        if (find_parenthetic(a, at.token, subject))
            return true;
        if (find_subject(a, floor_of(a, at.token), at.token, subject))
            return true;
    }
    *subject = pacta_phrase_opening(a->work, a->low, participle);
    return pacta_can_speak(a->work, *subject);
}

/* The words that an instrument's content is told in: "included a pledge of". */
static bool tells_content(const pacta_attribution *a, uint32_t token) {
    if (!pacta_is(a->work, token, CLASS_CUE_CONTENT))
        return false;
    pacta_phrase p = pacta_phrase_before(a->work, a->low, token);
    return is_cited(a, p);
}

static bool is_weak_here(const pacta_attribution *a, uint32_t verb, pacta_phrase subject) {
    return pacta_is(a->work, verb, CLASS_CUE_WEAK) && !is_saying(a, verb) &&
           (cut_at(a, subject.end - 1)->flags & TOKEN_CLITIC) != 0;
}

/* Nothing but adverbs and a comma stands between the word and the quotation. */
static bool stands_beside(const pacta_attribution *a, uint32_t token) {
    token++;
    while (token < a->first && pacta_is(a->work, token, CLASS_ADVERB))
        token++;
    return token == a->first || (token + 1 == a->first && cut_at(a, token)->kind == PACTA_TOKEN_SYMBOL);
}

/* One word before the quotation: 1 it gives the source, -1 nothing more is to
 * be looked for, 0 neither. */
static int try_word(pacta_attribution *a, uint32_t token, pacta_phrase *content) {
    const pacta_work *work = a->work;
    pacta_phrase p = {0, 0};
    uint32_t end;
    if (pacta_is_char(work, token, ';'))
        return -1;
    if (follows_source_cue(a, token, a->first, &p, &end) && p.end <= a->first) {
        bool spoken = !pacta_is(work, token, CLASS_CUE_CITING) || is_cited(a, p) ||
                      pacta_is_char(work, a->first - 1, ':');
        if (spoken && settle(a, p, token, end))
            return 1;
    }
    if (content->first == content->end && tells_content(a, token))
        *content = pacta_phrase_before(work, a->low, token);
    if (pacta_is(work, token, CLASS_CUE_PARTICIPLE) && !pacta_is(work, token - (token > a->low), CLASS_BE) &&
        !pacta_is(work, token - (token > a->low), CLASS_DETERMINER))
        return find_main_subject(a, token, &p) && settle(a, p, token, token + 1) ? 1 : 0;
    bool beside = stands_beside(a, token);
    if (!is_reporting(a, token) && !(beside && pacta_is(work, token, CLASS_CUE_TAG) && is_small(a, token)))
        return 0;
    if (find_parenthetic(a, token, &p))
        return settle(a, p, token, token + 1) ? 1 : 0;
    /* an insertion between dashes may hold a quotation: - which he called "..." - */
    uint32_t floor = token > a->low && pacta_is_dash(work, token - 1) ? a->low : floor_of(a, token);
    if (pacta_verb_is_passive(work, floor, token) && !pacta_is(work, token, CLASS_PREPOSITION)) {
        if (pacta_is(work, token, CLASS_CUE_TEXT) && !is_saying(a, token))
            return 0;
        bool agent = pacta_is(work, token + 1, CLASS_AGENT); /* was called by critics "..." */
        p = agent ? pacta_phrase_from(work, token + 2, a->first) : p;
        if (agent ? pacta_can_speak(work, p) && settle(a, p, token, token + 1) : find_agent(a))
            return 1;
        a->passive = true;
        return -1;
    }
    if (!find_subject(a, floor, token, &p) || is_weak_here(a, token, p))
        return 0;
    return settle(a, p, token, token + 1) ? 1 : 0;
}

/* A fragment that shares another quotation's reporting word, before a sentence
 * in which he goes on to speak: he is the nearest to name. */
static bool find_nearer(pacta_attribution *a, uint32_t distance) {
    const pacta_work *work = a->work;
    uint32_t low = a->high, sentence = pacta_sentence_of(work, low);
    if (a->high > a->end + 1 || sentence >= work->sentences.count ||
        work->sentences.items[sentence].passage != a->passage)
        return false;
    uint32_t end = work->sentences.items[sentence].end;
    for (uint32_t i = low + 1; i + 1 < end && i - low < distance && cut_at(a, i)->kind != PACTA_TOKEN_QUOTE;
         i++)
        if (pacta_is(work, i, CLASS_PERSONAL) && is_comma(a, i - 1) && is_saying(a, i + 1))
            return settle(a, (pacta_phrase){i, i + 1}, i + 1, i + 2);
    return false;
}

static bool find_before(pacta_attribution *a) {
    pacta_step_over at = {a->first, a->work->quoted.items[a->index].previous, false};
    pacta_phrase content = {0, 0};
    int found = 0;
    bool crossed = false;
    for (uint32_t n = 0; found == 0 && n < BACK_REACH && pacta_step_back(a, &at); n++)
        if (at.quotation)
            crossed = true;
        else
            found = try_word(a, at.token, &content);
    if (found > 0 && crossed && find_nearer(a, a->first - at.token))
        return true;
    if (content.first < content.end) {
        a->cited = true;
        return found > 0 || settle(a, content, content.end, content.end);
    }
    return found > 0;
}

/* A colon, and no reporting word: the sentence's first phrase speaks. */
static bool find_at_colon(pacta_attribution *a) {
    if (a->first <= a->low || !pacta_is_char(a->work, a->first - 1, ':'))
        return false;
    pacta_phrase p = pacta_phrase_opening(a->work, a->low, a->first - 1);
    return pacta_can_speak(a->work, p) && settle(a, p, a->first - 1, a->first);
}

/* ---- Provisions that no reporting word joins --------------------------------------- */

/* "all for all" under Article 4; "..." (Article 10). */
static bool find_provision_behind(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = a->end;
    if (at < a->high && is_comma(a, at))
        at++;
    if (at + 1 >= a->high || !(pacta_is(work, at, CLASS_PREPOSITION) || pacta_is_char(work, at, '(')))
        return false;
    uint32_t end = at + 3 < a->high ? at + 3 : a->high;
    uint32_t reference = pacta_reference_in(work, at + 1, end);
    return reference != PACTA_NONE && settle(a, pacta_reference_phrase(work, reference), at, at + 1);
}

/* The provision cited last before the words, or the instrument that is the
 * sentence's first phrase. */
static bool find_provision_before(pacta_attribution *a) {
    pacta_step_over at = {a->first, a->work->quoted.items[a->index].previous, false};
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        if (pacta_is_char(a->work, at.token, ';'))
            return false;
        uint32_t reference = at.quotation ? PACTA_NONE : pacta_reference_in(a->work, at.token, at.token + 1);
        if (reference != PACTA_NONE)
            return settle(a, pacta_reference_phrase(a->work, reference), 0, 0);
    }
    return false;
}

/* ---- In all -------------------------------------------------------------------------- */

static void find_carrier(pacta_attribution *a) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    if (!pacta_is_text_source(a, &quotation->source))
        return;
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0; n < ON_REACH && pacta_step_on(a, &at) && !at.quotation; n++) {
        pacta_phrase p;
        uint32_t end;
        if (pacta_is(a->work, at.token, CLASS_CUE_SOURCE) &&
            follows_source_cue(a, at.token, a->high, &p, &end)) {
            pacta_set_source(a, &quotation->carrier, p);
            return;
        }
    }
    uint32_t source = pacta_token_at(a->work, quotation->source.span.begin);
    at = (pacta_step_over){a->first, a->work->quoted.items[a->index].previous, false};
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        pacta_phrase p;
        if (at.quotation || at.token >= source || !is_saying(a, at.token) ||
            !find_subject(a, floor_of(a, at.token), at.token, &p) || p.end > source || is_cited(a, p))
            continue;
        pacta_set_source(a, &quotation->carrier, p);
        return;
    }
}

bool pacta_find_source(pacta_attribution *a) {
    bool direct = a->first > a->low &&
                  (pacta_is_char(a->work, a->first - 1, ':') || is_saying(a, a->first - 1) ||
                   (is_comma(a, a->first - 1) && a->first > a->low + 1 && is_saying(a, a->first - 2)));
    bool found = (direct && find_before(a)) || (!a->passive && find_behind(a));
    if (!found && !a->passive)
        found = (!direct && find_before(a)) || find_at_colon(a);
    if (!found && !a->passive)
        found = find_set_off(a) || find_provision_behind(a) || find_provision_before(a);
    if (found)
        find_carrier(a);
    return found;
}

/* The quotation is a paragraph, and the next one signs it: "- Olga Tamm". */
static bool find_signed_below(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    if (a->first != passage->first_token || a->end != passage->end_token ||
        a->passage + 1 >= work->fold.passages.count || !pacta_is_dash(work, passage[1].first_token))
        return false;
    pacta_phrase p = pacta_phrase_from(work, passage[1].first_token + 1, passage[1].end_token);
    return pacta_phrase_is_name(work, p) && settle(a, p, p.first, p.first);
}

/* The paragraph before ends in a colon: its subject is quoted here. */
bool pacta_find_announced(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (find_signed_below(a))
        return true;
    if (a->passage == 0 || a->first != work->fold.passages.items[a->passage].first_token)
        return false;
    uint32_t end = work->fold.passages.items[a->passage - 1].end_token;
    if (end == 0 || !pacta_is_char(work, end - 1, ':'))
        return false;
    pacta_attribution before = *a;
    before.first = end;
    before.low = work->sentences.items[pacta_sentence_of(work, end - 1)].first;
    for (uint32_t i = end - 1; i > before.low; i--) {
        pacta_phrase ignored = {1, 2};
        if (cut_at(a, i)->kind == PACTA_TOKEN_QUOTE)
            break;
        if (try_word(&before, i, &ignored) > 0)
            return true;
    }
    return find_at_colon(&before);
}
