/* PostgreSQL: pacta_references(text) and its like as sets of rows,
 * pacta_json(text). See README.md. */
#include "reader.h"
#include "records.h"

#include <catalog/pg_type.h>
#include <funcapi.h>
#include <lib/stringinfo.h>
#include <miscadmin.h>
#include <utils/array.h>
#include <utils/builtins.h>
#include <utils/memutils.h>

/* What PostgreSQL looks for; the rest of this library stays hidden. */
#pragma GCC visibility push(default)
PG_MODULE_MAGIC;
void _PG_init(void);
PG_FUNCTION_INFO_V1(pacta_sql_instruments);
PG_FUNCTION_INFO_V1(pacta_sql_references);
PG_FUNCTION_INFO_V1(pacta_sql_quotations);
PG_FUNCTION_INFO_V1(pacta_sql_provisions);
PG_FUNCTION_INFO_V1(pacta_sql_clauses);
PG_FUNCTION_INFO_V1(pacta_sql_sentences);
PG_FUNCTION_INFO_V1(pacta_sql_tokens);
PG_FUNCTION_INFO_V1(pacta_sql_diagnostics);
PG_FUNCTION_INFO_V1(pacta_sql_json);
PG_FUNCTION_INFO_V1(pacta_sql_version);
#pragma GCC visibility pop

/* Preloaded by the server, all sessions have the rules from the start. */
void _PG_init(void) {
    if (process_shared_preload_libraries_in_progress)
        reader_prepare();
}

/* ---- Values --------------------------------------------------------------- */

static Datum list(const struct rows *rows, enum cell_kind kind, const struct cell *cell) {
    Oid type = kind == CELL_NUMBERS ? INT4OID : TEXTOID;
    Datum *items = palloc((cell->count + 1) * sizeof *items);
    for (size_t i = 0; i < cell->count; i++) {
        struct cell item = cell_item(rows, kind, cell, i);
        items[i] = kind == CELL_NUMBERS ? UInt32GetDatum(item.number)
                                        : PointerGetDatum(reader_text(item.text, item.size));
    }
    int size = kind == CELL_NUMBERS ? (int)sizeof(int32) : -1;
    return PointerGetDatum(
        construct_array(items, (int)cell->count, type, size, kind == CELL_NUMBERS, TYPALIGN_INT));
}

static Datum value(const struct rows *rows, enum cell_kind kind, const struct cell *cell, bool *null) {
    *null = false;
    if (kind == CELL_NAMES || kind == CELL_PASSAGES || kind == CELL_NUMBERS)
        return list(rows, kind, cell);
    *null = kind == CELL_NUMBER ? cell->number == PACTA_NONE : cell->text == NULL;
    if (*null)
        return (Datum)0;
    if (kind == CELL_NUMBER)
        return UInt32GetDatum(cell->number);
    return PointerGetDatum(reader_text(cell->text, cell->size));
}

/* ---- Rows ----------------------------------------------------------------- */

static void put_rows(ReturnSetInfo *result, struct rows *rows) {
    const struct table *table = rows->table;
    struct cell cells[TABLE_WIDEST];
    Datum values[TABLE_WIDEST];
    bool nulls[TABLE_WIDEST];
    MemoryContext row = AllocSetContextCreate(CurrentMemoryContext, "pacta row", ALLOCSET_DEFAULT_SIZES);
    MemoryContext caller = MemoryContextSwitchTo(row);
    while (rows_next(rows, cells)) {
        CHECK_FOR_INTERRUPTS();
        for (size_t i = 0; i < table->column_count; i++)
            values[i] = value(rows, table->columns[i].kind, &cells[i], &nulls[i]);
        tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
        MemoryContextReset(row);
    }
    MemoryContextSwitchTo(caller);
    MemoryContextDelete(row);
}

static Datum records(FunctionCallInfo fcinfo, enum kind kind) {
    ReturnSetInfo *result = (ReturnSetInfo *)fcinfo->resultinfo;
    const struct table *table = table_of(kind);
    struct rows rows;
    InitMaterializedSRF(fcinfo, 0);
    if ((size_t)result->setDesc->natts != table->column_count)
        ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                        errmsg("pacta_%s has other columns in the library than in the database", table->name),
                        errhint("ALTER EXTENSION pacta UPDATE")));
    struct reader *reader = reader_read(fcinfo);
    if (reader != NULL) {
        rows_begin(&rows, table, reader->document, &reader->view);
        put_rows(result, &rows);
    }
    return (Datum)0;
}

#define RECORDS(name, kind)                                                                                  \
    Datum name(PG_FUNCTION_ARGS) {                                                                           \
        return records(fcinfo, kind);                                                                        \
    }

RECORDS(pacta_sql_instruments, KIND_INSTRUMENTS)
RECORDS(pacta_sql_references, KIND_REFERENCES)
RECORDS(pacta_sql_quotations, KIND_QUOTATIONS)
RECORDS(pacta_sql_provisions, KIND_PROVISIONS)
RECORDS(pacta_sql_clauses, KIND_CLAUSES)
RECORDS(pacta_sql_sentences, KIND_SENTENCES)
RECORDS(pacta_sql_tokens, KIND_TOKENS)
RECORDS(pacta_sql_diagnostics, KIND_DIAGNOSTICS)

/* ---- All of them as one value ---------------------------------------------- */

static int put(void *context, const char *bytes, size_t size) {
    for (size_t part; size > 0; bytes += part, size -= part) {
        part = size < 1 << 30 ? size : 1 << 30;
        appendBinaryStringInfo(context, bytes, (int)part);
    }
    return 0;
}

Datum pacta_sql_json(PG_FUNCTION_ARGS) {
    struct reader *reader = reader_read(fcinfo);
    StringInfoData json;
    if (reader == NULL)
        PG_RETURN_NULL();
    initStringInfo(&json);
    writer_open_put(&reader->writer, put, &json);
    records_write(&reader->writer, reader->document, &reader->view);
    writer_flush(&reader->writer);
    PG_RETURN_TEXT_P(reader_text(json.data, (size_t)json.len));
}

Datum pacta_sql_version(PG_FUNCTION_ARGS) {
    (void)fcinfo;
    PG_RETURN_TEXT_P(cstring_to_text(pacta_version()));
}
