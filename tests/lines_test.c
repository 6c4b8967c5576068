/* Lines to passages: what is one line to a reader is one in the working text,
 * and every byte of it leads back to where it stood. */
#include "support.h"
#include "work.h"

typedef struct pages {
    pacta_work work;
    pacta_document document;
} pages;

static void read_pages(pages *p, const char *text) {
    memset(p, 0, sizeof *p);
    p->work.memory = p->document.memory = pacta_memory(NULL);
    p->work.document = &p->document;
    p->document.text = text;
    p->document.info.bytes = (uint32_t)strlen(text);
    assert_int_equal(pacta_read_lines(&p->work), PACTA_OK);
}

static void close_pages(pages *p) {
    pacta_lines_free(&p->work.lines, &p->work.memory);
    pacta_fold_free(&p->work.fold, &p->work.memory);
}

/* The passages, a bar between them. */
static char *passages_of(const pages *p) {
    const pacta_fold *fold = &p->work.fold;
    char *joined = malloc(fold->text.count + 1);
    assert_non_null(joined);
    uint32_t used = 0;
    for (uint32_t i = 0; i < fold->passages.count; i++) {
        const pacta_passage *passage = &fold->passages.items[i];
        if (i > 0)
            joined[used++] = '|';
        memcpy(joined + used, fold->text.items + passage->begin, passage->end - passage->begin);
        used += passage->end - passage->begin;
    }
    joined[used] = '\0';
    return joined;
}

/* Words of the working text are those that stand in the text. */
static void check_map(pages *p) {
    pacta_fold *fold = &p->work.fold;
    for (uint32_t i = 0; i < fold->text.count; i++) {
        char c = fold->text.items[i];
        pacta_span span = pacta_fold_original(fold, (pacta_span){i, i + 1});
        assert_true(span.begin <= span.end && span.end <= p->document.info.bytes);
        if (c == '\n') /* a line end of one byte stands for itself, others for none */
            assert_true(span.begin == span.end ||
                        (span.end == span.begin + 1 && strchr("\n\r\f\v \t", p->document.text[span.begin])));
        else if (c != ' ' && (unsigned char)c < 0x80)
            assert_int_equal(p->document.text[span.begin], c);
    }
}

static void assert_passages(const char *text, const char *wanted) {
    pages p;
    read_pages(&p, text);
    char *found = passages_of(&p);
    assert_string_equal(found, wanted);
    free(found);
    check_map(&p);
    close_pages(&p);
}

static void lines_of_their_own(void **state) {
    (void)state;
    assert_passages("", "");
    assert_passages("\n\n \n", "");
    assert_passages("one\n\n\x01\x1B\x7F\xE2\x80\xA8 \x02", "one");
    assert_passages("one", "one");
    assert_passages("one\ntwo\n", "one|two");
    assert_passages("  one   two \t three  \n\n\nfour", "one two three|four");
    assert_passages("one\r\ntwo\rthree\ffour\vfive", "one|two|three|four|five");
    assert_passages("one\xC2\x85two\xE2\x80\xA8three\xE2\x80\xA9"
                    "four",
                    "one|two|three|four");
    assert_passages("a\xC2\xAD"
                    "b\xE2\x80\x8B"
                    "c \xC2\xA0 d\xEF\xBB\xBF",
                    "abc d");
}

#define WRAPPED                                                                                              \
    "The Contracting Parties shall keep the water of the three lakes as clean\n"                             \
    "as it was when this Pact was signed, and shall tell each other in good\n"                               \
    "time of all that could harm it, whether by their own deeds or by those\n"                               \
    "of persons under their authority or control, wherever these may stand.\n"
#define UNWRAPPED                                                                                            \
    "The Contracting Parties shall keep the water of the three lakes as clean as it was when this Pact was " \
    "signed, and shall tell each other in good time of all that could harm it, whether by their own deeds "  \
    "or "                                                                                                    \
    "by those of persons under their authority or control, wherever these may stand."

static void hard_wraps_are_joined(void **state) {
    (void)state;
    assert_passages(WRAPPED "\n" WRAPPED, UNWRAPPED "|" UNWRAPPED);
    /* few words on a line that something follows at once */
    assert_passages(WRAPPED "Article 2\n" WRAPPED, UNWRAPPED "|Article 2|" UNWRAPPED);
    assert_passages(WRAPPED "(a) boats;\n(b) nets; and\n(c) lamps.\n",
                    UNWRAPPED "|(a) boats;|(b) nets; and|(c) lamps.");
    /* full stops of initials end no sentence, and no paragraph */
    assert_passages(WRAPPED "\nNothing in this Pact shall touch what Article 51 of the U.N.\nCharter says.\n",
                    UNWRAPPED "|Nothing in this Pact shall touch what Article 51 of the U.N. Charter says.");
}

