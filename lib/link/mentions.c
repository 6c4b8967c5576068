/* Mentions: every word that names an instrument, in the records. */
#include "link/mentions.h"
#include "link/owners.h"

/* Sorted by instrument, then by place: counted, then laid out. */
int pacta_list_mentions(pacta_work *work) {
    pacta_document *document = work->document;
    uint32_t count = 0;
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_linked(name))
            continue;
        document->instruments.items[name->instrument].mention_count++;
        count++;
    }
    if (!pacta_array_reserve(&document->memory, &document->mentions, count))
        return pacta_out_of_memory(work);
    uint32_t at = 0;
    for (uint32_t i = 0; i < document->instruments.count; i++) {
        document->instruments.items[i].first_mention = at;
        at += document->instruments.items[i].mention_count;
        document->instruments.items[i].mention_count = 0;
    }
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_linked(name))
            continue;
        pacta_instrument *instrument = &document->instruments.items[name->instrument];
        pacta_span span = {work->tokens.items[name->first].begin, work->tokens.items[name->end - 1].end};
        document->mentions.items[instrument->first_mention + instrument->mention_count++] =
            (pacta_mention){span, name->instrument, pacta_resolution_of(name)};
    }
    document->mentions.count = count;
    return PACTA_OK;
}
