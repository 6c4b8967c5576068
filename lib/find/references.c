/* References: segments, and the names of instruments around them, joined to
 * one citation. */
#include "find/chain.h"
#include "find/number_lists.h"
#include "phrases/words.h"
#include "structure/labels.h"
#include <stdlib.h>
#include <string.h>

enum { BRACKET_REACH = 200, TITLE_PASSAGES = 3, JOINT_LIMIT = 16, GLOSS_TOKENS = 12 };

/* ---- Joints -------------------------------------------------------------------------------------- */

/* Articles 4, paragraph 2, [and 5]; 3 of the Convention [and 5] of the Protocol:
 * the list goes on with numbers of the first unit. Behind an instrument they
 * must have one of their own. */
static int join_more(pacta_chain *c, bool *joined) {
    const pacta_chain before = *c;
    uint32_t base = pacta_chain_paths(c), comma = pacta_chain_has_comma(c, c->at);
    const pacta_rule *rule = c->at < c->passage_end && (comma || pacta_is(c->work, c->at, CLASS_LIST_JOINER))
                                 ? pacta_rule_at(c->work, RULE_CONTINUATION, c->at)
                                 : NULL;
    pacta_span numbers;
    *joined = false;
    if (rule == NULL || !pacta_match_group(&c->work->matcher, rule, GROUP_NUMBERS, &numbers))
        return PACTA_OK;
    const uint32_t first = pacta_token_at(c->work, numbers.begin);
    uint32_t end = pacta_number_list_end(c->work, first, pacta_token_at(c->work, numbers.end - 1) + 1);
    int status = pacta_read_number_list(c->work, c->unit, first, end);
    bool named = c->unnamed == base, found = pacta_chain_paths(c) > base;
    if (status == PACTA_OK && found) {
        c->group = base;
        c->nested = false;
        pacta_chain_extend(c, end);
        if (named) {
            end += pacta_chain_has_comma(c, end);
            found = pacta_chain_is(c, end, CLASS_OF);
            status = found ? pacta_join_instrument(c, end + 1, &found) : PACTA_OK;
        }
    }
    if (!found) {
        *c = before;
        c->work->paths.count = base;
    }
    *joined = found;
    return status;
}

/* Notes that make up a treaty: paragraph 2 of the Note, of that Note. */
static bool is_own_note(const pacta_chain *c, uint32_t noun) {
    return c->treaty && pacta_chain_is(c, noun, CLASS_MISSIVE) &&
           (pacta_cut_at(c->work, noun)->flags & TOKEN_UPPER) != 0 &&
           (pacta_chain_is(c, noun - 1, CLASS_DETERMINER) || pacta_chain_is(c, noun - 1, CLASS_LAST_NAMED)) &&
           !pacta_chain_is(c, noun + 1, CLASS_NUMERO);
}

/* Annex A to this report, to this letter, of the present judgment, in one: the token behind it,
 * or 0. */
static uint32_t behind_this_text(const pacta_chain *c) {
    if (!pacta_chain_is(c, c->at, CLASS_OF) || pacta_chain_unit(c, c->unit)->level == LEVEL_DIVISION)
        return 0; /* Part two of this report */
    if (is_own_note(c, c->at + 2))
        return c->at + 3;
    const uint32_t self =
        c->at + 1 +
        (pacta_chain_is(c, c->at + 1, CLASS_DETERMINER) && pacta_chain_is(c, c->at + 2, CLASS_SELF));
    const uint32_t noun = self + 1;
    return pacta_chain_is(c, self, CLASS_SELF) &&
                   ((!c->treaty && pacta_chain_is(c, noun, CLASS_COMMENTARY)) ||
                    pacta_chain_is(c, noun, CLASS_MISSIVE))
               ? noun + 1
               : 0;
}

