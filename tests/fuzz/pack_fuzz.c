/* The reader of rule packs: the bytes are a pack. */
#include "fuzz.h"
#include "rules.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    pacta_input pack = {"fuzz.rules", size == 0 ? "" : (const char *)data, size};
    pacta_ruleset_options options = {.struct_size = sizeof options,
                                     .flags =
                                         PACTA_NO_BUILTIN_RULES | PACTA_NO_BUILTIN_INSTRUMENTS | PACTA_NO_JIT,
                                     .rules = &pack,
                                     .rule_count = 1};
    read_and_use(&options, PACTA_E_RULES);
    return 0;
}
