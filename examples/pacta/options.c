#define _DEFAULT_SOURCE /* TIOCGWINSZ */

#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char usage[] =
    "usage: pacta [OPTION]... [FILE]...\n"
    "Find the instruments, references, quotations, provisions and clauses in the text\n"
    "of treaties and in press text about them. Without FILE, or where FILE is -, read\n"
    "standard input. Text is UTF-8.\n";

static const char more[] = "pacta: `pacta --help` tells more\n";

static const char help[] =
    "\n"
    "What is printed:\n"
    "  --json              one JSON object a file, one after the other: on lines of\n"
    "                      its own each (JSON Lines), or set out in lines where\n"
    "                      standard output is a terminal. The default.\n"
    "  --pretty            JSON set out in lines wherever it goes\n"
    "  --jsonl             one JSON object a line, also on a terminal\n"
    "  --text              a summary to read\n"
    "  --only KIND,...     only these records: instruments, references, quotations,\n"
    "                      provisions, clauses, sentences, tokens, diagnostics. The\n"
    "                      JSON's other arrays are empty, and what would point into\n"
    "                      them is null.\n"
    "  --tokens            tokens as well\n"
    "  --no-text           leave out the `text` of spans\n"
    "  --offsets UNIT      spans count `byte`s (the default), `codepoint`s or `utf16`\n"
    "                      units\n"
    "  --color WHEN        colour in --text: auto (the default), always, never\n"
    "\n"
    "What is read:\n"
    "  --encoding NAME     turn the text from this encoding into UTF-8 first, such as\n"
    "                      windows-1252; spans then count the UTF-8\n"
    "  --form FORM         take every text as `treaty`, `press` or `other`, instead of\n"
    "                      finding out\n"
    "\n"
    "Rules:\n"
    "  --rules FILE        rule pack to use as well; repeatable\n"
    "  --instruments FILE  table of instruments to use as well; repeatable\n"
    "  --no-builtin-rules  leave out the rule packs inside the library\n"
    "  --list-rules        print the rules in effect and stop\n"
    "\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 something was found; 1 nothing was found (sentences, tokens and\n"
    "diagnostics count only where --only names them); 2 an error, of any of the files.\n";

enum code {
    CODE_JSON = 256, /* beyond what a short option could return */
    CODE_PRETTY,
    CODE_JSONL,
    CODE_TEXT,
    CODE_ONLY,
    CODE_TOKENS,
    CODE_NO_TEXT,
    CODE_OFFSETS,
    CODE_COLOR,
    CODE_ENCODING,
    CODE_FORM,
    CODE_RULES,
    CODE_INSTRUMENTS,
    CODE_NO_BUILTIN_RULES,
    CODE_LIST_RULES,
    CODE_HELP,
    CODE_VERSION
};

static const struct option names[] = {
    {"json", no_argument, NULL, CODE_JSON},
    {"pretty", no_argument, NULL, CODE_PRETTY},
    {"jsonl", no_argument, NULL, CODE_JSONL},
    {"text", no_argument, NULL, CODE_TEXT},
    {"only", required_argument, NULL, CODE_ONLY},
    {"tokens", no_argument, NULL, CODE_TOKENS},
    {"no-text", no_argument, NULL, CODE_NO_TEXT},
    {"offsets", required_argument, NULL, CODE_OFFSETS},
    {"color", required_argument, NULL, CODE_COLOR},
    {"encoding", required_argument, NULL, CODE_ENCODING},
    {"form", required_argument, NULL, CODE_FORM},
    {"rules", required_argument, NULL, CODE_RULES},
    {"instruments", required_argument, NULL, CODE_INSTRUMENTS},
    {"no-builtin-rules", no_argument, NULL, CODE_NO_BUILTIN_RULES},
    {"list-rules", no_argument, NULL, CODE_LIST_RULES},
    {"help", no_argument, NULL, CODE_HELP},
    {"version", no_argument, NULL, CODE_VERSION},
    {NULL, 0, NULL, 0},
};

/* ---- Words that options take -------------------------------------------- */

struct word {
    const char *text;
    unsigned value;
};

static const struct word kinds[] = {
    {"instruments", KIND_INSTRUMENTS}, {"references", KIND_REFERENCES},   {"quotations", KIND_QUOTATIONS},
    {"provisions", KIND_PROVISIONS},   {"clauses", KIND_CLAUSES},         {"sentences", KIND_SENTENCES},
    {"tokens", KIND_TOKENS},           {"diagnostics", KIND_DIAGNOSTICS}, {NULL, 0},
};

static const struct word units[] = {
    {"byte", UNIT_BYTE}, {"codepoint", UNIT_CODEPOINT}, {"utf16", UNIT_UTF16}, {NULL, 0}};

static const struct word forms[] = {
    {"treaty", PACTA_FORM_TREATY}, {"press", PACTA_FORM_PRESS}, {"other", PACTA_FORM_OTHER}, {NULL, 0}};

enum { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };
static const struct word colours[] = {
    {"auto", COLOUR_AUTO}, {"always", COLOUR_ALWAYS}, {"never", COLOUR_NEVER}, {NULL, 0}};

