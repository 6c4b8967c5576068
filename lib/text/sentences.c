/* Sentences: where a full stop, question or exclamation mark ends one, and
 * where it only shortens a word. A passage's end is always one. */
#include "core/utf8.h"
#include "work.h"

/* Of notes: figures of a number, words in brackets; letters of a word before one. */
enum { NOTE_FIGURES = 3, NOTE_WORDS = 2, NOTED_LETTERS = 4 };

static bool is_stop(const pacta_work *work, uint32_t token) {
    return pacta_has_sign(work, token, SIGN_STOP);
}

/* « It is done. » He left: French marks stand behind a space. */
static bool closes_spaced(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    uint32_t length;
    return cut->kind == PACTA_TOKEN_QUOTE && (cut[1].flags & TOKEN_SPACED) != 0 &&
           pacta_utf8_at(pacta_work_text(work) + cut->begin, &length) == 0xBB;
}

static bool is_closer(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    if (closes_spaced(work, token))
        return true;
    return (cut->flags & TOKEN_SPACED) == 0 &&
           (cut->kind == PACTA_TOKEN_QUOTE || pacta_is_char(work, token, ')') ||
            pacta_is_char(work, token, ']') || is_stop(work, token));
}

/* 12, and no 1.2. */
static bool is_figures(const pacta_work *work, const pacta_cut *cut) {
    const char *text = pacta_work_text(work);
    if (cut->kind != PACTA_TOKEN_NUMBER || cut->end - cut->begin > NOTE_FIGURES)
        return false;
    for (uint32_t at = cut->begin; at < cut->end; at++)
        if (!pacta_is_digit(text[at]))
            return false;
    return true;
}

/* A figure right behind the token can only be a note's: it ends a quotation, or a sentence with a
 * plain word (and no p.5). */
static bool is_before_note(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token), *word = cut - 1;
    if (cut->kind == PACTA_TOKEN_QUOTE || token == 0 || !is_stop(work, token))
        return cut->kind == PACTA_TOKEN_QUOTE;
    return word->kind == PACTA_TOKEN_QUOTE ||
           (word->kind == PACTA_TOKEN_WORD && !pacta_is_digit(pacta_work_text(work)[word->begin]) &&
            word->end - word->begin >= NOTED_LETTERS && (word->flags & TOKEN_CAPS) == 0 &&
            !pacta_is(work, token - 1, CLASS_ABBREVIATION) &&
            !pacta_is(work, token - 1, CLASS_NUMBER_ABBREVIATION) &&
            pacta_word_of(work, token - 1)->unit == 0);
}

/* [5], [a], [note 5], joined to what is before it: the token behind, or the token itself. */
static uint32_t behind_bracketed_note(const pacta_work *work, uint32_t token) {
    if (!pacta_is_char(work, token, '[') || (pacta_cut_at(work, token)->flags & TOKEN_SPACED) != 0)
        return token;
    uint32_t i = token + 1;
    while (i - token <= NOTE_WORDS && (pacta_cut_at(work, i)->kind == PACTA_TOKEN_WORD ||
                                       pacta_cut_at(work, i)->kind == PACTA_TOKEN_NUMBER))
        i++;
    return i > token + 1 && pacta_is_char(work, i, ']') ? i + 1 : token;
}

uint32_t pacta_behind_note(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    uint32_t end = token, next;
    if (token > 0 && is_figures(work, cut) && (cut->flags & TOKEN_SPACED) == 0 &&
        (cut[1].flags & TOKEN_SPACED) != 0 && is_before_note(work, token - 1))
        return token + 1;
    while ((next = behind_bracketed_note(work, end)) > end)
        end = next;
    return end;
}

/* L.K. (by counsel) */
static bool opens_remark(const pacta_work *work, uint32_t token) {
    const pacta_cut *word = &work->tokens.items[token + 1];
    return pacta_is_char(work, token, '(') && word->kind == PACTA_TOKEN_WORD &&
           (word->flags & TOKEN_UPPER) == 0;
}

