#include "rules/lexicon.h"
#include "core/hash.h"
#include "core/utf8.h"
#include <string.h>

/* Folds into `out` (LEXEME_LIMIT bytes); returns the length, 0 if too long. */
static size_t fold_word(const char *word, size_t length, char *out) {
    size_t used = 0;
    for (size_t i = 0; i < length;) {
        unsigned char byte = (unsigned char)word[i];
        if (used + 4 > LEXEME_LIMIT)
            return 0;
        if (byte < 0x80) {
            out[used++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
            i++;
            continue;
        }
        uint32_t bytes, character = pacta_utf8_at(word + i, &bytes);
        i += bytes;
        if (character == 0x2019) /* the curly apostrophe is the straight one's equal */
            out[used++] = '\'';
        else if (!pacta_is_invisible(character))
            used += pacta_utf8_put(out + used, pacta_fold_case(character));
    }
    return used;
}

bool pacta_lexicon_takes(const char *word, size_t length) {
    char folded[LEXEME_LIMIT];
    return fold_word(word, length, folded) > 0;
}

static uint32_t find_slot(const pacta_lexicon *lexicon, const char *folded, size_t length) {
    uint32_t mask = lexicon->slot_count - 1;
    for (uint32_t slot = pacta_hash(folded, length) & mask;; slot = (slot + 1) & mask) {
        uint32_t index = lexicon->slots[slot];
        if (index == 0)
            return slot;
        const pacta_lexeme *lexeme = &lexicon->lexemes.items[index];
        if (lexeme->length == length && memcmp(lexicon->bytes.items + lexeme->text, folded, length) == 0)
            return slot;
    }
}

static bool make_slots(pacta_lexicon *lexicon, const pacta_allocator *memory, uint32_t count) {
    uint32_t *slots = pacta_new(memory, count * sizeof *slots);
    if (slots == NULL)
        return false;
    pacta_delete(memory, lexicon->slots, lexicon->slot_count * sizeof *slots);
    lexicon->slots = slots;
    lexicon->slot_count = count;
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++) {
        const pacta_lexeme *lexeme = &lexicon->lexemes.items[i];
        slots[find_slot(lexicon, lexicon->bytes.items + lexeme->text, lexeme->length)] = i;
    }
    return true;
}

bool pacta_lexicon_init(pacta_lexicon *lexicon, const pacta_allocator *memory) {
    *lexicon = (pacta_lexicon){0};
    return pacta_array_push(memory, &lexicon->lexemes, (pacta_lexeme){0}) &&
           make_slots(lexicon, memory, 4096);
}

void pacta_lexicon_free(pacta_lexicon *lexicon, const pacta_allocator *memory) {
    pacta_array_release(memory, &lexicon->lexemes);
    pacta_array_release(memory, &lexicon->bytes);
    pacta_delete(memory, lexicon->slots, lexicon->slot_count * sizeof *lexicon->slots);
    lexicon->slots = NULL;
}

uint32_t pacta_lexicon_add(pacta_lexicon *lexicon, const pacta_allocator *memory, const char *word,
                           size_t length) {
    char folded[LEXEME_LIMIT];
    size_t size = fold_word(word, length, folded);
    if (size == 0)
        return 0;
    uint32_t slot = find_slot(lexicon, folded, size);
    if (lexicon->slots[slot] != 0)
        return lexicon->slots[slot];
    if (lexicon->lexemes.count * 2 >= lexicon->slot_count) {
        if (!make_slots(lexicon, memory, lexicon->slot_count * 2))
            return 0;
        slot = find_slot(lexicon, folded, size);
    }
    pacta_lexeme lexeme = {.text = lexicon->bytes.count, .length = (uint32_t)size};
    if (!pacta_array_reserve(memory, &lexicon->bytes, size) ||
        !pacta_array_push(memory, &lexicon->lexemes, lexeme))
        return 0;
    memcpy(lexicon->bytes.items + lexicon->bytes.count, folded, size);
    lexicon->bytes.count += (uint32_t)size;
    return lexicon->slots[slot] = lexicon->lexemes.count - 1;
}

uint32_t pacta_lexicon_find(const pacta_lexicon *lexicon, const char *word, size_t length) {
    char folded[LEXEME_LIMIT];
    size_t size = fold_word(word, length, folded);
    return size == 0 ? 0 : lexicon->slots[find_slot(lexicon, folded, size)];
}
