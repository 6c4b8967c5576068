/* Which labels of units open a provision of the document: those that stand in
 * sequence. A line that begins with a citation does not, nor does a table of
 * contents. */
#include "work.h"
#include <string.h>

enum { LOOK_AHEAD = 400, LIST_OF_CONTENTS = 3, CONTENTS_TOKENS = 26, SMALL_GAP = 3, TITLES_LEAST = 3 };

static const pacta_unit *unit_of(const pacta_work *work, const pacta_label *label) {
    return &work->rules->units.items[label->unit - 1];
}

/* ---- Tables of contents -------------------------------------------------------------- */

/* Passages [first, end) are headings and entries with their pages, no sentences. */
static bool lists_headings(const pacta_work *work, uint32_t first, uint32_t end) {
    const char *text = pacta_work_text(work);
    for (uint32_t p = first; p < end; p++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        char last = passage->end > passage->begin ? text[passage->end - 1] : ' ';
        if (last == '.' && !pacta_is_heading(work, passage->begin, passage->end))
            return false;
    }
    return true;
}

/* The label that the body begins with: `index`, which is the contents' `first` one
 * again, or a larger unit around it that the contents leave out. */
static uint32_t body_from(const pacta_work *work, uint32_t first, uint32_t index) {
    const pacta_label *labels = work->labels.items;
    const int16_t rank = unit_of(work, &labels[first])->rank;
    for (uint32_t i = index; i-- > first + 1;) {
        if (!pacta_is_own_unit(&labels[i]))
            continue;
        if (unit_of(work, &labels[i])->level != LEVEL_DIVISION || unit_of(work, &labels[i])->rank >= rank)
            break;
        index = i;
    }
    return index;
}

/* Labels before this index are those of a table of contents: its first entry
 * comes again further down, and there is no text between its entries. */
static uint32_t skip_contents(const pacta_work *work) {
    const pacta_label *labels = work->labels.items;
    uint32_t first = 0, entries = 0, last = 0;
    while (first < work->labels.count && !pacta_is_own_unit(&labels[first]))
        first++;
    for (uint32_t i = first + 1; i < work->labels.count; i++) {
        if (!pacta_is_own_unit(&labels[i]))
            continue;
        entries++;
        uint32_t tokens = work->fold.passages.items[labels[i].passage].first_token -
                          work->fold.passages.items[labels[first].passage].first_token;
        if (tokens > CONTENTS_TOKENS * (entries + LIST_OF_CONTENTS))
            return 0;
        if (entries >= LIST_OF_CONTENTS && labels[i].unit == labels[first].unit &&
            strcmp(labels[i].number.text, labels[first].number.text) == 0)
            return tokens <= CONTENTS_TOKENS * entries &&
                           lists_headings(work, labels[first].passage, labels[last].passage)
                       ? body_from(work, first, i)
                       : 0;
        last = i;
    }
    return 0;
}

/* Its entries, and those above them that only have a page: the preamble. */
static void mark_contents(pacta_work *work, uint32_t body) {
    pacta_passage *passages = work->fold.passages.items;
    uint32_t entry = PACTA_NONE;
    for (uint32_t i = body; i-- > 0;)
        if (pacta_is_own_unit(&work->labels.items[i])) {
            entry = work->labels.items[i].passage;
            passages[entry].flags |= PASSAGE_LISTED;
        }
    while (entry != PACTA_NONE && entry-- > 0 && passages[entry].end_token > passages[entry].first_token &&
           work->tokens.items[passages[entry].end_token - 1].kind == PACTA_TOKEN_NUMBER)
        passages[entry].flags |= PASSAGE_LISTED;
}

/* ---- Sequence ------------------------------------------------------------------------------ */

/* The next label of the same unit, or NULL. */
static const pacta_label *next_alike(const pacta_work *work, uint32_t index) {
    const pacta_label *labels = work->labels.items;
    for (uint32_t i = index + 1; i < work->labels.count && i - index < LOOK_AHEAD; i++)
        if (pacta_is_own_unit(&labels[i]) && labels[i].unit == labels[index].unit)
            return &labels[i];
    return NULL;
}

/* The label after this one goes on from it. */
static bool is_supported(const pacta_work *work, uint32_t index) {
    const pacta_label *next = next_alike(work, index);
    return next != NULL && pacta_number_follows(&work->labels.items[index].number, &next->number);
}

