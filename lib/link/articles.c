/* Whose paragraphs are meant where they are cited by their numbers alone: the articles that
 * were cited around them. */
#include "link/owners.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARTICLE_BACK = 4, ITEMS_BACK = 4, HEAD_PASSAGES = 6, HEADING_WORDS = 4, CITED_BACK = 16 };

const char *pacta_article_cited(const pacta_context *c, uint32_t instrument) {
    if (instrument == c->last_instrument)
        return c->last_article;
    for (uint32_t i = 0; i < RECENT; i++)
        if (c->recent[i].instrument == instrument)
            return c->recent[i].article;
    return "";
}

void pacta_keep_article(pacta_context *c) {
    uint32_t slot = 0;
    if (c->last_instrument == PACTA_NONE || c->last_article[0] == '\0')
        return;
    while (slot < RECENT && c->recent[slot].instrument != c->last_instrument)
        slot++;
    if (slot == RECENT) {
        slot = c->recent_next;
        c->recent_next = (c->recent_next + 1) % RECENT;
    }
    c->recent[slot].instrument = c->last_instrument;
    memcpy(c->recent[slot].article, c->last_article, sizeof c->last_article);
}

const pacta_step *pacta_article_of_list(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    if (index + 1 >= work->citations.count ||
        pacta_top_level(work, &work->citations.items[index]) != LEVEL_ITEM)
        return NULL;
    const pacta_citation *next = &work->citations.items[index + 1];
    uint32_t token = work->citations.items[index].end;
    token += token < next->first && pacta_is_char(work, token, ',');
    if (token + 1 != next->first || !pacta_is(work, token, CLASS_LIST_JOINER) || next->name != PACTA_NONE ||
        next->path_count == 0)
        return NULL;
    const pacta_path *path = &work->paths.items[next->first_path];
    return path->count > 1 && pacta_unit_of(work, &path->steps[0])->level == LEVEL_ARTICLE ? &path->steps[0]
                                                                                           : NULL;
}

const pacta_step *pacta_article_before(const pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    if (pacta_top_level(work, here) != LEVEL_ITEM || here->path_count == 0 || pacta_is_relative(work, here))
        return NULL;
    for (uint32_t i = index; i-- > 0 && index - i <= ARTICLE_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        if (!pacta_in_one_passage(work, before->first, here->first))
            return NULL;
        if (before->path_count == 1 && pacta_top_level(work, before) == LEVEL_ARTICLE &&
            work->paths.items[before->first_path].steps[0].number[0] != '\0')
            return &work->paths.items[before->first_path].steps[0];
    }
    return NULL;
}

/* The citation stands where a sentence or a part of it begins: In Article 3, */
static bool begins_part(const pacta_work *work, const pacta_citation *citation) {
    uint32_t token = citation->first;
    const uint32_t first = work->sentences.items[pacta_sentence_of(work, token)].first;
    if (token > first && pacta_is(work, token - 1, CLASS_DETERMINER))
        token--;
    if (token > first && pacta_is(work, token - 1, CLASS_PREPOSITION))
        token--;
    return token == first || pacta_is_char(work, token - 1, ';') || pacta_is_char(work, token - 1, ':');
}

/* The eid of what holds the item of that unit and number, where the eid is of it or in it. */
static bool cut_holder(const pacta_work *work, const char *eid, const pacta_step *item, long number,
                       char *holder) {
    char cut[EID_ROOM], same[EID_ROOM];
    pacta_path path = {.count = 1, .steps = {*item}};
    const int size = snprintf(path.steps[0].number, sizeof path.steps[0].number, "%ld", number);
    if (size < 0 || (size_t)size >= sizeof path.steps[0].number ||
        !pacta_eid_cut(eid, pacta_unit_of(work, item)->eid, cut, sizeof cut))
        return false;
    memcpy(holder, cut, strlen(cut) + 1);
    return pacta_eid_up(holder) && pacta_eid_under(work, holder, &path, 0, same, sizeof same) &&
           strcmp(cut, same) == 0;
}

uint32_t pacta_go_back(pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    if (c->linker.treaty || here->name != PACTA_NONE || here->path_count == 0 || here->label ||
        here->foreign || !begins_part(work, here))
        return PACTA_NONE;
    const pacta_step *item = &work->paths.items[here->first_path].steps[0];
    const long number = strtol(item->number, NULL, 10);
    if (number < 2 || item->relative || item->same || pacta_unit_of(work, item)->level != LEVEL_ITEM)
        return PACTA_NONE;
    for (uint32_t i = index; i-- > 0 && index - i <= ITEMS_BACK;) {
        const pacta_citation *before = &work->citations.items[i];
        char holder[EID_ROOM] = "";
        if (!pacta_in_one_passage(work, before->first, here->first))
            break;
        if (before->owner != PACTA_NONE && before->eid != NULL &&
            cut_holder(work, before->eid, item, number - 1, holder)) {
            pacta_keep_article(c);
            c->last_instrument = before->owner;
            memcpy(c->last_article, holder, sizeof holder);
            return before->owner;
        }
        if (begins_part(work, before))
            break;
    }
    return PACTA_NONE;
}

void pacta_keep_commented(pacta_context *c, const pacta_citation *citation, const char *eid,
                          uint32_t instrument) {
    const pacta_work *work = c->linker.work;
    const uint32_t passage = pacta_passage_of(work, citation->first);
    const pacta_passage *heading = &work->fold.passages.items[passage];
    const bool headed = heading->first_token == citation->first && heading->end_token == citation->end,
               commentary = pacta_is(work, heading->first_token, CLASS_COMMENTARY) && /* to draft article 7 */
                            citation->first - heading->first_token <= HEADING_WORDS;
    if (c->linker.treaty || c->commented_of != PACTA_NONE || passage >= HEAD_PASSAGES ||
        !(headed || commentary) || citation->path_count != 1 ||
        pacta_top_level(work, citation) != LEVEL_ARTICLE)
        return;
    c->commented_of = instrument;
    memcpy(c->commented, eid, strlen(eid) + 1);
}

uint32_t pacta_go_to_commented(pacta_context *c, uint32_t index) {
    const pacta_work *work = c->linker.work;
    const pacta_citation *here = &work->citations.items[index];
    if (c->commented_of == PACTA_NONE || here->name != PACTA_NONE || here->pointer || here->foreign ||
        here->placed || here->path_count == 0 || pacta_top_level(work, here) != LEVEL_ITEM ||
        pacta_is_relative(work, here))
        return PACTA_NONE;
    for (uint32_t i = index; i-- > 0 && index - i <= CITED_BACK;) {
        if (!pacta_in_one_passage(work, work->citations.items[i].first, here->first))
            break;
        if (pacta_top_level(work, &work->citations.items[i]) != LEVEL_ITEM)
            return PACTA_NONE;
    }
    pacta_keep_article(c);
    c->last_instrument = c->commented_of;
    memcpy(c->last_article, c->commented, sizeof c->commented);
    return c->commented_of;
}
