/* A treaty that stands in another's name: Protocol to the Convention on Lamps. */
#include "link/told.h"

enum { LOOK_BACK = 64, LEAST = 5 /* tokens: Protocol to the Convention on */ };

/* Where the inner title begins whose noun the word is, or the name's end. */
static uint32_t inner_title(const pacta_work *work, const pacta_name *name, uint32_t noun) {
    for (uint32_t first = name->first + 2; first < name->end; first++) {
        if (!pacta_is(work, first - 1, CLASS_DETERMINER) || !pacta_is(work, first - 2, CLASS_PREPOSITION))
            continue;
        for (uint32_t i = first; i < name->end; i++)
            if (pacta_is(work, i, CLASS_INSTRUMENT_NOUN))
                return pacta_same_word(work, i, noun) ? first : name->end;
    }
    return name->end;
}

/* The registry's only treaty of the name, or one that has it for its title. */
static uint32_t instrument_of(pacta_work *work, uint32_t first, uint32_t end) {
    const pacta_registry *registry = &work->rules->registry;
    const uint32_t node = pacta_node_behind(work, 0, first, end),
                   candidate = node == 0 ? 0 : registry->nodes.items[node].first;
    if (candidate != 0 && registry->candidates.items[candidate].next == 0)
        return pacta_instrument_known(work, registry->candidates.items[candidate].known);
    return pacta_instrument_titled(work, first, end);
}

uint32_t pacta_within_title(const pacta_linker *linker, uint32_t index) {
    pacta_work *work = linker->work;
    const uint32_t noun = work->names.items[index].noun;
    if ((pacta_cut_at(work, noun)->flags & TOKEN_UPPER) == 0)
        return PACTA_NONE;
    for (uint32_t i = index; i-- > 0 && index - i <= LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (name->end < name->first + LEAST || !pacta_is_explicit(name) || name->kind == NAME_SYMBOL ||
            name->instrument == linker->self)
            continue;
        const uint32_t first = inner_title(work, name, noun);
        if (first < name->end)
            return instrument_of(work, first, name->end);
    }
    return PACTA_NONE;
}
