#include "link/eids.h"
#include "find/provisions.h"
#include <stdio.h>
#include <string.h>

static const pacta_unit *unit_of(const pacta_work *work, const pacta_step *step) {
    return &work->rules->units.items[step->unit];
}

/* Adds "__unit_number"; false when it does not fit. */
static bool add_level(char *eid, size_t room, const char *unit, const char *number, size_t size) {
    size_t used = strlen(eid);
    int more = snprintf(eid + used, room - used, "%s%s%s%.*s", used > 0 ? "__" : "", unit,
                        size > 0 ? "_" : "", (int)size, number);
    return more > 0 && (size_t)more < room - used;
}

/* "6.4" of an article is article 6, paragraph 4, where articles have plain
 * numbers; `keep` parts stay together. */
static bool add_split(const pacta_work *work, char *eid, size_t room, const pacta_step *step, unsigned keep) {
    const char *number = step->number;
    size_t head = 0;
    for (unsigned parts = 0; number[head] != '\0'; head++)
        if (number[head] == '.' && ++parts == keep)
            break;
    if (!add_level(eid, room, unit_of(work, step)->eid, number, head))
        return false;
    const pacta_unit *paragraph = pacta_unit_named(work->rules, "paragraph");
    const pacta_unit *point = pacta_unit_named(work->rules, "point");
    while (number[head] == '.') {
        const char *part = number + head + 1;
        size_t size = strcspn(part, ".");
        const pacta_unit *unit = *part >= '0' && *part <= '9' ? paragraph : point;
        if (unit == NULL || !add_level(eid, room, unit->eid, part, size))
            return false;
        head += size + 1;
    }
    return true;
}

/* An article's address starts at the article. */
static unsigned first_step(const pacta_work *work, const pacta_path *path) {
    for (unsigned i = 0; i < path->count; i++)
        if (unit_of(work, &path->steps[i])->level == LEVEL_ARTICLE) {
            unsigned first = i;
            while (first > 0 && unit_of(work, &path->steps[first - 1])->level == LEVEL_DIVISION)
                first--;
            return first == 0 ? i : 0;
        }
    return 0;
}

static bool add_steps(const pacta_work *work, const pacta_path *path, unsigned from, unsigned keep, char *eid,
                      size_t room) {
    for (unsigned i = from; i < path->count; i++) {
        const pacta_step *step = &path->steps[i];
        if (step->relative)
            return false;
        bool article = unit_of(work, step)->level == LEVEL_ARTICLE;
        if (!(article && strchr(step->number, '.') != NULL
                  ? add_split(work, eid, room, step, keep)
                  : add_level(eid, room, unit_of(work, step)->eid, step->number, strlen(step->number))))
            return false;
    }
    return true;
}

bool pacta_eid_of(const pacta_work *work, const pacta_path *path, bool dotted, char *eid, size_t room) {
    *eid = '\0';
    return add_steps(work, path, first_step(work, path), dotted ? 2 : 1, eid, room);
}

bool pacta_eid_under(const pacta_work *work, const char *base, const pacta_path *path, char *eid,
                     size_t room) {
    snprintf(eid, room, "%s", base);
    return add_steps(work, path, 0, 1, eid, room);
}

/* ---- Within the document ------------------------------------------------------------- */

/* The provision around `around` (itself or an ancestor) that is of the unit. */
static uint32_t enclosing(const pacta_work *work, uint32_t around, const pacta_unit *unit) {
    const pacta_document *document = work->document;
    for (uint32_t p = around; p != PACTA_NONE; p = document->provisions.items[p].parent)
        if (strcmp(document->provisions.items[p].unit, unit->name) == 0)
            return p;
    return PACTA_NONE;
}

static const pacta_unit *unit_named(const pacta_work *work, const char *name) {
    return pacta_unit_named(work->rules, name);
}

