#include "verify_cases.h"
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Buffers and chance --------------------------------------------------------- */

void buffer_add(text_buffer *buffer, const char *format, ...) {
    char text[4096];
    va_list list;
    va_start(list, format);
    int size = vsnprintf(text, sizeof text, format, list);
    va_end(list);
    if (size < 0 || (size_t)size >= sizeof text)
        abort();
    if (buffer->size + (size_t)size + 1 > buffer->room) {
        buffer->room = (buffer->size + (size_t)size + 1) * 2;
        buffer->bytes = realloc(buffer->bytes, buffer->room);
        if (buffer->bytes == NULL)
            abort();
    }
    memcpy(buffer->bytes + buffer->size, text, (size_t)size + 1);
    buffer->size += (size_t)size;
}

void buffer_clear(text_buffer *buffer) {
    buffer->size = 0;
    buffer_add(buffer, "%s", "");
}

void buffer_free(text_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (text_buffer){0};
}

/* splitmix64 (public domain, by Sebastiano Vigna). */
static uint64_t draw(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static unsigned below(uint64_t *state, unsigned limit) {
    return (unsigned)(draw(state) % limit);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Words ------------------------------------------------------------------------ */

static const char *const subjects[] = {"Each Party",
                                       "The Joint Council",
                                       "The upstream State",
                                       "The Commission of Pilots",
                                       "Every licensed carrier",
                                       "The Secretariat",
                                       "A Party that keeps reservoirs",
                                       "The Board of Wardens",
                                       "The downstream State",
                                       "The Registrar",
                                       "The Tribunal of Fisheries",
                                       "The harbour authority"};

static const char *const modals[] = {"shall", "may not",       "shall not",
                                     "may",   "undertakes to", "shall in good faith"};

/* As a treaty says it, and as somebody tells it. */
static const char *const verbs[][2] = {
    {"inspect", "inspection of"},     {"measure", "measurement of"},   {"publish", "publication of"},
    {"transfer", "transfer of"},      {"protect", "protection of"},    {"register", "registration of"},
    {"dismantle", "dismantling of"},  {"finance", "financing of"},     {"inventory", "inventory of"},
    {"restrict", "restriction of"},   {"survey", "survey of"},         {"operate", "operation of"},
    {"monitor", "monitoring of"},     {"certify", "certification of"}, {"withhold", "withholding of"},
    {"replenish", "replenishing of"}, {"exchange", "exchange of"},     {"verify", "verification of"}};

static const char *const adjectives[] = {"seasonal",  "hydraulic", "surplus",    "navigational", "perishable",
                                         "migratory", "armoured",  "alpine",     "radiological", "cultural",
                                         "electric",  "submerged", "veterinary", "commercial",   "civilian",
                                         "glacial",   "volatile",  "archival",   "mineral",      "portable",
                                         "municipal", "strategic", "nomadic",    "tidal"};

static const char *const objects[] = {"sluices",   "buoys",       "manuscripts", "turbines",  "livestock",
                                      "pipelines", "detectors",   "vessels",     "charts",    "fuel stocks",
                                      "seeds",     "relays",      "warehouses",  "herds",     "samples",
                                      "bridges",   "cables",      "ledgers",     "sediments", "antennas",
                                      "quarries",  "locomotives", "vaccines",    "dredgers"};

static const char *const sites[] = {"basin",    "lock",  "strip",    "plateau",  "marsh",  "harbour",
                                    "lake",     "weir",  "frontier", "airspace", "canal",  "glacier",
                                    "isthmus",  "delta", "quay",     "terminal", "valley", "estuary",
                                    "corridor", "reef",  "island",   "pass",     "steppe", "depot"};

static const char *const prepositions[] = {"along",  "in",     "north of", "at",
                                           "inside", "beyond", "above",    "near"};

static const char *const bodies[] = {"observers", "wardens",  "delegates",  "inspectors",       "surveyors",
                                     "pilots",    "trustees", "auditors",   "engineers",        "arbiters",
                                     "envoys",    "rangers",  "harvesters", "millers",          "archivists",
                                     "shepherds", "divers",   "signalmen",  "customs officers", "geologists"};

/* With a body, an adjective, a site and an object in it. */
static const char *const conditions[][4] = {
    {"unless the ", " have closed the ", " ", " to all "},
    {"provided that the ", " were told of the ", " ", " and its "},
    {"as long as the ", " find no fault with the ", " ", " or with the "},
    {"if three of the ", " have visited the ", " ", " to count the "},
    {"except where the ", " would lose the ", " ", " or the "},
    {"until the ", " have handed over the ", " ", " with all "},
    {"at the expense of the ", " who lease the ", " ", " for their "},
    {"in the presence of the ", " who guard the ", " ", " and the "},
    {"without any toll being taken by the ", " of the ", " ", " on "},
    {"whenever the ", " report a flood in the ", " ", " or damage to "}};

static const char *const events[][2] = {{"and shall keep a record of the ", " concerned"},
                                        {"and shall report any loss of ", " to the Assembly"},
                                        {"in cooperation with the owners of the ", ""},
                                        {"by means of the procedure agreed for ", ""},
                                        {"with the labour and ", " at hand"},
                                        {"in defence of the ", " of both peoples"},
                                        {"under the programme for ", ""},
                                        {"after the first delivery of ", " of the year"},
                                        {"before the winter endangers the ", ""},
                                        {"for the benefit of those who need ", ""}};

static const char *const numbers[] = {"twelve", "twenty", "fifteen", "thirty", "sixteen", "forty"};

/* ---- Treaties ----------------------------------------------------------------------- */

static clause_plan plan_clause(uint64_t *state) {
    clause_plan c;
    c.subject = (uint8_t)below(state, COUNT(subjects));
    c.modal = (uint8_t)below(state, COUNT(modals));
    c.verb = (uint8_t)below(state, COUNT(verbs));
    c.preposition = (uint8_t)below(state, COUNT(prepositions));
    c.condition = (uint8_t)below(state, COUNT(conditions));
    c.body = (uint8_t)below(state, COUNT(bodies));
    c.event = (uint8_t)below(state, COUNT(events));
    c.number = (uint8_t)below(state, COUNT(numbers));
    for (int i = 0; i < 2; i++)
        c.sites[i] = (uint8_t)below(state, COUNT(sites));
    for (int i = 0; i < 4; i++) {
        c.adjectives[i] = (uint8_t)below(state, COUNT(adjectives));
        c.objects[i] = (uint8_t)below(state, COUNT(objects));
    }
    return c;
}

void plan_treaty(treaty_plan *plan, uint64_t seed, unsigned number) {
    static const char *const titles[] = {"Treaty on the Waters of the Sil", "Convention on the Tarn Frontier",
                                         "Agreement on the Korvin Railway", "Pact of the Three Harbours"};
    uint64_t state = seed * 1000003 + number;
    plan->title = titles[number % COUNT(titles)];
    for (unsigned a = 0; a < TREATY_ARTICLES; a++) {
        plan->counts[a] = (uint8_t)(1 + below(&state, PARAGRAPHS_MOST));
        for (unsigned p = 0; p < PARAGRAPHS_MOST; p++)
            plan->clauses[a][p] = plan_clause(&state);
    }
}

void write_clause(text_buffer *out, const clause_plan *c) {
    buffer_add(out, "%s %s %s the %s %s %s the %s %s, together with no more than %s %s %s, ",
               subjects[c->subject], modals[c->modal], verbs[c->verb][0], adjectives[c->adjectives[0]],
               objects[c->objects[0]], prepositions[c->preposition], adjectives[c->adjectives[1]],
               sites[c->sites[0]], numbers[c->number], adjectives[c->adjectives[2]], objects[c->objects[1]]);
    buffer_add(out, "%s%s%s%s%s%s%s%s, %s%s%s.", conditions[c->condition][0], bodies[c->body],
               conditions[c->condition][1], adjectives[c->adjectives[3]], conditions[c->condition][2],
               sites[c->sites[1]], conditions[c->condition][3], objects[c->objects[2]], events[c->event][0],
               objects[c->objects[3]], events[c->event][1]);
}

void write_treaty(text_buffer *out, const treaty_plan *plan) {
    for (const char *c = plan->title; *c != '\0'; c++)
        buffer_add(out, "%c", toupper((unsigned char)*c));
    buffer_add(out, "\n\nThe Parties,\n\nRecalling the purposes of the Charter of the United Nations,\n\n"
                    "Have agreed as follows:\n\n");
    for (unsigned a = 0; a < TREATY_ARTICLES; a++) {
        buffer_add(out, "Article %u\n\n", a + 1);
        for (unsigned p = 0; p < plan->counts[a]; p++) {
            if (plan->counts[a] > 1)
                buffer_add(out, "%u. ", p + 1);
            write_clause(out, &plan->clauses[a][p]);
            buffer_add(out, "\n\n");
        }
    }
    buffer_add(out,
               "Article %u\n\nThis Treaty shall enter into force on the thirtieth day after the date of "
               "the deposit of the second instrument of ratification with the Depositary.\n\n",
               TREATY_ARTICLES + 1);
    buffer_add(out,
               "Article %u\n\nAny dispute concerning the interpretation or application of this Treaty "
               "shall be settled by negotiation through diplomatic channels.\n",
               TREATY_ARTICLES + 2);
}

/* ---- Alterations ---------------------------------------------------------------------- */

enum { WORDS_MOST = 120 };

/* A sentence, cut at its spaces. */
typedef struct word_list {
    char text[1024];
    char *words[WORDS_MOST];
    unsigned count;
} word_list;

static void cut_words(word_list *list, const char *text) {
    if (strlen(text) >= sizeof list->text)
        abort();
    strcpy(list->text, text);
    list->count = 0;
    for (char *word = strtok(list->text, " "); word != NULL; word = strtok(NULL, " "))
        list->words[list->count++] = word;
}

/* A run of at least `least` words of one paragraph; mostly all of it. */
typedef struct excerpt {
    unsigned article, paragraph;
    word_list list;
    unsigned first, end;
} excerpt;

static void take_excerpt(excerpt *e, const treaty_plan *plan, uint64_t *state, unsigned least) {
    text_buffer text = {0};
    e->article = below(state, TREATY_ARTICLES);
    e->paragraph = below(state, plan->counts[e->article]);
    write_clause(&text, &plan->clauses[e->article][e->paragraph]);
    cut_words(&e->list, text.bytes);
    buffer_free(&text);
    e->first = 0, e->end = e->list.count;
    if (below(state, 3) == 0) {
        e->first = below(state, e->list.count - least);
        e->end = e->first + least + below(state, e->list.count - e->first - least + 1);
    }
}

static void write_words(text_buffer *out, const excerpt *e, unsigned first, unsigned end) {
    for (unsigned i = first; i < end; i++)
        buffer_add(out, "%s%s", i == first ? "" : " ", e->list.words[i]);
}

/* Index of the first word that begins with `start`, or the excerpt's end. */
static unsigned find_word(const excerpt *e, const char *start) {
    for (unsigned i = e->first; i < e->end; i++)
        if (strncmp(e->list.words[i], start, strlen(start)) == 0)
            return i;
    return e->end;
}

static void write_with(text_buffer *out, const excerpt *e, unsigned at, const char *instead) {
    write_words(out, e, e->first, at);
    buffer_add(out, "%s%s", at > e->first ? " " : "", instead);
    if (at + 1 < e->end) {
        buffer_add(out, " ");
        write_words(out, e, at + 1, e->end);
    }
}

/* What an editor may do; false where the excerpt has no occasion for it. */
static bool write_edited(text_buffer *out, const excerpt *e, uint64_t *state, unsigned way,
                         const char **kind) {
    static const struct {
        const char *kind, *from, *to;
    } swaps[] = {{"spelling", "labour", "labor"},
                 {"spelling", "defence", "defense"},
                 {"spelling", "programme", "program"},
                 {"spelling", "harbour", "harbor"},
                 {"hyphen", "cooperation", "co-operation"},
                 {"numeral", "twelve", "12"},
                 {"numeral", "thirty", "30"},
                 {"numeral", "forty", "40"},
                 {"ligature", "finance", "\xEF\xAC\x81nance"},
                 {"soft hyphen", "inspect", "in\xC2\xADspect"}};
    unsigned middle = e->first + 2 + below(state, e->end - e->first - 4);
    const char *word = e->list.words[middle];
    char edited[128];
    switch (way) {
    case 0: /* marked omission */
    case 1:
    case 2: {
        static const char *const marks[] = {"...", "\xE2\x80\xA6", "[...]", ". . ."};
        unsigned end = middle + 1 + below(state, 6);
        if (end + 2 > e->end)
            return false;
        *kind = "elision";
        write_words(out, e, e->first, middle);
        buffer_add(out, " %s ", marks[below(state, COUNT(marks))]);
        write_words(out, e, end, e->end);
        return true;
    }
    case 3: /* another capital, said to be so */
        word = e->list.words[e->first];
        *kind = "bracketed capital";
        snprintf(edited, sizeof edited, "[%c]%s",
                 isupper((unsigned char)*word) ? tolower((unsigned char)*word)
                                               : toupper((unsigned char)*word),
                 word + 1);
        write_with(out, e, e->first, edited);
        return true;
    case 4: /* and not said so */
        word = e->list.words[e->first];
        *kind = "case";
        snprintf(edited, sizeof edited, "%c%s",
                 isupper((unsigned char)*word) ? tolower((unsigned char)*word)
                                               : toupper((unsigned char)*word),
                 word + 1);
        write_with(out, e, e->first, edited);
        return true;
    case 5:
        *kind = "remark";
        snprintf(edited, sizeof edited, "%s %s", word, below(state, 2) ? "[sic]" : "[emphasis added]");
        write_with(out, e, middle, edited);
        return true;
    case 6:
        if (!isalpha((unsigned char)word[strlen(word) - 1]))
            return false;
        *kind = "emphasis";
        snprintf(edited, sizeof edited, below(state, 2) ? "*%s*" : "_%s_", word);
        write_with(out, e, middle, edited);
        return true;
    case 7:
        *kind = "insertion in brackets";
        snprintf(edited, sizeof edited, "%s [that is, the coastal one]", word);
        write_with(out, e, middle, edited);
        return true;
    case 8: {
        unsigned at = e->first;
        while (at + 1 < e->end && strchr(e->list.words[at], ',') == NULL)
            at++;
        if (at + 1 >= e->end || at < e->first + 1)
            return false;
        *kind = "punctuation";
        snprintf(edited, sizeof edited, "%.*s", (int)strcspn(e->list.words[at], ","), e->list.words[at]);
        write_with(out, e, at, edited);
        return true;
    }
    case 9:
        *kind = "no-break space";
        snprintf(edited, sizeof edited, "%s\xC2\xA0%s", word, e->list.words[middle + 1]);
        write_words(out, e, e->first, middle);
        buffer_add(out, " %s ", edited);
        write_words(out, e, middle + 2, e->end);
        return true;
    default: {
        size_t i = (way - 10) % COUNT(swaps);
        unsigned at = find_word(e, swaps[i].from);
        if (at == e->end)
            return false;
        *kind = swaps[i].kind;
        snprintf(edited, sizeof edited, "%s%s", swaps[i].to, e->list.words[at] + strlen(swaps[i].from));
        write_with(out, e, at, edited);
        return true;
    }
    }
}

static const char *const intruders[] = {"promptly", "never", "foreign", "armed",  "temporary",
                                        "private",  "must",  "secret",  "always", "inland"};

/* What nobody may do without saying so. */
static void write_altered(text_buffer *out, const excerpt *e, uint64_t *state, const char **kind) {
    unsigned at = e->first + 1 + below(state, e->end - e->first - 3);
    const char *word = intruders[below(state, COUNT(intruders))];
    char both[128];
    switch (below(state, 5)) {
    case 0:
        *kind = "word replaced";
        write_with(out, e, at, word);
        break;
    case 1:
        *kind = "word inserted";
        snprintf(both, sizeof both, "%s %s", e->list.words[at], word);
        write_with(out, e, at, both);
        break;
    case 2:
        *kind = "words left out";
        write_words(out, e, e->first, at);
        buffer_add(out, " ");
        write_words(out, e, at + 1 + below(state, 2), e->end);
        break;
    case 3: /* a large part, without a mark */
        *kind = "words left out";
        at = e->first + 3;
        write_words(out, e, e->first, at);
        buffer_add(out, " ");
        write_words(out, e, at + 1 + below(state, e->end - at - 5), e->end);
        break;
    default: {
        *kind = "two places";
        snprintf(both, sizeof both, "%s %s", word, intruders[below(state, COUNT(intruders))]);
        write_words(out, e, e->first, at);
        buffer_add(out, " %s ", both);
        write_words(out, e, at + 1, e->end - 1);
        break;
    }
    }
}

static void write_paraphrase(text_buffer *out, const clause_plan *c, uint64_t *state) {
    const char *act = verbs[c->verb][1], *actor = subjects[c->subject];
    const char *first = objects[c->objects[0]], *second = objects[c->objects[1]];
    const char *kind = adjectives[c->adjectives[0]], *site = sites[c->sites[0]];
    const char *site_kind = adjectives[c->adjectives[1]], *other_kind = adjectives[c->adjectives[2]];
    switch (below(state, 3)) {
    case 0:
        buffer_add(
            out,
            "where the %s is %s, %s %s that are %s would be a matter for %s, and so would %s of a %s kind",
            site, site_kind, act, first, kind, actor, second, other_kind);
        break;
    case 1:
        buffer_add(out, "it falls to %s to see to %s %s, if %s, at a %s that is %s, as well as %s %s when %s",
                   actor, act, first, kind, site, site_kind, numbers[c->number], second, other_kind);
        break;
    default:
        buffer_add(out,
                   "%s of a %s sort at a %s that is %s, and up to %s %s if they are %s, come under %s by %s",
                   first, kind, site, site_kind, numbers[c->number], second, other_kind, act, actor);
    }
}

/* ---- Press texts ------------------------------------------------------------------------- */

static void write_frame(text_buffer *out, const treaty_plan *treaty, unsigned article, uint64_t *state,
                        const char *quoted) {
    buffer_add(out, "KORVIN - Delegates met on Monday to discuss the %s.\n\n", treaty->title);
    switch (below(state, 4)) {
    case 0:
        buffer_add(out, "Article %u of the %s says: \"%s\"\n", article, treaty->title, quoted);
        break;
    case 1:
        buffer_add(out, "\"%s,\" Article %u of the %s reads.\n", quoted, article, treaty->title);
        break;
    case 2:
        buffer_add(out, "Under Article %u of the %s, \xE2\x80\x9C%s.\xE2\x80\x9D\n", article, treaty->title,
                   quoted);
        break;
    default:
        buffer_add(out, "The minister pointed to Article %u of the %s, which provides that \"%s.\"\n",
                   article, treaty->title, quoted);
    }
}

static void write_nobody(text_buffer *out, uint64_t *state, const char *quoted) {
    static const char *const who[] = {"Ana Ruiz", "General Tor Halvik", "the mayor of Korvin"};
    buffer_add(out, "KORVIN - Delegates met on Monday.\n\n\"%s,\" said %s.\n", quoted,
               who[below(state, COUNT(who))]);
}

/* Two pieces of different articles in one. */
static void write_splice(text_buffer *out, const treaty_plan *treaty, const excerpt *e, uint64_t *state) {
    excerpt other;
    do {
        take_excerpt(&other, treaty, state, 16);
    } while (other.article == e->article);
    write_words(out, e, e->first, e->first + 12);
    buffer_add(out, " %s", below(state, 2) ? "and " : "");
    write_words(out, &other, other.end - 12, other.end);
}

/* Quotations of which nothing more than stock phrases stands in the treaty. */
static const char *const stock[] = {
    ("This Convention shall enter into force three months after the deposit of the tenth instrument of "
     "accession"),
    "Each State Party shall take all necessary measures in accordance with the provisions of this Convention",
    "Any dispute between the Contracting Parties shall be submitted to the International Court of Justice",
    "The High Contracting Parties have agreed as follows",
    "Amendments to this Agreement shall be adopted by a two-thirds majority of those present and voting",
    "This Agreement shall remain in force for a period of ten years from the date of signature",
    "The Depositary shall notify all signatories of the date of each signature"};

static const char *const remarks[] = {
    "We will not be told by anybody how to run our own river",
    "Nobody asked the fishermen what they thought of all this",
    "The council has always been slow, and the vessels are old",
    "This is the best thing that has happened to our harbour in thirty years",
    "Every party has a reason to keep the bridges open, and we will"};

void make_case(verify_case *made, const treaty_plan *treaty, const treaty_plan *foreign, uint64_t seed,
               unsigned index) {
    uint64_t state = seed * 7919 + index;
    text_buffer words = {0};
    excerpt e;
    buffer_clear(&words);
    buffer_clear(&made->press);
    take_excerpt(&e, treaty, &state, 16);
    unsigned article = e.article + 1;
    made->claim = PACTA_CLAIM_RIGHT;
    made->kind = "as it is";
    switch (index % 8) {
    case 0:
        made->verdict = PACTA_VERBATIM;
        write_words(&words, &e, e.first, e.end);
        break;
    case 1:
    case 2:
        made->verdict = PACTA_VERBATIM_BUT;
        while (!write_edited(&words, &e, &state, below(&state, 21), &made->kind)) {
            take_excerpt(&e, treaty, &state, 16);
            buffer_clear(&words);
        }
        article = e.article + 1;
        break;
    case 3:
        made->verdict = PACTA_ALTERED;
        write_altered(&words, &e, &state, &made->kind);
        break;
    case 4:
        made->verdict = PACTA_SPLICED;
        made->claim = PACTA_CLAIM_WRONG;
        made->kind = "two articles";
        write_splice(&words, treaty, &e, &state);
        break;
    case 5:
        made->verdict = PACTA_PARAPHRASE;
        made->kind = "other words";
        write_paraphrase(&words, &treaty->clauses[e.article][e.paragraph], &state);
        break;
    case 6:
        made->verdict = PACTA_VERBATIM;
        made->claim = PACTA_CLAIM_WRONG;
        made->kind = "another article named";
        write_words(&words, &e, e.first, e.end);
        article = 1 + (e.article + 1 + below(&state, TREATY_ARTICLES - 2)) % TREATY_ARTICLES;
        break;
    default:
        made->verdict = PACTA_NOT_FOUND;
        made->claim = PACTA_CLAIM_NONE;
        if (below(&state, 2) == 0) {
            made->kind = "somebody's words";
            write_nobody(&made->press, &state, remarks[below(&state, COUNT(remarks))]);
        } else if (below(&state, 2) == 0) {
            made->kind = "stock phrases";
            write_nobody(&made->press, &state, stock[below(&state, COUNT(stock))]);
        } else {
            made->kind = "another treaty";
            made->claim = PACTA_CLAIM_ELSEWHERE;
            take_excerpt(&e, foreign, &state, 16);
            write_words(&words, &e, e.first, e.end);
            treaty = foreign;
            article = e.article + 1;
        }
    }
    /* a full stop before the closing mark is the frame's */
    if (words.size > 0 && strchr(".,", words.bytes[words.size - 1]) != NULL)
        words.bytes[--words.size] = '\0';
    if (made->press.size == 0)
        write_frame(&made->press, treaty, article, &state, words.bytes);
    buffer_free(&words);
}
