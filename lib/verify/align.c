#include "verify/align.h"
#include "verify/keys.h"
#include <string.h>

enum {
    BAND = 65,        /* places beside a query word that are compared with it */
    ROWS_MOST = 1024, /* query words in one gap; more are taken as put in */
    HAND_OVER_MOST = 4,
    REACH = 256,     /* places searched for a piece between elisions */
    EDGE_REACH = 12, /* places more than words that are looked at beyond the outer blocks */
    COST_INSERT = 4,
    COST_DELETE = 3,
    COST_REPLACE = 5,
    COST_AKIN = 3, /* for a word with the same stem */
    COST_EDGE = 4, /* for any word at an open end */
    COST_NEVER = 1 << 28
};

/* Where an alignment of a gap may begin and end. */
typedef enum open_end { ENDS_FIXED, ENDS_OPEN_HEAD, ENDS_OPEN_TAIL } open_end;

typedef struct aligner {
    pacta_alignment *out;
    const pacta_sides *sides;
    bool failed;
} aligner;

/* Query words [query, query_end) against places [place, place_end). */
typedef struct extent {
    uint32_t query, query_end, place, place_end;
} extent;

void pacta_alignment_free(pacta_alignment *alignment, const pacta_allocator *memory) {
    pacta_array_release(memory, &alignment->steps);
    pacta_array_release(memory, &alignment->back);
    pacta_array_release(memory, &alignment->costs);
}

/* ---- Words ----------------------------------------------------------------------- */

static const pacta_query_word *word_at(const aligner *a, uint32_t query) {
    return &a->sides->query->words.items[query];
}

static const pacta_place *place_at(const aligner *a, uint32_t place) {
    return &a->sides->corpus->places.items[place];
}

static const char *letters_of(const aligner *a, uint32_t key, uint32_t *size) {
    return pacta_vocabulary_text(a->sides->vocabulary, key, size);
}

/* An edited word stands for any that begins with its letters outside brackets:
 * State[s], amend[ed]. */
static bool edited_from(const aligner *a, const pacta_query_word *word, uint32_t key) {
    uint32_t outer_size, size;
    if (word->outer == KEY_NONE)
        return true;
    const char *outer = letters_of(a, word->outer, &outer_size), *text = letters_of(a, key, &size);
    if (outer_size <= size && size - outer_size <= outer_size + 4 && outer_size >= 3 &&
        memcmp(outer, text, outer_size) == 0)
        return true;
    return word->outer == key;
}

static bool is_match(const aligner *a, uint32_t query, uint32_t place) {
    const pacta_query_word *word = word_at(a, query);
    uint32_t key = place_at(a, place)->key;
    if (key == KEY_NONE)
        return false;
    return word->key == key || ((word->flags & WORD_EDITED) != 0 && edited_from(a, word, key));
}

/* True if the letters of `whole` are those of the other two in a row. */
static bool is_joined(const aligner *a, uint32_t whole, uint32_t first, uint32_t second) {
    uint32_t size, first_size, second_size;
    if (first == KEY_NONE || second == KEY_NONE || whole == KEY_NONE)
        return false;
    const char *text = letters_of(a, whole, &size);
    const char *head = letters_of(a, first, &first_size), *tail = letters_of(a, second, &second_size);
    return size == first_size + second_size && memcmp(text, head, first_size) == 0 &&
           memcmp(text + first_size, tail, second_size) == 0;
}

static bool is_akin(const aligner *a, uint32_t query, uint32_t place) {
    uint32_t key = place_at(a, place)->key;
    const pacta_vocabulary *v = a->sides->vocabulary;
    return key != KEY_NONE &&
           pacta_vocabulary_entry(v, key)->stem == pacta_vocabulary_entry(v, word_at(a, query)->key)->stem;
}

static void add_step(aligner *a, pacta_step_kind kind, uint32_t query, uint32_t words, uint32_t place,
                     uint32_t places) {
    pacta_align_step step = {kind, query, words, place, places};
    if (words + places > 0 || kind == ALIGN_JUMP)
        a->failed = a->failed || !pacta_array_push(a->sides->memory, &a->out->steps, step);
}

/* ---- One gap, in a band around its diagonal ------------------------------------------ */

