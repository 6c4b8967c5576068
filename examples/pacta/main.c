/* pacta - the library on the command line. */
#define _POSIX_C_SOURCE 200809L

#include "command.h"
#include "complain.h"
#include "options.h"
#include "ruleset.h"
#include "stop.h"
#include "work/job.h"
#include "writer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_FOUND, STATUS_NOTHING, STATUS_ERROR }; /* as --help says */

static int run(const struct options *options, struct writer *out) {
    pacta_ruleset *ruleset = NULL;
    pacta_error error = {.status = PACTA_OK};
    error.status = pacta_ruleset_new(&options->rules, &ruleset, &error);
    if (error.status < 0) {
        complain_library("rules", &error);
        return STATUS_ERROR;
    }
    int status = STATUS_FOUND;
    if (options->list_rules) {
        ruleset_write(out, ruleset);
    } else {
        enum result result = job_run(ruleset, options, out);
        int good = result == RESULT_FOUND || options->lenient;
        status = result == RESULT_ERROR ? STATUS_ERROR : good ? STATUS_FOUND : STATUS_NOTHING;
    }
    pacta_ruleset_free(ruleset);
    return status;
}

/* A reader of the output that has seen enough is no cause for noise. */
static int finish(struct writer *out, int status) {
    writer_flush(out);
    stop_end();
    if (out->error == 0)
        return status;
    if (out->error != EPIPE)
        complain("standard output", out->error);
    return STATUS_ERROR;
}

/* What the program opens must not take the number of a standard stream that it
 * was started without: reading or writing that one has to fail. */
static void hold_streams(void) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF)
            (void)!open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv) {
    static struct writer out;
    struct options options;
    hold_streams();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write */
    stop_catch();
    writer_open(&out, STDOUT_FILENO);
    if (argc > 1 && (strcmp(argv[1], "verify") == 0 || strcmp(argv[1], "compare") == 0))
        return finish(&out, command_run(argc - 1, argv + 1, &out));
    enum request request = options_read(&options, argc, argv);
    if (request != REQUEST_RUN)
        return request == REQUEST_DONE ? STATUS_FOUND : STATUS_ERROR;
    int status = finish(&out, run(&options, &out));
    options_free(&options);
    return status;
}
