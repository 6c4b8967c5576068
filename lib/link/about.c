/* What a text is, or is about. */
#include "core/slug.h"
#include "link/instruments.h"
#include "structure/provision_lookup.h"
#include <string.h>

enum { TITLE_PASSAGES = 4, TITLE_TOKENS = 4096, OPENING_PASSAGES = 6, AMENDMENT = 32, CALLED_LOOK = 256 };

static bool is_own_lexeme(const pacta_linker *linker, uint32_t lexeme) {
    for (uint32_t i = 0; i < linker->own_noun_count; i++)
        if (linker->own_nouns[i] == lexeme)
            return true;
    return false;
}

static bool add_own_noun(pacta_linker *linker, uint32_t lexeme) {
    if (is_own_lexeme(linker, lexeme))
        return true;
    if (linker->own_noun_count < sizeof linker->own_nouns / sizeof *linker->own_nouns)
        linker->own_nouns[linker->own_noun_count++] = lexeme;
    return true;
}

bool pacta_is_replaced(const pacta_linker *linker, uint32_t token) {
    const pacta_work *work = linker->work;
    uint32_t until, begin = work->tokens.items[token].begin;
    if (!linker->treaty || !linker->amending)
        return false;
    return (work->fold.passages.items[pacta_passage_of(work, token)].flags & PASSAGE_QUOTED) != 0 ||
           pacta_quotation_around(work, begin, &until) != PACTA_NONE;
}

/* Article 57: the text has no title, or it was left out. */
static bool begins_with_provision(const pacta_work *work) {
    const pacta_document *document = work->document;
    return document->provisions.count > 0 && work->tokens.count > 0 &&
           document->provisions.items[0].label.begin <= work->tokens.items[0].begin;
}

/* Something of another text shall be replaced, deleted, inserted, near these tokens. */
static bool amends_near(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first + 2; i < end; i++)
        if (pacta_is(work, i, CLASS_AMENDING) && pacta_is(work, i - 1, CLASS_BE) &&
            pacta_is(work, i - 2, CLASS_MODAL))
            return true;
    return false;
}

/* Whatever the title says: in one article of four or more stand words in quotation marks that
 * another text shall have. */
static bool puts_words_in(const pacta_work *work) {
    const pacta_document *document = work->document;
    uint32_t count = 0, articles = 0;
    for (uint32_t i = 0; i < document->quotations.count; i++) {
        const uint32_t first = pacta_token_at(work, document->quotations.items[i].span.begin),
                       end = pacta_token_at(work, document->quotations.items[i].span.end);
        count += amends_near(work, first > AMENDMENT ? first - AMENDMENT : 0, first) ||
                 amends_near(work, end,
                             end + AMENDMENT < work->tokens.count ? end + AMENDMENT : work->tokens.count);
    }
    for (uint32_t i = 0; count > 0 && i < document->provisions.count; i++)
        articles += pacta_is_provision_of(work, i, UNIT_ARTICLE);
    return 4 * count > articles;
}

/* Conference of the Parties to the Convention: of the body that speaks, not of what it says. */
static bool is_of_parties(const pacta_work *work, uint32_t noun) {
    return noun > 2 && pacta_is(work, noun - 1, CLASS_DETERMINER) &&
           !pacta_is(work, noun - 1, CLASS_DEMONSTRATIVE) && pacta_is(work, noun - 2, CLASS_PREPOSITION) &&
           pacta_is(work, noun - 3, CLASS_PARTY);
}

/* "Directive" means the Directive on Nets: the noun is another's name, though a text in an annex
 * calls itself so. */
static bool is_called_so(const pacta_work *work, uint32_t noun) {
    for (uint32_t i = 0; i < work->names.count && i < CALLED_LOOK; i++)
        if (work->names.items[i].called != 0 && pacta_same_word(work, work->names.items[i].called, noun))
            return true;
    return false;
}

/* A treaty calls itself by the first noun of its title, and by the nouns
 * behind "this". */
