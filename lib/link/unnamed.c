/* What a text tells of and never names in full: told by a protocol that alone one instrument of the
 * registry has. */
#include "link/instruments.h"

enum { NAMES = 64 };

/* Article 1 of Protocol No. 7: what alone in the registry has a protocol of that number, or PACTA_NONE. */
static uint32_t only_with_protocol(const pacta_work *work, const pacta_step *step) {
    const pacta_registry *registry = &work->rules->registry;
    uint32_t found = PACTA_NONE;
    for (uint32_t i = 0; i < registry->known.count; i++) {
        if (pacta_protocol_of(work, &registry->known.items[i], step) == PACTA_NONE)
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = i;
    }
    return found;
}

/* The text speaks of it by its noun, with a capital: the Convention. */
static bool is_spoken_of(const pacta_work *work, uint32_t instrument) {
    for (uint32_t i = 0; i < work->names.count && i < NAMES; i++) {
        const pacta_name *name = &work->names.items[i];
        if (name->kind != NAME_GENERIC || name->noun == PACTA_NONE ||
            !pacta_has_sign(work, name->noun, SIGN_UPPER))
            continue;
        const pacta_title_word noun = pacta_title_word_of(work, name->noun);
        if (pacta_title_head_has(work, instrument, &noun))
            return true;
    }
    return false;
}

int pacta_find_by_protocol(const pacta_linker *linker, uint32_t *instrument) {
    pacta_work *work = linker->work;
    *instrument = PACTA_NONE;
    for (uint32_t i = 0; i < work->citations.count && i < NAMES; i++) {
        const pacta_citation *citation = &work->citations.items[i];
        if (citation->path_count == 0 || citation->name != PACTA_NONE)
            continue;
        const pacta_step *step = &work->paths.items[citation->first_path].steps[0];
        const uint32_t known =
            pacta_is_in_unit(work, step, UNIT_PROTOCOL) ? only_with_protocol(work, step) : PACTA_NONE;
        if (known == PACTA_NONE)
            continue;
        *instrument = pacta_instrument_known(work, known);
        if (*instrument == PACTA_NONE)
            return pacta_out_of_memory(work);
        if (!is_spoken_of(work, *instrument))
            *instrument = PACTA_NONE;
        return PACTA_OK;
    }
    return PACTA_OK;
}
