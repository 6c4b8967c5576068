/* The tree of provisions: which labels stand in which, and where each of them
 * ends. */
#include "structure/builder.h"
#include "structure/provision_lookup.h"
#include <string.h>

enum { LATE_REACH = 32 };

static pacta_frame *top(pacta_builder *b) {
    return b->depth == 0 ? NULL : &b->frames[b->depth - 1];
}

/* Where an item ends that the next label does not go on from: with its own
 * passage, the one below where the label stands alone, and what is set further
 * in than the label. */
static uint32_t own_end(const pacta_builder *b, const pacta_label *label) {
    const pacta_fold *fold = &b->work->fold;
    uint32_t p = label->passage, indent = fold->passages.items[p].indent;
    if ((label->flags & LABEL_ALONE) != 0 && p + 1 < fold->passages.count)
        p++;
    if ((label->flags & LABEL_INLINE) == 0)
        while (p + 1 < fold->passages.count && fold->passages.items[p + 1].indent > indent)
            p++;
    return fold->passages.items[p].end;
}

/* Closes the frames above `depth`; the text before the next one ends at `end`.
 * `goes_on`: the label in hand continues the list of the last one closed. */
static void close_frames(pacta_builder *b, uint32_t depth, uint32_t end, bool goes_on) {
    while (b->depth > depth) {
        const pacta_frame *closing = &b->frames[--b->depth];
        const pacta_label *label = pacta_label_at(b, closing->label);
        uint32_t to = end;
        if (closing->is_item) {
            b->last[closing->counting][closing->setting] = label->number;
            bool absorbs = closing->counting == COUNT_NUMBERS && (label->flags & LABEL_INLINE) == 0;
            bool continued = goes_on && b->depth == depth && (label->flags & LABEL_INLINE) == 0;
            uint32_t own = absorbs || continued ? end : own_end(b, label);
            to = own < end ? own : end;
        }
        if (to < closing->inner)
            to = closing->inner;
        if (to < label->span.end)
            to = label->span.end;
        b->work->tree.nodes.items[closing->node].span.end = to;
        if (b->depth > 0 && b->frames[b->depth - 1].inner < to)
            b->frames[b->depth - 1].inner = to;
    }
}

static int open_node(pacta_builder *b, uint32_t index, const pacta_node *node) {
    pacta_work *work = b->work;
    if (b->depth >= DEPTH || b->depth >= work->limits.depth)
        return pacta_note_diagnostic(work, PACTA_D_DEPTH_LIMIT, node->label,
                                     "provisions are nested too deep");
    if (!pacta_array_push(&work->memory, &work->tree.nodes, *node))
        return pacta_out_of_memory(work);
    pacta_node *made = &work->tree.nodes.items[work->tree.nodes.count - 1];
    work->tree.has[node->unit] = true;
    made->parent = b->depth == 0 ? PACTA_NONE : b->frames[b->depth - 1].node;
    b->frames[b->depth++] = (pacta_frame){.node = work->tree.nodes.count - 1, .label = index};
    return PACTA_OK;
}

/* ---- Units -------------------------------------------------------------------------- */

/* Where the text before `passage` ends, titles of groups left out. */
static uint32_t text_before(const pacta_builder *b, uint32_t passage, bool unit) {
    if (passage == 0)
        return 0;
    uint32_t last = passage - 1;
    if (unit && b->depth > 0 && last > 0 && pacta_is_group_title(b, last, b->frames[b->depth - 1].label))
        last--;
    return b->work->fold.passages.items[last].end;
}

