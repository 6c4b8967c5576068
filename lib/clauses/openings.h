/* The opening words of lists, whose force their items share. */
#ifndef PACTA_CLAUSES_OPENINGS_H
#define PACTA_CLAUSES_OPENINGS_H

#include "clauses/norms.h"

enum { HELD_LIMIT = 4, OPENING_LIMIT = 16 };

/* "The Commission shall, unless otherwise agreed:" */
typedef struct pacta_opening {
    uint32_t provision;
    bool colon, quoted, has_norm;
    bool carries;     /* its items are what shall be done, not the rest of a sentence */
    bool preposition; /* unless they open with a noun: shall give notice to: the Parties */
    uint8_t modality;
    pacta_span actor;
    pacta_limb held[HELD_LIMIT]; /* conditions that its items share */
    uint32_t held_count;
} pacta_opening;

/* Those whose lists are open, outermost first. */
typedef struct pacta_openings {
    pacta_opening items[OPENING_LIMIT];
    uint32_t count;
    bool ended; /* the stretch before ended a sentence */
} pacta_openings;

/* Forgets those whose list is over where the stretch begins. */
void pacta_leave_lists(const pacta_work *work, pacta_openings *openings, const pacta_stretch *stretch,
                       uint32_t provision);

/* The items of the innermost one with a norm are what shall be done. */
bool pacta_openings_carry(const pacta_openings *openings);

/* The one whose force an item without a norm of its own has, or NULL. */
const pacta_opening *pacta_shared_opening(const pacta_work *work, const pacta_openings *openings,
                                          const pacta_stretch *stretch);

/* Who the innermost one binds; empty where there is none. */
pacta_span pacta_openings_actor(const pacta_openings *openings);

/* Keeps what the stretch, whose norms and limbs are on the table, says for a
 * list that may follow. `shared`: it is an item itself, with others' force;
 * `actor`: whom its last norm binds. */
void pacta_note_opening(pacta_work *work, pacta_openings *openings, const pacta_stretch *stretch,
                        uint32_t provision, bool shared, pacta_span actor);

/* The quotation that the stretch begins in, or PACTA_NONE. */
uint32_t pacta_quotation_of(const pacta_work *work, const pacta_stretch *stretch);

#endif
