#include "link/owners.h"
#include "structure/provisions.h"
#include <stdlib.h>
#include <string.h>

enum {
    NAMES_BACK = 256,
    HEAD_PASSAGES = 4,
    OPENING_TOKENS = 3,
    CITATIONS_BACK = 32,
    PASSAGES_BACK = 2,
    WHOLE_BACK = 10,
    ARTICLE_BACK = 4
};

static const pacta_unit *unit_of(const pacta_work *work, const pacta_step *step) {
    return &work->rules->units.items[step->unit];
}

static pacta_level top_level(const pacta_work *work, const pacta_citation *citation) {
    if (citation->path_count == 0)
        return LEVEL_ARTICLE;
    return unit_of(work, &work->paths.items[citation->first_path].steps[0])->level;
}

/* Articles are cited, and no clauses or sections. */
static bool is_of_articles(const pacta_work *work, const pacta_citation *citation) {
    return citation->path_count > 0 &&
           strcmp(unit_of(work, &work->paths.items[citation->first_path].steps[0])->name, "article") == 0;
}

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
        if (own && strcmp(unit_of(work, step)->name, "article") == 0 &&
            (uint32_t)atoi(step->number) > known->last_article)
            return true;
    }
    return false;
}

bool pacta_is_replacement(const pacta_context *c, const pacta_citation *citation) {
    return c->amends && pacta_is_replaced(&c->linker, citation->first);
}

static bool in_one_sentence(const pacta_work *work, uint32_t a, uint32_t b) {
    return pacta_sentence_of(work, a) == pacta_sentence_of(work, b);
}

static bool in_one_passage(const pacta_work *work, uint32_t a, uint32_t b) {
    return pacta_passage_of(work, a) == pacta_passage_of(work, b);
}

