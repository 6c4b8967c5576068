/* The index: two counting sorts over the places. */
#include "verify/corpus.h"
#include <string.h>

enum { BUCKETS_LEAST = 1024, SHARERS_LEAST = 4, SHARERS_PART = 5, SHARING_ARTICLES = 8, LEADERS = 4 };

/* The bucket of the place in one of the two, or PACTA_NONE if it is in none. */
typedef uint32_t (*bucket_of)(const pacta_corpus *corpus, uint32_t place);

static uint32_t run_bucket(const pacta_corpus *corpus, uint32_t place) {
    const pacta_place *p = &corpus->places.items[place];
    if (place + RUN_WORDS > corpus->places.count || p[0].key == KEY_NONE || p[1].key == KEY_NONE ||
        p[2].key == KEY_NONE)
        return PACTA_NONE;
    return pacta_run_bucket(corpus, p[0].key, p[1].key, p[2].key);
}

static uint32_t stem_bucket(const pacta_corpus *corpus, uint32_t place) {
    uint32_t key = corpus->places.items[place].key;
    if (key == KEY_NONE)
        return PACTA_NONE;
    const pacta_entry *entry = pacta_vocabulary_entry(&corpus->vocabulary, key);
    return entry->light ? PACTA_NONE : entry->stem;
}

static void release(const pacta_corpus *corpus, pacta_postings *postings) {
    pacta_delete(&corpus->memory, postings->starts, (postings->buckets + 1) * sizeof *postings->starts);
    pacta_delete(&corpus->memory, postings->places, postings->count * sizeof *postings->places);
    *postings = (pacta_postings){0};
}

static bool fill(pacta_corpus *corpus, pacta_postings *postings, uint32_t buckets, bucket_of which) {
    release(corpus, postings);
    uint32_t *starts = pacta_new(&corpus->memory, (buckets + 1) * sizeof *starts);
    if (starts == NULL)
        return false;
    postings->starts = starts;
    postings->buckets = buckets; /* asked for from here on */
    for (uint32_t i = 0; i < corpus->places.count; i++) {
        uint32_t bucket = which(corpus, i);
        if (bucket != PACTA_NONE)
            starts[bucket]++;
    }
    uint32_t sum = 0; /* each start becomes its bucket's end, and comes back below */
    for (uint32_t b = 0; b <= buckets; b++)
        starts[b] = sum += b < buckets ? starts[b] : 0;
    if (sum == 0)
        return true;
    postings->places = pacta_new(&corpus->memory, sum * sizeof *postings->places);
    if (postings->places == NULL)
        return false;
    postings->count = sum;
    for (uint32_t i = corpus->places.count; i-- > 0;) {
        uint32_t bucket = which(corpus, i);
        if (bucket != PACTA_NONE)
            postings->places[--starts[bucket]] = i;
    }
    return true;
}

/* ---- What many treaties share -------------------------------------------------- */

static bool same_run(const pacta_place *a, const pacta_place *b) {
    return a[0].key == b[0].key && a[1].key == b[1].key && a[2].key == b[2].key;
}

/* True if the run of `leader`, among `count` places, stands in so many treaties
 * (or articles of one of them) that it is a phrase of theirs. */
static bool is_shared(const pacta_corpus *corpus, const uint32_t *places, uint32_t count, uint32_t leader,
                      uint32_t needed) {
    uint32_t treaties = 0, until = 0, articles = 0, last = PACTA_NONE;
    for (uint32_t i = 0; i < count; i++) {
        if (!same_run(corpus->places.items + places[i], corpus->places.items + leader))
            continue;
        if (places[i] >= until) {
            until = corpus->treaties.items[pacta_corpus_treaty_at(corpus, places[i])].end;
            treaties++;
            articles = 0;
        }
        uint32_t article = pacta_corpus_article_at(corpus, places[i]);
        articles += article != last;
        last = article;
        if (treaties >= needed || articles >= SHARING_ARTICLES)
            return true;
    }
    return false;
}

static void mark_run(pacta_corpus *corpus, const uint32_t *places, uint32_t count, uint32_t leader) {
    for (uint32_t i = 0; i < count; i++) {
        pacta_place *place = &corpus->places.items[places[i]];
        if (same_run(place, corpus->places.items + leader))
            for (int w = 0; w < RUN_WORDS; w++)
                place[w].flags |= PLACE_SHARED;
    }
}

static bool is_marked(const pacta_place *run) {
    return (run[0].flags & run[1].flags & run[2].flags & PLACE_SHARED) != 0;
}

/* A bucket's runs are mostly one and the same: its first places are tried. */
static void mark_shared(pacta_corpus *corpus) {
    uint32_t needed = corpus->treaties.count / SHARERS_PART;
    if (needed < SHARERS_LEAST)
        needed = SHARERS_LEAST;
    for (uint32_t b = 0; b < corpus->runs.buckets; b++) {
        uint32_t count = corpus->runs.starts[b + 1] - corpus->runs.starts[b];
        if (count < SHARERS_LEAST) /* none at all in a treaty of no words, whose array is NULL */
            continue;
        const uint32_t *places = corpus->runs.places + corpus->runs.starts[b];
        for (uint32_t i = 0; i < LEADERS && i + SHARERS_LEAST <= count; i++)
            if (!is_marked(corpus->places.items + places[i]) &&
                is_shared(corpus, places, count, places[i], needed))
                mark_run(corpus, places, count, places[i]);
    }
}

bool pacta_corpus_index(pacta_corpus *corpus) {
    uint32_t buckets = BUCKETS_LEAST;
    while (buckets < corpus->places.count)
        buckets *= 2;
    pacta_corpus_unindex(corpus);
    for (uint32_t i = 0; i < corpus->places.count; i++)
        corpus->places.items[i].flags &= (uint8_t)~PLACE_SHARED;
    uint32_t stems = corpus->vocabulary.first + corpus->vocabulary.entries.count;
    if (!fill(corpus, &corpus->runs, buckets, run_bucket) ||
        !fill(corpus, &corpus->stems, stems, stem_bucket)) {
        pacta_corpus_unindex(corpus);
        return false;
    }
    mark_shared(corpus);
    return true;
}

void pacta_corpus_unindex(pacta_corpus *corpus) {
    release(corpus, &corpus->runs);
    release(corpus, &corpus->stems);
}
