#include "link/told.h"
#include <stdio.h>
#include <string.h>

enum { YEAR = 4 };

/* Words up to an article; false where none stands before them. What ranks it (new, same)
 * tells nothing. */
static bool read_words(const pacta_work *work, pacta_told *told) {
    const uint32_t noun = told->noun;
    for (uint32_t i = noun; i-- > 0 && noun - i <= PACTA_WORDS_TOLD;) {
        const pacta_cut *cut = pacta_cut_at(work, i);
        if (pacta_is(work, i, CLASS_DETERMINER))
            return true;
        if (cut->kind == PACTA_TOKEN_NUMBER && cut->end - cut->begin == YEAR)
            told->years[told->year_count++] = pacta_work_text(work) + cut->begin;
        else if (cut->kind != PACTA_TOKEN_WORD)
            return false;
        else if (!pacta_is(work, i, CLASS_NAME_RANK) && !pacta_is(work, i, CLASS_LAST_NAMED))
            told->words[told->word_count++] = pacta_title_word_of(work, i);
        told->older = told->older || pacta_is(work, i, CLASS_OLDER);
        told->newer = told->newer || pacta_is(work, i, CLASS_NEWER);
    }
    return false;
}

static void tell_nothing(pacta_told *told) {
    told->word_count = told->year_count = 0;
    told->older = told->newer = false;
}

bool pacta_read_told(const pacta_work *work, uint32_t noun, pacta_told *told) {
    told->noun = noun;
    tell_nothing(told);
    if (!read_words(work, told))
        tell_nothing(told);
    return told->word_count + told->year_count > 0 || told->older || told->newer;
}

/* The year in which the instrument was made, as its id or, in the registry, its IRI has it:
 * four digits, not terminated, or NULL. */
static const char *year_on_record(const pacta_work *work, uint32_t instrument) {
    const pacta_instrument *it = &work->document->instruments.items[instrument];
    const char *dash = strrchr(it->id, '-');
    if (dash != NULL && strlen(dash) == YEAR + 1 && strspn(dash + 1, "0123456789") == YEAR)
        return dash + 1;
    for (const char *at = it->iri; at != NULL && (at = strchr(at, '/')) != NULL;)
        if (strspn(++at, "0123456789") == YEAR)
            return at;
    return NULL;
}

/* How well the year fits the instrument: it is on record, or the text says that it was made
 * then. */
static uint32_t weigh_year(const pacta_work *work, uint32_t instrument, const char *year) {
    char made[YEAR + 1];
    const char *record = year_on_record(work, instrument);
    if (record != NULL && memcmp(record, year, YEAR) == 0)
        return 2;
    snprintf(made, sizeof made, "%u", (unsigned)work->titles.list.items[instrument].year % 10000);
    return strncmp(made, year, YEAR) == 0;
}

/* How much of it tells that it is the instrument: words of its title, its year. */
static uint32_t weigh_told(const pacta_work *work, uint32_t instrument, const pacta_told *told) {
    uint32_t weight = 0;
    for (uint32_t i = 0; i < told->word_count; i++)
        weight += pacta_title_has(work, instrument, &told->words[i]) ? 2 : 0;
    for (uint32_t i = 0; i < told->year_count; i++)
        weight += weigh_year(work, instrument, told->years[i]);
    return weight;
}

/* Of those of the noun, or of any. */
static uint32_t most_told(const pacta_linker *linker, const pacta_told *told, bool any) {
    const pacta_work *work = linker->work;
    uint32_t found = PACTA_NONE, most = 0;
    for (uint32_t i = 0; i < work->titles.list.count && i < PACTA_LOOK_BACK; i++) {
        const bool titled = work->document->instruments.items[i].title != NULL;
        if (i == linker->self || (!any && titled && !pacta_title_head_has(work, i, &told->word)))
            continue;
        const uint32_t weight = weigh_told(work, i, told);
        if (weight > 0 && weight >= most) {
            found = weight == most ? PACTA_NONE : i;
            most = weight;
        }
    }
    return found;
}

