/* Segments: the pieces that citations are put together from, "paragraphs 2 and
 * 3 (a)", "second sentence", "this Article". */
#ifndef PACTA_FIND_SEGMENTS_H
#define PACTA_FIND_SEGMENTS_H

#include "work.h"

/* The modes of references, in their order (rules/vocabulary.h). */
enum { MODE_NUMBERED, MODE_WEAK, MODE_ORDINAL, MODE_RELATIVE, MODE_NAMED, MODE_REFUSE };

typedef struct pacta_segment {
    uint32_t end;        /* token behind it */
    uint32_t first_path; /* its paths are those from here on; none if it says nothing */
    uint8_t unit;
    bool plural; /* its unit's word */
    bool worded; /* its number is a word */
    bool roman;  /* an article's number is Roman */
} pacta_segment;

/* Reads what `rule` has just matched; appends to work->paths. A status. */
int pacta_read_segment(pacta_work *work, const pacta_rule *rule, pacta_segment *segment);

#endif
