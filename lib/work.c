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

bool pacta_split_point(const pacta_work *work, pacta_path *path, const char *figures) {
    const pacta_unit *point = work->rules->named[UNIT_POINT];
    pacta_step *step = &path->steps[path->count - 1];
    const size_t size = strlen(step->number), head = strspn(step->number, figures);
    const char letter = step->number[head];
    if (point == NULL || path->count == STEP_LIMIT || head == 0 || head + 1 != size || letter < 'a' ||
        letter > 'z')
        return false;
    path->steps[path->count++] = (pacta_step){.unit = pacta_unit_index(work, point), .number = {letter}};
    step->number[head] = '\0';
    return true;
}

bool pacta_passage_goes_on(const pacta_work *work, uint32_t passage) {
    const pacta_passage *here = &work->fold.passages.items[passage];
    const char last = here->end > here->begin ? pacta_work_text(work)[here->end - 1] : '\0';
    return last == ',' || last == ';' || last == ':';
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

bool pacta_same_word(const pacta_work *work, uint32_t left, uint32_t right) {
    const pacta_cut *l = pacta_cut_at(work, left), *r = pacta_cut_at(work, right);
    const char *text = pacta_work_text(work);
    return l->lexeme == r->lexeme && l->end - l->begin == r->end - r->begin &&
           memcmp(text + l->begin, text + r->begin, l->end - l->begin) == 0;
}

bool pacta_same_words(const pacta_work *work, uint32_t left, uint32_t right, uint32_t count) {
    uint32_t i = 0;
    while (i < count && pacta_same_word(work, left + i, right + i))
        i++;
    return i == count;
}

/* ---- Rules tried at a token -------------------------------------------------------- */

/* Letters of a word that may be a figure though some are small: IVa. */
enum { FIGURE_LETTERS = 4 };

static pacta_sort_of sort_of(const pacta_cut *cut) {
    const uint32_t letters = cut->end - cut->begin;
    switch (cut->kind) {
    case PACTA_TOKEN_ROMAN:
    case PACTA_TOKEN_WORD:
        if ((cut->flags & TOKEN_CAPS) != 0)
            return SORT_CAPITALS;
        return letters == 1 || ((cut->flags & TOKEN_UPPER) != 0 && letters <= FIGURE_LETTERS) /* IVa */
                   ? SORT_WORD_OR_FIGURE
                   : SORT_WORD;
    case PACTA_TOKEN_NUMBER:
        return SORT_FIGURE;
    case PACTA_TOKEN_QUOTE:
        return SORT_QUOTE;
    default:
        return SORT_OTHER;
    }
}

static bool has_list(const uint64_t *lists, uint8_t list) {
    return (lists[list / 64] >> list % 64 & 1) != 0;
}

/* The token is in the list, as a word or as one of its sort. */
static inline bool is_in(const pacta_work *work, const pacta_cut *cut, uint8_t list) {
    const pacta_ruleset *set = work->rules;
    return has_list(set->lexicon.lexemes.items[cut->lexeme].lists, list) ||
           (list >= set->first_sorted && has_list(set->sort_lists[sort_of(cut)], list));
}

/* What the tokens ahead in the passage are in, once looked at. */
typedef struct ahead {
    uint64_t lists[LIST_WORDS];
    bool looked;
} ahead;

static void look_ahead(const pacta_work *work, uint32_t token, ahead *a) {
    const uint32_t left = work->tokens.count - token,
                   end = left > AHEAD_TOKENS ? token + AHEAD_TOKENS + 1 : work->tokens.count;
    for (uint32_t i = token; (i = pacta_next_with(work, i + 1, end, SIGN_AHEAD)) < end &&
                             pacta_cut_at(work, i)->kind != PACTA_TOKEN_BREAK;)
        for (unsigned w = 0; w < LIST_WORDS; w++)
            a->lists[w] |= pacta_word_of(work, i)->lists[w];
    a->looked = true;
}

static bool is_ahead(const pacta_work *work, uint32_t token, uint8_t list, ahead *a) {
    if (!a->looked)
        look_ahead(work, token, a);
    return has_list(a->lists, list);
}

/* The words beside the token let the rule begin there. A break, at either end of a
 * passage, is in no list. */
static bool fits_beside(const pacta_work *work, uint32_t token, const pacta_trigger *trigger, ahead *a) {
    const uint8_t *asked = trigger->beside;
    const pacta_cut *cut = pacta_cut_at(work, token);
    return (asked[SIDE_NEXT] == 0 || is_in(work, cut + 1, asked[SIDE_NEXT])) &&
           (asked[SIDE_NOT_NEXT] == 0 || !is_in(work, cut + 1, asked[SIDE_NOT_NEXT])) &&
           (asked[SIDE_AFTER] == 0 || (token > 0 && is_in(work, cut - 1, asked[SIDE_AFTER]))) &&
           (asked[SIDE_NOT_AFTER] == 0 || token == 0 || !is_in(work, cut - 1, asked[SIDE_NOT_AFTER])) &&
           (asked[SIDE_THEN] == 0 ||
            (cut[1].kind != PACTA_TOKEN_BREAK && is_in(work, cut + 2, asked[SIDE_THEN]))) &&
           (asked[SIDE_AHEAD] == 0 || is_ahead(work, token, asked[SIDE_AHEAD], a));
}

/* Where the token's passage ends; mostly it is the one that was asked for last. */
static uint32_t passage_end(pacta_work *work, uint32_t token) {
    const pacta_passage *passages = work->fold.passages.items;
    if (work->near_passage >= work->fold.passages.count || passages[work->near_passage].first_token > token ||
        passages[work->near_passage].end_token < token)
        work->near_passage = pacta_passage_of(work, token);
    return passages[work->near_passage].end;
}

static bool match(pacta_work *work, const pacta_rule *rule, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    if (rule->whole == WHOLE_PATTERN)
        return pacta_match(&work->matcher, rule, pacta_work_text(work), passage_end(work, token), cut->begin);
    pacta_match_word(&work->matcher, (pacta_span){cut->begin, cut->end});
    return rule->whole == WHOLE_WORD || (cut->flags & TOKEN_UPPER) == 0;
}

const pacta_rule *pacta_match_at(pacta_work *work, pacta_rule_kind kind, uint32_t token) {
    const pacta_ruleset *set = work->rules;
    const pacta_cut *cut = pacta_cut_at(work, token);
    const pacta_lexeme_starts *starts = &set->lexicon.starts.items[cut->lexeme];
    const pacta_trigger *list = set->triggers.items + starts->first_rule[kind];
    ahead a = {.looked = false};
    const uint64_t next = pacta_gate_bit(cut[1].lexeme);
    for (uint32_t i = 0; i < starts->rule_count[kind]; i++) {
        if ((list[i].gate & next) == 0 || !fits_beside(work, token, &list[i], &a) ||
            (list[i].byte != '\0' && pacta_work_text(work)[cut->end] != list[i].byte))
            continue;
        const pacta_rule *rule = &set->rules.items[list[i].rule];
        if (match(work, rule, token))
            return rule;
    }
    return NULL;
}

/* ---- Quotations -------------------------------------------------------------------- */

uint32_t pacta_quotation_around(const pacta_work *work, uint32_t offset, uint32_t *until) {
    const pacta_document *document = work->document;
    uint32_t low = pacta_steps_at(&work->quotation_steps, offset, document->quotations.count);
    while (low < document->quotations.count && document->quotations.items[low].span.begin <= offset)
        low++;
    *until = low < document->quotations.count ? document->quotations.items[low].span.begin : UINT32_MAX;
    uint32_t index = low == 0 ? PACTA_NONE : low - 1;
    while (index != PACTA_NONE && document->quotations.items[index].span.end <= offset)
        index = document->quotations.items[index].parent;
    if (index != PACTA_NONE && document->quotations.items[index].span.end < *until)
        *until = document->quotations.items[index].span.end;
    return index;
}

bool pacta_is_quoted_apart(const pacta_work *work, uint32_t token, uint32_t other) {
    uint32_t until, around = pacta_quotation_around(work, pacta_cut_at(work, token)->begin, &until);
    return around != PACTA_NONE &&
           around != pacta_quotation_around(work, pacta_cut_at(work, other)->begin, &until);
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
    const char **kept = &work->unit_names[pacta_unit_index(work, unit)];
    if (*kept == NULL)
        *kept = pacta_keep(work, unit->name, strlen(unit->name));
    return *kept;
}

int pacta_out_of_memory(pacta_work *work) {
    return pacta_fail(work->error, PACTA_E_MEMORY, "out of memory");
}
