/* The subject of each norm, and who it binds. */
#include "clauses/norms.h"
#include "phrases/phrases.h"
#include "phrases/verbs.h"
#include "phrases/words.h"

enum {
    SUBJECT_TOKENS = 60,
    ACTOR_TOKENS = 40,
    VOICE_TOKENS = 24,
    NOUN_TOKENS = 24,
    NOUN_LINKS = 3,
    LABEL_LENGTH = 4
};

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

/* when considering requests the Committee */
static bool is_behind_opener(const pacta_work *work, uint32_t participle) {
    return participle > 0 && pacta_is(work, participle - 1, CLASS_CLAUSE_OPENER) &&
           pacta_ends_as(work, participle, CLASS_PRESENT_ENDING);
}

/* Under Article 9 keepers: where the citation ends with which a circumstance ends, or `first`. */
static uint32_t behind_citation(const pacta_work *work, uint32_t first, uint32_t end) {
    const uint32_t cited = first + 1 + pacta_is(work, first + 1, CLASS_DETERMINER);
    const uint32_t reference = cited < end ? pacta_reference_in(work, cited, cited + 1) : PACTA_NONE;
    const uint32_t behind = reference == PACTA_NONE ? end : pacta_reference_phrase(work, reference).end;
    return behind < end && pacta_cut_at(work, behind)->kind == PACTA_TOKEN_WORD &&
                   !pacta_is(work, behind, CLASS_PREPOSITION) && !pacta_is(work, behind, CLASS_LIST_JOINER) &&
                   !pacta_is(work, behind, CLASS_PHRASE_STOP)
               ? behind
               : first;
}

/* To this end the Parties: the subject without the words before it, of which no
 * comma parts it. */
static uint32_t leave_circumstance(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end || !(pacta_is(work, first, CLASS_PREPOSITION) ||
                          pacta_is(work, first, CLASS_INFINITIVE) || is_behind_opener(work, first)))
        return first;
    const uint32_t behind = behind_citation(work, first, end);
    if (behind > first)
        return behind;
    for (uint32_t i = end - 1; i > first + 2; i--)
        if (pacta_opens_noun(work, i - 1) && !pacta_is_char(work, i - 2, '(') &&
            !pacta_opens_noun(work, i - 2) && !pacta_is(work, i - 2, CLASS_PREPOSITION) &&
            !pacta_is(work, i - 2, CLASS_LIST_JOINER) && !pacta_is(work, i - 2, CLASS_PHRASE_STOP) &&
            !pacta_is(work, i - 2, CLASS_BE) &&
            !(pacta_is(work, i - 1, CLASS_SUBJECT_RELATIVE) && pacta_is(work, i, CLASS_PRONOUN)))
            return i - 1;
    for (uint32_t i = end - 1; i > first && !pacta_is(work, i, CLASS_LIST_JOINER); i--)
        if (pacta_is_comma(work, i) && i + 1 < end && !pacta_is(work, i + 1, CLASS_PREPOSITION) &&
            !pacta_is(work, i + 1, CLASS_FINITE) && !pacta_ends_as(work, i + 1, CLASS_PRESENT_ENDING))
            return i + 1; /* In addition to Article 4, developed Parties */
    return first;
}

/* In winter ships may, in no case shall he: where nothing parts a subject from the words before it,
 * or these are all; but: at least two keepers. */
static bool is_mere_circumstance(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end ||
        !(pacta_is(work, first, CLASS_PREPOSITION) || pacta_is(work, first, CLASS_INFINITIVE)))
        return false;
    for (uint32_t i = first + 1; i < end && i - first <= 2; i++)
        if (pacta_is(work, i, CLASS_NUMERAL) || pacta_cut_at(work, i)->kind == PACTA_TOKEN_NUMBER)
            return false;
    return true;
}

