#include "citation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const pacta_instrument *citation_instrument(const pacta_document *document, const char *id) {
    size_t count;
    const pacta_instrument *instruments = pacta_instruments(document, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(instruments[i].id, id) == 0)
            return &instruments[i];
    return NULL;
}

const char *citation_own(const pacta_document *document) {
    return pacta_document_about(document).instrument;
}

const char *citation_of(const pacta_reference *reference, const pacta_target *target) {
    return target != NULL && target->instrument != NULL ? target->instrument : reference->instrument;
}

char *citation_iri(const pacta_document *document, const char *instrument, const char *eid) {
    const char *own = citation_own(document), *id = instrument, *before = "";
    if (strcmp(id, "this") == 0 && own != NULL)
        id = own;
    const pacta_instrument *known = citation_instrument(document, id);
    if (known == NULL && own != NULL && strcmp(id, own) == 0)
        known = citation_instrument(document, "this");
    if (known != NULL && known->iri != NULL)
        id = known->iri;
    else
        before = "/akn/xt/act/treaty/";
    size_t room = strlen(before) + strlen(id) + (eid != NULL ? strlen(eid) + 2 : 0) + 1;
    char *iri = malloc(room);
    if (iri != NULL)
        snprintf(iri, room, "%s%s%s%s", before, id, eid != NULL ? "/~" : "", eid != NULL ? eid : "");
    return iri;
}
