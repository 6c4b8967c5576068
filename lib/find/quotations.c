/* Quotation marks to quotations: pairs them, lets the unclosed end with their
 * paragraph, and joins those that go on in the next one. */
#include "core/utf8.h"
#include "find/marks.h"

enum { LOOK_AHEAD = 64, REACH = 12 }; /* marks; passages */

/* A quotation without a closing mark so far. */
static bool is_unclosed(const pacta_quotation *quotation) {
    return quotation->inner.end == quotation->span.end;
}

typedef struct pairing {
    pacta_work *work;
    const pacta_passage *passage;
    uint32_t first;    /* of the passage's quotations */
    uint32_t pending;  /* unclosed one of an earlier passage, or PACTA_NONE */
    uint32_t since;    /* that passage */
    pacta_mark opener; /* its mark */
    bool limited;
} pairing;

static int open_quotation(pairing *p, uint32_t mark_index) {
    pacta_work *work = p->work;
    const pacta_mark *mark = &work->marks.items[mark_index];
    const pacta_cut *cut = &work->tokens.items[mark->token];
    if (work->open_marks.count >= work->limits.depth) {
        if (p->limited)
            return PACTA_OK;
        p->limited = true;
        return pacta_note_diagnostic(work, PACTA_D_DEPTH_LIMIT, (pacta_span){cut->begin, cut->end},
                                     "quotations deeper than this are left out");
    }
    pacta_quotation quotation = {.span = {cut->begin, p->passage->end},
                                 .inner = {cut->end, p->passage->end},
                                 .kind = PACTA_QUOTATION_STATEMENT,
                                 .parent = PACTA_NONE,
                                 .continues = PACTA_NONE,
                                 .source.reference = PACTA_NONE,
                                 .carrier.reference = PACTA_NONE,
                                 .reference = PACTA_NONE};
    pacta_open_mark open = {mark_index, work->document->quotations.count, *mark};
    if (!pacta_array_push(&work->document->memory, &work->document->quotations, quotation) ||
        !pacta_array_push(&work->memory, &work->open_marks, open))
        return pacta_out_of_memory(work);
    return PACTA_OK;
}

static void drop_quotation(pacta_work *work, uint32_t index) {
    work->document->quotations.items[index].span.end = 0;
}

static void close_quotation(pacta_work *work, uint32_t index, uint32_t token) {
    pacta_quotation *quotation = &work->document->quotations.items[index];
    quotation->span.end = work->tokens.items[token].end;
    quotation->inner.end = work->tokens.items[token].begin;
    if (quotation->inner.end > quotation->inner.begin &&
        work->fold.text.items[quotation->inner.end - 1] == ' ')
        quotation->inner.end--;
}

/* The innermost open mark that `close` fits, as an index from 1, or 0. */
static uint32_t find_open(const pacta_work *work, const pacta_mark *close) {
    for (uint32_t i = work->open_marks.count; i > 0; i--)
        if (pacta_marks_match(&work->open_marks.items[i - 1].mark, close))
            return i;
    return 0;
}

/* Takes back open marks beyond `keep`: single ones were apostrophes, others
 * stay open up to `token`. */
static void unwind(pacta_work *work, uint32_t keep, uint32_t token) {
    while (work->open_marks.count > keep) {
        const pacta_open_mark *open = &work->open_marks.items[--work->open_marks.count];
        pacta_quotation *quotation = &work->document->quotations.items[open->quotation];
        if ((open->mark.place & MARK_SINGLE) != 0 && (open->mark.place & MARK_LEADING) == 0)
            drop_quotation(work, open->quotation);
        else if (token != PACTA_NONE)
            quotation->span.end = quotation->inner.end = work->tokens.items[token].begin;
    }
}

/* '98: the mark of an omission, likelier than one that opens. */
static bool looks_omitted(const pacta_work *work, const pacta_mark *mark) {
    const pacta_cut *next = &work->tokens.items[mark->token + 1];
    return (mark->place & MARK_SINGLE) != 0 && next->kind == PACTA_TOKEN_NUMBER &&
           next->end - next->begin == 2;
}

static bool is_single_open(const pacta_work *work) {
    for (uint32_t i = 0; i < work->open_marks.count; i++)
        if ((work->open_marks.items[i].mark.place & MARK_SINGLE) != 0)
            return true;
    return false;
}

/* Whether a doubtful mark closes: not if a sure one stands further on that
 * nothing in between has opened. */
static bool surer_one_follows(const pacta_work *work, uint32_t index, const pacta_mark *open) {
    uint32_t inside = 0;
    for (uint32_t i = index + 1; i < work->marks.count && i <= index + LOOK_AHEAD; i++) {
        const pacta_mark *mark = &work->marks.items[i];
        if (!pacta_marks_match(open, mark) && mark->glyph != open->glyph)
            continue;
        if ((mark->place & (MARK_CLOSES | MARK_WEAK)) == MARK_CLOSES && inside-- == 0)
            return true;
        if ((mark->place & MARK_OPENS) != 0 && !looks_omitted(work, mark))
            inside++;
    }
    return false;
}

