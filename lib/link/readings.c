/* What a path may mean where the document has nothing of its address. */
#include "link/eids.h"
#include "structure/provision_lookup.h"
#include <stdio.h>
#include <string.h>

/* 4a may be 4, point a. */
static bool split_letter(const pacta_work *work, pacta_path *path) {
    const pacta_level level = pacta_unit_of(work, &path->steps[path->count - 1])->level;
    return (level == LEVEL_ITEM || level == LEVEL_ARTICLE) && pacta_split_point(work, path, "0123456789");
}

/* An l may be a 1 that was misread. */
static bool read_l_as_one(const pacta_work *work, pacta_path *path) {
    pacta_step *step = &path->steps[path->count - 1];
    const pacta_unit *paragraph = work->rules->named[UNIT_PARAGRAPH];
    if (paragraph == NULL || strcmp(step->number, "l") != 0)
        return false;
    *step = (pacta_step){.unit = pacta_unit_index(work, paragraph), .number = "1"};
    return true;
}

/* Counted units may have no label: (b) of the first paragraph. */
static bool drop_counted(const pacta_work *work, pacta_path *path) {
    (void)work;
    unsigned kept = 0, count = path->count;
    for (unsigned i = 0; i < count; i++)
        if (!path->steps[i].ordinal || i + 1 == count)
            path->steps[kept++] = path->steps[i];
    path->count = (uint8_t)kept;
    return kept < count;
}

/* Article 12.2 may be what is printed as 12.2 in Article 12. */
static bool keep_printed(const pacta_work *work, pacta_path *path) {
    pacta_step *step = &path->steps[0];
    const pacta_unit *paragraph = work->rules->named[UNIT_PARAGRAPH];
    size_t head = strcspn(step->number, ".");
    if (paragraph == NULL || step->number[head] == '\0' || path->count == STEP_LIMIT ||
        pacta_unit_of(work, step)->level != LEVEL_ARTICLE)
        return false;
    memmove(step + 1, step, path->count++ * sizeof *step);
    step[1].unit = pacta_unit_index(work, paragraph);
    step->number[head] = '\0';
    return true;
}

/* Section B (1) of Article 1 may be what is printed as B. and (1) in it. */
static bool read_as_point(const pacta_work *work, pacta_path *path) {
    const pacta_unit *point = work->rules->named[UNIT_POINT];
    for (unsigned i = 1; point != NULL && i < path->count; i++) {
        pacta_step *step = &path->steps[i];
        bool letter = step->number[0] >= 'a' && step->number[0] <= 'z' && step->number[1] == '\0';
        if (!letter || pacta_unit_of(work, step)->level != LEVEL_DIVISION ||
            pacta_unit_of(work, step - 1)->level != LEVEL_ARTICLE)
            continue;
        for (; i < path->count && pacta_unit_of(work, &path->steps[i])->level == LEVEL_DIVISION; i++)
            path->steps[i].unit = pacta_unit_index(work, point);
        return true;
    }
    return false;
}

/* Clause 5.1 (a) may be a numbered paragraph, where the document has no articles. */
static bool read_as_paragraph(const pacta_work *work, pacta_path *path) {
    const pacta_unit *paragraph = work->rules->named[UNIT_PARAGRAPH], *point = work->rules->named[UNIT_POINT];
    pacta_step *step = &path->steps[0];
    if (paragraph == NULL || point == NULL || step->relative || step->number[0] < '0' ||
        step->number[0] > '9' || !pacta_is_in_unit(work, step, UNIT_CLAUSE) ||
        pacta_first_article(work) != PACTA_NONE)
        return false;
    step->unit = pacta_unit_index(work, paragraph);
    for (unsigned i = 1; i < path->count; i++)
        if (pacta_unit_of(work, &path->steps[i])->level != LEVEL_PIECE)
            path->steps[i].unit = pacta_unit_index(work, point);
    return true;
}

/* Section 5 (2) is a numbered paragraph, where the document prints it so. */
static bool read_subsection(const pacta_work *work, pacta_path *path) {
    const pacta_unit *paragraph = work->rules->named[UNIT_PARAGRAPH];
    for (unsigned i = 1; paragraph != NULL && i < path->count; i++)
        if (pacta_is_in_unit(work, &path->steps[i], UNIT_SUBSECTION)) {
            path->steps[i].unit = pacta_unit_index(work, paragraph);
            return true;
        }
    return false;
}

/* Paragraph 1.3.2, regulation 4.1.3: 3. of what is printed as 1., and 2. of that. */
static bool split_dots(const pacta_work *work, pacta_path *path) {
    const pacta_unit *paragraph = work->rules->named[UNIT_PARAGRAPH], *point = work->rules->named[UNIT_POINT];
    if (paragraph == NULL || point == NULL)
        return false;
    unsigned i = 0;
    while (i < path->count && strchr(path->steps[i].number, '.') == NULL)
        i++;
    const unsigned first = i;
    for (char *dot; i < path->count && (dot = strchr(path->steps[i].number, '.')) != NULL; i++) {
        const pacta_step *above = &path->steps[i];
        if (path->count == STEP_LIMIT || above->number[0] == '\0' || dot[1] == '\0' ||
            pacta_unit_of(work, above)->level < LEVEL_ARTICLE)
            return false;
        pacta_step part = {.unit = pacta_unit_index(
                               work, pacta_unit_of(work, above)->level == LEVEL_ARTICLE ? paragraph : point)};
        memcpy(part.number, dot + 1, strlen(dot + 1) + 1);
        *dot = '\0';
        memmove(&path->steps[i + 2], &path->steps[i + 1], (path->count - i - 1u) * sizeof part);
        path->steps[i + 1] = part;
        path->count++;
    }
    return i > first;
}

/* Paragraph 2, beside what is printed as 1. under A.: a figure below a letter is a point. */
static bool read_as_lower_point(const pacta_work *work, pacta_path *path) {
    const pacta_unit *point = work->rules->named[UNIT_POINT];
    for (unsigned i = 0; point != NULL && i < path->count; i++) {
        pacta_step *step = &path->steps[i];
        if (step->relative || !pacta_is_in_unit(work, step, UNIT_PARAGRAPH) || step->number[0] < '0' ||
            step->number[0] > '9')
            continue;
        step->unit = pacta_unit_index(work, point);
        return true;
    }
    return false;
}

/* Article 2, paragraph 5, may be what is printed as 2.5 in Article 2. */
static bool print_in_full(const pacta_work *work, pacta_path *path) {
    const pacta_step *article = &path->steps[0];
    pacta_step *item = &path->steps[1];
    char number[sizeof item->number];
    if (path->count < 2 || pacta_unit_of(work, article)->level != LEVEL_ARTICLE ||
        !pacta_is_in_unit(work, item, UNIT_PARAGRAPH) || article->number[0] == '\0' ||
        strchr(item->number, '.') != NULL)
        return false;
    const int size = snprintf(number, sizeof number, "%s.%s", article->number, item->number);
    if (size < 0 || (size_t)size >= sizeof number)
        return false;
    memcpy(item->number, number, sizeof number);
    return true;
}

bool pacta_read_otherwise(const pacta_work *work, unsigned reading, pacta_path *path) {
    static bool (*const READINGS[PACTA_READINGS])(const pacta_work *, pacta_path *) = {
        split_letter,      read_l_as_one,   drop_counted, keep_printed,        read_as_point,
        read_as_paragraph, read_subsection, split_dots,   read_as_lower_point, print_in_full};
    return READINGS[reading](work, path);
}
