/* Measures pacta, side by side with its peers.
 *   pacta-bench [TEXT]...       all tables; a TEXT is "treaty", "press", "prose"
 *                               (invented) or a file, in addition to these
 *   pacta-bench --once TEXT     extracts TEXT once; prints its bytes */
#include "clock.h"
#include "meter.h"
#include "peers.h"
#include "texts.h"
#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { KB = 1000, MB = 1000 * KB, INVENTED_SIZE = 2 * MB, WORST_SIZE = MB, SIZES_MOST = 100 * MB };

static const double PATIENCE = 0.5; /* seconds a figure may take */

static void print_rate(const char *name, double seconds, size_t bytes, double reference) {
    printf("  %-30s %9.1f MB/s %9.2f ns/byte", name, (double)bytes / seconds / 1e6,
           seconds * 1e9 / (double)bytes);
    if (reference > 0)
        printf(" %7.2f x", reference / seconds);
    putchar('\n');
}

/* ---- One text ----------------------------------------------------------------------- */

/* Seconds of the alternation, which all else is held against. */
static double measure_peers(const bench_text *text) {
    double alternation = 0;
    for (size_t i = 0; i < BENCH_PEER_COUNT; i++) {
        const bench_peer *peer = &BENCH_PEERS[i];
        void *state = peer->open(text);
        if (state == NULL) {
            printf("  %-30s cannot be made\n", peer->name);
            continue;
        }
        double seconds = bench_median(peer->run, state, PATIENCE);
        peer->close(state);
        if (strncmp(peer->name, "PCRE2", 5) == 0)
            alternation = seconds;
        print_rate(peer->name, seconds, text->size, alternation);
    }
    return alternation;
}

static void measure_stages(const pacta_ruleset *ruleset, const bench_text *text, double alternation) {
    bench_meter meter;
    bench_meter_open(&meter, ruleset, 1);
    bench_meter_take(&meter, text);
    bench_median(bench_meter_run, &meter, PATIENCE); /* the last of these runs is shown */
    double before = 0;
    for (unsigned i = 0; i < meter.stages && i < BENCH_STAGES_LIMIT; i++) {
        double end = meter.stage_end[i];
        if ((end - before) * 1e9 / (double)text->size >= 0.01)
            printf("    %-28s %9s      %9.2f ns/byte\n", bench_stage_name(i), "",
                   (end - before) * 1e9 / (double)text->size);
        before = end;
    }
    print_rate("pacta, to the tokens", meter.stage_end[2], text->size, alternation);
    bench_meter_close(&meter);
}

static void measure_whole(const pacta_ruleset *ruleset, const bench_text *text, double alternation) {
    bench_meter meter;
    bench_meter_open(&meter, ruleset, 0);
    bench_meter_take(&meter, text);
    bench_meter_run(&meter);
    size_t calls = meter.memory.calls;
    bench_meter_run(&meter);
    calls = meter.memory.calls - calls;
    print_rate("pacta, whole", bench_median(bench_meter_run, &meter, PATIENCE), text->size, alternation);
    printf("  %-30s %9.1f bytes a byte, %zu allocations when warm\n", "pacta, memory",
           (double)meter.memory.most / (double)text->size, calls);
    bench_meter_close(&meter);
}

/* A text that is many documents: two empty lines stand between each of them. */
typedef struct documents {
    bench_meter meter;
    const bench_text *text;
    size_t count;
} documents;

static void run_documents(void *context) {
    documents *all = context;
    const char *at = all->text->data, *end = at + all->text->size;
    for (all->count = 0; at < end; all->count++) {
        const char *next = strstr(at, "\n\n\n");
        const bench_text one = {all->text->name, (char *)(size_t)at,
                                (size_t)((next == NULL ? end : next) - at)};
        bench_meter_take(&all->meter, &one);
        bench_meter_run(&all->meter);
        at = next == NULL ? end : next + 3;
    }
}

static void measure_documents(const pacta_ruleset *ruleset, const bench_text *text, double alternation) {
    documents all = {.text = text};
    bench_meter_open(&all.meter, ruleset, 0);
    run_documents(&all);
    if (all.count > 1) {
        print_rate("pacta, by documents", bench_median(run_documents, &all, PATIENCE), text->size,
                   alternation);
        printf("  %-30s %9zu\n", "documents", all.count);
    }
    bench_meter_close(&all.meter);
}

static void *run_thread(void *meter) {
    bench_meter_run(meter);
    return NULL;
}

static void run_two(void *context) {
    bench_meter *meters = context;
    pthread_t other;
    if (pthread_create(&other, NULL, run_thread, &meters[1]) != 0)
        return;
    bench_meter_run(&meters[0]);
    pthread_join(other, NULL);
}

