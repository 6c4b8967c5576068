/* A citation while it is put together: segments, and the names of instruments
 * around them, joined one by one. */
#ifndef PACTA_FIND_CHAIN_H
#define PACTA_FIND_CHAIN_H

#include "find/segments.h"

enum { CHAIN_REACH = 4, TARGET_LIMIT = 512 };

/* A citation being put together. Its paths are those of the groups that have
 * an instrument, then those that wait for one; the last group is what the list
 * in hand has given. */
typedef struct pacta_chain {
    pacta_work *work;
    pacta_citation citation;
    uint32_t at;          /* token behind what is read */
    uint32_t passage_end; /* token */
    uint32_t group;       /* first path of the list in hand */
    uint32_t unnamed;     /* first path that waits for an instrument */
    uint8_t unit;         /* outermost of the first segment */
    bool plural;          /* and its word */
    uint8_t mode;         /* of the first segment */
    bool attached;        /* to an instrument or an outer unit */
    bool nested;          /* the list in hand has an inner segment */
    bool literary;        /* Chapter One: as books number theirs */
    uint8_t seats;        /* what a hall or field of the text is divided into, a unit plus 1; or 0 */
    bool treaty;
} pacta_chain;

static inline const pacta_cut *pacta_chain_cut(const pacta_chain *c, uint32_t token) {
    return &c->work->tokens.items[token];
}

static inline const pacta_unit *pacta_chain_unit(const pacta_chain *c, uint8_t unit) {
    return &c->work->rules->units.items[unit];
}

static inline bool pacta_chain_is_spaced(const pacta_chain *c, uint32_t token) {
    return (pacta_chain_cut(c, token)->flags & TOKEN_SPACED) != 0;
}

static inline bool pacta_chain_has_comma(const pacta_chain *c, uint32_t token) {
    return token < c->passage_end && pacta_is_char(c->work, token, ',') && !pacta_chain_is_spaced(c, token);
}

static inline bool pacta_chain_is(const pacta_chain *c, uint32_t token, pacta_class class) {
    return token < c->passage_end && pacta_is(c->work, token, class);
}

static inline uint32_t pacta_chain_paths(const pacta_chain *c) {
    return c->work->paths.count;
}

static inline void pacta_chain_extend(pacta_chain *c, uint32_t end_token) {
    c->at = end_token;
    c->citation.end = end_token;
    c->citation.span.end = pacta_chain_cut(c, end_token - 1)->end;
}

static inline int pacta_chain_push(pacta_chain *c, const pacta_path *path) {
    return pacta_array_push(&c->work->memory, &c->work->paths, *path) ? PACTA_OK
                                                                      : pacta_out_of_memory(c->work);
}

/* The rule of a segment at the token, or NULL. */
static inline const pacta_rule *pacta_chain_rule(const pacta_chain *c, uint32_t token) {
    if (token >= c->passage_end)
        return NULL;
    const pacta_rule *rule = pacta_rule_at(c->work, RULE_REFERENCE, token);
    return rule == NULL || rule->mode == MODE_REFUSE ? NULL : rule;
}

/* ---- Units inside units: nesting.c. Each sets `*joined`, and returns a status ---- */

/* "Article 2, paragraph 4": the segment at `token` stands inside the one path
 * that the list in hand has so far, behind a comma (Articles 2 and 3, paragraph
 * 4) inside the last. */
int pacta_join_inner(pacta_chain *c, uint32_t token, bool *joined);

/* "paragraph 2 of Article 9": the segment at `token` stands around all paths
 * that wait for an instrument. */
int pacta_join_outer(pacta_chain *c, uint32_t token, bool *joined);

/* Puts paths [first, base) inside those from `base` on: each in each, or one by
 * one where they go together. */
int pacta_nest_paths(pacta_chain *c, uint32_t first, uint32_t base);

/* False if `inner` cannot stand in `outer`, as a unit cannot in its like. Articles
 * may have sections, and what is `said` to be of one is. */
bool pacta_can_hold(const pacta_chain *c, const pacta_path *outer, const pacta_path *inner, bool said);

/* ---- Instruments around a citation: naming.c ---- */

/* "of the Charter", ", of that Directive": at the token behind "of". */
int pacta_join_instrument(pacta_chain *c, uint32_t token, bool *joined);

/* Names at the token right behind, without a preposition: Article 101 TFEU. */
int pacta_join_apposed(pacta_chain *c, uint32_t token, bool *joined);

/* Names right before: NATO's Article 5, the NPT (Art. X). */
void pacta_join_before(pacta_chain *c);

/* The paths that wait for an instrument have this one. */
void pacta_give_name(pacta_chain *c, uint32_t name);

/* ---- What counts: wanted.c ---- */

/* A segment that says little by itself counts where it is tied to something, or in a
 * treaty. */
bool pacta_is_wanted(pacta_chain *c);

/* Chapter One, Part 2, rule 1: the first segment is numbered as books and lists number
 * theirs. */
bool pacta_is_literary(const pacta_chain *c, const pacta_segment *segment);

#endif
