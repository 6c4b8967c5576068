/* References: segments, and the names of instruments around them, joined to
 * one citation. */
#include "find/number_lists.h"
#include "find/segments.h"
#include <stdio.h>
#include <string.h>

enum { JOINT_LIMIT = 16, REACH = 4, SHARED_LIMIT = 8, TARGET_LIMIT = 512, GLOSS_TOKENS = 12 };

/* A citation being put together. Its paths are those of the groups that have
 * an instrument, then those that wait for one; the last group is what the list
 * in hand has given. */
typedef struct chain {
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
    bool treaty;
} chain;

static const pacta_cut *cut_at(const chain *c, uint32_t token) {
    return &c->work->tokens.items[token];
}

static const pacta_unit *unit_at(const chain *c, uint8_t unit) {
    return &c->work->rules->units.items[unit];
}

static bool is_spaced(const chain *c, uint32_t token) {
    return (cut_at(c, token)->flags & TOKEN_SPACED) != 0;
}

static bool is_comma(const chain *c, uint32_t token) {
    return token < c->passage_end && pacta_is_char(c->work, token, ',') && !is_spaced(c, token);
}

static bool is_of(const chain *c, uint32_t token, pacta_class class) {
    return token < c->passage_end && pacta_is(c->work, token, class);
}

static uint32_t path_end(const chain *c) {
    return c->work->paths.count;
}

static void extend_to(chain *c, uint32_t end_token) {
    c->at = end_token;
    c->citation.end = end_token;
    c->citation.span.end = cut_at(c, end_token - 1)->end;
}

static int push_path(chain *c, const pacta_path *path) {
    return pacta_array_push(&c->work->memory, &c->work->paths, *path) ? PACTA_OK
                                                                      : pacta_out_of_memory(c->work);
}

/* The rule of a segment at the token, or NULL. */
static const pacta_rule *segment_at(const chain *c, uint32_t token) {
    if (token >= c->passage_end)
        return NULL;
    const pacta_rule *rule = pacta_rule_at(c->work, RULE_REFERENCE, token);
    return rule == NULL || rule->mode == MODE_REFUSE ? NULL : rule;
}

/* ---- Units inside units ------------------------------------------------------------------ */

static int16_t rank_of(const chain *c, const pacta_step *step) {
    return unit_at(c, step->unit)->rank;
}

/* Art. 8 § 2: behind an article's number the sign is a paragraph's. */
static void read_sign(const chain *c, uint32_t token, const pacta_path *outer, uint32_t first) {
    const pacta_unit *paragraph = pacta_unit_named(c->work->rules, "paragraph");
    if (paragraph == NULL || !pacta_is(c->work, token, CLASS_PARAGRAPH_SIGN) ||
        unit_at(c, outer->steps[outer->count - 1].unit)->level != LEVEL_ARTICLE)
        return;
    for (uint32_t i = first; i < path_end(c); i++)
        c->work->paths.items[i].steps[0].unit = (uint8_t)(paragraph - c->work->rules->units.items);
}

/* False if `inner` cannot stand in `outer`, as a unit cannot in its like. Articles
 * may have sections, and what is said to be of one is. */
static bool can_hold(const chain *c, const pacta_path *outer, const pacta_path *inner, bool said) {
    const pacta_unit *section = pacta_unit_named(c->work->rules, "section");
    const pacta_step *last = &outer->steps[outer->count - 1], *first = &inner->steps[0];
    bool in_article = unit_at(c, last->unit)->level == LEVEL_ARTICLE &&
                      unit_at(c, first->unit)->level == LEVEL_DIVISION &&
                      (said || (section != NULL && rank_of(c, first) >= section->rank));
    return outer->count + inner->count <= STEP_LIMIT && (in_article || rank_of(c, first) > rank_of(c, last));
}

/* "Article 2, paragraph 4": the segment at `token` stands inside the one path
 * that the list in hand has so far, behind a comma (Articles 2 and 3, paragraph
 * 4) inside the last. */