/* On that basis, shall determine: no subject, which stands before the list then. */
static bool is_circumstance(const pacta_work *work, uint32_t first, uint32_t end) {
    return first < end && pacta_is(work, first, CLASS_PREPOSITION) && pacta_is_comma(work, end) &&
           leave_circumstance(work, first, end) == first;
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

/* For this purpose no Party shall; in winter nobody may; but no fewer than three. */
static bool is_negated(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t noun = leave_circumstance(work, first, end);
    noun += noun == first && noun + 1 < end && pacta_is(work, first, CLASS_PREPOSITION) &&
            pacta_is(work, first + 1, CLASS_NEGATION); /* under no circumstances shall he */
    if (first > 0 && pacta_is(work, first - 1, CLASS_CLAUSE_OPENER) &&
        !pacta_is(work, first - 1, CLASS_ADVERB))
        return false; /* if no agreement is reached a Party may; but: then no Party may */
    return noun < end && pacta_is(work, noun, CLASS_NEGATION) &&
           (noun + 2 >= end || !pacta_is(work, noun + 2, CLASS_CLAUSE_OPENER));
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
        if (is_circumstance(work, begin, end))
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
        norm->negated = no != PACTA_NONE || is_negated(work, begin, end);
        if (norm->negated)
            forbid(norm);
        norm->subject = begin;
        norm->subject_end = end;
        low = norm->end;
    }
}

/* article, paragraph; but of divisions, a Part: the excess part of a payment is none */
static bool is_unit(const pacta_work *work, uint32_t token) {
    uint8_t unit = pacta_word_of(work, token)->unit;
    return unit != 0 && (work->rules->units.items[unit - 1].level != LEVEL_DIVISION ||
                         (pacta_cut_at(work, token)->flags & TOKEN_UPPER) != 0);
}

bool pacta_subject_is_instrument(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end)
        return false;
    uint32_t head = first;
    while (head < end && (pacta_is(work, head, CLASS_DETERMINER) || pacta_is(work, head, CLASS_SELF) ||
                          pacta_is(work, head, CLASS_DEMONSTRATIVE)))
        head++;
    if (head < end && pacta_reference_in(work, head, head + 1) != PACTA_NONE)
        return true;
    if (head >= end)
        head = first;
    while (head + 1 < end && !pacta_is(work, head + 1, CLASS_OF) &&
           !pacta_is(work, head + 1, CLASS_PHRASE_STOP) &&
           pacta_cut_at(work, head + 1)->kind == PACTA_TOKEN_WORD)
        head++;
    return pacta_is(work, head, CLASS_INSTRUMENT_NOUN) || pacta_is(work, head, CLASS_GENERIC) ||
           pacta_is(work, head, CLASS_TEXT_NOUN) || is_unit(work, head) ||
           pacta_name_until(work, head + 1) != PACTA_NONE;
}

bool pacta_subject_is_somebody(const pacta_work *work, const pacta_norm *norm) {
    for (uint32_t i = norm->subject; i < norm->subject_end; i++) {
        if (pacta_is(work, i, CLASS_PARTY) || pacta_is(work, i, CLASS_ORGANISATION) ||
            pacta_is(work, i, CLASS_PERSON_NOUN) || pacta_is(work, i, CLASS_PERSON_TITLE) ||
            pacta_is(work, i, CLASS_SOMEBODY) || pacta_is(work, i, CLASS_PERSONAL) ||
            pacta_is(work, i, CLASS_PLURAL))
            return true;
        if (i > norm->subject && (pacta_is(work, i, CLASS_PREPOSITION) || pacta_is(work, i, CLASS_RELATIVE)))
            break; /* of the Parties */
    }
    return false;
}

/* ---- Who is bound ------------------------------------------------------------------------------ */

/* The verb behind the cue is a passive: it binds its agent, where it has one. */
static bool is_passive(pacta_work *work, const pacta_norm *norm, uint32_t end, pacta_span *agent) {
    *agent = (pacta_span){0, 0};
    for (uint32_t i = norm->end; i < end && i - norm->end < VOICE_TOKENS; i++) {
        const pacta_rule *rule = pacta_rule_at(work, RULE_VOICE, i);
        if (rule != NULL) {
            pacta_match_group(&work->matcher, rule, GROUP_ACTOR, agent);
            return true;
        }
        if (pacta_is_comma(work, i)) { /* words put between */
            uint32_t close = i + 1;
            while (close < end && close - i < VOICE_TOKENS && !pacta_is_comma(work, close))
                close++;
            i = close;
        } else if (!pacta_is(work, i, CLASS_ADVERB)) {
            return false;
        }
    }
    return false;
}

