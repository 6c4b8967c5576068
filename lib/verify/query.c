#include "verify/query.h"
#include "core/utf8.h"
#include <string.h>

enum { ELLIPSIS = 0x2026, DOTS_LEAST = 3 };

/* What is being read. */
typedef struct reading {
    pacta_query *query;
    pacta_vocabulary *vocabulary;
    const char *text;
    uint32_t first;   /* the query's first word from this span */
    uint32_t bracket; /* first word inside the open [ or (, or PACTA_NONE */
    uint32_t dots;    /* full stops in a row, just before */
    char open;        /* the bracket that is open, or 0 */
    bool elided;      /* since the last word */
} reading;

void pacta_query_reset(pacta_query *query) {
    query->words.count = query->keys.count = query->total = 0;
}

void pacta_query_free(pacta_query *query, const pacta_allocator *memory) {
    pacta_array_release(memory, &query->words);
    pacta_array_release(memory, &query->keys);
}

/* ---- Brackets and elisions ------------------------------------------------------ */

/* True if nothing but brackets stands between the last word and `begin`: they
 * are one word, partly edited. */
static bool goes_on(const reading *r, uint32_t begin) {
    const pacta_query *query = r->query;
    if (query->words.count <= r->first || r->elided)
        return false;
    const pacta_query_word *word = &query->words.items[query->words.count - 1];
    uint32_t at = word->end;
    bool bracket = at == begin && (word->flags & WORD_EDITED) != 0;
    for (; at < begin; at++) {
        if (r->text[at] != '[' && r->text[at] != ']')
            return false;
        bracket = true;
    }
    return bracket;
}

/* The letters of [begin, end) that stand outside brackets (or all); a key. */
static bool key_of(const reading *r, uint32_t begin, uint32_t end, bool inside, bool all, uint32_t *key) {
    char letters[64];
    uint32_t size = 0;
    for (uint32_t i = begin; i < end && size < sizeof letters; i++) {
        if (r->text[i] == '[' || r->text[i] == ']')
            inside = r->text[i] == '[';
        else if (all || !inside)
            letters[size++] = r->text[i];
    }
    while (size > 0 && size == sizeof letters && pacta_utf8_continues((unsigned char)letters[size - 1]))
        size--;
    return pacta_vocabulary_add(r->vocabulary, letters, size, false, key);
}

static bool extend_word(const reading *r, uint32_t end) {
    pacta_query_word *word = &r->query->words.items[r->query->words.count - 1];
    bool inside = (word->flags & WORD_BRACKET) != 0;
    word->end = end;
    if (inside && word->begin > 0 && r->text[word->begin - 1] == '[')
        word->begin--;
    word->flags = (uint8_t)((word->flags & ~WORD_BRACKET) | WORD_EDITED);
    return key_of(r, word->begin, end, inside, true, &word->key) &&
           key_of(r, word->begin, end, inside, false, &word->outer);
}

/* A word that has brackets inside: [w]hen. */
static bool edit_inside(const reading *r, pacta_query_word *word) {
    if (memchr(r->text + word->begin, '[', word->end - word->begin) == NULL)
        return true;
    word->flags = WORD_EDITED;
    return key_of(r, word->begin, word->end, false, true, &word->key) &&
           key_of(r, word->begin, word->end, false, false, &word->outer);
}

static bool add_word(reading *r, const pacta_token *token) {
    pacta_query_word word = {.begin = token->span.begin, .end = token->span.end};
    if (!pacta_vocabulary_add(r->vocabulary, r->text + word.begin, word.end - word.begin,
                              token->kind == PACTA_TOKEN_ROMAN, &word.key))
        return false;
    if (word.key == KEY_NONE)
        return true;
    if (goes_on(r, word.begin))
        return extend_word(r, word.end);
    if (!edit_inside(r, &word))
        return false;
    if (r->query->words.count == r->first)
        word.flags |= r->first > 0 ? WORD_JOINT : 0;
    if (r->elided)
        word.flags |= WORD_ELIDED;
    if (r->open == '[')
        word.flags |= WORD_BRACKET;
    r->elided = false;
    return pacta_array_push(&r->vocabulary->memory, &r->query->words, word);
}

