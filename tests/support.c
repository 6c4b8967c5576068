#include "support.h"

/* ---- The ledger ------------------------------------------------------------ */

typedef union head {
    size_t size;
    max_align_t align;
} head;

static void *ledger_resize(void *context, void *block, size_t old_size, size_t new_size) {
    ledger *book = context;
    book->calls++;
    head *old = block == NULL ? NULL : (head *)block - 1;
    if ((old == NULL ? 0 : old->size) != old_size || new_size == 0)
        book->faults++;
    if (book->fail_at != 0 &&
        (book->calls == book->fail_at || (book->fail_after && book->calls > book->fail_at)))
        return NULL;
    /* always a new place, filled with rubbish, so that stale pointers and
     * unset bytes show */
    head *made = malloc(sizeof *made + new_size);
    if (made == NULL)
        return NULL;
    made->size = new_size;
    memset(made + 1, 0xA5, new_size);
    book->bytes += new_size;
    book->blocks++;
    if (old != NULL) {
        memcpy(made + 1, old + 1, old->size < new_size ? old->size : new_size);
        book->bytes -= old->size;
        book->blocks--;
        free(old);
    }
    if (book->bytes > book->most)
        book->most = book->bytes;
    return made + 1;
}

static void ledger_release(void *context, void *block, size_t size) {
    ledger *book = context;
    if (block == NULL)
        return;
    head *old = (head *)block - 1;
    if (old->size != size)
        book->faults++;
    book->bytes -= old->size;
    book->blocks--;
    free(old);
}

pacta_allocator ledger_allocator(ledger *book) {
    return (pacta_allocator){ledger_resize, ledger_release, book};
}

void assert_settled(const ledger *book) {
    assert_int_equal(book->faults, 0);
    assert_int_equal(book->blocks, 0);
    assert_int_equal(book->bytes, 0);
}

/* ---- Texts ------------------------------------------------------------------- */

char *words_of(const char *text, pacta_span span) {
    size_t size = span.end - span.begin;
    char *words = malloc(size + 1);
    assert_non_null(words);
    memcpy(words, text + span.begin, size);
    words[size] = '\0';
    return words;
}

char *read_text(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("cannot open %s", path);
    size_t used = 0, room = 1 << 16;
    char *text = malloc(room);
    assert_non_null(text);
    for (size_t got; (got = fread(text + used, 1, room - used - 1, file)) > 0;) {
        used += got;
        if (room - used > 1)
            continue;
        char *grown = realloc(text, room *= 2);
        assert_non_null(grown);
        text = grown;
    }
    fclose(file);
    text[used] = '\0';
    if (size != NULL)
        *size = used;
    return text;
}

/* ---- Rules --------------------------------------------------------------------- */

static pacta_ruleset *shared_rules;

static void free_shared_rules(void) {
    pacta_ruleset_free(shared_rules);
}

const pacta_ruleset *builtin_rules(void) {
    if (shared_rules == NULL) {
        pacta_error error;
        pacta_ruleset_options options = {.struct_size = sizeof options,
                                         .flags = getenv("PACTA_TEST_NO_JIT") == NULL ? 0 : PACTA_NO_JIT};
        if (pacta_ruleset_new(&options, &shared_rules, &error) != PACTA_OK)
            fail_msg("%s:%u:%u: %s", error.source, (unsigned)error.line, (unsigned)error.column,
                     error.message);
        atexit(free_shared_rules);
    }
    return shared_rules;
}
