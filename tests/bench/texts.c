#include "texts.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const NAMES[] = {"Velland", "Ostrava", "Korvin", "Tarsia", "Belmont", "Ilmara", "Sorne"};
static const char *const MATTERS[] = {"transit",  "fisheries", "the lower river", "prisoners of war",
                                      "airspace", "customs",   "cultural goods"};
static const char *const VERBS[] = {"notify", "inform", "assist", "consult", "compensate", "protect"};
static const char *const NUMBERS[] = {"1", "2", "3", "4", "5", "7", "11", "12", "24", "51"};

/* In these @ stands for a name, # for a matter, & for a verb, ^ for a number; % counts up. */
static const char *const TREATY[] = {
    "Article %\n\nObligations concerning #\n\n",
    "1. Each Party shall & the other Parties of any measure that it takes under Article ^, paragraph ^, "
    "of this Treaty.\n\n",
    "2. No Party may withdraw before the @ Convention on # has entered into force, unless the "
    "Parties agree otherwise.\n\n",
    "The Parties, recalling the Charter of the United Nations and in particular Article 51 thereof, "
    "undertake to & one another where the security of @ is at risk.\n\n",
    "(a) the term \"area\" means the territory of @ and of @, except where Article ^ provides "
    "otherwise;\n\n",
    "(b) subject to paragraphs ^ and ^ of Article ^, the Commission may, if it so decides, & @;\n\n",
};
static const char *const PRESS[] = {
    "The government of @ said on Tuesday that it would not leave the pact on # signed in spring. ",
    "\"We shall & @ whatever it costs,\" the foreign minister said. ",
    "Under Article ^ of the Treaty of @, neither side may close the border without notice. ",
    "Analysts in the capital had expected the talks on # to end by the weekend, but they went on.\n\n",
    "According to the treaty, \xE2\x80\x9C"
    "each party must & the other\xE2\x80\x9D before any step.\n\n",
    "Crowds gathered in @ late in the evening, and shops stayed open until midnight.\n\n",
};
static const char *const PROSE[] = {
    "The road ran down to the water, and the old man walked along it every morning with his dog. ",
    "It had rained in the night; the grass was wet and the boats lay low against the wall. ",
    "Nobody in the village knew how long he had lived there, or where he came from.\n\n",
    "In summer the children swam below the bridge while their mothers talked in the shade.\n\n",
};

const bench_piece BENCH_WORST[] = {
    {"Article", "Article "},
    {"Articles 1, 2, 3", "1, 2, 3, "},
    {"Articles again", "Articles 1, 2, 3, "},
    {"Article 1, and spaces", "Article 1,               "},
    {"(a)(a)", "(a)"},
    {"straight quotes", "\""},
    {"opening quotes", "\xE2\x80\x9C"},
    {"closing quotes", "\xE2\x80\x9D"},
    {"apostrophes", "'"},
    {"guillemets", "\xC2\xAB"},
    {"opened words", "\xE2\x80\x9C"
                     "word "},
    {"quoted words", "\"word\" "},
    {"newlines", "\n"},
    {"list markers", "(a) x\n"},
    {"bullets", "- x\n"},
    {"one word", "a"},
    {"words", "a "},
    {"capitals", "Convention on the Aaaa Bbbb Cccc "},
    {"titles", "Treaty of Aaaa on the "},
    {"of the Treaty", "Article 1 of the Treaty "},
    {"shall", "shall "},
    {"unless", "if it may, unless it must, "},
    {"said", "said he, \"no,\" said "},
    {"full stops", "."},
    {"spaces", " "},
    {"brackets", "(("},
    {"not ASCII", "\xC3\xA9"},
};
const size_t BENCH_WORST_COUNT = sizeof BENCH_WORST / sizeof *BENCH_WORST;

static void *need(void *block) {
    if (block == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(2);
    }
    return block;
}

static uint32_t draw(uint64_t *state, uint32_t below) { /* Knuth's MMIX generator */
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % below;
}

#define PICK(state, list) (list)[draw((state), sizeof(list) / sizeof *(list))]

static size_t fill_in(char *out, const char *pattern, uint64_t *state, unsigned *counter) {
    size_t used = 0;
    for (; *pattern != '\0'; pattern++) {
        char number[16];
        const char *word = NULL;
        if (*pattern == '@')
            word = PICK(state, NAMES);
        else if (*pattern == '#')
            word = PICK(state, MATTERS);
        else if (*pattern == '&')
            word = PICK(state, VERBS);
        else if (*pattern == '^')
            word = PICK(state, NUMBERS);
        else if (*pattern == '%') {
            snprintf(number, sizeof number, "%u", ++*counter);
            word = number;
        }
        if (word == NULL) {
            out[used++] = *pattern;
        } else {
            memcpy(out + used, word, strlen(word));
            used += strlen(word);
        }
    }
    return used;
}

static bench_text invent(const char *name, const char *const *patterns, uint32_t count, size_t size) {
    enum { LONGEST = 1024 };
    bench_text text = {name, need(malloc(size + LONGEST)), 0};
    uint64_t state = 20310401;
    unsigned counter = 0;
    while (text.size < size)
        text.size += fill_in(text.data + text.size, patterns[draw(&state, count)], &state, &counter);
    return text;
}

static bench_text read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    long size = -1;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size < 0) {
        perror(path);
        exit(2);
    }
    rewind(file);
    bench_text text = {path, need(malloc((size_t)size + 1)), 0};
    text.size = fread(text.data, 1, (size_t)size, file);
    fclose(file);
    return text;
}

bench_text bench_text_named(const char *name, size_t size) {
    if (strcmp(name, "treaty") == 0)
        return invent("treaty", TREATY, sizeof TREATY / sizeof *TREATY, size);
    if (strcmp(name, "press") == 0)
        return invent("press", PRESS, sizeof PRESS / sizeof *PRESS, size);
    if (strcmp(name, "prose") == 0)
        return invent("prose", PROSE, sizeof PROSE / sizeof *PROSE, size);
    return read_file(name);
}

bench_text bench_text_of(const bench_text *text, size_t size) {
    bench_text made = {text->name, need(malloc(size + 1)), size};
    for (size_t at = 0; at < size; at += text->size)
        memcpy(made.data + at, text->data, size - at < text->size ? size - at : text->size);
    const char *end = text->data + (text->size == 0 ? 0 : size % text->size);
    while (made.size > 0 && (*end & 0xC0) == 0x80 && end > text->data)
        end--, made.size--;
    return made;
}

void bench_text_free(bench_text *text) {
    free(text->data);
    *text = (bench_text){0};
}
