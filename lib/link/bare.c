/* Bare numbers in a text about treaties: whose they are, as the names and citations
 * around them tell. */
#include "link/owners.h"
#include <string.h>

enum {
    NAMES_BACK = 256,
    HEAD_PASSAGES = 4,
    OPENING_TOKENS = 3,
    CITATIONS_BACK = 32,
    PASSAGES_BACK = 2,
    WHOLE_BACK = 10
};

/* Articles are cited, and no clauses or sections. */
static bool is_of_articles(const pacta_work *work, const pacta_citation *citation) {
    return citation->path_count > 0 &&
           pacta_is_in_unit(work, &work->paths.items[citation->first_path].steps[0], UNIT_ARTICLE);
}

uint32_t pacta_listed_owner(const pacta_context *c, uint32_t index) {
    pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    for (uint32_t i = index + 1; i < work->citations.count && i - index <= 8; i++) {
        const pacta_citation *next = &work->citations.items[i];
        for (uint32_t t = work->citations.items[i - 1].end; t < next->first; t++)
            if (!pacta_is(work, t, CLASS_LIST_JOINER) && !pacta_is_char(work, t, ',') &&
                !pacta_is_char(work, t, ';'))
                return PACTA_NONE;
        if (pacta_top_level(work, next) != pacta_top_level(work, here))
            return PACTA_NONE;
        pacta_resolution how;
        if (next->name != PACTA_NONE)
            return pacta_owner_by_name(c, next, &how);
        if (next->pointer || next->foreign)
            return PACTA_NONE;
    }
    return PACTA_NONE;
}

/* The passage names the instrument before the token. */
static bool is_named_in_passage(const pacta_context *c, uint32_t instrument, uint32_t token) {
    const pacta_work *work = c->linker.work;
    uint32_t first = work->fold.passages.items[pacta_passage_of(work, token)].first_token;
    uint32_t from = pacta_first_name(work, first), to = pacta_first_name(work, token);
    if (to - from > NAMES_BACK)
        from = to - NAMES_BACK;
    for (uint32_t i = from; i < to; i++)
        if (work->names.items[i].instrument == instrument && work->names.items[i].kind != NAME_HOLDER)
            return true;
    return false;
}

static bool opens_sentence(const pacta_work *work, uint32_t token) {
    return token <= work->sentences.items[pacta_sentence_of(work, token)].first + OPENING_TOKENS;
}

/* Article 4 of the Pact binds all. Article 5 frees some: sentence by sentence. */
static bool are_parallel(const pacta_work *work, const pacta_citation *last, const pacta_citation *here) {
    return pacta_sentence_of(work, last->first) + 1 == pacta_sentence_of(work, here->first) &&
           opens_sentence(work, last->first) && opens_sentence(work, here->first);
}

/* The passage goes on with the instrument cited last rather than with what the
 * text is about: it has named no other, and that one more than in passing. */
static bool goes_on(const pacta_context *c, const pacta_citation *citation, const pacta_citation *last) {
    const pacta_work *work = c->linker.work;
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
    uint32_t begin = pacta_first_name(work, first), times = 0;
    for (uint32_t i = pacta_first_name(work, token); i-- > begin && times < NAMES_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_linked(name))
            continue;
        if (name->instrument == c->linker.about)
            return PACTA_NONE;
        if (found == PACTA_NONE && !pacta_is_beyond(c, citation, name->instrument))
            found = name->instrument;
        if (name->instrument != found)
            continue;
        bool topic = pacta_in_one_sentence(work, name->first, token) && opens_sentence(work, name->first);
        times += topic ? 2 : 1;
    }
    return times > 1 ? found : PACTA_NONE;
}

/* What a sentence is on, of the names in [begin, end): the one that opens it, else the
 * last that says by itself which instrument it is. */
static uint32_t sentence_topic(const pacta_context *c, const pacta_citation *citation, uint32_t begin,
                               uint32_t end, bool openings_only) {
    const pacta_work *work = c->linker.work;
    uint32_t found = PACTA_NONE;
    for (uint32_t i = end; i-- > begin;) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_linked(name) || pacta_is_beyond(c, citation, name->instrument))
            continue;
        if (opens_sentence(work, name->first) ||
            (found == PACTA_NONE && !openings_only && pacta_is_explicit(name)))
            found = name->instrument;
    }
    return found;
}

/* The instrument that the passage has turned to behind the last citation: the topic of
 * the last sentence that has one. */
