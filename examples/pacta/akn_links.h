/* The references of a document as links in its text. */
#ifndef AKN_LINKS_H
#define AKN_LINKS_H

#include "citation.h"
#include "names.h"
#include "overlay.h"

#include <pacta/pacta.h>

enum akn_link {           /* of two with the same span, the former is outside */
                AKN_MREF, /* several */
                AKN_RREF, /* from one to another */
                AKN_REF   /* one */
};

struct akn_links {
    const struct citations *citations; /* of the document */
    const struct names *anchors;       /* of its provisions */
    struct overlay_span *spans;        /* sorted; the record is an index of `ends` */
    struct akn_ends {                  /* of a range; for one, both are the same */
        const pacta_reference *reference;
        const pacta_target *from, *to; /* NULL: the instrument */
    } * ends;
    size_t count, room;
    int failed; /* there is no memory */
};

/* Links to where it is known: to provisions of the document, of other
 * instruments, to instruments. -1 where there is no memory; to be freed all the same. */
int akn_links_make(struct akn_links *links, const pacta_document *document, const struct citations *citations,
                   const struct names *anchors);
void akn_links_free(struct akn_links *links);

/* Begins the element, and tells its name. */
const char *akn_link_begin(struct akn_links *links, struct overlay *overlay, const struct overlay_span *span);

#endif
