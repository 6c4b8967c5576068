/* A page's table of provisions: lists in lists, which open and close. */
#ifndef HTML_TREE_H
#define HTML_TREE_H

#include "html_layout.h"
#include "writer.h"

void html_tree(struct writer *out, const struct layout *layout);

#endif
