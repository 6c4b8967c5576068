#include "verify/runs.h"
#include "core/sort.h"

enum {
    LOOK_BACK = 64,     /* blocks before one, in the treaties' order, that it may follow */
    SPLICE_COST = 9,    /* weight that a run of its own must bring in */
    SPLICE_WORDS = 4,   /* and the words that it must have */
    TRIM_MOST = 8,      /* words that it may leave to the one before */
    GAP_MOST = 24,      /* places left out, from which on more cost the same */
    ARTICLE_REACH = 24, /* places from an article into the next, still in one run */
    CLAIM_BONUS = 2
};

typedef struct picking {
    pacta_runs *runs;
    const pacta_allocator *memory;
    const pacta_corpus *corpus;
    pacta_query *query;
    const pacta_scope *scope;
    bool splices;
} picking;

void pacta_runs_free(pacta_runs *runs, const pacta_allocator *memory) {
    pacta_array_release(memory, &runs->links);
    pacta_array_release(memory, &runs->room);
    pacta_array_release(memory, &runs->heads);
    pacta_array_release(memory, &runs->best);
    pacta_array_release(memory, &runs->weights);
    pacta_array_release(memory, &runs->breaks);
    pacta_array_release(memory, &runs->picked);
}

/* ---- The table --------------------------------------------------------------- */

static bool weigh_query(picking *p) {
    pacta_runs *runs = p->runs;
    uint32_t count = p->query->words.count, weight = 0, breaks = 0;
    runs->weights.count = runs->breaks.count = runs->heads.count = runs->best.count = 0;
    if (!pacta_array_reserve(p->memory, &runs->weights, count + 1) ||
        !pacta_array_reserve(p->memory, &runs->breaks, count + 2) ||
        !pacta_array_reserve(p->memory, &runs->heads, count + 1) ||
        !pacta_array_reserve(p->memory, &runs->best, count + 1))
        return false;
    for (uint32_t i = 0; i <= count; i++) {
        runs->weights.items[i] = weight;
        runs->breaks.items[i] = breaks;
        runs->heads.items[i] = runs->best.items[i] = PACTA_NONE;
        if (i == count)
            break;
        pacta_query_word *word = &p->query->words.items[i];
        if ((word->flags & WORD_STOCK) != 0)
            word->weight = WEIGHT_LIGHT;
        weight += pacta_query_needs(word) ? word->weight : 0;
        breaks += (word->flags & (WORD_ELIDED | WORD_JOINT)) != 0;
    }
    runs->breaks.items[count + 1] = breaks;
    p->query->total = weight;
    return true;
}

static bool by_place(const void *a, const void *b) {
    const pacta_block *x = a, *y = b;
    return x->place != y->place ? x->place < y->place : x->query < y->query;
}

/* Sorts the blocks, drops those that are there twice, and makes links of them. */
static bool make_links(picking *p, pacta_blocks *blocks) {
    pacta_runs *runs = p->runs;
    uint32_t count = blocks->found.count;
    runs->room.count = runs->links.count = 0;
    if (!pacta_array_reserve(p->memory, &runs->room, count) ||
        !pacta_array_reserve(p->memory, &runs->links, count))
        return false;
    pacta_sort(blocks->found.items, runs->room.items, count, sizeof *blocks->found.items, by_place);
    for (uint32_t i = 0; i < count; i++) {
        const pacta_block *block = &blocks->found.items[i];
        pacta_link *last = runs->links.count == 0 ? NULL : &runs->links.items[runs->links.count - 1];
        if (last != NULL && last->block.place == block->place && last->block.query == block->query) {
            last->block.length = block->length > last->block.length ? block->length : last->block.length;
            continue;
        }
        runs->links.items[runs->links.count++] = (pacta_link){.block = *block, .previous = PACTA_NONE};
    }
    for (uint32_t i = runs->links.count; i-- > 0;) {
        uint32_t *head = &runs->heads.items[runs->links.items[i].block.query];
        runs->links.items[i].next = *head;
        *head = i;
    }
    return true;
}

/* ---- Scores -------------------------------------------------------------------- */

static int32_t weight_between(const picking *p, uint32_t from, uint32_t until) {
    return (int32_t)(p->runs->weights.items[until] - p->runs->weights.items[from]);
}

static bool breaks_between(const picking *p, uint32_t from, uint32_t until) {
    return p->runs->breaks.items[until] != p->runs->breaks.items[from];
}

static bool is_claimed(const picking *p, uint32_t place) {
    for (uint32_t i = 0; i < p->scope->count; i++)
        if (place >= p->scope->stretches[i].first && place < p->scope->stretches[i].end)
            return true;
    return false;
}

/* Words that two blocks have in common, in either text. */
static uint32_t overlap_of(const pacta_block *a, const pacta_block *b) {
    uint32_t query = a->query + a->length > b->query ? a->query + a->length - b->query : 0;
    uint32_t place = a->place + a->length > b->place ? a->place + a->length - b->place : 0;
    return query > place ? query : place;
}

/* What it costs that `b` (less its first `overlap` words) follows `a` in a run;
 * -1 if it cannot. */
static int32_t cost_of(const picking *p, const pacta_block *a, const pacta_block *b, uint32_t overlap) {
    uint32_t query = b->query + overlap - (a->query + a->length);
    uint32_t place = b->place + overlap - (a->place + a->length);
    bool apart = pacta_corpus_article_at(p->corpus, a->place) != pacta_corpus_article_at(p->corpus, b->place);
    if (apart && place > ARTICLE_REACH)
        return -1;
    if (pacta_corpus_treaty_at(p->corpus, a->place) != pacta_corpus_treaty_at(p->corpus, b->place))
        return -1;
    if (breaks_between(p, b->query < a->query + a->length ? b->query : a->query + a->length,
                       b->query + overlap + 1))
        return place > query ? 1 : 0;
    uint32_t more = place > query ? place - query : (query - place) / 2;
    return (int32_t)(more == 0 ? 0 : 1 + (more > GAP_MOST ? GAP_MOST : more) / 2);
}

