/* Memory that runs out: what is done is done again and again, each time with
 * another of its allocations failing. Every time there is a status, nothing leaks,
 * outputs are untouched, and the same again, with memory back, is whole.
 *
 * With PACTA_TEST_FAULTS=SIZE in the environment the tests' extractors, the rulesets
 * that they make of packs of their own alone, and their extractions go this way
 * first (support.h): those of up to SIZE bytes, as larger ones mostly repeat
 * themselves. Not for threads. */
#ifndef PACTA_TESTS_FAULTY_H
#define PACTA_TESTS_FAULTY_H

#include "pacta/pacta.h"
#include <stddef.h>

/* The options' allocators and progress callbacks are left out. */
void faulty_rulesets(const pacta_ruleset_options *options);
void faulty_extractors(const pacta_ruleset *ruleset, const pacta_extractor_options *options);
void faulty_documents(void);
void faulty_extractions(const pacta_ruleset *ruleset, const pacta_extractor_options *options,
                        const char *text, size_t size, const pacta_text_options *text_options);

/* PACTA_TEST_FAULTS, or 0; what failed is then told at the program's end. */
size_t faults_wanted(void);
/* How many allocations failed so far, and did no harm. */
void tell_faults(void);

/* In the place of the library's. */
int faulty_ruleset_new(const pacta_ruleset_options *options, pacta_ruleset **ruleset, pacta_error *error);
int faulty_extractor_new(const pacta_ruleset *ruleset, const pacta_extractor_options *options,
                         pacta_extractor **extractor, pacta_error *error);
int faulty_extract(pacta_extractor *extractor, const char *text, size_t size,
                   const pacta_text_options *options, pacta_document *document, pacta_error *error);

#endif
