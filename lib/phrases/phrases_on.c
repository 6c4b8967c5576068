/* Noun phrases read rightwards, from their first word. */
#include "phrases/phrases.h"
#include "phrases/words.h"

enum { PHRASE_TOKENS = 14, CHAIN = 4, CLAUSE_TOKENS = 60, SHOUTED = 3 };

static bool ends_phrase(const pacta_work *work, uint32_t token, uint32_t high) {
    return token >= high || !(pacta_is_open_word(work, token) || pacta_opens_phrase(work, token));
}

/* Another phrase begins at `end`: the last small word before it is a verb (the
 * palace issued | the statement). */
static uint32_t before_verb(const pacta_work *work, uint32_t first, uint32_t end) {
    uint32_t last = end - 1;
    bool verb = end > first + 1 && (pacta_cut_at(work, last)->flags & TOKEN_UPPER) == 0 &&
                !pacta_opens_phrase(work, last - 1) && !pacta_names_role(work, last);
    return verb ? last : end;
}

/* The palace issued, Holm shared with, Holm took to: a verb behind a noun, and
 * no noun behind it. */
static bool is_past(const pacta_work *work, uint32_t first, uint32_t token, uint32_t high) {
    bool finite =
        pacta_is(work, token, CLASS_FINITE) && !pacta_is(work, token, CLASS_NOUN_LIKE) &&
        (pacta_is_capital(work, token - (token > first)) || pacta_names_role(work, token - (token > first)));
    if (token == first || !(finite || pacta_ends_as(work, token, CLASS_PAST_ENDING)) ||
        pacta_opens_phrase(work, token - 1) || pacta_is_clitic(work, token - 1))
        return false;
    bool head = pacta_names_role(work, token - 1) || pacta_is(work, token - 1, CLASS_GENERIC) ||
                pacta_is(work, token - 1, CLASS_INSTRUMENT_NOUN); /* the measure capped sales */
    return head || ends_phrase(work, token + 1, high) || pacta_opens_phrase(work, token + 1) ||
           pacta_is_capital(work, token + 1);
}

/* the Vellish foreign ministry: small words behind a capital, the `single` one, up to a role. */
static bool leads_to_role(const pacta_work *work, uint32_t token, uint32_t high, bool opened, bool single) {
    for (uint32_t i = token; i < high && i - token < 3; i++) {
        if ((pacta_cut_at(work, i)->flags & TOKEN_UPPER) != 0 || !pacta_is_open_word(work, i) ||
            pacta_ends_as(work, i, CLASS_PAST_ENDING))
            return false;
        if (i + 2 < high && pacta_is_capital(work, i + 1) && pacta_is_capital(work, i + 2) &&
            (pacta_is(work, token - 1, CLASS_ORGANISATION) || (single && !pacta_ends_in_s(work, i))))
            return true; /* Orla College tide scholar Ana Ruiz, Vendian botanist Ana Ruiz */
        if (pacta_names_role(work, i) || pacta_is(work, i, CLASS_WRITING))
            return opened || (i + 1 < high && pacta_is_capital(work, i + 1));
    }
    return false;
}

/* the 40-foot boat, a 92-year-old keeper */
static bool opens_measure(const pacta_work *work, uint32_t token, uint32_t high) {
    return token + 3 < high && pacta_is_joined_number(work, token) &&
           pacta_cut_at(work, token + 2)->kind == PACTA_TOKEN_WORD && pacta_is_open_word(work, token + 3);
}

static uint32_t core_end(const pacta_work *work, uint32_t first, uint32_t high) {
    uint32_t end = first, capitals = 0;
    bool opened =
        pacta_opens_phrase(work, first) || (first > 0 && pacta_is(work, first - 1, CLASS_DETERMINER));
    while (end < high && end - first < PHRASE_TOKENS) {
        if (pacta_joins_name(work, end, first)) {
            end++;
            continue;
        }
        if (opens_measure(work, end, high)) {
            end += 3;
            continue;
        }
        if (pacta_is_char(work, end, '(') && end + 2 < high) { /* Admiral (ret.) Hugo Stern */
            uint32_t close = end + 1;
            while (close < high && close - end < 5 && !pacta_is_char(work, close, ')'))
                close++;
            if (close + 1 >= high || !pacta_is_char(work, close, ')') || !pacta_is_capital(work, close + 1))
                break;
            end = close + 1;
            continue;
        }
        if (end > first + 1 && pacta_is(work, end, CLASS_PRONOUN_OBJECT) &&
            !pacta_is(work, end, CLASS_POSSESSIVE) && !pacta_is_capital(work, end - 1))
            return end - 1; /* the permanent secretary | rang me */
        bool firm = end > first && end + 2 < high &&
                    pacta_is(work, end, CLASS_LIST_JOINER) && /* Orla and Co */
                    pacta_is_capital(work, end - 1) && pacta_is(work, end + 1, CLASS_ORGANISATION) &&
                    pacta_is_capital(work, end + 1) && !ends_phrase(work, end + 2, high);
        if (firm) {
            end += 2;
            continue;
        }
        if (end == first && pacta_opens_phrase(work, end)) {
            end++;
            continue;
        }
        bool capital = pacta_is_capital(work, end);
        bool particle =
            pacta_is(work, end, CLASS_NAME_PARTICLE) && end + 1 < high && pacta_is_capital(work, end + 1);
        bool noun = end > first && pacta_opens_phrase(work, end - 1) && /* the warning */
                    pacta_is(work, end, CLASS_CUE_PARTICIPLE);
        const bool then = end > first && pacta_opens_phrase(work, end - 1) && /* the then Home Minister */
                          pacta_is(work, end, CLASS_ADVERB) && end + 1 < high &&
                          pacta_is_capital(work, end + 1);
        if (!(pacta_is_clitic(work, end) || capital || particle || noun || then ||
              pacta_is_open_word(work, end)))
            break;
        if (pacta_opens_phrase(work, end) && !capital && !pacta_opens_phrase(work, end - 1))
            return before_verb(work, first, end);
        if (is_past(work, first, end, high))
            break;
        /* behind a name a small word is no part of it, unless it ends the phrase: Karsk residents */
        bool small = !capital && !particle && !pacta_is_clitic(work, end) && !pacta_names_role(work, end);
        if (small && (capitals >= 2 || (capitals == 1 && !ends_phrase(work, end + 1, high))) &&
            !leads_to_role(work, end, high, opened, capitals == 1))
            break;
        capitals = pacta_is_clitic(work, end) ? 0 : capitals + capital;
        end++;
    }
    while (end > first && !pacta_is_word(work, end - 1))
        end--;
    return end;
}