static void follow_run(const picking *p, uint32_t index) {
    pacta_link *links = p->runs->links.items, *link = &links[index];
    const pacta_block *block = &link->block;
    for (uint32_t i = 1; i <= LOOK_BACK && i <= index; i++) {
        const pacta_link *other = &links[index - i];
        uint32_t overlap = overlap_of(&other->block, block);
        if (other->block.query >= block->query || overlap >= block->length)
            continue;
        int32_t cost = cost_of(p, &other->block, block, overlap);
        int32_t score =
            other->score - cost + weight_between(p, block->query + overlap, block->query + block->length);
        if (cost < 0 || score <= link->score)
            continue;
        link->score = score;
        link->previous = index - i;
        link->from = block->query + overlap;
        link->splice = false;
    }
}

/* Begins a run of its own behind the best that ends before it, at the cost of
 * some of its first words if need be. */
static void follow_splice(const picking *p, pacta_link *link, int32_t bonus) {
    const pacta_block *block = &link->block;
    uint32_t most = block->length - 1 < TRIM_MOST ? block->length - 1 : TRIM_MOST;
    for (uint32_t trim = 0; trim <= most; trim++) {
        uint32_t from = block->query + trim, other = p->runs->best.items[from];
        if (other == PACTA_NONE || block->length - trim < SPLICE_WORDS)
            continue;
        int32_t score = p->runs->links.items[other].score - SPLICE_COST + bonus +
                        weight_between(p, from, block->query + block->length);
        if (score <= link->score)
            continue;
        link->score = score;
        link->previous = other;
        link->from = from;
        link->splice = true;
    }
}

static void keep_better(const picking *p, uint32_t *best, uint32_t link) {
    const pacta_link *links = p->runs->links.items;
    if (link != PACTA_NONE && (*best == PACTA_NONE || links[link].score > links[*best].score))
        *best = link;
}

/* Scores all links, in the order of the query. */
static void score_links(picking *p) {
    pacta_runs *runs = p->runs;
    uint32_t count = p->query->words.count;
    for (uint32_t word = 0; word <= count; word++) {
        if (word > 0)
            keep_better(p, &runs->best.items[word], runs->best.items[word - 1]);
        for (uint32_t ahead = word + 1; ahead <= word + TRIM_MOST && ahead <= count; ahead++)
            keep_better(p, &runs->best.items[ahead], runs->best.items[ahead - 1]);
        for (uint32_t i = runs->heads.items[word]; i != PACTA_NONE; i = runs->links.items[i].next) {
            pacta_link *link = &runs->links.items[i];
            uint32_t end = word + link->block.length;
            int32_t bonus = is_claimed(p, link->block.place) ? CLAIM_BONUS : 0;
            link->score = weight_between(p, word, end) + bonus;
            link->from = word;
            follow_run(p, i);
            if (p->splices)
                follow_splice(p, link, bonus);
            keep_better(p, &runs->best.items[end], i);
        }
    }
}

/* ---- Picking --------------------------------------------------------------------- */

/* Where the words that two blocks both have are split: at an elision, if there
 * is one, else the later block begins where it was found to. */
static uint32_t split_at(const picking *p, const pacta_link *earlier, const pacta_link *later) {
    bool ahead = later->block.place + earlier->block.query >= earlier->block.place + later->block.query;
    for (uint32_t i = later->from; ahead && i > later->block.query && i > earlier->from; i--)
        if (breaks_between(p, i, i + 1))
            return i;
    return later->from;
}

static bool pick(picking *p) {
    pacta_runs *runs = p->runs;
    uint32_t last = runs->best.items[p->query->words.count];
    runs->picked.count = runs->count = runs->weight = 0;
    uint32_t end =
        last == PACTA_NONE ? 0 : runs->links.items[last].block.query + runs->links.items[last].block.length;
    for (uint32_t i = last; i != PACTA_NONE; i = runs->links.items[i].previous) {
        const pacta_link *link = &runs->links.items[i];
        uint32_t from = link->from;
        bool opens = link->splice || link->previous == PACTA_NONE;
        uint32_t until = end;
        if (link->previous != PACTA_NONE) {
            const pacta_link *earlier = &runs->links.items[link->previous];
            from = opens ? from : split_at(p, earlier, link);
            end = earlier->block.query + earlier->block.length;
            end = end > from ? from : end;
        }
        pacta_block block = {from, link->block.place + (from - link->block.query), until - from};
        runs->weight += (uint32_t)weight_between(p, from, until);
        runs->count += opens;
        if (!pacta_array_push(p->memory, &runs->picked, (pacta_picked){block, opens}))
            return false;
    }
    for (uint32_t i = 0; i < runs->picked.count / 2; i++) {
        pacta_picked *a = &runs->picked.items[i], *b = &runs->picked.items[runs->picked.count - 1 - i];
        pacta_picked swap = *a;
        *a = *b, *b = swap;
    }
    return true;
}

bool pacta_runs_pick(pacta_runs *runs, const pacta_allocator *memory, const pacta_corpus *corpus,
                     pacta_query *query, pacta_blocks *blocks, const pacta_scope *scope, bool splices) {
    picking p = {runs, memory, corpus, query, scope, splices};
    if (!weigh_query(&p) || !make_links(&p, blocks))
        return false;
    score_links(&p);
    return pick(&p);
}
