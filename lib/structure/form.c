/* What the text is: a treaty (or another instrument: a declaration, a
 * resolution), press text, or something else. Told by what treaties have:
 * units in their order, formulas; and by what press text has: reporting words
 * and quotations. */
#include "work.h"

typedef struct evidence {
    uint32_t units; /* labels of units that stand in sequence, or each alone */
    uint32_t firm;  /* of these, the first of all and those that follow another */
    uint32_t items; /* numbered paragraphs that do */
    bool opens;     /* a unit begins the text, behind its title */
    bool counted;   /* so does a numbered paragraph, but for the place and date */
    uint32_t formulas[FORMULA_COUNT];
} evidence;

enum { LATE_TOKENS = 60, TITLE_PASSAGES = 6, DATE_PASSAGES = 2, COUNTED = 4 };

/* The passages that the text begins with that read like titles, and no sentences. */
static uint32_t count_titles(const pacta_work *work) {
    const pacta_passage *passages = work->fold.passages.items;
    uint32_t count = 0;
    while (count < work->fold.passages.count && count < TITLE_PASSAGES &&
           pacta_is_heading(work, passages[count].begin, passages[count].end))
        count++;
    return count;
}

static void weigh_labels(const pacta_work *work, evidence *found) {
    const pacta_label *last[256] = {NULL}, *item = NULL;
    const uint32_t titles = count_titles(work);
    for (uint32_t i = 0; i < work->labels.count; i++) {
        const pacta_label *label = &work->labels.items[i];
        if ((label->flags & (LABEL_QUOTED | LABEL_INLINE)) != 0)
            continue;
        if (label->unit == 0) {
            if (label->readings != 1 << COUNT_NUMBERS)
                continue;
            if (item == NULL ? pacta_number_is_first(&label->number)
                             : pacta_number_follows(&item->number, &label->number)) {
                found->counted = found->counted || label->passage <= titles + DATE_PASSAGES;
                found->items++;
                item = label;
            }
            continue;
        }
        if ((label->flags & LABEL_WEAK) != 0 && label->heading.end == 0)
            continue;
        const pacta_label *before = last[label->unit];
        const bool firm = before == NULL ? pacta_number_is_first(&label->number)
                                         : pacta_number_follows(&before->number, &label->number);
        found->units += firm || (before == NULL && (label->flags & LABEL_STRONG) != 0);
        found->firm += firm;
        found->opens = found->opens || label->passage <= titles;
        last[label->unit] = label;
    }
}

/* "... have agreed as follows:", in old print ":—". */
static bool leads_up(const pacta_work *work, const pacta_passage *passage) {
    uint32_t last = passage->end_token;
    while (last > passage->first_token && pacta_is_dash(work, last - 1))
        last--;
    return last > passage->first_token && pacta_is_char(work, last - 1, ':');
}

/* A formula stands at a passage's beginning, a title in one of the first; that of agreement
 * may also end the sentence that names the parties. */
static bool stands_right(const pacta_rule *rule, uint32_t passage, bool first) {
    return (first && (rule->mode != FORMULA_TITLE || passage < TITLE_PASSAGES)) ||
           rule->mode == FORMULA_AGREEMENT;
}

static void weigh_formulas(pacta_work *work, evidence *found) {
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        const pacta_passage *passage = &work->fold.passages.items[p];
        if (!pacta_may_have(passage, 1u << RULE_FORMULA))
            continue;
        uint32_t late = passage->end_token - passage->first_token > LATE_TOKENS
                            ? passage->end_token - LATE_TOKENS
                            : passage->first_token;
        const bool whole = leads_up(work, passage);
        for (uint32_t t = passage->first_token; t < passage->end_token; t = t + 1 < late ? late : t + 1) {
            const pacta_rule *rule = pacta_rule_at(work, RULE_FORMULA, t);
            if (rule != NULL && stands_right(rule, p, t == passage->first_token))
                found->formulas[rule->mode]++;
            if (!whole)
                break;
        }
    }
}

static bool is_treaty(const evidence *found) {
    uint32_t formulas = found->formulas[FORMULA_OPENING] + 2 * found->formulas[FORMULA_AGREEMENT] +
                        2 * found->formulas[FORMULA_CLOSING];
    if (found->units >= 2 && found->firm > 0) /* and no "Item 2:", "Article 4 -" of a script */
        return true;
    if (found->units > 0) /* or one article alone, in paragraphs */
        return formulas > 0 || (found->opens && found->items >= 2);
    if (found->formulas[FORMULA_TITLE] > 0 && found->counted && found->items >= COUNTED)
        return true;
    return found->items >= 2 && formulas >= 2;
}

/* Memorial of Orla: a heading near the text's begin names what a party to a case has written. */
static bool is_pleading(const pacta_work *work) {
    enum { HEAD = 12, PLEADING = 2 };
    const pacta_passage *passages = work->fold.passages.items;
    for (uint32_t p = 0; p < work->fold.passages.count && p < HEAD; p++)
        if (pacta_is(work, passages[p].first_token, CLASS_COMMENTARY) &&
            pacta_word_of(work, passages[p].first_token)->value == PLEADING &&
            pacta_is_heading(work, passages[p].begin, passages[p].end))
            return true;
    return false;
}

/* Explanatory Report to the Convention: a text about another one, whose articles are
 * its headings; Holm v. Orla, a judgment. What instruments are called as well says nothing. */
static bool is_commentary(const pacta_work *work) {
    const uint32_t titles = count_titles(work);
    for (uint32_t p = 0; p < titles; p++)
        for (uint32_t t = work->fold.passages.items[p].first_token;
             t < work->fold.passages.items[p].end_token; t++) {
            bool noun = pacta_is(work, t, CLASS_INSTRUMENT_NOUN),
                 report = pacta_is(work, t, CLASS_COMMENTARY) || pacta_is(work, t, CLASS_VERSUS);
            if (noun || report)
                return report && !noun;
        }
    return false;
}

int pacta_tell_form(pacta_work *work) {
    pacta_form *form = &work->document->info.form;
    if (*form != PACTA_FORM_UNKNOWN)
        return PACTA_OK;
    evidence found = {0};
    weigh_labels(work, &found);
    weigh_formulas(work, &found);
    const bool reports = (work->all_signs & SIGN_CUE) != 0;
    if (is_treaty(&found))
        *form = is_commentary(work) || is_pleading(work) ? PACTA_FORM_OTHER : PACTA_FORM_TREATY;
    else
        *form = reports ? PACTA_FORM_PRESS : PACTA_FORM_OTHER;
    return PACTA_OK;
}
