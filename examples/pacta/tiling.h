/* Do a document's provisions fit the text, and give it back? */
#ifndef TILING_H
#define TILING_H

#include "writer.h"

#include <pacta/pacta.h>

/* Writes a line on the file: how many provisions fit it, or the first that does
 * not, and why. 1 if all of them fit, else 0. */
int tiling_write(struct writer *out, const char *name, const pacta_document *document);

#endif
