#include "find/finder.h"
#include "core/slug.h"
#include <string.h>

enum { LOOK_BACK = 64 }; /* instruments */

bool pacta_is_in_capitals(pacta_finder *f) {
    if (f->capitals != CAPITALS_UNKNOWN)
        return f->capitals == CAPITALS_MOST;
    uint32_t capitals = 0, words = 0;
    for (uint32_t i = f->passage_first; i < f->passage_end && words < 40; i++)
        if (pacta_cut_at(f->work, i)->kind == PACTA_TOKEN_WORD &&
            pacta_cut_at(f->work, i)->end - pacta_cut_at(f->work, i)->begin > 1) {
            words++;
            capitals += (pacta_cut_at(f->work, i)->flags & TOKEN_CAPS) != 0;
        }
    f->capitals = words >= 2 && capitals * 10 >= words * 8 ? CAPITALS_MOST : CAPITALS_FEW;
    return f->capitals == CAPITALS_MOST;
}

bool pacta_is_plural_mark(const pacta_finder *f, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(f->work, token);
    const char *text = pacta_work_text(f->work);
    return cut->kind == PACTA_TOKEN_QUOTE && (cut->flags & TOKEN_SPACED) == 0 && cut->begin > 0 &&
           text[cut->begin - 1] == 's' &&
           (pacta_is_char(f->work, token, '\'') || memcmp(text + cut->begin, "\xE2\x80\x99", 3) == 0);
}

/* The Treaties (Scrutiny) Act: where the bracket opens that closes right before the
 * token, with capitals in it and before it; or the token. */
static uint32_t bracket_before(const pacta_finder *f, uint32_t token) {
    uint32_t low = f->since > f->passage_first ? f->since : f->passage_first;
    if (token < low + 4 || !pacta_is_char(f->work, token - 1, ')'))
        return token;
    for (uint32_t i = token - 2; i > low && token - i < BRACKET_TOKENS; i--) {
        if (pacta_is_char(f->work, i, '('))
            return i + 2 < token && pacta_is_name_word(f, i - 1) && pacta_is_upper_word(f, i + 1) ? i : token;
        if (!pacta_is_name_part(f, i))
            break;
    }
    return token;
}

/* The Old Age Insurance Act: its capital is no sentence's. */
static bool is_in_midst(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    return token > f->passage_first && pacta_cut_at(work, token - 1)->kind == PACTA_TOKEN_WORD &&
           (pacta_cut_at(work, token - 1)->flags & TOKEN_UPPER) == 0 &&
           token > work->sentences.items[pacta_sentence_of(work, token)].first;
}

/* The Final Act of the Congress: a rank that is part of the name. */
static bool is_of_act(const pacta_finder *f, uint32_t token, uint32_t noun) {
    const pacta_work *work = f->work;
    return is_in_midst(f, token) && pacta_is(work, noun, CLASS_NATIONAL) && pacta_is_upper_word(f, noun) &&
           noun + 1 < f->passage_end && pacta_is(work, noun + 1, CLASS_TITLE_OPENER);
}

/* The Orla Bay Mutual Defence Pact: a rank behind a word of the name. */
static bool is_inside(const pacta_finder *f, uint32_t token) {
    return token > f->passage_first && token > f->since && pacta_is_name_word(f, token - 1) &&
           !pacta_is(f->work, token - 1, CLASS_NAME_RANK) &&
           !pacta_is(f->work, token - 1, CLASS_TITLE_STOP) &&
           (pacta_cut_at(f->work, token - 1)->flags & TOKEN_CLITIC) == 0;
}

bool pacta_joins_names(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    return token > f->passage_first && token > f->since && token + 1 < f->passage_end &&
           pacta_is_dash(work, token) && (pacta_cut_at(work, token)->flags & TOKEN_SPACED) == 0 &&
           (pacta_cut_at(work, token + 1)->flags & TOKEN_SPACED) == 0 && pacta_is_upper_word(f, token - 1) &&
           pacta_is_upper_word(f, token + 1);
}

uint32_t pacta_run_before(const pacta_finder *f, uint32_t token) {
    uint32_t first = bracket_before(f, token);
    while (first > f->passage_first && first > f->since && token - first < NAME_TOKENS) {
        uint32_t word = first - 1;
        if ((pacta_cut_at(f->work, first)->flags & TOKEN_SPACED) == 0) {
            if (first == token || !pacta_joins_names(f, word))
                break;
            word--; /* the Orla–Vend Treaty */
        }
        word -= word > f->passage_first && word > f->since && pacta_is_plural_mark(f, word);
        if (!pacta_is_name_word(f, word) ||
            (pacta_is(f->work, word, CLASS_NAME_RANK) &&
             (first == token ? !is_of_act(f, word, token) : !is_in_midst(f, word) && !is_inside(f, word))))
            break;
        first = word;
    }
    return first;
}

bool pacta_is_of_provision(const pacta_finder *f, uint32_t token) {
    if (token <= f->passage_first || token <= f->since || !pacta_is(f->work, token, CLASS_OF))
        return false;
    const uint8_t kind = pacta_cut_at(f->work, token - 1)->kind;
    return kind == PACTA_TOKEN_NUMBER || kind == PACTA_TOKEN_ROMAN || pacta_is_char(f->work, token - 1, ')');
}

uint32_t pacta_instrument_with_words(const pacta_work *work, const pacta_title_word *words, uint32_t count) {
    const uint32_t instruments = work->document->instruments.count;
    for (uint32_t i = instruments; i-- > 0 && instruments - i <= LOOK_BACK;) {
        bool all = true;
        for (uint32_t w = 0; all && w < count; w++)
            all = pacta_title_has(work, i, &words[w]);
        if (all)
            return i;
    }
    return PACTA_NONE;
}

int pacta_push_name(pacta_finder *f, pacta_name name) {
    f->since = name.end;
    return pacta_array_push(&f->work->memory, &f->work->names, name) ? PACTA_OK
                                                                     : pacta_out_of_memory(f->work);
}

bool pacta_is_year(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    const char *text = pacta_work_text(work) + cut->begin;
    return cut->kind == PACTA_TOKEN_NUMBER && cut->end - cut->begin == 4 &&
           ((text[0] == '1' && text[1] >= '5') || (text[0] == '2' && text[1] <= '1'));
}

uint32_t pacta_behind_year(const pacta_finder *f, uint32_t end) {
    return end + 1 < f->passage_end && pacta_is(f->work, end, CLASS_PART_OF) &&
                   pacta_is_year(f->work, end + 1)
               ? end + 2
               : end;
}