static int learn_self(pacta_linker *linker) {
    pacta_work *work = linker->work;
    uint32_t noun = PACTA_NONE, end = 0;
    bool titled = true;
    for (uint32_t p = 0; p < TITLE_PASSAGES && p < work->fold.passages.count; p++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        uint32_t first = passage->first_token;
        titled = titled && (p == 0 || !pacta_passage_goes_on(work, p)); /* and no recital */
        for (uint32_t i = first; i < passage->end_token && i - first < TITLE_TOKENS; i++) {
            bool head = pacta_is(work, i, CLASS_INSTRUMENT_NOUN) &&
                        !pacta_is(work, i + 1, CLASS_INSTRUMENT_NOUN) && /* the Charter Treaty */
                        !is_of_parties(work, i);
            if (noun == PACTA_NONE && head && titled)
                noun = work->tokens.items[i].lexeme;
            linker->amending = linker->amending || pacta_is(work, i, CLASS_AMENDING);
        }
        if (p == 0 && !begins_with_provision(work))
            end = passage->end;
    }
    linker->amending = linker->amending || puts_words_in(work);
    if (noun != PACTA_NONE)
        add_own_noun(linker, noun);
    for (uint32_t i = 0; i < work->names.count; i++)
        if (work->names.items[i].kind == NAME_SELF && work->names.items[i].noun != PACTA_NONE &&
            !is_own_lexeme(linker, work->tokens.items[work->names.items[i].noun].lexeme) &&
            !is_called_so(work, work->names.items[i].noun) &&
            !pacta_is_replaced(linker, work->names.items[i].first))
            add_own_noun(linker, work->tokens.items[work->names.items[i].noun].lexeme);
    const char *title = end == 0 ? NULL : pacta_work_text(work);
    linker->self = pacta_instrument_with(work, "this", 4, title, end, NULL);
    return linker->self == PACTA_NONE ? pacta_out_of_memory(work) : PACTA_OK;
}

/* How much an instrument seems to be what a text tells of. What the registry
 * knows is more often cited than told of. */
enum {
    WEIGHT_NAMED = 6,
    WEIGHT_KNOWN = 3,
    WEIGHT_CITED = 3, /* with a provision */
    WEIGHT_HOLDER = 2,
    WEIGHT_UNEXPLAINED = 4, /* an article cited before any instrument is named */
    WEIGHT_TITLE = 6,
    WEIGHT_OPENING = 6,
    WEIGHT_FIRST = 8,
    WEIGHT_NOUN = 6, /* meant by a noun that no other is called by */
    WEIGHT_PROTOCOL = 20,
    HOLDERS = 8,
    NEAR = 8, /* citations */
    NAMES = 64,
    INSTRUMENTS = 64
};

/* What a first mention near the head weighs. */
static uint32_t weight_of_place(const pacta_work *work, const pacta_name *name) {
    uint32_t passage = pacta_passage_of(work, name->first);
    return (passage < OPENING_PASSAGES ? WEIGHT_OPENING : 0u) + (passage == 0 ? WEIGHT_TITLE : 0u);
}

static pacta_level level_of(const pacta_work *work, const pacta_citation *citation) {
    return pacta_unit_of(work, &work->paths.items[citation->first_path].steps[0])->level;
}

/* The Forest Act: a story on a treaty tells of it by the way. */
static bool is_national(const pacta_work *work, const pacta_name *name) {
    return name->kind == NAME_TITLE && name->noun != PACTA_NONE && pacta_is(work, name->noun, CLASS_NATIONAL);
}

/* An article is cited before in the passage: a paragraph may be its own. */
static bool follows_article(const pacta_work *work, uint32_t index) {
    const pacta_citation *citations = work->citations.items;
    for (uint32_t i = index; i-- > 0 && index - i <= NEAR;) {
        if (!pacta_in_one_passage(work, citations[i].first, citations[index].first))
            return false;
        if (citations[i].path_count > 0 && level_of(work, &citations[i]) == LEVEL_ARTICLE)
            return true;
    }
    return false;
}

/* Paragraphs are cited, more than articles, without a word on whose they are: those of a
 * resolution. */
static bool cites_paragraphs(const pacta_work *work) {
    uint32_t paragraphs = 0, articles = 0;
    for (uint32_t i = 0; i < work->citations.count; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        if (citation->name != PACTA_NONE || citation->path_count == 0 || citation->pointer)
            continue;
        const pacta_level level = level_of(work, citation);
        articles += level == LEVEL_ARTICLE;
        paragraphs += level != LEVEL_ARTICLE && !follows_article(work, i);
    }
    return paragraphs > articles;
}

/* The instrument that alone has the noun in its title's head, and the word beside it, if there is one,
 * in its title; or PACTA_NONE. */
static uint32_t only_titled(const pacta_work *work, uint32_t noun, uint32_t beside) {
    const pacta_title_word head = pacta_title_word_of(work, noun),
                           word = pacta_title_word_of(work, beside == PACTA_NONE ? noun : beside);
    uint32_t found = PACTA_NONE;
    for (uint32_t i = 0; i < work->titles.list.count && i < INSTRUMENTS; i++) {
        if (!pacta_title_head_has(work, i, &head) ||
            (beside != PACTA_NONE && !pacta_title_has(work, i, &word)))
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = i;
    }
    return found;
}

