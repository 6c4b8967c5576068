/* Two names that the text says are one instrument's: the Treaty on Nets, commonly called
 * the Orla Treaty; the Orla Treaty or, to give it its full title, the Treaty on Nets. */
#include "find/unite.h"

enum { REACH = 24, NICKNAME = 4 };

/* Somebody or something else is spoken of in [first, end). */
static bool changes_subject(const pacta_work *work, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if ((pacta_cut_at(work, i)->flags & TOKEN_CLITIC) != 0 || pacta_is_char(work, i, ';') ||
            pacta_is_char(work, i, ':') || pacta_is(work, i, CLASS_POSSESSIVE) ||
            (i > first && pacta_is_char(work, i - 1, ',') && pacta_is(work, i, CLASS_DETERMINER)) ||
            (pacta_is(work, i, CLASS_INSTRUMENT_NOUN) && (pacta_cut_at(work, i)->flags & TOKEN_UPPER) == 0))
            return true;
    return false;
}

/* The last name of [first, until), if nothing else is spoken of behind it; or NULL. */
static const pacta_name *last_named(const pacta_work *work, uint32_t first, uint32_t until) {
    const uint32_t behind = pacta_first_name(work, until);
    const pacta_name *name = behind == 0 ? NULL : &work->names.items[behind - 1];
    return name != NULL && name->first >= first && pacta_is_linked(name) && until - name->end <= REACH &&
                   !changes_subject(work, name->end, until)
               ? name
               : NULL;
}

/* The name that is spoken of before the token: in its sentence or, where that begins with a
 * pronoun, in the one before. NULL if there is none. */
static const pacta_name *spoken_of(const pacta_work *work, uint32_t token) {
    const pacta_sentence_cut *sentence = &work->sentences.items[pacta_sentence_of(work, token)];
    const pacta_name *name = last_named(work, sentence->first, token);
    if (name != NULL || !pacta_is(work, sentence->first, CLASS_CARRIED_ON) ||
        sentence == work->sentences.items)
        return name;
    return last_named(work, sentence[-1].first, sentence->first);
}

static bool is_registered(const pacta_work *work, const pacta_name *name) {
    return work->document->instruments.items[name->instrument].iri != NULL;
}

