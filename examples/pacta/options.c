#define _DEFAULT_SOURCE

#include "options.h"

#include "complain.h"
#include "help.h"
#include "input.h"
#include "terminal.h"
#include "words.h"
#include "work/parsed.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { JOBS = 256, LINE = 64 << 20 }; /* at most; bytes unless told otherwise */

enum code {
    CODE_FORMAT = 256, /* + enum format: beyond what a short option could return */
    CODE_PRETTY = CODE_FORMAT + FORMAT_COUNT,
    CODE_CSV,
    CODE_ONLY,
    CODE_TOKENS,
    CODE_NO_TEXT,
    CODE_OFFSETS,
    CODE_COLOR,
    CODE_ENCODING,
    CODE_FORM,
    CODE_JSONL_IN,
    CODE_TEXT_FIELD,
    CODE_ID_FIELD,
    CODE_MAX_LINE,
    CODE_FILES_FROM,
    CODE_NULL,
    CODE_JOBS,
    CODE_EXIT_ZERO,
    CODE_RULES,
    CODE_INSTRUMENTS,
    CODE_NO_BUILTIN_RULES,
    CODE_LIST_RULES,
    CODE_HELP,
    CODE_VERSION
};

static const struct option names[] = {
    {"json", no_argument, NULL, CODE_FORMAT + FORMAT_JSON},
    {"jsonl", no_argument, NULL, CODE_FORMAT + FORMAT_JSONL},
    {"text", no_argument, NULL, CODE_FORMAT + FORMAT_TEXT},
    {"html", no_argument, NULL, CODE_FORMAT + FORMAT_HTML},
    {"akn", no_argument, NULL, CODE_FORMAT + FORMAT_AKN},
    {"graph", no_argument, NULL, CODE_FORMAT + FORMAT_GRAPH},
    {"graphml", no_argument, NULL, CODE_FORMAT + FORMAT_GRAPHML},
    {"webannotation", no_argument, NULL, CODE_FORMAT + FORMAT_WEBANNOTATION},
    {"check", no_argument, NULL, CODE_FORMAT + FORMAT_CHECK},
    {"csv", required_argument, NULL, CODE_CSV},
    {"pretty", no_argument, NULL, CODE_PRETTY},
    {"only", required_argument, NULL, CODE_ONLY},
    {"tokens", no_argument, NULL, CODE_TOKENS},
    {"no-text", no_argument, NULL, CODE_NO_TEXT},
    {"offsets", required_argument, NULL, CODE_OFFSETS},
    {"color", required_argument, NULL, CODE_COLOR},
    {"encoding", required_argument, NULL, CODE_ENCODING},
    {"form", required_argument, NULL, CODE_FORM},
    {"jsonl-in", no_argument, NULL, CODE_JSONL_IN},
    {"text-field", required_argument, NULL, CODE_TEXT_FIELD},
    {"id-field", required_argument, NULL, CODE_ID_FIELD},
    {"max-line", required_argument, NULL, CODE_MAX_LINE},
    {"files-from", required_argument, NULL, CODE_FILES_FROM},
    {"null", no_argument, NULL, CODE_NULL},
    {"jobs", required_argument, NULL, CODE_JOBS},
    {"exit-zero", no_argument, NULL, CODE_EXIT_ZERO},
    {"rules", required_argument, NULL, CODE_RULES},
    {"instruments", required_argument, NULL, CODE_INSTRUMENTS},
    {"no-builtin-rules", no_argument, NULL, CODE_NO_BUILTIN_RULES},
    {"list-rules", no_argument, NULL, CODE_LIST_RULES},
    {"help", no_argument, NULL, CODE_HELP},
    {"version", no_argument, NULL, CODE_VERSION},
    {NULL, 0, NULL, 0},
};

/* ---- Words that options take -------------------------------------------- */

static const struct word kinds[] = {
    {"instruments", KIND_INSTRUMENTS}, {"references", KIND_REFERENCES},   {"quotations", KIND_QUOTATIONS},
    {"provisions", KIND_PROVISIONS},   {"clauses", KIND_CLAUSES},         {"sentences", KIND_SENTENCES},
    {"tokens", KIND_TOKENS},           {"diagnostics", KIND_DIAGNOSTICS}, {NULL, 0},
};

enum { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };
static const struct word colours[] = {
    {"auto", COLOUR_AUTO}, {"always", COLOUR_ALWAYS}, {"never", COLOUR_NEVER}, {NULL, 0}};

