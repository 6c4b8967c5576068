/* Whether what looks like a citation is one, though it stands in a text about other things. */
#include "find/chain.h"
#include "phrases/words.h"
#include <stdlib.h>

enum {
    QUOTED_TOKENS = 64,
    NAMED_TOKENS = 400,
    MANY_ARTICLES = 4,
    NAMES_BACK = 64,
    WARES = 1000,
    STAND_WORDS = 4
};

/* its preamble: of an instrument that the text names. */
static bool stands_alone(const pacta_chain *c) {
    uint32_t first = c->citation.first;
    return pacta_chain_unit(c, c->unit) == c->work->rules->named[UNIT_PREAMBLE] && first > 0 &&
           c->work->names.count > 0 && c->work->names.items[0].first < first &&
           (pacta_is(c->work, first - 1, CLASS_DETERMINER) || pacta_is(c->work, first - 1, CLASS_POSSESSIVE));
}

/* The first sentence of Article 6 is short. The second sentence is long: the citation
 * before it, in the same passage, names a piece of the same kind. */
static bool follows_its_like(const pacta_chain *c) {
    const pacta_work *work = c->work;
    if (work->citations.count == 0 || pacta_chain_unit(c, c->unit)->level != LEVEL_PIECE)
        return false;
    const pacta_citation *before = &work->citations.items[work->citations.count - 1];
    if (before->path_count == 0 || !pacta_in_one_passage(work, before->first, c->citation.first))
        return false;
    const pacta_path *path = &work->paths.items[before->first_path];
    return path->count > 1 && path->steps[path->count - 1].unit == c->unit;
}

/* Section C of the East Stand: a letter, and nothing that has laws. */
static bool is_place(const pacta_chain *c) {
    if (!c->citation.foreign || c->treaty || c->citation.path_count == 0 ||
        pacta_chain_unit(c, c->unit)->level != LEVEL_DIVISION)
        return false;
    const char *number = c->work->paths.items[c->citation.first_path].steps[0].number;
    return number[0] != '\0' && number[1] == '\0' && (number[0] < '0' || number[0] > '9');
}

/* Section 12, Row 4: of a hall or a field. */
static bool is_seat(const pacta_chain *c) {
    return !c->treaty && pacta_chain_unit(c, c->unit)->level == LEVEL_DIVISION &&
           pacta_chain_has_comma(c, c->at) && pacta_chain_is(c, c->at + 1, CLASS_SEATING) &&
           c->at + 2 < c->passage_end && pacta_chain_cut(c, c->at + 2)->kind != PACTA_TOKEN_SYMBOL;
}

/* Sections 101 to 118 of the east stand */
static bool is_stand(const pacta_chain *c) {
    if (c->treaty || !c->citation.foreign || !pacta_chain_is(c, c->at, CLASS_PART_OF) ||
        pacta_chain_unit(c, c->unit)->level != LEVEL_DIVISION)
        return false;
    for (uint32_t i = c->at + 1; i < c->passage_end && i - c->at <= STAND_WORDS; i++)
        if (pacta_is(c->work, i, CLASS_SEATING))
            return true;
        else if (pacta_chain_cut(c, i)->kind != PACTA_TOKEN_WORD)
            return false;
    return false;
}

/* A citation stands before in this passage. */
static bool follows_citation(const pacta_chain *c) {
    const pacta_work *work = c->work;
    return work->citations.count > 0 &&
           pacta_in_one_passage(work, work->citations.items[work->citations.count - 1].first,
                                c->citation.first);
}

/* The twelfth article is dull: of a text that has so many; or, where an article was cited
 * before, the third; and no writer's (the fifth article about it). */
