#include "verify/vocabulary.h"
#include "core/hash.h"
#include "core/sort.h"
#include "core/utf8.h"
#include "text/scan.h"
#include "verify/keys.h"
#include <stdio.h>
#include <string.h>

enum { STEM_LETTERS = 5, SLOTS_LEAST = 1024, PHRASE_LIMIT = 24 };
enum { PLACE_WHOLE, PLACE_BEGIN, PLACE_END };

/* ---- Entries --------------------------------------------------------------- */

static uint32_t find_slot(const pacta_vocabulary *v, const char *text, uint32_t size) {
    uint32_t mask = v->slot_count - 1;
    for (uint32_t slot = pacta_hash(text, size) & mask;; slot = (slot + 1) & mask) {
        uint32_t index = v->slots[slot];
        if (index == 0)
            return slot;
        const pacta_entry *entry = &v->entries.items[index - 1];
        if (entry->size == size && memcmp(v->bytes.items + entry->text, text, size) == 0)
            return slot;
    }
}

static bool make_slots(pacta_vocabulary *v, uint32_t count) {
    uint32_t *slots = pacta_new(&v->memory, count * sizeof *slots);
    if (slots == NULL)
        return false;
    pacta_delete(&v->memory, v->slots, v->slot_count * sizeof *slots);
    v->slots = slots;
    v->slot_count = count;
    for (uint32_t i = 0; i < v->entries.count; i++) {
        const pacta_entry *entry = &v->entries.items[i];
        slots[find_slot(v, v->bytes.items + entry->text, entry->size)] = i + 1;
    }
    return true;
}

/* The folded word's own number in this vocabulary or its base, or KEY_NONE. */
static uint32_t look_up(const pacta_vocabulary *v, const char *text, uint32_t size) {
    for (; v != NULL; v = v->base) {
        uint32_t index = v->slots[find_slot(v, text, size)];
        if (index != 0)
            return v->first + index - 1;
    }
    return KEY_NONE;
}

/* The same, added if need be as a key of its own; KEY_NONE where memory is out. */
static uint32_t intern(pacta_vocabulary *v, const char *text, uint32_t size) {
    uint32_t key = look_up(v, text, size);
    if (key != KEY_NONE)
        return key;
    if (v->entries.count * 2 >= v->slot_count && !make_slots(v, v->slot_count * 2))
        return KEY_NONE;
    uint32_t slot = find_slot(v, text, size);
    key = v->first + v->entries.count;
    pacta_entry entry = {.text = v->bytes.count, .size = size, .key = key, .stem = key};
    if (!pacta_array_reserve(&v->memory, &v->bytes, size) ||
        !pacta_array_push(&v->memory, &v->entries, entry))
        return KEY_NONE;
    memcpy(v->bytes.items + v->bytes.count, text, size);
    v->bytes.count += size;
    v->slots[slot] = v->entries.count;
    return key;
}

const pacta_entry *pacta_vocabulary_entry(const pacta_vocabulary *v, uint32_t key) {
    while (key < v->first)
        v = v->base;
    return &v->entries.items[key - v->first];
}

const char *pacta_vocabulary_text(const pacta_vocabulary *v, uint32_t key, uint32_t *size) {
    while (key < v->first)
        v = v->base;
    const pacta_entry *entry = &v->entries.items[key - v->first];
    *size = entry->size;
    return v->bytes.items + entry->text;
}

/* ---- Spellings -------------------------------------------------------------- */

static uint32_t spelling_slot(const pacta_vocabulary *v, const char *text, uint32_t size, uint8_t place) {
    uint32_t mask = v->spelling_slot_count - 1;
    for (uint32_t slot = (pacta_hash(text, size) + place) & mask;; slot = (slot + 1) & mask) {
        uint32_t index = v->spelling_slots[slot];
        if (index == 0)
            return slot;
        const pacta_spelling *s = &v->spellings.items[index - 1];
        if (s->place == place && s->from_size == size && memcmp(v->letters.items + s->from, text, size) == 0)
            return slot;
    }
}

