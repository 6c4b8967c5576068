#include "link/phrases.h"

enum { PHRASE_TOKENS = 14, CHAIN = 4, INSERTION_TOKENS = 60, CLAUSE_TOKENS = 60, REMARK = 6 };

static const pacta_cut *cut_at(const pacta_work *work, uint32_t token) {
    return &work->tokens.items[token];
}

static bool is_word(const pacta_work *work, uint32_t token) {
    uint8_t kind = cut_at(work, token)->kind;
    return kind == PACTA_TOKEN_WORD || kind == PACTA_TOKEN_ROMAN || kind == PACTA_TOKEN_NUMBER;
}

static bool is_clitic(const pacta_work *work, uint32_t token) {
    return (cut_at(work, token)->flags & TOKEN_CLITIC) != 0;
}

/* The token opens its passage, its sentence or a quotation: a capital there
 * says nothing. */
static bool is_opening(const pacta_work *work, uint32_t token) {
    if ((cut_at(work, token)->flags & TOKEN_FIRST) != 0)
        return true;
    uint8_t before = cut_at(work, token - 1)->kind;
    if (before == PACTA_TOKEN_QUOTE || before == PACTA_TOKEN_BREAK)
        return true;
    if (before != PACTA_TOKEN_SYMBOL || token < 2)
        return before == PACTA_TOKEN_SYMBOL;
    return !pacta_is_char(work, token - 1, ',') && !pacta_is_char(work, token - 1, '&') &&
           !pacta_is_char(work, token - 1, '(') && !pacta_is(work, token - 2, CLASS_ABBREVIATION) &&
           !pacta_is(work, token - 2, CLASS_PERSON_TITLE) &&
           cut_at(work, token - 2)->end - cut_at(work, token - 2)->begin > 1;
}

/* Words that are no part of a noun phrase. */
static bool is_function_word(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PREPOSITION) || pacta_is(work, token, CLASS_CLAUSE_OPENER) ||
           pacta_is(work, token, CLASS_PRONOUN) || pacta_is(work, token, CLASS_AUXILIARY) ||
           pacta_is(work, token, CLASS_BE) || pacta_is(work, token, CLASS_MODAL) ||
           pacta_is(work, token, CLASS_SUBJECT_RELATIVE) || pacta_is(work, token, CLASS_PHRASE_STOP) ||
           pacta_is(work, token, CLASS_ADVERB) || pacta_is(work, token, CLASS_LIST_JOINER);
}

static bool is_capital(const pacta_work *work, uint32_t token) {
    if ((cut_at(work, token)->flags & TOKEN_UPPER) == 0)
        return false;
    return !is_function_word(work, token) ||
           (!is_opening(work, token) && !pacta_is(work, token, CLASS_PRONOUN) &&
            !pacta_is(work, token, CLASS_WEEKDAY));
}

static bool names_role(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PERSON_NOUN) || pacta_is(work, token, CLASS_PERSON_TITLE) ||
           pacta_is(work, token, CLASS_ORGANISATION) || pacta_is(work, token, CLASS_WORK_SIGN);
}

static bool is_verb(const pacta_work *work, uint32_t token) {
    return (pacta_is(work, token, CLASS_CUE) || pacta_is(work, token, CLASS_CUE_WEAK) ||
            pacta_is(work, token, CLASS_CUE_TEXT)) &&
           !pacta_is(work, token, CLASS_NOUN_LIKE) && (cut_at(work, token)->flags & TOKEN_UPPER) == 0;
}

/* A noun, an adjective, or a verb that no pack knows. */
static bool is_open_word(const pacta_work *work, uint32_t token) {
    return is_word(work, token) && !is_function_word(work, token) && !is_verb(work, token) &&
           !pacta_is(work, token, CLASS_CUE_PARTICIPLE);
}

static bool opens_phrase(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_DETERMINER) || pacta_is(work, token, CLASS_POSSESSIVE) ||
           (pacta_is(work, token, CLASS_DEMONSTRATIVE) && !is_verb(work, token)) ||
           pacta_is(work, token, CLASS_QUANTIFIER) || pacta_is(work, token, CLASS_NUMERAL);
}

/* ---- References --------------------------------------------------------------- */