static bool has_close(const pacta_work *work, uint32_t index) {
    const pacta_mark *open = &work->marks.items[index];
    if (looks_omitted(work, open))
        return !is_single_open(work) && surer_one_follows(work, index, open);
    for (uint32_t i = index + 1; i < work->marks.count && i <= index + LOOK_AHEAD; i++)
        if ((work->marks.items[i].place & MARK_CLOSES) != 0 && pacta_marks_match(open, &work->marks.items[i]))
            return true;
    return false;
}

/* A mark that closes an earlier passage's quotation ends its passage. */
static bool ends_passage(const pairing *p, uint32_t token) {
    for (uint32_t i = token + 1; i < p->passage->end_token; i++)
        if (p->work->tokens.items[i].kind != PACTA_TOKEN_SYMBOL)
            return false;
    return true;
}

/* A quotation of the passage begins with the mark that the unclosed one began with. */
static bool has_like(const pairing *p) {
    const pacta_quotation *quotations = p->work->document->quotations.items;
    const char *text = pacta_work_text(p->work);
    uint32_t length, glyph = pacta_utf8_at(text + quotations[p->pending].span.begin, &length);
    for (uint32_t i = p->first; i < p->work->document->quotations.count; i++)
        if (pacta_utf8_at(text + quotations[i].span.begin, &length) == glyph)
            return true;
    return false;
}

static int stray_close(pairing *p, uint32_t index) {
    pacta_work *work = p->work;
    const pacta_mark *mark = &work->marks.items[index];
    const pacta_cut *cut = &work->tokens.items[mark->token];
    if (p->pending != PACTA_NONE && pacta_marks_match(&p->opener, mark) && (mark->place & MARK_WEAK) == 0 &&
        ends_passage(p, mark->token) && !has_like(p)) {
        close_quotation(work, p->pending, mark->token);
        work->marks.items[index].place |= MARK_PAIRED;
        p->pending = PACTA_NONE;
        return PACTA_OK;
    }
    if ((mark->place & (MARK_SINGLE | MARK_WEAK)) != 0)
        return PACTA_OK;
    return pacta_note_diagnostic(work, PACTA_D_UNOPENED_QUOTATION, (pacta_span){cut->begin, cut->end},
                                 "this quotation mark closes nothing");
}

static bool should_open(const pacta_work *work, uint32_t index, uint32_t match) {
    const pacta_mark *mark = &work->marks.items[index];
    if ((mark->place & MARK_SINGLE) != 0)
        return (mark->place & MARK_OPENS) != 0 &&
               (has_close(work, index) || ((mark->place & MARK_LEADING) != 0 &&
                                           !(mark->token > 0 && pacta_is_char(work, mark->token - 1, ','))));
    if (pacta_mark_is_left(mark))
        return (mark->place & (MARK_OPENS | MARK_CLOSES)) != MARK_CLOSES || match == 0;
    if (pacta_mark_is_right(mark))
        return match == 0 && (mark->place & MARK_OPENS) != 0;
    if ((mark->place & MARK_CLOSES) != 0)
        return (mark->place & MARK_OPENS) != 0 && match == 0;
    return (mark->place & MARK_OPENS) != 0 || match == 0;
}

static bool is_prime(const pacta_work *work, uint32_t index) {
    const pacta_mark *mark = &work->marks.items[index];
    return (mark->place & MARK_OPENS) == 0 && mark->token > 0 &&
           work->tokens.items[mark->token - 1].kind == PACTA_TOKEN_NUMBER &&
           (work->tokens.items[mark->token].flags & TOKEN_SPACED) == 0;
}

static int take_mark(pairing *p, uint32_t index) {
    pacta_work *work = p->work;
    const pacta_mark *mark = &work->marks.items[index];
    uint32_t match = find_open(work, mark);
    if (should_open(work, index, match)) {
        bool stray_prime = match == 0 && !pacta_mark_is_left(mark) && is_prime(work, index);
        return stray_prime ? PACTA_OK : open_quotation(p, index);
    }
    if ((mark->place & MARK_SINGLE) != 0 && (mark->place & MARK_CLOSES) == 0)
        return PACTA_OK;
    if (match == 0)
        return stray_close(p, index);
    const pacta_open_mark *open = &work->open_marks.items[match - 1];
    if ((mark->place & MARK_WEAK) != 0 && surer_one_follows(work, index, &open->mark))
        return PACTA_OK;
    uint32_t quotation = open->quotation;
    unwind(work, match, mark->token);
    work->open_marks.count = match - 1;
    close_quotation(work, quotation, mark->token);
    work->marks.items[index].place |= MARK_PAIRED;
    return PACTA_OK;
}

/* The pilots' union: single marks behind words that closed nothing belong to
 * their words. */
