/* Mentions: the words that name the document's instruments. */
#ifndef PACTA_LINK_MENTIONS_H
#define PACTA_LINK_MENTIONS_H

#include "work.h"

/* Fills the document's mentions from the names, and counts them. A status. */
int pacta_list_mentions(pacta_work *work);

#endif
