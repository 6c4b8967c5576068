/* Kinds of quotations: words of an instrument, somebody's words, a title, or a
 * term set off. */
#include "attribution/attribution.h"
#include "core/utf8.h"
#include "find/marks.h"
#include "phrases/verbs.h"
#include "phrases/words.h"
#include <string.h>

enum {
    SIGN_REACH = 4,
    TERM_WORDS = 8,
    SHORT = 3,
    LEAD = 40,
    NORM_REACH = 8,
    WORK_REACH = 14,
    PLACE = 6,
    REWORDED = 4,
    KNOWN_REACH = 7,
    SHAPE_TOKENS = 200
};
enum { REPEATED = 200, REPEATED_IN = 2000, REPEATED_BEFORE = 40 }; /* bytes; quotations */

/* What the words inside the marks look like. */
typedef struct shape {
    uint32_t words, capitals, small, shouted;
    bool capital; /* begins with one */
    bool ends;    /* with a full stop or comma */
    bool parted;  /* by a comma */
    bool norm;    /* the Parties shall */
    bool speaks;  /* of himself, who says it: I, mine */
    bool binds;   /* shall, and nobody who speaks of himself */
    bool modal;   /* may, must, shall */
} shape;

static bool is_link(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_TITLE_LINK) || pacta_is(a->work, token, CLASS_LIST_JOINER) ||
           (pacta_cut_at(a->work, token)->flags & TOKEN_CLITIC) != 0;
}

static bool is_stop(const pacta_work *work, uint32_t token) {
    return pacta_is_char(work, token, '.') || pacta_is_char(work, token, ',') ||
           pacta_is_char(work, token, '!') || pacta_is_char(work, token, '?');
}

/* I, we; but not [I]f, nor Annex I. */
static bool is_speaker(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_SPEAKER) && !pacta_is_char(work, token + 1, ']') &&
           !pacta_is(work, token - 1, CLASS_UNIT);
}

/* Of a long quotation, the words that it begins with. */
static shape shape_of(const pacta_attribution *a) {
    shape s = {0};
    uint32_t party = 0, end = a->end;
    bool shall = false, speaker = false;
    const pacta_quotation *quotation = pacta_quotation_of(a);
    while (end > a->first + 1 && pacta_cut_at(a->work, end - 1)->end > quotation->inner.end)
        end--;
    s.ends = end > a->first + 1 && is_stop(a->work, end - 1);
    if (end - a->first > SHAPE_TOKENS)
        end = a->first + SHAPE_TOKENS;
    uint32_t inner = a->index + 1;
    for (uint32_t i = a->first + 1; i < end; i++) {
        for (; inner < a->work->quoted.count && a->work->quoted.items[inner].first <= i; inner++)
            if (a->work->quoted.items[inner].end > i) /* what is quoted in it is of its own kind */
                i = a->work->quoted.items[inner].end - 1;
        uint8_t kind = pacta_cut_at(a->work, i)->kind;
        s.parted = s.parted || pacta_is_char(a->work, i, ',');
        if (kind != PACTA_TOKEN_WORD && kind != PACTA_TOKEN_ROMAN)
            continue;
        bool capital = (pacta_cut_at(a->work, i)->flags & TOKEN_UPPER) != 0;
        s.capital = s.words == 0 ? capital : s.capital;
        s.words++;
        shall = shall || pacta_is(a->work, i, CLASS_LEGAL_MODAL);
        s.modal = s.modal || pacta_is(a->work, i, CLASS_MODAL);
        speaker = speaker || is_speaker(a->work, i);
        s.capitals += capital;
        s.shouted += (pacta_cut_at(a->work, i)->flags & TOKEN_CAPS) != 0;
        s.small += !capital && !is_link(a, i);
        bool one_of = pacta_is(a->work, i - 1, CLASS_QUANTIFIER);
        if (pacta_is(a->work, i, CLASS_PARTY) && (capital || one_of))
            party = i;
        s.norm = s.norm || (party > 0 && i - party < NORM_REACH && pacta_is(a->work, i, CLASS_BINDING));
    }
    s.speaks = speaker;
    s.binds = shall && !speaker && s.words > 1; /* a "shall" is a word */
    return s;
}