/* study author and university fellow Martin Holm: what he is, twice. */
static bool joins_roles(const pacta_work *work, uint32_t first, uint32_t end, uint32_t high) {
    if (end <= first || end + 1 >= high || !pacta_is(work, end, CLASS_LIST_JOINER) ||
        !pacta_names_role(work, end - 1) || pacta_is(work, first, CLASS_DETERMINER) ||
        pacta_opens_phrase(work, end + 1))
        return false;
    pacta_phrase other = {end + 1, core_end(work, end + 1, high)};
    return !pacta_phrase_is_name(work, (pacta_phrase){first, end}) && pacta_phrase_is_name(work, other) &&
           pacta_phrase_has_role(work, other);
}

/* one, some, another, both: before a noun no pronouns. */
static bool opens_counted(const pacta_work *work, uint32_t token) {
    bool counts = pacta_is(work, token, CLASS_NUMERAL) || pacta_is(work, token, CLASS_QUANTIFIER) ||
                  pacta_is(work, token, CLASS_PARTITIVE);
    return counts && pacta_is(work, token, CLASS_PRONOUN) && pacta_is_open_word(work, token + 1) &&
           !pacta_is_clitic(work, token + 1);
}

pacta_phrase pacta_phrase_core_from(const pacta_work *work, uint32_t first, uint32_t high) {
    pacta_phrase core = {first, first};
    if (first < high)
        core.end = core_end(work, first, high);
    return core.end > first ? pacta_without_article(work, core) : core;
}

pacta_phrase pacta_phrase_from(const pacta_work *work, uint32_t first, uint32_t high) {
    pacta_phrase none = {first, first};
    if (first >= high)
        return none;
    uint32_t start = first;
    if (first + 1 < high && pacta_is(work, first, CLASS_DETERMINER))
        start++;
    uint32_t reference = pacta_reference_in(work, start, start + 1);
    if (reference != PACTA_NONE)
        return pacta_reference_phrase(work, reference);
    uint32_t name = pacta_name_from(work, start);
    if (name != PACTA_NONE &&
        !(work->names.items[name].end < high && pacta_is_clitic(work, work->names.items[name].end)))
        return (pacta_phrase){start, work->names.items[name].end};
    if (pacta_is(work, first, CLASS_NUMERAL) && first + 1 < high && pacta_is(work, first + 1, CLASS_PRONOUN))
        return (pacta_phrase){first, first + 2}; /* ten others */
    bool partitive = first + 2 < high && pacta_is(work, first + 1, CLASS_OF) &&
                     !pacta_is(work, first, CLASS_PERSONAL) &&
                     !pacta_is(work, first, CLASS_NEUTER);         /* one of the judges */
    bool counted = first + 1 < high && opens_counted(work, first); /* one diplomat */
    if (pacta_is(work, first, CLASS_PRONOUN) && !partitive && !counted)
        return (pacta_phrase){first, first + 1};
    if (pacta_is(work, first, CLASS_PRONOUN) && partitive)
        return (pacta_phrase){first, core_end(work, first + 2, high)};
    if (counted)
        return (pacta_phrase){first, core_end(work, first + 1, high)};
    uint32_t end = core_end(work, first, high);
    if (end == first || (end == first + 1 && pacta_opens_phrase(work, first)))
        return none;
    if (joins_roles(work, first, end, high))
        end = core_end(work, end + 1, high);
    pacta_phrase phrase = {first, end};
    bool made = end + 2 < high && pacta_ends_as(work, end, CLASS_PAST_ENDING) &&
                pacta_is(work, end + 1, CLASS_AGENT) && !pacta_is_capital(work, end - 1);
    if (made) /* a summary released by the ministry */
        phrase.end = end = core_end(work, end + 2, high);
    for (unsigned n = 0; n < CHAIN && end + 1 < high; n++) {
        bool body = pacta_phrase_is_body(work, phrase) && pacta_is_capital(work, end - 1) &&
                    pacta_is(work, end, CLASS_OF);
        bool office = pacta_is(work, end - 1, CLASS_PERSON_TITLE) && pacta_is(work, end, CLASS_OF) &&
                      pacta_is_capital(work, end + 1); /* Minister of Trade Olle Brandt */
        if (!pacta_is(work, end, CLASS_NOUN_LINK) || (pacta_is_capital(work, end - 1) && !body && !office))
            break;
        uint32_t next = core_end(work, end + 1, high);
        if (next == end + 1 || (next == end + 2 && pacta_opens_phrase(work, end + 1))) /* at the back */
            break;
        phrase.end = end = next;
    }
    return pacta_without_article(work, phrase);
}

