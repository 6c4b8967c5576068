#include "verify/corpus.h"
#include "core/error.h"
#include "core/options.h"
#include <string.h>

enum { PLACES_LIMIT = INT32_MAX };

int pacta_corpus_new(const pacta_ruleset *ruleset, const pacta_corpus_options *given, pacta_corpus **corpus,
                     pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (ruleset == NULL || corpus == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "a corpus needs a ruleset and a place");
    pacta_corpus_options options = {0};
    if (!pacta_take_options(&options, sizeof options, given))
        return pacta_fail(error, PACTA_E_ARGUMENT, "the options' struct_size is not set");
    pacta_allocator memory = options.allocator != NULL ? *options.allocator : ruleset->memory;
    pacta_corpus *made = pacta_new(&memory, sizeof *made);
    if (made == NULL)
        return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    made->memory = memory;
    pacta_arena_init(&made->arena, &memory);
    if (!pacta_vocabulary_init(&made->vocabulary, ruleset, &memory)) {
        pacta_corpus_free(made);
        return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    }
    *corpus = made;
    return PACTA_OK;
}

static void free_treaties(pacta_corpus *corpus, uint32_t from) {
    for (uint32_t i = from; i < corpus->treaties.count; i++) {
        const pacta_treaty *about = &corpus->treaties.items[i].about;
        pacta_delete(&corpus->memory, (char *)(uintptr_t)about->text, (size_t)about->bytes + 1);
    }
    corpus->treaties.count = from;
}

void pacta_corpus_free(pacta_corpus *corpus) {
    if (corpus == NULL)
        return;
    const pacta_allocator memory = corpus->memory;
    free_treaties(corpus, 0);
    pacta_corpus_unindex(corpus);
    pacta_corpus_unindex_eids(corpus);
    pacta_vocabulary_free(&corpus->vocabulary);
    pacta_array_release(&memory, &corpus->places);
    pacta_array_release(&memory, &corpus->provisions);
    pacta_array_release(&memory, &corpus->treaties);
    pacta_arena_free(&corpus->arena);
    pacta_delete(&memory, corpus, sizeof *corpus);
}

/* ---- One treaty ------------------------------------------------------------- */

static bool keep_string(pacta_corpus *corpus, const char *text, const char **kept) {
    *kept = text == NULL ? NULL : pacta_arena_text(&corpus->arena, text, strlen(text));
    return text == NULL || *kept != NULL;
}

/* The treaty itself, with a copy of its text. */
static bool add_treaty(pacta_corpus *corpus, const pacta_document *document) {
    pacta_document_info info = pacta_document_about(document);
    pacta_kept_treaty treaty = {.about.bytes = info.bytes,
                                .first = corpus->places.count,
                                .first_provision = corpus->provisions.count};
    if (!keep_string(corpus, info.name, &treaty.about.name) ||
        !keep_string(corpus, info.instrument, &treaty.about.instrument) ||
        !pacta_array_reserve(&corpus->memory, &corpus->treaties, 1))
        return false;
    char *copy = pacta_new(&corpus->memory, (size_t)info.bytes + 1);
    if (copy == NULL)
        return false;
    if (info.bytes > 0)
        memcpy(copy, pacta_document_text(document, NULL), info.bytes);
    treaty.about.text = copy;
    corpus->treaties.items[corpus->treaties.count++] = treaty;
    return true;
}