/* The first reference that ends behind `offset`. */
static uint32_t reference_behind(const pacta_work *work, uint32_t offset) {
    const pacta_document *document = work->document;
    uint32_t low = 0, high = document->references.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->references.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t pacta_reference_before(const pacta_work *work, uint32_t offset) {
    uint32_t index = reference_behind(work, offset);
    return index == 0 ? PACTA_NONE : index - 1;
}

uint32_t pacta_reference_in(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end)
        return PACTA_NONE;
    uint32_t index = reference_behind(work, cut_at(work, first)->begin);
    const pacta_document *document = work->document;
    return index < document->references.count &&
                   document->references.items[index].span.begin < cut_at(work, end - 1)->end
               ? index
               : PACTA_NONE;
}

pacta_phrase pacta_reference_phrase(const pacta_work *work, uint32_t reference) {
    pacta_span span = work->document->references.items[reference].span;
    return (pacta_phrase){pacta_token_at(work, span.begin), pacta_token_at(work, span.end - 1) + 1};
}

/* ---- Leftwards ------------------------------------------------------------------ */

/* A sign inside a name: Deck & Hull, Prof. Holt, J. Smith, @reader. */
static bool joins_name(const pacta_work *work, uint32_t token, uint32_t low) {
    if (pacta_is_char(work, token, '&') || pacta_is_char(work, token, '@'))
        return true;
    if (!pacta_is_char(work, token, '.') || token <= low)
        return false;
    const pacta_cut *before = cut_at(work, token - 1);
    return pacta_is(work, token - 1, CLASS_ABBREVIATION) || pacta_is(work, token - 1, CLASS_PERSON_TITLE) ||
           (before->end - before->begin == 1 && (before->flags & TOKEN_UPPER) != 0);
}

/* Where the bracket that `token` closes opens, if it is a short one. */
static uint32_t bracket_begin(const pacta_work *work, uint32_t low, uint32_t token) {
    for (uint32_t i = token; i-- > low && token - i < 6;)
        if (pacta_is_char(work, i, '('))
            return i;
    return PACTA_NONE;
}

/* May the word at `token` stand before [token + 1, end), within one phrase? */
static bool extends_left(const pacta_work *work, uint32_t token, uint32_t end) {
    uint32_t next = token + 1;
    if (next == end || is_clitic(work, token) || is_clitic(work, next))
        return true;
    if (is_capital(work, token))
        return true;
    if (pacta_is(work, token, CLASS_NAME_PARTICLE))
        return is_capital(work, next);
    /* a small word before a name: trade minister Olle Brandt */
    return !is_capital(work, next) || names_role(work, token);
}

/* The innermost phrase that ends before `end`; its first token. */
static uint32_t core_begin(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t first = end;
    while (first > low && end - first < PHRASE_TOKENS) {
        uint32_t token = first - 1;
        if (pacta_is_char(work, token, ')')) {
            uint32_t bracket = bracket_begin(work, low, token);
            if (bracket == PACTA_NONE)
                break;
            first = bracket;
            continue;
        }
        if (joins_name(work, token, low)) {
            first = token;
            continue;
        }
        if (opens_phrase(work, token) && first < end) {
            bool article = token > low && pacta_is(work, token - 1, CLASS_DETERMINER);
            first = token - article; /* the other side */
            break;
        }
        bool part = is_clitic(work, token) || is_capital(work, token) || is_open_word(work, token) ||
                    pacta_is(work, token, CLASS_NAME_PARTICLE);
        if (!part || !extends_left(work, token, end))
            break;
        first = token;
    }
    while (first < end && !is_word(work, first) && !pacta_is_char(work, first, '@'))
        first++;
    return first;
}

static pacta_phrase without_article(const pacta_work *work, pacta_phrase phrase) {
    bool article =
        pacta_is(work, phrase.first, CLASS_DETERMINER) && !pacta_is(work, phrase.first, CLASS_INDEFINITE);
    if (phrase.first + 1 < phrase.end && article)
        phrase.first++;
    return phrase;
}

bool pacta_phrase_is_name(const pacta_work *work, pacta_phrase phrase) {
    uint32_t capitals = 0;
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        capitals += is_capital(work, i) && !pacta_is(work, i, CLASS_ORGANISATION);
        if (is_clitic(work, i) || pacta_is(work, i, CLASS_ORGANISATION))
            capitals = 0;
    }
    return capitals >= 2 && is_capital(work, phrase.end - 1);
}

