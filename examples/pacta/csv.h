/* One table a kind of record, as RFC 4180 has them: with a header, a comma
 * between fields, lines that end in CR LF, quotes where they are needed. Lists
 * in one field are separated by " | ". */
#ifndef CSV_H
#define CSV_H

#include "view.h"
#include "writer.h"

#include <pacta/pacta.h>

void csv_header(struct writer *out, enum kind kind, const struct view *view);
/* A row for each record; for references, for each of their targets. */
void csv_rows(struct writer *out, enum kind kind, const pacta_document *document, const struct view *view);

#endif
