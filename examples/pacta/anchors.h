/* Names of a document's provisions that no two of them share: their eids, and
 * "_2", "_3" behind those that a text numbers alike. What is inside such a
 * provision takes that name for its own beginning. */
#ifndef ANCHORS_H
#define ANCHORS_H

#include "names.h"

#include <pacta/pacta.h>

/* The name of provision i is `names->list[i]`. -1 where there is no memory. */
int anchors_make(struct names *names, const pacta_document *document);

#endif
