/* Words that an option takes for its value. */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

/* The last of a list has no text. */
struct word {
    const char *text;
    unsigned value;
};

/* The value of the first `size` bytes of `text`, or -1. */
int words_find(const struct word *words, const char *text, size_t size);

/* All of them, with commas between; cut off where there is no room. */
void words_list(const struct word *words, char *list, size_t room);

/* The value of a word, or -1 after a complaint on standard error that names
 * `option` and the words that it takes. */
int words_look_up(const struct word *words, const char *option, const char *text, size_t size);

/* The values of words between commas, joined by or; or -1 likewise. */
int words_look_up_all(const struct word *words, const char *option, const char *list);

#endif