/* thereof, hereof, above, below; Article 1, paragraph 3, thereof */
static bool join_pointer(pacta_chain *c, bool *joined) {
    const uint32_t own = behind_this_text(c);
    if (own > 0) {
        c->citation.placed = c->attached = *joined = true;
        pacta_chain_extend(c, own);
        return true;
    }
    uint32_t at = c->at + pacta_chain_has_comma(c, c->at);
    bool pointer = pacta_chain_is(c, at, CLASS_POINTER);
    bool place =
        pacta_chain_is(c, c->at, CLASS_PLACE_POINTER) && !pacta_chain_is(c, c->at + 1, CLASS_QUANTIFIER);
    if (!pointer && !place) /* above, but: above all */
        return false;
    c->citation.pointer = pointer;
    c->citation.placed = place;
    c->attached = c->attached || pointer;
    pacta_chain_extend(c, pointer ? at + 1 : c->at + 1);
    *joined = !pointer;
    return true;
}

/* Article 12 (Royalties) of the Convention: the token behind the heading in
 * brackets, where "of" follows it; else the token itself. */
static uint32_t behind_gloss(const pacta_chain *c, uint32_t token) {
    if (token + 1 >= c->passage_end || !pacta_is_char(c->work, token, '(') ||
        (pacta_chain_cut(c, token + 1)->flags & TOKEN_UPPER) == 0 ||
        pacta_word_of(c->work, token + 1)->unit != 0)
        return token;
    for (uint32_t i = token + 1; i < c->passage_end && i - token <= GLOSS_TOKENS; i++)
        if (pacta_is_char(c->work, i, ')'))
            return pacta_chain_is(c, i + 1, CLASS_PART_OF) ? i + 1 : token;
    return token;
}

/* The article, without a number: the one that was cited before; of a text that is none itself. */
static bool is_article_spoken_of(const pacta_chain *c, uint32_t token) {
    const uint8_t unit = token < c->passage_end ? pacta_word_of(c->work, token)->unit : 0;
    return !c->treaty && unit != 0 && c->work->rules->units.items[unit - 1].level == LEVEL_ARTICLE &&
           pacta_chain_unit(c, c->unit)->level == LEVEL_ITEM && c->work->citations.count > 0 &&
           pacta_chain_rule(c, token) == NULL;
}

/* paragraph 2 of GATT [Article 20]: the name, where a provision stands right behind it. */
static int join_named_outer(pacta_chain *c, uint32_t token, bool *joined) {
    const uint32_t name = pacta_name_from(c->work, token);
    if (name == PACTA_NONE || c->citation.name != PACTA_NONE)
        return PACTA_OK;
    int status = pacta_join_outer(c, c->work->names.items[name].end, joined);
    if (*joined)
        pacta_give_name(c, name);
    return status;
}

/* "of ...": what the citation stands in. */
static int join_of(pacta_chain *c, uint32_t of, bool *joined) {
    uint32_t next = of + 1;
    bool its = pacta_chain_is(c, next, CLASS_POSSESSIVE);
    if (its || pacta_chain_is(c, next, CLASS_DETERMINER))
        next++;
    if (next == of + 2 && is_article_spoken_of(c, next)) { /* paragraph 3 of the article */
        pacta_chain_extend(c, next + 1);
        c->attached = true;
        return PACTA_OK;
    }
    bool ranked =
        (pacta_chain_is(c, next, CLASS_NAME_RANK) || /* of draft article 5; of the said Article 18 */
         (next > of + 1 && pacta_chain_is(c, next, CLASS_LAST_NAMED))) &&
        pacta_chain_rule(c, next) == NULL;
    int status = pacta_join_outer(c, next + ranked, joined);
    if (*joined && its)
        c->citation.possessive = of + 1;
    if (status == PACTA_OK && !*joined)
        status = join_named_outer(c, next, joined);
    if (status == PACTA_OK && !*joined)
        status = pacta_join_instrument(c, of + 1, joined);
    if (status != PACTA_OK || *joined)
        return status;
    /* of her memoir, of Vend's code; but: speaks of six, Article 9 of nine */
    bool noun =
        next < c->passage_end && (next > of + 1 || (pacta_chain_cut(c, next)->flags & TOKEN_UPPER) != 0);
    bool foreign = noun && pacta_is(c->work, of, CLASS_PART_OF) && !pacta_is(c->work, of + 1, CLASS_SELF) &&
                   pacta_word_of(c->work, next)->unit == 0;
    c->citation.foreign = foreign && (!c->treaty || (pacta_chain_cut(c, next)->flags & TOKEN_UPPER) != 0);
    return PACTA_OK;
}

