#include "work.h"
#include "core/error.h"
#include <string.h>

uint32_t pacta_token_at(const pacta_work *work, uint32_t offset) {
    uint32_t token = pacta_steps_at(&work->token_steps, offset, work->tokens.count);
    while (token < work->tokens.count && work->tokens.items[token].end <= offset)
        token++;
    return token;
}

uint32_t pacta_passage_of(const pacta_work *work, uint32_t token) {
    uint32_t count = work->fold.passages.count, passage = pacta_steps_at(&work->passage_steps, token, 0);
    while (passage + 1 < count && work->fold.passages.items[passage + 1].first_token <= token)
        passage++;
    return passage;
}

uint32_t pacta_sentence_of(const pacta_work *work, uint32_t token) {
    uint32_t count = work->sentences.count, last = count == 0 ? 0 : count - 1;
    uint32_t sentence = pacta_steps_at(&work->sentence_steps, token, last);
    while (sentence + 1 < count && work->sentences.items[sentence + 1].first <= token)
        sentence++;
    while (sentence > 0 && work->sentences.items[sentence].first > token)
        sentence--; /* it is the end of a passage without words */
    return sentence;
}

/* ---- Rules tried at a token -------------------------------------------------------- */

/* Letters of a word that may be a figure though some are small: IVa. */
enum { FIGURE_LETTERS = 4 };

/* What stands beside the token, as far as it was looked at: bits of lexemes. */
typedef struct beside {
    uint64_t follows, leads, ahead;
    bool looked_ahead;
} beside;

static bool has_bit(uint64_t bits, uint8_t number) {
    return (bits >> (number - 1) & 1) != 0;
}

/* 5, IV, b, IIA, IVa: a number, a letter, or letters that may be one. */
static bool is_figure(const pacta_cut *cut) {
    if (cut->kind != PACTA_TOKEN_WORD)
        return cut->kind == PACTA_TOKEN_NUMBER || cut->kind == PACTA_TOKEN_ROMAN;
    uint32_t letters = cut->end - cut->begin;
    return letters == 1 || (cut->flags & TOKEN_CAPS) != 0 ||
           ((cut->flags & TOKEN_UPPER) != 0 && letters <= FIGURE_LETTERS);
}

/* Of the tokens that rules may look at ahead, in the passage. */
static uint64_t words_ahead(const pacta_work *work, uint32_t token) {
    const pacta_passage *passage = &work->fold.passages.items[pacta_passage_of(work, token)];
    uint64_t bits = 0;
    uint32_t end = passage->end_token;
    end = end - token > AHEAD_TOKENS ? token + AHEAD_TOKENS + 1 : end;
    for (uint32_t i = token + 1; i < end; i++)
        bits |= pacta_word_of(work, i)->ahead;
    return bits;
}

/* The words beside the token let the rule begin there. */
static bool fits_beside(const pacta_work *work, uint32_t token, const pacta_trigger *trigger, beside *b) {
    const uint8_t *asked = trigger->beside;
    if ((asked[SIDE_NEXT] != 0 && !has_bit(b->follows, asked[SIDE_NEXT])) ||
        (asked[SIDE_NOT_NEXT] != 0 && has_bit(b->follows, asked[SIDE_NOT_NEXT])) ||
        (asked[SIDE_AFTER] != 0 && !has_bit(b->leads, asked[SIDE_AFTER])) ||
        (asked[SIDE_NOT_AFTER] != 0 && has_bit(b->leads, asked[SIDE_NOT_AFTER])))
        return false;
    if (asked[SIDE_AHEAD] == 0)
        return true;
    if (!b->looked_ahead) {
        b->ahead = words_ahead(work, token);
        b->looked_ahead = true;
    }
    return has_bit(b->ahead, asked[SIDE_AHEAD]);
}

const pacta_rule *pacta_match_at(pacta_work *work, pacta_rule_kind kind, uint32_t token) {
    const pacta_ruleset *set = work->rules;
    const pacta_lexeme *lexemes = set->lexicon.lexemes.items;
    const pacta_cut *cut = &work->tokens.items[token];
    const pacta_lexeme *word = &lexemes[cut->lexeme];
    const pacta_trigger *list = set->triggers.items + word->first_rule[kind];
    const char *text = pacta_work_text(work);
    uint32_t end = 0;
    beside b = {.follows = lexemes[cut[1].lexeme].follows | (is_figure(&cut[1]) ? set->figure_follows : 0),
                .leads = token > 0 ? lexemes[cut[-1].lexeme].leads : 0}; /* a break's has none */
    for (uint32_t i = 0; i < word->rule_count[kind]; i++) {
        if (!fits_beside(work, token, &list[i], &b) ||
            (list[i].byte != '\0' && text[cut->end] != list[i].byte))
            continue;
        if (end == 0)
            end = work->fold.passages.items[pacta_passage_of(work, token)].end;
        const pacta_rule *rule = &set->rules.items[list[i].rule];
        if (pacta_match(&work->matcher, rule, text, end, cut->begin))
            return rule;
    }
    return NULL;
}

/* ---- Quotations -------------------------------------------------------------------- */

uint32_t pacta_quotation_around(const pacta_work *work, uint32_t offset, uint32_t *until) {
    const pacta_document *document = work->document;
    uint32_t low = 0, high = document->quotations.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->quotations.items[middle].span.begin <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    *until = low < document->quotations.count ? document->quotations.items[low].span.begin : UINT32_MAX;
    uint32_t index = low == 0 ? PACTA_NONE : low - 1;
    while (index != PACTA_NONE && document->quotations.items[index].span.end <= offset)
        index = document->quotations.items[index].parent;
    if (index != PACTA_NONE && document->quotations.items[index].span.end < *until)
        *until = document->quotations.items[index].span.end;
    return index;
}

void *pacta_scratch(pacta_work *work, size_t size) {
    work->scratch.count = 0;
    if (!pacta_array_reserve(&work->memory, &work->scratch, size + 1))
        return NULL;
    return memset(work->scratch.items, 0, size);
}

int pacta_report_now(pacta_work *work, uint32_t at) {
    uint32_t size = work->document->info.bytes;
    work->reported = at;
    if (at > work->furthest) /* a stage may go through the text again */
        work->furthest = at < size ? at : size;
    if (work->progress == NULL ||
        work->progress(work->progress_context, (uint64_t)size * work->stage + work->furthest,
                       (uint64_t)size * work->stages) == 0)
        return PACTA_OK;
    return pacta_fail(work->error, PACTA_E_CANCELLED, "the progress callback asked to stop");
}

const char *pacta_keep(pacta_work *work, const char *text, size_t size) {
    const char *kept = pacta_arena_text(&work->document->arena, text, size);
    work->out_of_memory = work->out_of_memory || kept == NULL;
    return kept;
}

const char *pacta_unit_name(pacta_work *work, const pacta_unit *unit) {
    const char **kept = &work->unit_names[unit - work->rules->units.items];
    if (*kept == NULL)
        *kept = pacta_keep(work, unit->name, strlen(unit->name));
    return *kept;
}

int pacta_out_of_memory(pacta_work *work) {
    return pacta_fail(work->error, PACTA_E_MEMORY, "out of memory");
}
