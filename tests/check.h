/* What must hold of every document, whatever the text. */
#ifndef PACTA_TESTS_CHECK_H
#define PACTA_TESTS_CHECK_H

#include "pacta/pacta.h"

/* NULL, or what does not hold (static memory, until the next call). */
const char *check_document(const pacta_document *document);

#endif
