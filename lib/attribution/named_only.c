/* Quotations that nobody says: a term set off, a name, a title, the words themselves of
 * which something is said. */
#include "attribution/attribution.h"
#include "find/marks.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum {
    WORK_REACH = 14,
    IN_BRACKETS = 6,
    BESIDE = 4,
    KNOWN_REACH = 7,
    TITLE_WORDS = 48,
    SET_OFF_WORDS = 20,
    FELLOWS = 8
};

static bool stands_before(const pacta_attribution *a, pacta_class class, uint32_t reach) {
    for (uint32_t i = a->first, n = 0; i-- > a->low && n < reach; n++)
        if (pacta_is(a->work, i, class))
            return true;
    return false;
}

/* (the "Line" or the "Bank"): another name stands beside it. */
static bool has_fellow(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    const uint32_t next = a->end + 1 + pacta_is(work, a->end + 1, CLASS_DETERMINER);
    return pacta_is(work, a->end, CLASS_LIST_JOINER) && next < a->high &&
           pacta_cut_at(work, next)->kind == PACTA_TOKEN_QUOTE;
}

/* (the "Line"); (hereinafter "the Parties") */
static bool is_defined_in_brackets(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    const pacta_work *work = a->work;
    uint32_t i = a->first;
    bool article = s->capital || pacta_is(work, a->first + 1, CLASS_DETERMINER);
    if (pacta_is(work, a->first + 1, CLASS_MODAL)) /* (the claim "may be examined") */
        return false;
    for (uint32_t n = 0, closed = 0, most = IN_BRACKETS; i-- > a->low && n < most; n++) {
        if (n < IN_BRACKETS && pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            most = IN_BRACKETS + BESIDE;       /* (the "Line" or the "Bank") */
        closed += pacta_is_char(work, i, ')'); /* by Article 1 (f), "a lamp" */
        if (pacta_is_char(work, i, '(') && closed-- == 0)
            return article && s->words <= TERM_WORDS && a->end < a->high &&
                   (pacta_cut_at(a->work, a->end)->kind == PACTA_TOKEN_SYMBOL || has_fellow(a)) && !s->ends;
        article = article || pacta_is(work, i, CLASS_DETERMINER);
    }
    return false;
}

/* , hereinafter referred to as "the Bank", */
static bool is_named_hereinafter(const pacta_attribution *a) {
    enum { REACH = 7 };
    for (uint32_t i = a->first; i-- > a->low && a->first - i < REACH;) {
        if (pacta_is(a->work, i, CLASS_HEREINAFTER))
            return a->shape.words <= TERM_WORDS && !a->shape.ends;
        if (pacta_cut_at(a->work, i)->kind != PACTA_TOKEN_WORD)
            break;
    }
    return false;
}

/* [, "Bank" and "Bar"]: the token behind what is named beside it, each in marks. */
static uint32_t behind_fellows(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t at = a->end;
    for (uint32_t n = 0; n < FELLOWS; n++) {
        uint32_t open = at;
        while (open < a->high && (pacta_is_char(work, open, ',') || pacta_is(work, open, CLASS_LIST_JOINER)))
            open++;
        if (open >= a->high || pacta_cut_at(work, open)->kind != PACTA_TOKEN_QUOTE)
            return at;
        uint32_t close = open + 1;
        while (close < a->high && close - open <= TERM_WORDS &&
               pacta_cut_at(work, close)->kind != PACTA_TOKEN_QUOTE)
            close++;
        if (close >= a->high || pacta_cut_at(work, close)->kind != PACTA_TOKEN_QUOTE)
            return at;
        at = close + 1;
    }
    return at;
}

/* "Basin" means the catchment area; what "emergency" means; "Basin" and "Bank" mean */
static bool is_defined(const pacta_attribution *a) {
    uint32_t at = behind_fellows(a);
    const uint32_t behind = at;
    while (at < a->high && at - behind < 3 &&
           (pacta_is(a->work, at, CLASS_MODAL) || pacta_is(a->work, at, CLASS_BE)))
        at++;
    return at < a->high && a->shape.words <= TERM_WORDS && !a->shape.ends &&
           pacta_is(a->work, at, CLASS_DEFINES);
}

/* A "lamp" is, by Article 1, ...: what the sentence says more of. */
static bool is_told_of(const pacta_attribution *a) {
    return a->first == a->low + 1 && pacta_is(a->work, a->low, CLASS_INDEFINITE) &&
           a->shape.words <= TERM_WORDS && !a->shape.ends && a->end < a->high &&
           pacta_is(a->work, a->end, CLASS_BE);
}

/* "calming", as it is known there; "paper water", a term that nobody explains */
static bool is_known_behind(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->shape.words > FEW_WORDS || a->end + 3 >= a->high || !pacta_is_char(work, a->end, ','))
        return false;
    if (pacta_is(work, a->end + 1, CLASS_INDEFINITE) && pacta_is(work, a->end + 2, CLASS_TERM_SIGN) &&
        !pacta_is(work, a->end + 2, CLASS_CUE_ACCOUNT)) /* a phrase that somebody chose */
        return pacta_is(work, a->end + 3, CLASS_SUBJECT_RELATIVE);
    if (!pacta_is(work, a->end + 1, CLASS_LINK))
        return false;
    for (uint32_t i = a->end + 3; i < a->high && i - a->end < KNOWN_REACH; i++)
        if (pacta_is(work, i, CLASS_TERM_SIGN) && pacta_is(work, i - 1, CLASS_BE))
            return true;
    return false;
}

