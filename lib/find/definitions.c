#include "find/definitions.h"
#include "core/slug.h"
#include <string.h>

enum { LOOK_BACK = 400, SHORT_NAME = 4, YEAR = 4, MADE_TOKENS = 24 };

/* No words on who made an instrument have these. */
enum { GAP_SIGNS = SIGN_VERB | SIGN_OPEN | SIGN_QUOTE | SIGN_STOP | SIGN_COLON | SIGN_SEMICOLON };

/* The words at `token` are the definition's name; an ending 's left aside. */
static bool stands_at(const pacta_work *work, const pacta_definition *definition, uint32_t token,
                      uint32_t end) {
    const uint32_t count = definition->end - definition->first;
    return end - token >= count && pacta_same_words(work, definition->first, token, count);
}

/* Of the bucket that definitions whose names begin with the word are in. */
static uint32_t bucket_of(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    const char *text = pacta_work_text(work);
    const unsigned char first = (unsigned char)text[cut->begin], last = (unsigned char)text[cut->end - 1];
    return (first + 8u * last + cut->end - cut->begin) % DEFINITION_BUCKETS;
}

/* A longer name of the registry begins with the words, and two more. */
static bool goes_on_in_registry(const pacta_work *work, uint32_t token, uint32_t stop, uint32_t end) {
    const pacta_registry *registry = &work->rules->registry;
    uint32_t node = 0;
    for (uint32_t i = token; i < stop + 2; i++) {
        if (i >= end || work->tokens.items[i].lexeme == 0)
            return false;
        node = pacta_registry_step(registry, node, work->tokens.items[i].lexeme);
        if (node == 0)
            return false;
    }
    return true;
}

/* the Statute | of the Oil Tribunal, where the Statute is another's: a longer name. */
static bool goes_on(const pacta_work *work, uint32_t token, uint32_t end, uint32_t instrument) {
    if (token >= end || !pacta_is(work, token, CLASS_PART_OF))
        return false;
    token += 1u + pacta_is(work, token + 1, CLASS_DETERMINER);
    if (token >= end || (pacta_cut_at(work, token)->flags & TOKEN_UPPER) == 0 ||
        pacta_is(work, token, CLASS_PARTY))
        return false;
    const pacta_title_word word = pacta_title_word_of(work, token);
    return !pacta_title_has(work, instrument, &word);
}

/* The words at the token are another instrument's, or part of a longer name. */
static bool is_another(const pacta_work *work, const pacta_definition *definition, uint32_t token,
                       uint32_t end) {
    const uint32_t stop = token + (definition->end - definition->first);
    if (token > 0 && pacta_is(work, token - 1, CLASS_SELF))
        return true; /* this Convention is the document, whatever the name means */
    const bool article = stop + 1 < end && pacta_is(work, stop + 1, CLASS_DETERMINER);
    const uint32_t titled = stop + 1 + article;
    if (titled < end && pacta_is(work, stop, CLASS_TITLE_OPENER) &&
        !(article && pacta_is(work, stop, CLASS_INFINITIVE)) && /* sent under the Directive to the Board */
        (work->tokens.items[titled].flags & TOKEN_UPPER) != 0)
        return true; /* the Convention on [the] ...: another one */
    if (stop < end && work->tokens.items[stop].kind == PACTA_TOKEN_NUMBER &&
        pacta_has_sign(work, token, SIGN_NAME))
        return true; /* Convention 108, which the registry may know */
    if (token > 0 && (work->tokens.items[token - 1].flags & TOKEN_UPPER) != 0 &&
        (work->tokens.items[token].flags & TOKEN_SPACED) != 0 &&
        !pacta_is(work, token - 1, CLASS_DETERMINER) && !pacta_is(work, token - 1, CLASS_TITLE_STOP))
        return true; /* the Vienna Convention */
    if (stop > token + 1 && goes_on_in_registry(work, token, stop, end))
        return true; /* the Paris Convention for the Protection of ... */
    return goes_on(work, stop, end, definition->instrument);
}

int pacta_take_defined(pacta_work *work, const pacta_definitions *definitions, uint32_t token, uint32_t end,
                       uint32_t *next, bool *taken) {
    *taken = false;
    for (uint32_t i = definitions->last[bucket_of(work, token)]; i > 0;
         i = definitions->items[i - 1].before) {
        const pacta_definition *definition = &definitions->items[i - 1];
        if (!stands_at(work, definition, token, end))
            continue;
        uint32_t stop = token + (definition->end - definition->first);
        if (is_another(work, definition, token, end))
            return PACTA_OK;
        pacta_name name = {.first = token,
                           .end = stop,
                           .noun = pacta_is(work, stop - 1, CLASS_INSTRUMENT_NOUN) ? stop - 1 : PACTA_NONE,
                           .instrument = definition->instrument,
                           .kind = NAME_DEFINED};
        *taken = true;
        *next = stop;
        return pacta_array_push(&work->memory, &work->names, name) ? PACTA_OK : pacta_out_of_memory(work);
    }
    return PACTA_OK;
}

