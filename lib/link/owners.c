#include "link/owners.h"
#include "structure/provision_lookup.h"
#include <stdlib.h>
#include <string.h>

enum { NAMES_BACK = 256, CITATIONS_BACK = 32, PASSAGES_BACK = 2, CHAPEAU_TOKENS = 48 };

pacta_resolution pacta_resolution_of(const pacta_name *name) {
    switch (name->kind) {
    case NAME_KNOWN:
    case NAME_HOLDER:
        return PACTA_REGISTRY;
    case NAME_SYMBOL:
        return PACTA_SYMBOL;
    case NAME_DEFINED:
        return PACTA_DEFINED;
    case NAME_TITLE:
        return PACTA_NAMED;
    default:
        return PACTA_CONTEXT;
    }
}

bool pacta_is_beyond(const pacta_context *c, const pacta_citation *citation, uint32_t instrument) {
    const pacta_work *work = c->linker.work;
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    if (known == NULL || known->last_article == 0)
        return false;
    for (uint32_t i = 0; i < citation->path_count; i++) {
        const pacta_path *path = &work->paths.items[citation->first_path + i];
        const pacta_step *step = &path->steps[0];
        bool own = path->name == PACTA_NONE || path->name == citation->name;
        if (own && pacta_is_in_unit(work, step, UNIT_ARTICLE) &&
            (uint32_t)atoi(step->number) > known->last_article)
            return true;
    }
    return false;
}

bool pacta_is_replacement(const pacta_context *c, const pacta_citation *citation) {
    return c->amends && pacta_is_replaced(&c->linker, citation->first);
}

/* The name of an instrument that stands last in the sentence, before `token`. */
static uint32_t last_in_sentence(const pacta_context *c, uint32_t sentence, uint32_t token) {
    const pacta_work *work = c->linker.work;
    uint32_t first = work->sentences.items[sentence].first, name = pacta_first_name(work, token);
    while (name-- > 0 && work->names.items[name].first >= first)
        if (pacta_is_linked(&work->names.items[name]))
            return name;
    return PACTA_NONE;
}

/* The same or, if the sentence has none, in the one before. */
static uint32_t last_near(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const uint32_t sentence = pacta_sentence_of(work, citation->first);
    const uint32_t name = last_in_sentence(c, sentence, citation->first);
    if (name != PACTA_NONE || sentence == 0)
        return name;
    return last_in_sentence(c, sentence - 1, work->sentences.items[sentence].first);
}

/* thereof: the instrument named last, in a treaty in its own sentence; hereof: none. */
static uint32_t pointed_at(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    if (pacta_is(work, citation->end - 1, CLASS_SELF))
        return PACTA_NONE;
    if (!c->linker.treaty)
        return last_near(c, citation);
    const uint32_t sentence = pacta_sentence_of(work, citation->first);
    const uint32_t name = last_in_sentence(c, sentence, citation->first);
    const uint32_t passage = pacta_passage_of(work, citation->first);
    const bool recital = sentence > 0 && passage > 0 && pacta_passage_goes_on(work, passage - 1) &&
                         work->sentences.items[sentence - 1].passage == passage - 1;
    return name == PACTA_NONE && recital /* Recalling the Treaty on Nets, / Noting Article 6 thereof, */
               ? last_in_sentence(c, sentence - 1, work->sentences.items[sentence].first)
               : name;
}

/* its Article 12: likewise. */
static uint32_t possessor(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    bool before = citation->first > 0 && pacta_is(work, citation->first - 1, CLASS_POSSESSIVE);
    if ((!before && citation->possessive == 0) || pacta_is_of_resolution(work, citation))
        return PACTA_NONE;
    return last_near(c, citation);
}

/* The Convention has no such article: an earlier one that may be meant has. */
static uint32_t other_of_noun(const pacta_context *c, const pacta_citation *citation, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_name *name = &work->names.items[index];
    const pacta_title_word noun = pacta_title_word_of(work, name->noun);
    for (uint32_t i = index; i-- > 0 && index - i <= NAMES_BACK;) {
        const pacta_name *other = &work->names.items[i];
        if (other->kind <= NAME_DEFINED && other->instrument != name->instrument &&
            other->instrument != PACTA_NONE && pacta_title_head_has(work, other->instrument, &noun) &&
            !pacta_is_beyond(c, citation, other->instrument))
            return other->instrument;
    }
    return name->instrument;
}

bool pacta_is_of_protocol(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const pacta_name *name = citation->name == PACTA_NONE ? NULL : &work->names.items[citation->name];
    if (name == NULL || c->protocol_of == PACTA_NONE || name->kind != NAME_GENERIC ||
        name->instrument != PACTA_NONE || name->noun == PACTA_NONE || name->first != name->noun)
        return false;
    const uint8_t unit = pacta_word_of(work, name->noun)->unit;
    return unit != 0 && &work->rules->units.items[unit - 1] == work->rules->named[UNIT_PROTOCOL];
}