/* The word before a full stop keeps it from ending a sentence. */
static bool is_shortened(const pacta_work *work, uint32_t first, uint32_t stop, uint32_t after) {
    const pacta_cut *cut = &work->tokens.items[stop], *next = &work->tokens.items[after];
    if (!pacta_is_char(work, stop, '.') && cut->kind != PACTA_TOKEN_WORD)
        return false;
    if (cut->kind != PACTA_TOKEN_WORD && (stop == first || (cut->flags & TOKEN_SPACED) != 0))
        return false;
    uint32_t word = cut->kind == PACTA_TOKEN_WORD ? stop : stop - 1;
    const pacta_cut *before = &work->tokens.items[word];
    if (pacta_is(work, word, CLASS_ABBREVIATION))
        return true;
    const bool letter = before->end - before->begin == 1 && (before->flags & TOKEN_UPPER) != 0;
    if (pacta_is(work, word, CLASS_NUMBER_ABBREVIATION) && !(letter && next->kind == PACTA_TOKEN_WORD))
        return next->kind == PACTA_TOKEN_NUMBER ||
               (next->kind == PACTA_TOKEN_ROMAN && next->end - next->begin > 1) ||
               (word > first && /* No. I think not. */
                (pacta_is_char(work, after, '(') || next->end - next->begin == 1));
    uint32_t label = first + (work->tokens.items[first].kind == PACTA_TOKEN_QUOTE);
    label += label < word && pacta_work_text(work)[work->tokens.items[label].begin] == '*'; /* in bold */
    const bool counted = before->kind == PACTA_TOKEN_NUMBER || before->kind == PACTA_TOKEN_ROMAN || letter;
    if (word == label && (counted || before->end - before->begin == 1))
        return true; /* a paragraph's label, perhaps of words that are put in; an initial */
    if (word == first + 1 && counted && pacta_word_of(work, first)->unit != 0 &&
        (first == 0 || work->tokens.items[first - 1].kind == PACTA_TOKEN_BREAK))
        return true; /* Section 2. Members: a unit's label */
    if (word > first + 1 && counted && work->tokens.items[word - 1].kind == PACTA_TOKEN_QUOTE &&
        pacta_is_char(work, word - 2, ':'))
        return true; /* as follows: "2. Members": likewise */
    /* an initial: J. Smith; and U.N. before a capital */
    if (word > first && pacta_is(work, word - 1, CLASS_UNIT))
        return false; /* Annex B. */
    if (word > first + 1 && pacta_is_dash(work, word - 1) && (before->flags & TOKEN_SPACED) == 0 &&
        work->tokens.items[word - 2].kind == PACTA_TOKEN_NUMBER)
        return false; /* Annex 7-B. */
    return before->kind != PACTA_TOKEN_NUMBER && (before->flags & TOKEN_UPPER) != 0 &&
           (before->end - before->begin == 1 || cut->kind == PACTA_TOKEN_WORD) && word > first &&
           ((next->flags & TOKEN_UPPER) != 0 || opens_remark(work, after));
}

/* "(ret.)", "(L. S.)", "(L.S.)": a shortened word or initials alone in brackets. */
static bool is_bracketed(const pacta_work *work, uint32_t first, uint32_t stop) {
    if (stop < first + 1 || !pacta_is_char(work, stop + 1, ')'))
        return false;
    if (work->tokens.items[stop].kind == PACTA_TOKEN_WORD)
        return pacta_is_char(work, stop - 1, '(');
    if (stop < first + 2 || !pacta_is_char(work, stop, '.'))
        return false;
    uint32_t word = stop - 1;
    while (word >= first + 2 && pacta_is_char(work, word - 1, '.') &&
           work->tokens.items[word].end - work->tokens.items[word].begin == 1)
        word -= 2;
    return word > first && pacta_is_char(work, word - 1, '(');
}

/* What stands behind a stop lets a new sentence begin. */
static bool can_begin(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    uint32_t length, c = pacta_utf8_at(pacta_work_text(work) + cut->begin, &length);
    if (cut->kind == PACTA_TOKEN_QUOTE || cut->kind == PACTA_TOKEN_NUMBER)
        return true;
    if (cut->kind == PACTA_TOKEN_WORD || cut->kind == PACTA_TOKEN_ROMAN)
        return pacta_is_upper(c) || pacta_fold_case(c) == c ? !(c >= 'a' && c <= 'z') : false;
    return c == '(' || c == '[' || c == 0xBF || c == 0xA1 || c == '@' || c == 0xA7 || c == '*' || c > 0x2000;
}

/* "Is that all?" Petra Lund asked: the sentence goes on behind the mark, with
 * who says it. Not so where a colon, a comma or a reporting word has already
 * led up to the quotation. */
