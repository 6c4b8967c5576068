#include "reader.h"

#include "words.h"

#include <mb/pg_wchar.h>
#include <miscadmin.h>
#include <utils/builtins.h>
#include <utils/memutils.h>

/* ---- Memory: no error of PostgreSQL's jumps out of the library ------------ */

static void *resize(void *context, void *block, size_t old_size, size_t new_size) {
    const int flags = MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM;
    if (new_size > MaxAllocHugeSize)
        return NULL;
    void *moved = MemoryContextAllocExtended(context, new_size > 0 ? new_size : 1, flags);
    if (moved != NULL && block != NULL) {
        memcpy(moved, block, old_size < new_size ? old_size : new_size);
        pfree(block);
    }
    return moved;
}

static void release(void *context, void *block, size_t size) {
    (void)context, (void)size;
    if (block != NULL)
        pfree(block);
}

static pacta_allocator allocator_in(MemoryContext memory) {
    return (pacta_allocator){resize, release, memory};
}

/* ---- Errors -------------------------------------------------------------- */

static int code_of(int status) {
    switch (status) {
    case PACTA_E_MEMORY:
        return ERRCODE_OUT_OF_MEMORY;
    case PACTA_E_UTF8:
        return ERRCODE_CHARACTER_NOT_IN_REPERTOIRE;
    case PACTA_E_TOO_LARGE:
        return ERRCODE_PROGRAM_LIMIT_EXCEEDED;
    case PACTA_E_CANCELLED:
        return ERRCODE_QUERY_CANCELED;
    default:
        return ERRCODE_EXTERNAL_ROUTINE_EXCEPTION;
    }
}

static void fail(int status, const pacta_error *error) {
    if (status == PACTA_E_CANCELLED)
        CHECK_FOR_INTERRUPTS(); /* which knows who cancelled */
    ereport(ERROR, (errcode(code_of(status)),
                    errmsg("%s", error->message[0] != '\0' ? error->message : pacta_status_text(status))));
}

static int interrupted(void *context, uint64_t done, uint64_t total) {
    (void)context, (void)done, (void)total;
    return QueryCancelPending || ProcDiePending;
}

/* ---- Rules, and a reader for each call in a query -------------------------- */

static pacta_ruleset *rules;

void reader_prepare(void) {
    if (rules != NULL)
        return;
    MemoryContext memory = AllocSetContextCreate(TopMemoryContext, "pacta rules", ALLOCSET_DEFAULT_SIZES);
    pacta_allocator allocator = allocator_in(memory);
    pacta_ruleset_options options = {.struct_size = sizeof options, .allocator = &allocator};
    pacta_error error = {0};
    int status = pacta_ruleset_new(&options, &rules, &error);
    if (status >= 0)
        return;
    MemoryContextDelete(memory);
    fail(status, &error);
}

static void end(void *data) {
    struct reader *reader = data;
    pacta_document_free(reader->document);
    pacta_extractor_free(reader->extractor);
}

static struct reader *reader_new(MemoryContext parent) {
    reader_prepare();
    MemoryContext memory = AllocSetContextCreate(parent, "pacta", ALLOCSET_DEFAULT_SIZES);
    struct reader *reader = MemoryContextAllocZero(memory, sizeof *reader);
    reader->memory = memory;
    reader->at_end.func = end;
    reader->at_end.arg = reader;
    MemoryContextRegisterResetCallback(memory, &reader->at_end);

    pacta_allocator allocator = allocator_in(memory);
    pacta_extractor_options options = {
        .struct_size = sizeof options, .allocator = &allocator, .progress = interrupted};
    pacta_error error = {0};
    int status = pacta_extractor_new(rules, &options, &reader->extractor, &error);
    if (status >= 0)
        status = pacta_document_new(&allocator, &reader->document);
    if (status < 0) {
        MemoryContextDelete(memory);
        fail(status, &error);
    }
    return reader;
}

/* ---- Arguments ------------------------------------------------------------ */

/* The word that an argument is, or `fallback` where it is null. */
static int choose(FunctionCallInfo fcinfo, int argument, const char *option, const struct word *words,
                  int fallback) {
    if (PG_NARGS() <= argument || PG_ARGISNULL(argument))
        return fallback;
    char *word = text_to_cstring(PG_GETARG_TEXT_PP(argument)), list[64];
    int found = words_find(words, word, strlen(word));
    words_list(words, list, sizeof list);
    if (found < 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("%s: \"%s\" is none of %s", option, word, list)));
    return found;
}

/* The text in UTF-8, which the reader keeps if it is not the value's own. */
static const char *utf8_of(struct reader *reader, text *value, size_t *size) {
    char *own = VARDATA_ANY(value);
    *size = VARSIZE_ANY_EXHDR(value);
    if (reader->text != NULL)
        pfree(reader->text);
    reader->text = NULL;
    MemoryContext caller = MemoryContextSwitchTo(reader->memory);
    char *utf8 = pg_server_to_any(own, (int)*size, PG_UTF8);
    MemoryContextSwitchTo(caller);
    if (utf8 == own)
        return own;
    *size = strlen(utf8);
    return reader->text = utf8;
}

text *reader_text(const char *utf8, size_t size) {
    char *own = pg_any_to_server(utf8, (int)size, PG_UTF8);
    return own == utf8 ? cstring_to_text_with_len(utf8, (int)size) : cstring_to_text(own);
}

struct reader *reader_read(FunctionCallInfo fcinfo) {
    struct reader *reader = fcinfo->flinfo->fn_extra;
    if (PG_ARGISNULL(0))
        return NULL;
    if (reader == NULL)
        fcinfo->flinfo->fn_extra = reader = reader_new(fcinfo->flinfo->fn_mcxt);

    pacta_text_options options = {.struct_size = sizeof options};
    options.form = (pacta_form)choose(fcinfo, 1, "form", view_forms, PACTA_FORM_UNKNOWN);
    reader->view = (struct view){.kinds = KIND_FINDINGS | KIND_SENTENCES | KIND_DIAGNOSTICS, .texts = 1};
    reader->view.offsets = (enum unit)choose(fcinfo, 2, "offsets", view_units, UNIT_BYTE);

    size_t size;
    const char *utf8 = utf8_of(reader, PG_GETARG_TEXT_PP(0), &size);
    pacta_error error = {0};
    int status = pacta_extract(reader->extractor, utf8, size, &options, reader->document, &error);
    if (status < 0)
        fail(status, &error);
    if (status == PACTA_INCOMPLETE)
        ereport(WARNING, (errmsg("a limit was reached: pacta_diagnostics() says where")));
    return reader;
}
