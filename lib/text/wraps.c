#include "text/wraps.h"
#include "core/runs.h"
#include "core/utf8.h"
#include <string.h>

enum { WRAP_MOST = 140, WRAP_LEAST = 40, PARAGRAPH_INDENT = 12, INDENT_LEAST = 3, LEADER_DOTS = 4 };

/* One line of so many, and one more of a text of so many lines, may be longer than all
 * others. */
enum { STRAY_OF = 50, STRAY_LEAST = 6 };

/* The column that lines are wrapped at: one that many lines with text below
 * them come near and hardly any goes beyond. */
static uint32_t find_wrap(const pacta_lines *lines) {
    uint32_t widths[WRAP_MOST + 1] = {0}, wide = 0, narrow = 0;
    for (uint32_t i = 0; i + 1 < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (pacta_line_is_blank(line) || pacta_line_is_blank(line + 1))
            continue;
        if (line->width > WRAP_MOST)
            wide++;
        else
            widths[line->width]++, narrow++;
    }
    if (narrow < 4 || wide * 10 > narrow)
        return 0;
    uint32_t wrap = WRAP_MOST, beyond = 0, stray = narrow / STRAY_OF + (narrow >= STRAY_LEAST);
    while (wrap > WRAP_LEAST && beyond + widths[wrap] <= stray)
        beyond += widths[wrap--];
    uint32_t near = 0;
    for (uint32_t w = wrap > 14 ? wrap - 14 : 0; w <= WRAP_MOST; w++)
        near += widths[w];
    return near * 3 > narrow ? wrap : 0;
}

static uint32_t first_word_width(const char *text, const pacta_line *line) {
    uint32_t width = 0;
    for (uint32_t i = line->begin; i < line->end && text[i] != ' ' && text[i] != '\t'; i++)
        width += !pacta_utf8_continues((unsigned char)text[i]);
    return width;
}

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

/* It begins with a small letter, behind marks or not: it can begin nothing. */
static bool begins_small(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    while (at + 1 < line->end && strchr("\"'(", text[at]) != NULL)
        at++;
    return is_small(text[at]);
}

/* It ends in letters with full stops: Article 25 of the U.N. */
static bool ends_initials(const char *text, const pacta_line *line) {
    const char *last = text + line->end;
    return line->end > line->begin + 3 && last[-1] == '.' && pacta_is_ascii_letter(last[-2]) &&
           !is_small(last[-2]) && last[-3] == '.';
}

/* The line ends where a sentence or a list item can end. */
static bool ends_sentence(const char *text, const pacta_line *line) {
    uint32_t end = line->end;
    while (end > line->begin + 1 && strchr("\"')]", text[end - 1]) != NULL)
        end--;
    return strchr(".;:?!", text[end - 1]) != NULL;
}

/* The mark before a short word that the line ends in, or 0. */
static char before_last_word(const char *text, const pacta_line *line) {
    uint32_t at = line->end;
    while (at > line->begin && is_small(text[at - 1]))
        at--;
    bool brief = line->end > at && line->end - at <= 3 && at > line->begin + 1 && text[at - 1] == ' ';
    return brief ? text[at - 2] : '\0';
}

/* Its last word is a small one, and no mark stands behind it: it can end nothing. */
static bool ends_small(const char *text, const pacta_line *line) {
    uint32_t at = line->end;
    while (at > line->begin && is_small(text[at - 1]))
        at--;
    return at < line->end && at > line->begin && text[at - 1] == ' ';
}

/* It ends in "; and": an item of a list is over. */
static bool ends_item(const char *text, const pacta_line *line) {
    char mark = before_last_word(text, line);
    return mark == ';' || mark == ',';
}

/* A short word and a bracket follow: (a) and (b) are cited. */
static bool leads_to_label(const char *text, uint32_t at, uint32_t end) {
    uint32_t first = ++at;
    while (at < end && at - first < 4 && is_small(text[at]))
        at++;
    return at > first && at - first < 4 && at + 1 < end && text[at] == ' ' && text[at + 1] == '(';
}

/* It begins as labels do: 1. (a) b) 12) .1 */
static bool begins_label(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    if (text[at] == '.' && at + 2 < line->end && pacta_is_digit(text[at + 1]))
        return text[at + 2] == ' ' ||
               (pacta_is_digit(text[at + 2]) && at + 3 < line->end && text[at + 3] == ' ');
    bool bracket = text[at] == '(';
    at += bracket;
    uint32_t first = at;
    while (at < line->end && at - first < 5 && (pacta_is_ascii_letter(text[at]) || pacta_is_digit(text[at])))
        at++;
    if (at == first || at == line->end)
        return false;
    bool figures = pacta_is_digit(text[first]);
    if (text[at] == ')' && leads_to_label(text, at + 1, line->end))
        return false;
    return text[at] == ')' || (!bracket && text[at] == '.' && (figures || at == first + 1));
}

