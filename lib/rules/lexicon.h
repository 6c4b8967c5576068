/* The lexicon: every word that a pack or the registry mentions, found by one
 * hash of its case-folded form. Lexeme 0 is every other word. */
#ifndef PACTA_RULES_LEXICON_H
#define PACTA_RULES_LEXICON_H

#include "core/memory.h"
#include "core/words.h"
#include "rules/vocabulary.h"

/* Bytes of the longest word, case-folded. */
enum { LEXEME_LIMIT = 48 };

/* Lists of what may stand beside triggers, their numbers from 1 on. */
enum { BESIDE_LISTS = 256, LIST_WORDS = BESIDE_LISTS / 64 };

enum { CLASS_WORDS = CLASS_LIMIT / 64 };

/* What a word is: all that is asked of most, close together. */
typedef struct pacta_lexeme {
    uint64_t classes[CLASS_WORDS];
    uint64_t lists[LIST_WORDS]; /* a bit for each list of what stands beside triggers; 0 is none */
    uint32_t signs;             /* text/signs.h */
    int16_t value;              /* of a numeral or ordinal */
    uint8_t unit;               /* index of the unit it names, plus 1 */
    bool plural;                /* of that unit's word */
} pacta_lexeme;

/* What begins with it. */
typedef struct pacta_lexeme_starts {
    uint32_t first_rule[RULE_KIND_COUNT]; /* in the ruleset's triggers */
    uint16_t rule_count[RULE_KIND_COUNT];
    uint32_t alias; /* node of the registry's trie that it opens, or 0 */
} pacta_lexeme_starts;

/* Its letters, folded: in the lexicon's bytes. */
typedef struct pacta_lexeme_text {
    uint32_t begin, length;
} pacta_lexeme_text;

_Static_assert(RULE_KIND_COUNT <= 16, "sixteen signs are for the kinds of rules");

/* All that most tokens need of their word, side by side. */
typedef struct pacta_lexeme_slot {
    pacta_word_key key;
    uint32_t index; /* 0: empty */
    uint32_t signs; /* the lexeme's, once the lexicon is settled */
} pacta_lexeme_slot;

typedef struct pacta_lexicon {
    PACTA_ARRAY(pacta_lexeme) lexemes;
    PACTA_ARRAY(pacta_lexeme_starts) starts; /* of each of them */
    PACTA_ARRAY(pacta_lexeme_text) texts;
    PACTA_ARRAY(char) bytes;
    pacta_lexeme_slot *slots;
    uint32_t slot_count;
    unsigned shift;           /* of a hash, to the number of a slot */
    uint32_t marks[128];      /* lexemes of the words of one ASCII character, or 0 */
    uint32_t punctuation[64]; /* the same from U+2000 on: dashes, quotation marks */
} pacta_lexicon;

bool pacta_lexicon_init(pacta_lexicon *lexicon, const pacta_allocator *memory);
void pacta_lexicon_free(pacta_lexicon *lexicon, const pacta_allocator *memory);

/* True if the word can be a lexeme: neither too long nor empty. */
bool pacta_lexicon_takes(const char *word, size_t length);

/* Index of the word's lexeme, added if need be; 0 when memory is out or the
 * lexicon does not take the word. */
uint32_t pacta_lexicon_add(pacta_lexicon *lexicon, const pacta_allocator *memory, const char *word,
                           size_t length);

/* Index of the word's lexeme, or 0. */
uint32_t pacta_lexicon_find(const pacta_lexicon *lexicon, const char *word, size_t length);

static inline uint32_t pacta_word_slot(const pacta_lexicon *lexicon, pacta_word_key key) {
    return (uint32_t)(pacta_hash_bits(key.head ^ (key.tail << 32 | key.tail >> 32)) >> lexicon->shift);
}

/* The slot of a word of at most KEY_EXACT bytes, or an empty one. Here, as most words of
 * a text come this way. */
static inline const pacta_lexeme_slot *pacta_lexicon_short(const pacta_lexicon *lexicon, pacta_word_key key) {
    for (uint32_t at = pacta_word_slot(lexicon, key);; at = (at + 1) & (lexicon->slot_count - 1)) {
        const pacta_lexeme_slot *slot = &lexicon->slots[at];
        if ((slot->key.head == key.head && slot->key.tail == key.tail) || slot->index == 0)
            return slot;
    }
}

/* Fills `marks`, `punctuation`, and the slots' signs. */
void pacta_lexicon_settle(pacta_lexicon *lexicon);

/* Classes in one look: PACTA_CLASS_SET of a macro that gives a word's bits of them. */
typedef struct pacta_class_set {
    uint64_t bits[CLASS_WORDS];
} pacta_class_set;

#define PACTA_CLASS_BIT(word, class) ((class) / 64 == (word) ? UINT64_C(1) << (class) % 64 : 0)

/* The bits of all classes of the code. */
#define PACTA_CLASSES_KNOWN(word)                                                                            \
    ((word)*64 + 64 <= CLASS_KNOWN ? ~UINT64_C(0)                                                            \
     : (word)*64 >= CLASS_KNOWN    ? 0                                                                       \
                                   : (UINT64_C(1) << CLASS_KNOWN % 64) - 1)

#define PACTA_CLASS_SET(BITS)                                                                                \
    {                                                                                                        \
        { BITS(0), BITS(1), BITS(2), BITS(3) }                                                               \
    }

_Static_assert(CLASS_WORDS == 4 && (unsigned)CLASS_KNOWN < (unsigned)CLASS_LIMIT,
               "sets of classes are written out");

static inline bool pacta_lexeme_is_any(const pacta_lexeme *lexeme, const pacta_class_set *set) {
    return ((lexeme->classes[0] & set->bits[0]) | (lexeme->classes[1] & set->bits[1]) |
            (lexeme->classes[2] & set->bits[2]) | (lexeme->classes[3] & set->bits[3])) != 0;
}

static inline bool pacta_lexeme_is(const pacta_lexeme *lexeme, unsigned class) {
    return (lexeme->classes[class / 64] >> (class % 64) & 1) != 0;
}

#endif
