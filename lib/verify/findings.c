#include "verify/findings.h"
#include "core/utf8.h"
#include "text/scan.h"
#include "verify/keys.h"
#include "verify/marks.h"
#include <string.h>

/* What is being read. */
typedef struct reading {
    pacta_findings *out;
    const pacta_sides *sides;
    const char *text;               /* the query's */
    const char *treaty;             /* of the part in hand */
    uint32_t part;                  /* number of the part in hand */
    uint32_t last_word, last_place; /* matched last; PACTA_NONE behind anything else */
    uint32_t missed;                /* weight of the words left out */
    bool failed;
} reading;

void pacta_findings_free(pacta_findings *findings, const pacta_allocator *memory) {
    pacta_array_release(memory, &findings->parts);
    pacta_array_release(memory, &findings->differences);
}

static const pacta_query_word *word_at(const reading *r, uint32_t word) {
    return &r->sides->query->words.items[word];
}

static const pacta_place *place_at(const reading *r, uint32_t place) {
    return &r->sides->corpus->places.items[place];
}

/* ---- Parts ------------------------------------------------------------------------ */

uint32_t pacta_corpus_around(const pacta_corpus *corpus, uint32_t first, uint32_t end) {
    uint32_t provision = corpus->places.items[first].provision;
    while (provision != PACTA_NONE && corpus->provisions.items[provision].end < end)
        provision = corpus->provisions.items[provision].parent;
    return provision;
}

bool pacta_findings_add_part(pacta_findings *findings, const pacta_allocator *memory,
                             const pacta_corpus *corpus, pacta_span press, uint32_t first, uint32_t end) {
    uint32_t provision = pacta_corpus_around(corpus, first, end);
    pacta_found_part found = {.first = first, .end = end};
    found.part.press = press;
    found.part.treaty = (pacta_span){corpus->places.items[first].begin, corpus->places.items[end - 1].end};
    found.part.treaty_index = pacta_corpus_treaty_at(corpus, first);
    found.part.provision = provision == PACTA_NONE ? PACTA_NONE : corpus->provisions.items[provision].index;
    found.part.eid = provision == PACTA_NONE ? NULL : corpus->provisions.items[provision].eid;
    return pacta_array_push(memory, &findings->parts, found);
}

/* The part of the steps [from, until), if anything in them was found. */
static void add_part(reading *r, const pacta_align_step *steps, uint32_t from, uint32_t until) {
    uint32_t first_word = PACTA_NONE, last_word = 0, first = PACTA_NONE, last = 0;
    for (uint32_t i = from; i < until; i++) {
        const pacta_align_step *step = &steps[i];
        if (step->words > 0) {
            first_word = first_word == PACTA_NONE ? step->query : first_word;
            last_word = step->query + step->words - 1;
        }
        if (step->places > 0 && (step->kind == ALIGN_MATCH || step->kind == ALIGN_REPLACE)) {
            first = first == PACTA_NONE ? step->place : first;
            last = step->place + step->places - 1;
        }
    }
    if (first == PACTA_NONE || first_word == PACTA_NONE)
        return;
    pacta_span press = {word_at(r, first_word)->begin, word_at(r, last_word)->end};
    if (!pacta_findings_add_part(r->out, r->sides->memory, r->sides->corpus, press, first, last + 1))
        r->failed = true;
}

/* ---- Differences -------------------------------------------------------------------- */

static void add_difference(reading *r, pacta_difference_kind kind, pacta_span press, pacta_span treaty) {
    pacta_difference difference = {kind, press, treaty, r->part};
    r->out->kinds |= 1u << kind;
    r->failed = r->failed || !pacta_array_push(r->sides->memory, &r->out->differences, difference);
}

static void add_kinds(reading *r, uint32_t kinds, pacta_span press, pacta_span treaty) {
    for (uint32_t kind = 0; kinds >> kind != 0; kind++)
        if ((kinds >> kind & 1) != 0)
            add_difference(r, (pacta_difference_kind)kind, press, treaty);
}

/* The bytes of words [first, end); an empty span before `first` if there are
 * none. */
static pacta_span words_span(const reading *r, uint32_t first, uint32_t end) {
    if (first < end)
        return (pacta_span){word_at(r, first)->begin, word_at(r, end - 1)->end};
    uint32_t at = first > 0 ? word_at(r, first - 1)->end : word_at(r, 0)->begin;
    return (pacta_span){at, at};
}