/* The first name that begins at `token` or behind it. */
static uint32_t first_name(const pacta_work *work, uint32_t token) {
    uint32_t low = 0, high = work->names.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (work->names.items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- By a name ------------------------------------------------------------------------------ */

/* The name of an instrument that stands last in the sentence, before `token`. */
static uint32_t last_in_sentence(const pacta_context *c, uint32_t sentence, uint32_t token) {
    const pacta_work *work = c->linker.work;
    uint32_t first = work->sentences.items[sentence].first, name = first_name(work, token);
    while (name-- > 0 && work->names.items[name].first >= first)
        if (work->names.items[name].instrument != PACTA_NONE && work->names.items[name].kind != NAME_HOLDER)
            return name;
    return PACTA_NONE;
}

/* thereof: the instrument named last in the sentence; hereof: none. */
static uint32_t pointed_at(const pacta_context *c, const pacta_citation *citation) {
    if (pacta_is(c->linker.work, citation->end - 1, CLASS_SELF))
        return PACTA_NONE;
    return last_in_sentence(c, pacta_sentence_of(c->linker.work, citation->first), citation->first);
}

/* its Article 12: likewise, or in the sentence before. */
static uint32_t possessor(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    bool before = citation->first > 0 && pacta_is(work, citation->first - 1, CLASS_POSSESSIVE);
    if (!before && citation->possessive == 0)
        return PACTA_NONE;
    uint32_t sentence = pacta_sentence_of(work, citation->first);
    uint32_t name = last_in_sentence(c, sentence, citation->first);
    if (name != PACTA_NONE || sentence == 0)
        return name;
    return last_in_sentence(c, sentence - 1, work->sentences.items[sentence].first);
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

static uint32_t by_name(const pacta_context *c, const pacta_citation *citation, pacta_resolution *how) {
    pacta_work *work = c->linker.work;
    const pacta_name *name = &work->names.items[citation->name];
    *how = pacta_resolution_of(name);
    if (name->kind == NAME_HOLDER)
        return pacta_instrument_known(work, name->instrument);
    bool free = name->kind == NAME_GENERIC && name->noun != PACTA_NONE && name->instrument != PACTA_NONE;
    return free && pacta_is_beyond(c, citation, name->instrument) ? other_of_noun(c, citation, citation->name)
                                                                  : name->instrument;
}

/* ---- Bare numbers in a text about treaties ------------------------------------------------------- */

/* Article 2 and Article 3 (1) of the Charter: what stands in one list belongs
 * to one instrument. */
static uint32_t of_the_list(const pacta_context *c, uint32_t index) {
    pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    for (uint32_t i = index + 1; i < work->citations.count && i - index <= 8; i++) {
        const pacta_citation *next = &work->citations.items[i];
        for (uint32_t t = work->citations.items[i - 1].end; t < next->first; t++)
            if (!pacta_is(work, t, CLASS_LIST_JOINER) && !pacta_is_char(work, t, ',') &&
                !pacta_is_char(work, t, ';'))
                return PACTA_NONE;
        if (top_level(work, next) != top_level(work, here))
            return PACTA_NONE;
        pacta_resolution how;
        if (next->name != PACTA_NONE)
            return by_name(c, next, &how);
        if (next->pointer || next->foreign)
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

const pacta_step *pacta_article_of_list(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    if (index + 1 >= work->citations.count || top_level(work, &work->citations.items[index]) != LEVEL_ITEM)
        return NULL;
    const pacta_citation *next = &work->citations.items[index + 1];
    uint32_t token = work->citations.items[index].end;
    token += token < next->first && pacta_is_char(work, token, ',');
    if (token + 1 != next->first || !pacta_is(work, token, CLASS_LIST_JOINER) || next->name != PACTA_NONE ||
        next->path_count == 0)
        return NULL;
    const pacta_path *path = &work->paths.items[next->first_path];
    return path->count > 1 && unit_of(work, &path->steps[0])->level == LEVEL_ARTICLE ? &path->steps[0] : NULL;
}

const pacta_step *pacta_article_before(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    if (top_level(work, here) != LEVEL_ITEM || here->path_count == 0 ||
        work->paths.items[here->first_path].steps[0].relative)
        return NULL;
    for (uint32_t i = index; i-- > 0 && index - i <= ARTICLE_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        if (!in_one_passage(work, before->first, here->first))
            return NULL;
        if (before->path_count == 1 && top_level(work, before) == LEVEL_ARTICLE &&
            work->paths.items[before->first_path].steps[0].number[0] != '\0')
            return &work->paths.items[before->first_path].steps[0];
    }
    return NULL;
}

/* The passage names the instrument before the token. */
static bool is_named_in_passage(const pacta_context *c, uint32_t instrument, uint32_t token) {
    const pacta_work *work = c->linker.work;
    uint32_t first = work->fold.passages.items[pacta_passage_of(work, token)].first_token;
    uint32_t from = first_name(work, first), to = first_name(work, token);
    if (to - from > NAMES_BACK)
        from = to - NAMES_BACK;
    for (uint32_t i = from; i < to; i++)
        if (work->names.items[i].instrument == instrument && work->names.items[i].kind != NAME_HOLDER)
            return true;
    return false;
}

static bool opens_sentence(const pacta_work *work, const pacta_citation *citation) {
    uint32_t first = work->sentences.items[pacta_sentence_of(work, citation->first)].first;
    return citation->first <= first + OPENING_TOKENS;
}

/* Article 4 of the Pact binds all. Article 5 frees some: sentence by sentence. */
static bool are_parallel(const pacta_work *work, const pacta_citation *last, const pacta_citation *here) {
    return pacta_sentence_of(work, last->first) + 1 == pacta_sentence_of(work, here->first) &&
           opens_sentence(work, last) && opens_sentence(work, here);
}

/* The passage goes on with the instrument cited last rather than with what the
 * text is about: it has named no other, and that one more than in passing. */
static bool goes_on(const pacta_context *c, const pacta_citation *citation, const pacta_citation *last) {
    const pacta_work *work = c->linker.work;
    if (!in_one_passage(work, last->first, citation->first))
        return false;
    if (!c->linker.strong || c->linker.about == PACTA_NONE || are_parallel(work, last, citation))
        return true;
    return c->run > 1 && !is_named_in_passage(c, c->linker.about, citation->first);
}

/* The treaty of the one organisation that the text speaks of by its name. */
static uint32_t only_holder(const pacta_context *c) {
    pacta_work *work = c->linker.work;
    uint32_t known = PACTA_NONE;
    for (uint32_t i = 0; i < work->names.count && i < NAMES_BACK; i++) {
        if (work->names.items[i].kind != NAME_HOLDER)
            continue;
        if (known != PACTA_NONE && known != work->names.items[i].instrument)
            return PACTA_NONE;
        known = work->names.items[i].instrument;
    }
    return known == PACTA_NONE ? PACTA_NONE : pacta_instrument_known(work, known);
}

/* The instrument that the passage named last before the citation, if it has not
 * spoken of what the text is about: another story, or an aside that goes on. One
 * named in passing only counts within its sentence, as what the sentence is on. */
static uint32_t named_here(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    uint32_t passage = pacta_passage_of(work, citation->first), token = citation->first;
    uint32_t first = work->fold.passages.items[passage].first_token, found = PACTA_NONE;
    uint32_t sentence = work->sentences.items[pacta_sentence_of(work, token)].first, times = 0;
    uint32_t begin = first_name(work, first);
    for (uint32_t i = first_name(work, token); i-- > begin && times < NAMES_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (name->instrument == PACTA_NONE || name->kind == NAME_HOLDER)
            continue;
        if (name->instrument == c->linker.about)
            return PACTA_NONE;
        if (found == PACTA_NONE && !pacta_is_beyond(c, citation, name->instrument))
            found = name->instrument;
        times += name->instrument == found;
        if (found == name->instrument &&
            (name->first <= sentence + OPENING_TOKENS && name->first >= sentence))
            times++;
    }
    return times > 1 ? found : PACTA_NONE;
}

/* Their first `depth` steps are the same. */
static bool is_same_path(const pacta_path *a, const pacta_path *b, unsigned depth) {
    bool same = depth <= a->count && depth <= b->count;
    for (unsigned i = 0; same && i < depth; i++)
        same = a->steps[i].unit == b->steps[i].unit && strcmp(a->steps[i].number, b->steps[i].number) == 0;
    return same && a->steps[0].number[0] != '\0';
}

/* One of its provisions is that of the path, or (unless `whole`) of the same article. */
static bool cites_path(const pacta_work *work, const pacta_citation *citation, const pacta_path *path,
                       bool whole) {
    for (uint32_t i = 0; i < citation->path_count; i++) {
        const pacta_path *cited = &work->paths.items[citation->first_path + i];
        if ((!whole || cited->count == path->count) && is_same_path(cited, path, whole ? path->count : 1))
            return true;
    }
    return false;
}

/* The instrument with which the same provision, or (unless `whole`) one of the same
 * article, was cited a little before, and never without. */
static uint32_t cited_before(const pacta_context *c, uint32_t index, bool whole) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    uint32_t passage = pacta_passage_of(work, here->first), found = PACTA_NONE;
    for (uint32_t i = index; here->path_count > 0 && i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        pacta_resolution how;
        if (pacta_passage_of(work, before->first) + (whole ? WHOLE_BACK : PASSAGES_BACK) < passage)
            break;
        if (!cites_path(work, before, &work->paths.items[here->first_path], whole))
            continue;
        const pacta_name *name = before->name == PACTA_NONE ? NULL : &work->names.items[before->name];
        bool known = name != NULL && (pacta_is_explicit(name) || (whole && name->kind == NAME_GENERIC &&
                                                                  name->instrument != PACTA_NONE));
        if (!known)
            return PACTA_NONE;
        if (found == PACTA_NONE)
            found = by_name(c, before, &how);
    }
    return found;
}

/* Clause 8 of the bill ... Clause 9: the one instrument whose provisions were named so,
 * by a unit that is no article. */
static uint32_t named_by_unit(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    uint32_t found = PACTA_NONE;
    if (here->path_count == 0)
        return PACTA_NONE;
    const pacta_unit *unit = unit_of(work, &work->paths.items[here->first_path].steps[0]);
    if ((unit->level != LEVEL_ARTICLE && unit->level != LEVEL_DIVISION) || is_of_articles(work, here))
        return PACTA_NONE;
    for (uint32_t i = index; i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        pacta_resolution how;
        if (before->name == PACTA_NONE || before->path_count == 0 ||
            unit_of(work, &work->paths.items[before->first_path].steps[0]) != unit)
            continue;
        uint32_t owner = by_name(c, before, &how);
        if (found != PACTA_NONE && owner != found)
            return PACTA_NONE;
        found = owner;
    }
    return found;
}

/* section 12: of the act that was named last, where treaties have articles; not where
 * the sentence has named something else. */
static uint32_t of_an_act(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    if (!pacta_is(work, here->first, CLASS_NATIONAL_UNIT))
        return PACTA_NONE;
    uint32_t found = named_by_unit(c, index), sentence = pacta_sentence_of(work, here->first);
    uint32_t first = work->sentences.items[sentence].first;
    for (uint32_t i = first_name(work, here->first), n = 0; found == PACTA_NONE && i-- > 0 && n < NAMES_BACK;
         n++) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind == NAME_TITLE && name->noun != PACTA_NONE &&
            pacta_is(work, name->noun, CLASS_NATIONAL))
            found = name->instrument;
        else if (name->first >= first && pacta_is_explicit(name))
            break;
    }
    return found;
}

/* The resolution or act that is named first by its number from token `first` on, before
 * `end`. */
static uint32_t first_symbol(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first_name(work, first); i < work->names.count && work->names.items[i].first < end; i++)
        if (work->names.items[i].kind == NAME_SYMBOL)
            return work->names.items[i].instrument;
    return PACTA_NONE;
}

/* Operative paragraph 7: of the resolution or act that the passage names first by its
 * number (it may recall others); else of the one that the text opens with, or of the
 * last one before. */
static uint32_t of_a_resolution(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const pacta_passage *passages = work->fold.passages.items;
    if (!pacta_is(work, citation->first, CLASS_OPERATIVE))
        return PACTA_NONE;
    uint32_t passage = pacta_passage_of(work, citation->first), token = passages[passage].first_token;
    uint32_t found = first_symbol(work, token, citation->first);
    if (found == PACTA_NONE && passage > 0)
        found = first_symbol(work, passages[0].first_token,
                             passages[passage < HEAD_PASSAGES ? passage : HEAD_PASSAGES].first_token);
    for (uint32_t i = first_name(work, token), n = 0; found == PACTA_NONE && i-- > 0 && n < NAMES_BACK; n++)
        if (work->names.items[i].kind == NAME_SYMBOL)
            found = work->names.items[i].instrument;
    return found;
}

/* The document cites an article of the instrument, in Roman figures or in others. */
static bool cites_in_style(const pacta_context *c, uint32_t index, uint32_t instrument, bool roman) {
    const pacta_work *work = c->linker.work;
    for (uint32_t i = index; i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        pacta_resolution how;
        if (before->name != PACTA_NONE && before->roman == roman && is_of_articles(work, before) &&
            by_name(c, before, &how) == instrument)
            return true;
    }
    return false;
}

/* Its articles are not numbered as the citation's are: GATT has Roman ones. */
static bool has_other_style(const pacta_context *c, uint32_t index, uint32_t instrument) {
    const pacta_citation *citation = &c->linker.work->citations.items[index];
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    if (!is_of_articles(c->linker.work, citation))
        return false;
    if (known == NULL)
        return cites_in_style(c, index, instrument, !citation->roman) &&
               !cites_in_style(c, index, instrument, citation->roman);
    return known->numbering == (citation->roman ? NUMBERING_PLAIN : NUMBERING_ROMAN);
}

/* The instrument cited last, or before that what the text is about, where only the
 * other's articles are not numbered so. */
static uint32_t by_style(const pacta_context *c, uint32_t index) {
    const pacta_citation *citation = &c->linker.work->citations.items[index];
    uint32_t last = c->last_instrument, about = c->linker.about;
    if (last == PACTA_NONE || about == PACTA_NONE || last == about || c->last == PACTA_NONE)
        return PACTA_NONE;
    bool other = has_other_style(c, index, last);
    if (other == has_other_style(c, index, about))
        return PACTA_NONE;
    uint32_t found = other ? about : last;
    return pacta_is_beyond(c, citation, found) ? PACTA_NONE : found;
}

/* Clause 17: of no treaty that the registry knows by its articles. */
static bool is_foreign_unit(const pacta_context *c, const pacta_citation *citation, uint32_t instrument) {
    const pacta_work *work = c->linker.work;
    const pacta_known *known = pacta_known_of(&c->linker, instrument);
    return known != NULL && known->last_article > 0 && citation->path_count > 0 &&
           strcmp(unit_of(work, &work->paths.items[citation->first_path].steps[0])->name, "clause") == 0;
}

static uint32_t bare_in_press(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *citation = &work->citations.items[index];
    uint32_t about = c->linker.about, listed = of_the_list(c, index);
    if (listed == PACTA_NONE)
        listed = of_a_resolution(c, citation);
    if (listed != PACTA_NONE && !pacta_is_beyond(c, citation, listed))
        return listed;
    uint32_t styled = by_style(c, index);
    if (styled == PACTA_NONE)
        styled = of_an_act(c, index);
    if (styled != PACTA_NONE)
        return styled;
    bool possible = c->last != PACTA_NONE && !pacta_is_beyond(c, citation, c->last_instrument);
    if (possible) {
        const pacta_citation *last = &work->citations.items[c->last];
        bool paragraphs = top_level(work, last) == LEVEL_ITEM && top_level(work, citation) == LEVEL_ITEM;
        if (in_one_sentence(work, last->first, citation->first) ||
            (paragraphs && in_one_passage(work, last->first, citation->first)))
            return c->last_instrument;
        uint32_t before = cited_before(c, index, true);
        if (before == PACTA_NONE && in_one_passage(work, last->first, citation->first))
            before = cited_before(c, index, false);
        if (before != PACTA_NONE)
            return before;
        if (goes_on(c, citation, last))
            return c->last_instrument;
    }
    uint32_t here = named_here(c, citation);
    if (here == PACTA_NONE)
        here = named_by_unit(c, index);
    if (here != PACTA_NONE)
        return here;
    if (about != PACTA_NONE && !pacta_is_beyond(c, citation, about))
        return is_foreign_unit(c, citation, about) ? PACTA_NONE : about;
    if (possible)
        return is_foreign_unit(c, citation, c->last_instrument) ? PACTA_NONE : c->last_instrument;
    uint32_t held = only_holder(c);
    return held == PACTA_NONE || pacta_is_beyond(c, citation, held) ? PACTA_NONE : held;
}

/* ---- Bare numbers in a treaty ----------------------------------------------------------------------- */

/* The document's own articles are numbered in the citation's style. */
static bool has_own_style(const pacta_context *c, const pacta_citation *citation) {
    const pacta_document *document = c->linker.work->document;
    const char *text = pacta_work_text(c->linker.work);
    for (uint32_t i = 0; i < document->provisions.count; i++) {
        const pacta_provision *provision = &document->provisions.items[i];
        if (strcmp(provision->unit, "article") != 0 || provision->label.end == 0)
            continue;
        bool figures = false;
        for (uint32_t k = provision->label.begin; k < provision->label.end; k++)
            figures = figures || (text[k] >= '0' && text[k] <= '9');
        return figures != citation->roman;
    }
    return false;
}

/* The document has divisions of that name itself. */
static bool has_own_unit(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    const char *unit = unit_of(work, &work->paths.items[citation->first_path].steps[0])->name;
    for (uint32_t i = 0; i < work->document->provisions.count; i++)
        if (strcmp(work->document->provisions.items[i].unit, unit) == 0)
            return true;
    return false;
}

/* The outermost provision around the offset. */
static uint32_t outermost(const pacta_work *work, uint32_t offset) {
    const pacta_provision *provisions = work->document->provisions.items;
    uint32_t near = 0, p = pacta_provision_around(work, offset, &near);
    while (p != PACTA_NONE && provisions[p].parent != PACTA_NONE)
        p = provisions[p].parent;
    return p;
}

/* Bare in an amending treaty: its own provision, or the amended text's. */
static uint32_t bare_in_amendment(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    pacta_level level = top_level(work, citation);
    if (pacta_is_replacement(c, citation))
        return c->amended;
    if (work->paths.items[citation->first_path].steps[0].relative)
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

/* ---- All of them --------------------------------------------------------------------------------------- */

static bool is_same(const pacta_work *work, const pacta_citation *citation) {
    return citation->path_count > 0 && work->paths.items[citation->first_path].steps[0].same;
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
        return by_name(c, citation, how);
    uint32_t name = possessor(c, citation);
    if (name != PACTA_NONE)
        return work->names.items[name].instrument;
    if (is_same(work, citation))
        return c->spoken_of;
    if (citation->foreign)
        return PACTA_NONE;
    if (!c->linker.treaty)
        return bare_in_press(c, index);
    return c->linker.amending ? bare_in_amendment(c, citation) : c->linker.self;
}

uint32_t pacta_owner_instead(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *citation = &work->citations.items[index];
    if (citation->name != PACTA_NONE || citation->pointer || is_same(work, citation))
        return PACTA_NONE;
    if (top_level(work, citation) == LEVEL_DIVISION && has_own_unit(c, citation))
        return PACTA_NONE; /* Chapter 5, of which only Chapter 7 is at hand */
    uint32_t listed = of_the_list(c, index);
    if (listed == PACTA_NONE)
        listed = cited_before(c, index, false);
    if (listed != PACTA_NONE || c->last == PACTA_NONE)
        return listed;
    const pacta_citation *last = &work->citations.items[c->last];
    bool near = in_one_sentence(work, last->first, citation->first);
    return near && !pacta_is_beyond(c, citation, c->last_instrument) ? c->last_instrument : PACTA_NONE;
}
