#include "command.h"
#include "complain.h"

struct work {
    struct reader readers[2];
    pacta_document *documents[2];
    pacta_comparison *comparison;
};

static int differs(const pacta_comparison *comparison) {
    size_t count;
    const pacta_change *changes = pacta_changes(comparison, &count);
    for (size_t i = 0; i < count; i++)
        if (changes[i].kind != PACTA_UNCHANGED || changes[i].moved)
            return 1;
    return 0;
}

static int write_changes(const struct work *work, const struct command *command, struct writer *out) {
    static void (*const writers[])(struct writer *, const struct command *, const pacta_document *,
                                   const pacta_document *, const pacta_comparison *) = {
        compare_json, compare_json, compare_text, compare_html};
    writers[command->format](out, command, work->documents[0], work->documents[1], work->comparison);
    return differs(work->comparison) ? COMMAND_BAD : COMMAND_GOOD;
}

static int compare(struct work *work, const struct command *command, const pacta_ruleset *ruleset,
                   struct writer *out) {
    pacta_error error = {.status = pacta_comparison_new(NULL, &work->comparison)};
    if (error.status >= 0)
        error.status =
            pacta_compare(ruleset, work->documents[0], work->documents[1], work->comparison, &error);
    if (error.status < 0) {
        complain_library("library", &error);
        return COMMAND_ERROR;
    }
    return write_changes(work, command, out);
}

/* Reads the texts from the one numbered `i` on, then compares them. */
static int read_and_compare(struct work *work, int i, const struct command *command,
                            const pacta_ruleset *ruleset, struct writer *out) {
    if (i == 2)
        return compare(work, command, ruleset, out);
    pacta_error error = {.status = pacta_document_new(NULL, &work->documents[i])};
    if (error.status < 0)
        complain_library("library", &error);
    if (reader_open(&work->readers[i], ruleset, command->encoding, NULL) != 0 || error.status < 0 ||
        reader_read(&work->readers[i], command->files[i], PACTA_FORM_TREATY, work->documents[i]) != 0)
        return COMMAND_ERROR;
    int status = read_and_compare(work, i + 1, command, ruleset, out);
    reader_drop(&work->readers[i]);
    return status;
}

int compare_run(const struct command *command, const pacta_ruleset *ruleset, struct writer *out) {
    struct work work = {.readers = {{.encoding = ENCODING_CLOSED}, {.encoding = ENCODING_CLOSED}}};
    int status = read_and_compare(&work, 0, command, ruleset, out);
    pacta_comparison_free(work.comparison);
    for (int i = 0; i < 2; i++) {
        pacta_document_free(work.documents[i]);
        reader_close(&work.readers[i]);
    }
    return status;
}
