/* pacta/verify.h - is the quotation in the treaty? And what changed between
 * two versions of one?
 *
 * SPDX-License-Identifier: MIT
 *
 *   pacta_corpus         treaties prepared for look-up: immutable once sealed;
 *                        any number of threads may use one at the same time
 *   pacta_verification   what was found out about one press text, with the
 *                        working memory of it; reusable, one thread at a time
 *   pacta_comparison     what changed between two texts; likewise
 *
 * All of them work on documents (pacta.h) that hold their text: one that was
 * made with keep_text, or whose text still stands where it stood. The
 * conventions are pacta.h's: UTF-8, half-open spans in bytes, negative statuses
 * for failure, nothing printed, no global state, NULL may be freed.
 */
#ifndef PACTA_VERIFY_H
#define PACTA_VERIFY_H

#include <pacta/pacta.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Treaties, prepared ------------------------------------------------- */

typedef struct pacta_corpus pacta_corpus;

typedef struct pacta_corpus_options {
    size_t struct_size;
    const pacta_allocator *allocator; /* NULL: the ruleset's. Copied. */
} pacta_corpus_options;

/* An empty corpus. `ruleset` tells which spellings and stock phrases there are
 * and must outlive the corpus. `options` and `error` may be NULL. */
PACTA_API int pacta_corpus_new(const pacta_ruleset *ruleset, const pacta_corpus_options *options,
                               pacta_corpus **corpus, pacta_error *error);

/* Must not be called while a verification with the corpus is going on; the
 * strings in its results go with it. */
PACTA_API void pacta_corpus_free(pacta_corpus *corpus);

/* Adds a treaty, with a copy of its text: the document may be filled again or
 * freed. One thread at a time. On failure the corpus is as it was before, and
 * needs sealing again. PACTA_E_TOO_LARGE beyond 2^31 words in all. */
PACTA_API int pacta_corpus_add(pacta_corpus *corpus, const pacta_document *treaty, pacta_error *error);

/* Builds the index, in time linear in the words of all treaties. To be called
 * behind the last pacta_corpus_add(); more can be added and sealed later. */
PACTA_API int pacta_corpus_seal(pacta_corpus *corpus, pacta_error *error);

/* A treaty of the corpus. Strings are the corpus's. */
typedef struct pacta_treaty {
    const char *name;       /* of its text, or NULL */
    const char *instrument; /* id of what it is, or NULL */
    const char *text;
    uint32_t bytes;
} pacta_treaty;

/* Treaties, in the order in which they were added, from 0. */
PACTA_API size_t pacta_corpus_size(const pacta_corpus *corpus);
/* PACTA_E_ARGUMENT where there is no such treaty. */
PACTA_API int pacta_corpus_treaty(const pacta_corpus *corpus, size_t index, pacta_treaty *treaty);

/* ---- Verdicts ----------------------------------------------------------- */

typedef enum pacta_verdict {
    PACTA_VERBATIM,     /* word for word, mark for mark; its own first and last marks aside */
    PACTA_VERBATIM_BUT, /* word for word, but for what an editor may do: see pacta_difference_kind */
    PACTA_ALTERED,      /* words changed, put in or left out, and nothing says so */
    PACTA_SPLICED,      /* pieces of several articles, or out of their order, as if they were one */
    PACTA_PARAPHRASE,   /* what a provision says, in other words */
    PACTA_NOT_FOUND     /* nowhere, or too little to tell */
} pacta_verdict;

/* In what the words checked differ from the treaty's. The first three make a
 * quotation PACTA_ALTERED, the others PACTA_VERBATIM_BUT. */
typedef enum pacta_difference_kind {
    PACTA_REPLACED,        /* words for others */
    PACTA_INSERTED,        /* words that the treaty does not have there */
    PACTA_OMITTED,         /* words left out, unmarked */
    PACTA_ELISION,         /* words left out, marked: ... [...] */
    PACTA_BRACKETS,        /* words put in or replaced, in brackets: [the Parties], [t]he */
    PACTA_EDITORIAL,       /* a remark of the editor's, marks of emphasis: [sic], *shall* */
    PACTA_CASE,            /* capitals */
    PACTA_PUNCTUATION,     /* inside the words checked, not at their ends */
    PACTA_QUOTATION_MARKS, /* of another shape, put in or left out */
    PACTA_SPACING,         /* no-break spaces; a space too many or too few */
    PACTA_SPELLING,        /* honor, honour: as the rule packs have them; accents */
    PACTA_NUMERAL,         /* twelve, 12 */
    PACTA_HYPHENATION,     /* co-operate, cooperate; words broken at a line's end */
    PACTA_TYPOGRAPHY,      /* ligatures, invisible characters, shapes of apostrophes and dashes */
    PACTA_LABELS           /* labels and headings left out: 1. (a) */
} pacta_difference_kind;

/* One difference. An empty span marks the place where the other side has
 * words. */
typedef struct pacta_difference {
    pacta_difference_kind kind;
    pacta_span press;  /* in the text checked */
    pacta_span treaty; /* in the text of its part's treaty */
    uint32_t part;     /* index among the check's parts */
} pacta_difference;

/* A piece of the words checked, and where it stands in a treaty. */
typedef struct pacta_part {
    pacta_span press, treaty;
    uint32_t treaty_index; /* in the corpus */
    uint32_t provision;    /* smallest one around it: index in the treaty's document, or PACTA_NONE */
    const char *eid;       /* of that provision, the corpus's, or NULL */
} pacta_part;

