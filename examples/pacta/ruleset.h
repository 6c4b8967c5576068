/* The rules in effect, as a list to read. */
#ifndef RULESET_H
#define RULESET_H

#include "writer.h"

#include <pacta/pacta.h>

void ruleset_write(struct writer *out, const pacta_ruleset *ruleset);

#endif