/* the Treaty on Nets, which both signed on 9 May 1996 [(the "NT")]: a year stands before the
 * bracket, in the name's sentence. */
static bool is_date_of(const pacta_work *work, const pacta_name *name, uint32_t bracket) {
    const pacta_cut *year = &work->tokens.items[bracket - 1];
    return year->kind == PACTA_TOKEN_NUMBER && year->end - year->begin == YEAR &&
           pacta_in_one_sentence(work, name->first, bracket);
}

/* the Treaty on Nets [(the "NT")]; the Treaty on Nets, [hereinafter "the NT"]. */
static bool is_right_behind(const pacta_work *work, const pacta_name *name, uint32_t token) {
    return name->end + (name->end < token && pacta_is_char(work, name->end, ',')) == token;
}

/* the Agreement on Nets, done in 1999 by Osmark and Tarvelia [(the "BIT")]: between the name and the
 * bracket stands nothing but who made it, of whose names these are not the letters. */
static bool is_made_between(const pacta_work *work, const pacta_name *name, uint32_t bracket,
                            uint32_t acronym) {
    const uint32_t making = name->end + pacta_is_char(work, name->end, ',');
    if (making >= bracket || bracket - making > MADE_TOKENS || !pacta_is(work, making, CLASS_MAKING) ||
        pacta_next_with(work, making + 1, bracket, GAP_SIGNS) < bracket ||
        !pacta_in_one_sentence(work, name->first, bracket))
        return false;
    uint32_t first = bracket;
    while (first > making + 1 &&
           (pacta_has_sign(work, first - 1, SIGN_UPPER) || pacta_is(work, first - 1, CLASS_TITLE_LINK)))
        first--;
    return first < bracket && !pacta_has_initials(work, first, bracket, acronym);
}

/* The instrument named last before the definition, near by, that its noun fits. */
static uint32_t find_named(const pacta_work *work, uint32_t token, uint32_t noun, uint32_t acronym,
                           bool loose) {
    const pacta_cut *here = &work->tokens.items[token];
    for (uint32_t i = work->names.count; i-- > 0;) {
        const pacta_name *name = &work->names.items[i];
        if (here->begin - work->tokens.items[name->end - 1].end > LOOK_BACK ||
            !pacta_in_one_passage(work, name->first, token))
            break;
        if (name->kind != NAME_KNOWN && name->kind != NAME_TITLE && name->kind != NAME_SYMBOL)
            continue;
        if (acronym != PACTA_NONE) { /* (UNCLOS) right behind, or behind when it was made */
            const bool stands = is_right_behind(work, name, token) || is_date_of(work, name, token) ||
                                (!loose && is_made_between(work, name, token, acronym));
            return stands || (loose && pacta_has_initials(work, name->first, name->end, acronym))
                       ? name->instrument
                       : PACTA_NONE;
        }
        const pacta_title_word word = pacta_title_word_of(work, noun);
        const bool beside = pacta_is_char(work, token, '(') && /* (the "Lamp Rules") */
                            (name->end == token || is_date_of(work, name, token));
        if (beside || pacta_title_has(work, name->instrument, &word))
            return name->instrument;
    }
    return PACTA_NONE;
}

/* BIT; 1998 BIT */
static bool is_acronym(const pacta_work *work, const pacta_definition *made) {
    const pacta_cut *first = &work->tokens.items[made->first], *last = &work->tokens.items[made->end - 1];
    return (last->flags & TOKEN_CAPS) != 0 &&
           (first == last ||
            (first + 1 == last && first->kind == PACTA_TOKEN_NUMBER && first->end - first->begin == YEAR));
}

static int add(pacta_work *work, pacta_definitions *definitions, pacta_definition made) {
    uint32_t *last = &definitions->last[bucket_of(work, made.first)];
    made.before = *last;
    definitions->items[definitions->count++] = made;
    *last = definitions->count;
    const pacta_span span = {work->tokens.items[made.first].begin, work->tokens.items[made.end - 1].end};
    return pacta_add_to_title(work, made.instrument, span) ? pacta_add_alias(work, made.instrument, span)
                                                           : pacta_out_of_memory(work);
}

/* (the "Pact" [or the "Oil Pact"]): the name in marks that stands beside the one before; false where
 * none does. */
