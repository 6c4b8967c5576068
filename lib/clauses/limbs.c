/* Where conditions and exceptions end, and which norm each belongs to. */
#include "clauses/norms.h"
#include "clauses/tails.h"
#include "phrases/phrases.h"
#include "phrases/words.h"

enum { LIMB_TOKENS = 400, VERB_REACH = 40, LIST_REACH = 6 };

/* ---- Limbs inside limbs -------------------------------------------------------------------------- */

bool pacta_has_verb(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (pacta_is(work, i, CLASS_FINITE) && !(i > first && pacta_is(work, i - 1, CLASS_BARE)))
            return true;
    return false;
}

/* where appropriate, ...: nothing is missing at the comma. */
static bool is_whole(pacta_work *work, const pacta_limb *limb) {
    return limb->body > limb->first + 1 && pacta_is_comma(work, limb->body) &&
           pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) == NULL;
}

/* What opens the limb opens a clause, and no phrase: if, Should. */
static bool is_clause(pacta_work *work, const pacta_limb *limb) {
    return pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) != NULL ||
           pacta_is(work, limb->body - 1, CLASS_MODAL);
}

/* if his periods, when added up, are: a comma closes the inner one. */
static bool is_put_in(const pacta_work *work, const pacta_limb *inner) {
    const uint32_t end = work->sentences.items[pacta_sentence_of(work, inner->first)].end;
    for (uint32_t i = inner->body; i < end && i - inner->body <= VERB_REACH; i++)
        if (pacta_is_comma(work, i))
            return true;
    return false;
}

/* One that stands inside another is part of it (unless, where ...). */
static bool is_separate(pacta_work *work, const pacta_limb *outer, const pacta_limb *inner) {
    if (is_whole(work, outer))
        return true;
    if (inner->first <= outer->body + 1)
        return false;
    const pacta_rule *opener = pacta_rule_at(work, RULE_SUBORDINATE, outer->body - 1);
    if (inner->first - outer->body <= VERB_REACH && opener != NULL && opener->mode == CLAUSE_PLAIN &&
        pacta_is_comma(work, inner->first - 1) && !pacta_has_verb(work, outer->body, inner->first) &&
        is_put_in(work, inner))
        return false;
    uint32_t before = inner->first - 1;
    if (pacta_is(work, before, CLASS_ADVERB) && before > outer->body) /* and further provided that */
        before--;
    if (pacta_is(work, before, CLASS_LIST_JOINER) && before > outer->body)
        before--;
    const bool clause =
        pacta_rule_at(work, RULE_SUBORDINATE, inner->body - 1) != NULL; /* no: without leave */
    return pacta_is_comma(work, before) || inner->quotation != outer->quotation ||
           (inner->exception && !outer->exception && clause);
}

/* A norm between two limbs parts them. */
static bool norm_between(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t low = 0, high = work->norms.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (work->norms.items[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < work->norms.count && work->norms.items[low].first < end;
}

static void drop_inner_limbs(pacta_work *work) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < work->limbs.count; i++) {
        pacta_limb *limb = &work->limbs.items[i];
        if (kept > 0 && !norm_between(work, work->limbs.items[kept - 1].first, limb->first) &&
            !is_separate(work, &work->limbs.items[kept - 1], limb))
            continue;
        work->limbs.items[kept++] = *limb;
    }
    work->limbs.count = kept;
}

/* ---- Ends ------------------------------------------------------------------------------------------ */

/* The first comma in [first, end) outside brackets, or `end`. */
static uint32_t next_comma(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t depth = 0;
    for (uint32_t i = first; i < end; i++) {
        if (pacta_is_char(work, i, '('))
            depth++;
        else if (pacta_is_char(work, i, ')'))
            depth -= depth > 0;
        else if (depth == 0 && pacta_is_comma(work, i))
            return i;
    }
    return end;
}

/* The bracket that closes one opened before `first`, or `end`. */
static uint32_t closing_bracket(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t depth = 0;
    for (uint32_t i = first; i < end; i++) {
        if (pacta_is_char(work, i, '('))
            depth++;
        else if (pacta_is_char(work, i, ')') && depth-- == 0)
            return i;
    }
    return end;
}