static const pacta_spelling *find_spelling(const pacta_vocabulary *v, const char *text, uint32_t size,
                                           uint8_t place) {
    uint32_t index = v->spelling_slot_count == 0 ? 0 : v->spelling_slots[spelling_slot(v, text, size, place)];
    return index == 0 ? NULL : &v->spellings.items[index - 1];
}

/* Puts the spelling's letters in the place of `size` bytes at `word` + `at`. */
static uint32_t respell(const pacta_vocabulary *v, const pacta_spelling *s, char *word, uint32_t length,
                        uint32_t at) {
    if (length - s->from_size + s->to_size > KEY_ROOM)
        return length;
    memmove(word + at + s->to_size, word + at + s->from_size, length - at - s->from_size);
    memcpy(word + at, v->letters.items + s->to, s->to_size);
    return length - s->from_size + s->to_size;
}

/* Brings a folded word into the spelling that is looked up; its length. */
static uint32_t settle_spelling(const pacta_vocabulary *v, char *word, uint32_t length) {
    while (v->base != NULL)
        v = v->base;
    const pacta_spelling *s = find_spelling(v, word, length, PLACE_WHOLE);
    if (s != NULL)
        return respell(v, s, word, length, 0);
    for (uint32_t size = length; size > 1 && s == NULL; size--)
        s = find_spelling(v, word, size, PLACE_BEGIN);
    if (s != NULL)
        length = respell(v, s, word, length, 0);
    s = NULL;
    for (uint32_t size = length - 1; size > 1 && s == NULL; size--)
        s = find_spelling(v, word + length - size, size, PLACE_END);
    return s == NULL ? length : respell(v, s, word, length, length - s->from_size);
}

/* ---- Words -------------------------------------------------------------------- */

/* A number in words or Roman figures, in figures; the length, or 0. */
static uint32_t figures_of(const pacta_vocabulary *v, const char *word, uint32_t size, bool roman,
                           char *out) {
    uint32_t value = roman && size > 1 ? pacta_roman(word, size) : 0;
    if (value == 0) {
        const pacta_lexicon *lexicon = &v->rules->lexicon;
        const pacta_lexeme *lexeme = &lexicon->lexemes.items[pacta_lexicon_find(lexicon, word, size)];
        if (pacta_lexeme_is(lexeme, CLASS_NUMERAL) && lexeme->value > 1)
            value = (uint32_t)lexeme->value;
    }
    return value == 0 ? 0 : (uint32_t)snprintf(out, KEY_ROOM, "%u", (unsigned)value);
}

/* The first letters of a folded word. */
static uint32_t stem_size(const char *word, uint32_t size) {
    uint32_t at = 0;
    for (int i = 0; i < STEM_LETTERS && at < size; i++)
        at += pacta_utf8_length((unsigned char)word[at]);
    return at < size ? at : size;
}

static bool add_folded(pacta_vocabulary *v, char *word, uint32_t size, uint32_t *key) {
    uint32_t own = look_up(v, word, size);
    if (own != KEY_NONE && pacta_vocabulary_entry(v, own)->settled) {
        *key = pacta_vocabulary_entry(v, own)->key;
        return true;
    }
    char settled[KEY_ROOM];
    memcpy(settled, word, size);
    uint32_t settled_size = settle_spelling(v, settled, size);
    own = intern(v, word, size);
    uint32_t as = own == KEY_NONE ? KEY_NONE : intern(v, settled, settled_size);
    uint32_t stem = as == KEY_NONE ? KEY_NONE : intern(v, settled, stem_size(settled, settled_size));
    if (stem == KEY_NONE)
        return false;
    if (as >= v->first) {
        v->entries.items[as - v->first].stem = stem;
        v->entries.items[as - v->first].settled = true;
    }
    if (own >= v->first) {
        v->entries.items[own - v->first].key = as;
        v->entries.items[own - v->first].settled = true;
    }
    *key = as;
    return true;
}

bool pacta_vocabulary_add(pacta_vocabulary *v, const char *word, uint32_t size, bool roman, uint32_t *key) {
    char folded[KEY_ROOM];
    uint32_t length = figures_of(v, word, size, roman, folded);
    if (length == 0)
        length = pacta_fold_key(word, size, 0, folded);
    *key = KEY_NONE;
    return length == 0 || add_folded(v, folded, length, key);
}

