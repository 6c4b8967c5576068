/* References: at a unit's word, the rules find a segment ("paragraphs 2 and
 * 3 (a)"); segments and the instrument's name are joined to one citation. */
#include "find/number_lists.h"
#include "work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEGMENT_LIMIT = 8, REACH = 4, BRACKET_REACH = 200 };

/* In the order of the kind's modes (rules/vocabulary.h). */
typedef enum mode { MODE_NUMBERED, MODE_WEAK, MODE_ORDINAL, MODE_RELATIVE, MODE_NAMED, MODE_REFUSE } mode;

/* A citation being put together. */
typedef struct chain {
    pacta_work *work;
    pacta_citation citation;
    uint32_t at;          /* token behind what is taken */
    uint32_t passage_end; /* token */
    mode mode;            /* of the first segment */
    bool attached;        /* to an instrument or an outer unit */
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

static void extend_to(chain *c, uint32_t end_token) {
    c->at = end_token;
    c->citation.end = end_token;
    c->citation.span.end = cut_at(c, end_token - 1)->end;
}

/* ---- Segments ------------------------------------------------------------------------ */

/* The bracket behind "paragraph 2)" closes nothing that was opened before. */
static bool owns_bracket(const chain *c, uint32_t end) {
    if (end >= c->passage_end || !pacta_is_char(c->work, end, ')') || is_spaced(c, end) ||
        cut_at(c, end - 1)->kind != PACTA_TOKEN_NUMBER)
        return false;
    uint32_t low = c->work->sentences.items[pacta_sentence_of(c->work, end)].first;
    for (uint32_t i = end, open = 0; i-- > low && end - i < BRACKET_REACH;) {
        if (pacta_is_char(c->work, i, ')') && i > low && cut_at(c, i - 1)->kind != PACTA_TOKEN_NUMBER)
            open++;
        else if (pacta_is_char(c->work, i, '(') && open-- == 0)
            return false;
    }
    return true;
}

/* The unit that the words of the group name. */
static int unit_in(const chain *c, pacta_span span) {
    for (uint32_t i = pacta_token_at(c->work, span.begin);
         i < c->passage_end && cut_at(c, i)->begin < span.end; i++)
        if (pacta_word_of(c->work, i)->unit != 0)
            return pacta_word_of(c->work, i)->unit - 1;
    return -1;
}

static int push_path(chain *c, pacta_step step, pacta_span span) {
    pacta_path path = {.span = span, .count = 1};
    path.steps[0] = step;
    return pacta_array_push(&c->work->memory, &c->work->paths, path) ? PACTA_OK
                                                                     : pacta_out_of_memory(c->work);
}

static int value_in(const chain *c, pacta_span span) {
    for (uint32_t i = pacta_token_at(c->work, span.begin);
         i < c->passage_end && cut_at(c, i)->begin < span.end; i++) {
        if (pacta_word_of(c->work, i)->value != 0)
            return pacta_word_of(c->work, i)->value;
        if (cut_at(c, i)->kind == PACTA_TOKEN_NUMBER)
            return atoi(pacta_work_text(c->work) + cut_at(c, i)->begin);
    }
    return 0;
}

/* -1 for the preceding, 1 for the following, 0 for this. */
static int8_t offset_in(const chain *c, pacta_span span) {
    for (uint32_t i = pacta_token_at(c->work, span.begin);
         i < c->passage_end && cut_at(c, i)->begin < span.end; i++) {
        if (pacta_is(c->work, i, CLASS_PREVIOUS))
            return -1;
        if (pacta_is(c->work, i, CLASS_NEXT))
            return 1;
    }
    return 0;
}

static bool has_roman(const chain *c, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (cut_at(c, i)->kind == PACTA_TOKEN_ROMAN)
            return true;
    return false;
}

/* Takes what the rule matched as a segment; `*end` is the token behind it. */
static int take_segment(chain *c, const pacta_rule *rule, uint32_t *end) {
    const pacta_matcher *matcher = &c->work->matcher;
    pacta_span whole = pacta_match_span(matcher), unit_span, numbers;
    *end = pacta_token_at(c->work, whole.end - 1) + 1;
    int unit = pacta_match_group(matcher, rule, GROUP_UNIT, &unit_span) ? unit_in(c, unit_span) : -1;
    if (unit < 0)
        return PACTA_OK;
    pacta_step step = {.unit = (uint8_t)unit};
    pacta_span other;
    if (pacta_match_group(matcher, rule, GROUP_NUMBERS, &numbers)) {
        uint32_t first = pacta_token_at(c->work, numbers.begin);
        if (unit_at(c, step.unit)->level <= LEVEL_ARTICLE && has_roman(c, first, *end))
            c->citation.roman = true;
        if (unit_at(c, step.unit)->level == LEVEL_ITEM && owns_bracket(c, *end))
            ++*end;
        return pacta_read_number_list(c->work, step.unit, first, *end);
    }
    if (pacta_match_group(matcher, rule, GROUP_ORDINAL, &other)) {
        step.ordinal = true;
        snprintf(step.number, sizeof step.number, "%d", value_in(c, other));
    } else if (pacta_match_group(matcher, rule, GROUP_RELATION, &other)) {
        step.relative = true;
        step.offset = offset_in(c, other);
    }
    return push_path(c, step, whole);
}

/* The rule of a segment at the token, or NULL. */
static const pacta_rule *segment_at(const chain *c, uint32_t token) {
    if (token >= c->passage_end)
        return NULL;
    const pacta_rule *rule = pacta_rule_at(c->work, RULE_REFERENCE, token);
    return rule == NULL || rule->mode == MODE_REFUSE ? NULL : rule;
}

/* ---- Joining ---------------------------------------------------------------------------- */

static uint32_t path_end(const chain *c) {
    return c->work->paths.count;
}

static int16_t rank_of(const chain *c, const pacta_step *step) {
    return unit_at(c, step->unit)->rank;
}

/* "Article 2, paragraph 4": the segment at `token` stands inside the one path
 * there is so far. */
static int join_inner(chain *c, uint32_t token, bool *joined) {
    *joined = false;
    uint32_t first = c->citation.first_path, base = path_end(c), end;
    const pacta_rule *rule = base - first == 1 ? segment_at(c, token) : NULL;
    if (rule == NULL || rule->mode == MODE_RELATIVE)
        return PACTA_OK;
    int status = take_segment(c, rule, &end);
    if (status != PACTA_OK)
        return status;
    const pacta_path outer = c->work->paths.items[first];
    const pacta_path *inner = &c->work->paths.items[base];
    if (path_end(c) == base || rank_of(c, &inner->steps[0]) <= rank_of(c, &outer.steps[outer.count - 1]) ||
        outer.count + inner->count > STEP_LIMIT) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    for (uint32_t i = base; i < path_end(c); i++) {
        pacta_path *path = &c->work->paths.items[i], made = outer;
        for (unsigned s = 0; s < path->count && made.count < STEP_LIMIT; s++)
            made.steps[made.count++] = path->steps[s];
        made.span = (pacta_span){i == base ? outer.span.begin : path->span.begin, path->span.end};
        c->work->paths.items[i - 1] = made;
    }
    c->work->paths.count--;
    extend_to(c, end);
    *joined = true;
    return PACTA_OK;
}

/* "paragraph 2 of Article 9": the segment at `token` stands around all paths. */
static int join_outer(chain *c, uint32_t token, bool *joined) {
    *joined = false;
    const pacta_rule *rule = segment_at(c, token);
    if (rule == NULL)
        return PACTA_OK;
    uint32_t first = c->citation.first_path, base = path_end(c), end;
    int status = take_segment(c, rule, &end);
    if (status != PACTA_OK)
        return status;
    if (path_end(c) != base + 1) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    const pacta_path outer = c->work->paths.items[--c->work->paths.count];
    for (uint32_t i = first; i < base; i++) {
        const pacta_path *inner = &c->work->paths.items[i];
        if (rank_of(c, &inner->steps[0]) <= rank_of(c, &outer.steps[outer.count - 1]) ||
            outer.count + inner->count > STEP_LIMIT)
            return PACTA_OK;
    }
    for (uint32_t i = first; i < base; i++) {
        pacta_path *inner = &c->work->paths.items[i], made = outer;
        memcpy(made.steps + made.count, inner->steps, inner->count * sizeof *inner->steps);
        made.count = (uint8_t)(made.count + inner->count);
        made.span = inner->span;
        memcpy(made.through, inner->through, sizeof made.through);
        *inner = made;
    }
    c->attached = true;
    extend_to(c, end);
    *joined = true;
    return PACTA_OK;
}

/* The name that begins at the token, some small words aside; or PACTA_NONE. */
static uint32_t name_ahead(const chain *c, uint32_t token) {
    for (uint32_t i = token; i < c->passage_end && i - token <= REACH; i++) {
        uint32_t name = pacta_name_from(c->work, i);
        if (name != PACTA_NONE)
            return name;
        uint8_t kind = cut_at(c, i)->kind;
        bool small = pacta_is(c->work, i, CLASS_DETERMINER) || pacta_is(c->work, i, CLASS_DEMONSTRATIVE) ||
                     pacta_is(c->work, i, CLASS_SELF) || pacta_is(c->work, i, CLASS_LAST_NAMED);
        if (!small && (i == token || (kind != PACTA_TOKEN_NUMBER && kind != PACTA_TOKEN_WORD) ||
                       (cut_at(c, i)->flags & TOKEN_UPPER) != 0 || pacta_word_of(c->work, i)->unit != 0))
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

static void attach(chain *c, uint32_t name) {
    c->citation.name = name;
    c->attached = true;
    extend_to(c, c->work->names.items[name].end);
}

/* "of the Charter", ", of that Directive". */
static bool join_instrument(chain *c, uint32_t token) {
    uint32_t name = name_ahead(c, token);
    if (name == PACTA_NONE || c->work->names.items[name].kind == NAME_HOLDER)
        return false;
    uint32_t end = c->work->names.items[name].end;
    /* of the Convention's secretariat: not the Convention */
    if (end < c->passage_end && (cut_at(c, end)->flags & TOKEN_CLITIC) != 0 && segment_at(c, end + 1) == NULL)
        return false;
    attach(c, name);
    return true;
}

/* Names right behind, without a preposition: Article 101 TFEU. */
static bool join_apposed(chain *c) {
    uint32_t name = c->at < c->passage_end ? pacta_name_from(c->work, c->at) : PACTA_NONE;
    if (name == PACTA_NONE || !is_spaced(c, c->at))
        return false;
    uint8_t kind = c->work->names.items[name].kind;
    if (kind != NAME_KNOWN && kind != NAME_TITLE && kind != NAME_DEFINED)
        return false;
    attach(c, name);
    return true;
}

/* One joint behind what is taken so far; false when there is none. */
static int join_next(chain *c, bool *joined) {
    uint32_t at = c->at;
    *joined = false;
    if (at >= c->passage_end)
        return PACTA_OK;
    if (pacta_is(c->work, at, CLASS_PLACE_POINTER) || pacta_is(c->work, at, CLASS_POINTER)) {
        bool pointer = pacta_is(c->work, at, CLASS_POINTER);
        c->citation.pointer = pointer;
        c->attached = c->attached || pointer;
        extend_to(c, at + 1);
        *joined = !pointer;
        return PACTA_OK;
    }
    bool comma = pacta_is_char(c->work, at, ',') && !is_spaced(c, at);
    if (comma)
        at++;
    int status = join_inner(c, at, joined);
    if (status != PACTA_OK || *joined || at >= c->passage_end)
        return status;
    if (pacta_is(c->work, at, CLASS_OF)) {
        uint32_t next = at + 1;
        if (next < c->passage_end && pacta_is(c->work, next, CLASS_DETERMINER))
            next++;
        status = join_outer(c, next, joined);
        if (status != PACTA_OK || *joined)
            return status;
        join_instrument(c, at + 1);
        return PACTA_OK;
    }
    if (!comma)
        join_apposed(c);
    return PACTA_OK;
}

/* ---- What stands before ------------------------------------------------------------------ */

/* "NATO's Article 5", "UNCLOS art 87": the name before the first segment. */
static void join_before(chain *c) {
    uint32_t first = c->citation.first;
    if (c->citation.name != PACTA_NONE || first == 0)
        return;
    uint32_t name = PACTA_NONE;
    if ((cut_at(c, first - 1)->flags & TOKEN_CLITIC) != 0) {
        name = pacta_name_until(c->work, first - 1);
    } else if (is_spaced(c, first)) {
        name = pacta_name_until(c->work, first);
        if (name != PACTA_NONE &&
            (c->work->names.items[name].kind == NAME_GENERIC || c->work->names.items[name].kind == NAME_SELF))
            name = PACTA_NONE;
    }
    bool comma = name == PACTA_NONE && first > 1 && pacta_is_char(c->work, first - 1, ',') && !c->attached &&
                 (cut_at(c, first)->flags & TOKEN_UPPER) == 0;
    if (comma) {
        name = pacta_name_until(c->work, first - 1);
        if (name != PACTA_NONE && c->work->names.items[name].kind != NAME_KNOWN)
            name = PACTA_NONE;
    }
    if (name == PACTA_NONE)
        return;
    c->citation.name = name;
    c->attached = true;
    c->citation.first = c->work->names.items[name].first;
    c->citation.span.begin = cut_at(c, c->citation.first)->begin;
}

/* ---- The stage ------------------------------------------------------------------------------ */

/* A segment that says little by itself counts where it is tied to something,
 * or in a treaty. */
static bool is_wanted(const chain *c) {
    switch (c->mode) {
    case MODE_NUMBERED:
        return true;
    case MODE_ORDINAL:
    case MODE_WEAK:
        return c->attached || (c->treaty && c->mode == MODE_WEAK);
    default:
        return c->attached || c->treaty;
    }
}

static int close_chain(chain *c, uint32_t *next) {
    *next = c->at;
    c->citation.path_count = path_end(c) - c->citation.first_path;
    if (!is_wanted(c) || (c->citation.path_count == 0 && c->citation.name == PACTA_NONE)) {
        c->work->paths.count = c->citation.first_path;
        return PACTA_OK;
    }
    return pacta_array_push(&c->work->memory, &c->work->citations, c->citation)
               ? PACTA_OK
               : pacta_out_of_memory(c->work);
}

static int grow_chain(chain *c, uint32_t *next) {
    bool joined = true;
    for (unsigned i = 0; i < SEGMENT_LIMIT && joined && c->citation.name == PACTA_NONE; i++) {
        int status = join_next(c, &joined);
        if (status != PACTA_OK)
            return status;
    }
    join_before(c);
    return close_chain(c, next);
}

static int read_citation(chain *c, uint32_t token, uint32_t *next) {
    const pacta_rule *rule = pacta_rule_at(c->work, RULE_REFERENCE, token);
    if (rule == NULL)
        return PACTA_OK;
    uint32_t end;
    if (rule->mode == MODE_REFUSE) {
        end = pacta_token_at(c->work, pacta_match_span(&c->work->matcher).end - 1) + 1;
        *next = end > token ? end : token + 1;
        return PACTA_OK;
    }
    c->mode = (mode)rule->mode;
    c->attached = false;
    c->citation =
        (pacta_citation){.first = token, .first_path = path_end(c), .name = PACTA_NONE, .rule = rule};
    c->citation.span.begin = cut_at(c, token)->begin;
    int status = take_segment(c, rule, &end);
    if (status != PACTA_OK || path_end(c) == c->citation.first_path)
        return status;
    extend_to(c, end);
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
    c->mode = MODE_NUMBERED;
    c->attached = true;
    c->citation = (pacta_citation){
        .first = symbol->first, .first_path = path_end(c), .name = name, .rule = symbol->rule};
    c->citation.span.begin = cut_at(c, symbol->first)->begin;
    extend_to(c, symbol->end);
    if (c->at + 1 < c->passage_end && pacta_is_char(c->work, c->at, ',')) {
        uint32_t end;
        const pacta_rule *rule = segment_at(c, c->at + 1);
        int status = rule == NULL ? PACTA_OK : take_segment(c, rule, &end);
        if (status != PACTA_OK)
            return status;
        if (path_end(c) > c->citation.first_path && pacta_is(c->work, end, CLASS_OF))
            c->work->paths.count = c->citation.first_path; /* it belongs to something else */
        if (path_end(c) > c->citation.first_path)
            extend_to(c, end);
    }
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
