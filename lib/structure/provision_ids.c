/* Element ids: an article's begins at the article where articles are numbered
 * through, and at the unit that makes it unique where they start again. */
#include "work.h"
#include <stdio.h>
#include <string.h>

/* The nearest node above `node` of a rank up to `rank`, or PACTA_NONE. */
static uint32_t above(const pacta_tree *tree, uint32_t node, int rank) {
    for (node = tree->nodes.items[node].parent; node != PACTA_NONE; node = tree->nodes.items[node].parent)
        if (tree->nodes.items[node].rank <= rank)
            return node;
    return PACTA_NONE;
}

static uint32_t scope_of(const pacta_tree *tree, uint32_t node) {
    do
        node = tree->nodes.items[node].parent;
    while (node != PACTA_NONE && tree->nodes.items[node].level != LEVEL_ATTACHMENT);
    return node;
}

static bool is_numbered_unit(const pacta_node *node) {
    return node->level == LEVEL_DIVISION || node->level == LEVEL_ARTICLE;
}

typedef struct restarts {
    uint32_t last;     /* node of the unit before this one */
    uint32_t anew, on; /* how often the numbers start again, and go on, in a new division */
    int rank;          /* largest unit that begins at each restart */
    uint32_t only;     /* the node that all stand in, or PACTA_NONE */
} restarts;

/* The largest unit that ends between two nodes of one scope, as a rank; 0 if
 * none does. */
static int parted_by(const pacta_tree *tree, uint32_t a, uint32_t b, int lowest) {
    static const int ALL = 1000;
    int rank = ALL;
    for (uint32_t up = tree->nodes.items[b].parent; up != PACTA_NONE; up = tree->nodes.items[up].parent) {
        const pacta_node *node = &tree->nodes.items[up];
        if (node->level != LEVEL_DIVISION || node->rank >= lowest)
            break;
        uint32_t before = above(tree, a, node->rank);
        if (before != up && node->rank < rank)
            rank = node->rank;
    }
    return rank == ALL ? 0 : rank;
}

/* There is another of its unit. */
static bool has_fellow(const pacta_tree *tree, uint32_t index) {
    const pacta_node *node = &tree->nodes.items[index];
    for (uint32_t i = 0; i < tree->nodes.count; i++)
        if (i != index && tree->nodes.items[i].unit == node->unit &&
            tree->nodes.items[i].scope == node->scope)
            return true;
    return false;
}

/* It is one of several: the others are here, or (Chapter 7 alone) were left out. */
static bool is_one_of_several(const pacta_tree *tree, uint32_t index) {
    const pacta_number *number = &tree->nodes.items[index].number;
    return has_fellow(tree, index) || (number->count > 0 && !pacta_number_is_first(number));
}

/* Only Part III has sections: they count in it. */
static void count_in_one(const pacta_tree *tree, restarts *r) {
    if (r->last == PACTA_NONE || r->only == PACTA_NONE ||
        tree->nodes.items[r->last].level != LEVEL_DIVISION ||
        tree->nodes.items[r->only].level != LEVEL_DIVISION || !is_one_of_several(tree, r->only))
        return;
    r->rank = tree->nodes.items[r->only].rank;
}

/* Which unit each unit's numbers start again in: `rank` is set where they do. */
static void find_restarts(const pacta_tree *tree, uint32_t scope, restarts *found, uint32_t units) {
    for (uint32_t i = 0; i < units; i++)
        found[i] = (restarts){.last = PACTA_NONE};
    for (uint32_t i = scope == PACTA_NONE ? 0 : scope + 1; i < tree->nodes.count; i++) {
        const pacta_node *node = &tree->nodes.items[i];
        if (scope != PACTA_NONE && node->span.begin >= tree->nodes.items[scope].span.end)
            break;
        if (!is_numbered_unit(node) || node->scope != scope)
            continue;
        restarts *r = &found[node->unit];
        if (r->last != PACTA_NONE) {
            int rank = parted_by(tree, r->last, i, node->rank);
            bool anew = pacta_number_order(&tree->nodes.items[r->last].number, &node->number) >= 0;
            if (rank != 0 && anew) {
                r->anew++;
                if (rank > r->rank)
                    r->rank = rank;
            } else if (rank != 0) {
                r->on++;
            }
        }
        r->only = r->last == PACTA_NONE || r->only == node->parent ? node->parent : PACTA_NONE;
        r->last = i;
    }
    for (uint32_t i = 0; i < units; i++) {
        if (found[i].anew < found[i].on)
            found[i].rank = 0;
        count_in_one(tree, &found[i]);
    }
}

