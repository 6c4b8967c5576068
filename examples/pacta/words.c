#include "words.h"

#include <stdio.h>
#include <string.h>

int words_find(const struct word *words, const char *text, size_t size) {
    for (const struct word *word = words; word->text != NULL; word++)
        if (strlen(word->text) == size && memcmp(word->text, text, size) == 0)
            return (int)word->value;
    return -1;
}

void words_list(const struct word *words, char *list, size_t room) {
    list[0] = '\0';
    for (const struct word *word = words; word->text != NULL && room > 0; word++) {
        int size = snprintf(list, room, "%s%s", word == words ? "" : ", ", word->text);
        size_t taken = size > 0 && (size_t)size < room ? (size_t)size : room;
        list += taken;
        room -= taken;
    }
}

int words_look_up(const struct word *words, const char *option, const char *text, size_t size) {
    int value = words_find(words, text, size);
    if (value >= 0)
        return value;
    char list[256];
    words_list(words, list, sizeof list);
    fprintf(stderr, "pacta: --%s: '%.*s' is none of %s\n", option, (int)size, text, list);
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
