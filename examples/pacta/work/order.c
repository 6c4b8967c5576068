#include "order.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    PLACES = 4,       /* a thread */
    ENOUGH = 4 << 20, /* bytes that a place takes before it waits for its turn */
    KEPT = 1 << 20    /* bytes that it keeps for the next */
};

struct place {
    char *data, *told;
    size_t size, capacity, told_size;
    int done, last;
    int turn; /* all before is printed, and the order is busy with this */
};

int order_open(struct order *order, struct writer *out, struct progress *progress, unsigned threads) {
    *order = (struct order){.out = out, .progress = progress, .room = (size_t)threads * PLACES};
    order->places = calloc(order->room, sizeof *order->places);
    if (order->places == NULL)
        return ENOMEM;
    pthread_mutex_init(&order->lock, NULL);
    pthread_cond_init(&order->moved, NULL);
    return 0;
}

void order_close(struct order *order) {
    for (size_t i = 0; i < order->room; i++) {
        free(order->places[i].data);
        free(order->places[i].told);
    }
    free(order->places);
    pthread_cond_destroy(&order->moved);
    pthread_mutex_destroy(&order->lock);
}

static struct place *place_of(struct order *order, uint64_t number) {
    return &order->places[number % order->room];
}

uint64_t order_enter(struct order *order) {
    pthread_mutex_lock(&order->lock);
    while (order->taken - order->printed >= order->room)
        pthread_cond_wait(&order->moved, &order->lock);
    uint64_t number = order->taken++;
    pthread_mutex_unlock(&order->lock);
    return number;
}

/* ---- Printing: by whoever made the order busy ------------------------------ */

static void print(struct order *order, const char *bytes, size_t size) {
    if (!order->closed)
        writer_bytes(order->out, bytes, size);
}

static void print_data(struct order *order, struct place *place) {
    print(order, place->data, place->size);
    place->size = 0;
    if (place->capacity > KEPT) {
        free(place->data);
        place->data = NULL;
        place->capacity = 0;
    }
}

static void print_told(struct order *order, const char *told, size_t size) {
    if (size > 0 && !order->closed)
        progress_say(order->progress, told, size);
}

static void print_place(struct order *order, struct place *place) {
    print_data(order, place);
    print_told(order, place->told, place->told_size);
    free(place->told);
    place->told = NULL;
    place->told_size = 0;
}

/* With the lock, and busy; leaves it not busy. */
static void print_on(struct order *order) {
    for (;;) {
        struct place *place = place_of(order, order->printed);
        int ready = order->printed < order->taken && place->done;
        if (!ready && (!order->idle || order->out->used == 0))
            break;
        pthread_mutex_unlock(&order->lock);
        if (ready)
            print_place(order, place);
        else
            writer_flush(order->out);
        pthread_mutex_lock(&order->lock);
        if (!ready)
            continue;
        order->closed |= place->last || order->out->error != 0;
        place->done = 0;
        order->printed++;
        pthread_cond_broadcast(&order->moved);
    }
    order->closed |= order->out->error != 0;
    order->busy = 0;
    pthread_cond_broadcast(&order->moved);
}

void order_idle(struct order *order, int idle) {
    pthread_mutex_lock(&order->lock);
    order->idle = idle;
    if (idle && !order->busy) {
        order->busy = 1;
        print_on(order);
    }
    pthread_mutex_unlock(&order->lock);
}

int order_is_closed(struct order *order) {
    pthread_mutex_lock(&order->lock);
    int closed = order->closed;
    pthread_mutex_unlock(&order->lock);
    return closed;
}

/* ---- Work ---------------------------------------------------------------- */

/* Makes it this work's turn, if all before is printed or `patient`. */
static int get_turn(struct order *order, uint64_t number, int patient) {
    struct place *place = place_of(order, number);
    if (place->turn)
        return 1;
    pthread_mutex_lock(&order->lock);
    while (patient && (order->printed != number || order->busy))
        pthread_cond_wait(&order->moved, &order->lock);
    if (order->printed == number && !order->busy)
        place->turn = order->busy = 1;
    pthread_mutex_unlock(&order->lock);
    if (place->turn)
        print_data(order, place);
    return place->turn;
}

int order_turn(struct order *order, uint64_t number) {
    get_turn(order, number, 1);
    return !order->closed;
}

/* Puts it aside. -1 where there is no more room. */
static int keep(struct place *place, const char *bytes, size_t size) {
    if (size > ENOUGH - place->size)
        return -1;
    if (size > place->capacity - place->size) {
        size_t capacity = place->capacity == 0 ? 1 << 12 : place->capacity;
        while (capacity - place->size < size)
            capacity *= 2;
        char *data = realloc(place->data, capacity);
        if (data == NULL)
            return -1;
        place->data = data;
        place->capacity = capacity;
    }
    memcpy(place->data + place->size, bytes, size);
    place->size += size;
    return 0;
}

void order_put(struct order *order, uint64_t number, const char *bytes, size_t size) {
    if (size == 0)
        return;
    if (!get_turn(order, number, 0) && keep(place_of(order, number), bytes, size) == 0)
        return;
    get_turn(order, number, 1);
    print(order, bytes, size);
}

void order_leave(struct order *order, uint64_t number, const char *told, size_t told_size, int last) {
    struct place *place = place_of(order, number);
    if (told_size > 0 && !place->turn) {
        place->told = malloc(told_size);
        if (place->told == NULL)
            get_turn(order, number, 1);
        else
            memcpy(place->told, told, place->told_size = told_size);
    }
    if (place->turn)
        print_told(order, told, told_size);
    pthread_mutex_lock(&order->lock);
    place->last = last;
    place->done = 1;
    if (place->turn || !order->busy) {
        place->turn = 0;
        order->busy = 1;
        print_on(order);
    }
    pthread_mutex_unlock(&order->lock);
}