/* What the press text says about where the words come from, and whether it is
 * right. */
typedef enum pacta_claim {
    PACTA_CLAIM_NONE,     /* nothing: no provision or instrument is named */
    PACTA_CLAIM_OPEN,     /* something; but the words were not found, or an instrument is named that is
                             not known to be the treaty that has them */
    PACTA_CLAIM_RIGHT,    /* they stand where it says */
    PACTA_CLAIM_WRONG,    /* misattributed: they stand in another provision, or another treaty */
    PACTA_CLAIM_ELSEWHERE /* it names an instrument that is not in the corpus; not found */
} pacta_claim;

/* What was found out about one quotation, or one provision reported without
 * quotation marks. */
typedef struct pacta_check {
    pacta_span span;    /* the quotation, marks included, with those that go on with it; or the clause */
    uint32_t quotation; /* index in the press document, or PACTA_NONE */
    uint32_t clause;    /* reported: index likewise, or PACTA_NONE */
    uint32_t reference; /* that names the provision: index likewise, or PACTA_NONE */
    pacta_verdict verdict;
    uint32_t score; /* how much of the words' weight was found: 0 to 1000 */
    uint32_t kinds; /* of the differences: bit 1 << kind */
    pacta_claim claim;
    const char *claimed;                 /* eid that is named, or NULL */
    const pacta_part *parts;             /* in the order of the press text; none if NOT_FOUND */
    const pacta_difference *differences; /* likewise */
    uint32_t part_count, difference_count;
} pacta_check;

/* ---- Verification ------------------------------------------------------- */

typedef struct pacta_verification pacta_verification;

enum {
    PACTA_VERIFY_QUOTATIONS = 1u, /* what stands in quotation marks, titles left out */
    PACTA_VERIFY_REPORTED = 2u    /* provisions told without quotation marks */
};

typedef struct pacta_verify_options {
    size_t struct_size;
    unsigned what; /* 0: both */
} pacta_verify_options;

/* `allocator` NULL: malloc. */
PACTA_API int pacta_verification_new(const pacta_allocator *allocator, pacta_verification **verification);
PACTA_API void pacta_verification_free(pacta_verification *verification);

/* Holds the quotations and reported provisions of `press` against a sealed
 * corpus, in time linear in their words. Fills `verification`; what it held is
 * dropped; on failure it is empty. The press document must not change while
 * the results are used. `options` and `error` may be NULL. */
PACTA_API int pacta_verify(const pacta_corpus *corpus, const pacta_document *press,
                           const pacta_verify_options *options, pacta_verification *verification,
                           pacta_error *error);

/* The results: quotations and reported clauses, in the order of the text.
 * Borrowed until the verification is filled again or freed. `count` may not be
 * NULL; NULL if there are none. */
PACTA_API const pacta_check *pacta_checks(const pacta_verification *verification, size_t *count);

/* ---- Comparison --------------------------------------------------------- */

typedef struct pacta_comparison pacta_comparison;

typedef enum pacta_change_kind {
    PACTA_UNCHANGED, /* the same words; punctuation and the like may differ */
    PACTA_CHANGED,   /* other words: the differences tell */
    PACTA_ADDED,     /* only in the new text */
    PACTA_DELETED    /* only in the old text */
} pacta_change_kind;

/* The own words of one provision (those of the provisions inside it left
 * out), or a paragraph outside all provisions, in both texts. */
typedef struct pacta_change {
    pacta_change_kind kind;
    int moved;                           /* other than 0: it has another eid or another order */
    uint32_t score;                      /* how much is the same: 0 to 1000 */
    uint32_t old_provision;              /* index in the old document, or PACTA_NONE */
    uint32_t new_provision;              /* likewise */
    const char *old_eid, *new_eid;       /* the comparison's, or NULL */
    pacta_span old_span, new_span;       /* empty where there is none */
    const pacta_difference *differences; /* `press` is the new text, `treaty` the old; part 0 */
    uint32_t difference_count;
} pacta_change;

/* `allocator` NULL: malloc. */
PACTA_API int pacta_comparison_new(const pacta_allocator *allocator, pacta_comparison **comparison);
PACTA_API void pacta_comparison_free(pacta_comparison *comparison);

/* Compares two versions of a treaty, provision by provision. Fills
 * `comparison`; what it held is dropped; on failure it is empty. The texts must
 * stay where they are only during the call. `error` may be NULL. */
PACTA_API int pacta_compare(const pacta_ruleset *ruleset, const pacta_document *old_treaty,
                            const pacta_document *new_treaty, pacta_comparison *comparison,
                            pacta_error *error);

/* The changes, in the order of the new text; what was deleted stands behind
 * what it stood behind. Borrowed as pacta_checks() are. */
PACTA_API const pacta_change *pacta_changes(const pacta_comparison *comparison, size_t *count);

/* ---- Names, as the JSON prints them; never NULL ------------------------- */

PACTA_API const char *pacta_verdict_name(pacta_verdict verdict);
PACTA_API const char *pacta_difference_name(pacta_difference_kind kind);
PACTA_API const char *pacta_claim_name(pacta_claim claim);
PACTA_API const char *pacta_change_name(pacta_change_kind kind);

#ifdef __cplusplus
}
#endif

#endif
