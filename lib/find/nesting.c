#include "find/chain.h"
#include <string.h>

static int16_t rank_of(const pacta_chain *c, const pacta_step *step) {
    return pacta_chain_unit(c, step->unit)->rank;
}

/* Art. 8 § 2: behind an article's number the sign is a paragraph's. */
static void read_sign(const pacta_chain *c, uint32_t token, const pacta_path *outer, uint32_t first) {
    const pacta_unit *paragraph = c->work->rules->named[UNIT_PARAGRAPH];
    if (paragraph == NULL || !pacta_is(c->work, token, CLASS_PARAGRAPH_SIGN) ||
        pacta_chain_unit(c, outer->steps[outer->count - 1].unit)->level != LEVEL_ARTICLE)
        return;
    for (uint32_t i = first; i < pacta_chain_paths(c); i++)
        c->work->paths.items[i].steps[0].unit = pacta_unit_index(c->work, paragraph);
}

/* Protocol 3, Annex II */
static bool is_protocol_with_annex(const pacta_chain *c, const pacta_step *last, const pacta_step *first) {
    return pacta_is_in_unit(c->work, last, UNIT_PROTOCOL) &&
           !pacta_is_in_unit(c->work, first, UNIT_PROTOCOL) &&
           pacta_chain_unit(c, first->unit)->level == LEVEL_ATTACHMENT;
}

bool pacta_can_hold(const pacta_chain *c, const pacta_path *outer, const pacta_path *inner, bool said) {
    const pacta_unit *section = c->work->rules->named[UNIT_SECTION];
    const pacta_step *last = &outer->steps[outer->count - 1], *first = &inner->steps[0];
    bool in_article = pacta_chain_unit(c, last->unit)->level == LEVEL_ARTICLE &&
                      pacta_chain_unit(c, first->unit)->level == LEVEL_DIVISION &&
                      (said || (section != NULL && rank_of(c, first) >= section->rank));
    return outer->count + inner->count <= STEP_LIMIT &&
           (in_article || is_protocol_with_annex(c, last, first) || rank_of(c, first) > rank_of(c, last));
}

/* articles 54, paragraph 2, [and 56]; 3, paragraphs 1 and 2, [and 5]: behind one paragraph,
 * or behind the last of several, another article. The first path that is one, or the count. */
static uint32_t next_article(const pacta_chain *c, uint32_t base, const pacta_segment *segment) {
    bool ended = !segment->plural;
    for (uint32_t i = base + 1; i < pacta_chain_paths(c); i++) {
        const uint32_t first = pacta_token_at(c->work, c->work->paths.items[i].span.begin);
        if (!pacta_chain_is(c, first - 1, CLASS_LIST_JOINER))
            continue;
        if (ended && pacta_chain_has_comma(c, first - 2) &&
            (pacta_chain_cut(c, first)->kind == PACTA_TOKEN_NUMBER ||
             pacta_chain_cut(c, first)->kind == PACTA_TOKEN_ROMAN))
            return i;
        ended = true;
    }
    return pacta_chain_paths(c);
}

static void leave_next_article(pacta_chain *c, uint32_t base, pacta_segment *segment) {
    if (!c->plural || c->group != c->citation.first_path)
        return;
    const uint32_t next = next_article(c, base, segment);
    if (next == pacta_chain_paths(c))
        return;
    segment->end = pacta_token_at(c->work, c->work->paths.items[next - 1].span.end - 1) + 1;
    c->work->paths.count = next;
}

int pacta_join_inner(pacta_chain *c, uint32_t token, bool *joined) {
    *joined = false;
    uint32_t base = pacta_chain_paths(c), last = base - 1;
    bool fits = base - c->group == 1 || (c->plural && token > c->at && !c->nested);
    const pacta_rule *rule = fits ? pacta_chain_rule(c, token) : NULL;
    if (rule == NULL || rule->mode == MODE_RELATIVE)
        return PACTA_OK;
    pacta_segment segment = {0};
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || pacta_chain_paths(c) == base)
        return status;
    leave_next_article(c, base, &segment);
    const pacta_path outer = c->work->paths.items[last];
    read_sign(c, token, &outer, base);
    const pacta_path *inner = &c->work->paths.items[base];
    if (!pacta_can_hold(c, &outer, inner, false)) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    for (uint32_t i = base; i < pacta_chain_paths(c); i++) {
        pacta_path *path = &c->work->paths.items[i], made = outer;
        for (unsigned s = 0; s < path->count && made.count < STEP_LIMIT; s++)
            made.steps[made.count++] = path->steps[s];
        made.span = (pacta_span){i == base ? outer.span.begin : path->span.begin, path->span.end};
        made.open = path->open;
        memcpy(made.through, path->through, sizeof made.through);
        c->work->paths.items[i - 1] = made;
    }
    c->work->paths.count--;
    pacta_chain_extend(c, segment.end);
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