/* The only one that has been named with the noun in its title's head before the name `index`, or
 * PACTA_NONE. */
static uint32_t only_named_so(const pacta_work *work, uint32_t index) {
    const pacta_title_word noun = pacta_title_word_of(work, work->names.items[index].noun);
    uint32_t found = PACTA_NONE;
    for (uint32_t i = 0; i < index && i < NAMES; i++) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_explicit(name) || name->instrument == found ||
            !pacta_title_head_has(work, name->instrument, &noun))
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = name->instrument;
    }
    return found;
}

/* The leaked extradition convention: the only one of the noun with the word before it in its title, or
 * PACTA_NONE. */
static uint32_t only_with_word(const pacta_work *work, uint32_t noun) {
    if (noun == 0 || pacta_cut_at(work, noun - 1)->kind != PACTA_TOKEN_WORD ||
        pacta_is(work, noun - 1, CLASS_DETERMINER) || pacta_is(work, noun - 1, CLASS_NAME_RANK))
        return PACTA_NONE;
    return only_titled(work, noun, noun - 1);
}

/* The protocol: it is told of where nothing else is called so, or has been, so far. */
static void weigh_nouns(const pacta_work *work, uint32_t *scores) {
    for (uint32_t i = 0; i < work->names.count && i < NAMES; i++)
        if (work->names.items[i].kind == NAME_HOLDER)
            return; /* the Convention may be the one of the Court */
    for (uint32_t i = 0; i < work->names.count && i < NAMES; i++) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind != NAME_GENERIC || name->noun == PACTA_NONE ||
            (name->noun > 0 && pacta_is(work, name->noun - 1, CLASS_OLDER))) /* the old treaty: by the way */
            continue;
        const uint32_t worded = only_with_word(work, name->noun),
                       only = worded == PACTA_NONE ? only_titled(work, name->noun, PACTA_NONE) : worded,
                       meant = only == PACTA_NONE ? only_named_so(work, i) : only;
        if (meant != PACTA_NONE && scores[meant] > 0)
            scores[meant] += only == PACTA_NONE ? WEIGHT_NOUN / 2 : WEIGHT_NOUN;
    }
}

/* Regulation 2031/418 (the Pump Rules): where a short name's instrument was named first. */
static const pacta_name *first_name(const pacta_work *work, const pacta_name *name) {
    for (uint32_t i = 0; name->kind == NAME_DEFINED && i < work->names.count && i < NAMES; i++)
        if (pacta_is_linked(&work->names.items[i]) && work->names.items[i].instrument == name->instrument)
            return &work->names.items[i];
    return name;
}

static void weigh_names(const pacta_work *work, uint32_t *scores) {
    const bool resolutions = cites_paragraphs(work);
    bool first = true;
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind == NAME_HOLDER)
            first = false;
        if (!pacta_is_explicit(name) || (name->kind == NAME_SYMBOL && !resolutions))
            continue;
        uint32_t *score = &scores[name->instrument];
        bool aside = is_national(work, name);
        if (*score == 0 && !aside)
            *score += weight_of_place(work, first_name(work, name)) +
                      (first && name->kind != NAME_KNOWN ? WEIGHT_FIRST : 0u);
        *score += name->kind == NAME_KNOWN || aside ? WEIGHT_KNOWN : WEIGHT_NAMED;
        first = false;
    }
    weigh_nouns(work, scores);
    first = true;
    for (uint32_t i = 0; i < work->citations.count; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        const pacta_name *name = citation->name == PACTA_NONE ? NULL : &work->names.items[citation->name];
        if (name == NULL || citation->path_count == 0 || !pacta_is_explicit(name))
            continue;
        uint32_t *score = &scores[name->instrument];
        if (name->kind == NAME_SYMBOL && *score == 0) /* is told of only where its provisions are */
            *score += weight_of_place(work, name) + (first ? WEIGHT_FIRST : 0u);
        *score += name->kind == NAME_KNOWN ? 0u : (uint32_t)WEIGHT_CITED; /* named in each, as it is */
        first = false;
    }
}

/* The organisation spoken of most stands for its treaty where articles are
 * cited that nothing else explains. */
