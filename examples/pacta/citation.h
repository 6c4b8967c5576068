/* What instruments and provisions are called outside the text: the IRIs of the
 * Akoma Ntoso Naming Convention 1.0. */
#ifndef CITATION_H
#define CITATION_H

#include <pacta/pacta.h>

/* The document's record of an instrument; NULL where it has none. */
const pacta_instrument *citation_instrument(const pacta_document *document, const char *id);

/* What the document itself is, or NULL: "this" stands for it. */
const char *citation_own(const pacta_document *document);

/* The instrument that a target is of: NULL where that is not known. */
const char *citation_of(const pacta_reference *reference, const pacta_target *target);

/* The IRI of an instrument as a work, its own or one made from its id under "xt",
 * which stands for no country; of a provision of it, where `eid` is not NULL. To
 * be freed; NULL where there is no memory. */
char *citation_iri(const pacta_document *document, const char *instrument, const char *eid);

#endif
