/* Which modal is the main verb of a sentence whose other verbs no pack knows. */
#include "clauses/norms.h"
#include "phrases/words.h"

enum { SENTENCE_TOKENS = 200, CLAUSE_TOKENS = 6 };

static bool is_verb(const pacta_work *work, uint32_t token) {
    return pacta_is_listed_verb(work, token) && !pacta_is(work, token - 1, CLASS_BARE);
}

static bool opens_clause(pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_RELATIVE) || pacta_is(work, token, CLASS_SUBJECT_RELATIVE) ||
           pacta_rule_at(work, RULE_SUBORDINATE, token) != NULL;
}

/* the boat which the master sails, the owner [shall]: a comma, and a subject behind it. */
static bool has_other_subject(const pacta_work *work, uint32_t first, uint32_t modal) {
    for (uint32_t i = first; i + 1 < modal; i++)
        if (pacta_is_comma(work, i) && pacta_opens_noun(work, i + 1))
            return true;
    return false;
}

/* States whose fleets trawl the bank [shall]: no verb before the first clause, and words enough
 * behind the last one to be a clause. */
static bool waits_for_verb(pacta_work *work, uint32_t first, uint32_t modal) {
    uint32_t clause = first, last;
    while (clause < modal && !opens_clause(work, clause))
        if (is_verb(work, clause++))
            return false;
    if (clause == first || clause == modal)
        return false;
    for (last = modal - 1; last > clause && !opens_clause(work, last);)
        last--;
    return (modal - last >= CLAUSE_TOKENS || (modal - last > 2 && pacta_is_comma(work, modal - 1))) &&
           !has_other_subject(work, first, modal);
}

/* No verb behind the modal, but for those of clauses, and for what is joined to its own. */
static bool is_last(pacta_work *work, uint32_t modal, uint32_t end) {
    uint32_t pending = 0;
    for (uint32_t i = modal + 2; i < end; i++)
        if (opens_clause(work, i))
            pending++;
        else if (!is_verb(work, i) || pacta_is(work, i - 1, CLASS_LIST_JOINER) ||
                 pacta_is(work, i - 1, CLASS_MODAL) || pacta_is(work, i - 1, CLASS_AUXILIARY))
            continue;
        else if (pending == 0)
            return false;
        else
            pending--;
    return true;
}

/* A sentence begins there with its subject, and with no circumstance. */
static bool opens_sentence(const pacta_work *work, uint32_t first) {
    return (pacta_cut_at(work, first)->flags & TOKEN_UPPER) != 0 &&
           !pacta_is(work, first, CLASS_PREPOSITION) && !pacta_is(work, first, CLASS_ADVERB) &&
           !pacta_is(work, first, CLASS_LIST_JOINER) && !pacta_is(work, first, CLASS_AUXILIARY) &&
           !pacta_ends_as(work, first, CLASS_PRESENT_ENDING) && !pacta_is(work, first, CLASS_PRONOUN);
}

bool pacta_is_only_verb(pacta_work *work, const pacta_stretch *stretch, uint32_t modal) {
    const uint32_t first = stretch->first, end = stretch->end;
    return stretch->report == NULL && end - first <= SENTENCE_TOKENS && modal > first + 2 &&
           pacta_is(work, modal, CLASS_LEGAL_MODAL) && opens_sentence(work, first) &&
           pacta_is_char(work, end - 1, '.') &&
           (work->limbs.count == 0 || work->limbs.items[0].first > modal) &&
           waits_for_verb(work, first, modal) && is_last(work, modal, end);
}
