/* The reader of rule packs: text to statements. What the language means is
 * told in lib/README.md. Nothing is compiled here. */
#ifndef PACTA_RULES_PACK_H
#define PACTA_RULES_PACK_H

#include "rules/model.h"

/* Reads a pack (and what it includes) into the model. */
int pacta_model_read(pacta_model *model, const pacta_input *input, bool embedded, pacta_error *error);

#endif
