/* Short titles to full ones: the Korvin Treaty is the Treaty on the Defence of Korvin,
 * where the text names both. */
#include "find/finder.h"
#include "find/unite.h"
#include <string.h>

enum { TITLES = 64, BODY_OF_LAW = 2, REACH = 24 };

/* How an instrument that the registry lacks is named first. */
typedef struct title {
    uint32_t instrument, name;
} title;

static const pacta_name *name_of(const pacta_work *work, const title *t) {
    return &work->names.items[t->name];
}

static uint32_t collect(const pacta_work *work, title *titles) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < work->names.count && count < TITLES; i++) {
        const pacta_name *name = &work->names.items[i];
        uint32_t k = 0;
        if (name->kind != NAME_TITLE)
            continue;
        while (k < count && titles[k].instrument != name->instrument)
            k++;
        if (k == count)
            titles[count++] = (title){name->instrument, i};
    }
    return count;
}

static bool is_content(const pacta_work *work, const pacta_name *name, uint32_t token) {
    return token != name->noun && (work->tokens.items[token].flags & TOKEN_UPPER) != 0;
}

static bool has_word(const pacta_work *work, const pacta_name *name, uint32_t token) {
    const pacta_title_word word = pacta_title_word_of(work, token);
    return pacta_title_has(work, name->instrument, &word);
}

/* Where the number of a title begins (Law No. 12), or its end. */
static uint32_t number_in(const pacta_work *work, const pacta_name *name) {
    uint32_t at = name->first;
    while (at < name->end && !pacta_is(work, at, CLASS_NUMERO))
        at++;
    return at;
}

/* Neither has a number, or both have the same. */
static bool is_numbered_alike(const pacta_work *work, const pacta_name *a, const pacta_name *b) {
    const uint32_t one = number_in(work, a), other = number_in(work, b), size = a->end - one;
    return size == b->end - other && pacta_same_words(work, one, other, size);
}

/* Both are of one noun: a treaty and a treaty. */
static bool is_of_same_noun(const pacta_work *work, const pacta_name *brief, const pacta_name *full) {
    return brief->noun != PACTA_NONE && full->noun != PACTA_NONE &&
           work->tokens.items[brief->noun].lexeme == work->tokens.items[full->noun].lexeme;
}

/* All that the short title says, the full one says, and more; but a second
 * treaty is not the treaty. */
static bool is_short_for(const pacta_work *work, const pacta_name *brief, const pacta_name *full) {
    uint32_t words = 0, more = 0;
    if (!is_numbered_alike(work, brief, full))
        return false;
    for (uint32_t i = brief->first; i < brief->end; i++) {
        if (!is_content(work, brief, i))
            continue;
        if (!has_word(work, full, i))
            return false;
        words++;
    }
    for (uint32_t i = full->first; i < full->end; i++) {
        if (!is_content(work, full, i) || has_word(work, brief, i))
            continue;
        if (pacta_is(work, i, CLASS_ORDINAL) || pacta_is(work, i, CLASS_NAME_RANK))
            return false;
        more++;
    }
    if (words == 1 && more == 1 && pacta_word_of(work, brief->noun)->value == BODY_OF_LAW)
        return false; /* the Criminal Code is no Code of Criminal Procedure */
    return words > 0 && more > 0;
}

/* The sentence of the token has the word. */
static bool is_said_with(const pacta_work *work, uint32_t token, pacta_span word) {
    const pacta_sentence_cut *sentence = &work->sentences.items[pacta_sentence_of(work, token)];
    const char *text = pacta_work_text(work);
    const uint32_t size = word.end - word.begin;
    for (uint32_t i = token; i > sentence->first && token - i < REACH; i--) {
        const pacta_cut *cut = pacta_cut_at(work, i - 1);
        if (cut->end - cut->begin == size && memcmp(text + cut->begin, text + word.begin, size) == 0)
            return true;
    }
    return false;
}

/* The Velland-Orla Treaty, where the text says that Velland and Orla concluded the
 * Treaty on Eternal Calm. */
static bool is_of_pair(const pacta_work *work, const pacta_name *brief, const pacta_name *full) {
    pacta_span halves[2];
    return brief->noun == brief->first + 1 && brief->end == brief->noun + 1 && full->noun + 1 < full->end &&
           pacta_is_pair(work, brief->first, halves) && is_said_with(work, full->first, halves[0]) &&
           is_said_with(work, full->first, halves[1]);
}

static bool stands_for(const pacta_work *work, const pacta_name *brief, const pacta_name *full) {
    return is_of_same_noun(work, brief, full) &&
           (is_short_for(work, brief, full) || is_of_pair(work, brief, full));
}

void pacta_match_titles(const pacta_work *work, uint32_t *into) {
    title titles[TITLES];
    const uint32_t count = collect(work, titles);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t found = 0, full = i;
        for (uint32_t k = 0; k < count; k++)
            if (k != i && stands_for(work, name_of(work, &titles[i]), name_of(work, &titles[k]))) {
                full = k;
                found++;
            }
        const uint32_t brief = titles[i].instrument, whole = pacta_united(into, titles[full].instrument);
        if (found == 1 && whole != brief)
            into[brief] = whole;
    }
}