/* The phrase that ends before `end` names a provision or an instrument. */
static pacta_phrase cited_until(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t reference = pacta_reference_in(work, end - 1, end);
    if (reference != PACTA_NONE)
        return pacta_reference_phrase(work, reference);
    uint32_t name = pacta_name_until(work, end);
    if (name != PACTA_NONE && work->names.items[name].first >= low)
        return (pacta_phrase){work->names.items[name].first, end};
    return (pacta_phrase){end, end};
}

/* True if all of the phrase's words are capitals that name a body: Ministry. */
static bool is_body(const pacta_work *work, pacta_phrase phrase) {
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (pacta_is(work, i, CLASS_ORGANISATION))
            return true;
    return false;
}

pacta_phrase pacta_phrase_ending(const pacta_work *work, uint32_t low, uint32_t end) {
    pacta_phrase none = {end, end};
    if (end <= low)
        return none;
    pacta_phrase cited = cited_until(work, low, end);
    if (cited.first < cited.end && !is_clitic(work, cited.first - (cited.first > 0)))
        return cited;
    if (pacta_is(work, end - 1, CLASS_PRONOUN))
        return (pacta_phrase){end - 1, end};
    uint32_t core = core_begin(work, low, end);
    if (core == end || is_clitic(work, end - 1) || opens_phrase(work, end - 1))
        return none;
    pacta_phrase whole = {core, end};
    for (unsigned n = 0; n < CHAIN && whole.first > low; n++) {
        uint32_t link = whole.first - 1;
        if (!pacta_is(work, link, CLASS_NOUN_LINK) || link <= low)
            break;
        pacta_phrase head = {core_begin(work, low, link), link};
        if (head.first == head.end)
            break;
        bool titled = pacta_is(work, link - 1, CLASS_PERSON_TITLE);        /* President of Orla Ana Ruiz */
        if (is_capital(work, link - 1) && !is_body(work, head) && !titled) /* Ruta Svenn of the league */
            return without_article(work, head);
        whole.first = head.first;
    }
    if (whole.first > low && pacta_is(work, whole.first - 1, CLASS_PREPOSITION))
        whole.first = core; /* at the end of the talks the mayor */
    return without_article(work, whole);
}

/* ---- Rightwards ------------------------------------------------------------------ */

static bool ends_phrase(const pacta_work *work, uint32_t token, uint32_t high) {
    return token >= high || !(is_open_word(work, token) || opens_phrase(work, token));
}

static uint32_t core_end(const pacta_work *work, uint32_t first, uint32_t high) {
    uint32_t end = first, capitals = 0;
    while (end < high && end - first < PHRASE_TOKENS) {
        if (joins_name(work, end, first)) {
            end++;
            continue;
        }
        if (pacta_is_char(work, end, '(') && end + 2 < high) { /* Admiral (ret.) Hugo Stern */
            uint32_t close = end + 1;
            while (close < high && close - end < 5 && !pacta_is_char(work, close, ')'))
                close++;
            if (close + 1 >= high || !pacta_is_char(work, close, ')') || !is_capital(work, close + 1))
                break;
            end = close + 1;
            continue;
        }
        if (end == first && opens_phrase(work, end)) {
            end++;
            continue;
        }
        bool capital = is_capital(work, end);
        bool particle =
            pacta_is(work, end, CLASS_NAME_PARTICLE) && end + 1 < high && is_capital(work, end + 1);
        if (!(is_clitic(work, end) || capital || particle || is_open_word(work, end)))
            break;
        /* behind a name a small word is no part of it, unless it ends the phrase: Karsk residents */
        bool small = !capital && !particle && !is_clitic(work, end) && !names_role(work, end);
        if (small && (capitals >= 2 || (capitals == 1 && !ends_phrase(work, end + 1, high))))
            break;
        capitals = is_clitic(work, end) ? 0 : capitals + capital;
        end++;
    }
    while (end > first && !is_word(work, end - 1))
        end--;
    return end;
}