/* The passage before the label does not break off in the middle of a sentence. */
static bool stands_free(const pacta_work *work, const pacta_label *label) {
    if (label->passage == 0)
        return true;
    const pacta_passage *before = &work->fold.passages.items[label->passage - 1];
    if (before->end == before->begin)
        return true;
    char last = pacta_work_text(work)[before->end - 1];
    return last != ',' && last != ';' && !pacta_is(work, before->end_token - 1, CLASS_LIST_JOINER) &&
           (last == '.' || (work->fold.passages.items[label->passage].flags & PASSAGE_GAP) != 0);
}

static bool is_set_off(const pacta_label *label) {
    return (label->flags & LABEL_STRONG) != 0 || label->heading.end != 0 || label->run_in.end != 0;
}

/* Numbers of a unit seen so far; `boundary`: a larger unit has begun since. */
typedef struct sequence {
    const pacta_label *last;
    bool boundary;
} sequence;

/* `body`: articles stand before the label. */
static bool is_accepted(const pacta_work *work, uint32_t index, const sequence *seen, bool body) {
    const pacta_label *label = &work->labels.items[index];
    const pacta_unit *unit = unit_of(work, label);
    bool strong = (label->flags & LABEL_STRONG) != 0, weak = (label->flags & LABEL_WEAK) != 0;
    if (unit->level == LEVEL_ATTACHMENT && (label->passage == 0 || (weak && label->heading.end == 0)))
        return false;             /* a title, or a sentence about it */
    if (label->number.count == 0) /* a Protocol is a title, until articles stand before it */
        return strong && ((body && stands_free(work, label)) ||
                          !pacta_is(work, pacta_token_at(work, label->span.end - 1), CLASS_INSTRUMENT_NOUN));
    if (unit->level == LEVEL_ITEM && ((label->flags & LABEL_ALONE) != 0 || weak))
        return !weak; /* Paragraph 2, and no mark behind it: words of a sentence */
    if (unit->level == LEVEL_DIVISION && !is_set_off(label) && work->tree.ranks[label->unit] == unit->rank)
        return false;
    bool first = pacta_number_is_first(&label->number);
    if (seen->last == NULL || seen->boundary)
        if (first ||
            (seen->last == NULL && (is_supported(work, index) || (strong && stands_free(work, label)))))
            return true;
    if (seen->last == NULL)
        return false;
    if (pacta_number_follows(&seen->last->number, &label->number))
        return true;
    int order = pacta_number_order(&seen->last->number, &label->number);
    if (order == 0)
        return false;
    if (order > 0) /* back to an earlier number: another text begins */
        return strong && (is_supported(work, index) || (first && unit->level != LEVEL_ARTICLE));
    bool near = label->number.parts[0] - seen->last->number.parts[0] <= SMALL_GAP;
    return is_set_off(label) && (is_supported(work, index) ||
                                 (strong && (near || stands_free(work, label)) && stands_free(work, label)));
}

/* A letter goes on from letters: Annex H, Annex I. */
static void reread_letter(const pacta_work *work, pacta_label *label, const sequence *seen) {
    uint32_t size = label->span.end - label->span.begin;
    const char *last = pacta_work_text(work) + label->span.begin + size - 1;
    pacta_number letter;
    if (seen->last == NULL || !seen->last->number.lettered || label->number.count != 1 ||
        !pacta_read_number(&work->rules->lexicon, last, 1, true, &letter) || !letter.lettered)
        return;
    if (pacta_number_follows(&seen->last->number, &letter))
        label->number = letter;
}

/* Units below the one that begins count anew. */
static void note_boundary(const pacta_work *work, const pacta_label *label, sequence *seen) {
    const int16_t *ranks = work->tree.ranks;
    for (uint32_t u = 1; u <= work->rules->units.count && u < PACTA_UNITS_MOST; u++) {
        if (ranks[u] <= ranks[label->unit])
            continue;
        seen[u].boundary = true;
        if (unit_of(work, label)->level == LEVEL_ATTACHMENT)
            seen[u].last = NULL;
    }
}

/* ---- Headings below labels ---------------------------------------------------------------- */

static bool has_label(const pacta_work *work, uint32_t index, uint32_t passage) {
    for (uint32_t i = index; i < work->labels.count && work->labels.items[i].passage <= passage; i++)
        if (work->labels.items[i].passage == passage)
            return true;
    return false;
}

static void find_heading(const pacta_work *work, uint32_t index, pacta_label *label) {
    uint32_t below = label->passage + 1;
    if ((label->flags & LABEL_ALONE) == 0 || below >= work->fold.passages.count ||
        has_label(work, index + 1, below))
        return;
    const pacta_passage *passage = &work->fold.passages.items[below];
    if ((passage->flags & PASSAGE_NOTE) == 0 && pacta_is_heading(work, passage->begin, passage->end) &&
        below + 1 < work->fold.passages.count)
        label->heading = (pacta_span){passage->begin, passage->end};
}

