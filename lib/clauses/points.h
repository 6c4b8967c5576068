/* Conditions that go on in the points of a list. */
#ifndef PACTA_CLAUSES_POINTS_H
#define PACTA_CLAUSES_POINTS_H

#include "clauses/norms.h"

/* unless: (a) ...; (b) ...: the last limb of the stretch, where it breaks off before points
 * of the provision, goes on to their end. Without a colon: may enter unless (a) ..., where a
 * norm stands before it and no mark behind. `next` is the provision behind the stretch. */
void pacta_stretch_over_points(pacta_work *work, const pacta_stretch *stretch, uint32_t provision,
                               uint32_t next);

#endif
