/* Where the subject of each norm stands. */
#include "clauses/norms.h"
#include "phrases/words.h"

enum { SUBJECT_TOKENS = 60, NOUN_TOKENS = 24, LABEL_LENGTH = 4 };

/* The comma that opens the words which end at the comma `close`, or `low`. They
 * may hold a list (during loading, transport and storage, shall). */
static uint32_t opening_comma(const pacta_work *work, uint32_t low, uint32_t close) {
    uint32_t depth = 0, comma = low;
    bool list = false;
    for (uint32_t i = close; i > low && close - i < SUBJECT_TOKENS; i--) {
        if (pacta_is_char(work, i - 1, ')'))
            depth++;
        else if (pacta_is_char(work, i - 1, '('))
            depth -= depth > 0;
        else if (depth == 0 && pacta_is(work, i - 1, CLASS_LIST_JOINER))
            list = true;
        else if (depth == 0 && pacta_is_comma(work, i - 1)) {
            comma = comma == low ? i - 1 : comma;
            if (!list)
                return comma;
            if (pacta_is(work, i, CLASS_PREPOSITION) || pacta_is(work, i, CLASS_RELATIVE))
                return i - 1;
        }
    }
    return comma;
}

/* Where the subject ends: right before the verb, or before words put between
 * the two. */
static uint32_t subject_end(const pacta_work *work, uint32_t low, uint32_t verb) {
    while (verb > low && pacta_is(work, verb - 1, CLASS_ADVERB))
        verb--;
    if (verb <= low || !pacta_is_comma(work, verb - 1))
        return verb;
    uint32_t comma = opening_comma(work, low, verb - 1);
    return comma > low ? comma : verb - 1;
}

static bool is_divider(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    if (cut->kind != PACTA_TOKEN_SYMBOL)
        return cut->kind == PACTA_TOKEN_BREAK;
    return cut->end - cut->begin == 3 || /* a dash */
           pacta_is_char(work, token, ':') || pacta_is_char(work, token, ';');
}

/* Behind a comma these tell more of the subject: royalties, arising in a State. */
static bool tells_more(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_PARTICIPLE) || pacta_ends_as(work, token, CLASS_PRESENT_ENDING) ||
           pacta_ends_as(work, token, CLASS_PAST_ENDING);
}

/* A noun can begin there that goes on a list. */
static bool goes_on_list(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_DETERMINER) ||
           (pacta_cut_at(work, token)->kind == PACTA_TOKEN_WORD &&
            !pacta_is(work, token, CLASS_PREPOSITION) && !pacta_is(work, token, CLASS_FINITE) &&
            !pacta_is(work, token, CLASS_CLAUSE_OPENER) && !pacta_is(work, token, CLASS_ADVERB) &&
            !pacta_is(work, token, CLASS_PRONOUN) && !tells_more(work, token));
}

/* Orla, Vend and Orsk; masters of ships, pilots and keepers: no word that every sentence may begin
 * with. */
static bool opens_with_name(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    return cut->kind == PACTA_TOKEN_WORD && (cut->flags & TOKEN_UPPER) != 0 && goes_on_list(work, token) &&
           pacta_is_open_word(work, token) && !pacta_triggers(work, token, RULE_CONDITION) &&
           (pacta_work_text(work)[cut->end - 1] == 's' ||
            (pacta_is_comma(work, token + 1) && !pacta_opens_noun(work, token + 2)));
}

/* Where what `comma` may be inside of begins: behind "hopes that", or behind the circumstance that
 * opens the sentence (In May, a pilot, a keeper or a master). */
