/* Lines and passages: what is one line to a reader is one in the working text. */
#include "core/runs.h"
#include "core/utf8.h"
#include "text/furniture.h"
#include "text/wraps.h"
#include "work.h"

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
            column = (column / PACTA_TAB + 1) * PACTA_TAB;
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

/* ---- Passages ------------------------------------------------------------------------ */

/* The next line of text behind line `i`, furniture stepped over with the blank
 * lines around it; the count if there is none. */
static uint32_t next_text(const pacta_lines *lines, uint32_t i, bool *turned) {
    uint32_t next = i + 1, beyond = next;
    *turned = false;
    while (beyond < lines->list.count &&
           (lines->list.items[beyond].furniture || pacta_line_is_blank(&lines->list.items[beyond]))) {
        *turned = *turned || lines->list.items[beyond].furniture;
        beyond++;
    }
    return *turned ? beyond : next;
}

/* The passage goes on in the line `next`. */
static bool goes_on(const pacta_lines *lines, const char *text, uint32_t i, uint32_t next, bool turned) {
    if (next >= lines->list.count)
        return false;
    const pacta_line *line = &lines->list.items[i], *below = &lines->list.items[next];
    if (turned)
        return pacta_goes_on_overleaf(lines, text, line, below);
    return pacta_is_wrapped(lines, text, line, below);
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

/* Writes what the mark of `width` bytes at `mark` stands for, behind spaces from `from` on: a
 * changed letter, a space or nothing. */
static int write_mark(pacta_work *work, uint32_t from, uint32_t mark, uint32_t width) {
    const char *text = work->document->text;
    const bool letter = text[mark] == '[', space = from < mark || text[mark] == '~';
    const bool done =
        (!space || pacta_fold_space(&work->fold, &work->memory, from, letter ? mark : mark + width)) &&
        (!letter || pacta_fold_stand_in(&work->fold, &work->memory, mark, mark + width, text + mark + 1, 1));
    return done ? PACTA_OK : pacta_out_of_memory(work);
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
        if (status == PACTA_OK && mark < line->end)
            status = write_mark(work, end, mark, width);
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
            return pacta_fold_close(&work->fold, &work->memory, line->end, line->next)
                       ? PACTA_OK
                       : pacta_out_of_memory(work);
        const pacta_line *below = &lines->list.items[next];
        if (pacta_is_hyphenated(text, line, below))
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

int pacta_read_lines(pacta_work *work) {
    const char *text = work->document->text;
    pacta_lines *lines = &work->lines;
    pacta_fold *fold = &work->fold;
    int status = cut_lines(work);
    if (status != PACTA_OK)
        return status;
    pacta_strip_markup(lines, text, work->document->info.bytes);
    pacta_measure_lines(lines);
    if (lines->wrap > 0)
        pacta_find_furniture(lines, text);
    pacta_find_running_heads(lines, text);
    pacta_fold_reset(fold);
    if (!pacta_array_reserve(&work->memory, &fold->text, (size_t)work->document->info.bytes + FOLD_PADDING))
        return pacta_out_of_memory(work);
    bool gap = false, notes = false;
    for (uint32_t i = 0; status == PACTA_OK && i < lines->list.count; i++) {
        const pacta_line *line = &lines->list.items[i];
        if (pacta_line_is_blank(line) || line->furniture) {
            gap = true;
            notes = line->furniture ? pacta_opens_notes(lines, text, line) : notes;
            continue;
        }
        notes = notes && pacta_begins_note(text, line);
        uint32_t flags = pacta_layout_of(lines, line, gap) | (notes ? PASSAGE_NOTE : 0u);
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
