/* A reporter's modals are his own ("the vote may be close") unless the words
 * around them give them to an instrument: it says so, it is the ground ("under
 * Article 4"), it is cited in brackets, its words are quoted beside them. */
#include "clauses/norms.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum {
    BASIS_TOKENS = 6,
    ANCHOR_TOKENS = 4,
    PARTY_TOKENS = 8,
    STEP_BACK = 24,
    ASIDE_TOKENS = 40,
    ASIDE_COMMAS = 3,
    DATE_TOKENS = 6,
    MADE_TOKENS = 10,
    BLOCK = 6, /* passages, and what they have in all: */
    BLOCK_TOKENS = 800,
    APPOSED_TOKENS = 6,
    BRACKET_TOKENS = 12,
    LIMB_REACH = 24
};

typedef struct reading {
    const pacta_work *work;
    uint32_t first, end;
    const pacta_telling *before; /* of the sentence before, or NULL */
    uint32_t cited;              /* the reference before the token in hand, or PACTA_NONE */
    pacta_telling report;
} reading;

bool pacta_report_holds(const pacta_telling *report, uint32_t token) {
    return report->from != PACTA_NONE && token >= report->from;
}

/* the article, that paragraph: of a text that has cited one. */
static bool is_article(const pacta_work *work, uint32_t low, uint32_t token) {
    const uint8_t unit = pacta_word_of(work, token)->unit;
    if (unit == 0 || token <= low || !pacta_is_definite(work, token - 1) ||
        work->document->references.count == 0)
        return false;
    const pacta_level level = work->rules->units.items[unit - 1].level;
    return level == LEVEL_ARTICLE || level == LEVEL_ITEM;
}

/* The Nets Act (the "Act") forbids: the token before a bracket that names what stands before
 * it, or the one before `until`. */
static uint32_t before_bracket(const pacta_work *work, uint32_t low, uint32_t until) {
    if (!pacta_is_char(work, until - 1, ')') || pacta_reference_in(work, until - 1, until) != PACTA_NONE)
        return until - 1;
    for (uint32_t i = until - 1; i-- > low + 1 && until - i < BRACKET_TOKENS;)
        if (pacta_is_char(work, i, '(')) /* Article 3 (Scope) forbids */
            return pacta_name_until(work, i) != PACTA_NONE || pacta_reference_in(work, i - 1, i) != PACTA_NONE
                       ? i
                       : until - 1;
    return until - 1;
}

/* Articles 3 and 4 both forbid */
static bool is_spread(const pacta_work *work, uint32_t low, uint32_t token) {
    return pacta_is(work, token, CLASS_QUANTIFIER) && !pacta_is(work, token, CLASS_NEGATION) &&
           token > low + 1 && !pacta_opens_noun(work, token - 1) &&
           !pacta_is(work, token - 1, CLASS_PREPOSITION);
}

/* The words before `end`: a reference or name, adverbs and words between
 * commas stepped over. Returns where it begins, or `end`. */
static uint32_t instrument_until(const pacta_work *work, uint32_t low, uint32_t end, uint32_t *reference,
                                 uint32_t *name) {
    uint32_t until = end;
    *reference = *name = PACTA_NONE;
    while (until > low && end - until < STEP_BACK &&
           (pacta_stands_between(work, until - 1) || pacta_is(work, until - 1, CLASS_MODAL) ||
            pacta_is(work, until - 1, CLASS_REFLEXIVE) || is_spread(work, low, until - 1) ||
            pacta_is_char(work, until - 1, ')') ||
            (pacta_is(work, until - 1, CLASS_RELATIVE) && until > low + 1)))
        until = before_bracket(work, low, until);
    if (until > low && pacta_is_char(work, until - 1, ','))
        until--;
    while (until > low && until < end &&
           pacta_is(work, until - 1, CLASS_ADVERB)) /* Article 4 instead, which */
        until--;
    if (until > low + 2 && pacta_cut_at(work, until - 1)->kind == PACTA_TOKEN_NUMBER && /* of 1992 */
        pacta_is(work, until - 2, CLASS_PART_OF) && pacta_name_until(work, until - 2) != PACTA_NONE)
        until -= 2;
    if (until == low)
        return end;
    *reference = pacta_reference_in(work, until - 1, until);
    if (*reference != PACTA_NONE)
        return pacta_token_at(work, work->document->references.items[*reference].span.begin);
    *name = pacta_name_until(work, until);
    if (*name != PACTA_NONE)
        return work->names.items[*name].first;
    if (until < end && pacta_is(work, until, CLASS_RELATIVE) && pacta_is(work, until, CLASS_DEMONSTRATIVE) &&
        until > low &&
        (until == low + 1 || !pacta_opens_phrase(work, until - 2))) /* instruments that bind the state */
        return end;
    bool noun = pacta_is(work, until - 1, CLASS_GENERIC) ||
                pacta_is(work, until - 1, CLASS_INSTRUMENT_NOUN) ||
                pacta_is(work, until - 1, CLASS_TEXT_NOUN) || is_article(work, low, until - 1);
    return noun ? until - 1 : end;
}

