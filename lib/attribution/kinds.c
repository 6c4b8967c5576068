/* Kinds of quotations that somebody says: an instrument's words, or his own. */
#include "attribution/attribution.h"
#include "core/utf8.h"
#include "phrases/verbs.h"
#include "phrases/words.h"
#include <string.h>

enum { SIGN_REACH = 4, LEAD = 40, PLACE = 6 };
enum { REPEATED = 200, REPEATED_IN = 2000, REPEATED_BEFORE = 40 }; /* bytes; quotations */

/* the clause about, a pledge of */
static bool follows_sign(const pacta_attribution *a) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < SIGN_REACH; n++)
        if (pacta_is_provision_sign(a->work, i))
            return true;
    return false;
}

/* "The agreement said neither side would ..."; but: "Article 4 says 'at once'," and, where
 * something else says so: "Article 4 gives them a key," the poster says. */
static bool tells_of_instrument(const pacta_attribution *a, const pacta_source *source) {
    const uint32_t inner = a->index + 1;
    const bool other = source->kind != PACTA_SOURCE_NONE && source->kind != PACTA_SOURCE_PRONOUN;
    if (inner < a->work->quoted.count && a->work->quoted.items[inner].first < a->end)
        return false;
    for (uint32_t i = a->first + 2; i < a->end && i - a->first <= 7; i++)
        if (pacta_is(a->work, i, CLASS_CUE) || (!other && pacta_is(a->work, i, CLASS_CUE_TEXT))) {
            uint32_t name = pacta_name_until(a->work, i);
            return name != PACTA_NONE || pacta_reference_in(a->work, i - 1, i) != PACTA_NONE;
        }
    return false;
}

/* The words before tell what the parties will do. */
static bool led_in_by_parties(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t low = a->low;
    if (a->first == low && low > 2 && pacta_cut_at(a->work, low - 1)->kind == PACTA_TOKEN_BREAK &&
        pacta_cut_at(a->work, low - 2)->kind ==
            PACTA_TOKEN_WORD) /* the sentence began in the paragraph before */
        low = work->sentences.items[pacta_sentence_of(work, low - 2)].first;
    bool modal = false;
    for (uint32_t i = a->first; i-- > low && a->first - i < LEAD;) {
        modal = modal || pacta_is(work, i, CLASS_MODAL);
        if (modal && i > low && pacta_is(work, i, CLASS_PARTY) &&
            (pacta_is(work, i - 1, CLASS_QUANTIFIER) || pacta_is(work, i - 1, CLASS_NUMERAL)))
            return true;
    }
    return false;
}

static bool is_person(const pacta_attribution *a, const pacta_source *source) {
    if (source->kind != PACTA_SOURCE_PRONOUN)
        return source->kind == PACTA_SOURCE_PERSON;
    const uint32_t pronoun = pacta_token_at(a->work, source->span.begin);
    return pacta_is(a->work, pronoun, CLASS_PERSONAL) || pacta_is(a->work, pronoun, CLASS_SOMEBODY);
}

/* "We had hoped so," it said: a letter's words, and no provision's. */
static bool is_told_in_first_person(const pacta_attribution *a, const pacta_source *source) {
    const pacta_shape *s = &a->shape;
    return source->kind == PACTA_SOURCE_PRONOUN && s->speaks && !s->norm && !s->binds;
}

/* citing what it called "grave" losses: no text calls anything so. */
static bool is_judged(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_span cue = pacta_quotation_of(a)->cue;
    if (cue.end == 0 || cue.end > pacta_quotation_of(a)->span.begin)
        return false;
    const uint32_t verb = pacta_token_at(work, cue.begin);
    return pacta_is(work, verb, CLASS_NAMING_VERB) && verb > a->low + 2 &&
           pacta_is(work, verb - 1, CLASS_NEUTER) && pacta_is(work, verb - 2, CLASS_MUTE);
}

/* Article 6 nowhere says "at once": a word that is not in it. */
static bool is_missing(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_span cue = pacta_quotation_of(a)->cue;
    if (cue.end == 0 || cue.end > pacta_quotation_of(a)->span.begin || a->shape.words > TERM_WORDS)
        return false;
    const uint32_t verb = pacta_token_at(work, cue.begin);
    if (verb <= a->low)
        return false;
    const bool near = verb + 1 == a->first || (verb + 2 == a->first && pacta_is(work, verb + 1, CLASS_OF));
    return near && pacta_is(work, verb, CLASS_MENTIONING) &&
           (pacta_is(work, verb - 1, CLASS_DENIAL) || /* nowhere says */
            pacta_has(work, pacta_verb_begin(work, a->low, verb), verb, CLASS_DENIAL));
}

/* "Keepers may row," it reads: a rule that somebody has written down; "The Parties will row,"
 * it adds. */
static bool is_read_out(const pacta_attribution *a, const pacta_source *source, bool reading) {
    return source->kind == PACTA_SOURCE_PRONOUN && !is_person(a, source) && !a->shape.speaks &&
           (reading ? a->shape.modal : a->shape.told);
}

/* In the words of a side letter, it "undertakes to row": what binds, and no person says. */
static bool is_bound(const pacta_attribution *a, const pacta_source *source) {
    return !is_person(a, source) && source->kind != PACTA_SOURCE_NONE && a->shape.words > 1 &&
           pacta_is(a->work, a->first + 1, CLASS_BINDING) && !a->shape.speaks;
}

