/* Lists of numbers: "2 (4), 51 and 53 to 55" to one path for each. */
#ifndef PACTA_FIND_NUMBER_LISTS_H
#define PACTA_FIND_NUMBER_LISTS_H

#include "work.h"

/* Where a list that a rule matched up to `end` ends: before the label of an item
 * and what joins it (Annex A, and (b) change ...). */
uint32_t pacta_number_list_end(const pacta_work *work, uint32_t first, uint32_t end);

/* Appends to `work->paths` one path for each provision of `unit` that tokens
 * [first, end) name, ranges spelt out. A status. */
int pacta_read_number_list(pacta_work *work, uint8_t unit, uint32_t first, uint32_t end);

/* Appends the one that follows the path added last, where its number tells. */
int pacta_add_following(pacta_work *work);

#endif
