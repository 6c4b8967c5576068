/* Labels: what stands at the beginning of a passage, or in a list within one,
 * and looks like the label of a provision. Which of them are labels is told by
 * the sequence they stand in (structure/provisions.c). */
#ifndef PACTA_STRUCTURE_LABELS_H
#define PACTA_STRUCTURE_LABELS_H

#include "structure/numbers.h"

/* What an item's label is counted in. */
typedef enum pacta_counting {
    COUNT_NUMBERS,
    COUNT_LETTERS,
    COUNT_CAPITALS,
    COUNT_ROMAN,
    COUNT_BIG_ROMAN
} pacta_counting;

/* How it is set off. */
typedef enum pacta_setting {
    SET_BARE,
    SET_STOP,
    SET_BRACKET,
    SET_BRACKETS,
    SET_SIGN,
    SET_DOT /* .1 */
} pacta_setting;

enum {
    LABEL_ALONE = 1,   /* nothing else stands in the passage */
    LABEL_STRONG = 2,  /* set off from what follows as headings are */
    LABEL_WEAK = 4,    /* text goes on right behind it */
    LABEL_INLINE = 8,  /* within a passage */
    LABEL_SECOND = 16, /* behind another label in the same passage */
    LABEL_QUOTED = 32, /* of another text */
    LABEL_ACCEPTED = 64
};

typedef struct pacta_label {
    pacta_span span;    /* as printed */
    pacta_span heading; /* empty where there is none */
    pacta_span run_in;  /* the heading that may run into the text behind the label; empty */
    uint32_t passage;
    uint32_t body; /* where the text behind it begins */
    uint8_t unit;  /* index among the ruleset's units, plus 1; 0 for an item */
    uint8_t setting, flags;
    uint8_t readings;       /* set of what an item may be counted in: 1 << pacta_counting */
    uint16_t letter, roman; /* values of an item's letters */
    pacta_number number;
} pacta_label;

/* A unit's label, and none of words that are quoted. */
static inline bool pacta_is_own_unit(const pacta_label *label) {
    return label->unit != 0 && (label->flags & LABEL_QUOTED) == 0;
}

struct pacta_work;

/* structure/items.c: the item's label at `at` of the passage, if there is one. */
bool pacta_item_at(const struct pacta_work *work, uint32_t passage, uint32_t at, pacta_label *label);

/* structure/items.c: appends the labels of lists that run on within the passage's tokens
 * [from, end). */
int pacta_find_inline_items(struct pacta_work *work, uint32_t passage, uint32_t from, uint32_t end);

/* structure/run_on.c: the first words behind a unit's label, up to a stop, if they read like a
 * heading; else empty. */
pacta_span pacta_run_in_heading(const struct pacta_work *work, const pacta_label *label);

/* structure/run_on.c: appends the labels of all items in the passage, from the token `from` on:
 * lists, and where `opening`, the label right before, is a 1., the paragraphs that go on from it. */
int pacta_find_items_within(struct pacta_work *work, uint32_t passage, uint32_t from,
                            const pacta_label *opening);

/* structure/units.c: says which units' labels are the document's own (ACCEPTED), by
 * their sequence, and finds the headings below them. */
int pacta_settle_units(struct pacta_work *work);

/* True if [begin, end) of the working text reads like a heading: it begins
 * like one, is short, and does not end as a sentence does. */
bool pacta_is_heading(const struct pacta_work *work, uint32_t begin, uint32_t end);

#endif
