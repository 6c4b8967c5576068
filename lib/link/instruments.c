#include "link/instruments.h"
#include "link/told.h"
#include <stdio.h>
#include <string.h>

enum {
    HEAD_PASSAGES = 3,
    ID_ROOM = 256,
    BODY_BYTES = 400,
    SENTENCE_TOKENS = 60,
    PLACES_TRIED = 64,
    OWNER_WORDS = 3
};

const pacta_known *pacta_known_of(const pacta_linker *linker, uint32_t instrument) {
    const pacta_registry *registry = &linker->work->rules->registry;
    if (instrument == PACTA_NONE)
        return NULL;
    const char *id = linker->work->document->instruments.items[instrument].id;
    uint32_t known = pacta_index_find(&registry->ids, id, strlen(id));
    return known == PACTA_NONE ? NULL : &registry->known.items[known];
}

uint32_t pacta_protocol_of(const pacta_work *work, const pacta_known *known, const pacta_step *step) {
    char id[ID_ROOM];
    if (!pacta_is_in_unit(work, step, UNIT_PROTOCOL))
        return PACTA_NONE;
    const int size = snprintf(id, sizeof id, "%s-p%s", known->id, step->number);
    return size < 0 || (size_t)size >= sizeof id
               ? PACTA_NONE
               : pacta_index_find(&work->rules->registry.ids, id, (size_t)size);
}

bool pacta_is_explicit(const pacta_name *name) {
    return name->kind == NAME_KNOWN || name->kind == NAME_TITLE || name->kind == NAME_DEFINED ||
           name->kind == NAME_SYMBOL;
}

/* The instrument named last before `index` whose title has the noun. */
static uint32_t last_with_noun(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const pacta_work *work = linker->work;
    for (uint32_t i = index; i-- > 0 && index - i <= PACTA_LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (pacta_is_explicit(name) && name->instrument != linker->self &&
            pacta_may_mean(work, name->instrument, told))
            return name->instrument;
    }
    return PACTA_NONE;
}

/* The convention, of which the text has spoken so twice, and has since named another of that
 * noun once, by the way: one that all know. */
static uint32_t spoken_of_so(const pacta_linker *linker, uint32_t index, uint32_t last) {
    const pacta_work *work = linker->work;
    const uint32_t lexeme = pacta_cut_at(work, work->names.items[index].noun)->lexeme;
    const bool capital = (pacta_cut_at(work, work->names.items[index].noun)->flags & TOKEN_UPPER) != 0;
    uint32_t found = PACTA_NONE, so = 0, named = 0;
    if (linker->treaty || pacta_known_of(linker, last) == NULL)
        return PACTA_NONE;
    for (uint32_t i = index; i-- > 0 && index - i <= PACTA_LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        named += pacta_is_explicit(name) && name->instrument == last;
        if (name->kind != NAME_GENERIC || name->instrument == PACTA_NONE || name->noun == PACTA_NONE ||
            pacta_cut_at(work, name->noun)->lexeme != lexeme)
            continue;
        if (found != PACTA_NONE && name->instrument != found)
            break;
        found = name->instrument;
        so++;
    }
    return so + capital >= 2 && named == 1 ? found : PACTA_NONE;
}

/* "The Convention", in a treaty that is none: what the treaty says that it means, or the first
 * of that noun that it names. */
static uint32_t first_with_noun(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const pacta_work *work = linker->work;
    const uint32_t noun = work->names.items[index].noun;
    uint32_t found = PACTA_NONE;
    if (!linker->treaty || (pacta_cut_at(work, noun)->flags & TOKEN_UPPER) == 0)
        return PACTA_NONE;
    for (uint32_t i = 0; i < index && i < PACTA_LOOK_BACK; i++) {
        const pacta_name *name = &work->names.items[i];
        if (!pacta_is_explicit(name) || name->instrument == linker->self)
            continue;
        if (name->called != 0 && pacta_same_word(work, name->called, noun))
            return name->instrument;
        if (found == PACTA_NONE && name->kind != NAME_SYMBOL && pacta_may_mean(work, name->instrument, told))
            found = name->instrument;
    }
    return found;
}

