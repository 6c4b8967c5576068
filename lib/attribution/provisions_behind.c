/* Sources that are provisions, and stand behind the quotation with no verb that reports. */
#include "attribution/attribution.h"
#include "phrases/words.h"

enum { ON_REACH = 60, SIGN_REACH = 6, WORDS_REACH = 14, MADE = 3, PLACED = 3 };

static bool settle_reference(pacta_attribution *a, uint32_t reference, uint32_t first, uint32_t end) {
    return reference != PACTA_NONE && pacta_settle(a, pacta_reference_phrase(a->work, reference), first, end);
}

static uint32_t behind_comma(const pacta_attribution *a) {
    return a->end + (a->end < a->high && pacta_is_char(a->work, a->end, ','));
}

/* Either side "shall help" if asked, under Article 4. */
static bool find_ground_behind(pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (!pacta_is(work, a->first + 1, CLASS_MODAL))
        return false;
    pacta_step_over at = {a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0; n < ON_REACH && pacta_step_on(a, &at) && !at.quotation; n++) {
        if (pacta_is_char(work, at.token, ';'))
            return false;
        if (!pacta_is(work, at.token, CLASS_BASIS) || at.token + 1 >= a->high)
            continue;
        return settle_reference(a, pacta_reference_in(work, at.token + 1, at.token + 2), at.token,
                                at.token + 1);
    }
    return false;
}

/* the words "all means", which stand in Article 12; found in Article 12 */
uint32_t pacta_place_behind(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = behind_comma(a);
    const bool relative = pacta_is(work, at, CLASS_SUBJECT_RELATIVE);
    if (!relative && (at == a->end || pacta_is(work, at, CLASS_CLAUSE_OPENER))) /* , when used in it, */
        return PACTA_NONE;
    for (uint32_t n = 0; n < PLACED && at + 2 < a->high && pacta_cut_at(work, at)->kind == PACTA_TOKEN_WORD;
         n++)
        if (pacta_is(work, ++at, CLASS_LOCATION))
            return pacta_cited_at(work, at + 1, a->high);
    return PACTA_NONE;
}

bool pacta_find_place_behind(pacta_attribution *a) {
    return settle_reference(a, pacta_place_behind(a), 0, 0);
}

/* "all for all" under Article 4; "..." (Article 10). */
bool pacta_find_provision_behind(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t at = behind_comma(a), end = at + 3 < a->high ? at + 3 : a->high;
    const bool leads =
        at + 1 < a->high && (pacta_is(work, at, CLASS_PREPOSITION) || pacta_is_char(work, at, '('));
    const uint32_t reference = leads ? pacta_reference_in(work, at + 1, end) : PACTA_NONE;
    return reference != PACTA_NONE ? settle_reference(a, reference, at, at + 1) : find_ground_behind(a);
}