static bool is_one_of_many(const pacta_chain *c) {
    const pacta_work *work = c->work;
    const uint32_t next = c->at;
    if (atoi(work->paths.items[c->citation.first_path].steps[0].number) < MANY_ARTICLES &&
        !follows_citation(c))
        return false;
    return next >= c->passage_end || pacta_chain_cut(c, next)->kind != PACTA_TOKEN_WORD ||
           (pacta_is(work, next, CLASS_BE) && !pacta_ends_as(work, next + 1, CLASS_PAST_ENDING)) ||
           pacta_is(work, next, CLASS_MODAL) || pacta_is(work, next, CLASS_CUE_TEXT) ||
           pacta_is(work, next, CLASS_CUE) || pacta_is(work, next, CLASS_LIST_JOINER) ||
           (pacta_is(work, next, CLASS_ADVERB) && !pacta_is(work, next, CLASS_PREPOSITION));
}

/* Under the ninth article; the sixth article, which; the third article allows: told of a treaty
 * that is named a little before. */
static bool is_told_article(const pacta_chain *c) {
    const pacta_work *work = c->work;
    const uint32_t first = c->citation.first, next = c->at;
    if (pacta_chain_unit(c, c->unit)->level != LEVEL_ARTICLE || first < 2 ||
        !pacta_is(work, first - 1, CLASS_DETERMINER))
        return false;
    const uint32_t behind = pacta_first_name(work, first);
    uint32_t name = behind;
    while (name > 0 && behind - name < NAMES_BACK && !pacta_is_linked(&work->names.items[name - 1]))
        name--;
    if (name == 0 || !pacta_is_linked(&work->names.items[name - 1]))
        return false;
    const bool relative = pacta_chain_has_comma(c, next) && pacta_chain_is(c, next + 1, CLASS_RELATIVE);
    const bool told =
        relative || pacta_is(work, first - 2, CLASS_BASIS) || pacta_chain_is(c, next, CLASS_CUE_TEXT) ||
        (pacta_is(work, first - 2, CLASS_AGENT) && /* By the third article the Powers undertake */
         (pacta_chain_cut(c, first - 2)->flags & TOKEN_UPPER) != 0);
    return (told && first - work->names.items[name - 1].first <= NAMED_TOKENS) || is_one_of_many(c);
}

/* in the First Schedule: of an instrument that this passage has named or cited before. */
static bool is_numbered_schedule(const pacta_chain *c, bool named_unit) {
    const pacta_work *work = c->work;
    const uint32_t first = c->citation.first, name = pacta_first_name(work, first);
    return named_unit && pacta_chain_unit(c, c->unit)->level == LEVEL_ATTACHMENT &&
           pacta_chain_unit(c, c->unit) != work->rules->named[UNIT_PROTOCOL] &&
           (pacta_chain_cut(c, first)->flags & TOKEN_UPPER) != 0 && first > 0 &&
           pacta_is(work, first - 1, CLASS_DETERMINER) &&
           (follows_citation(c) ||
            (name > 0 && pacta_in_one_passage(work, work->names.items[name - 1].first, first)));
}

/* under this article, the provisions of this article: as nobody speaks of a newspaper's */
static bool is_ground(const pacta_chain *c) {
    const uint32_t first = c->citation.first;
    return first > 1 &&
           (pacta_is(c->work, first - 1, CLASS_BASIS) ||
            (pacta_is(c->work, first - 1, CLASS_PART_OF) && pacta_is(c->work, first - 2, CLASS_TEXT_NOUN)));
}

/* "A Party that relies on this Article": words of a treaty that a text on it quotes. */
static bool is_quoted_article(const pacta_chain *c) {
    const pacta_work *work = c->work;
    const pacta_step *step = &work->paths.items[c->citation.first_path].steps[0];
    const uint32_t first = work->fold.passages.items[pacta_passage_of(work, c->citation.first)].first_token;
    if (step->offset != 0 || step->same || pacta_chain_unit(c, step->unit)->level != LEVEL_ARTICLE ||
        ((pacta_chain_cut(c, c->citation.end - 1)->flags & TOKEN_UPPER) == 0 && !is_ground(c)))
        return false;
    for (uint32_t i = c->citation.first; i-- > first && c->citation.first - i <= QUOTED_TOKENS;)
        if (pacta_chain_cut(c, i)->kind == PACTA_TOKEN_QUOTE) /* it opens, or has closed before */
            return i == first || pacta_chain_is_spaced(c, i) || pacta_is_char(work, i - 1, '(');
    return false;
}

