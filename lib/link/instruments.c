#include "link/instruments.h"
#include "core/slug.h"
#include <string.h>

enum { TITLE_PASSAGES = 4, OPENING_PASSAGES = 6, LOOK_BACK = 256, TITLE_ROOM = 400 };

const pacta_known *pacta_known_of(const pacta_linker *linker, uint32_t instrument) {
    const pacta_registry *registry = &linker->work->rules->registry;
    if (instrument == PACTA_NONE)
        return NULL;
    const char *id = linker->work->document->instruments.items[instrument].id;
    uint32_t known = pacta_index_find(&registry->ids, id, strlen(id));
    return known == PACTA_NONE ? NULL : &registry->known.items[known];
}

static bool is_explicit(const pacta_name *name) {
    return name->kind == NAME_KNOWN || name->kind == NAME_TITLE || name->kind == NAME_DEFINED ||
           name->kind == NAME_SYMBOL;
}

/* ---- What the text is about ------------------------------------------------------- */

static bool add_own_noun(pacta_linker *linker, uint32_t lexeme) {
    for (uint32_t i = 0; i < linker->own_noun_count; i++)
        if (linker->own_nouns[i] == lexeme)
            return true;
    if (linker->own_noun_count < sizeof linker->own_nouns / sizeof *linker->own_nouns)
        linker->own_nouns[linker->own_noun_count++] = lexeme;
    return true;
}

static bool is_own_noun(const pacta_linker *linker, uint32_t token) {
    uint32_t lexeme = linker->work->tokens.items[token].lexeme;
    for (uint32_t i = 0; i < linker->own_noun_count; i++)
        if (linker->own_nouns[i] == lexeme)
            return true;
    return false;
}

/* A treaty calls itself by the first noun of its title, and by the nouns
 * behind "this". */
static int learn_self(pacta_linker *linker) {
    pacta_work *work = linker->work;
    uint32_t noun = PACTA_NONE, end = 0;
    for (uint32_t p = 0; p < TITLE_PASSAGES && p < work->fold.passages.count; p++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        for (uint32_t i = passage->first_token; i < passage->end_token; i++) {
            if (noun == PACTA_NONE && pacta_is(work, i, CLASS_INSTRUMENT_NOUN))
                noun = work->tokens.items[i].lexeme;
            linker->amending = linker->amending || pacta_is(work, i, CLASS_AMENDING);
        }
        if (p == 0)
            end = passage->end;
    }
    if (noun != PACTA_NONE)
        add_own_noun(linker, noun);
    for (uint32_t i = 0; i < work->names.count; i++)
        if (work->names.items[i].kind == NAME_SELF && work->names.items[i].noun != PACTA_NONE)
            add_own_noun(linker, work->tokens.items[work->names.items[i].noun].lexeme);
    const char *title = end == 0 ? NULL : pacta_work_text(work);
    linker->self = pacta_instrument_with(work, "this", 4, title, end, NULL);
    return linker->self == PACTA_NONE ? pacta_out_of_memory(work) : PACTA_OK;
}

/* The first name, names near the head and references count most; what the
 * registry knows is more often cited than told of. */
static void weigh(pacta_linker *linker, uint32_t *scores) {
    pacta_work *work = linker->work;
    uint64_t total = 0;
    bool first = true;
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (!is_explicit(name) || name->kind == NAME_SYMBOL)
            continue;
        uint32_t passage = pacta_passage_of(work, name->first), *score = &scores[name->instrument];
        if (*score == 0)
            *score += (passage < OPENING_PASSAGES ? 6u : 0u) + (passage == 0 ? 6u : 0u) + (first ? 8u : 0u);
        *score += name->kind == NAME_KNOWN ? 3 : 6;
        first = false;
    }
    for (uint32_t i = 0; i < work->citations.count; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        const pacta_name *name = citation->name == PACTA_NONE ? NULL : &work->names.items[citation->name];
        if (name != NULL && citation->path_count > 0 && is_explicit(name) && name->kind != NAME_SYMBOL)
            scores[name->instrument] += 3;
    }
    linker->about = PACTA_NONE;
    for (uint32_t i = 0; i < work->document->instruments.count; i++) {
        total += scores[i];
        if (scores[i] > 0 && (linker->about == PACTA_NONE || scores[i] > scores[linker->about]))
            linker->about = i;
    }
    linker->strong = linker->about != PACTA_NONE && (uint64_t)scores[linker->about] * 2 > total;
}

