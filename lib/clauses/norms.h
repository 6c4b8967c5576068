/* Norms and their conditions, one stretch of a sentence at a time. */
#ifndef PACTA_CLAUSES_NORMS_H
#define PACTA_CLAUSES_NORMS_H

#include "clauses/reports.h"

/* Tokens [first, end) of one sentence, read together. */
typedef struct pacta_stretch {
    uint32_t first, end;
    const pacta_telling *report; /* NULL where the text is the instrument itself */
    bool told;                   /* its sentence has told what an instrument does */
    bool deed;                   /* an item: what shall be done, the norm stands before the list */
} pacta_stretch;

/* Fills work->norms, and work->limbs with where conditions begin. Modals that
 * only describe (disputes which may arise) are left out. */
int pacta_read_norms(pacta_work *work, const pacta_stretch *stretch);

/* The modal, which some open clause waits for, is the main verb all the same: the sentence has
 * no other. */
bool pacta_is_only_verb(pacta_work *work, const pacta_stretch *stretch, uint32_t modal);

/* Finds each norm's subject and where its part of the sentence begins. */
void pacta_read_subjects(pacta_work *work, const pacta_stretch *stretch);

/* A verb of a list, in small letters: no May. */
static inline bool pacta_is_listed_verb(const pacta_work *work, uint32_t token) {
    return (pacta_cut_at(work, token)->flags & TOKEN_UPPER) == 0 &&
           (pacta_is(work, token, CLASS_FINITE) || pacta_is(work, token, CLASS_MODAL) ||
            pacta_is(work, token, CLASS_AUXILIARY) || pacta_is(work, token, CLASS_BE));
}

/* After dusk [no] keeper: the negation, from `from` on, that the subject which ends at `end` begins
 * with, or PACTA_NONE. */
uint32_t pacta_negation_before(pacta_work *work, uint32_t from, uint32_t end);

/* For this purpose no Party shall; in winter nobody may; but no fewer than three: whether the words of
 * a subject, [first, end), are negated, also where it is long or lists others. */
bool pacta_is_negated(const pacta_work *work, uint32_t first, uint32_t end);

/* To this end the Parties: the subject without the words before it, of which no comma parts it. */
uint32_t pacta_leave_circumstance(const pacta_work *work, uint32_t first, uint32_t end);

/* In winter ships may, in no case shall he: where nothing parts a subject from the words before it,
 * or these are all; but: at least two keepers. */
bool pacta_is_mere_circumstance(const pacta_work *work, uint32_t first, uint32_t end);

/* On that basis, shall determine: no subject, which stands before the list then. */
bool pacta_is_circumstance(const pacta_work *work, uint32_t first, uint32_t end);

/* Leaves out those norms which nothing gives to an instrument and that do not speak
 * like one. */
void pacta_drop_untold(pacta_work *work, const pacta_stretch *stretch);

/* Finds where the conditions end, and which norm they belong to. */
void pacta_close_limbs(pacta_work *work, const pacta_stretch *stretch);

/* Tokens [first, end) hold the verb of a clause. */
bool pacta_has_verb(const pacta_work *work, uint32_t first, uint32_t end);

/* The subject is an instrument or a provision. */
bool pacta_subject_is_instrument(const pacta_work *work, uint32_t first, uint32_t end);

/* The norm's subject is a party, a body or a person: one that can be bound. */
bool pacta_subject_is_somebody(const pacta_work *work, const pacta_norm *norm);

/* The verb behind the norm's words is a passive. */
bool pacta_norm_is_passive(pacta_work *work, const pacta_norm *norm, uint32_t end);

/* Each state "shall consult": the subject before the quotation that begins with the norm, in its
 * sentence; empty where that is none, or an instrument. */
pacta_span pacta_subject_outside(const pacta_work *work, const pacta_norm *norm);

/* Who is bound or entitled: the subject, or who a passive's agent is. */
pacta_span pacta_actor_of(pacta_work *work, const pacta_norm *norm, uint32_t end);

/* ---- Steps that these share ---- */

/* The token is a comma (known to be one, for the first), and not one inside a
 * reference or its numbers. */
bool pacta_is_free_comma(const pacta_work *work, uint32_t token);

static inline bool pacta_is_comma(const pacta_work *work, uint32_t token) {
    return pacta_is_char(work, token, ',') && pacta_is_free_comma(work, token);
}

/* the, that, each. */
bool pacta_opens_noun(const pacta_work *work, uint32_t token);

/* What can open a subject: the, each, it, such, a name. */
bool pacta_opens_subject(const pacta_work *work, uint32_t token);

/* Orla is a member, and its ships: the joiner, behind a comma, sets a clause beside one that has
 * its verb. */
bool pacta_joins_clause(const pacta_work *work, uint32_t low, uint32_t joiner);

/* has, also: what can stand between a subject and its verb. */
bool pacta_stands_between(const pacta_work *work, uint32_t token);

#endif