static uint32_t list_low(const pacta_work *work, uint32_t low, uint32_t comma) {
    for (uint32_t i = comma; i > low && comma - i < NOUN_TOKENS; i--)
        if (pacta_is_that(work, i - 1))
            return i;
    if (pacta_opens_noun(work, low) || opens_with_name(work, low))
        return low;
    uint32_t first = comma;
    for (uint32_t i = comma; i-- > low + 1 && comma - i < NOUN_TOKENS;)
        if (pacta_is(work, i, CLASS_LIST_JOINER))
            return low; /* of this list, or of one before it */
        else if (pacta_is_comma(work, i) && pacta_opens_noun(work, i + 1))
            first = i + 1;
    return first < comma ? first : low;
}

/* The Judges, the Prosecutor and the Registrar; all keepers, pilots and guards; Orla, Vend and
 * Orsk: behind the comma one more noun and a last one, before it the first. */
static bool lists_nouns(const pacta_work *work, uint32_t low, uint32_t comma, uint32_t end) {
    bool last = false;
    for (uint32_t i = comma + 1; i < end && !last; i++)
        last = pacta_is(work, i, CLASS_LIST_JOINER);
    if (!last || !goes_on_list(work, comma + 1))
        return false;
    low = list_low(work, low, comma);
    if (comma - low > NOUN_TOKENS || !(pacta_opens_noun(work, low) || opens_with_name(work, low)))
        return false;
    for (uint32_t i = low; i < comma; i++)
        if (pacta_is(work, i, CLASS_FINITE) || pacta_is(work, i, CLASS_CLAUSE_OPENER) ||
            (i > low && pacta_is_comma(work, i - 1) && !goes_on_list(work, i)))
            return false;
    return true;
}

/* Tokens of a label that the subject begins with, of no provision: (b) the keeper;
 * 3. A person. */
static uint32_t label_length(const pacta_work *work, uint32_t low, uint32_t begin, uint32_t end) {
    if (begin + 3 <= end && pacta_is_char(work, begin, '(') && pacta_is_char(work, begin + 2, ')') &&
        pacta_cut_at(work, begin + 1)->end - pacta_cut_at(work, begin + 1)->begin <= LABEL_LENGTH)
        return 3;
    if (begin > low || begin + 2 >= end || pacta_cut_at(work, begin)->kind != PACTA_TOKEN_NUMBER)
        return 0;
    bool stop = pacta_is_char(work, begin + 1, '.');
    uint32_t next = begin + 1 + stop;
    return pacta_is(work, next, CLASS_DETERMINER) ||
                   (stop && (pacta_cut_at(work, next)->flags & TOKEN_UPPER) != 0)
               ? next - begin
               : 0;
}

/* under which a State, by which it, in which it, according to which it: without the words that join it. */
static uint32_t behind_basis(const pacta_work *work, uint32_t begin, uint32_t end) {
    if (begin + 2 >= end || !(pacta_is(work, begin, CLASS_BASIS) || pacta_is(work, begin, CLASS_AGENT) ||
                              pacta_is(work, begin, CLASS_LOCATION)))
        return begin;
    uint32_t relative = begin + 1 + pacta_is(work, begin + 1, CLASS_INFINITIVE);
    return pacta_is(work, relative, CLASS_RELATIVE) ? relative + 1 : begin;
}

/* The Party that sees it, that first sees it: the pronoun is the object of a verb
 * right behind its relative. */
static bool is_object(const pacta_work *work, uint32_t begin, uint32_t pronoun) {
    enum { REACH = 3 };
    for (uint32_t i = pronoun - 1; i-- > begin + 1 && pronoun - i <= REACH;)
        if (pacta_is(work, i, CLASS_SUBJECT_RELATIVE) && !pacta_is(work, i - 1, CLASS_PREPOSITION))
            return true; /* but: for that purpose it may */
    return false;
}

/* The subject that goes on from `begin` to `end` goes on before the comma at its beginning. */
static bool goes_on_before_comma(const pacta_work *work, uint32_t low, uint32_t begin, uint32_t end) {
    return (begin < end &&
            ((pacta_is(work, begin, CLASS_LIST_JOINER) && !pacta_joins_clause(work, low, begin)) ||
             tells_more(work, begin) || pacta_is(work, begin, CLASS_AUXILIARY) ||
             pacta_is(work, begin, CLASS_BE))) ||
           lists_nouns(work, low, begin - 1, end);
}