/* It begins with a capitalised word and a number: Article 5, PART II. */
static bool begins_unit(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    if (!pacta_is_ascii_letter(text[at]) || is_small(text[at]))
        return false;
    while (at < line->end && pacta_is_ascii_letter(text[at]))
        at++;
    if (at == line->begin + 1 || at + 1 >= line->end || text[at] != ' ')
        return false;
    char next = text[at + 1];
    return pacta_is_digit(next) || strchr("IVXLC", next) != NULL;
}

/* The column that paragraphs' first lines begin at, where most that stand
 * further in than the line below agree on it; else 0. */
static uint32_t find_indent(const pacta_lines *lines) {
    uint32_t indents[PARAGRAPH_INDENT + 1] = {0}, all = 0, most = 0;
    for (uint32_t i = 0; i + 1 < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (pacta_line_is_blank(line) || pacta_line_is_blank(line + 1) || line->indent < line[1].indent + 2 ||
            line->indent > PARAGRAPH_INDENT)
            continue;
        indents[line->indent]++;
        all++;
    }
    for (uint32_t i = 1; i <= PARAGRAPH_INDENT; i++)
        most = indents[i] > indents[most] ? i : most;
    return indents[most] >= INDENT_LEAST && indents[most] * 3 > all * 2 ? most : 0;
}

/* Set in the middle: about as much room to its left as to its right. */
static bool is_centred(const pacta_lines *lines, const pacta_line *line) {
    if (lines->wrap == 0 || line->indent < 2 || line->width >= lines->wrap || line->indent == lines->indent)
        return false;
    uint32_t right = lines->wrap - line->width;
    uint32_t apart = right > line->indent ? right - line->indent : line->indent - right;
    return apart <= 2 + lines->wrap / 20;
}

uint32_t pacta_layout_of(const pacta_lines *lines, const pacta_line *line, bool gap) {
    uint32_t flags = gap ? PASSAGE_GAP : 0;
    if (is_centred(lines, line))
        flags |= PASSAGE_CENTRED;
    return line->indent > 0 ? flags | PASSAGE_INDENTED : flags;
}

/* It is a label with a heading behind it: Article 5 - Lamps, PART II: Lamps. */
static bool begins_titled_unit(const char *text, const pacta_line *line) {
    if (!begins_unit(text, line))
        return false;
    uint32_t at = line->begin;
    for (int words = 0; words < 2; words++, at++)
        while (at < line->end && text[at] != ' ')
            at++;
    if (text[at - 2] == ':')
        return true;
    uint32_t length;
    return at < line->end && pacta_is_dash_sign(pacta_utf8_at(text + at, &length));
}

/* The next line's first word would not have fitted here. */
static bool is_full(const pacta_lines *lines, const char *text, const pacta_line *line,
                    const pacta_line *next) {
    return line->width + 1 + first_word_width(text, next) > lines->wrap;
}

/* A heading of two lines: the lower one set in the middle, the upper one broad,
 * in the middle or from margin to margin. */
static bool is_split_heading(const pacta_lines *lines, const char *text, const pacta_line *line,
                             const pacta_line *next) {
    if (!is_centred(lines, next) || next->indent <= line->indent || begins_unit(text, next) ||
        begins_label(text, next) || ends_sentence(text, line) || text[line->end - 1] == ',')
        return false;
    if (!is_centred(lines, line))
        return line->indent < 4 && next->indent > line->indent + 12 && is_full(lines, text, line, next);
    return (line->width - line->indent) * 5 > lines->wrap * 3;
}

/* The line is the first of an indented paragraph: it runs on into one that is
 * set further out. */
static bool begins_indented(const pacta_lines *lines, const char *text, const pacta_line *line) {
    const pacta_line *below = line + 1;
    if (below >= lines->list.items + lines->list.count || pacta_line_is_blank(below) ||
        below->indent + 2 > line->indent)
        return false;
    return line->indent <= PARAGRAPH_INDENT && !ends_sentence(text, line) &&
           is_full(lines, text, line, below) && !is_small(text[line->begin]);
}

/* The line below begins a paragraph: an indented one, or one behind a label
 * with its heading that is set otherwise than a heading's second line. */
