/* The way through the house: the one place that knows the order of stages. */
#include "core/error.h"
#include "core/options.h"
#include "core/utf8.h"
#include "work.h"
#include <string.h>

struct pacta_extractor {
    pacta_allocator memory;
    pacta_work work;
};

static const pacta_limits DEFAULTS = {.text_bytes = (size_t)1 << 30,
                                      .records = 64u << 20,
                                      .match_limit = 1000000,
                                      .heap_kib = 20000,
                                      .depth = 64,
                                      .jit_stack = 256 * 1024};

static pacta_limits fill_limits(pacta_limits given) {
    pacta_limits limits = DEFAULTS;
    if (given.text_bytes != 0)
        limits.text_bytes = given.text_bytes;
    if (given.records != 0)
        limits.records = given.records;
    if (given.match_limit != 0)
        limits.match_limit = given.match_limit;
    if (given.heap_kib != 0)
        limits.heap_kib = given.heap_kib;
    if (given.depth != 0)
        limits.depth = given.depth;
    if (given.jit_stack != 0)
        limits.jit_stack = given.jit_stack;
    return limits;
}

int pacta_extractor_new(const pacta_ruleset *ruleset, const pacta_extractor_options *given,
                        pacta_extractor **extractor, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (ruleset == NULL || extractor == NULL)
        return pacta_fail(error, PACTA_E_ARGUMENT, "an extractor needs a ruleset and a place to be put");
    pacta_extractor_options options = {0};
    if (!pacta_take_options(&options, sizeof options, given))
        return pacta_fail(error, PACTA_E_ARGUMENT, "the options' struct_size is not set");
    pacta_allocator memory = options.allocator == NULL ? ruleset->memory : pacta_memory(options.allocator);
    pacta_extractor *made = pacta_new(&memory, sizeof *made);
    if (made == NULL)
        return pacta_fail(error, PACTA_E_MEMORY, "out of memory");
    made->memory = made->work.memory = memory;
    made->work.progress = options.progress;
    made->work.progress_context = options.progress_context;
    made->work.rules = ruleset;
    made->work.limits = fill_limits(options.limits);
    int status = pacta_matcher_init(&made->work.matcher, &made->memory, ruleset->captures,
                                    ruleset->rules.count, &made->work.limits);
    if (status != PACTA_OK) {
        pacta_delete(&memory, made, sizeof *made);
        return pacta_fail(error, status, "out of memory");
    }
    *extractor = made;
    return PACTA_OK;
}

void pacta_extractor_free(pacta_extractor *extractor) {
    if (extractor == NULL)
        return;
    const pacta_allocator memory = extractor->memory;
    pacta_work *work = &extractor->work;
    pacta_lines_free(&work->lines, &memory);
    pacta_fold_free(&work->fold, &memory);
    pacta_array_release(&memory, &work->tokens);
    pacta_array_release(&memory, &work->signs);
    pacta_array_release(&memory, &work->sentences);
    pacta_steps_free(&work->token_steps, &memory);
    pacta_steps_free(&work->passage_steps, &memory);
    pacta_steps_free(&work->sentence_steps, &memory);
    pacta_steps_free(&work->reference_steps, &memory);
    pacta_steps_free(&work->quotation_steps, &memory);
    pacta_array_release(&memory, &work->scratch);
    pacta_array_release(&memory, &work->labels);
    pacta_array_release(&memory, &work->tree.nodes);
    pacta_array_release(&memory, &work->provision_slots);
    pacta_array_release(&memory, &work->names);
    pacta_array_release(&memory, &work->citations);
    pacta_titles_free(&work->titles, &memory);
    pacta_array_release(&memory, &work->paths);
    pacta_delete(&memory, work->instrument_slots,
                 work->instrument_slot_count * sizeof *work->instrument_slots);
    pacta_array_release(&memory, &work->profiles);
    pacta_array_release(&memory, &work->occurrences);
    pacta_array_release(&memory, &work->links);
    pacta_array_release(&memory, &work->norms);
    pacta_array_release(&memory, &work->limbs);
    pacta_array_release(&memory, &work->quoted);
    pacta_array_release(&memory, &work->marks);
    pacta_array_release(&memory, &work->open_marks);
    pacta_matcher_free(&work->matcher);
    pacta_delete(&memory, extractor, sizeof *extractor);
}

