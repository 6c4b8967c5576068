#include "link/targets.h"
#include "structure/provision_lookup.h"
#include <stdio.h>
#include <string.h>

enum { NEIGHBOURS_LIMIT = 64 };

static int push_target(pacta_linking *l, const pacta_target *target) {
    if (l->count == l->room) {
        uint32_t room = l->room < 4 ? 4 : l->room * 2;
        pacta_target *grown = pacta_arena_take(&l->work->document->arena, room * sizeof *grown);
        if (grown == NULL)
            return pacta_out_of_memory(l->work);
        if (l->count > 0)
            memcpy(grown, l->targets, l->count * sizeof *grown);
        l->targets = grown;
        l->room = room;
    }
    l->targets[l->count++] = *target;
    return PACTA_OK;
}

/* The end of a range, where it is not spelt out; "" of one with no end. */
static const char *make_through(const pacta_linking *l, const pacta_path *path, uint32_t instrument) {
    char eid[EID_ROOM] = "";
    uint32_t provision;
    pacta_path end = *path;
    memcpy(end.steps[end.count - 1].number, path->through, sizeof path->through);
    if (!path->open && !pacta_make_eid(l, &end, instrument, eid, &provision))
        return NULL;
    return pacta_keep(l->work, eid, strlen(eid));
}

/* One path's target in `instrument`; `id` is its id where that is not the
 * reference's. */
static int add_target(pacta_linking *l, const pacta_path *path, uint32_t instrument, const char *id) {
    pacta_work *work = l->work;
    char eid[EID_ROOM];
    pacta_target target = {.span = path->span, .instrument = id};
    if (!pacta_make_eid(l, path, instrument, eid, &target.provision))
        return PACTA_OK;
    const pacta_unit *unit = pacta_unit_of(work, &path->steps[path->count - 1]);
    target.eid = pacta_arena_text(&work->document->arena, eid, strlen(eid));
    target.unit = pacta_unit_name(work, unit);
    if (path->through[0] != '\0' || path->open)
        target.through = make_through(l, path, instrument);
    if (target.eid == NULL || target.unit == NULL)
        return pacta_out_of_memory(work);
    l->found = l->found || target.provision != PACTA_NONE;
    if (pacta_is_own(l, instrument) && target.provision == PACTA_NONE)
        l->missing = l->missing || !pacta_eid_is_piece(work, path, eid);
    return push_target(l, &target);
}

/* The document's instrument of that id. */
static uint32_t instrument_of_id(pacta_work *work, const char *id, size_t size) {
    uint32_t known = pacta_index_find(&work->rules->registry.ids, id, size);
    return known == PACTA_NONE ? pacta_instrument_with(work, id, size, NULL, 0, NULL)
                               : pacta_instrument_known(work, known);
}

/* A collective (the Geneva Conventions): one target in each of its members, or
 * the n-th in the n-th. */
static int add_members(pacta_linking *l, const pacta_known *known, uint32_t index, const pacta_path *path) {
    const char *rest = known->members, *id;
    size_t size;
    int status = PACTA_OK;
    for (uint32_t n = 0; status == PACTA_OK && (id = pacta_next_id(&rest, &size)) != NULL; n++) {
        uint32_t member = instrument_of_id(l->work, id, size);
        if (member == PACTA_NONE)
            return pacta_out_of_memory(l->work);
        if (!l->citation->respective || n == index)
            status = add_target(l, path, member, pacta_instrument_id(l, member));
    }
    return status;
}

/* All that precede or follow, in their order. */
static int add_neighbours(pacta_linking *l, const pacta_path *path) {
    int8_t direction = path->steps[0].offset;
    pacta_path one = *path;
    char eid[EID_ROOM];
    uint32_t provision;
    int8_t most = 0;
    while (most < NEIGHBOURS_LIMIT) {
        one.steps[0].offset = (int8_t)(direction * (most + 1));
        if (!pacta_make_eid(l, &one, l->instrument, eid, &provision))
            break;
        most++;
    }
    int status = PACTA_OK;
    for (int8_t n = 1; status == PACTA_OK && n <= most; n++) {
        one.steps[0].offset = (int8_t)(direction < 0 ? n - most - 1 : n);
        status = add_target(l, &one, l->instrument, NULL);
    }
    return status;
}

/* Article 2 of Protocol No. 4: of a protocol that is in the registry itself. Takes it off
 * the path. */
static int take_protocol(pacta_linking *l, const pacta_known *known, pacta_path *path, uint32_t *protocol) {
    *protocol = l->instrument;
    if (known == NULL || path->count < 2)
        return PACTA_OK;
    const uint32_t found = pacta_protocol_of(l->work, known, &path->steps[0]);
    if (found == PACTA_NONE)
        return PACTA_OK;
    path->count--;
    memmove(path->steps, path->steps + 1, path->count * sizeof *path->steps);
    *protocol = pacta_instrument_known(l->work, found);
    return *protocol == PACTA_NONE ? pacta_out_of_memory(l->work) : PACTA_OK;
}

