/* Who cites what, over all documents: documents, instruments and provisions, and
 * how often one refers to another. */
#ifndef GRAPH_H
#define GRAPH_H

#include "names.h"

#include <pacta/pacta.h>

enum graph_kind { GRAPH_DOCUMENT, GRAPH_INSTRUMENT, GRAPH_PROVISION };

/* A text that is an instrument is that instrument. */
struct graph_node {
    enum graph_kind kind;
    char *name;           /* of a document: its file's; else the instrument's id */
    char *eid;            /* of a provision, else NULL */
    char *title;          /* of an instrument, or NULL */
    uint32_t whole;       /* of a provision: the node of its instrument or document, else its own */
    uint32_t first, last; /* its provisions, or PACTA_NONE */
    uint32_t next;        /* provision of the same whole, or PACTA_NONE */
    int is_joined;        /* an edge begins or ends at it, or it is a document */
};

struct graph_edge {
    uint32_t from, to;
    uint64_t count; /* targets that references name */
};

struct graph {
    struct names keys; /* of the nodes */
    struct graph_node *nodes;
    size_t node_room;
    struct names pairs; /* of the edges: what they join */
    struct graph_edge *edges;
    size_t edge_room;
    int failed; /* there is no memory */
};

/* References to what is not known are left out. */
void graph_add(struct graph *graph, const pacta_document *document);
void graph_free(struct graph *graph);

#endif
