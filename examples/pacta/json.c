#include "json.h"

#include "utf8.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

static void new_line(struct json *json) {
    writer_byte(json->out, '\n');
    writer_repeat(json->out, ' ', 2 * (size_t)json->depth);
}

/* In one step: there are more keys than anything else. */
static void put_key(struct json *json, const char *key) {
    size_t size = strlen(key);
    char *at = writer_room(json->out, size + 4);
    *at++ = '"';
    memcpy(at, key, size);
    at += size;
    *at++ = '"';
    *at++ = ':';
    *at = ' ';
    writer_wrote(json->out, size + (json->pretty ? 4 : 3));
}

/* What stands before a member: comma, white space, key. */
static void member(struct json *json, const char *key) {
    if (!json->empty)
        writer_byte(json->out, ',');
    if (json->pretty && json->flat > 0 && !json->empty)
        writer_byte(json->out, ' ');
    else if (json->pretty && json->flat == 0 && json->depth > 0)
        new_line(json);
    json->empty = 0;
    if (key != NULL)
        put_key(json, key);
}

void json_begin(struct json *json, const char *key, char bracket) {
    member(json, key);
    writer_byte(json->out, bracket);
    if (json->flat > 0)
        json->flat++;
    else
        json->depth++;
    json->empty = 1;
}

void json_begin_flat(struct json *json, const char *key, char bracket) {
    json_begin(json, key, bracket);
    if (json->flat == 0) {
        json->depth--;
        json->flat = 1;
    }
}

void json_end(struct json *json, char bracket) {
    if (json->flat > 0) {
        json->flat--;
    } else {
        json->depth--;
        if (json->pretty && !json->empty)
            new_line(json);
    }
    writer_byte(json->out, bracket);
    json->empty = 0;
}

void json_null(struct json *json, const char *key) {
    member(json, key);
    writer_bytes(json->out, "null", 4);
}

void json_boolean(struct json *json, const char *key, int value) {
    member(json, key);
    writer_string(json->out, value ? "true" : "false");
}

void json_number(struct json *json, const char *key, uint64_t number) {
    member(json, key);
    writer_number(json->out, number);
}

void json_raw(struct json *json, const char *key, const char *value, size_t size) {
    member(json, key);
    writer_bytes(json->out, value, size);
}

/* ---- Strings ------------------------------------------------------------ */

static void escape(struct writer *out, unsigned char byte) {
    static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    static const char hex[] = "0123456789abcdef";
    for (const char *form = short_forms; *form != '\0'; form += 2) {
        if ((unsigned char)*form == byte) {
            writer_byte(out, '\\');
            writer_byte(out, form[1]);
            return;
        }
    }
    writer_bytes(out, "\\u00", 4);
    writer_byte(out, hex[byte >> 4]);
    writer_byte(out, hex[byte & 15]);
}

static int is_plain(unsigned char byte, unsigned char further) {
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != further;
}

#ifdef __SSE2__

/* Bytes at the beginning of `text`, sixteen by sixteen, among which there is
 * none that JSON does not take as it is. */
static size_t plain_blocks(const char *text, size_t size, unsigned char further) {
    const __m128i last = _mm_set1_epi8(0x1f), quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'),
                  more = _mm_set1_epi8((char)further);
    size_t run = 0;
    for (; size - run >= sizeof last; run += sizeof last) {
        __m128i bytes;
        memcpy(&bytes, text + run, sizeof bytes);
        __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last), bytes);
        __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash));
        marks = _mm_or_si128(marks, _mm_cmpeq_epi8(bytes, more));
        if (_mm_movemask_epi8(_mm_or_si128(control, marks)) != 0)
            break;
    }
    return run;
}

#else

#define EACH_BYTE(value) (UINT64_MAX / 255 * (value))
#define BELOW(word, limit) (((word)-EACH_BYTE(limit)) & ~(word)&EACH_BYTE(0x80))

/* The same, eight by eight. */
static size_t plain_blocks(const char *text, size_t size, unsigned char further) {
    size_t run = 0;
    for (uint64_t word; size - run >= sizeof word; run += sizeof word) {
        memcpy(&word, text + run, sizeof word);
        if (BELOW(word, 0x20) | BELOW(word ^ EACH_BYTE('"'), 1) | BELOW(word ^ EACH_BYTE('\\'), 1) |
            BELOW(word ^ EACH_BYTE(further), 1))
            break;
    }
    return run;
}

#endif

/* Bytes at the beginning of `text` that JSON takes as they are, but for `further`. */
static size_t plain_run(const char *text, size_t size, unsigned char further) {
    size_t run = plain_blocks(text, size, further);
    while (run < size && is_plain((unsigned char)text[run], further))
        run++;
    return run;
}

static void characters(struct json *json, const char *text, size_t size) {
    unsigned char further = json->in_markup ? '<' : '"';
    while (size > 0) {
        size_t run = plain_run(text, size, further);
        writer_bytes(json->out, text, run);
        if (run < size)
            escape(json->out, (unsigned char)text[run++]);
        text += run;
        size -= run;
    }
}

void json_text(struct json *json, const char *key, const char *text, size_t size) {
    member(json, key);
    writer_byte(json->out, '"');
    characters(json, text, size);
    writer_byte(json->out, '"');
}

/* Names of files come from outside and need not be UTF-8. */
void json_string(struct json *json, const char *key, const char *string) {
    if (string == NULL) {
        json_null(json, key);
        return;
    }
    member(json, key);
    writer_byte(json->out, '"');
    while (*string != '\0') {
        size_t good = utf8_run(string);
        characters(json, string, good);
        string += good;
        if (*string != '\0') {
            writer_string(json->out, "\\ufffd");
            string++;
        }
    }
    writer_byte(json->out, '"');
}
