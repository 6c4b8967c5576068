/* What stands at the same edge of page after page, where form feeds part them: the names of
 * series and volumes, with the page's number beside them. */
#include "core/runs.h"
#include "text/furniture.h"
#include <string.h>

enum { EDGE_LINES = 3, PAGES_BACK = 2, LEAST = 8 /* bytes */, NUMBER = 4 /* figures */ };

/* The lines at a page's edges, outermost first. */
typedef struct edges {
    pacta_line *top[EDGE_LINES], *bottom[EDGE_LINES];
    uint32_t tops, bottoms;
} edges;

/* The line without a number that wide spaces part from its words. */
static pacta_span words_of(const char *text, const pacta_line *line) {
    uint32_t begin = line->begin, end = line->end;
    while (begin < end && begin - line->begin < NUMBER && pacta_is_digit(text[begin]))
        begin++;
    if (begin + 2 >= end || text[begin] != ' ' || text[begin + 1] != ' ')
        begin = line->begin;
    while (end > begin && line->end - end < NUMBER && pacta_is_digit(text[end - 1]))
        end--;
    if (end < begin + 2 || text[end - 1] != ' ' || text[end - 2] != ' ')
        end = line->end;
    while (begin < end && text[begin] == ' ')
        begin++;
    while (end > begin && text[end - 1] == ' ')
        end--;
    return (pacta_span){begin, end};
}

/* The same words, of some length: no number, and no "ANNEX" alone. */
static bool is_same(const char *text, const pacta_line *a, const pacta_line *b) {
    const pacta_span one = words_of(text, a), other = words_of(text, b);
    const uint32_t size = one.end - one.begin;
    return size >= LEAST && size == other.end - other.begin && memchr(text + one.begin, ' ', size) != NULL &&
           memcmp(text + one.begin, text + other.begin, size) == 0;
}

static bool is_numbered(const char *text, const pacta_line *line) {
    const pacta_span words = words_of(text, line);
    return words.begin != line->begin || words.end != line->end;
}

/* Marks what two pages have alike, from the edge inwards; `opens`: `b` is the top of the text,
 * where a line without a number may be its title, which later pages repeat. */
static void mark_alike(const char *text, pacta_line *const *a, uint32_t count, pacta_line *const *b,
                       uint32_t other, bool opens) {
    for (uint32_t i = 0; i < count && i < other && is_same(text, a[i], b[i]); i++) {
        a[i]->furniture = true;
        b[i]->furniture = b[i]->furniture || !opens || i > 0 || is_numbered(text, b[i]);
    }
}

static edges edges_of(pacta_lines *lines, uint32_t first, uint32_t end) {
    edges e = {.tops = 0};
    for (uint32_t i = first; i < end && e.tops < EDGE_LINES; i++)
        if (!pacta_line_is_blank(&lines->list.items[i]) && !lines->list.items[i].furniture)
            e.top[e.tops++] = &lines->list.items[i];
    for (uint32_t i = end; i-- > first && e.bottoms < EDGE_LINES;)
        if (!pacta_line_is_blank(&lines->list.items[i]) && !lines->list.items[i].furniture)
            e.bottom[e.bottoms++] = &lines->list.items[i];
    return e;
}

void pacta_find_running_heads(pacta_lines *lines, const char *text) {
    edges pages[PAGES_BACK + 1];
    uint32_t count = 0, first = 0;
    for (uint32_t i = 0; i < lines->list.count; i++) {
        const bool last = i + 1 == lines->list.count;
        if (!last && text[lines->list.items[i].next - 1] != '\f')
            continue;
        if (last && count == 0)
            return;
        edges *page = &pages[count % (PAGES_BACK + 1)];
        *page = edges_of(lines, first, i + 1);
        for (uint32_t back = 1; back <= PAGES_BACK && back <= count; back++) {
            const edges *before = &pages[(count - back) % (PAGES_BACK + 1)];
            mark_alike(text, page->top, page->tops, before->top, before->tops, back == count);
            mark_alike(text, page->bottom, page->bottoms, before->bottom, before->bottoms, false);
        }
        count++;
        first = i + 1;
    }
}