/* Article 3, a single clause that bans: where the comma stands, or `low`. */
static uint32_t apposed_at(const pacta_work *work, uint32_t low, uint32_t relative) {
    for (uint32_t i = relative; i > low + 1 && relative - i < APPOSED_TOKENS; i--) {
        if (pacta_is_char(work, i - 1, ','))
            return pacta_is(work, i, CLASS_DETERMINER) ? i - 1 : low;
        const uint8_t kind = pacta_cut_at(work, i - 1)->kind;
        if (pacta_is(work, i - 1, CLASS_FINITE) ||
            (kind != PACTA_TOKEN_WORD && kind != PACTA_TOKEN_NUMBER)) /* a relic of 1871 which */
            return low;
    }
    return low;
}

/* the pact -- Amber to all here -- binds: where the first dash stands, or `low`. */
static uint32_t dashed_at(const pacta_work *work, uint32_t low, uint32_t token) {
    if (!pacta_is_dash(work, token - 1))
        return low;
    for (uint32_t i = token - 1; i > low && token - i < ASIDE_TOKENS; i--)
        if (pacta_is_dash(work, i - 1))
            return i - 1;
    return low;
}

/* Article 3, added, in May, bans: an aside may have commas of its own. */
static uint32_t aside_until(const pacta_work *work, uint32_t low, uint32_t token, uint32_t *reference,
                            uint32_t *name) {
    uint32_t commas = 0;
    for (uint32_t comma = token - 1; comma > low && token - comma < ASIDE_TOKENS && commas < ASIDE_COMMAS;
         comma--) {
        if (!pacta_is_char(work, comma - 1, ','))
            continue;
        commas++;
        const bool opens = commas == 1 || pacta_is(work, comma, CLASS_RELATIVE) ||
                           pacta_ends_as(work, comma, CLASS_PAST_ENDING);
        if (opens && instrument_until(work, low, comma - 1, reference, name) < comma - 1)
            return comma - 1;
    }
    return token;
}

/* Article 3, added at the last minute, bans; Article 3, the old clause, which bans; the pact
 * -- Amber to all here -- bans */
static bool follows_aside(const pacta_work *work, uint32_t low, uint32_t token, uint32_t *reference,
                          uint32_t *name) {
    bool relative = token > low && pacta_is(work, token - 1, CLASS_RELATIVE);
    token -= relative;
    if (token <= low + 1)
        return false;
    uint32_t apposed = relative ? apposed_at(work, low, token) : dashed_at(work, low, token);
    if (apposed > low)
        return instrument_until(work, low, apposed, reference, name) < apposed;
    if (!pacta_is_char(work, token - 1, ','))
        return false;
    return aside_until(work, low, token, reference, name) < token;
}

/* a pact before dawn on Wednesday that bans */
static bool follows_date(const pacta_work *work, uint32_t low, uint32_t token, uint32_t *reference,
                         uint32_t *name) {
    if (token <= low + 2 || !pacta_is(work, token - 1, CLASS_RELATIVE) ||
        !(pacta_is(work, token - 2, CLASS_WEEKDAY) || pacta_is(work, token - 2, CLASS_TIME)))
        return false;
    for (uint32_t i = token - 2; i > low && token - i <= DATE_TOKENS; i--)
        if (instrument_until(work, low, i, reference, name) < i)
            return true;
    return false;
}

