#include "rules/registry.h"
#include "core/error.h"
#include "core/utf8.h"
#include "text/fold.h"
#include "text/scan.h"
#include <stdio.h>
#include <string.h>

/* Tables may come from strangers: what one can cost is bounded. */
enum { COLUMN_LIMIT = 40, NAME_WORDS = 100, NAME_MEANINGS = 200, TABLE_LIMIT = 64 << 20 };

typedef enum column {
    COL_ID,
    COL_TITLE,
    COL_KIND,
    COL_ALIASES,
    COL_IRI,
    COL_NUMBERING,
    COL_LAST,
    COL_BARE,
    COL_HOLDERS,
    COL_MEMBERS,
    COL_FAMOUS,
    COL_SYMBOLS,
    COL_COUNT
} column;

static const char *const COLUMNS[COL_COUNT] = {"id",      "title_en",  "kind",        "aliases",
                                               "iri",     "num_style", "max_article", "bare",
                                               "holders", "members",   "famous",      "symbols"};

typedef struct table {
    pacta_registry *registry;
    pacta_lexicon *lexicon;
    pacta_arena *arena;
    const pacta_allocator *memory;
    const char *name, *data;
    size_t size;
    int where[COL_COUNT]; /* column numbers */
    pacta_fold fold;      /* of the name in hand */
    pacta_error *error;
} table;

typedef struct field {
    const char *text;
    size_t size;
} field;

static int fail_at(const table *t, const char *at, const char *message) {
    pacta_error_place(t->error, t->name, t->data, t->size, (size_t)(at - t->data));
    return pacta_fail(t->error, PACTA_E_REGISTRY, "%s", message);
}

static int no_memory(const table *t) {
    return pacta_fail(t->error, PACTA_E_MEMORY, "out of memory");
}

/* ---- The trie of names --------------------------------------------------- */

static uint32_t slot_of(const pacta_registry *registry, uint32_t node, uint32_t lexeme) {
    uint32_t mask = registry->slot_count - 1;
    uint32_t slot = (node * 2654435761u ^ lexeme * 2246822519u) >> 7 & mask;
    for (; registry->slots[slot] != 0; slot = (slot + 1) & mask) {
        const pacta_name_node *found = &registry->nodes.items[registry->slots[slot]];
        if (found->parent == node && found->lexeme == lexeme)
            break;
    }
    return slot;
}

uint32_t pacta_registry_step(const pacta_registry *registry, uint32_t node, uint32_t lexeme) {
    return registry->slot_count == 0 ? 0 : registry->slots[slot_of(registry, node, lexeme)];
}

static bool grow_slots(pacta_registry *registry, const pacta_allocator *memory) {
    uint32_t count = registry->slot_count == 0 ? 4096 : registry->slot_count * 2;
    uint32_t *slots = pacta_new(memory, count * sizeof *slots);
    if (slots == NULL)
        return false;
    pacta_delete(memory, registry->slots, registry->slot_count * sizeof *slots);
    registry->slots = slots;
    registry->slot_count = count;
    for (uint32_t i = 1; i < registry->nodes.count; i++)
        slots[slot_of(registry, registry->nodes.items[i].parent, registry->nodes.items[i].lexeme)] = i;
    return true;
}

static const uint32_t MANY = PACTA_NONE - 1;

uint32_t pacta_registry_only(const pacta_registry *registry, uint32_t node) {
    uint32_t only = registry->nodes.items[node].only;
    return only == MANY ? PACTA_NONE : only;
}

uint32_t pacta_registry_bare(const pacta_registry *registry, uint32_t lexeme) {
    uint32_t node = pacta_registry_step(registry, 0, lexeme);
    for (uint32_t i = node == 0 ? 0 : registry->nodes.items[node].first; i != 0;
         i = registry->candidates.items[i].next)
        if (registry->candidates.items[i].role == NAMES_BARE)
            return registry->candidates.items[i].known;
    return PACTA_NONE;
}

static uint32_t add_step(pacta_registry *registry, const pacta_allocator *memory, uint32_t node,
                         uint32_t lexeme, uint32_t known) {
    if (registry->nodes.count == 0 && !pacta_array_push(memory, &registry->nodes, (pacta_name_node){0}))
        return 0;
    if (registry->nodes.count * 2 >= registry->slot_count && !grow_slots(registry, memory))
        return 0;
    uint32_t slot = slot_of(registry, node, lexeme);
    if (registry->slots[slot] == 0) {
        if (!pacta_array_push(memory, &registry->nodes, (pacta_name_node){node, lexeme, known, 0}))
            return 0;
        registry->slots[slot] = registry->nodes.count - 1;
    }
    pacta_name_node *found = &registry->nodes.items[registry->slots[slot]];
    if (found->only != known)
        found->only = MANY;
    return registry->slots[slot];
}

