/* The tokeniser: cuts each passage of the working text into tokens, looks every
 * one up in the lexicon, and notes its signs. What most tokens are - a word in
 * plain letters, a mark, a number - is told at a look; the rest is text/scan.h's. */
#include "core/utf8.h"
#include "work.h"

/* What ends a word behind plain letters for sure; mostly it is a space. */
static inline bool is_plain_end(char c) {
    return c == ' ' || ((signed char)c > 0 && c != '-' && c != '\'' && c != '.' && !(c >= '0' && c <= '9'));
}

/* A word in letters that are small, but for the first one. The line end behind a
 * passage ends it as well. */
static inline bool quick_word(const pacta_work *work, const char *text, pacta_cut *cut) {
    const char *word = text + cut->begin;
    const bool upper = (*word & 32) == 0;
    if (upper && (!pacta_is_ascii_letter(word[1]) || (word[1] & 32) == 0))
        return false;
    uint32_t end = pacta_run_letters(text, cut->begin, work->fold.text.count);
    uint32_t length = end - cut->begin;
    if (length > KEY_EXACT || !(is_plain_end(text[end]) || (text[end] == '.' && length > 1)))
        return false;
    cut->end = end;
    cut->kind = PACTA_TOKEN_WORD;
    cut->flags |= upper ? TOKEN_UPPER : 0;
    cut->lexeme = pacta_lexicon_letters(&work->rules->lexicon, word, length);
    return true;
}

static bool quick_number(const char *text, pacta_cut *cut) {
    uint32_t end = cut->begin;
    while (text[end] >= '0' && text[end] <= '9')
        end++;
    bool more = (text[end] == '.' || text[end] == ',') && text[end + 1] >= '0' && text[end + 1] <= '9';
    if (more || (signed char)text[end] < 0)
        return false;
    cut->end = end;
    cut->kind = PACTA_TOKEN_NUMBER;
    return true;
}

/* Marks that stand for themselves whatever is around them. */
static bool quick_mark(const pacta_work *work, const char *text, pacta_cut *cut) {
    const char c = text[cut->begin];
    switch (c) {
    case ',':
    case '.':
        if (text[cut->begin + 1] == c)
            return false;
        break;
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '/':
    case '?':
    case '!':
        break;
    default:
        return false;
    }
    cut->end = cut->begin + 1;
    cut->kind = PACTA_TOKEN_SYMBOL;
    cut->lexeme = work->rules->lexicon.marks[(unsigned char)c];
    return true;
}

static void cut_slowly(const pacta_work *work, const char *text, uint32_t end, pacta_cut *cut) {
    pacta_scan scan = pacta_scan_token(text, end, cut->begin);
    cut->end = scan.end;
    cut->kind = (uint8_t)scan.kind;
    cut->flags |= scan.flags;
    if (scan.kind != PACTA_TOKEN_NUMBER)
        cut->lexeme = pacta_lexicon_find(&work->rules->lexicon, text + cut->begin, scan.end - cut->begin);
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

static inline uint32_t signs_of_word(const pacta_work *work, const pacta_cut *cut) {
    uint32_t signs = work->rules->lexicon.lexemes.items[cut->lexeme].signs;
    return (cut->flags & TOKEN_UPPER) != 0 ? signs | SIGN_UPPER : signs;
}

static uint32_t signs_of(const pacta_work *work, const char *text, const pacta_cut *cut) {
    uint32_t signs = signs_of_word(work, cut);
    if (cut->kind == PACTA_TOKEN_SYMBOL)
        return signs | signs_of_mark(text + cut->begin);
    if (cut->kind == PACTA_TOKEN_QUOTE)
        return signs | SIGN_QUOTE;
    return cut->kind == PACTA_TOKEN_WORD && text[cut->end - 1] == '.' ? signs | SIGN_STOP : signs; /* U.N. */
}

/* Room for that many tokens at a time; and, at once, for those of a usual text. */
enum { BATCH = 64, TOKEN_BYTES = 5 };

static bool make_room(pacta_work *work) {
    return pacta_array_reserve(&work->memory, &work->tokens, BATCH) &&
           pacta_array_reserve(&work->memory, &work->signs, BATCH);
}

/* Returns the token's signs. */
static inline uint32_t cut_token(const pacta_work *work, const char *text, uint32_t end, pacta_cut *cut) {
    const char c = text[cut->begin];
    if (pacta_is_ascii_letter(c) ? quick_word(work, text, cut)
                                 : c >= '0' && c <= '9' && quick_number(text, cut))
        return signs_of_word(work, cut);
    if (!quick_mark(work, text, cut))
        cut_slowly(work, text, end, cut);
    return signs_of(work, text, cut);
}

/* Cuts [*at, stop), which has no more tokens than there is room for, and the rest of
 * the last one. `flags` are the first one's. */
static bool cut_batch(pacta_work *work, const pacta_passage *passage, uint32_t *at, uint32_t stop,
                      uint8_t flags) {
    const char *text = pacta_work_text(work);
    uint32_t index = work->tokens.count, place = *at, all = 0;
    pacta_cut *cut = work->tokens.items + index;
    for (uint32_t *signs = work->signs.items + index; place < stop; cut++, signs++, index++) {
        if (text[place] == ' ') {
            place++;
            flags |= TOKEN_SPACED;
        }
        *cut = (pacta_cut){.begin = place, .flags = flags};
        *signs = cut_token(work, text, passage->end, cut);
        all |= *signs;
        place = cut->end;
        flags = 0;
        if (!pacta_steps_note(&work->token_steps, &work->memory, index, place))
            return false;
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