static uint32_t turned_to(const pacta_context *c, const pacta_citation *citation) {
    const pacta_work *work = c->linker.work;
    uint32_t token = citation->first, found = PACTA_NONE;
    uint32_t from = work->fold.passages.items[pacta_passage_of(work, token)].first_token;
    uint32_t own = pacta_sentence_of(work, token), end = token;
    if (c->last != PACTA_NONE && work->citations.items[c->last].end > from)
        from = work->citations.items[c->last].end;
    for (uint32_t sentence = own; found == PACTA_NONE && end > from; sentence--) {
        uint32_t first = work->sentences.items[sentence].first;
        if (first < from)
            first = from;
        found = sentence_topic(c, citation, pacta_first_name(work, first), pacta_first_name(work, end),
                               sentence == own);
        end = first;
    }
    return found;
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

uint32_t pacta_cited_before(const pacta_context *c, uint32_t index, bool whole) {
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
            found = pacta_owner_by_name(c, before, &how);
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
    const pacta_unit *unit = pacta_unit_of(work, &work->paths.items[here->first_path].steps[0]);
    if ((unit->level != LEVEL_ARTICLE && unit->level != LEVEL_DIVISION) || is_of_articles(work, here))
        return PACTA_NONE;
    for (uint32_t i = index; i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        pacta_resolution how;
        if (before->name == PACTA_NONE || before->path_count == 0 ||
            pacta_unit_of(work, &work->paths.items[before->first_path].steps[0]) != unit)
            continue;
        uint32_t owner = pacta_owner_by_name(c, before, &how);
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
    for (uint32_t i = pacta_first_name(work, here->first), n = 0;
         found == PACTA_NONE && i-- > 0 && n < NAMES_BACK; n++) {
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
    for (uint32_t i = pacta_first_name(work, first);
         i < work->names.count && work->names.items[i].first < end; i++)
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
    for (uint32_t i = pacta_first_name(work, token), n = 0; found == PACTA_NONE && i-- > 0 && n < NAMES_BACK;
         n++)
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
            pacta_owner_by_name(c, before, &how) == instrument)
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
           pacta_is_in_unit(work, &work->paths.items[citation->first_path].steps[0], UNIT_CLAUSE);
}

/* The instrument of the citations, or else of the names, that stand near before it.
 * False where none tells; `*owner` is PACTA_NONE where it goes on with one that nobody
 * knows. */
static bool by_neighbours(const pacta_context *c, uint32_t index, bool possible, uint32_t *owner) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *citation = &work->citations.items[index];
    const pacta_citation *last = possible ? &work->citations.items[c->last] : NULL;
    bool close = possible && pacta_in_one_passage(work, last->first, citation->first);
    bool paragraphs =
        close && pacta_top_level(work, last) == LEVEL_ITEM && pacta_top_level(work, citation) == LEVEL_ITEM;
    uint32_t before = pacta_cited_before(c, index, true);
    if (before == PACTA_NONE && close)
        before = pacta_cited_before(c, index, false);
    *owner = before == PACTA_NONE && !paragraphs ? turned_to(c, citation) : PACTA_NONE;
    if (*owner != PACTA_NONE)
        return true;
    bool follows = possible && (paragraphs || pacta_in_one_sentence(work, last->first, citation->first));
    if (possible && !follows && before != PACTA_NONE) {
        *owner = before;
        return true;
    }
    if (follows || (close && goes_on(c, citation, last))) {
        *owner = c->last_instrument;
        return true;
    }
    *owner = named_here(c, citation);
    return *owner != PACTA_NONE;
}

uint32_t pacta_bare_owner(const pacta_context *c, uint32_t index) {
    const pacta_citation *citation = &c->linker.work->citations.items[index];
    uint32_t about = c->linker.about, found = pacta_listed_owner(c, index);
    if (found == PACTA_NONE)
        found = of_a_resolution(c, citation);
    if (found != PACTA_NONE && !pacta_is_beyond(c, citation, found))
        return found;
    bool possible = c->last != PACTA_NONE && !pacta_is_beyond(c, citation, c->last_instrument);
    found = by_style(c, index);
    if (found == PACTA_NONE)
        found = of_an_act(c, index);
    if (found != PACTA_NONE || by_neighbours(c, index, possible, &found))
        return found;
    found = named_by_unit(c, index);
    if (found != PACTA_NONE)
        return found;
    if (about != PACTA_NONE && !pacta_is_beyond(c, citation, about))
        return is_foreign_unit(c, citation, about) ? PACTA_NONE : about;
    if (possible)
        return is_foreign_unit(c, citation, c->last_instrument) ? PACTA_NONE : c->last_instrument;
    uint32_t held = only_holder(c);
    return held == PACTA_NONE || pacta_is_beyond(c, citation, held) ? PACTA_NONE : held;
}
