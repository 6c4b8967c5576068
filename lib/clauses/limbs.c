/* Where conditions and exceptions end, and which norm each belongs to. */
#include "clauses/limbs.h"
#include "clauses/reports.h"
#include "clauses/tails.h"
#include "phrases/phrases.h"
#include "phrases/words.h"

enum { LIST_REACH = 6 };

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

bool pacta_limb_is_clause(pacta_work *work, const pacta_limb *limb) {
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

/* gratis if it was free, and for a fee [if it was not]: the comma before what a second limb
 * belongs to, or `end`, where that one begins. */
static uint32_t before_twin(const pacta_work *work, const pacta_limb *limb, uint32_t end) {
    for (uint32_t i = end - 1; i > limb->body + 2 && end - i <= VERB_REACH; i--) {
        if (pacta_is(work, i, CLASS_FINITE) || pacta_is(work, i, CLASS_BE) || pacta_is_comma(work, i))
            return end;
        if (pacta_is(work, i, CLASS_LIST_JOINER))
            return pacta_is_comma(work, i - 1) && pacta_is(work, i + 1, CLASS_PREPOSITION) &&
                           pacta_has_verb(work, limb->body, i - 1)
                       ? i - 1
                       : end;
    }
    return end;
}

/* One that stands inside another is part of it (unless, where ...). */
static bool is_separate(pacta_work *work, const pacta_limb *outer, const pacta_limb *inner) {
    if (is_whole(work, outer))
        return true;
    if (before_twin(work, outer, inner->first) < inner->first)
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
    return pacta_is_comma(work, before) || pacta_is_char(work, before, ';') ||
           inner->quotation != outer->quotation || (inner->exception && !outer->exception && clause);
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

uint32_t pacta_next_comma(const pacta_work *work, uint32_t first, uint32_t end) {
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

bool pacta_lists_behind(const pacta_work *work, uint32_t comma, uint32_t end) {
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
        if (pacta_is(work, i, CLASS_LIST_JOINER) && !pacta_is(work, i - 1, CLASS_INFINITIVE))
            return true; /* but: ships bound to or from Orla */
    return false;
}

bool pacta_opens_object(const pacta_work *work, uint32_t token) {
    return pacta_opens_subject(work, token) ||
           (pacta_cut_at(work, token)->kind == PACTA_TOKEN_WORD &&
            !pacta_is(work, token, CLASS_PREPOSITION) && !pacta_is(work, token, CLASS_ADVERB) &&
            !pacta_is(work, token, CLASS_RELATIVE) && !pacta_is(work, token, CLASS_LIST_JOINER) &&
            !pacta_is(work, token, CLASS_CLAUSE_OPENER) && !pacta_is(work, token, CLASS_PARTICIPLE) &&
            !pacta_ends_as(work, token, CLASS_ADVERB_ENDING) &&
            !pacta_ends_as(work, token, CLASS_PAST_ENDING) &&
            !pacta_ends_as(work, token, CLASS_PRESENT_ENDING));
}

/* except for a purpose, in a way, and on payment: one phrase after the other. */
static bool goes_on_in_phrases(const pacta_work *work, uint32_t comma, uint32_t end) {
    while (comma + 2 < end && pacta_is(work, comma + 1, CLASS_PREPOSITION)) {
        const uint32_t next = pacta_next_comma(work, comma + 1, end);
        if (next >= end || pacta_has_verb(work, comma, next))
            return false;
        if (pacta_is(work, next + 1, CLASS_LIST_JOINER))
            return pacta_is(work, next + 2, CLASS_PREPOSITION);
        comma = next;
    }
    return false;
}

/* The comma behind words put in between (may, if asked, enter), or `end`. `verb_waits`:
 * the verb before is to be followed by another (shall endeavour, if asked, to). */
static uint32_t closing_comma(pacta_work *work, const pacta_limb *limb, uint32_t end, bool inserted,
                              bool verb_waits) {
    uint32_t from = limb->body;
    const pacta_rule *opener = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1);
    bool clause = opener != NULL && opener->mode != CLAUSE_LINK;
    if (clause && from < end && pacta_is_comma(work, from)) /* unless, in its view, ... */
        from = pacta_next_comma(work, from + 1, end) + 1;
    for (uint32_t comma; from < end && (comma = pacta_next_comma(work, from, end)) < end; from = comma + 1) {
        if (comma + 1 < end && pacta_is(work, comma + 1, CLASS_LIST_JOINER))
            continue;
        if (!clause && goes_on_in_phrases(work, comma, end))
            continue;
        if (verb_waits && comma + 1 < end && pacta_is(work, comma + 1, CLASS_INFINITIVE))
            return comma;
        if (inserted
                ? !clause || pacta_has_verb(work, limb->body, comma) || !pacta_lists_behind(work, comma, end)
                : !pacta_lists_behind(work, comma, end) &&
                      (!clause || (pacta_has_verb(work, limb->body, comma) &&
                                   !pacta_has_verb(work, comma, end) && pacta_opens_object(work, comma + 1))))
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

bool pacta_limb_is_short(pacta_work *work, const pacta_limb *limb) {
    return limb->body > limb->first + 1 && pacta_rule_at(work, RULE_SUBORDINATE, limb->first) != NULL &&
           pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) == NULL;
}

bool pacta_parts_from(const pacta_work *work, uint32_t comma, uint32_t end) {
    return comma + 1 < end && pacta_reference_in(work, comma + 1, comma + 2) == PACTA_NONE &&
           !pacta_is(work, comma + 1, CLASS_LIST_JOINER) && !pacta_is(work, comma + 1, CLASS_RELATIVE);
}

bool pacta_ends_with_citation(const pacta_work *work, uint32_t comma, uint32_t end) {
    return pacta_reference_in(work, comma - 1, comma) != PACTA_NONE && pacta_parts_from(work, comma, end);
}

/* may, in its waters, provided that ...: from the comma behind the modal to the one
 * before the limb, or to the limb, there is no other, so that the verb is yet to come. */
static bool is_second_insertion(const pacta_work *work, uint32_t open, uint32_t close) {
    return open < close && pacta_is_comma(work, open) && pacta_next_comma(work, open + 1, close) == close;
}

/* shall endeavour, if asked, to; obliges each keeper, if a lamp breaks, to: the verb that is
 * owed is yet to come. */
static bool is_verb_waiting(const pacta_work *work, const pacta_norm *norm, uint32_t limb) {
    if (limb == norm->end + 2 || /* shall be referred, if they fail, to the Board */
        (limb <= norm->end + 4 && limb > norm->end + 2 && pacta_is(work, norm->end, CLASS_BE) &&
         pacta_ends_as(work, limb - 2, CLASS_PAST_ENDING)))
        return true;
    bool waits = norm->of_instrument;
    for (uint32_t i = norm->end; waits && i < limb; i++)
        waits = !pacta_is(work, i, CLASS_INFINITIVE);
    return waits;
}

/* Whereas the one bars it save by leave, the other: where the main clause begins that stands
 * against the one that opens the sentence; or `end`. */
static uint32_t leave_contrast(const pacta_work *work, const pacta_stretch *stretch, const pacta_limb *limb,
                               uint32_t end) {
    if (!pacta_is(work, stretch->first, CLASS_CONTRASTING) || limb->first == stretch->first)
        return end;
    for (uint32_t i = limb->body + 1; i + 1 < end; i++)
        if (pacta_is_comma(work, i) && pacta_opens_subject(work, i + 1) && !pacta_lists_behind(work, i, end))
            return i;
    return end;
}

/* Decides that it may row if Orla agrees, and recalls Article 4: where what a resolution says goes on in
 * another verb; or `end`. */
static uint32_t leave_operative(const pacta_work *work, const pacta_limb *limb, uint32_t end) {
    uint32_t verb = work->sentences.items[pacta_sentence_of(work, limb->first)].first;
    while (verb < limb->first && pacta_cut_at(work, verb)->kind == PACTA_TOKEN_MARKER)
        verb++;
    if (!(pacta_is(work, verb, CLASS_CUE) || pacta_is(work, verb, CLASS_FINITE)) ||
        (pacta_cut_at(work, verb)->flags & TOKEN_UPPER) == 0 || limb->quotation != PACTA_NONE ||
        !pacta_is_that(work, verb + 1))
        return end;
    for (uint32_t comma = limb->body; (comma = pacta_next_comma(work, comma, end)) + 2 < end; comma++)
        if (pacta_is(work, comma + 1, CLASS_LIST_JOINER) &&
            (pacta_is(work, comma + 2, CLASS_CUE) || pacta_is(work, comma + 2, CLASS_CUE_WEAK)) &&
            pacta_has_verb(work, limb->body, comma))
            return comma;
    return end;
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
    end = pacta_leave_remark(work, limb->body,
                             leave_operative(work, limb, leave_contrast(work, stretch, limb, end)));
    bool joined = before < limb->first && commas; /* , and if so, */
    bool behind_joiner =
        limb->first >= stretch->first + 2 && pacta_is(work, limb->first - 2, CLASS_LIST_JOINER);
    bool inserted = behind_joiner || (norm != NULL && (joined || norm->end == before - 1 ||
                                                       is_second_insertion(work, norm->end, before - 1)));
    bool verb_waits = norm != NULL && is_verb_waiting(work, norm, limb->first);
    bool within = norm != NULL && /* shall, in time and if asked, */
                  is_second_insertion(work, norm->end, limb->first);
    return commas || within ? closing_comma(work, limb, end, inserted || within, verb_waits) : end;
}

/* A main clause can begin behind the comma. */
static bool opens_main(const pacta_work *work, const pacta_limb *limb, uint32_t comma, uint32_t end,
                       bool clause) {
    if (comma + 1 >= end)
        return false;
    if (!clause)
        return pacta_opens_subject(work, comma + 1) || !pacta_lists_behind(work, comma, end);
    return pacta_has_verb(work, limb->body, comma) &&
           (pacta_opens_subject(work, comma + 1) || pacta_is(work, comma + 1, CLASS_INFINITIVE) ||
            (pacta_opens_object(work, comma + 1) && !pacta_is(work, comma + 1, CLASS_FINITE) &&
             pacta_has_verb(work, comma + 1, end)));
}

/* The bare verb of an item can stand at the token: send; promptly send. */
static bool opens_deed(const pacta_work *work, uint32_t token, uint32_t end) {
    while (token < end &&
           (pacta_is(work, token, CLASS_ADVERB) || pacta_ends_as(work, token, CLASS_ADVERB_ENDING)))
        token++;
    return token < end && !pacta_opens_subject(work, token) && !pacta_is(work, token, CLASS_POSSESSIVE) &&
           pacta_opens_object(work, token);
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
    const uint32_t first = pacta_next_comma(work, limb->body + 2, end);
    for (uint32_t comma = first; comma < end; comma = pacta_next_comma(work, comma + 1, end)) {
        if (!opens_deed(work, comma + 1, end))
            continue;
        const bool known = pacta_has_verb(work, limb->body, comma),
                   more = pacta_lists_behind(work, comma, end);
        if (known && !more)
            return comma;
        if (known && listed == end && !says_more(work, comma, end))
            listed = comma;
        if (!known && !more && comma == first)
            unknown = comma;
    }
    return listed < end ? listed : unknown;
}

/* where he is ill, his name; but: where he had, at that time, his home */
static bool opens_owned(const pacta_work *work, const pacta_limb *limb, uint32_t comma) {
    if (!pacta_is(work, comma + 1, CLASS_POSSESSIVE) || !pacta_has_verb(work, limb->body, comma))
        return false;
    for (uint32_t i = limb->body + 1; i < comma; i++)
        if (pacta_is_comma(work, i) && pacta_is(work, i - 1, CLASS_FINITE))
            return false;
    return true;
}

/* One that opens words without a norm: where he is ill, his name. */
static uint32_t end_opening(pacta_work *work, const pacta_limb *limb, uint32_t end, bool deed) {
    const bool clause = pacta_rule_at(work, RULE_SUBORDINATE, limb->body - 1) != NULL;
    if (clause && deed)
        end = end_before_deed(work, limb, end);
    const uint32_t only = pacta_next_comma(work, limb->body, end);
    if (!clause && deed && only < end && pacta_next_comma(work, only + 1, end) == end &&
        opens_deed(work, only + 1, end))
        return only; /* (b) in case of fire, send or lend a boat */
    for (uint32_t comma = limb->body; (comma = pacta_next_comma(work, comma, end)) < end; comma++)
        if ((!clause && pacta_ends_with_citation(work, comma, end)) ||
            opens_main(work, limb, comma, end, clause) || (clause && opens_owned(work, limb, comma)))
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
    uint32_t end = index + 1 < work->limbs.count ? before_twin(work, limb, limb[1].first) : stretch->end;
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
        uint32_t close = pacta_end_limb_ahead(work, limb, behind);
        if (stretch->report != NULL && limb->quotation == PACTA_NONE && close > limb->body)
            close = pacta_leave_sayer(work, limb->body, pacta_strip_marks(work, limb->body, close));
        const uint32_t least = limb->body + !pacta_limb_is_short(work, limb);
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

/* Resolution 12, passed when they met, bars: tells of the aside. */
static bool is_of_aside(const pacta_work *work, const pacta_limb *limb) {
    const pacta_norm *norm = limb->norm < work->norms.count ? &work->norms.items[limb->norm] : NULL;
    if (norm == NULL || !norm->of_instrument || limb->end + 1 != norm->first ||
        !pacta_is_comma(work, limb->end))
        return false;
    const uint32_t behind = pacta_named_subject(work, norm).end;
    return limb->first > behind + 1 && pacta_is_comma(work, behind) &&
           (pacta_ends_as(work, behind + 1, CLASS_PAST_ENDING) || pacta_is(work, behind + 1, CLASS_SIGNING));
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
        if (!is_outside(work, &work->limbs.items[i]) && !is_of_aside(work, &work->limbs.items[i]))
            work->limbs.items[kept++] = work->limbs.items[i];
    work->limbs.count = kept;
}
