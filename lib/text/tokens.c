/* The tokeniser: cuts each passage of the working text into tokens, looks every
 * one up in the lexicon, and notes its signs. What most tokens are - a word in
 * plain letters, a mark, a number - is told at a look; the rest is text/scan.h's. */
#include "core/utf8.h"
#include "work.h"

/* What ends a word behind plain letters for sure: an ASCII character but these. */
static inline bool is_plain_end(char c) {
    static const bool NONE[128] = {
        ['-'] = true, ['\''] = true, ['.'] = true, ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true,
        ['4'] = true, ['5'] = true,  ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true};
    return (signed char)c >= 0 && !NONE[(unsigned char)c];
}

/* Where a word in letters that are small, but perhaps for the first one, ends behind
 * `begin`; 0 if there is none. The line end behind a passage ends it as well. */
static inline uint32_t end_of_word(const pacta_work *work, const char *text, uint32_t begin) {
    const char *word = text + begin;
    if ((*word & 32) == 0 && (!pacta_is_ascii_letter(word[1]) || (word[1] & 32) == 0))
        return 0;
    const uint32_t end = pacta_run_letters(text, begin, work->fold.text.count), length = end - begin;
    return length <= KEY_EXACT && (is_plain_end(text[end]) || (text[end] == '.' && length > 1)) ? end : 0;
}

/* The same of a number. */
static inline uint32_t end_of_number(const char *text, uint32_t begin) {
    uint32_t end = begin;
    while (text[end] >= '0' && text[end] <= '9')
        end++;
    bool more = (text[end] == '.' || text[end] == ',') && text[end + 1] >= '0' && text[end + 1] <= '9';
    return more || (signed char)text[end] < 0 ? 0 : end;
}

/* A mark that stands for itself whatever is around it. */
static inline bool is_plain_mark(const char *mark) {
    switch (*mark) {
    case ',':
    case '.':
        return mark[1] != *mark;
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '/':
    case '?':
    case '!':
        return true;
    default:
        return false;
    }
}

static bool is_stop(uint32_t c) {
    return c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
           c == 0x061F || c == 0x06D4 || c == 0x0964;
}

static uint32_t signs_of_mark(const char *mark) {
    uint32_t length, c = pacta_utf8_at(mark, &length);
    return c == ','     ? SIGN_COMMA
           : c == ':'   ? SIGN_COLON
           : c == ';'   ? SIGN_SEMICOLON
           : c == '('   ? SIGN_OPEN
           : c == ')'   ? SIGN_CLOSE
           : is_stop(c) ? SIGN_STOP
                        : 0;
}

static uint32_t signs_of(const char *text, const pacta_cut *cut) {
    if (cut->kind == PACTA_TOKEN_SYMBOL)
        return signs_of_mark(text + cut->begin);
    if (cut->kind == PACTA_TOKEN_QUOTE)
        return SIGN_QUOTE;
    return cut->kind == PACTA_TOKEN_WORD && text[cut->end - 1] == '.' ? SIGN_STOP : 0; /* U.N. */
}

/* The lexeme of a token; of most marks, without a search. */
static uint32_t lexeme_of(const pacta_lexicon *lexicon, const char *token, uint32_t size) {
    if (size == 1 && (signed char)*token >= 0)
        return lexicon->marks[(unsigned char)*token];
    if (size == 3 && memcmp(token, "\xE2\x80", 2) == 0)
        return lexicon->punctuation[(unsigned char)token[2] & 63];
    return pacta_lexicon_find(lexicon, token, size);
}

/* What is no plain word or number, in the passage up to `end`; returns its signs,
 * without those of its lexeme. */
static uint32_t cut_slowly(const pacta_work *work, const char *text, uint32_t end, pacta_cut *cut) {
    const pacta_lexicon *lexicon = &work->rules->lexicon;
    if (is_plain_mark(text + cut->begin)) {
        cut->end = cut->begin + 1;
        cut->kind = PACTA_TOKEN_SYMBOL;
        cut->lexeme = lexicon->marks[(unsigned char)text[cut->begin]];
        return signs_of_mark(text + cut->begin);
    }
    pacta_scan scan = pacta_scan_token(text, end, cut->begin);
    cut->end = scan.end;
    cut->kind = (uint8_t)scan.kind;
    cut->flags |= scan.flags;
    if (scan.kind != PACTA_TOKEN_NUMBER)
        cut->lexeme = lexeme_of(lexicon, text + cut->begin, scan.end - cut->begin);
    return signs_of(text, cut) | ((cut->flags & TOKEN_UPPER) != 0 ? SIGN_UPPER : 0u);
}