/* the new text: what is now spoken of, though others are named around it */
static bool is_newer(const pacta_work *work, const pacta_name *name) {
    return name->kind == NAME_GENERIC && name->instrument != PACTA_NONE && name->first > 0 &&
           pacta_is(work, name->first - 1, CLASS_NEWER);
}

/* The instrument of that noun which the passage has named before by a name of its own. */
static uint32_t named_here(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const pacta_work *work = linker->work;
    const uint32_t passage = pacta_passage_of(work, work->names.items[index].first);
    const uint32_t token = work->fold.passages.items[passage].first_token;
    for (uint32_t i = index;
         i-- > 0 && index - i <= PACTA_LOOK_BACK && work->names.items[i].first >= token;) {
        const pacta_name *name = &work->names.items[i];
        if ((pacta_is_explicit(name) || is_newer(work, name)) && pacta_may_mean(work, name->instrument, told))
            return name->instrument;
    }
    return PACTA_NONE;
}

/* The resolution, in a story on one: the one that its head names first by a number and this
 * noun, unless the passage in hand has named another. */
static uint32_t head_with_noun(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const pacta_work *work = linker->work;
    const pacta_passage *passages = work->fold.passages.items;
    const uint32_t passage = pacta_passage_of(work, work->names.items[index].first);
    if (linker->treaty || passage < HEAD_PASSAGES ||
        (pacta_cut_at(work, work->names.items[index].noun)->flags & TOKEN_UPPER) != 0)
        return PACTA_NONE;
    const uint32_t token = passages[passage].first_token, head = passages[HEAD_PASSAGES].first_token;
    for (uint32_t i = index; i-- > 0 && index - i <= PACTA_LOOK_BACK && work->names.items[i].first >= token;)
        if (work->names.items[i].kind == NAME_SYMBOL)
            return PACTA_NONE;
    for (uint32_t i = 0; i < index && i < PACTA_LOOK_BACK && work->names.items[i].first < head; i++)
        if (work->names.items[i].kind == NAME_SYMBOL &&
            pacta_may_mean(work, work->names.items[i].instrument, told))
            return work->names.items[i].instrument;
    return PACTA_NONE;
}

/* The treaty-like instrument named last before `index`. */
static uint32_t last_named(const pacta_linker *linker, uint32_t index) {
    const pacta_work *work = linker->work;
    for (uint32_t i = index; i-- > 0 && index - i <= PACTA_LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (pacta_is_explicit(name) && name->kind != NAME_SYMBOL)
            return name->instrument;
    }
    return PACTA_NONE;
}

/* The Convention against Nets is old: Article 3 of that treaty. The one of any noun that was
 * named last before `index` in its sentence. */
static uint32_t named_in_sentence(const pacta_linker *linker, uint32_t index) {
    const pacta_work *work = linker->work;
    const uint32_t sentence = pacta_sentence_of(work, work->names.items[index].first);
    const pacta_name *before = index == 0 ? NULL : &work->names.items[index - 1];
    return before != NULL && pacta_is_explicit(before) && before->kind != NAME_SYMBOL &&
                   before->first >= work->sentences.items[sentence].first
               ? before->instrument
               : PACTA_NONE;
}

/* Article 32 of the same instrument: the one that is spoken of right before, in the passage. */
static uint32_t same_as_before(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const pacta_work *work = linker->work;
    const pacta_name *name = &work->names.items[index], *before = name - (index > 0);
    return index > 0 && name->noun > 0 && pacta_is(work, name->noun - 1, CLASS_LIKENED) &&
                   pacta_is_linked(before) && pacta_in_one_passage(work, before->first, name->first) &&
                   (pacta_may_mean(work, before->instrument, told) ||
                    pacta_is(work, name->noun, CLASS_GENERIC))
               ? before->instrument
               : PACTA_NONE;
}

