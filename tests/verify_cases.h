/* Invented treaties and press texts that quote them, by a fixed seed: each
 * quotation with what was done to it and the verdict that it must get. */
#ifndef PACTA_TESTS_VERIFY_CASES_H
#define PACTA_TESTS_VERIFY_CASES_H

#include "pacta/verify.h"
#include <stddef.h>
#include <stdint.h>

typedef struct text_buffer {
    char *bytes; /* terminated */
    size_t size, room;
} text_buffer;

void buffer_add(text_buffer *buffer, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;
void buffer_clear(text_buffer *buffer);
void buffer_free(text_buffer *buffer);

/* What a sentence is made of. */
typedef struct clause_plan {
    uint8_t subject, modal, verb, preposition, condition, body, event, number;
    uint8_t adjectives[4], objects[4], sites[2];
} clause_plan;

enum { TREATY_ARTICLES = 40, PARAGRAPHS_MOST = 4 };

typedef struct treaty_plan {
    const char *title;
    clause_plan clauses[TREATY_ARTICLES][PARAGRAPHS_MOST];
    uint8_t counts[TREATY_ARTICLES]; /* paragraphs */
} treaty_plan;

/* A treaty of the given number: another number, another treaty. */
void plan_treaty(treaty_plan *plan, uint64_t seed, unsigned number);
void write_treaty(text_buffer *out, const treaty_plan *plan);
/* The words of one paragraph. */
void write_clause(text_buffer *out, const clause_plan *clause);

typedef struct verify_case {
    const char *kind; /* what was done */
    pacta_verdict verdict;
    pacta_claim claim;
    text_buffer press;
} verify_case;

/* Case `index` of the seed: a press text with one quotation (or report) about
 * the treaty, or about one that is `foreign`. */
void make_case(verify_case *made, const treaty_plan *treaty, const treaty_plan *foreign, uint64_t seed,
               unsigned index);

#endif
