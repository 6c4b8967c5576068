/* Where a word with a capital stands again, without a look at what is between: words
 * of one hash are chained. */
#include "attribution/attribution.h"
#include "core/hash.h"

enum { FEW = 32 }; /* searches that cost less than chaining all words */

/* Of the chain that the token's word is in; others may be in it too. Words begin in
 * many ways, so that their first letters will do. */
static uint32_t chain_of(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    const uint32_t size = cut->end - cut->begin;
    uint64_t head;
    memcpy(&head, pacta_work_text(work) + cut->begin, sizeof head); /* the text is padded */
    head = pacta_first_bytes(head, size < sizeof head ? size : (uint32_t)sizeof head);
    return (uint32_t)(pacta_hash_bits(head) >> 32) & (work->occurrences.count - 1);
}

static bool make_room(pacta_work *work) {
    enum { WORD_TOKENS = 16 }; /* one in so many has a capital, and stands for the first time */
    uint32_t count = 64;
    work->links.count = 0;
    while (count < work->tokens.count / WORD_TOKENS)
        count *= 2;
    if (!pacta_array_reserve(&work->memory, &work->occurrences, count) ||
        !pacta_array_reserve(&work->memory, &work->links, work->tokens.count))
        return false;
    work->occurrences.count = count;
    work->links.count = work->tokens.count;
    memset(work->occurrences.items, 0xFF, count * sizeof *work->occurrences.items);
    return true;
}

static void chain_words(pacta_work *work) {
    const uint32_t end = work->tokens.count;
    if (!make_room(work)) {
        work->out_of_memory = true;
        return;
    }
    for (uint32_t i = 0; (i = pacta_next_with(work, i, end, SIGN_UPPER)) < end; i++) {
        pacta_occurrence *chain = &work->occurrences.items[chain_of(work, i)];
        work->links.items[i] = (pacta_place_link){chain->last, PACTA_NONE};
        *(chain->last == PACTA_NONE ? &chain->first : &work->links.items[chain->last].behind) = i;
        chain->last = i;
    }
}

/* Else every token is looked at. */
static bool is_chained(const pacta_work *work, uint32_t token) {
    return work->occurrences.count > 0 && pacta_has_sign(work, token, SIGN_UPPER);
}

/* The first place from `place` on, itself included, in the chain or among all tokens. */
static uint32_t same_from(const pacta_work *work, uint32_t place, uint32_t end, uint32_t token) {
    const bool upper = pacta_has_sign(work, token, SIGN_UPPER), chained = is_chained(work, token);
    while (place < end && (place == token || !pacta_same_word(work, place, token)))
        place = chained ? work->links.items[place].behind
                : upper ? pacta_next_with(work, place + 1, end, SIGN_UPPER)
                        : place + 1;
    return place < end ? place : end;
}

uint32_t pacta_first_same(pacta_work *work, uint32_t from, uint32_t end, uint32_t token) {
    uint32_t first = from;
    if (work->occurrences.count == 0 && ++work->searches > FEW)
        chain_words(work);
    if (is_chained(work, token)) {
        first = from == 0 ? work->occurrences.items[chain_of(work, token)].first : token;
        while (from > 0 && work->links.items[first].before != PACTA_NONE &&
               work->links.items[first].before >= from)
            first = work->links.items[first].before;
    }
    return same_from(work, first, end, token);
}

uint32_t pacta_next_same(const pacta_work *work, uint32_t place, uint32_t end, uint32_t token) {
    return same_from(work, is_chained(work, token) ? work->links.items[place].behind : place + 1, end, token);
}