static int add_unit(pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    const pacta_unit *unit = &b->work->rules->units.items[label->unit - 1];
    int16_t rank = b->work->tree.ranks[label->unit];
    uint32_t depth = b->depth;
    while (depth > 0) {
        const pacta_frame *f = &b->frames[depth - 1];
        if (!f->is_item && b->work->tree.nodes.items[f->node].rank < rank)
            break;
        depth--;
    }
    bool before = label->heading.end != 0 && label->heading.begin < label->span.begin;
    bool above = before && label->heading.begin < b->work->fold.passages.items[label->passage].begin;
    close_frames(b, depth, text_before(b, label->passage - above, true), false);
    memset(b->last, 0, sizeof b->last);
    b->groups = 0;
    b->closed = false;
    pacta_node node = {.span = {before ? label->heading.begin : label->span.begin, label->span.end},
                       .label = label->span,
                       .heading = label->heading,
                       .number = label->number,
                       .tag = unit->eid,
                       .name = pacta_unit_name(b->work, unit),
                       .level = rank == unit->rank ? unit->level : LEVEL_ITEM,
                       .rank = rank,
                       .unit = label->unit};
    return open_node(b, index, &node);
}

/* ---- Items ---------------------------------------------------------------------------- */

/* 6. An enterprise shall pay: the text is part of a treaty, from the middle of
 * an article on. */
static bool begins_document(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    const pacta_passage *passages = b->work->fold.passages.items;
    if (index > 0 || (label->flags & LABEL_INLINE) != 0 || !pacta_reads_as(label, COUNT_NUMBERS) ||
        pacta_is_heading(b->work, label->body, passages[label->passage].end))
        return false;
    uint32_t first = 0;
    while (first < label->passage && passages[first].first_token == passages[first].end_token)
        first++;
    return first == label->passage;
}

/* Article 1 (1) shall apply: behind a unit that opens nothing, part of its citation. */
static bool is_cited_behind(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    if ((label->flags & LABEL_SECOND) == 0 || index == 0)
        return false;
    const pacta_label *first = pacta_label_at(b, index - 1);
    return first->passage == label->passage && first->unit != 0 && (first->flags & LABEL_ACCEPTED) == 0;
}

static bool is_in_body(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    if ((label->flags & LABEL_QUOTED) != 0 || b->closed)
        return false;
    return b->depth > 0 || (!b->has_body && pacta_reads_as(label, COUNT_NUMBERS)) ||
           begins_document(b, index);
}

static void mark_tokens(pacta_work *work, pacta_span span) {
    for (uint32_t t = pacta_token_at(work, span.begin);
         t < work->tokens.count && work->tokens.items[t].begin < span.end; t++)
        work->tokens.items[t].kind = PACTA_TOKEN_MARKER;
}

/* 3. COSTS, and below it 3.1: what the paragraphs below it are about; else empty. */
static pacta_span title_of_item(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index), *next = label + 1;
    const uint32_t end = b->work->fold.passages.items[label->passage].end;
    const bool titled = index + 1 < b->work->labels.count && label->number.count == 1 &&
                        (label->flags & (LABEL_INLINE | LABEL_ALONE)) == 0 && next->unit == 0 &&
                        next->number.count == 2 && next->number.parts[0] == label->number.parts[0] &&
                        next->passage == label->passage + 1 && pacta_is_heading(b->work, label->body, end);
    return titled ? (pacta_span){label->body, end} : (pacta_span){0, 0};
}

static int open_item(pacta_builder *b, uint32_t index, unsigned counting) {
    const pacta_label *label = pacta_label_at(b, index);
    const pacta_frame *around = top(b);
    const pacta_node *parent = around == NULL ? NULL : &b->work->tree.nodes.items[around->node];
    bool in_item = around != NULL && around->is_item;
    bool point = counting != COUNT_NUMBERS ||
                 (in_item && (parent->is_point || label->number.count <= parent->number.count));
    const pacta_unit *unit = b->work->rules->named[point ? UNIT_POINT : UNIT_PARAGRAPH];
    pacta_node node = {.span = label->span,
                       .label = label->span,
                       .heading = title_of_item(b, index),
                       .number = label->number,
                       .tag = unit == NULL ? (point ? "point" : "para") : unit->eid,
                       .name =
                           unit == NULL ? (point ? "point" : "paragraph") : pacta_unit_name(b->work, unit),
                       .level = LEVEL_ITEM,
                       .rank = INT16_MAX,
                       .is_point = point};
    uint32_t depth = b->depth;
    int status = open_node(b, index, &node);
    if (b->depth > depth) {
        pacta_frame *made = top(b);
        made->is_item = true;
        made->counting = (uint8_t)counting;
        made->setting = label->setting;
        mark_tokens(b->work, label->span);
    }
    return status;
}