static int join_inner(chain *c, uint32_t token, bool *joined) {
    *joined = false;
    uint32_t base = path_end(c), last = base - 1;
    bool fits = base - c->group == 1 || (c->plural && token > c->at && !c->nested);
    const pacta_rule *rule = fits ? segment_at(c, token) : NULL;
    if (rule == NULL || rule->mode == MODE_RELATIVE)
        return PACTA_OK;
    pacta_segment segment;
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || path_end(c) == base)
        return status;
    const pacta_path outer = c->work->paths.items[last];
    read_sign(c, token, &outer, base);
    const pacta_path *inner = &c->work->paths.items[base];
    if (!can_hold(c, &outer, inner, false)) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    for (uint32_t i = base; i < path_end(c); i++) {
        pacta_path *path = &c->work->paths.items[i], made = outer;
        for (unsigned s = 0; s < path->count && made.count < STEP_LIMIT; s++)
            made.steps[made.count++] = path->steps[s];
        made.span = (pacta_span){i == base ? outer.span.begin : path->span.begin, path->span.end};
        made.open = path->open;
        memcpy(made.through, path->through, sizeof made.through);
        c->work->paths.items[i - 1] = made;
    }
    c->work->paths.count--;
    extend_to(c, segment.end);
    *joined = c->nested = true;
    return PACTA_OK;
}

static pacta_path put_inside(const pacta_path *outer, const pacta_path *inner) {
    pacta_path made = *inner;
    memcpy(made.steps, outer->steps, outer->count * sizeof *outer->steps);
    memcpy(made.steps + outer->count, inner->steps, inner->count * sizeof *inner->steps);
    made.count = (uint8_t)(outer->count + inner->count);
    return made;
}

/* Puts paths [first, base) inside those from `base` on: each in each, or one by
 * one where they go together. */
static int nest(chain *c, uint32_t first, uint32_t base) {
    uint32_t inner = base - first, outer = path_end(c) - base;
    bool paired = c->citation.respective && inner == outer;
    for (uint32_t o = 0; o < outer; o++)
        for (uint32_t i = 0; i < inner; i++) {
            if (paired && i != o)
                continue;
            const pacta_path *items = c->work->paths.items;
            pacta_path made = put_inside(&items[base + o], &items[first + i]);
            int status = push_path(c, &made);
            if (status != PACTA_OK)
                return status;
        }
    uint32_t made = path_end(c) - base - outer;
    memmove(&c->work->paths.items[first], &c->work->paths.items[base + outer],
            made * sizeof *c->work->paths.items);
    c->work->paths.count = first + made;
    return PACTA_OK;
}

/* "paragraph 2 of Article 9": the segment at `token` stands around all paths
 * that wait for an instrument. */
static int join_outer(chain *c, uint32_t token, bool *joined) {
    *joined = false;
    const pacta_rule *rule = segment_at(c, token);
    if (rule == NULL)
        return PACTA_OK;
    uint32_t base = path_end(c);
    pacta_segment segment;
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || path_end(c) == base)
        return status;
    bool fits = (base - c->unnamed) * (path_end(c) - base) <= TARGET_LIMIT;
    for (uint32_t o = base; o < path_end(c); o++)
        for (uint32_t i = c->unnamed; fits && i < base; i++)
            fits = can_hold(c, &c->work->paths.items[o], &c->work->paths.items[i], true);
    if (!fits) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    c->attached = true;
    extend_to(c, segment.end);
    *joined = true;
    return nest(c, c->unnamed, base);
}

/* ---- Instruments ----------------------------------------------------------------------------- */

