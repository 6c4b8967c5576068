/* A document in Akoma Ntoso 3.0 (OASIS LegalDocML): a treaty with its structure
 * as an act, any other text as a doc; references with what they refer to. */
#ifndef AKN_H
#define AKN_H

#include "writer.h"

#include <pacta/pacta.h>

/* Where there is no memory, that becomes the writer's error. */
void akn_write(struct writer *out, const pacta_document *document);

#endif