static uint32_t bare_noun(const pacta_linker *linker, uint32_t token) {
    const pacta_cut *cut = &linker->work->tokens.items[token];
    bool owned = token > 0 && pacta_is(linker->work, token - 1, CLASS_POSSESSIVE); /* its Charter: whose? */
    if ((cut->flags & TOKEN_UPPER) == 0 || owned)
        return PACTA_NONE;
    uint32_t known = pacta_registry_bare(&linker->work->rules->registry, cut->lexeme);
    return known == PACTA_NONE ? PACTA_NONE : pacta_instrument_known(linker->work, known);
}

/* Statute of the International Court of Justice: behind the noun and its small words, whose it
 * is, in several words; NULL where the title begins with another noun. */
static const char *body_in_title(const pacta_work *work, const char *title, uint32_t noun) {
    const pacta_cut *cut = pacta_cut_at(work, noun);
    const size_t size = cut->end - cut->begin;
    if (strncmp(title, pacta_work_text(work) + cut->begin, size) != 0 || title[size] != ' ')
        return NULL;
    for (const char *at = title + size; *at == ' '; at += strcspn(at, " "))
        if (*++at >= 'A' && *at <= 'Z')
            return strchr(at, ' ') == NULL ? NULL : at;
    return NULL;
}

/* The International Court of Justice acts under its Statute: that of the body which the
 * sentence, or the one before, has named last. */
static uint32_t of_named_body(const pacta_linker *linker, uint32_t noun) {
    const pacta_work *work = linker->work;
    const pacta_registry *registry = &work->rules->registry;
    if (noun == 0 || !pacta_is(work, noun - 1, CLASS_POSSESSIVE))
        return PACTA_NONE;
    const pacta_sentence_cut *sentence = &work->sentences.items[pacta_sentence_of(work, noun)];
    sentence -= sentence > work->sentences.items && sentence[-1].passage == sentence->passage;
    const char *begin = pacta_work_text(work) + pacta_cut_at(work, sentence->first)->begin,
               *end = pacta_work_text(work) + pacta_cut_at(work, noun)->begin, *last = NULL;
    uint32_t found = PACTA_NONE;
    if (end - begin > BODY_BYTES)
        begin = end - BODY_BYTES;
    for (uint32_t i = 0; i < registry->known.count; i++) {
        const char *body = body_in_title(work, registry->known.items[i].title, noun);
        const size_t size = body == NULL ? 0 : strlen(body);
        for (const char *at = begin; size > 0 && at + size <= end; at++)
            if (memcmp(at, body, size) == 0 && (last == NULL || at > last)) {
                last = at;
                found = i;
            }
    }
    return found == PACTA_NONE ? PACTA_NONE : pacta_instrument_known(linker->work, found);
}

static bool is_own_noun(const pacta_linker *linker, uint32_t token) {
    uint32_t lexeme = linker->work->tokens.items[token].lexeme;
    for (uint32_t i = 0; i < linker->own_noun_count; i++)
        if (linker->own_nouns[i] == lexeme)
            return true;
    return false;
}

/* The Korvin treaty: the only instrument whose title has the words before the
 * noun. */
static uint32_t with_words_before(const pacta_linker *linker, const pacta_name *name) {
    const pacta_work *work = linker->work;
    uint32_t found = PACTA_NONE;
    uint64_t bits = 0;
    for (uint32_t t = name->first; t < name->noun; t++)
        bits |= pacta_title_word_of(work, t).bit;
    for (uint32_t i = 0; i < work->titles.list.count && i < PACTA_LOOK_BACK; i++) {
        bool all = i != linker->self && (work->titles.list.items[i].words & bits) == bits;
        for (uint32_t t = name->first; all && t < name->noun; t++) {
            const pacta_title_word word = pacta_title_word_of(work, t);
            all = pacta_title_has(work, i, &word);
        }
        if (all && found != PACTA_NONE)
            return PACTA_NONE;
        if (all)
            found = i;
    }
    return found;
}

