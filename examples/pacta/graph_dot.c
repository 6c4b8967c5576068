#include "graph_write.h"
#include "utf8.h"

#include <string.h>

enum { LABEL_BYTES = 40 };

/* Quoted; a longer one than `most` bytes is cut behind a character. */
static void quoted(struct writer *out, const char *string, size_t most) {
    const char *end = string;
    writer_byte(out, '"');
    while (*string != '\0') {
        size_t size = utf8_size(string);
        if ((size_t)(string - end) + size > most) {
            writer_string(out, "\xe2\x80\xa6");
            break;
        }
        if (*string == '"' || *string == '\\')
            writer_byte(out, '\\');
        if (size == 0)
            writer_string(out, UTF8_REPLACEMENT);
        else if ((unsigned char)*string < ' ')
            writer_byte(out, ' ');
        else
            writer_bytes(out, string, size);
        string += size > 0 ? size : 1;
    }
    writer_byte(out, '"');
}

static const char *full_name(const struct graph_node *node) {
    return node->title != NULL ? node->title : node->name;
}

static void id(struct writer *out, size_t number) {
    writer_byte(out, 'n');
    writer_number(out, number);
}

static void write_node(struct writer *out, const struct graph *graph, size_t number) {
    static const char *const shapes[] = {"note, fillcolor=\"#fff3cf\"", "box3d, fillcolor=\"#dfeaf6\"",
                                         "box, fillcolor=white"};
    const struct graph_node *node = &graph->nodes[number];
    writer_string(out, "    ");
    id(out, number);
    writer_string(out, " [shape=");
    writer_string(out, shapes[node->kind]);
    writer_string(out, ", label=");
    quoted(out, node->eid != NULL ? node->eid : full_name(node), node->eid != NULL ? SIZE_MAX : LABEL_BYTES);
    writer_string(out, ", tooltip=");
    quoted(out, node->eid != NULL ? node->eid : full_name(node), SIZE_MAX);
    writer_string(out, "];\n");
}

/* What has provisions stands in a box with them. */
static void write_whole(struct writer *out, const struct graph *graph, size_t whole) {
    uint32_t part = graph->nodes[whole].first;
    if (part == PACTA_NONE) {
        write_node(out, graph, whole);
        return;
    }
    writer_string(out, "  subgraph cluster_");
    writer_number(out, whole);
    writer_string(out, " {\n    label=");
    quoted(out, full_name(&graph->nodes[whole]), LABEL_BYTES * 2);
    writer_string(out, ";\n");
    if (graph->nodes[whole].is_joined)
        write_node(out, graph, whole);
    for (; part != PACTA_NONE; part = graph->nodes[part].next)
        write_node(out, graph, part);
    writer_string(out, "  }\n");
}

static void write_edge(struct writer *out, const struct graph_edge *edge) {
    writer_string(out, "  ");
    id(out, edge->from);
    writer_string(out, " -> ");
    id(out, edge->to);
    writer_string(out, " [weight=");
    writer_number(out, edge->count);
    if (edge->count > 1) {
        writer_string(out, ", label=");
        writer_number(out, edge->count);
        writer_string(out, ", penwidth=");
        writer_number(out, edge->count < 8 ? edge->count : 8);
    }
    writer_string(out, "];\n");
}

void graph_write_dot(struct writer *out, const struct graph *graph) {
    writer_string(
        out,
        "digraph citations {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=11, style=filled];\n"
        "  edge [fontname=\"sans-serif\", fontsize=9, color=\"#00000080\"];\n"
        "  graph [fontname=\"sans-serif\", fontsize=12, style=rounded, color=gray];\n");
    for (size_t i = 0; i < graph->keys.count; i++)
        if (graph->nodes[i].whole == i)
            write_whole(out, graph, i);
    for (size_t i = 0; i < graph->pairs.count; i++)
        write_edge(out, &graph->edges[i]);
    writer_string(out, "}\n");
}