/* The value of the first `size` bytes of `text`, or -1 with a complaint. */
static int look_up(const struct word *words, const char *option, const char *text, size_t size) {
    for (const struct word *word = words; word->text != NULL; word++)
        if (strlen(word->text) == size && memcmp(word->text, text, size) == 0)
            return (int)word->value;
    fprintf(stderr, "pacta: --%s: '%.*s' is none of", option, (int)size, text);
    for (const struct word *word = words; word->text != NULL; word++)
        fprintf(stderr, "%s %s", word == words ? "" : ",", word->text);
    fputc('\n', stderr);
    return -1;
}

static int read_kinds(const char *list, unsigned *chosen) {
    for (;;) {
        size_t size = strcspn(list, ",");
        int value = look_up(kinds, "only", list, size);
        if (value < 0)
            return -1;
        *chosen |= (unsigned)value;
        if (list[size] == '\0')
            return 0;
        list += size + 1;
    }
}

/* ---- The line as a whole ------------------------------------------------ */

struct line {
    struct options *options;
    unsigned only;
    int colour, tokens, pretty;
};

static void set_flag(struct line *line, int code) {
    struct options *options = line->options;
    switch (code) {
    case CODE_JSON:
        options->format = FORMAT_JSON;
        break;
    case CODE_JSONL:
        options->format = FORMAT_JSONL;
        break;
    case CODE_TEXT:
        options->format = FORMAT_TEXT;
        break;
    case CODE_PRETTY:
        line->pretty = 1;
        break;
    case CODE_TOKENS:
        line->tokens = 1;
        break;
    case CODE_NO_TEXT:
        options->view.texts = 0;
        break;
    case CODE_LIST_RULES:
        options->list_rules = 1;
        break;
    case CODE_NO_BUILTIN_RULES:
        options->rules.flags |= PACTA_NO_BUILTIN_RULES;
        break;
    }
}

static int set_value(struct line *line, int code, const char *value) {
    struct options *options = line->options;
    int found = 0;
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
        return read_kinds(value, &line->only);
    case CODE_OFFSETS:
        found = look_up(units, "offsets", value, strlen(value));
        options->view.offsets = (enum unit)found;
        break;
    case CODE_FORM:
        found = look_up(forms, "form", value, strlen(value));
        options->form = (pacta_form)found;
        break;
    case CODE_COLOR:
        found = look_up(colours, "color", value, strlen(value));
        line->colour = found;
        break;
    }
    return found < 0 ? -1 : 0;
}

static unsigned terminal_width(void) {
    unsigned width = 100; /* longer lines are hard to read */
#ifdef TIOCGWINSZ
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 && size.ws_col < width)
        width = size.ws_col;
#endif
    return width;
}

static int wants_colour(int terminal) {
    const char *kind = getenv("TERM"), *no = getenv("NO_COLOR");
    return terminal && (no == NULL || *no == '\0') && kind != NULL && strcmp(kind, "dumb") != 0;
}

static void settle(struct line *line) {
    struct options *options = line->options;
    struct view *view = &options->view;
    int terminal = isatty(STDOUT_FILENO);
    options->counted = line->only != 0 ? line->only : KIND_FINDINGS;
    view->kinds = KIND_FINDINGS | KIND_DIAGNOSTICS;
    if (options->format != FORMAT_TEXT) /* a summary with all sentences is none */
        view->kinds |= KIND_SENTENCES;
    if (line->only != 0)
        view->kinds = line->only;
    if (line->tokens)
        view->kinds |= KIND_TOKENS;
    view->pretty = options->format == FORMAT_JSON && (line->pretty || terminal);
    view->colour = line->colour == COLOUR_ALWAYS || (line->colour == COLOUR_AUTO && wants_colour(terminal));
    view->width = terminal_width();
}

static enum request read_line(struct line *line, int argc, char **argv) {
    for (int code; (code = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        if (code == CODE_HELP) {
            printf("%s%s", usage, help);
            return REQUEST_DONE;
        }
        if (code == CODE_VERSION) {
            printf("pacta %s\n", pacta_version());
            return REQUEST_DONE;
        }
        if (code == '?' || (optarg != NULL && set_value(line, code, optarg) != 0)) {
            fputs(more, stderr);
            return REQUEST_WRONG;
        }
        if (optarg == NULL)
            set_flag(line, code);
    }
    line->options->files = argv + optind;
    line->options->file_count = argc - optind;
    if (argc == 1 && isatty(STDIN_FILENO)) { /* somebody is looking around */
        fprintf(stderr, "%s%s", usage, more);
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
    *options = (struct options){.view.texts = 1, .rules.struct_size = sizeof options->rules};
    struct line line = {options, 0, COLOUR_AUTO, 0, 0};
    enum request request = REQUEST_WRONG;
    if (make_room(options, (size_t)argc) == 0)
        request = read_line(&line, argc, argv);
    else
        fputs("pacta: out of memory\n", stderr);
    if (request == REQUEST_RUN)
        settle(&line);
    else
        options_free(options);
    if (request == REQUEST_DONE && fflush(stdout) != 0)
        return REQUEST_WRONG;
    return request;
}

void options_free(struct options *options) {
    free(options->packs);
    free(options->tables);
}
