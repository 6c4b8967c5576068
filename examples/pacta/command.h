/* The commands `pacta verify` and `pacta compare`. */
#ifndef COMMAND_H
#define COMMAND_H

#include "reader.h"
#include "view.h"
#include "writer.h"

#include <pacta/verify.h>

enum command_format { COMMAND_JSON, COMMAND_JSONL, COMMAND_TEXT, COMMAND_HTML };

struct command {
    const char *name; /* "verify" or "compare" */
    enum command_format format;
    struct view view; /* of it: texts, pretty, colour, width */
    int all;          /* also what there is nothing to object to */
    const char *encoding;
    pacta_ruleset_options rules;
    pacta_input *packs, *tables; /* what `rules` points to */
    char **treaties;             /* of argv: files and folders */
    int treaty_count;
    char **files; /* of argv */
    int file_count;
};

/* The exit status that --help tells of. argv[0] is the command's name. */
int command_run(int argc, char **argv, struct writer *out);

enum { COMMAND_GOOD, COMMAND_BAD, COMMAND_ERROR };

/* What the commands do; the same. */
int verify_run(const struct command *command, const pacta_ruleset *ruleset, struct writer *out);
int compare_run(const struct command *command, const pacta_ruleset *ruleset, struct writer *out);

/* Whether an editor should look at a check. */
int verify_objects(const pacta_check *check);

void verify_json(struct writer *out, const struct command *command, const pacta_corpus *corpus,
                 const pacta_document *press, const pacta_verification *verification);
void verify_text(struct writer *out, const struct command *command, const pacta_corpus *corpus,
                 const pacta_document *press, const pacta_verification *verification);

void compare_json(struct writer *out, const struct command *command, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, const pacta_comparison *comparison);
void compare_text(struct writer *out, const struct command *command, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, const pacta_comparison *comparison);
void compare_html(struct writer *out, const struct command *command, const pacta_document *old_treaty,
                  const pacta_document *new_treaty, const pacta_comparison *comparison);

#endif
