#define _DEFAULT_SOURCE /* scandir */

#include "command.h"
#include "complain.h"
#include "stop.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct work {
    const struct command *command;
    struct writer *out;
    struct reader reader;
    pacta_document *document;
    pacta_corpus *corpus;
    pacta_verification *verification;
};

int verify_objects(const pacta_check *check) {
    if (check->quotation == PACTA_NONE) /* whoever tells a thing chooses the words */
        return check->claim == PACTA_CLAIM_WRONG;
    if (check->verdict == PACTA_ALTERED || check->verdict == PACTA_SPLICED)
        return 1;
    if (check->claim == PACTA_CLAIM_WRONG)
        return 1;
    return check->claim == PACTA_CLAIM_OPEN &&
           (check->verdict == PACTA_NOT_FOUND || check->verdict == PACTA_PARAPHRASE);
}

/* ---- Treaties -------------------------------------------------------------- */

static int add_file(struct work *work, const char *path) {
    if (reader_read(&work->reader, path, PACTA_FORM_TREATY, work->document) != 0)
        return -1;
    pacta_error error = {.status = PACTA_OK};
    int status = pacta_corpus_add(work->corpus, work->document, &error);
    if (status < 0)
        complain_library(path, &error);
    reader_drop(&work->reader);
    return status < 0 ? -1 : 0;
}

static int is_shown(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* The files of a folder, by name; folders in it are left alone. */
static int add_folder(struct work *work, const char *path) {
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, is_shown, alphasort), failed = 0;
    if (count < 0) {
        complain(path, errno);
        return -1;
    }
    for (int i = 0; i < count; i++) {
        size_t size = strlen(path) + strlen(entries[i]->d_name) + 2;
        char *file = malloc(size);
        struct stat about;
        if (file != NULL)
            snprintf(file, size, "%s/%s", path, entries[i]->d_name);
        if (file == NULL)
            complain(path, ENOMEM);
        if (file == NULL || (stat(file, &about) == 0 && S_ISREG(about.st_mode) && add_file(work, file) != 0))
            failed = 1;
        free(file);
        free(entries[i]);
    }
    free(entries);
    return failed ? -1 : 0;
}

static int add_treaties(struct work *work) {
    int failed = 0;
    for (int i = 0; i < work->command->treaty_count; i++) {
        struct stat about;
        const char *path = work->command->treaties[i];
        int folder = stat(path, &about) == 0 && S_ISDIR(about.st_mode);
        failed |= folder ? add_folder(work, path) : add_file(work, path);
    }
    pacta_error error = {.status = PACTA_OK};
    if (pacta_corpus_seal(work->corpus, &error) < 0) {
        complain_library("treaties", &error);
        return -1;
    }
    if (!failed && pacta_corpus_size(work->corpus) == 0) {
        fputs("pacta: no treaty in what --treaty names\n", stderr);
        return -1;
    }
    return failed ? -1 : 0;
}

/* ---- Press texts -------------------------------------------------------------- */

static int objects(const pacta_verification *verification) {
    size_t count;
    const pacta_check *checks = pacta_checks(verification, &count);
    for (size_t i = 0; i < count; i++)
        if (verify_objects(&checks[i]))
            return 1;
    return 0;
}

static int run_file(struct work *work, const char *argument) {
    if (reader_read(&work->reader, argument, PACTA_FORM_PRESS, work->document) != 0)
        return COMMAND_ERROR;
    pacta_error error = {.status = PACTA_OK};
    int status = pacta_verify(work->corpus, work->document, NULL, work->verification, &error);
    if (status < 0)
        complain_library(argument, &error);
    else if (work->command->format == COMMAND_TEXT)
        verify_text(work->out, work->command, work->corpus, work->document, work->verification);
    else
        verify_json(work->out, work->command, work->corpus, work->document, work->verification);
    reader_drop(&work->reader);
    return status < 0 ? COMMAND_ERROR : objects(work->verification) ? COMMAND_BAD : COMMAND_GOOD;
}

static int run_files(struct work *work) {
    const struct command *command = work->command;
    if (command->file_count == 0)
        return run_file(work, "-");
    int worst = COMMAND_GOOD;
    for (int i = 0; i < command->file_count && work->out->error == 0 && !stop_wanted(); i++) {
        if (i > 0 && command->format == COMMAND_TEXT)
            writer_byte(work->out, '\n');
        int one = run_file(work, command->files[i]);
        worst = one > worst ? one : worst;
    }
    return worst;
}

static int prepare(struct work *work, const pacta_ruleset *ruleset) {
    pacta_error error = {.status = PACTA_OK};
    if (reader_open(&work->reader, ruleset, work->command->encoding, NULL) != 0)
        return -1;
    error.status = pacta_document_new(NULL, &work->document);
    if (error.status >= 0)
        error.status = pacta_verification_new(NULL, &work->verification);
    if (error.status >= 0)
        error.status = pacta_corpus_new(ruleset, NULL, &work->corpus, &error);
    if (error.status < 0)
        complain_library("library", &error);
    return error.status < 0 ? -1 : add_treaties(work);
}

int verify_run(const struct command *command, const pacta_ruleset *ruleset, struct writer *out) {
    struct work work = {.command = command, .out = out};
    int status = prepare(&work, ruleset) == 0 ? run_files(&work) : COMMAND_ERROR;
    pacta_verification_free(work.verification);
    pacta_corpus_free(work.corpus);
    pacta_document_free(work.document);
    reader_close(&work.reader);
    return status;
}