/* A bracket closes: words in it that are all an editor's make a remark. */
static void close_bracket(reading *r, const pacta_token *token) {
    pacta_query *query = r->query;
    if (query->words.count > r->first) {
        pacta_query_word *last = &query->words.items[query->words.count - 1];
        if ((last->flags & WORD_EDITED) != 0 && last->end == token->span.begin)
            last->end = token->span.end;
    }
    bool remark = r->bracket < query->words.count;
    for (uint32_t i = r->bracket; i < query->words.count && remark; i++)
        remark = pacta_vocabulary_entry(r->vocabulary, query->words.items[i].key)->remark &&
                 (query->words.items[i].flags & WORD_EDITED) == 0;
    for (uint32_t i = r->bracket; i < query->words.count && remark; i++)
        query->words.items[i].flags |= WORD_REMARK;
    r->open = 0;
}

static void read_symbol(reading *r, const pacta_token *token) {
    uint32_t length, c = pacta_utf8_at(r->text + token->span.begin, &length);
    uint32_t size = token->span.end - token->span.begin;
    if (c == '.') {
        r->dots += size;
        r->elided = r->elided || r->dots >= DOTS_LEAST;
        return;
    }
    r->dots = 0;
    if (c == ELLIPSIS)
        r->elided = true;
    if (c == '[' || c == '(') {
        r->open = (char)c;
        r->bracket = r->query->words.count;
    } else if ((c == ']' && r->open == '[') || (c == ')' && r->open == '(')) {
        close_bracket(r, token);
    }
}

/* The first token at or behind `offset`. */
static size_t token_from(const pacta_token *tokens, size_t count, uint32_t offset) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens[middle].span.begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool pacta_query_add(pacta_query *query, pacta_vocabulary *vocabulary, const pacta_document *document,
                     pacta_span span) {
    size_t count;
    const pacta_token *tokens = pacta_tokens(document, &count);
    reading r = {.query = query,
                 .vocabulary = vocabulary,
                 .text = pacta_document_text(document, NULL),
                 .first = query->words.count,
                 .bracket = PACTA_NONE};
    for (size_t i = token_from(tokens, count, span.begin); i < count && tokens[i].span.end <= span.end; i++) {
        if (!pacta_is_keyed(tokens[i].kind)) {
            if (tokens[i].kind == PACTA_TOKEN_SYMBOL)
                read_symbol(&r, &tokens[i]);
            continue;
        }
        r.dots = 0;
        if (!add_word(&r, &tokens[i]))
            return false;
    }
    return true;
}

/* ---- Weights --------------------------------------------------------------------- */

bool pacta_query_weigh(pacta_query *query, const pacta_vocabulary *vocabulary) {
    uint32_t count = query->words.count;
    query->keys.count = 0;
    if (!pacta_array_reserve(&vocabulary->memory, &query->keys, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        query->words.items[i].weight = pacta_vocabulary_weight(vocabulary, query->words.items[i].key);
        bool needed = pacta_query_needs(&query->words.items[i]);
        query->keys.items[i] = needed ? query->words.items[i].key : KEY_NEVER;
    }
    query->keys.count = count;
    query->total = 0;
    for (uint32_t i = 0, stock = 0; i < count; i++) {
        uint32_t end = i + pacta_stock_phrase(vocabulary, query->keys.items + i, count - i);
        stock = end > stock ? end : stock;
        pacta_query_word *word = &query->words.items[i];
        if (i < stock) {
            word->flags |= WORD_STOCK;
            word->weight = WEIGHT_LIGHT;
        }
        query->total += pacta_query_needs(word) ? word->weight : 0;
    }
    return true;
}
