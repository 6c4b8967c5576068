/* Instruments named by a number: resolutions, acts. Rules say how they look and
 * how their ids are made. */
#include "find/symbols.h"
#include "core/slug.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID_ROOM = 160, LOOK_BACK = 64 };

static pacta_group group_named(const char *name, size_t size) {
    static const char *const names[] = {
#define X(id, text) text,
        PACTA_GROUPS(X)
#undef X
    };
    for (unsigned i = 0; i < GROUP_COUNT; i++)
        if (strlen(names[i]) == size && memcmp(names[i], name, size) == 0)
            return (pacta_group)i;
    return GROUP_COUNT;
}

/* The group's text as ids have it: small, a year whole, figures padded. */
static size_t id_part(const pacta_work *work, pacta_group group, pacta_span span, size_t width, char *out,
                      size_t room) {
    char part[80];
    size_t size = pacta_slug(pacta_work_text(work) + span.begin, span.end - span.begin, part, sizeof part);
    size_t used = 0;
    if (group == GROUP_YEAR && size == 2)
        used = (size_t)snprintf(out, room, "%s", part[0] >= '5' ? "19" : "20");
    for (size_t i = size; i < width && used + 1 < room; i++)
        out[used++] = '0';
    return used + (size_t)snprintf(out + used, room - used, "%s", part);
}

/* Fills in the rule's template; see lib/README.md. */
static size_t make_id(const pacta_work *work, const pacta_rule *rule, char *out, size_t room) {
    size_t used = 0;
    for (const char *p = rule->id; *p != '\0' && used + 1 < room;) {
        if (*p != '{') {
            out[used++] = *p++;
            continue;
        }
        const char *close = strchr(p, '}');
        if (close == NULL)
            break;
        size_t name = strcspn(p + 1, ":}");
        size_t width = p[1 + name] == ':' ? (size_t)atoi(p + name + 2) : 0;
        pacta_group group = group_named(p + 1, name);
        pacta_span span;
        char part[96];
        if (group < GROUP_COUNT && pacta_match_group(&work->matcher, rule, group, &span)) {
            size_t size = id_part(work, group, span, width, part, sizeof part);
            size = size < room - used - 1 ? size : room - used - 1;
            memcpy(out + used, part, size);
            used += size;
        } else if (used > 0 && out[used - 1] == '-') {
            used--;
        }
        p = close + 1;
    }
    out[used] = '\0';
    return used;
}

/* A number without its year means the one that was named with it. */
static uint32_t find_longer(const pacta_work *work, const char *id, size_t size) {
    const pacta_document *document = work->document;
    uint32_t count = document->instruments.count;
    for (uint32_t i = count; i-- > 0 && count - i <= LOOK_BACK;) {
        const char *other = document->instruments.items[i].id;
        if (strncmp(other, id, size) == 0 && other[size] == '-')
            return i;
    }
    return PACTA_NONE;
}

static int push_symbol(pacta_work *work, const pacta_rule *rule, uint32_t token, uint32_t *next) {
    pacta_span span = pacta_match_span(&work->matcher);
    char id[ID_ROOM];
    size_t size = make_id(work, rule, id, sizeof id);
    pacta_name name = {.first = token,
                       .end = pacta_token_at(work, span.end - 1) + 1,
                       .noun = PACTA_NONE,
                       .kind = NAME_SYMBOL,
                       .rule = rule};
    const uint32_t known = pacta_index_find(&work->rules->registry.ids, id, size);
    name.instrument = known == PACTA_NONE ? find_longer(work, id, size) : pacta_instrument_known(work, known);
    if (name.instrument == PACTA_NONE && known == PACTA_NONE)
        name.instrument = pacta_instrument_with(work, id, size, pacta_work_text(work) + span.begin,
                                                span.end - span.begin, NULL);
    if (name.instrument == PACTA_NONE || !pacta_array_push(&work->memory, &work->names, name))
        return pacta_out_of_memory(work);
    *next = name.end;
    return PACTA_OK;
}

/* 84/11 [of 4 December 2029] and 87/140: the token behind the date, or the token. */
static uint32_t behind_date(const pacta_work *work, uint32_t token, uint32_t end) {
    const pacta_cut *cuts = work->tokens.items;
    bool date = token + 3 < end && pacta_is(work, token, CLASS_PART_OF) &&
                cuts[token + 1].kind == PACTA_TOKEN_NUMBER && pacta_is(work, token + 2, CLASS_MONTH) &&
                cuts[token + 3].kind == PACTA_TOKEN_NUMBER;
    return date ? token + 4 : token;
}

int pacta_take_symbols(pacta_work *work, uint32_t token, uint32_t end, uint32_t *next, bool *taken,
                       pacta_span *called) {
    const pacta_rule *rule = pacta_rule_at(work, RULE_INSTRUMENT, token);
    *taken = rule != NULL;
    if (rule == NULL)
        return PACTA_OK;
    if (rule->id == NULL) { /* refused: no instrument, whatever it looks like */
        *next = pacta_token_at(work, pacta_match_span(&work->matcher).end - 1) + 1;
        return PACTA_OK;
    }
    if (!pacta_match_group(&work->matcher, rule, GROUP_NAME, called))
        *called = (pacta_span){0, 0};
    int status = push_symbol(work, rule, token, next);
    while (status == PACTA_OK) { /* 2940 (2030), 2951 (2030) and 2966 (2030) */
        const uint32_t from = behind_date(work, *next, end);
        uint32_t at = from;
        if (at < end && pacta_is_char(work, at, ','))
            at++;
        if (at < end && pacta_is(work, at, CLASS_LIST_JOINER))
            at++;
        if (at == from || at >= end ||
            (work->tokens.items[at].kind != PACTA_TOKEN_NUMBER &&
             work->tokens.items[at].kind != PACTA_TOKEN_ROMAN) || /* III/7 and IV/11 */
            !pacta_match(&work->matcher, rule, pacta_work_text(work), work->tokens.items[end].begin,
                         work->tokens.items[at].begin))
            return PACTA_OK;
        status = push_symbol(work, rule, at, next);
    }
    return status;
}
