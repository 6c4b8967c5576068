#include "text/odd_tokens.h"
#include "core/utf8.h"

static bool is_stop(uint32_t c) {
    return c == '.' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
           c == 0x06D4 || c == 0x0964;
}

/* Of ASCII's, only two or more side by side come here: ,, or ... */
static uint32_t signs_of_mark(const char *mark) {
    uint32_t length, c = pacta_utf8_at(mark, &length);
    return c == ',' ? SIGN_COMMA : is_stop(c) ? SIGN_STOP : 0;
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

uint32_t pacta_cut_odd_token(const pacta_work *work, uint32_t end, pacta_cut *cut) {
    const pacta_lexicon *lexicon = &work->rules->lexicon;
    const char *text = pacta_work_text(work);
    pacta_scan scan = pacta_scan_token(text, end, cut->begin);
    cut->end = scan.end;
    cut->kind = (uint8_t)scan.kind;
    cut->flags |= scan.flags;
    cut->lexeme =
        scan.kind == PACTA_TOKEN_NUMBER ? 0 : lexeme_of(lexicon, text + cut->begin, scan.end - cut->begin);
    return signs_of(text, cut) | ((cut->flags & TOKEN_UPPER) != 0 ? SIGN_UPPER : 0u) |
           lexicon->lexemes.items[cut->lexeme].signs;
}