static uint32_t weigh_holders(const pacta_work *work, uint32_t *known) {
    struct {
        uint32_t known, score;
    } holders[HOLDERS];
    uint32_t count = 0, best = 0;
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        uint32_t k = 0;
        if (name->kind != NAME_HOLDER)
            continue;
        while (k < count && holders[k].known != name->instrument)
            k++;
        if (k == HOLDERS)
            continue;
        if (k == count) {
            holders[k].known = name->instrument;
            holders[count++].score = weight_of_place(work, name);
        }
        holders[k].score += WEIGHT_HOLDER;
        if (holders[k].score > best) {
            best = holders[k].score;
            *known = holders[k].known;
        }
    }
    return best;
}

/* How many articles are cited bare, and how many of them before any instrument
 * is named. */
static uint32_t count_bare(const pacta_work *work, uint32_t *unexplained) {
    uint32_t named = 0, count = 0;
    while (named < work->names.count && !pacta_is_explicit(&work->names.items[named]))
        named++;
    *unexplained = 0;
    for (uint32_t i = 0; i < work->citations.count; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        if (citation->name != PACTA_NONE || citation->path_count == 0)
            continue;
        count++;
        if (named == work->names.count || citation->first < work->names.items[named].first)
            ++*unexplained;
    }
    return count;
}

static int find_about(pacta_linker *linker) {
    pacta_work *work = linker->work;
    uint32_t with_protocol;
    int status = pacta_find_by_protocol(linker, &with_protocol);
    if (status != PACTA_OK)
        return status;
    uint32_t count = work->document->instruments.count, best = 0, known = 0;
    if (count > 0) {
        uint32_t *scores = pacta_scratch(work, count * sizeof *scores);
        if (scores == NULL)
            return pacta_out_of_memory(work);
        weigh_names(work, scores);
        if (with_protocol != PACTA_NONE)
            scores[with_protocol] += WEIGHT_PROTOCOL;
        for (uint32_t i = 0; i < count; i++)
            if (scores[i] > best) {
                best = scores[i];
                linker->about = i;
            }
    }
    uint32_t unexplained, holder = count_bare(work, &unexplained) > 0 ? weigh_holders(work, &known) : 0;
    if (holder > 0)
        holder += unexplained * WEIGHT_UNEXPLAINED;
    if (holder > best) {
        linker->about = pacta_instrument_known(work, known);
        if (linker->about == PACTA_NONE)
            return pacta_out_of_memory(work);
    }
    return PACTA_OK;
}

int pacta_link_about(pacta_linker *linker) {
    pacta_work *work = linker->work;
    pacta_document *document = work->document;
    linker->treaty = document->info.form == PACTA_FORM_TREATY;
    linker->self = linker->about = PACTA_NONE;
    if (work->options->instrument != NULL) {
        const char *id = work->options->instrument;
        linker->about = pacta_instrument_with(work, id, strlen(id), NULL, 0, NULL);
        if (linker->about == PACTA_NONE)
            return pacta_out_of_memory(work);
    }
    if (linker->treaty) {
        int status = learn_self(linker);
        if (status != PACTA_OK)
            return status;
        uint32_t is = linker->about;
        for (uint32_t i = 0; is == PACTA_NONE && i < work->names.count && i < 4; i++)
            if (work->names.items[i].kind == NAME_KNOWN &&
                pacta_passage_of(work, work->names.items[i].first) == 0)
                is = work->names.items[i].instrument;
        linker->about = linker->self;
        char slug[160] = "";
        const char *title = document->instruments.items[linker->self].title;
        if (is == PACTA_NONE && title != NULL)
            pacta_slug(title, strlen(title), slug, sizeof slug);
        if (is == PACTA_NONE && *slug == '\0')
            return PACTA_OK; /* a text without words that was said to be a treaty */
        document->info.instrument = is != PACTA_NONE ? document->instruments.items[is].id
                                                     : pacta_arena_text(&document->arena, slug, strlen(slug));
        return document->info.instrument == NULL ? pacta_out_of_memory(work) : PACTA_OK;
    }
    int status = linker->about == PACTA_NONE ? find_about(linker) : PACTA_OK;
    if (status != PACTA_OK)
        return status;
    if (linker->about == PACTA_NONE)
        return PACTA_OK;
    document->info.instrument = document->instruments.items[linker->about].id;
    for (uint32_t i = work->names.count; i-- > 0;)
        if (pacta_is_explicit(&work->names.items[i]) && work->names.items[i].instrument == linker->about)
            linker->about_first = work->names.items[i].first;
    return PACTA_OK;
}