/* The name that begins at the token, some small words aside; or PACTA_NONE. */
static uint32_t name_ahead(const chain *c, uint32_t token) {
    for (uint32_t i = token; i < c->passage_end && i - token <= REACH; i++) {
        uint32_t name = pacta_name_from(c->work, i);
        if (name != PACTA_NONE)
            return name;
        uint8_t kind = cut_at(c, i)->kind;
        bool small = pacta_is(c->work, i, CLASS_DETERMINER) || pacta_is(c->work, i, CLASS_DEMONSTRATIVE) ||
                     pacta_is(c->work, i, CLASS_SELF) || pacta_is(c->work, i, CLASS_LAST_NAMED) ||
                     pacta_is(c->work, i, CLASS_POSSESSIVE);
        if (!small && (i == token || (kind != PACTA_TOKEN_NUMBER && kind != PACTA_TOKEN_WORD) ||
                       (cut_at(c, i)->flags & TOKEN_UPPER) != 0 || pacta_word_of(c->work, i)->unit != 0))
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

/* The paths that wait for an instrument have it. */
static void give_name(chain *c, uint32_t name) {
    for (uint32_t i = c->unnamed; i < path_end(c); i++)
        c->work->paths.items[i].name = name;
    c->unnamed = path_end(c);
    if (c->citation.name == PACTA_NONE)
        c->citation.name = name;
    c->attached = true;
}

/* of the Convention [and of the Protocol], of the first and the second
 * Protocol respectively: the names that follow the one that ends at the token. */
static uint32_t further_names(const chain *c, uint32_t token, uint32_t *names, bool *repeated) {
    uint32_t count = 0;
    *repeated = true;
    while (count < SHARED_LIMIT) {
        uint32_t next = token;
        next += is_comma(c, next);
        next += is_of(c, next, CLASS_LIST_JOINER);
        if (next == token)
            return count;
        bool of = is_of(c, next, CLASS_OF);
        uint32_t name = next + of < c->passage_end ? name_ahead(c, next + of) : PACTA_NONE;
        if (name == PACTA_NONE || c->work->names.items[name].kind == NAME_HOLDER)
            return count;
        *repeated = *repeated && of;
        names[count++] = name;
        token = c->work->names.items[name].end;
    }
    return count;
}

/* One path more in each further instrument, or each path in one of them. */
static int share(chain *c, uint32_t first) {
    uint32_t names[SHARED_LIMIT], end = c->at, paths = path_end(c) - first;
    bool repeated;
    uint32_t count = further_names(c, end, names, &repeated);
    if (count == 0)
        return PACTA_OK;
    uint32_t last = c->work->names.items[names[count - 1]].end;
    bool respective = c->citation.respective || is_of(c, last + is_comma(c, last), CLASS_RESPECTIVE);
    if (respective && count + 1 == paths) {
        for (uint32_t i = 0; i < count; i++)
            c->work->paths.items[first + 1 + i].name = names[i];
    } else if (repeated && paths * (count + 1) <= TARGET_LIMIT) {
        for (uint32_t n = 0; n < count; n++)
            for (uint32_t i = 0; i < paths; i++) {
                pacta_path path = c->work->paths.items[first + i];
                path.name = names[n];
                int status = push_path(c, &path);
                if (status != PACTA_OK)
                    return status;
            }
        c->unnamed = path_end(c);
    } else {
        return PACTA_OK;
    }
    extend_to(c, last);
    return PACTA_OK;
}

/* regulation 14 of MARPOL Annex VI: the annex stands behind its instrument. */
static int join_attachment(chain *c, uint32_t first) {
    const pacta_rule *rule = is_spaced(c, c->at) ? segment_at(c, c->at) : NULL;
    uint32_t base = path_end(c);
    pacta_segment segment;
    int status = rule == NULL ? PACTA_OK : pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || path_end(c) == base)
        return status;
    const pacta_path *annex = &c->work->paths.items[base];
    bool fits = path_end(c) == base + 1 && unit_at(c, annex->steps[0].unit)->level == LEVEL_ATTACHMENT &&
                annex->steps[0].number[0] != '\0';
    for (uint32_t i = first; fits && i < base; i++)
        fits = can_hold(c, annex, &c->work->paths.items[i], true);
    if (!fits) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    extend_to(c, segment.end);
    return nest(c, first, base);
}

static int attach(chain *c, uint32_t name) {
    uint32_t first = c->unnamed;
    give_name(c, name);
    extend_to(c, c->work->names.items[name].end);
    int status = c->at < c->passage_end ? join_attachment(c, first) : PACTA_OK;
    return status == PACTA_OK && first < path_end(c) ? share(c, first) : status;
}

/* of NATO's founding treaty: the token behind it, or 0. */
static uint32_t holders_treaty_end(const chain *c, uint32_t name) {
    uint32_t clitic = c->work->names.items[name].end;
    if (clitic >= c->passage_end || (cut_at(c, clitic)->flags & TOKEN_CLITIC) == 0)
        return 0;
    for (uint32_t i = clitic + 1; i < c->passage_end && i - clitic <= REACH; i++)
        if (pacta_is(c->work, i, CLASS_INSTRUMENT_NOUN))
            return i + 1;
    return 0;
}

/* "of the Charter", ", of that Directive": at the token behind "of". */
static int join_instrument(chain *c, uint32_t token, bool *joined) {
    uint32_t name = token < c->passage_end ? name_ahead(c, token) : PACTA_NONE;
    *joined = false;
    if (name == PACTA_NONE)
        return PACTA_OK;
    if (c->work->names.items[name].kind == NAME_HOLDER) {
        uint32_t treaty = holders_treaty_end(c, name);
        if (treaty == 0)
            return PACTA_OK;
        give_name(c, name);
        extend_to(c, treaty);
        *joined = true;
        return PACTA_OK;
    }
    uint32_t end = c->work->names.items[name].end;
    /* of the Convention's secretariat: not the Convention */
    if (end < c->passage_end && (cut_at(c, end)->flags & TOKEN_CLITIC) != 0 && segment_at(c, end + 1) == NULL)
        return PACTA_OK;
    *joined = true;
    return attach(c, name);
}

/* Names right behind, without a preposition: Article 101 TFEU. */
static int join_apposed(chain *c, bool *joined) {
    uint32_t name = c->at < c->passage_end ? pacta_name_from(c->work, c->at) : PACTA_NONE;
    *joined = false;
    if (name == PACTA_NONE || !is_spaced(c, c->at))
        return PACTA_OK;
    uint8_t kind = c->work->names.items[name].kind;
    if (kind != NAME_KNOWN && kind != NAME_TITLE && kind != NAME_DEFINED)
        return PACTA_OK;
    *joined = true;
    return attach(c, name);
}

/* ---- Joints -------------------------------------------------------------------------------------- */

/* Articles 4, paragraph 2, [and 5]; 3 of the Convention [and 5] of the Protocol:
 * the list goes on with numbers of the first unit. Behind an instrument they
 * must have one of their own. */
static int join_more(chain *c, bool *joined) {
    const chain before = *c;
    uint32_t base = path_end(c), comma = is_comma(c, c->at);
    const pacta_rule *rule = c->at < c->passage_end && (comma || pacta_is(c->work, c->at, CLASS_LIST_JOINER))
                                 ? pacta_rule_at(c->work, RULE_CONTINUATION, c->at)
                                 : NULL;
    pacta_span numbers;
    *joined = false;
    if (rule == NULL || !pacta_match_group(&c->work->matcher, rule, GROUP_NUMBERS, &numbers))
        return PACTA_OK;
    uint32_t end = pacta_token_at(c->work, numbers.end - 1) + 1;
    int status = pacta_read_number_list(c->work, c->unit, pacta_token_at(c->work, numbers.begin), end);
    bool named = c->unnamed == base, found = path_end(c) > base;
    if (status == PACTA_OK && found) {
        c->group = base;
        c->nested = false;
        extend_to(c, end);
        if (named) {
            end += is_comma(c, end);
            found = is_of(c, end, CLASS_OF);
            status = found ? join_instrument(c, end + 1, &found) : PACTA_OK;
        }
    }
    if (!found) {
        *c = before;
        c->work->paths.count = base;
    }
    *joined = found;
    return status;
}

/* thereof, hereof, above, below */
static bool join_pointer(chain *c, bool *joined) {
    if (!is_of(c, c->at, CLASS_PLACE_POINTER) && !is_of(c, c->at, CLASS_POINTER))
        return false;
    bool pointer = pacta_is(c->work, c->at, CLASS_POINTER);
    c->citation.pointer = pointer;
    c->attached = c->attached || pointer;
    extend_to(c, c->at + 1);
    *joined = !pointer;
    return true;
}

/* Article 12 (Royalties) of the Convention: the token behind the heading in
 * brackets, where "of" follows it; else the token itself. */
static uint32_t behind_gloss(const chain *c, uint32_t token) {
    if (token + 1 >= c->passage_end || !pacta_is_char(c->work, token, '(') ||
        (cut_at(c, token + 1)->flags & TOKEN_UPPER) == 0 || pacta_word_of(c->work, token + 1)->unit != 0)
        return token;
    for (uint32_t i = token + 1; i < c->passage_end && i - token <= GLOSS_TOKENS; i++)
        if (pacta_is_char(c->work, i, ')'))
            return is_of(c, i + 1, CLASS_PART_OF) ? i + 1 : token;
    return token;
}

/* "of ...": what the citation stands in. */
static int join_of(chain *c, uint32_t of, bool *joined) {
    uint32_t next = of + 1;
    if (is_of(c, next, CLASS_DETERMINER))
        next++;
    int status = join_outer(c, next, joined);
    if (status == PACTA_OK && !*joined)
        status = join_instrument(c, of + 1, joined);
    if (status != PACTA_OK || *joined)
        return status;
    bool foreign = next < c->passage_end && pacta_is(c->work, of, CLASS_PART_OF) &&
                   !pacta_is(c->work, of + 1, CLASS_SELF) && pacta_word_of(c->work, next)->unit == 0;
    c->citation.foreign = foreign && (!c->treaty || (cut_at(c, next)->flags & TOKEN_UPPER) != 0);
    return PACTA_OK;
}

/* One joint behind what is read so far; false when there is none. */
static int join_next(chain *c, bool *joined) {
    *joined = false;
    if (c->at >= c->passage_end)
        return PACTA_OK;
    if (c->unnamed == path_end(c)) /* what goes on has an instrument of its own */
        return join_more(c, joined);
    if (join_pointer(c, joined))
        return PACTA_OK;
    uint32_t at = c->at + is_comma(c, c->at);
    if (is_of(c, at, CLASS_RESPECTIVE)) {
        c->citation.respective = true;
        at++;
        at += is_comma(c, at);
    }
    int status = join_inner(c, at, joined);
    if (!*joined)
        at = is_of(c, at, CLASS_COMMON) ? at + 1 : behind_gloss(c, at);
    bool behind_comma = at > 0 && is_comma(c, at - 1);
    if (status == PACTA_OK && !*joined && is_of(c, at, behind_comma ? CLASS_PART_OF : CLASS_OF))
        return join_of(c, at, joined);
    if (status == PACTA_OK && !*joined && at == c->at)
        status = join_apposed(c, joined);
    if (status == PACTA_OK && !*joined && c->plural && c->nested)
        status = join_more(c, joined);
    return status;
}

/* ---- What stands before -------------------------------------------------------------------------- */

/* The name whose provisions these are said to be, with no "of": the NPT
 * (Art. X), under the Charter, in particular Article 2. */
static uint32_t name_leading_to(const chain *c) {
    uint32_t first = c->citation.first, at = first;
    if (pacta_is_char(c->work, first - 1, '('))
        return pacta_name_until(c->work, first - 1);
    bool narrows = false;
    for (; at > 0 && first - at <= REACH; at--) {
        bool narrowing = pacta_is(c->work, at - 1, CLASS_NARROWING);
        if (!narrowing && !pacta_is_char(c->work, at - 1, ',') &&
            !pacta_is(c->work, at - 1, CLASS_LIST_JOINER))
            break;
        narrows = narrows || narrowing;
    }
    return narrows && at > 0 && pacta_is_char(c->work, at, ',') ? pacta_name_until(c->work, at) : PACTA_NONE;
}

/* "NATO's Article 5", "UNCLOS art 87", "ICCPR, art. 6": the name right before. */
static uint32_t name_before(const chain *c) {
    const pacta_name *names = c->work->names.items;
    uint32_t first = c->citation.first, name = PACTA_NONE;
    if ((cut_at(c, first - 1)->flags & TOKEN_CLITIC) != 0)
        return pacta_name_until(c->work, first - 1);
    if (is_spaced(c, first)) {
        name = pacta_name_until(c->work, first);
        if (name != PACTA_NONE && (names[name].kind == NAME_GENERIC || names[name].kind == NAME_SELF))
            name = PACTA_NONE;
    }
    if (name == PACTA_NONE && first > 1 && pacta_is_char(c->work, first - 1, ',') && !c->attached &&
        (cut_at(c, first)->flags & TOKEN_UPPER) == 0) {
        name = pacta_name_until(c->work, first - 1);
        if (name != PACTA_NONE && names[name].kind != NAME_KNOWN)
            name = PACTA_NONE;
    }
    return name;
}

static void begin_at(chain *c, uint32_t token) {
    c->citation.first = token;
    c->citation.span.begin = cut_at(c, token)->begin;
}

static void join_before(chain *c) {
    if (c->citation.first == 0)
        return;
    if (c->citation.name == PACTA_NONE) {
        uint32_t name = name_before(c);
        if (name != PACTA_NONE) {
            give_name(c, name);
            begin_at(c, c->work->names.items[name].first);
        } else if (!c->citation.pointer && (name = name_leading_to(c)) != PACTA_NONE) {
            give_name(c, name);
        }
    }
    if (c->citation.first > 0 && pacta_is(c->work, c->citation.first - 1, CLASS_COMMON))
        begin_at(c, c->citation.first - 1);
}

/* ---- The stage ------------------------------------------------------------------------------ */

/* A segment that says little by itself counts where it is tied to something,
 * or in a treaty. */
static bool is_wanted(const chain *c) {
    const pacta_path *path =
        path_end(c) > c->citation.first_path ? &c->work->paths.items[c->citation.first_path] : NULL;
    bool spoken_of = path != NULL && path->steps[0].relative && path->steps[0].same;
    switch (c->mode) {
    case MODE_NUMBERED:
        return !c->literary || c->attached || c->treaty;
    case MODE_ORDINAL:
    case MODE_WEAK:
        return c->attached || (c->treaty && c->mode == MODE_WEAK);
    default:
        return !spoken_of && (c->attached || c->treaty);
    }
}

static int close_chain(chain *c, uint32_t *next) {
    c->citation.path_count = path_end(c) - c->citation.first_path;
    if (!is_wanted(c) || (c->citation.path_count == 0 && c->citation.name == PACTA_NONE)) {
        c->work->paths.count = c->citation.first_path;
        return PACTA_OK;
    }
    *next = c->citation.end;
    return pacta_array_push(&c->work->memory, &c->work->citations, c->citation)
               ? PACTA_OK
               : pacta_out_of_memory(c->work);
}

/* Alone in its passage, a unit's name is a heading: of the document, or of words
 * that are to be put into another. */
static bool is_heading(const chain *c) {
    const pacta_passage *passage =
        &c->work->fold.passages.items[pacta_passage_of(c->work, c->citation.first)];
    uint32_t first = passage->first_token;
    if (!c->treaty || c->citation.name != PACTA_NONE)
        return false;
    first += cut_at(c, first)->kind == PACTA_TOKEN_QUOTE;
    return c->citation.first == first && c->citation.end + 1 >= passage->end_token;
}

static int grow_chain(chain *c, uint32_t *next) {
    bool joined = true;
    for (unsigned i = 0; i < JOINT_LIMIT && joined; i++) {
        int status = join_next(c, &joined);
        if (status != PACTA_OK)
            return status;
    }
    if (is_heading(c)) {
        c->work->paths.count = c->citation.first_path;
        *next = c->citation.end;
        return PACTA_OK;
    }
    join_before(c);
    return close_chain(c, next);
}

static void start_chain(chain *c, uint32_t token, uint8_t mode, const pacta_rule *rule) {
    c->mode = mode;
    c->attached = c->nested = c->plural = c->literary = false;
    c->group = c->unnamed = path_end(c);
    c->citation =
        (pacta_citation){.first = token, .first_path = path_end(c), .name = PACTA_NONE, .rule = rule};
    c->citation.span.begin = cut_at(c, token)->begin;
}

static int read_citation(chain *c, uint32_t token, uint32_t *next) {
    const pacta_rule *rule = pacta_rule_at(c->work, RULE_REFERENCE, token);
    if (rule == NULL)
        return PACTA_OK;
    if (rule->mode == MODE_REFUSE) {
        uint32_t end = pacta_token_at(c->work, pacta_match_span(&c->work->matcher).end - 1) + 1;
        *next = end > token ? end : token + 1;
        return PACTA_OK;
    }
    start_chain(c, token, (uint8_t)rule->mode, rule);
    pacta_segment segment;
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || path_end(c) == c->citation.first_path)
        return status;
    c->unit = segment.unit;
    c->plural = segment.plural;
    c->literary = segment.worded && unit_at(c, segment.unit)->level == LEVEL_DIVISION;
    c->citation.roman = segment.roman;
    extend_to(c, segment.end);
    return grow_chain(c, next);
}

