/* Texts torn off anywhere: rules that look before the first word or behind the last
 * find nothing there, and break nothing. */
#include "check.h"
#include "reading.h"
#include <dirent.h>

static void read_fragment(const char *text, size_t size) {
    /* what is read behind it is seen by a sanitizer */
    char *copy = malloc(size);
    assert_non_null(copy);
    memcpy(copy, text, size);
    assert_int_equal(pacta_extract(extractor, copy, size, NULL, document, NULL), PACTA_OK);
    const char *fault = check_document(document);
    if (fault != NULL)
        fail_msg("%s in: %.*s", fault, (int)size, text);
    free(copy);
}

/* Begin with what a rule looks before. */
static void rows(void **state) {
    (void)state;
    static const char *const texts[] = {
        "UN Charter. \"See,\" he told a reporter. \"It says, 'intends to come back'.\"",
        " as saying: \"We shall never pay.\" Mr Lenz said: \"We shall never pay twice.\"",
        "\xC2\xAB\n\"o\n",
        "\"o",
        "o\"",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        read_fragment(texts[i], strlen(texts[i]));
}

static bool is_word(const char *text, size_t at) {
    return at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
}

/* Fragments of a text from each word on, each of another number of words; of some, where
 * every allocation of every one fails in turn. */
static void tear(const char *text, size_t size, size_t *turn) {
    const size_t step = getenv("PACTA_TEST_FAULTS") == NULL ? 1 : 29;
    static const unsigned lengths[] = {1, 2, 3, 5, 8, 13, 21, 34, 200};
    for (size_t begin = 0, word = 0; begin < size; begin++) {
        if (!is_word(text, begin) || word++ % step != 0)
            continue;
        unsigned left = lengths[(*turn)++ % (sizeof lengths / sizeof *lengths)];
        size_t end = begin + 1;
        while (end < size && !(is_word(text, end) && --left == 0))
            end++;
        read_fragment(text + begin, end - begin);
    }
}

static void fragments_of_marked_texts(void **state) {
    (void)state;
    DIR *folder = opendir(PACTA_ROOT "/tests/marked");
    assert_non_null(folder);
    size_t turn = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[1024];
        if (strstr(entry->d_name, ".mark") == NULL)
            continue;
        snprintf(path, sizeof path, "%s/%s", PACTA_ROOT "/tests/marked", entry->d_name);
        size_t size;
        char *text = read_text(path, &size);
        tear(text, size, &turn);
        free(text);
    }
    closedir(folder);
    assert_true(turn > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows),
        cmocka_unit_test(fragments_of_marked_texts),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