/* Sailors have a name for what it divides: "paper water." */
static bool is_named_for(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->shape.words > FEW_WORDS || a->first <= a->low + 3 || !pacta_is_char(work, a->first - 1, ':'))
        return false;
    for (uint32_t i = a->first - 2; i > a->low && a->first - i < WORK_REACH; i--)
        if (pacta_is(work, i, CLASS_NAMING_NOUN) && pacta_is(work, i - 1, CLASS_INDEFINITE) &&
            pacta_is(work, i + 1, CLASS_PREPOSITION))
            return true;
    return false;
}

/* Jeremy "Spike" Holm */
static bool is_nickname(const pacta_attribution *a) {
    if (a->shape.words > FEW_WORDS || a->shape.ends || a->first <= a->low || a->end >= a->high)
        return false;
    return pacta_is_capital(a->work, a->first - 1) && pacta_is_capital(a->work, a->end) &&
           pacta_is_word(a->work, a->first - 1) && !pacta_is(a->work, a->first - 1, CLASS_WEEKDAY) &&
           ((pacta_cut_at(a->work, a->first - 1)->flags | pacta_cut_at(a->work, a->end)->flags) &
            TOKEN_CAPS) == 0;
}

/* "Basin" is a new word: the words themselves are spoken of. */
static bool is_subject(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    bool begins = a->opens || (a->first > a->low && pacta_is_char(a->work, a->first - 1, ':'));
    return begins && s->words <= FEW_WORDS && !s->ends && !s->parted && a->end < a->high &&
           (pacta_is(a->work, a->end, CLASS_BE) || pacta_is(a->work, a->end, CLASS_MODAL));
}

/* "B" shares: a letter that tells one thing from others. */
static bool is_single_letter(const pacta_attribution *a) {
    const pacta_cut *word = pacta_cut_at(a->work, a->first + 1);
    return a->end == a->first + 3 && word->end - word->begin <= 2 && (word->flags & TOKEN_UPPER) != 0;
}

/* calls himself "Orla Jack": a name that somebody goes by */
static bool is_own_name(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    return s->words <= FEW_WORDS && s->capital && !s->ends && a->first > a->low + 1 &&
           pacta_is(a->work, a->first - 1, CLASS_REFLEXIVE) &&
           pacta_is(a->work, a->first - 2, CLASS_CUE_WEAK);
}

/* she is "the Comma" */
static bool is_byname(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    return a->first > a->low && pacta_is(a->work, a->first - 1, CLASS_BE) && s->words == 2 && !s->ends &&
           pacta_is(a->work, a->first + 1, CLASS_DETERMINER) && s->small <= 1 &&
           (pacta_cut_at(a->work, a->first + 2)->flags & TOKEN_UPPER) != 0;
}

