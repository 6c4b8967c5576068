#include "words.h"

#include <stdio.h>
#include <string.h>

int words_look_up(const struct word *words, const char *option, const char *text, size_t size) {
    for (const struct word *word = words; word->text != NULL; word++)
        if (strlen(word->text) == size && memcmp(word->text, text, size) == 0)
            return (int)word->value;
    fprintf(stderr, "pacta: --%s: '%.*s' is none of", option, (int)size, text);
    for (const struct word *word = words; word->text != NULL; word++)
        fprintf(stderr, "%s %s", word == words ? "" : ",", word->text);
    fputc('\n', stderr);
    return -1;
}

int words_look_up_all(const struct word *words, const char *option, const char *list) {
    unsigned all = 0;
    for (;;) {
        size_t size = strcspn(list, ",");
        int value = words_look_up(words, option, list, size);
        if (value < 0)
            return -1;
        all |= (unsigned)value;
        if (list[size] == '\0')
            return (int)all;
        list += size + 1;
    }
}
