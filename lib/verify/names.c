#include "pacta/verify.h"

#define NAME(names, value)                                                                                   \
    ((unsigned)(value) < sizeof(names) / sizeof *(names) ? (names)[(unsigned)(value)] : "unknown")

const char *pacta_verdict_name(pacta_verdict verdict) {
    static const char *const names[] = {"verbatim", "verbatim-but", "altered",
                                        "spliced",  "paraphrase",   "not-found"};
    return NAME(names, verdict);
}

const char *pacta_difference_name(pacta_difference_kind kind) {
    static const char *const names[] = {"replaced",  "inserted", "omitted",     "elision",         "brackets",
                                        "editorial", "case",     "punctuation", "quotation-marks", "spacing",
                                        "spelling",  "numeral",  "hyphenation", "typography",      "labels"};
    return NAME(names, kind);
}

const char *pacta_claim_name(pacta_claim claim) {
    static const char *const names[] = {"none", "open", "right", "wrong", "elsewhere"};
    return NAME(names, claim);
}

const char *pacta_change_name(pacta_change_kind kind) {
    static const char *const names[] = {"unchanged", "changed", "added", "deleted"};
    return NAME(names, kind);
}