uint32_t pacta_owner_by_name(const pacta_context *c, const pacta_citation *citation, pacta_resolution *how) {
    pacta_work *work = c->linker.work;
    const pacta_name *name = &work->names.items[citation->name];
    *how = pacta_resolution_of(name);
    if (pacta_is_of_protocol(c, citation))
        return c->protocol_of;
    if (name->kind == NAME_HOLDER)
        return pacta_instrument_known(work, name->instrument);
    bool free = name->kind == NAME_GENERIC && name->noun != PACTA_NONE && name->instrument != PACTA_NONE;
    return free && pacta_is_beyond(c, citation, name->instrument) ? other_of_noun(c, citation, citation->name)
                                                                  : name->instrument;
}

/* The document's own articles are numbered in the citation's style. */
static bool has_own_style(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const pacta_document *document = work->document;
    const char *text = pacta_work_text(work);
    for (uint32_t i = 0; i < document->provisions.count; i++) {
        const pacta_provision *provision = &document->provisions.items[i];
        if (!pacta_is_provision_of(work, i, UNIT_ARTICLE) || provision->label.end == 0)
            continue;
        bool figures = false;
        for (uint32_t k = provision->label.begin; k < provision->label.end; k++)
            figures = figures || (text[k] >= '0' && text[k] <= '9');
        return figures != citation->roman;
    }
    return false;
}

/* The document's articles have Roman numerals, and the citation has none. */
static bool is_of_other_style(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const uint32_t first = pacta_first_article(work);
    if (first == PACTA_NONE || citation->roman)
        return false;
    const pacta_span label = work->document->provisions.items[first].label;
    for (uint32_t i = pacta_token_at(work, label.begin); work->tokens.items[i].begin < label.end; i++)
        if (work->tokens.items[i].kind == PACTA_TOKEN_ROMAN)
            return true;
    return false;
}

/* The document has divisions of that name itself. */
static bool has_own_unit(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    return work->tree.has[work->paths.items[citation->first_path].steps[0].unit + 1];
}

/* The outermost provision around the offset. */
static uint32_t outermost(const pacta_work *work, uint32_t offset) {
    const pacta_provision *provisions = work->document->provisions.items;
    uint32_t near = 0, p = pacta_provision_around(work, offset, &near);
    while (p != PACTA_NONE && provisions[p].parent != PACTA_NONE)
        p = provisions[p].parent;
    return p;
}

/* Amendments to Article 2, in a heading: those of the amended text. */
static bool is_amended(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const uint32_t first = citation->first;
    return c->linker.amending && c->amends && first > 1 && pacta_is(work, first - 1, CLASS_PREPOSITION) &&
           pacta_is(work, first - 2, CLASS_AMENDMENT) &&
           work->fold.passages.items[pacta_passage_of(work, first)].first_token == first - 2;
}

/* The Convention is amended as follows: (a) Article 6 is deleted: in a point of a list that
 * changes another instrument, that one; else PACTA_NONE. */
static uint32_t amended_in_list(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    if (pacta_top_level(work, citation) != LEVEL_ARTICLE || pacta_is_relative(work, citation))
        return PACTA_NONE;
    const pacta_provision *provisions = work->document->provisions.items;
    uint32_t near = 0;
    const uint32_t point = pacta_provision_around(work, citation->span.begin, &near),
                   parent = point == PACTA_NONE ? PACTA_NONE : provisions[point].parent;
    if (parent == PACTA_NONE)
        return PACTA_NONE;
    const uint32_t first = pacta_token_at(work, provisions[parent].label.end),
                   end = pacta_token_at(work, provisions[parent + 1].span.begin);
    for (uint32_t i = first + 2; i < end && i - first <= CHAPEAU_TOKENS; i++) {
        if (!pacta_is(work, i, CLASS_AMENDING) || !pacta_is(work, i - 1, CLASS_BE))
            continue;
        const uint32_t name = pacta_first_name(work, i);
        return name > 0 && work->names.items[name - 1].first >= first &&
                       pacta_is_explicit(&work->names.items[name - 1])
                   ? work->names.items[name - 1].instrument
                   : PACTA_NONE;
    }
    return PACTA_NONE;
}

/* Bare in an amending treaty: its own provision, or the amended text's. */
static uint32_t bare_in_amendment(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    pacta_level level = pacta_top_level(work, citation);
    if (pacta_is_replacement(c, citation) || is_amended(c, citation))
        return c->amended;
    if (pacta_is_relative(work, citation))
        return c->linker.self;
    if (level == LEVEL_ARTICLE && c->amends && !has_own_unit(c, citation))
        return c->amended;
    if (c->last == PACTA_NONE || c->last_instrument == c->linker.self)
        return c->linker.self;
    if (level == LEVEL_DIVISION && has_own_unit(c, citation))
        return c->linker.self;
    if (level != LEVEL_ITEM && level != LEVEL_PIECE)
        return has_own_style(c, citation) ? c->linker.self : c->last_instrument;
    const pacta_citation *last = &work->citations.items[c->last];
    return outermost(work, citation->span.begin) == outermost(work, last->span.begin) ? c->last_instrument
                                                                                      : c->linker.self;
}

