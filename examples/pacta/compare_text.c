#include "command.h"
#include "diffed.h"
#include "page.h"

#include <stdio.h>

enum { BODY = 4 };

struct summary {
    struct page page;
    const char *old_text, *new_text;
};

static void item(struct summary *summary, enum style style, const char *string) {
    page_column(&summary->page, 0);
    page_string(&summary->page, style, string);
}

static void headline(struct summary *summary, const pacta_change *change) {
    static const enum style styles[] = {STYLE_DIM, STYLE_YELLOW, STYLE_GREEN, STYLE_RED};
    const char *eid = change->new_eid != NULL ? change->new_eid : change->old_eid;
    page_string(&summary->page, STYLE_BOLD, eid != NULL ? eid : "outside all provisions");
    item(summary, styles[change->kind], pacta_change_name(change->kind));
    if (change->moved && change->old_eid != NULL) {
        item(summary, STYLE_PLAIN, "moved, was");
        item(summary, STYLE_BOLD, change->old_eid);
    }
    page_line(&summary->page);
}

static void change_lines(struct summary *summary, const pacta_change *change) {
    const struct mark added = {change->new_span, STYLE_GREEN}, deleted = {change->old_span, STYLE_RED};
    headline(summary, change);
    page_column(&summary->page, BODY);
    if (change->kind == PACTA_DELETED)
        page_words(&summary->page, BODY, summary->old_text, change->old_span, &deleted, 1);
    else if (change->kind == PACTA_ADDED)
        page_words(&summary->page, BODY, summary->new_text, change->new_span, &added, 1);
    else
        diffed_print(&summary->page, BODY, summary->new_text, change->new_span, summary->old_text,
                     change->differences, change->difference_count);
    page_line(&summary->page);
}

static void title(struct summary *summary, const char *old_name, const char *new_name,
                  const pacta_change *changes, size_t count) {
    size_t kinds[PACTA_DELETED + 1] = {0}, moved = 0;
    char string[160];
    for (size_t i = 0; i < count; i++) {
        kinds[changes[i].kind]++;
        moved += changes[i].moved != 0;
    }
    page_string(&summary->page, STYLE_BOLD, old_name == NULL ? "-" : old_name);
    item(summary, STYLE_PLAIN, "to");
    item(summary, STYLE_BOLD, new_name == NULL ? "-" : new_name);
    snprintf(string, sizeof string, ": %zu unchanged, %zu changed, %zu added, %zu deleted; %zu moved",
             kinds[PACTA_UNCHANGED], kinds[PACTA_CHANGED], kinds[PACTA_ADDED], kinds[PACTA_DELETED], moved);
    page_string(&summary->page, STYLE_PLAIN, string);
    page_line(&summary->page);
}

void compare_text(struct writer *out, const struct command *command, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, const pacta_comparison *comparison) {
    struct summary summary = {{out, command->view.colour, command->view.width, 0},
                              pacta_document_text(old_treaty, NULL),
                              pacta_document_text(new_treaty, NULL)};
    size_t count;
    const pacta_change *changes = pacta_changes(comparison, &count);
    title(&summary, pacta_document_about(old_treaty).name, pacta_document_about(new_treaty).name, changes,
          count);
    for (size_t i = 0; i < count; i++) {
        if (!command->all && changes[i].kind == PACTA_UNCHANGED && !changes[i].moved)
            continue;
        page_line(&summary.page);
        change_lines(&summary, &changes[i]);
    }
}
