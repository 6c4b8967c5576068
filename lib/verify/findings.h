/* What an alignment amounts to: parts, differences, how much was found. */
#ifndef PACTA_VERIFY_FINDINGS_H
#define PACTA_VERIFY_FINDINGS_H

#include "verify/align.h"

typedef struct pacta_found_part {
    pacta_part part;
    uint32_t first, end; /* places */
} pacta_found_part;

typedef struct pacta_findings {
    PACTA_ARRAY(pacta_found_part) parts;
    PACTA_ARRAY(pacta_difference) differences;
    uint32_t kinds;   /* bits of the differences' */
    uint32_t matched; /* weight of the words found */
    uint32_t score;
    bool spliced; /* parts from several articles, or out of order, in one piece */
} pacta_findings;

/* Reads the alignment. `text` is the query's. */
bool pacta_findings_read(pacta_findings *findings, const pacta_sides *sides, const pacta_alignment *alignment,
                         const char *text);
void pacta_findings_free(pacta_findings *findings, const pacta_allocator *memory);

/* The smallest provision around places [first, end), of the corpus's, or
 * PACTA_NONE. */
uint32_t pacta_corpus_around(const pacta_corpus *corpus, uint32_t first, uint32_t end);

/* Adds a part that is places [first, end). */
bool pacta_findings_add_part(pacta_findings *findings, const pacta_allocator *memory,
                             const pacta_corpus *corpus, pacta_span press, uint32_t first, uint32_t end);

/* A difference of one of these kinds changes the words. */
enum { KINDS_ALTERED = 1u << PACTA_REPLACED | 1u << PACTA_INSERTED | 1u << PACTA_OMITTED };

#endif