static void keep_apostrophes(const pacta_work *work) {
    for (uint32_t i = 0; i < work->marks.count; i++) {
        const pacta_mark *mark = &work->marks.items[i];
        pacta_cut *cut = &work->tokens.items[mark->token];
        bool behind = mark->token > 0 && cut[-1].kind == PACTA_TOKEN_WORD && (cut->flags & TOKEN_SPACED) == 0;
        if (!behind || (mark->place & (MARK_SINGLE | MARK_PAIRED | MARK_OPENS)) != MARK_SINGLE)
            continue;
        cut->kind = PACTA_TOKEN_WORD;
        cut->flags |= TOKEN_CLITIC;
        work->signs.items[mark->token] &= ~(uint32_t)SIGN_QUOTE;
    }
}

/* Takes the dropped ones out of the passage's quotations. */
static void compact(pairing *p) {
    pacta_document *document = p->work->document;
    uint32_t kept = p->first;
    for (uint32_t i = p->first; i < document->quotations.count; i++)
        if (document->quotations.items[i].span.end != 0)
            document->quotations.items[kept++] = document->quotations.items[i];
    document->quotations.count = kept;
}

/* The passage opens with the mark that an unclosed quotation opened with. */
static void join_passages(pairing *p, uint32_t passage) {
    pacta_work *work = p->work;
    pacta_quotation *quotations = work->document->quotations.items;
    if (p->pending == PACTA_NONE)
        return;
    if (p->first < work->document->quotations.count && quotations[p->first].span.begin == p->passage->begin &&
        work->marks.items[0].glyph == p->opener.glyph) {
        if (p->since + 1 == passage)
            quotations[p->first].continues = p->pending;
        p->pending = PACTA_NONE;
    } else if (passage - p->since >= REACH || has_like(p)) {
        p->pending = PACTA_NONE;
    }
}

static int pair_passage(pairing *p, uint32_t number) {
    pacta_work *work = p->work;
    p->first = work->document->quotations.count;
    if (!pacta_may_have(p->passage, SIGN_QUOTE)) {
        join_passages(p, number);
        return PACTA_OK;
    }
    work->open_marks.count = 0;
    int status = pacta_read_marks(work, p->passage);
    for (uint32_t i = 0; status == PACTA_OK && i < work->marks.count; i++)
        if ((status = take_mark(p, i)) == PACTA_OK)
            status = pacta_report(work, work->tokens.items[work->marks.items[i].token].begin);
    if (status != PACTA_OK)
        return status;
    pacta_mark opener = {0};
    uint32_t unclosed = PACTA_NONE;
    if (work->open_marks.count > 0) {
        opener = work->open_marks.items[0].mark;
        unclosed = work->tokens.items[opener.token].begin;
    }
    unwind(work, 0, PACTA_NONE);
    compact(p);
    keep_apostrophes(work);
    join_passages(p, number);
    for (uint32_t i = p->first; unclosed != PACTA_NONE && i < work->document->quotations.count; i++) {
        if (work->document->quotations.items[i].span.begin != unclosed)
            continue;
        p->pending = i;
        p->since = number;
        p->opener = opener;
        break;
    }
    return PACTA_OK;
}

/* Who stands in whom; and what was never closed. */
static int nest_quotations(pacta_work *work) {
    pacta_document *document = work->document;
    pacta_quotation *quotations = document->quotations.items;
    for (uint32_t i = 0, around = PACTA_NONE; i < document->quotations.count; around = i++) {
        while (around != PACTA_NONE && quotations[around].span.end < quotations[i].span.end)
            around = quotations[around].parent;
        quotations[i].parent = around;
        quotations[i].depth = around == PACTA_NONE ? 0 : quotations[around].depth + 1;
        bool goes_on = false;
        for (uint32_t next = i + 1; next < document->quotations.count && !goes_on; next++) {
            goes_on = quotations[next].continues == i;
            if (quotations[next].span.begin >= quotations[i].span.end)
                break;
        }
        if (!is_unclosed(&quotations[i]) || goes_on)
            continue;
        int status = pacta_note_diagnostic(work, PACTA_D_UNCLOSED_QUOTATION, quotations[i].span,
                                           "this quotation is never closed");
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}

static int note_steps(pacta_work *work) {
    const pacta_document *document = work->document;
    pacta_steps_reset(&work->quotation_steps);
    for (uint32_t i = 0; i < document->quotations.count; i++)
        if (!pacta_steps_note(&work->quotation_steps, &work->memory, i,
                              document->quotations.items[i].span.begin))
            return pacta_out_of_memory(work);
    return PACTA_OK;
}

int pacta_find_quotations(pacta_work *work) {
    pairing p = {.work = work, .pending = PACTA_NONE};
    for (uint32_t i = 0; i < work->fold.passages.count; i++) {
        p.passage = &work->fold.passages.items[i];
        int status = pair_passage(&p, i);
        if (status == PACTA_OK)
            status = pacta_report(work, p.passage->end);
        if (status != PACTA_OK)
            return status;
    }
    int status = nest_quotations(work);
    return status == PACTA_OK ? note_steps(work) : status;
}