/* ---- The text ------------------------------------------------------------------- */

/* Room for a copy of the text. */
static bool make_room(pacta_document *document, size_t size) {
    if (document->kept_size >= size)
        return true;
    char *grown =
        document->memory.resize(document->memory.context, document->kept, document->kept_size, size);
    if (grown == NULL)
        return false;
    document->kept = grown;
    document->kept_size = size;
    return true;
}

/* A copy of a string that may be NULL; false where memory is out. */
static bool keep_string(pacta_document *document, const char *text, const char **copy) {
    *copy = text == NULL ? NULL : pacta_arena_text(&document->arena, text, strlen(text));
    return text == NULL || *copy != NULL;
}

/* Checks the text piece by piece, and counts and copies it on the way. */
static int read_pieces(pacta_work *work, const char *text, char *copy) {
    pacta_document *document = work->document;
    const uint32_t size = document->info.bytes;
    int status = PACTA_OK;
    for (uint32_t at = 0, good; status == PACTA_OK && at < size; at = good) {
        uint32_t piece = size - at < REPORT_STEP ? size - at : REPORT_STEP;
        good = at + (uint32_t)pacta_utf8_check(text + at, piece); /* a character may be cut at its end */
        if (good == at) {
            pacta_error_place(work->error, work->options->name, text, size, at);
            return pacta_fail(work->error, PACTA_E_UTF8, "byte 0x%02X at offset %u is not UTF-8",
                              (unsigned char)text[at], (unsigned)at);
        }
        if (copy != NULL)
            memmove(copy + at, text + at, good - at); /* it may be the copy itself */
        if (!pacta_offsets_extend(&document->offsets, &document->memory, text, good))
            return pacta_out_of_memory(work);
        status = pacta_report(work, good);
    }
    return status;
}

/* Hands the text, and what is said of it, to the document. */
static int take_text(pacta_work *work) {
    pacta_document *document = work->document;
    const pacta_text_options *options = work->options;
    const char *text = document->text;
    const uint32_t size = document->info.bytes;
    char *copy = NULL;
    document->info.form = options->form;
    if (!keep_string(document, work->rules->language, &document->info.language) ||
        !keep_string(document, options->name, &document->info.name))
        return pacta_out_of_memory(work);
    if (options->keep_text != 0) {
        if (!make_room(document, (size_t)size + 1))
            return pacta_out_of_memory(work);
        document->text = copy = document->kept;
    }
    int status = read_pieces(work, text, copy);
    if (copy != NULL)
        copy[size] = '\0';
    return status;
}

/* ---- Back to the caller's offsets -------------------------------------------- */

static void restore(pacta_fold *fold, pacta_span *span) {
    *span = span->end == 0 ? (pacta_span){0, 0} : pacta_fold_original(fold, *span);
}

/* An empty span behind a record's last word can come out behind what the
 * working text leaves out there. */
static void keep_inside(pacta_span *inner, pacta_span outer) {
    if (inner->begin > outer.end)
        inner->begin = outer.end;
    if (inner->end > outer.end)
        inner->end = outer.end;
}

static void restore_list(pacta_fold *fold, const pacta_span *spans, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) /* the document's own, const for its readers only */
        restore(fold, (pacta_span *)(uintptr_t)&spans[i]);
}