/* A resolution or act that is named by its number is a reference as it stands;
 * a provision may follow: ", paragraph 8". */
static int read_whole(chain *c, uint32_t name, uint32_t *next) {
    const pacta_name *symbol = &c->work->names.items[name];
    const pacta_passage *passage = &c->work->fold.passages.items[pacta_passage_of(c->work, symbol->first)];
    *next = symbol->end;
    if (symbol->first == passage->first_token && symbol->end == passage->end_token)
        return PACTA_OK; /* a heading: the document's own */
    start_chain(c, symbol->first, MODE_NUMBERED, symbol->rule);
    c->citation.name = name;
    extend_to(c, symbol->end);
    const pacta_rule *rule = is_comma(c, c->at) ? segment_at(c, c->at + 1) : NULL;
    pacta_segment segment = {0};
    int status = rule == NULL ? PACTA_OK : pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK)
        return status;
    if (path_end(c) > c->group && is_of(c, segment.end, CLASS_OF))
        c->work->paths.count = c->group; /* it belongs to something else */
    if (path_end(c) > c->group)
        extend_to(c, segment.end);
    give_name(c, name);
    return close_chain(c, next);
}

int pacta_find_references(pacta_work *work) {
    chain c = {.work = work, .treaty = work->document->info.form == PACTA_FORM_TREATY};
    const pacta_document *document = work->document;
    uint32_t label = 0, name = 0;
    work->citations.count = work->paths.count = 0;
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        c.passage_end = work->fold.passages.items[p].end_token;
        for (uint32_t i = work->fold.passages.items[p].first_token; i < c.passage_end;) {
            uint32_t begin = cut_at(&c, i)->begin, next = i + 1;
            while (label < document->provisions.count && document->provisions.items[label].label.end <= begin)
                label++;
            while (name < work->names.count && work->names.items[name].first < i)
                name++;
            bool in_label =
                label < document->provisions.count && document->provisions.items[label].label.begin <= begin;
            int status = PACTA_OK;
            if (name < work->names.count && work->names.items[name].first == i &&
                work->names.items[name].kind == NAME_SYMBOL)
                status = read_whole(&c, name, &next);
            else if (!in_label && pacta_word_of(work, i)->rule_count[RULE_REFERENCE] > 0)
                status = read_citation(&c, i, &next);
            if (status == PACTA_OK)
                status = pacta_report(work, begin);
            if (status != PACTA_OK)
                return status;
            i = next;
        }
    }
    return PACTA_OK;
}
