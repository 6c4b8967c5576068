/* What a clause is about, where it is what every treaty has. */
#ifndef PACTA_CLAUSES_TOPICS_H
#define PACTA_CLAUSES_TOPICS_H

#include "work.h"

/* The topic of the headings above the provision (or PACTA_NONE), else of the
 * clause's own words, tokens [first, end); the ruleset's string, or NULL. */
const char *pacta_topic_of(pacta_work *work, uint32_t first, uint32_t end, uint32_t provision);

#endif
