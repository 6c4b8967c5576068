/* The vocabulary: every word of the treaties, numbered by key, and what the
 * rule packs' lists say of it. A verification has one of its own for the words
 * of the press text, on top of the corpus's. */
#ifndef PACTA_VERIFY_VOCABULARY_H
#define PACTA_VERIFY_VOCABULARY_H

#include "core/memory.h"
#include "rules/ruleset.h"

/* No key: stands between treaties, equal to nothing. */
enum { KEY_NONE = 0 };
/* Nor is this one any word's. */
#define KEY_NEVER UINT32_MAX

typedef struct pacta_entry {
    uint32_t text, size; /* folded, in the vocabulary's bytes */
    uint32_t key;        /* of the word that this is a spelling of: mostly itself */
    uint32_t stem;       /* key of its first letters */
    bool settled;        /* `key` and `stem` are known */
    bool light;          /* a function word */
    bool remark;         /* an editor's */
} pacta_entry;

/* A spelling: `from` is `to`, whole or as the beginning or end of a word. */
typedef struct pacta_spelling {
    uint32_t from, from_size, to, to_size; /* in `letters` */
    uint8_t place;
} pacta_spelling;

/* A stock phrase: `count` keys from `first` on in `phrase_keys`. */
typedef struct pacta_phrase {
    uint32_t head, first, count; /* `head` is the first key */
} pacta_phrase;

typedef struct pacta_vocabulary {
    const pacta_ruleset *rules;
    pacta_allocator memory;
    const struct pacta_vocabulary *base; /* looked up first, or NULL */
    uint32_t first;                      /* key of the first entry: those below are the base's */
    PACTA_ARRAY(pacta_entry) entries;
    PACTA_ARRAY(char) bytes;
    uint32_t *slots; /* index of entries, plus 1 */
    uint32_t slot_count;
    /* of the corpus's only */
    PACTA_ARRAY(pacta_spelling) spellings;
    PACTA_ARRAY(char) letters;
    uint32_t *spelling_slots;
    uint32_t spelling_slot_count;
    PACTA_ARRAY(pacta_phrase) phrases; /* sorted by head */
    PACTA_ARRAY(uint32_t) phrase_keys;
} pacta_vocabulary;

/* Makes the corpus's vocabulary from the rules' lists; to be freed in any case. */
bool pacta_vocabulary_init(pacta_vocabulary *vocabulary, const pacta_ruleset *rules,
                           const pacta_allocator *memory);
/* Empties a verification's, and sets it upon another. */
bool pacta_vocabulary_rest(pacta_vocabulary *vocabulary, const pacta_vocabulary *base,
                           const pacta_allocator *memory);
void pacta_vocabulary_free(pacta_vocabulary *vocabulary);

/* True if tokens of this kind are words to compare. */
static inline bool pacta_is_keyed(pacta_token_kind kind) {
    return kind != PACTA_TOKEN_SYMBOL && kind != PACTA_TOKEN_QUOTE && kind != PACTA_TOKEN_BREAK;
}

/* The key of a word as it is written; KEY_NONE if it is no word. False where
 * memory is out. */
bool pacta_vocabulary_add(pacta_vocabulary *vocabulary, const char *word, uint32_t size, bool roman,
                          uint32_t *key);

/* What a key stands for; never for KEY_NONE. */
const pacta_entry *pacta_vocabulary_entry(const pacta_vocabulary *vocabulary, uint32_t key);
/* Its letters. */
const char *pacta_vocabulary_text(const pacta_vocabulary *vocabulary, uint32_t key, uint32_t *size);

/* Length in words of the longest stock phrase that begins `keys`, or 0. */
uint32_t pacta_stock_phrase(const pacta_vocabulary *vocabulary, const uint32_t *keys, uint32_t count);

/* How much a word tells: light ones little. */
enum { WEIGHT_LIGHT = 1, WEIGHT_SIGN = 2, WEIGHT_FULL = 4 };
uint8_t pacta_vocabulary_weight(const pacta_vocabulary *vocabulary, uint32_t key);

#endif
