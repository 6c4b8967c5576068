/* Quotations: who is quoted, and of what kind the words are. A source stands
 * before, behind or around the quotation, or is carried on from the one before. */
#include "link/phrases.h"
#include <string.h>

enum { LOOK_BACK = 60, LOOK_AHEAD = 40, SIGN_REACH = 4, RELATIVE_REACH = 10, NAME_REACH = 800 };

/* The quotation in hand, and what is left over from the one before. */
typedef struct attribution {
    pacta_work *work;
    uint32_t index;
    uint32_t first, end; /* its tokens, marks included */
    uint32_t low, high;  /* where its sentence begins and ends */
    uint32_t passage;
    uint32_t last; /* quotation with a source, or PACTA_NONE */
    bool amending;
} attribution;

static const pacta_cut *cut_at(const attribution *a, uint32_t token) {
    return &a->work->tokens.items[token];
}

static pacta_quotation *quotation_of(const attribution *a) {
    return &a->work->document->quotations.items[a->index];
}

static bool is_cue(const attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_CUE) || pacta_is(a->work, token, CLASS_CUE_PARTICIPLE);
}

static bool is_stop(const attribution *a, uint32_t token) {
    return pacta_is_char(a->work, token, '.') || pacta_is_char(a->work, token, '!') ||
           pacta_is_char(a->work, token, '?') || cut_at(a, token)->kind == PACTA_TOKEN_BREAK;
}

static bool in_quotation(const attribution *a, uint32_t token) {
    const pacta_document *document = a->work->document;
    uint32_t at = cut_at(a, token)->begin, parent = quotation_of(a)->parent;
    for (uint32_t i = a->index; i-- > 0 && a->index - i < 16;)
        if (i != parent && document->quotations.items[i].span.begin <= at &&
            at < document->quotations.items[i].span.end &&
            document->quotations.items[i].depth == quotation_of(a)->depth)
            return true;
    for (uint32_t i = a->index + 1; i < document->quotations.count && i - a->index < 16; i++)
        if (document->quotations.items[i].span.begin <= at && at < document->quotations.items[i].span.end)
            return true;
    return false;
}

static bool sign_before(const attribution *a, pacta_class class, uint32_t reach) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < reach; n++)
        if (pacta_is(a->work, i, class))
            return true;
    return false;
}

/* ---- Sources ------------------------------------------------------------------------ */

static bool phrase_has(const attribution *a, pacta_phrase p, pacta_class class) {
    for (uint32_t i = p.first; i < p.end; i++)
        if (pacta_is(a->work, i, class))
            return true;
    return false;
}

/* The word stood beside another capital before, as in a person's full name. */
static bool is_part_of_name(const attribution *a, uint32_t token) {
    const char *text = pacta_work_text(a->work);
    uint32_t size = cut_at(a, token)->end - cut_at(a, token)->begin;
    for (uint32_t i = token; i-- > 1 && token - i < NAME_REACH;) {
        const pacta_cut *cut = cut_at(a, i);
        if (cut->end - cut->begin != size ||
            memcmp(text + cut->begin, text + cut_at(a, token)->begin, size) != 0)
            continue;
        bool before = (cut->flags & TOKEN_SPACED) != 0 && (cut[-1].flags & TOKEN_UPPER) != 0 &&
                      !pacta_is(a->work, i - 1, CLASS_TITLE_STOP) &&
                      !pacta_is(a->work, i - 1, CLASS_DETERMINER);
        bool behind = (cut[1].flags & (TOKEN_SPACED | TOKEN_UPPER)) == (TOKEN_SPACED | TOKEN_UPPER) &&
                      cut[1].kind == PACTA_TOKEN_WORD;
        if (before || behind)
            return true;
    }
    return false;
}

