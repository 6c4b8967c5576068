/* What the whole text says of each instrument. */
#include "link/evidence.h"

static void profile_name(const pacta_work *work, const pacta_name *name) {
    pacta_profile *profile = &work->profiles.items[name->instrument];
    if (name->first < profile->first)
        profile->first = name->first;
    if (name->kind == NAME_TITLE && name->noun != PACTA_NONE && pacta_is(work, name->noun, CLASS_NATIONAL))
        profile->national = true;
    if (name->kind == NAME_TITLE && name->noun != PACTA_NONE && pacta_is(work, name->noun, CLASS_BILL))
        profile->bill = true;
    if (name->kind == NAME_SYMBOL && name->rule->mode == INSTRUMENT_RESOLUTION)
        profile->resolution = true;
}

static void profile_citation(const pacta_work *work, const pacta_citation *citation) {
    pacta_profile *profile = &work->profiles.items[work->names.items[citation->name].instrument];
    const pacta_path *path = &work->paths.items[citation->first_path];
    for (unsigned i = 0; i < path->count; i++) /* article V, section 18; but its paragraph 3 only so */
        if (i == 0 || pacta_unit_of(work, &path->steps[i])->level != LEVEL_ITEM)
            profile->units[path->steps[i].unit / 64] |= UINT64_C(1) << path->steps[i].unit % 64;
    profile->cited = true;
    const uint32_t article = pacta_number_of(work, citation, UNIT_ARTICLE);
    profile->highest = article > profile->highest ? article : profile->highest;
    if (pacta_cites_unit(work, citation, UNIT_ARTICLE))
        *(citation->roman ? &profile->roman : &profile->figures) = true;
}

int pacta_profile_instruments(pacta_work *work) {
    const uint32_t count = work->document->instruments.count;
    work->profiles.count = 0;
    if (!pacta_array_reserve(&work->memory, &work->profiles, count))
        return pacta_out_of_memory(work);
    for (; work->profiles.count < count; work->profiles.count++)
        work->profiles.items[work->profiles.count] = (pacta_profile){.first = PACTA_NONE};
    for (uint32_t i = 0; i < work->names.count; i++)
        if (pacta_is_linked(&work->names.items[i]))
            profile_name(work, &work->names.items[i]);
    for (uint32_t i = 0; i < work->citations.count; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        if (citation->name != PACTA_NONE && citation->path_count > 0 &&
            pacta_is_linked(&work->names.items[citation->name]))
            profile_citation(work, citation);
    }
    return PACTA_OK;
}