static void measure_threads(const pacta_ruleset *ruleset, const bench_text *text, double alternation) {
    bench_meter meters[2];
    for (int i = 0; i < 2; i++) {
        bench_meter_open(&meters[i], ruleset, 0);
        bench_meter_take(&meters[i], text);
    }
    run_two(meters);
    double seconds = bench_median(run_two, meters, PATIENCE) / 2;
    print_rate("pacta, two threads", seconds, text->size, alternation);
    for (int i = 0; i < 2; i++)
        bench_meter_close(&meters[i]);
}

static void measure_text(const pacta_ruleset *ruleset, const bench_text *text) {
    printf("%s, %zu bytes (x: times the alternation's speed)\n", text->name, text->size);
    double alternation = measure_peers(text);
    measure_stages(ruleset, text, alternation);
    measure_whole(ruleset, text, alternation);
    measure_documents(ruleset, text, alternation);
    measure_threads(ruleset, text, alternation);
    putchar('\n');
}

/* ---- Against size ---------------------------------------------------------------------- */

static double measure_size(const pacta_ruleset *ruleset, const bench_text *text) {
    bench_meter meter;
    bench_meter_open(&meter, ruleset, 0);
    bench_meter_take(&meter, text);
    bench_meter_run(&meter);
    double seconds = bench_median(bench_meter_run, &meter, PATIENCE);
    bench_meter_close(&meter);
    return seconds;
}

static void measure_sizes(const pacta_ruleset *ruleset, const bench_text *text) {
    printf("%s, repeated or cut to a size\n", text->name);
    for (size_t size = KB; size <= SIZES_MOST; size *= 10) {
        bench_text cut = bench_text_of(text, size);
        double seconds = measure_size(ruleset, &cut);
        printf("  %9zu KB %12.1f us %9.2f ns/byte\n", size / KB, seconds * 1e6, seconds * 1e9 / (double)size);
        bench_text_free(&cut);
    }
    putchar('\n');
}

static void measure_worst(const pacta_ruleset *ruleset, const bench_text *ordinary) {
    double plain = measure_size(ruleset, ordinary) / (double)ordinary->size;
    printf("worst cases (x: times the cost of a byte of %s; a quarter of it, all of it)\n", ordinary->name);
    for (size_t i = 0; i < BENCH_WORST_COUNT; i++) {
        bench_text piece = {BENCH_WORST[i].name, (char *)(size_t)BENCH_WORST[i].piece,
                            strlen(BENCH_WORST[i].piece)};
        double cost[2];
        for (size_t part = 0; part < 2; part++) {
            bench_text text = bench_text_of(&piece, part == 0 ? WORST_SIZE / 4 : WORST_SIZE);
            cost[part] = measure_size(ruleset, &text) / (double)text.size;
            bench_text_free(&text);
        }
        printf("  %-24s %9.2f %9.2f ns/byte %7.2f x%s\n", piece.name, cost[0] * 1e9, cost[1] * 1e9,
               cost[1] / plain, cost[1] > 2 * cost[0] ? "  grows" : "");
    }
    putchar('\n');
}

static void compile(void *context) {
    (void)context;
    pacta_ruleset_free(bench_ruleset());
}

static int extract_once(const pacta_ruleset *ruleset, const char *name) {
    bench_text text = bench_text_named(name, INVENTED_SIZE / 4);
    bench_meter meter;
    bench_meter_open(&meter, ruleset, 0);
    bench_meter_take(&meter, &text);
    bench_meter_run(&meter);
    printf("%zu\n", text.size);
    bench_meter_close(&meter);
    bench_text_free(&text);
    return 0;
}

int main(int argc, char **argv) {
    static const char *const INVENTED[] = {"treaty", "press", "prose", PACTA_ROOT "/seeds/defence-pact.txt"};
    pacta_ruleset *ruleset = bench_ruleset();
    if (argc == 3 && strcmp(argv[1], "--once") == 0) {
        int status = extract_once(ruleset, argv[2]);
        pacta_ruleset_free(ruleset);
        return status;
    }
    printf("ruleset compiled in %.1f ms\n\n", bench_median(compile, NULL, PATIENCE) * 1e3);
    const int invented = sizeof INVENTED / sizeof *INVENTED;
    for (int i = 0; i < invented + argc - 1; i++) {
        bench_text text =
            bench_text_named(i < invented ? INVENTED[i] : argv[i - invented + 1], INVENTED_SIZE);
        measure_text(ruleset, &text);
        bench_text_free(&text);
    }
    bench_text treaty = bench_text_named("treaty", INVENTED_SIZE);
    measure_sizes(ruleset, &treaty);
    measure_worst(ruleset, &treaty);
    bench_text_free(&treaty);
    pacta_ruleset_free(ruleset);
    return 0;
}
