/* Who is quoted: the sources that a quotation's own sentence names, nearest
 * and surest first. */
#include "attribution/attribution.h"
#include "phrases/words.h"

enum { BACK_REACH = 70, ORIGIN_REACH = 16, HEADLINE_REACH = 8 };

/* Text from a soldier: "..."; issued the following statement from the king:
 * "..." */
static pacta_phrase origin_before(const pacta_attribution *a, uint32_t end) {
    const pacta_work *work = a->work;
    for (uint32_t i = end; i-- > a->low + 1 && end - i < ORIGIN_REACH;) {
        bool writing = pacta_is(work, i - 1, CLASS_WRITING) || pacta_is(work, i - 1, CLASS_CUE_NOUN) ||
                       pacta_is(work, i - 1, CLASS_TEXT_NOUN);
        if (!pacta_is(work, i, CLASS_ORIGIN))
            continue;
        pacta_phrase p = pacta_phrase_from(work, i + 1, end);
        bool person = p.end == end && (pacta_phrase_has_role(work, p) || /* the answer came from the keeper */
                                       pacta_is_char(work, p.first, '@'));
        if ((writing || person) && pacta_can_speak(work, p))
            return p;
    }
    return (pacta_phrase){end, end};
}

/* Claim: "...": a heading, which is nobody. */
static bool is_heading(const pacta_work *work, uint32_t low, pacta_phrase p, uint32_t colon) {
    const bool counted = p.first == low && p.end < colon && pacta_is(work, p.first, CLASS_CUE_NOUN) &&
                         pacta_is(work, p.end, CLASS_NUMBER_ABBREVIATION); /* Claim no. 4, heard here: */
    return counted || (p.first == low && p.end == colon && p.end - p.first == 1 &&
                       pacta_is(work, p.first, CLASS_CUE_NOUN));
}

/* A provision ends before the colon, and nothing but "is" before it. */
static bool has_cited_at(const pacta_attribution *a, uint32_t colon, pacta_phrase *text) {
    const pacta_work *work = a->work;
    const uint32_t reference = pacta_reference_in(work, colon - 1, colon);
    if (reference == PACTA_NONE)
        return false;
    *text = pacta_reference_phrase(work, reference);
    uint32_t before = text->first - (text->first > a->low);
    before -= before > a->low && pacta_is(work, before, CLASS_DETERMINER);
    return text->end == colon && pacta_is(work, before, CLASS_BE);
}

/* From the palace [there was one line, came a single word]: nothing else is told. */
static bool comes_from_there(const pacta_attribution *a, uint32_t token, uint32_t colon) {
    token += pacta_is_char(a->work, token, ',');
    token += pacta_is(a->work, token, CLASS_MUTE);
    return token < colon && (pacta_is(a->work, token, CLASS_BE) || pacta_is(a->work, token, CLASS_COMING));
}

/* The notice consists of six words: the phrase without what is told of the writing. */
static pacta_phrase without_predicate(const pacta_work *work, pacta_phrase p) {
    for (uint32_t i = p.first + 1; i < p.end; i++)
        if (pacta_is(work, i, CLASS_FINITE) && pacta_is(work, i - 1, CLASS_WRITING))
            p.end = i;
    return p;
}

/* A colon, and no reporting word: the sentence's first phrase speaks. */
static bool find_at_colon(pacta_attribution *a) {
    uint32_t colon = a->first - 1;
    if (a->first <= a->low || !pacta_is_char(a->work, colon, ':'))
        return false;
    if (a->end < a->high && pacta_is_char(a->work, a->end, '(') && pacta_find_provision_behind(a))
        return true; /* Oil is another matter: "..." (Article 7) */
    pacta_phrase p = origin_before(a, colon);
    if (p.first == p.end && pacta_is(a->work, a->low, CLASS_ORIGIN)) { /* From the palace: "..." */
        p = pacta_phrase_from(a->work, a->low + 1, colon);
        if (p.end != colon && !comes_from_there(a, p.end, colon))
            p.end = p.first;
    }
    if (p.first == p.end && has_cited_at(a, colon, &p)) /* The heart of it is Article 6: "..." */
        return pacta_settle(a, p, colon, a->first);
    if (p.first == p.end)
        p = without_predicate(a->work, pacta_phrase_opening(a->work, a->low, colon));
    return !is_heading(a->work, a->low, p, colon) && pacta_can_speak(a->work, p) &&
           pacta_settle(a, p, colon, a->first);
}

