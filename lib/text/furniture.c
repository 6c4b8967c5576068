#include "text/furniture.h"
#include "core/runs.h"
#include <string.h>

enum { HEADER_REACH = 5 };

/* A number by itself, set in or between dashes. */
static bool is_page_number(const char *text, const pacta_line *line) {
    uint32_t digits = 0;
    bool dashes = false;
    if (line->end - line->begin > 16)
        return false;
    for (uint32_t i = line->begin; i < line->end; i++) {
        unsigned char c = (unsigned char)text[i];
        digits += pacta_is_digit(text[i]);
        dashes = dashes || c == '-' || c >= 0x80;
        if (!pacta_is_digit(text[i]) && c != '-' && c != ' ' && c < 0x80)
            return false;
    }
    return digits > 0 && digits <= 4 && (dashes || line->indent >= 12);
}

static bool is_rule(const char *text, const pacta_line *line) {
    if (line->end - line->begin < 8)
        return false;
    for (uint32_t i = line->begin; i < line->end; i++)
        if (text[i] != '_' && text[i] != '-' && text[i] != '=')
            return false;
    return true;
}

static bool same_text(const char *text, const pacta_line *a, const pacta_line *b) {
    return a->end - a->begin == b->end - b->begin &&
           memcmp(text + a->begin, text + b->begin, a->end - a->begin) == 0;
}

/* What follows two page numbers alike is a running header. */
void pacta_find_furniture(pacta_lines *lines, const char *text) {
    pacta_line *last = NULL;
    for (uint32_t i = 0; i < lines->list.count; i++) {
        pacta_line *line = &lines->list.items[i];
        if (pacta_line_is_blank(line))
            continue;
        if (is_rule(text, line)) {
            line->furniture = true;
            continue;
        }
        if (!is_page_number(text, line))
            continue;
        line->furniture = true;
        uint32_t next = i + 1;
        while (next < lines->list.count && next < i + HEADER_REACH &&
               pacta_line_is_blank(&lines->list.items[next]))
            next++;
        if (next >= lines->list.count)
            break;
        pacta_line *header = &lines->list.items[next];
        if (last != NULL && same_text(text, last, header))
            last->furniture = header->furniture = true;
        last = header;
    }
}

/* A short rule: what stands below it on the page may be footnotes. */
bool pacta_opens_notes(const pacta_lines *lines, const char *text, const pacta_line *line) {
    return is_rule(text, line) && (line->width - line->indent) * 2 < lines->wrap;
}

/* It begins with a footnote's mark: a bare number, an asterisk. */
bool pacta_begins_note(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    while (at < line->end && at - line->begin < 3 && (pacta_is_digit(text[at]) || text[at] == '*'))
        at++;
    return at > line->begin && at < line->end &&
           (text[at] == ' ' || text[at] == '\t' || pacta_is_ascii_letter(text[at]));
}