static void indented_first_lines_begin_paragraphs(void **state) {
    (void)state;
    static const char paragraph[] = "    \"The demand for the boats of the kind ORLA\n"
                                    "PORTABLE II has kept us awake for some time\n"
                                    "now,\" he said. \"It will go on doing so until\n"
                                    "the yard is \"done.\"\n";
    static const char joined[] =
        "\"The demand for the boats of the kind ORLA PORTABLE II has kept us awake for some time now,\" "
        "he said. \"It will go on doing so until the yard is \"done.\"";
    char text[1200], wanted[1200];
    /* the one line that is longer than all others tells nothing of the wrap */
    snprintf(text, sizeof text,
             "BOATS IN DEMAND AS NEVER BEFORE The yard said that it had\n"
             "built more of them than in any year.\n%s%s%s",
             paragraph, paragraph, paragraph);
    snprintf(wanted, sizeof wanted,
             "BOATS IN DEMAND AS NEVER BEFORE The yard said that it had built more of "
             "them than in any year.|%s|%s|%s",
             joined, joined, joined);
    assert_passages(text, wanted);
}

static void labels_begin_lines(void **state) {
    (void)state;
    static const char list[] =
        WRAPPED "\nThe following shall stay free of charge for every ship that is in need:\n"
                "1. the harbour on the northern shore, and what stands around it now;\n"
                "2. the lights.\n"
                "a) of the first class, which are those that are seen from far off,\n"
                "and of the second.\n";
    assert_passages(
        list, UNWRAPPED
        "|The following shall stay free of charge for every ship that is in need:|1. the harbour on "
        "the northern shore, and what stands around it now;|2. the lights.|a) of the first class, "
        "which are those that are seen from far off, and of the second.");
}

static void words_cut_at_line_ends_are_whole(void **state) {
    (void)state;
    assert_passages(
        "The Contracting Parties shall keep the water of the three lakes as clean\n"
        "as it was when this Pact was signed, and shall tell each other in good ti-\n"
        "me of all that could harm it, whether by their own deeds or those of non-\n"
        "Parties, that is to say of persons under their authority or their control,\n"
        "wherever these may stand.\n",
        "The Contracting Parties shall keep the water of the three lakes as clean as it was when this "
        "Pact was signed, and shall tell each other in good time of all that could harm it, whether by "
        "their own deeds or those of non- Parties, that is to say of persons under their authority or "
        "their control, wherever these may stand.");
}

static void page_numbers_and_running_headers_are_gone(void **state) {
    (void)state;
    static const char text[] =
        WRAPPED "\n                              - 2 -\n\nLake Pact\n\n" WRAPPED
                "\n                              - 3 -\n\nLake Pact\n\n" WRAPPED
                "\n_______________\n\n" WRAPPED "\n                                 4\n";
    assert_passages(text, UNWRAPPED "|" UNWRAPPED "|" UNWRAPPED "|" UNWRAPPED);
}

static void assert_across(const char *half, const char *expected) {
    char text[4000], passages[4000];
    snprintf(text, sizeof text, "%s\n%s", WRAPPED, half);
    snprintf(passages, sizeof passages, "%s|%s", UNWRAPPED, expected);
    assert_passages(text, passages);
}

/* A sentence goes on across a page; before a capital, if its last word can end nothing. */
static void sentences_across_pages(void **state) {
    (void)state;
    assert_across("The Contracting Parties shall keep the water of the three lakes as clean\n"
                  "as it was when this Pact was signed, and shall tell each other in good\n"
                  "\n                                - 17 -\n\n"
                  "time of all that could harm it, whether by their own deeds or by those\n"
                  "of persons under their authority or control, wherever these may stand.\n",
                  UNWRAPPED);
    assert_across("The Contracting Parties shall keep the water of the three lakes as clean\n"
                  "as it was when this Pact was signed, and shall tell the others of the\n"
                  "\n                                - 17 -\n\n"
                  "Contracting Parties of all that could harm it, wherever these may stand.\n",
                  "The Contracting Parties shall keep the water of the three lakes as clean as it was "
                  "when this Pact was signed, and shall tell the others of the Contracting Parties of all "
                  "that could harm it, wherever these may stand.");
}

/* Both lines leave as much room to the right as to the left. */
static void items_that_are_set_in(void **state) {
    (void)state;
    static const char text[] =
        WRAPPED "\n    (b) a period of service that was accumulated under the Old Lamp\n"
                "    Keepers Act which coincides with a period of service in a boat\n"
                "    shall be counted once;\n\n" WRAPPED;
    assert_passages(text, UNWRAPPED "|(b) a period of service that was accumulated under the Old Lamp "
                                    "Keepers Act which coincides with a period of service in a boat shall be "
                                    "counted once;|" UNWRAPPED);
}

