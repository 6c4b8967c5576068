/* The corpus: treaties as rows of keyed words, each in its provision, and an
 * index of where words and runs of three words stand. */
#ifndef PACTA_VERIFY_CORPUS_H
#define PACTA_VERIFY_CORPUS_H

#include "pacta/verify.h"
#include "verify/vocabulary.h"

enum {
    PLACE_LABEL = 1,
    PLACE_HEADING = 2,
    PLACE_SENTENCE = 4,                       /* opens a sentence */
    PLACE_PARAGRAPH = 8,                      /* and a paragraph */
    PLACE_SHARED = 16,                        /* of a run of words that many treaties have */
    PLACE_ASIDE = PLACE_LABEL | PLACE_HEADING /* may be left out of a quotation */
};

/* A word of a treaty, in the bytes of its text. Behind each treaty's last word
 * stands one with KEY_NONE. */
typedef struct pacta_place {
    uint32_t begin, end, key;
    uint32_t provision; /* the innermost, of the corpus's, or PACTA_NONE */
    uint8_t flags;
} pacta_place;

typedef struct pacta_corpus_provision {
    pacta_span span;
    const char *eid;
    uint32_t parent;     /* of the corpus's, or PACTA_NONE */
    uint32_t article;    /* that it is or is a part of: the paragraph, where there are no articles */
    bool whole;          /* an article or a part of one: no chapter or annex */
    uint32_t index;      /* in the treaty's document */
    uint32_t first, end; /* places */
} pacta_corpus_provision;

typedef struct pacta_kept_treaty {
    pacta_treaty about;
    uint32_t first, end;                     /* places */
    uint32_t first_provision, end_provision; /* of the corpus's */
} pacta_kept_treaty;

/* Places by bucket: those of bucket b stand at starts[b] to starts[b + 1], in
 * the order of the corpus. */
typedef struct pacta_postings {
    uint32_t *starts, *places;
    uint32_t buckets, count;
} pacta_postings;

/* An eid, or the end of one from a level on: art_4 of chp_1__art_4. */
typedef struct pacta_eid_slot {
    uint32_t provision; /* of the corpus's, plus 1; 0: empty */
    uint32_t from;      /* byte of its eid */
} pacta_eid_slot;

struct pacta_corpus {
    pacta_allocator memory;
    pacta_arena arena;
    pacta_vocabulary vocabulary;
    PACTA_ARRAY(pacta_place) places;
    PACTA_ARRAY(pacta_corpus_provision) provisions;
    PACTA_ARRAY(pacta_kept_treaty) treaties;
    pacta_postings runs;  /* by pacta_run_bucket() */
    pacta_postings stems; /* by the stem of a word that is not light */
    pacta_eid_slot *eids; /* provisions by what they may be called */
    uint32_t eid_slots;
    bool sealed;
};

enum { RUN_WORDS = 3 };

/* Bucket of a run of RUN_WORDS keys; others may share it. */
static inline uint32_t pacta_run_bucket(const pacta_corpus *corpus, uint32_t a, uint32_t b, uint32_t c) {
    uint32_t hash = ((a * 2654435761u ^ b) * 2246822519u ^ c) * 3266489917u;
    return (hash ^ hash >> 15) & (corpus->runs.buckets - 1);
}

/* index.c: fills `runs` and `stems`, and marks what many treaties share; false
 * where memory is out. */
bool pacta_corpus_index(pacta_corpus *corpus);
void pacta_corpus_unindex(pacta_corpus *corpus);

/* provisions.c: fills `eids`; false where memory is out. */
bool pacta_corpus_index_eids(pacta_corpus *corpus);
void pacta_corpus_unindex_eids(pacta_corpus *corpus);

/* The treaty's provision of this eid, or else the first one whose eid ends in
 * it, or PACTA_NONE. */
uint32_t pacta_corpus_find_eid(const pacta_corpus *corpus, uint32_t treaty, const char *eid, size_t size);

/* Which treaty a place is in. */
uint32_t pacta_corpus_treaty_at(const pacta_corpus *corpus, uint32_t place);

/* The article (or what stands for it) that a place is in, or PACTA_NONE. */
static inline uint32_t pacta_corpus_article_at(const pacta_corpus *corpus, uint32_t place) {
    uint32_t provision = corpus->places.items[place].provision;
    return provision == PACTA_NONE ? PACTA_NONE : corpus->provisions.items[provision].article;
}

#endif
