#include "rules/lexicon.h"
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

static uint64_t load(const char *bytes, size_t size) {
    uint64_t value = 0;
    memcpy(&value, bytes, size);
    return value;
}

static const uint64_t HIGH_BITS = UINT64_C(0x8080808080808080);

static pacta_word_key key_of(const char *word, size_t length) {
    if (length <= 8)
        return (pacta_word_key){load(word, length), 0};
    if (length <= KEY_EXACT)
        return (pacta_word_key){load(word, 8), load(word + 8, length - 8)};
    return (pacta_word_key){load(word, 8), load(word + length - 8, 8) | HIGH_BITS};
}

/* Eight ASCII bytes in small letters: a carry into the high bit tells a byte
 * from 'A' on, another one a byte beyond 'Z'. */
static uint64_t small_letters(uint64_t bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t capitals = (bytes + ones * (0x80 - 'A')) & ~(bytes + ones * (0x7F - 'Z')) & ones * 0x80;
    return bytes | capitals >> 2;
}

/* The key of an exact word that is ASCII, folded; false if it is neither. */
static bool fold_short(const char *word, size_t length, pacta_word_key *key) {
    if (length > KEY_EXACT)
        return false;
    *key = key_of(word, length);
    if (((key->head | key->tail) & HIGH_BITS) != 0)
        return false;
    key->head = small_letters(key->head);
    key->tail = small_letters(key->tail);
    return true;
}

/* The slot of the word, or the empty one for it; `folded` is read where the key
 * is not exact. */
static pacta_lexeme_slot *find_slot(const pacta_lexicon *lexicon, pacta_word_key key, const char *folded,
                                    size_t length) {
    for (uint32_t at = pacta_word_slot(lexicon, key);; at = (at + 1) & (lexicon->slot_count - 1)) {
        pacta_lexeme_slot *slot = &lexicon->slots[at];
        if (slot->index == 0)
            return slot;
        if (slot->key.head != key.head || slot->key.tail != key.tail)
            continue;
        const pacta_lexeme_text *text = &lexicon->texts.items[slot->index];
        if (text->length == length &&
            (length <= KEY_EXACT || memcmp(lexicon->bytes.items + text->begin, folded, length) == 0))
            return slot;
    }
}

/* `bits`: of how many slots there are. */
static bool make_slots(pacta_lexicon *lexicon, const pacta_allocator *memory, unsigned bits) {
    const uint32_t count = UINT32_C(1) << bits;
    pacta_lexeme_slot *slots = pacta_new(memory, count * sizeof *slots);
    if (slots == NULL)
        return false;
    pacta_delete(memory, lexicon->slots, lexicon->slot_count * sizeof *slots);
    lexicon->slots = slots;
    lexicon->slot_count = count;
    lexicon->shift = 64 - bits;
    for (uint32_t i = 1; i < lexicon->lexemes.count; i++) {
        const pacta_lexeme_text *text = &lexicon->texts.items[i];
        const char *word = lexicon->bytes.items + text->begin;
        const pacta_word_key key = key_of(word, text->length);
        *find_slot(lexicon, key, word, text->length) = (pacta_lexeme_slot){key, i, 0};
    }
    return true;
}

/* A lexeme more, of which nothing is known but its letters. */
static bool add_lexeme(pacta_lexicon *lexicon, const pacta_allocator *memory, pacta_lexeme_text text) {
    return pacta_array_push(memory, &lexicon->starts, (pacta_lexeme_starts){.alias = 0}) &&
           pacta_array_push(memory, &lexicon->texts, text) &&
           pacta_array_push(memory, &lexicon->lexemes, (pacta_lexeme){.signs = 0});
}

enum { FIRST_BITS = 12 };

bool pacta_lexicon_init(pacta_lexicon *lexicon, const pacta_allocator *memory) {
    *lexicon = (pacta_lexicon){0};
    return add_lexeme(lexicon, memory, (pacta_lexeme_text){0, 0}) && make_slots(lexicon, memory, FIRST_BITS);
}

void pacta_lexicon_free(pacta_lexicon *lexicon, const pacta_allocator *memory) {
    pacta_array_release(memory, &lexicon->lexemes);
    pacta_array_release(memory, &lexicon->starts);
    pacta_array_release(memory, &lexicon->texts);
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
    const pacta_lexeme_text text = {lexicon->bytes.count, (uint32_t)size};
    const pacta_word_key key = key_of(folded, size);
    pacta_lexeme_slot *slot = find_slot(lexicon, key, folded, size);
    if (slot->index != 0)
        return slot->index;
    if (lexicon->lexemes.count * 2 >= lexicon->slot_count) {
        if (!make_slots(lexicon, memory, 64 - lexicon->shift + 1))
            return 0;
        slot = find_slot(lexicon, key, folded, size);
    }
    if (!pacta_array_reserve(memory, &lexicon->bytes, size) || !add_lexeme(lexicon, memory, text))
        return 0;
    memcpy(lexicon->bytes.items + lexicon->bytes.count, folded, size);
    lexicon->bytes.count += (uint32_t)size;
    *slot = (pacta_lexeme_slot){key, lexicon->lexemes.count - 1, 0};
    return slot->index;
}

uint32_t pacta_lexicon_find(const pacta_lexicon *lexicon, const char *word, size_t length) {
    char folded[LEXEME_LIMIT];
    pacta_word_key key;
    size_t size = length;
    if (length == 0)
        return 0;
    if (!fold_short(word, length, &key)) {
        size = fold_word(word, length, folded);
        if (size == 0)
            return 0;
        key = key_of(folded, size);
    }
    return find_slot(lexicon, key, folded, size)->index;
}

void pacta_lexicon_settle(pacta_lexicon *lexicon) {
    for (unsigned c = 0; c < 128; c++) {
        const char mark = (char)c;
        lexicon->marks[c] = pacta_lexicon_find(lexicon, &mark, 1);
    }
    for (unsigned c = 0; c < 64; c++) {
        const char mark[] = {'\xE2', '\x80', (char)(0x80 | c)};
        lexicon->punctuation[c] = pacta_lexicon_find(lexicon, mark, sizeof mark);
    }
    for (uint32_t i = 0; i < lexicon->slot_count; i++)
        lexicon->slots[i].signs = lexicon->lexemes.items[lexicon->slots[i].index].signs;
}
