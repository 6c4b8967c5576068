/* What several tests need: an allocator that keeps a ledger and can fail, the
 * usual includes of cmocka. */
#ifndef PACTA_TESTS_SUPPORT_H
#define PACTA_TESTS_SUPPORT_H

/* cmocka wants these in front of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "faulty.h"
#include "pacta/pacta.h"

#ifndef PACTA_TESTS_UNWRAPPED
#define pacta_ruleset_new faulty_ruleset_new
#define pacta_extractor_new faulty_extractor_new
#define pacta_extract faulty_extract
#endif

/* Every block that an allocator gave out, and whether it was used by the book. */
typedef struct ledger {
    size_t calls;    /* of resize so far */
    size_t fail_at;  /* the call that fails, counted from 1; 0: none */
    bool fail_after; /* and all that follow it */
    size_t blocks, bytes;
    size_t most;   /* bytes at any time */
    size_t faults; /* a size told that is not the block's */
} ledger;

pacta_allocator ledger_allocator(ledger *book);
void assert_settled(const ledger *book); /* nothing kept, no faults */

/* A span's words, as a string to be freed by the caller. */
char *words_of(const char *text, pacta_span span);

/* A whole file, terminated; fails the test where it cannot be read. */
char *read_text(const char *path, size_t *size);

/* The built-in rules, compiled once a program. */
const pacta_ruleset *builtin_rules(void);

#endif