static pacta_source_kind kind_of(const attribution *a, pacta_phrase p, uint32_t reference) {
    const pacta_work *work = a->work;
    if (reference != PACTA_NONE)
        return PACTA_SOURCE_PROVISION;
    if (p.end - p.first == 1 && pacta_is(work, p.first, CLASS_PRONOUN))
        return PACTA_SOURCE_PRONOUN;
    uint32_t last = p.end - 1;
    bool noun = pacta_is(work, last, CLASS_INSTRUMENT_NOUN) || pacta_is(work, last, CLASS_GENERIC);
    if (noun || pacta_name_until(work, p.end) != PACTA_NONE)
        return PACTA_SOURCE_INSTRUMENT;
    uint32_t capitals = 0;
    for (uint32_t i = p.first; i < p.end; i++)
        capitals += (cut_at(a, i)->flags & TOKEN_UPPER) != 0;
    if (pacta_is(work, last, CLASS_ORGANISATION) || (cut_at(a, last)->flags & TOKEN_CAPS) != 0)
        return PACTA_SOURCE_ORGANISATION;
    if (phrase_has(a, p, CLASS_PERSON_NOUN) || phrase_has(a, p, CLASS_PERSON_TITLE))
        return PACTA_SOURCE_PERSON;
    bool named =
        p.end - p.first >= 2 && (cut_at(a, last)->flags & cut_at(a, last - 1)->flags & TOKEN_UPPER) != 0;
    if (!named && phrase_has(a, p, CLASS_ORGANISATION))
        return PACTA_SOURCE_ORGANISATION;
    if (capitals >= 2)
        return PACTA_SOURCE_PERSON;
    if (capitals == 1 && is_part_of_name(a, p.first))
        return PACTA_SOURCE_PERSON;
    return capitals == 1 ? PACTA_SOURCE_PLACE : PACTA_SOURCE_UNKNOWN;
}

/* What a pronoun or a surname stands for: the source before that it fits. */
static const char *antecedent(const attribution *a, pacta_phrase p, pacta_source_kind kind) {
    const pacta_document *document = a->work->document;
    const char *text = pacta_work_text(a->work);
    bool neuter = pacta_is(a->work, p.first, CLASS_NEUTER);
    pacta_span own = {cut_at(a, p.first)->begin, cut_at(a, p.end - 1)->end};
    for (uint32_t i = a->index; i-- > 0 && a->index - i < 32;) {
        const pacta_source *source = &document->quotations.items[i].source;
        if (source->kind == PACTA_SOURCE_NONE || source->kind == PACTA_SOURCE_PRONOUN)
            continue;
        pacta_span span = source->span;
        uint32_t head = pacta_token_at(a->work, span.end - 1);
        if (((cut_at(a, head)->flags & TOKEN_UPPER) == 0 || pacta_is(a->work, head, CLASS_PERSON_NOUN)) &&
            kind == PACTA_SOURCE_PRONOUN && !neuter)
            continue; /* he stands for a name */
        if (kind == PACTA_SOURCE_PRONOUN ? (source->kind == PACTA_SOURCE_PERSON) != neuter
                                         : span.end - span.begin > own.end - own.begin &&
                                               memcmp(text + span.end - (own.end - own.begin),
                                                      text + own.begin, own.end - own.begin) == 0)
            return pacta_arena_text(&a->work->document->arena, text + span.begin, span.end - span.begin);
    }
    return NULL;
}

static bool set_source(const attribution *a, pacta_source *source, pacta_phrase p) {
    if (p.first >= p.end)
        return false;
    uint32_t reference = pacta_reference_in(a->work, p.first, p.end);
    source->span = (pacta_span){cut_at(a, p.first)->begin, cut_at(a, p.end - 1)->end};
    source->kind = kind_of(a, p, reference);
    source->reference = reference;
    if (reference != PACTA_NONE)
        source->span = a->work->document->references.items[reference].span;
    else if (source->kind == PACTA_SOURCE_PRONOUN || p.end - p.first == 1)
        source->stands_for = antecedent(a, p, source->kind);
    return true;
}

static void set_cue(const attribution *a, uint32_t first, uint32_t end) {
    quotation_of(a)->cue = (pacta_span){cut_at(a, first)->begin, cut_at(a, end - 1)->end};
}

/* "according to TASS", from the cue on. */
static bool take_according(const attribution *a, uint32_t token, uint32_t high, pacta_source *source) {
    uint32_t next = token + 1;
    if (next >= high || !pacta_is(a->work, next, CLASS_OF))
        return false;
    return set_source(a, source, pacta_phrase_from(a->work, next + 1, high));
}

