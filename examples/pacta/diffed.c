#include "diffed.h"

#include <stdlib.h>
#include <string.h>

/* The text made of both, and what stands out in it. */
struct mixture {
    char *bytes;
    size_t size, room;
    struct mark *marks;
    size_t mark_count;
    int colour, failed;
};

static void add(struct mixture *mixture, const char *bytes, size_t size) {
    if (size == 0)
        return;
    if (mixture->size + size > mixture->room) {
        size_t room = (mixture->size + size) * 2;
        char *grown = realloc(mixture->bytes, room);
        if (grown == NULL) {
            mixture->failed = 1;
            return;
        }
        mixture->bytes = grown;
        mixture->room = room;
    }
    memcpy(mixture->bytes + mixture->size, bytes, size);
    mixture->size += size;
}

static void add_marked(struct mixture *mixture, const char *bytes, pacta_span span, enum style style) {
    const char *const *signs =
        style == STYLE_RED ? (const char *const[]){"[-", "-]"} : (const char *const[]){"{+", "+}"};
    if (span.begin == span.end)
        return;
    size_t begin = mixture->size;
    if (!mixture->colour)
        add(mixture, signs[0], 2);
    add(mixture, bytes + span.begin, span.end - span.begin);
    if (!mixture->colour)
        add(mixture, signs[1], 2);
    mixture->marks[mixture->mark_count++] = (struct mark){{(uint32_t)begin, (uint32_t)mixture->size}, style};
}

int diffed_changes(const pacta_difference *difference) {
    return difference->kind == PACTA_REPLACED || difference->kind == PACTA_INSERTED ||
           difference->kind == PACTA_OMITTED;
}

static int ends_in_space(const struct mixture *mixture) {
    return mixture->size == 0 || strchr(" \n\t\r", mixture->bytes[mixture->size - 1]) != NULL;
}

static void mix(struct mixture *mixture, const char *text, pacta_span span, const char *other,
                const pacta_difference *differences, size_t count) {
    uint32_t at = span.begin;
    for (size_t i = 0; i < count; i++) {
        pacta_span own = differences[i].press;
        if (!diffed_changes(&differences[i]) || own.begin < at || own.end > span.end)
            continue;
        add(mixture, text + at, own.begin - at);
        if (differences[i].treaty.begin < differences[i].treaty.end && !ends_in_space(mixture))
            add(mixture, " ", 1);
        add_marked(mixture, other, differences[i].treaty, STYLE_RED);
        if (differences[i].kind == PACTA_REPLACED)
            add(mixture, " ", 1);
        add_marked(mixture, text, own, STYLE_GREEN);
        if (own.begin == own.end && own.end < span.end && strchr(" \n\t\r,;.:", text[own.end]) == NULL)
            add(mixture, " ", 1);
        at = own.end;
    }
    add(mixture, text + at, span.end - at);
}

int diffed_print(struct page *page, unsigned indent, const char *text, pacta_span span, const char *other,
                 const pacta_difference *differences, size_t count) {
    struct mixture mixture = {.colour = page->colour};
    mixture.marks = calloc(2 * count + 1, sizeof *mixture.marks);
    if (mixture.marks == NULL)
        return -1;
    mix(&mixture, text, span, other, differences, count);
    if (!mixture.failed)
        page_words(page, indent, mixture.bytes, (pacta_span){0, (uint32_t)mixture.size}, mixture.marks,
                   mixture.mark_count);
    free(mixture.marks);
    free(mixture.bytes);
    return mixture.failed ? -1 : 0;
}