static bool stands_before(const pacta_attribution *a, pacta_class class, uint32_t reach) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < reach; n++)
        if (pacta_is(a->work, i, class))
            return true;
    return false;
}

/* the clause about, a pledge of */
static bool follows_sign(const pacta_attribution *a) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < SIGN_REACH; n++)
        if (pacta_is_provision_sign(a->work, i))
            return true;
    return false;
}

/* ---- Names and words, which nobody says ----------------------------------------------- */

/* (the "Line"); (hereinafter "the Parties") */
static bool is_defined_in_brackets(const pacta_attribution *a, const shape *s) {
    const pacta_work *work = a->work;
    uint32_t i = a->first;
    bool article = s->capital || pacta_is(work, a->first + 1, CLASS_DETERMINER);
    for (uint32_t n = 0; i-- > a->low && n < 6; n++) {
        if (pacta_is_char(work, i, '('))
            return article && s->words <= TERM_WORDS && a->end < a->high &&
                   pacta_cut_at(a->work, a->end)->kind == PACTA_TOKEN_SYMBOL && !s->ends;
        article = article || pacta_is(work, i, CLASS_DETERMINER);
    }
    return false;
}

/* "Basin" means the catchment area; what "emergency" means */
static bool is_defined(const pacta_attribution *a, const shape *s) {
    uint32_t at = a->end;
    while (at < a->high && at - a->end < 3 &&
           (pacta_is(a->work, at, CLASS_MODAL) || pacta_is(a->work, at, CLASS_BE)))
        at++;
    return at < a->high && s->words <= TERM_WORDS && !s->ends && pacta_is(a->work, at, CLASS_DEFINES);
}

/* Jeremy "Spike" Holm */
static bool is_nickname(const pacta_attribution *a, const shape *s) {
    if (s->words > SHORT || s->ends || a->first <= a->low || a->end >= a->high)
        return false;
    return pacta_is_capital(a->work, a->first - 1) && pacta_is_capital(a->work, a->end) &&
           pacta_is_word(a->work, a->first - 1) && !pacta_is(a->work, a->first - 1, CLASS_WEEKDAY) &&
           ((pacta_cut_at(a->work, a->first - 1)->flags | pacta_cut_at(a->work, a->end)->flags) &
            TOKEN_CAPS) == 0;
}

/* "Basin" is a new word: the words themselves are spoken of. */
static bool is_subject(const pacta_attribution *a, const shape *s) {
    bool begins = a->opens || (a->first > a->low && pacta_is_char(a->work, a->first - 1, ':'));
    return begins && s->words <= SHORT && !s->ends && !s->parted && a->end < a->high &&
           (pacta_is(a->work, a->end, CLASS_BE) || pacta_is(a->work, a->end, CLASS_MODAL));
}

/* "B" shares: a letter that tells one thing from others. */
static bool is_single_letter(const pacta_attribution *a) {
    const pacta_cut *word = pacta_cut_at(a->work, a->first + 1);
    return a->end == a->first + 3 && word->end - word->begin <= 2 && (word->flags & TOKEN_UPPER) != 0;
}

/* calls himself "Orla Jack": a name that somebody goes by */
static bool is_own_name(const pacta_attribution *a, const shape *s) {
    return s->words <= SHORT && s->capital && !s->ends && a->first > a->low + 1 &&
           pacta_is(a->work, a->first - 1, CLASS_REFLEXIVE) &&
           pacta_is(a->work, a->first - 2, CLASS_CUE_WEAK);
}

/* she is "the Comma" */
static bool is_byname(const pacta_attribution *a, const shape *s) {
    return a->first > a->low && pacta_is(a->work, a->first - 1, CLASS_BE) && s->words == 2 && !s->ends &&
           pacta_is(a->work, a->first + 1, CLASS_DETERMINER) && s->small <= 1 &&
           (pacta_cut_at(a->work, a->first + 2)->flags & TOKEN_UPPER) != 0;
}