/* A treaty signed in Orla last week obliges: words that tell more of it. */
static bool follows_participle(const pacta_work *work, uint32_t low, uint32_t token, uint32_t *reference,
                               uint32_t *name) {
    for (uint32_t i = token - 1; i > low && token - i <= MADE_TOKENS; i--) {
        if (pacta_cut_at(work, i)->kind != PACTA_TOKEN_WORD &&
            pacta_cut_at(work, i)->kind != PACTA_TOKEN_NUMBER)
            return false;
        const bool made = pacta_ends_as(work, i, CLASS_PAST_ENDING) || pacta_is(work, i, CLASS_SIGNING);
        if (made && i + 1 < token && pacta_is(work, i + 1, CLASS_PREPOSITION))
            return instrument_until(work, low, i, reference, name) < i;
    }
    return false;
}

bool pacta_joins_verb(const pacta_work *work, const pacta_norm *norm, uint32_t token) {
    uint32_t before = token - 1;
    before -= before > norm->end && pacta_is(work, before, CLASS_CARRIED_ON); /* and it bars */
    bool joined = pacta_is(work, before, CLASS_LIST_JOINER) ||
                  (before < token - 1 && pacta_is(work, before, CLASS_SENTENCE_JOINER)) || /* but it bars */
                  (before == token - 1 && pacta_is_comma(work, before));
    const char *text = pacta_work_text(work);
    return joined &&
           text[pacta_cut_at(work, token)->end - 1] == text[pacta_cut_at(work, norm->first)->end - 1];
}

bool pacta_verb_of_instrument(const pacta_work *work, uint32_t low, uint32_t token, uint32_t *reference,
                              uint32_t *name) {
    if (token <= low)
        return false;
    if (instrument_until(work, low, token, reference, name) < token)
        return true;
    if (token > low + 2 && pacta_is(work, token - 1, CLASS_LIST_JOINER)) { /* requires ..., and allows */
        pacta_phrase subject = pacta_phrase_before(work, low, token);
        return subject.first <= low + 1 && subject.first < subject.end &&
               instrument_until(work, low, subject.end, reference, name) < subject.end;
    }
    return follows_aside(work, low, token, reference, name) ||
           follows_date(work, low, token, reference, name) ||
           (pacta_cut_at(work, token - 1)->kind == PACTA_TOKEN_WORD &&
            follows_participle(work, low, token, reference, name));
}

bool pacta_instrument_opens(const pacta_work *work, uint32_t low, uint32_t token) {
    uint32_t reference, name;
    while (token > low && pacta_is(work, token - 1, CLASS_ADVERB))
        token--;
    if (token == low || pacta_is(work, token - 1, CLASS_MODAL) || pacta_is(work, token - 1, CLASS_RELATIVE) ||
        pacta_stands_between(work, token - 1))
        return false;
    uint32_t first = instrument_until(work, low, token, &reference, &name);
    if (first == token)
        return false;
    while (first > low &&
           (pacta_is(work, first - 1, CLASS_DETERMINER) || pacta_is(work, first - 1, CLASS_SELF)))
        first--;
    return first == low || pacta_cut_at(work, first - 1)->kind == PACTA_TOKEN_SYMBOL;
}

pacta_span pacta_instrument_span(const pacta_work *work, uint32_t reference, uint32_t name) {
    if (reference != PACTA_NONE)
        return work->document->references.items[reference].span;
    const pacta_name *named = &work->names.items[name];
    return (pacta_span){pacta_cut_at(work, named->first)->begin, pacta_cut_at(work, named->end - 1)->end};
}

pacta_phrase pacta_named_subject(const pacta_work *work, const pacta_norm *norm) {
    if (norm->reference == PACTA_NONE && norm->name == PACTA_NONE)
        return (pacta_phrase){norm->first, norm->first};
    const pacta_span span = pacta_instrument_span(work, norm->reference, norm->name);
    return (pacta_phrase){pacta_token_at(work, span.begin), pacta_token_at(work, span.end - 1) + 1};
}

static void tell(reading *r, uint32_t from, uint32_t reference, uint32_t name) {
    if (r->report.from == PACTA_NONE || from < r->report.from)
        r->report.from = from;
    if (r->report.reference == PACTA_NONE && reference != PACTA_NONE) {
        r->report.reference = reference;
        r->report.source = pacta_instrument_span(r->work, reference, PACTA_NONE);
    } else if (r->report.source.end == 0 && name != PACTA_NONE) {
        r->report.name = name;
        r->report.source = pacta_instrument_span(r->work, PACTA_NONE, name);
    }
}

