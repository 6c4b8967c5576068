#include "ruleset.h"

void ruleset_write(struct writer *out, const pacta_ruleset *ruleset) {
    size_t count = pacta_ruleset_rule_count(ruleset);
    for (size_t i = 0; i < count; i++) {
        pacta_rule_info rule;
        if (pacta_ruleset_rule(ruleset, i, &rule) < 0)
            continue;
        writer_string(out, rule.kind);
        writer_byte(out, '\t');
        writer_string(out, rule.name);
        writer_byte(out, '\t');
        writer_string(out, rule.pack);
        writer_byte(out, ':');
        writer_number(out, rule.line);
        writer_byte(out, '\n');
    }
}
