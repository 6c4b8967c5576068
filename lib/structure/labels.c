/* Collects what may be the label of a provision: units at the beginning of
 * passages (the packs' rules say how they are printed), items (structure/items.c).
 * What stands in quotation marks that run over passages is marked as another
 * text's. */
#include "core/utf8.h"
#include "work.h"
#include <string.h>

enum { HEADING_BYTES = 260, QUOTED_PASSAGES = 600 };

static bool is_pass_mark(uint32_t c) { /* spaces, asterisks and the like before or behind a label */
    return c == ' ' || c == '*' || c == '#' || c == '_' || c == '[' || c == ']';
}

/* ---- Headings ------------------------------------------------------------------ */

/* The last character of [begin, end), closing marks aside. */
static uint32_t last_character(const char *text, uint32_t begin, uint32_t end) {
    while (end > begin) {
        uint32_t at = end - 1, length;
        while (at > begin && pacta_utf8_continues((unsigned char)text[at]))
            at--;
        uint32_t c = pacta_utf8_at(text + at, &length);
        if (c != ' ' && c != ')' && c != ']' && !pacta_is_quote(c))
            return c;
        end = at;
    }
    return 0;
}

static bool ends_text(uint32_t c) {
    return c == '.' || c == ';' || c == ',' || c == ':' || c == '?' || c == '!' || c == 0x3002 ||
           pacta_is_dash_sign(c);
}

/* Words of [begin, end), and how many of those that could be are capitalised. */
static bool is_title_case(const pacta_work *work, uint32_t begin, uint32_t end) {
    for (uint32_t t = pacta_token_at(work, begin); work->tokens.items[t].begin < end; t++) {
        const pacta_cut *cut = &work->tokens.items[t];
        if (cut->kind == PACTA_TOKEN_WORD && (cut->flags & TOKEN_UPPER) == 0 && cut->end - cut->begin > 3 &&
            !pacta_is(work, t, CLASS_TITLE_LINK))
            return false;
    }
    return true;
}

/* ... reference shall be made to: what a list follows, and no title. */
static bool has_legal_modal(const pacta_work *work, uint32_t begin, uint32_t end) {
    enum { TITLE_BYTES = 60 };
    if (end - begin < TITLE_BYTES)
        return false;
    for (uint32_t t = pacta_token_at(work, begin); work->tokens.items[t].begin < end; t++)
        if (pacta_is(work, t, CLASS_LEGAL_MODAL) && (work->tokens.items[t].flags & TOKEN_CAPS) == 0)
            return true;
    return false;
}

bool pacta_is_heading(const pacta_work *work, uint32_t begin, uint32_t end) {
    const char *text = pacta_work_text(work);
    if (begin >= end || end - begin > HEADING_BYTES)
        return false;
    uint32_t length, c = pacta_utf8_at(text + begin, &length), last = last_character(text, begin, end);
    if (c >= 'a' && c <= 'z')
        return false;
    if (!pacta_is_letter(c) && !pacta_is_quote(c) && c != '(' && c != '[' && !(c >= '0' && c <= '9'))
        return false;
    if (last == '.')
        return end - begin <= 80 && is_title_case(work, begin, end);
    return !ends_text(last) && !has_legal_modal(work, begin, end);
}

/* ---- Quoted passages ------------------------------------------------------------ */

typedef struct marks {
    bool opened;     /* begins with an opening mark */
    int32_t balance; /* marks opened less marks closed, the first left out */
} marks;

static bool is_double(uint32_t c) {
    return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB || c == 0xFF02;
}

/* A straight mark opens where nothing but a space or bracket stands before it. */
static bool opens(const pacta_work *work, uint32_t token, uint32_t first, uint32_t c) {
    if (c == 0x201C || c == 0x201E || c == 0xAB)
        return true;
    if (c != '"' && c != 0xFF02)
        return false;
    return token == first || (work->tokens.items[token].flags & TOKEN_SPACED) != 0 ||
           pacta_is_char(work, token - 1, '(') || pacta_is_char(work, token - 1, '[');
}

/* The mark's character; of a doubled single one (``, ,, or '') the double one that it stands for. */
static uint32_t mark_at(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = pacta_cut_at(work, token);
    uint32_t length, c = pacta_utf8_at(pacta_work_text(work) + cut->begin, &length);
    if (cut->end - cut->begin == length)
        return c;
    return c == ',' ? 0x201E : c == '`' || c == 0x2018 ? 0x201C : 0x201D;
}

