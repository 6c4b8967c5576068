/* The year in which an instrument was made, where the text tells it beside its name:
 * signed at Orla in 1954; which has been in force since 1953; In 1978 they concluded it. */
#include "find/finder.h"
#include <stdlib.h>

enum { REACH = 20, BESIDE = 8, YEAR_FIRST = 1600 };

/* The year that the token is, or 0. */
static uint16_t year_at(const pacta_work *work, uint32_t token) {
    if (!pacta_is_year(work, token))
        return 0;
    const unsigned long year = strtoul(pacta_work_text(work) + pacta_cut_at(work, token)->begin, NULL, 10);
    return year >= YEAR_FIRST ? (uint16_t)year : 0;
}

/* Behind the name, before the next one: a word of making, or one before the name, and the
 * first year behind it. */
static uint16_t year_behind(const pacta_work *work, const pacta_name *name, uint32_t first, uint32_t end) {
    bool made = false;
    for (uint32_t i = name->first; i > first && name->first - i < BESIDE; i--)
        made = made || pacta_is(work, i - 1, CLASS_MAKING);
    for (uint32_t i = name->end; i < end && i - name->end < REACH; i++) {
        const uint16_t year = year_at(work, i);
        if (year != 0)
            return made ? year : 0;
        made = made || pacta_is(work, i, CLASS_MAKING);
    }
    return 0;
}

/* In 1978, they concluded the name: before it a word of making, and before that the year. */
static uint16_t year_before(const pacta_work *work, const pacta_name *name, uint32_t first) {
    bool made = false;
    for (uint32_t i = name->first; i > first && name->first - i < REACH; i--) {
        const uint16_t year = year_at(work, i - 1);
        if (year != 0)
            return made || i == name->first ? year : 0; /* the 1953 Treaty of Orla */
        made = made || pacta_is(work, i - 1, CLASS_MAKING);
    }
    return 0;
}

void pacta_tell_years(pacta_work *work) {
    for (uint32_t i = 0; i < work->names.count; i++) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_linked(name) || (name->kind != NAME_TITLE && name->kind != NAME_DEFINED))
            continue;
        pacta_title *title = &work->titles.list.items[name->instrument];
        if (title->year != 0)
            continue;
        const pacta_sentence_cut *sentence = &work->sentences.items[pacta_sentence_of(work, name->first)];
        const uint32_t low = i > 0 && name[-1].end > sentence->first ? name[-1].end : sentence->first;
        const uint32_t next = i + 1 < work->names.count ? name[1].first : sentence->end;
        title->year = year_behind(work, name, low, next < sentence->end ? next : sentence->end);
        if (title->year == 0)
            title->year = year_before(work, name, low);
    }
}
