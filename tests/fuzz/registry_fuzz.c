/* The reader of tables of instruments: the bytes are a table. */
#include "fuzz.h"
#include "rules.h"

/* Rules enough to find names of instruments. */
static const char PACK[] = "pacta-rules 1\n"
                           "unit article art article 40\n    article | articles\n"
                           "words of of\n"
                           "words instrument-noun pact treaty\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    pacta_input pack = {"small.rules", PACK, sizeof PACK - 1};
    pacta_input table = {"fuzz.tsv", size == 0 ? "" : (const char *)data, size};
    pacta_ruleset_options options = {.struct_size = sizeof options,
                                     .flags =
                                         PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS | PACTA_NO_JIT,
                                     .rules = &pack,
                                     .rule_count = 1,
                                     .instruments = &table,
                                     .instrument_count = 1};
    read_and_use(&options, PACTA_E_REGISTRY);
    return 0;
}
