/* A document's records as a summary to read. */
#ifndef TEXT_H
#define TEXT_H

#include "view.h"
#include "writer.h"

#include <pacta/pacta.h>

void text_write(struct writer *out, const pacta_document *document, const struct view *view);

#endif
