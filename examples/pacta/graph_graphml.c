#include "graph_write.h"
#include "markup.h"

static void data(struct writer *out, const char *key, const char *value) {
    if (value == NULL)
        return;
    writer_string(out, "<data");
    markup_attribute(out, "key", key);
    writer_byte(out, '>');
    markup_string(out, value);
    writer_string(out, "</data>");
}

static void write_node(struct writer *out, const struct graph *graph, size_t number) {
    static const char *const kinds[] = {"document", "instrument", "provision"};
    const struct graph_node *node = &graph->nodes[number], *whole = &graph->nodes[node->whole];
    writer_string(out, "<node id=\"n");
    writer_number(out, number);
    writer_string(out, "\">");
    data(out, "label", node->eid != NULL ? node->eid : node->title != NULL ? node->title : node->name);
    data(out, "kind", kinds[node->kind]);
    data(out, whole->kind == GRAPH_DOCUMENT ? "document" : "instrument", node->name);
    data(out, "eid", node->eid);
    data(out, "title", whole->title);
    writer_string(out, "</node>\n");
}

static void write_edge(struct writer *out, const struct graph_edge *edge) {
    writer_string(out, "<edge source=\"n");
    writer_number(out, edge->from);
    writer_string(out, "\" target=\"n");
    writer_number(out, edge->to);
    writer_string(out, "\"><data key=\"count\">");
    writer_number(out, edge->count);
    writer_string(out, "</data></edge>\n");
}

void graph_write_graphml(struct writer *out, const struct graph *graph) {
    static const char *const keys[] = {"label", "kind", "document", "instrument", "eid", "title"};
    writer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        writer_string(out, "<key for=\"node\"");
        markup_attribute(out, "id", keys[i]);
        markup_attribute(out, "attr.name", keys[i]);
        writer_string(out, " attr.type=\"string\"/>\n");
    }
    writer_string(out, "<key for=\"edge\" id=\"count\" attr.name=\"count\" attr.type=\"long\"/>\n"
                       "<graph id=\"citations\" edgedefault=\"directed\">\n");
    for (size_t i = 0; i < graph->keys.count; i++)
        if (graph->nodes[i].is_joined)
            write_node(out, graph, i);
    for (size_t i = 0; i < graph->pairs.count; i++)
        write_edge(out, &graph->edges[i]);
    writer_string(out, "</graph>\n</graphml>\n");
}