/* A path of the citation's own instrument, or of a protocol to it. */
static int add_own(pacta_linking *l, const pacta_known *known, const pacta_path *path) {
    pacta_path own = *path;
    uint32_t instrument;
    int status = take_protocol(l, known, &own, &instrument);
    if (l->count == 0)
        l->shown = instrument;
    return status == PACTA_OK ? add_target(l, &own, instrument,
                                           instrument == l->shown ? NULL : pacta_instrument_id(l, instrument))
                              : status;
}

/* The preceding paragraph, of an article whose paragraphs have no numbers: the first, as if it
 * were said so. */
static void count_back(const pacta_linking *l, pacta_path *path) {
    const pacta_work *work = l->work;
    pacta_step *step = &path->steps[0];
    uint32_t near = 0;
    if (!step->relative || step->same || step->all || step->offset == 0 || path->count != 1 ||
        !pacta_is_in_unit(work, step, UNIT_PARAGRAPH))
        return;
    const uint32_t article = pacta_provision_around(work, l->citation->span.begin, &near);
    if (article == PACTA_NONE || !pacta_is_provision_of(work, article, UNIT_ARTICLE))
        return;
    const int number = (int)pacta_unnumbered_paragraph(work, article, l->citation->span.begin) + step->offset;
    if (number < 1 || number == step->offset)
        return;
    step->relative = false;
    step->ordinal = true;
    step->offset = 0;
    snprintf(step->number, sizeof step->number, "%d", number);
}

/* "... shall be replaced in this Annex", in an article: the only one. */
static void take_sole(const pacta_linking *l, pacta_path *path) {
    const pacta_work *work = l->work;
    pacta_step *step = &path->steps[0];
    const pacta_unit *unit = pacta_unit_of(work, step);
    uint32_t near = 0;
    if (step->relative && !step->same && !step->all && step->offset == 0 && unit->level == LEVEL_ATTACHMENT &&
        !pacta_stands_in(work, pacta_provision_around(work, l->citation->span.begin, &near), unit))
        step->relative = pacta_provision_named(work, unit->eid) == PACTA_NONE;
}

static bool has_sign(const pacta_work *work, const pacta_citation *citation) {
    uint32_t t = citation->first;
    while (t < citation->end && !pacta_is(work, t, CLASS_PARAGRAPH_SIGN))
        t++;
    return t < citation->end;
}

/* § 3, in a treaty that has no sections: a paragraph. */
static void read_signs(const pacta_linking *l, pacta_path *path) {
    const pacta_work *work = l->work;
    const pacta_unit *section = work->rules->named[UNIT_SECTION],
                     *paragraph = work->rules->named[UNIT_PARAGRAPH];
    if (section == NULL || paragraph == NULL || work->tree.has[section - work->rules->units.items + 1] ||
        !has_sign(work, l->citation))
        return;
    for (unsigned s = 0; s < path->count; s++)
        if (pacta_unit_of(work, &path->steps[s]) == section)
            path->steps[s].unit = pacta_unit_index(work, paragraph);
}

int pacta_add_targets(pacta_linking *l) {
    const pacta_work *work = l->work;
    const pacta_known *known = pacta_known_of(&l->context->linker, l->instrument);
    int status = PACTA_OK;
    l->count = l->room = 0;
    l->missing = l->found = false;
    l->shown = l->instrument;
    for (uint32_t i = 0; status == PACTA_OK && i < l->citation->path_count; i++) {
        pacta_path path = work->paths.items[l->citation->first_path + i];
        if (pacta_is_own(l, l->instrument)) {
            read_signs(l, &path);
            count_back(l, &path);
            take_sole(l, &path);
        }
        if (path.steps[0].relative && path.steps[0].all) {
            status = add_neighbours(l, &path);
        } else if (path.name != PACTA_NONE && path.name != l->citation->name) {
            uint32_t other = work->names.items[path.name].instrument;
            status =
                add_target(l, &path, other, other == l->instrument ? NULL : pacta_instrument_id(l, other));
        } else if (known != NULL && known->members != NULL) {
            status = add_members(l, known, i, &path);
        } else {
            status = add_own(l, known, &path);
        }
    }
    return status;
}

/* paragraph 1 (a) or [paragraph 2 of Article 9]: the article of what stands next in
 * the list, put before the citation's paths; or that of what stands before them. */
int pacta_add_targets_of_list(pacta_linking *l, uint32_t index) {
    pacta_work *work = l->work;
    const pacta_step *article = pacta_article_of_list(l->context, index);
    if (article == NULL)
        article = pacta_article_before(l->context, index);
    if (article == NULL)
        return PACTA_OK;
    pacta_linking other = *l;
    other.count = other.room = 0;
    other.missing = other.found = false;
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < l->citation->path_count; i++) {
        pacta_path path = work->paths.items[l->citation->first_path + i];
        if (path.count == STEP_LIMIT)
            return PACTA_OK;
        memmove(path.steps + 1, path.steps, path.count * sizeof *path.steps);
        path.steps[0] = *article;
        path.count++;
        status = add_target(&other, &path, other.instrument, NULL);
    }
    if (status == PACTA_OK && other.found && !other.missing)
        *l = other;
    return status;
}
