/* Triggers: the words that rules begin with, and what must or must not stand beside
 * these for a rule to be tried. */
#include "core/sort.h"
#include "rules/build.h"
#include <string.h>

/* Of all rules, and of one kind at one word: what a word of a text can cost. */
enum { TRIGGER_LIMIT = 1 << 20, WORD_RULES_LIMIT = 1000 };

/* ---- What stands beside ---------------------------------------------------------- */

/* A name for sorts, a bit each. */
typedef struct sort_name {
    const char *name;
    unsigned sorts;
} sort_name;

static const sort_name SORT_NAMES[] = {
    {"@figure", 1u << SORT_FIGURE | 1u << SORT_WORD_OR_FIGURE | 1u << SORT_CAPITALS},
    {"@word", 1u << SORT_WORD | 1u << SORT_WORD_OR_FIGURE | 1u << SORT_CAPITALS},
    {"@capitals", 1u << SORT_CAPITALS},
    {"@quote", 1u << SORT_QUOTE}};

static void give_bit(uint64_t *lists, uint8_t list) {
    lists[list / 64] |= UINT64_C(1) << list % 64;
}

static bool is_same_list(const pacta_build *b, const pacta_beside *one, const pacta_beside *other) {
    bool same = one->count == other->count;
    for (uint32_t i = 0; same && i < one->count; i++) {
        const uint32_t size = one->words[i].end - one->words[i].begin;
        same = size == other->words[i].end - other->words[i].begin &&
               memcmp(pacta_build_text(b, one->words[i]), pacta_build_text(b, other->words[i]), size) == 0;
    }
    return same;
}

/* The sorts that the word names; 0 if it is none of their names. */
static unsigned sorts_named(const pacta_build *b, pacta_slice word) {
    const uint32_t size = word.end - word.begin;
    for (size_t i = 0; i < sizeof SORT_NAMES / sizeof *SORT_NAMES; i++)
        if (strlen(SORT_NAMES[i].name) == size &&
            memcmp(SORT_NAMES[i].name, pacta_build_text(b, word), size) == 0)
            return SORT_NAMES[i].sorts;
    return 0;
}

/* A word, `@class`, or what SORT_NAMES has. */
static int add_beside(pacta_build *b, uint8_t list, pacta_slice word) {
    const char *text = pacta_build_text(b, word);
    const uint32_t size = word.end - word.begin;
    pacta_ruleset *set = b->ruleset;
    const unsigned sorts = sorts_named(b, word);
    for (unsigned s = 0; s < SORT_COUNT; s++)
        if ((sorts >> s & 1) != 0)
            give_bit(set->sort_lists[s], list);
    if (sorts != 0)
        return PACTA_OK;
    if (*text != '@' || size == 1) {
        uint32_t lexeme;
        int status = pacta_build_word(b, word, &lexeme);
        if (status == PACTA_OK)
            give_bit(set->lexicon.lexemes.items[lexeme].lists, list);
        return status;
    }
    int class = pacta_model_class(&b->model, text + 1, size - 1);
    if (class < 0)
        return pacta_build_fail(b, word, "no class of words has this name");
    const pacta_word_list *words = pacta_words_of(&b->words, (unsigned)class);
    if (words == NULL)
        return pacta_build_no_memory(b);
    for (uint32_t i = 0; i < words->count; i++)
        give_bit(set->lexicon.lexemes.items[words->items[i]].lists, list);
    return PACTA_OK;
}

/* The number of a list of the same words, or 0. */
static uint32_t find_list(const pacta_build *b, const pacta_beside *list) {
    for (uint32_t known = 1; known < BESIDE_LISTS; known++)
        if ((known <= b->list_count || known >= b->ruleset->first_sorted) &&
            is_same_list(b, &b->lists[known], list))
            return known;
    return 0;
}

/* The number of the list of these words, 0 of none; rules that say the same share it.
 * Those with sorts in them are numbered from the end. */