bool pacta_norm_is_passive(pacta_work *work, const pacta_norm *norm, uint32_t end) {
    pacta_span agent;
    return is_passive(work, norm, end, &agent);
}

static uint32_t behind_adverbs(const pacta_work *work, uint32_t token, uint32_t end) {
    while (token < end && pacta_is(work, token, CLASS_ADVERB))
        token++;
    return token;
}

/* The verb says what something is or holds: nobody is bound by that but who can be. */
static bool tells_of_things(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    const uint32_t verb = behind_adverbs(work, norm->end, end);
    return verb < end && (pacta_is(work, verb, CLASS_BE) || pacta_is(work, verb, CLASS_STATIVE)) &&
           !pacta_subject_is_somebody(work, norm);
}

/* The Parties shall be bound, shall remain committed: they are, and no agent does it. */
static bool binds_subject(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    const uint32_t verb = behind_adverbs(work, norm->end, end), state = behind_adverbs(work, verb + 1, end);
    return state < end && (pacta_is(work, verb, CLASS_BE) || pacta_is(work, verb, CLASS_STATIVE)) &&
           pacta_is(work, state, CLASS_BINDING_STATE) && pacta_subject_is_somebody(work, norm);
}

/* The pact requires either side to, bars it from: whom an instrument's verb binds; but not:
 * requires leave from. */
static pacta_span object_of(const pacta_work *work, const pacta_norm *norm, uint32_t end) {
    pacta_phrase object = pacta_phrase_core_from(work, norm->end, end);
    if (object.first >= object.end || object.end >= end || !pacta_is(work, object.end, CLASS_OBJECT_STOP) ||
        (norm->modality == PACTA_OBLIGATION && !pacta_is(work, object.end, CLASS_INFINITIVE)))
        return (pacta_span){0, 0};
    return (pacta_span){pacta_cut_at(work, object.first)->begin, pacta_cut_at(work, object.end - 1)->end};
}

pacta_span pacta_subject_outside(const pacta_work *work, const pacta_norm *norm) {
    pacta_span none = {0, 0};
    if (norm->quotation == PACTA_NONE)
        return none;
    const pacta_quotation *quotation = &work->document->quotations.items[norm->quotation];
    uint32_t mark = pacta_token_at(work, quotation->span.begin);
    if (norm->first != mark + 1 || mark == 0)
        return none;
    uint32_t low = work->sentences.items[pacta_sentence_of(work, mark - 1)].first;
    pacta_phrase subject = pacta_phrase_core(work, low, mark);
    if (subject.first >= subject.end || pacta_subject_is_instrument(work, subject.first, subject.end))
        return none;
    return (pacta_span){pacta_cut_at(work, subject.first)->begin, pacta_cut_at(work, subject.end - 1)->end};
}

/* The cue is a passive itself: is prohibited, but not is obliged to, is barred from; nor
 * shall be entitled: */
static bool has_passive_cue(const pacta_work *work, const pacta_norm *norm) {
    bool be = false; /* it is forbidden to: nobody is it */
    bool it = norm->subject + 1 == norm->subject_end && pacta_is(work, norm->subject, CLASS_NEUTER);
    for (uint32_t i = norm->first; i < norm->end; i++)
        be = be || pacta_is(work, i, CLASS_BE);
    return be && norm->modality != PACTA_ENTITLEMENT && norm->actor.end == 0 &&
           !pacta_is(work, norm->end - 1, CLASS_INFINITIVE) &&
           !pacta_is(work, norm->end - 1, CLASS_PREPOSITION) && !pacta_is(work, norm->end - 1, CLASS_BE) &&
           (it || !pacta_is(work, norm->end, CLASS_OBJECT_STOP));
}

