#include "text.h"

#include "page.h"

#include <stdio.h>
#include <string.h>

enum { PLACE = 2, BODY = 12 }; /* columns of line:column and of what stands there */

struct summary {
    struct page page;
    const pacta_document *document;
    const char *text;
};

/* ---- Pieces that sections share ----------------------------------------- */

static void section(struct summary *summary, const char *title, size_t count) {
    if (count == 0)
        return;
    char number[32];
    snprintf(number, sizeof number, " (%zu)", count);
    page_line(&summary->page);
    page_string(&summary->page, STYLE_BOLD, title);
    page_string(&summary->page, STYLE_DIM, number);
    page_line(&summary->page);
}

/* A blank and the string, or nothing. */
static void item(struct summary *summary, enum style style, const char *string) {
    if (string == NULL)
        return;
    page_column(&summary->page, 0);
    page_string(&summary->page, style, string);
}

/* ", " and the string, or nothing. */
static void further(struct summary *summary, enum style style, const char *string) {
    if (string == NULL)
        return;
    page_string(&summary->page, STYLE_PLAIN, ", ");
    page_string(&summary->page, style, string);
}

/* "12:5", line and column of where a record begins. */
static void place(struct summary *summary, uint32_t offset) {
    pacta_position position = pacta_document_position(summary->document, offset);
    char string[32];
    snprintf(string, sizeof string, "%lu:%lu", (unsigned long)position.line, (unsigned long)position.column);
    page_column(&summary->page, PLACE);
    page_string(&summary->page, STYLE_DIM, string);
    page_column(&summary->page, BODY);
}

static void words(struct summary *summary, enum style style, pacta_span span) {
    const struct mark mark = {span, style};
    page_words(&summary->page, BODY, summary->text, span, &mark, style != STYLE_PLAIN);
}

/* A blank and the words, or nothing. */
static void further_words(struct summary *summary, enum style style, pacta_span span) {
    if (span.begin == span.end)
        return;
    page_column(&summary->page, 0);
    words(summary, style, span);
}

/* A line below a record: what it is, then words of the text. */
static void detail(struct summary *summary, const char *label, enum style style, pacta_span span) {
    if (span.begin == span.end)
        return;
    page_column(&summary->page, BODY);
    page_string(&summary->page, STYLE_DIM, label);
    further_words(summary, style, span);
    page_line(&summary->page);
}

static void source(struct summary *summary, const char *label, const pacta_source *source) {
    if (source->kind == PACTA_SOURCE_NONE)
        return;
    page_column(&summary->page, BODY);
    page_string(&summary->page, STYLE_DIM, label);
    further_words(summary, STYLE_BLUE, source->span);
    if (source->stands_for != NULL) {
        page_string(&summary->page, STYLE_PLAIN, " = ");
        page_string(&summary->page, STYLE_PLAIN, source->stands_for);
    }
    further(summary, STYLE_DIM, pacta_source_kind_name(source->kind));
    page_line(&summary->page);
}

/* ---- Sections ----------------------------------------------------------- */

static void title(struct summary *summary) {
    pacta_document_info about = pacta_document_about(summary->document);
    char bytes[32];
    snprintf(bytes, sizeof bytes, "%lu bytes", (unsigned long)about.bytes);
    page_string(&summary->page, STYLE_BOLD, about.name != NULL ? about.name : "standard input");
    page_string(&summary->page, STYLE_PLAIN, ": ");
    page_string(&summary->page, STYLE_PLAIN, pacta_form_name(about.form));
    further(summary, STYLE_PLAIN, about.language);
    further(summary, STYLE_PLAIN, bytes);
    further(summary, STYLE_CYAN, about.instrument);
    page_line(&summary->page);
}

/* A line of words that are not the text's own. */
static void own_words(struct summary *summary, const char *string) {
    const pacta_span whole = {0, (uint32_t)strlen(string)};
    page_column(&summary->page, BODY);
    page_words(&summary->page, BODY, string, whole, NULL, 0);
    page_line(&summary->page);
}

