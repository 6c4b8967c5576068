/* Lines and passages: what is one line to a reader is one in the working text. */
#include "core/runs.h"
#include "core/utf8.h"
#include "work.h"
#include <string.h>

enum { TAB = 8, WRAP_MOST = 140, WRAP_LEAST = 40, HEADER_REACH = 5, PARAGRAPH_INDENT = 12, LEADER_DOTS = 4 };
enum {
    INDENT_LEAST = 3,
    STRAY_OF = 50,
    STRAY_LEAST = 6
}; /* lines of a text that may be longer than all others */

/* Bytes of a line end at `at`: LF, CR LF, CR, FF, VT, NEL, LS, PS. */
static uint32_t line_end(const char *text, uint32_t size, uint32_t at) {
    unsigned char c = (unsigned char)text[at];
    if (c == '\n' || c == '\f' || c == '\v')
        return 1;
    if (c == '\r')
        return at + 1 < size && text[at + 1] == '\n' ? 2 : 1;
    if (c == 0xC2 && (unsigned char)text[at + 1] == 0x85)
        return 2;
    if (c == 0xE2 && (unsigned char)text[at + 1] == 0x80 && ((unsigned char)text[at + 2] & 0xFE) == 0xA8)
        return 3;
    return 0;
}

/* What a line's printed characters [begin, end) in `column` tell of it. */
static void pass_print(pacta_line *line, uint32_t begin, uint32_t end, uint32_t column, uint32_t width) {
    if (line->begin == line->end) {
        line->begin = begin;
        line->indent = column;
    }
    line->end = end;
    line->width = column + width;
}

/* Reads the line at `at`. */
static int read_line(pacta_work *work, uint32_t at, pacta_line *read) {
    const char *text = work->document->text;
    const uint32_t size = work->document->info.bytes;
    pacta_line line = {at, at, 0, 0, size, false};
    uint32_t column = 0;
    while (at < size) {
        int status = pacta_report(work, at);
        if (status != PACTA_OK)
            return status;
        uint32_t reach = size - at < REPORT_STEP ? size : at + REPORT_STEP;
        uint32_t run = pacta_run_plain(text, at, reach), first = at, last = run;
        while (first < run && text[first] == ' ')
            first++;
        while (last > first && text[last - 1] == ' ')
            last--;
        if (first < last)
            pass_print(&line, first, last, column + (first - at), last - first);
        column += run - at;
        at = run;
        if (at == reach)
            continue;
        uint32_t skip = line_end(text, size, at);
        if (skip > 0) {
            line.next = at + skip;
            break;
        }
        uint32_t length, c = pacta_utf8_at(text + at, &length);
        if (c == '\t') {
            column = (column / TAB + 1) * TAB;
        } else if (!pacta_is_invisible(c)) {
            if (!pacta_is_space(c))
                pass_print(&line, at, at + length, column, 1);
            column++;
        }
        at += length;
    }
    if (line.begin == line.end)
        line.begin = line.end = at;
    *read = line;
    return PACTA_OK;
}

static bool is_blank(const pacta_line *line) {
    return line->begin == line->end;
}

/* The column that lines are wrapped at: one that many lines with text below
 * them come near and hardly any goes beyond. */