static bool begins_paragraph(const pacta_lines *lines, const char *text, const pacta_line *line,
                             const pacta_line *next, bool titled) {
    if (begins_indented(lines, text, next))
        return true;
    bool apart = next->indent > line->indent || (next->indent == line->indent && is_centred(lines, line));
    return titled && apart && next->indent <= PARAGRAPH_INDENT && !is_small(text[next->begin]) &&
           !is_centred(lines, next);
}

/* A table of contents' line: dots lead to its page. */
static bool ends_leader(const char *text, const pacta_line *line) {
    uint32_t at = line->end, dots = 0;
    while (at > line->begin && pacta_is_digit(text[at - 1]))
        at--;
    if (at == line->end)
        return false;
    for (; at > line->begin && (text[at - 1] == '.' || text[at - 1] == ' '); at--)
        dots += text[at - 1] == '.';
    return dots >= LEADER_DOTS;
}

/* A hyphen between small letters at a line's end belongs to the wrap. */
bool pacta_is_hyphenated(const char *text, const pacta_line *line, const pacta_line *next) {
    return line->end - line->begin > 2 && text[line->end - 1] == '-' && is_small(text[line->end - 2]) &&
           is_small(text[next->begin]);
}

/* Two lines of an item that is set in, the first one full, which may seem to be set in the
 * middle of their narrow column. */
static bool is_in_block(const pacta_lines *lines, const char *text, const pacta_line *line,
                        const pacta_line *next) {
    const bool broad = line->indent <= PACTA_TAB && (line->width - line->indent) * 4 > lines->wrap * 3;
    const bool hangs = begins_label(text, line) && next->indent > line->indent &&
                       next->indent <= line->indent + PACTA_TAB &&
                       (ends_small(text, line) || begins_small(text, next));
    return (hangs || (next->indent == line->indent && (broad || ends_small(text, line)) &&
                      is_full(lines, text, line, next))) &&
           !ends_sentence(text, line) && !begins_label(text, next);
}

/* Whether the text goes on in the next line. It does if that line's first word
 * would not have fitted here, or if it cannot begin anything. */
bool pacta_is_wrapped(const pacta_lines *lines, const char *text, const pacta_line *line,
                      const pacta_line *next) {
    if (pacta_line_is_blank(next))
        return false;
    if (pacta_is_hyphenated(text, line, next)) /* even where no other line is */
        return true;
    if (lines->wrap == 0 || ends_leader(text, line))
        return false;
    bool centred = is_centred(lines, line), titled = begins_titled_unit(text, line);
    if (next->indent > line->indent + 12 || is_centred(lines, next) || centred) {
        bool outward = begins_small(text, next) && !begins_label(text, next) &&
                       (next->indent == line->indent || /* as far in as what goes before */
                        (next->indent + 2 <= line->indent && !is_centred(lines, next)));
        bool middle = (line->width - line->indent) * 8 < lines->wrap * 7;
        if (!begins_indented(lines, text, next) && is_split_heading(lines, text, line, next))
            return true;
        if (centred && middle && !outward && !is_in_block(lines, text, line, next))
            return false;
    }
    if (next->indent > line->indent + 12 || begins_paragraph(lines, text, line, next, titled))
        return false;
    bool over = ends_sentence(text, line) || ends_item(text, line);
    if ((over || titled) && (begins_label(text, next) || begins_unit(text, next)))
        return false;
    if (is_full(lines, text, line, next))
        return true;
    const bool continued = begins_small(text, next) && !begins_label(text, next);
    const bool initials = ends_initials(text, line);
    if (over && !initials) /* its consent, or | a danger */
        return continued && !ends_sentence(text, line) && before_last_word(text, line) == ',';
    if (before_last_word(text, line) == ')' && begins_label(text, next)) /* (a) and | (b) */
        return true;
    if (continued)
        return true;
    char last = text[line->end - 1];
    bool broad = line->indent < 12 && line->width * 9 > lines->wrap * 5;
    bool open = is_small(last) || last == ',' || initials;
    return broad && !titled && open && !begins_label(text, next) &&
           next->indent <= line->indent + (begins_label(text, line) ? PACTA_TAB : 0u);
}

bool pacta_goes_on_overleaf(const pacta_lines *lines, const char *text, const pacta_line *line,
                            const pacta_line *below) {
    return !ends_sentence(text, line) &&
           (is_small(text[below->begin]) ||
            (ends_small(text, line) && !begins_label(text, below) && !is_centred(lines, line)));
}

void pacta_measure_lines(pacta_lines *lines) {
    lines->wrap = find_wrap(lines);
    lines->indent = find_indent(lines);
}
