#include "find/unite.h"

/* Closes the gaps that united instruments leave. `places` has room for one each. */
static void renumber(pacta_work *work, uint32_t *into, uint32_t *places) {
    pacta_document *document = work->document;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < document->instruments.count; i++)
        if (into[i] == i) {
            document->instruments.items[kept] = document->instruments.items[i];
            work->titles.list.items[kept] = work->titles.list.items[i];
            places[i] = kept++;
        }
    if (kept == document->instruments.count)
        return;
    document->instruments.count = work->titles.list.count = kept;
    for (uint32_t i = 0; i < work->names.count; i++)
        if (pacta_is_linked(&work->names.items[i]))
            work->names.items[i].instrument = places[pacta_united(into, work->names.items[i].instrument)];
    pacta_index_instruments(work);
}

int pacta_unite_instruments(pacta_work *work) {
    const uint32_t count = work->document->instruments.count;
    uint32_t *into = pacta_scratch(work, 2 * count * sizeof *into);
    if (into == NULL)
        return pacta_out_of_memory(work);
    for (uint32_t i = 0; i < count; i++)
        into[i] = i;
    pacta_match_titles(work, into);
    const int status = pacta_match_other_names(work, into);
    if (status == PACTA_OK)
        renumber(work, into, into + count);
    return status;
}