/* A name means the instrument, among others. */
static int add_candidate(table *t, field name, uint32_t node, pacta_candidate candidate) {
    pacta_registry *registry = t->registry;
    unsigned meanings = 0;
    for (uint32_t i = registry->nodes.items[node].first; i != 0; i = registry->candidates.items[i].next) {
        if (registry->candidates.items[i].known == candidate.known)
            return PACTA_OK;
        if (++meanings == NAME_MEANINGS)
            return fail_at(t, name.text, "too many instruments have this name");
    }
    if (registry->candidates.count == 0 &&
        !pacta_array_push(t->memory, &registry->candidates, (pacta_candidate){0}))
        return no_memory(t);
    candidate.next = registry->nodes.items[node].first;
    if (!pacta_array_push(t->memory, &registry->candidates, candidate))
        return no_memory(t);
    registry->nodes.items[node].first = registry->candidates.count - 1;
    return PACTA_OK;
}

/* Adds a name, folded and cut into words as a text is. */
static int add_name(table *t, field name, uint32_t known, bool title, pacta_name_role role) {
    pacta_fold_reset(&t->fold);
    for (uint32_t read = 0; read < name.size;)
        if (!pacta_fold_append(&t->fold, t->memory, name.text, &read, (uint32_t)name.size))
            return no_memory(t);
    const char *text = t->fold.text.items;
    uint32_t node = 0, words = 0, first = 0, at = 0, size = t->fold.text.count;
    pacta_candidate candidate = {.known = known, .title = title, .role = (uint8_t)role};
    while (at < size) {
        if (text[at] == ' ') {
            at++;
            continue;
        }
        pacta_scan scan = pacta_scan_token(text, size, at);
        if (!pacta_lexicon_takes(text + at, scan.end - at) || words == NAME_WORDS)
            return fail_at(t, name.text, "this name, or a word of it, is too long");
        uint32_t lexeme = pacta_lexicon_add(t->lexicon, t->memory, text + at, scan.end - at);
        if (lexeme == 0 || (node = add_step(t->registry, t->memory, node, lexeme, known)) == 0)
            return no_memory(t);
        if (words++ == 0) {
            first = lexeme;
            t->lexicon->starts.items[lexeme].alias = node;
            candidate.acronym = (scan.flags & TOKEN_CAPS) != 0;
        }
        at = scan.end;
    }
    candidate.acronym = candidate.acronym && words == 1;
    if (first == 0)
        return PACTA_OK;
    return add_candidate(t, name, node, candidate);
}

/* ---- The table ------------------------------------------------------------ */

/* Cuts [begin, end) at tabs; returns how many fields. */
static int split(const char *begin, const char *end, field *fields) {
    int count = 0;
    while (count < COLUMN_LIMIT) {
        const char *tab = memchr(begin, '\t', (size_t)(end - begin));
        const char *stop = tab == NULL ? end : tab;
        fields[count++] = (field){begin, (size_t)(stop - begin)};
        if (tab == NULL)
            break;
        begin = tab + 1;
    }
    return count;
}

static int read_header(table *t, const char *begin, const char *end) {
    field fields[COLUMN_LIMIT];
    int count = split(begin, end, fields);
    for (int c = 0; c < COL_COUNT; c++) {
        t->where[c] = -1;
        for (int i = 0; i < count; i++)
            if (strlen(COLUMNS[c]) == fields[i].size &&
                memcmp(COLUMNS[c], fields[i].text, fields[i].size) == 0)
                t->where[c] = i;
    }
    if (t->where[COL_ID] < 0 || t->where[COL_TITLE] < 0)
        return fail_at(t, begin, "the header line must name the columns id and title_en");
    return PACTA_OK;
}

/* Copies a field, an empty one as NULL; false where memory is out. */
static bool keep(const table *t, field f, const char **copy) {
    *copy = f.size == 0 ? NULL : pacta_arena_text(t->arena, f.text, f.size);
    return f.size == 0 || *copy != NULL;
}

static bool field_is(field f, const char *word) {
    return f.size == strlen(word) && memcmp(f.text, word, f.size) == 0;
}

static pacta_numbering numbering_of(field style) {
    if (field_is(style, "dotted") || field_is(style, "chapter-article"))
        return NUMBERING_DOTTED;
    if (field_is(style, "roman"))
        return NUMBERING_ROMAN;
    return field_is(style, "none") ? NUMBERING_NONE : NUMBERING_PLAIN;
}

/* Names between bars. */
static int add_names(table *t, field names, uint32_t known, pacta_name_role role) {
    const char *at = names.text, *end = at + names.size;
    int status = PACTA_OK;
    while (status == PACTA_OK && at < end) {
        const char *bar = memchr(at, '|', (size_t)(end - at));
        const char *stop = bar == NULL ? end : bar;
        status = add_name(t, (field){at, (size_t)(stop - at)}, known, false, role);
        at = bar == NULL ? end : bar + 1;
    }
    return status;
}

/* Minimum Age Convention, 1973: its title as texts mostly have it; empty without a year. */
static field without_year(field title) {
    enum { YEAR = 6 };
    const size_t head = title.size < YEAR ? 0 : title.size - YEAR;
    bool year = head > 0 && title.text[head] == ',' && title.text[head + 1] == ' ';
    for (size_t i = head + 2; year && i < title.size; i++)
        year = title.text[i] >= '0' && title.text[i] <= '9';
    return (field){title.text, year ? head : 0};
}