/* The provision around that is an article or larger. */
static uint32_t enclosing_article(const pacta_work *work, uint32_t around) {
    const pacta_document *document = work->document;
    for (uint32_t p = around; p != PACTA_NONE; p = document->provisions.items[p].parent) {
        const pacta_unit *unit = unit_named(work, document->provisions.items[p].unit);
        if (unit != NULL && unit->level != LEVEL_ITEM && unit->level != LEVEL_PIECE)
            return p;
    }
    return PACTA_NONE;
}

/* The sibling of `provision` that stands `offset` places from it. */
static uint32_t sibling(const pacta_work *work, uint32_t provision, int offset) {
    const pacta_document *document = work->document;
    const pacta_provision *here = &document->provisions.items[provision];
    uint32_t step = offset < 0 ? PACTA_NONE : 1; /* wraps round to one less */
    for (uint32_t p = provision + step; p < document->provisions.count; p += step) {
        const pacta_provision *other = &document->provisions.items[p];
        if (other->parent == here->parent && strcmp(other->unit, here->unit) == 0)
            return p;
        if (p == here->parent)
            break;
    }
    return PACTA_NONE;
}

/* this Article, the preceding paragraph */
static uint32_t relative_provision(const pacta_work *work, const pacta_step *step, uint32_t around) {
    uint32_t here = enclosing(work, around, unit_of(work, step));
    if (here == PACTA_NONE || step->offset == 0)
        return here;
    return sibling(work, here, step->offset);
}

/* Tries the path's steps under `scope` (PACTA_NONE: the document). */
static bool try_scope(const pacta_work *work, uint32_t scope, const pacta_path *path, unsigned from,
                      char *eid, size_t room, uint32_t *provision) {
    for (unsigned keep = 4; keep > 0; keep--) {
        snprintf(eid, room, "%s", scope == PACTA_NONE ? "" : work->document->provisions.items[scope].eid);
        if (!add_steps(work, path, from, keep, eid, room))
            return false;
        *provision = pacta_provision_named(work, eid);
        if (*provision != PACTA_NONE)
            return true;
        const pacta_step *step = &path->steps[from];
        if (strchr(step->number, '.') == NULL)
            break;
    }
    return false;
}

/* Nothing of that address: the nearest sensible one. */
static bool make_missing(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid,
                         size_t room) {
    const pacta_unit *unit = unit_of(work, &path->steps[0]);
    *eid = '\0';
    uint32_t base = PACTA_NONE;
    if (unit->level == LEVEL_ITEM || unit->level == LEVEL_PIECE)
        base = strcmp(unit->name, "preamble") == 0 ? PACTA_NONE : enclosing_article(work, around);
    if (base != PACTA_NONE)
        snprintf(eid, room, "%s", work->document->provisions.items[base].eid);
    unsigned keep = strchr(path->steps[0].number, '.') != NULL && work->document->provisions.count > 0 &&
                            strchr(work->document->provisions.items[0].eid, '.') != NULL
                        ? 2
                        : 1;
    return add_steps(work, path, base == PACTA_NONE ? first_step(work, path) : 0, keep, eid, room);
}

bool pacta_eid_within(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid, size_t room,
                      uint32_t *provision) {
    const pacta_document *document = work->document;
    *provision = PACTA_NONE;
    if (path->steps[0].relative) {
        uint32_t base = relative_provision(work, &path->steps[0], around);
        if (base == PACTA_NONE)
            return false;
        if (path->count == 1) {
            snprintf(eid, room, "%s", document->provisions.items[base].eid);
            *provision = base;
            return true;
        }
        if (try_scope(work, base, path, 1, eid, room, provision))
            return true;
        snprintf(eid, room, "%s", document->provisions.items[base].eid);
        return add_steps(work, path, 1, 1, eid, room);
    }
    unsigned froms[2] = {0, first_step(work, path)}; /* with its divisions, then from the article on */
    for (unsigned n = 0; n < (froms[1] > 0 ? 2u : 1u); n++)
        for (uint32_t scope = around;; scope = document->provisions.items[scope].parent) {
            if (try_scope(work, scope, path, froms[n], eid, room, provision))
                return true;
            if (scope == PACTA_NONE)
                break;
        }
    return make_missing(work, path, around, eid, room);
}