uint8_t pacta_vocabulary_weight(const pacta_vocabulary *v, uint32_t key) {
    const pacta_entry *entry = pacta_vocabulary_entry(v, key);
    if (entry->light)
        return WEIGHT_LIGHT;
    uint32_t size, length;
    const char *text = pacta_vocabulary_text(v, key, &size);
    return pacta_is_ideograph(pacta_utf8_at(text, &length)) ? WEIGHT_SIGN : WEIGHT_FULL;
}

/* ---- The lists of the rule packs -------------------------------------------------- */

/* The next word of a line, its letters in `out` (KEY_ROOM bytes); false at the
 * line's end. `*place` says where a `*` stands. */
static bool next_listed(const pacta_listed *line, uint32_t *at, char *out, uint32_t *size, uint8_t *place) {
    while (*at < line->size && line->text[*at] == ' ')
        ++*at;
    uint32_t begin = *at;
    while (*at < line->size && line->text[*at] != ' ')
        ++*at;
    uint32_t end = *at;
    *place = PLACE_WHOLE;
    if (begin < end && line->text[begin] == '*') {
        *place = PLACE_END;
        begin++;
    } else if (begin < end && line->text[end - 1] == '*') {
        *place = PLACE_BEGIN;
        end--;
    }
    *size = pacta_fold_key(line->text + begin, end - begin, 0, out);
    return begin < end;
}

static bool add_letters(pacta_vocabulary *v, const char *text, uint32_t size, uint32_t *at) {
    if (!pacta_array_reserve(&v->memory, &v->letters, size))
        return false;
    *at = v->letters.count;
    memcpy(v->letters.items + *at, text, size);
    v->letters.count += size;
    return true;
}

/* A line of spellings: all words are the first, which stays as it is. */
static bool add_spellings(pacta_vocabulary *v, const pacta_listed *line) {
    char word[KEY_ROOM];
    pacta_spelling s = {0};
    uint32_t at = 0;
    bool first = true;
    while (next_listed(line, &at, word, &s.from_size, &s.place)) {
        if (s.from_size == 0 || !add_letters(v, word, s.from_size, &s.from))
            return s.from_size == 0;
        if (first)
            s.to = s.from, s.to_size = s.from_size;
        if (!pacta_array_push(&v->memory, &v->spellings, s))
            return false;
        first = false;
    }
    return true;
}

static bool index_spellings(pacta_vocabulary *v) {
    uint32_t count = 64;
    while (count < v->spellings.count * 2)
        count *= 2;
    v->spelling_slots = pacta_new(&v->memory, count * sizeof *v->spelling_slots);
    if (v->spelling_slots == NULL)
        return false;
    v->spelling_slot_count = count;
    for (uint32_t i = 0; i < v->spellings.count; i++) {
        const pacta_spelling *s = &v->spellings.items[i];
        uint32_t slot = spelling_slot(v, v->letters.items + s->from, s->from_size, s->place);
        if (v->spelling_slots[slot] == 0)
            v->spelling_slots[slot] = i + 1;
    }
    return true;
}

static bool add_words(pacta_vocabulary *v, const pacta_listed *line) {
    char word[KEY_ROOM];
    uint32_t at = 0, size, key;
    uint8_t place;
    while (next_listed(line, &at, word, &size, &place)) {
        if (size == 0)
            continue;
        if (!add_folded(v, word, size, &key))
            return false;
        pacta_entry *entry = &v->entries.items[key - v->first];
        entry->light = entry->light || line->list == LIST_FUNCTION_WORDS;
        entry->remark = entry->remark || line->list == LIST_REMARKS;
    }
    return true;
}

