/* Which instrument a citation is of, by the names that stand around it. */
#include "find/chain.h"

enum { SHARED_LIMIT = 8, NOTE_TOKENS = 6 };

/* ---- Behind ---------------------------------------------------------------------------- */

/* Korvin's Forest Act, the IMF's Articles of Agreement: the name behind its owner, at the
 * token; or PACTA_NONE. */
static uint32_t name_of_owner(const pacta_chain *c, uint32_t token) {
    for (uint32_t i = token; i + 1 < c->passage_end && i - token <= CHAIN_REACH; i++) {
        if ((pacta_chain_cut(c, i)->flags & TOKEN_CLITIC) != 0)
            return i > token ? pacta_name_from(c->work, i + 1) : PACTA_NONE;
        if ((pacta_chain_cut(c, i)->flags & TOKEN_UPPER) == 0)
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

/* The name that begins at the token, some small words aside; or PACTA_NONE. */
static uint32_t name_ahead(const pacta_chain *c, uint32_t token) {
    for (uint32_t i = token; i < c->passage_end && i - token <= CHAIN_REACH; i++) {
        uint32_t name = name_of_owner(c, i);
        if (name == PACTA_NONE)
            name = pacta_name_from(c->work, i);
        if (name != PACTA_NONE)
            return name;
        uint8_t kind = pacta_chain_cut(c, i)->kind;
        bool small = pacta_is(c->work, i, CLASS_DETERMINER) || pacta_is(c->work, i, CLASS_DEMONSTRATIVE) ||
                     pacta_is(c->work, i, CLASS_SELF) || pacta_is(c->work, i, CLASS_LAST_NAMED) ||
                     pacta_is(c->work, i, CLASS_POSSESSIVE) ||
                     (i > token && pacta_is(c->work, i, CLASS_MONTH)); /* of the March text */
        if (!small &&
            (i == token || pacta_is(c->work, i, CLASS_PART_OF) ||
             (kind != PACTA_TOKEN_NUMBER && kind != PACTA_TOKEN_WORD) ||
             (pacta_chain_cut(c, i)->flags & TOKEN_UPPER) != 0 || pacta_word_of(c->work, i)->unit != 0))
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

void pacta_give_name(pacta_chain *c, uint32_t name) {
    for (uint32_t i = c->unnamed; i < pacta_chain_paths(c); i++)
        c->work->paths.items[i].name = name;
    c->unnamed = pacta_chain_paths(c);
    if (c->citation.name == PACTA_NONE)
        c->citation.name = name;
    c->attached = true;
}

/* of the new Convention: the word before the name that joins it to what stands before. */
static uint32_t joining_word(const pacta_chain *c, uint32_t name) {
    uint32_t at = c->work->names.items[name].first;
    while (at > c->citation.first && !pacta_is(c->work, at, CLASS_OF))
        at--;
    return pacta_chain_cut(c, at)->lexeme;
}

/* of the Convention [and of the Protocol], of the first and the second Protocol
 * respectively, but not: or under the Protocol: the names that follow `first`, which ends at
 * the token. */
static uint32_t further_names(const pacta_chain *c, uint32_t first, uint32_t token, uint32_t *names,
                              bool *repeated) {
    uint32_t count = 0;
    const uint32_t joining = joining_word(c, first);
    *repeated = true;
    while (count < SHARED_LIMIT) {
        uint32_t next = token;
        next += pacta_chain_has_comma(c, next);
        next += pacta_chain_is(c, next, CLASS_LIST_JOINER);
        if (next == token)
            return count;
        bool of = pacta_chain_is(c, next, CLASS_OF) && pacta_chain_cut(c, next)->lexeme == joining;
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
static int share(pacta_chain *c, uint32_t name, uint32_t first) {
    uint32_t names[SHARED_LIMIT], end = c->at, paths = pacta_chain_paths(c) - first;
    bool repeated;
    uint32_t count = further_names(c, name, end, names, &repeated);
    if (count == 0)
        return PACTA_OK;
    uint32_t last = c->work->names.items[names[count - 1]].end;
    bool respective =
        c->citation.respective || pacta_chain_is(c, last + pacta_chain_has_comma(c, last), CLASS_RESPECTIVE);
    if (respective && count + 1 == paths) {
        for (uint32_t i = 0; i < count; i++)
            c->work->paths.items[first + 1 + i].name = names[i];
    } else if (repeated && paths * (count + 1) <= TARGET_LIMIT &&
               pacta_may_spell_out(c->work, paths * count)) {
        for (uint32_t n = 0; n < count; n++)
            for (uint32_t i = 0; i < paths; i++) {
                pacta_path path = c->work->paths.items[first + i];
                path.name = names[n];
                int status = pacta_chain_push(c, &path);
                if (status != PACTA_OK)
                    return status;
            }
        c->unnamed = pacta_chain_paths(c);
    } else {
        return PACTA_OK;
    }
    pacta_chain_extend(c, last);
    return PACTA_OK;
}

/* regulation 14 of MARPOL Annex VI: the annex stands behind its instrument. */
static int join_attachment(pacta_chain *c, uint32_t first) {
    const pacta_rule *rule = pacta_chain_is_spaced(c, c->at) ? pacta_chain_rule(c, c->at) : NULL;
    uint32_t base = pacta_chain_paths(c);
    pacta_segment segment = {0};
    int status = rule == NULL ? PACTA_OK : pacta_read_segment(c->work, rule, &segment);
    if (status != PACTA_OK || pacta_chain_paths(c) == base)
        return status;
    const pacta_path *annex = &c->work->paths.items[base];
    bool fits = pacta_chain_paths(c) == base + 1 &&
                pacta_chain_unit(c, annex->steps[0].unit)->level == LEVEL_ATTACHMENT &&
                annex->steps[0].number[0] != '\0';
    for (uint32_t i = first; fits && i < base; i++)
        fits = pacta_can_hold(c, annex, &c->work->paths.items[i], true);
    if (!fits) {
        c->work->paths.count = base;
        return PACTA_OK;
    }
    pacta_chain_extend(c, segment.end);
    return pacta_nest_paths(c, first, base);
}

static int attach(pacta_chain *c, uint32_t name) {
    uint32_t first = c->unnamed;
    pacta_give_name(c, name);
    pacta_chain_extend(c, c->work->names.items[name].end);
    int status = c->at < c->passage_end ? join_attachment(c, first) : PACTA_OK;
    return status == PACTA_OK && first < pacta_chain_paths(c) ? share(c, name, first) : status;
}

/* of NATO's founding treaty: the token behind it, or 0. */
static uint32_t holders_treaty_end(const pacta_chain *c, uint32_t name) {
    uint32_t clitic = c->work->names.items[name].end;
    if (clitic >= c->passage_end || (pacta_chain_cut(c, clitic)->flags & TOKEN_CLITIC) == 0)
        return 0;
    for (uint32_t i = clitic + 1; i < c->passage_end && i - clitic <= CHAIN_REACH; i++)
        if (pacta_is(c->work, i, CLASS_INSTRUMENT_NOUN))
            return i + 1;
    return 0;
}

int pacta_join_instrument(pacta_chain *c, uint32_t token, bool *joined) {
    uint32_t name = token < c->passage_end ? name_ahead(c, token) : PACTA_NONE;
    *joined = false;
    if (name == PACTA_NONE)
        return PACTA_OK;
    if (c->work->names.items[name].kind == NAME_HOLDER) {
        uint32_t treaty = holders_treaty_end(c, name);
        if (treaty == 0)
            return PACTA_OK;
        pacta_give_name(c, name);
        pacta_chain_extend(c, treaty);
        *joined = true;
        return PACTA_OK;
    }
    uint32_t end = c->work->names.items[name].end;
    if (end + 1 < c->passage_end && (pacta_chain_cut(c, end)->flags & TOKEN_CLITIC) != 0) {
        /* of the Charter's Article 51; of the Convention's secretariat: not the Convention */
        int status = pacta_join_outer(c, end + 1, joined);
        if (*joined)
            pacta_give_name(c, name);
        if (*joined || status != PACTA_OK || pacta_chain_rule(c, end + 1) == NULL)
            return status;
    }
    *joined = true;
    return attach(c, name);
}

/* Article 56, para. 1, VCLT: behind a comma only an acronym that stands alone,
 * or ends what other commas have cut already. */
static bool is_set_off(const pacta_chain *c, const pacta_name *name) {
    bool acronym = (name->kind == NAME_KNOWN || name->kind == NAME_DEFINED) && name->end == name->first + 1 &&
                   (pacta_chain_cut(c, name->first)->flags & TOKEN_CAPS) != 0;
    const pacta_cut *next = name->end < c->passage_end ? pacta_chain_cut(c, name->end) : NULL;
    bool cut = false;
    for (uint32_t i = c->citation.first; i + 1 < name->first; i++)
        cut = cut || pacta_chain_has_comma(c, i);
    return acronym &&
           (cut || next == NULL || (next->kind == PACTA_TOKEN_SYMBOL && (next->flags & TOKEN_SPACED) == 0));
}

int pacta_join_apposed(pacta_chain *c, uint32_t token, bool *joined) {
    uint32_t index = token < c->passage_end ? pacta_name_from(c->work, token) : PACTA_NONE;
    *joined = false;
    if (index == PACTA_NONE || !pacta_chain_is_spaced(c, token))
        return PACTA_OK;
    const pacta_name *name = &c->work->names.items[index];
    bool named = name->kind == NAME_KNOWN || name->kind == NAME_TITLE || name->kind == NAME_DEFINED;
    if (!named || (token > c->at && !is_set_off(c, name)))
        return PACTA_OK;
    *joined = true;
    return attach(c, index);
}

/* ---- Before --------------------------------------------------------------------------- */

/* The citation before ends at the token, and is of the same kind of provision. */
static bool follows_like(const pacta_chain *c, uint32_t token) {
    const pacta_work *work = c->work;
    if (work->citations.count == 0)
        return false;
    const pacta_citation *before = &work->citations.items[work->citations.count - 1];
    return before->end == token && before->name != PACTA_NONE && before->path_count > 0 &&
           work->paths.items[before->first_path].steps[0].unit == c->unit;
}

/* The name whose provisions these are said to be, with no "of": the NPT
 * (Art. X), under the Charter, in particular Article 2. */
static uint32_t name_leading_to(const pacta_chain *c) {
    uint32_t first = c->citation.first, at = first;
    bool of_which = pacta_chain_is(c, c->at, CLASS_PART_OF) && pacta_chain_is(c, c->at + 1, CLASS_RELATIVE);
    if (pacta_is_char(c->work, first - 1, '(') && follows_like(c, first - 1))
        return PACTA_NONE; /* Article 102 of the Charter (Article 11) */
    if (pacta_is_char(c->work, first - 1, '(') ||
        (of_which && pacta_is_char(c->work, first - 1, ','))) /* the NPT, Article X of which */
        return pacta_name_until(c->work, first - 1);
    bool narrows = false;
    for (; at > 0 && first - at <= CHAIN_REACH; at--) {
        bool narrowing = pacta_is(c->work, at - 1, CLASS_NARROWING);
        if (!narrowing && !pacta_is_char(c->work, at - 1, ',') &&
            !pacta_is(c->work, at - 1, CLASS_LIST_JOINER))
            break;
        narrows = narrows || narrowing;
    }
    return narrows && at > 0 && pacta_is_char(c->work, at, ',') ? pacta_name_until(c->work, at) : PACTA_NONE;
}

/* [the VCLT], supra note 4, art. 8: where the words begin that tell which note cites it, or
 * `end`. */
static uint32_t before_note(const pacta_chain *c, uint32_t end) {
    for (uint32_t i = end; i > 1 && end - i < NOTE_TOKENS; i--)
        if (pacta_is(c->work, i - 1, CLASS_CITED_ABOVE))
            return i - 1 - pacta_is_char(c->work, i - 2, ',');
    return end;
}

/* (VCLT, Article 7): a bracket opens right before the acronym that ends before the comma. */
static bool opens_bracket(const pacta_chain *c, uint32_t comma) {
    return comma >= 2 && (pacta_chain_cut(c, comma - 1)->flags & TOKEN_CAPS) != 0 &&
           (pacta_is_char(c->work, comma - 2, '(') || pacta_is_char(c->work, comma - 2, ';') ||
            pacta_is_char(c->work, comma - 2, '['));
}

/* Treaty on Nets, Art. 4; Treaty on Nets, arts 4 and 5: the unit's word is shortened, as in notes. */
static bool is_short(const pacta_chain *c, uint32_t token) {
    return token + 1 < c->passage_end && pacta_word_of(c->work, token)->unit != 0 &&
           (pacta_is_char(c->work, token + 1, '.') || pacta_is(c->work, token, CLASS_NUMBER_ABBREVIATION));
}

/* UNCLOS, Article 211, which: the acronym opens its sentence. */
static bool opens_sentence(const pacta_chain *c, uint32_t comma) {
    return comma > 0 && (pacta_chain_cut(c, comma - 1)->flags & TOKEN_CAPS) != 0 &&
           c->work->sentences.items[pacta_sentence_of(c->work, comma)].first == comma - 1;
}

/* The citation before has it. */
static bool is_cited(const pacta_chain *c, uint32_t name) {
    const pacta_work *work = c->work;
    return work->citations.count > 0 &&
           work->citations.items[work->citations.count - 1].end > work->names.items[name].first;
}

/* the Lamp Act 2011, section 4 */
static bool is_act(const pacta_chain *c, const pacta_name *name) {
    return name->noun != PACTA_NONE && pacta_is(c->work, name->noun, CLASS_NATIONAL);
}

/* "NATO's Article 5", "UNCLOS art 87", "ICCPR, art. 6": the name right before. */
static uint32_t name_before(const pacta_chain *c) {
    const pacta_name *names = c->work->names.items;
    uint32_t first = c->citation.first, name = PACTA_NONE;
    if ((pacta_chain_cut(c, first - 1)->flags & TOKEN_CLITIC) != 0)
        return pacta_name_until(c->work, first - 1);
    if (pacta_chain_is_spaced(c, first)) {
        name = pacta_name_until(c->work, first);
        if (name != PACTA_NONE && (names[name].kind == NAME_GENERIC || names[name].kind == NAME_SELF))
            name = PACTA_NONE;
    }
    if (name == PACTA_NONE && first > 1 && pacta_is_char(c->work, first - 1, ',') && !c->attached &&
        ((pacta_chain_cut(c, first)->flags & TOKEN_UPPER) == 0 || opens_bracket(c, first - 1) ||
         opens_sentence(c, first - 1) || is_short(c, first))) {
        name = pacta_name_until(c->work, before_note(c, first - 1));
        if (name != PACTA_NONE && is_cited(c, name))
            name = PACTA_NONE; /* Article 9 of the Charter, paragraph 3 */
        if (name != PACTA_NONE && names[name].kind != NAME_KNOWN && names[name].kind != NAME_DEFINED &&
            !(names[name].kind == NAME_TITLE && (is_short(c, first) || is_act(c, &names[name]))))
            name = PACTA_NONE;
    }
    return name;
}

static void begin_at(pacta_chain *c, uint32_t token) {
    c->citation.first = token;
    c->citation.span.begin = pacta_chain_cut(c, token)->begin;
}

/* the new pact's Article 9: where the words begin that tell the noun from others. */
static uint32_t begin_of_name(const pacta_chain *c, const pacta_name *name) {
    uint32_t first = name->first;
    while (name->kind == NAME_GENERIC && first > 0 && pacta_is(c->work, first - 1, CLASS_NAME_RANK))
        first--;
    return first;
}

/* Ibid., art. 8; id. art. 8: of what was cited last. */
static bool join_ibid(pacta_chain *c) {
    uint32_t at = c->citation.first;
    at -= pacta_is_char(c->work, at - 1, ',');
    const bool stop = at > 0 && pacta_is_char(c->work, at - 1, '.');
    at -= stop;
    c->citation.ibid = at > 0 && pacta_is(c->work, at - 1, CLASS_IBID) &&
                       (stop || pacta_word_of(c->work, at - 1)->value == 0);
    if (c->citation.ibid)
        begin_at(c, at - 1);
    return c->citation.ibid;
}

void pacta_join_before(pacta_chain *c) {
    if (c->citation.first == 0 || (c->citation.name == PACTA_NONE && join_ibid(c)))
        return;
    if (c->citation.name == PACTA_NONE) {
        uint32_t name = name_before(c);
        if (name != PACTA_NONE) {
            pacta_give_name(c, name);
            begin_at(c, begin_of_name(c, &c->work->names.items[name]));
        } else if (!c->citation.pointer && (name = name_leading_to(c)) != PACTA_NONE) {
            pacta_give_name(c, name);
        }
    }
    if (c->citation.first > 0 && pacta_is(c->work, c->citation.first - 1, CLASS_COMMON))
        begin_at(c, c->citation.first - 1);
}