static int number_list(pacta_build *b, const pacta_rule_entry *entry, pacta_side side, uint8_t *number) {
    pacta_ruleset *set = b->ruleset;
    unsigned sorts = 0;
    int status = PACTA_OK;
    *number = 0;
    if (entry->beside_count[side] == 0)
        return PACTA_OK;
    const pacta_beside list = {&b->model.beside[side].items[entry->first_beside[side]],
                               entry->beside_count[side]};
    *number = (uint8_t)find_list(b, &list);
    if (*number != 0)
        return PACTA_OK;
    if (b->list_count + 1 == set->first_sorted)
        return pacta_build_fail(b, entry->place, "too many rules say what stands beside their words");
    for (uint32_t i = 0; i < list.count; i++)
        sorts |= sorts_named(b, list.words[i]);
    *number = (uint8_t)(sorts == 0 ? ++b->list_count : --set->first_sorted);
    b->lists[*number] = list;
    for (uint32_t i = 0; status == PACTA_OK && i < list.count; i++)
        status = add_beside(b, *number, list.words[i]);
    return status;
}

/* ---- Words that begin rules ------------------------------------------------------- */

static int add_pending(pacta_build *b, const pacta_trigger *trigger, uint32_t lexeme, pacta_slice place) {
    if (b->pendings.count == TRIGGER_LIMIT)
        return pacta_build_fail(b, place, "too many words begin rules");
    const pacta_rule *rule = &b->ruleset->rules.items[trigger->rule];
    const pacta_pending one = {lexeme, b->pendings.count,   *trigger,
                               place,  (uint8_t)rule->kind, (int16_t)rule->priority};
    return pacta_array_push(&b->ruleset->memory, &b->pendings, one) ? PACTA_OK : pacta_build_no_memory(b);
}

/* `@class`; `@unit/item`, `@plural/item`: the words, the plurals, of the units of one
 * level. */
static int add_class(pacta_build *b, const pacta_trigger *made, pacta_slice trigger) {
    const pacta_lexicon *lexicon = &b->ruleset->lexicon;
    const char *text = pacta_build_text(b, trigger) + 1, *slash;
    size_t size = trigger.end - trigger.begin - 1;
    int level = -1, class = CLASS_UNIT, status = PACTA_OK;
    bool plural = size > 7 && memcmp(text, "plural/", 7) == 0;
    if (plural || (size > 5 && memcmp(text, "unit/", 5) == 0)) {
        slash = memchr(text, '/', size);
        size_t length = size - (size_t)(slash - text) - 1;
        level = pacta_model_level(slash + 1, length);
        if (level < 0)
            return pacta_build_fail(b, trigger, "units have no such level");
    } else if ((class = pacta_model_class(&b->model, text, size)) < 0) {
        return pacta_build_fail(b, trigger, "no class of words has this name");
    }
    const pacta_word_list *words = pacta_words_of(&b->words, (unsigned)class);
    if (words == NULL)
        return pacta_build_no_memory(b);
    for (uint32_t i = 0; status == PACTA_OK && i < words->count; i++) {
        const pacta_lexeme *lexeme = &lexicon->lexemes.items[words->items[i]];
        if (level < 0 ||
            ((int)b->ruleset->units.items[lexeme->unit - 1].level == level && (!plural || lexeme->plural)))
            status = add_pending(b, made, words->items[i], trigger);
    }
    return status;
}

/* A trigger is a word, `@class`, `@unit/level`, `@plural/level`, or a word with the byte that
 * follows it (S/); the last stop of u.n. is the word's own. */
static int add_trigger(pacta_build *b, pacta_trigger made, pacta_slice trigger) {
    const char *text = pacta_build_text(b, trigger);
    uint32_t size = trigger.end - trigger.begin;
    if (*text == '@' && size > 1)
        return add_class(b, &made, trigger);
    const pacta_slice whole = trigger;
    bool stop = size > 1 && text[size - 1] == '.' && memchr(text, '.', size - 1) == NULL;
    if (size > 1 && (text[size - 1] == '/' || stop)) {
        made.byte = text[size - 1];
        trigger.end--;
    }
    uint32_t lexeme;
    int status = pacta_build_word(b, trigger, &lexeme);
    return status != PACTA_OK ? status : add_pending(b, &made, lexeme, whole);
}