static bool add_phrase(pacta_vocabulary *v, const pacta_listed *line) {
    char word[KEY_ROOM];
    uint32_t at = 0, size, key;
    uint8_t place;
    pacta_phrase phrase = {.first = v->phrase_keys.count};
    while (phrase.count < PHRASE_LIMIT && next_listed(line, &at, word, &size, &place)) {
        if (size == 0)
            continue;
        if (!add_folded(v, word, size, &key) || !pacta_array_push(&v->memory, &v->phrase_keys, key))
            return false;
        phrase.count++;
    }
    if (phrase.count == 0)
        return true;
    phrase.head = v->phrase_keys.items[phrase.first];
    return pacta_array_push(&v->memory, &v->phrases, phrase);
}

static bool before(const void *a, const void *b) {
    return ((const pacta_phrase *)a)->head < ((const pacta_phrase *)b)->head;
}

static bool sort_phrases(pacta_vocabulary *v) {
    if (v->phrases.count < 2)
        return true;
    size_t size = v->phrases.count * sizeof *v->phrases.items;
    pacta_phrase *room = pacta_new(&v->memory, size);
    if (room == NULL)
        return false;
    pacta_sort(v->phrases.items, room, v->phrases.count, sizeof *room, before);
    pacta_delete(&v->memory, room, size);
    return true;
}

static bool read_lists(pacta_vocabulary *v) {
    const pacta_ruleset *rules = v->rules;
    for (uint32_t i = 0; i < rules->lists.count; i++)
        if (rules->lists.items[i].list == LIST_SPELLINGS && !add_spellings(v, &rules->lists.items[i]))
            return false;
    if (!index_spellings(v))
        return false;
    for (uint32_t i = 0; i < rules->lists.count; i++) {
        const pacta_listed *line = &rules->lists.items[i];
        if ((line->list == LIST_STOCK && !add_phrase(v, line)) ||
            ((line->list == LIST_FUNCTION_WORDS || line->list == LIST_REMARKS) && !add_words(v, line)))
            return false;
    }
    return sort_phrases(v);
}

uint32_t pacta_stock_phrase(const pacta_vocabulary *v, const uint32_t *keys, uint32_t count) {
    while (v->base != NULL)
        v = v->base;
    uint32_t low = 0, high = v->phrases.count, longest = 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (v->phrases.items[middle].head < keys[0])
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < v->phrases.count && v->phrases.items[low].head == keys[0]; low++) {
        const pacta_phrase *phrase = &v->phrases.items[low];
        if (phrase->count > longest && phrase->count <= count &&
            memcmp(v->phrase_keys.items + phrase->first, keys, phrase->count * sizeof *keys) == 0)
            longest = phrase->count;
    }
    return longest;
}

/* ---- Its life ----------------------------------------------------------------------- */

bool pacta_vocabulary_init(pacta_vocabulary *v, const pacta_ruleset *rules, const pacta_allocator *memory) {
    *v = (pacta_vocabulary){.rules = rules, .memory = *memory, .first = 1};
    return make_slots(v, SLOTS_LEAST) && read_lists(v);
}

bool pacta_vocabulary_rest(pacta_vocabulary *v, const pacta_vocabulary *base, const pacta_allocator *memory) {
    v->rules = base->rules;
    v->memory = *memory;
    v->base = base;
    v->first = base->first + base->entries.count;
    v->entries.count = v->bytes.count = 0;
    if (v->slots == NULL)
        return make_slots(v, SLOTS_LEAST);
    memset(v->slots, 0, v->slot_count * sizeof *v->slots);
    return true;
}

void pacta_vocabulary_free(pacta_vocabulary *v) {
    const pacta_allocator *memory = &v->memory;
    if (memory->resize == NULL)
        return;
    pacta_array_release(memory, &v->entries);
    pacta_array_release(memory, &v->bytes);
    pacta_array_release(memory, &v->spellings);
    pacta_array_release(memory, &v->letters);
    pacta_array_release(memory, &v->phrases);
    pacta_array_release(memory, &v->phrase_keys);
    pacta_delete(memory, v->slots, v->slot_count * sizeof *v->slots);
    pacta_delete(memory, v->spelling_slots, v->spelling_slot_count * sizeof *v->spelling_slots);
    v->slots = v->spelling_slots = NULL;
    v->slot_count = v->spelling_slot_count = 0;
}