/* Behind the comma a list goes on: lamps, ropes and boats. */
static bool lists(const pacta_work *work, uint32_t comma, uint32_t end) {
    if (comma + 1 < end &&
        (pacta_is(work, comma + 1, CLASS_PREPOSITION) || pacta_is(work, comma + 1, CLASS_INFINITIVE)))
        return false;
    /* of this Convention, persons accused or convicted: names and common nouns are
     * no list */
    if (comma + 1 < end && (pacta_cut_at(work, comma - 1)->flags & TOKEN_UPPER) != 0 &&
        (pacta_cut_at(work, comma + 1)->flags & TOKEN_UPPER) == 0 && !pacta_opens_subject(work, comma + 1) &&
        !pacta_is(work, comma + 1, CLASS_LIST_JOINER))
        return false;
    for (uint32_t i = comma + 1; i < end && i - comma <= LIST_REACH; i++)
        if (pacta_is(work, i, CLASS_LIST_JOINER))
            return true;
    return false;
}

/* A noun of the main clause can begin at the token. */
static bool opens_object(const pacta_work *work, uint32_t token) {
    return pacta_opens_subject(work, token) ||
           (pacta_cut_at(work, token)->kind == PACTA_TOKEN_WORD &&
            !pacta_is(work, token, CLASS_PREPOSITION) && !pacta_is(work, token, CLASS_ADVERB) &&
            !pacta_is(work, token, CLASS_RELATIVE) && !pacta_is(work, token, CLASS_LIST_JOINER) &&
            !pacta_is(work, token, CLASS_CLAUSE_OPENER) && !pacta_is(work, token, CLASS_PARTICIPLE) &&
            !pacta_ends_as(work, token, CLASS_ADVERB_ENDING) &&
            !pacta_ends_as(work, token, CLASS_PAST_ENDING) &&
            !pacta_ends_as(work, token, CLASS_PRESENT_ENDING));
}

/* The comma behind words put in between (may, if asked, enter), or `end`. `verb_waits`:
 * the verb before is to be followed by another (shall endeavour, if asked, to). */
static uint32_t closing_comma(pacta_work *work, const pacta_limb *limb, uint32_t end, bool inserted,
                              bool verb_waits) {
    uint32_t from = limb->body;
    const pacta_rule *opener = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1);
    bool clause = opener != NULL && opener->mode != CLAUSE_LINK;
    if (clause && from < end && pacta_is_comma(work, from)) /* unless, in its view, ... */
        from = next_comma(work, from + 1, end) + 1;
    for (uint32_t comma; from < end && (comma = next_comma(work, from, end)) < end; from = comma + 1) {
        if (comma + 1 < end && pacta_is(work, comma + 1, CLASS_LIST_JOINER))
            continue;
        if (verb_waits && comma + 1 < end && pacta_is(work, comma + 1, CLASS_INFINITIVE))
            return comma;
        if (inserted ? !clause || pacta_has_verb(work, limb->body, comma) || !lists(work, comma, end)
                     : !lists(work, comma, end) &&
                           (!clause || (pacta_has_verb(work, limb->body, comma) &&
                                        !pacta_has_verb(work, comma, end) && opens_object(work, comma + 1))))
            return comma;
    }
    return end;
}

/* ---- Owners ------------------------------------------------------------------------------------------- */

/* The limb opens what follows, and is no tail of the norm before. */
static bool opens_part(pacta_work *work, uint32_t token, uint32_t low) {
    if (token > low && pacta_is_comma(work, token - 1))
        token--;
    if (token <= low)
        return true;
    const pacta_rule *rule = pacta_rule_at(work, RULE_SUBORDINATE, token - 1);
    return pacta_is(work, token - 1, CLASS_LIST_JOINER) || pacta_is_char(work, token - 1, ':') ||
           (pacta_is(work, token - 1, CLASS_CLAUSE_OPENER) && rule == NULL) ||
           (rule != NULL && rule->mode == CLAUSE_SPEECH);
}

/* If so requested: nothing is missing behind words that open like a clause. */
static bool is_short(pacta_work *work, const pacta_limb *limb) {
    return limb->body > limb->first + 1 && pacta_rule_at(work, RULE_SUBORDINATE, limb->first) != NULL &&
           pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) == NULL;
}

/* Where what the limb says begins, behind words between commas (where, however, ...). */
static uint32_t behind_insertion(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (!pacta_is_comma(work, limb->body) || !is_clause(work, limb))
        return limb->body;
    const uint32_t comma = next_comma(work, limb->body + 1, end);
    return comma < end ? comma + 1 : limb->body;
}

