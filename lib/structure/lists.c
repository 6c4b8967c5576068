/* Lists of items: which of those that are open a label goes on from, or begins. */
#include "structure/builder.h"

enum { ITEM_GAP = 3, NEXT_REACH = 32 };

/* The next item's label of the same kind as this one. */
static const pacta_label *next_item(const pacta_builder *b, uint32_t index) {
    unsigned in_line = pacta_label_at(b, index)->flags & LABEL_INLINE;
    for (uint32_t i = index + 1; i < b->work->labels.count && i < index + NEXT_REACH; i++) {
        const pacta_label *label = pacta_label_at(b, i);
        if (label->unit != 0 && (label->flags & LABEL_ACCEPTED) != 0)
            return NULL;
        if (label->unit == 0 && (label->flags & LABEL_INLINE) == in_line &&
            (label->flags & LABEL_QUOTED) == 0)
            return label;
    }
    return NULL;
}

/* The label is what follows the last item of the frame's list. */
static bool continues(const pacta_builder *b, const pacta_frame *f, const pacta_label *label) {
    const pacta_label *last = pacta_label_at(b, f->label);
    if (!f->is_item || !pacta_reads_as(label, f->counting))
        return false;
    if (f->counting == COUNT_NUMBERS)
        return label->number.count == last->number.count &&
               pacta_number_follows(&last->number, &label->number);
    return pacta_value_of(label, f->counting) == pacta_value_of(last, f->counting) + 1;
}

/* (i) behind (h): Roman if (ii) comes next. */
static bool starts_roman(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index), *next = next_item(b, index);
    return label->roman == 1 && next != NULL && next->roman == 2 && next->letter != label->letter + 1u;
}

/* The item before the frame's last one ends in "and": that one is the list's last. */
static bool is_over(const pacta_builder *b, const pacta_frame *f) {
    const pacta_label *last = pacta_label_at(b, f->label);
    if (last->passage == 0 || pacta_value_of(last, f->counting) < 2)
        return false;
    const pacta_passage *before = &b->work->fold.passages.items[last->passage - 1];
    return before->end_token > before->first_token &&
           pacta_is(b->work, before->end_token - 1, CLASS_LIST_JOINER);
}

uint32_t pacta_list_continued(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    for (int exact = 1; exact >= 0; exact--) {
        uint32_t over = 0;
        for (uint32_t d = b->depth; d > 0 && b->frames[d - 1].is_item; d--) {
            const pacta_frame *f = &b->frames[d - 1];
            if ((f->setting == label->setting) != (exact != 0) || !continues(b, f, label) ||
                (f->setting == SET_DOT) != (label->setting == SET_DOT)) /* 1. is never .1 */
                continue;
            if (f->counting != COUNT_ROMAN && f->counting != COUNT_BIG_ROMAN && starts_roman(b, index))
                continue;
            if (!is_over(b, f))
                return d;
            over = over == 0 ? d : over;
        }
        if (over > 0)
            return over;
    }
    return 0;
}

bool pacta_list_nested(const pacta_builder *b, const pacta_label *label) {
    if (label->setting != SET_DOT || label->passage == 0 || b->depth == 0)
        return false;
    const pacta_passage *before = &b->work->fold.passages.items[label->passage - 1];
    return before->end_token > before->first_token && pacta_is_char(b->work, before->end_token - 1, ':');
}

unsigned pacta_list_first(const pacta_label *label) {
    for (unsigned counting = 0; counting < COUNTINGS; counting++)
        if (pacta_reads_as(label, counting) && pacta_value_of(label, counting) == 1 &&
            (counting != COUNT_NUMBERS || pacta_number_is_first(&label->number)))
            return counting;
    return COUNTINGS;
}

uint32_t pacta_list_alike(const pacta_builder *b, const pacta_label *label, unsigned counting) {
    for (uint32_t d = b->depth; d > 0 && b->frames[d - 1].is_item; d--) {
        const pacta_frame *f = &b->frames[d - 1];
        if (f->counting == counting && f->setting == label->setting &&
            (counting != COUNT_NUMBERS || pacta_label_at(b, f->label)->number.count == label->number.count))
            return d;
    }
    return 0;
}

uint32_t pacta_list_gapped(const pacta_builder *b, const pacta_label *label, unsigned *counting) {
    for (unsigned c = 0; c < COUNTINGS; c++) {
        uint32_t d = pacta_reads_as(label, c) ? pacta_list_alike(b, label, c) : 0;
        if (d == 0)
            continue;
        uint32_t last = pacta_value_of(pacta_label_at(b, b->frames[d - 1].label), c),
                 now = pacta_value_of(label, c);
        uint32_t most = label->setting == SET_BARE ? 2 : ITEM_GAP;
        if (now > last && now - last <= most) {
            *counting = c;
            return d;
        }
    }
    return 0;
}
