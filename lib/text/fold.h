/* The working text: the caller's text as a reader sees it. Each passage (a
 * heading, a paragraph, a list item) is one line: its hard wraps and runs of
 * spaces are single spaces, words hyphenated at a line's end are whole again,
 * invisible characters and page furniture are gone. Every later stage works
 * on it, in its offsets; a map leads back to the caller's bytes. */
#ifndef PACTA_TEXT_FOLD_H
#define PACTA_TEXT_FOLD_H

#include "core/memory.h"

enum {
    PASSAGE_GAP = 1,      /* a blank line stands before it */
    PASSAGE_CENTRED = 2,  /* its lines are set in the middle */
    PASSAGE_INDENTED = 4, /* its lines stand further right than the text around */
    PASSAGE_NOTE = 8,     /* a footnote */
    PASSAGE_JOINED = 16,  /* made of several lines */
    PASSAGE_QUOTED = 32,  /* in a quotation that has whole passages; set by structure/labels.c */
    PASSAGE_LISTED = 64   /* an entry of a table of contents; set by structure/units.c */
};

enum { FOLD_PADDING = 32 };

typedef struct pacta_passage {
    uint32_t begin, end; /* in the working text, the line end left out */
    uint32_t indent;     /* columns before its first line */
    uint32_t flags;
    uint32_t first_token, end_token; /* set by the tokeniser */
    uint32_t signs;                  /* that any of these tokens has; likewise */
} pacta_passage;

/* Working text from `folded` on stands at `original`: byte for byte, or, where
 * `end` is not 0, all of it for [original, end). */
typedef struct pacta_piece {
    uint32_t folded, original, end;
} pacta_piece;

typedef struct pacta_fold {
    PACTA_ARRAY(char) text; /* passages, each ended by a newline */
    PACTA_ARRAY(pacta_passage) passages;
    PACTA_ARRAY(pacta_piece) pieces;
    uint32_t last_piece; /* that a span was found in */
} pacta_fold;

void pacta_fold_reset(pacta_fold *fold);
void pacta_fold_free(pacta_fold *fold, const pacta_allocator *memory);

/* Appends the next piece of [*at, end) of the caller's text to the passage in hand,
 * spaces and invisible characters folded, and moves `*at` behind it. */
bool pacta_fold_append(pacta_fold *fold, const pacta_allocator *memory, const char *text, uint32_t *at,
                       uint32_t end);
/* Appends one space that stands for [begin, end), where none stands yet. */
bool pacta_fold_space(pacta_fold *fold, const pacta_allocator *memory, uint32_t begin, uint32_t end);
/* Appends bytes that stand for all of [begin, end). */
bool pacta_fold_stand_in(pacta_fold *fold, const pacta_allocator *memory, uint32_t begin, uint32_t end,
                         const char *bytes, uint32_t size);
/* Takes back the last `count` bytes (a hyphen at a line's end). */
void pacta_fold_retract(pacta_fold *fold, uint32_t count);
bool pacta_fold_open(pacta_fold *fold, const pacta_allocator *memory, uint32_t indent, uint32_t flags);
/* Makes FOLD_PADDING bytes behind the text readable: zeros. */
bool pacta_fold_pad(pacta_fold *fold, const pacta_allocator *memory);
/* Ends the passage: its newline stands for the line end [begin, end) of the caller's. */
bool pacta_fold_close(pacta_fold *fold, const pacta_allocator *memory, uint32_t begin, uint32_t end);

pacta_span pacta_fold_look_up(pacta_fold *fold, pacta_span span);

/* The caller's bytes behind a span of the working text. Mostly they are in the piece
 * that the last ones were found in. */
static inline pacta_span pacta_fold_original(pacta_fold *fold, pacta_span span) {
    if (fold->last_piece + 1 < fold->pieces.count) {
        const pacta_piece *piece = &fold->pieces.items[fold->last_piece];
        if (piece->end == 0 && piece->folded <= span.begin && span.begin < span.end &&
            span.end <= piece[1].folded)
            return (pacta_span){span.begin + (piece->original - piece->folded),
                                span.end + (piece->original - piece->folded)};
    }
    return pacta_fold_look_up(fold, span);
}

/* How far the working text from `at` on stands byte for byte at one place of the
 * caller's; `*shift` is what to add to come there. 0 if it does not. */
uint32_t pacta_fold_same_until(pacta_fold *fold, uint32_t at, uint32_t *shift);

#endif
