/* Tokens that are no plain words, numbers or marks: capitals, apostrophes, hyphens,
 * letters beyond ASCII, quotation marks. */
#ifndef PACTA_TEXT_ODD_TOKENS_H
#define PACTA_TEXT_ODD_TOKENS_H

#include "work.h"

/* Cuts the token at cut->begin, of the passage that ends at `end`; cut->flags are added
 * to. Returns its signs, those of its lexeme among them. */
uint32_t pacta_cut_odd_token(const pacta_work *work, uint32_t end, pacta_cut *cut);

#endif
