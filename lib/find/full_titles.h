/* Short titles to full ones: the Korvin Treaty is the Treaty on the Defence of
 * Korvin, where the text names both. */
#ifndef PACTA_FIND_FULL_TITLES_H
#define PACTA_FIND_FULL_TITLES_H

#include "work.h"

/* Gives names by a short title the instrument of the one full title that holds
 * all its words, and leaves out instruments that have lost all their names. */
int pacta_unite_titles(pacta_work *work);

#endif