/* Each kind of record in a loop of its own, which may be long. */
static int restore_found(pacta_work *work) {
    pacta_document *document = work->document;
    pacta_fold *fold = &work->fold;
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < document->sentences.count; i++) {
        restore(fold, &document->sentences.items[i].span);
        status = pacta_report(work, document->sentences.items[i].span.end);
    }
    for (uint32_t i = 0; status == PACTA_OK && i < document->mentions.count; i++) {
        restore(fold, &document->mentions.items[i].span);
        status = pacta_report(work, document->mentions.items[i].span.end);
    }
    for (uint32_t i = 0; status == PACTA_OK && i < document->references.count; i++) {
        pacta_reference *reference = &document->references.items[i];
        restore(fold, &reference->span);
        for (uint32_t t = 0; t < reference->target_count; t++)
            restore(fold, (pacta_span *)(uintptr_t)&reference->targets[t].span);
        status = pacta_report(work, reference->span.end);
    }
    for (uint32_t i = 0; status == PACTA_OK && i < document->provisions.count; i++) {
        pacta_provision *provision = &document->provisions.items[i];
        restore(fold, &provision->span);
        restore(fold, &provision->label);
        restore(fold, &provision->heading);
        status = pacta_report(work, provision->label.end);
    }
    return status;
}

static int restore_linked(pacta_work *work) {
    pacta_document *document = work->document;
    pacta_fold *fold = &work->fold;
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < document->quotations.count; i++) {
        pacta_quotation *quotation = &document->quotations.items[i];
        restore(fold, &quotation->span);
        restore(fold, &quotation->inner);
        keep_inside(&quotation->inner, quotation->span);
        restore(fold, &quotation->source.span);
        restore(fold, &quotation->carrier.span);
        restore(fold, &quotation->cue);
        status = pacta_report(work, quotation->span.begin);
    }
    for (uint32_t i = 0; status == PACTA_OK && i < document->clauses.count; i++) {
        pacta_clause *clause = &document->clauses.items[i];
        restore(fold, &clause->span);
        restore(fold, &clause->cue);
        restore(fold, &clause->actor);
        restore(fold, &clause->source.span);
        restore_list(fold, clause->conditions, clause->condition_count);
        restore_list(fold, clause->exceptions, clause->exception_count);
        status = pacta_report(work, clause->span.begin);
    }
    for (uint32_t i = 0; status == PACTA_OK && i < document->diagnostics.count; i++) {
        restore(fold, &document->diagnostics.items[i].span);
        status = pacta_report(work, document->diagnostics.items[i].span.begin);
    }
    return status;
}

static int publish_tokens(pacta_work *work) {
    pacta_document *document = work->document;
    if (!pacta_array_reserve(&document->memory, &document->tokens, work->tokens.count))
        return pacta_out_of_memory(work);
    const pacta_cut *cuts = work->tokens.items;
    const uint32_t count = document->tokens.count = work->tokens.count;
    pacta_token *tokens = document->tokens.items;
    int status = PACTA_OK;
    for (uint32_t i = 0; status == PACTA_OK && i < count;) {
        const pacta_span whole = {cuts[i].begin, cuts[i].end};
        tokens[i] = (pacta_token){pacta_fold_original(&work->fold, whole), (pacta_token_kind)cuts[i].kind};
        uint32_t shift, same = pacta_fold_same_until(&work->fold, cuts[i].end, &shift);
        if (same > cuts[i].end + REPORT_STEP / 2)
            same = cuts[i].end + REPORT_STEP / 2;
        const uint32_t stop = same > cuts[i].end ? pacta_token_at(work, same) : i + 1;
        for (i++; i < stop; i++)
            tokens[i] =
                (pacta_token){{cuts[i].begin + shift, cuts[i].end + shift}, (pacta_token_kind)cuts[i].kind};
        status = pacta_report(work, cuts[i - 1].end);
    }
    for (uint32_t p = 0; p < work->fold.passages.count; p++) { /* a break is no text */
        pacta_token *end = &tokens[work->fold.passages.items[p].end_token];
        end->span.end = end->span.begin;
    }
    return status;
}

/* ---- The stages ------------------------------------------------------------------ */