/* Orla signed the treaty, agreeing to ...: who did the main verb's deed. */
static pacta_span actor_of_participle(const pacta_work *work, const pacta_norm *norm) {
    for (uint32_t i = norm->part; i < norm->first; i++) {
        if (!pacta_is(work, i, CLASS_SIGNING))
            continue;
        pacta_phrase phrase = pacta_phrase_before(work, norm->part, i);
        if (phrase.end > phrase.first)
            return (pacta_span){pacta_cut_at(work, phrase.first)->begin,
                                pacta_cut_at(work, phrase.end - 1)->end};
    }
    return (pacta_span){0, 0};
}

/* the Secretary of the Council, who: the first noun, and not the last. */
static pacta_phrase whole_noun(const pacta_work *work, uint32_t sentence, pacta_phrase noun) {
    for (unsigned n = 0; n < NOUN_LINKS && noun.first > sentence + 1; n++) {
        uint32_t of = noun.first - 1 - pacta_is(work, noun.first - 1, CLASS_DETERMINER);
        pacta_phrase head = pacta_is(work, of, CLASS_PART_OF) ? pacta_phrase_core(work, sentence, of) : noun;
        if (head.first >= noun.first || head.end != of)
            break;
        noun.first = head.first;
    }
    return noun;
}

/* a Chairman, who shall: the noun that "who" stands for; else the subject. */
static pacta_phrase subject_meant(const pacta_work *work, const pacta_norm *norm) {
    pacta_phrase subject = {norm->subject, norm->subject_end};
    if (subject.first >= subject.end || !pacta_is(work, subject.end - 1, CLASS_SUBJECT_RELATIVE))
        return subject;
    uint32_t sentence = work->sentences.items[pacta_sentence_of(work, subject.first)].first;
    uint32_t end = subject.end - 1;
    end -= end > sentence && pacta_is_comma(work, end - 1);
    pacta_phrase noun = pacta_phrase_ending(work, sentence, end);
    return noun.end > noun.first ? whole_noun(work, sentence, noun) : subject;
}

pacta_span pacta_actor_of(pacta_work *work, const pacta_norm *norm, uint32_t end) {
    pacta_span agent;
    const bool deed = norm->effect && pacta_subject_is_somebody(work, norm); /* the Board shall remain */
    if ((norm->modality == PACTA_CONSTITUTIVE && !deed) || norm->modality == PACTA_DEFINITION)
        return (pacta_span){0, 0};
    if ((is_passive(work, norm, end, &agent) && !(agent.end == 0 && binds_subject(work, norm, end))) ||
        has_passive_cue(work, norm))
        return agent;
    if (pacta_is(work, norm->first, CLASS_PROMISING))
        return actor_of_participle(work, norm);
    if (norm->actor.end > 0)
        return norm->actor;
    if (norm->of_instrument)
        return object_of(work, norm, end);
    const uint32_t subject = leave_circumstance(work, norm->subject, norm->subject_end);
    if (pacta_subject_is_instrument(work, subject, norm->subject_end) || tells_of_things(work, norm, end))
        return (pacta_span){0, 0};
    pacta_phrase meant = subject_meant(work, norm);
    uint32_t first = leave_circumstance(work, meant.first, meant.end), last = meant.end;
    if (is_mere_circumstance(work, first, last))
        return (pacta_span){0, 0};
    if (first == last)
        return pacta_subject_outside(work, norm);
    if (first + 1 < last && pacta_is_definite(work, first))
        first++;
    while (last > first && pacta_cut_at(work, last - 1)->kind == PACTA_TOKEN_SYMBOL &&
           !pacta_is_char(work, last - 1, ')'))
        last--;
    if (first >= last || last - first > ACTOR_TOKENS)
        return (pacta_span){0, 0};
    return (pacta_span){pacta_cut_at(work, first)->begin, pacta_cut_at(work, last - 1)->end};
}
