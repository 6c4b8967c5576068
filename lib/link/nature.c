/* What an instrument is, and how its provisions are numbered and cited: which speaks for or
 * against it. */
#include "link/evidence.h"
#include <string.h>

enum {
    WEIGHT_ABOUT = 17,     /* what the text is about */
    WEIGHT_FAR = -40,      /* the article is far beyond those cited of it with its name */
    WEIGHT_STYLE = -30,    /* its articles have Roman numbers, and this one has not */
    WEIGHT_UNIT = -12,     /* it is cited by other units: sections, not articles */
    WEIGHT_NATIONAL = -12, /* an act, where an article is cited */
    WEIGHT_TREATY = -45,   /* none, where a section is */
    WEIGHT_LATER = -18,    /* not named yet */
    WEIGHT_MARGIN = 60,    /* the text is about it, and cites it in short at a paragraph's end */
    WEIGHT_PROTOCOL = 60,  /* it has the protocol of this number */
    WEIGHT_FAMOUS = 45,    /* all know it by this provision */
    WEIGHT_BILL = 45,      /* it has clauses until it is law */
    WEIGHT_CHAPTER = 40    /* an article of it was cited that has the chapter's number */
};

enum { CITATIONS_SEEN = 64, FAR_TIMES = 4, FAR_LEAST = 60 };

/* Article Six: no figures tell how it is printed. */
static bool is_spelt_out(const pacta_evidence *e) {
    for (uint32_t t = e->here->first; t < e->here->end; t++)
        if (pacta_cut_at(e->work, t)->kind == PACTA_TOKEN_NUMBER)
            return false;
    return !e->here->roman;
}

/* Its articles are not numbered as the citation's is: GATT has Roman ones. */
static bool has_other_style(const pacta_evidence *e, const pacta_owner_candidate *of,
                            const pacta_profile *profile) {
    const bool roman = e->here->roman, figures_cited = profile->figures || of->figures,
               roman_cited = profile->roman || of->roman;
    const pacta_known *known = of->known;
    if (!pacta_cites_unit(e->work, e->here, UNIT_ARTICLE) || is_spelt_out(e))
        return false;
    return known != NULL ? known->numbering == (roman ? NUMBERING_PLAIN : NUMBERING_ROMAN)
                         : (roman ? figures_cited && !roman_cited : roman_cited && !figures_cited);
}

/* Article 298, of a treaty of which the text cites Articles 2 to 9. */
static bool is_far_beyond(const pacta_evidence *e, const pacta_known *known, const pacta_profile *profile) {
    const uint32_t article = pacta_number_of(e->work, e->here, UNIT_ARTICLE);
    return known == NULL && profile->highest > 0 && article >= FAR_LEAST &&
           article > FAR_TIMES * profile->highest;
}

bool pacta_is_cited_by_unit(const pacta_evidence *e, const pacta_profile *profile) {
    const uint8_t unit = e->work->paths.items[e->here->first_path].steps[0].unit;
    return (profile->units[unit / 64] >> unit % 64 & 1) != 0;
}

/* A paragraph may be of an article that is cited. */
static bool has_other_units(const pacta_evidence *e, const pacta_owner_candidate *of,
                            const pacta_profile *profile) {
    const pacta_level level = pacta_top_level(e->work, e->here);
    if (of->items && !of->others && !profile->cited && level == LEVEL_ARTICLE)
        return true; /* it is cited by its paragraphs, which stand in no articles */
    return profile->cited && e->here->path_count > 0 && level != LEVEL_ITEM && level != LEVEL_PIECE &&
           !pacta_is_cited_by_unit(e, profile);
}

/* ... without a judge (arts. 7 and 9). In brackets, at a paragraph's end, and in the short form: of
 * what the text examines, whatever else it speaks of. */
static bool is_in_margin(const pacta_evidence *e) {
    const pacta_work *work = e->work;
    const uint32_t first = e->here->first, end = e->here->end;
    return pacta_cites_unit(work, e->here, UNIT_ARTICLE) && first > 0 &&
           pacta_is_char(work, first - 1, '(') && pacta_is_char(work, first + 1, '.') &&
           end + 1 < work->tokens.count && pacta_is_char(work, end, ')') &&
           end + 2 >= work->fold.passages.items[e->passage].end_token;
}

/* Chapter VII: whoever cites it so means the Charter, if the text speaks of that at all. */
static bool is_famous(const pacta_evidence *e, const pacta_known *known) {
    char eid[EID_ROOM];
    if (known == NULL || known->famous == NULL || e->here->path_count == 0 ||
        !pacta_eid_of(e->work, &e->work->paths.items[e->here->first_path], false, eid, sizeof eid))
        return false;
    const char *inner = strstr(eid, "__"); /* Article XX (g) */
    const size_t whole = inner == NULL ? strlen(eid) : (size_t)(inner - eid);
    const char *rest = known->famous, *famous;
    size_t size;
    while ((famous = pacta_next_id(&rest, &size)) != NULL)
        if (whole == size && memcmp(famous, eid, size) == 0)
            return true;
    return false;
}

/* Chapter 8, Annex 8-A: of what Article 8.6 is cited of with its name. */
static bool is_numbered_alike(const pacta_evidence *e, const pacta_owner_candidate *of) {
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

int pacta_weight_of_kind(const pacta_evidence *e, const pacta_owner_candidate *of) {
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
    if (profile->bill && pacta_cites_unit(work, e->here, UNIT_CLAUSE))
        weight += WEIGHT_BILL;
    if (profile->bill && section && pacta_top_level(work, e->here) == LEVEL_ATTACHMENT)
        weight += WEIGHT_BILL / 2; /* its Schedule 1 */
    if (section != profile->national && !(section && pacta_is_cited_by_unit(e, profile)))
        weight += section ? WEIGHT_TREATY : WEIGHT_NATIONAL;
    if (profile->first != PACTA_NONE && profile->first > e->here->first)
        weight += WEIGHT_LATER;
    return weight;
}
