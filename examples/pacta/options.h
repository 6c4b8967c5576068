/* The command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "view.h"

#include <pacta/pacta.h>

enum format {
    FORMAT_JSON,
    FORMAT_JSONL,
    FORMAT_TEXT,
    FORMAT_CSV,
    FORMAT_HTML,
    FORMAT_AKN,
    FORMAT_GRAPH,
    FORMAT_GRAPHML,
    FORMAT_WEBANNOTATION,
    FORMAT_CHECK,
    FORMAT_COUNT
};

struct options {
    enum format format;
    enum kind table; /* of FORMAT_CSV */
    struct view view;
    unsigned counted; /* kinds that make the exit status 0 */
    int list_rules;
    pacta_form form;
    const char *encoding; /* NULL: UTF-8 */
    pacta_ruleset_options rules;
    pacta_input *packs, *tables; /* what `rules` points to */
    char **files;                /* of argv */
    int file_count;
    const char *list; /* a file with the names of further ones, or NULL; "-" is standard input */
    char list_end;    /* of each */
    int by_lines;     /* files are JSON Lines, and these hold texts */
    const char *text_field, *id_field;
    size_t line_limit; /* bytes */
    unsigned jobs;     /* threads */
    int lenient;       /* what is in the output is no error, nothing found no status */
};

enum request { REQUEST_RUN, REQUEST_DONE, REQUEST_WRONG };

/* RUN: go on, and call options_free() at the end. DONE: help or version was
 * printed. WRONG: the command line is wrong, and stderr says why. */
enum request options_read(struct options *options, int argc, char **argv);
void options_free(struct options *options);

#endif