/* ---- The line as a whole ------------------------------------------------ */

struct line {
    struct options *options;
    unsigned only, colour;
    int tokens, pretty, of_lines; /* whether an option was given that only JSON Lines have */
};

static void set_flag(struct line *line, int code) {
    struct options *options = line->options;
    switch (code) {
    case CODE_PRETTY:
        line->pretty = 1;
        break;
    case CODE_TOKENS:
        line->tokens = 1;
        break;
    case CODE_NO_TEXT:
        options->view.texts = 0;
        break;
    case CODE_JSONL_IN:
        options->by_lines = 1;
        break;
    case CODE_EXIT_ZERO:
        options->lenient = 1;
        break;
    case CODE_NULL:
        options->list_end = '\0';
        break;
    case CODE_LIST_RULES:
        options->list_rules = 1;
        break;
    case CODE_NO_BUILTIN_RULES:
        options->rules.flags |= PACTA_NO_BUILTIN_RULES;
        break;
    default:
        options->format = (enum format)(code - CODE_FORMAT);
        break;
    }
}

/* Sets `*chosen` to one of the words that the option takes. */
static int choose(const struct word *words, const char *option, const char *value, unsigned *chosen) {
    int found = words_look_up(words, option, value, strlen(value));
    *chosen = (unsigned)found;
    return found < 0 ? -1 : 0;
}

/* Sets `*number` to one that is in between. */
static int count(const char *option, const char *value, unsigned long least, unsigned long most,
                 unsigned long *number) {
    char *end = NULL;
    errno = 0;
    *number = strtoul(value, &end, 10);
    if (*value >= '0' && *value <= '9' && *end == '\0' && errno == 0 && *number >= least && *number <= most)
        return 0;
    fprintf(stderr, "pacta: --%s: '%s' is no number from %lu to %lu\n", option, value, least, most);
    return -1;
}

static int set_jobs(struct options *options, const char *value) {
    unsigned long jobs = 0;
    int failure = count("jobs", value, 0, JOBS, &jobs);
    long processors = jobs == 0 ? sysconf(_SC_NPROCESSORS_ONLN) : 1;
    if (jobs == 0)
        jobs = processors < 1 ? 1 : processors > JOBS ? JOBS : (unsigned long)processors;
    options->jobs = (unsigned)jobs;
    return failure;
}

static int set_line_limit(struct options *options, const char *value) {
    unsigned long limit = 0;
    int failure = count("max-line", value, 1, INT_MAX, &limit);
    options->line_limit = limit;
    return failure;
}

static int set_value(struct line *line, int code, const char *value) {
    struct options *options = line->options;
    unsigned chosen = 0;
    int failure = 0;
    switch (code) {
    case CODE_ENCODING:
        options->encoding = value;
        break;
    case CODE_RULES:
        options->packs[options->rules.rule_count++].name = value;
        break;
    case CODE_INSTRUMENTS:
        options->tables[options->rules.instrument_count++].name = value;
        break;
    case CODE_ONLY:
        failure = words_look_up_all(kinds, "only", value);
        line->only |= (unsigned)failure;
        break;
    case CODE_OFFSETS:
        failure = choose(view_units, "offsets", value, &chosen);
        options->view.offsets = (enum unit)chosen;
        break;
    case CODE_FORM:
        failure = choose(view_forms, "form", value, &chosen);
        options->form = (pacta_form)chosen;
        break;
    case CODE_TEXT_FIELD:
        options->text_field = value;
        line->of_lines = 1;
        break;
    case CODE_ID_FIELD:
        options->id_field = value;
        line->of_lines = 1;
        break;
    case CODE_FILES_FROM:
        options->list = value;
        break;
    case CODE_MAX_LINE:
        failure = set_line_limit(options, value);
        line->of_lines = 1;
        break;
    case CODE_JOBS:
        failure = set_jobs(options, value);
        break;
    case CODE_COLOR:
        failure = choose(colours, "color", value, &line->colour);
        break;
    case CODE_CSV:
        failure = choose(kinds, "csv", value, &chosen);
        options->format = FORMAT_CSV;
        options->table = (enum kind)chosen;
        break;
    }
    return failure < 0 ? -1 : 0;
}