static bool read_fellow(const pacta_work *work, pacta_definition *made) {
    const uint32_t end = work->tokens.count, joiner = made->end + 1;
    uint32_t open = joiner + 1;
    if (open + 2 >= end || pacta_cut_at(work, made->end)->kind != PACTA_TOKEN_QUOTE ||
        !(pacta_is(work, joiner, CLASS_LIST_JOINER) || pacta_is_char(work, joiner, ',')))
        return false;
    open += pacta_is(work, open, CLASS_LIST_JOINER);
    open += pacta_is(work, open, CLASS_DETERMINER);
    uint32_t close = open + 1;
    while (close < end && close - open <= SHORT_NAME &&
           pacta_cut_at(work, close)->kind != PACTA_TOKEN_QUOTE &&
           pacta_cut_at(work, close)->kind != PACTA_TOKEN_BREAK)
        close++;
    if (close >= end || pacta_cut_at(work, open)->kind != PACTA_TOKEN_QUOTE || close == open + 1 ||
        pacta_cut_at(work, close)->kind != PACTA_TOKEN_QUOTE)
        return false;
    made->first = open + 1;
    made->end = close;
    return pacta_is(work, close - 1, CLASS_INSTRUMENT_NOUN) || is_acronym(work, made);
}

int pacta_read_definition(pacta_work *work, pacta_definitions *definitions, uint32_t token, uint32_t *next) {
    const pacta_rule *rule = pacta_rule_at(work, RULE_NAMING, token);
    const bool loose = rule == NULL;
    pacta_span span;
    if (loose)
        rule = pacta_rule_at(work, RULE_ACRONYM, token);
    if (rule == NULL || !pacta_match_group(&work->matcher, rule, GROUP_NAME, &span) ||
        definitions->count == DEFINITION_LIMIT)
        return PACTA_OK;
    pacta_definition made = {pacta_token_at(work, span.begin), pacta_token_at(work, span.end), PACTA_NONE, 0};
    if (made.first >= made.end)
        return PACTA_OK;
    bool noun = pacta_is(work, made.end - 1, CLASS_INSTRUMENT_NOUN);
    if (!noun && !is_acronym(work, &made))
        return PACTA_OK; /* the Parties, a term */
    made.instrument = noun ? find_named(work, token, made.end - 1, PACTA_NONE, false)
                           : find_named(work, token, PACTA_NONE, made.first, loose);
    if (made.instrument == PACTA_NONE)
        return PACTA_OK;
    int status = add(work, definitions, made);
    *next = made.end;
    while (status == PACTA_OK && definitions->count < DEFINITION_LIMIT && read_fellow(work, &made)) {
        status = add(work, definitions, made);
        *next = made.end;
    }
    return status;
}

int pacta_read_meaning(pacta_work *work, pacta_definitions *definitions, uint32_t low) {
    if (work->names.count == 0 || definitions->count == DEFINITION_LIMIT)
        return PACTA_OK;
    pacta_name *name = &work->names.items[work->names.count - 1];
    uint32_t verb = name->first - (name->first > low);
    verb -= verb > low && pacta_is(work, verb, CLASS_DETERMINER);
    if (!pacta_is_linked(name) || verb < low + 3 || !pacta_is(work, verb, CLASS_DEFINES) ||
        work->tokens.items[verb - 1].kind != PACTA_TOKEN_QUOTE)
        return PACTA_OK;
    pacta_definition made = {verb - 1, verb - 1, name->instrument, 0};
    while (made.first > low && made.end - made.first <= SHORT_NAME &&
           work->tokens.items[made.first - 1].kind == PACTA_TOKEN_WORD)
        made.first--;
    const bool quoted = made.first < made.end && made.first > low &&
                        work->tokens.items[made.first - 1].kind == PACTA_TOKEN_QUOTE;
    const bool noun = quoted && pacta_is(work, made.end - 1, CLASS_INSTRUMENT_NOUN);
    made.first += noun && pacta_is(work, made.first, CLASS_DETERMINER);
    if (noun && made.end == made.first + 1) { /* which may stand for the document as well */
        name->called = made.first;
        return PACTA_OK;
    }
    return noun || (quoted && is_acronym(work, &made)) ? add(work, definitions, made) : PACTA_OK;
}

int pacta_define(pacta_work *work, pacta_definitions *definitions, pacta_span span) {
    if (definitions->count == DEFINITION_LIMIT)
        return PACTA_OK;
    return add(work, definitions,
               (pacta_definition){pacta_token_at(work, span.begin), pacta_token_at(work, span.end),
                                  work->names.items[work->names.count - 1].instrument, 0});
}
