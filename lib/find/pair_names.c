/* Names made of two parties: the Velland-Orla fisheries agreement. */
#include "find/finder.h"
#include <string.h>

enum { WORDS_BETWEEN = 3, HALVES = 2 };

/* Two names joined: Velland-Orla, Velland–Orla. */
typedef struct pair {
    uint32_t first; /* token */
    pacta_span halves[HALVES];
} pair;

static bool is_capital(const pacta_work *work, uint32_t at) {
    const char c = pacta_work_text(work)[at];
    return c >= 'A' && c <= 'Z';
}

bool pacta_is_pair(const pacta_work *work, uint32_t token, pacta_span halves[2]) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    const char *text = pacta_work_text(work), *hyphen = memchr(text + cut->begin, '-', cut->end - cut->begin);
    if (hyphen == NULL || !is_capital(work, cut->begin))
        return false;
    const uint32_t at = (uint32_t)(hyphen - text);
    halves[0] = (pacta_span){cut->begin, at};
    halves[1] = (pacta_span){at + 1, cut->end};
    return at + 1 < cut->end && is_capital(work, at + 1);
}

/* The pair that ends with the token. */
static bool pair_ending(const pacta_finder *f, uint32_t token, pair *found) {
    const pacta_work *work = f->work;
    if (!pacta_is_name_word(f, token))
        return false;
    found->first = token;
    if (pacta_is_pair(work, token, found->halves))
        return true;
    const pacta_cut *last = pacta_cut_at(work, token);
    if (token < f->passage_first + 2 || (last->flags & TOKEN_SPACED) != 0 ||
        (last[-1].flags & TOKEN_SPACED) != 0 || !pacta_is_name_word(f, token - 2) ||
        memcmp(pacta_work_text(work) + last[-1].begin, "\xE2\x80\x93", 3) != 0)
        return false;
    *found = (pair){token - 2, {{last[-2].begin, last[-2].end}, {last->begin, last->end}}};
    return true;
}

/* fisheries, free trade: what may stand between the pair and the noun. */
static bool is_small_word(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    const pacta_cut *cut = pacta_cut_at(work, token);
    return cut->kind == PACTA_TOKEN_WORD && (cut->flags & (TOKEN_UPPER | TOKEN_CLITIC)) == 0 &&
           !pacta_is(work, token, CLASS_TITLE_STOP) && !pacta_is(work, token, CLASS_TITLE_LINK) &&
           !pacta_is(work, token, CLASS_FINITE);
}

/* An instrument named before whose title has both parties and all words up to the noun. */
static uint32_t find_named(const pacta_work *work, const pair *parties, uint32_t from, uint32_t noun) {
    pacta_title_word words[HALVES + WORDS_BETWEEN];
    uint32_t count = 0;
    for (; count < HALVES; count++)
        words[count] = pacta_title_word_in(work, parties->halves[count]);
    for (uint32_t t = from; t < noun; t++)
        words[count++] = pacta_title_word_of(work, t);
    return pacta_instrument_with_words(work, words, count);
}

/* The registry's instrument of that name, which it has with a hyphen. */
static uint32_t find_known(const pacta_finder *f, const pair *parties, uint32_t from, uint32_t noun) {
    const pacta_work *work = f->work;
    const pacta_registry *registry = &work->rules->registry;
    const pacta_span one = parties->halves[0], other = parties->halves[1];
    char word[LEXEME_LIMIT];
    const size_t size = one.end - one.begin + 1 + other.end - other.begin;
    if (size > sizeof word)
        return PACTA_NONE;
    memcpy(word, pacta_work_text(work) + one.begin, one.end - one.begin);
    word[one.end - one.begin] = '-';
    memcpy(word + (one.end - one.begin) + 1, pacta_work_text(work) + other.begin, other.end - other.begin);
    const uint32_t lexeme = pacta_lexicon_find(&work->rules->lexicon, word, size);
    uint32_t node = lexeme == 0 ? 0 : pacta_registry_step(registry, 0, lexeme);
    node = node == 0 ? 0 : pacta_node_behind(f->work, node, from, noun + 1);
    const uint32_t candidate = node == 0 ? 0 : registry->nodes.items[node].first;
    return candidate == 0 ? PACTA_NONE : registry->candidates.items[candidate].known;
}

int pacta_take_pair(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken) {
    pacta_work *work = f->work;
    pair parties;
    uint32_t from = noun;
    *taken = false;
    while (from > f->passage_first + 1 && from > f->since + 1 && noun - from < WORDS_BETWEEN &&
           is_small_word(f, from - 1))
        from--;
    if (from <= f->passage_first + 1 || from <= f->since + 1 || !pair_ending(f, from - 1, &parties) ||
        parties.first <= f->since || !pacta_is(work, parties.first - 1, CLASS_DETERMINER))
        return PACTA_OK;
    pacta_name name = {.first = parties.first, .end = noun + 1, .noun = noun, .kind = NAME_TITLE};
    const uint32_t known = find_known(f, &parties, from, noun);
    if (known != PACTA_NONE) {
        name.kind = NAME_KNOWN;
        name.instrument = pacta_instrument_known(work, known);
    } else {
        name.instrument = find_named(work, &parties, from, noun);
    }
    if (name.instrument == PACTA_NONE)
        name.instrument = pacta_instrument_titled(f->work, name.first, name.end);
    if (name.instrument == PACTA_NONE)
        return pacta_out_of_memory(work);
    *taken = true;
    *next = noun + 1;
    return pacta_push_name(f, name);
}
