/* What stands at the end of a condition and is no part of it. Each takes the tokens
 * [first, end) and returns where they end without it. */
#ifndef PACTA_CLAUSES_TAILS_H
#define PACTA_CLAUSES_TAILS_H

#include "clauses/norms.h"

/* Marks, joiners, what opens the next clause. */
uint32_t pacta_strip_marks(const pacta_work *work, uint32_t first, uint32_t end);

/* ", the agency said", ", under Article 4": the reporter's words. */
uint32_t pacta_leave_sayer(const pacta_work *work, uint32_t first, uint32_t end);

/* All that a report adds: marks, the reporter's words, a citation in brackets, what is
 * told next. */
uint32_t pacta_leave_story(const pacta_work *work, uint32_t first, uint32_t end);

/* save in three cases, none of which: more of the cases. */
uint32_t pacta_leave_remark(const pacta_work *work, uint32_t first, uint32_t end);

#endif
