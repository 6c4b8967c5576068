/* Acronyms that mean other things as often: whether the words around one, or before it in
 * the text, tell that it is an instrument's. */
#include "find/finder.h"
#include <string.h>

enum { NUMBER_TOKENS = 8 };

static bool is_number(const pacta_work *work, uint32_t token) {
    const uint8_t kind = pacta_cut_at(work, token)->kind;
    return kind == PACTA_TOKEN_NUMBER || kind == PACTA_TOKEN_ROMAN;
}

/* The token ends the number of a provision: Article 8 (j). */
static bool ends_provision(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    if (!is_number(work, token) && !pacta_is_char(work, token, ')'))
        return false;
    for (uint32_t i = token; i > f->passage_first && token - i < NUMBER_TOKENS; i--)
        if (pacta_is(work, i - 1, CLASS_UNIT))
            return true;
    return false;
}

/* Article 8 CBD; Article 8 (j) of the CBD; Parties to the CBD; under the CBD. */
static bool is_told_before(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    uint32_t before = token;
    before -= before > f->passage_first && pacta_is(work, before - 1, CLASS_DETERMINER);
    if (before == f->passage_first)
        return false;
    before--;
    return pacta_is(work, before, CLASS_BASIS) || pacta_is_of_provision(f, before) ||
           ends_provision(f, before) ||
           (before > f->passage_first && pacta_is(work, before, CLASS_PREPOSITION) &&
            pacta_is(work, before - 1, CLASS_PARTY));
}

/* CBD Article 8; CBD, art. 8; the CBD's Article 8; the ATT treaty. */
static bool is_told_behind(const pacta_finder *f, uint32_t end) {
    const pacta_work *work = f->work;
    if (end < f->passage_end &&
        ((pacta_cut_at(work, end)->flags & TOKEN_CLITIC) != 0 || pacta_is_char(work, end, ',')))
        end++;
    const bool unit = end + 1 < f->passage_end && pacta_is(work, end, CLASS_UNIT);
    const uint32_t number = end + 1 + (unit && pacta_is_char(work, end + 1, '.'));
    return (unit && number < f->passage_end && is_number(work, number)) ||
           (end < f->passage_end && pacta_is(work, end, CLASS_GENERIC) &&
            pacta_is(work, end, CLASS_INSTRUMENT_NOUN));
}

/* ICCPR, CAT and CRC: beside another one that is an instrument's. */
static bool is_listed(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    const pacta_name *last = work->names.count == 0 ? NULL : &work->names.items[work->names.count - 1];
    return last != NULL && last->kind == NAME_KNOWN && last->end + 1 == token &&
           last->end > f->passage_first &&
           (pacta_is_char(work, token - 1, ',') || pacta_is(work, token - 1, CLASS_LIST_JOINER) ||
            pacta_is_char(work, token - 1, '/'));
}

bool pacta_is_behind_provision(const pacta_finder *f, uint32_t token) {
    return token > f->passage_first && ends_provision(f, token - 1);
}

bool pacta_acronym_is_meant(const pacta_finder *f, uint32_t token, uint32_t known) {
    if (!pacta_is(f->work, token, CLASS_AMBIGUOUS) || f->work->document->info.form == PACTA_FORM_TREATY)
        return true;
    const char *id = f->work->rules->registry.known.items[known].id;
    return is_told_before(f, token) || is_told_behind(f, token + 1) || is_listed(f, token) ||
           pacta_instrument_has_id(f->work, id, strlen(id));
}