/* a chair, article 4471 in the catalogue */
static bool is_ware(const pacta_chain *c) {
    const pacta_work *work = c->work;
    return !c->treaty && !c->attached && c->citation.path_count > 0 &&
           (pacta_chain_cut(c, c->citation.first)->flags & TOKEN_UPPER) == 0 &&
           pacta_chain_unit(c, c->unit)->level == LEVEL_ARTICLE &&
           strtoul(work->paths.items[c->citation.first_path].steps[0].number, NULL, 10) >= WARES;
}

/* It is one of a hall's or field's, or of those that the text has told of before. */
static bool is_of_seats(pacta_chain *c) {
    if (is_seat(c) || is_stand(c))
        c->seats = (uint8_t)(c->unit + 1);
    return !c->treaty && !c->attached && c->seats == c->unit + 1;
}

bool pacta_is_wanted(pacta_chain *c) {
    bool named_unit = (pacta_chain_cut(c, c->citation.end - 1)->flags & TOKEN_UPPER) != 0;
    switch (c->mode) {
    case MODE_NUMBERED:
        return (!c->literary || c->attached || c->treaty) && !is_place(c) && !is_ware(c) && !is_of_seats(c);
    case MODE_ORDINAL: /* in a treaty, the Eighth Article, the third preambular paragraph */
        return c->attached || follows_its_like(c) || is_told_article(c) ||
               is_numbered_schedule(c, named_unit) ||
               pacta_chain_unit(c, c->unit) == c->work->rules->named[UNIT_RECITAL] ||
               (c->treaty && named_unit &&
                (pacta_chain_unit(c, c->unit)->level == LEVEL_ARTICLE ||
                 (pacta_chain_unit(c, c->unit)->level == LEVEL_ATTACHMENT &&
                  pacta_chain_unit(c, c->unit) != c->work->rules->named[UNIT_PROTOCOL])));
    default: /* the Preamble; an annex may be a building */
        return c->attached || stands_alone(c) ||
               (c->mode == MODE_RELATIVE && (c->treaty || is_quoted_article(c))) ||
               (c->treaty && (named_unit || pacta_chain_unit(c, c->unit)->level != LEVEL_ATTACHMENT));
    }
}

/* Her third novel is out; chapter 9 is sad: nearer than any instrument stands what is made up. */
static bool is_of_fiction(const pacta_chain *c) {
    const pacta_work *work = c->work;
    const uint32_t first = work->fold.passages.items[pacta_passage_of(work, c->citation.first)].first_token,
                   name = pacta_first_name(work, c->citation.first);
    const uint32_t low =
        name > 0 && work->names.items[name - 1].end > first ? work->names.items[name - 1].end : first;
    for (uint32_t i = c->citation.first; i > low && c->citation.first - i < QUOTED_TOKENS; i--)
        if (pacta_is(work, i - 1, CLASS_FICTION))
            return true;
    return false;
}

bool pacta_is_literary(const pacta_chain *c, const pacta_segment *segment) {
    const pacta_unit *unit = pacta_chain_unit(c, segment->unit);
    const pacta_cut *first = pacta_chain_cut(c, c->citation.first);
    if (!c->treaty && unit->level == LEVEL_DIVISION && is_of_fiction(c))
        return true;
    if (segment->worded) /* paragraph two, of a letter or of the article that was cited before; Part Three */
        return (unit->level == LEVEL_DIVISION &&
                !(follows_citation(c) && (first->flags & first[1].flags & TOKEN_UPPER) != 0)) ||
               (unit->level == LEVEL_ITEM && !follows_citation(c));
    const char *number = c->work->paths.items[segment->first_path].steps[0].number;
    bool grounds = c->citation.first > 0 && pacta_is(c->work, c->citation.first - 1, CLASS_BASIS);
    if (segment->plural || segment->roman || grounds || number[0] < '0' || number[0] > '9')
        return false;
    return unit == c->work->rules->named[UNIT_PART] ||
           (unit == c->work->rules->named[UNIT_RULE] && (first->flags & TOKEN_UPPER) == 0);
}
