#include "citation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int citations_open(struct citations *citations, const pacta_document *document) {
    size_t count;
    const pacta_instrument *instruments = pacta_instruments(document, &count);
    *citations = (struct citations){.own = pacta_document_about(document).instrument};
    citations->records = calloc(count + 1, sizeof(void *));
    for (size_t i = 0; i < count; i++) {
        size_t before = citations->ids.count;
        uint32_t number =
            citations->records != NULL ? names_add(&citations->ids, instruments[i].id) : NAMES_FULL;
        if (number == NAMES_FULL)
            return -1;
        if (number == before)
            citations->records[number] = &instruments[i];
    }
    if (citations->own != NULL)
        citations->self = citations_find(citations, citations->own);
    if (citations->self == NULL)
        citations->self = citations_find(citations, "this");
    return 0;
}

void citations_close(struct citations *citations) {
    names_free(&citations->ids);
    free(citations->records);
}

const pacta_instrument *citations_find(const struct citations *citations, const char *id) {
    uint32_t index = names_find(&citations->ids, id);
    return index != NAMES_FULL ? citations->records[index] : NULL;
}

char *citations_iri(const struct citations *citations, const char *id, const char *eid) {
    int is_own = strcmp(id, "this") == 0 || (citations->own != NULL && strcmp(id, citations->own) == 0);
    const pacta_instrument *known = is_own ? citations->self : citations_find(citations, id);
    const char *before = "/akn/xt/act/treaty/",
               *name = is_own && citations->own != NULL ? citations->own : id;
    if (known != NULL && known->iri != NULL) {
        before = "";
        name = known->iri;
    }
    size_t room = strlen(before) + strlen(name) + (eid != NULL ? strlen(eid) + 2 : 0) + 1;
    char *iri = malloc(room);
    if (iri != NULL)
        snprintf(iri, room, "%s%s%s%s", before, name, eid != NULL ? "/~" : "", eid != NULL ? eid : "");
    return iri;
}

const char *citation_of(const pacta_reference *reference, const pacta_target *target) {
    return target != NULL && target->instrument != NULL ? target->instrument : reference->instrument;
}
