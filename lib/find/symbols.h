/* Instruments named by a number. */
#ifndef PACTA_FIND_SYMBOLS_H
#define PACTA_FIND_SYMBOLS_H

#include "work.h"

/* At a trigger: the resolution or act named there, and those that follow it in
 * a list. `*next` is the token behind them, `*called` the words by which the rule says that
 * the text goes on to call it, or empty. */
int pacta_take_symbols(pacta_work *work, uint32_t token, uint32_t end, uint32_t *next, bool *taken,
                       pacta_span *called);

#endif