int pacta_build_triggers(pacta_build *b, const pacta_rule_entry *entry) {
    pacta_trigger made = {.rule = (uint16_t)(b->ruleset->rules.count - 1)};
    int status = PACTA_OK;
    for (unsigned side = 0; status == PACTA_OK && side < SIDE_COUNT; side++)
        status = number_list(b, entry, (pacta_side)side, &made.beside[side]);
    if (made.beside[SIDE_AHEAD] != 0)
        give_bit(b->ruleset->ahead_lists, made.beside[SIDE_AHEAD]);
    for (uint32_t t = 0; status == PACTA_OK && t < entry->trigger_count; t++)
        status = add_trigger(b, made, b->model.triggers.items[entry->first_trigger + t]);
    return status;
}

/* ---- Laid out --------------------------------------------------------------------- */

/* By word, kind, falling priority, order. */
static bool comes_before(const void *one, const void *other) {
    const pacta_pending *a = one, *b = other;
    if (a->lexeme != b->lexeme)
        return a->lexeme < b->lexeme;
    if (a->kind != b->kind)
        return a->kind < b->kind;
    if (a->priority != b->priority)
        return a->priority > b->priority;
    return a->order < b->order;
}

static bool is_repeated(const pacta_pending *a, const pacta_pending *b) {
    return a->lexeme == b->lexeme && a->kind == b->kind && a->trigger.rule == b->trigger.rule &&
           a->trigger.byte == b->trigger.byte;
}

/* Gates for all that are in each list; of none, and of lists with sorts, for everything. */
static void open_gates(const pacta_ruleset *set, uint64_t *gates) {
    for (unsigned list = 0; list < BESIDE_LISTS; list++)
        gates[list] = list == 0 || list >= set->first_sorted ? ~UINT64_C(0) : 0;
    for (uint32_t i = 1; i < set->lexicon.lexemes.count; i++)
        for (unsigned w = 0; w < LIST_WORDS; w++) /* most words are in few lists */
            for (uint64_t bits = set->lexicon.lexemes.items[i].lists[w], bit = 0; bits != 0;
                 bits >>= 1, bit++)
                gates[w * 64 + bit] |= (bits & 1) != 0 ? pacta_gate_bit(i) : 0;
}

int pacta_lay_out_triggers(pacta_build *b) {
    pacta_ruleset *set = b->ruleset;
    uint32_t count = b->pendings.count;
    if (count == 0)
        return PACTA_OK;
    uint64_t gates[BESIDE_LISTS];
    open_gates(set, gates);
    pacta_pending *room = pacta_new(&set->memory, count * sizeof *room);
    if (room == NULL || !pacta_array_reserve(&set->memory, &set->triggers, count) ||
        !pacta_array_reserve(&set->memory, &set->gates, count)) {
        pacta_delete(&set->memory, room, count * sizeof *room);
        return pacta_build_no_memory(b);
    }
    pacta_sort(b->pendings.items, room, count, sizeof *room, comes_before);
    pacta_delete(&set->memory, room, count * sizeof *room);
    for (uint32_t i = 0; i < count; i++) {
        const pacta_pending *one = &b->pendings.items[i];
        if (i > 0 && is_repeated(one - 1, one)) /* on article @unit */
            continue;
        pacta_lexeme_starts *starts = &set->lexicon.starts.items[one->lexeme];
        set->lexicon.lexemes.items[one->lexeme].signs |= 1u << one->kind;
        b->rule = set->rules.items[one->trigger.rule].name;
        if (starts->rule_count[one->kind] == WORD_RULES_LIMIT)
            return pacta_build_fail(b, one->place, "too many rules begin with this word");
        if (starts->rule_count[one->kind]++ == 0)
            starts->first_rule[one->kind] = set->triggers.count;
        pacta_trigger *trigger = &set->triggers.items[set->triggers.count++];
        *trigger = one->trigger;
        trigger->gate = gates[trigger->beside[SIDE_NEXT]];
        if (trigger->byte == '/') /* which is a token of its own */
            trigger->gate &= pacta_gate_bit(pacta_lexicon_find(&set->lexicon, "/", 1));
        set->gates.items[set->gates.count++] = 0;
        set->gates.items[starts->first_rule[one->kind]] |= trigger->gate;
    }
    return PACTA_OK;
}
