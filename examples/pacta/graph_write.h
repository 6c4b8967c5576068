/* A graph in the languages of others: Graphviz DOT, and GraphML. */
#ifndef GRAPH_WRITE_H
#define GRAPH_WRITE_H

#include "graph.h"
#include "writer.h"

void graph_write_dot(struct writer *out, const struct graph *graph);
void graph_write_graphml(struct writer *out, const struct graph *graph);

#endif
