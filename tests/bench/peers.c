#include "peers.h"
#include "core/utf8.h"
#include <stdlib.h>
#include <string.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#ifdef BENCH_HYPERSCAN
#include <hs.h>
#endif
#ifdef BENCH_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

/* Citations, names, norms, conditions and quotations, as far as one pattern
 * each can locate them. */
#define UNITS "(?:articles?|art\\.|paragraphs?|para\\.|sections?|chapters?|annex(?:es)?|parts?|protocols?)"
#define TITLES "(?:Treaty|Convention|Charter|Agreement|Protocol|Covenant|Pact|Statute)"
static const char *const PATTERNS[] = {
    "\\b" UNITS " {1,3}\\d{1,4}(?: ?\\([a-z0-9]{1,4}\\)){0,4}",
    "\\b" TITLES " (?:of|on|for|against|concerning)(?: [A-Za-z]{1,20}){1,8}",
    "\\b(?:shall|must|may)(?: not)?\\b",
    "\\b(?:unless|except|provided that|subject to|if|where)\\b",
    "\"[^\"\\n]{1,400}\"",
    "\xE2\x80\x9C[^\xE2\x80\x9D\\n]{1,400}\xE2\x80\x9D",
    "\\b[A-Z]{1,2}/RES/\\d{1,4}",
};
enum { PATTERN_COUNT = sizeof PATTERNS / sizeof *PATTERNS };

typedef struct peer_state {
    const bench_text *text;
    void *one, *two;
    size_t found; /* keeps the work from being optimised away */
} peer_state;

static void *open_plain(const bench_text *text) {
    peer_state *state = calloc(1, sizeof *state);
    if (state != NULL)
        state->text = text;
    return state;
}

/* ---- memcpy ------------------------------------------------------------------ */

static void *open_copy(const bench_text *text) {
    peer_state *state = open_plain(text);
    if (state != NULL)
        state->one = malloc(text->size + 1);
    return state;
}

static void run_copy(void *context) {
    peer_state *state = context;
    memcpy(state->one, state->text->data, state->text->size);
    state->found += ((volatile char *)state->one)[state->text->size / 2] != 0;
}

static void close_copy(void *context) {
    peer_state *state = context;
    free(state->one);
    free(state);
}

/* ---- UTF-8 ------------------------------------------------------------------- */

static void run_utf8(void *context) {
    peer_state *state = context;
    state->found += pacta_utf8_check(state->text->data, state->text->size);
}

/* ---- PCRE2: all patterns as one alternation ------------------------------------ */

static void *open_pcre2(const bench_text *text) {
    char joined[4096] = "";
    for (int i = 0; i < PATTERN_COUNT; i++) {
        strcat(joined, i == 0 ? "(?:" : "|(?:");
        strcat(joined, PATTERNS[i]);
        strcat(joined, ")");
    }
    peer_state *state = open_plain(text);
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)joined, PCRE2_ZERO_TERMINATED,
                                         PCRE2_UTF | PCRE2_CASELESS, &code, &offset, NULL);
    if (state == NULL || compiled == NULL)
        return NULL;
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    state->one = compiled;
    state->two = pcre2_match_data_create(1, NULL);
    return state;
}

static void run_pcre2(void *context) {
    peer_state *state = context;
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(state->two);
    for (PCRE2_SIZE at = 0; pcre2_match(state->one, (PCRE2_SPTR)state->text->data, state->text->size, at,
                                        PCRE2_NO_UTF_CHECK, state->two, NULL) >= 0;
         at = offsets[1])
        state->found++;
}

static void close_pcre2(void *context) {
    peer_state *state = context;
    pcre2_match_data_free(state->two);
    pcre2_code_free(state->one);
    free(state);
}

/* ---- Hyperscan: all patterns at once, with where they begin ---------------------- */

#ifdef BENCH_HYPERSCAN
static void *open_hyperscan(const bench_text *text) {
    unsigned flags[PATTERN_COUNT], ids[PATTERN_COUNT];
    for (unsigned i = 0; i < PATTERN_COUNT; i++) {
        flags[i] = HS_FLAG_CASELESS | HS_FLAG_UTF8 | HS_FLAG_SOM_LEFTMOST;
        ids[i] = i;
    }
    hs_database_t *database = NULL;
    hs_scratch_t *scratch = NULL;
    hs_compile_error_t *error = NULL;
    if (hs_compile_multi(PATTERNS, flags, ids, PATTERN_COUNT, HS_MODE_BLOCK, NULL, &database, &error) !=
        HS_SUCCESS) {
        hs_free_compile_error(error);
        return NULL;
    }
    peer_state *state = open_plain(text);
    if (state == NULL || hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
        return NULL;
    state->one = database;
    state->two = scratch;
    return state;
}

static int note_hit(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                    void *found) {
    (void)id, (void)from, (void)to, (void)flags;
    ++*(size_t *)found;
    return 0;
}

static void run_hyperscan(void *context) {
    peer_state *state = context;
    hs_scan(state->one, state->text->data, (unsigned)state->text->size, 0, state->two, note_hit,
            &state->found);
}

static void close_hyperscan(void *context) {
    peer_state *state = context;
    hs_free_scratch(state->two);
    hs_free_database(state->one);
    free(state);
}
#endif

/* ---- ICU: words alone ------------------------------------------------------------ */

#ifdef BENCH_ICU
static void *open_icu(const bench_text *text) {
    UErrorCode error = U_ZERO_ERROR;
    peer_state *state = open_plain(text);
    if (state == NULL)
        return NULL;
    state->one = utext_openUTF8(NULL, text->data, (int64_t)text->size, &error);
    state->two = ubrk_open(UBRK_WORD, "en", NULL, 0, &error);
    return U_FAILURE(error) ? NULL : state;
}

static void run_icu(void *context) {
    peer_state *state = context;
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setUText(state->two, state->one, &error);
    for (int32_t at = ubrk_first(state->two); at != UBRK_DONE; at = ubrk_next(state->two))
        state->found++;
}

static void close_icu(void *context) {
    peer_state *state = context;
    ubrk_close(state->two);
    utext_close(state->one);
    free(state);
}
#endif

const bench_peer BENCH_PEERS[] = {
    {"memcpy", open_copy, run_copy, close_copy},
    {"UTF-8 check", open_plain, run_utf8, free},
    {"PCRE2 JIT, one alternation", open_pcre2, run_pcre2, close_pcre2},
#ifdef BENCH_HYPERSCAN
    {"Hyperscan, with match starts", open_hyperscan, run_hyperscan, close_hyperscan},
#endif
#ifdef BENCH_ICU
    {"ICU word breaks", open_icu, run_icu, close_icu},
#endif
};
const size_t BENCH_PEER_COUNT = sizeof BENCH_PEERS / sizeof *BENCH_PEERS;