/* The reference or name that begins at the token or behind a small word. */
static bool instrument_from(const reading *r, uint32_t token, uint32_t reach, uint32_t *reference,
                            uint32_t *name) {
    *name = PACTA_NONE;
    for (uint32_t i = token; i < r->end && i - token < reach; i++) {
        *reference = pacta_reference_in(r->work, i, i + 1);
        if (*reference == PACTA_NONE)
            *name = pacta_name_from(r->work, i);
        if (*reference != PACTA_NONE || *name != PACTA_NONE)
            return true;
        if (!pacta_is(r->work, i, CLASS_OF) && !pacta_is(r->work, i, CLASS_DETERMINER) &&
            !pacta_is(r->work, i, CLASS_PHRASE_STOP) && !pacta_is(r->work, i, CLASS_SELF) &&
            !pacta_is(r->work, i, CLASS_TEXT_NOUN) && !pacta_is(r->work, i, CLASS_POSSESSIVE))
            return false;
    }
    return false;
}

/* ..., it says; what it says is: what the sentence before has cited. */
static bool is_carried(const reading *r, uint32_t token) {
    const pacta_work *work = r->work;
    return r->before != NULL && r->before->cites && token >= r->first + 2 &&
           pacta_is(work, token - 1, CLASS_NEUTER) &&
           (pacta_is_char(work, token - 2, ',') || /* what it says; , and it says */
            (token == r->first + 2 && pacta_is(work, r->first, CLASS_MUTE)) ||
            (token > r->first + 2 && pacta_is(work, token - 2, CLASS_LIST_JOINER) &&
             pacta_is_char(work, token - 3, ',')));
}

/* "Article 4 says", "says Article 4", ", the pact said,". */
static void read_saying(reading *r, uint32_t token) {
    uint32_t reference, name;
    if (is_carried(r, token))
        tell(r, r->first, r->before->reference, r->before->name);
    uint32_t subject = instrument_until(r->work, r->first, token, &reference, &name);
    if (subject < token) {
        while (subject > r->first && pacta_is(r->work, subject - 1, CLASS_DETERMINER))
            subject--;
        const pacta_cut *before = subject > r->first ? pacta_cut_at(r->work, subject - 1) : NULL;
        bool behind =
            before != NULL && (before->kind == PACTA_TOKEN_QUOTE || pacta_is_char(r->work, subject - 1, ','));
        tell(r, behind ? r->first : token, reference, name);
    } else if (token > r->first &&
               (pacta_cut_at(r->work, token - 1)->kind == PACTA_TOKEN_QUOTE ||
                pacta_is_char(r->work, token - 1, ',')) &&
               instrument_from(r, token + 1, 2, &reference, &name)) {
        tell(r, r->first, reference, name);
    } else if (token > r->first && pacta_is(r->work, token - 1, CLASS_LIST_JOINER) &&
               pacta_verb_of_instrument(r->work, r->first, token, &reference, &name)) {
        tell(r, token, reference, name); /* sets up a fund and says that */
    } else if (follows_aside(r->work, r->first, token, &reference, &name)) { /* Article 4, in turn, says */
        tell(r, token, reference, name);
    }
}

/* Money is short: under Article 4 ...: where the clause begins that the token stands in. */
static uint32_t clause_begin(const reading *r, uint32_t token) {
    for (uint32_t i = token; i > r->first && token - i < STEP_BACK; i--)
        if (pacta_is_char(r->work, i - 1, ':'))
            return i;
    return r->first;
}

/* "under Article 4", "as foreseen in Article 36"; "Article 4, under which". */
static void read_basis(reading *r, uint32_t token) {
    uint32_t reference, name, next = token + 1;
    if (next + 1 < r->end && pacta_is(r->work, next, CLASS_INFINITIVE))
        next++;
    if (next < r->end && pacta_is(r->work, next, CLASS_RELATIVE)) {
        if (instrument_until(r->work, r->first, token, &reference, &name) < token)
            tell(r, token, reference, name);
        else if (r->cited != PACTA_NONE)
            tell(r, token, r->cited, PACTA_NONE);
    } else if (instrument_from(r, token + 1, BASIS_TOKENS, &reference, &name))
        tell(r, clause_begin(r, token), reference, name);
}