/* UN experts: oil cap broken "on at least 61 days", in a headline: no stop ends it. */
static bool find_in_headline(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    uint8_t last = pacta_cut_at(a->work, passage->end_token - 1)->kind;
    if (a->low != passage->first_token || (last != PACTA_TOKEN_WORD && last != PACTA_TOKEN_QUOTE))
        return false;
    for (uint32_t i = a->low + 1; i < a->first && i - a->low < HEADLINE_REACH; i++) {
        if (!pacta_is_char(work, i, ':'))
            continue;
        pacta_phrase p = pacta_phrase_ending(work, a->low, i);
        bool speaks = p.first < p.end && (pacta_phrase_is_name(work, p) || pacta_phrase_has_office(work, p) ||
                                          pacta_phrase_is_body(work, p));
        return speaks && p.first == a->low && pacta_settle(a, p, i, i + 1);
    }
    return false;
}

/* ---- In all -------------------------------------------------------------------------- */

/* Who says that Article 4 says it: before the source, or set off behind it. */
static bool find_outer(const pacta_attribution *a, pacta_phrase *carrier) {
    const pacta_quotation *quotation = pacta_quotation_of(a);
    uint32_t source = pacta_token_at(a->work, quotation->source.span.begin);
    uint32_t behind = pacta_token_at(a->work, quotation->source.span.end - 1) + 1;
    pacta_step_over at = {a->first, a->work->quoted.items[a->index].previous, false};
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        bool aside =
            at.token > behind && pacta_is_char(a->work, at.token + 1, ','); /* Article 4, TASS said, says */
        const bool own = pacta_cut_at(a->work, at.token)->begin == quotation->cue.begin;
        if (at.quotation || own || (at.token >= source && !aside) || !pacta_is_saying(a, at.token) ||
            !pacta_find_subject(a, pacta_floor_of(a, at.token), at.token, carrier) ||
            pacta_is_cited(a, *carrier))
            continue;
        if (aside ? carrier->first > behind && pacta_is_char(a->work, carrier->first - 1, ',')
                  : carrier->end <= source)
            return true;
    }
    return false;
}

static void find_carrier(pacta_attribution *a) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    if (!pacta_is_text_source(a, &quotation->source))
        return;
    pacta_phrase carrier, cue;
    bool behind = pacta_phrase_set_off(a, &carrier, &cue);
    if (behind && pacta_cut_at(a->work, cue.first)->begin == quotation->cue.begin)
        behind = false; /* it is the source's own */
    if ((behind && !pacta_is_cited(a, carrier)) || find_outer(a, &carrier))
        pacta_set_source(a, &quotation->carrier, carrier);
}

/* Holm said farmers had been promised "...": who tells that they were. */
static bool find_teller(pacta_attribution *a) {
    const pacta_phrase p = pacta_teller_in(a, a->low, a->first);
    const bool opens = p.first == a->low || /* and no: when Holm asked, they were told, "..." */
                       (p.first == a->low + 1 && !pacta_is(a->work, a->low, CLASS_CLAUSE_OPENER));
    return p.first < p.end && opens && pacta_settle(a, p, p.end, p.end + 1);
}

/* According to TASS, it was called "...": who tells that nobody is named. */
static bool find_according(pacta_attribution *a) {
    pacta_step_over at = {a->first, a->work->quoted.items[a->index].previous, false};
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        pacta_phrase p;
        uint32_t end;
        if (!at.quotation && pacta_is(a->work, at.token, CLASS_CUE_SOURCE) &&
            pacta_follows_cue(a, at.token, a->first, &p, &end))
            return pacta_settle(a, p, at.token, end);
    }
    return pacta_find_set_off(a) || find_teller(a);
}

/* Article 3 goes further: "...," it says. A comma inside leads on, or one and a dash
 * behind: "...", - it says. */
static bool is_led_on(const pacta_attribution *a) {
    const bool inside = a->end > a->first + 2 && pacta_is_char(a->work, a->end - 2, ',');
    return pacta_is_char(a->work, a->first - 1, ':') &&
           (inside || (a->end + 2 < a->high && pacta_is_char(a->work, a->end, ',') &&
                       pacta_is_dash(a->work, a->end + 1)));
}