/* A phrase that can speak: it names somebody or something. */
static bool can_speak(const attribution *a, pacta_phrase p) {
    if (p.first >= p.end)
        return false;
    if (pacta_reference_in(a->work, p.first, p.end) != PACTA_NONE)
        return true;
    for (uint32_t i = p.first; i < p.end; i++)
        if ((cut_at(a, i)->flags & TOKEN_UPPER) != 0 || pacta_is(a->work, i, CLASS_PRONOUN) ||
            pacta_is(a->work, i, CLASS_PERSON_NOUN) || pacta_is(a->work, i, CLASS_ORGANISATION) ||
            pacta_is(a->work, i, CLASS_PERSON_TITLE) || pacta_is(a->work, i, CLASS_GENERIC) ||
            pacta_is(a->work, i, CLASS_INSTRUMENT_NOUN) || pacta_is(a->work, i, CLASS_INDEFINITE))
            return true;
    return false;
}

/* Behind: "...," said Ruta Svenn; "...," KCNA said; "..." (Article 10). */
static bool find_behind(const attribution *a) {
    uint32_t at = a->end, high = a->high;
    const pacta_work *work = a->work;
    pacta_source *source = &quotation_of(a)->source;
    if (at < high && pacta_is_char(work, at, ','))
        at++;
    if (at < high && pacta_is_char(work, at, '(') && pacta_reference_in(work, at + 1, at + 2) != PACTA_NONE)
        return set_source(a, source, pacta_phrase_from(work, at + 1, at + 2));
    if (at >= high || pacta_is(work, at, CLASS_LIST_JOINER))
        return false;
    if (pacta_is(work, at, CLASS_CUE_SOURCE) && take_according(a, at, high, source)) {
        set_cue(a, at, at + 2);
        return true;
    }
    if (pacta_is(work, at, CLASS_CUE)) {
        uint32_t from = at + 1;
        pacta_phrase p = pacta_phrase_from(work, from, high);
        set_cue(a, at, at + 1);
        return can_speak(a, p) && set_source(a, source, p);
    }
    for (uint32_t i = at; i < high && i - at < LOOK_AHEAD && !is_stop(a, i); i++) {
        if (in_quotation(a, i))
            return false;
        if (!pacta_is(work, i, CLASS_CUE) || i == at)
            continue;
        pacta_phrase p = pacta_phrase_before(work, at, i);
        bool parted = p.first > at && pacta_is_char(work, p.first - 1, ',');
        if ((p.first > at + 2 && !parted) || !can_speak(a, p))
            return false;
        set_cue(a, i, i + 1);
        return set_source(a, source, p);
    }
    return false;
}

/* A provision right behind, joined by a preposition: "all for all" under Article 4. */
static bool find_provision_behind(const attribution *a) {
    uint32_t at = a->end;
    if (at + 1 >= a->high || !(pacta_is(a->work, at, CLASS_OF) || pacta_is(a->work, at, CLASS_PHRASE_STOP)))
        return false;
    uint32_t reference = pacta_reference_in(a->work, at + 1, at + 3 < a->high ? at + 3 : a->high);
    if (reference == PACTA_NONE)
        return false;
    pacta_span span = a->work->document->references.items[reference].span;
    uint32_t first = pacta_token_at(a->work, span.begin);
    return set_source(a, &quotation_of(a)->source,
                      (pacta_phrase){first, pacta_token_at(a->work, span.end - 1) + 1});
}

/* The subject of a reporting word at `token`: before it, before the relative
 * clause that it stands in, or, inverted, behind it. */
static pacta_phrase subject_of(const attribution *a, uint32_t low, uint32_t token, uint32_t high) {
    const pacta_work *work = a->work;
    if (token > low && pacta_is_char(work, token - 1, ',') && high > token + 1 &&
        pacta_is_char(work, high - 1, ',')) { /* , says Article 21, "..." */
        pacta_phrase behind = pacta_phrase_from(work, token + 1, high - 1);
        if (behind.end == high - 1 && can_speak(a, behind))
            return behind;
    }
    if (token > low && pacta_is(work, token - 1, CLASS_PRONOUN))
        return (pacta_phrase){token - 1, token};
    for (uint32_t i = token; i > low + 1 && token - i < RELATIVE_REACH; i--) {
        if (pacta_is_char(work, i - 1, ','))
            break;
        if (pacta_is(work, i - 1, CLASS_RELATIVE) && pacta_is_char(work, i - 2, ','))
            return pacta_phrase_before(work, low, i - 2);
    }
    return pacta_phrase_before(work, low, token);
}

