/* Evidence: bare numbers in a text about treaties belong to one of the instruments that
 * it speaks of around them. What speaks for each is weighed. Most weights are those that
 * told the owners of some hundred bare numbers best, each text judged by what the others
 * taught: tenths of the logarithm of the odds. Those of what decides by itself are larger. */
#include "link/owners.h"
#include <stdlib.h>
#include <string.h>

enum {
    WEIGHT_ABOUT = 17,         /* what the text is about */
    WEIGHT_LAST_EXPLICIT = 20, /* named last in the passage by a name of its own */
    WEIGHT_IN_PASSAGE = 11,    /* named in it, before this sentence */
    WEIGHT_WORD = 20,          /* a capital word of the sentence is in its title alone */
    WEIGHT_LAST_NEAR = 7,      /* named last, in the passage or the one before */
    WEIGHT_SINCE = 12,         /* named in the passage, behind the citation before */
    WEIGHT_LAST_CITED = 7,     /* cited last, some passages before */
    WEIGHT_SAME_ARTICLE = 15,  /* cited with this article a little before, */
    WEIGHT_HERE = 35,          /* in this very passage */
    WEIGHT_ONLY = 15,          /* and no other instrument with it, however long before */
    WEIGHT_SAME_PLACE = 16,    /* cited with this very provision before */
    WEIGHT_GOES_ON = 15,       /* a paragraph, behind its article in the passage, */
    WEIGHT_NEXT = 50,          /* and behind another paragraph more so */
    WEIGHT_CITED = 4,          /* each time that it was cited in the passage, */
    CITED_MOST = 3,            /* up to three */
    WEIGHT_FAR = -40,          /* the article is far beyond those cited of it with its name */
    WEIGHT_STYLE = -30,        /* its articles have Roman numbers, and this one has not */
    WEIGHT_UNIT = -12,         /* it is cited by other units: sections, not articles */
    WEIGHT_NATIONAL = -12,     /* an act, where an article is cited */
    WEIGHT_TREATY = -45,       /* none, where a section is */
    WEIGHT_LATER = -18,        /* not named yet */
    WEIGHT_IN_SENTENCE = 8,    /* last of all in its sentence, before it */
    WEIGHT_SUBJECT = 15,       /* its sentence begins with its name */
    WEIGHT_MARGIN = 60,        /* the text is about it, and cites it in short at a paragraph's end */
    WEIGHT_PROTOCOL = 60,      /* it has the protocol of this number */
    WEIGHT_FAMOUS = 45,        /* all know it by this provision */
    WEIGHT_CHAPTER = 40        /* an article of it was cited that has the chapter's number */
};

enum {
    NAMES_BACK = 64,
    NAMES_AHEAD = 16,
    CITATIONS_BACK = 32,
    CITATIONS_SEEN = 256,
    WORDS_BACK = 40,
    LETTERS = 4,
    FAR_TIMES = 4,
    FAR_LEAST = 60,
    ARTICLE_PASSAGES = 2,
    PLACE_PASSAGES = 10,
    LAST_PASSAGES = 3,
    CANDIDATES = 24,
    PARAGRAPH_MOST = 24,
    SUBJECT_REACH = 3
};

/* ---- What the whole text says of each instrument ----------------------------------------- */

static void profile_name(const pacta_work *work, const pacta_name *name) {
    pacta_profile *profile = &work->profiles.items[name->instrument];
    if (name->first < profile->first)
        profile->first = name->first;
    if (name->kind == NAME_TITLE && name->noun != PACTA_NONE && pacta_is(work, name->noun, CLASS_NATIONAL))
        profile->national = true;
    if (name->kind == NAME_SYMBOL && name->rule->mode == INSTRUMENT_RESOLUTION)
        profile->resolution = true;
}

