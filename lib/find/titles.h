/* What the titles of the document's instruments say, word by word. */
#ifndef PACTA_FIND_TITLES_H
#define PACTA_FIND_TITLES_H

#include "core/memory.h"

typedef struct pacta_work pacta_work;

/* The slug of an instrument's title. A word's bit is set in `words` if it may be
 * one of the slug's, and in `head_words` if it may be one of the head's: what
 * stands in front of the first noun's "of", "to", "on", which says what the
 * instrument is, without what it is about. */
typedef struct pacta_title {
    uint32_t begin, size, head; /* in the slugs; bytes of all, and of the head */
    uint16_t year;              /* in which it was made, as the text tells; or 0 */
    bool chaptered;             /* its articles have their chapter's number before their own: 7.4 */
    uint64_t words, head_words;
} pacta_title;

typedef struct pacta_titles {
    PACTA_ARRAY(pacta_title) list; /* as the document's instruments */
    PACTA_ARRAY(char) slugs;
} pacta_titles;

/* A word that titles are searched for. */
typedef struct pacta_title_word {
    char slug[64];
    uint32_t size;
    uint64_t bit;
} pacta_title_word;

void pacta_titles_free(pacta_titles *titles, const pacta_allocator *memory);

/* Adds the next instrument's title, which may be NULL. */
bool pacta_note_title(pacta_work *work, const char *title);

/* Adds the words of another one's title, which is short, to the head of an instrument's. */
bool pacta_join_titles(pacta_work *work, uint32_t instrument, uint32_t other);

/* Adds words of the text, which are few, to the head of an instrument's title. */
bool pacta_add_to_title(pacta_work *work, uint32_t instrument, pacta_span span);

/* The slug of an instrument's title. */
const char *pacta_title_slug(const pacta_work *work, uint32_t instrument, uint32_t *size);

/* The word that a token is; that stands at a place of the working text. */
pacta_title_word pacta_title_word_of(const pacta_work *work, uint32_t token);
pacta_title_word pacta_title_word_in(const pacta_work *work, pacta_span span);

/* The instrument's title, or its head, has the word. */
bool pacta_title_has(const pacta_work *work, uint32_t instrument, const pacta_title_word *word);
bool pacta_title_head_has(const pacta_work *work, uint32_t instrument, const pacta_title_word *word);

#endif