/* The sentence's first phrase, where it is an instrument or a provision. */
static bool take_instrument_subject(const attribution *a, uint32_t low, uint32_t high, pacta_source *source) {
    pacta_phrase p = pacta_phrase_from(a->work, low, high);
    if (p.first >= p.end)
        return false;
    uint32_t reference = pacta_reference_in(a->work, p.first, p.end);
    pacta_source_kind kind = kind_of(a, p, reference);
    return (kind == PACTA_SOURCE_INSTRUMENT || kind == PACTA_SOURCE_PROVISION) && set_source(a, source, p);
}

/* Before: the nearest reporting word that has a subject. */
static bool find_before(const attribution *a, uint32_t low, uint32_t high) {
    const pacta_work *work = a->work;
    pacta_quotation *quotation = quotation_of(a);
    bool pledged = sign_before(a, CLASS_PROVISION_SIGN, SIGN_REACH), found = false;
    for (uint32_t i = high; i-- > low && high - i < LOOK_BACK;) {
        if (in_quotation(a, i))
            continue;
        if (!found && pacta_is(work, i, CLASS_CUE_SOURCE) && take_according(a, i, high, &quotation->source)) {
            set_cue(a, i, i + 2);
            pacta_source carrier = quotation->source;
            if (i > low && pacta_is_char(work, i - 1, ',') &&
                take_instrument_subject(a, low, i, &quotation->source))
                quotation->carrier = carrier;
            return true;
        }
        if (!pacta_is(work, i, CLASS_CUE) || (i > low && pacta_is(work, i - 1, CLASS_DETERMINER)))
            continue;
        pacta_phrase p = subject_of(a, low, i, high);
        if (!can_speak(a, p) || (found && pacta_is(work, p.first, CLASS_NEUTER)))
            continue;
        set_cue(a, i, i + 1);
        set_source(a, &quotation->source, p);
        found = true;
        /* Seoul said that the agreement included a pledge of "...": Seoul's word for it */
        if (!pledged || quotation->source.kind != PACTA_SOURCE_INSTRUMENT)
            return true;
    }
    return found;
}

/* A colon, and no reporting word: the first phrase of the sentence speaks. */
static bool find_at_colon(const attribution *a, uint32_t low, uint32_t high) {
    if (high <= low || !pacta_is_char(a->work, high - 1, ':'))
        return false;
    while (low < high && (cut_at(a, low)->kind == PACTA_TOKEN_NUMBER || pacta_is_char(a->work, low, ':')))
        low++;
    pacta_phrase p = pacta_phrase_from(a->work, low, high - 1);
    uint32_t reference = pacta_reference_in(a->work, low, high - 1);
    if (reference != PACTA_NONE && !can_speak(a, p))
        p = (pacta_phrase){low, low};
    if (!can_speak(a, p))
        return false;
    set_cue(a, high - 1, high);
    return set_source(a, &quotation_of(a)->source, p);
}

/* A provision or instrument is the sentence's first phrase, or the only one
 * cited before the words. */
static bool find_subject(const attribution *a) {
    uint32_t reference = PACTA_NONE;
    for (uint32_t i = a->first; i-- > a->low && a->first - i < LOOK_BACK;)
        if (!in_quotation(a, i) && (reference = pacta_reference_in(a->work, i, i + 1)) != PACTA_NONE)
            break;
    if (reference != PACTA_NONE) {
        pacta_span span = a->work->document->references.items[reference].span;
        uint32_t first = pacta_token_at(a->work, span.begin);
        return set_source(a, &quotation_of(a)->source,
                          (pacta_phrase){first, pacta_token_at(a->work, span.end - 1) + 1});
    }
    return false;
}

/* ---- Kinds ------------------------------------------------------------------------------ */

static uint32_t words_in(const attribution *a, uint32_t *capitals, uint32_t *small) {
    uint32_t words = 0;
    *capitals = *small = 0;
    for (uint32_t i = a->first + 1; i + 1 < a->end; i++) {
        if (cut_at(a, i)->kind != PACTA_TOKEN_WORD && cut_at(a, i)->kind != PACTA_TOKEN_ROMAN)
            continue;
        words++;
        if ((cut_at(a, i)->flags & TOKEN_UPPER) != 0)
            ++*capitals;
        else if (!pacta_is(a->work, i, CLASS_TITLE_LINK) && !pacta_is(a->work, i, CLASS_LIST_JOINER) &&
                 (cut_at(a, i)->flags & TOKEN_CLITIC) == 0)
            ++*small;
    }
    return words;
}

