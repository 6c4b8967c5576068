#include "verify/paraphrase.h"
#include "core/sort.h"

enum {
    STEMS_MOST = 128,  /* of a query; the rest is not looked at */
    HITS_MOST = 256,   /* places of one stem */
    WINDOW_LEAST = 24, /* places, and three more for each stem */
    WINDOW_PER_STEM = 3
};

void pacta_paraphrase_free(pacta_paraphrase *p, const pacta_allocator *memory) {
    pacta_array_release(memory, &p->stems);
    pacta_array_release(memory, &p->hits);
    pacta_array_release(memory, &p->room);
}

static bool by_key(const void *a, const void *b) {
    return ((const pacta_query_stem *)a)->key < ((const pacta_query_stem *)b)->key;
}

static bool by_place(const void *a, const void *b) {
    return ((const pacta_stem_hit *)a)->place < ((const pacta_stem_hit *)b)->place;
}

/* The stems of the query's words that tell something, each once. */
static bool collect_stems(pacta_paraphrase *p, const pacta_allocator *memory,
                          const pacta_vocabulary *vocabulary, const pacta_query *query) {
    pacta_query_stem room[STEMS_MOST];
    p->stems.count = 0;
    if (!pacta_array_reserve(memory, &p->stems, STEMS_MOST))
        return false;
    for (uint32_t i = 0; i < query->words.count && p->stems.count < STEMS_MOST; i++) {
        const pacta_query_word *word = &query->words.items[i];
        const pacta_entry *entry = pacta_vocabulary_entry(vocabulary, word->key);
        if (!entry->light && pacta_query_needs(word))
            p->stems.items[p->stems.count++] = (pacta_query_stem){entry->stem, word->weight, 0};
    }
    pacta_sort(p->stems.items, room, p->stems.count, sizeof *room, by_key);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->stems.count; i++) {
        const pacta_query_stem *stem = &p->stems.items[i];
        pacta_query_stem *last = kept == 0 ? NULL : &p->stems.items[kept - 1];
        if (last != NULL && last->key == stem->key)
            last->weight = stem->weight > last->weight ? stem->weight : last->weight;
        else
            p->stems.items[kept++] = *stem;
    }
    p->stems.count = kept;
    return true;
}

static bool add_hits(pacta_paraphrase *p, const pacta_allocator *memory, const pacta_corpus *corpus,
                     uint32_t stem, uint32_t from, uint32_t until) {
    if (until - from > HITS_MOST)
        until = from + HITS_MOST;
    for (uint32_t i = from; i < until; i++)
        if ((corpus->places.items[corpus->stems.places[i]].flags & PLACE_ASIDE) == 0 &&
            !pacta_array_push(memory, &p->hits, (pacta_stem_hit){corpus->stems.places[i], stem}))
            return false;
    return true;
}

static bool collect_hits(pacta_paraphrase *p, const pacta_allocator *memory, const pacta_corpus *corpus,
                         const pacta_stretch *stretches, uint32_t stretch_count) {
    p->hits.count = 0;
    for (uint32_t s = 0; s < p->stems.count; s++) {
        uint32_t key = p->stems.items[s].key;
        if (key >= corpus->stems.buckets)
            continue; /* no word of the treaties */
        const uint32_t *starts = corpus->stems.starts;
        if (stretch_count == 0 && starts[key + 1] - starts[key] <= HITS_MOST &&
            !add_hits(p, memory, corpus, s, starts[key], starts[key + 1]))
            return false;
        for (uint32_t i = 0; i < stretch_count; i++)
            if (!add_hits(p, memory, corpus, s, pacta_postings_from(&corpus->stems, key, stretches[i].first),
                          pacta_postings_from(&corpus->stems, key, stretches[i].end)))
                return false;
    }
    p->room.count = 0;
    if (!pacta_array_reserve(memory, &p->room, p->hits.count))
        return false;
    pacta_sort(p->hits.items, p->room.items, p->hits.count, sizeof *p->hits.items, by_place);
    return true;
}

/* Slides a window over the hits; it does not go beyond an article. */
static void slide(pacta_paraphrase *p, const pacta_corpus *corpus) {
    uint32_t width = WINDOW_LEAST + WINDOW_PER_STEM * p->stems.count;
    uint32_t weight = 0, found = 0, best = 0, tail = 0, total = 0;
    for (uint32_t i = 0; i < p->stems.count; i++)
        total += p->stems.items[i].weight;
    for (uint32_t head = 0; head < p->hits.count; head++) {
        const pacta_stem_hit *hit = &p->hits.items[head];
        uint32_t article = pacta_corpus_article_at(corpus, hit->place);
        for (; tail < head; tail++) {
            const pacta_stem_hit *last = &p->hits.items[tail];
            if (hit->place - last->place < width && pacta_corpus_article_at(corpus, last->place) == article)
                break;
            pacta_query_stem *stem = &p->stems.items[last->stem];
            if (--stem->seen == 0)
                weight -= stem->weight, found--;
        }
        pacta_query_stem *stem = &p->stems.items[hit->stem];
        if (stem->seen++ == 0)
            weight += stem->weight, found++;
        if (weight > best) {
            best = weight;
            p->found = found;
            p->first = p->hits.items[tail].place;
            p->end = hit->place + 1;
        }
    }
    p->score = total == 0 ? 0 : best * 1000 / total;
}

bool pacta_paraphrase_find(pacta_paraphrase *p, const pacta_allocator *memory, const pacta_corpus *corpus,
                           const pacta_vocabulary *vocabulary, const pacta_query *query,
                           const pacta_stretch *stretches, uint32_t stretch_count) {
    p->first = p->end = p->found = p->score = 0;
    if (!collect_stems(p, memory, vocabulary, query) ||
        !collect_hits(p, memory, corpus, stretches, stretch_count))
        return false;
    slide(p, corpus);
    return true;
}