/* "Each Party shall": a treaty's own way of speaking, given without marks. */
static void read_legal(reading *r, uint32_t token) {
    for (uint32_t i = token; i > r->first && token - i < PARTY_TOKENS; i--)
        if (pacta_is(r->work, i - 1, CLASS_PARTY) && (pacta_cut_at(r->work, i - 1)->flags & TOKEN_UPPER) != 0)
            tell(r, r->first, PACTA_NONE, PACTA_NONE);
}

/* "(Article 22)" */
static void read_brackets(reading *r, uint32_t token) {
    uint32_t reference, name;
    if (!instrument_from(r, token + 1, 1, &reference, &name) || reference == PACTA_NONE)
        return;
    uint32_t end = r->work->document->references.items[reference].span.end;
    uint32_t close = pacta_token_at(r->work, end);
    if (close < r->end && pacta_is_char(r->work, close, ')'))
        tell(r, r->first, reference, name);
}

static void read_as(reading *r, uint32_t token) {
    for (uint32_t i = token + 1; i < r->end && i - token <= ANCHOR_TOKENS; i++) {
        uint32_t reference = pacta_reference_in(r->work, i, i + 1);
        if (reference != PACTA_NONE && i > token + 1)
            tell(r, r->first, reference, PACTA_NONE);
    }
}

bool pacta_has_it(const pacta_work *work, uint32_t token) {
    return token > 0 && pacta_is(work, token, CLASS_NEUTER) && pacta_is(work, token - 1, CLASS_OWNING) &&
           pacta_is_that(work, token + 1);
}

static void read_word(reading *r, uint32_t token) {
    const pacta_work *work = r->work;
    uint32_t reference, name;
    if (pacta_is(work, token, CLASS_OWNING) && token > r->first && pacta_has_it(work, token + 1) &&
        pacta_verb_of_instrument(work, r->first, token, &reference, &name))
        tell(r, token, reference, name); /* Article 4 has it that */
    if (pacta_is(work, token, CLASS_ASSERTING))
        read_saying(r, token);
    bool located = token == r->first && /* In Article 11, ...; by Article 11 */
                   (pacta_is(work, token, CLASS_LOCATION) || pacta_is(work, token, CLASS_AGENT)) &&
                   pacta_reference_in(work, token + 1, token + 2) != PACTA_NONE;
    bool agent = (pacta_is(work, token, CLASS_AGENT) || pacta_is(work, token, CLASS_LOCATION)) &&
                 token + 1 < r->end && pacta_is(work, token + 1, CLASS_RELATIVE); /* Article 4, by which */
    agent =
        agent ||
        (pacta_is(work, token, CLASS_AGENT) && token > r->first + 1 && /* is banned by Article 4 */
         pacta_is(work, token - 2, CLASS_BE) && pacta_reference_in(work, token + 1, token + 2) != PACTA_NONE);
    if (pacta_is(work, token, CLASS_BASIS) || located || agent)
        read_basis(r, token);
    if (pacta_is(work, token, CLASS_LEGAL_MODAL))
        read_legal(r, token);
    if (pacta_is(work, token, CLASS_LINK))
        read_as(r, token);
    r->report.signing = r->report.signing || (pacta_is(work, token, CLASS_SIGNING) &&
                                              !(token > r->first && pacta_is(work, token - 1, CLASS_MODAL)));
}

/* Notes the last reference that begins before the offset; `*next` is the one behind it. */
static void note_cited(reading *r, uint32_t *next, uint32_t offset) {
    const pacta_document *document = r->work->document;
    while (*next < document->references.count && document->references.items[*next].span.begin < offset)
        r->cited = (*next)++;
}