pacta_phrase pacta_phrase_from(const pacta_work *work, uint32_t first, uint32_t high) {
    pacta_phrase none = {first, first};
    if (first >= high)
        return none;
    uint32_t start = first;
    if (first + 1 < high && pacta_is(work, first, CLASS_DETERMINER))
        start++;
    uint32_t reference = pacta_reference_in(work, start, start + 1);
    if (reference != PACTA_NONE)
        return pacta_reference_phrase(work, reference);
    uint32_t name = pacta_name_from(work, start);
    if (name != PACTA_NONE &&
        !(work->names.items[name].end < high && is_clitic(work, work->names.items[name].end)))
        return (pacta_phrase){start, work->names.items[name].end};
    bool partitive = first + 2 < high && pacta_is(work, first + 1, CLASS_OF) &&
                     !pacta_is(work, first, CLASS_PERSONAL) &&
                     !pacta_is(work, first, CLASS_NEUTER); /* one of the judges */
    if (pacta_is(work, first, CLASS_PRONOUN) && !partitive)
        return (pacta_phrase){first, first + 1};
    if (pacta_is(work, first, CLASS_PRONOUN))
        return (pacta_phrase){first, core_end(work, first + 2, high)};
    uint32_t end = core_end(work, first, high);
    if (end == first || (end == first + 1 && opens_phrase(work, first)))
        return none;
    pacta_phrase phrase = {first, end};
    for (unsigned n = 0; n < CHAIN && end + 1 < high; n++) {
        bool body = is_body(work, phrase) && is_capital(work, end - 1) && pacta_is(work, end, CLASS_OF);
        if (!pacta_is(work, end, CLASS_NOUN_LINK) || (is_capital(work, end - 1) && !body))
            break;
        uint32_t next = core_end(work, end + 1, high);
        if (next == end + 1)
            break;
        phrase.end = end = next;
    }
    return without_article(work, phrase);
}

pacta_phrase pacta_phrase_opening(const pacta_work *work, uint32_t low, uint32_t high) {
    if (high - low > CLAUSE_TOKENS)
        high = low + CLAUSE_TOKENS;
    while (low < high) {
        pacta_phrase none = {low, low};
        if (is_word(work, low) &&
            (pacta_is(work, low, CLASS_LIST_JOINER) || pacta_is(work, low, CLASS_ADVERB) ||
             cut_at(work, low)->kind == PACTA_TOKEN_NUMBER)) {
            low++;
            continue;
        }
        if (!is_word(work, low) && cut_at(work, low)->kind != PACTA_TOKEN_BREAK &&
            cut_at(work, low)->kind != PACTA_TOKEN_QUOTE && !pacta_is_char(work, low, '@')) {
            low++;
            continue;
        }
        bool circumstance =
            pacta_is(work, low, CLASS_PREPOSITION) || pacta_is(work, low, CLASS_CLAUSE_OPENER) ||
            pacta_is(work, low, CLASS_PHRASE_STOP) || pacta_is(work, low, CLASS_CUE_PARTICIPLE) ||
            (pacta_is(work, low, CLASS_CUE) && !pacta_is(work, low, CLASS_NOUN_LIKE)); /* Asked why, */
        if (!circumstance || pacta_reference_in(work, low, low + 1) != PACTA_NONE)
            return low < high ? pacta_phrase_from(work, low, high) : none;
        while (low < high && !pacta_is_char(work, low, ',') && cut_at(work, low)->kind != PACTA_TOKEN_QUOTE)
            low++;
        if (low >= high || !pacta_is_char(work, low, ','))
            return (pacta_phrase){low, low};
        low++;
    }
    return (pacta_phrase){low, low};
}

/* ---- Subjects --------------------------------------------------------------------- */

/* A word of no list that ends as adverbs do. */
static bool ends_as_adverb(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = cut_at(work, token);
    if (cut->lexeme != 0 || cut->kind != PACTA_TOKEN_WORD || cut->end - cut->begin < 5 ||
        (cut->flags & TOKEN_UPPER) != 0)
        return false;
    uint32_t ending = pacta_lexicon_find(&work->rules->lexicon, pacta_work_text(work) + cut->end - 2, 2);
    return pacta_lexeme_is(&work->rules->lexicon.lexemes.items[ending], CLASS_ADVERB_ENDING);
}

static bool is_between(const pacta_work *work, uint32_t token) {
    return ends_as_adverb(work, token) || pacta_is(work, token, CLASS_AUXILIARY) ||
           pacta_is(work, token, CLASS_ADVERB) || pacta_is(work, token, CLASS_BE) ||
           pacta_is(work, token, CLASS_MODAL);
}

