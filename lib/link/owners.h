/* Whose provisions citations name. */
#ifndef PACTA_LINK_OWNERS_H
#define PACTA_LINK_OWNERS_H

#include "link/eids.h"
#include "link/instruments.h"

enum { RECENT = 4 };

/* The article of an instrument that was cited last. */
typedef struct pacta_recent {
    uint32_t instrument;
    char article[EID_ROOM];
} pacta_recent;

/* What the citations before have left behind. */
typedef struct pacta_context {
    pacta_linker linker;
    uint32_t last;                  /* citation of another instrument, linked last, or PACTA_NONE */
    uint32_t last_instrument;       /* and its instrument */
    char last_article[EID_ROOM];    /* and its article, for items cited next */
    pacta_recent recent[RECENT];    /* the same of instruments cited before */
    uint32_t recent_next;           /* where the next one goes */
    bool amends;                    /* another instrument has been cited by this one's own words, */
    uint32_t amended;               /* this one (PACTA_NONE where not known), */
    char amended_article[EID_ROOM]; /* and this article, that replacement text is for */
    bool replaces;                  /* the citation before stands in such text; before that, */
    char outside_article[EID_ROOM]; /* this was the article cited last */
    uint32_t spoken_of;             /* instrument of what was cited last, the document's own included */
    char spoken_eid[EID_ROOM];      /* and its eid */
    char spoken_before[EID_ROOM];   /* and that before, of the same instrument */
    uint32_t protocol_of;           /* instrument whose Protocol 3 was cited last, or PACTA_NONE; */
    char protocol[EID_ROOM];        /* and its eid */
    uint32_t commented_of;          /* instrument of the article that a commentary is headed with, or */
    char commented[EID_ROOM];       /* PACTA_NONE; and that article's eid */
} pacta_context;

/* How a name found its instrument. */
pacta_resolution pacta_resolution_of(const pacta_name *name);

/* The instrument of citation `index`, or PACTA_NONE; `*how` it was found. */
uint32_t pacta_owner_of(const pacta_context *context, uint32_t index, pacta_resolution *how);

/* That of a citation which says by a name whose it is. */
uint32_t pacta_owner_by_name(const pacta_context *context, const pacta_citation *citation,
                             pacta_resolution *how);

/* Article 7 of the Protocol, which is a part of what the text has cited: Protocol 3 to it. */
bool pacta_is_of_protocol(const pacta_context *context, const pacta_citation *citation);

/* Another one, where the document itself turned out to have no such provision;
 * PACTA_NONE if there is none. */
uint32_t pacta_owner_instead(const pacta_context *context, uint32_t index);

/* bare.c: of citation `index` in a text about treaties, which does not say whose it is;
 * PACTA_NONE where nothing around it tells. */
uint32_t pacta_bare_owner(const pacta_context *context, uint32_t index);

/* Article 2 and Article 3 (1) of the Charter: what stands in one list belongs
 * to one instrument. */
uint32_t pacta_listed_owner(const pacta_context *context, uint32_t index);

/* profiles.c: what the text's names and citations say of each of its instruments. A
 * status. */
int pacta_profile_instruments(pacta_work *work);

/* The instrument that most around citation `index` speaks for, PACTA_NONE where the
 * text speaks of none that has such a provision. */
uint32_t pacta_likeliest_owner(const pacta_context *context, uint32_t index);

/* One of the citation's provisions is that of the path, or (unless `whole`) of the same
 * article. */
bool pacta_cites_path(const pacta_work *work, const pacta_citation *citation, const pacta_path *path,
                      bool whole);

static inline pacta_level pacta_top_level(const pacta_work *work, const pacta_citation *citation) {
    if (citation->path_count == 0)
        return LEVEL_ARTICLE;
    return pacta_unit_of(work, &work->paths.items[citation->first_path].steps[0])->level;
}

/* this Article, the preceding paragraph */
static inline bool pacta_is_relative(const pacta_work *work, const pacta_citation *citation) {
    return citation->path_count > 0 && work->paths.items[citation->first_path].steps[0].relative;
}

/* Paragraphs may be cited behind it that are its own: of an article, a section, an annex's
 * part; a chapter's stand in its articles. */
static inline bool pacta_holds_items(const pacta_work *work, const pacta_step *step) {
    return pacta_unit_of(work, step)->level != LEVEL_DIVISION || pacta_is_in_unit(work, step, UNIT_PART) ||
           pacta_is_in_unit(work, step, UNIT_SECTION) || pacta_is_in_unit(work, step, UNIT_SUBSECTION);
}

/* operative paragraph 7, the third preambular paragraph: a resolution's, whatever else is
 * named. */
static inline bool pacta_is_of_resolution(const pacta_work *work, const pacta_citation *citation) {
    return pacta_is(work, citation->first, CLASS_OPERATIVE) ||
           (citation->first + 1 < citation->end && pacta_is(work, citation->first + 1, CLASS_OPERATIVE));
}

/* The citation is of provisions of that unit. */
static inline bool pacta_cites_unit(const pacta_work *work, const pacta_citation *citation,
                                    pacta_named_unit unit) {
    return citation->path_count > 0 &&
           pacta_is_in_unit(work, &work->paths.items[citation->first_path].steps[0], unit);
}

/* articles.c: the article of the instrument that was cited last, or "". */
const char *pacta_article_cited(const pacta_context *context, uint32_t instrument);

/* Keeps the article of the instrument cited last, before another is. */
void pacta_keep_article(pacta_context *context);

/* The article that a list ends with (paragraph 1 or paragraph 2 of Article 9), where
 * the citation stands before its last; or NULL. */
const pacta_step *pacta_article_of_list(const pacta_context *context, uint32_t index);

/* The article that the passage has cited last before (With reference to Article 6: what
 * paragraph 2 says), where the citation is of an item; or NULL. */
const pacta_step *pacta_article_before(const pacta_context *context, uint32_t index);

/* Article 3, paragraph 1, cites Article 51 of the Charter. Paragraph 2 is shorter: where
 * citation `index` is of the next paragraph of what the passage has spoken of before,
 * whatever that has cited, goes back to its article and returns whose it is; else
 * PACTA_NONE. */
uint32_t pacta_go_back(pacta_context *context, uint32_t index);

/* Article 9 of the Convention, alone at the head of a text: paragraphs of its own are meant
 * where a passage cites no other article before. Keeps the citation, if it is such a one; and
 * goes to that article for citation `index`, returning whose it is, or PACTA_NONE. */
void pacta_keep_commented(pacta_context *context, const pacta_citation *citation, const char *eid,
                          uint32_t instrument);
uint32_t pacta_go_to_commented(pacta_context *context, uint32_t index);

/* The registry says that the instrument has no such article. */
bool pacta_is_beyond(const pacta_context *context, const pacta_citation *citation, uint32_t instrument);

/* The citation stands in replacement text, words of the treaty that is amended. */
bool pacta_is_replacement(const pacta_context *context, const pacta_citation *citation);

#endif