/* "at once" for all, a phrase from Article 65: what the words are, told behind them. */
bool pacta_find_apposed_behind(pacta_attribution *a) {
    const pacta_work *work = a->work;
    for (uint32_t i = a->end; i + 3 < a->high && i - a->end < SIGN_REACH; i++) {
        if (pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (!pacta_is_char(work, i, ','))
            continue;
        uint32_t noun = i + 1 + pacta_is(work, i + 1, CLASS_DETERMINER);
        bool sign = pacta_is(work, noun, CLASS_TERM_SIGN) || pacta_is(work, noun, CLASS_PROVISION_SIGN);
        if (!sign || !pacta_is(work, noun + 1, CLASS_PREPOSITION))
            return false;
        return settle_reference(a, pacta_cited_at(a->work, noun + 2, a->high), noun, noun + 1);
    }
    return false;
}

/* an "essential element" within the meaning of Article 290 */
static bool find_sense(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = behind_comma(a);
    if (at + 4 >= a->high || !pacta_is(work, at, CLASS_PREPOSITION))
        return false;
    at += 1u + pacta_is(work, at + 1, CLASS_DETERMINER);
    const bool sign = pacta_is(work, at, CLASS_TERM_SIGN) || pacta_is(work, at, CLASS_PURPOSE);
    return sign && pacta_is(work, at + 1, CLASS_OF) &&
           settle_reference(a, pacta_cited_at(a->work, at + 2, a->high), at, at + 1);
}

/* the "unforeseen changes" which Article 19 requires */
static bool find_requiring(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t at = behind_comma(a);
    if (at + 2 >= a->high || !pacta_is(work, at, CLASS_SUBJECT_RELATIVE))
        return false;
    const uint32_t reference = pacta_cited_at(a->work, at + 1, a->high);
    if (reference == PACTA_NONE)
        return false;
    const uint32_t verb = pacta_reference_phrase(work, reference).end;
    return verb < a->high && (pacta_is(work, verb, CLASS_CUE_TEXT) || pacta_is_reporting(a, verb)) &&
           settle_reference(a, reference, verb, verb + 1);
}

/* the duty of "sincere cooperation" [laid down] in Article 4: what a provision holds; the
 * "inherent right" of Article 51; but "the spirit" of it is somebody's word for it. */
static bool find_content(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = a->end;
    const bool judged =
        a->first > a->low && pacta_is(work, a->first - 1, CLASS_BE); /* is "in breach" of it */
    if (at + 1 < a->high && pacta_is(work, at, CLASS_OF) && !judged &&
        !pacta_is(work, a->first + 1, CLASS_DETERMINER))
        return settle_reference(a, pacta_cited_at(a->work, at + 1, a->high), at, at + 1);
    if (a->first < a->low + 2 || !pacta_is(work, a->first - 1, CLASS_OF) ||
        !pacta_is(work, a->first - 2, CLASS_LEGAL_NOUN))
        return false;
    while (at < a->high && at - a->end < MADE && pacta_cut_at(work, at)->kind == PACTA_TOKEN_WORD &&
           !pacta_is(work, at, CLASS_LOCATION))
        at++;
    return at + 1 < a->high && pacta_is(work, at, CLASS_LOCATION) &&
           settle_reference(a, pacta_cited_at(a->work, at + 1, a->high), at, at + 1);
}

/* has to clear it "at once", in the words of paragraph 1 */
static bool find_words_of(pacta_attribution *a) {
    const pacta_work *work = a->work;
    for (uint32_t i = a->end; i + 2 < a->high && i - a->end < WORDS_REACH; i++) {
        if (pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
        if (pacta_is(work, i, CLASS_WORDS_SIGN) && pacta_is(work, i + 1, CLASS_OF))
            return settle_reference(a, pacta_cited_at(a->work, i + 2, a->high), i, i + 2);
    }
    return false;
}

/* "...", it is said in Article 1. */
static bool find_said_in(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t at = behind_comma(a);
    return at + 5 < a->high && pacta_is(work, at, CLASS_NEUTER) && pacta_is(work, at + 1, CLASS_BE) &&
           pacta_is(work, at + 3, CLASS_LOCATION) &&
           settle_reference(a, pacta_cited_at(work, at + 4, a->high), at + 2, at + 3);
}

/* "The Fund may receive gifts" is all that we learn from Article 19; "...", such is the
 * wording of Article 9: a whole sentence, and behind it what it is. */
static bool find_identified(pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = behind_comma(a);
    at += at + 1 < a->high && pacta_is(work, at + 1, CLASS_BE) && !pacta_is(work, at, CLASS_PRONOUN);
    if (!a->opens || (pacta_cut_at(work, a->first + 1)->flags & TOKEN_UPPER) == 0 || at >= a->high ||
        !pacta_is(work, at, CLASS_BE))
        return false;
    for (uint32_t i = at + 1; i + 1 < a->high && i - at < WORDS_REACH; i++) {
        if (pacta_cut_at(work, i)->kind != PACTA_TOKEN_WORD)
            return false;
        const uint32_t reference =
            pacta_is(work, i, CLASS_PREPOSITION) ? pacta_cited_at(work, i + 1, a->high) : PACTA_NONE;
        if (reference != PACTA_NONE)
            return settle_reference(a, reference, i, i + 1);
    }
    return false;
}

/* "five years", says Article 19; also where a text is named before the words. */
static bool find_saying(pacta_attribution *a) {
    const uint32_t at = behind_comma(a);
    const bool comma = at > a->end || (a->end > a->first + 2 && pacta_is_char(a->work, a->end - 2, ','));
    return comma && at + 1 < a->high && pacta_is_saying(a, at) &&
           settle_reference(a, pacta_cited_at(a->work, at + 1, a->high), at, at + 1);
}

bool pacta_find_owner_behind(pacta_attribution *a) {
    return find_said_in(a) || find_saying(a) || find_identified(a) || find_sense(a) || find_requiring(a) ||
           find_content(a) || find_words_of(a);
}
