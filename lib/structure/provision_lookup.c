#include "structure/provision_lookup.h"
#include "core/hash.h"
#include <string.h>

enum { ARTICLE_REACH = 4096 };

/* The slot of the eid, or the empty one for it, in a table that has one. */
static pacta_eid_slot *slot_of(const pacta_work *work, const char *eid, uint32_t hash) {
    const uint32_t mask = work->provision_slots.count - 1;
    for (uint32_t at = hash & mask;; at = (at + 1) & mask) {
        pacta_eid_slot *slot = &work->provision_slots.items[at];
        if (slot->index == PACTA_NONE ||
            (slot->hash == hash && strcmp(work->document->provisions.items[slot->index].eid, eid) == 0))
            return slot;
    }
}

/* The table is by the hash of the eid; at least half of it is empty. */
int pacta_index_provisions(pacta_work *work) {
    uint32_t count = work->document->provisions.count, size = 8;
    work->provision_slots.count = 0;
    if (count == 0)
        return PACTA_OK;
    while (size < 2 * count)
        size *= 2;
    if (!pacta_array_reserve(&work->memory, &work->provision_slots, size))
        return pacta_out_of_memory(work);
    work->provision_slots.count = size;
    memset(work->provision_slots.items, 0xFF, size * sizeof *work->provision_slots.items);
    for (uint32_t i = 0; i < count; i++) {
        const char *eid = work->document->provisions.items[i].eid;
        uint32_t hash = pacta_hash(eid, strlen(eid));
        pacta_eid_slot *slot = slot_of(work, eid, hash);
        if (slot->index == PACTA_NONE) /* the first of its name */
            *slot = (pacta_eid_slot){hash, i};
    }
    return PACTA_OK;
}

uint32_t pacta_provision_named(const pacta_work *work, const char *eid) {
    return work->provision_slots.count == 0 ? PACTA_NONE
                                            : slot_of(work, eid, pacta_hash(eid, strlen(eid)))->index;
}

/* How many provisions begin at or before the offset, looked for near `near` first. */
static uint32_t count_begun(const pacta_work *work, uint32_t offset, uint32_t near) {
    enum { NEAR = 4 };
    const pacta_provision *provisions = work->document->provisions.items;
    uint32_t low = 0, high = work->document->provisions.count;
    if (near <= high && (near == 0 || provisions[near - 1].span.begin <= offset)) {
        low = near;
        for (uint32_t i = 0; i < NEAR; i++, low++)
            if (low == high || provisions[low].span.begin > offset)
                return low;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (provisions[middle].span.begin <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t pacta_provision_around(const pacta_work *work, uint32_t offset, uint32_t *near) {
    const pacta_provision *provisions = work->document->provisions.items;
    uint32_t begun = *near = count_begun(work, offset, *near), index = begun == 0 ? PACTA_NONE : begun - 1;
    while (index != PACTA_NONE && provisions[index].span.end <= offset)
        index = provisions[index].parent;
    return index;
}

uint32_t pacta_unnumbered_paragraph(const pacta_work *work, uint32_t provision, uint32_t offset) {
    const pacta_document *document = work->document;
    const pacta_provision *here = &document->provisions.items[provision];
    const uint32_t label = here->label.end > here->heading.end ? here->label.end : here->heading.end;
    if ((provision + 1 < document->provisions.count && here[1].span.begin < here->span.end) ||
        offset < label || offset >= here->span.end)
        return 0;
    uint32_t token = pacta_token_at(work, label);
    while (token < work->tokens.count && (work->tokens.items[token].kind == PACTA_TOKEN_BREAK ||
                                          work->tokens.items[token].kind == PACTA_TOKEN_SYMBOL))
        token++;
    const uint32_t first = pacta_passage_of(work, token),
                   own = pacta_passage_of(work, pacta_token_at(work, offset));
    uint32_t count = own >= first;
    for (uint32_t p = first; p < own; p++)
        count += !pacta_passage_goes_on(work, p);
    return count;
}

uint32_t pacta_first_article(const pacta_work *work) {
    for (uint32_t p = 0; p < work->document->provisions.count && p < ARTICLE_REACH; p++)
        if (pacta_is_provision_of(work, p, UNIT_ARTICLE))
            return p;
    return PACTA_NONE;
}

bool pacta_has_dotted_articles(const pacta_work *work) {
    const uint32_t first = pacta_first_article(work);
    return first != PACTA_NONE && strchr(work->document->provisions.items[first].eid, '.') != NULL;
}
