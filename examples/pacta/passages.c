#include "passages.h"

struct passages passages_of(const pacta_document *document) {
    struct passages passages = {0};
    passages.tokens = pacta_tokens(document, &passages.count);
    return passages;
}

int passages_next(struct passages *passages, struct passage *passage) {
    while (passages->next < passages->count && passages->tokens[passages->next].kind == PACTA_TOKEN_BREAK)
        passages->next++;
    if (passages->next == passages->count)
        return 0;
    size_t end = passages->next;
    while (end < passages->count && passages->tokens[end].kind != PACTA_TOKEN_BREAK)
        end++;
    passage->tokens = passages->tokens + passages->next;
    passage->token_count = end - passages->next;
    passage->span.begin = passage->tokens[0].span.begin;
    passage->span.end = passages->tokens[end - 1].span.end;
    passages->next = end;
    return 1;
}

int is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

int has_words(const char *text, pacta_span span) {
    for (uint32_t i = span.begin; i < span.end; i++)
        if (!is_blank(text[i]))
            return 1;
    return 0;
}