int pacta_nest_paths(pacta_chain *c, uint32_t first, uint32_t base) {
    uint32_t inner = base - first, outer = pacta_chain_paths(c) - base;
    bool paired = c->citation.respective && inner == outer;
    for (uint32_t o = 0; o < outer; o++)
        for (uint32_t i = 0; i < inner; i++) {
            if (paired && i != o)
                continue;
            const pacta_path *items = c->work->paths.items;
            pacta_path made = put_inside(&items[base + o], &items[first + i]);
            int status = pacta_chain_push(c, &made);
            if (status != PACTA_OK)
                return status;
        }
    uint32_t made = pacta_chain_paths(c) - base - outer;
    memmove(&c->work->paths.items[first], &c->work->paths.items[base + outer],
            made * sizeof *c->work->paths.items);
    c->work->paths.count = first + made;
    return PACTA_OK;
}

/* point (b) of Article 6[, paragraph 2]: what stands between the outer segment,
 * whose one path is `base`, and the inner ones. */
static int read_between(pacta_chain *c, uint32_t base, uint32_t *end) {
    uint32_t at = *end + pacta_chain_has_comma(c, *end), first = pacta_chain_paths(c);
    const pacta_rule *rule = first == base + 1 ? pacta_chain_rule(c, at) : NULL;
    pacta_segment segment = {0};
    if (rule == NULL || rule->mode == MODE_RELATIVE)
        return PACTA_OK;
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || pacta_chain_paths(c) == first)
        return status;
    pacta_path *outer = &c->work->paths.items[base];
    read_sign(c, at, outer, first);
    const pacta_path *between = &c->work->paths.items[first];
    bool fits = pacta_chain_paths(c) == first + 1 && pacta_can_hold(c, outer, between, false) &&
                !pacta_chain_is(c, segment.end, CLASS_PART_OF);
    for (uint32_t i = c->unnamed; fits && i < base; i++)
        fits = pacta_can_hold(c, between, &c->work->paths.items[i], true);
    if (fits) {
        memcpy(outer->steps + outer->count, between->steps, between->count * sizeof *between->steps);
        outer->count = (uint8_t)(outer->count + between->count);
        *end = segment.end;
    }
    c->work->paths.count = first;
    return PACTA_OK;
}

/* Article 1 of the [First Protocol to the Lamp Convention]: what begins like a unit is the name
 * of an instrument. */
static bool is_name(const pacta_chain *c, uint32_t token, uint32_t end) {
    const uint32_t index = pacta_name_from(c->work, token);
    if (index == PACTA_NONE)
        return false;
    const pacta_name *name = &c->work->names.items[index];
    return name->kind == NAME_KNOWN && name->end > end;
}

int pacta_join_outer(pacta_chain *c, uint32_t token, bool *joined) {
    *joined = false;
    const pacta_rule *rule = pacta_chain_rule(c, token);
    if (rule == NULL)
        return PACTA_OK;
    uint32_t base = pacta_chain_paths(c);
    pacta_segment segment = {0};
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status == PACTA_OK && is_name(c, token, segment.end)) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    if (status == PACTA_OK && pacta_chain_paths(c) > base)
        status = read_between(c, base, &segment.end);
    if (status != PACTA_OK || pacta_chain_paths(c) == base)
        return status;
    uint32_t made = (base - c->unnamed) * (pacta_chain_paths(c) - base);
    bool fits = made <= TARGET_LIMIT && (made <= 2 || pacta_may_spell_out(c->work, made));
    for (uint32_t o = base; o < pacta_chain_paths(c); o++)
        for (uint32_t i = c->unnamed; fits && i < base; i++)
            fits = pacta_can_hold(c, &c->work->paths.items[o], &c->work->paths.items[i], true);
    if (!fits) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    c->attached = true;
    c->citation.roman = c->citation.roman || segment.roman; /* paragraph 3 of Article XI */
    pacta_chain_extend(c, segment.end);
    *joined = true;
    return pacta_nest_paths(c, c->unnamed, base);
}
