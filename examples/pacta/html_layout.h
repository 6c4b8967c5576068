/* How a document is set: which provisions have headings, how deep items stand. */
#ifndef HTML_LAYOUT_H
#define HTML_LAYOUT_H

#include "names.h"

#include <pacta/pacta.h>

struct placing {
    unsigned char headed;     /* label and heading stand by themselves */
    unsigned char has_headed; /* a provision directly inside it is headed */
    unsigned char level;      /* headed provisions around it */
    unsigned char indent;     /* others around it, and itself if it is one */
};

struct layout {
    const pacta_document *document;
    const char *text;
    const pacta_provision *provisions;
    size_t count;
    struct placing *placings; /* of each provision */
    struct names anchors;     /* likewise */
    const char *prefix;       /* of the anchors */
};

/* -1 where there is no memory; `layout` is to be freed all the same. */
int layout_make(struct layout *layout, const pacta_document *document, const char *prefix);
void layout_free(struct layout *layout);

#endif