/* then that State: no clause opens with "that" behind an adverb. */
static bool points_at(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_DEMONSTRATIVE) && pacta_is(work, token - 1, CLASS_ADVERB);
}

/* What it says is that, has it that, it says: the token is the last before what is told. */
static bool ends_telling(const pacta_work *work, uint32_t low, uint32_t token) {
    if (token <= low + 1)
        return false;
    if (pacta_is(work, token, CLASS_ASSERTING))
        return pacta_is(work, token - 1, CLASS_NEUTER);
    return pacta_is_that(work, token) &&
           (pacta_has_it(work, token - 1) ||
            (pacta_is(work, token - 1, CLASS_BE) && pacta_is(work, token - 2, CLASS_ASSERTING)));
}

/* After the use of Article 4 the Board: what opens clauses too, and no verb behind it. */
static bool opens_circumstance(const pacta_work *work, uint32_t token, uint32_t end) {
    if (!pacta_is(work, token, CLASS_PREPOSITION) || !pacta_opens_noun(work, token + 1))
        return false;
    for (uint32_t i = token + 1; i < end; i++)
        if ((pacta_is(work, i, CLASS_FINITE) && !pacta_is(work, i + 1, CLASS_OF)) ||
            pacta_is(work, i, CLASS_BE))
            return false;
    return true;
}

/* Where the subject that ends at `end` begins. `later`: a norm stands before. */
static uint32_t subject_begin(pacta_work *work, uint32_t low, uint32_t end, bool later) {
    uint32_t begin = end, depth = 0;
    for (; begin > low && end - begin < SUBJECT_TOKENS; begin--) {
        uint32_t before = begin - 1;
        if (pacta_is_char(work, before, ')'))
            depth++;
        else if (pacta_is_char(work, before, '(') && depth-- == 0)
            break;
        if (depth > 0)
            continue;
        if (is_divider(work, before) ||
            (pacta_is_comma(work, before) && (later || !goes_on_before_comma(work, low, begin, end))))
            break;
        if (later && pacta_is(work, before, CLASS_LIST_JOINER) && pacta_opens_subject(work, begin))
            break;
        if (before > low && pacta_is(work, before, CLASS_RELATIVE) &&
            pacta_is(work, before - 1, CLASS_BASIS)) /* under which states must */
            break;
        const pacta_rule *rule = pacta_rule_at(work, RULE_SUBORDINATE, before);
        if ((rule != NULL && rule->mode == CLAUSE_SPEECH) || ends_telling(work, low, before))
            break;
    }
    if (end > begin + 1 && pacta_is(work, end - 1, CLASS_PRONOUN) && !pacta_is(work, end - 2, CLASS_OF) &&
        !pacta_is(work, end - 2, CLASS_PHRASE_STOP) && !is_object(work, begin, end - 1)) {
        bool pair = end > begin + 2 && pacta_is(work, end - 2, CLASS_LIST_JOINER) &&
                    pacta_is(work, end - 3, CLASS_PRONOUN);
        return pair ? end - 3 : end - 1; /* for this purpose they; he or she */
    }
    begin = behind_basis(work, begin, end);
    const uint32_t clause = begin;
    while (begin < end && !(begin > clause && points_at(work, begin)) &&
           !(begin + 1 == end && pacta_is(work, begin, CLASS_SUBJECT_RELATIVE)) &&
           (pacta_is(work, begin, CLASS_LIST_JOINER) || pacta_is_comma(work, begin) ||
            (pacta_is(work, begin, CLASS_ADVERB) && !pacta_is(work, begin, CLASS_PREPOSITION)) ||
            (pacta_is(work, begin, CLASS_CLAUSE_OPENER) && !opens_circumstance(work, begin, end))))
        begin++;
    if (begin > low + 1 && begin + 1 < end && pacta_is(work, begin - 1, CLASS_RELATIVE) &&
        pacta_is(work, begin - 2, CLASS_PREPOSITION) && !pacta_opens_noun(work, begin) &&
        pacta_opens_noun(work, begin + 1))
        begin++; /* in which case the pilot */
    return begin + label_length(work, low, begin, end);
}

