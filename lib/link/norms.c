#include "link/norms.h"
#include "link/phrases.h"

enum { MODE_REFUSE = 8, MODE_CONDITION = 0, MODE_EXCEPTION = 1, LOOK_AHEAD = 8 };

static const pacta_cut *cut_at(const pacta_work *work, uint32_t token) {
    return &work->tokens.items[token];
}

/* ---- Conditions ------------------------------------------------------------------------ */

/* A comma behind which the main clause's subject begins. */
static bool opens_main_clause(const pacta_work *work, uint32_t comma, uint32_t end) {
    uint32_t next = comma + 1;
    if (next >= end)
        return false;
    if (pacta_is(work, next, CLASS_DETERMINER) || pacta_is(work, next, CLASS_PRONOUN) ||
        pacta_is(work, next, CLASS_DEMONSTRATIVE) || pacta_is(work, next, CLASS_QUANTIFIER) ||
        (cut_at(work, next)->flags & TOKEN_UPPER) != 0)
        return true;
    for (uint32_t i = next; i < end && i - next < LOOK_AHEAD && !pacta_is_char(work, i, ','); i++)
        if (pacta_is(work, i, CLASS_MODAL))
            return true;
    return false;
}

/* ", and ... shall": what goes on behind is no part of the condition. */
static bool opens_new_norm(const pacta_work *work, uint32_t token, uint32_t end) {
    if (!pacta_is(work, token, CLASS_LIST_JOINER) && !pacta_is(work, token, CLASS_CLAUSE_OPENER))
        return false;
    for (uint32_t i = token + 1; i < end && i - token < LOOK_AHEAD; i++)
        if (pacta_is(work, i, CLASS_MODAL))
            return true;
    return false;
}

static bool is_hard_stop(const pacta_work *work, uint32_t token) {
    return pacta_is_char(work, token, ';') || pacta_is_char(work, token, ':') ||
           (pacta_is_char(work, token, ')')) || cut_at(work, token)->kind == PACTA_TOKEN_BREAK;
}

static bool opens_sentence(const pacta_work *work, uint32_t token, uint32_t first) {
    if (token == first || (cut_at(work, token)->flags & TOKEN_UPPER) != 0)
        return true;
    uint32_t i = token;
    while (i > first && (cut_at(work, i - 1)->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, i - 1, ')') ||
                         pacta_is_char(work, i - 1, ';') || pacta_is_char(work, i - 1, ':')))
        i--;
    return i != token;
}

/* An exception, or a condition behind a comma, is one of its own. */
static bool begins_another(pacta_work *work, uint32_t token, bool opening) {
    const pacta_rule *rule = pacta_rule_at(work, RULE_CONDITION, token);
    return rule != NULL &&
           (rule->mode == MODE_EXCEPTION || (!opening && pacta_is_char(work, token - 1, ',')));
}

/* Where a condition that begins at `token` ends. */
static uint32_t limb_end(pacta_work *work, uint32_t token, uint32_t first, uint32_t end) {
    bool opening = opens_sentence(work, token, first);
    bool inserted = token > first && pacta_is_char(work, token - 1, ',');
    uint32_t depth = 0;
    for (uint32_t i = token + 1; i < end; i++) {
        if (pacta_is_char(work, i, '(')) {
            depth++;
            continue;
        }
        if (pacta_is_char(work, i, ')') && depth > 0) {
            depth--;
            continue;
        }
        if (depth > 0)
            continue;
        if (is_hard_stop(work, i))
            return i;
        if (cut_at(work, i)->kind == PACTA_TOKEN_QUOTE && (cut_at(work, i)->flags & TOKEN_SPACED) == 0)
            return i;
        if (i > token + 1 && opens_new_norm(work, i, end) && !opening)
            return pacta_is_char(work, i - 1, ',') ? i - 1 : i;
        if (i > token + 2 && !pacta_is_char(work, token + 1, ',') && begins_another(work, i, opening))
            return pacta_is_char(work, i - 1, ',') ? i - 1 : i;
        if (!pacta_is_char(work, i, ',') || i <= token + 1)
            continue;
        if (opening ? opens_main_clause(work, i, end) : inserted)
            return i;
        if (!opening && pacta_is(work, i + 1 < end ? i + 1 : i, CLASS_RELATIVE))
            return i;
    }
    uint32_t stop = end;
    while (stop > token + 1 && cut_at(work, stop - 1)->kind == PACTA_TOKEN_SYMBOL &&
           !pacta_is_char(work, stop - 1, ')') && !pacta_is_char(work, stop - 1, ']'))
        stop--;
    return stop;
}