/* The only instrument that this passage and the one before have named by names of their
 * own, before `index`; what is named in quoted words is not spoken of behind them. */
static uint32_t only_named_near(const pacta_linker *linker, uint32_t index) {
    const pacta_work *work = linker->work;
    const uint32_t passage = pacta_passage_of(work, work->names.items[index].first);
    const uint32_t token = work->fold.passages.items[passage > 0 ? passage - 1 : 0].first_token;
    uint32_t found = PACTA_NONE;
    bool spoken_of = false; /* what the text is about */
    for (uint32_t i = index;
         i-- > 0 && index - i <= PACTA_LOOK_BACK && work->names.items[i].first >= token;) {
        const pacta_name *name = &work->names.items[i];
        spoken_of = spoken_of || (linker->about != PACTA_NONE && name->instrument == linker->about);
        const bool national = name->noun != PACTA_NONE && pacta_is(work, name->noun, CLASS_NATIONAL);
        if (!pacta_is_explicit(name) || name->kind == NAME_SYMBOL || national || name->instrument == found ||
            pacta_is_quoted_apart(work, name->first, work->names.items[index].first))
            continue;
        if (found != PACTA_NONE)
            return PACTA_NONE;
        found = name->instrument;
    }
    const bool told_of = spoken_of || (linker->about != PACTA_NONE && /* the pact: no convention of many */
                                       pacta_known_of(linker, linker->about) == NULL &&
                                       !pacta_is(work, work->names.items[index].noun, CLASS_TEXT_NOUN));
    return told_of && found != linker->about && pacta_known_of(linker, found) != NULL ? PACTA_NONE : found;
}

/* The noun may stand for what the text is about; a draft (a noun that also ranks
 * names: the draft treaty) not for what the registry has. */
static bool may_be_about(const pacta_linker *linker, uint32_t noun) {
    return pacta_is(linker->work, noun, CLASS_GENERIC) &&
           (!pacta_is(linker->work, noun, CLASS_NAME_RANK) || pacta_known_of(linker, linker->about) == NULL);
}

/* the tax treaty between Orla and Vend: no treaty of many states. */
static bool is_of_two(const pacta_linker *linker, uint32_t noun, uint32_t instrument) {
    const pacta_work *work = linker->work;
    if (noun + 1 >= work->tokens.count || !pacta_is(work, noun + 1, CLASS_PARTIES_OPENER) ||
        pacta_known_of(linker, instrument) == NULL)
        return false;
    const pacta_title_word word = pacta_title_word_of(work, noun + 1);
    return !pacta_title_has(work, instrument, &word);
}

/* The Convention, in one. */
static bool is_own(const pacta_linker *linker, const pacta_name *name) {
    return linker->treaty && is_own_noun(linker, name->noun) && !name->last_named;
}

/* What a noun means that is called this or that, or the text's own, or what the text is about. */
static uint32_t meant_here(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const pacta_name *name = &linker->work->names.items[index];
    const bool small = (pacta_cut_at(linker->work, name->noun)->flags & TOKEN_UPPER) == 0;
    uint32_t found = PACTA_NONE;
    if (name->last_named && small)
        found = same_as_before(linker, index, told);
    if (found == PACTA_NONE && name->last_named && small && may_be_about(linker, name->noun))
        found = named_in_sentence(linker, index);
    if (name->last_named && found == PACTA_NONE)
        found = last_with_noun(linker, index, told);
    if (found != PACTA_NONE)
        return found;
    if (linker->treaty)
        return is_own(linker, name) ? linker->self : first_with_noun(linker, index, told);
    found = named_here(linker, index, told);
    const bool about = found == PACTA_NONE && linker->about != PACTA_NONE &&
                       pacta_may_mean(linker->work, linker->about, told);
    if (about && linker->about_first > name->first && last_with_noun(linker, index, told) != PACTA_NONE)
        return PACTA_NONE; /* it is not named yet, and another is */
    return about ? linker->about : found;
}