/* One joint behind what is read so far; false when there is none. */
static int join_next(pacta_chain *c, bool *joined) {
    *joined = false;
    if (c->at >= c->passage_end)
        return PACTA_OK;
    if (c->unnamed == pacta_chain_paths(c)) /* what goes on has an instrument of its own */
        return join_more(c, joined);
    if (join_pointer(c, joined))
        return PACTA_OK;
    uint32_t at = c->at + pacta_chain_has_comma(c, c->at);
    if (pacta_chain_is(c, at, CLASS_RESPECTIVE)) {
        c->citation.respective = true;
        at++;
        at += pacta_chain_has_comma(c, at);
    }
    int status = pacta_join_inner(c, at, joined);
    if (!*joined)
        at = pacta_chain_is(c, at, CLASS_COMMON) ? at + 1 : behind_gloss(c, at);
    bool behind_comma = at > 0 && pacta_chain_has_comma(c, at - 1);
    if (status == PACTA_OK && !*joined && pacta_chain_is(c, at, behind_comma ? CLASS_PART_OF : CLASS_OF))
        return join_of(c, at, joined);
    if (status == PACTA_OK && !*joined && (at == c->at || behind_comma))
        status = pacta_join_apposed(c, at, joined);
    if (status == PACTA_OK && !*joined && c->plural && c->nested)
        status = join_more(c, joined);
    return status;
}

/* ---- The stage ------------------------------------------------------------------------------ */

/* No bracket is open before the token in its sentence, but for those of labels: (a), b). */
static bool stands_unbracketed(const pacta_chain *c, uint32_t token) {
    const uint32_t low = c->work->sentences.items[pacta_sentence_of(c->work, token)].first;
    uint32_t closed = 0;
    for (uint32_t i = token; i > low && token - i < BRACKET_REACH; i--) {
        closed += pacta_has_sign(c->work, i - 1, SIGN_CLOSE);
        if (pacta_has_sign(c->work, i - 1, SIGN_OPEN) && closed-- == 0)
            return false;
    }
    return true;
}

/* paragraph 1), Rule 20.2c): where labels are printed so. */
static void take_half_bracket(pacta_chain *c) {
    if (!c->treaty || c->citation.path_count == 0 || c->citation.name != PACTA_NONE)
        return;
    pacta_path *last = &c->work->paths.items[c->work->paths.count - 1];
    const pacta_level level = pacta_unit_of(c->work, &last->steps[last->count - 1])->level;
    if (c->citation.end < c->passage_end && pacta_has_sign(c->work, c->citation.end, SIGN_CLOSE) &&
        (level == LEVEL_ITEM || level == LEVEL_ARTICLE) && stands_unbracketed(c, c->citation.first) &&
        (level == LEVEL_ITEM || pacta_split_point(c->work, last, "0123456789.-")))
        pacta_chain_extend(c, c->citation.end + 1);
}

/* Point 3 of a deal that has no articles: no paragraph, as it would be of an annex. */
static void keep_points(const pacta_chain *c) {
    const pacta_work *work = c->work;
    const pacta_unit *point = work->rules->named[UNIT_POINT];
    const pacta_path *paths = work->paths.items;
    const pacta_cut *number = pacta_chain_cut(c, c->citation.first + 1);
    const size_t size = number->end - number->begin;
    if (c->treaty || point == NULL || pacta_chain_unit(c, c->unit) != point ||
        number->kind != PACTA_TOKEN_NUMBER || c->citation.first_path == pacta_chain_paths(c) ||
        strncmp(paths[c->citation.first_path].steps[0].number, pacta_work_text(work) + number->begin, size) !=
            0) /* point 3 of paragraph 4 */
        return;
    for (uint32_t i = c->citation.first_path; i < pacta_chain_paths(c); i++)
        if (pacta_is_in_unit(work, &paths[i].steps[0], UNIT_PARAGRAPH))
            work->paths.items[i].steps[0].unit = c->unit;
}

static int close_chain(pacta_chain *c, uint32_t *next) {
    c->citation.path_count = pacta_chain_paths(c) - c->citation.first_path;
    if (!pacta_is_wanted(c) || (c->citation.path_count == 0 && c->citation.name == PACTA_NONE)) {
        c->work->paths.count = c->citation.first_path;
        return PACTA_OK;
    }
    take_half_bracket(c);
    keep_points(c);
    *next = c->citation.end;
    return pacta_array_push(&c->work->memory, &c->work->citations, c->citation)
               ? PACTA_OK
               : pacta_out_of_memory(c->work);
}

