#include "rules/pack_lines.h"
#include "core/error.h"
#include <stdlib.h>
#include <string.h>

int pacta_pack_fail(const pacta_pack_reader *r, uint32_t offset, const char *message) {
    return pacta_model_fail(r->model, (pacta_slice){r->pack, offset, offset}, r->rule, r->error, message);
}

int pacta_pack_no_memory(const pacta_pack_reader *r) {
    return pacta_fail(r->error, PACTA_E_MEMORY, "out of memory");
}

/* Takes the next line; false at the end. */
bool pacta_pack_line(pacta_pack_reader *r) {
    if (r->at >= r->size)
        return false;
    r->begin = r->at;
    const char *newline = memchr(r->data + r->at, '\n', r->size - r->at);
    r->end = newline == NULL ? r->size : (uint32_t)(newline - r->data);
    r->at = newline == NULL ? r->size : r->end + 1;
    r->line++;
    return true;
}

bool pacta_pack_line_is_empty(const pacta_pack_reader *r) {
    uint32_t i = r->begin;
    while (i < r->end && pacta_pack_blank(r->data[i]))
        i++;
    return i == r->end || r->data[i] == '#';
}

/* True, with the line in hand, if the next line belongs to the statement. */
bool pacta_pack_inner_line(pacta_pack_reader *r) {
    uint32_t at = r->at, line = r->line, begin = r->begin, end = r->end;
    while (pacta_pack_line(r)) {
        if (pacta_pack_line_is_empty(r))
            continue;
        if (pacta_pack_blank(r->data[r->begin]))
            return true;
        break;
    }
    r->at = at, r->line = line, r->begin = begin, r->end = end;
    return false;
}

/* Takes the next word of the line from `*at` on; an empty slice at its end. */
pacta_slice pacta_pack_word(const pacta_pack_reader *r, uint32_t *at) {
    uint32_t i = *at;
    while (i < r->end && pacta_pack_blank(r->data[i]))
        i++;
    uint32_t begin = i;
    while (i < r->end && !pacta_pack_blank(r->data[i]))
        i++;
    *at = i;
    return (pacta_slice){r->pack, begin, i};
}

bool pacta_pack_is(const pacta_pack_reader *r, pacta_slice slice, const char *word) {
    size_t length = strlen(word);
    return slice.end - slice.begin == length && memcmp(r->data + slice.begin, word, length) == 0;
}

int pacta_pack_among(const pacta_pack_reader *r, pacta_slice slice, const char *const *names,
                     unsigned count) {
    for (unsigned i = 0; i < count; i++)
        if (pacta_pack_is(r, slice, names[i]))
            return (int)i;
    return -1;
}

/* A name: letters, digits, hyphens, full stops and low lines. */
int pacta_pack_name(const pacta_pack_reader *r, uint32_t *at, const char **name) {
    pacta_slice word = pacta_pack_word(r, at);
    uint32_t length = word.end - word.begin;
    if (length == 0 || length > NAME_LIMIT)
        return pacta_pack_fail(r, word.begin, length == 0 ? "a name is missing" : "this name is too long");
    for (uint32_t i = word.begin; i < word.end; i++) {
        char c = r->data[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' &&
            c != '_' && c != '.')
            return pacta_pack_fail(r, i, "a name is made of letters, digits, '-', '_' and '.'");
    }
    *name = pacta_arena_text(&r->model->arena, r->data + word.begin, length);
    return *name == NULL ? pacta_pack_no_memory(r) : PACTA_OK;
}

int pacta_pack_line_over(const pacta_pack_reader *r, uint32_t at) {
    pacta_slice rest = pacta_pack_word(r, &at);
    if (rest.begin < rest.end && r->data[rest.begin] != '#')
        return pacta_pack_fail(r, rest.begin, "nothing more may stand on this line");
    return PACTA_OK;
}

int pacta_pack_integer(const pacta_pack_reader *r, uint32_t *at, int *value) {
    pacta_slice word = pacta_pack_word(r, at);
    char digits[12] = "";
    uint32_t length = word.end - word.begin;
    if (length > 0 && length < sizeof digits)
        memcpy(digits, r->data + word.begin, length);
    char *end = digits;
    long number = strtol(digits, &end, 10);
    if (end == digits || *end != '\0' || number < -30000 || number > 30000)
        return pacta_pack_fail(r, word.begin, "a whole number from -30000 to 30000 is wanted here");
    *value = (int)number;
    return PACTA_OK;
}

/* The statement's remaining lines, as one slice. */
int pacta_pack_pattern(pacta_pack_reader *r, uint32_t at, pacta_slice *pattern) {
    pacta_slice first = pacta_pack_word(r, &at);
    pattern->pack = r->pack;
    pattern->begin = first.begin < first.end ? first.begin : r->at;
    pattern->end = r->end;
    while (pacta_pack_inner_line(r))
        pattern->end = r->end;
    if (pattern->begin >= pattern->end)
        return pacta_pack_fail(r, r->begin, "a pattern is missing");
    return PACTA_OK;
}
