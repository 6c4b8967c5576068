/* What instruments and provisions are called outside the text: the IRIs of the
 * Akoma Ntoso Naming Convention 1.0. */
#ifndef CITATION_H
#define CITATION_H

#include "names.h"

#include <pacta/pacta.h>

/* A document's instruments by their ids. */
struct citations {
    struct names ids;
    const pacta_instrument **records; /* by the numbers of the ids */
    const char *own;                  /* id of what the document itself is, or NULL: "this" stands for it */
    const pacta_instrument *self;     /* its record, or NULL */
};

/* -1 where there is no memory; to be closed all the same. */
int citations_open(struct citations *citations, const pacta_document *document);
void citations_close(struct citations *citations);

/* The record of an instrument, or NULL. */
const pacta_instrument *citations_find(const struct citations *citations, const char *id);

/* The IRI of an instrument as a work, its own or one made from its id under "xt",
 * which stands for no country; of a provision of it, where `eid` is not NULL. To
 * be freed; NULL where there is no memory. */
char *citations_iri(const struct citations *citations, const char *id, const char *eid);

/* The instrument that a target is of, where `target` is NULL the reference; NULL
 * where that is not known. */
const char *citation_of(const pacta_reference *reference, const pacta_target *target);

#endif
