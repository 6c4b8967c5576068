#ifndef PACTA_TESTS_FUZZ_RULES_H
#define PACTA_TESTS_FUZZ_RULES_H

#include "pacta/pacta.h"

/* Makes a ruleset and, if that works, reads a text with it; else the status must
 * be `wrong` and the error have a place. */
void read_and_use(const pacta_ruleset_options *options, int wrong);

#endif
