/* The tree of provisions while it is built. */
#ifndef PACTA_STRUCTURE_TREE_H
#define PACTA_STRUCTURE_TREE_H

#include "rules/ruleset.h"
#include "structure/labels.h"

enum { PACTA_EID_ROOM = 256, PACTA_UNITS_MOST = 256 };

typedef struct pacta_node {
    pacta_span span, label, heading;
    pacta_number number;
    const char *tag;  /* the eid's last step: art, para, point */
    const char *name; /* of the unit, for records */
    const char *eid;
    uint32_t parent;   /* index, or PACTA_NONE */
    uint32_t scope;    /* attachment around it, or PACTA_NONE */
    pacta_level level; /* of an item that bears a unit's name: ITEM */
    int16_t rank;
    uint8_t unit; /* of a unit: index plus 1 */
    bool is_point;
} pacta_node;

/* A provision's place in the table of eids; the hash spares looks at other eids. */
typedef struct pacta_eid_slot {
    uint32_t hash, index; /* index PACTA_NONE: empty */
} pacta_eid_slot;

typedef struct pacta_tree {
    PACTA_ARRAY(pacta_node) nodes;
    int16_t ranks[PACTA_UNITS_MOST]; /* of units (index plus 1), as this document nests them */
    bool has[PACTA_UNITS_MOST];      /* a node of the unit (index plus 1) */
} pacta_tree;

/* structure/ranks.c: ranks the units, by the labels from the index `first` on. */
void pacta_rank_units(struct pacta_work *work, uint32_t first);

/* structure/provision_ids.c */
int pacta_name_provisions(struct pacta_work *work, pacta_tree *tree);

#endif