/* celex-32016r0679: what the rules for numbers make of its own is its id, too. */
static int add_symbols(table *t, field symbols, uint32_t known) {
    const char *list = NULL, *id;
    size_t size;
    if (!keep(t, symbols, &list))
        return no_memory(t);
    while (list != NULL && (id = pacta_next_id(&list, &size)) != NULL)
        if (pacta_index_find(&t->registry->ids, id, size) == PACTA_NONE &&
            !pacta_index_add(&t->registry->ids, t->memory, id, size, known))
            return no_memory(t);
    return PACTA_OK;
}

static int add_row(table *t, const field row[COL_COUNT]) {
    pacta_registry *registry = t->registry;
    uint32_t index = pacta_index_find(&registry->ids, row[COL_ID].text, row[COL_ID].size);
    pacta_known known = {.numbering = numbering_of(row[COL_NUMBERING])};
    if (!keep(t, row[COL_ID], &known.id) || !keep(t, row[COL_TITLE], &known.title) ||
        !keep(t, row[COL_IRI], &known.iri) || !keep(t, row[COL_KIND], &known.kind) ||
        !keep(t, row[COL_MEMBERS], &known.members) || !keep(t, row[COL_FAMOUS], &known.famous))
        return no_memory(t);
    for (size_t i = 0; i < row[COL_LAST].size; i++) {
        char c = row[COL_LAST].text[i];
        if (c < '0' || c > '9' || known.last_article > 100000)
            return fail_at(t, row[COL_LAST].text, "max_article is a whole number");
        known.last_article = known.last_article * 10 + (uint32_t)(c - '0');
    }
    if (index != PACTA_NONE) {
        registry->known.items[index] = known;
    } else {
        index = registry->known.count;
        if (!pacta_array_push(t->memory, &registry->known, known) ||
            !pacta_index_add(&registry->ids, t->memory, known.id, row[COL_ID].size, index))
            return no_memory(t);
    }
    int status = add_symbols(t, row[COL_SYMBOLS], index);
    if (status == PACTA_OK)
        status = add_name(t, row[COL_TITLE], index, true, NAMES_ITSELF);
    if (status == PACTA_OK)
        status = add_name(t, without_year(row[COL_TITLE]), index, true, NAMES_ITSELF);
    if (status == PACTA_OK)
        status = add_names(t, row[COL_ALIASES], index, NAMES_ITSELF);
    if (status == PACTA_OK)
        status = add_names(t, row[COL_BARE], index, NAMES_BARE);
    return status != PACTA_OK ? status : add_names(t, row[COL_HOLDERS], index, NAMES_HOLDER);
}

static int read_row(table *t, const char *begin, const char *end) {
    field fields[COLUMN_LIMIT], row[COL_COUNT];
    int count = split(begin, end, fields);
    for (int c = 0; c < COL_COUNT; c++)
        row[c] = t->where[c] >= 0 && t->where[c] < count ? fields[t->where[c]] : (field){end, 0};
    if (row[COL_ID].size == 0 || row[COL_TITLE].size == 0)
        return fail_at(t, begin, "a row needs an id and a title");
    return add_row(t, row);
}

static int read_table(table *t) {
    if (t->size > TABLE_LIMIT)
        return fail_at(t, t->data, "this table is larger than 64 MiB");
    size_t bad = pacta_utf8_check(t->data, t->size);
    if (bad < t->size)
        return fail_at(t, t->data + bad, "this table is not UTF-8");
    const char *at = t->data + pacta_utf8_mark(t->data, t->size), *end = t->data + t->size;
    bool header = true;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline == NULL ? end : newline;
        const char *last = stop > at && stop[-1] == '\r' ? stop - 1 : stop;
        int status = PACTA_OK;
        if (last > at && *at != '#') {
            status = header ? read_header(t, at, last) : read_row(t, at, last);
            header = false;
        }
        if (status != PACTA_OK)
            return status;
        at = newline == NULL ? end : newline + 1;
    }
    return PACTA_OK;
}

int pacta_registry_read(pacta_registry *registry, pacta_lexicon *lexicon, pacta_arena *arena,
                        const char *name, const char *data, size_t size, pacta_error *error) {
    table t = {.registry = registry,
               .lexicon = lexicon,
               .arena = arena,
               .memory = &arena->memory,
               .name = name,
               .data = data,
               .size = size,
               .error = error};
    int status = read_table(&t);
    pacta_fold_free(&t.fold, t.memory);
    return status;
}

const char *pacta_next_id(const char **list, size_t *size) {
    const char *id = *list;
    if (*id == '\0')
        return NULL;
    *size = strcspn(id, "|");
    *list = id + *size + (id[*size] == '|');
    return id;
}

void pacta_registry_free(pacta_registry *registry, const pacta_allocator *memory) {
    pacta_array_release(memory, &registry->known);
    pacta_index_free(&registry->ids, memory);
    pacta_array_release(memory, &registry->nodes);
    pacta_array_release(memory, &registry->candidates);
    pacta_delete(memory, registry->slots, registry->slot_count * sizeof *registry->slots);
    registry->slots = NULL;
    registry->slot_count = 0;
}
