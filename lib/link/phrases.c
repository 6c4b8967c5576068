#include "link/phrases.h"

enum { PHRASE_TOKENS = 16, APPOSITIVE_TOKENS = 40 };

static const pacta_cut *cut_at(const pacta_work *work, uint32_t token) {
    return &work->tokens.items[token];
}

static bool is_word(const pacta_work *work, uint32_t token) {
    uint8_t kind = cut_at(work, token)->kind;
    return kind == PACTA_TOKEN_WORD || kind == PACTA_TOKEN_ROMAN || kind == PACTA_TOKEN_NUMBER;
}

static bool is_capital(const pacta_work *work, uint32_t token) {
    return (cut_at(work, token)->flags & TOKEN_UPPER) != 0;
}

static bool is_mark(const pacta_work *work, uint32_t token) {
    uint8_t kind = cut_at(work, token)->kind;
    return kind == PACTA_TOKEN_SYMBOL || kind == PACTA_TOKEN_QUOTE || kind == PACTA_TOKEN_BREAK;
}

/* The first reference that ends behind `offset`. */
static uint32_t reference_behind(const pacta_work *work, uint32_t offset) {
    const pacta_document *document = work->document;
    uint32_t low = 0, high = document->references.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->references.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t pacta_reference_in(const pacta_work *work, uint32_t first, uint32_t end) {
    if (first >= end)
        return PACTA_NONE;
    uint32_t index = reference_behind(work, cut_at(work, first)->begin);
    const pacta_document *document = work->document;
    return index < document->references.count &&
                   document->references.items[index].span.begin < cut_at(work, end - 1)->end
               ? index
               : PACTA_NONE;
}

/* A full stop that only shortens: Prof. Holt */
static bool is_shortening(const pacta_work *work, uint32_t token, uint32_t low) {
    return token > low && pacta_is_char(work, token, '.') &&
           (pacta_is(work, token - 1, CLASS_ABBREVIATION) || pacta_is(work, token - 1, CLASS_PERSON_TITLE));
}

/* Cuts what is no part of a name off both ends. */
static pacta_phrase trim(const pacta_work *work, pacta_phrase phrase) {
    while (phrase.first < phrase.end &&
           (pacta_is(work, phrase.first, CLASS_CLAUSE_OPENER) || is_mark(work, phrase.first)) &&
           !pacta_is_char(work, phrase.first, '@'))
        phrase.first++;
    while (phrase.end > phrase.first &&
           (pacta_is(work, phrase.end - 1, CLASS_AUXILIARY) ||
            (is_mark(work, phrase.end - 1) && !pacta_is_char(work, phrase.end - 1, ')'))))
        phrase.end--;
    if (phrase.first + 1 < phrase.end && pacta_is(work, phrase.first, CLASS_DETERMINER) &&
        !pacta_is(work, phrase.first, CLASS_INDEFINITE))
        phrase.first++;
    return phrase;
}

/* A reference in the phrase is the whole of it. */
static pacta_phrase widen_to_reference(const pacta_work *work, pacta_phrase phrase) {
    uint32_t index = pacta_reference_in(work, phrase.first, phrase.end);
    if (index == PACTA_NONE)
        return phrase;
    pacta_span span = work->document->references.items[index].span;
    return (pacta_phrase){pacta_token_at(work, span.begin), pacta_token_at(work, span.end - 1) + 1};
}

/* "Petra Vohl of the Green List": a name ends where its circumstances begin. */
static pacta_phrase cut_circumstances(const pacta_work *work, pacta_phrase phrase) {
    bool proper = false;
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        bool stop = pacta_is(work, i, CLASS_PHRASE_STOP);
        if (i > phrase.first && !is_capital(work, i) && (stop || (proper && pacta_is(work, i, CLASS_OF)))) {
            if (stop && !proper)
                continue;
            phrase.end = i;
            break;
        }
        if (is_capital(work, i) && !pacta_is(work, i, CLASS_PERSON_TITLE) && is_word(work, i))
            proper = i > phrase.first || !pacta_is(work, i, CLASS_DETERMINER);
        else if ((cut_at(work, i)->flags & TOKEN_CLITIC) != 0 || (is_word(work, i) && !is_capital(work, i)))
            proper = false;
    }
    return phrase;
}

/* Two capitalised words or more, and nothing else. */
static bool is_proper_name(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (!is_capital(work, i) || !is_word(work, i))
            return false;
    return end >= first + 2;
}

pacta_phrase pacta_phrase_before(const pacta_work *work, uint32_t low, uint32_t end) {
    while (end > low && pacta_is(work, end - 1, CLASS_AUXILIARY))
        end--;
    uint32_t reference = end > low ? pacta_reference_in(work, end - 1, end) : PACTA_NONE;
    if (reference != PACTA_NONE)
        return widen_to_reference(work, (pacta_phrase){end - 1, end});
    if (end > low && pacta_is_char(work, end - 1, ',')) { /* step over the appositive */
        uint32_t i = end - 1;
        while (i > low && end - i < APPOSITIVE_TOKENS && !pacta_is_char(work, i - 1, ','))
            i--;
        if (i <= low || end - i >= APPOSITIVE_TOKENS)
            return (pacta_phrase){low, low};
        if (is_proper_name(work, i, end - 1) && !is_capital(work, i - 2))
            return (pacta_phrase){i, end - 1}; /* her adviser, Ines Calder, */
        end = i - 1;
    }
    uint32_t first = end;
    while (first > low && end - first < PHRASE_TOKENS) {
        uint32_t before = first - 1;
        if (is_mark(work, before) && !is_shortening(work, before, low) && !pacta_is_char(work, before, '@') &&
            !pacta_is_char(work, before, '&') && !pacta_is_char(work, before, '(') &&
            !pacta_is_char(work, before, ')'))
            break;
        if (pacta_is(work, before, CLASS_CLAUSE_OPENER) && !is_capital(work, before))
            break;
        if (pacta_is(work, before, CLASS_CUE) && !is_capital(work, before) && before + 1 < end)
            break;
        first--;
        if (pacta_is(work, first, CLASS_PRONOUN) && first + 1 == end)
            break;
    }
    pacta_phrase phrase = trim(work, (pacta_phrase){first, end});
    return cut_circumstances(work, widen_to_reference(work, phrase));
}

pacta_phrase pacta_phrase_from(const pacta_work *work, uint32_t first, uint32_t high) {
    uint32_t end = first;
    while (end < high && end - first < PHRASE_TOKENS) {
        if (is_mark(work, end) && !is_shortening(work, end, first) &&
            !(end == first && pacta_is_char(work, end, '@')) && !pacta_is_char(work, end, '&') &&
            !pacta_is_char(work, end, '(') && !pacta_is_char(work, end, ')'))
            break;
        if (end > first && !is_capital(work, end) &&
            (pacta_is(work, end, CLASS_CUE) || pacta_is(work, end, CLASS_CLAUSE_OPENER)))
            break;
        end++;
    }
    pacta_phrase phrase = trim(work, (pacta_phrase){first, end});
    uint32_t reference = pacta_reference_in(work, phrase.first, phrase.end);
    if (reference != PACTA_NONE) {
        pacta_span span = work->document->references.items[reference].span;
        if (pacta_token_at(work, span.begin) <= phrase.first + 1)
            return widen_to_reference(work, phrase);
    }
    return cut_circumstances(work, phrase);
}
