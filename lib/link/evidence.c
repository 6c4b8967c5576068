/* Evidence: bare numbers in a text about treaties belong to one of the instruments that
 * it speaks of around them. What speaks for each is weighed. Most weights are those that
 * told the owners of some hundred bare numbers best, each text judged by what the others
 * taught: tenths of the logarithm of the odds. Those of what decides by itself are larger. */
#include "link/evidence.h"
#include "structure/labels.h"
#include <string.h>

enum {
    WEIGHT_LAST_EXPLICIT = 20, /* named last in the passage by a name of its own */
    WEIGHT_IN_PASSAGE = 11,    /* named in it, before this sentence */
    WEIGHT_WORD = 20,          /* a capital word of the sentence is in its title alone */
    WEIGHT_LAST_NEAR = 7,      /* named last, in the passage or the one before */
    WEIGHT_SINCE = 12,         /* named in the passage, behind the citation before */
    WEIGHT_LAST_CITED = 7,     /* cited last, some passages before */
    WEIGHT_SAME_ARTICLE = 15,  /* cited with this article a little before, */
    WEIGHT_HERE = 35,          /* in this very passage */
    WEIGHT_ONLY = 15,          /* and no other instrument with it, however long before */
    WEIGHT_OFTEN = 8,          /* each further time that it was cited with the article, */
    OFTEN_MOST = 4,            /* up to four in all */
    WEIGHT_ONLY_UNIT = 30,     /* alone cited by sections, and this is one */
    WEIGHT_SAME_PLACE = 16,    /* cited with this very provision before */
    WEIGHT_GOES_ON = 15,       /* a paragraph, behind its article in the passage, */
    WEIGHT_NEXT = 50,          /* and behind another paragraph more so */
    WEIGHT_CITED = 4,          /* each time that it was cited in the passage, */
    CITED_MOST = 3,            /* up to three */
    WEIGHT_IN_SENTENCE = 8,    /* last of all in its sentence, before it */
    WEIGHT_SUBJECT = 15,       /* its sentence begins with its name */
    WEIGHT_FOLLOWS = 40,       /* the article before was cited of it in the sentence */
    WEIGHT_BEHIND = 140,       /* its name stands right behind the citation */
    WEIGHT_SECTION = 30,       /* the heading above names it, and no other */
    WEIGHT_BRACKET = -60       /* the citation before is of it, and this one stands in brackets behind it */
};

enum {
    NAMES_BACK = 64,
    NAMES_AHEAD = 16,
    CITATIONS_BACK = 32,
    WORDS_BACK = 40,
    LETTERS = 4,
    ARTICLE_PASSAGES = 2,
    PLACE_PASSAGES = 10,
    LAST_PASSAGES = 3,
    PARAGRAPH_MOST = 24,
    SECTION_PASSAGES = 16,
    SUBJECT_REACH = 3
};

/* ---- Candidates ----------------------------------------------------------------------------- */

/* The candidate, added if need be; NULL where there are too many. */
static pacta_owner_candidate *candidate_of(pacta_evidence *e, uint32_t instrument) {
    for (uint32_t i = 0; i < e->count; i++)
        if (e->items[i].instrument == instrument)
            return &e->items[i];
    if (e->count == CANDIDATES)
        return NULL;
    e->items[e->count] = (pacta_owner_candidate){.instrument = instrument,
                                                 .known = pacta_known_of(&e->context->linker, instrument)};
    return &e->items[e->count++];
}

/* Their first `depth` steps are the same. */
static bool is_same_path(const pacta_path *a, const pacta_path *b, unsigned depth) {
    bool same = depth <= a->count && depth <= b->count;
    for (unsigned i = 0; same && i < depth; i++)
        same = a->steps[i].unit == b->steps[i].unit && strcmp(a->steps[i].number, b->steps[i].number) == 0;
    return same && a->steps[0].number[0] != '\0';
}

/* They begin with the same article; 9.1 and 9.3 are of one. */
static bool is_same_article(const pacta_path *a, const pacta_path *b) {
    const char *one = a->steps[0].number, *other = b->steps[0].number;
    const size_t size = strcspn(one, ".");
    return a->steps[0].unit == b->steps[0].unit && size > 0 && strcspn(other, ".") == size &&
           memcmp(one, other, size) == 0 && one[size] == other[size];
}

bool pacta_cites_path(const pacta_work *work, const pacta_citation *citation, const pacta_path *path,
                      bool whole) {
    for (uint32_t i = 0; i < citation->path_count; i++) {
        const pacta_path *cited = &work->paths.items[citation->first_path + i];
        if (whole ? cited->count == path->count && is_same_path(cited, path, path->count)
                  : is_same_article(cited, path))
            return true;
    }
    return false;
}

/* ---- What is cited and named before --------------------------------------------------------- */