/* Set as titles are: capitals but for small words, no end of a sentence. */
static bool is_title_cased(const attribution *a) {
    uint32_t capitals, small, words = words_in(a, &capitals, &small);
    uint32_t last = a->end - 2;
    bool ends = last > a->first && (is_stop(a, last) || pacta_is_char(a->work, last, ','));
    return words >= 2 && words <= 16 && small == 0 && capitals >= 2 && !ends;
}

/* "The agreement said neither side would ...", "Each Party shall ...". */
static bool speaks_as_instrument(const attribution *a) {
    bool party = false, modal = false;
    for (uint32_t i = a->first + 1; i + 1 < a->end && i - a->first < 60; i++) {
        party = party || (pacta_is(a->work, i, CLASS_PARTY) && (cut_at(a, i)->flags & TOKEN_UPPER) != 0);
        modal = modal || pacta_is(a->work, i, CLASS_MODAL);
        if (i - a->first <= 6 && pacta_is(a->work, i, CLASS_CUE) && i > a->first + 1) {
            uint32_t name = pacta_name_until(a->work, i);
            if (name != PACTA_NONE && i - a->first <= 5)
                return true;
        }
    }
    return party && modal;
}

static bool is_instrument_source(const pacta_source *source) {
    return source->kind == PACTA_SOURCE_PROVISION || source->kind == PACTA_SOURCE_INSTRUMENT;
}

/* it, where what was spoken of last is a provision or an instrument. */
static bool neuter_means_instrument(const attribution *a) {
    const pacta_quotation *quotation = quotation_of(a);
    const pacta_document *document = a->work->document;
    if (quotation->source.kind != PACTA_SOURCE_PRONOUN)
        return false;
    uint32_t token = pacta_token_at(a->work, quotation->source.span.begin);
    if (!pacta_is(a->work, token, CLASS_NEUTER))
        return false;
    if (a->last != PACTA_NONE &&
        a->passage - pacta_passage_of(
                         a->work, pacta_token_at(a->work, document->quotations.items[a->last].span.begin)) <=
            1 &&
        document->quotations.items[a->last].kind == PACTA_QUOTATION_PROVISION)
        return true;
    uint32_t sentence = pacta_sentence_of(a->work, token);
    uint32_t first = a->work->sentences.items[sentence > 1 ? sentence - 2 : 0].first;
    if (first < a->work->fold.passages.items[a->passage].first_token)
        first = a->work->fold.passages.items[a->passage].first_token;
    return pacta_reference_in(a->work, first, token) != PACTA_NONE;
}

static pacta_quotation_kind kind_in_treaty(const attribution *a) {
    bool opens = a->first == a->work->fold.passages.items[a->passage].first_token;
    if (sign_before(a, CLASS_WORK_SIGN, 3) ||
        (is_title_cased(a) && a->first > a->low && pacta_is_char(a->work, a->first - 1, ':')))
        return PACTA_QUOTATION_TITLE;
    if (a->amending) {
        bool bracket = a->first > 0 && pacta_is_char(a->work, a->first - 1, '(');
        bool defined = a->first > a->low && pacta_is(a->work, a->first - 1, CLASS_DETERMINER);
        return bracket || (defined && a->end < a->high && pacta_is_char(a->work, a->end, ')'))
                   ? PACTA_QUOTATION_TERM
                   : PACTA_QUOTATION_PROVISION;
    }
    uint32_t capitals, small;
    return opens && words_in(a, &capitals, &small) > 12 ? PACTA_QUOTATION_PROVISION : PACTA_QUOTATION_TERM;
}

