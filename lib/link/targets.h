/* What a citation means: the provisions that its paths address. */
#ifndef PACTA_LINK_TARGETS_H
#define PACTA_LINK_TARGETS_H

#include "link/owners.h"

/* One citation on its way to a reference. */
typedef struct pacta_linking {
    pacta_context *context;
    pacta_work *work;
    const pacta_citation *citation;
    uint32_t instrument; /* of the citation */
    uint32_t shown;      /* and of its reference: a protocol to it, perhaps */
    pacta_target *targets;
    uint32_t count, room;
    bool missing; /* a provision of the document that is not there */
    bool found;   /* one that is */
} pacta_linking;

/* The instrument is the document itself. */
static inline bool pacta_is_own(const pacta_linking *l, uint32_t instrument) {
    return instrument != PACTA_NONE && instrument == l->context->linker.self;
}

static inline bool pacta_is_item(const pacta_work *work, const pacta_step *step) {
    pacta_level level = pacta_unit_of(work, step)->level;
    return level == LEVEL_ITEM || (level == LEVEL_PIECE && step->number[0] != '\0');
}

/* NULL where there is none. */
static inline const char *pacta_instrument_id(const pacta_linking *l, uint32_t instrument) {
    return instrument == PACTA_NONE ? NULL : l->work->document->instruments.items[instrument].id;
}

/* The targets of the citation's paths in its instrument. A status. */
int pacta_add_targets(pacta_linking *l);

/* The same, with the article of what stands beside the citation (of index `index`) in its
 * list put before the paths; those before are kept unless the document has them all. */
int pacta_add_targets_of_list(pacta_linking *l, uint32_t index);

/* paths.c: the eid of one path in `instrument`, EID_ROOM bytes, and what it names in the
 * document, or PACTA_NONE; false if it means nothing. */
bool pacta_make_eid(const pacta_linking *l, const pacta_path *path, uint32_t instrument, char *eid,
                    uint32_t *provision);

/* The provision is of the unit, or stands in one that is. */
bool pacta_stands_in(const pacta_work *work, uint32_t provision, const pacta_unit *unit);

/* dotted.c: the text shows that the articles of what it cites have a chapter's number
 * before their own. */
bool pacta_cites_dotted_articles(const pacta_work *work);

#endif
