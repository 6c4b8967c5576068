/* What the words inside a quotation's marks look like. */
#include "attribution/attribution.h"

enum { NORM_REACH = 8, SHAPE_TOKENS = 200 };

static bool is_link(const pacta_attribution *a, uint32_t token) {
    return pacta_is(a->work, token, CLASS_TITLE_LINK) || pacta_is(a->work, token, CLASS_LIST_JOINER) ||
           (pacta_cut_at(a->work, token)->flags & TOKEN_CLITIC) != 0;
}

static bool is_stop(const pacta_work *work, uint32_t token) {
    return pacta_is_char(work, token, '.') || pacta_is_char(work, token, ',') ||
           pacta_is_char(work, token, '!') || pacta_is_char(work, token, '?');
}

static bool has_capital(const pacta_attribution *a, uint32_t token) {
    return (pacta_cut_at(a->work, token)->flags & TOKEN_UPPER) != 0;
}

/* I, we; but not [I]f, nor Annex I. */
static bool is_speaker(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_SPEAKER) && !pacta_is_char(work, token + 1, ']') &&
           !pacta_is(work, token - 1, CLASS_UNIT);
}

pacta_shape pacta_shape_of(const pacta_attribution *a) {
    pacta_shape s = {0};
    uint32_t party = 0, end = a->end;
    bool shall = false, speaker = false;
    const pacta_quotation *quotation = pacta_quotation_of(a);
    while (end > a->first + 1 && pacta_cut_at(a->work, end - 1)->end > quotation->inner.end)
        end--;
    s.ends = end > a->first + 1 && is_stop(a->work, end - 1);
    if (end - a->first > SHAPE_TOKENS)
        end = a->first + SHAPE_TOKENS;
    uint32_t inner = a->index + 1;
    for (uint32_t i = a->first + 1; i < end; i++) {
        for (; inner < a->work->quoted.count && a->work->quoted.items[inner].first <= i; inner++)
            if (a->work->quoted.items[inner].end > i) /* what is quoted in it is of its own kind */
                i = a->work->quoted.items[inner].end - 1;
        uint8_t kind = pacta_cut_at(a->work, i)->kind;
        s.parted = s.parted || pacta_is_char(a->work, i, ',');
        if (kind != PACTA_TOKEN_WORD && kind != PACTA_TOKEN_ROMAN)
            continue;
        bool capital = has_capital(a, i);
        s.capital = s.words == 0 ? capital : s.capital;
        s.words++;
        s.capitals += capital;
        s.shouted += (pacta_cut_at(a->work, i)->flags & TOKEN_CAPS) != 0;
        s.small += !capital && !is_link(a, i);
        if (pacta_cut_at(a->work, i)->lexeme == 0) /* of no class */
            continue;
        shall = shall || pacta_is(a->work, i, CLASS_LEGAL_MODAL);
        s.modal = s.modal || pacta_is(a->work, i, CLASS_MODAL);
        speaker = speaker || is_speaker(a->work, i);
        if (pacta_is(a->work, i, CLASS_PARTY) && (capital || pacta_is(a->work, i - 1, CLASS_QUANTIFIER)))
            party = i;
        s.told = s.told ||
                 (party > 0 && party + 1 == i && has_capital(a, party) && pacta_is(a->work, i, CLASS_MODAL));
        s.norm = s.norm || (party > 0 && i - party < NORM_REACH && pacta_is(a->work, i, CLASS_BINDING));
    }
    s.speaks = speaker;
    s.binds = shall && !speaker && s.words > 1; /* a "shall" is a word */
    return s;
}