/* Article 5, the "inner" exception */
static bool is_apposed(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t article = a->first - (a->first > a->low);
    if (a->shape.words > FEW_WORDS || a->shape.ends || a->end >= a->high || article <= a->low ||
        !pacta_is_definite(work, article))
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
    if (pacta_has_agent_behind(a))
        return true;
    if (pacta_verb_is_passive(work, a->low, verb))
        return false;
    pacta_phrase p = pacta_phrase_before(work, a->low, verb);
    if (p.first >= p.end)
        return false;
    uint32_t before = p.first > a->low ? p.first - 1 : p.first;
    if (pacta_is(work, p.first, CLASS_SPEAKER) && pacta_is(work, p.end, CLASS_FORECAST))
        return false; /* what I will call the "paper rule" */
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

/* the expression "on loan" in paragraph 1 (b): a provision's own words; but: the term "loan" in
 * this Article means. */
static bool stands_in_provision(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t reference = pacta_place_behind(a);
    if (reference == PACTA_NONE && a->end + 1 < a->high &&
        (pacta_is(work, a->end, CLASS_LOCATION) || pacta_is_char(work, a->end, '(')))
        reference = pacta_reference_in(work, a->end + 1, a->end + 2);
    return reference != PACTA_NONE &&
           !pacta_is(work, pacta_reference_phrase(work, reference).end, CLASS_DEFINES);
}

/* He told the council that this meant "a bridge or nothing": whatever he meant by it. */
static bool is_told_meaning(const pacta_attribution *a, uint32_t verb) {
    return verb >= a->low + 2 && pacta_is(a->work, verb - 1, CLASS_DEMONSTRATIVE) &&
           pacta_is(a->work, verb - 2, CLASS_CLAUSE_OPENER);
}

/* so-called "climate club"; known as "the Lanterns"; the word "forest"; defines
 * "waters" as; which means "lamp" */
static bool is_called(const pacta_attribution *a, bool *words) {
    uint32_t i = a->first;
    if (is_known_as(a))
        return true;
    if (pacta_is(a->work, i + 1, CLASS_RELATIVE)) /* the meaning "which fits both": goes on */
        return false;
    if (i > a->low && (pacta_is(a->work, i - 1, CLASS_DEFINING) || pacta_is(a->work, i - 1, CLASS_DEFINES)))
        return !is_told_meaning(a, i - 1);
    if (i > a->low && pacta_is(a->work, i - 1, CLASS_NAMING_VERB))
        return !has_speaker(a, i - 1);
    for (uint32_t n = 0; i-- > a->low && n < 2; n++) {
        bool joined =
            n == 0 || pacta_is(a->work, i + 1, CLASS_PREPOSITION); /* and no: the notion a "waste" */
        if (joined && pacta_is(a->work, i, CLASS_TERM_SIGN)) {
            bool words_sign = pacta_is(a->work, i, CLASS_WORDS_SIGN);
            pacta_phrase speaker;
            if (words_sign && n == 0 && pacta_find_with_words(a, &speaker))
                return false;
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
static bool is_title_cased(const pacta_shape *s) {
    return s->words >= 2 && s->words <= TITLE_WORDS && s->small == 0 && s->capitals >= 2 && s->capital &&
           !s->ends && (s->shouted < s->words || s->words <= FEW_WORDS);
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
    const bool volume = a->end + 1 < a->high && pacta_cut_at(a->work, a->end)->kind == PACTA_TOKEN_NUMBER;
    if (!comma || a->end >= a->high ||
        (pacta_cut_at(a->work, a->end + volume)->flags & TOKEN_UPPER) == 0) /* 14 Lamp L. Rev. 201 */
        return false;
    for (uint32_t i = a->end; i < a->high; i++) {
        if (is_reporting(a, i))
            return false;
        figure = figure || pacta_cut_at(a->work, i)->kind == PACTA_TOKEN_NUMBER;
    }
    return figure;
}

/* "Ink and Water," a novel of the coast */
static bool is_work_behind(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    const uint32_t article = a->end + (a->end < a->high && pacta_is_char(a->work, a->end, ','));
    if (!s->capital || s->small > 0 || s->capitals < 2 || article + 1 >= a->high ||
        !pacta_is(a->work, article, CLASS_INDEFINITE) ||
        (article == a->end && !pacta_is_char(a->work, a->end - 2, ',')))
        return false;
    return pacta_is(a->work, article + 1, CLASS_WORK_SIGN) ||
           (article + 2 < a->high && pacta_is(a->work, article + 2, CLASS_WORK_SIGN));
}

/* "Subject to Article 5": it cites, and not at once. */
static bool cites_inside(const pacta_attribution *a) {
    return a->end > a->first + 4 && a->shape.words <= TERM_WORDS &&
           pacta_reference_in(a->work, a->first + 2, a->end - 1) != PACTA_NONE &&
           pacta_reference_in(a->work, a->first + 1, a->first + 2) == PACTA_NONE;
}

static bool is_title(const pacta_attribution *a) {
    const pacta_shape *s = &a->shape;
    if (is_work_behind(a))
        return true;
    if (cites_inside(a) && !stands_before(a, CLASS_WORK_SIGN, 1))
        return false;
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
    if (!s->capital || s->ends)
        return false;
    const bool set_off = stands_before(a, CLASS_WORK_SIGN, 10) && a->first > a->low && a->end < a->high &&
                         pacta_is_char(a->work, a->first - 1, ',') && pacta_is_char(a->work, a->end, ',');
    return is_title_cased(s) || (s->words <= SET_OFF_WORDS && (direct || set_off));
}

/* 'NO WAY BACK', SAYS ENVOY */
static bool is_said(const pacta_attribution *a) {
    uint32_t verb = a->end + 1;
    if (a->first > a->low && pacta_is_char(a->work, a->first - 1, ',')) /* The report, "Lamps", said */
        return false;
    return verb + 1 < a->high && pacta_is_char(a->work, a->end, ',') && pacta_is(a->work, verb, CLASS_CUE) &&
           !pacta_is(a->work, verb, CLASS_NOUN_LIKE);
}

/* (‘Silent Lamps’, 8 Lamp Journal 77): a work, and where it stands or when it came out. */
static bool is_work_in_brackets(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->first <= a->low || !pacta_is_char(work, a->first - 1, '(') || !is_title_cased(&a->shape) ||
        a->end + 2 >= a->high || !pacta_is_char(work, a->end, ','))
        return false;
    for (uint32_t i = a->end + 1; i < a->high && !pacta_is_char(work, i, ')'); i++)
        if (pacta_cut_at(work, i)->kind == PACTA_TOKEN_NUMBER)
            return true;
    return false;
}

/* Article 17 ("Duration"): its heading; but: Article 17 ("the Line"). */
static bool is_heading_in_brackets(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_shape *s = &a->shape;
    if (a->first < a->low + 3 || a->end >= a->high || !pacta_is_char(work, a->first - 1, '(') ||
        !pacta_is_char(work, a->end, ')') || !s->capital || s->shouted > 0 ||
        pacta_is(work, a->first + 1, CLASS_DETERMINER))
        return false;
    const uint32_t reference = pacta_reference_in(work, a->first - 2, a->first - 1);
    return reference != PACTA_NONE && work->document->references.items[reference].target_count > 0 &&
           pacta_reference_phrase(work, reference).first + 2 >= a->first - 1; /* no name behind the number */
}

/* The verb is "will": a word of its kind. */
static bool is_named_word(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    uint32_t be = a->first - 1;
    return a->first > a->low + 2 && a->shape.words == 1 && pacta_is(work, be, CLASS_BE) &&
           pacta_is(work, be - 1, CLASS_TERM_SIGN) && pacta_is(work, be - 2, CLASS_DETERMINER);
}

/* the "Social Insurance Bank", in a treaty: a name, and not that of a text. */
static bool names_office(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (work->document->info.form != PACTA_FORM_TREATY || a->shape.words > TERM_WORDS ||
        stands_before(a, CLASS_WORK_SIGN, WORK_REACH))
        return false;
    const uint32_t first = a->first + 1, end = a->end - 1;
    return !pacta_has(work, first, end, CLASS_INSTRUMENT_NOUN) &&
           !pacta_has(work, first, end, CLASS_WORK_SIGN) && !pacta_has(work, first, end, CLASS_TITLE_OPENER);
}

bool pacta_is_named_only(const pacta_attribution *a, pacta_quotation_kind *kind) {
    const pacta_quotation *quotation = pacta_quotation_of(a);
    const pacta_quotation *quotations = a->work->document->quotations.items;
    bool words = false;
    *kind = PACTA_QUOTATION_TERM;
    if (is_said(a))
        return false;
    if (pacta_is_title_mark(a->work, a->first) || is_work_in_brackets(a) || is_heading_in_brackets(a)) {
        *kind = PACTA_QUOTATION_TITLE;
        return true;
    }
    if (is_defined_in_brackets(a) || is_named_hereinafter(a) || is_defined(a) || is_nickname(a) ||
        is_subject(a) || is_apposed(a) || is_told_of(a) || is_known_behind(a) || is_named_for(a) ||
        is_single_letter(a) || is_named_word(a) || is_own_name(a) || is_byname(a))
        return true;
    if (quotation->continues != PACTA_NONE &&
        quotations[quotation->continues].source.kind == PACTA_SOURCE_NONE &&
        quotations[quotation->continues].kind == PACTA_QUOTATION_PROVISION) {
        *kind = PACTA_QUOTATION_PROVISION;
        return true;
    }
    if (is_title_cased(&a->shape) && stands_before(a, CLASS_WORK_SIGN, WORK_REACH) && a->first > a->low &&
        !is_reporting(a, a->first - 1)) {
        *kind = PACTA_QUOTATION_TITLE;
        return true;
    }
    if (pacta_stands_in_amendment(a)) {
        *kind = pacta_is_new_heading(a) ? PACTA_QUOTATION_TITLE : PACTA_QUOTATION_PROVISION;
        return true;
    }
    if (pacta_is_reworded(a)) {
        *kind = PACTA_QUOTATION_PROVISION;
        return true;
    }
    if (is_called(a, &words)) {
        bool work = is_title_cased(&a->shape) && stands_before(a, CLASS_WORK_SIGN, WORK_REACH);
        *kind = words  ? PACTA_QUOTATION_PROVISION
                : work ? PACTA_QUOTATION_TITLE /* the film was called "The Lamp" */
                       : PACTA_QUOTATION_TERM;
        return a->shape.words <= TERM_WORDS;
    }
    const bool title = is_title(a);
    *kind = title && names_office(a) ? PACTA_QUOTATION_TERM : PACTA_QUOTATION_TITLE;
    return title;
}
