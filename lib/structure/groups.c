/* Groups of articles and of paragraphs, which have titles and are no provisions. */
#include "structure/builder.h"

enum { GROUP_REACH = 400, TITLE_BYTES = 120 };

bool pacta_is_group_title(const pacta_builder *b, uint32_t passage, uint32_t after) {
    const pacta_passage *p = &b->work->fold.passages.items[passage];
    const pacta_label *label = pacta_label_at(b, after);
    if (passage <= label->passage || (p->flags & (PASSAGE_GAP | PASSAGE_CENTRED)) == 0 ||
        p->end - p->begin > TITLE_BYTES || (label->heading.end >= p->end && label->heading.end != 0))
        return false;
    if ((label->flags & LABEL_ALONE) != 0 && passage == label->passage + 1)
        return false;
    return pacta_is_heading(b->work, p->begin, p->end);
}

bool pacta_titles_group(const pacta_builder *b, uint32_t index) {
    const pacta_label *label = pacta_label_at(b, index);
    const pacta_passage *passage = &b->work->fold.passages.items[label->passage];
    if (index + 1 >= b->work->labels.count || label->setting == SET_BRACKET || label->setting == SET_BRACKETS)
        return false;
    const pacta_label *next = pacta_label_at(b, index + 1);
    return (next->flags & LABEL_ACCEPTED) != 0 && next->passage == label->passage + 1 &&
           pacta_is_heading(b->work, label->body, passage->end);
}

bool pacta_is_group_label(const pacta_builder *b, const pacta_label *label, unsigned counting) {
    return label->unit == 0 && pacta_reads_as(label, counting) && label->setting == SET_STOP &&
           (label->flags & (LABEL_INLINE | LABEL_ALONE)) == 0 &&
           pacta_is_heading(b->work, label->body, b->work->fold.passages.items[label->passage].end);
}

bool pacta_opens_groups(const pacta_builder *b, uint32_t index, unsigned counting) {
    bool numbered = false, next = false;
    for (uint32_t i = index + 1; i < b->work->labels.count && i - index < GROUP_REACH; i++) {
        const pacta_label *label = pacta_label_at(b, i);
        if (label->unit != 0 && (label->flags & LABEL_ACCEPTED) != 0)
            return false;
        bool number =
            label->unit == 0 && pacta_reads_as(label, COUNT_NUMBERS) && (label->flags & LABEL_INLINE) == 0;
        if (number && next)
            return numbered && !pacta_number_is_first(&label->number);
        numbered = numbered || number;
        next = next || (pacta_is_group_label(b, label, counting) && pacta_value_of(label, counting) == 2);
    }
    return false;
}
