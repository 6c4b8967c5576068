/* The registry: instruments known by name. */
#ifndef PACTA_RULES_REGISTRY_H
#define PACTA_RULES_REGISTRY_H

#include "rules/index.h"
#include "rules/lexicon.h"

/* How an instrument's articles are numbered. */
typedef enum pacta_numbering {
    NUMBERING_PLAIN,
    NUMBERING_ROMAN,
    NUMBERING_DOTTED,
    NUMBERING_NONE
} pacta_numbering;

typedef struct pacta_known {
    const char *id, *title, *iri, *kind;
    const char *members;   /* ids, "|" between them, that a collective name means; or NULL */
    const char *famous;    /* eids, "|" between them, by which all know it: Chapter VII; or NULL */
    uint32_t last_article; /* 0 where not known */
    pacta_numbering numbering;
} pacta_known;

/* A node of the trie of names: a word behind a word. */
typedef struct pacta_name_node {
    uint32_t parent, lexeme;
    uint32_t only;  /* instrument of all names through here, MANY if of several */
    uint32_t first; /* candidate whose name ends here, or 0 */
} pacta_name_node;

/* What a name is to its instrument. */
typedef enum pacta_name_role {
    NAMES_ITSELF,
    NAMES_BARE,  /* a noun that means it where nothing else fits: the Charter */
    NAMES_HOLDER /* the organisation that it founded: NATO's Article 5 */
} pacta_name_role;

/* One of the instruments that a name may mean. */
typedef struct pacta_candidate {
    uint32_t known, next;
    bool acronym; /* the name counts in capitals only */
    bool title;   /* it is the full title */
    uint8_t role; /* pacta_name_role */
} pacta_candidate;

typedef struct pacta_registry {
    PACTA_ARRAY(pacta_known) known;
    pacta_index ids;                         /* of these, and of their symbols */
    PACTA_ARRAY(pacta_name_node) nodes;      /* 0 is the root */
    PACTA_ARRAY(pacta_candidate) candidates; /* 0 is none */
    uint32_t *slots;
    uint32_t slot_count;
} pacta_registry;

/* Reads a table: UTF-8, a header line that names the columns, tab-separated.
 * A row whose id is known already replaces that instrument's facts and adds
 * names. */
int pacta_registry_read(pacta_registry *registry, pacta_lexicon *lexicon, pacta_arena *arena,
                        const char *name, const char *data, size_t size, pacta_error *error);
/* The next of the ids with "|" between them, and its size; `*list` is moved behind it. NULL at
 * the list's end. */
const char *pacta_next_id(const char **list, size_t *size);
void pacta_registry_free(pacta_registry *registry, const pacta_allocator *memory);

/* The only instrument with a name that goes through `node`, or PACTA_NONE. */
uint32_t pacta_registry_only(const pacta_registry *registry, uint32_t node);

/* The instrument that a bare noun means, or PACTA_NONE. */
uint32_t pacta_registry_bare(const pacta_registry *registry, uint32_t lexeme);

/* The node behind `node` for a word, or 0. */
uint32_t pacta_registry_step(const pacta_registry *registry, uint32_t node, uint32_t lexeme);

#endif
