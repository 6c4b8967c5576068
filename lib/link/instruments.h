/* Which instrument a noun, a pointer or a bare number means. */
#ifndef PACTA_LINK_INSTRUMENTS_H
#define PACTA_LINK_INSTRUMENTS_H

#include "work.h"

/* What is known of a document's instruments while its references are linked. */
typedef struct pacta_linker {
    pacta_work *work;
    bool treaty, amending;
    bool dotted;           /* articles of unknown instruments have numbers like 10.12 */
    uint32_t self;         /* the document, where it is a treaty; else PACTA_NONE */
    uint32_t about;        /* what it is about, or PACTA_NONE */
    uint32_t about_first;  /* the token of its first name of its own, or 0 */
    uint32_t own_nouns[8]; /* lexemes that mean the document: protocol */
    uint32_t own_noun_count;
} pacta_linker;

/* Finds out what the text is, or is about, and fills document->info.instrument. */
int pacta_link_about(pacta_linker *linker);

/* A text that cites Protocol No. 7, and does not say of what, tells of the Convention that alone in the
 * registry has it: that one, added to the document's, or PACTA_NONE. */
int pacta_find_by_protocol(const pacta_linker *linker, uint32_t *instrument);

/* The name itself says which instrument. */
bool pacta_is_explicit(const pacta_name *name);

/* Gives every name its instrument, where there is one candidate. */
int pacta_link_names(pacta_linker *linker);

/* The registry's facts of a document's instrument, or NULL. */
const pacta_known *pacta_known_of(const pacta_linker *linker, uint32_t instrument);

/* Protocol No. 4 to an instrument that is known: its row of the registry, PACTA_NONE where
 * that has none of the number. */
uint32_t pacta_protocol_of(const pacta_work *work, const pacta_known *known, const pacta_step *step);

/* The token stands in replacement text, words of the treaty that is amended. */
bool pacta_is_replaced(const pacta_linker *linker, uint32_t token);

#endif
