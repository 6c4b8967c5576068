/* Verification and comparison: what stands before the first line of dashes is a
 * treaty, what stands behind it a press text, and the treaty's next version.
 * Every span must lie in its text, everything be in its order, and the same be
 * found again. */
#include "core/utf8.h"
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

/* A text and what its document has. */
typedef struct side {
    const char *text;
    size_t size, provisions;
} side;

static side side_of(const pacta_document *document) {
    side s;
    s.text = pacta_document_text(document, &s.size);
    pacta_provisions(document, &s.provisions);
    return s;
}

static void check_span(pacta_span span, const side *in) {
    REQUIRE(span.begin <= span.end && span.end <= in->size, "%u to %u of %zu", (unsigned)span.begin,
            (unsigned)span.end, in->size);
    for (int i = 0; i < 2; i++) {
        uint32_t at = i == 0 ? span.begin : span.end;
        REQUIRE(at == in->size || !pacta_utf8_continues((unsigned char)in->text[at]), "%u cuts a character",
                (unsigned)at);
    }
}

static void check_index(uint32_t index, size_t count) {
    REQUIRE(index == PACTA_NONE || index < count, "%u of %zu", (unsigned)index, count);
}

/* Returns their kinds. */
static uint32_t check_differences(const pacta_difference *differences, uint32_t count, uint32_t parts,
                                  const side *press, const side *treaty) {
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < count; i++) {
        REQUIRE(differences[i].part < parts, "part %u", (unsigned)differences[i].part);
        check_span(differences[i].press, press);
        check_span(differences[i].treaty, treaty);
        REQUIRE(i == 0 || differences[i].press.begin >= differences[i - 1].press.begin, "difference %u",
                (unsigned)i);
        kinds |= 1u << differences[i].kind;
    }
    return kinds;
}

static void check_parts(const pacta_check *check, const side *press, const side *treaty) {
    for (uint32_t p = 0; p < check->part_count; p++) {
        const pacta_part *part = &check->parts[p];
        check_span(part->press, press);
        check_span(part->treaty, treaty);
        REQUIRE(part->press.begin >= check->span.begin && part->press.end <= check->span.end, "part %u",
                (unsigned)p);
        REQUIRE(p == 0 || part->press.begin >= part[-1].press.begin, "part %u", (unsigned)p);
        REQUIRE(part->treaty_index == 0, "treaty %u", (unsigned)part->treaty_index);
        check_index(part->provision, treaty->provisions);
    }
}

static void check_verification(const pacta_document *press_document, const side *treaty) {
    side press = side_of(press_document);
    size_t count, quotations, clauses, references;
    const pacta_check *checks = pacta_checks(verification, &count);
    pacta_quotations(press_document, &quotations);
    pacta_clauses(press_document, &clauses);
    pacta_references(press_document, &references);
    for (size_t i = 0; i < count; i++) {
        const pacta_check *check = &checks[i];
        check_span(check->span, &press);
        check_index(check->quotation, quotations);
        check_index(check->clause, clauses);
        check_index(check->reference, references);
        REQUIRE(i == 0 || check->span.begin >= check[-1].span.begin, "check %zu", i);
        REQUIRE(check->score <= 1000, "%u", (unsigned)check->score);
        REQUIRE((check->verdict == PACTA_NOT_FOUND) == (check->part_count == 0), "parts");
        check_parts(check, &press, treaty);
        uint32_t kinds =
            check_differences(check->differences, check->difference_count, check->part_count, &press, treaty);
        REQUIRE(kinds == check->kinds, "kinds %X, not %X", (unsigned)check->kinds, (unsigned)kinds);
    }
}

static void check_comparison(const side *olds, const side *news) {
    size_t count;
    const pacta_change *changes = pacta_changes(comparison, &count);
    for (size_t i = 0; i < count; i++) {
        check_span(changes[i].old_span, olds);
        check_span(changes[i].new_span, news);
        check_index(changes[i].old_provision, olds->provisions);
        check_index(changes[i].new_provision, news->provisions);
        REQUIRE(changes[i].score <= 1000, "%u", (unsigned)changes[i].score);
        check_differences(changes[i].differences, changes[i].difference_count, 1, news, olds);
    }
}

/* A number for all that was found. */
static uint64_t digest(void) {
    size_t count;
    const pacta_check *checks = pacta_checks(verification, &count);
    uint64_t sum = count;
    for (size_t i = 0; i < count; i++) {
        sum = sum * 31 + checks[i].verdict * 7u + checks[i].claim + checks[i].score + checks[i].kinds;
        for (uint32_t p = 0; p < checks[i].part_count; p++)
            sum = sum * 31 + checks[i].parts[p].press.begin + 3 * (uint64_t)checks[i].parts[p].treaty.end;
        for (uint32_t d = 0; d < checks[i].difference_count; d++)
            sum = sum * 31 + checks[i].differences[d].press.end +
                  3 * (uint64_t)checks[i].differences[d].treaty.begin;
    }
    return sum;
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
    side sides[2] = {side_of(documents[0]), side_of(documents[1])};
    REQUIRE(pacta_verify(corpus, documents[1], NULL, verification, NULL) == PACTA_OK, "not verified");
    check_verification(documents[1], &sides[0]);
    uint64_t found = digest();
    /* the treaty's own quotations; and the press text's again, beside what that left */
    REQUIRE(pacta_verify(corpus, documents[0], NULL, verification, NULL) == PACTA_OK, "not verified");
    check_verification(documents[0], &sides[0]);
    REQUIRE(pacta_verify(corpus, documents[1], NULL, verification, NULL) == PACTA_OK, "not verified");
    REQUIRE(digest() == found, "the same text, other findings");
    REQUIRE(pacta_compare(rules, documents[0], documents[1], comparison, NULL) == PACTA_OK, "not compared");
    check_comparison(&sides[0], &sides[1]);
    pacta_corpus_free(corpus);
    return 0;
}