/* Where the text before an item's label ends. */
static uint32_t before_item(const pacta_builder *b, const pacta_label *label) {
    if ((label->flags & (LABEL_INLINE | LABEL_SECOND)) == 0)
        return text_before(b, label->passage, false);
    const char *text = pacta_work_text(b->work);
    uint32_t end = label->span.begin;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

/* The label begins a group of paragraphs; closes those of the last group. */
static bool begins_group(pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    if (b->groups == 0)
        b->group_counting =
            pacta_reads_as(label, COUNT_BIG_ROMAN) && label->roman == 1 ? COUNT_BIG_ROMAN : COUNT_CAPITALS;
    const unsigned counting = b->group_counting;
    if (!pacta_is_group_label(b, label, counting) || pacta_value_of(label, counting) != b->groups + 1u ||
        (b->groups == 0 && !pacta_opens_groups(b, index, counting)))
        return false;
    b->groups++;
    uint32_t depth = b->depth;
    while (depth > 0 && b->frames[depth - 1].is_item)
        depth--;
    close_frames(b, depth, text_before(b, label->passage, false), false);
    return true;
}

/* 2. and 3. in an article whose first paragraph has no number, or one that is misprinted. */
static bool begins_late(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    if (b->depth == 0 || b->frames[b->depth - 1].is_item || !pacta_reads_as(label, COUNT_NUMBERS) ||
        label->number.count != 1 || label->number.parts[0] != 2 || (label->flags & LABEL_INLINE) != 0)
        return false;
    for (uint32_t i = index + 1; i < b->work->labels.count && i - index <= LATE_REACH; i++) {
        const pacta_label *next = pacta_label_at(b, i);
        if (next->unit != 0 && (next->flags & LABEL_ACCEPTED) != 0)
            return false;
        if (next->unit == 0 && next->setting == label->setting && pacta_reads_as(next, COUNT_NUMBERS))
            return pacta_number_follows(&label->number, &next->number);
    }
    return false;
}

/* .1 and .2 hold no 17. and no 2.2, but they may hold (1). */
static void close_dotted(pacta_builder *b, const pacta_label *label, uint32_t end) {
    uint32_t depth = b->depth;
    const bool outer = label->setting == SET_STOP || label->setting == SET_BARE;
    while (outer && depth > 0 && b->frames[depth - 1].is_item && b->frames[depth - 1].setting == SET_DOT)
        depth--;
    close_frames(b, depth, end, false);
}

static int add_item(pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    if (begins_group(b, index))
        return PACTA_OK;
    uint32_t end = before_item(b, label);
    uint32_t d = pacta_list_continued(b, index);
    unsigned counting = d > 0 ? b->frames[d - 1].counting : COUNTINGS;
    if (d == 0 && pacta_titles_group(b, index))
        return PACTA_OK;
    if (begins_document(b, index) || (d == 0 && begins_late(b, index)))
        return open_item(b, index, COUNT_NUMBERS);
    if (d == 0 && (counting = pacta_list_first(label)) < COUNTINGS) {
        uint32_t again = pacta_list_nested(b, label) ? 0 : pacta_list_alike(b, label, counting);
        if (again > 0 && (label->flags & (LABEL_INLINE | LABEL_SECOND)) != 0 &&
            pacta_label_at(b, b->frames[again - 1].label)->passage == label->passage)
            return PACTA_OK;
        if (again > 0)
            close_frames(b, again - 1, end, false);
        else if (counting == COUNT_NUMBERS && (label->flags & LABEL_INLINE) == 0)
            close_dotted(b, label, end);
        return open_item(b, index, counting);
    }
    if (d == 0) {
        for (unsigned c = 0; c < COUNTINGS && c <= COUNT_NUMBERS; c++)
            if (pacta_reads_as(label, c) && b->last[c][label->setting].count == label->number.count &&
                pacta_number_follows(&b->last[c][label->setting], &label->number)) {
                close_dotted(b, label, end);
                return open_item(b, index, c);
            }
        if ((label->flags & LABEL_INLINE) != 0 || (d = pacta_list_gapped(b, label, &counting)) == 0)
            return PACTA_OK;
        int status = pacta_note_diagnostic(b->work, PACTA_D_NUMBERING_GAP, label->span,
                                           "the numbers before this one leave a gap");
        if (status != PACTA_OK)
            return status;
    }
    close_frames(b, d - 1, end, true);
    return open_item(b, index, counting);
}

/* ---- The way through the labels ------------------------------------------------------- */

/* Closes everything where a passage up to `passage` begins the testimonium. */
static void pass_closings(pacta_builder *b, uint32_t passage) {
    pacta_work *work = b->work;
    for (; b->seen < passage; b->seen++) {
        const pacta_passage *p = &work->fold.passages.items[b->seen];
        if (b->closed || b->depth == 0 || p->first_token == p->end_token)
            continue;
        const pacta_rule *rule = pacta_rule_at(work, RULE_FORMULA, p->first_token);
        if (rule == NULL || rule->mode != FORMULA_CLOSING)
            continue;
        pacta_node *last = &work->tree.nodes.items[top(b)->node];
        if (last->heading.begin == p->begin && last->heading.end != 0)
            last->heading = (pacta_span){0, 0}; /* Done at Orla, below a label without text */
        close_frames(b, 0, text_before(b, b->seen, true), false);
        b->closed = true;
    }
}

static int build_tree(pacta_builder *b) {
    pacta_work *work = b->work;
    for (uint32_t i = 0; i < work->labels.count && !b->has_body; i++) {
        const pacta_label *label = pacta_label_at(b, i);
        if (label->unit == 0 || (label->flags & LABEL_ACCEPTED) == 0)
            continue;
        pacta_level level = work->rules->units.items[label->unit - 1].level;
        if (level == LEVEL_ATTACHMENT)
            break;
        b->has_body = true;
    }
    for (uint32_t i = 0; i < work->labels.count; i++) {
        const pacta_label *label = pacta_label_at(b, i);
        int status = PACTA_OK;
        pass_closings(b, label->passage);
        if ((label->flags & LABEL_ACCEPTED) != 0)
            status = add_unit(b, i);
        else if (label->unit == 0 && is_in_body(b, i) && !is_cited_behind(b, i))
            status = add_item(b, i);
        if (status == PACTA_OK)
            status = pacta_report(work, work->fold.passages.items[label->passage].begin);
        if (status != PACTA_OK)
            return status;
    }
    pass_closings(b, work->fold.passages.count);
    close_frames(b, 0, text_before(b, work->fold.passages.count, false), false);
    return PACTA_OK;
}

static int publish(pacta_work *work) {
    pacta_document *document = work->document;
    const pacta_tree *tree = &work->tree;
    if (!pacta_array_reserve(&document->memory, &document->provisions, tree->nodes.count))
        return pacta_out_of_memory(work);
    for (uint32_t i = 0; i < tree->nodes.count; i++) {
        const pacta_node *node = &tree->nodes.items[i];
        document->provisions.items[document->provisions.count++] =
            (pacta_provision){node->span, node->label, node->heading, node->eid, node->name, node->parent};
    }
    return pacta_index_provisions(work);
}

int pacta_find_provisions(pacta_work *work) {
    work->tree.nodes.count = work->provision_slots.count = 0;
    memset(work->tree.has, 0, sizeof work->tree.has);
    if (work->document->info.form != PACTA_FORM_TREATY)
        return PACTA_OK;
    pacta_builder b = {.work = work};
    int status = pacta_settle_units(work);
    if (status == PACTA_OK)
        status = build_tree(&b);
    if (status == PACTA_OK)
        status = pacta_name_provisions(work, &work->tree);
    return status == PACTA_OK ? publish(work) : status;
}
