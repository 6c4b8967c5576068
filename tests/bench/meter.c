#include "meter.h"
#include "clock.h"
#include <stdio.h>
#include <stdlib.h>

/* As lib/extract.c has them. */
static const char *const STAGE_NAMES[] = {"text",
                                          "lines",
                                          "tokens",
                                          "language",
                                          "sentences",
                                          "labels",
                                          "form",
                                          "provisions",
                                          "instruments",
                                          "references",
                                          "quotations",
                                          "link references",
                                          "link quotations",
                                          "clauses",
                                          "publish",
                                          "strikes",
                                          "diagnostics",
                                          "limits",
                                          "diagnostics again",
                                          "back, found",
                                          "back, linked"};

enum { STAGES_NAMED = sizeof STAGE_NAMES / sizeof *STAGE_NAMES };

const char *bench_stage_name(unsigned stage) {
    return stage < STAGES_NAMED ? STAGE_NAMES[stage] : "?";
}

static void give_up(const char *message) {
    fprintf(stderr, "%s\n", message);
    exit(2);
}

static void *count_resize(void *context, void *block, size_t old_size, size_t new_size) {
    bench_memory *memory = context;
    void *made = realloc(block, new_size);
    if (made == NULL)
        return NULL;
    memory->calls++;
    memory->held += new_size - old_size;
    if (memory->held > memory->most)
        memory->most = memory->held;
    return made;
}

static void count_release(void *context, void *block, size_t size) {
    bench_memory *memory = context;
    memory->held -= size;
    free(block);
}

static int note_progress(void *context, uint64_t done, uint64_t total) {
    bench_meter *meter = context;
    if (meter->size == 0 || done % meter->size != 0 || done == 0)
        return 0;
    meter->stages = (unsigned)(total / meter->size);
    size_t stage = (size_t)(done / meter->size) - 1;
    if (stage < BENCH_STAGES_LIMIT)
        meter->stage_end[stage] = bench_now() - meter->begin;
    return 0;
}

pacta_ruleset *bench_ruleset(void) {
    pacta_ruleset *ruleset = NULL;
    pacta_error error;
    if (pacta_ruleset_new(NULL, &ruleset, &error) != PACTA_OK)
        give_up(error.message);
    return ruleset;
}

void bench_meter_open(bench_meter *meter, const pacta_ruleset *ruleset, int stages) {
    *meter = (bench_meter){0};
    meter->memory.allocator = (pacta_allocator){count_resize, count_release, &meter->memory};
    pacta_extractor_options options = {.struct_size = sizeof options, .allocator = &meter->memory.allocator};
    if (stages) {
        options.progress = note_progress;
        options.progress_context = meter;
    }
    pacta_error error;
    if (pacta_extractor_new(ruleset, &options, &meter->extractor, &error) != PACTA_OK)
        give_up(error.message);
    if (pacta_document_new(&meter->memory.allocator, &meter->document) != PACTA_OK)
        give_up("out of memory");
}

void bench_meter_close(bench_meter *meter) {
    pacta_document_free(meter->document);
    pacta_extractor_free(meter->extractor);
}

void bench_meter_take(bench_meter *meter, const bench_text *text) {
    meter->text = text->data;
    meter->size = text->size;
}

void bench_meter_run(void *context) {
    bench_meter *meter = context;
    pacta_error error;
    meter->begin = bench_now();
    if (pacta_extract(meter->extractor, meter->text, meter->size, NULL, meter->document, &error) < 0)
        give_up(error.message);
}
