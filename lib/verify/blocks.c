#include "verify/blocks.h"
#include <string.h>

enum {
    PLACES_MOST = 48,   /* looked at for one run of words */
    PLACES_CROWDED = 8, /* where there are more */
    RARE_WORDS = 8,     /* looked up by themselves where runs lead nowhere */
    RARE_MOST = 128,    /* places of each */
    BLOCKS_MOST = 4096, /* of a query, and what its length allows beyond */
    STEPS_FREE = 4096,  /* words compared, and what the query's length allows beyond */
    STEPS_PER_WORD = 256
};

/* A search in hand. */
typedef struct search {
    pacta_blocks *blocks;
    const pacta_allocator *memory;
    const pacta_corpus *corpus;
    pacta_query *query;
    const pacta_scope *scope;
    uint32_t low, high; /* places that blocks may hold */
    uint64_t steps;     /* words that may still be compared */
    bool failed;        /* memory is out */
} search;

void pacta_blocks_free(pacta_blocks *blocks, const pacta_allocator *memory) {
    pacta_array_release(memory, &blocks->found);
    pacta_array_release(memory, &blocks->crowded);
}

uint32_t pacta_postings_from(const pacta_postings *postings, uint32_t bucket, uint32_t place) {
    uint32_t low = postings->starts[bucket], high = postings->starts[bucket + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (postings->places[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- Blocks ------------------------------------------------------------------------ */

static bool same_word(const search *s, uint32_t word, uint32_t place) {
    return s->query->keys.items[word] == s->corpus->places.items[place].key;
}

/* True if a block that holds this pair was found from an earlier word. */
static bool is_known(search *s, uint32_t *word, uint32_t *place) {
    while (*word > 0 && *place > s->low && s->steps > 0 && same_word(s, *word - 1, *place - 1)) {
        s->steps--;
        --*word, --*place;
        if (s->blocks->crowded.items[*word] == 0)
            return true;
    }
    return false;
}

/* The block around the pair, if it is new. */
static void add_block(search *s, uint32_t word, uint32_t place) {
    uint32_t count = s->query->keys.count;
    if (s->failed || s->blocks->found.count >= BLOCKS_MOST + count || is_known(s, &word, &place))
        return;
    pacta_block block = {word, place, 0};
    while (word + block.length < count && place + block.length < s->high && s->steps > 0 &&
           same_word(s, word + block.length, place + block.length)) {
        s->steps--;
        block.length++;
    }
    if (block.length > 0 && !pacta_array_push(s->memory, &s->blocks->found, block))
        s->failed = true;
}

static bool same_run(const search *s, uint32_t word, uint32_t place) {
    return same_word(s, word, place) && same_word(s, word + 1, place + 1) &&
           same_word(s, word + 2, place + 2);
}

/* A run that many treaties share is a stock phrase. */
static void mark_stock(const search *s, uint32_t word, uint32_t place) {
    const pacta_place *p = s->corpus->places.items + place;
    if ((p[0].flags & p[1].flags & p[2].flags & PLACE_SHARED) != 0)
        for (int i = 0; i < RUN_WORDS; i++)
            s->query->words.items[word + (uint32_t)i].flags |= WORD_STOCK;
}

/* Blocks at places [from, until) of a bucket, at most `most` of them. */
static void add_places(search *s, const pacta_postings *postings, uint32_t from, uint32_t until,
                       uint32_t most, uint32_t word, bool run) {
    if (until - from > most)
        until = from + most;
    for (uint32_t i = from; i < until; i++) {
        uint32_t place = postings->places[i];
        if (run ? !same_run(s, word, place) : !same_word(s, word, place))
            continue;
        if (run)
            mark_stock(s, word, place);
        add_block(s, word, place);
    }
}

/* The same for all of a bucket. Where that is too much, or where nothing else
 * counts, what is claimed is looked at, and `others` places elsewhere. True if
 * nothing was passed over. */
static bool add_bucket(search *s, const pacta_postings *postings, uint32_t bucket, uint32_t most,
                       uint32_t others, uint32_t word, bool run) {
    uint32_t from = postings->starts[bucket], until = postings->starts[bucket + 1];
    if (until - from <= most && !s->scope->only) {
        add_places(s, postings, from, until, most, word, run);
        return true;
    }
    bool whole = s->scope->only;
    for (uint32_t i = 0; i < s->scope->count; i++) {
        uint32_t first = pacta_postings_from(postings, bucket, s->scope->stretches[i].first);
        uint32_t last = pacta_postings_from(postings, bucket, s->scope->stretches[i].end);
        add_places(s, postings, first, last, most, word, run);
        whole = whole && last - first <= most;
    }
    if (!s->scope->only)
        add_places(s, postings, from, until, others, word, run);
    return whole;
}

static void find_runs(search *s) {
    uint32_t count = s->query->keys.count;
    const pacta_postings *runs = &s->corpus->runs;
    uint8_t *crowded = s->blocks->crowded.items;
    memset(crowded, 1, count);
    for (uint32_t i = 0; i + RUN_WORDS <= count; i++) {
        const uint32_t *keys = s->query->keys.items + i;
        uint32_t bucket = pacta_run_bucket(s->corpus, keys[0], keys[1], keys[2]);
        crowded[i] = !add_bucket(s, runs, bucket, PLACES_MOST, PLACES_CROWDED, i, true);
    }
}

/* ---- Words by themselves -------------------------------------------------------------- */

static uint32_t rarity(const search *s, uint32_t word) {
    uint32_t key = s->query->keys.items[word];
    const pacta_vocabulary *vocabulary = &s->corpus->vocabulary;
    if (key >= vocabulary->first + vocabulary->entries.count)
        return PACTA_NONE;
    const pacta_entry *entry = pacta_vocabulary_entry(vocabulary, key);
    if (entry->light || entry->stem >= s->corpus->stems.buckets)
        return PACTA_NONE;
    return s->corpus->stems.starts[entry->stem + 1] - s->corpus->stems.starts[entry->stem];
}

/* Looks up the rarest words of the query. */
static void find_rare_words(search *s) {
    uint32_t rare[RARE_WORDS], counts[RARE_WORDS], used = 0;
    for (uint32_t i = 0; i < s->query->keys.count; i++) {
        uint32_t count = rarity(s, i), at = used;
        if (count == PACTA_NONE || count == 0 || (used == RARE_WORDS && count >= counts[used - 1]))
            continue;
        if (used < RARE_WORDS)
            used++;
        else
            at--;
        for (; at > 0 && counts[at - 1] > count; at--)
            counts[at] = counts[at - 1], rare[at] = rare[at - 1];
        counts[at] = count, rare[at] = i;
    }
    memset(s->blocks->crowded.items, 1, s->query->keys.count);
    for (uint32_t i = 0; i < used; i++) {
        const pacta_postings *stems = &s->corpus->stems;
        uint32_t stem = pacta_vocabulary_entry(&s->corpus->vocabulary, s->query->keys.items[rare[i]])->stem;
        add_bucket(s, stems, stem, RARE_MOST, 0, rare[i], false);
    }
}

bool pacta_blocks_find(pacta_blocks *blocks, const pacta_allocator *memory, const pacta_corpus *corpus,
                       pacta_query *query, const pacta_scope *scope, bool words) {
    uint32_t count = query->keys.count;
    search s = {blocks, memory, corpus, query, scope, 0, corpus->places.count, 0, false};
    if (scope->only && scope->count > 0)
        s.low = scope->stretches[0].first, s.high = scope->stretches[scope->count - 1].end;
    s.steps = STEPS_FREE + (uint64_t)STEPS_PER_WORD * count;
    if (!words)
        blocks->found.count = 0;
    blocks->crowded.count = 0;
    if (count == 0 || corpus->places.count == 0)
        return true;
    if (!pacta_array_reserve(memory, &blocks->crowded, count))
        return false;
    if (words)
        find_rare_words(&s);
    else
        find_runs(&s);
    return !s.failed;
}