static void read_words(reading *r) {
    enum { SIGNS = SIGN_TELLING | SIGN_QUOTE | SIGN_OPEN | SIGN_COLON };
    uint32_t until = 0, quotation = PACTA_NONE;
    const pacta_work *work = r->work;
    const pacta_document *document = work->document;
    uint32_t next = pacta_reference_behind(work, pacta_cut_at(work, r->first)->begin);
    for (uint32_t i = r->first; i < r->end; i = pacta_next_with(work, i + 1, r->end, SIGNS)) {
        const pacta_cut *cut = pacta_cut_at(work, i);
        note_cited(r, &next, cut->begin);
        if (cut->begin >= until)
            quotation = pacta_quotation_around(work, cut->begin, &until);
        if (quotation != PACTA_NONE &&
            document->quotations.items[quotation].kind != PACTA_QUOTATION_PROVISION)
            continue;
        if (quotation != PACTA_NONE)
            tell(r, clause_begin(r, i), document->quotations.items[quotation].reference, PACTA_NONE);
        if (pacta_has_sign(work, i, SIGN_TELLING))
            read_word(r, i);
        if (pacta_has_sign(work, i, SIGN_OPEN))
            read_brackets(r, i);
        if (pacta_has_sign(work, i, SIGN_COLON) && r->cited != PACTA_NONE)
            tell(r, i, r->cited, PACTA_NONE);
    }
    note_cited(r, &next, pacta_cut_at(work, r->end - 1)->end);
    r->report.signing = r->report.signing && (r->cited != PACTA_NONE ||
                                              pacta_next_with(r->work, r->first, r->end, SIGN_NOUN) < r->end);
    r->report.cites = r->report.from != PACTA_NONE || r->cited != PACTA_NONE;
    if (r->report.reference == PACTA_NONE && r->cited != PACTA_NONE) {
        r->report.reference = r->cited;
        r->report.source = document->references.items[r->cited].span;
    }
}

void pacta_note_told(const pacta_work *work, pacta_telling *report, const pacta_norm *norm) {
    report->cites = true;
    if (report->reference != PACTA_NONE || report->name != PACTA_NONE ||
        (norm->reference == PACTA_NONE && norm->name == PACTA_NONE))
        return;
    report->reference = norm->reference;
    report->name = norm->name;
    report->source = pacta_instrument_span(work, norm->reference, norm->name);
}

/* The sentence breaks off, and words of an instrument follow it. */
static bool leads_into_provision(const pacta_work *work, const pacta_sentence_cut *cut) {
    const pacta_passage *passage = &work->fold.passages.items[cut->passage];
    if (cut->end != passage->end_token || pacta_cut_at(work, cut->end - 1)->kind != PACTA_TOKEN_WORD)
        return false;
    uint32_t until, quotation = pacta_quotation_around(work, passage->end + 1, &until);
    return quotation != PACTA_NONE &&
           work->document->quotations.items[quotation].kind == PACTA_QUOTATION_PROVISION;
}

/* Set off behind "Article 1 reads:". */
static bool is_announced(const pacta_work *work, const pacta_sentence_cut *cut) {
    return cut->first >= 2 && pacta_cut_at(work, cut->first - 1)->kind == PACTA_TOKEN_BREAK &&
           pacta_is_char(work, cut->first - 2, ':');
}

/* Words set further in than those before and behind them, and one that only texts which bind
 * have among them: a provision without quotation marks. */
static bool is_set_in(const pacta_work *work, const pacta_sentence_cut *cut) {
    const pacta_passage *passages = work->fold.passages.items;
    uint32_t first = cut->passage, end = cut->passage;
    while (first > 0 && (passages[first].flags & PASSAGE_INDENTED) != 0 && cut->passage - first <= BLOCK)
        first--;
    while (end < work->fold.passages.count && (passages[end].flags & PASSAGE_INDENTED) != 0 &&
           end - cut->passage <= BLOCK)
        end++;
    if (first == cut->passage || end - first > BLOCK ||
        (first == 0 && (passages[0].flags & PASSAGE_INDENTED) != 0))
        return false;
    const uint32_t low = passages[first + 1].first_token, high = passages[end - 1].end_token;
    return high - low <= BLOCK_TOKENS && pacta_has(work, low, high, CLASS_LEGAL_MODAL);
}

/* If he asks, [they must]: the token behind the comma that ends the limb. */
static uint32_t behind_limb(const pacta_work *work, const pacta_sentence_cut *cut) {
    if (!pacta_triggers(work, cut->first, RULE_CONDITION))
        return cut->first;
    for (uint32_t i = cut->first + 1; i + 1 < cut->end && i - cut->first < LIMB_REACH; i++)
        if (pacta_is_char(work, i, ','))
            return i + 1;
    return cut->first;
}