typedef struct grid {
    extent gap;
    open_end ends;
    uint32_t rows, columns; /* words and places, each less 1 than there are lines */
    uint32_t width;         /* of the band */
    int32_t *costs;         /* rows + 1 times width */
} grid;

/* The first column of a row's band. */
static uint32_t band_of(const grid *g, uint32_t row) {
    uint32_t centre = row, half = g->width / 2;
    if (g->ends == ENDS_FIXED && g->rows > 0)
        centre = (uint32_t)((uint64_t)row * g->columns / g->rows);
    else if (g->ends == ENDS_OPEN_HEAD)
        centre = g->columns + row > g->rows ? g->columns + row - g->rows : 0;
    uint32_t first = centre > half ? centre - half : 0;
    uint32_t last = g->columns + 1 - g->width;
    return first < last ? first : last;
}

static int32_t *cell(const grid *g, uint32_t row, uint32_t column) {
    uint32_t first = band_of(g, row);
    if (column < first || column >= first + g->width)
        return NULL;
    return &g->costs[row * g->width + column - first];
}

static int32_t cost_at(const grid *g, uint32_t row, uint32_t column) {
    const int32_t *found = cell(g, row, column);
    return found == NULL ? COST_NEVER : *found;
}

static int32_t insert_cost(const aligner *a, const grid *g, uint32_t row) {
    return pacta_query_needs(word_at(a, g->gap.query + row)) ? COST_INSERT : 0;
}

static int32_t delete_cost(const aligner *a, const grid *g, uint32_t column) {
    return (place_at(a, g->gap.place + column)->flags & PLACE_ASIDE) != 0 ? 0 : COST_DELETE;
}

static int32_t replace_cost(const aligner *a, const grid *g, uint32_t row, uint32_t column) {
    uint32_t query = g->gap.query + row, place = g->gap.place + column;
    if (is_match(a, query, place))
        return 0;
    if (place_at(a, place)->key == KEY_NONE || !pacta_query_needs(word_at(a, query)) ||
        (place_at(a, place)->flags & PLACE_ASIDE) != 0)
        return COST_NEVER;
    if (is_akin(a, query, place))
        return COST_AKIN;
    return g->ends == ENDS_FIXED ? COST_REPLACE : COST_EDGE;
}

/* One word of the query is two places, or the other way round. */
static bool joins_places(const aligner *a, const grid *g, uint32_t row, uint32_t column) {
    const pacta_place *place = place_at(a, g->gap.place + column);
    return is_joined(a, word_at(a, g->gap.query + row)->key, place[0].key, place[1].key);
}

static bool joins_words(const aligner *a, const grid *g, uint32_t row, uint32_t column) {
    const pacta_query_word *word = word_at(a, g->gap.query + row);
    return is_joined(a, place_at(a, g->gap.place + column)->key, word[0].key, word[1].key);
}

static int32_t least(int32_t a, int32_t b) {
    return a < b ? a : b;
}

/* The cost of the first `row` words against the first `column` places. */
static int32_t weigh_cell(const aligner *a, const grid *g, uint32_t row, uint32_t column) {
    if (row == 0 && (column == 0 || g->ends == ENDS_OPEN_HEAD))
        return 0;
    int32_t cost = COST_NEVER;
    if (row > 0)
        cost = least(cost, cost_at(g, row - 1, column) + insert_cost(a, g, row - 1));
    if (column > 0)
        cost = least(cost, cost_at(g, row, column - 1) + delete_cost(a, g, column - 1));
    if (row > 0 && column > 0)
        cost = least(cost, cost_at(g, row - 1, column - 1) + replace_cost(a, g, row - 1, column - 1));
    if (row > 0 && column > 1 && joins_places(a, g, row - 1, column - 2))
        cost = least(cost, cost_at(g, row - 1, column - 2));
    if (row > 1 && column > 0 && joins_words(a, g, row - 2, column - 1))
        cost = least(cost, cost_at(g, row - 2, column - 1));
    return least(cost, COST_NEVER);
}

static void push_back(aligner *a, pacta_step_kind kind, uint32_t query, uint32_t words, uint32_t place,
                      uint32_t places) {
    pacta_align_step step = {kind, query, words, place, places};
    a->failed = a->failed || !pacta_array_push(a->sides->memory, &a->out->back, step);
}

