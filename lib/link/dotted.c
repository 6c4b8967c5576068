/* Articles that have a chapter's number before their own. */
#include "link/targets.h"
#include <string.h>

enum { PATHS_NEAR = 8, BYTES_NEAR = 1000 };

/* Chapter 7 is cited, not far from Article 7.14. */
static bool cites_chapter(const pacta_work *work, uint32_t index, size_t size) {
    const pacta_path *article = &work->paths.items[index];
    for (uint32_t i = index > PATHS_NEAR ? index - PATHS_NEAR : 0;
         i < work->paths.count && i <= index + PATHS_NEAR; i++) {
        const pacta_path *path = &work->paths.items[i];
        const uint32_t apart = path->span.begin > article->span.begin
                                   ? path->span.begin - article->span.begin
                                   : article->span.begin - path->span.begin;
        if (apart <= BYTES_NEAR && pacta_unit_of(work, &path->steps[0])->level == LEVEL_DIVISION &&
            strlen(path->steps[0].number) == size &&
            memcmp(path->steps[0].number, article->steps[0].number, size) == 0)
            return true;
    }
    return false;
}

/* Article 6.3.1, Article 6.1, paragraph 4: the text shows that the articles of
 * what it cites have a chapter's number before their own. */
bool pacta_cites_dotted_articles(const pacta_work *work) {
    for (uint32_t i = 0; i < work->paths.count; i++) {
        const pacta_path *path = &work->paths.items[i];
        const char *dot = strchr(path->steps[0].number, '.');
        if (dot != NULL && path->steps[0].number[0] >= '0' && path->steps[0].number[0] <= '9' &&
            pacta_unit_of(work, &path->steps[0])->level == LEVEL_ARTICLE &&
            (strchr(dot + 1, '.') != NULL || cites_chapter(work, i, (size_t)(dot - path->steps[0].number)) ||
             (path->count > 1 && pacta_unit_of(work, &path->steps[1])->level == LEVEL_ITEM &&
              path->steps[1].number[0] >= '0' && path->steps[1].number[0] <= '9')))
            return true;
    }
    return false;
}