static uint32_t meant_by_noun(const pacta_linker *linker, uint32_t index, const pacta_told *told) {
    const uint32_t noun = linker->work->names.items[index].noun;
    uint32_t found = meant_here(linker, index, told);
    if (found == PACTA_NONE)
        found = head_with_noun(linker, index, told);
    if (found == PACTA_NONE) {
        found = last_with_noun(linker, index, told);
        const uint32_t so = found == PACTA_NONE ? PACTA_NONE : spoken_of_so(linker, index, found);
        found = so == PACTA_NONE ? found : so;
    }
    if (found == PACTA_NONE)
        found = pacta_within_title(linker, index);
    if (found == PACTA_NONE)
        found = bare_noun(linker, noun);
    if (found != PACTA_NONE || linker->treaty || !may_be_about(linker, noun))
        return found;
    const uint32_t near = only_named_near(linker, index);
    if (near != PACTA_NONE)
        return near;
    return linker->about != PACTA_NONE ? linker->about : last_named(linker, index);
}

/* The FTA, in a text that has named the Orla Free Trade Agreement: the last one whose words
 * have the letters. */
static uint32_t with_initials(const pacta_linker *linker, uint32_t index) {
    const pacta_work *work = linker->work;
    for (uint32_t i = index; i-- > 0 && index - i <= PACTA_LOOK_BACK;) {
        const pacta_name *name = &work->names.items[i];
        if (pacta_is_explicit(name) && name->kind != NAME_SYMBOL && name->end > name->first + 1 &&
            pacta_has_initials(work, name->first, name->end, work->names.items[index].noun))
            return name->instrument;
    }
    return PACTA_NONE;
}

/* The Vend treaty, of one that was signed at Vend: the only one of the noun behind whose name,
 * or before it, the word stands in its sentence. */
static uint32_t with_place(const pacta_linker *linker, const pacta_name *name) {
    const pacta_work *work = linker->work;
    const pacta_title_word noun = pacta_title_word_of(work, name->noun);
    const uint32_t size = name->noun - name->first;
    const bool any = pacta_is(work, name->noun, CLASS_TREATY_NOUN); /* the Vend text */
    uint32_t found = PACTA_NONE;
    for (uint32_t i = 0; i < work->names.count && i < PACTA_LOOK_BACK; i++) {
        const pacta_name *other = &work->names.items[i];
        if (other->kind != NAME_TITLE || other->instrument == found ||
            !(any || pacta_title_head_has(work, other->instrument, &noun)))
            continue;
        const pacta_sentence_cut *sentence = &work->sentences.items[pacta_sentence_of(work, other->first)];
        for (uint32_t t = sentence->first; t < sentence->end && t - sentence->first < SENTENCE_TOKENS; t++) {
            if (t == name->first || t + size > sentence->end || !pacta_same_words(work, t, name->first, size))
                continue;
            if (found != PACTA_NONE)
                return PACTA_NONE;
            found = other->instrument;
            break;
        }
    }
    return found;
}

/* NATO might invoke Article 5 of its founding treaty: of the organisation's that the sentence
 * has named. */
static uint32_t of_holder(const pacta_linker *linker, uint32_t index) {
    pacta_work *work = linker->work;
    const uint32_t noun = work->names.items[index].noun,
                   low = work->sentences.items[pacta_sentence_of(work, noun)].first;
    uint32_t owner = noun;
    while (owner > low && noun - owner < OWNER_WORDS && !pacta_is(work, owner, CLASS_POSSESSIVE))
        owner--;
    for (uint32_t i = index;
         pacta_is(work, owner, CLASS_POSSESSIVE) && i-- > 0 && work->names.items[i].first >= low;)
        if (work->names.items[i].kind == NAME_HOLDER)
            return pacta_instrument_known(work, work->names.items[i].instrument);
    return PACTA_NONE;
}

