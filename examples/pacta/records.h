/* A document's records as one JSON object. */
#ifndef RECORDS_H
#define RECORDS_H

#include "view.h"
#include "writer.h"

#include <pacta/pacta.h>

void records_write(struct writer *out, const pacta_document *document, const struct view *view);

#endif
