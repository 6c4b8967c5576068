/* Who is quoted: the sources that a quotation's own sentence names, nearest
 * and surest first. */
#include "link/attribution.h"
#include "link/words.h"

enum { BACK_REACH = 70, ON_REACH = 60, SENTENCE = 7 };

static const pacta_cut *cut_at(const pacta_attribution *a, uint32_t token) {
    return &a->work->tokens.items[token];
}

/* A colon, and no reporting word: the sentence's first phrase speaks. */
static bool find_at_colon(pacta_attribution *a) {
    if (a->first <= a->low || !pacta_is_char(a->work, a->first - 1, ':'))
        return false;
    pacta_phrase p = pacta_phrase_opening(a->work, a->low, a->first - 1);
    return pacta_can_speak(a->work, p) && pacta_settle(a, p, a->first - 1, a->first);
}

/* The treaty "shall remain in force": its own words go on behind its name. */
static bool find_governing_text(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->first <= a->low || !pacta_is(work, a->first + 1, CLASS_MODAL))
        return false;
    pacta_phrase p = pacta_phrase_ending(work, a->low, a->first);
    for (uint32_t i = a->low; i < p.first; i++) /* Holm said the treaty "must go" */
        if (pacta_is_saying(a, i) && a->work->tokens.items[i].kind == PACTA_TOKEN_WORD)
            return false;
    return p.first < p.end && pacta_is_cited(a, p) && pacta_settle(a, p, p.first, p.first);
}

/* A comma, a whole sentence in marks, and no reporting word: Holm kept to his
 * plan, "We shall see." */
static bool find_at_comma(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->first <= a->low + 1 || !pacta_is_char(work, a->first - 1, ',') || a->end - a->first < SENTENCE ||
        (cut_at(a, a->first + 1)->flags & TOKEN_UPPER) == 0 || a->high > a->end + 1)
        return false;
    if (work->quoted.items[a->index].previous != PACTA_NONE &&
        work->quoted.items[work->quoted.items[a->index].previous].end > a->low)
        return false;
    pacta_phrase p = pacta_phrase_opening(work, a->low, a->first - 1);
    return pacta_can_speak(work, p) &&
           (pacta_phrase_is_name(work, p) || pacta_is(work, p.end - 1, CLASS_PERSON_NOUN) ||
            pacta_is(work, p.first, CLASS_PERSONAL) ||
            (p.end - p.first == 1 && pacta_source_kind_of(work, p) == PACTA_SOURCE_PERSON)) &&
           pacta_settle(a, p, a->first - 1, a->first);
}

/* ---- Provisions that no reporting word joins --------------------------------------- */

/* Either side "shall help" if asked, under Article 4. */
static bool find_ground_behind(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, a->first + 1, CLASS_MODAL))
        return false;
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0; n < ON_REACH && pacta_step_on(a, &at) && !at.quotation; n++) {
        if (!pacta_is(work, at.token, CLASS_BASIS) || at.token + 1 >= a->high)
            continue;
        uint32_t reference = pacta_reference_in(work, at.token + 1, at.token + 2);
        return reference != PACTA_NONE &&
               pacta_settle(a, pacta_reference_phrase(work, reference), at.token, at.token + 1);
    }
    return false;
}

/* "all for all" under Article 4; "..." (Article 10). */
static bool find_provision_behind(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = a->end;
    if (at < a->high && pacta_is_char(a->work, at, ','))
        at++;
    if (at + 1 < a->high && (pacta_is(work, at, CLASS_PREPOSITION) || pacta_is_char(work, at, '('))) {
        uint32_t end = at + 3 < a->high ? at + 3 : a->high;
        uint32_t reference = pacta_reference_in(work, at + 1, end);
        if (reference != PACTA_NONE)
            return pacta_settle(a, pacta_reference_phrase(work, reference), at, at + 1);
    }
    return find_ground_behind(a);
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
            return pacta_settle(a, pacta_reference_phrase(a->work, reference), 0, 0);
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
            pacta_follows_cue(a, at.token, a->high, &p, &end)) {
            pacta_set_source(a, &quotation->carrier, p);
            return;
        }
    }
    uint32_t source = pacta_token_at(a->work, quotation->source.span.begin);
    at = (pacta_step_over){a->first, a->work->quoted.items[a->index].previous, false};
    for (uint32_t n = 0; n < BACK_REACH && pacta_step_back(a, &at); n++) {
        pacta_phrase p;
        if (at.quotation || at.token >= source || !pacta_is_saying(a, at.token) ||
            !pacta_find_subject(a, pacta_floor_of(a, at.token), at.token, &p) || p.end > source ||
            pacta_is_cited(a, p))
            continue;
        pacta_set_source(a, &quotation->carrier, p);
        return;
    }
}

bool pacta_find_source(pacta_attribution *a) {
    bool direct =
        a->first > a->low && (pacta_is_char(a->work, a->first - 1, ':') || pacta_is_saying(a, a->first - 1) ||
                              (pacta_is_char(a->work, a->first - 1, ',') && a->first > a->low + 1 &&
                               pacta_is_saying(a, a->first - 2)));
    bool found =
        find_governing_text(a) || (direct && pacta_find_before(a)) || (!a->passive && pacta_find_behind(a));
    if (!found && !a->passive)
        found = (!direct && pacta_find_before(a)) || find_at_colon(a) || find_at_comma(a);
    if (!found && !a->passive)
        found = pacta_find_set_off(a) || find_provision_behind(a) || find_provision_before(a);
    if (found)
        find_carrier(a);
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
        if (pacta_try_word(&before, i, &ignored) > 0)
            return true;
    }
    return find_at_colon(&before);
}
