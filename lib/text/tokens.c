/* The tokeniser: cuts each passage of the working text into tokens, looks every
 * one up in the lexicon, and notes its signs. What most tokens are - a word in
 * plain letters, a mark, a number - is told at a look; the rest is text/odd_tokens.h's. */
#include "core/runs.h"
#include "text/odd_tokens.h"

/* What a byte behind plain letters says of them: they are a word, or perhaps one. */
enum { ENDS_WORD, MAY_END, GOES_ON };

#define FOUR(x) x, x, x, x
#define SIXTEEN(x) FOUR(x), FOUR(x), FOUR(x), FOUR(x)
#define MANY(x) SIXTEEN(x), SIXTEEN(x), SIXTEEN(x), SIXTEEN(x)

/* clang-format off */
static const uint8_t BEHIND[256] = {
    SIXTEEN(ENDS_WORD), SIXTEEN(ENDS_WORD),
    FOUR(ENDS_WORD), ENDS_WORD, ENDS_WORD, ENDS_WORD, GOES_ON /* ' */,
    FOUR(ENDS_WORD), ENDS_WORD, GOES_ON /* - */, MAY_END /* . */, ENDS_WORD,
    FOUR(GOES_ON), FOUR(GOES_ON), GOES_ON, GOES_ON, /* figures */
    ENDS_WORD, ENDS_WORD, FOUR(ENDS_WORD),
    MANY(ENDS_WORD), MANY(GOES_ON), MANY(GOES_ON)};
/* clang-format on */

/* The letters, small but perhaps for the first one, are a word, before the byte `next`. */
static inline bool is_plain_word(const pacta_letters *letters, unsigned char next) {
    return letters->small != 0 && letters->length < KEY_EXACT &&
           (BEHIND[next] == ENDS_WORD || (BEHIND[next] == MAY_END && letters->length > 1));
}

/* Where a number that is nothing but figures ends; 0 if it is none. */
static inline uint32_t end_of_number(const char *text, uint32_t begin) {
    uint32_t end = begin;
    while (pacta_is_digit(text[end]))
        end++;
    bool more = (text[end] == '.' || text[end] == ',') && pacta_is_digit(text[end + 1]);
    return more || (signed char)text[end] < 0 ? 0 : end;
}

/* What marks that stand for themselves, whatever is around them, are to stages. */
#define PLAIN_MARK (UINT32_C(1) << 31)

static const uint32_t MARKS[256] = {[','] = PLAIN_MARK | SIGN_COMMA,
                                    ['.'] = PLAIN_MARK | SIGN_STOP,
                                    [':'] = PLAIN_MARK | SIGN_COLON,
                                    [';'] = PLAIN_MARK | SIGN_SEMICOLON,
                                    ['('] = PLAIN_MARK | SIGN_OPEN,
                                    [')'] = PLAIN_MARK | SIGN_CLOSE,
                                    ['?'] = PLAIN_MARK | SIGN_STOP,
                                    ['!'] = PLAIN_MARK | SIGN_STOP,
                                    ['['] = PLAIN_MARK,
                                    [']'] = PLAIN_MARK,
                                    ['/'] = PLAIN_MARK};

/* Room for that many tokens at a time; and, at once, for those of a usual text. */
enum { BATCH = 1024, TOKEN_BYTES = 5 };

static bool make_room(pacta_work *work) {
    return pacta_array_reserve(&work->memory, &work->tokens, BATCH) &&
           pacta_array_reserve(&work->memory, &work->signs, BATCH);
}

/* Where the next token goes. */
typedef struct cutter {
    const char *text;
    const pacta_lexicon *lexicon;
    uint32_t place; /* of the next token, or the space before it */
    uint8_t flags;  /* it has */
    pacta_cut *cuts, *cut;
    uint32_t *sign;
    uint32_t all; /* signs of those cut */
} cutter;