/* The number of the first provision of the unit that is cited, or 0. */
static uint32_t number_of(const pacta_work *work, const pacta_citation *citation, pacta_named_unit unit) {
    return pacta_cites_unit(work, citation, unit)
               ? (uint32_t)strtoul(work->paths.items[citation->first_path].steps[0].number, NULL, 10)
               : 0;
}

static void profile_citation(const pacta_work *work, const pacta_citation *citation) {
    pacta_profile *profile = &work->profiles.items[work->names.items[citation->name].instrument];
    const uint8_t unit = work->paths.items[citation->first_path].steps[0].unit;
    profile->units[unit / 64] |= UINT64_C(1) << unit % 64;
    profile->cited = true;
    const uint32_t article = number_of(work, citation, UNIT_ARTICLE);
    profile->highest = article > profile->highest ? article : profile->highest;
    if (pacta_cites_unit(work, citation, UNIT_ARTICLE))
        *(citation->roman ? &profile->roman : &profile->figures) = true;
}

int pacta_profile_instruments(pacta_work *work) {
    const uint32_t count = work->document->instruments.count;
    work->profiles.count = 0;
    if (!pacta_array_reserve(&work->memory, &work->profiles, count))
        return pacta_out_of_memory(work);
    for (; work->profiles.count < count; work->profiles.count++)
        work->profiles.items[work->profiles.count] = (pacta_profile){.first = PACTA_NONE};
    for (uint32_t i = 0; i < work->names.count; i++)
        if (pacta_is_linked(&work->names.items[i]))
            profile_name(work, &work->names.items[i]);
    for (uint32_t i = 0; i < work->citations.count; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        if (citation->name != PACTA_NONE && citation->path_count > 0 &&
            pacta_is_linked(&work->names.items[citation->name]))
            profile_citation(work, citation);
    }
    return PACTA_OK;
}

/* ---- Candidates ----------------------------------------------------------------------------- */

typedef struct candidate {
    uint32_t instrument;
    const pacta_known *known; /* of it, or NULL */
    int weight;
    uint8_t cited;                 /* times, in the passage */
    bool in_passage, before;       /* what was weighed of its names */
    bool same_article, same_place; /* and of its citations */
    bool cites_article;            /* it was cited with this article, however long before */
    bool roman, figures;           /* articles of it were, as the text seems to say, cited so before */
    bool items, others;            /* and paragraphs alone, or other units */
} candidate;

typedef struct evidence {
    const pacta_context *context;
    const pacta_work *work;
    const pacta_citation *here;
    uint32_t passage, passage_token, near_token, sentence_token;
    uint32_t last; /* the citation before, of an instrument that is known; or PACTA_NONE */
    candidate items[CANDIDATES];
    uint32_t count;
} evidence;

