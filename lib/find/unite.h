/* Instruments that the text names in several ways made one. */
#ifndef PACTA_FIND_UNITE_H
#define PACTA_FIND_UNITE_H

#include "find/definitions.h"

/* Gives the names of each instrument that is another one to that, and leaves out those
 * that have lost all their names. */
int pacta_unite_instruments(pacta_work *work, const pacta_definitions *definitions);

/* The instrument that `instrument` has become; `into` has one for each, itself at first.
 * Shortens the way there, so that none is long. */
static inline uint32_t pacta_united(uint32_t *into, uint32_t instrument) {
    while (into[instrument] != instrument)
        instrument = into[instrument] = into[into[instrument]];
    return instrument;
}

/* Each of these unites what it knows to be one. */

/* full_titles.c: short titles and the one full title that holds all their words. */
void pacta_match_titles(const pacta_work *work, uint32_t *into);

/* other_names.c: names of which the text says that they are one's; the words of those
 * given up become words of the others' titles. */
int pacta_match_other_names(pacta_work *work, uint32_t *into);

#endif
