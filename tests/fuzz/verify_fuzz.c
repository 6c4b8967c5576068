/* Verification and comparison: what stands before the first line of dashes is a
 * treaty, what stands behind it a press text, and the treaty's next version.
 * Every span must lie in its text. */
#include "fuzz.h"
#include "pacta/verify.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pacta_ruleset *rules;
static pacta_extractor *extractor;
static pacta_document *documents[2];
static pacta_verification *verification;
static pacta_comparison *comparison;

static void open_all(void) {
    if (rules != NULL)
        return;
    REQUIRE(pacta_ruleset_new(NULL, &rules, NULL) == PACTA_OK, "no rules");
    REQUIRE(pacta_extractor_new(rules, NULL, &extractor, NULL) == PACTA_OK, "no extractor");
    for (int i = 0; i < 2; i++)
        REQUIRE(pacta_document_new(NULL, &documents[i]) == PACTA_OK, "no document");
    REQUIRE(pacta_verification_new(NULL, &verification) == PACTA_OK, "no verification");
    REQUIRE(pacta_comparison_new(NULL, &comparison) == PACTA_OK, "no comparison");
}

static void check_span(pacta_span span, size_t size) {
    REQUIRE(span.begin <= span.end && span.end <= size, "%u to %u of %zu", (unsigned)span.begin,
            (unsigned)span.end, size);
}

static void check_differences(const pacta_difference *differences, uint32_t count, uint32_t parts,
                              size_t press, size_t treaty) {
    for (uint32_t i = 0; i < count; i++) {
        REQUIRE(differences[i].part < parts, "part %u", (unsigned)differences[i].part);
        check_span(differences[i].press, press);
        check_span(differences[i].treaty, treaty);
    }
}

static void check_verification(size_t treaty, size_t press) {
    size_t count;
    const pacta_check *checks = pacta_checks(verification, &count);
    for (size_t i = 0; i < count; i++) {
        check_span(checks[i].span, press);
        REQUIRE(checks[i].score <= 1000, "%u", (unsigned)checks[i].score);
        REQUIRE((checks[i].verdict == PACTA_NOT_FOUND) == (checks[i].part_count == 0), "parts");
        for (uint32_t p = 0; p < checks[i].part_count; p++) {
            check_span(checks[i].parts[p].press, press);
            check_span(checks[i].parts[p].treaty, treaty);
        }
        check_differences(checks[i].differences, checks[i].difference_count, checks[i].part_count, press,
                          treaty);
    }
}

static void check_comparison(size_t olds, size_t news) {
    size_t count;
    const pacta_change *changes = pacta_changes(comparison, &count);
    for (size_t i = 0; i < count; i++) {
        check_span(changes[i].old_span, olds);
        check_span(changes[i].new_span, news);
        REQUIRE(changes[i].score <= 1000, "%u", (unsigned)changes[i].score);
        check_differences(changes[i].differences, changes[i].difference_count, 1, news, olds);
    }
}

static const char *find_line(const char *text, size_t size) {
    for (size_t i = 0; i + 5 <= size; i++)
        if (memcmp(text + i, "\n---\n", 5) == 0)
            return text + i;
    return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *text = (const char *)data, *line = find_line(text, size);
    size_t treaty = line == NULL ? size / 2 : (size_t)(line - text) + 1;
    size_t behind = line == NULL ? treaty : treaty + 4, press = size - behind;
    pacta_corpus *corpus = NULL;
    open_all();
    if (pacta_extract(extractor, text, treaty, NULL, documents[0], NULL) < 0 ||
        pacta_extract(extractor, text + behind, press, NULL, documents[1], NULL) < 0)
        return 0;
    REQUIRE(pacta_corpus_new(rules, NULL, &corpus, NULL) == PACTA_OK, "no corpus");
    REQUIRE(pacta_corpus_add(corpus, documents[0], NULL) == PACTA_OK, "not added");
    REQUIRE(pacta_corpus_seal(corpus, NULL) == PACTA_OK, "not sealed");
    REQUIRE(pacta_verify(corpus, documents[1], NULL, verification, NULL) == PACTA_OK, "not verified");
    check_verification(treaty, press);
    REQUIRE(pacta_compare(rules, documents[0], documents[1], comparison, NULL) == PACTA_OK, "not compared");
    check_comparison(treaty, press);
    pacta_corpus_free(corpus);
    return 0;
}
