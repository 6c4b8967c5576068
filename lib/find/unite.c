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

/* Report on the Vend Convention ... the Convention on Nets ("the Vend Convention"): what a
 * short name stood for before the text says so. */
static void match_defined(const pacta_work *work, const pacta_definitions *definitions, uint32_t *into) {
    for (uint32_t d = 0; d < definitions->count; d++) {
        const pacta_definition *made = &definitions->items[d];
        for (uint32_t i = 0; i < work->names.count && work->names.items[i].first < made->first; i++) {
            const pacta_name *name = &work->names.items[i];
            if (name->kind == NAME_TITLE && name->end - name->first == made->end - made->first &&
                pacta_same_words(work, name->first, made->first, made->end - made->first))
                into[pacta_united(into, name->instrument)] = pacta_united(into, made->instrument);
        }
    }
}

int pacta_unite_instruments(pacta_work *work, const pacta_definitions *definitions) {
    const uint32_t count = work->document->instruments.count;
    uint32_t *into = pacta_scratch(work, 2 * count * sizeof *into);
    if (into == NULL)
        return pacta_out_of_memory(work);
    for (uint32_t i = 0; i < count; i++)
        into[i] = i;
    match_defined(work, definitions, into);
    pacta_match_titles(work, into);
    const int status = pacta_match_other_names(work, into);
    if (status == PACTA_OK)
        renumber(work, into, into + count);
    return status;
}
