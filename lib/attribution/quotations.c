/* Quotations: who is quoted, and of what kind the words are. */
#include "attribution/attribution.h"

/* A sentence of more quotations than that is none. */
enum { SENTENCE_REACH = 120, QUOTATIONS_MOST = 30, PIECE_REACH = 24, MARKS_REACH = 64 };

/* ---- The sentence around a quotation ------------------------------------------------ */

static int index_quotations(pacta_work *work) {
    const pacta_document *document = work->document;
    uint32_t count = document->quotations.count, token = 0;
    work->quoted.count = 0;
    if (!pacta_array_reserve(&work->memory, &work->quoted, count))
        return pacta_out_of_memory(work);
    for (uint32_t i = 0; i < count; i++) {
        const pacta_quotation *quotation = &document->quotations.items[i];
        pacta_quoted place = {0, 0, PACTA_NONE, PACTA_NONE, false};
        token = pacta_token_at(work, quotation->span.begin);
        place.first = token;
        place.end = pacta_token_at(work, quotation->span.end - 1) + 1;
        uint32_t before = i == 0 ? PACTA_NONE : i - 1;
        while (before != PACTA_NONE && document->quotations.items[before].depth > quotation->depth)
            before = document->quotations.items[before].parent;
        if (before != PACTA_NONE && document->quotations.items[before].parent == quotation->parent &&
            before != quotation->parent) {
            place.previous = before;
            work->quoted.items[before].next = i;
        }
        work->quoted.items[work->quoted.count++] = place;
        int status = pacta_report(work, quotation->span.begin);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}

bool pacta_step_back(const pacta_attribution *a, pacta_step_over *at) {
    if (at->token <= a->low)
        return false;
    uint32_t token = at->token - 1;
    at->quotation = at->sibling != PACTA_NONE && token < a->work->quoted.items[at->sibling].end;
    if (at->quotation) {
        token = a->work->quoted.items[at->sibling].first;
        at->sibling = a->work->quoted.items[at->sibling].previous;
    }
    at->token = token;
    return true;
}

/* `sibling` may be PACTA_NONE at first: then it is the one behind. */
bool pacta_step_on(const pacta_attribution *a, pacta_step_over *at) {
    const pacta_quoted *quoted = a->work->quoted.items;
    if (at->sibling == PACTA_NONE)
        at->sibling = quoted[a->index].next;
    uint32_t token = at->token + 1;
    if (token >= a->high)
        return false;
    while (at->sibling != PACTA_NONE && quoted[at->sibling].end <= token &&
           quoted[at->sibling].next != PACTA_NONE)
        at->sibling = quoted[at->sibling].next;
    at->quotation =
        at->sibling != PACTA_NONE && token >= quoted[at->sibling].first && token < quoted[at->sibling].end;
    at->token = at->quotation ? quoted[at->sibling].end - 1 : token;
    return true;
}

bool pacta_stands_alone(const pacta_attribution *a) {
    bool stop = a->high == a->end + 1 && a->work->tokens.items[a->end].kind == PACTA_TOKEN_SYMBOL;
    return a->opens && (a->high == a->end || stop);
}

/* Does a sentence begin there? `*sentence` is one that is near. */
static bool begins_sentence(const pacta_work *work, uint32_t *sentence, uint32_t token) {
    const pacta_sentence_cut *sentences = work->sentences.items;
    uint32_t at = *sentence;
    while (at > 0 && sentences[at].first > token)
        at--;
    while (at + 1 < work->sentences.count && sentences[at + 1].first <= token)
        at++;
    *sentence = at;
    return sentences[at].first == token;
}

/* The sentence, from the stop before it to the stop behind, both outside of
 * quotations; inside the quotation around, if there is one. */
static void find_bounds(pacta_attribution *a) {
    const pacta_work *work = a->work;
    const pacta_passage *passage = &work->fold.passages.items[a->passage];
    const pacta_quotation *quotation = pacta_quotation_of(a);
    uint32_t low = passage->first_token, high = passage->end_token;
    if (quotation->parent != PACTA_NONE) {
        const pacta_quoted *parent = &work->quoted.items[quotation->parent];
        bool closed = work->document->quotations.items[quotation->parent].inner.end <
                      work->document->quotations.items[quotation->parent].span.end;
        low = parent->first + 1 > low ? parent->first + 1 : low;
        high = parent->end - closed < high ? parent->end - closed : high;
    }
    a->low = low;
    a->high = high > a->end ? high : a->end;
    pacta_step_over at = {a->first, work->quoted.items[a->index].previous, false};
    uint32_t sentence = pacta_sentence_of(work, a->first), end = a->end;
    bool stop = begins_sentence(work, &sentence, a->first);
    for (uint32_t n = 0, over = 0; !stop && n < SENTENCE_REACH && over < QUOTATIONS_MOST; n++) {
        if (!pacta_step_back(a, &at))
            break;
        over += at.quotation;
        stop = begins_sentence(work, &sentence, at.token);
    }
    a->low = at.token;
    at = (pacta_step_over){a->end - 1, PACTA_NONE, false};
    for (uint32_t n = 0, over = 0; n < SENTENCE_REACH && over < QUOTATIONS_MOST && pacta_step_on(a, &at);
         n++) {
        over += at.quotation;
        uint32_t first = at.quotation ? work->quoted.items[at.sibling].first : at.token;
        if (begins_sentence(work, &sentence, first))
            break;
        end = at.token + 1;
    }
    a->high = end;
}

static bool leads_on(const pacta_attribution *a) {
    const pacta_work *work = a->work;
    if (a->end < a->high && pacta_is_char(work, a->end, ','))
        return true;
    uint32_t last = a->end - 1;
    while (last > a->first && a->end - last < MARKS_REACH &&
           work->tokens.items[last].kind == PACTA_TOKEN_QUOTE)
        last--;
    const pacta_cut *cut = &work->tokens.items[last];
    if (cut->kind != PACTA_TOKEN_SYMBOL)
        return false;
    return !pacta_is_char(work, last, ')') && !pacta_is_char(work, last, ']') &&
           !pacta_is_char(work, last, '%');
}

/* ---- One after the other ----------------------------------------------------------------- */

/* Interrupted: "A," she added, "and B." is one quotation in two pieces; and
 * so is "A." Holm said. "B." */
static void join_pieces(pacta_attribution *a) {
    pacta_document *document = a->work->document;
    pacta_quotation *quotation = pacta_quotation_of(a);
    uint32_t previous = a->work->quoted.items[a->index].previous;
    if (quotation->continues != PACTA_NONE || previous == PACTA_NONE ||
        quotation->source.kind == PACTA_SOURCE_NONE)
        return;
    const pacta_quotation *before = &document->quotations.items[previous];
    bool same = before->source.span.begin == quotation->source.span.begin && before->kind == quotation->kind;
    uint32_t gap = a->first - a->work->quoted.items[previous].end;
    bool between = before->source.span.begin >= before->span.end;
    bool comma = a->first > a->low && pacta_is_char(a->work, a->first - 1, ',');
    bool alone = pacta_stands_alone(a);
    if (same && between && gap > 0 && gap < PIECE_REACH && (comma || alone) &&
        a->work->sentences.items[pacta_sentence_of(a->work, a->first)].passage ==
            pacta_passage_of(a->work, a->work->quoted.items[previous].first))
        quotation->continues = previous;
}

/* What the last piece of a quotation tells is true of those before it. */
static void tell_earlier_pieces(const pacta_attribution *a) {
    pacta_quotation *quotations = a->work->document->quotations.items;
    const pacta_quotation *last = &quotations[a->index];
    for (uint32_t i = last->continues; i != PACTA_NONE && (quotations[i].source.kind == PACTA_SOURCE_NONE ||
                                                           a->work->quoted.items[i].carried);
         i = quotations[i].continues) {
        if (quotations[i].kind != PACTA_QUOTATION_STATEMENT && !a->work->quoted.items[i].carried)
            return;
        quotations[i].source = last->source;
        quotations[i].carrier = last->carrier;
        quotations[i].cue = last->cue;
        quotations[i].kind = last->kind;
        quotations[i].reference = last->reference;
    }
}

static void attribute(pacta_attribution *a) {
    pacta_quotation *quotation = pacta_quotation_of(a);
    a->first = a->work->quoted.items[a->index].first;
    a->end = a->work->quoted.items[a->index].end;
    a->passage = pacta_passage_of(a->work, a->first);
    a->passive = a->cited = false;
    a->spare = (pacta_phrase){0, 0};
    find_bounds(a);
    a->opens = a->low == a->first;
    a->comma = leads_on(a);
    a->shape = pacta_shape_of(a);
    if (pacta_is_named_only(a, &quotation->kind)) {
        if (quotation->kind == PACTA_QUOTATION_PROVISION && quotation->continues == PACTA_NONE &&
            !pacta_stands_in_amendment(a) &&
            (pacta_find_provision_behind(a) || pacta_find_place_behind(a) ||
             pacta_find_words_holder(a))) /* the words "..." in Article 3 */
            quotation->reference = quotation->source.reference;
        return;
    }
    bool settled = quotation->continues != PACTA_NONE &&
                   !a->work->quoted.items[quotation->continues].carried && pacta_carry_on(a);
    settled = settled || pacta_resume(a);
    if (!settled && !pacta_find_source(a) && !a->passive && !pacta_find_announced(a))
        a->work->quoted.items[a->index].carried = pacta_carry_on(a);
    quotation->kind = pacta_kind_of(a);
    if (quotation->kind == PACTA_QUOTATION_TERM) {
        quotation->source = quotation->carrier = (pacta_source){.reference = PACTA_NONE};
        quotation->cue = (pacta_span){0, 0};
        return;
    }
    quotation->reference = quotation->source.reference;
    join_pieces(a);
    if (quotation->source.kind == PACTA_SOURCE_NONE)
        return;
    tell_earlier_pieces(a);
    if (quotation->depth == 0)
        a->last = a->index;
}

int pacta_link_quotations(pacta_work *work) {
    pacta_attribution a = {.work = work, .last = PACTA_NONE};
    int status = index_quotations(work);
    work->occurrences.count = work->searches = 0;
    for (; status == PACTA_OK && a.index < work->document->quotations.count; a.index++) {
        attribute(&a);
        status = pacta_report(work, work->document->quotations.items[a.index].span.begin);
    }
    return status;
}