/* registered under Article 102 of the Charter (Article 11): two provisions of the same kind,
 * the first one with its name. */
static bool is_bracketed_behind(const pacta_evidence *e, const pacta_citation *before) {
    const pacta_work *work = e->work;
    const uint32_t open = e->here->first - (e->here->first > 0);
    return pacta_is_char(work, open, '(') && before->end == open && before->name != PACTA_NONE &&
           before->path_count > 0 && pacta_top_level(work, before) == pacta_top_level(work, e->here);
}

/* Article 20 says so, but Article 21 */
static bool follows_number(const pacta_evidence *e, const pacta_citation *before) {
    const uint32_t article = pacta_number_of(e->work, e->here, UNIT_ARTICLE);
    return article > 1 && pacta_number_of(e->work, before, UNIT_ARTICLE) + 1 == article;
}

static void weigh_citation(pacta_evidence *e, const pacta_citation *before, pacta_owner_candidate *of) {
    const pacta_work *work = e->work;
    const uint32_t distance = e->passage - pacta_passage_of(work, before->first);
    const bool last = before == &work->citations.items[e->last];
    if (pacta_cites_unit(work, before, UNIT_ARTICLE))
        *(before->roman ? &of->roman : &of->figures) = true;
    if (before->path_count > 0)
        *(pacta_top_level(work, before) == LEVEL_ITEM ? &of->items : &of->others) = true;
    if (last && is_bracketed_behind(e, before))
        of->weight += WEIGHT_BRACKET;
    if (last && before->first >= e->sentence_token && follows_number(e, before))
        of->weight += WEIGHT_FOLLOWS;
    if (last && distance > 0 && distance <= LAST_PASSAGES)
        of->weight += WEIGHT_LAST_CITED;
    if (last && distance == 0 && pacta_top_level(work, e->here) == LEVEL_ITEM && before->path_count > 0 &&
        pacta_holds_items(work, &work->paths.items[before->first_path].steps[0]))
        of->weight += WEIGHT_GOES_ON + (pacta_top_level(work, before) == LEVEL_ITEM ? WEIGHT_NEXT : 0);
    if (distance == 0 && of->cited < CITED_MOST) {
        of->cited++;
        of->weight += WEIGHT_CITED;
    }
    if (e->here->path_count == 0)
        return;
    const pacta_path *path = &work->paths.items[e->here->first_path];
    const bool same_article = pacta_cites_path(work, before, path, false);
    of->cites_article = of->cites_article || same_article;
    if (same_article && of->times++ > 0 && of->times <= OFTEN_MOST)
        of->weight += WEIGHT_OFTEN;
    if (!of->same_article && distance <= ARTICLE_PASSAGES && same_article) {
        of->same_article = true;
        of->weight += WEIGHT_SAME_ARTICLE + (distance == 0 ? WEIGHT_HERE : 0);
    }
    if (!of->same_place && distance <= PLACE_PASSAGES && pacta_cites_path(work, before, path, true)) {
        of->same_place = true;
        of->weight += WEIGHT_SAME_PLACE;
    }
}

/* The one candidate of which it is true that ..., if there is no other. */
static void weigh_single(pacta_evidence *e,
                         bool (*is_so)(const pacta_evidence *, const pacta_owner_candidate *), int weight) {
    pacta_owner_candidate *only = NULL;
    for (uint32_t i = 0; i < e->count; i++) {
        if (!is_so(e, &e->items[i]))
            continue;
        if (only != NULL)
            return;
        only = &e->items[i];
    }
    if (only != NULL)
        only->weight += weight;
}

/* It was cited with this article. */
static bool cites_article(const pacta_evidence *e, const pacta_owner_candidate *candidate) {
    (void)e;
    return candidate->cites_article;
}

static void weigh_citations(pacta_evidence *e, uint32_t index) {
    for (uint32_t i = index; i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &e->work->citations.items[i];
        pacta_owner_candidate *of = before->owner == PACTA_NONE ? NULL : candidate_of(e, before->owner);
        if (of == NULL)
            continue;
        if (e->last == PACTA_NONE)
            e->last = i;
        weigh_citation(e, before, of);
    }
    weigh_single(e, cites_article, WEIGHT_ONLY);
}

/* A name in the passage. */
static void weigh_name(const pacta_evidence *e, const pacta_name *name, pacta_owner_candidate *of) {
    if (!of->before && name->first < e->sentence_token) {
        of->before = true;
        of->weight += WEIGHT_IN_PASSAGE;
    }
    if (!of->in_passage && (e->last == PACTA_NONE || name->first > e->work->citations.items[e->last].first))
        of->weight += WEIGHT_SINCE;
    of->in_passage = true;
}

/* The candidate that the name is of; an organisation stands for its treaty where that is
 * spoken of too. */