static int (*const STAGES[])(pacta_work *) = {take_text,
                                              pacta_read_lines,
                                              pacta_cut_tokens,
                                              pacta_tell_language,
                                              pacta_cut_sentences,
                                              pacta_find_labels,
                                              pacta_tell_form,
                                              pacta_find_provisions,
                                              pacta_find_instruments,
                                              pacta_find_references,
                                              pacta_find_quotations,
                                              pacta_link_references,
                                              pacta_link_quotations,
                                              pacta_link_clauses,
                                              publish_tokens,
                                              pacta_note_strikes,
                                              pacta_order_diagnostics,
                                              pacta_cap_records,
                                              pacta_order_diagnostics,
                                              restore_found,
                                              restore_linked};

enum { STAGE_COUNT = sizeof STAGES / sizeof *STAGES };

static int run_stages(pacta_work *work) {
    work->stages = STAGE_COUNT;
    work->out_of_memory = false;
    memset(work->unit_names, 0, work->rules->units.count * sizeof *work->unit_names);
    for (work->stage = 0; work->stage < STAGE_COUNT; work->stage++) {
        work->reported = work->furthest = 0;
        int status = STAGES[work->stage](work);
        if (status == PACTA_OK && (work->out_of_memory || work->matcher.out_of_memory))
            status = pacta_out_of_memory(work);
        if (status == PACTA_OK)
            status = pacta_report_now(work, work->document->info.bytes);
        if (status != PACTA_OK)
            return status;
    }
    return pacta_is_incomplete(work->document) ? PACTA_INCOMPLETE : PACTA_OK;
}

int pacta_extract(pacta_extractor *extractor, const char *text, size_t size, const pacta_text_options *given,
                  pacta_document *document, pacta_error *error) {
    if (error != NULL)
        memset(error, 0, sizeof *error);
    if (extractor == NULL || document == NULL || (text == NULL && size > 0))
        return pacta_fail(error, PACTA_E_ARGUMENT, "an extraction needs an extractor, a text and a document");
    pacta_text_options options = {0};
    if (!pacta_take_options(&options, sizeof options, given))
        return pacta_fail(error, PACTA_E_ARGUMENT, "the options' struct_size is not set");
    pacta_work *work = &extractor->work;
    work->document = document;
    work->options = &options;
    work->error = error;
    pacta_matcher_reset(&work->matcher);
    pacta_document_clear(document);
    const size_t most = work->limits.text_bytes < UINT32_MAX ? work->limits.text_bytes : UINT32_MAX - 1;
    int status;
    if (size > most) {
        status = pacta_fail(error, PACTA_E_TOO_LARGE, "the text has %zu bytes, the limit is %zu", size, most);
    } else {
        document->text = text == NULL ? "" : text;
        document->info.bytes = (uint32_t)size;
        status = run_stages(work);
    }
    if (status < 0)
        pacta_document_clear(document);
    work->document = NULL;
    work->options = NULL;
    work->error = NULL;
    return status;
}

int pacta_read(const char *text, size_t size, pacta_document **document, pacta_error *error) {
    pacta_ruleset *ruleset = NULL;
    pacta_extractor *extractor = NULL;
    pacta_document *made = NULL;
    if (document == NULL) {
        if (error != NULL)
            memset(error, 0, sizeof *error);
        return pacta_fail(error, PACTA_E_ARGUMENT, "no place for the document");
    }
    int status = pacta_ruleset_new(NULL, &ruleset, error);
    if (status == PACTA_OK)
        status = pacta_extractor_new(ruleset, NULL, &extractor, error);
    if (status == PACTA_OK && (status = pacta_document_new(NULL, &made)) != PACTA_OK)
        pacta_fail(error, status, "out of memory");
    pacta_text_options options = {.struct_size = sizeof options, .keep_text = 1};
    if (status == PACTA_OK)
        status = pacta_extract(extractor, text, size, &options, made, error);
    pacta_extractor_free(extractor);
    pacta_ruleset_free(ruleset);
    if (status < 0) {
        pacta_document_free(made);
        return status;
    }
    *document = made;
    return status;
}
