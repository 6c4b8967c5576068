/* The tree of provisions on its way: which labels are open. */
#ifndef PACTA_STRUCTURE_BUILDER_H
#define PACTA_STRUCTURE_BUILDER_H

#include "work.h"

enum { DEPTH = 64, SETTINGS = SET_DOT + 1, COUNTINGS = COUNT_BIG_ROMAN + 1 };

/* A node that is still open. */
typedef struct pacta_frame {
    uint32_t node;
    uint32_t label; /* index */
    uint32_t inner; /* where the last of its children ends */
    uint8_t counting, setting;
    bool is_item;
} pacta_frame;

typedef struct pacta_builder {
    pacta_work *work;
    pacta_frame frames[DEPTH];
    uint32_t depth;
    unsigned groups;                        /* of paragraphs, titled, in the unit in hand */
    unsigned group_counting;                /* by letters or Roman numerals */
    bool closed;                            /* behind the testimonium */
    bool has_body;                          /* the document has articles or divisions of its own */
    uint32_t seen;                          /* passages looked at for closing formulas */
    pacta_number last[COUNTINGS][SETTINGS]; /* of the lists of the unit in hand */
} pacta_builder;

static inline const pacta_label *pacta_label_at(const pacta_builder *b, uint32_t index) {
    return &b->work->labels.items[index];
}

static inline uint32_t pacta_value_of(const pacta_label *label, unsigned counting) {
    if (counting == COUNT_NUMBERS)
        return label->number.parts[label->number.count - 1];
    return counting == COUNT_LETTERS || counting == COUNT_CAPITALS ? label->letter : label->roman;
}

static inline bool pacta_reads_as(const pacta_label *label, unsigned counting) {
    return (label->readings >> counting & 1) != 0;
}

/* lists.c: the depth of the frame whose list the label (an index) continues, plus 1, or 0. */
uint32_t pacta_list_continued(const pacta_builder *b, uint32_t index);
/* .1, where .1 is open: it stands in that one, which ends in a colon. */
bool pacta_list_nested(const pacta_builder *b, const pacta_label *label);
/* What the label is the first of, or COUNTINGS. */
unsigned pacta_list_first(const pacta_label *label);
/* The depth of the frame with a list of that kind, plus 1, or 0. */
uint32_t pacta_list_alike(const pacta_builder *b, const pacta_label *label, unsigned counting);
/* The same of a list that the label continues though some of it is missing. */
uint32_t pacta_list_gapped(const pacta_builder *b, const pacta_label *label, unsigned *counting);

/* groups.c: a passage with no label that reads like a heading and stands right before a
 * unit's label is the title of a group of articles. */
bool pacta_is_group_title(const pacta_builder *b, uint32_t passage, uint32_t after);
/* The text of the label reads like the title of a group, and a unit follows. */
bool pacta_titles_group(const pacta_builder *b, uint32_t index);
/* A. General, II. Content: the title of a group of paragraphs. */
bool pacta_is_group_label(const pacta_builder *b, const pacta_label *label, unsigned counting);
/* Behind the title A come numbers that go on behind B: what is lettered groups them,
 * and they do not stand in it. Likewise behind I and II. */
bool pacta_opens_groups(const pacta_builder *b, uint32_t index, unsigned counting);

#endif
