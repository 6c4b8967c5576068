/* Verbs: their groups, their voice, and who their subjects are. */
#ifndef PACTA_PHRASES_VERBS_H
#define PACTA_PHRASES_VERBS_H

#include "phrases/phrases.h"

/* Where the verb's group begins: "has also said", "used to call". */
uint32_t pacta_verb_begin(const pacta_work *work, uint32_t low, uint32_t verb);

/* True if the verb is in the passive: "was described". */
bool pacta_verb_is_passive(const pacta_work *work, uint32_t low, uint32_t verb);

/* The subject of the verb at `verb`, before it. What stands between the two
 * (an appositive, a relative clause, an adverb) is stepped over. */
pacta_phrase pacta_phrase_before(const pacta_work *work, uint32_t low, uint32_t verb);

/* phrases/told_names.c: the name that `subject`, which ends at `end`, only tells
 * more of (Ana Ruiz, dean of the school), or an empty phrase. */
pacta_phrase pacta_name_told_of(const pacta_work *work, uint32_t low, pacta_phrase subject, uint32_t end);

#endif