static bool goes_on(const pacta_work *work, uint32_t first, uint32_t stop, uint32_t after, uint32_t end) {
    enum { TAG = 9, BACK = 80 };
    if (work->tokens.items[after - 1].kind != PACTA_TOKEN_QUOTE ||
        work->tokens.items[after].kind != PACTA_TOKEN_WORD ||
        (pacta_is(work, after, CLASS_DETERMINER) && (work->tokens.items[after].flags & TOKEN_UPPER) != 0))
        return false;
    for (uint32_t i = stop; i > first && stop - i < BACK; i--) {
        const pacta_cut *mark = &work->tokens.items[i];
        if (mark->kind == PACTA_TOKEN_QUOTE && (mark->flags & TOKEN_SPACED) != 0)
            return false;
    }
    for (uint32_t i = after; i < end && i - after < TAG; i++) {
        const pacta_cut *cut = &work->tokens.items[i];
        bool reports = pacta_is(work, i, CLASS_CUE) ||
                       (pacta_is(work, i, CLASS_CUE_TAG) && !pacta_is_char(work, stop, '.'));
        bool verb = reports && (cut->flags & TOKEN_UPPER) == 0;
        if (i > after && verb)
            return !pacta_is_char(work, stop, '.') || i + 1 == end || is_stop(work, i + 1);
        if (cut->kind != PACTA_TOKEN_WORD || pacta_is(work, i, CLASS_CLAUSE_OPENER))
            return false;
    }
    return false;
}

/* unsatisfactory.The Parties: print that has lost the space behind the stop; but
 * no name of a file or a page. */
static bool runs_on(const pacta_work *work, uint32_t first, uint32_t stop, uint32_t after) {
    enum { SHORT = 3 };
    const pacta_cut *cuts = work->tokens.items, *before = &cuts[stop - (stop > first)], *next = &cuts[after];
    if (stop + 1 != after || !pacta_is_char(work, stop, '.') || (cuts[stop].flags & TOKEN_SPACED) != 0)
        return false;
    bool word = before->kind == PACTA_TOKEN_WORD && (before->flags & TOKEN_CAPS) == 0 &&
                before->end - before->begin >= SHORT &&
                (stop - 1 == first || (before->flags & TOKEN_SPACED) != 0);
    bool opens = next->kind == PACTA_TOKEN_WORD && (next->flags & (TOKEN_UPPER | TOKEN_CAPS)) == TOKEN_UPPER;
    return word && opens && (cuts[after + 1].flags & TOKEN_SPACED) != 0;
}

static int close_sentence(pacta_work *work, uint32_t first, uint32_t end, uint32_t passage) {
    pacta_document *document = work->document;
    pacta_sentence_cut cut = {first, end, passage};
    pacta_sentence record = {{work->tokens.items[first].begin, work->tokens.items[end - 1].end}, passage};
    /* a break behind it counts as its own; the next one's step begins no earlier */
    if (!pacta_steps_note(&work->sentence_steps, &work->memory, work->sentences.count, end + 1) ||
        !pacta_array_push(&work->memory, &work->sentences, cut) ||
        !pacta_array_push(&document->memory, &document->sentences, record))
        return pacta_out_of_memory(work);
    return PACTA_OK;
}

int pacta_cut_sentences(pacta_work *work) {
    work->sentences.count = 0;
    pacta_steps_reset(&work->sentence_steps);
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        uint32_t first = passage->first_token, end = passage->end_token;
        const uint32_t reach = pacta_may_have(passage, SIGN_STOP) ? end : first;
        for (uint32_t i = first; (i = pacta_next_with(work, i, reach, SIGN_STOP)) < reach; i++) {
            int status = pacta_report(work, work->tokens.items[i].begin);
            if (status != PACTA_OK)
                return status;
            uint32_t stop = i;
            while (i + 1 < end && is_closer(work, i + 1))
                i++;
            i = pacta_behind_note(work, i + 1) - 1;
            bool apart = (work->tokens.items[i + 1].flags & TOKEN_SPACED) != 0;
            if (i + 1 == end || !(apart || runs_on(work, first, stop, i + 1)) || !can_begin(work, i + 1) ||
                goes_on(work, first, stop, i + 1, end) || is_bracketed(work, first, stop) ||
                (stop == i && is_shortened(work, first, stop, i + 1)))
                continue;
            status = close_sentence(work, first, i + 1, p);
            if (status != PACTA_OK)
                return status;
            first = i + 1;
        }
        int status = first < end ? close_sentence(work, first, end, p) : PACTA_OK;
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}
