/* Acronyms that mean other things as often: whether the words around one, or before it in
 * the text, tell that it is an instrument's. */
#include "find/finder.h"
#include <string.h>

/* Article 8 CBD; Article 8 (j) of the CBD; Parties to the CBD; under the CBD. */
static bool is_told_before(const pacta_finder *f, uint32_t token) {
    const pacta_work *work = f->work;
    const uint32_t low = f->passage_first;
    uint32_t before = token;
    before -= before > low && pacta_is(work, before - 1, CLASS_DETERMINER);
    if (before == low)
        return false;
    before--;
    const pacta_cut *cut = pacta_cut_at(work, before);
    if (cut->kind == PACTA_TOKEN_ROMAN || pacta_is(work, before, CLASS_BASIS) ||
        pacta_is_of_provision(f, before))
        return true;
    if (cut->kind == PACTA_TOKEN_NUMBER || pacta_is_char(work, before, ')'))
        return before > low;
    return before > low && pacta_is(work, before, CLASS_PREPOSITION) &&
           pacta_is(work, before - 1, CLASS_PARTY);
}

/* CBD Article 8; CBD, art. 8; the CBD's Article 8; CBD Parties; the ATT treaty. */
static bool is_told_behind(const pacta_finder *f, uint32_t end) {
    const pacta_work *work = f->work;
    if (end < f->passage_end &&
        ((pacta_cut_at(work, end)->flags & TOKEN_CLITIC) != 0 || pacta_is_char(work, end, ',')))
        end++;
    return end < f->passage_end &&
           (pacta_is(work, end, CLASS_UNIT) || pacta_is(work, end, CLASS_INSTRUMENT_NOUN) ||
            pacta_is(work, end, CLASS_PARTY));
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

bool pacta_acronym_is_meant(const pacta_finder *f, uint32_t token, uint32_t known) {
    if (!pacta_is(f->work, token, CLASS_AMBIGUOUS) || f->work->document->info.form == PACTA_FORM_TREATY)
        return true;
    const char *id = f->work->rules->registry.known.items[known].id;
    return is_told_before(f, token) || is_told_behind(f, token + 1) || is_listed(f, token) ||
           pacta_instrument_has_id(f->work, id, strlen(id));
}