/* Goes back from the grid's end to its beginning; steps come out last first.
 * Matches are tried first, then words for words: differences stay together. */
static void trace(aligner *a, const grid *g, uint32_t row, uint32_t column) {
    a->out->back.count = 0;
    while ((row > 0 || (column > 0 && g->ends != ENDS_OPEN_HEAD)) && !a->failed) {
        int32_t cost = cost_at(g, row, column);
        uint32_t query = g->gap.query + row, place = g->gap.place + column;
        if (row > 0 && column > 1 && joins_places(a, g, row - 1, column - 2) &&
            cost_at(g, row - 1, column - 2) == cost) {
            row--, column -= 2;
            push_back(a, ALIGN_MATCH, query - 1, 1, place - 2, 2);
        } else if (row > 1 && column > 0 && joins_words(a, g, row - 2, column - 1) &&
                   cost_at(g, row - 2, column - 1) == cost) {
            row -= 2, column--;
            push_back(a, ALIGN_MATCH, query - 2, 2, place - 1, 1);
        } else if (row > 0 && column > 0 &&
                   cost_at(g, row - 1, column - 1) + replace_cost(a, g, row - 1, column - 1) == cost) {
            row--, column--;
            push_back(a, is_match(a, query - 1, place - 1) ? ALIGN_MATCH : ALIGN_REPLACE, query - 1, 1,
                      place - 1, 1);
        } else if (row > 0 && cost_at(g, row - 1, column) + insert_cost(a, g, row - 1) == cost) {
            row--;
            push_back(a, ALIGN_INSERT, query - 1, 1, place, 0);
        } else if (column > 0) {
            column--;
            push_back(a, ALIGN_DELETE, query, 0, place - 1, 1);
        } else {
            row--; /* out of the band: cannot be, but ends */
            push_back(a, ALIGN_INSERT, query - 1, 1, place, 0);
        }
    }
}

static bool same_kind_goes_on(const pacta_align_step *a, const pacta_align_step *b) {
    return a->kind == b->kind && a->query + a->words == b->query && a->place + a->places == b->place &&
           (a->kind != ALIGN_MATCH || (a->words == a->places && b->words == b->places));
}

/* Appends what trace() found, front to back, steps of one kind in one. */
static void flush(aligner *a) {
    for (uint32_t i = a->out->back.count; i-- > 0 && !a->failed;) {
        const pacta_align_step *step = &a->out->back.items[i];
        uint32_t count = a->out->steps.count;
        pacta_align_step *last = count == 0 ? NULL : &a->out->steps.items[count - 1];
        if (last != NULL && same_kind_goes_on(last, step))
            last->words += step->words, last->places += step->places;
        else
            add_step(a, step->kind, step->query, step->words, step->place, step->places);
    }
    a->out->back.count = 0;
}

/* Aligns a gap; what it is at its open end is left in `*gap`. Returns the cost;
 * the steps wait in `back`. */
static int32_t align_gap(aligner *a, extent *gap, open_end ends) {
    uint32_t rows = gap->query_end - gap->query, columns = gap->place_end - gap->place;
    grid g = {*gap, ends, rows, columns, columns + 1 < BAND ? columns + 1 : BAND, NULL};
    a->out->costs.count = a->out->back.count = 0;
    if (!pacta_array_reserve(a->sides->memory, &a->out->costs, (size_t)(rows + 1) * g.width)) {
        a->failed = true;
        return COST_NEVER;
    }
    g.costs = a->out->costs.items;
    for (uint32_t row = 0; row <= rows; row++)
        for (uint32_t i = 0; i < g.width; i++)
            g.costs[row * g.width + i] = COST_NEVER;
    for (uint32_t row = 0; row <= rows; row++)
        for (uint32_t i = 0, first = band_of(&g, row); i < g.width; i++)
            g.costs[row * g.width + i] = weigh_cell(a, &g, row, first + i);
    uint32_t column = columns;
    if (ends == ENDS_OPEN_TAIL)
        for (uint32_t i = columns; i-- > 0;)
            if (cost_at(&g, rows, i) <= cost_at(&g, rows, column) + (i >= rows ? 0 : -1))
                column = i;
    int32_t cost = cost_at(&g, rows, column);
    trace(a, &g, rows, column);
    if (a->out->back.count > 0 && ends == ENDS_OPEN_HEAD)
        gap->place = a->out->back.items[a->out->back.count - 1].place;
    else if (ends == ENDS_OPEN_HEAD)
        gap->place = gap->place_end;
    if (ends == ENDS_OPEN_TAIL)
        gap->place_end = gap->place + column;
    return cost;
}