/* Part II. Final Clauses, Item 2: Trade: a division or point and its title, on a line; in a
 * commentary, or where it is quoted, an article: Article 5 - Scope. */
static bool is_titled(const pacta_chain *c, const pacta_passage *passage, bool quoted) {
    const pacta_work *work = c->work;
    const uint32_t mark = c->citation.end;
    const pacta_level level = pacta_chain_unit(c, c->unit)->level;
    const bool comments = (quoted || work->document->info.form == PACTA_FORM_OTHER) && level == LEVEL_ARTICLE;
    if (work->paths.count != c->citation.first_path + 1 || mark + 1 >= passage->end_token ||
        !(level == LEVEL_DIVISION || level == LEVEL_ITEM || comments) ||
        !pacta_is_heading(work, c->citation.span.begin, passage->end))
        return false;
    const char *text = pacta_work_text(work) + pacta_chain_cut(c, mark)->begin;
    return ((comments && pacta_is_dash(work, mark)) || *text == '.' || *text == ':') &&
           (pacta_chain_cut(c, mark + 1)->flags & TOKEN_UPPER) != 0;
}

/* Alone in its passage, a unit's name is a heading: of the document, or of words
 * that are to be put into another. */
static bool is_heading(const pacta_chain *c) {
    const pacta_passage *passage =
        &c->work->fold.passages.items[pacta_passage_of(c->work, c->citation.first)];
    uint32_t first = passage->first_token;
    if (!c->treaty && c->citation.first == first && c->citation.name == PACTA_NONE)
        return is_titled(c, passage, false);
    if (!c->treaty || c->citation.name != PACTA_NONE)
        return false;
    if ((passage->flags & PASSAGE_LISTED) != 0 && c->citation.first == first)
        return true;
    const bool quoted = pacta_chain_cut(c, first)->kind == PACTA_TOKEN_QUOTE;
    return c->citation.first == first + quoted &&
           (c->citation.end + 1 >= passage->end_token || (quoted && is_titled(c, passage, true)));
}

/* The document's own title: Protocol No. 2 to the Lamp Convention. */
static bool is_title(const pacta_chain *c) {
    return c->treaty && c->citation.first == c->work->fold.passages.items[0].first_token;
}

static int grow_chain(pacta_chain *c, uint32_t *next) {
    bool joined = true;
    for (unsigned i = 0; i < JOINT_LIMIT && joined; i++) {
        int status = join_next(c, &joined);
        if (status != PACTA_OK)
            return status;
    }
    if (is_title(c)) {
        c->work->paths.count = c->citation.first_path;
        return PACTA_OK;
    }
    if (is_heading(c)) {
        c->citation.label = true;
        c->attached = true;
        return close_chain(c, next);
    }
    pacta_join_before(c);
    return close_chain(c, next);
}

static void start_chain(pacta_chain *c, uint32_t token, uint8_t mode, const pacta_rule *rule) {
    c->mode = mode;
    c->attached = c->nested = c->plural = c->literary = false;
    c->group = c->unnamed = pacta_chain_paths(c);
    c->citation = (pacta_citation){
        .first = token, .first_path = pacta_chain_paths(c), .name = PACTA_NONE, .rule = rule};
    c->citation.span.begin = pacta_chain_cut(c, token)->begin;
}

static int read_citation(pacta_chain *c, uint32_t token, uint32_t *next) {
    const pacta_rule *rule = pacta_rule_at(c->work, RULE_REFERENCE, token);
    if (rule == NULL)
        return PACTA_OK;
    if (rule->mode == MODE_REFUSE) {
        uint32_t end = pacta_token_at(c->work, pacta_match_span(&c->work->matcher).end - 1) + 1;
        *next = end > token ? end : token + 1;
        return PACTA_OK;
    }
    start_chain(c, token, (uint8_t)rule->mode, rule);
    pacta_segment segment = {0};
    int status = pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || pacta_chain_paths(c) == c->citation.first_path)
        return status;
    c->unit = segment.unit;
    c->plural = segment.plural;
    c->literary = pacta_is_literary(c, &segment);
    c->citation.roman = segment.roman;
    pacta_chain_extend(c, segment.end);
    return grow_chain(c, next);
}