/* A subject can begin at the token, behind what is no part of it. `plain`: a name may be it. */
static bool begins_subject(const pacta_work *work, uint32_t token, bool plain) {
    const uint32_t before = token - 1;
    const bool noun = pacta_opens_noun(work, token) || pacta_is(work, token, CLASS_PRONOUN);
    return (noun || (plain && pacta_opens_subject(work, token))) &&
           !pacta_is(work, before, CLASS_PREPOSITION) && !pacta_is(work, before, CLASS_PHRASE_STOP) &&
           !pacta_is(work, before, CLASS_BE) &&
           !(noun ? pacta_opens_noun(work, before) : pacta_opens_subject(work, before));
}

/* In case of fire the master of a ship shall: behind a phrase the first one, if it is sure. */
static uint32_t subject_behind_phrase(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i + 1 < end; i++)
        if (begins_subject(work, i, false) && !pacta_is_comma(work, i - 1) &&
            !pacta_is(work, i - 1, CLASS_LIST_JOINER) && !pacta_is(work, i + 1, CLASS_PREPOSITION))
            return i;
    return end;
}

/* A main clause begins without a comma before it: its subject's first word (in a
 * third State the master shall); behind a clause, the last that may be it. */
static uint32_t bare_subject(pacta_work *work, const pacta_limb *limb, const pacta_norm *norm, bool plain) {
    const uint32_t end = norm->subject_end;
    const bool clause = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) != NULL;
    const uint32_t least = behind_insertion(work, limb, end) + (clause ? 2 : 1);
    const uint32_t sure = clause ? end : subject_behind_phrase(work, least, end);
    if (sure < end)
        return sure;
    for (uint32_t i = end; i > least; i--)
        if (begins_subject(work, i - 1, plain))
            return i - 1;
    return is_short(work, limb) && pacta_opens_subject(work, limb->body) ? limb->body : end;
}

/* Neither a citation nor a word that joins stands behind the comma. */
static bool parts_from(const pacta_work *work, uint32_t comma, uint32_t end) {
    return comma + 1 < end && pacta_reference_in(work, comma + 1, comma + 2) == PACTA_NONE &&
           !pacta_is(work, comma + 1, CLASS_LIST_JOINER) && !pacta_is(work, comma + 1, CLASS_RELATIVE);
}

/* except for Article 9, ...: and no further Article. */
static bool ends_with_citation(const pacta_work *work, uint32_t comma, uint32_t end, bool clause) {
    return !clause && pacta_reference_in(work, comma - 1, comma) != PACTA_NONE &&
           parts_from(work, comma, end);
}

/* Subject to the laws (and these only), tax: a bracket ends the phrase. */
static bool ends_with_bracket(const pacta_work *work, const pacta_limb *limb, uint32_t comma, uint32_t end) {
    return !limb->exception && pacta_is_char(work, comma - 1, ')') && parts_from(work, comma, end) &&
           !lists(work, comma, end);
}

/* Except where Article 9 applies, royalties and ...: nothing can follow the verb
 * before this comma. PACTA_NONE if there is none before `end`. */
static uint32_t complete_at(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (!is_clause(work, limb))
        return PACTA_NONE;
    for (uint32_t i = limb->body + 1; i + 1 < end && i - limb->body <= LIMB_TOKENS; i++)
        if (pacta_is_comma(work, i) && pacta_is(work, i - 1, CLASS_FINITE) &&
            !pacta_is(work, i - 2, CLASS_BARE) && !pacta_is(work, i - 1, CLASS_BE) &&
            !pacta_is(work, i - 1, CLASS_AUXILIARY) && !pacta_opens_noun(work, i - 2) &&
            !pacta_is(work, i - 2, CLASS_POSSESSIVE) &&
            !pacta_is(work, i - 2, CLASS_RELATIVE)) /* whose act, neglect or default */
            return i;
    return PACTA_NONE;
}

/* Subject to Article 3, and without prejudice to Article 4, ...: another phrase
 * follows a limb that is none but a phrase. */
static uint32_t phrase_end(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    if (is_clause(work, limb))
        return PACTA_NONE;
    for (uint32_t i = limb->body + 1; i + 2 < end && i - limb->body <= VERB_REACH; i++)
        if (pacta_is_comma(work, i) && pacta_is(work, i + 1, CLASS_LIST_JOINER) &&
            pacta_is(work, i + 2, CLASS_PREPOSITION) && !pacta_is(work, i + 2, CLASS_OF))
            return i;
    return PACTA_NONE;
}

