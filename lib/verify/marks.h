/* What stands between two words: spaces, punctuation, quotation marks. */
#ifndef PACTA_VERIFY_MARKS_H
#define PACTA_VERIFY_MARKS_H

#include <stdint.h>

/* The kinds of pacta_difference_kind, as bits, in which two such pieces of text
 * differ. Square brackets and the ends of lines are no difference. */
uint32_t pacta_marks_kinds(const char *a, uint32_t a_size, const char *b, uint32_t b_size);

#endif