static marks count_marks(const pacta_work *work, const pacta_passage *passage) {
    marks found = {false, 0};
    const uint32_t end = pacta_may_have(passage, SIGN_QUOTE) ? passage->end_token : passage->first_token;
    for (uint32_t t = passage->first_token; (t = pacta_next_with(work, t, end, SIGN_QUOTE)) < end; t++) {
        const uint32_t c = mark_at(work, t);
        if (!is_double(c))
            continue;
        bool open = opens(work, t, passage->first_token, c);
        if (open && t == passage->first_token)
            found.opened = true;
        else
            found.balance += open ? 1 : -1;
    }
    return found;
}

/* How many passages from `at` on are quoted, where a quotation opens in it and
 * goes on behind it; 0 if none does or it does not close. `whole`: the
 * quotation begins with the passage. */
static uint32_t quoted_run(const pacta_work *work, uint32_t at, bool *whole) {
    const pacta_passage *passages = work->fold.passages.items;
    marks here = count_marks(work, &passages[at]);
    *whole = here.opened;
    if (here.opened ? here.balance < 0 : here.balance <= 0)
        return here.opened ? 1 : 0;
    for (uint32_t p = at + 1; p < work->fold.passages.count && p - at < QUOTED_PASSAGES; p++)
        if (count_marks(work, &passages[p]).balance < 0)
            return p - at + 1;
    return 0;
}

/* ---- Units -------------------------------------------------------------------------- */

/* Steps over a mark that parts a label from its heading; says if it is one
 * that stands before headings only. */
static uint32_t skip_separator(const pacta_work *work, uint32_t at, uint32_t end, bool *strong, bool *any) {
    const char *text = pacta_work_text(work);
    *strong = *any = false;
    while (at < end) {
        uint32_t length, c = pacta_utf8_at(text + at, &length);
        if (pacta_is_dash_sign(c) || c == ':')
            *strong = *any = true;
        else if (c == '.' || c == ')')
            *any = true;
        else if (!is_pass_mark(c))
            break;
        at += length;
    }
    return at;
}

static bool read_unit_number(const pacta_work *work, const pacta_rule *rule, pacta_label *label) {
    const char *text = pacta_work_text(work);
    pacta_span span;
    if (!pacta_match_group(&work->matcher, rule, GROUP_NUMBER, &span))
        return true;
    return pacta_read_number(&work->rules->lexicon, text + span.begin, span.end - span.begin, false,
                             &label->number);
}

/* The unit that the rule's match names. */
static uint8_t matched_unit(const pacta_work *work, const pacta_rule *rule) {
    pacta_span span;
    if (!pacta_match_group(&work->matcher, rule, GROUP_UNIT, &span))
        return 0;
    uint32_t lexeme =
        pacta_lexicon_find(&work->rules->lexicon, pacta_work_text(work) + span.begin, span.end - span.begin);
    const pacta_lexeme *word = &work->rules->lexicon.lexemes.items[lexeme];
    return lexeme == 0 || word->plural ? 0 : word->unit;
}

/* How what follows the label on its line bears it out. */
static bool weigh_unit(const pacta_work *work, pacta_label *label, uint32_t end) {
    const char *text = pacta_work_text(work);
    bool strong, any;
    label->body = skip_separator(work, label->span.end, end, &strong, &any);
    if (label->body >= end) {
        label->body = end;
        label->flags |= LABEL_ALONE | LABEL_STRONG;
        return true;
    }
    uint32_t length, c = pacta_utf8_at(text + label->body, &length);
    if (label->number.count == 0 && label->body == label->span.end + 1 &&
        c != '(') { /* Protocol on inspection */
        label->heading = (pacta_span){label->body, end};
        label->flags |= LABEL_STRONG;
        return pacta_is_heading(work, label->span.begin, end);
    }
    bool item = c == '(' && text[label->body + 1] != '\n';
    if (!item && !pacta_is_upper(c) && !pacta_is_quote(c) && !pacta_is_ideograph(c) &&
        !(any && c >= '0' && c <= '9') && !strong)
        return false; /* a sentence goes on: Article 5 shall apply; Article 34, ... */
    if (label->body == label->span.end && !pacta_is_ideograph(c))
        return false; /* nothing between: Article 26(1) */
    if (pacta_is_heading(work, label->body, end)) {
        label->heading = (pacta_span){label->body, end};
        label->flags |= strong ? LABEL_STRONG : any ? 0 : LABEL_WEAK;
    } else {
        label->flags |= any ? 0 : LABEL_WEAK;
    }
    return true;
}