/* Article 5, the "inner" exception */
static bool is_apposed(const pacta_attribution *a, const shape *s) {
    const pacta_work *work = a->work;
    uint32_t article = a->first - (a->first > a->low);
    if (s->words > SHORT || s->ends || a->end >= a->high || article <= a->low ||
        !pacta_is(work, article, CLASS_DETERMINER) || pacta_is(work, article, CLASS_INDEFINITE))
        return false;
    return (pacta_is_char(work, article - 1, ',') && pacta_is_open_word(work, a->end)) ||
           (pacta_is_dash(work, article - 1) && pacta_is_dash(work, a->end)); /* - the "inner clause" - */
}

/* known to generations of students as the "Teapot Clause" */
static bool is_known_as(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->end >= a->first + 2 && pacta_is(work, a->end - 2, CLASS_INSTRUMENT_NOUN)) /* the "Lamp Treaty" */
        return false;
    uint32_t link = a->first - (a->first > a->low);
    link -= link > a->low && pacta_is(work, link, CLASS_DETERMINER);
    for (uint32_t i = link; pacta_is(work, link, CLASS_LINK) && i > a->low && link - i < KNOWN_REACH; i--)
        if (pacta_is(work, i - 1, CLASS_TERM_SIGN))
            return !pacta_is(work, i - 1, CLASS_WORDS_SIGN);
    return false;
}

/* "what Lee called ...", not "a plan called ...": somebody judges, and does
 * not only name. */
static bool has_speaker(const pacta_attribution *a, uint32_t verb) {
    const pacta_work *work = a->work;
    if (pacta_verb_is_passive(work, a->low, verb))
        return false;
    pacta_phrase p = pacta_phrase_before(work, a->low, verb);
    if (p.first >= p.end)
        return false;
    uint32_t before = p.first > a->low ? p.first - 1 : p.first;
    bool article = pacta_is(work, before, CLASS_DETERMINER);
    if (article && before > a->low)
        before--;
    if (pacta_is(work, before, CLASS_PREPOSITION)) /* a course at Orla Hall called "..." */
        return false;
    bool name = true;
    for (uint32_t i = p.first; i < p.end; i++)
        name = name && ((pacta_cut_at(a->work, i)->flags & TOKEN_UPPER) != 0 || pacta_is_clitic(work, i));
    return name || pacta_is(work, before, CLASS_SUBJECT_RELATIVE) || pacta_is(work, before, CLASS_MUTE) ||
           pacta_is(work, p.first, CLASS_PRONOUN);
}

/* the expression "on loan" in paragraph 1 (b): a provision's own words. */
static bool stands_in_provision(const pacta_attribution *a) {
    return a->end + 1 < a->high && pacta_is(a->work, a->end, CLASS_LOCATION) &&
           pacta_reference_in(a->work, a->end + 1, a->end + 2) != PACTA_NONE;
}

/* so-called "climate club"; known as "the Lanterns"; the word "forest"; defines
 * "waters" as; which means "lamp" */
static bool is_called(const pacta_attribution *a, bool *words) {
    uint32_t i = a->first;
    if (is_known_as(a))
        return true;
    if (i > a->low && (pacta_is(a->work, i - 1, CLASS_DEFINING) || pacta_is(a->work, i - 1, CLASS_DEFINES)))
        return true;
    if (i > a->low && pacta_is(a->work, i - 1, CLASS_NAMING_VERB))
        return !has_speaker(a, i - 1);
    for (uint32_t n = 0; i-- > a->low && n < 2; n++) {
        bool joined =
            n == 0 || pacta_is(a->work, i + 1, CLASS_PREPOSITION); /* and no: the notion a "waste" */
        if (joined && pacta_is(a->work, i, CLASS_TERM_SIGN)) {
            bool words_sign = pacta_is(a->work, i, CLASS_WORDS_SIGN);
            *words = words_sign || (n == 0 && stands_in_provision(a));
            return n == 0 || !words_sign;
        }
        if (n > 0 && pacta_is(a->work, i, CLASS_NAMING_VERB)) /* a pattern called a "glider" */
            return !pacta_is(a->work, i + 1, CLASS_PREPOSITION) && !has_speaker(a, i);
        if (!pacta_is(a->work, i, CLASS_DETERMINER) && !pacta_is(a->work, i, CLASS_PREPOSITION) &&
            !pacta_is(a->work, i, CLASS_CLAUSE_OPENER))
            return false;
    }
    return false;
}