int pacta_link_about(pacta_linker *linker) {
    pacta_work *work = linker->work;
    pacta_document *document = work->document;
    linker->treaty = document->info.form == PACTA_FORM_TREATY;
    linker->self = linker->about = PACTA_NONE;
    if (work->options->instrument != NULL) {
        const char *id = work->options->instrument;
        linker->about = pacta_instrument_with(work, id, strlen(id), NULL, 0, NULL);
        linker->strong = true;
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
    if (linker->about == PACTA_NONE && document->instruments.count > 0) {
        uint32_t *scores = pacta_scratch(work, document->instruments.count * sizeof *scores);
        if (scores == NULL)
            return pacta_out_of_memory(work);
        weigh(linker, scores);
    }
    if (linker->about != PACTA_NONE)
        document->info.instrument = document->instruments.items[linker->about].id;
    return PACTA_OK;
}

/* ---- Nouns -------------------------------------------------------------------------------- */

/* The lexeme of the word [begin, end). */
static uint32_t lexeme_of(const pacta_work *work, const char *begin, const char *end) {
    char word[LEXEME_LIMIT];
    size_t size = (size_t)(end - begin);
    if (size == 0 || size >= sizeof word)
        return 0;
    pacta_slug(begin, size, word, sizeof word);
    return pacta_lexicon_find(&work->rules->lexicon, word, strlen(word));
}

/* Bytes of the title in front of the first noun's "of", "to", "on": what the
 * instrument is, without what it is about. */
static size_t head_of(const pacta_work *work, const char *title) {
    bool noun = false;
    for (const char *at = title; *at != '\0';) {
        const char *end = at + strcspn(at, " ");
        uint32_t lexeme = lexeme_of(work, at, end);
        const pacta_lexeme *word = &work->rules->lexicon.lexemes.items[lexeme];
        if (noun && pacta_lexeme_is(word, CLASS_TITLE_OPENER))
            return (size_t)(at - title);
        noun = noun || pacta_lexeme_is(word, CLASS_INSTRUMENT_NOUN);
        at = end + (*end == ' ');
    }
    return strlen(title);
}

bool pacta_title_has_noun(const pacta_linker *linker, uint32_t instrument, uint32_t token) {
    const pacta_work *work = linker->work;
    const pacta_cut *cut = &work->tokens.items[token];
    const char *title = work->document->instruments.items[instrument].title;
    char head[TITLE_ROOM];
    size_t size = title == NULL ? 0 : head_of(work, title);
    if (title == NULL)
        return false;
    size = size < sizeof head ? size : sizeof head - 1;
    memcpy(head, title, size);
    head[size] = '\0';
    return pacta_slug_has(head, pacta_work_text(work) + cut->begin, cut->end - cut->begin);
}

/* The instrument named last before `index` whose title has the noun. */
static uint32_t last_with_noun(const pacta_linker *linker, uint32_t index, uint32_t noun) {
    const pacta_work *work = linker->work;
    for (uint32_t i = index; i-- > 0 && index - i <= LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (is_explicit(name) && name->instrument != linker->self &&
            pacta_title_has_noun(linker, name->instrument, noun))
            return name->instrument;
    }
    return PACTA_NONE;
}

/* The treaty-like instrument named last before `index`. */
static uint32_t last_named(const pacta_linker *linker, uint32_t index) {
    const pacta_work *work = linker->work;
    for (uint32_t i = index; i-- > 0 && index - i <= LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (is_explicit(name) && name->kind != NAME_SYMBOL)
            return name->instrument;
    }
    return PACTA_NONE;
}

static uint32_t bare_noun(const pacta_linker *linker, uint32_t token) {
    const pacta_cut *cut = &linker->work->tokens.items[token];
    if ((cut->flags & TOKEN_UPPER) == 0)
        return PACTA_NONE;
    uint32_t known = pacta_registry_bare(&linker->work->rules->registry, cut->lexeme);
    return known == PACTA_NONE ? PACTA_NONE : pacta_instrument_known(linker->work, known);
}

static uint32_t resolve_generic(const pacta_linker *linker, uint32_t index) {
    const pacta_name *name = &linker->work->names.items[index];
    uint32_t noun = name->noun;
    if (noun == PACTA_NONE)
        return PACTA_NONE; /* a name that several instruments have */
    bool any = pacta_is(linker->work, noun, CLASS_GENERIC);
    if (name->last_named) {
        uint32_t last = last_with_noun(linker, index, noun);
        if (last != PACTA_NONE)
            return last;
    }
    if (linker->treaty && is_own_noun(linker, noun) && !name->last_named)
        return linker->self;
    if (!linker->treaty && linker->about != PACTA_NONE && pacta_title_has_noun(linker, linker->about, noun))
        return linker->about;
    uint32_t found = last_with_noun(linker, index, noun);
    if (found == PACTA_NONE)
        found = bare_noun(linker, noun);
    if (found != PACTA_NONE || !any || linker->treaty)
        return found;
    return linker->about != PACTA_NONE ? linker->about : last_named(linker, index);
}

int pacta_link_names(pacta_linker *linker) {
    pacta_work *work = linker->work;
    for (uint32_t i = 0; i < work->names.count; i++) {
        pacta_name *name = &work->names.items[i];
        if (name->kind == NAME_SELF && linker->treaty)
            name->instrument = linker->self;
        else if (name->kind == NAME_GENERIC || name->kind == NAME_SELF)
            name->instrument = resolve_generic(linker, i);
    }
    return PACTA_OK;
}
