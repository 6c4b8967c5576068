/* Which units hold which: as the packs rank them, but for divisions that this
 * document has inside its articles (Article II, Section 1). */
#include "work.h"

enum { NESTED_LEAST = 2, NESTED_RANK = 45 /* between an article and its paragraphs */ };

static pacta_level level_of(const pacta_work *work, const pacta_label *label) {
    return work->rules->units.items[label->unit - 1].level;
}

/* Text stands between the label and the next unit's: it is no heading over others. */
static bool holds_text(const pacta_work *work, uint32_t index) {
    const pacta_label *label = &work->labels.items[index];
    uint32_t next = index + 1, end = work->fold.passages.count;
    while (next < work->labels.count && !pacta_is_own_unit(&work->labels.items[next]))
        next++;
    if (next < work->labels.count)
        end = work->labels.items[next].passage;
    while (end > label->passage + 1 &&
           work->fold.passages.items[end - 1].begin == work->fold.passages.items[end - 1].end)
        end--;
    if (end <= label->passage + 1)
        return (label->flags & LABEL_STRONG) == 0 && label->heading.end == 0;
    const pacta_passage *last = &work->fold.passages.items[end - 1];
    return !pacta_is_heading(work, last->begin, last->end);
}

void pacta_rank_units(pacta_work *work, uint32_t first) {
    uint32_t inside[PACTA_UNITS_MOST] = {0}, around[PACTA_UNITS_MOST] = {0};
    int16_t *ranks = work->tree.ranks;
    bool body = false; /* articles stand before */
    for (uint32_t u = 0; u < work->rules->units.count && u + 1 < PACTA_UNITS_MOST; u++)
        ranks[u + 1] = work->rules->units.items[u].rank;
    for (uint32_t i = first; i < work->labels.count; i++) {
        const pacta_label *label = &work->labels.items[i];
        if (!pacta_is_own_unit(label))
            continue;
        pacta_level level = level_of(work, label);
        if (level == LEVEL_ARTICLE || level == LEVEL_ATTACHMENT)
            body = level == LEVEL_ARTICLE;
        else if (level == LEVEL_DIVISION && holds_text(work, i))
            inside[label->unit] += body;
        else if (level == LEVEL_DIVISION)
            around[label->unit]++;
    }
    for (uint32_t u = 1; u < PACTA_UNITS_MOST; u++)
        if (inside[u] >= NESTED_LEAST && inside[u] > around[u])
            ranks[u] = NESTED_RANK;
}