/* It is not obliged to; under it, a State may; but they; either side. */
static bool carries_on_at(const pacta_work *work, uint32_t first, uint32_t end) {
    first += first + 1 < end &&
             (pacta_is(work, first, CLASS_BASIS) || pacta_is(work, first, CLASS_SENTENCE_JOINER));
    return pacta_is(work, first, CLASS_CARRIED_ON) ||
           (first + 1 < end && pacta_is(work, first, CLASS_QUANTIFIER) &&
            pacta_is(work, first + 1, CLASS_PARTY));
}

/* The Union may then suspend it. */
static bool tells_sequel(const pacta_work *work, const pacta_sentence_cut *cut) {
    for (uint32_t i = cut->first + 1; i + 1 < cut->end; i++)
        if (pacta_is(work, i, CLASS_MODAL))
            return pacta_is(work, i + 1, CLASS_SEQUEL);
    return false;
}

static bool carries_on(const pacta_work *work, const pacta_sentence_cut *cut) {
    return carries_on_at(work, cut->first, cut->end) ||
           carries_on_at(work, behind_limb(work, cut), cut->end) || tells_sequel(work, cut);
}

/* Nobody says anything in the sentence, which stands in one paragraph with that before it. */
static bool is_unsaid(const pacta_work *work, uint32_t sentence) {
    const pacta_sentence_cut *cut = &work->sentences.items[sentence];
    if (sentence == 0 || cut[-1].passage != cut->passage)
        return false;
    for (uint32_t i = cut->first; i < cut->end; i++)
        if (pacta_is(work, i, CLASS_CUE) || pacta_is(work, i, CLASS_SPEAKER) ||
            pacta_cut_at(work, i)->kind == PACTA_TOKEN_QUOTE)
            return false;
    return true;
}

/* The instrument whose name the sentence begins or ends with, or PACTA_NONE. */
static uint32_t named_at_edge(const pacta_work *work, const pacta_sentence_cut *cut) {
    const uint32_t first = cut->first + pacta_is(work, cut->first, CLASS_DETERMINER);
    uint32_t end = cut->end, name = first < end ? pacta_name_from(work, first) : PACTA_NONE;
    end -= end > first && pacta_is_char(work, end - 1, '.');
    if (name == PACTA_NONE && end > first)
        name = pacta_name_until(work, end);
    return name != PACTA_NONE && pacta_is_linked(&work->names.items[name]) ? name : PACTA_NONE;
}

/* They signed the Lamp Pact. It bars: the pronoun, and what instruments do. */
static bool tells_of_named(const pacta_work *work, const pacta_sentence_cut *cut) {
    return cut->first + 2 < cut->end && pacta_is(work, cut->first, CLASS_CARRIED_ON) &&
           pacta_is(work, cut->first, CLASS_NEUTER) && !pacta_is(work, cut->first + 1, CLASS_MODAL) &&
           pacta_triggers(work, cut->first + 1, RULE_INSTRUMENT_NORM);
}

pacta_telling pacta_read_report(const pacta_work *work, uint32_t sentence, const pacta_telling *before) {
    const pacta_sentence_cut *cut = &work->sentences.items[sentence];
    reading r = {work,   cut->first, cut->end,
                 before, PACTA_NONE, {.from = PACTA_NONE, .reference = PACTA_NONE, .name = PACTA_NONE}};
    read_words(&r);
    r.report.named = named_at_edge(work, cut);
    if (r.report.from == PACTA_NONE && before != NULL && !before->cites && before->named != PACTA_NONE &&
        tells_of_named(work, cut)) {
        r.report.from = cut->first;
        r.report.name = before->named;
        r.report.source = pacta_instrument_span(work, PACTA_NONE, before->named);
        r.report.goes_on = r.report.cites = true;
        return r.report;
    }
    bool follows = before != NULL && before->cites;
    r.report.goes_on = follows && carries_on(work, cut);
    if (r.report.from != PACTA_NONE)
        return r.report;
    const bool set_in = is_set_in(work, cut);
    if (r.report.goes_on || (follows && (set_in || is_announced(work, cut)))) {
        r.report = *before;
        r.report.from = cut->first;
        r.report.signing = false;
        r.report.goes_on = true;
    } else if (set_in || leads_into_provision(work, cut)) {
        r.report.from = cut->first;
    } else if (!r.report.cites && before != NULL && before->cites) {
        r.report.weak = true;
        r.report.carried = is_unsaid(work, sentence);
        r.report.reference = before->reference;
        r.report.name = before->name;
        r.report.source = before->source;
    }
    return r.report;
}
