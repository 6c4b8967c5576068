#include "text/fold.h"
#include "core/runs.h"
#include "core/utf8.h"
#include <string.h>

void pacta_fold_reset(pacta_fold *fold) {
    fold->text.count = fold->passages.count = fold->pieces.count = fold->last_piece = 0;
}

void pacta_fold_free(pacta_fold *fold, const pacta_allocator *memory) {
    pacta_array_release(memory, &fold->text);
    pacta_array_release(memory, &fold->passages);
    pacta_array_release(memory, &fold->pieces);
}

enum { PIECE = 32 * 1024 };

/* Says where the next bytes come from, if the last piece does not already. */
static bool note_piece(pacta_fold *fold, const pacta_allocator *memory, uint32_t original, uint32_t end) {
    uint32_t at = fold->text.count;
    if (fold->pieces.count > 0) {
        pacta_piece *last = &fold->pieces.items[fold->pieces.count - 1];
        if (last->folded == at) {
            *last = (pacta_piece){at, original, end};
            return true;
        }
        if (end == 0 && last->end == 0 && last->original + (at - last->folded) == original)
            return true;
    }
    return pacta_array_push(memory, &fold->pieces, (pacta_piece){at, original, end});
}

static bool copy(pacta_fold *fold, const pacta_allocator *memory, const char *text, uint32_t begin,
                 uint32_t end) {
    if (begin == end)
        return true;
    if (!note_piece(fold, memory, begin, 0) || !pacta_array_reserve(memory, &fold->text, end - begin))
        return false;
    memcpy(fold->text.items + fold->text.count, text + begin, end - begin);
    fold->text.count += end - begin;
    return true;
}

static bool ends_in_space(const pacta_fold *fold) {
    uint32_t at = fold->text.count;
    return at == 0 || fold->text.items[at - 1] == ' ' || fold->text.items[at - 1] == '\n';
}

bool pacta_fold_space(pacta_fold *fold, const pacta_allocator *memory, uint32_t begin, uint32_t end) {
    return ends_in_space(fold) || (note_piece(fold, memory, begin, end - begin == 1 ? 0 : end) &&
                                   pacta_array_push(memory, &fold->text, ' '));
}

bool pacta_fold_stand_in(pacta_fold *fold, const pacta_allocator *memory, uint32_t begin, uint32_t end,
                         const char *bytes, uint32_t size) {
    if (!note_piece(fold, memory, begin, end) || !pacta_array_reserve(memory, &fold->text, size))
        return false;
    memcpy(fold->text.items + fold->text.count, bytes, size);
    fold->text.count += size;
    return true;
}

bool pacta_fold_append(pacta_fold *fold, const pacta_allocator *memory, const char *text, uint32_t *at,
                       uint32_t end) {
    uint32_t i = *at, plain = i; /* copied up to here */
    const uint32_t reach = end - i < PIECE ? end : i + PIECE;
    while (i < reach) {
        if (text[i] != ' ' || i > plain || !ends_in_space(fold)) {
            uint32_t run = pacta_run_spaced(text, i, reach);
            if (run == reach && text[run - 1] != ' ') {
                i = run;
                break;
            }
            i = run > i && text[run - 1] == ' ' ? run - 1 : run; /* a space before what is not plain */
        }
        uint32_t length, c = pacta_utf8_at(text + i, &length);
        char other[4];
        uint32_t other_size = pacta_stand_in(c, other);
        bool space = pacta_is_space(c);
        if (!space && other_size == 0 && !pacta_is_invisible(c)) {
            i += length;
            continue;
        }
        if (!copy(fold, memory, text, plain, i))
            return false;
        uint32_t stop = i + length;
        if (space) {
            while (stop < end) {
                c = pacta_utf8_at(text + stop, &length);
                if (!pacta_is_space(c) && !pacta_is_invisible(c))
                    break;
                stop += length;
            }
            if (stop < end && !pacta_fold_space(fold, memory, i, stop))
                return false;
        } else if (other_size > 0 && !pacta_fold_stand_in(fold, memory, i, stop, other, other_size)) {
            return false;
        }
        plain = i = stop;
    }
    *at = i;
    return copy(fold, memory, text, plain, i);
}

void pacta_fold_retract(pacta_fold *fold, uint32_t count) {
    fold->text.count -= count;
    while (fold->pieces.count > 1 && fold->pieces.items[fold->pieces.count - 1].folded > fold->text.count)
        fold->pieces.count--;
}

bool pacta_fold_open(pacta_fold *fold, const pacta_allocator *memory, uint32_t indent, uint32_t flags) {
    pacta_passage passage = {.begin = fold->text.count, .indent = indent, .flags = flags};
    return pacta_array_push(memory, &fold->passages, passage);
}

bool pacta_fold_close(pacta_fold *fold, const pacta_allocator *memory, uint32_t begin, uint32_t end) {
    pacta_passage *passage = &fold->passages.items[fold->passages.count - 1];
    while (fold->text.count > passage->begin && fold->text.items[fold->text.count - 1] == ' ')
        pacta_fold_retract(fold, 1);
    passage->end = fold->text.count;
    return note_piece(fold, memory, begin, end - begin == 1 ? 0 : begin) &&
           pacta_array_push(memory, &fold->text, '\n');
}

bool pacta_fold_pad(pacta_fold *fold, const pacta_allocator *memory) {
    if (!pacta_array_reserve(memory, &fold->text, FOLD_PADDING))
        return false;
    memset(fold->text.items + fold->text.count, 0, FOLD_PADDING);
    return true;
}

/* The last piece that begins at or before `at`. Spans mostly come in the order of
 * the text, so it is looked for from the one before on, in steps that grow. */
static const pacta_piece *piece_at(pacta_fold *fold, uint32_t at) {
    const pacta_piece *pieces = fold->pieces.items;
    uint32_t low = fold->last_piece, high = low + 1;
    for (uint32_t step = 1; pieces[low].folded > at; step *= 2) { /* the first one begins at 0 */
        high = low;
        low -= step < low ? step : low;
    }
    for (uint32_t step = 1; high < fold->pieces.count && pieces[high].folded <= at; step *= 2) {
        low = high;
        high += step < fold->pieces.count - high ? step : fold->pieces.count - high;
    }
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (pieces[middle].folded <= at)
            low = middle;
        else
            high = middle;
    }
    return &pieces[fold->last_piece = low];
}

uint32_t pacta_fold_same_until(pacta_fold *fold, uint32_t at, uint32_t *shift) {
    if (fold->pieces.count == 0)
        return 0;
    const pacta_piece *piece = piece_at(fold, at), *last = &fold->pieces.items[fold->pieces.count - 1];
    *shift = piece->original - piece->folded;
    return piece->end != 0 ? 0 : piece == last ? fold->text.count : piece[1].folded;
}

pacta_span pacta_fold_look_up(pacta_fold *fold, pacta_span span) {
    if (fold->pieces.count == 0)
        return (pacta_span){0, 0};
    const pacta_piece *piece = piece_at(fold, span.begin);
    uint32_t begin = piece->end != 0 ? piece->original : piece->original + (span.begin - piece->folded);
    if (span.end <= span.begin)
        return (pacta_span){begin, begin};
    if (piece + 1 < fold->pieces.items + fold->pieces.count && piece[1].folded < span.end)
        piece = piece_at(fold, span.end - 1);
    uint32_t end = piece->end != 0 ? piece->end : piece->original + (span.end - piece->folded);
    return (pacta_span){begin, end};
}
