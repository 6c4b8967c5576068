#include "document.h"
#include "core/error.h"
#include <string.h>

int pacta_document_new(const pacta_allocator *allocator, pacta_document **document) {
    if (document == NULL)
        return PACTA_E_ARGUMENT;
    pacta_allocator memory = pacta_memory(allocator);
    pacta_document *made = pacta_new(&memory, sizeof *made);
    if (made == NULL)
        return PACTA_E_MEMORY;
    made->memory = memory;
    pacta_arena_init(&made->arena, &memory);
    *document = made;
    return PACTA_OK;
}

void pacta_document_clear(pacta_document *document) {
    document->tokens.count = document->sentences.count = document->instruments.count = 0;
    document->mentions.count = document->references.count = document->quotations.count = 0;
    document->provisions.count = document->clauses.count = document->diagnostics.count = 0;
    document->offsets.list.count = 0;
    document->info = (pacta_document_info){0};
    document->text = NULL;
    pacta_arena_reset(&document->arena);
}

void pacta_document_free(pacta_document *document) {
    if (document == NULL)
        return;
    const pacta_allocator memory = document->memory;
    pacta_array_release(&memory, &document->tokens);
    pacta_array_release(&memory, &document->sentences);
    pacta_array_release(&memory, &document->instruments);
    pacta_array_release(&memory, &document->mentions);
    pacta_array_release(&memory, &document->references);
    pacta_array_release(&memory, &document->quotations);
    pacta_array_release(&memory, &document->provisions);
    pacta_array_release(&memory, &document->clauses);
    pacta_array_release(&memory, &document->diagnostics);
    pacta_array_release(&memory, &document->offsets.list);
    pacta_delete(&memory, document->kept, document->kept_size);
    pacta_arena_free(&document->arena);
    pacta_delete(&memory, document, sizeof *document);
}

#define ACCESSOR(type, array)                                                                                \
    const type *pacta_##array(const pacta_document *document, size_t *count) {                               \
        *count = document == NULL ? 0 : document->array.count;                                               \
        return *count == 0 ? NULL : document->array.items;                                                   \
    }

ACCESSOR(pacta_token, tokens)
ACCESSOR(pacta_sentence, sentences)
ACCESSOR(pacta_instrument, instruments)
ACCESSOR(pacta_mention, mentions)
ACCESSOR(pacta_reference, references)
ACCESSOR(pacta_quotation, quotations)
ACCESSOR(pacta_provision, provisions)
ACCESSOR(pacta_clause, clauses)
ACCESSOR(pacta_diagnostic, diagnostics)

pacta_document_info pacta_document_about(const pacta_document *document) {
    return document == NULL ? (pacta_document_info){0} : document->info;
}

const char *pacta_document_text(const pacta_document *document, size_t *size) {
    if (size != NULL)
        *size = document == NULL ? 0 : document->info.bytes;
    return document == NULL ? NULL : document->text;
}

pacta_position pacta_document_position(const pacta_document *document, uint32_t offset) {
    if (document == NULL)
        return (pacta_position){1, 1, 0, 0};
    return pacta_offsets_at(&document->offsets, document->text, document->info.bytes, offset);
}