static bool unit_at(pacta_work *work, uint32_t passage, uint32_t token, pacta_label *label) {
    uint32_t end = work->fold.passages.items[passage].end;
    *label = (pacta_label){.passage = passage};
    const pacta_rule *rule = pacta_rule_at(work, RULE_LABEL, token);
    if (rule == NULL)
        return false;
    label->unit = matched_unit(work, rule);
    if (label->unit == 0 || work->rules->units.items[label->unit - 1].level == LEVEL_PIECE)
        return false;
    if (!pacta_match_group(&work->matcher, rule, GROUP_SPAN, &label->span))
        label->span = pacta_match_span(&work->matcher);
    return read_unit_number(work, rule, label) && weigh_unit(work, label, end);
}

/* Words of capitals, none of which leads to the label behind them (notes to ARTICLE 5). */
static bool is_title_before(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t t = first; t < end; t++)
        if (work->tokens.items[t].kind == PACTA_TOKEN_WORD &&
            (work->tokens.items[t].flags & (TOKEN_CAPS | TOKEN_CLITIC)) == 0)
            return false;
    return end > first && work->tokens.items[end - 1].kind == PACTA_TOKEN_WORD &&
           !pacta_is(work, end - 1, CLASS_PREPOSITION) && !pacta_is(work, end - 1, CLASS_LIST_JOINER) &&
           !pacta_is(work, end - 1, CLASS_DETERMINER) && !pacta_is(work, end - 1, CLASS_INFINITIVE);
}

/* SCOPE ARTICLE II: the title stands before its label, on one line. */
static bool trailing_article(pacta_work *work, uint32_t passage, uint32_t first, pacta_label *label) {
    const pacta_passage *p = &work->fold.passages.items[passage];
    if (p->end_token < first + 3 || p->end - p->begin > HEADING_BYTES)
        return false;
    uint32_t word = p->end_token - 2;
    if (!pacta_is(work, word, CLASS_UNIT) || (work->tokens.items[word].flags & TOKEN_CAPS) == 0 ||
        !is_title_before(work, first, word) || !unit_at(work, passage, word, label) ||
        work->rules->units.items[label->unit - 1].level != LEVEL_ARTICLE || label->body < p->end)
        return false;
    label->flags = LABEL_STRONG;
    label->heading = (pacta_span){work->tokens.items[first].begin, work->tokens.items[word - 1].end};
    return true;
}

/* ---- A passage ----------------------------------------------------------------------- */

static bool counts_from_one(const pacta_label *label) {
    return (label->number.count > 0 && (label->readings & 1 << COUNT_NUMBERS) != 0 &&
            pacta_number_is_first(&label->number)) ||
           label->letter == 1 || label->roman == 1;
}

/* The item right behind the label, or behind the heading that runs into its text. */
static bool second_at(const pacta_work *work, const pacta_label *label, uint32_t at, pacta_label *second) {
    return pacta_item_at(work, label->passage, at, second) && counts_from_one(second) &&
           second->setting != SET_BARE &&
           (label->unit != 0 || label->readings != second->readings || label->setting != second->setting);
}

/* Finds the second label of a passage; a heading between the two is the first one's. */
static bool take_second(const pacta_work *work, pacta_label *label, pacta_label *second) {
    if ((label->flags & LABEL_ALONE) != 0)
        return false;
    bool more = second_at(work, label, label->body, second);
    if (more) {
        label->heading = (pacta_span){0, 0};
    } else if (label->run_in.end != 0) {
        bool strong, any;
        const uint32_t end = work->fold.passages.items[label->passage].end;
        label->body = skip_separator(work, label->run_in.end, end, &strong, &any);
        more = second_at(work, label, label->body, second);
        if (more)
            label->heading = label->run_in;
    }
    second->flags |= LABEL_SECOND | (label->flags & LABEL_QUOTED);
    return more;
}

