#include "find/full_titles.h"
#include <string.h>

enum { TITLES = 64 };

/* How an instrument that the registry lacks is named first. */
typedef struct title {
    uint32_t instrument, name;
    uint32_t full; /* index among the titles of the one that it is short for, or PACTA_NONE */
} title;

static const pacta_name *name_of(const pacta_work *work, const title *t) {
    return &work->names.items[t->name];
}

static uint32_t collect(const pacta_work *work, title *titles) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < work->names.count && count < TITLES; i++) {
        const pacta_name *name = &work->names.items[i];
        uint32_t k = 0;
        if (name->kind != NAME_TITLE)
            continue;
        while (k < count && titles[k].instrument != name->instrument)
            k++;
        if (k == count)
            titles[count++] = (title){name->instrument, i, PACTA_NONE};
    }
    return count;
}

static bool is_content(const pacta_work *work, const pacta_name *name, uint32_t token) {
    return token != name->noun && (work->tokens.items[token].flags & TOKEN_UPPER) != 0;
}

static bool has_word(const pacta_work *work, const pacta_name *name, uint32_t token) {
    const pacta_title_word word = pacta_title_word_of(work, token);
    return pacta_title_has(work, name->instrument, &word);
}

/* All that the short title says, the full one says, and more; but a second
 * treaty is not the treaty. */
static bool is_short_for(const pacta_work *work, const pacta_name *brief, const pacta_name *full) {
    uint32_t words = 0, more = 0;
    if (brief->noun == PACTA_NONE || full->noun == PACTA_NONE ||
        work->tokens.items[brief->noun].lexeme != work->tokens.items[full->noun].lexeme)
        return false;
    for (uint32_t i = brief->first; i < brief->end; i++) {
        if (!is_content(work, brief, i))
            continue;
        if (!has_word(work, full, i))
            return false;
        words++;
    }
    for (uint32_t i = full->first; i < full->end; i++) {
        if (!is_content(work, full, i) || has_word(work, brief, i))
            continue;
        if (pacta_is(work, i, CLASS_ORDINAL) || pacta_is(work, i, CLASS_NAME_RANK))
            return false;
        more++;
    }
    return words > 0 && more > 0;
}

/* Finds each title's full one, where there is exactly one. */
static bool match(const pacta_work *work, title *titles, uint32_t count) {
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t found = 0;
        for (uint32_t k = 0; k < count; k++)
            if (k != i && is_short_for(work, name_of(work, &titles[i]), name_of(work, &titles[k]))) {
                titles[i].full = k;
                found++;
            }
        if (found != 1)
            titles[i].full = PACTA_NONE;
        any = any || found == 1;
    }
    return any;
}

static uint32_t full_instrument(const title *titles, uint32_t index) {
    while (titles[index].full != PACTA_NONE)
        index = titles[index].full; /* ever longer titles: no circle */
    return titles[index].instrument;
}

/* Closes the gaps that the short titles' instruments leave. */
static int renumber(pacta_work *work, const title *titles, uint32_t count) {
    pacta_document *document = work->document;
    uint32_t total = document->instruments.count, kept = 0;
    uint32_t *places = pacta_scratch(work, total * sizeof *places);
    if (places == NULL)
        return pacta_out_of_memory(work);
    memset(places, 0, total * sizeof *places);
    for (uint32_t i = 0; i < count; i++)
        if (titles[i].full != PACTA_NONE)
            places[titles[i].instrument] = PACTA_NONE;
    for (uint32_t i = 0; i < total; i++)
        if (places[i] != PACTA_NONE) {
            document->instruments.items[kept] = document->instruments.items[i];
            work->titles.list.items[kept] = work->titles.list.items[i];
            places[i] = kept++;
        }
    for (uint32_t i = 0; i < count; i++)
        if (titles[i].full != PACTA_NONE)
            places[titles[i].instrument] = places[full_instrument(titles, i)];
    document->instruments.count = work->titles.list.count = kept;
    for (uint32_t i = 0; i < work->names.count; i++)
        if (pacta_is_linked(&work->names.items[i]))
            work->names.items[i].instrument = places[work->names.items[i].instrument];
    pacta_index_instruments(work);
    return PACTA_OK;
}

int pacta_unite_titles(pacta_work *work) {
    title titles[TITLES];
    uint32_t count = collect(work, titles);
    return match(work, titles, count) ? renumber(work, titles, count) : PACTA_OK;
}
