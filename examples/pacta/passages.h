/* The passages of a text as the library has them: each heading, paragraph and
 * list item. Between them are blanks and page furniture. */
#ifndef PASSAGES_H
#define PASSAGES_H

#include <pacta/pacta.h>

struct passages {
    const pacta_token *tokens;
    size_t count, next;
};

struct passages passages_of(const pacta_document *document);

/* The next passage, from its first word on, and its tokens; 0 where there is none. */
struct passage {
    pacta_span span;
    const pacta_token *tokens;
    size_t token_count;
};
int passages_next(struct passages *passages, struct passage *passage);

int is_blank(char byte);

/* Whether there is more than white space in the span. */
int has_words(const char *text, pacta_span span);

#endif
