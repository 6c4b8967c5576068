/* The text of a page: passages as paragraphs and headings, records marked. */
#ifndef HTML_TEXT_H
#define HTML_TEXT_H

#include "html_layout.h"
#include "html_marks.h"
#include "writer.h"

/* What stands between the tags, put together, is the text. */
void html_text(struct writer *out, const struct layout *layout, const struct mark_list *marks);

#endif
