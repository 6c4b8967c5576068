#include "rules.h"
#include "check.h"
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char TEXT[] =
    "PACT ON THE LAKES\n\nArticle 1\n\n1. Each Party shall keep Articles 2 (a) and 3 of the Lake Pact, "
    "unless \xE2\x80\x9Cit may not\xE2\x80\x9D, as Ana Ruiz said in S/RES/1718.\n\n(a) alpha beta; and\n";

void read_and_use(const pacta_ruleset_options *options, int wrong) {
    pacta_ruleset *ruleset = NULL;
    pacta_error error;
    int status = pacta_ruleset_new(options, &ruleset, &error);
    if (status != PACTA_OK) {
        REQUIRE(status == wrong, "%d: %s", status, error.message);
        REQUIRE(error.status == status && error.message[0] != '\0', "no message");
        REQUIRE(error.line > 0 && error.column > 0, "no place for: %s", error.message);
        REQUIRE(ruleset == NULL, "output touched");
        return;
    }
    pacta_extractor_options limits = {.struct_size = sizeof limits, .limits = {.match_limit = 1000}};
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    REQUIRE(pacta_extractor_new(ruleset, &limits, &extractor, &error) == PACTA_OK, "%s", error.message);
    REQUIRE(pacta_document_new(NULL, &document) == PACTA_OK, "no document");
    status = pacta_extract(extractor, TEXT, sizeof TEXT - 1, NULL, document, &error);
    REQUIRE(status >= 0, "%s", error.message);
    const char *fault = check_document(document);
    REQUIRE(fault == NULL, "%s", fault);
    pacta_document_free(document);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(ruleset);
}
