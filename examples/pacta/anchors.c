#include "anchors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes at the beginning of the eid that are its parent's, with the "__". */
static size_t shared_size(const pacta_provision *all, const pacta_provision *provision) {
    if (provision->parent == PACTA_NONE)
        return 0;
    const char *parent = all[provision->parent].eid;
    size_t size = strlen(parent);
    int inside = strncmp(provision->eid, parent, size) == 0 && strncmp(provision->eid + size, "__", 2) == 0;
    return inside ? size : 0;
}

static int add(struct names *names, const pacta_provision *all, const pacta_provision *provision) {
    size_t shared = shared_size(all, provision);
    const char *before = shared > 0 ? names->list[provision->parent] : "", *own = provision->eid + shared;
    size_t room = strlen(before) + strlen(own) + sizeof "_4294967295";
    char *name = malloc(room);
    if (name == NULL)
        return -1;
    snprintf(name, room, "%s%s", before, own);
    for (uint32_t copy = 2; names_find(names, name) != NAMES_FULL; copy++)
        snprintf(name, room, "%s%s_%u", before, own, (unsigned)copy);
    uint32_t number = names_add(names, name);
    free(name);
    return number == NAMES_FULL ? -1 : 0;
}

int anchors_make(struct names *names, const pacta_document *document) {
    size_t count;
    const pacta_provision *all = pacta_provisions(document, &count);
    *names = (struct names){0};
    for (size_t i = 0; i < count; i++)
        if (add(names, all, &all[i]) != 0)
            return -1;
    return 0;
}