/* The first token inside the quotation, or `low`. */
static uint32_t inside_quotation(const pacta_work *work, uint32_t quotation, uint32_t low) {
    if (quotation == PACTA_NONE)
        return low;
    uint32_t first = pacta_token_at(work, work->document->quotations.items[quotation].inner.begin);
    return first > low ? first : low;
}

/* The Board, which shall have four members, shall meet: behind the second comma the
 * subject is the one that "which" stands for. Its end, or 0. */
static uint32_t resumed_end(const pacta_work *work, uint32_t low, uint32_t index) {
    const pacta_norm *norm = &work->norms.items[index], *before = norm - 1;
    uint32_t relative = index == 0 ? 0 : before->first;
    while (relative > low && pacta_is(work, relative - 1, CLASS_ADVERB))
        relative--;
    if (relative <= low + 1 || !pacta_is_comma(work, norm->first - 1) ||
        !pacta_is(work, relative - 1, CLASS_SUBJECT_RELATIVE) || !pacta_is_comma(work, relative - 2))
        return 0;
    for (uint32_t i = before->end; i + 1 < norm->first; i++)
        if (pacta_is_comma(work, i))
            return 0;
    return relative - 2;
}

static void forbid(pacta_norm *norm) {
    if (norm->modality == PACTA_OBLIGATION || norm->modality == PACTA_PERMISSION)
        norm->modality = PACTA_PROHIBITION;
}

void pacta_read_subjects(pacta_work *work, const pacta_stretch *stretch) {
    uint32_t low = stretch->first, before = low; /* the last norm's */
    for (uint32_t i = 0; i < work->norms.count; i++) {
        pacta_norm *norm = &work->norms.items[i];
        uint32_t from = inside_quotation(work, norm->quotation, low);
        if (from > norm->first)
            from = norm->first;
        uint32_t end = subject_end(work, from, norm->first);
        uint32_t begin = end;
        /* nor shall it; agreeing to */
        bool shared =
            pacta_is(work, norm->first, CLASS_LIST_JOINER) || pacta_is(work, norm->first, CLASS_PROMISING);
        bool own = pacta_opens_subject(work, norm->first); /* nothing in Article 3 shall */
        if (end > from && !shared && !own && !pacta_is(work, end - 1, CLASS_LIST_JOINER) &&
            (!pacta_is(work, end - 1, CLASS_CLAUSE_OPENER) ||
             pacta_is(work, end - 1, CLASS_SUBJECT_RELATIVE)))
            begin = subject_begin(work, from, end, i > 0);
        if (pacta_is_circumstance(work, begin, end))
            begin = end;
        if (i == 0 && pacta_is_only_verb(work, stretch, norm->first))
            begin = stretch->first;
        uint32_t resumed = resumed_end(work, before, i);
        norm->part = i == 0 ? stretch->first : begin < end && resumed == 0 ? begin : norm->first;
        if (resumed > 0) {
            end = resumed;
            begin = subject_begin(work, before, end, i > 1);
        }
        before = low;
        const uint32_t no = own ? PACTA_NONE : pacta_negation_before(work, from, end);
        if (no != PACTA_NONE)
            begin = no;
        norm->negated = no != PACTA_NONE || pacta_is_negated(work, begin, end);
        if (norm->negated)
            forbid(norm);
        norm->subject = begin;
        norm->subject_end = end;
        low = norm->end;
    }
}