static pacta_owner_candidate *named_by(pacta_evidence *e, const pacta_name *name) {
    if (pacta_is_linked(name))
        return candidate_of(e, name->instrument);
    for (uint32_t i = 0; name->kind == NAME_HOLDER && i < e->count; i++)
        if (e->items[i].known == &e->work->rules->registry.known.items[name->instrument])
            return &e->items[i];
    return NULL;
}

/* Its sentence begins with the name, and is about it. */
static bool begins_sentence(const pacta_evidence *e, const pacta_name *name) {
    const uint32_t first = e->sentence_token;
    return name->first == first || (name->first > first && name->first - first <= SUBJECT_REACH &&
                                    pacta_is(e->work, first, CLASS_DETERMINER));
}

/* By Article 2 the Protocol applies. */
static bool stands_behind(const pacta_evidence *e, const pacta_name *name) {
    const pacta_work *work = e->work;
    const uint32_t token = e->here->end + pacta_is(work, e->here->end, CLASS_DETERMINER);
    return name->first == token && e->here->first <= e->sentence_token + 1 &&
           pacta_is(work, e->sentence_token, CLASS_PREPOSITION);
}

/* bolder than anything in the old Treaty, unlike the Treaty: what the text holds another one against. */
static bool is_compared(const pacta_work *work, const pacta_name *name) {
    enum { REACH = 4 };
    for (uint32_t i = name->first; i-- > 0 && name->first - i <= REACH;) {
        if (pacta_is(work, i, CLASS_COMPARING))
            return true;
        if (pacta_cut_at(work, i)->kind != PACTA_TOKEN_WORD)
            break;
    }
    return false;
}

static void weigh_names(pacta_evidence *e) {
    const pacta_work *work = e->work;
    const uint32_t end = pacta_first_name(work, e->here->first);
    bool near = false, explicit = false;
    for (uint32_t i = end; i-- > 0 && end - i <= NAMES_BACK;) {
        const pacta_name *name = &work->names.items[i];
        pacta_owner_candidate *of = named_by(e, name);
        if (of == NULL || name->first < e->near_token || is_compared(work, name) ||
            pacta_is_quoted_apart(work, name->first, e->here->first))
            continue;
        of->weight += near ? 0 : WEIGHT_LAST_NEAR;
        if (!near && name->first >= e->sentence_token)
            of->weight += WEIGHT_IN_SENTENCE;
        of->weight += begins_sentence(e, name) ? WEIGHT_SUBJECT : 0;
        near = true;
        if (name->first < e->passage_token)
            continue;
        if (!explicit && pacta_is_explicit(name)) {
            of->weight += WEIGHT_LAST_EXPLICIT;
            explicit = true;
        }
        weigh_name(e, name, of);
    }
    for (uint32_t i = end; i < work->names.count && i - end < NAMES_AHEAD; i++) {
        const pacta_name *name = &work->names.items[i];
        pacta_owner_candidate *of = pacta_is_linked(name) ? candidate_of(e, name->instrument) : NULL;
        if (of != NULL && stands_behind(e, name))
            of->weight += WEIGHT_BEHIND;
    }
}

/* The passage is but the name, with what a bracket says of it: The Lamp Treaty (1977). */
static bool is_its_heading(const pacta_work *work, const pacta_name *name, const pacta_passage *passage) {
    const uint32_t first = passage->first_token;
    return name->first - first <= (uint32_t)pacta_is(work, first, CLASS_DETERMINER) &&
           (name->end == passage->end_token || pacta_is_char(work, name->end, '('));
}

/* What the heading above names, and nothing else: its section is on that. */
static void weigh_heading(pacta_evidence *e) {
    const pacta_work *work = e->work;
    for (uint32_t p = e->passage, n = 0; p-- > 1 && n < SECTION_PASSAGES; n++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        if (!pacta_is_heading(work, passage->begin, passage->end))
            continue;
        const uint32_t i = pacta_first_name(work, passage->first_token);
        const pacta_name *name = i < work->names.count ? &work->names.items[i] : NULL;
        pacta_owner_candidate *of = NULL;
        if (name != NULL && name->first < passage->end_token && pacta_is_linked(name) &&
            is_its_heading(work, name, passage))
            of = candidate_of(e, name->instrument);
        if (of != NULL)
            of->weight += WEIGHT_SECTION;
        return;
    }
}

/* The only candidate whose title has the word, or NULL. */
static pacta_owner_candidate *only_titled(pacta_evidence *e, const pacta_title_word *word) {
    pacta_owner_candidate *found = NULL;
    for (uint32_t i = 0; i < e->count; i++) {
        if (e->items[i].instrument >= e->work->titles.list.count ||
            !pacta_title_has(e->work, e->items[i].instrument, word))
            continue;
        if (found != NULL)
            return NULL;
        found = &e->items[i];
    }
    return found;
}