/* Room for that many tokens at a time; and, at once, for those of a usual text. */
enum { BATCH = 1024, TOKEN_BYTES = 5 };

static bool make_room(pacta_work *work) {
    return pacta_array_reserve(&work->memory, &work->tokens, BATCH) &&
           pacta_array_reserve(&work->memory, &work->signs, BATCH);
}

/* Cuts [*at, stop), which has no more tokens than there is room for, and the rest of
 * the last one. `flags` are the first one's. */
static bool cut_batch(pacta_work *work, const pacta_passage *passage, uint32_t *at, uint32_t stop,
                      uint8_t flags) {
    const char *text = pacta_work_text(work);
    const pacta_lexicon *lexicon = &work->rules->lexicon;
    const pacta_lexeme *lexemes = lexicon->lexemes.items;
    uint32_t index = work->tokens.count, place = *at, all = 0, end;
    for (uint32_t noted = pacta_steps_end(&work->token_steps); place < stop; place = end, index++) {
        pacta_cut *cut = &work->tokens.items[index];
        uint32_t signs = 0;
        if (text[place] == ' ') {
            place++;
            flags |= TOKEN_SPACED;
        }
        const char c = text[place];
        if (pacta_is_ascii_letter(c) && (end = end_of_word(work, text, place)) != 0) {
            const pacta_lexeme_slot *word = pacta_lexicon_letters(lexicon, text + place, end - place);
            const uint32_t upper = (c & 32) == 0;
            *cut = (pacta_cut){place, end, word->index, PACTA_TOKEN_WORD,
                               (uint8_t)(flags | upper * TOKEN_UPPER)};
            signs = upper * SIGN_UPPER | word->signs;
        } else if (c >= '0' && c <= '9' && (end = end_of_number(text, place)) != 0) {
            *cut = (pacta_cut){place, end, 0, PACTA_TOKEN_NUMBER, flags};
        } else {
            *cut = (pacta_cut){.begin = place, .flags = flags};
            signs = cut_slowly(work, text, passage->end, cut) | lexemes[cut->lexeme].signs;
            end = cut->end;
        }
        work->signs.items[index] = signs;
        all |= signs;
        flags = 0;
        if (end > noted) {
            if (!pacta_steps_note(&work->token_steps, &work->memory, index, end))
                return false;
            noted = pacta_steps_end(&work->token_steps);
        }
    }
    work->tokens.count = work->signs.count = index;
    work->all_signs |= all;
    *at = place;
    return true;
}

static int cut_passage(pacta_work *work, pacta_passage *passage) {
    uint8_t flags = TOKEN_FIRST;
    passage->first_token = work->tokens.count;
    for (uint32_t at = passage->begin; at < passage->end; flags = 0) {
        const uint32_t stop = passage->end - at > BATCH ? at + BATCH : passage->end;
        if (!make_room(work) || !cut_batch(work, passage, &at, stop, flags))
            return pacta_out_of_memory(work);
        int status = pacta_report(work, at);
        if (status != PACTA_OK)
            return status;
    }
    passage->end_token = work->tokens.count;
    return PACTA_OK;
}

/* The token that ends a passage. */
static bool add_break(pacta_work *work, const pacta_passage *passage) {
    if (!make_room(work))
        return false;
    work->tokens.items[work->tokens.count] =
        (pacta_cut){passage->end, passage->end + 1, 0, PACTA_TOKEN_BREAK, TOKEN_SPACED};
    work->signs.items[work->tokens.count] = 0;
    work->signs.count = ++work->tokens.count;
    return pacta_steps_note(&work->token_steps, &work->memory, work->tokens.count - 1, passage->end + 1);
}

int pacta_cut_tokens(pacta_work *work) {
    work->tokens.count = work->signs.count = work->all_signs = 0;
    pacta_steps_reset(&work->token_steps);
    pacta_steps_reset(&work->passage_steps);
    if (!pacta_array_reserve(&work->memory, &work->tokens, work->fold.text.count / TOKEN_BYTES) ||
        !pacta_array_reserve(&work->memory, &work->signs, work->fold.text.count / TOKEN_BYTES))
        return pacta_out_of_memory(work);
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        pacta_passage *passage = &work->fold.passages.items[p];
        int status = cut_passage(work, passage);
        if (status != PACTA_OK)
            return status;
        if (!add_break(work, passage) ||
            !pacta_steps_note(&work->passage_steps, &work->memory, p, work->tokens.count))
            return pacta_out_of_memory(work);
    }
    return PACTA_OK;
}