/* Subject to paragraph 2, items, wherever they are, shall: a citation ends the phrase, or a
 * bracket. PACTA_NONE where none does before `end`. */
static uint32_t citation_end(pacta_work *work, const pacta_limb *limb, uint32_t end) {
    const bool clause = is_clause(work, limb);
    for (uint32_t i = limb->body + 1; !clause && i + 1 < end && i - limb->body <= VERB_REACH; i++)
        if (pacta_is_comma(work, i) &&
            (ends_with_citation(work, i, end, clause) || ends_with_bracket(work, limb, i, end)))
            return opens_object(work, i + 1) ? i : PACTA_NONE;
    return PACTA_NONE;
}

/* If you agree, I propose that it shall; if he pays, it is understood that: the clause
 * that says so is no part of the limb. PACTA_NONE where there is none before `end`. */
static uint32_t saying_at(const pacta_work *work, const pacta_limb *limb, uint32_t end) {
    for (uint32_t i = limb->body + 1; i + 2 < end && i - limb->body <= LIMB_TOKENS; i++)
        if (pacta_is_comma(work, i) &&
            (pacta_is(work, i + 1, CLASS_SPEAKER) ||
             (pacta_is(work, i + 1, CLASS_NEUTER) && pacta_is(work, i + 2, CLASS_BE))) &&
            pacta_has_verb(work, limb->body, i))
            return i;
    return PACTA_NONE;
}

/* The end of a limb that stands before the norm it belongs to. */
static uint32_t end_before(pacta_work *work, const pacta_limb *limb, pacta_norm *norm) {
    if (limb->first >= norm->subject_end) /* between subject and verb */
        return norm->first;
    bool around = limb->first < norm->subject && /* if it sinks the ship shall */
                  norm->subject <= behind_insertion(work, limb, norm->subject_end);
    uint32_t bare =
        around || limb->first >= norm->subject ? bare_subject(work, limb, norm, !around) : norm->subject;
    if (norm->part > limb->first)
        norm->part = limb->first;
    if (around ? bare < norm->subject_end : bare != norm->subject) {
        norm->subject = bare;
        return norm->subject;
    }
    uint32_t phrase = phrase_end(work, limb, norm->subject);
    if (phrase == PACTA_NONE)
        phrase = saying_at(work, limb, norm->subject);
    if (phrase != PACTA_NONE)
        return phrase;
    uint32_t complete = complete_at(work, limb, norm->subject);
    if (complete == PACTA_NONE)
        complete = citation_end(work, limb, norm->subject);
    if (complete != PACTA_NONE && norm->subject < norm->subject_end) {
        norm->subject = complete + 1;
        return complete;
    }
    return norm->subject < norm->subject_end ? norm->subject : norm->first;
}

/* may, in its waters, provided that ...: from the comma behind the modal to the one
 * before the limb there is no other, so that the verb is yet to come. */
static bool is_second_insertion(const pacta_work *work, uint32_t open, uint32_t close) {
    return open < close && pacta_is_comma(work, open) && next_comma(work, open + 1, close) == close;
}

/* shall endeavour, if asked, to; obliges each keeper, if a lamp breaks, to: the verb that is
 * owed is yet to come. */
static bool is_verb_waiting(const pacta_work *work, const pacta_norm *norm, uint32_t limb) {
    if (limb == norm->end + 2)
        return true;
    bool waits = norm->of_instrument;
    for (uint32_t i = norm->end; waits && i < limb; i++)
        waits = !pacta_is(work, i, CLASS_INFINITIVE);
    return waits;
}

static uint32_t end_behind(pacta_work *work, const pacta_limb *limb, const pacta_norm *norm,
                           const pacta_stretch *stretch, uint32_t end) {
    uint32_t before = limb->first;
    if (before > stretch->first + 1 && pacta_is(work, before - 1, CLASS_LIST_JOINER))
        before--;
    bool commas = before > stretch->first && pacta_is_comma(work, before - 1);
    if (is_whole(work, limb))
        return limb->body;
    if (end > limb->first + LIMB_TOKENS)
        end = limb->first + LIMB_TOKENS;
    if (stretch->report != NULL && limb->quotation == PACTA_NONE)
        end = pacta_leave_story(work, limb->body, end);
    end = pacta_leave_remark(work, limb->body, end);
    bool joined = before < limb->first && commas; /* , and if so, */
    bool behind_joiner =
        limb->first >= stretch->first + 2 && pacta_is(work, limb->first - 2, CLASS_LIST_JOINER);
    bool inserted = behind_joiner || (norm != NULL && (joined || norm->end == before - 1 ||
                                                       is_second_insertion(work, norm->end, before - 1)));
    bool verb_waits = norm != NULL && is_verb_waiting(work, norm, limb->first);
    return commas ? closing_comma(work, limb, end, inserted, verb_waits) : end;
}

