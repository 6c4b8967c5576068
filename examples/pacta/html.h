/* Documents as one page to read: nothing in it comes from outside. The page
 * itself, its style and its script stand in html/. */
#ifndef HTML_H
#define HTML_H

#include "view.h"
#include "writer.h"

#include <pacta/pacta.h>

/* `title` may be NULL. */
void html_begin(struct writer *out, const char *title);
/* `number`, from 0, is the document's in the page. Where there is no memory, that
 * becomes the writer's error. */
void html_document(struct writer *out, const pacta_document *document, const struct view *view,
                   size_t number);
void html_end(struct writer *out);

#endif
