#include "find/titles.h"
#include "core/hash.h"
#include "core/slug.h"
#include "work.h"
#include <string.h>

enum { SLUG_MOST = 400, HEAD_MOST = 399 };

void pacta_titles_free(pacta_titles *titles, const pacta_allocator *memory) {
    pacta_array_release(memory, &titles->list);
    pacta_array_release(memory, &titles->slugs);
}

/* The lexeme of the word [begin, end). */
static uint32_t lexeme_of(const pacta_work *work, const char *begin, const char *end) {
    char word[LEXEME_LIMIT];
    size_t size = (size_t)(end - begin);
    if (size == 0 || size >= sizeof word)
        return 0;
    pacta_slug(begin, size, word, sizeof word);
    return pacta_lexicon_find(&work->rules->lexicon, word, strlen(word));
}

/* Bytes of the title's head. */
static size_t head_of(const pacta_work *work, const char *title) {
    bool noun = false;
    for (const char *at = title; *at != '\0';) {
        const char *end = at + strcspn(at, " ");
        uint32_t lexeme = lexeme_of(work, at, end);
        const pacta_lexeme *word = &work->rules->lexicon.lexemes.items[lexeme];
        if (noun && pacta_lexeme_is(word, CLASS_TITLE_OPENER))
            return (size_t)(at - title);
        noun = noun || pacta_lexeme_is(word, CLASS_INSTRUMENT_NOUN);
        at = end + (*end == ' ');
    }
    return strlen(title);
}

static uint64_t bit_of(const char *piece, size_t size) {
    return UINT64_C(1) << (pacta_hash(piece, size) & 63);
}

/* The bits of a slug's pieces between hyphens. */
static uint64_t bits_of(const char *slug, size_t size) {
    uint64_t bits = 0;
    for (size_t at = 0; at < size; at++) {
        const char *hyphen = memchr(slug + at, '-', size - at);
        size_t end = hyphen == NULL ? size : (size_t)(hyphen - slug);
        bits |= bit_of(slug + at, end - at);
        at = end;
    }
    return bits;
}

bool pacta_note_title(pacta_work *work, const char *title) {
    pacta_titles *titles = &work->titles;
    if (title == NULL)
        return pacta_array_push(&work->memory, &titles->list, (pacta_title){0});
    if (!pacta_array_reserve(&work->memory, &titles->slugs, 2 * SLUG_MOST))
        return false;
    char *slug = titles->slugs.items + titles->slugs.count;
    size_t head = head_of(work, title);
    head = pacta_slug(title, head < HEAD_MOST ? head : HEAD_MOST, slug, SLUG_MOST);
    size_t size = pacta_slug(title, strlen(title), slug, SLUG_MOST);
    pacta_title made = {.begin = titles->slugs.count, .size = (uint32_t)size, .head = (uint32_t)head};
    made.words = bits_of(slug, size);
    made.head_words = bits_of(slug, head);
    titles->slugs.count += made.size + 1;
    return pacta_array_push(&work->memory, &titles->list, made);
}

/* Puts the slug's words, which are not among the titles' own, before those of the
 * instrument's title; nothing where that says enough. */
static bool put_before(pacta_work *work, uint32_t instrument, const char *slug, size_t size) {
    pacta_titles *titles = &work->titles;
    if (size == 0 || titles->list.items[instrument].size + size >= SLUG_MOST)
        return true;
    if (!pacta_array_reserve(&work->memory, &titles->slugs, SLUG_MOST))
        return false;
    pacta_title *title = &titles->list.items[instrument];
    char *joined = titles->slugs.items + titles->slugs.count;
    const uint32_t before = (uint32_t)size + 1;
    const uint64_t bits = bits_of(slug, size);
    memcpy(joined, slug, size);
    joined[size] = '-';
    memcpy(joined + before, titles->slugs.items + title->begin, title->size);
    *title = (pacta_title){.begin = titles->slugs.count,
                           .size = before + title->size,
                           .head = before + title->head,
                           .words = title->words | bits,
                           .head_words = title->head_words | bits,
                           .year = title->year,
                           .chaptered = title->chaptered};
    titles->slugs.count += title->size;
    return true;
}

bool pacta_join_titles(pacta_work *work, uint32_t instrument, uint32_t other) {
    char slug[SLUG_MOST];
    uint32_t size;
    const char *title = pacta_title_slug(work, other, &size);
    work->titles.list.items[instrument].chaptered |= work->titles.list.items[other].chaptered;
    memcpy(slug, title, size < sizeof slug ? size : 0);
    return size >= sizeof slug || put_before(work, instrument, slug, size);
}

bool pacta_add_to_title(pacta_work *work, uint32_t instrument, pacta_span span) {
    char slug[SLUG_MOST];
    const size_t size =
        pacta_slug(pacta_work_text(work) + span.begin, span.end - span.begin, slug, sizeof slug);
    return put_before(work, instrument, slug, size);
}

const char *pacta_title_slug(const pacta_work *work, uint32_t instrument, uint32_t *size) {
    const pacta_title *title = &work->titles.list.items[instrument];
    *size = title->size;
    return title->size == 0 ? "" : work->titles.slugs.items + title->begin;
}

pacta_title_word pacta_title_word_of(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    return pacta_title_word_in(work, (pacta_span){cut->begin, cut->end});
}

pacta_title_word pacta_title_word_in(const pacta_work *work, pacta_span span) {
    pacta_title_word word = {.size = 0};
    word.size = (uint32_t)pacta_slug(pacta_work_text(work) + span.begin, span.end - span.begin, word.slug,
                                     sizeof word.slug);
    word.bit = bit_of(word.slug, strcspn(word.slug, "-"));
    return word;
}

/* The slug has the word, whole. */
static bool has(const char *slug, size_t size, const pacta_title_word *word) {
    for (size_t at = 0; word->size > 0 && at + word->size <= size; at++) {
        size_t end = at + word->size;
        if (memcmp(slug + at, word->slug, word->size) == 0 && (end == size || slug[end] == '-'))
            return true;
        const char *hyphen = memchr(slug + at, '-', size - at);
        if (hyphen == NULL)
            return false;
        at = (size_t)(hyphen - slug);
    }
    return false;
}

bool pacta_title_has(const pacta_work *work, uint32_t instrument, const pacta_title_word *word) {
    const pacta_title *title = &work->titles.list.items[instrument];
    return (title->words & word->bit) != 0 && has(work->titles.slugs.items + title->begin, title->size, word);
}

bool pacta_title_head_has(const pacta_work *work, uint32_t instrument, const pacta_title_word *word) {
    const pacta_title *title = &work->titles.list.items[instrument];
    return (title->head_words & word->bit) != 0 &&
           has(work->titles.slugs.items + title->begin, title->head, word);
}