/* A main clause can begin behind the comma. */
static bool opens_main(const pacta_work *work, const pacta_limb *limb, uint32_t comma, uint32_t end,
                       bool clause) {
    if (comma + 1 >= end)
        return false;
    if (!clause)
        return pacta_opens_subject(work, comma + 1) || !lists(work, comma, end);
    return pacta_has_verb(work, limb->body, comma) &&
           (pacta_opens_subject(work, comma + 1) || pacta_is(work, comma + 1, CLASS_INFINITIVE) ||
            (opens_object(work, comma + 1) && !pacta_is(work, comma + 1, CLASS_FINITE) &&
             pacta_has_verb(work, comma + 1, end)));
}

/* The bare verb of an item can stand at the token: send; promptly send. */
static bool opens_deed(const pacta_work *work, uint32_t token, uint32_t end) {
    while (token < end &&
           (pacta_is(work, token, CLASS_ADVERB) || pacta_ends_as(work, token, CLASS_ADVERB_ENDING)))
        token++;
    return token < end && !pacta_opens_subject(work, token) && !pacta_is(work, token, CLASS_POSSESSIVE) &&
           opens_object(work, token);
}

/* of copper, bronze or gold and is sold: a clause goes on behind the comma. */
static bool says_more(const pacta_work *work, uint32_t comma, uint32_t end) {
    for (uint32_t i = comma + 1; i < end; i++)
        if (pacta_is(work, i, CLASS_BE))
            return true;
    return pacta_has_verb(work, comma, end);
}

/* (a) if the ship is late, send a boat: one that opens an item. What lists (ill, absent
 * or dead; but: give or send it) only where no other comma and no verb is left. Before
 * the first comma the verb may be one that no pack knows (if a fire breaks out, send). */
static uint32_t end_before_deed(const pacta_work *work, const pacta_limb *limb, uint32_t end) {
    uint32_t listed = end, unknown = end;
    const uint32_t first = next_comma(work, limb->body + 2, end);
    for (uint32_t comma = first; comma < end; comma = next_comma(work, comma + 1, end)) {
        if (!opens_deed(work, comma + 1, end))
            continue;
        const bool known = pacta_has_verb(work, limb->body, comma), more = lists(work, comma, end);
        if (known && !more)
            return comma;
        if (known && listed == end && !says_more(work, comma, end))
            listed = comma;
        if (!known && !more && comma == first)
            unknown = comma;
    }
    return listed < end ? listed : unknown;
}

/* One that opens words without a norm: where he is ill, his name. */
static uint32_t end_opening(pacta_work *work, const pacta_limb *limb, uint32_t end, bool deed) {
    const bool clause = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) != NULL;
    if (clause && deed)
        end = end_before_deed(work, limb, end);
    for (uint32_t comma = limb->body; (comma = next_comma(work, comma, end)) < end; comma++)
        if (ends_with_citation(work, comma, end, clause) || opens_main(work, limb, comma, end, clause))
            return comma;
    return end;
}

/* (benefits in case of illness): a bracket opens before the limb, and not right before. */
static bool is_in_bracket(const pacta_work *work, uint32_t low, uint32_t first) {
    uint32_t depth = 0;
    for (uint32_t i = first; i-- > low && first - i <= VERB_REACH;) {
        if (pacta_is_char(work, i, ')'))
            depth++;
        else if (pacta_is_char(work, i, '(') && depth-- == 0)
            return true;
    }
    return false;
}

/* No limb goes further than this: the next limb, its bracket's or its quotation's end. */
static uint32_t limit_of(const pacta_work *work, const pacta_stretch *stretch, uint32_t index) {
    const pacta_limb *limb = &work->limbs.items[index];
    uint32_t end = index + 1 < work->limbs.count ? limb[1].first : stretch->end;
    if (is_in_bracket(work, stretch->first, limb->first))
        end = closing_bracket(work, limb->body, end);
    if (limb->quotation == PACTA_NONE)
        return end;
    uint32_t close = pacta_token_at(work, work->document->quotations.items[limb->quotation].inner.end);
    return close < end && close > limb->first ? close : end;
}