/* the bilateral convention, in a text about one of two states: not one that all know. */
static uint32_t of_two_states(const pacta_linker *linker, uint32_t noun) {
    return noun > 0 && pacta_is(linker->work, noun - 1, CLASS_BILATERAL) && linker->about != PACTA_NONE &&
                   pacta_known_of(linker, linker->about) == NULL
               ? linker->about
               : PACTA_NONE;
}

static uint32_t what_is_meant(const pacta_linker *linker, uint32_t index) {
    const pacta_name *name = &linker->work->names.items[index];
    if (name->noun == PACTA_NONE)
        return PACTA_NONE; /* a name that several instruments have */
    if (name->first < name->noun)
        return with_words_before(linker, name);
    uint32_t meant = of_holder(linker, index);
    if (meant == PACTA_NONE)
        meant = of_named_body(linker, name->noun);
    if (meant == PACTA_NONE)
        meant = of_two_states(linker, name->noun);
    if (pacta_is(linker->work, name->noun, CLASS_NOUN_ACRONYM))
        meant = with_initials(linker, index);
    pacta_told told;
    const bool more = pacta_read_told(linker->work, name->noun, &told);
    if (meant == PACTA_NONE && !more && is_own(linker, name))
        return linker->self;
    told.word = pacta_title_word_of(linker->work, name->noun);
    if (meant == PACTA_NONE && more)
        meant = pacta_most_told(linker, &told);
    if (meant == PACTA_NONE && told.older)
        meant = pacta_oldest(linker, &told);
    if (meant == PACTA_NONE && told.newer && !linker->treaty)
        meant = pacta_newest(linker, index, &told);
    if (meant == PACTA_NONE)
        meant = meant_by_noun(linker, index, &told);
    return meant != PACTA_NONE && pacta_is_of_other_year(linker->work, meant, &told) ? PACTA_NONE : meant;
}

/* The former, the latter: of the two that were named last, in this sentence and the one
 * before. */
static uint32_t one_of_two(const pacta_linker *linker, uint32_t index) {
    const pacta_work *work = linker->work;
    const uint32_t token = work->names.items[index].first, sentence = pacta_sentence_of(work, token);
    const uint32_t low = work->sentences.items[sentence > 0 ? sentence - 1 : 0].first;
    uint32_t two[2] = {PACTA_NONE, PACTA_NONE}, count = 0;
    for (uint32_t i = index; count < 2 && i-- > 0 && work->names.items[i].first >= low;) {
        const pacta_name *name = &work->names.items[i];
        if (pacta_is_linked(name) && name->kind != NAME_CONTRASTED && name->instrument != two[0])
            two[count++] = name->instrument;
    }
    const uint32_t wanted = (uint32_t)pacta_word_of(work, token)->value;
    return count == 2 && wanted >= 1 && wanted <= 2 ? two[wanted - 1] : PACTA_NONE;
}

static uint32_t resolve_generic(const pacta_linker *linker, uint32_t index) {
    const uint32_t meant = what_is_meant(linker, index), noun = linker->work->names.items[index].noun;
    return noun != PACTA_NONE && is_of_two(linker, noun, meant) ? PACTA_NONE : meant;
}

int pacta_link_names(pacta_linker *linker) {
    pacta_work *work = linker->work;
    int status = PACTA_OK;
    uint32_t places = 0;
    for (uint32_t i = 0; status == PACTA_OK && i < work->names.count; i++) {
        pacta_name *name = &work->names.items[i];
        if (name->kind == NAME_SELF && linker->treaty && !pacta_is_replaced(linker, name->first))
            name->instrument = linker->self;
        else if (name->kind == NAME_GENERIC || name->kind == NAME_SELF)
            name->instrument = resolve_generic(linker, i);
        else if (name->kind == NAME_CONTRASTED)
            name->instrument = one_of_two(linker, i);
        if (name->kind == NAME_GENERIC && name->instrument == PACTA_NONE && name->noun != PACTA_NONE &&
            name->first < name->noun && places++ < PLACES_TRIED)
            name->instrument = with_place(linker, name);
        status = pacta_report(work, work->tokens.items[name->first].begin);
    }
    return status;
}