/* An article without a heading below it or beside it. */
static bool lacks_heading(const pacta_work *work, const pacta_label *label) {
    return label->unit != 0 && (label->flags & LABEL_ACCEPTED) != 0 && (label->flags & LABEL_ALONE) != 0 &&
           label->heading.end == 0 && unit_of(work, label)->level == LEVEL_ARTICLE;
}

/* The title that stands on the line above the label; empty if none does. */
static pacta_span title_above(const pacta_work *work, uint32_t index) {
    const pacta_label *label = &work->labels.items[index];
    pacta_span none = {0, 0};
    if (label->passage == 0)
        return none;
    uint32_t above = label->passage - 1;
    const pacta_passage *passage = &work->fold.passages.items[above];
    for (uint32_t i = index; i-- > 0 && work->labels.items[i].passage + 1 >= above;)
        if (work->labels.items[i].passage == above || work->labels.items[i].heading.begin == passage->begin)
            return none; /* a label, or the heading of one */
    bool apart = above == 0 || (passage->flags & (PASSAGE_GAP | PASSAGE_CENTRED)) != 0;
    return apart && (passage->flags & PASSAGE_NOTE) == 0 &&
                   pacta_is_heading(work, passage->begin, passage->end)
               ? (pacta_span){passage->begin, passage->end}
               : none;
}

/* Where articles have their titles above them, and hardly any below, these are their
 * headings. */
static void find_headings_above(pacta_work *work) {
    uint32_t articles = 0, bare = 0, titled = 0;
    for (uint32_t i = 0; i < work->labels.count; i++) {
        const pacta_label *label = &work->labels.items[i];
        bool lacks = lacks_heading(work, label);
        articles += label->unit != 0 && (label->flags & LABEL_ACCEPTED) != 0 &&
                    unit_of(work, label)->level == LEVEL_ARTICLE;
        bare += lacks;
        titled += lacks && title_above(work, i).end != 0;
    }
    if (titled < TITLES_LEAST || titled * 5 < bare * 4 || bare * 5 < articles * 4)
        return;
    for (uint32_t i = 0; i < work->labels.count; i++)
        if (lacks_heading(work, &work->labels.items[i]))
            work->labels.items[i].heading = title_above(work, i);
}

/* Articles whose headings most of them have before their text on one line. */
static void find_headings_run_in(pacta_work *work) {
    uint32_t texts = 0, titled = 0;
    for (uint32_t i = 0; i < work->labels.count; i++) {
        const pacta_label *label = &work->labels.items[i];
        const bool begins =
            label->unit != 0 && (label->flags & LABEL_ACCEPTED) != 0 && (label->flags & LABEL_ALONE) == 0;
        texts += begins && (label->heading.end == 0 || label->run_in.end != 0);
        titled += begins && label->run_in.end != 0;
    }
    if (titled < TITLES_LEAST || titled * 3 < texts * 2)
        return;
    for (uint32_t i = 0; i < work->labels.count; i++) {
        pacta_label *label = &work->labels.items[i];
        if ((label->flags & LABEL_ACCEPTED) != 0 && label->run_in.end != 0)
            label->heading = label->run_in;
    }
}

/* A number is missing before this one. */
static int note_gap(pacta_work *work, const pacta_label *label, const sequence *seen) {
    if (seen->last == NULL || label->number.count == 0 ||
        pacta_number_follows(&seen->last->number, &label->number) || pacta_number_is_first(&label->number))
        return PACTA_OK;
    return pacta_note_diagnostic(work, PACTA_D_NUMBERING_GAP, label->span,
                                 "the numbers before this one leave a gap");
}

int pacta_settle_units(pacta_work *work) {
    sequence seen[PACTA_UNITS_MOST] = {{0}};
    bool body = false;
    const uint32_t first = skip_contents(work);
    mark_contents(work, first);
    pacta_rank_units(work, first);
    for (uint32_t i = first; i < work->labels.count; i++) {
        pacta_label *label = &work->labels.items[i];
        if (!pacta_is_own_unit(label))
            continue;
        reread_letter(work, label, &seen[label->unit]);
        if (!is_accepted(work, i, &seen[label->unit], body))
            continue;
        int status = note_gap(work, label, &seen[label->unit]);
        if (status != PACTA_OK)
            return status;
        label->flags |= LABEL_ACCEPTED;
        body = body || unit_of(work, label)->level == LEVEL_ARTICLE;
        find_heading(work, i, label);
        note_boundary(work, label, seen);
        seen[label->unit] = (sequence){label, false};
    }
    find_headings_above(work);
    find_headings_run_in(work);
    return PACTA_OK;
}