/* Where the limb ends, as `next_norm` norms stand before it. */
static uint32_t end_of(pacta_work *work, const pacta_stretch *stretch, uint32_t index, uint32_t next_norm) {
    pacta_limb *limb = &work->limbs.items[index];
    const pacta_norm *before = next_norm > 0 ? &work->norms.items[next_norm - 1] : NULL;
    pacta_norm *behind = next_norm < work->norms.count ? &work->norms.items[next_norm] : NULL;
    uint32_t end = limit_of(work, stretch, index);
    limb->norm = before == NULL ? 0 : next_norm - 1;
    if (limb->first > stretch->first && pacta_is_char(work, limb->first - 1, '('))
        return closing_bracket(work, limb->body, end);
    bool between = before != NULL && limb->first == before->end + 1 && pacta_is_comma(work, before->end);
    bool opening = !between && /* shall, if asked, */
                   opens_part(work, limb->first, before == NULL ? stretch->first : before->end);
    if (behind != NULL && (before == NULL || opening)) {
        uint32_t close = end_before(work, limb, behind);
        if (stretch->report != NULL && limb->quotation == PACTA_NONE && close > limb->body)
            close = pacta_leave_sayer(work, limb->body, pacta_strip_marks(work, limb->body, close));
        const uint32_t least = limb->body + !is_short(work, limb);
        limb->norm = next_norm;
        if (close < least && behind->first > limb->body) { /* and, if these fail, may ask */
            behind->subject = behind->subject_end = behind->first;
            close = behind->first;
        }
        return close < end && close >= least ? close : end;
    }
    if (behind != NULL && behind->part < end && behind->part > limb->body)
        end = behind->part;
    return before == NULL && opening ? end_opening(work, limb, end, stretch->deed)
                                     : end_behind(work, limb, before, stretch, end);
}

/* unless he is a child, in which (case) [it shall]: what leads on to the next clause. */
static uint32_t leave_relative(const pacta_work *work, uint32_t body, uint32_t end) {
    for (uint32_t relative = end - 1; relative > body + 2 && end - relative <= 2; relative--)
        if (pacta_is(work, relative, CLASS_RELATIVE) && pacta_is(work, relative - 1, CLASS_PREPOSITION) &&
            pacta_is_comma(work, relative - 2))
            return relative - 2;
    return end;
}

static void close_limb(pacta_work *work, const pacta_stretch *stretch, uint32_t index, uint32_t next_norm) {
    pacta_limb *limb = &work->limbs.items[index];
    limb->end = leave_relative(work, limb->body, end_of(work, stretch, index, next_norm));
    limb->end = pacta_strip_marks(work, limb->body - 1, limb->end);
    if (limb->end <= limb->first)
        limb->end = limb->first + 1;
    limb->span = (pacta_span){pacta_cut_at(work, limb->first)->begin, pacta_cut_at(work, limb->end - 1)->end};
}

/* If we want to go, Article 9 shows how: "Any Power may go.": whoever says so is not the
 * one whose sentence follows. */
static bool is_outside(const pacta_work *work, const pacta_limb *limb) {
    if (limb->quotation != PACTA_NONE || limb->norm >= work->norms.count)
        return false;
    const uint32_t quotation = work->norms.items[limb->norm].quotation;
    if (quotation == PACTA_NONE)
        return false;
    const uint32_t mark = pacta_token_at(work, work->document->quotations.items[quotation].span.begin);
    return mark > limb->first && pacta_is_char(work, mark - 1, ':') &&
           (pacta_cut_at(work, mark + 1)->flags & TOKEN_UPPER) != 0;
}

void pacta_close_limbs(pacta_work *work, const pacta_stretch *stretch) {
    drop_inner_limbs(work);
    uint32_t norm = 0, kept = 0;
    for (uint32_t i = 0; i < work->limbs.count; i++) {
        while (norm < work->norms.count && work->norms.items[norm].first < work->limbs.items[i].first)
            norm++;
        close_limb(work, stretch, i, norm);
    }
    for (uint32_t i = 0; i < work->limbs.count; i++)
        if (!is_outside(work, &work->limbs.items[i]))
            work->limbs.items[kept++] = work->limbs.items[i];
    work->limbs.count = kept;
}