static uint32_t find_wrap(const pacta_lines *lines) {
    uint32_t widths[WRAP_MOST + 1] = {0}, wide = 0, narrow = 0;
    for (uint32_t i = 0; i + 1 < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (is_blank(line) || is_blank(line + 1))
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

/* It begins as labels do: 1. (a) b) 12) - */
static bool begins_label(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    bool bracket = text[at] == '(';
    at += bracket;
    uint32_t first = at;
    while (at < line->end && at - first < 5 &&
           (pacta_is_ascii_letter(text[at]) || (text[at] >= '0' && text[at] <= '9')))
        at++;
    if (at == first || at == line->end)
        return false;
    bool figures = text[first] >= '0' && text[first] <= '9';
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
    return (next >= '0' && next <= '9') || strchr("IVXLC", next) != NULL;
}

/* The column that paragraphs' first lines begin at, where most that stand
 * further in than the line below agree on it; else 0. */
static uint32_t find_indent(const pacta_lines *lines) {
    uint32_t indents[PARAGRAPH_INDENT + 1] = {0}, all = 0, most = 0;
    for (uint32_t i = 0; i + 1 < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (is_blank(line) || is_blank(line + 1) || line->indent < line[1].indent + 2 ||
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

static uint32_t layout_of(const pacta_lines *lines, const pacta_line *line, bool gap) {
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
    uint32_t length, c = at < line->end ? pacta_utf8_at(text + at, &length) : 0;
    return c == '-' || (c >= 0x2013 && c <= 0x2015);
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
    if (below >= lines->list.items + lines->list.count || is_blank(below) || below->indent + 2 > line->indent)
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
    while (at > line->begin && text[at - 1] >= '0' && text[at - 1] <= '9')
        at--;
    if (at == line->end)
        return false;
    for (; at > line->begin && (text[at - 1] == '.' || text[at - 1] == ' '); at--)
        dots += text[at - 1] == '.';
    return dots >= LEADER_DOTS;
}

/* A hyphen between small letters at a line's end belongs to the wrap. */
static bool is_hyphenated(const char *text, const pacta_line *line, const pacta_line *next) {
    return line->end - line->begin > 2 && text[line->end - 1] == '-' && is_small(text[line->end - 2]) &&
           is_small(text[next->begin]);
}

/* Whether the text goes on in the next line. It does if that line's first word
 * would not have fitted here, or if it cannot begin anything. */
static bool is_wrapped(const pacta_lines *lines, const char *text, const pacta_line *line,
                       const pacta_line *next) {
    if (is_blank(next))
        return false;
    if (is_hyphenated(text, line, next)) /* even where no other line is */
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
        if (centred && middle && !outward)
            return false;
    }
    if (next->indent > line->indent + 12 || begins_paragraph(lines, text, line, next, titled))
        return false;
    bool over = ends_sentence(text, line) || ends_item(text, line);
    if ((over || titled) && (begins_label(text, next) || begins_unit(text, next)))
        return false;
    if (is_full(lines, text, line, next))
        return true;
    if (over)
        return false;
    if (before_last_word(text, line) == ')' && begins_label(text, next)) /* (a) and | (b) */
        return true;
    if (begins_small(text, next) && !begins_label(text, next))
        return true;
    char last = text[line->end - 1];
    bool broad = line->indent < 12 && line->width * 9 > lines->wrap * 5;
    return broad && !titled && (is_small(last) || last == ',') && !begins_label(text, next) &&
           next->indent <= line->indent + (begins_label(text, line) ? TAB : 0u);
}

/* ---- Page furniture ----------------------------------------------------------------- */

/* A number by itself, set in or between dashes. */
static bool is_page_number(const char *text, const pacta_line *line) {
    uint32_t digits = 0;
    bool dashes = false;
    if (line->end - line->begin > 16)
        return false;
    for (uint32_t i = line->begin; i < line->end; i++) {
        unsigned char c = (unsigned char)text[i];
        digits += c >= '0' && c <= '9';
        dashes = dashes || c == '-' || c >= 0x80;
        if (!(c >= '0' && c <= '9') && c != '-' && c != ' ' && c < 0x80)
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
static void find_furniture(pacta_lines *lines, const char *text) {
    pacta_line *last = NULL;
    for (uint32_t i = 0; i < lines->list.count; i++) {
        pacta_line *line = &lines->list.items[i];
        if (is_blank(line))
            continue;
        if (is_rule(text, line)) {
            line->furniture = true;
            continue;
        }
        if (!is_page_number(text, line))
            continue;
        line->furniture = true;
        uint32_t next = i + 1;
        while (next < lines->list.count && next < i + HEADER_REACH && is_blank(&lines->list.items[next]))
            next++;
        if (next >= lines->list.count)
            break;
        pacta_line *header = &lines->list.items[next];
        if (last != NULL && same_text(text, last, header))
            last->furniture = header->furniture = true;
        last = header;
    }
}

/* ---- Passages ------------------------------------------------------------------------ */

/* The next line of text behind line `i`, furniture stepped over with the blank
 * lines around it; the count if there is none. */
static uint32_t next_text(const pacta_lines *lines, uint32_t i, bool *turned) {
    uint32_t next = i + 1, beyond = next;
    *turned = false;
    while (beyond < lines->list.count &&
           (lines->list.items[beyond].furniture || is_blank(&lines->list.items[beyond]))) {
        *turned = *turned || lines->list.items[beyond].furniture;
        beyond++;
    }
    return *turned ? beyond : next;
}

/* Across a page's end a sentence goes on if it is not over and the next page
 * begins with a small letter. */
static bool goes_on(const pacta_lines *lines, const char *text, uint32_t i, uint32_t next, bool turned) {
    if (next >= lines->list.count)
        return false;
    const pacta_line *line = &lines->list.items[i], *below = &lines->list.items[next];
    if (turned)
        return !ends_sentence(text, line) && is_small(text[below->begin]);
    return is_wrapped(lines, text, line, below);
}

static int write_plain(pacta_work *work, uint32_t at, uint32_t end) {
    int status = PACTA_OK;
    while (status == PACTA_OK && at < end) {
        if (!pacta_fold_append(&work->fold, &work->memory, work->document->text, &at, end))
            return pacta_out_of_memory(work);
        status = pacta_report(work, at);
    }
    return status;
}

static int write_line(pacta_work *work, const pacta_line *line) {
    const char *text = work->document->text;
    int status = PACTA_OK;
    for (uint32_t at = line->begin, mark, width; status == PACTA_OK && at < line->end; at = mark + width) {
        mark = pacta_next_markup(&work->lines, text, at, line->end, &width);
        uint32_t end = mark;
        while (end > at && mark < line->end && text[end - 1] == ' ')
            end--;
        status = write_plain(work, at, end);
        bool space = end < mark || (mark < line->end && text[mark] == '~');
        if (status == PACTA_OK && space && !pacta_fold_space(&work->fold, &work->memory, end, mark + width))
            return pacta_out_of_memory(work);
    }
    return status;
}

static int write_passage(pacta_work *work, uint32_t *index) {
    const pacta_lines *lines = &work->lines;
    const char *text = work->document->text;
    for (;;) {
        const pacta_line *line = &lines->list.items[*index];
        bool turned;
        uint32_t next = next_text(lines, *index, &turned);
        int status = write_line(work, line);
        if (status != PACTA_OK)
            return status;
        if (!goes_on(lines, text, *index, next, turned))
            return pacta_fold_close(&work->fold, &work->memory, line->end) ? PACTA_OK
                                                                           : pacta_out_of_memory(work);
        const pacta_line *below = &lines->list.items[next];
        if (is_hyphenated(text, line, below))
            pacta_fold_retract(&work->fold, 1);
        else if (!pacta_fold_space(&work->fold, &work->memory, line->end, below->begin))
            return pacta_out_of_memory(work);
        *index = next;
    }
}

static int cut_lines(pacta_work *work) {
    work->lines.list.count = 0;
    int status = PACTA_OK;
    pacta_line line = {0};
    for (uint32_t at = 0; status == PACTA_OK && at < work->document->info.bytes; at = line.next) {
        status = read_line(work, at, &line);
        if (status == PACTA_OK && !pacta_array_push(&work->memory, &work->lines.list, line))
            return pacta_out_of_memory(work);
    }
    return status;
}

/* A short rule: what stands below it on the page may be footnotes. */
static bool opens_notes(const pacta_lines *lines, const char *text, const pacta_line *line) {
    return is_rule(text, line) && (line->width - line->indent) * 2 < lines->wrap;
}

/* It begins with a footnote's mark: a bare number, an asterisk. */
static bool begins_note(const char *text, const pacta_line *line) {
    uint32_t at = line->begin;
    while (at < line->end && at - line->begin < 3 &&
           ((text[at] >= '0' && text[at] <= '9') || text[at] == '*'))
        at++;
    return at > line->begin && at < line->end &&
           (text[at] == ' ' || text[at] == '\t' || pacta_is_ascii_letter(text[at]));
}

int pacta_read_lines(pacta_work *work) {
    const char *text = work->document->text;
    pacta_lines *lines = &work->lines;
    pacta_fold *fold = &work->fold;
    int status = cut_lines(work);
    if (status != PACTA_OK)
        return status;
    pacta_strip_markup(lines, text, work->document->info.bytes);
    lines->wrap = find_wrap(lines);
    lines->indent = find_indent(lines);
    if (lines->wrap > 0)
        find_furniture(lines, text);
    pacta_fold_reset(fold);
    if (!pacta_array_reserve(&work->memory, &fold->text, (size_t)work->document->info.bytes + FOLD_PADDING))
        return pacta_out_of_memory(work);
    bool gap = false, notes = false;
    for (uint32_t i = 0; status == PACTA_OK && i < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (is_blank(line) || line->furniture) {
            gap = true;
            notes = line->furniture ? opens_notes(lines, text, line) : notes;
            continue;
        }
        notes = notes && begins_note(text, line);
        uint32_t flags = layout_of(lines, line, gap) | (notes ? PASSAGE_NOTE : 0u);
        if (!pacta_fold_open(fold, &work->memory, line->indent, flags))
            return pacta_out_of_memory(work);
        status = write_passage(work, &i);
        gap = false;
    }
    if (!pacta_fold_pad(fold, &work->memory))
        return pacta_out_of_memory(work);
    return status;
}

void pacta_lines_free(pacta_lines *lines, const pacta_allocator *memory) {
    pacta_array_release(memory, &lines->list);
}
