#include "page.h"

#include <string.h>

static void set_style(struct page *page, enum style style) {
    static const char *const codes[] = {"\033[0m",  "\033[1m",  "\033[2m",  "\033[31m", "\033[32m",
                                        "\033[33m", "\033[34m", "\033[35m", "\033[36m"};
    if (page->colour)
        writer_string(page->out, codes[style]);
}

static int is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Control characters of a hostile text must not reach the terminal: C0 and
 * DEL are one byte, C1 is 0xC2 0x80 to 0xC2 0x9F. */
static void put(struct page *page, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        int c1 = byte == 0xc2 && i + 1 < size && (unsigned char)text[i + 1] < 0xa0;
        if (byte < 0x20 || byte == 0x7f || c1)
            writer_byte(page->out, '?');
        else
            writer_byte(page->out, text[i]);
        i += (size_t)c1;
        page->column += (byte & 0xc0) != 0x80;
    }
}

void page_line(struct page *page) {
    writer_byte(page->out, '\n');
    page->column = 0;
}

void page_column(struct page *page, unsigned column) {
    unsigned blanks = page->column < column ? column - page->column : page->column > column;
    writer_repeat(page->out, ' ', blanks);
    page->column += blanks;
}

void page_string(struct page *page, enum style style, const char *string) {
    if (style != STYLE_PLAIN)
        set_style(page, style);
    put(page, string, strlen(string));
    if (style != STYLE_PLAIN)
        set_style(page, STYLE_PLAIN);
}

static enum style style_at(const struct mark *marks, size_t count, uint32_t offset) {
    for (size_t i = 0; i < count; i++)
        if (marks[i].span.begin <= offset && offset < marks[i].span.end)
            return marks[i].style;
    return STYLE_PLAIN;
}

/* One word, which may be marked in parts. */
static void put_word(struct page *page, const char *text, pacta_span word, const struct mark *marks,
                     size_t mark_count, enum style *current) {
    for (uint32_t at = word.begin, from = at; at < word.end; from = at) {
        enum style style = style_at(marks, mark_count, at);
        while (at < word.end && style_at(marks, mark_count, at) == style)
            at++;
        if (style != *current) {
            if (*current != STYLE_PLAIN)
                set_style(page, STYLE_PLAIN);
            if (style != STYLE_PLAIN)
                set_style(page, style);
            *current = style;
        }
        put(page, text + from, at - from);
    }
}

static unsigned columns(const char *text, pacta_span word) {
    unsigned count = 0;
    for (uint32_t i = word.begin; i < word.end; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

void page_words(struct page *page, unsigned indent, const char *text, pacta_span span,
                const struct mark *marks, size_t mark_count) {
    enum style current = STYLE_PLAIN;
    pacta_span word = {span.begin, span.begin};
    for (int first = 1;; first = 0) {
        while (word.begin < span.end && is_space(text[word.begin]))
            word.begin++;
        if (word.begin == span.end)
            break;
        for (word.end = word.begin; word.end < span.end && !is_space(text[word.end]);)
            word.end++;
        if (page->column > indent && page->column + 1 + columns(text, word) > page->width) {
            page_line(page);
            page_column(page, indent);
        } else if (!first) {
            page_column(page, 0);
        }
        put_word(page, text, word, marks, mark_count, &current);
        word.begin = word.end;
    }
    if (current != STYLE_PLAIN)
        set_style(page, STYLE_PLAIN);
}