static void instruments(struct summary *summary) {
    size_t count;
    const pacta_instrument *instruments = pacta_instruments(summary->document, &count);
    struct page *page = &summary->page;
    section(summary, "Instruments", count);
    for (size_t i = 0; i < count; i++) {
        char mentions[32];
        snprintf(mentions, sizeof mentions, "  mentions: %lu", (unsigned long)instruments[i].mention_count);
        page_column(page, PLACE);
        page_string(page, STYLE_CYAN, instruments[i].id);
        page_string(page, STYLE_DIM, mentions);
        page_line(page);
        if (instruments[i].title != NULL)
            own_words(summary, instruments[i].title);
        for (uint32_t a = 0; a < instruments[i].alias_count; a++) {
            page_column(page, BODY);
            page_string(page, STYLE_DIM, "called ");
            own_words(summary, instruments[i].aliases[a]);
        }
    }
}

static void target(struct summary *summary, const pacta_target *target) {
    item(summary, STYLE_CYAN, target->instrument);
    item(summary, STYLE_GREEN, target->eid);
    if (target->through != NULL) {
        page_string(&summary->page, STYLE_PLAIN, "..");
        page_string(&summary->page, STYLE_GREEN, target->through);
    }
}

static void references(struct summary *summary) {
    size_t count;
    const pacta_reference *references = pacta_references(summary->document, &count);
    section(summary, "References", count);
    for (size_t i = 0; i < count; i++) {
        place(summary, references[i].span.begin);
        words(summary, STYLE_PLAIN, references[i].span);
        item(summary, STYLE_DIM, "->");
        item(summary, STYLE_CYAN, references[i].instrument);
        for (uint32_t t = 0; t < references[i].target_count; t++)
            target(summary, &references[i].targets[t]);
        item(summary, references[i].resolution == PACTA_DANGLING ? STYLE_RED : STYLE_DIM,
             pacta_resolution_name(references[i].resolution));
        page_line(&summary->page);
    }
}

static void quotations(struct summary *summary) {
    size_t count;
    const pacta_quotation *quotations = pacta_quotations(summary->document, &count);
    section(summary, "Quotations", count);
    for (size_t i = 0; i < count; i++) {
        place(summary, quotations[i].span.begin);
        page_string(&summary->page, STYLE_MAGENTA, pacta_quotation_kind_name(quotations[i].kind));
        further_words(summary, STYLE_PLAIN, quotations[i].span);
        page_line(&summary->page);
        source(summary, "from", &quotations[i].source);
        source(summary, "through", &quotations[i].carrier);
        detail(summary, "cue", STYLE_PLAIN, quotations[i].cue);
    }
}

static unsigned ancestors(const pacta_provision *provisions, uint32_t index) {
    unsigned count = 0;
    while ((index = provisions[index].parent) != PACTA_NONE)
        count++;
    return count;
}

static void provisions(struct summary *summary) {
    size_t count;
    const pacta_provision *provisions = pacta_provisions(summary->document, &count);
    struct page *page = &summary->page;
    section(summary, "Provisions", count);
    for (uint32_t i = 0; i < count; i++) {
        place(summary, provisions[i].span.begin);
        page_column(page, BODY + 2 * ancestors(provisions, i));
        page_string(page, STYLE_GREEN, provisions[i].eid);
        further_words(summary, STYLE_PLAIN, provisions[i].label);
        further_words(summary, STYLE_BOLD, provisions[i].heading);
        page_line(page);
    }
}

static enum style modality_style(pacta_modality modality) {
    switch (modality) {
    case PACTA_OBLIGATION:
    case PACTA_RECOMMENDATION:
        return STYLE_GREEN;
    case PACTA_PROHIBITION:
        return STYLE_RED;
    case PACTA_PERMISSION:
    case PACTA_ENTITLEMENT:
    case PACTA_EXEMPTION:
        return STYLE_YELLOW;
    default:
        return STYLE_MAGENTA;
    }
}