/* ---- Gaps between blocks, and beyond the outer ones ------------------------------------- */

/* The first word in (from, until) or at `until` - before which an elision or
 * joint stands, or PACTA_NONE. */
static uint32_t next_break(const aligner *a, uint32_t from, uint32_t until) {
    for (uint32_t i = from; i <= until && i < a->sides->query->words.count; i++)
        if ((word_at(a, i)->flags & (WORD_ELIDED | WORD_JOINT)) != 0)
            return i;
    return PACTA_NONE;
}

static uint32_t nearer(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

/* Without a break inside: all words against all places, or, where there are far
 * more places, against those at one end. */
static void fill_plain(aligner *a, extent gap) {
    uint32_t words = gap.query_end - gap.query, places = gap.place_end - gap.place;
    if (words == 0 || places == 0 || words > ROWS_MOST) {
        add_step(a, ALIGN_INSERT, gap.query, words, gap.place, 0);
        add_step(a, ALIGN_DELETE, gap.query_end, 0, gap.place, places);
        return;
    }
    uint32_t most = 2 * words + 32;
    if (places <= most) {
        align_gap(a, &gap, ENDS_FIXED);
        flush(a);
        return;
    }
    extent head = gap, tail = gap;
    head.place_end = gap.place + most;
    tail.place = gap.place_end - most;
    int32_t tail_cost = align_gap(a, &tail, ENDS_OPEN_HEAD);
    if (align_gap(a, &head, ENDS_OPEN_TAIL) <= tail_cost) {
        flush(a);
        add_step(a, ALIGN_DELETE, gap.query_end, 0, head.place_end, gap.place_end - head.place_end);
        return;
    }
    tail.place = gap.place_end - most;
    align_gap(a, &tail, ENDS_OPEN_HEAD);
    add_step(a, ALIGN_DELETE, gap.query, 0, gap.place, tail.place - gap.place);
    flush(a);
}

/* Words [query, query_end) right behind places, the end open; how far it got. */
static uint32_t fill_tail(aligner *a, uint32_t query, uint32_t query_end, uint32_t place,
                          uint32_t place_end) {
    uint32_t words = query_end - query;
    extent gap = {query, query_end, place, nearer(place_end, place + words + EDGE_REACH)};
    if (words == 0)
        return place;
    if (gap.place_end <= place || words > ROWS_MOST) {
        add_step(a, ALIGN_INSERT, query, words, place, 0);
        return place;
    }
    align_gap(a, &gap, ENDS_OPEN_TAIL);
    flush(a);
    return gap.place_end;
}

/* Words right before `place_end`; the steps wait in `back`. Returns where they
 * begin. */
static uint32_t reach_head(aligner *a, uint32_t query, uint32_t query_end, uint32_t place,
                           uint32_t place_end) {
    uint32_t words = query_end - query;
    a->out->back.count = 0;
    if (words == 0)
        return place_end;
    if (place_end <= place || words > ROWS_MOST) {
        push_back(a, ALIGN_INSERT, query, words, place_end, 0);
        return place_end;
    }
    uint32_t reach = words + EDGE_REACH;
    extent gap = {query, query_end, place_end - place > reach ? place_end - reach : place, place_end};
    align_gap(a, &gap, ENDS_OPEN_HEAD);
    return gap.place;
}

/* Where the words end if they stand at `place`, those aside that need not, or
 * PACTA_NONE. */
static uint32_t stands_at(const aligner *a, uint32_t query, uint32_t query_end, uint32_t place,
                          uint32_t place_end) {
    uint32_t at = place;
    for (uint32_t i = query; i < query_end; i++) {
        bool match = at < place_end && is_match(a, i, at);
        if (!match && pacta_query_needs(word_at(a, i)))
            return PACTA_NONE;
        at += match;
    }
    return at > place ? at : PACTA_NONE;
}

static void add_piece(aligner *a, uint32_t query, uint32_t query_end, uint32_t place) {
    for (uint32_t i = query; i < query_end; i++) {
        bool match = is_match(a, i, place);
        add_step(a, match ? ALIGN_MATCH : ALIGN_INSERT, i, 1, place, match);
        place += match;
    }
}

/* A piece between two breaks: the nearest place that has its words; what comes
 * before that is left out, unless nothing of the query stands there. Returns
 * where it ends, or PACTA_NONE if it was not found. */
static uint32_t fill_piece(aligner *a, uint32_t query, uint32_t query_end, uint32_t place, uint32_t place_end,
                           bool skip_first) {
    for (uint32_t at = place; at < place_end && at < place + REACH; at++) {
        uint32_t end = stands_at(a, query, query_end, at, place_end);
        if (end == PACTA_NONE)
            continue;
        add_step(a, ALIGN_SKIP, query, 0, place, skip_first ? at - place : 0);
        add_piece(a, query, query_end, at);
        return end;
    }
    return PACTA_NONE;
}

/* A gap with breaks inside: what stands before the first one follows the block
 * before, what stands behind the last one goes before the block behind. */
static void fill_broken(aligner *a, extent gap, uint32_t first) {
    uint32_t words = first - gap.query;
    uint32_t room = gap.place_end - gap.place;
    uint32_t at = fill_tail(a, gap.query, first, gap.place,
                            gap.place + nearer(room, room > words ? (room + words) / 2 : room));
    uint32_t next;
    while ((next = next_break(a, first + 1, gap.query_end)) != PACTA_NONE) {
        uint32_t end = fill_piece(a, first, next, at, gap.place_end, true);
        if (end == PACTA_NONE)
            add_step(a, ALIGN_INSERT, first, next - first, at, 0);
        else
            at = end;
        first = next;
    }
    uint32_t head = reach_head(a, first, gap.query_end, at, gap.place_end);
    add_step(a, ALIGN_SKIP, first, 0, at, head - at);
    flush(a);
}

static void fill_gap(aligner *a, extent gap) {
    uint32_t first = next_break(a, gap.query, gap.query_end);
    if (first == PACTA_NONE)
        fill_plain(a, gap);
    else
        fill_broken(a, gap, first);
}

/* How far an alignment may reach from a place towards the beginning (the end)
 * of its sentence, in its article. */
static uint32_t reach_back(const aligner *a, uint32_t place, uint32_t most) {
    uint32_t at = place;
    while (at > 0 && place - at < most && place_at(a, at - 1)->key != KEY_NONE &&
           (place_at(a, at)->flags & PLACE_SENTENCE) == 0 && (place_at(a, at - 1)->flags & PLACE_ASIDE) == 0)
        at--;
    return at;
}

static uint32_t reach_on(const aligner *a, uint32_t place, uint32_t most) {
    uint32_t at = place;
    while (at - place < most && place_at(a, at)->key != KEY_NONE &&
           (place_at(a, at)->flags & (PLACE_SENTENCE | PLACE_ASIDE)) == 0)
        at++;
    return at;
}

/* The end of the article that a place is in. */
static uint32_t article_end(const aligner *a, uint32_t place, uint32_t most) {
    uint32_t article = pacta_corpus_article_at(a->sides->corpus, place), at = place;
    while (at - place < most && place_at(a, at)->key != KEY_NONE &&
           pacta_corpus_article_at(a->sides->corpus, at) == article)
        at++;
    return at;
}

static uint32_t article_begin(const aligner *a, uint32_t place, uint32_t most) {
    uint32_t article = pacta_corpus_article_at(a->sides->corpus, place), at = place;
    while (at > 0 && place - at < most && place_at(a, at - 1)->key != KEY_NONE &&
           pacta_corpus_article_at(a->sides->corpus, at - 1) == article)
        at--;
    return at;
}

/* The query's words [query, query_end) before a run's first place. */
static void fill_head(aligner *a, uint32_t query, uint32_t query_end, uint32_t place) {
    uint32_t most = query_end - query + EDGE_REACH;
    uint32_t last = PACTA_NONE; /* the last break */
    for (uint32_t i = next_break(a, query + 1, query_end); i != PACTA_NONE;
         i = next_break(a, i + 1, query_end))
        last = i;
    uint32_t begin = reach_back(a, place, most);
    if (last == PACTA_NONE) {
        reach_head(a, query, query_end, begin, place);
        flush(a);
        return;
    }
    uint32_t from = article_begin(a, place, REACH);
    extent gap = {query, last, from, reach_head(a, last, query_end, begin, place)};
    a->out->back.count = 0;
    uint32_t at = gap.place, first = query;
    bool found = false;
    while (first < last) { /* pieces before the break, each where it first stands */
        uint32_t next = next_break(a, first + 1, last);
        next = next == PACTA_NONE ? last : next;
        uint32_t end = fill_piece(a, first, next, at, gap.place_end, found);
        if (end == PACTA_NONE)
            add_step(a, ALIGN_INSERT, first, next - first, at, 0);
        found = found || end != PACTA_NONE;
        at = end == PACTA_NONE ? at : end;
        first = next;
    }
    uint32_t head = reach_head(a, last, query_end, begin > at ? begin : at, place);
    if (found)
        add_step(a, ALIGN_SKIP, last, 0, at, head - at);
    flush(a);
}

/* The words behind the last run's last place. */
static void fill_end(aligner *a, uint32_t query, uint32_t query_end, uint32_t place) {
    uint32_t first = query < query_end ? next_break(a, query, query_end - 1) : PACTA_NONE;
    uint32_t stop = first == PACTA_NONE ? query_end : first;
    uint32_t at = fill_tail(a, query, stop, place, reach_on(a, place, stop - query + EDGE_REACH));
    uint32_t until = at > 0 ? article_end(a, at - 1, REACH) : at;
    while (first != PACTA_NONE && first < query_end) {
        uint32_t next = next_break(a, first + 1, query_end - 1);
        next = next == PACTA_NONE ? query_end : next;
        uint32_t end = fill_piece(a, first, next, at, until > at ? until : at, true);
        if (end == PACTA_NONE)
            add_step(a, ALIGN_INSERT, first, next - first, at, 0);
        else
            at = end;
        first = next;
    }
}

/* A block may go beyond an elision by accident: "may ... the harbour" for "may
 * use the harbour" when "the" follows "may" as well. Words behind the elision
 * that stand before the next block, too, go over to it. */
static void hand_over(const aligner *a, pacta_block *earlier, pacta_block *later) {
    uint32_t end = earlier->query + earlier->length;
    for (uint32_t count = 1; count <= HAND_OVER_MOST && count < earlier->length; count++) {
        if (later->query != end || later->place < earlier->place + earlier->length + count ||
            !is_match(a, end - count, later->place - count))
            return;
        if ((word_at(a, end - count)->flags & (WORD_ELIDED | WORD_JOINT)) == 0)
            continue;
        earlier->length -= count;
        *later = (pacta_block){later->query - count, later->place - count, later->length + count};
        return;
    }
}

bool pacta_align(pacta_alignment *alignment, const pacta_sides *sides, pacta_runs *runs) {
    aligner a = {alignment, sides, false};
    alignment->steps.count = 0;
    uint32_t query = 0, place = 0;
    for (uint32_t i = 0; i < runs->picked.count && !a.failed; i++) {
        pacta_block *block = &runs->picked.items[i].block;
        if (i + 1 < runs->picked.count && !runs->picked.items[i + 1].opens)
            hand_over(&a, block, &runs->picked.items[i + 1].block);
        if (i > 0 && runs->picked.items[i].opens)
            add_step(&a, ALIGN_JUMP, query, block->query - query + 1, block->place, 0);
        if (runs->picked.items[i].opens)
            fill_head(&a, query, block->query, block->place);
        else
            fill_gap(&a, (extent){query, block->query, place, block->place});
        add_step(&a, ALIGN_MATCH, block->query, block->length, block->place, block->length);
        query = block->query + block->length;
        place = block->place + block->length;
    }
    if (runs->picked.count > 0)
        fill_end(&a, query, sides->query->words.count, place);
    return !a.failed;
}
