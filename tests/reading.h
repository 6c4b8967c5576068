/* An extractor and a document that the tests of a group share. */
#ifndef PACTA_TESTS_READING_H
#define PACTA_TESTS_READING_H

#include "support.h"

extern pacta_extractor *extractor;
extern pacta_document *document;

/* Of a group: with the built-in rules. */
int set_up_reading(void **state);
int tear_down_reading(void **state);

#endif