/* the extradition convention, the 1963 treaty; the 1963 text, if it is of another noun. */
uint32_t pacta_most_told(const pacta_linker *linker, const pacta_told *told) {
    const uint32_t found = most_told(linker, told, false);
    const bool any =
        found == PACTA_NONE && told->word_count == 0 && pacta_is(linker->work, told->noun, CLASS_GENERIC);
    return any ? most_told(linker, told, true) : found;
}

/* The instrument is none of the registry, and of the noun, or of any noun. */
static bool may_be_compared(const pacta_linker *linker, uint32_t instrument, const pacta_told *told,
                            bool any) {
    return instrument != linker->self && linker->work->document->instruments.items[instrument].iri == NULL &&
           (any || pacta_may_mean(linker->work, instrument, told));
}

/* The one made first, as the text tells it of `*dated` of them; of any noun. */
static uint32_t first_made(const pacta_linker *linker, const pacta_told *told, uint32_t *dated) {
    const pacta_work *work = linker->work;
    uint32_t found = PACTA_NONE, year = 0;
    *dated = 0;
    for (uint32_t i = 0; i < work->titles.list.count && i < PACTA_LOOK_BACK; i++) {
        const uint32_t made = work->titles.list.items[i].year;
        if (made == 0 || !may_be_compared(linker, i, told, true))
            continue;
        ++*dated;
        if (year == 0 || made <= year) {
            found = made == year ? PACTA_NONE : i;
            year = made;
        }
    }
    return found;
}

/* The only one of its noun, or PACTA_NONE. */
static uint32_t only_of_noun(const pacta_linker *linker, const pacta_told *told) {
    uint32_t found = PACTA_NONE;
    for (uint32_t i = 0; i < linker->work->titles.list.count && i < PACTA_LOOK_BACK; i++) {
        if (!may_be_compared(linker, i, told, false))
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = i;
    }
    return found;
}

uint32_t pacta_oldest(const pacta_linker *linker, const pacta_told *told) {
    uint32_t dated;
    const uint32_t first = first_made(linker, told, &dated),
                   only = dated < 2 ? only_of_noun(linker, told) : PACTA_NONE;
    return only != PACTA_NONE ? only : first; /* the old treaty, beside a convention of 1974 */
}

/* The one made last of those named, by the years on record; where the last one named has none,
 * that one, or, among those of any noun, none. */
static uint32_t newest(const pacta_linker *linker, uint32_t index, const pacta_told *told, bool any) {
    const pacta_work *work = linker->work;
    uint32_t found = PACTA_NONE;
    const char *year = NULL;
    for (uint32_t i = index; i-- > 0 && index - i <= PACTA_LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_explicit(name) || !may_be_compared(linker, name->instrument, told, any))
            continue;
        const char *made = year_on_record(work, name->instrument);
        if (found != PACTA_NONE && (made == NULL || memcmp(made, year, YEAR) <= 0))
            continue;
        found = name->instrument;
        year = made;
        if (year == NULL)
            return any ? PACTA_NONE : found;
    }
    return found;
}

uint32_t pacta_newest(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const uint32_t found = newest(linker, index, told, false);
    return found == PACTA_NONE && pacta_is(linker->work, told->noun, CLASS_GENERIC)
               ? newest(linker, index, told, true) /* the new text */
               : found;
}

bool pacta_is_of_other_year(const pacta_work *work, uint32_t instrument, const pacta_told *told) {
    if (told->year_count == 0 || year_on_record(work, instrument) == NULL)
        return false;
    for (uint32_t i = 0; i < told->year_count; i++)
        if (weigh_year(work, instrument, told->years[i]) > 0)
            return false;
    return true;
}

bool pacta_may_mean(const pacta_work *work, uint32_t instrument, const pacta_told *told) {
    return pacta_title_head_has(work, instrument, &told->word) &&
           !pacta_is_of_other_year(work, instrument, told);
}
