#define _POSIX_C_SOURCE 200809L

#include "graph.h"

#include "citation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Nodes and edges ---------------------------------------------------- */

/* Room for one more; NULL where there is none. */
static void *grown(void *list, size_t *room, size_t count, size_t size) {
    if (count < *room)
        return list;
    size_t more = *room == 0 ? 64 : *room * 2;
    void *block = realloc(list, more * size);
    if (block != NULL)
        *room = more;
    return block;
}

static char *copy(struct graph *graph, const char *string) {
    char *made = string != NULL ? strdup(string) : NULL;
    graph->failed |= string != NULL && made == NULL;
    return made;
}

/* The node of that kind and name, and eid. */
static uint32_t node(struct graph *graph, enum graph_kind kind, const char *name, const char *eid) {
    size_t size = strlen(name) + (eid != NULL ? strlen(eid) : 0) + 4;
    char *key = malloc(size);
    if (key == NULL) {
        graph->failed = 1;
        return NAMES_FULL;
    }
    snprintf(key, size, "%c %s %s", "dip"[kind], eid != NULL ? eid : "", name);
    struct graph_node *nodes = grown(graph->nodes, &graph->node_room, graph->keys.count, sizeof *nodes);
    size_t before = graph->keys.count;
    uint32_t number = nodes != NULL ? names_add(&graph->keys, key) : NAMES_FULL;
    free(key);
    if (nodes != NULL)
        graph->nodes = nodes;
    graph->failed |= number == NAMES_FULL;
    if (number == before)
        nodes[number] = (struct graph_node){.kind = kind,
                                            .name = copy(graph, name),
                                            .eid = copy(graph, eid),
                                            .whole = number,
                                            .first = PACTA_NONE,
                                            .last = PACTA_NONE,
                                            .next = PACTA_NONE};
    return number;
}

static void edge(struct graph *graph, uint32_t from, uint32_t to) {
    char pair[32];
    snprintf(pair, sizeof pair, "%u %u", (unsigned)from, (unsigned)to);
    struct graph_edge *edges = grown(graph->edges, &graph->edge_room, graph->pairs.count, sizeof *edges);
    size_t before = graph->pairs.count;
    uint32_t number = edges != NULL ? names_add(&graph->pairs, pair) : NAMES_FULL;
    if (edges != NULL)
        graph->edges = edges;
    if (number == NAMES_FULL) {
        graph->failed = 1;
        return;
    }
    if (number == before)
        edges[number] = (struct graph_edge){from, to, 0};
    graph->nodes[from].is_joined = graph->nodes[to].is_joined = 1;
    edges[number].count++;
}

/* ---- Documents ---------------------------------------------------------- */

struct source {
    struct graph *graph;
    const pacta_document *document;
    struct citations citations;
    const pacta_provision *provisions;
    size_t count;
    uint32_t next, around; /* the provision that begins next, and the innermost one here */
};

static uint32_t instrument(struct source *source, const char *id) {
    uint32_t number = node(source->graph, GRAPH_INSTRUMENT, id, NULL);
    if (number == NAMES_FULL || source->graph->nodes[number].title != NULL)
        return number;
    const struct citations *citations = &source->citations;
    int is_own = citations->own != NULL && strcmp(id, citations->own) == 0;
    const pacta_instrument *known = is_own ? citations->self : citations_find(citations, id);
    source->graph->nodes[number].title = copy(source->graph, known != NULL ? known->title : NULL);
    return number;
}

/* The document as a whole. */
static uint32_t itself(struct source *source) {
    pacta_document_info about = pacta_document_about(source->document);
    if (about.form == PACTA_FORM_TREATY && about.instrument != NULL)
        return instrument(source, about.instrument);
    return node(source->graph, GRAPH_DOCUMENT, about.name != NULL ? about.name : "standard input", NULL);
}

/* A provision of what a node is. */
static uint32_t part(struct source *source, uint32_t whole, const char *eid) {
    struct graph *graph = source->graph;
    if (whole == NAMES_FULL)
        return whole;
    if (graph->nodes[whole].name == NULL)
        return NAMES_FULL;
    uint32_t number = node(graph, GRAPH_PROVISION, graph->nodes[whole].name, eid);
    if (number == NAMES_FULL || graph->nodes[number].whole != number)
        return number;
    struct graph_node *around = &graph->nodes[whole];
    graph->nodes[number].whole = whole;
    if (around->first == PACTA_NONE)
        around->first = number;
    else
        graph->nodes[around->last].next = number;
    around->last = number;
    return number;
}

/* Where the reference stands: in the innermost provision, else in the document. */
static uint32_t place(struct source *source, const pacta_reference *reference) {
    const pacta_provision *all = source->provisions;
    while (source->next < source->count && all[source->next].span.begin <= reference->span.begin)
        source->around = source->next++;
    while (source->around != PACTA_NONE && all[source->around].span.end <= reference->span.begin)
        source->around = all[source->around].parent;
    uint32_t whole = itself(source);
    return source->around != PACTA_NONE ? part(source, whole, all[source->around].eid) : whole;
}

/* What the reference is to; `target` NULL: the whole instrument. PACTA_NONE where it
 * is not known: NAMES_FULL is the same number. */
static uint32_t goal(struct source *source, const pacta_reference *reference, const pacta_target *target) {
    const char *id = citation_of(reference, target);
    if (id == NULL)
        return PACTA_NONE;
    uint32_t whole = strcmp(id, "this") == 0 ? itself(source) : instrument(source, id);
    return target != NULL ? part(source, whole, target->eid) : whole;
}

void graph_add(struct graph *graph, const pacta_document *document) {
    struct source source = {.graph = graph, .document = document, .around = PACTA_NONE};
    size_t count;
    const pacta_reference *references = pacta_references(document, &count);
    source.provisions = pacta_provisions(document, &source.count);
    graph->failed |= citations_open(&source.citations, document) != 0;
    uint32_t whole = itself(&source);
    if (whole != NAMES_FULL)
        graph->nodes[whole].is_joined = 1; /* it is there if nothing joins it */
    for (size_t i = 0; i < count && !graph->failed; i++) {
        uint32_t from = place(&source, &references[i]), t = 0;
        do {
            uint32_t to = goal(&source, &references[i],
                               references[i].target_count > 0 ? &references[i].targets[t] : NULL);
            if (from != NAMES_FULL && to != PACTA_NONE)
                edge(graph, from, to);
        } while (++t < references[i].target_count);
    }
    citations_close(&source.citations);
}

void graph_free(struct graph *graph) {
    for (size_t i = 0; i < graph->keys.count; i++) {
        free(graph->nodes[i].name);
        free(graph->nodes[i].eid);
        free(graph->nodes[i].title);
    }
    free(graph->nodes);
    free(graph->edges);
    names_free(&graph->keys);
    names_free(&graph->pairs);
    *graph = (struct graph){0};
}