/* Resolution 2980 (2031), alone in its passage; at the head of a treaty's text, with what it
 * is about: the document's own name. */
static bool is_own_title(const pacta_chain *c, const pacta_name *symbol) {
    const uint32_t number = pacta_passage_of(c->work, symbol->first);
    const pacta_passage *passage = &c->work->fold.passages.items[number];
    return symbol->first == passage->first_token &&
           (symbol->end == passage->end_token || (c->treaty && number < TITLE_PASSAGES &&
                                                  pacta_is_heading(c->work, passage->begin, passage->end)));
}

/* A resolution or act that is named by its number is a reference as it stands;
 * a provision may follow: ", paragraph 8". */
static int read_whole(pacta_chain *c, uint32_t name, uint32_t *next) {
    const pacta_name *symbol = &c->work->names.items[name];
    *next = symbol->end;
    if (is_own_title(c, symbol))
        return PACTA_OK;
    start_chain(c, symbol->first, MODE_NUMBERED, symbol->rule);
    c->citation.name = name;
    pacta_chain_extend(c, symbol->end);
    const pacta_rule *rule = pacta_chain_has_comma(c, c->at) ? pacta_chain_rule(c, c->at + 1) : NULL;
    pacta_segment segment = {0};
    int status = rule == NULL ? PACTA_OK : pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK)
        return status;
    if (pacta_chain_paths(c) > c->group && pacta_chain_is(c, segment.end, CLASS_OF))
        c->work->paths.count = c->group; /* it belongs to something else */
    if (pacta_chain_paths(c) > c->group)
        pacta_chain_extend(c, segment.end);
    pacta_give_name(c, name);
    return close_chain(c, next);
}

/* The first token of a resolution or act that is named from `token` on by its number. */
static uint32_t next_symbol(const pacta_work *work, uint32_t token, uint32_t *name) {
    while (*name < work->names.count &&
           (work->names.items[*name].first < token || work->names.items[*name].kind != NAME_SYMBOL))
        ++*name;
    return *name < work->names.count ? work->names.items[*name].first : PACTA_NONE;
}

/* The token stands in a label of the document's own, which is no reference. */
static bool is_in_label(const pacta_work *work, uint32_t token, uint32_t *label) {
    const pacta_document *document = work->document;
    uint32_t begin = work->tokens.items[token].begin;
    while (*label < document->provisions.count && document->provisions.items[*label].label.end <= begin)
        ++*label;
    return *label < document->provisions.count && document->provisions.items[*label].label.begin <= begin;
}

static int find_in_passage(pacta_chain *c, uint32_t first, uint32_t *label, uint32_t *name) {
    pacta_work *work = c->work;
    int status = PACTA_OK;
    for (uint32_t i = first, next; status == PACTA_OK; i = next) {
        uint32_t symbol = next_symbol(work, i, name);
        i = pacta_next_with(work, i, c->passage_end, 1u << RULE_REFERENCE);
        if (i == c->passage_end && symbol >= c->passage_end)
            break;
        if (symbol <= i)
            status = read_whole(c, *name, &next);
        else if (next = i + 1, !is_in_label(work, i, label))
            status = read_citation(c, i, &next);
        if (status == PACTA_OK)
            status = pacta_report(work, work->tokens.items[i].begin);
    }
    return status;
}

int pacta_find_references(pacta_work *work) {
    pacta_chain c = {.work = work, .treaty = work->document->info.form == PACTA_FORM_TREATY};
    uint32_t label = 0, name = 0;
    int status = PACTA_OK;
    work->citations.count = work->paths.count = 0;
    for (uint32_t p = 0; status == PACTA_OK && p < work->fold.passages.count; p++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        c.passage_end = passage->end_token;
        if (next_symbol(work, passage->first_token, &name) >= c.passage_end &&
            !pacta_may_have(passage, 1u << RULE_REFERENCE))
            continue;
        status = find_in_passage(&c, passage->first_token, &label, &name);
    }
    return status;
}
