/* Pairs: which unit of the old text is which of the new one. */
#ifndef PACTA_VERIFY_PAIRS_H
#define PACTA_VERIFY_PAIRS_H

#include "verify/units.h"

/* Sets `match` of the units of both texts, which are the corpus's treaties 0
 * and 1. False where memory is out. */
bool pacta_units_pair(pacta_units *old_units, pacta_units *new_units, const pacta_allocator *memory,
                      const pacta_corpus *corpus);

/* What two units have in common, by weight: 0 to 1000. `counts` has a zero for
 * each key, and gets it back. */
uint32_t pacta_units_likeness(const pacta_corpus *corpus, const pacta_text_unit *a, const pacta_text_unit *b,
                              uint32_t *counts);

#endif
