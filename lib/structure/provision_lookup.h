/* Provisions as later stages ask for them, in the working text's offsets. */
#ifndef PACTA_STRUCTURE_PROVISION_LOOKUP_H
#define PACTA_STRUCTURE_PROVISION_LOOKUP_H

#include "work.h"

/* Once they are all there: finds them by eid from here on. A status. */
int pacta_index_provisions(pacta_work *work);

/* The innermost provision that holds `offset`, or PACTA_NONE. `*near`, 0 at first, is
 * for the next time: offsets mostly come in the order of the text. */
uint32_t pacta_provision_around(const pacta_work *work, uint32_t offset, uint32_t *near);

/* The first provision of that eid, or PACTA_NONE. */
uint32_t pacta_provision_named(const pacta_work *work, const char *eid);

/* The first of the document's articles, or PACTA_NONE; and whether it shows that they have a
 * chapter's number before their own: 10.12, II.1. */
uint32_t pacta_first_article(const pacta_work *work);
bool pacta_has_dotted_articles(const pacta_work *work);

/* Which paragraph of the provision without numbers the offset stands in, from 1 on; 0 where it
 * has other provisions in it, or the offset is of its label or heading. */
uint32_t pacta_unnumbered_paragraph(const pacta_work *work, uint32_t provision, uint32_t offset);

#endif