static bool add_provisions(pacta_corpus *corpus, const pacta_document *document) {
    size_t count;
    const pacta_provision *provisions = pacta_provisions(document, &count);
    uint32_t first = corpus->provisions.count;
    if (!pacta_array_reserve(&corpus->memory, &corpus->provisions, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const pacta_provision *provision = &provisions[i];
        uint32_t own = first + i;
        uint32_t parent = provision->parent == PACTA_NONE ? PACTA_NONE : first + provision->parent;
        pacta_corpus_provision made = {.span = provision->span, .parent = parent, .index = i};
        const pacta_unit *unit = pacta_unit_named(corpus->vocabulary.rules, provision->unit);
        made.whole = unit == NULL || unit->level >= LEVEL_ARTICLE;
        made.article = own;
        if (parent != PACTA_NONE && (unit == NULL || unit->level >= LEVEL_ITEM) &&
            corpus->provisions.items[parent].whole)
            made.article = corpus->provisions.items[parent].article;
        if (!keep_string(corpus, provision->eid, &made.eid))
            return false;
        corpus->provisions.items[corpus->provisions.count++] = made;
    }
    return true;
}

/* Goes through provisions and sentences beside the words. */
typedef struct walk {
    const pacta_provision *provisions;
    const pacta_sentence *sentences;
    size_t provision_count, sentence_count;
    uint32_t next_provision, next_sentence;
    uint32_t inside;    /* innermost provision around the word in hand, or PACTA_NONE */
    uint32_t paragraph; /* of the last sentence */
} walk;

static bool holds(pacta_span span, uint32_t offset) {
    return offset >= span.begin && offset < span.end;
}

/* Steps to the word at `offset`; its flags. */
static uint8_t step(walk *w, uint32_t offset) {
    while (w->next_provision < w->provision_count && w->provisions[w->next_provision].span.begin <= offset)
        w->inside = w->next_provision++;
    while (w->inside != PACTA_NONE && w->provisions[w->inside].span.end <= offset)
        w->inside = w->provisions[w->inside].parent;
    uint8_t flags = 0;
    for (; w->next_sentence < w->sentence_count && w->sentences[w->next_sentence].span.begin <= offset;
         w->next_sentence++) {
        uint32_t paragraph = w->sentences[w->next_sentence].paragraph;
        flags |= paragraph != w->paragraph ? PLACE_SENTENCE | PLACE_PARAGRAPH : PLACE_SENTENCE;
        w->paragraph = paragraph;
    }
    if (w->inside != PACTA_NONE && holds(w->provisions[w->inside].label, offset))
        flags |= PLACE_LABEL;
    if (w->inside != PACTA_NONE && holds(w->provisions[w->inside].heading, offset))
        flags |= PLACE_HEADING;
    return flags;
}

static bool add_places(pacta_corpus *corpus, const pacta_document *document) {
    const pacta_kept_treaty *treaty = &corpus->treaties.items[corpus->treaties.count - 1];
    const char *text = treaty->about.text;
    walk w = {.inside = PACTA_NONE, .paragraph = PACTA_NONE};
    w.provisions = pacta_provisions(document, &w.provision_count);
    w.sentences = pacta_sentences(document, &w.sentence_count);
    size_t count;
    const pacta_token *tokens = pacta_tokens(document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_token *token = &tokens[i];
        pacta_place place = {.begin = token->span.begin, .end = token->span.end};
        if (!pacta_is_keyed(token->kind))
            continue;
        if (!pacta_vocabulary_add(&corpus->vocabulary, text + place.begin, place.end - place.begin,
                                  token->kind == PACTA_TOKEN_ROMAN, &place.key))
            return false;
        if (place.key == KEY_NONE)
            continue;
        place.flags = step(&w, place.begin);
        place.provision = w.inside == PACTA_NONE ? PACTA_NONE : treaty->first_provision + w.inside;
        if (!pacta_array_push(&corpus->memory, &corpus->places, place))
            return false;
    }
    return pacta_array_push(&corpus->memory, &corpus->places, (pacta_place){.provision = PACTA_NONE});
}

/* The first place at or behind `offset` of the treaty's text. */
static uint32_t place_from(const pacta_corpus *corpus, const pacta_kept_treaty *treaty, uint32_t offset) {
    uint32_t low = treaty->first, high = corpus->places.count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (corpus->places.items[middle].begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void close_treaty(pacta_corpus *corpus) {
    pacta_kept_treaty *treaty = &corpus->treaties.items[corpus->treaties.count - 1];
    treaty->end = corpus->places.count - 1;
    treaty->end_provision = corpus->provisions.count;
    for (uint32_t i = treaty->first_provision; i < treaty->end_provision; i++) {
        pacta_corpus_provision *provision = &corpus->provisions.items[i];
        provision->first = place_from(corpus, treaty, provision->span.begin);
        provision->end = place_from(corpus, treaty, provision->span.end);
    }
}

int pacta_corpus_add(pacta_corpus *corpus, const pacta_document *treaty, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (corpus == NULL || treaty == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "no corpus, or no treaty");
    size_t tokens;
    pacta_tokens(treaty, &tokens);
    if (tokens >= PLACES_LIMIT - corpus->places.count)
        return pacta_fail(error, PACTA_E_TOO_LARGE, "more than %d words in all", PLACES_LIMIT);
    uint32_t treaties = corpus->treaties.count, places = corpus->places.count;
    uint32_t provisions = corpus->provisions.count;
    corpus->sealed = false;
    if (add_treaty(corpus, treaty) && add_provisions(corpus, treaty) && add_places(corpus, treaty)) {
        close_treaty(corpus);
        return PACTA_OK;
    }
    free_treaties(corpus, treaties);
    corpus->places.count = places;
    corpus->provisions.count = provisions;
    return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
}

int pacta_corpus_seal(pacta_corpus *corpus, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (corpus == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "no corpus");
    corpus->sealed = pacta_corpus_index(corpus) && pacta_corpus_index_eids(corpus);
    return corpus->sealed ? PACTA_OK : pacta_fail(error, PACTA_E_MEMORY, "out of memory");
}

/* ---- Questions ------------------------------------------------------------------ */

size_t pacta_corpus_size(const pacta_corpus *corpus) {
    return corpus == NULL ? 0 : corpus->treaties.count;
}

int pacta_corpus_treaty(const pacta_corpus *corpus, size_t index, pacta_treaty *treaty) {
    if (corpus == NULL || treaty == NULL || index >= corpus->treaties.count)
        return PACTA_E_ARGUMENT;
    *treaty = corpus->treaties.items[index].about;
    return PACTA_OK;
}

uint32_t pacta_corpus_treaty_at(const pacta_corpus *corpus, uint32_t place) {
    uint32_t low = 0, high = corpus->treaties.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (corpus->treaties.items[middle].first <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}
