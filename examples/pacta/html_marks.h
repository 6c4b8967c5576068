/* What a page marks in the text, of which record. */
#ifndef HTML_MARKS_H
#define HTML_MARKS_H

#include "overlay.h"

#include <pacta/pacta.h>

enum mark_kind { /* of two with the same span, the former is outside */
                 MARK_CLAUSE,
                 MARK_QUOTATION,
                 MARK_CONDITION,
                 MARK_EXCEPTION,
                 MARK_SOURCE,
                 MARK_CARRIER,
                 MARK_TELLER, /* who reports a clause */
                 MARK_ACTOR,
                 MARK_HEADING,
                 MARK_LABEL,
                 MARK_REFERENCE,
                 MARK_MENTION,
                 MARK_SAID, /* reporting words */
                 MARK_CUE,  /* the words of a norm */
                 MARK_DIAGNOSTIC,
                 MARK_FURNITURE, /* page numbers, running headers */
                 MARK_WRAP,      /* where a line's end cuts a word */
                 MARK_COUNT
};

struct mark_list {
    struct overlay_span *list;
    size_t count, room;
};

/* The marks of the kinds of record that are shown, sorted; labels of provisions
 * are always among them. -1 where there is no memory; to be freed all the same. */
int marks_make(struct mark_list *marks, const pacta_document *document, unsigned kinds);
void marks_free(struct mark_list *marks);

/* The letter that begins a record's key in the page: "r12" is reference 12. */
char mark_letter(enum mark_kind kind);
/* The mark's class. */
const char *mark_class(enum mark_kind kind);

#endif