static uint32_t count_bits(uint64_t bits) {
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* The Paris Convention is, in the words of this treaty, one of which the registry knows
 * nothing: their titles have little in common. */
static bool is_called_otherwise(const pacta_work *work, const pacta_name *name, const pacta_name *other) {
    const pacta_title *titles = work->titles.list.items;
    const uint64_t words = titles[other->instrument].words;
    return work->document->info.form == PACTA_FORM_TREATY && is_registered(work, name) &&
           !is_registered(work, other) &&
           3 * count_bits(words & ~titles[name->instrument].words) >= count_bits(words);
}

/* The other name is to give way: the registry and a number's act have ids of their own;
 * else the longer title has. */
static bool is_fuller(const pacta_work *work, const pacta_name *name, const pacta_name *other) {
    if (is_registered(work, name) != is_registered(work, other))
        return is_registered(work, name);
    if ((name->kind == NAME_SYMBOL) != (other->kind == NAME_SYMBOL))
        return name->kind == NAME_SYMBOL;
    const pacta_title *titles = work->titles.list.items;
    return titles[name->instrument].size >= titles[other->instrument].size;
}

/* Makes the name's instrument one with the full name's. */
static int give_up(pacta_work *work, uint32_t *into, const pacta_name *name, const pacta_name *full) {
    const uint32_t left = pacta_united(into, name->instrument), right = pacta_united(into, full->instrument);
    if (left == right)
        return PACTA_OK;
    const pacta_span span = {pacta_cut_at(work, name->first)->begin, pacta_cut_at(work, name->end - 1)->end};
    into[left] = right;
    return pacta_join_titles(work, right, left) ? pacta_add_alias(work, right, span)
                                                : pacta_out_of_memory(work);
}

/* The Vasko accord: words with capitals and a small noun that any instrument may be called
 * by; false if no such name begins at the token. */
static bool read_nickname(const pacta_work *work, uint32_t token, pacta_span *span) {
    const uint32_t end = work->fold.passages.items[pacta_passage_of(work, token)].end_token;
    uint32_t noun = token;
    while (noun < end && noun - token < NICKNAME && pacta_cut_at(work, noun)->kind == PACTA_TOKEN_WORD &&
           (pacta_cut_at(work, noun)->flags & TOKEN_UPPER) != 0)
        noun++;
    if (noun == token || noun == end || !pacta_is(work, noun, CLASS_INSTRUMENT_NOUN) ||
        !pacta_is(work, noun, CLASS_GENERIC))
        return false;
    *span = (pacta_span){pacta_cut_at(work, token)->begin, pacta_cut_at(work, noun)->end};
    return true;
}

/* What is called so is meant by the words of the nickname, too. */
static int give_nickname(pacta_work *work, uint32_t instrument, pacta_span span) {
    return pacta_add_to_title(work, instrument, span) ? pacta_add_alias(work, instrument, span)
                                                      : pacta_out_of_memory(work);
}

/* The words of a name, and none before or behind them: the Paris Convention. */
static bool says_the_same(const pacta_work *work, const pacta_name *name, const pacta_name *other) {
    const uint32_t count = name->end - name->first;
    return count == other->end - other->first && pacta_same_words(work, name->first, other->first, count);
}

/* Gives the words of a name, wherever they are one, to what this treaty means by them; the
 * registry's instrument stays if the text has other names of it. */
static int give_words(pacta_work *work, uint32_t *into, uint32_t given, const pacta_name *other) {
    const pacta_name name = work->names.items[given];
    const uint32_t instrument = pacta_united(into, other->instrument);
    const pacta_span span = {pacta_cut_at(work, name.first)->begin, pacta_cut_at(work, name.end - 1)->end};
    bool left = false;
    for (uint32_t i = 0; i < work->names.count; i++) {
        pacta_name *same = &work->names.items[i];
        if (same->instrument != name.instrument)
            continue;
        if (same->kind == name.kind && says_the_same(work, same, &name)) {
            same->instrument = instrument;
            same->kind = NAME_DEFINED;
        } else {
            left = true;
        }
    }
    if (pacta_is_linked(&name) && !left)
        into[name.instrument] = instrument;
    return give_nickname(work, instrument, span);
}

/* “Vienna Convention” means: the name right before the token that several instruments have;
 * or PACTA_NONE. */
static uint32_t ambiguous_before(const pacta_work *work, uint32_t token) {
    const uint32_t behind = pacta_first_name(work, token);
    const pacta_name *name = behind == 0 ? NULL : &work->names.items[behind - 1];
    return name != NULL && name->kind == NAME_GENERIC && name->noun == PACTA_NONE && name->end + 1 >= token
               ? behind - 1
               : PACTA_NONE;
}

static int unite_at(pacta_work *work, uint32_t *into, uint32_t token) {
    const pacta_rule *rule = pacta_rule_at(work, RULE_OTHER_NAME, token);
    if (rule == NULL)
        return PACTA_OK;
    const uint32_t first = pacta_token_at(work, pacta_match_span(&work->matcher).end);
    const uint32_t behind = pacta_name_from(work, first);
    const pacta_name *other = behind == PACTA_NONE ? NULL : &work->names.items[behind];
    const pacta_name *name = spoken_of(work, token);
    pacta_span nickname;
    if (name != NULL && (other == NULL || !pacta_is_linked(other)) && read_nickname(work, first, &nickname))
        return give_nickname(work, pacta_united(into, name->instrument), nickname);
    if (other == NULL || !pacta_is_linked(other) || other->kind == NAME_SYMBOL)
        return PACTA_OK;
    const uint32_t given = ambiguous_before(work, token);
    if (given != PACTA_NONE)
        return give_words(work, into, given, other);
    if (name == NULL || (is_registered(work, name) && is_registered(work, other)))
        return PACTA_OK;
    if (is_called_otherwise(work, name, other))
        return name->kind == NAME_KNOWN ? give_words(work, into, (uint32_t)(name - work->names.items), other)
                                        : PACTA_OK;
    return is_fuller(work, name, other) ? give_up(work, into, other, name) : give_up(work, into, name, other);
}

int pacta_match_other_names(pacta_work *work, uint32_t *into) {
    const uint32_t sign = 1u << RULE_OTHER_NAME, end = work->tokens.count;
    int status = PACTA_OK;
    if ((work->all_signs & sign) == 0 || work->document->instruments.count == 0)
        return PACTA_OK;
    for (uint32_t i = pacta_next_with(work, 0, end, sign); status == PACTA_OK && i < end;
         i = pacta_next_with(work, i + 1, end, sign)) {
        status = unite_at(work, into, i);
        if (status == PACTA_OK)
            status = pacta_report(work, pacta_cut_at(work, i)->end);
    }
    return status;
}