static char *put(char *at, char *end, const char *text) {
    while (at < end && *text != '\0')
        *at++ = *text++;
    return at;
}

static const char *join(pacta_work *work, const char *parent, const char *unit, const char *number) {
    char own[PACTA_EID_ROOM], *at = own;
    char *end = own + sizeof own - 1;
    if (parent != NULL)
        at = put(put(at, end, parent), end, "__");
    at = put(at, end, unit);
    if (*number != '\0')
        at = put(put(at, end, "_"), end, number);
    return pacta_arena_text(&work->document->arena, own, (size_t)(at - own));
}

/* The node that `index`'s id begins with, or PACTA_NONE. */
static uint32_t id_parent(const pacta_tree *tree, uint32_t index, const restarts *found) {
    const pacta_node *node = &tree->nodes.items[index];
    if (node->level == LEVEL_ATTACHMENT)
        return node->scope;
    if (!is_numbered_unit(node)) {
        if (node->number.count < 2 || node->unit != 0)
            return node->parent;
        uint32_t parent = node->parent; /* 1.1.2 names 1.1 itself */
        while (parent != PACTA_NONE && tree->nodes.items[parent].level == LEVEL_ITEM &&
               tree->nodes.items[parent].number.count < node->number.count &&
               !tree->nodes.items[parent].is_point)
            parent = tree->nodes.items[parent].parent;
        return parent;
    }
    int rank = found[node->unit].rank;
    return rank == 0 ? node->scope : above(tree, index, rank);
}

/* Attachments of the document itself, a unit each. */
typedef struct attachments {
    uint32_t bare, numbered, named; /* without a number, with one, the first of which have an id */
} attachments;

static bool is_attached(const pacta_node *node) {
    return node->level == LEVEL_ATTACHMENT && node->scope == PACTA_NONE;
}

static void count_attachments(const pacta_tree *tree, attachments *counts) {
    for (uint32_t i = 0; i < tree->nodes.count; i++) {
        const pacta_node *node = &tree->nodes.items[i];
        if (is_attached(node) && node->number.count == 0)
            counts[node->unit].bare++;
        else if (is_attached(node))
            counts[node->unit].numbered++;
    }
}

/* The number that the node's id has: several annexes that have none are counted. */
static const char *number_of(const pacta_node *node, attachments *counts, char *room, size_t size) {
    attachments *of = &counts[node->unit];
    if (!is_attached(node) || node->number.count != 0 || of->bare < 2 || of->numbered > 0)
        return node->number.text;
    snprintf(room, size, "%u", (unsigned)++of->named);
    return room;
}

int pacta_name_provisions(pacta_work *work, pacta_tree *tree) {
    uint32_t units = work->rules->units.count + 1;
    restarts *own = pacta_scratch(work, units * (2 * sizeof *own + sizeof(attachments)));
    if (own == NULL)
        return pacta_out_of_memory(work);
    restarts *attached = own + units; /* of the attachment in hand */
    attachments *counts = (attachments *)(attached + units);
    int status = PACTA_OK;
    uint32_t scope = PACTA_NONE;
    for (uint32_t i = 0; i < tree->nodes.count; i++)
        tree->nodes.items[i].scope = scope_of(tree, i);
    count_attachments(tree, counts);
    find_restarts(tree, PACTA_NONE, own, units);
    for (uint32_t i = 0; status == PACTA_OK && i < tree->nodes.count; i++) {
        pacta_node *node = &tree->nodes.items[i];
        if (is_numbered_unit(node) && node->scope != PACTA_NONE && node->scope != scope) {
            scope = node->scope;
            find_restarts(tree, scope, attached, units);
        }
        uint32_t parent = id_parent(tree, i, node->scope == PACTA_NONE ? own : attached);
        char room[16];
        node->eid = join(work, parent == PACTA_NONE ? NULL : tree->nodes.items[parent].eid, node->tag,
                         number_of(node, counts, room, sizeof room));
        if (node->eid == NULL)
            status = pacta_out_of_memory(work);
    }
    return status;
}