/* Cuts plain words, numbers and marks up to `stop`; true if it comes to what is none. */
static bool cut_plain(cutter *c, pacta_steps *token_steps, uint32_t stop) {
    const char *text = c->text;
    const pacta_lexicon *lexicon = c->lexicon;
    const pacta_lexeme *lexemes = lexicon->lexemes.items;
    uint32_t place = c->place, flags = c->flags, all = c->all, *sign = c->sign;
    uint32_t noted = pacta_steps_end(token_steps);
    pacta_cut *cut = c->cut;
    bool odd = false;
    for (uint32_t end; place < stop; place = end, flags = 0, cut++) {
        const uint32_t spaced = text[place] == ' ';
        place += spaced;
        flags |= spaced * TOKEN_SPACED;
        const unsigned char first = (unsigned char)text[place];
        const pacta_letters letters = pacta_read_letters(text + place);
        uint32_t signs;
        end = place + letters.length;
        if (letters.length > 0 && is_plain_word(&letters, (unsigned char)text[end])) {
            const pacta_lexeme_slot *word = pacta_lexicon_short(lexicon, letters.key);
            const uint32_t upper = (first >> 5 & 1) ^ 1;
            *cut = (pacta_cut){place, end, word->index, PACTA_TOKEN_WORD,
                               (uint8_t)(flags | upper * TOKEN_UPPER)};
            signs = upper * SIGN_UPPER | word->signs;
        } else if (MARKS[first] != 0 && (text[place + 1] != text[place] || (first != ',' && first != '.'))) {
            end = place + 1;
            *cut = (pacta_cut){place, end, lexicon->marks[first], PACTA_TOKEN_SYMBOL, (uint8_t)flags};
            signs = (MARKS[first] ^ PLAIN_MARK) | lexemes[cut->lexeme].signs;
        } else if (first >= '0' && first <= '9' && (end = end_of_number(text, place)) != 0) {
            *cut = (pacta_cut){place, end, 0, PACTA_TOKEN_NUMBER, (uint8_t)flags};
            signs = 0;
        } else {
            odd = true;
            break;
        }
        *sign++ = signs;
        all |= signs;
        if (end > noted) {
            pacta_steps_put(token_steps, (uint32_t)(cut - c->cuts), end);
            noted = pacta_steps_end(token_steps);
        }
    }
    c->place = place;
    c->flags = (uint8_t)flags;
    c->all = all;
    c->sign = sign;
    c->cut = cut;
    return odd;
}

/* Cuts [*at, stop), which has no more tokens than there is room for, and the rest of
 * the last one. `flags` are the first one's. */
static void cut_batch(pacta_work *work, pacta_passage *passage, uint32_t *at, uint32_t stop, uint8_t flags) {
    pacta_steps *steps = &work->token_steps;
    cutter c = {.text = pacta_work_text(work),
                .lexicon = &work->rules->lexicon,
                .place = *at,
                .flags = flags,
                .cuts = work->tokens.items,
                .cut = work->tokens.items + work->tokens.count,
                .sign = work->signs.items + work->tokens.count};
    while (cut_plain(&c, steps, stop)) {
        *c.cut = (pacta_cut){.begin = c.place, .flags = c.flags};
        const uint32_t signs = pacta_cut_odd_token(work, passage->end, c.cut);
        c.place = c.cut->end;
        c.flags = 0;
        c.all |= *c.sign++ = signs;
        pacta_steps_put(steps, (uint32_t)(c.cut++ - c.cuts), c.place);
    }
    work->tokens.count = work->signs.count = (uint32_t)(c.cut - c.cuts);
    passage->signs |= c.all;
    *at = c.place;
}

static int cut_passage(pacta_work *work, pacta_passage *passage) {
    uint8_t flags = TOKEN_FIRST;
    passage->first_token = work->tokens.count;
    passage->signs = 0;
    for (uint32_t at = passage->begin; at < passage->end; flags = 0) {
        const uint32_t stop = passage->end - at > BATCH ? at + BATCH : passage->end;
        if (!make_room(work))
            return pacta_out_of_memory(work);
        cut_batch(work, passage, &at, stop, flags);
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
    work->signs.items[work->tokens.count] = SIGN_AHEAD;
    pacta_steps_put(&work->token_steps, work->tokens.count, passage->end + 1);
    work->signs.count = ++work->tokens.count;
    return true;
}

/* Makes TOKENS_PADDING tokens behind the last one readable: breaks without signs. */
static bool pad(pacta_work *work) {
    const uint32_t end = work->fold.text.count;
    if (!pacta_array_reserve(&work->memory, &work->tokens, TOKENS_PADDING) ||
        !pacta_array_reserve(&work->memory, &work->signs, TOKENS_PADDING))
        return false;
    for (uint32_t i = work->tokens.count; i < work->tokens.count + TOKENS_PADDING; i++) {
        work->tokens.items[i] = (pacta_cut){end, end, 0, PACTA_TOKEN_BREAK, 0};
        work->signs.items[i] = 0;
    }
    return true;
}

int pacta_cut_tokens(pacta_work *work) {
    work->tokens.count = work->signs.count = work->all_signs = 0;
    pacta_steps_reset(&work->token_steps);
    pacta_steps_reset(&work->passage_steps);
    if (!pacta_steps_reserve(&work->token_steps, &work->memory, work->fold.text.count) ||
        !pacta_array_reserve(&work->memory, &work->tokens, work->fold.text.count / TOKEN_BYTES) ||
        !pacta_array_reserve(&work->memory, &work->signs, work->fold.text.count / TOKEN_BYTES))
        return pacta_out_of_memory(work);
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        pacta_passage *passage = &work->fold.passages.items[p];
        int status = cut_passage(work, passage);
        if (status != PACTA_OK)
            return status;
        work->all_signs |= passage->signs;
        if (!add_break(work, passage) ||
            !pacta_steps_note(&work->passage_steps, &work->memory, p, work->tokens.count))
            return pacta_out_of_memory(work);
    }
    return pad(work) ? PACTA_OK : pacta_out_of_memory(work);
}