/* The candidate, added if need be; NULL where there are too many. */
static candidate *candidate_of(evidence *e, uint32_t instrument) {
    for (uint32_t i = 0; i < e->count; i++)
        if (e->items[i].instrument == instrument)
            return &e->items[i];
    if (e->count == CANDIDATES)
        return NULL;
    e->items[e->count] =
        (candidate){.instrument = instrument, .known = pacta_known_of(&e->context->linker, instrument)};
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

static void weigh_citation(evidence *e, const pacta_citation *before, candidate *of) {
    const pacta_work *work = e->work;
    const uint32_t distance = e->passage - pacta_passage_of(work, before->first);
    const bool last = before == &work->citations.items[e->last];
    if (pacta_cites_unit(work, before, UNIT_ARTICLE))
        *(before->roman ? &of->roman : &of->figures) = true;
    if (before->path_count > 0)
        *(pacta_top_level(work, before) == LEVEL_ITEM ? &of->items : &of->others) = true;
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
    if (!of->same_article && distance <= ARTICLE_PASSAGES && same_article) {
        of->same_article = true;
        of->weight += WEIGHT_SAME_ARTICLE + (distance == 0 ? WEIGHT_HERE : 0);
    }
    if (!of->same_place && distance <= PLACE_PASSAGES && pacta_cites_path(work, before, path, true)) {
        of->same_place = true;
        of->weight += WEIGHT_SAME_PLACE;
    }
}

/* The only one that was cited with this article. */
static void weigh_only(evidence *e) {
    candidate *only = NULL;
    for (uint32_t i = 0; i < e->count; i++) {
        if (!e->items[i].cites_article)
            continue;
        if (only != NULL)
            return;
        only = &e->items[i];
    }
    if (only != NULL)
        only->weight += WEIGHT_ONLY;
}

static void weigh_citations(evidence *e, uint32_t index) {
    for (uint32_t i = index; i-- > 0 && index - i <= CITATIONS_BACK;) {
        const pacta_citation *before = &e->work->citations.items[i];
        candidate *of = before->owner == PACTA_NONE ? NULL : candidate_of(e, before->owner);
        if (of == NULL)
            continue;
        if (e->last == PACTA_NONE)
            e->last = i;
        weigh_citation(e, before, of);
    }
    weigh_only(e);
}

/* A name in the passage. */
static void weigh_name(const evidence *e, const pacta_name *name, candidate *of) {
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
static candidate *named_by(evidence *e, const pacta_name *name) {
    if (pacta_is_linked(name))
        return candidate_of(e, name->instrument);
    for (uint32_t i = 0; name->kind == NAME_HOLDER && i < e->count; i++)
        if (e->items[i].known == &e->work->rules->registry.known.items[name->instrument])
            return &e->items[i];
    return NULL;
}

/* Its sentence begins with the name, and is about it. */
static bool begins_sentence(const evidence *e, const pacta_name *name) {
    const uint32_t first = e->sentence_token;
    return name->first == first || (name->first > first && name->first - first <= SUBJECT_REACH &&
                                    pacta_is(e->work, first, CLASS_DETERMINER));
}

static void weigh_names(evidence *e) {
    const pacta_work *work = e->work;
    const uint32_t end = pacta_first_name(work, e->here->first);
    bool near = false, explicit = false;
    for (uint32_t i = end; i-- > 0 && end - i <= NAMES_BACK;) {
        const pacta_name *name = &work->names.items[i];
        candidate *of = named_by(e, name);
        if (of == NULL || name->first < e->near_token ||
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
    for (uint32_t i = end; i < work->names.count && i - end < NAMES_AHEAD; i++)
        if (pacta_is_linked(&work->names.items[i]))
            candidate_of(e, work->names.items[i].instrument);
}

/* The only candidate whose title has the word, or NULL. */
static candidate *only_titled(evidence *e, const pacta_title_word *word) {
    candidate *found = NULL;
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
static void weigh_words(evidence *e) {
    const pacta_work *work = e->work;
    for (uint32_t i = e->here->first; i-- > e->sentence_token && e->here->first - i <= WORDS_BACK;) {
        const pacta_cut *cut = pacta_cut_at(work, i);
        if (!pacta_has_sign(work, i, SIGN_UPPER) || cut->kind != PACTA_TOKEN_WORD ||
            cut->end - cut->begin < LETTERS || pacta_is(work, i, CLASS_TITLE_STOP) ||
            pacta_is(work, i, CLASS_INSTRUMENT_NOUN))
            continue;
        const pacta_title_word word = pacta_title_word_of(work, i);
        candidate *of = only_titled(e, &word);
        if (of != NULL && !pacta_is_quoted_apart(work, i, e->here->first)) {
            of->weight += WEIGHT_WORD;
            return;
        }
    }
}

/* ---- What the instrument is ------------------------------------------------------------------- */

/* Its articles are not numbered as the citation's is: GATT has Roman ones. */
static bool has_other_style(const evidence *e, const candidate *of, const pacta_profile *profile) {
    const bool roman = e->here->roman, figures_cited = profile->figures || of->figures,
               roman_cited = profile->roman || of->roman;
    const pacta_known *known = of->known;
    if (!pacta_cites_unit(e->work, e->here, UNIT_ARTICLE))
        return false;
    return known != NULL ? known->numbering == (roman ? NUMBERING_PLAIN : NUMBERING_ROMAN)
                         : (roman ? figures_cited && !roman_cited : roman_cited && !figures_cited);
}

/* Article 298, of a treaty of which the text cites Articles 2 to 9. */
static bool is_far_beyond(const evidence *e, const pacta_known *known, const pacta_profile *profile) {
    const uint32_t article = number_of(e->work, e->here, UNIT_ARTICLE);
    return known == NULL && profile->highest > 0 && article >= FAR_LEAST &&
           article > FAR_TIMES * profile->highest;
}

/* The text cites it by the unit of the citation and by its name. */
static bool is_cited_by_unit(const evidence *e, const pacta_profile *profile) {
    const uint8_t unit = e->work->paths.items[e->here->first_path].steps[0].unit;
    return (profile->units[unit / 64] >> unit % 64 & 1) != 0;
}

/* A paragraph may be of an article that is cited. */
static bool has_other_units(const evidence *e, const candidate *of, const pacta_profile *profile) {
    const pacta_level level = pacta_top_level(e->work, e->here);
    if (of->items && !of->others && !profile->cited && level == LEVEL_ARTICLE)
        return true; /* it is cited by its paragraphs, which stand in no articles */
    return profile->cited && e->here->path_count > 0 && level != LEVEL_ITEM && level != LEVEL_PIECE &&
           !is_cited_by_unit(e, profile);
}

/* ... without a judge (arts. 7 and 9). In brackets, at a paragraph's end, and in the short form: of
 * what the text examines, whatever else it speaks of. */
static bool is_in_margin(const evidence *e) {
    const pacta_work *work = e->work;
    const uint32_t first = e->here->first, end = e->here->end;
    return pacta_cites_unit(work, e->here, UNIT_ARTICLE) && first > 0 &&
           pacta_is_char(work, first - 1, '(') && pacta_is_char(work, first + 1, '.') &&
           end + 1 < work->tokens.count && pacta_is_char(work, end, ')') &&
           end + 2 >= work->fold.passages.items[e->passage].end_token;
}

/* Chapter VII: whoever cites it so means the Charter, if the text speaks of that at all. */
static bool is_famous(const evidence *e, const pacta_known *known) {
    char eid[EID_ROOM];
    if (known == NULL || known->famous == NULL || e->here->path_count == 0 ||
        !pacta_eid_of(e->work, &e->work->paths.items[e->here->first_path], false, eid, sizeof eid))
        return false;
    for (const char *at = known->famous; *at != '\0';) {
        const size_t size = strcspn(at, "|");
        if (strlen(eid) == size && memcmp(at, eid, size) == 0)
            return true;
        at += size + (at[size] == '|');
    }
    return false;
}

/* Chapter 8, Annex 8-A: of what Article 8.6 is cited of with its name. */
static bool is_numbered_alike(const evidence *e, const candidate *of) {
    const pacta_work *work = e->work;
    if (e->here->path_count == 0 || (of->known != NULL && of->known->numbering != NUMBERING_DOTTED))
        return false;
    const pacta_step *here = &work->paths.items[e->here->first_path].steps[0];
    const pacta_level level = pacta_unit_of(work, here)->level;
    const size_t size = strspn(here->number, "0123456789");
    const bool chapter = level == LEVEL_DIVISION && here->number[size] == '\0',
               annex = level == LEVEL_ATTACHMENT && here->number[size] == '-';
    for (uint32_t i = 0; size > 0 && (chapter || annex) && i < work->citations.count && i < CITATIONS_SEEN;
         i++) {
        const pacta_citation *citation = &work->citations.items[i];
        if (citation->name == PACTA_NONE || citation->path_count == 0 ||
            work->names.items[citation->name].instrument != of->instrument)
            continue;
        const char *number = work->paths.items[citation->first_path].steps[0].number;
        if (pacta_top_level(work, citation) == LEVEL_ARTICLE && number[strspn(number, "0123456789")] == '.' &&
            (annex || (strncmp(number, here->number, size) == 0 && number[size] == '.')))
            return true;
    }
    return false;
}

static int weight_of_kind(const evidence *e, const candidate *of) {
    static const pacta_profile NONE = {.first = PACTA_NONE};
    const pacta_work *work = e->work;
    const pacta_profile *profile =
        of->instrument < work->profiles.count ? &work->profiles.items[of->instrument] : &NONE;
    const bool section = pacta_is(work, e->here->first, CLASS_NATIONAL_UNIT);
    int weight = of->instrument == e->context->linker.about ? WEIGHT_ABOUT : 0;
    weight += weight > 0 && is_in_margin(e) ? WEIGHT_MARGIN : 0;
    if (of->known != NULL && e->here->path_count > 0 &&
        pacta_protocol_of(work, of->known, &work->paths.items[e->here->first_path].steps[0]) != PACTA_NONE)
        weight += WEIGHT_PROTOCOL;
    if (is_famous(e, of->known))
        weight += WEIGHT_FAMOUS;
    if (is_numbered_alike(e, of))
        weight += WEIGHT_CHAPTER;
    if (has_other_style(e, of, profile))
        weight += WEIGHT_STYLE;
    if (is_far_beyond(e, of->known, profile))
        weight += WEIGHT_FAR;
    if (has_other_units(e, of, profile))
        weight += WEIGHT_UNIT;
    if (section != profile->national)
        weight += section ? WEIGHT_TREATY : WEIGHT_NATIONAL;
    if (profile->first != PACTA_NONE && profile->first > e->here->first)
        weight += WEIGHT_LATER;
    return weight;
}

/* paragraph 141: of a judgment or report, since no article is so long. */
static bool is_high_paragraph(const evidence *e) {
    return number_of(e->work, e->here, UNIT_PARAGRAPH) > PARAGRAPH_MOST;
}

/* The instrument has nothing of the kind: a resolution no articles and chapters, a treaty no
 * paragraph 141. */
static bool has_none(const evidence *e, uint32_t instrument) {
    const pacta_level level = pacta_top_level(e->work, e->here);
    if (instrument >= e->work->profiles.count)
        return false;
    const pacta_profile *profile = &e->work->profiles.items[instrument];
    return profile->resolution ? level == LEVEL_DIVISION || level == LEVEL_ARTICLE
                               : is_high_paragraph(e) && !is_cited_by_unit(e, profile);
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

uint32_t pacta_likeliest_owner(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    const pacta_passage *passages = work->fold.passages.items;
    evidence e = {.context = c, .work = work, .here = here, .last = PACTA_NONE};
    if (is_of_unknown(work, index))
        return PACTA_NONE;
    e.passage = pacta_passage_of(work, here->first);
    e.passage_token = passages[e.passage].first_token;
    e.near_token = passages[e.passage > 0 ? e.passage - 1 : 0].first_token;
    e.sentence_token = work->sentences.items[pacta_sentence_of(work, here->first)].first;
    if (c->linker.about != PACTA_NONE)
        candidate_of(&e, c->linker.about);
    weigh_citations(&e, index);
    weigh_names(&e);
    weigh_words(&e);
    uint32_t best = PACTA_NONE;
    int most = 0;
    for (uint32_t i = 0; i < e.count; i++) {
        const uint32_t instrument = e.items[i].instrument;
        if (c->linker.treaty && instrument == c->linker.self)
            continue; /* which has none such */
        if (pacta_is_beyond(c, here, instrument) || has_none(&e, instrument))
            continue;
        const int weight = e.items[i].weight + weight_of_kind(&e, &e.items[i]);
        if (best == PACTA_NONE || weight > most) {
            best = instrument;
            most = weight;
        }
    }
    return best;
}
