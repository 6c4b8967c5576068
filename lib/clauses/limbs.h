/* What tells where conditions end, wherever these stand. */
#ifndef PACTA_CLAUSES_LIMBS_H
#define PACTA_CLAUSES_LIMBS_H

#include "clauses/norms.h"

/* How many tokens a condition has at most, and how far its verb may be. */
enum { LIMB_TOKENS = 400, VERB_REACH = 40 };

/* What opens the limb opens a clause, and no phrase: if, Should. */
bool pacta_limb_is_clause(pacta_work *work, const pacta_limb *limb);

/* If so requested: nothing is missing behind words that open like a clause. */
bool pacta_limb_is_short(pacta_work *work, const pacta_limb *limb);

/* The first comma in [first, end) outside brackets, or `end`. */
uint32_t pacta_next_comma(const pacta_work *work, uint32_t first, uint32_t end);

/* Behind the comma a list goes on: lamps, ropes and boats. */
bool pacta_lists_behind(const pacta_work *work, uint32_t comma, uint32_t end);

/* Neither a citation nor a word that joins stands behind the comma. */
bool pacta_parts_from(const pacta_work *work, uint32_t comma, uint32_t end);

/* except for Article 9, ...: and no further Article. */
bool pacta_ends_with_citation(const pacta_work *work, uint32_t comma, uint32_t end);

/* A noun of the main clause can begin at the token. */
bool pacta_opens_object(const pacta_work *work, uint32_t token);

/* The end of a limb that stands before the norm it belongs to. Sets where the norm's
 * subject, and its part of the sentence, begin. */
uint32_t pacta_end_limb_ahead(pacta_work *work, const pacta_limb *limb, pacta_norm *norm);

#endif