/* The verb before "to", as in "went on to say". */
static bool governs(const pacta_work *work, uint32_t low, uint32_t to, uint32_t *verb) {
    while (to > low && is_between(work, to - 1))
        to--;
    if (to <= low || !is_word(work, to - 1) || (cut_at(work, to - 1)->flags & TOKEN_UPPER) != 0)
        return false;
    *verb = to - 1;
    return true;
}

uint32_t pacta_verb_begin(const pacta_work *work, uint32_t low, uint32_t verb) {
    while (verb > low) {
        if (is_between(work, verb - 1))
            verb--;
        else if (pacta_is(work, verb - 1, CLASS_WEEKDAY)) /* Lee on Sunday told */
            verb -= verb > low + 1 && pacta_is(work, verb - 2, CLASS_PREPOSITION) ? 2 : 1;
        else if (pacta_is(work, verb - 1, CLASS_INFINITIVE) && governs(work, low, verb - 1, &verb))
            continue;
        else
            break;
    }
    return verb;
}

bool pacta_verb_is_passive(const pacta_work *work, uint32_t low, uint32_t verb) {
    uint32_t begin = pacta_verb_begin(work, low, verb);
    for (uint32_t i = begin; i < verb; i++)
        if (pacta_is(work, i, CLASS_BE))
            return true;
    return false;
}

bool pacta_is_dash(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = cut_at(work, token);
    return pacta_is_char(work, token, '-') ||
           (cut->kind == PACTA_TOKEN_SYMBOL && cut->end - cut->begin >= 2 &&
            (pacta_work_text(work)[cut->begin] == '-' ||
             (unsigned char)pacta_work_text(work)[cut->begin] == 0xE2));
}

static bool is_separator(const pacta_work *work, uint32_t token) {
    return pacta_is_char(work, token, ',') || pacta_is_dash(work, token);
}

/* Begin of the chunk between separators that ends before `end`. */
static uint32_t chunk_begin(const pacta_work *work, uint32_t low, uint32_t end) {
    uint32_t first = end;
    while (first > low && end - first < INSERTION_TOKENS && !is_separator(work, first - 1) &&
           !pacta_is_char(work, first - 1, ';') && cut_at(work, first - 1)->kind != PACTA_TOKEN_QUOTE)
        first--;
    return first;
}

/* The dash that opens what the dash at `end` closes, or `end`. */
static uint32_t dash_before(const pacta_work *work, uint32_t low, uint32_t end) {
    for (uint32_t i = end; i-- > low && end - i < INSERTION_TOKENS;)
        if (pacta_is_dash(work, i))
            return i;
    return end;
}

static bool is_circumstance(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PREPOSITION) || pacta_is(work, token, CLASS_CLAUSE_OPENER) ||
           pacta_is(work, token, CLASS_ADVERB) || pacta_is(work, token, CLASS_SUBJECT_RELATIVE);
}

/* True if [first, end), between commas, only tells more of what stands before
 * it; `before` begins the chunk before. */
static bool is_insertion(const pacta_work *work, uint32_t first, uint32_t end, uint32_t before) {
    uint32_t last = first - 2; /* of the chunk before */
    if (pacta_is_dash(work, first - 1) && pacta_is_dash(work, end))
        return true;
    for (uint32_t i = first; i < end && end - first <= REMARK; i++)
        if (pacta_is(work, i, CLASS_CUE) && is_verb(work, i))
            return true; /* Article 5, Pike said, obliges */
    bool opens = is_circumstance(work, before) && (cut_at(work, before)->flags & TOKEN_UPPER) != 0;
    if (opens)
        return false;
    if (pacta_is(work, first, CLASS_DETERMINER) && !pacta_is(work, first, CLASS_INDEFINITE))
        return is_capital(work, last);
    if (opens_phrase(work, first))
        return true;
    if (cut_at(work, first)->kind == PACTA_TOKEN_NUMBER)
        return true;
    if ((cut_at(work, first)->flags & TOKEN_UPPER) == 0)
        return !pacta_is(work, first, CLASS_PRONOUN) && !pacta_is(work, first, CLASS_LIST_JOINER);
    return is_capital(work, last) &&
           (end - first <= 6 || pacta_is(work, first, CLASS_PERSON_TITLE) ||
            pacta_is(work, first, CLASS_PERSON_NOUN)); /* Holm, Minister of Trade, said */
}

