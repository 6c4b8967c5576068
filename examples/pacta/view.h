/* What of a document is shown, and how. */
#ifndef VIEW_H
#define VIEW_H

#include "words.h"

#include <pacta/pacta.h>

enum kind {
    KIND_INSTRUMENTS = 1,
    KIND_REFERENCES = 2,
    KIND_QUOTATIONS = 4,
    KIND_PROVISIONS = 8,
    KIND_CLAUSES = 16,
    KIND_SENTENCES = 32,
    KIND_TOKENS = 64,
    KIND_DIAGNOSTICS = 128,
    KIND_FINDINGS = KIND_INSTRUMENTS | KIND_REFERENCES | KIND_QUOTATIONS | KIND_PROVISIONS | KIND_CLAUSES
};

enum unit { UNIT_BYTE, UNIT_CODEPOINT, UNIT_UTF16 };

struct view {
    unsigned kinds;
    enum unit offsets;
    int texts;      /* repeat the words of each span */
    int pretty;     /* JSON set out in lines */
    int in_markup;  /* JSON inside a page */
    int colour;     /* escape sequences in the summary */
    unsigned width; /* of the summary's lines, in columns */
};

/* The names of units, and of the forms that a text can be taken as. */
extern const struct word view_units[], view_forms[];

/* A byte offset in the units that spans are printed in. */
uint32_t view_offset(const struct view *view, const pacta_document *document, uint32_t byte);

#endif
