/* The sort: in order, and equals as they were. */
#include "core/sort.h"
#include "support.h"

typedef struct item {
    uint16_t key, place;
} item;

static bool before(const void *a, const void *b) {
    return ((const item *)a)->key < ((const item *)b)->key;
}

static void sorts_and_keeps_equals_in_order(void **state) {
    (void)state;
    uint32_t seed = 7;
    for (uint16_t count = 0; count < 200; count++)
        for (uint32_t keys = 1; keys < 200; keys = keys * 5 + 1) {
            item items[200], room[200];
            for (uint16_t i = 0; i < count; i++) {
                seed = seed * 1664525u + 1013904223u;
                items[i] = (item){(uint16_t)((seed >> 16) % keys), i};
            }
            pacta_sort(items, room, count, sizeof *items, before);
            for (uint16_t i = 1; i < count; i++) {
                assert_true(items[i - 1].key <= items[i].key);
                if (items[i - 1].key == items[i].key)
                    assert_true(items[i - 1].place < items[i].place);
            }
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sorts_and_keeps_equals_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
