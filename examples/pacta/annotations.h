/* A document's records as annotations of its text: W3C Web Annotation Data Model,
 * as JSON-LD. */
#ifndef ANNOTATIONS_H
#define ANNOTATIONS_H

#include "view.h"
#include "writer.h"

#include <pacta/pacta.h>

/* One AnnotationPage, with an annotation for each record of the kinds that the
 * view shows; for instruments, one for each mention. Where there is no memory,
 * that becomes the writer's error. */
void annotations_write(struct writer *out, const pacta_document *document, const struct view *view);

#endif