static void settle(struct line *line) {
    struct options *options = line->options;
    struct view *view = &options->view;
    int terminal = isatty(STDOUT_FILENO);
    if (options->format == FORMAT_CSV)
        line->only = options->table;
    options->counted = line->only != 0 ? line->only : KIND_FINDINGS;
    view->kinds = KIND_FINDINGS | KIND_DIAGNOSTICS;
    if (options->format == FORMAT_JSON || options->format == FORMAT_JSONL)
        view->kinds |= KIND_SENTENCES;
    if (line->only != 0)
        view->kinds = line->only;
    if (line->tokens)
        view->kinds |= KIND_TOKENS;
    int may_be_pretty = options->format == FORMAT_JSON || options->format == FORMAT_WEBANNOTATION;
    view->pretty = may_be_pretty && !options->by_lines && (line->pretty || terminal);
    view->colour = line->colour == COLOUR_ALWAYS || (line->colour == COLOUR_AUTO && terminal_wants_colour());
    view->width = terminal_width();
}

/* What does not go together, or NULL. */
static const char *contradiction(const struct line *line) {
    const struct options *options = line->options;
    if (options->format == FORMAT_AKN &&
        (options->file_count > 1 || options->list != NULL || options->by_lines))
        return "--akn: one file makes one document; give one at a time";
    if (options->format == FORMAT_CSV && line->only != 0 && line->only != (unsigned)options->table)
        return "--csv KIND is a table of that kind, and --only names another";
    if (options->list == NULL && options->list_end == '\0')
        return "--null tells how the names of --files-from end";
    int listed = options->list != NULL && input_path(options->list) == NULL;
    if (listed + input_count_standard(options->files, options->file_count) > 1)
        return "standard input (-) is named twice, and can be read once";
    if (!options->by_lines)
        return line->of_lines ? "--text-field, --id-field and --max-line are for --jsonl-in" : NULL;
    if (!parsed_is_built())
        return "--jsonl-in: this program was built without Jansson, which reads JSON";
    if (line->pretty)
        return "--jsonl-in prints a line for each line, and --pretty many";
    if (options->encoding != NULL)
        return "--jsonl-in: JSON is UTF-8, and has no other --encoding";
    return NULL;
}

static enum request read_line(struct line *line, int argc, char **argv) {
    for (int code; (code = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        if (code == CODE_HELP) {
            printf("%s%s", help_usage, help_options);
            return REQUEST_DONE;
        }
        if (code == CODE_VERSION) {
            printf("pacta %s\n", pacta_version());
            return REQUEST_DONE;
        }
        if (code == '?' || (optarg != NULL && set_value(line, code, optarg) != 0)) {
            fputs(help_more, stderr);
            return REQUEST_WRONG;
        }
        if (optarg == NULL)
            set_flag(line, code);
    }
    line->options->files = argv + optind;
    line->options->file_count = argc - optind;
    const char *wrong = contradiction(line);
    if (wrong != NULL) {
        fprintf(stderr, "pacta: %s\n%s", wrong, help_more);
        return REQUEST_WRONG;
    }
    if (argc == 1 && isatty(STDIN_FILENO)) { /* somebody is looking around */
        fprintf(stderr, "%s%s", help_usage, help_more);
        return REQUEST_WRONG;
    }
    return REQUEST_RUN;
}

/* As many packs and tables as there are arguments, at most. */
static int make_room(struct options *options, size_t arguments) {
    options->packs = calloc(arguments + 1, sizeof *options->packs);
    options->tables = calloc(arguments + 1, sizeof *options->tables);
    options->rules.rules = options->packs;
    options->rules.instruments = options->tables;
    return options->packs != NULL && options->tables != NULL ? 0 : -1;
}

enum request options_read(struct options *options, int argc, char **argv) {
    *options = (struct options){.view.texts = 1,
                                .rules.struct_size = sizeof options->rules,
                                .list_end = '\n',
                                .text_field = "text",
                                .id_field = "id",
                                .line_limit = LINE,
                                .jobs = 1};
    struct line line = {.options = options, .colour = COLOUR_AUTO};
    enum request request = REQUEST_WRONG;
    if (make_room(options, (size_t)argc) == 0)
        request = read_line(&line, argc, argv);
    else
        fputs("pacta: out of memory\n", stderr);
    if (request == REQUEST_RUN)
        settle(&line);
    else
        options_free(options);
    if (request == REQUEST_DONE && !complain_unless_printed())
        return REQUEST_WRONG;
    return request;
}

void options_free(struct options *options) {
    free(options->packs);
    free(options->tables);
}
