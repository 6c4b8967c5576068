/* What pacta is held against: other ways through the same text, none of which
 * does more than find places in it. */
#ifndef PACTA_BENCH_PEERS_H
#define PACTA_BENCH_PEERS_H

#include "texts.h"

typedef struct bench_peer {
    const char *name;
    /* Once per text; NULL if it cannot. */
    void *(*open)(const bench_text *text);
    void (*run)(void *state);
    void (*close)(void *state);
} bench_peer;

extern const bench_peer BENCH_PEERS[];
extern const size_t BENCH_PEER_COUNT;

#endif