static pacta_quotation_kind kind_in_press(const attribution *a) {
    const pacta_quotation *quotation = quotation_of(a);
    uint32_t capitals, small, words = words_in(a, &capitals, &small);
    bool near_sign = sign_before(a, CLASS_TERM_SIGN, 2);
    bool words_of = near_sign && pacta_is(a->work, a->first - 1, CLASS_TERM_SIGN) && words <= 6;
    if (words_of && quotation->depth > 0 && words > 1)
        return PACTA_QUOTATION_PROVISION;
    if (words_of)
        return PACTA_QUOTATION_TERM;
    if (is_title_cased(a) && (sign_before(a, CLASS_WORK_SIGN, 10) || !is_cue(a, a->first - (a->first > 0))))
        return PACTA_QUOTATION_TITLE;
    bool inserted = a->first > a->low && pacta_is(a->work, a->first - 1, CLASS_DETERMINER) &&
                    a->end < a->high && cut_at(a, a->end)->kind == PACTA_TOKEN_WORD &&
                    !pacta_is(a->work, a->end, CLASS_OF) && !pacta_is(a->work, a->end, CLASS_PHRASE_STOP);
    if (words <= 2 && inserted && !sign_before(a, CLASS_CUE, 5))
        return PACTA_QUOTATION_TERM; /* the "historic" rights */
    if (quotation->depth > 0 && words == 1 && !is_cue(a, a->first - 1) &&
        !pacta_is_char(a->work, a->first - 1, ','))
        return PACTA_QUOTATION_TERM;
    if (is_instrument_source(&quotation->source) || neuter_means_instrument(a) ||
        sign_before(a, CLASS_PROVISION_SIGN, SIGN_REACH) || speaks_as_instrument(a))
        return PACTA_QUOTATION_PROVISION;
    if (quotation->source.kind == PACTA_SOURCE_NONE && words <= 3 && quotation->depth == 0)
        return PACTA_QUOTATION_TERM;
    return PACTA_QUOTATION_STATEMENT;
}

/* ---- One quotation ------------------------------------------------------------------------- */

/* The sentence around the quotation: to the stops outside of it. */
static void find_bounds(attribution *a) {
    const pacta_work *work = a->work;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    const pacta_quotation *quotation = quotation_of(a);
    a->low = passage->first_token;
    a->high = passage->end_token;
    if (quotation->parent != PACTA_NONE) {
        const pacta_quotation *parent = &work->document->quotations.items[quotation->parent];
        a->low = pacta_token_at(work, parent->inner.begin);
        a->high = pacta_token_at(work, parent->inner.end - 1) + 1;
    }
    for (uint32_t i = pacta_sentence_of(work, a->first);; i--) { /* sentences that begin outside quotations */
        uint32_t first = work->sentences.items[i].first;
        if (first <= a->low)
            break;
        if (first <= a->first && !in_quotation(a, first)) {
            a->low = first;
            break;
        }
        if (i == 0)
            break;
    }
    for (uint32_t i = a->end; i < a->high; i++)
        if (work->sentences.items[pacta_sentence_of(work, i)].first == i && i > a->end &&
            !in_quotation(a, i)) {
            a->high = i;
            break;
        }
    if (a->end < a->high && work->sentences.items[pacta_sentence_of(work, a->end)].first == a->end)
        a->high = a->end; /* the quotation ends its sentence */
}

/* Where the words in the sentence before the quotation begin. */
static bool find_source(attribution *a) {
    bool opens = a->low == a->first;
    const pacta_work *work = a->work;
    bool direct = a->first > a->low && (is_cue(a, a->first - 1) || pacta_is_char(work, a->first - 1, ':'));
    if (!opens && direct && (find_before(a, a->low, a->first) || find_at_colon(a, a->low, a->first)))
        return true;
    if (find_behind(a))
        return true;
    if (!opens && (find_before(a, a->low, a->first) || find_at_colon(a, a->low, a->first)))
        return true;
    if (find_provision_behind(a))
        return true;
    return !opens && find_subject(a);
}

/* The paragraph before ends in a colon: its subject is quoted here. */
static bool find_announced(attribution *a) {
    const pacta_work *work = a->work;
    if (a->passage == 0 || a->first != work->fold.passages.items[a->passage].first_token)
        return false;
    const pacta_passage *before = &work->fold.passages.items[a->passage - 1];
    uint32_t end = before->end_token;
    if (end <= before->first_token || !pacta_is_char(work, end - 1, ':'))
        return false;
    uint32_t low = work->sentences.items[pacta_sentence_of(work, end - 1)].first;
    return find_before(a, low, end) || find_at_colon(a, low, end);
}

