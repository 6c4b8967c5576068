#define _DEFAULT_SOURCE

#include "command.h"

#include "complain.h"
#include "terminal.h"
#include "words.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char verify_help[] =
    "usage: pacta verify --treaty FILE [--treaty FILE]... [OPTION]... [PRESS]...\n"
    "Hold the quotations in press texts, and the provisions that they tell of,\n"
    "against treaties. FILE may be a folder: all of its files. Without PRESS, or\n"
    "where it is -, read standard input.\n"
    "\n"
    "  --treaty FILE       a treaty, or a folder of them; repeatable\n"
    "  --json, --jsonl     one JSON object a press text (the default)\n"
    "  --text              a summary to read, of what there is to object to\n"
    "  --all               with --text: of everything\n"
    "  --pretty, --no-text, --color WHEN, --encoding NAME, --rules FILE,\n"
    "  --instruments FILE, --no-builtin-rules\n"
    "                      as `pacta --help` tells; spans count bytes\n"
    "  --help              this\n"
    "\n"
    "Exit status: 0 nothing to object to; 1 a quotation is altered or spliced,\n"
    "stands elsewhere than the text says, or is not in the treaty that it names; 2\n"
    "an error.\n";

static const char compare_help[] =
    "usage: pacta compare [OPTION]... OLD NEW\n"
    "Compare two versions of a treaty, provision by provision and word by word.\n"
    "\n"
    "  --json, --jsonl     one JSON object (the default)\n"
    "  --text              a summary to read, of what has changed\n"
    "  --html              a page with both texts side by side\n"
    "  --all               with --text: also what has not changed\n"
    "  --pretty, --no-text, --color WHEN, --encoding NAME, --rules FILE,\n"
    "  --instruments FILE, --no-builtin-rules\n"
    "                      as `pacta --help` tells; spans count bytes\n"
    "  --help              this\n"
    "\n"
    "Exit status: 0 the same words; 1 other words; 2 an error.\n";

enum code {
    CODE_FORMAT = 256, /* + enum command_format */
    CODE_PRETTY = CODE_FORMAT + COMMAND_HTML + 1,
    CODE_ALL,
    CODE_NO_TEXT,
    CODE_COLOR,
    CODE_ENCODING,
    CODE_RULES,
    CODE_INSTRUMENTS,
    CODE_NO_BUILTIN_RULES,
    CODE_TREATY,
    CODE_HELP
};

static const struct option names[] = {
    {"treaty", required_argument, NULL, CODE_TREATY},
    {"json", no_argument, NULL, CODE_FORMAT + COMMAND_JSON},
    {"jsonl", no_argument, NULL, CODE_FORMAT + COMMAND_JSONL},
    {"text", no_argument, NULL, CODE_FORMAT + COMMAND_TEXT},
    {"html", no_argument, NULL, CODE_FORMAT + COMMAND_HTML},
    {"pretty", no_argument, NULL, CODE_PRETTY},
    {"all", no_argument, NULL, CODE_ALL},
    {"no-text", no_argument, NULL, CODE_NO_TEXT},
    {"color", required_argument, NULL, CODE_COLOR},
    {"encoding", required_argument, NULL, CODE_ENCODING},
    {"rules", required_argument, NULL, CODE_RULES},
    {"instruments", required_argument, NULL, CODE_INSTRUMENTS},
    {"no-builtin-rules", no_argument, NULL, CODE_NO_BUILTIN_RULES},
    {"help", no_argument, NULL, CODE_HELP},
    {NULL, 0, NULL, 0},
};

enum { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };
static const struct word colours[] = {
    {"auto", COLOUR_AUTO}, {"always", COLOUR_ALWAYS}, {"never", COLOUR_NEVER}, {NULL, 0}};

static int set_colour(struct command *command, const char *value) {
    int found = words_look_up(colours, "color", value, strlen(value));
    command->view.colour = found == COLOUR_ALWAYS || (found == COLOUR_AUTO && terminal_wants_colour());
    return found < 0 ? -1 : 0;
}

