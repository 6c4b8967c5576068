/* Arrays, the arena, and allocators of the caller's. */
#include "core/memory.h"
#include "support.h"

static void standard_allocator_where_none_is_given(void **state) {
    (void)state;
    const pacta_allocator half = {.resize = NULL, .release = NULL};
    for (int i = 0; i < 2; i++) {
        pacta_allocator memory = pacta_memory(i == 0 ? NULL : &half);
        unsigned char *block = pacta_new(&memory, 100);
        assert_non_null(block);
        for (int k = 0; k < 100; k++)
            assert_int_equal(block[k], 0);
        pacta_delete(&memory, block, 100);
        pacta_delete(&memory, NULL, 0);
    }
}

static void array_grows_and_keeps(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    PACTA_ARRAY(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 10000; i++)
        assert_true(pacta_array_push(&memory, &numbers, i * 3));
    assert_int_equal(numbers.count, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers.items[i], i * 3);
    assert_true(book.calls < 40); /* by factors, not by steps */
    size_t calls = book.calls;
    numbers.count = 0;
    for (uint32_t i = 0; i < 10000; i++)
        assert_true(pacta_array_push(&memory, &numbers, i));
    assert_int_equal(book.calls, calls);
    pacta_array_release(&memory, &numbers);
    assert_null(numbers.items);
    assert_int_equal(numbers.capacity, 0);
    pacta_array_release(&memory, &numbers);
    assert_settled(&book);
}

static void array_reserve_is_enough(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    PACTA_ARRAY(char) bytes = {0};
    for (uint32_t more = 1; more < 5000; more = more * 3 + 1) {
        assert_true(pacta_array_reserve(&memory, &bytes, more));
        assert_true(bytes.capacity - bytes.count >= more);
        memset(bytes.items + bytes.count, 'x', more);
        bytes.count += more;
    }
    pacta_array_release(&memory, &bytes);
    assert_settled(&book);
}

static void array_keeps_its_items_where_memory_is_out(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    PACTA_ARRAY(uint64_t) numbers = {0};
    while (numbers.count == 0 || numbers.count < numbers.capacity)
        assert_true(pacta_array_push(&memory, &numbers, numbers.count));
    uint32_t count = numbers.count;
    book.fail_at = book.calls + 1;
    assert_false(pacta_array_push(&memory, &numbers, 1u));
    assert_int_equal(numbers.count, count);
    for (uint32_t i = 0; i < count; i++)
        assert_int_equal(numbers.items[i], i);
    assert_true(pacta_array_push(&memory, &numbers, 7u)); /* the next time it works */
    pacta_array_release(&memory, &numbers);
    assert_settled(&book);
}

static void array_refuses_more_than_indices_can_count(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    void *items = NULL;
    uint32_t capacity = 0;
    assert_false(pacta_array_grow(&memory, &items, &capacity, 1, (size_t)UINT32_MAX + 1));
    assert_false(pacta_array_grow(&memory, &items, &capacity, SIZE_MAX / 2, 3));
    assert_null(items);
    assert_int_equal(capacity, 0);
    assert_int_equal(book.calls, 0);
}

static void arena_takes_are_aligned_and_apart(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_arena arena;
    pacta_arena_init(&arena, &memory);
    char *taken[400];
    for (size_t i = 0; i < 400; i++) {
        taken[i] = pacta_arena_take(&arena, i);
        assert_non_null(taken[i]);
        assert_int_equal((uintptr_t)taken[i] % _Alignof(max_align_t), 0);
        memset(taken[i], (int)(i & 0xFF), i);
    }
    for (size_t i = 0; i < 400; i++)
        for (size_t k = 0; k < i; k++)
            assert_int_equal((unsigned char)taken[i][k], i & 0xFF);
    pacta_arena_free(&arena);
    pacta_arena_free(&arena);
    assert_settled(&book);
}

static void arena_takes_larger_than_a_block(void **state) {
    (void)state;
    ledger book = {0};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_arena arena;
    pacta_arena_init(&arena, &memory);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 3u << 20; size *= 5) {
            char *block = pacta_arena_take(&arena, size);
            assert_non_null(block);
            memset(block, 1, size);
        }
        if (round == 0)
            book.fail_at = book.calls + 1, book.fail_after = true; /* a warm arena asks for nothing */
        pacta_arena_reset(&arena);
    }
    assert_null(pacta_arena_take(&arena, SIZE_MAX));
    assert_null(pacta_arena_take(&arena, SIZE_MAX - 8));
    pacta_arena_free(&arena);
    assert_settled(&book);
}

static void arena_survives_a_failure(void **state) {
    (void)state;
    ledger book = {.fail_at = 1};
    pacta_allocator memory = ledger_allocator(&book);
    pacta_arena arena;
    pacta_arena_init(&arena, &memory);
    assert_null(pacta_arena_take(&arena, 10));
    assert_null(arena.first);
    const char *text = pacta_arena_text(&arena, "Article 5", 7);
    assert_string_equal(text, "Article");
    assert_string_equal(pacta_arena_text(&arena, NULL, 0), "");
    book.fail_at = book.calls + 1;
    assert_null(pacta_arena_take(&arena, 1 << 20));
    assert_non_null(pacta_arena_take(&arena, 1 << 20));
    assert_string_equal(text, "Article");
    pacta_arena_free(&arena);
    assert_settled(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_allocator_where_none_is_given),
        cmocka_unit_test(array_grows_and_keeps),
        cmocka_unit_test(array_reserve_is_enough),
        cmocka_unit_test(array_keeps_its_items_where_memory_is_out),
        cmocka_unit_test(array_refuses_more_than_indices_can_count),
        cmocka_unit_test(arena_takes_are_aligned_and_apart),
        cmocka_unit_test(arena_takes_larger_than_a_block),
        cmocka_unit_test(arena_survives_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
