/* One piece of work after the other through the library and out, by as many
 * threads as the options say, in the order in which it came. */
#ifndef JOB_H
#define JOB_H

#include "options.h"
#include "writer.h"

#include <pacta/pacta.h>

enum result { RESULT_FOUND, RESULT_NOTHING, RESULT_ERROR };

/* RESULT_NOTHING stands for provisions that do not fit, too, where these are
 * checked. RESULT_ERROR has been complained about; everything else was still
 * done. Stops early only where the output cannot be written, and where it was
 * asked to stop (stop.h). */
enum result job_run(const pacta_ruleset *ruleset, const struct options *options, struct writer *out);

#endif