static bool is_reporting(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_CUE) || pacta_is(a->work, token, CLASS_CUE_WEAK) ||
           pacta_is(a->work, token, CLASS_CUE_PARTICIPLE);
}

/* Set as titles are: capitals but for small words; and no shouting. */
static bool is_title_cased(const shape *s) {
    return s->words >= 2 && s->words <= 16 && s->small == 0 && s->capitals >= 2 && s->capital && !s->ends &&
           (s->shouted < s->words || s->words <= SHORT);
}

/* A title that takes the sentence's stop inside: fans of "Ink and Water." */
static bool follows_small_word(const pacta_attribution *a) {
    return a->first > a->low && (pacta_is(a->work, a->first - 1, CLASS_PREPOSITION) ||
                                 pacta_is(a->work, a->first - 1, CLASS_DETERMINER) ||
                                 pacta_is(a->work, a->first - 1, CLASS_LIST_JOINER));
}

/* Rosner, "Doors and Walls," Law Quarterly 12 (2019): a work in a note, with a figure and
 * nobody who says something behind it. */
static bool is_cited_work(const pacta_attribution *a, bool comma) {
    bool figure = false;
    if (!comma || a->end >= a->high || (pacta_cut_at(a->work, a->end)->flags & TOKEN_UPPER) == 0)
        return false;
    for (uint32_t i = a->end; i < a->high; i++) {
        if (is_reporting(a, i))
            return false;
        figure = figure || pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_NUMBER;
    }
    return figure;
}

static bool is_title(const pacta_attribution *a, const shape *s) {
    if (a->first > a->low && is_reporting(a, a->first - 1) &&
        !pacta_is(a->work, a->first - 1, CLASS_WORK_SIGN))
        return false;
    uint32_t comma = a->first > a->low && pacta_is_char(a->work, a->first - 1, ',');
    if (a->first > a->low + 1 &&
        pacta_reference_in(a->work, a->first - 1 - comma, a->first - comma) != PACTA_NONE)
        return false; /* its third article, "..." */
    bool direct = stands_before(a, CLASS_WORK_SIGN, 1);
    if (s->capital && s->ends && s->small == 0 && s->capitals >= 2 && s->words <= 16)
        return follows_small_word(a) || stands_before(a, CLASS_WORK_SIGN, 1) || is_cited_work(a, comma) ||
               (comma && stands_before(a, CLASS_WORK_SIGN, WORK_REACH) &&
                !is_reporting(a, a->first - 2)); /* a book on salt, "White." */
    if (!s->capital || s->ends || s->words > 20)
        return false;
    return is_title_cased(s) || direct ||
           (stands_before(a, CLASS_WORK_SIGN, 10) && a->first > a->low && a->end < a->high &&
            pacta_is_char(a->work, a->first - 1, ',') && pacta_is_char(a->work, a->end, ','));
}

/* A text that changes another one: "... shall be replaced by". */
static bool amends(const pacta_attribution *a, uint32_t first, uint32_t end) {
    const pacta_work *work = a->work;
    for (uint32_t i = first; i < end && i - first < 120; i++) {
        bool verb = pacta_is(work, i, CLASS_AMENDING) || (pacta_is(work, i, CLASS_CUE_READING) && i > first);
        if (!verb)
            continue;
        for (uint32_t n = 1; n <= 3 && i >= first + n; n++) {
            if (pacta_is(work, i - n, CLASS_MODAL))
                return true;
            if (pacta_is(work, i, CLASS_AMENDING) && pacta_is(work, i - n, CLASS_BE))
                return true;
        }
    }
    return false;
}

