#include "html_marks.h"

#include "passages.h"
#include "view.h"

#include <stdlib.h>

static const struct {
    char letter;
    const char *class;
} looks[MARK_COUNT] = {
    [MARK_CLAUSE] = {'c', "clause"},
    [MARK_QUOTATION] = {'q', "quotation"},
    [MARK_CONDITION] = {'c', "condition"},
    [MARK_EXCEPTION] = {'c', "exception"},
    [MARK_SOURCE] = {'q', "source"},
    [MARK_CARRIER] = {'q', "source"},
    [MARK_TELLER] = {'c', "source"},
    [MARK_ACTOR] = {'c', "actor"},
    [MARK_HEADING] = {'p', "heading"},
    [MARK_LABEL] = {'p', "label"},
    [MARK_REFERENCE] = {'r', "reference"},
    [MARK_MENTION] = {'i', "instrument"},
    [MARK_SAID] = {'q', "said"},
    [MARK_CUE] = {'c', "cue"},
    [MARK_DIAGNOSTIC] = {'d', "diagnostic"},
    [MARK_FURNITURE] = {'\0', "furniture"},
    [MARK_WRAP] = {'\0', "wrap"},
};

char mark_letter(enum mark_kind kind) {
    return looks[kind].letter;
}

const char *mark_class(enum mark_kind kind) {
    return looks[kind].class;
}

/* ---- Collecting --------------------------------------------------------- */

struct collection {
    struct mark_list *marks;
    const pacta_document *document;
    int failed;
};

static void add(struct collection *to, enum mark_kind kind, pacta_span span, size_t record) {
    struct mark_list *marks = to->marks;
    if (marks->count == marks->room) {
        size_t room = marks->room == 0 ? 1024 : marks->room * 2;
        struct overlay_span *list = realloc(marks->list, room * sizeof *list);
        if (list == NULL) {
            to->failed = 1;
            return;
        }
        marks->list = list;
        marks->room = room;
    }
    marks->list[marks->count++] = (struct overlay_span){span, kind, (uint32_t)record};
}

static void add_instruments(struct collection *to) {
    size_t count;
    const pacta_mention *mentions = pacta_mentions(to->document, &count);
    for (size_t i = 0; i < count; i++)
        add(to, MARK_MENTION, mentions[i].span, mentions[i].instrument);
}

static void add_references(struct collection *to) {
    size_t count;
    const pacta_reference *references = pacta_references(to->document, &count);
    for (size_t i = 0; i < count; i++)
        add(to, MARK_REFERENCE, references[i].span, i);
}

static void add_quotations(struct collection *to) {
    size_t count;
    const pacta_quotation *quotations = pacta_quotations(to->document, &count);
    for (size_t i = 0; i < count; i++) {
        add(to, MARK_QUOTATION, quotations[i].span, i);
        add(to, MARK_SOURCE, quotations[i].source.span, i);
        add(to, MARK_CARRIER, quotations[i].carrier.span, i);
        add(to, MARK_SAID, quotations[i].cue, i);
    }
}

/* What has no label is marked where its heading or its text begins. */
static pacta_span label_of(const pacta_provision *provision, const char *text) {
    if (provision->label.begin < provision->label.end)
        return provision->label;
    if (provision->heading.begin < provision->heading.end)
        return provision->heading;
    pacta_span first = {provision->span.begin, provision->span.begin};
    while (first.end < provision->span.end && (first.end == first.begin || (text[first.end] & 0xc0) == 0x80))
        first.end++;
    return first;
}

static void add_provisions(struct collection *to, int headings) {
    const char *text = pacta_document_text(to->document, NULL);
    size_t count;
    const pacta_provision *provisions = pacta_provisions(to->document, &count);
    for (size_t i = 0; i < count; i++) {
        add(to, MARK_LABEL, label_of(&provisions[i], text), i);
        if (headings)
            add(to, MARK_HEADING, provisions[i].heading, i);
    }
}

static void add_clauses(struct collection *to) {
    size_t count;
    const pacta_clause *clauses = pacta_clauses(to->document, &count);
    for (size_t i = 0; i < count; i++) {
        const pacta_clause *clause = &clauses[i];
        add(to, MARK_CLAUSE, clause->span, i);
        add(to, MARK_ACTOR, clause->actor, i);
        add(to, MARK_CUE, clause->cue, i);
        add(to, MARK_TELLER, clause->source.span, i);
        for (uint32_t k = 0; k < clause->condition_count; k++)
            add(to, MARK_CONDITION, clause->conditions[k], i);
        for (uint32_t k = 0; k < clause->exception_count; k++)
            add(to, MARK_EXCEPTION, clause->exceptions[k], i);
    }
}

static void add_diagnostics(struct collection *to) {
    size_t count;
    const pacta_diagnostic *diagnostics = pacta_diagnostics(to->document, &count);
    for (size_t i = 0; i < count; i++)
        add(to, MARK_DIAGNOSTIC, diagnostics[i].span, i);
}

/* The hyphen and the line's end inside a word, where nothing else stands there. */
static void add_wrap(struct collection *to, const char *text, pacta_span word) {
    pacta_span wrap = word;
    while (wrap.begin < word.end && !is_blank(text[wrap.begin]))
        wrap.begin++;
    for (wrap.end = wrap.begin; wrap.end < word.end && is_blank(text[wrap.end]);)
        wrap.end++;
    pacta_span rest = {wrap.end, word.end};
    while (rest.begin < rest.end && !is_blank(text[rest.begin]))
        rest.begin++;
    if (wrap.begin > word.begin && wrap.begin < wrap.end && rest.begin == word.end &&
        text[wrap.begin - 1] == '-')
        add(to, MARK_WRAP, (pacta_span){wrap.begin - 1, wrap.end}, 0);
}

/* What in a passage is no word: between tokens, and inside them. */
static void add_furniture(struct collection *to) {
    const char *text = pacta_document_text(to->document, NULL);
    struct passages passages = passages_of(to->document);
    struct passage passage;
    while (passages_next(&passages, &passage)) {
        for (size_t i = 0; i < passage.token_count; i++)
            add_wrap(to, text, passage.tokens[i].span);
        for (size_t i = 1; i < passage.token_count; i++) {
            pacta_span between = {passage.tokens[i - 1].span.end, passage.tokens[i].span.begin};
            if (between.begin < between.end && has_words(text, between))
                add(to, MARK_FURNITURE, between, 0);
        }
    }
}

int marks_make(struct mark_list *marks, const pacta_document *document, unsigned kinds) {
    struct collection to = {marks, document, 0};
    *marks = (struct mark_list){0};
    add_provisions(&to, (kinds & KIND_PROVISIONS) != 0);
    add_furniture(&to);
    if (kinds & KIND_INSTRUMENTS)
        add_instruments(&to);
    if (kinds & KIND_REFERENCES)
        add_references(&to);
    if (kinds & KIND_QUOTATIONS)
        add_quotations(&to);
    if (kinds & KIND_CLAUSES)
        add_clauses(&to);
    if (kinds & KIND_DIAGNOSTICS)
        add_diagnostics(&to);
    marks->count = overlay_sort(marks->list, marks->count);
    return to.failed ? -1 : 0;
}

void marks_free(struct mark_list *marks) {
    free(marks->list);
    *marks = (struct mark_list){0};
}