/* A quotation that stands alone goes on from the one before it. */
static bool carry_on(attribution *a) {
    pacta_document *document = a->work->document;
    pacta_quotation *quotation = quotation_of(a);
    uint32_t from = quotation->continues;
    if (from == PACTA_NONE) {
        if (a->last == PACTA_NONE || quotation->depth > 0)
            return false;
        const pacta_quotation *last = &document->quotations.items[a->last];
        uint32_t last_end = pacta_token_at(a->work, last->span.end - 1) + 1;
        uint32_t passage = pacta_passage_of(a->work, last_end - 1);
        bool same_sentence = last_end > a->low && last_end <= a->first;
        bool alone = a->low == a->first && a->high == a->end;
        if (!(same_sentence || (alone && passage == a->passage)))
            return false;
        from = a->last;
    }
    quotation->source = document->quotations.items[from].source;
    quotation->carrier = document->quotations.items[from].carrier;
    quotation->cue = document->quotations.items[from].cue;
    return quotation->source.kind != PACTA_SOURCE_NONE;
}

/* "..." Article 3 reads, according to TASS: who passed the words on. */
static void find_carrier(const attribution *a) {
    pacta_quotation *quotation = quotation_of(a);
    if (!is_instrument_source(&quotation->source) || quotation->carrier.kind != PACTA_SOURCE_NONE)
        return;
    for (uint32_t i = a->end; i < a->high && i - a->end < LOOK_AHEAD; i++)
        if (pacta_is(a->work, i, CLASS_CUE_SOURCE) && take_according(a, i, a->high, &quotation->carrier))
            return;
}

static void attribute(attribution *a) {
    pacta_quotation *quotation = quotation_of(a);
    bool treaty = a->work->document->info.form == PACTA_FORM_TREATY;
    a->first = pacta_token_at(a->work, quotation->span.begin);
    a->end = pacta_token_at(a->work, quotation->span.end - 1) + 1;
    a->passage = pacta_passage_of(a->work, a->first);
    find_bounds(a);
    if (treaty) {
        quotation->kind = kind_in_treaty(a);
        return;
    }
    if (!(quotation->continues != PACTA_NONE && carry_on(a)) && !find_announced(a) && !find_source(a))
        carry_on(a);
    quotation->kind = kind_in_press(a);
    if (quotation->kind == PACTA_QUOTATION_TITLE || quotation->kind == PACTA_QUOTATION_TERM) {
        quotation->source = quotation->carrier = (pacta_source){.reference = PACTA_NONE};
        quotation->cue = (pacta_span){0, 0};
        return;
    }
    find_carrier(a);
    quotation->reference = quotation->source.reference;
    if (quotation->source.kind != PACTA_SOURCE_NONE && quotation->depth == 0)
        a->last = a->index;
}

/* Interrupted: "A," she added, "and B." is one quotation in two pieces. */
static void join_pieces(attribution *a) {
    pacta_document *document = a->work->document;
    pacta_quotation *quotation = quotation_of(a);
    if (a->index == 0 || quotation->continues != PACTA_NONE || quotation->depth > 0)
        return;
    for (uint32_t i = a->index; i-- > 0 && a->index - i < 8;) {
        pacta_quotation *before = &document->quotations.items[i];
        if (before->depth > 0)
            continue;
        char last = a->work->fold.text.items[before->inner.end - 1];
        uint32_t token = pacta_token_at(a->work, quotation->inner.begin);
        bool goes_on = last == ',' && (cut_at(a, token)->flags & TOKEN_UPPER) == 0;
        if (goes_on && before->source.kind != PACTA_SOURCE_NONE &&
            a->low <= pacta_token_at(a->work, before->span.begin) &&
            a->first - pacta_token_at(a->work, before->span.end) < 16)
            quotation->continues = i;
        return;
    }
}

int pacta_link_quotations(pacta_work *work) {
    attribution a = {.work = work, .last = PACTA_NONE};
    for (uint32_t p = 0; p < 4 && p < work->fold.passages.count; p++)
        for (uint32_t i = work->fold.passages.items[p].first_token;
             i < work->fold.passages.items[p].end_token; i++)
            a.amending = a.amending || pacta_is(work, i, CLASS_AMENDING);
    for (a.index = 0; a.index < work->document->quotations.count; a.index++) {
        attribute(&a);
        if (work->document->info.form != PACTA_FORM_TREATY)
            join_pieces(&a);
    }
    return PACTA_OK;
}