/* The treaty obliges both to give "oil", TASS said: a text's words, which
 * another carries. */
static bool find_text_before(pacta_attribution *a) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    bool comma =
        a->end < a->high && (pacta_is_char(a->work, a->end, ',') || pacta_is_char(a->work, a->end - 2, ','));
    pacta_phrase put, cue;
    if (a->opens || !comma ||
        (pacta_phrase_set_off(a, &put, &cue) && pacta_is(a->work, cue.first, CLASS_CUE_PUTTING) &&
         pacta_is_cited(a, put))) /* it allows "oil", as Article 26 puts it */
        return false;
    if (pacta_find_before(a) && pacta_is_text_source(a, &quotation->source))
        return true;
    quotation->source = (pacta_source){.reference = PACTA_NONE};
    quotation->cue = (pacta_span){0, 0};
    a->passive = a->cited = false;
    a->spare = (pacta_phrase){0, 0};
    return false;
}

static bool find_told(pacta_attribution *a) {
    bool direct =
        a->first > a->low && (pacta_is_char(a->work, a->first - 1, ':') || pacta_is_saying(a, a->first - 1) ||
                              (pacta_is_char(a->work, a->first - 1, ',') && a->first > a->low + 1 &&
                               pacta_is_saying(a, a->first - 2)));
    if ((direct && is_led_on(a) && pacta_find_behind(a)) || (!direct && find_text_before(a)))
        return true;
    return (direct && pacta_find_before(a)) || (!a->passive && pacta_find_behind(a)) ||
           (!a->passive && !direct && pacta_find_before(a));
}

/* He replied with Article 7: "No keeper shall ..."; she held up a page with Article 7 ringed in
 * red: the provision that is cited before the colon, right before it or where nobody says anything. */