static pacta_phrase shared_subject(const pacta_work *work, uint32_t low, uint32_t end);

/* The subject that ends the chunk, or that of the chunk's own verb. */
static pacta_phrase subject_in(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i-- > first + 1;)
        if (is_verb(work, i) && !pacta_is(work, i - 1, CLASS_INFINITIVE))
            return shared_subject(work, first, end);
    return pacta_phrase_ending(work, first, end);
}

/* The subject before the comma that token `comma` is. */
static pacta_phrase across_insertions(const pacta_work *work, uint32_t low, uint32_t comma) {
    uint32_t end = comma;
    for (unsigned n = 0; n < CHAIN; n++) {
        uint32_t dash = pacta_is_dash(work, end) ? dash_before(work, low, end) : end;
        if (dash != end) { /* Article 7 - which he called "..." - allows */
            end = dash;
            continue;
        }
        uint32_t first = chunk_begin(work, low, end);
        pacta_phrase here = pacta_phrase_ending(work, first, end);
        if (first <= low + 1 || !is_separator(work, first - 1))
            return subject_in(work, first, end);
        uint32_t before = chunk_begin(work, low, first - 1);
        pacta_phrase head = pacta_phrase_ending(work, before, first - 1);
        bool named =
            n == 0 && here.first == first && pacta_phrase_is_name(work, here) && head.first < head.end;
        if (named && !is_capital(work, head.end - 1) && !is_circumstance(work, before))
            return here; /* his teacher, Aldo Brink, said */
        if (!is_insertion(work, first, end, before))
            return here;
        end = first - 1;
    }
    return (pacta_phrase){low, low};
}

/* The subject that a verb behind "and" shares with the one before it. */
static pacta_phrase shared_subject(const pacta_work *work, uint32_t low, uint32_t end) {
    for (uint32_t i = end; i-- > low && end - i < CLAUSE_TOKENS;) {
        if (pacta_is(work, i, CLASS_SUBJECT_RELATIVE) && i > low &&
            !pacta_is(work, i - 1, CLASS_PREPOSITION)) {
            uint32_t noun = pacta_is_char(work, i - 1, ',') ? i - 1 : i;
            return pacta_phrase_ending(work, low, noun);
        }
        if (is_verb(work, i) && i > low) {
            pacta_phrase subject = pacta_phrase_ending(work, low, pacta_verb_begin(work, low, i));
            if (subject.first < subject.end)
                return subject;
        }
        if (pacta_is_char(work, i, ',') && is_circumstance(work, low))
            return pacta_phrase_opening(work, low, end);
        if (pacta_is_char(work, i, ';'))
            return pacta_phrase_opening(work, i + 1, end);
    }
    return pacta_phrase_opening(work, low, end);
}

pacta_phrase pacta_phrase_before(const pacta_work *work, uint32_t low, uint32_t verb) {
    uint32_t end = pacta_verb_begin(work, low, verb);
    pacta_phrase none = {low, low};
    if (end <= low)
        return none;
    if (pacta_is_char(work, end - 1, ',') || is_separator(work, end - 1))
        return across_insertions(work, low, end - 1);
    if (pacta_is(work, end - 1, CLASS_SUBJECT_RELATIVE)) {
        uint32_t noun = end - 1 > low && pacta_is_char(work, end - 2, ',') ? end - 2 : end - 1;
        return pacta_phrase_ending(work, low, noun);
    }
    if (pacta_is(work, end - 1, CLASS_LIST_JOINER) || pacta_is(work, end - 1, CLASS_CLAUSE_OPENER))
        return shared_subject(work, low, end - 1);
    pacta_phrase subject = pacta_phrase_ending(work, low, end);
    uint32_t before = subject.first;
    if (before < end && before > low + 1 && pacta_is_char(work, before - 1, ',') &&
        pacta_is(work, before, CLASS_PERSON_TITLE)) { /* Ana Ruiz, dean of the school said */
        pacta_phrase name = pacta_phrase_ending(work, low, before - 1);
        if (pacta_phrase_is_name(work, name))
            return name;
    }
    return subject;
}