static void headings_in_the_middle(void **state) {
    (void)state;
    static const char text[] =
        WRAPPED "\n                               PART II\n"
                "                       Of ships and of harbours\n\n" WRAPPED
                "\n          Of the lights that are to be kept upon the shores of all\n"
                "                           the three lakes\n\n" WRAPPED;
    pages p;
    read_pages(&p, text);
    char *found = passages_of(&p);
    assert_string_equal(found,
                        UNWRAPPED "|PART II|Of ships and of harbours|" UNWRAPPED
                                  "|Of the lights that are to be kept upon the shores of all the three "
                                  "lakes|" UNWRAPPED);
    free(found);
    assert_true((p.work.fold.passages.items[1].flags & PASSAGE_CENTRED) != 0);
    assert_true((p.work.fold.passages.items[1].flags & PASSAGE_GAP) != 0);
    assert_false((p.work.fold.passages.items[2].flags & PASSAGE_GAP) != 0);
    assert_false((p.work.fold.passages.items[3].flags & PASSAGE_CENTRED) != 0);
    assert_true((p.work.fold.passages.items[1].flags & PASSAGE_INDENTED) != 0);
    assert_int_equal(p.work.fold.passages.items[1].indent, 31);
    close_pages(&p);
}

static void markdown_is_passed_over(void **state) {
    (void)state;
    assert_passages("# Lake Pact\n\n## Article 1\n\n*Scope*\n\n**1.** Each *Party*\tshall "
                    "**pay**.\n\n---\n\n**Article 2**\n\n"
                    "* a) boats**\n",
                    "Lake Pact|Article 1|Scope|1. Each *Party* shall pay.|Article 2|* a) boats");
    assert_passages("Annex~G of p.~4 lies ~5 km off ~ there~.\n", "Annex G of p. 4 lies ~5 km off ~ there~.");
    assert_passages("It reads:\n\n> Oil burns.\n>\n> > Wicks burn.\n\nSo it does.\n",
                    "It reads:|Oil burns.|Wicks burn.|So it does.");
    assert_passages("Lamps\n\n> 4 are lit.\n", "Lamps|> 4 are lit.");
    assert_passages("# 4 is a number\n\n**Not** marked.\n", "# 4 is a number|**Not** marked.");
}

/* Who quotes has made a small letter great, or a great one small. */
static void changed_letters_are_letters(void **state) {
    (void)state;
    pages p;
    const char text[] = "It says that \"[w]hen  it burns\", [T]he lamp is lit.\n";
    read_pages(&p, text);
    char *found = passages_of(&p);
    assert_string_equal(found, "It says that \"when it burns\", The lamp is lit.");
    free(found);
    const pacta_span word = pacta_fold_original(&p.work.fold, (pacta_span){14, 18});
    assert_int_equal(word.begin, 14);
    assert_int_equal(word.end, 20);
    close_pages(&p);
    assert_passages("A note[a] is [no] letter, [a] is none, [1]st is none, a[b]c is a word.\n",
                    "A note[a] is [no] letter, [a] is none, [1]st is none, a[b]c is a word.");
}

/* What form feeds show to stand on page after page is no text; the title is, though pages
 * repeat it, and so are labels. */
static void edges_of_pages(void **state) {
    (void)state;
    assert_passages("1988    Bay Treaty Series    141\n\nLAMP PACT\n\nThe lamps\n\n       Vol. 61, No. 7\n"
                    "\f142    Bay Treaty Series    1988\n\nare lit.\n\n Vol. 61, No. 7\n"
                    "\f1988    Bay Treaty Series    143\n\nThey burn.\n\n       Vol. 61, No. 7\n",
                    "LAMP PACT|The lamps are lit.|They burn.");
    assert_passages("SECOND PACT\n\nLamps.\n\f SECOND PACT\n\nOil.\n", "SECOND PACT|Lamps.|Oil.");
    assert_passages("Article 3\n\nLamps.\n\fArticle 4\n\nOil.\n\fANNEX\n\nWicks.\n\fANNEX\n\nSalt.\n",
                    "Article 3|Lamps.|Article 4|Oil.|ANNEX|Wicks.|ANNEX|Salt.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown_is_passed_over),
        cmocka_unit_test(changed_letters_are_letters),
        cmocka_unit_test(lines_of_their_own),
        cmocka_unit_test(hard_wraps_are_joined),
        cmocka_unit_test(indented_first_lines_begin_paragraphs),
        cmocka_unit_test(labels_begin_lines),
        cmocka_unit_test(words_cut_at_line_ends_are_whole),
        cmocka_unit_test(page_numbers_and_running_headers_are_gone),
        cmocka_unit_test(edges_of_pages),
        cmocka_unit_test(sentences_across_pages),
        cmocka_unit_test(items_that_are_set_in),
        cmocka_unit_test(headings_in_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