static bool find_cited_words(pacta_attribution *a) {
    enum { CITED_REACH = 24 };
    const pacta_work *work = a->work;
    if (a->first < a->low + 2 || !pacta_is_char(work, a->first - 1, ':') || is_led_on(a) ||
        !pacta_has(work, a->first + 1, a->end, CLASS_LEGAL_MODAL)) /* which hardly anybody says */
        return false;
    for (uint32_t i = a->first - 1; i-- > a->low && a->first - i <= CITED_REACH;) {
        const uint32_t reference = pacta_reference_in(work, i, i + 1);
        if (reference != PACTA_NONE)
            return pacta_settle(a, pacta_reference_phrase(work, reference), a->first - 1, a->first);
        if (pacta_is(work, i, CLASS_CUE) || pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
    }
    return false;
}

/* (Lamp Treaty, art. 4): with the name of what it is a provision of. */
static bool is_cited_in_full(const pacta_work *work, pacta_phrase cited) {
    const uint32_t name = pacta_first_name(work, cited.first);
    return name < work->names.count && work->names.items[name].first < cited.end;
}

/* The treaty keeps it "for all" (Article 7): the provision, where the text alone is named; they
 * promised help "for all" (Lamp Treaty, art. 4). */
static void prefer_bracketed(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_source *source = &pacta_quotation_of(a)->source;
    if (source->reference != PACTA_NONE || a->end + 2 >= a->high || !pacta_is_char(work, a->end, '('))
        return;
    const uint32_t reference = pacta_reference_in(work, a->end + 1, a->end + 2);
    if (reference == PACTA_NONE)
        return;
    const pacta_phrase cited = pacta_reference_phrase(work, reference);
    if (pacta_is_char(work, cited.end, ')') &&
        (pacta_is_text_source(a, source) || is_cited_in_full(work, cited)))
        (void)pacta_settle(a, cited, a->end, a->end + 1);
}

/* In Article 4, the parties declare that "..." : the provision, in which they declare it. */
static void prefer_place(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t cited = a->low + 1 + pacta_is(work, a->low + 1, CLASS_DETERMINER);
    const uint32_t reference = pacta_is(work, a->low, CLASS_LOCATION) || pacta_is(work, a->low, CLASS_BASIS)
                                   ? pacta_reference_in(work, cited, cited + 1)
                                   : PACTA_NONE;
    if (reference == PACTA_NONE)
        return;
    const pacta_span span = pacta_quotation_of(a)->source.span;
    uint32_t party = pacta_reference_phrase(work, reference).end;
    party += pacta_is_char(work, party, ',');
    party += pacta_is(work, party, CLASS_DETERMINER);
    if (span.begin == pacta_cut_at(work, party)->begin &&
        pacta_is(work, pacta_token_at(work, span.end - 1), CLASS_PARTY))
        (void)pacta_settle(a, pacta_reference_phrase(work, reference), a->low, a->low + 1);
}

bool pacta_find_source(pacta_attribution *a) {
    const bool bound = pacta_is(a->work, a->first + 1, CLASS_LEGAL_MODAL) && a->end < a->high &&
                       pacta_is_char(a->work, a->end, '('); /* both "shall pay" (Article 7) */
    bool found = ((bound || pacta_repeats_provision(a)) && pacta_find_provision_behind(a)) ||
                 pacta_find_owner_behind(a) || pacta_find_labelled(a) || pacta_find_told_ground(a) ||
                 pacta_find_governing_text(a) || pacta_find_relative_text(a) ||
                 pacta_find_apposed_provision(a) || pacta_find_apposed_behind(a) || pacta_find_worded(a) ||
                 find_cited_words(a) || pacta_find_explained(a) || pacta_find_coming(a) ||
                 pacta_find_gapped(a) || find_told(a);
    if (!found && a->passive)
        found = find_according(a);
    else if (!found)
        found = find_at_colon(a) || find_in_headline(a) || pacta_find_viewer(a) || pacta_find_at_comma(a) ||
                pacta_find_set_off(a) || pacta_find_provision_behind(a) || pacta_find_provision_before(a) ||
                pacta_find_instrument_before(a) || pacta_find_ground_before(a) || pacta_find_joined(a) ||
                pacta_find_doer(a) || pacta_find_described(a) || pacta_find_heading(a) ||
                pacta_find_rule_of_last(a);
    if (found) {
        prefer_bracketed(a);
        prefer_place(a);
        find_carrier(a);
    }
    return found;
}

/* The quotation is a paragraph, and the next one signs it: "- Olga Tamm". */
static bool find_signed_below(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    if (a->first == passage->first_token && a->end + 1 < passage->end_token && pacta_is_dash(work, a->end)) {
        pacta_phrase name = pacta_phrase_from(work, a->end + 1, passage->end_token); /* in the same line */
        return pacta_phrase_is_name(work, name) && pacta_settle(a, name, name.first, name.first);
    }
    if (a->first != passage->first_token || a->end != passage->end_token ||
        a->passage + 1 >= work->fold.passages.count || !pacta_is_dash(work, passage[1].first_token))
        return false;
    pacta_phrase p = pacta_phrase_from(work, passage[1].first_token + 1, passage[1].end_token);
    return pacta_phrase_is_name(work, p) && pacta_settle(a, p, p.first, p.first);
}

/* "Slavery with a lunch break." That was Senator Lund: the next sentence says who it was. */
static bool find_named_next(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t next =
        a->high + (a->high < work->tokens.count && pacta_cut_at(work, a->high)->kind == PACTA_TOKEN_BREAK);
    if (!pacta_stands_alone(a) || next + 2 >= work->tokens.count ||
        !pacta_is(work, next, CLASS_DEMONSTRATIVE) || !pacta_is(work, next + 1, CLASS_BE))
        return false;
    const uint32_t end = work->sentences.items[pacta_sentence_of(work, next)].end;
    const pacta_phrase p = pacta_phrase_from(work, next + 2, end);
    return pacta_phrase_is_name(work, p) && pacta_source_kind_of(a->work, p) == PACTA_SOURCE_PERSON &&
           pacta_settle(a, p, next + 1, next + 2);
}

/* The paragraph before ends in a colon: its subject is quoted here. */
bool pacta_find_announced(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (find_signed_below(a) || find_named_next(a))
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
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE)
            break;
        if (pacta_try_word(&before, i, &ignored) > 0)
            return true;
    }
    const uint32_t reference = pacta_reference_in(work, end - 2, end - 1);
    if (reference != PACTA_NONE) /* He was taken to Article 10: */
        return pacta_settle(&before, pacta_reference_phrase(work, reference), end - 1, end);
    return find_at_colon(&before);
}