/* the words "..."; the words "..." shall be replaced by "..." */
static bool follows_words(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t previous = work->quoted.items[a->index].previous;
    bool earlier = previous != PACTA_NONE && work->quoted.items[previous].first > a->low;
    return (a->first > a->low && pacta_is(work, a->first - 1, CLASS_WORDS_SIGN)) ||
           (earlier && pacta_is(work, work->quoted.items[previous].first - 1, CLASS_WORDS_SIGN));
}

bool pacta_stands_in_amendment(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (work->document->info.form == PACTA_FORM_PRESS && !follows_words(a))
        return false;
    uint32_t begin = a->low + 60 < a->first ? a->first - 60 : a->low;
    if (amends(a, begin, a->first) || amends(a, a->end, a->high))
        return true;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    if (a->passage == 0 || a->first != passage->first_token)
        return false;
    const pacta_passage *before = passage - 1;
    return before->end_token > before->first_token && pacta_is_char(work, before->end_token - 1, ':') &&
           amends(a, before->first_token, before->end_token);
}

/* proposed replacing "should" with "shall": words of a draft. */
static bool is_reworded(const pacta_attribution *a, const shape *s) {
    const pacta_work *work = a->work;
    const uint32_t previous = work->quoted.items[a->index].previous;
    if (a->first <= a->low || s->words > REWORDED || s->ends)
        return false;
    if (pacta_is(work, a->first - 1, CLASS_REWORDING))
        return true;
    return previous != PACTA_NONE && work->quoted.items[previous].end + 1 == a->first &&
           work->quoted.items[previous].first > a->low && pacta_is(work, a->first - 1, CLASS_PREPOSITION) &&
           pacta_is(work, work->quoted.items[previous].first - 1, CLASS_REWORDING);
}

/* the heading shall read "Lamps and oil" */
static bool is_new_heading(const pacta_attribution *a, const shape *s) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < NORM_REACH; n++)
        if (pacta_is(a->work, i, CLASS_WORK_SIGN) && !pacta_is(a->work, i, CLASS_UNIT))
            return s->capital && !s->ends && pacta_is(a->work, a->first - 1, CLASS_CUE_READING);
    return false;
}

/* 'NO WAY BACK', SAYS ENVOY */
static bool is_said(const pacta_attribution *a) {
    uint32_t verb = a->end + 1;
    if (a->first > a->low && pacta_is_char(a->work, a->first - 1, ',')) /* The report, "Lamps", said */
        return false;
    return verb + 1 < a->high && pacta_is_char(a->work, a->end, ',') && pacta_is(a->work, verb, CLASS_CUE) &&
           !pacta_is(a->work, verb, CLASS_NOUN_LIKE);
}

bool pacta_is_named_only(const pacta_attribution *a, pacta_quotation_kind *kind) {
    const pacta_quotation *quotation = pacta_quotation_of(a);
    const pacta_quotation *quotations = a->work->document->quotations.items;
    shape s = shape_of(a);
    bool words = false;
    *kind = PACTA_QUOTATION_TERM;
    if (is_said(a))
        return false;
    if (pacta_is_title_mark(a->work, a->first)) {
        *kind = PACTA_QUOTATION_TITLE;
        return true;
    }
    if (is_defined_in_brackets(a, &s) || is_defined(a, &s) || is_nickname(a, &s) || is_subject(a, &s) ||
        is_apposed(a, &s) || is_single_letter(a) || is_own_name(a, &s) || is_byname(a, &s))
        return true;
    if (quotation->continues != PACTA_NONE &&
        quotations[quotation->continues].source.kind == PACTA_SOURCE_NONE &&
        quotations[quotation->continues].kind == PACTA_QUOTATION_PROVISION) {
        *kind = PACTA_QUOTATION_PROVISION;
        return true;
    }
    if (is_title_cased(&s) && stands_before(a, CLASS_WORK_SIGN, WORK_REACH) && a->first > a->low &&
        !is_reporting(a, a->first - 1)) {
        *kind = PACTA_QUOTATION_TITLE;
        return true;
    }
    if (pacta_stands_in_amendment(a)) {
        *kind = is_new_heading(a, &s) ? PACTA_QUOTATION_TITLE : PACTA_QUOTATION_PROVISION;
        return true;
    }
    if (is_reworded(a, &s)) {
        *kind = PACTA_QUOTATION_PROVISION;
        return true;
    }
    if (is_called(a, &words)) {
        bool work = is_title_cased(&s) && stands_before(a, CLASS_WORK_SIGN, WORK_REACH);
        *kind = words  ? PACTA_QUOTATION_PROVISION
                : work ? PACTA_QUOTATION_TITLE /* the film was called "The Lamp" */
                       : PACTA_QUOTATION_TERM;
        return s.words <= TERM_WORDS;
    }
    *kind = PACTA_QUOTATION_TITLE;
    return is_title(a, &s);
}

