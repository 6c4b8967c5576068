/* Short names that the text makes: (hereinafter "the Convention"), (NPT). */
#ifndef PACTA_FIND_DEFINITIONS_H
#define PACTA_FIND_DEFINITIONS_H

#include "work.h"

enum { DEFINITION_LIMIT = 64, DEFINITION_BUCKETS = 64 };

typedef struct pacta_definition {
    uint32_t first, end; /* tokens of the name where it was made */
    uint32_t instrument;
    uint32_t before; /* index plus 1 of the one made before it in its bucket, or 0 */
} pacta_definition;

typedef struct pacta_definitions {
    uint32_t count;
    uint32_t last[DEFINITION_BUCKETS]; /* index plus 1 of the last one made, which shadows others, or 0 */
    pacta_definition items[DEFINITION_LIMIT];
} pacta_definitions;

/* At a trigger: reads a definition, if one stands there, and binds it to the
 * instrument named before it. `*next` is the token to go on at. */
int pacta_read_definition(pacta_work *work, pacta_definitions *definitions, uint32_t token, uint32_t *next);

/* Behind a name: "ADR" means the Agreement on ...: binds what is in quotation marks to it. The
 * passage begins at `low`. */
int pacta_read_meaning(pacta_work *work, pacta_definitions *definitions, uint32_t low);

/* Binds these words of the name that was found last to it. */
int pacta_define(pacta_work *work, pacta_definitions *definitions, pacta_span span);

/* At a capital: a defined name, if one stands there. */
int pacta_take_defined(pacta_work *work, const pacta_definitions *definitions, uint32_t token, uint32_t end,
                       uint32_t *next, bool *taken);

#endif