static pacta_span places_span(const reading *r, uint32_t first, uint32_t end) {
    if (first < end)
        return (pacta_span){place_at(r, first)->begin, place_at(r, end - 1)->end};
    const pacta_place *before = first > 0 ? place_at(r, first - 1) : NULL;
    uint32_t at = before != NULL && before->key != KEY_NONE ? before->end : place_at(r, first)->begin;
    return (pacta_span){at, at};
}

/* What stands between two words that follow each other, in both texts. */
static void compare_marks(reading *r, uint32_t word, uint32_t place) {
    pacta_span press = {word_at(r, word - 1)->end, word_at(r, word)->begin};
    pacta_span treaty = {place_at(r, place - 1)->end, place_at(r, place)->begin};
    if ((word_at(r, word)->flags & WORD_JOINT) != 0)
        return;
    if ((word_at(r, word)->flags & WORD_ELIDED) != 0)
        add_difference(r, PACTA_ELISION, press, (pacta_span){treaty.begin, treaty.begin});
    else if (place_at(r, place)->provision == place_at(r, place - 1)->provision &&
             ((place_at(r, place)->flags ^ place_at(r, place - 1)->flags) & PLACE_ASIDE) == 0)
        add_kinds(r,
                  pacta_marks_kinds(r->text + press.begin, press.end - press.begin, r->treaty + treaty.begin,
                                    treaty.end - treaty.begin),
                  press, treaty);
}

/* Two ways to write one word. */
static void compare_words(reading *r, uint32_t word, uint32_t place) {
    const pacta_query_word *w = word_at(r, word);
    const pacta_place *p = place_at(r, place);
    uint32_t kinds =
        pacta_spelling_kinds(r->text + w->begin, w->end - w->begin, r->treaty + p->begin, p->end - p->begin);
    if ((w->flags & (WORD_EDITED | WORD_BRACKET)) != 0)
        kinds = 1u << PACTA_BRACKETS;
    add_kinds(r, kinds, (pacta_span){w->begin, w->end}, (pacta_span){p->begin, p->end});
}

static void take_matches(reading *r, const pacta_align_step *step) {
    for (uint32_t i = 0; i < step->words && step->words == step->places; i++) {
        uint32_t word = step->query + i, place = step->place + i;
        if (r->last_place != PACTA_NONE && r->last_place + 1 == place && r->last_word + 1 == word)
            compare_marks(r, word, place);
        compare_words(r, word, place);
        r->last_word = word, r->last_place = place;
    }
    for (uint32_t i = 0; i < step->words; i++)
        if (pacta_query_needs(word_at(r, step->query + i)))
            r->out->matched += word_at(r, step->query + i)->weight;
    if (step->words == step->places)
        return;
    pacta_span press = words_span(r, step->query, step->query + step->words);
    pacta_span treaty = places_span(r, step->place, step->place + step->places);
    bool hyphen = memchr(r->text + press.begin, '-', press.end - press.begin) != NULL ||
                  memchr(r->treaty + treaty.begin, '-', treaty.end - treaty.begin) != NULL;
    add_difference(r, hyphen ? PACTA_HYPHENATION : PACTA_SPACING, press, treaty);
    r->last_word = step->query + step->words - 1;
    r->last_place = step->place + step->places - 1;
}

/* Words and places between matches, in one difference. */
static void take_change(reading *r, uint32_t word, uint32_t word_end, uint32_t place, uint32_t place_end) {
    uint32_t needed = 0, remarks = 0, text = 0, weight = 0;
    for (uint32_t i = word; i < word_end; i++) {
        needed += pacta_query_needs(word_at(r, i));
        remarks += (word_at(r, i)->flags & WORD_REMARK) != 0;
    }
    for (uint32_t i = place; i < place_end; i++)
        if ((place_at(r, i)->flags & PLACE_ASIDE) == 0) {
            weight += pacta_vocabulary_weight(r->sides->vocabulary, place_at(r, i)->key);
            text++;
        }
    pacta_difference_kind kind;
    if (needed > 0)
        kind = text > 0 ? PACTA_REPLACED : PACTA_INSERTED;
    else if (remarks > 0 && remarks == word_end - word)
        kind = text > 0 ? PACTA_OMITTED : PACTA_EDITORIAL;
    else if (word < word_end)
        kind = PACTA_BRACKETS;
    else
        kind = text > 0 ? PACTA_OMITTED : PACTA_LABELS;
    if (kind == PACTA_OMITTED)
        r->missed += weight;
    add_difference(r, kind, words_span(r, word, word_end), places_span(r, place, place_end));
    r->last_place = r->last_word = PACTA_NONE;
}