/* ---- Words that somebody says --------------------------------------------------------------- */

/* "The agreement said neither side would ..." */
static bool tells_of_instrument(const pacta_attribution *a) {
    for (uint32_t i = a->first + 2; i < a->end && i - a->first <= 7; i++)
        if (pacta_is(a->work, i, CLASS_CUE) || pacta_is(a->work, i, CLASS_CUE_TEXT)) {
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
    return source->kind == PACTA_SOURCE_PERSON ||
           (source->kind == PACTA_SOURCE_PRONOUN &&
            pacta_is(a->work, pacta_token_at(a->work, source->span.begin), CLASS_PERSONAL));
}

/* "We had hoped so," it said: a letter's words, and no provision's. */
static bool is_told_in_first_person(const pacta_source *source, const shape *s) {
    return source->kind == PACTA_SOURCE_PRONOUN && s->speaks && !s->norm && !s->binds;
}

/* "Keepers may row," it reads: a rule that somebody has written down. */
static bool is_read_out(const pacta_attribution *a, const pacta_source *source, const shape *s) {
    return source->kind == PACTA_SOURCE_PRONOUN && !is_person(a, source) && s->modal && !s->speaks;
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

pacta_quotation_kind pacta_kind_of(const pacta_attribution *a) {
    const pacta_quotation *quotation = pacta_quotation_of(a);
    const pacta_source *source = &quotation->source;
    bool treaty = a->work->document->info.form == PACTA_FORM_TREATY;
    shape s = shape_of(a);
    bool sign = follows_sign(a);
    bool reading = quotation->cue.end > 0 &&
                   pacta_is(a->work, pacta_token_at(a->work, quotation->cue.begin), CLASS_CUE_READING);
    if (is_told_in_first_person(source, &s))
        return PACTA_QUOTATION_STATEMENT;
    if (a->cited || pacta_is_text_source(a, source) || (s.norm && !(s.speaks && is_person(a, source))) ||
        (!is_person(a, source) && tells_of_instrument(a)) || (sign && reading) ||
        (reading && is_read_out(a, source, &s)))
        return PACTA_QUOTATION_PROVISION;
    if (source->kind != PACTA_SOURCE_PERSON && source->kind != PACTA_SOURCE_NONE && led_in_by_parties(a))
        return PACTA_QUOTATION_PROVISION;
    if (s.words > SHORT && !is_person(a, source) && pacta_stands_under_text(a))
        return PACTA_QUOTATION_PROVISION;
    if (source->kind != PACTA_SOURCE_NONE || a->passive)
        return PACTA_QUOTATION_STATEMENT;
    if ((sign && speaks_of_text(a)) || (s.binds && a->work->names.count > 0))
        return PACTA_QUOTATION_PROVISION;
    if (pacta_repeats_provision(a))
        return PACTA_QUOTATION_PROVISION;
    if (treaty)
        return s.words <= TERM_WORDS ? PACTA_QUOTATION_TERM : PACTA_QUOTATION_PROVISION;
    return s.words <= SHORT && !s.ends && !s.parted ? PACTA_QUOTATION_TERM : PACTA_QUOTATION_STATEMENT;
}
