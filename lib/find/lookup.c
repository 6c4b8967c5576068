/* The document's instruments by their ids, and names by their tokens: for this stage
 * and those behind it. */
#include "core/hash.h"
#include "core/slug.h"
#include "work.h"
#include <string.h>

static uint32_t find_slot(const pacta_work *work, const char *id, size_t size) {
    uint32_t mask = work->instrument_slot_count - 1;
    for (uint32_t slot = pacta_hash(id, size) & mask;; slot = (slot + 1) & mask) {
        uint32_t index = work->instrument_slots[slot];
        if (index == 0)
            return slot;
        const char *known = work->document->instruments.items[index - 1].id;
        if (strlen(known) == size && memcmp(known, id, size) == 0)
            return slot;
    }
}

void pacta_index_instruments(pacta_work *work) {
    memset(work->instrument_slots, 0, work->instrument_slot_count * sizeof *work->instrument_slots);
    for (uint32_t i = 0; i < work->document->instruments.count; i++) {
        const char *id = work->document->instruments.items[i].id;
        work->instrument_slots[find_slot(work, id, strlen(id))] = i + 1;
    }
}

static bool make_slots(pacta_work *work, uint32_t count) {
    uint32_t *slots = pacta_new(&work->memory, count * sizeof *slots);
    if (slots == NULL)
        return false;
    pacta_delete(&work->memory, work->instrument_slots, work->instrument_slot_count * sizeof *slots);
    work->instrument_slots = slots;
    work->instrument_slot_count = count;
    pacta_index_instruments(work);
    return true;
}

bool pacta_instrument_has_id(const pacta_work *work, const char *id, size_t size) {
    return work->instrument_slot_count > 0 && work->instrument_slots[find_slot(work, id, size)] != 0;
}

static uint32_t no_instrument(pacta_work *work) {
    work->out_of_memory = true;
    work->titles.list.count = work->document->instruments.count; /* one each, until all ends */
    return PACTA_NONE;
}

uint32_t pacta_instrument_with(pacta_work *work, const char *id, size_t size, const char *title,
                               size_t title_size, const char *iri) {
    pacta_document *document = work->document;
    if (document->instruments.count * 2 >= work->instrument_slot_count &&
        !make_slots(work, work->instrument_slot_count == 0 ? 256 : work->instrument_slot_count * 2))
        return no_instrument(work);
    uint32_t slot = find_slot(work, id, size);
    if (work->instrument_slots[slot] != 0)
        return work->instrument_slots[slot] - 1;
    pacta_instrument made = {.id = pacta_arena_text(&document->arena, id, size)};
    if (title != NULL)
        made.title = pacta_arena_text(&document->arena, title, title_size);
    if (iri != NULL)
        made.iri = pacta_arena_text(&document->arena, iri, strlen(iri));
    if (made.id == NULL || (title != NULL && made.title == NULL) || (iri != NULL && made.iri == NULL) ||
        !pacta_note_title(work, made.title) ||
        !pacta_array_push(&document->memory, &document->instruments, made))
        return no_instrument(work);
    work->instrument_slots[slot] = document->instruments.count;
    return document->instruments.count - 1;
}

uint32_t pacta_instrument_known(pacta_work *work, uint32_t known) {
    const pacta_known *fact = &work->rules->registry.known.items[known];
    return pacta_instrument_with(work, fact->id, strlen(fact->id), fact->title, strlen(fact->title),
                                 fact->iri);
}

int pacta_add_alias(pacta_work *work, uint32_t index, pacta_span span) {
    pacta_document *document = work->document;
    pacta_instrument *instrument = &document->instruments.items[index];
    const char **grown = pacta_arena_take(&document->arena, (instrument->alias_count + 1) * sizeof *grown);
    const char *alias =
        pacta_arena_text(&document->arena, pacta_work_text(work) + span.begin, span.end - span.begin);
    if (grown == NULL || alias == NULL)
        return pacta_out_of_memory(work);
    for (uint32_t i = 0; i < instrument->alias_count; i++) {
        if (strcmp(instrument->aliases[i], alias) == 0)
            return PACTA_OK;
        grown[i] = instrument->aliases[i];
    }
    grown[instrument->alias_count++] = alias;
    instrument->aliases = grown;
    return PACTA_OK;
}

/* Index of the first name whose end (`until`), or else beginning, is not before
 * the token. */
static uint32_t name_at(const pacta_work *work, uint32_t token, bool until) {
    uint32_t low = 0, high = work->names.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const pacta_name *name = &work->names.items[middle];
        if ((until ? name->end : name->first) < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t pacta_first_name(const pacta_work *work, uint32_t token) {
    return name_at(work, token, false);
}

uint32_t pacta_name_from(const pacta_work *work, uint32_t token) {
    uint32_t found = pacta_first_name(work, token);
    return found < work->names.count && work->names.items[found].first == token ? found : PACTA_NONE;
}

uint32_t pacta_name_until(const pacta_work *work, uint32_t token) {
    uint32_t found = name_at(work, token, true);
    return found < work->names.count && work->names.items[found].end == token ? found : PACTA_NONE;
}

bool pacta_has_initials(const pacta_work *work, uint32_t first_token, uint32_t end_token, uint32_t acronym) {
    const pacta_cut *letters = pacta_cut_at(work, acronym);
    const char *text = pacta_work_text(work);
    const uint32_t first = pacta_cut_at(work, first_token)->begin,
                   end = pacta_cut_at(work, end_token - 1)->end;
    for (uint32_t i = letters->begin; i < letters->end; i++) {
        bool found = false;
        for (uint32_t at = first; !found && at < end; at++)
            found = (text[at] & ~0x20) == (text[i] & ~0x20) &&
                    (at == first || !pacta_is_ascii_letter(text[at - 1]));
        if (!found)
            return false;
    }
    return true;
}

uint32_t pacta_node_behind(const pacta_work *work, uint32_t node, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        uint32_t lexeme = pacta_cut_at(work, i)->lexeme;
        if (lexeme == 0 || (node = pacta_registry_step(&work->rules->registry, node, lexeme)) == 0)
            return 0;
    }
    return node;
}

uint32_t pacta_instrument_titled(pacta_work *work, uint32_t first, uint32_t end) {
    const uint32_t begin = pacta_cut_at(work, first)->begin;
    const char *text = pacta_work_text(work) + begin;
    const size_t size = pacta_cut_at(work, end - 1)->end - begin;
    char slug[SLUG_ROOM];
    return pacta_instrument_with(work, slug, pacta_slug(text, size, slug, sizeof slug), text, size, NULL);
}
