#include "pacta/pacta.h"

#define NAME(names, value)                                                                                   \
    ((unsigned)(value) < sizeof(names) / sizeof *(names) ? (names)[(unsigned)(value)] : "unknown")

const char *pacta_form_name(pacta_form form) {
    static const char *const names[] = {"other", "treaty", "press", "other"};
    return NAME(names, form);
}

const char *pacta_token_kind_name(pacta_token_kind kind) {
    static const char *const names[] = {"word", "number", "roman", "symbol", "quote", "marker", "break"};
    return NAME(names, kind);
}

const char *pacta_resolution_name(pacta_resolution resolution) {
    static const char *const names[] = {"unresolved", "registry", "symbol",   "defined",
                                        "named",      "context",  "internal", "dangling"};
    return NAME(names, resolution);
}

const char *pacta_quotation_kind_name(pacta_quotation_kind kind) {
    static const char *const names[] = {"provision", "statement", "title", "term"};
    return NAME(names, kind);
}

const char *pacta_source_kind_name(pacta_source_kind kind) {
    static const char *const names[] = {"none",         "provision", "instrument", "person",
                                        "organisation", "place",     "pronoun",    "unknown"};
    return NAME(names, kind);
}

const char *pacta_origin_name(pacta_origin origin) {
    static const char *const names[] = {"text", "quoted", "reported"};
    return NAME(names, origin);
}

const char *pacta_modality_name(pacta_modality modality) {
    static const char *const names[] = {"none",           "obligation",  "prohibition",
                                        "permission",     "entitlement", "exemption",
                                        "recommendation", "definition",  "constitutive"};
    return NAME(names, modality);
}

const char *pacta_diagnostic_name(pacta_diagnostic_code code) {
    static const char *const names[] = {"unclosed-quotation", "unopened-quotation", "numbering-gap",
                                        "dangling-reference", "reversed-range",     "long-range",
                                        "record-limit",       "match-limit",        "depth-limit"};
    return NAME(names, code);
}