/* Monday, the next day, last May */
static bool says_when(const pacta_work *work, uint32_t token) {
    return pacta_says_time(work, token) || pacta_is(work, token, CLASS_WEEKDAY) ||
           pacta_is(work, token, CLASS_MONTH);
}

/* Behind the next comma, or `high`. */
static uint32_t comma_behind(const pacta_work *work, uint32_t token, uint32_t high) {
    while (token < high && !pacta_is_char(work, token, ',') &&
           pacta_cut_at(work, token)->kind != PACTA_TOKEN_QUOTE)
        token++;
    return token < high && pacta_is_char(work, token, ',') ? token + 1 : high;
}

/* Behind a headline in capitals that runs on into the text: LAMPS GO OUT The mayor. */
static uint32_t behind_headline(const pacta_work *work, uint32_t low, uint32_t high) {
    uint32_t end = low;
    while (end < high && ((pacta_cut_at(work, end)->flags & TOKEN_CAPS) != 0 ||
                          (end >= low + SHOUTED && pacta_is_char(work, end, ','))))
        end++;
    return end >= low + SHOUTED && end < high && pacta_cut_at(work, end)->kind == PACTA_TOKEN_WORD ? end
                                                                                                   : low;
}

pacta_phrase pacta_phrase_opening(const pacta_work *work, uint32_t low, uint32_t high) {
    if (high - low > CLAUSE_TOKENS)
        high = low + CLAUSE_TOKENS;
    low = behind_headline(work, low, high);
    bool skipped = false;
    while (low < high) {
        pacta_phrase none = {low, low};
        if (pacta_is_word(work, low) &&
            (pacta_is(work, low, CLASS_LIST_JOINER) ||
             (pacta_is(work, low, CLASS_ADVERB) && !pacta_is(work, low, CLASS_PREPOSITION)) ||
             pacta_is(work, low, CLASS_CITATION_SIGNAL) || /* See Ana Ruiz */
             pacta_cut_at(work, low)->kind == PACTA_TOKEN_NUMBER)) {
            low++;
            continue;
        }
        if (!pacta_is_word(work, low) && pacta_cut_at(work, low)->kind != PACTA_TOKEN_BREAK &&
            pacta_cut_at(work, low)->kind != PACTA_TOKEN_QUOTE && !pacta_is_char(work, low, '@')) {
            low++;
            continue;
        }
        bool circumstance =
            pacta_opens_circumstance(work, low) ||
            (pacta_is(work, low, CLASS_CUE) && !pacta_is(work, low, CLASS_NOUN_LIKE)); /* Asked why, */
        if (!circumstance || pacta_reference_in(work, low, low + 1) != PACTA_NONE) {
            pacta_phrase phrase = low < high ? pacta_phrase_from(work, low, high) : none;
            bool when = phrase.first < phrase.end && says_when(work, phrase.end - 1);
            bool apposed =
                skipped && phrase.first < phrase.end && phrase.end + 1 < high &&
                pacta_is(work, phrase.end + 1, CLASS_PERSONAL);  /* Born in Orsk, a clerk's son, he */
            if (when && !pacta_is_char(work, phrase.end, ',')) { /* the day that he left, Holm */
                const bool later = pacta_is(work, phrase.end, CLASS_ADVERB); /* some weeks later the keeper */
                low = later ? phrase.end + 1 : comma_behind(work, phrase.end, high);
                continue;
            }
            if (!(when || apposed) || phrase.end >= high || !pacta_is_char(work, phrase.end, ','))
                return phrase;
            low = phrase.end + 1; /* The next day, Holm */
            continue;
        }
        while (low < high && !pacta_is_char(work, low, ',') &&
               pacta_cut_at(work, low)->kind != PACTA_TOKEN_QUOTE)
            low++;
        if (low >= high || !pacta_is_char(work, low, ','))
            return (pacta_phrase){low, low};
        low++;
        skipped = true;
    }
    return (pacta_phrase){low, low};
}