static void clause_head(struct summary *summary, const pacta_clause *clause) {
    place(summary, clause->span.begin);
    page_string(&summary->page, modality_style(clause->modality), pacta_modality_name(clause->modality));
    item(summary, STYLE_CYAN, clause->instrument);
    item(summary, STYLE_GREEN, clause->eid);
    item(summary, STYLE_PLAIN, clause->topic);
    if (clause->origin != PACTA_ORIGIN_TEXT)
        item(summary, STYLE_DIM, pacta_origin_name(clause->origin));
    page_line(&summary->page);
}

static void clause_body(struct summary *summary, const pacta_clause *clause) {
    const struct mark marks[] = {{clause->cue, modality_style(clause->modality)},
                                 {clause->actor, STYLE_BLUE}};
    page_column(&summary->page, BODY);
    page_words(&summary->page, BODY, summary->text, clause->span, marks, sizeof marks / sizeof *marks);
    page_line(&summary->page);
    detail(summary, "actor", STYLE_BLUE, clause->actor);
    for (uint32_t i = 0; i < clause->condition_count; i++)
        detail(summary, "condition", STYLE_PLAIN, clause->conditions[i]);
    for (uint32_t i = 0; i < clause->exception_count; i++)
        detail(summary, "exception", STYLE_PLAIN, clause->exceptions[i]);
    source(summary, "from", &clause->source);
}

static void clauses(struct summary *summary) {
    size_t count;
    const pacta_clause *clauses = pacta_clauses(summary->document, &count);
    section(summary, "Clauses", count);
    for (size_t i = 0; i < count; i++) {
        clause_head(summary, &clauses[i]);
        clause_body(summary, &clauses[i]);
    }
}

static void sentences(struct summary *summary) {
    size_t count;
    const pacta_sentence *sentences = pacta_sentences(summary->document, &count);
    section(summary, "Sentences", count);
    for (size_t i = 0; i < count; i++) {
        place(summary, sentences[i].span.begin);
        words(summary, STYLE_PLAIN, sentences[i].span);
        page_line(&summary->page);
    }
}

static void tokens(struct summary *summary) {
    size_t count;
    const pacta_token *tokens = pacta_tokens(summary->document, &count);
    section(summary, "Tokens", count);
    for (size_t i = 0; i < count; i++) {
        place(summary, tokens[i].span.begin);
        page_string(&summary->page, STYLE_DIM, pacta_token_kind_name(tokens[i].kind));
        page_column(&summary->page, BODY + 8);
        words(summary, STYLE_PLAIN, tokens[i].span);
        page_line(&summary->page);
    }
}

static void diagnostics(struct summary *summary) {
    size_t count;
    const pacta_diagnostic *diagnostics = pacta_diagnostics(summary->document, &count);
    section(summary, "Diagnostics", count);
    for (size_t i = 0; i < count; i++) {
        place(summary, diagnostics[i].span.begin);
        page_string(&summary->page, STYLE_YELLOW, pacta_diagnostic_name(diagnostics[i].code));
        page_string(&summary->page, STYLE_PLAIN, ": ");
        page_string(&summary->page, STYLE_PLAIN, diagnostics[i].message);
        page_line(&summary->page);
    }
}

/* ---- The whole ---------------------------------------------------------- */

static const struct {
    enum kind kind;
    void (*write)(struct summary *);
} sections[] = {
    {KIND_INSTRUMENTS, instruments}, {KIND_REFERENCES, references},   {KIND_QUOTATIONS, quotations},
    {KIND_PROVISIONS, provisions},   {KIND_CLAUSES, clauses},         {KIND_SENTENCES, sentences},
    {KIND_TOKENS, tokens},           {KIND_DIAGNOSTICS, diagnostics},
};

void text_write(struct writer *out, const pacta_document *document, const struct view *view) {
    struct summary summary = {
        {out, view->colour, view->width, 0}, document, pacta_document_text(document, NULL)};
    title(&summary);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (view->kinds & (unsigned)sections[i].kind)
            sections[i].write(&summary);
}
