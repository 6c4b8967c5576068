/* Sentences: where they end. Each row is a text with a bar at every end. */
#include "support.h"

static void check(const char *marked) {
    char text[512], found[1024] = "";
    size_t size = 0, used = 0, count;
    for (const char *c = marked; *c != '\0'; c++)
        if (*c != '|')
            text[size++] = *c;
    text[size] = '\0';
    pacta_document *document = NULL;
    assert_int_equal(pacta_read(text, size, &document, NULL), PACTA_OK);
    const pacta_sentence *sentences = pacta_sentences(document, &count);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t end = sentences[i].span.end;
        memcpy(found + used, text + at, end - at);
        used += end - at;
        found[used++] = '|';
        at = end;
    }
    memcpy(found + used, text + at, size - at + 1);
    pacta_document_free(document);
    assert_string_equal(found, marked);
}

static void test_stops_that_end_nothing(void **state) {
    (void)state;
    check("See Art. 5, para. 2, No. 3 and the U.N. Charter.| It rained.|");
    check("(L. S.) Holm.|\n\n(L. S.) A. Orr.|");
    check("I. The river|\n\nA. Holm sailed.| B. Orr stayed.| It rained.|");
    check("a. Lamps burn.|\n\nb. \"Oil\" means fat.|");
    check("It is amended as follows: “2. Lamps burn.”|");
    check("Sent by L.K. (by counsel).| It rained (n. 12).| He left.|");
    check("There Cllr. J. Holm stayed.| It rained.|");
    check("J. B. Holm met Dr. Lena Ohm of the U.S. Navy.| They spoke.|");
    check("ORVA, Sept 9 (Meridian)- The two sides met at 10 a.m. on Monday.|");
    check("It cost 3.5 million.| Rule 10.12 applies.|");
    check("Admiral (ret.) Hugo Finn spoke.| He left.|");
    check("Must it pay?|\n\nNo.| A note says so.| No.| I think not.| See No. 5 of it.|");
}

static void test_marks_and_brackets(void **state) {
    (void)state;
    check("She said: \"We read it aloud, twice.| It is short.| It is clear.\"| Then she left.|");
    check("“What does it cost?” asked Petra Ohm.| Nobody knew.|");
    check("“What does it cost?” Petra Ohm asked.| Nobody knew.|");
    check("“Read it,” he said.| “It is short.”|");
    check("(It was late.)| They went home.|");
    check("**1. Is it late?**|");
    check("(L.S.) Orla Tamm|\n\n(L. S.) Petra Ohm|");
}

static void test_paragraphs_end_sentences(void **state) {
    (void)state;
    check("A heading|\n\nThe text.| More of it.|\n");
    check("The Parties shall:|\n(a) meet;|\n(b) talk.|\n");
    check("“1. The Parties shall meet.|\n“2. It ends.”|");
    check("1. The Parties shall meet.| They shall talk.|\n2. It ends.|\n");
    check("It changes Annex B.| Annex A stays.|");
    check("It changes Annex 7-B.| Mills are spared.|");
}

static void test_notes(void **state) {
    (void)state;
    check("The lamps burn.[3]| They are old.[4][note 5]| It rained.[a]| He left.|");
    check("“The lamps burn.”12| Nobody knew.| The lamps burn.12| Nobody knew.|");
    check("Keep Art.5 They do, on p.12 There and under Rec.368 There; by Rule 43bis.1 There too.|");
    check("It is so.1.2 There are lamps.|");
}

static void test_lost_spaces(void **state) {
    (void)state;
    check("The boats lay idle.|The Clerk was told by the Board.|In winter they sail.|");
    check("See www.Korvin.Example or read.me.First, or ask J.Holm of the U.N.Charter office.|");
}

static void test_language(void **state) {
    (void)state;
    static const struct {
        const char *text, *language;
    } rows[] = {
        {"Each Party shall keep the lamps.", "en"},
        {"\xE6\x9D\xA1\xE7\xB4\x84", NULL},
        {"", NULL},
        {"Jeder Vertragsstaat unterh\xC3\xA4lt die Lampen an seinen K\xC3\xBCsten und auf seinen Inseln, "
         "damit Schiffe "
         "bei Nacht sicher fahren, und er meldet jeden Ausfall sofort dem Sekretariat, das alle Staaten "
         "davon in "
         "Kenntnis setzt und eine Liste der Lampen f\xC3\xBChrt.",
         NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pacta_document *document = NULL;
        assert_int_equal(pacta_read(rows[i].text, strlen(rows[i].text), &document, NULL), PACTA_OK);
        const char *language = pacta_document_about(document).language;
        if (rows[i].language == NULL)
            assert_null(language);
        else
            assert_string_equal(language, rows[i].language);
        pacta_document_free(document);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stops_that_end_nothing),
        cmocka_unit_test(test_marks_and_brackets),
        cmocka_unit_test(test_paragraphs_end_sentences),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_lost_spaces),
        cmocka_unit_test(test_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