/* Appends the label and, right behind it, a further one: 1. (a) ... */
static int push_labels(pacta_work *work, pacta_label label) {
    pacta_label second;
    const pacta_passage *passage = &work->fold.passages.items[label.passage];
    if (label.unit != 0 && label.number.count > 0 && label.heading.end == 0 &&
        (label.flags & (LABEL_ALONE | LABEL_WEAK)) == 0)
        label.run_in = pacta_run_in_heading(work, &label);
    const bool titled = label.heading.end != 0, more = take_second(work, &label, &second);
    if (!pacta_array_push(&work->memory, &work->labels, label) ||
        (more && !pacta_array_push(&work->memory, &work->labels, second)))
        return pacta_out_of_memory(work);
    if ((label.flags & LABEL_QUOTED) != 0 || (titled && !more))
        return PACTA_OK;
    const uint32_t from = more ? second.body : label.body;
    return pacta_find_items_within(work, label.passage,
                                   from >= passage->end ? passage->end_token : pacta_token_at(work, from),
                                   more ? &second : &label);
}

/* ARTICLE XI, and on the next line Annex: what that article is about. In capitals it is
 * the annex itself. */
static bool heads_article(const pacta_work *work, const pacta_label *label) {
    const pacta_unit *units = work->rules->units.items;
    if (work->labels.count == 0 || label->number.count > 0 || (label->flags & LABEL_ALONE) == 0 ||
        units[label->unit - 1].level != LEVEL_ATTACHMENT)
        return false;
    const pacta_label *last = &work->labels.items[work->labels.count - 1];
    const uint32_t word = pacta_token_at(work, label->span.begin);
    return last->passage + 1 == label->passage && last->unit != 0 && (last->flags & LABEL_ALONE) != 0 &&
           units[last->unit - 1].level == LEVEL_ARTICLE &&
           (pacta_cut_at(work, word)->flags & TOKEN_CAPS) == 0;
}

static int read_passage(pacta_work *work, uint32_t index, bool quoted) {
    const pacta_passage *passage = &work->fold.passages.items[index];
    uint32_t token = passage->first_token;
    while (token < passage->end_token &&
           is_pass_mark((unsigned char)pacta_work_text(work)[work->tokens.items[token].begin]))
        token++;
    if (token == passage->end_token || (passage->flags & PASSAGE_NOTE) != 0)
        return PACTA_OK;
    pacta_label label, trailing;
    const uint8_t flags = quoted ? LABEL_QUOTED : 0;
    if (unit_at(work, index, token, &label)) {
        if (heads_article(work, &label))
            return PACTA_OK;
        label.flags = (uint8_t)(label.flags | flags);
        bool division = work->rules->units.items[label.unit - 1].level == LEVEL_DIVISION;
        bool both = division && label.heading.end != 0 &&
                    trailing_article(work, index, pacta_token_at(work, label.heading.begin), &trailing);
        if (!both)
            return push_labels(work, label);
        label.heading = trailing.heading; /* CHAPTER 1 LAMPS ARTICLE VIII */
        trailing.heading = (pacta_span){0, 0};
        trailing.flags = (uint8_t)(trailing.flags | flags);
        int status = push_labels(work, label);
        return status == PACTA_OK ? push_labels(work, trailing) : status;
    }
    if (pacta_item_at(work, index, work->tokens.items[token].begin, &label) ||
        trailing_article(work, index, token, &label)) {
        label.flags = (uint8_t)(label.flags | flags);
        return push_labels(work, label);
    }
    return quoted ? PACTA_OK : pacta_find_inline_items(work, index, token, passage->end_token);
}

int pacta_find_labels(pacta_work *work) {
    work->labels.count = 0;
    uint32_t quoted_from = 0, quoted_to = 0; /* passages */
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        if (p >= quoted_to) {
            bool whole;
            uint32_t run = quoted_run(work, p, &whole);
            quoted_from = whole ? p : p + 1;
            quoted_to = p + run;
        }
        bool quoted = p >= quoted_from && p < quoted_to;
        work->fold.passages.items[p].flags |= quoted ? PASSAGE_QUOTED : 0u;
        int status = read_passage(work, p, quoted);
        if (status == PACTA_OK)
            status = pacta_report(work, work->fold.passages.items[p].end);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}