bool pacta_stands_under_text(const pacta_attribution *a) {
    uint32_t basis = a->low;
    for (uint32_t i = a->low; i < a->first && i - a->low < PLACE; i++)
        if (pacta_is_dash(a->work, i)) /* OSLO -- Under the accord, */
            basis = i + 1;
    const bool according =
        pacta_is(a->work, basis, CLASS_CUE_SOURCE) && pacta_is(a->work, basis + 1, CLASS_OF);
    if (a->opens || !(according || pacta_is(a->work, basis, CLASS_BASIS)))
        return false;
    pacta_phrase text = pacta_phrase_from(a->work, basis + 1 + according, a->first);
    return pacta_is_cited(a, text) &&
           (pacta_is_char(a->work, text.end, ',') || pacta_is(a->work, text.end, CLASS_DETERMINER) ||
            pacta_is(a->work, text.end, CLASS_QUANTIFIER) || pacta_is(a->work, text.end, CLASS_PARTITIVE));
}

static bool speaks_of_text(const pacta_attribution *a) {
    for (uint32_t i = a->low; i < a->high && i - a->low < 120; i++)
        if (pacta_is(a->work, i, CLASS_GENERIC) || pacta_is(a->work, i, CLASS_INSTRUMENT_NOUN))
            return true;
    return false;
}

static bool goes_on_word(char byte) {
    return pacta_utf8_continues((unsigned char)byte) || pacta_is_letter((unsigned char)byte);
}

/* The same words in what was quoted of an instrument before. */
static bool stand_in(const pacta_work *work, pacta_span words, pacta_span text) {
    const char *at = pacta_work_text(work), *needle = at + words.begin;
    uint32_t size = words.end - words.begin;
    if (text.end - text.begin > REPEATED_IN)
        text.end = text.begin + REPEATED_IN;
    for (uint32_t i = text.begin; i + size <= text.end; i++)
        if (at[i] == *needle && memcmp(at + i, needle, size) == 0 &&
            (i == text.begin || !goes_on_word(at[i - 1])) &&
            (i + size == text.end || !goes_on_word(at[i + size])))
            return true;
    return false;
}

bool pacta_repeats_provision(const pacta_attribution *a) {
    const pacta_quotation *quotations = a->work->document->quotations.items;
    pacta_span words = quotations[a->index].inner;
    if (words.end <= words.begin || words.end - words.begin > REPEATED)
        return false;
    for (uint32_t i = a->index; i-- > 0 && a->index - i <= REPEATED_BEFORE;)
        if (quotations[i].kind == PACTA_QUOTATION_PROVISION && stand_in(a->work, words, quotations[i].inner))
            return true;
    return false;
}

static pacta_quotation_kind kind_by_source(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    const pacta_quotation *quotation = pacta_quotation_of(a);
    const pacta_source *source = &quotation->source;
    bool treaty = a->work->document->info.form == PACTA_FORM_TREATY;
    bool sign = follows_sign(a);
    bool reading = quotation->cue.end > 0 &&
                   pacta_is(a->work, pacta_token_at(a->work, quotation->cue.begin), CLASS_CUE_READING);
    if (is_told_in_first_person(a, source) || is_judged(a))
        return PACTA_QUOTATION_STATEMENT;
    if (a->cited || pacta_is_text_source(a, source) || (s->norm && !(s->speaks && is_person(a, source))) ||
        (!is_person(a, source) && tells_of_instrument(a, source)) || (sign && reading) ||
        is_read_out(a, source, reading) || is_bound(a, source) || (reading && s->binds)) /* he reads it out */
        return PACTA_QUOTATION_PROVISION;
    if (source->kind != PACTA_SOURCE_PERSON && source->kind != PACTA_SOURCE_NONE && led_in_by_parties(a))
        return PACTA_QUOTATION_PROVISION;
    if (s->words > FEW_WORDS && !is_person(a, source) && pacta_stands_under_text(a))
        return PACTA_QUOTATION_PROVISION;
    if (source->kind == PACTA_SOURCE_NONE && treaty && a->passive && s->words <= TERM_WORDS)
        return PACTA_QUOTATION_TERM; /* shall be regarded as "lost" */
    if (source->kind != PACTA_SOURCE_NONE || a->passive)
        return PACTA_QUOTATION_STATEMENT;
    if ((sign && speaks_of_text(a)) || (s->binds && a->work->names.count > 0))
        return PACTA_QUOTATION_PROVISION;
    if (pacta_repeats_provision(a))
        return PACTA_QUOTATION_PROVISION;
    if (treaty)
        return s->words <= TERM_WORDS ? PACTA_QUOTATION_TERM : PACTA_QUOTATION_PROVISION;
    return s->words <= FEW_WORDS && !s->ends && !s->parted ? PACTA_QUOTATION_TERM : PACTA_QUOTATION_STATEMENT;
}

pacta_quotation_kind pacta_kind_of(const pacta_attribution *a) {
    const pacta_quotation_kind kind = kind_by_source(a);
    return kind == PACTA_QUOTATION_PROVISION && is_missing(a) ? PACTA_QUOTATION_TERM : kind;
}