static void take_skip(reading *r, const pacta_align_step *step) {
    if ((word_at(r, step->query)->flags & WORD_ELIDED) != 0)
        add_difference(r, PACTA_ELISION,
                       (pacta_span){word_at(r, step->query - 1)->end, word_at(r, step->query)->begin},
                       places_span(r, step->place, step->place + step->places));
    r->last_place = r->last_word = PACTA_NONE;
}

static bool is_change(pacta_step_kind kind) {
    return kind == ALIGN_REPLACE || kind == ALIGN_INSERT || kind == ALIGN_DELETE;
}

/* The steps of one part. */
static void take_part(reading *r, const pacta_align_step *steps, uint32_t from, uint32_t until) {
    uint32_t parts = r->out->parts.count;
    add_part(r, steps, from, until);
    if (r->failed || r->out->parts.count == parts)
        return;
    const pacta_found_part *part = &r->out->parts.items[parts];
    r->part = parts;
    r->treaty = r->sides->corpus->treaties.items[part->part.treaty_index].about.text;
    r->last_word = r->last_place = PACTA_NONE;
    for (uint32_t i = from; i < until && !r->failed;) {
        const pacta_align_step *step = &steps[i];
        if (step->kind == ALIGN_MATCH)
            take_matches(r, step);
        else if (step->kind == ALIGN_SKIP)
            take_skip(r, step);
        if (!is_change(step->kind)) {
            i++;
            continue;
        }
        uint32_t word_end = step->query, place_end = step->place;
        for (; i < until && is_change(steps[i].kind); i++) {
            word_end = steps[i].query + steps[i].words;
            place_end = steps[i].place + steps[i].places;
        }
        take_change(r, step->query, word_end, step->place, place_end);
    }
}

/* The first break among the words of a jump: WORD_JOINT, WORD_ELIDED or 0. */
static uint8_t break_in(const reading *r, const pacta_align_step *jump) {
    for (uint32_t i = jump->query; i < jump->query + jump->words; i++)
        if ((word_at(r, i)->flags & (WORD_JOINT | WORD_ELIDED)) != 0)
            return word_at(r, i)->flags & (WORD_JOINT | WORD_ELIDED);
    return 0;
}

/* What it means that a part is followed by one elsewhere: nothing where that
 * stands in quotation marks of its own; further on in the same article,
 * something is left out; else the two are spliced. */
static void take_jump(reading *r, const pacta_align_step *jump) {
    const pacta_corpus *corpus = r->sides->corpus;
    if (r->out->parts.count == 0)
        return;
    uint8_t kind = break_in(r, jump);
    uint32_t last = r->out->parts.items[r->out->parts.count - 1].end - 1;
    bool on = jump->place > last &&
              pacta_corpus_article_at(corpus, last) == pacta_corpus_article_at(corpus, jump->place) &&
              pacta_corpus_treaty_at(corpus, last) == pacta_corpus_treaty_at(corpus, jump->place);
    if ((kind & WORD_JOINT) != 0)
        return;
    if (!on)
        r->out->spliced = true;
    else
        add_difference(r, kind == 0 ? PACTA_OMITTED : PACTA_ELISION, words_span(r, jump->query, jump->query),
                       places_span(r, last + 1, jump->place));
}

bool pacta_findings_read(pacta_findings *findings, const pacta_sides *sides, const pacta_alignment *alignment,
                         const char *text) {
    reading r = {.out = findings, .sides = sides, .text = text};
    findings->parts.count = findings->differences.count = 0;
    findings->kinds = findings->matched = findings->score = 0;
    findings->spliced = false;
    const pacta_align_step *steps = alignment->steps.items;
    uint32_t from = 0;
    for (uint32_t i = 0; i <= alignment->steps.count && !r.failed; i++) {
        if (i < alignment->steps.count && steps[i].kind != ALIGN_JUMP)
            continue;
        take_part(&r, steps, from, i);
        if (i < alignment->steps.count)
            take_jump(&r, &steps[i]);
        from = i + 1;
    }
    uint32_t total = sides->query->total, missed = r.missed;
    missed = missed > total / 3 ? total / 3 : missed;
    findings->score = total == 0 ? 0 : (uint32_t)((uint64_t)findings->matched * 1000 / (total + missed));
    return !r.failed;
}
