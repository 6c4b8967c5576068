/* What Akoma Ntoso wants to know of a document: its names as a work, an
 * expression and a manifestation (FRBR). */
#ifndef AKN_META_H
#define AKN_META_H

#include "citation.h"
#include "writer.h"

#include <pacta/pacta.h>

/* `component` is that of an attachment ("annex_1"), or NULL. -1 where there is no memory. */
int akn_meta(struct writer *out, const pacta_document *document, const struct citations *citations,
             const char *component);

#endif
