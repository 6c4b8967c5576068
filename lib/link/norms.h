/* Norms and their conditions, sentence by sentence. */
#ifndef PACTA_LINK_NORMS_H
#define PACTA_LINK_NORMS_H

#include "work.h"

/* Fills work->limbs with the conditions and exceptions of tokens [first, end). */
int pacta_read_limbs(pacta_work *work, uint32_t first, uint32_t end);

/* Fills work->norms with the norms of tokens [first, end), those within a
 * condition or a describing clause left out. */
int pacta_read_norms(pacta_work *work, uint32_t first, uint32_t end);

#endif
