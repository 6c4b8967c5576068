#include "link/eids.h"
#include "structure/provision_lookup.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What begins the number of one that is counted from the end (find/segments.c). */
#define FROM_END "last"

enum { CHILDREN_LIMIT = 4096, SIBLING_REACH = 4096 };

/* Adds "__unit_number"; false when it does not fit. */
static bool add_level(char *eid, size_t room, const char *unit, const char *number, size_t size) {
    size_t used = strlen(eid), unit_size = strlen(unit);
    if (used + unit_size + size + 4 > room)
        return false;
    char *at = eid + used;
    if (used > 0)
        *at++ = '_', *at++ = '_';
    memcpy(at, unit, unit_size);
    at += unit_size;
    if (size > 0)
        *at++ = '_';
    memcpy(at, number, size);
    at[size] = '\0';
    return true;
}

/* Sets it to a whole one, cut where it does not fit. */
static void set_eid(char *eid, size_t room, const char *whole) {
    size_t size = strlen(whole);
    size = size < room ? size : room - 1;
    memcpy(eid, whole, size);
    eid[size] = '\0';
}

/* "6.4" of an article is article 6, paragraph 4, where articles have plain
 * numbers; `keep` parts stay together. */
static bool add_split(const pacta_work *work, char *eid, size_t room, const pacta_step *step, unsigned keep) {
    const char *number = step->number;
    size_t head = 0;
    for (unsigned parts = 0; number[head] != '\0'; head++)
        if (number[head] == '.' && ++parts == keep)
            break;
    if (!add_level(eid, room, pacta_unit_of(work, step)->eid, number, head))
        return false;
    const pacta_unit *paragraph = work->rules->named[UNIT_PARAGRAPH];
    const pacta_unit *point = work->rules->named[UNIT_POINT];
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

/* An article's address starts at the article; regulations are numbered anew in chapters. */
static unsigned first_step(const pacta_work *work, const pacta_path *path) {
    for (unsigned i = 0; i < path->count; i++)
        if (pacta_unit_of(work, &path->steps[i])->level == LEVEL_ARTICLE) {
            unsigned first = i;
            while (first > 0 && pacta_unit_of(work, &path->steps[first - 1])->level == LEVEL_DIVISION)
                first--;
            const bool anew = i > 0 && pacta_is_in_unit(work, &path->steps[i], UNIT_REGULATION) &&
                              pacta_is_in_unit(work, &path->steps[i - 1], UNIT_CHAPTER);
            return first == 0 && !anew ? i : 0;
        }
    return 0;
}

static bool add_steps(const pacta_work *work, const pacta_path *path, unsigned from, unsigned keep, char *eid,
                      size_t room) {
    for (unsigned i = from; i < path->count; i++) {
        const pacta_step *step = &path->steps[i];
        if (step->relative)
            return false;
        bool article = pacta_is_in_unit(work, step, UNIT_ARTICLE);
        if (!(article && strchr(step->number, '.') != NULL
                  ? add_split(work, eid, room, step, keep)
                  : add_level(eid, room, pacta_unit_of(work, step)->eid, step->number, strlen(step->number))))
            return false;
    }
    return true;
}

bool pacta_eid_of(const pacta_work *work, const pacta_path *path, bool dotted, char *eid, size_t room) {
    *eid = '\0';
    return add_steps(work, path, first_step(work, path), dotted ? 2 : 1, eid, room);
}

bool pacta_eid_under(const pacta_work *work, const char *base, const pacta_path *path, unsigned from,
                     char *eid, size_t room) {
    set_eid(eid, room, base);
    return add_steps(work, path, from, 1, eid, room);
}

/* ---- Within the document ------------------------------------------------------------- */

/* The provision around `around` (itself or an ancestor) that is of the unit. */
static uint32_t enclosing(const pacta_work *work, uint32_t around, const pacta_unit *unit) {
    const pacta_document *document = work->document;
    for (uint32_t p = around; p != PACTA_NONE; p = document->provisions.items[p].parent)
        if (pacta_provision_unit(work, p) == unit)
            return p;
    return PACTA_NONE;
}

/* The provision around that is an article or larger. */
static uint32_t enclosing_article(const pacta_work *work, uint32_t around) {
    const pacta_document *document = work->document;
    for (uint32_t p = around; p != PACTA_NONE; p = document->provisions.items[p].parent) {
        const pacta_unit *unit = pacta_provision_unit(work, p);
        if (unit != NULL && unit->level != LEVEL_ITEM && unit->level != LEVEL_PIECE)
            return p;
    }
    return PACTA_NONE;
}

/* The sibling before `provision`: around the one right before it in the text. A unit's
 * name stands in a document once. */
static uint32_t sibling_before(const pacta_provision *provisions, uint32_t provision) {
    const pacta_provision *here = &provisions[provision];
    for (uint32_t p = provision; p-- > 0;) {
        while (p != PACTA_NONE && provisions[p].parent != here->parent)
            p = provisions[p].parent;
        if (p == PACTA_NONE || provisions[p].unit == here->unit)
            return p;
    }
    return PACTA_NONE;
}

static uint32_t sibling_behind(const pacta_document *document, uint32_t provision) {
    const pacta_provision *provisions = document->provisions.items, *here = &provisions[provision];
    const uint32_t end = here->parent == PACTA_NONE ? UINT32_MAX : provisions[here->parent].span.end;
    uint32_t left = SIBLING_REACH;
    for (uint32_t p = provision + 1; p < document->provisions.count && left-- > 0; p++) {
        if (provisions[p].parent == here->parent && provisions[p].unit == here->unit)
            return p;
        if (provisions[p].span.begin >= end)
            break;
    }
    return PACTA_NONE;
}

/* A., right in an article: what a text with such labels calls a paragraph. */
static uint32_t enclosing_capital(const pacta_work *work, uint32_t around) {
    const pacta_provision *provisions = work->document->provisions.items;
    const uint32_t article = enclosing_article(work, around);
    uint32_t p = around;
    while (p != PACTA_NONE && provisions[p].parent != article)
        p = provisions[p].parent;
    if (p == PACTA_NONE || p == article || provisions[p].label.end == 0)
        return PACTA_NONE;
    const char first = pacta_work_text(work)[provisions[p].label.begin];
    return first >= 'A' && first <= 'Z' ? p : PACTA_NONE;
}

/* this Article, the two preceding paragraphs */
static uint32_t relative_provision(const pacta_work *work, const pacta_step *step, uint32_t around) {
    uint32_t here = enclosing(work, around, pacta_unit_of(work, step));
    if (here == PACTA_NONE && pacta_is_in_unit(work, step, UNIT_PARAGRAPH))
        here = enclosing_capital(work, around);
    for (int i = 0; here != PACTA_NONE && i < abs(step->offset); i++)
        here = step->offset < 0 ? sibling_before(work->document->provisions.items, here)
                                : sibling_behind(work->document, here);
    return here;
}

/* Tries the path's steps under `scope` (PACTA_NONE: the document). */
static bool try_scope(const pacta_work *work, uint32_t scope, const pacta_path *path, unsigned from,
                      char *eid, size_t room, uint32_t *provision) {
    for (unsigned keep = 4; keep > 0; keep--) {
        set_eid(eid, room, scope == PACTA_NONE ? "" : work->document->provisions.items[scope].eid);
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
    const pacta_unit *unit = pacta_unit_of(work, &path->steps[0]);
    *eid = '\0';
    uint32_t base = PACTA_NONE;
    if (unit->level == LEVEL_ITEM || unit->level == LEVEL_PIECE)
        base = unit == work->rules->named[UNIT_PREAMBLE] ? PACTA_NONE : enclosing_article(work, around);
    if (base != PACTA_NONE)
        set_eid(eid, room, work->document->provisions.items[base].eid);
    unsigned keep = strchr(path->steps[0].number, '.') != NULL && pacta_has_dotted_articles(work) ? 2 : 1;
    return add_steps(work, path, base == PACTA_NONE ? first_step(work, path) : 0, keep, eid, room);
}

/* Tries the path from step `from` on in every scope from `around` outwards. */
static bool try_scopes(const pacta_work *work, const pacta_path *path, unsigned from, uint32_t around,
                       char *eid, size_t room, uint32_t *provision) {
    for (uint32_t scope = around;; scope = work->document->provisions.items[scope].parent) {
        if (try_scope(work, scope, path, from, eid, room, provision))
            return true;
        if (scope == PACTA_NONE)
            return false;
    }
}

/* Paragraph 2 of this Article, beside 1. of its A.: in the largest provision between it and
 * where this is said. */
static bool try_between(const pacta_work *work, uint32_t base, const pacta_path *path, uint32_t around,
                        char *eid, size_t room, uint32_t *provision) {
    uint32_t found = PACTA_NONE;
    for (uint32_t scope = around; scope != PACTA_NONE && scope != base;
         scope = work->document->provisions.items[scope].parent)
        if (try_scope(work, scope, path, 1, eid, room, provision))
            found = scope;
    return found != PACTA_NONE && try_scope(work, found, path, 1, eid, room, provision);
}

/* Articles 3 to 5 of this Chapter; numbered through, they stand under none. */
static bool within_relative(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid,
                            size_t room, uint32_t *provision) {
    uint32_t base = relative_provision(work, &path->steps[0], around);
    if (base == PACTA_NONE)
        return false;
    if (path->count == 1) {
        set_eid(eid, room, work->document->provisions.items[base].eid);
        *provision = base;
        return true;
    }
    if (try_scope(work, base, path, 1, eid, room, provision))
        return true;
    if (path->steps[0].offset == 0 && try_between(work, base, path, around, eid, room, provision))
        return true;
    if (pacta_unit_of(work, &path->steps[1])->level <= LEVEL_ARTICLE &&
        try_scopes(work, path, 1, base, eid, room, provision))
        return true;
    set_eid(eid, room, work->document->provisions.items[base].eid);
    return add_steps(work, path, 1, 1, eid, room);
}

/* The last paragraph of ...: the number that it has, where it has one. */
static void count_from_end(const pacta_work *work, pacta_path *path, uint32_t around) {
    const pacta_document *document = work->document;
    pacta_step *step = &path->steps[path->count - 1];
    if (!step->ordinal || strncmp(step->number, FROM_END, strlen(FROM_END)) != 0)
        return;
    uint32_t parent = enclosing_article(work, around),
             left = (uint32_t)(-atoi(step->number + strlen(FROM_END)));
    char eid[EID_ROOM];
    pacta_path outer = *path;
    if (--outer.count > 0 && (!pacta_eid_within(work, &outer, around, eid, sizeof eid, &parent)))
        return;
    if (parent == PACTA_NONE)
        return;
    uint32_t end = parent + 1;
    while (end < document->provisions.count && end - parent < CHILDREN_LIMIT &&
           document->provisions.items[end].span.begin < document->provisions.items[parent].span.end)
        end++;
    for (uint32_t p = end; p-- > parent + 1;) {
        const pacta_provision *child = &document->provisions.items[p];
        if (child->parent != parent || pacta_provision_unit(work, p) != pacta_unit_of(work, step) ||
            left-- > 0)
            continue;
        const char *number = strrchr(child->eid, '_');
        snprintf(step->number, sizeof step->number, "%s", number == NULL ? "" : number + 1);
        return;
    }
}

/* What else the path may mean, where the document has nothing of its address. */
static bool try_otherwise(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid,
                          size_t room, uint32_t *provision) {
    for (unsigned i = 0; i < PACTA_READINGS; i++) {
        pacta_path other = *path;
        if (pacta_read_otherwise(work, i, &other) &&
            (other.steps[0].relative
                 ? within_relative(work, &other, around, eid, room, provision) && *provision != PACTA_NONE
                 : try_scopes(work, &other, 0, around, eid, room, provision)))
            return true;
    }
    return false;
}

/* The one provision of [first, end) whose address ends in these levels, or PACTA_NONE. */
static uint32_t only_one(const pacta_work *work, uint32_t first, uint32_t end, const char *levels) {
    const pacta_provision *provisions = work->document->provisions.items;
    const size_t size = strlen(levels);
    uint32_t found = PACTA_NONE;
    for (uint32_t p = first; p < end; p++) {
        const char *eid = provisions[p].eid;
        size_t length = strlen(eid);
        if (length < size + 2 || strcmp(eid + length - size, levels) != 0 || eid[length - size - 1] != '_')
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = p;
    }
    return found;
}

/* Article 15 (a), where only one of its paragraphs has points: the one provision of the
 * article whose address ends so. */
static bool try_article(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid,
                        size_t room, uint32_t *provision) {
    const pacta_document *document = work->document;
    pacta_path article = *path;
    char levels[EID_ROOM] = "";
    uint32_t base;
    if (path->count < 2 || path->steps[0].relative ||
        pacta_unit_of(work, &path->steps[0])->level != LEVEL_ARTICLE)
        return false;
    article.count = 1;
    if (!try_scopes(work, &article, 0, around, eid, room, &base) ||
        !add_steps(work, path, 1, 1, levels, sizeof levels))
        return false;
    uint32_t end = base + 1;
    while (end < document->provisions.count && end - base <= CHILDREN_LIMIT &&
           document->provisions.items[end].span.begin < document->provisions.items[base].span.end)
        end++;
    *provision = only_one(work, base + 1, end, levels);
    return *provision != PACTA_NONE;
}

/* Paragraph 2.1, from section 3; Section 2.01, from Article 3: its number says what it is in. */
static bool try_dotted(const pacta_work *work, const pacta_path *path, char *eid, size_t room,
                       uint32_t *provision) {
    const uint32_t count = work->document->provisions.count;
    const pacta_level level = pacta_unit_of(work, &path->steps[0])->level;
    if (path->steps[0].relative || (level != LEVEL_ITEM && level != LEVEL_DIVISION) ||
        strchr(path->steps[0].number, '.') == NULL || !pacta_eid_of(work, path, false, eid, room))
        return false;
    *provision = only_one(work, 0, count < CHILDREN_LIMIT ? count : CHILDREN_LIMIT, eid);
    return *provision != PACTA_NONE;
}

/* What the path ends in may be there once only. */
static bool try_only_one(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid,
                         size_t room, uint32_t *provision) {
    if (!try_article(work, path, around, eid, room, provision) &&
        !try_dotted(work, path, eid, room, provision))
        return false;
    set_eid(eid, room, work->document->provisions.items[*provision].eid);
    return true;
}

bool pacta_eid_within(const pacta_work *work, const pacta_path *cited, uint32_t around, char *eid,
                      size_t room, uint32_t *provision) {
    pacta_path path = *cited;
    *provision = PACTA_NONE;
    count_from_end(work, &path, around);
    bool relative = path.steps[0].relative;
    unsigned article = first_step(work, &path); /* with its divisions, then from the article on */
    if (relative ? within_relative(work, &path, around, eid, room, provision) && *provision != PACTA_NONE
                 : try_scopes(work, &path, 0, around, eid, room, provision) ||
                       (article > 0 && try_scopes(work, &path, article, around, eid, room, provision)))
        return true;
    if (try_otherwise(work, &path, around, eid, room, provision) ||
        try_only_one(work, &path, around, eid, room, provision))
        return true;
    return relative ? within_relative(work, &path, around, eid, room, provision)
                    : make_missing(work, &path, around, eid, room);
}

bool pacta_eid_cut(const char *eid, const char *unit, char *out, size_t room) {
    size_t size = strlen(unit), found = 0;
    for (const char *at = eid; at != NULL;) {
        const char *next = strstr(at, "__");
        if (strncmp(at, unit, size) == 0 && (at[size] == '_' || at[size] == '\0'))
            found = next == NULL ? strlen(eid) : (size_t)(next - eid);
        at = next == NULL ? NULL : next + 2;
    }
    if (found == 0 || found >= room)
        return false;
    memcpy(out, eid, found);
    out[found] = '\0';
    return true;
}

bool pacta_eid_up(char *eid) {
    char *last = NULL;
    for (char *at = strstr(eid, "__"); at != NULL; at = strstr(at + 2, "__"))
        last = at;
    if (last != NULL)
        *last = '\0';
    return last != NULL;
}

bool pacta_eid_is_piece(const pacta_work *work, const pacta_path *path, const char *eid) {
    char base[EID_ROOM];
    set_eid(base, sizeof base, eid);
    if (path->steps[0].number[0] == '\0' && !path->steps[0].relative &&
        pacta_unit_of(work, &path->steps[0])->level == LEVEL_PIECE)
        return true; /* the Preamble and its paragraphs */
    unsigned pieces = 0;
    for (; pieces < path->count; pieces++) {
        const pacta_step *step = &path->steps[path->count - pieces - 1];
        if (!step->ordinal && pacta_unit_of(work, step)->level != LEVEL_PIECE)
            break;
        if (!pacta_eid_up(base))
            return true; /* the Preamble */
    }
    return pieces > 0 && pacta_provision_named(work, base) != PACTA_NONE;
}