int pacta_read_limbs(pacta_work *work, uint32_t first, uint32_t end) {
    work->limbs.count = 0;
    for (uint32_t i = first; i < end; i++) {
        const pacta_rule *rule = pacta_rule_at(work, RULE_CONDITION, i);
        if (rule == NULL)
            continue;
        uint32_t stop = limb_end(work, i, first, end);
        while (stop > i + 1 && (pacta_is_char(work, stop - 1, '.') || pacta_is_char(work, stop - 1, ',')))
            stop--;
        pacta_limb limb = {
            {cut_at(work, i)->begin, cut_at(work, stop - 1)->end}, i, stop, rule->mode == MODE_EXCEPTION};
        if (!pacta_array_push(&work->memory, &work->limbs, limb))
            return pacta_out_of_memory(work);
        i = stop - 1;
    }
    return PACTA_OK;
}

/* ---- Norms -------------------------------------------------------------------------------- */

static bool in_limb(const pacta_work *work, uint32_t token) {
    for (uint32_t i = 0; i < work->limbs.count; i++)
        if (work->limbs.items[i].first <= token && token < work->limbs.items[i].end)
            return true;
    return false;
}

/* Disputes which may arise; in which they may be involved. */
static bool describes(const pacta_work *work, uint32_t token, uint32_t first) {
    for (uint32_t i = token, n = 0; i > first && n < 3; n++) {
        i--;
        if (pacta_is(work, i, CLASS_RELATIVE))
            return true;
        if (cut_at(work, i)->kind != PACTA_TOKEN_WORD || pacta_is(work, i, CLASS_DETERMINER))
            return false;
        if (n == 0 && pacta_is(work, i, CLASS_LAST_NAMED) && !pacta_is(work, i, CLASS_CUE) && i > first &&
            !pacta_is(work, i - 1, CLASS_CUE) && cut_at(work, i - 1)->kind == PACTA_TOKEN_WORD)
            return true; /* measures that may affect */
    }
    return false;
}

/* The subject right before the verb is an instrument or a provision. */
static bool has_instrument_subject(const pacta_work *work, uint32_t token, uint32_t first) {
    uint32_t i = token;
    while (i > first && (pacta_is_char(work, i - 1, ',') || pacta_is(work, i - 1, CLASS_RELATIVE) ||
                         pacta_is_char(work, i - 1, ')')))
        i--;
    if (i == first)
        return false;
    return pacta_name_until(work, i) != PACTA_NONE || pacta_reference_in(work, i - 1, i) != PACTA_NONE;
}

static bool is_norm(const pacta_work *work, const pacta_rule *rule, uint32_t token, uint32_t first) {
    if (rule->mode == MODE_REFUSE || in_limb(work, token))
        return false;
    if (pacta_is(work, token, CLASS_MONTH) && (cut_at(work, token)->flags & TOKEN_UPPER) != 0)
        return false;
    if (token > first && pacta_is(work, token, CLASS_MODAL) && pacta_is(work, token - 1, CLASS_DETERMINER) &&
        (cut_at(work, token - 1)->flags & TOKEN_UPPER) == 0)
        return false; /* the will */
    if (rule->mode + PACTA_OBLIGATION == PACTA_DEFINITION)
        for (uint32_t i = token; i > first && token - i < 2; i--)
            if (pacta_is(work, i - 1, CLASS_PHRASE_STOP))
                return false; /* by peaceful means */
    if (pacta_is(work, token, CLASS_INSTRUMENT_VERB))
        return has_instrument_subject(work, token, first);
    return !describes(work, token, first);
}

int pacta_read_norms(pacta_work *work, uint32_t first, uint32_t end) {
    work->norms.count = 0;
    for (uint32_t i = first; i < end; i++) {
        const pacta_rule *rule = pacta_rule_at(work, RULE_NORM, i);
        if (rule == NULL || !is_norm(work, rule, i, first))
            continue;
        pacta_norm norm = {.token = i, .modality = (uint8_t)(rule->mode + PACTA_OBLIGATION)};
        pacta_span whole = pacta_match_span(&work->matcher);
        if (!pacta_match_group(&work->matcher, rule, GROUP_CUE, &norm.cue))
            norm.cue = whole;
        pacta_match_group(&work->matcher, rule, GROUP_ACTOR, &norm.actor);
        if (norm.cue.end > cut_at(work, end - 1)->end)
            continue;
        if (!pacta_array_push(&work->memory, &work->norms, norm))
            return pacta_out_of_memory(work);
        while (i + 1 < end && cut_at(work, i + 1)->begin < norm.cue.end)
            i++;
    }
    return PACTA_OK;
}
