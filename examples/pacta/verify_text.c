#include "command.h"
#include "diffed.h"
#include "page.h"

#include <stdio.h>

enum { PLACE = 2, BODY = 12 };

struct summary {
    struct page page;
    const struct command *command;
    const pacta_corpus *corpus;
    const pacta_document *press;
    const char *text;
};

static enum style verdict_style(const pacta_check *check) {
    if (verify_objects(check))
        return STYLE_RED;
    return check->verdict <= PACTA_VERBATIM_BUT ? STYLE_GREEN : STYLE_YELLOW;
}

static void item(struct summary *summary, enum style style, const char *string) {
    page_column(&summary->page, 0);
    page_string(&summary->page, style, string);
}

/* "12:5 altered art_4 (97 %), and the text says art_3". */
static void headline(struct summary *summary, const pacta_check *check) {
    char string[64];
    pacta_position at = pacta_document_position(summary->press, check->span.begin);
    snprintf(string, sizeof string, "%lu:%lu", (unsigned long)at.line, (unsigned long)at.column);
    page_column(&summary->page, PLACE);
    page_string(&summary->page, STYLE_DIM, string);
    page_column(&summary->page, BODY);
    page_string(&summary->page, verdict_style(check), pacta_verdict_name(check->verdict));
    if (check->verdict == PACTA_ALTERED || check->verdict == PACTA_SPLICED ||
        check->verdict == PACTA_PARAPHRASE) {
        snprintf(string, sizeof string, "%lu %%", (unsigned long)(check->score + 5) / 10);
        item(summary, STYLE_DIM, string);
    }
    if (check->claim == PACTA_CLAIM_WRONG)
        item(summary, STYLE_RED, "misattributed:");
    if (check->claimed != NULL) {
        item(summary, STYLE_PLAIN, "said to be");
        item(summary, STYLE_BOLD, check->claimed);
    } else if (check->claim == PACTA_CLAIM_OPEN || check->claim == PACTA_CLAIM_ELSEWHERE) {
        item(summary, STYLE_PLAIN, "said to be of an instrument");
    }
    if (check->claim == PACTA_CLAIM_ELSEWHERE)
        item(summary, STYLE_DIM, "(not one of these treaties)");
    page_line(&summary->page);
}

/* What an editor may have done, each kind once. */
static void light_kinds(struct summary *summary, const pacta_check *check) {
    int first = 1;
    for (unsigned kind = PACTA_ELISION; check->kinds >> kind != 0; kind++) {
        if ((check->kinds >> kind & 1) == 0)
            continue;
        if (first)
            page_column(&summary->page, BODY);
        page_string(&summary->page, STYLE_DIM, first ? "but for" : ",");
        item(summary, STYLE_DIM, pacta_difference_name((pacta_difference_kind)kind));
        first = 0;
    }
    if (!first)
        page_line(&summary->page);
}

static void part_lines(struct summary *summary, const pacta_check *check, uint32_t index) {
    const pacta_part *part = &check->parts[index];
    pacta_treaty treaty;
    pacta_corpus_treaty(summary->corpus, part->treaty_index, &treaty);
    uint32_t first = 0, end;
    while (first < check->difference_count && check->differences[first].part < index)
        first++;
    for (end = first; end < check->difference_count && check->differences[end].part == index;)
        end++;
    page_column(&summary->page, BODY);
    page_string(&summary->page, STYLE_CYAN, part->eid != NULL ? part->eid : "outside all provisions");
    if (pacta_corpus_size(summary->corpus) > 1 && treaty.name != NULL) {
        item(summary, STYLE_PLAIN, "of");
        item(summary, STYLE_CYAN, treaty.name);
    }
    page_string(&summary->page, STYLE_PLAIN, ": ");
    if (check->verdict == PACTA_PARAPHRASE)
        page_words(&summary->page, BODY + 2, treaty.text, part->treaty, NULL, 0);
    else
        diffed_print(&summary->page, BODY + 2, summary->text, part->press, treaty.text,
                     first == end ? NULL : check->differences + first, end - first);
    page_line(&summary->page);
}

static void check_lines(struct summary *summary, const pacta_check *check) {
    headline(summary, check);
    page_column(&summary->page, BODY);
    page_words(&summary->page, BODY, summary->text, check->span, NULL, 0);
    page_line(&summary->page);
    int same = check->verdict <= PACTA_VERBATIM_BUT;
    for (uint32_t i = 0; i < check->part_count; i++)
        if (!same || i == 0 || check->part_count > 1)
            part_lines(summary, check, i);
    light_kinds(summary, check);
}

static void title(struct summary *summary, const pacta_check *checks, size_t count, size_t objections) {
    char string[96];
    size_t quotations = 0;
    for (size_t i = 0; i < count; i++)
        quotations += checks[i].quotation != PACTA_NONE;
    const char *name = pacta_document_about(summary->press).name;
    page_string(&summary->page, STYLE_BOLD, name == NULL ? "standard input" : name);
    snprintf(string, sizeof string, ": %zu quotation%s, %zu provision%s told, %zu to look at", quotations,
             quotations == 1 ? "" : "s", count - quotations, count - quotations == 1 ? "" : "s", objections);
    page_string(&summary->page, STYLE_PLAIN, string);
    page_line(&summary->page);
}

void verify_text(struct writer *out, const struct command *command, const pacta_corpus *corpus,
                 const pacta_document *press, const pacta_verification *verification) {
    struct summary summary = {
        {out, command->view.colour, command->view.width, 0}, command, corpus, press, NULL};
    size_t count, objections = 0;
    const pacta_check *checks = pacta_checks(verification, &count);
    summary.text = pacta_document_text(press, NULL);
    for (size_t i = 0; i < count; i++)
        objections += (size_t)verify_objects(&checks[i]);
    title(&summary, checks, count, objections);
    for (size_t i = 0; i < count; i++) {
        if (!command->all && !verify_objects(&checks[i]))
            continue;
        page_line(&summary.page);
        check_lines(&summary, &checks[i]);
    }
}
