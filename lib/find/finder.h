/* Names of instruments while they are looked for: the passage in hand, and what its
 * words may be. */
#ifndef PACTA_FIND_FINDER_H
#define PACTA_FIND_FINDER_H

#include "core/slug.h"
#include "work.h"

enum { NAME_TOKENS = 60, BRACKET_TOKENS = 6 };

/* What is in hand while the tokens are gone through. */
typedef struct pacta_finder {
    pacta_work *work;
    uint32_t passage_first, passage_end;                             /* tokens */
    enum { CAPITALS_UNKNOWN, CAPITALS_FEW, CAPITALS_MOST } capitals; /* of the passage, where asked for */
    uint32_t since;                                                  /* token behind the last name */
    char own[SLUG_ROOM];                                             /* slug of a treaty's own title */
    size_t own_size;
} pacta_finder;

static inline bool pacta_is_name_part(const pacta_finder *f, uint32_t token) {
    uint8_t kind = pacta_cut_at(f->work, token)->kind;
    return kind == PACTA_TOKEN_WORD || kind == PACTA_TOKEN_ROMAN;
}

static inline bool pacta_is_upper_word(const pacta_finder *f, uint32_t token) {
    return pacta_is_name_part(f, token) &&
           (pacta_cut_at(f->work, token)->flags & (TOKEN_UPPER | TOKEN_CLITIC)) == TOKEN_UPPER;
}

/* A capitalised word that may be part of a name. */
static inline bool pacta_is_name_word(const pacta_finder *f, uint32_t token) {
    return pacta_is_upper_word(f, token) && !pacta_is(f->work, token, CLASS_TITLE_STOP) &&
           !pacta_is(f->work, token, CLASS_DETERMINER) && !pacta_is(f->work, token, CLASS_MONTH);
}

/* Most words of the passage are in capitals: a heading, which tells acronyms and
 * titles by nothing. */
bool pacta_is_in_capitals(pacta_finder *f);

/* The apostrophe behind a plural: Workers' Representatives Convention. */
bool pacta_is_plural_mark(const pacta_finder *f, uint32_t token);

/* The token is the dash between two capitalised words: Orla–Vend. */
bool pacta_joins_names(const pacta_finder *f, uint32_t token);

/* Back over the capitalised words right before a token. */
uint32_t pacta_run_before(const pacta_finder *f, uint32_t token);

bool pacta_is_year(const pacta_work *work, uint32_t token);

/* Of the year: the token behind "of 1961", or `end`. */
uint32_t pacta_behind_year(const pacta_finder *f, uint32_t end);

/* The token is an "of" behind the number of a provision, so that an instrument follows. */
bool pacta_is_of_provision(const pacta_finder *f, uint32_t token);

/* The instrument named last whose title has all the words, or PACTA_NONE. */
uint32_t pacta_instrument_with_words(const pacta_work *work, const pacta_title_word *words, uint32_t count);

int pacta_push_name(pacta_finder *f, pacta_name name);

/* acronyms.c: the acronym of the registry's instrument stands for it there. */
bool pacta_acronym_is_meant(const pacta_finder *f, uint32_t token, uint32_t known);

/* acronyms.c: the number of a provision ends right before the token: Article 8 (j) CBD. */
bool pacta_is_behind_provision(const pacta_finder *f, uint32_t token);

/* Each takes the name at a token, if one of its kind stands there; `*next` is then the
 * token to go on at. */

/* known_names.c: a name of the registry that begins at `first`. */
int pacta_take_known(pacta_finder *f, uint32_t first, uint32_t *next, bool *taken);
/* One of several words, as titles are, begins there. */
bool pacta_is_known_at_length(pacta_finder *f, uint32_t first);

/* known_names.c: the Second [Convention], where the text has named the Geneva Conventions. */
int pacta_take_member(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken);

/* draft_names.c: draft articles on something, in small letters. */
int pacta_take_draft(pacta_finder *f, uint32_t token, uint32_t *next, bool *taken);

/* pair_names.c: one word, with a hyphen between two capitals' words: Velland-Orla. */
bool pacta_is_pair(const pacta_work *work, uint32_t token, pacta_span halves[2]);

/* pair_names.c: two parties, and what they agreed on, before a noun in small letters. */
int pacta_take_pair(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken);

/* owned_names.c: what a state has made, behind a provision of it. */
int pacta_take_owned(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken);

/* owned_names.c: a title around a noun that is an instrument's only there: the Standing Orders. */
int pacta_take_cited_only(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken);

/* title_names.c: the noun is that of Articles of [Agreement]. */
bool pacta_is_of_deed(const pacta_finder *f, uint32_t noun);

/* title_names.c: the words [first, end) are a title, whose noun that is. */
int pacta_name_title(pacta_finder *f, uint32_t first, uint32_t end, uint32_t noun);

/* title_names.c: the title around a capitalised noun. */
int pacta_take_title(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken);
/* The same where a number stands behind the noun: Law No. 12. */
int pacta_take_numbered(pacta_finder *f, uint32_t noun, uint32_t *next, bool *taken);

/* years.c: notes with the titles when their instruments were made, where the text tells it. */
void pacta_tell_years(pacta_work *work);

#endif