static bool is_same(const pacta_work *work, const pacta_citation *citation) {
    return citation->path_count > 0 && work->paths.items[citation->first_path].steps[0].same;
}

/* An article, in an order or a resolution, which are in paragraphs. */
static bool has_no_articles(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    return !c->linker.amending && citation->path_count > 0 && work->document->provisions.count > 0 &&
           pacta_is_in_unit(work, &work->paths.items[citation->first_path].steps[0], UNIT_ARTICLE) &&
           !has_own_unit(c, citation);
}

/* Recalling Article 14 as well as Article 15 of that Convention: before its own articles a
 * treaty speaks of others'. */
static bool is_in_preamble(const pacta_work *work, const pacta_citation *citation) {
    const uint32_t first = pacta_first_article(work);
    return first != PACTA_NONE && citation->span.begin < work->document->provisions.items[first].span.begin;
}

/* paragraph 12 above, Annex A to this report or letter, in one, and not in words that it quotes: its
 * own, whatever it is about or amends. */
static bool is_of_text_itself(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    uint32_t until;
    return citation->placed && citation->name == PACTA_NONE &&
           pacta_top_level(work, citation) != LEVEL_ARTICLE &&
           pacta_quotation_around(work, citation->span.begin, &until) == PACTA_NONE;
}

uint32_t pacta_owner_of(const pacta_context *c, uint32_t index, pacta_resolution *how) {
    pacta_work *work = c->linker.work;
    const pacta_citation *citation = &work->citations.items[index];
    *how = PACTA_CONTEXT;
    if (citation->label && !c->linker.treaty)
        return c->linker.about;
    if (citation->pointer) {
        uint32_t pointed = pointed_at(c, citation);
        if (pointed == PACTA_NONE)
            return c->linker.treaty ? c->linker.self : c->last_instrument;
        *how = pacta_resolution_of(&work->names.items[pointed]);
        return work->names.items[pointed].instrument;
    }
    if (citation->name != PACTA_NONE)
        return pacta_owner_by_name(c, citation, how);
    if (is_of_text_itself(c, citation))
        return c->linker.treaty ? c->linker.self
                                : pacta_instrument_with(work, "this", strlen("this"), NULL, 0, NULL);
    if (c->linker.treaty && pacta_top_level(work, citation) == LEVEL_ARTICLE &&
        (is_of_other_style(c, citation) || is_in_preamble(work, citation))) {
        const uint32_t listed = pacta_listed_owner(c, index);
        if (listed != PACTA_NONE)
            return listed;
    }
    uint32_t name = possessor(c, citation);
    if (name != PACTA_NONE)
        return work->names.items[name].instrument;
    const bool quoted = !c->linker.treaty && pacta_is_relative(work, citation); /* this Article, of one */
    if (citation->ibid || quoted || is_same(work, citation))
        return c->spoken_of;
    if (citation->foreign)
        return PACTA_NONE;
    if (!c->linker.treaty || has_no_articles(c, citation))
        return pacta_bare_owner(c, index);
    const uint32_t amended = amended_in_list(c, citation);
    if (amended != PACTA_NONE)
        return amended;
    return c->linker.amending ? bare_in_amendment(c, citation) : c->linker.self;
}

/* The instrument with which one of the same article was cited a little before, and
 * never without. */
static uint32_t cited_before(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    uint32_t passage = pacta_passage_of(work, here->first), found = PACTA_NONE;
    for (uint32_t i = index; here->path_count > 0 && i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        pacta_resolution how;
        if (pacta_passage_of(work, before->first) + PASSAGES_BACK < passage)
            break;
        if (!pacta_cites_path(work, before, &work->paths.items[here->first_path], false))
            continue;
        if (before->name == PACTA_NONE || !pacta_is_explicit(&work->names.items[before->name]))
            return PACTA_NONE;
        if (found == PACTA_NONE)
            found = pacta_owner_by_name(c, before, &how);
    }
    return found;
}

uint32_t pacta_owner_instead(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *citation = &work->citations.items[index];
    if (citation->name != PACTA_NONE || citation->pointer || is_same(work, citation))
        return PACTA_NONE;
    if (pacta_top_level(work, citation) == LEVEL_DIVISION && has_own_unit(c, citation))
        return PACTA_NONE; /* Chapter 5, of which only Chapter 7 is at hand */
    uint32_t listed = pacta_listed_owner(c, index);
    if (listed == PACTA_NONE)
        listed = cited_before(c, index);
    if (listed == PACTA_NONE && c->linker.amending && c->amends && citation->first > 0 &&
        pacta_is(work, citation->first - 1, CLASS_NAME_RANK) &&
        pacta_top_level(work, citation) == LEVEL_ARTICLE)
        listed = c->amended; /* New Article 7 bis */
    if (listed != PACTA_NONE || c->last == PACTA_NONE)
        return listed;
    const pacta_citation *last = &work->citations.items[c->last];
    bool near = pacta_in_one_sentence(work, last->first, citation->first);
    return near && !pacta_is_beyond(c, citation, c->last_instrument) ? c->last_instrument : PACTA_NONE;
}