/* In the Sellan text, by contrast, Article 12: the nearest capital word before it in its
 * sentence that one title has, and no other. */
static void weigh_words(pacta_evidence *e) {
    const pacta_work *work = e->work;
    for (uint32_t i = e->here->first; i-- > e->sentence_token && e->here->first - i <= WORDS_BACK;) {
        const pacta_cut *cut = pacta_cut_at(work, i);
        if (!pacta_has_sign(work, i, SIGN_UPPER) || cut->kind != PACTA_TOKEN_WORD ||
            cut->end - cut->begin < LETTERS || pacta_is(work, i, CLASS_TITLE_STOP) ||
            pacta_is(work, i, CLASS_INSTRUMENT_NOUN))
            continue;
        const pacta_title_word word = pacta_title_word_of(work, i);
        pacta_owner_candidate *of = only_titled(e, &word);
        if (of != NULL && !pacta_is_quoted_apart(work, i, e->here->first)) {
            of->weight += WEIGHT_WORD;
            return;
        }
    }
}

static bool is_cited_by_unit(const pacta_evidence *e, const pacta_owner_candidate *candidate) {
    return candidate->instrument < e->work->profiles.count &&
           pacta_is_cited_by_unit(e, &e->work->profiles.items[candidate->instrument]);
}

/* section 4, beside one act that is cited by sections and treaties that are not. */
static void weigh_unit(pacta_evidence *e) {
    if (e->here->path_count > 0 && pacta_top_level(e->work, e->here) == LEVEL_DIVISION)
        weigh_single(e, is_cited_by_unit, WEIGHT_ONLY_UNIT);
}

/* paragraph 141: of a judgment or report, since no article is so long. */
static bool is_high_paragraph(const pacta_evidence *e) {
    return pacta_number_of(e->work, e->here, UNIT_PARAGRAPH) > PARAGRAPH_MOST;
}

/* The instrument has nothing of the kind: a resolution no articles and chapters, a treaty no
 * paragraph 141. */
static bool has_none(const pacta_evidence *e, uint32_t instrument) {
    const pacta_level level = pacta_top_level(e->work, e->here);
    if (instrument >= e->work->profiles.count)
        return false;
    const pacta_profile *profile = &e->work->profiles.items[instrument];
    return profile->resolution ? level == LEVEL_DIVISION || level == LEVEL_ARTICLE
                               : is_high_paragraph(e) && !pacta_is_cited_by_unit(e, profile);
}

/* Clause 3, of which the text has said before that it is of something that is not known. */
static bool is_of_unknown(const pacta_work *work, uint32_t index) {
    const pacta_citation *here = &work->citations.items[index];
    for (uint32_t i = index; here->path_count > 0 && i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        if (pacta_cites_path(work, before, &work->paths.items[here->first_path], false))
            return before->owner == PACTA_NONE && (before->name != PACTA_NONE || before->foreign);
    }
    return false;
}

/* Article 60 of its Statute is old. Article 62 is new: the same text's, which is not known. */
static bool follows_unknown(const pacta_work *work, uint32_t index) {
    const pacta_citation *here = &work->citations.items[index];
    for (uint32_t i = index; i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        if (before->owner != PACTA_NONE || before->path_count == 0 ||
            !pacta_in_one_passage(work, before->first, here->first))
            return false;
        if (before->foreign || before->name != PACTA_NONE)
            return pacta_top_level(work, before) == pacta_top_level(work, here);
    }
    return false;
}

uint32_t pacta_likeliest_owner(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    const pacta_passage *passages = work->fold.passages.items;
    pacta_evidence e = {.context = c, .work = work, .here = here, .last = PACTA_NONE};
    if (is_of_unknown(work, index) || follows_unknown(work, index))
        return PACTA_NONE;
    e.passage = pacta_passage_of(work, here->first);
    e.passage_token = passages[e.passage].first_token;
    e.near_token = passages[e.passage > 0 ? e.passage - 1 : 0].first_token;
    e.sentence_token = work->sentences.items[pacta_sentence_of(work, here->first)].first;
    if (c->linker.about != PACTA_NONE)
        candidate_of(&e, c->linker.about);
    weigh_citations(&e, index);
    weigh_names(&e);
    weigh_heading(&e);
    weigh_words(&e);
    weigh_unit(&e);
    uint32_t best = PACTA_NONE;
    int most = 0;
    for (uint32_t i = 0; i < e.count; i++) {
        const uint32_t instrument = e.items[i].instrument;
        if (c->linker.treaty && instrument == c->linker.self)
            continue; /* which has none such */
        if (pacta_is_beyond(c, here, instrument) || has_none(&e, instrument))
            continue;
        const int weight = e.items[i].weight + pacta_weight_of_kind(&e, &e.items[i]);
        if (best == PACTA_NONE || weight > most) {
            best = instrument;
            most = weight;
        }
    }
    return best;
}