static int set_option(struct command *command, int code) {
    switch (code) {
    case CODE_TREATY:
        command->treaties[command->treaty_count++] = optarg;
        break;
    case CODE_PRETTY:
        command->view.pretty = 1;
        break;
    case CODE_ALL:
        command->all = 1;
        break;
    case CODE_NO_TEXT:
        command->view.texts = 0;
        break;
    case CODE_COLOR:
        return set_colour(command, optarg);
    case CODE_ENCODING:
        command->encoding = optarg;
        break;
    case CODE_RULES:
        command->packs[command->rules.rule_count++].name = optarg;
        break;
    case CODE_INSTRUMENTS:
        command->tables[command->rules.instrument_count++].name = optarg;
        break;
    case CODE_NO_BUILTIN_RULES:
        command->rules.flags |= PACTA_NO_BUILTIN_RULES;
        break;
    default:
        command->format = (enum command_format)(code - CODE_FORMAT);
        break;
    }
    return 0;
}

static int is_compare(const struct command *command) {
    return strcmp(command->name, "compare") == 0;
}

/* What is wrong with the line as a whole, or NULL. */
static const char *check_line(const struct command *command) {
    int standard = !is_compare(command) && command->file_count == 0;
    standard += input_count_standard(command->treaties, command->treaty_count);
    standard += input_count_standard(command->files, command->file_count);
    if (standard > 1)
        return "standard input (-) is named twice, and can be read once";
    if (is_compare(command)) {
        if (command->treaty_count > 0)
            return "--treaty belongs to `pacta verify`";
        return command->file_count == 2 ? NULL : "two texts are to be compared";
    }
    if (command->format == COMMAND_HTML)
        return "--html belongs to `pacta compare`";
    return command->treaty_count > 0 ? NULL : "no treaty: --treaty FILE";
}

/* 0 to go on, 1 where all is said, -1 where the line is wrong. */
static int read_line(struct command *command, int argc, char **argv) {
    const char *help = is_compare(command) ? compare_help : verify_help;
    optind = 1;
    for (int code; (code = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        if (code == CODE_HELP) {
            fputs(help, stdout);
            return complain_unless_printed() ? 1 : -1;
        }
        if (code == '?' || set_option(command, code) != 0) {
            fprintf(stderr, "pacta: `pacta %s --help` tells more\n", command->name);
            return -1;
        }
    }
    command->files = argv + optind;
    command->file_count = argc - optind;
    const char *wrong = check_line(command);
    if (wrong != NULL)
        fprintf(stderr, "pacta %s: %s\npacta: `pacta %s --help` tells more\n", command->name, wrong,
                command->name);
    return wrong == NULL ? 0 : -1;
}

static int run(const struct command *command, struct writer *out) {
    pacta_ruleset *ruleset = NULL;
    pacta_error error = {.status = PACTA_OK};
    error.status = pacta_ruleset_new(&command->rules, &ruleset, &error);
    if (error.status < 0) {
        complain_library("rules", &error);
        return COMMAND_ERROR;
    }
    int status = is_compare(command) ? compare_run(command, ruleset, out) : verify_run(command, ruleset, out);
    pacta_ruleset_free(ruleset);
    return status;
}

int command_run(int argc, char **argv, struct writer *out) {
    struct command command = {.name = argv[0], .view.texts = 1, .rules.struct_size = sizeof command.rules};
    size_t room = (size_t)argc + 1;
    command.packs = calloc(room, sizeof *command.packs);
    command.tables = calloc(room, sizeof *command.tables);
    command.treaties = calloc(room, sizeof *command.treaties);
    command.rules.rules = command.packs;
    command.rules.instruments = command.tables;
    command.view.width = terminal_width();
    command.view.colour = terminal_wants_colour();
    int status = COMMAND_ERROR;
    if (command.packs == NULL || command.tables == NULL || command.treaties == NULL) {
        fputs("pacta: out of memory\n", stderr);
    } else {
        int line = read_line(&command, argc, argv);
        if (command.format == COMMAND_JSON && isatty(STDOUT_FILENO))
            command.view.pretty = 1;
        if (command.format != COMMAND_JSON)
            command.view.pretty = 0;
        status = line == 0 ? run(&command, out) : line > 0 ? COMMAND_GOOD : COMMAND_ERROR;
    }
    free(command.packs);
    free(command.tables);
    free(command.treaties);
    return status;
}
