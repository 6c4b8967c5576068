/* Addresses of provisions, from the words of a citation to element ids: lists,
 * ranges and levels; whose provisions they are; where they stand in the document. */
#include "reading.h"

/* A text, and all its references: words = eids instrument. */
typedef struct row {
    const char *text, *references;
} row;

static void list_references(const char *text, char *out, size_t room) {
    size_t count, used = 0;
    const pacta_reference *references = pacta_references(document, &count);
    *out = '\0';
    for (size_t i = 0; i < count && used < room; i++) {
        const pacta_reference *r = &references[i];
        used += (size_t)snprintf(out + used, room - used, "%.*s = ", (int)(r->span.end - r->span.begin),
                                 text + r->span.begin);
        for (uint32_t t = 0; t < r->target_count && used < room; t++)
            used += (size_t)snprintf(out + used, room - used, "%s%s", t > 0 ? "," : "", r->targets[t].eid);
        if (used < room)
            used += (size_t)snprintf(out + used, room - used, " %s\n",
                                     r->instrument == NULL ? "?" : r->instrument);
    }
}

static void check_rows(const row *rows, size_t count, pacta_form form) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    for (size_t i = 0; i < count; i++) {
        char found[4000];
        assert_int_equal(
            pacta_extract(extractor, rows[i].text, strlen(rows[i].text), &options, document, NULL), PACTA_OK);
        list_references(rows[i].text, found, sizeof found);
        assert_string_equal(found, rows[i].references);
    }
}

static const row IN_PRESS[] = {
    {"Articles 7,8 and 9 of the Lake Pact were cited.",
     "Articles 7,8 and 9 of the Lake Pact = art_7,art_8,art_9 lake-pact\n"},
    {"Articles 07 and 008 of the Lake Pact were cited.",
     "Articles 07 and 008 of the Lake Pact = art_7,art_8 lake-pact\n"},
    {"Articles four and five of the Lake Pact were cited.",
     "Articles four and five of the Lake Pact = art_4,art_5 lake-pact\n"},
    {"Articles I, II and IV of the Lake Pact were cited.",
     "Articles I, II and IV of the Lake Pact = art_1,art_2,art_4 lake-pact\n"},
    {"Article 5bis, 5 ter and 6-bis of the Lake Pact were cited.",
     "Article 5bis, 5 ter and 6-bis of the Lake Pact = art_5bis,art_5ter,art_6bis lake-pact\n"},
    {"Article 12A and 12B of the Lake Pact were cited.",
     "Article 12A and 12B of the Lake Pact = art_12a,art_12b lake-pact\n"},
    {"Article 10-A of the Lake Pact was cited.", "Article 10-A of the Lake Pact = art_10-a lake-pact\n"},
    {"Article 5-1 of the Lake Pact was cited.", "Article 5-1 of the Lake Pact = art_5-1 lake-pact\n"},
    {"Articles 5-7 of the Lake Pact were cited.",
     "Articles 5-7 of the Lake Pact = art_5,art_6,art_7 lake-pact\n"},
    {"Article 3 (a) to (d) of the Lake Pact was cited.",
     "Article 3 (a) to (d) of the Lake Pact = art_3__point_a,art_3__point_b,art_3__point_c,art_3__point_d "
     "lake-pact\n"},
    {"Article 3 (i) to (iv) of the Lake Pact was cited.",
     "Article 3 (i) to (iv) of the Lake Pact = "
     "art_3__point_i,art_3__point_ii,art_3__point_iii,art_3__point_iv lake-pact\n"},
    {"Article 3 (1) to (3) of the Lake Pact was cited.",
     "Article 3 (1) to (3) of the Lake Pact = art_3__para_1,art_3__para_2,art_3__para_3 lake-pact\n"},
    {"Article 3, paragraphs 1 to 3, of the Lake Pact was cited.",
     "Article 3, paragraphs 1 to 3, of the Lake Pact = art_3__para_1,art_3__para_2,art_3__para_3 "
     "lake-pact\n"},
    {"Article 3 (1) (a), (b) and (2) (c) of the Lake Pact was cited.",
     "Article 3 (1) (a), (b) and (2) (c) of the Lake Pact = "
     "art_3__para_1__point_a,art_3__para_1__point_b,art_3__para_2__point_c lake-pact\n"},
    {"Article 3(1), (2)(a) and (4) of the Lake Pact was cited.",
     "Article 3(1), (2)(a) and (4) of the Lake Pact = art_3__para_1,art_3__para_2__point_a,art_3__para_4 "
     "lake-pact\n"},
    {"Article 5, paragraph 2a), of the Lake Pact was cited.",
     "Article 5, paragraph 2a), of the Lake Pact = art_5__para_2__point_a lake-pact\n"},
    {"Articles I to V of the Lake Pact were cited.",
     "Articles I to V of the Lake Pact = art_1,art_2,art_3,art_4,art_5 lake-pact\n"},
    {"Article 4 paragraphs (b) and (c) of the Lake Pact was cited.",
     "Article 4 paragraphs (b) and (c) of the Lake Pact = art_4__point_b,art_4__point_c lake-pact\n"},
    {"points (ix) to (xi) of Article 4 of the Lake Pact were cited.",
     "points (ix) to (xi) of Article 4 of the Lake Pact = art_4__point_ix,art_4__point_x,art_4__point_xi "
     "lake-pact\n"},
    {"points (a) to (c) of Article 4 of the Lake Pact were cited.",
     "points (a) to (c) of Article 4 of the Lake Pact = art_4__point_a,art_4__point_b,art_4__point_c "
     "lake-pact\n"},
    {"Annexes A to C of the Lake Pact were cited.",
     "Annexes A to C of the Lake Pact = annex_a,annex_b,annex_c lake-pact\n"},
    {"Articles 5(1)(a)-(c) and 7 of the Lake Pact were cited.",
     "Articles 5(1)(a)-(c) and 7 of the Lake Pact = "
     "art_5__para_1__point_a,art_5__para_1__point_b,art_5__para_1__point_c,art_7 lake-pact\n"},
    {"the first paragraph of Article 4 of the Lake Pact was cited.",
     "first paragraph of Article 4 of the Lake Pact = art_4__para_1 lake-pact\n"},
    {"the second sentence of Article 4 (2) of the Lake Pact was cited.",
     "second sentence of Article 4 (2) of the Lake Pact = art_4__para_2__sentence_2 lake-pact\n"},
    {"Article 4, first paragraph, second sentence, of the Lake Pact was cited.",
     "Article 4, first paragraph, second sentence, of the Lake Pact = art_4__para_1__sentence_2 lake-pact\n"},
    {"paragraph 3 bis of Article 4 ter of the Lake Pact was cited.",
     "paragraph 3 bis of Article 4 ter of the Lake Pact = art_4ter__para_3bis lake-pact\n"},
    {"Article C of the Lake Pact was cited.", "Article C of the Lake Pact = art_c lake-pact\n"},
    {"Article XIV of the Lake Pact was cited.", "Article XIV of the Lake Pact = art_14 lake-pact\n"},
    {"Chapters VI to VIII of the Lake Pact were cited.",
     "Chapters VI to VIII of the Lake Pact = chp_6,chp_7,chp_8 lake-pact\n"},
    {"Sections 4-2 and 4-3 of the Lake Pact were cited.",
     "Sections 4-2 and 4-3 of the Lake Pact = sec_4-2,sec_4-3 lake-pact\n"},
    {"The Lake Pact binds all, and Article 4 thereof says so.", "Article 4 thereof = art_4 lake-pact\n"},
    {"The Lake Pact was signed in spring. Its Article 12 bans dams.", "Article 12 = art_12 lake-pact\n"},
    {"The Lake Pact and its Article 12 ban dams.", "Article 12 = art_12 lake-pact\n"},
    {"NATO was told that Article 5 applied.", "Article 5 = art_5 nato-1949\n"},
    {"Article 2 and Article 3 (1) of the Lake Pact, and Article 9 of the Sea Pact, say so.",
     "Article 2 = art_2 lake-pact\n"
     "Article 3 (1) of the Lake Pact = art_3__para_1 lake-pact\n"
     "Article 9 of the Sea Pact = art_9 sea-pact\n"},
    {"Article 4 of the Lake Pact and paragraph 2 thereof were cited.",
     "Article 4 of the Lake Pact = art_4 lake-pact\n"
     "paragraph 2 thereof = art_4__para_2 lake-pact\n"},
    {"Thereof Article 4 was cited.", "Article 4 = art_4 ?\n"},
};

static const row IN_TREATIES[] = {
    {"LAKE PACT\n\nArticle 1\n\n1. Each Party shall pay.\n\n2. The preceding paragraph does not bind "
     "Nordmark, nor does paragraph 3 of this Article.\n\n3. It may ask under the following Article and under "
     "Article 7.\n\nArticle 2\n\n1. Parties shall:\n\n(a) pay;\n\n(b) act under subparagraph (a) and Article "
     "1 (2).\n\n2. Articles 1 and 2 of this Pact stay. The previous Article and paragraphs 1 and 2 stay, "
     "too.",
     "preceding paragraph = art_1__para_1 this\n"
     "paragraph 3 of this Article = art_1__para_3 this\n"
     "following Article = art_2 this\n"
     "Article 7 = art_7 this\n"
     "subparagraph (a) = art_2__para_1__point_a this\n"
     "Article 1 (2) = art_1__para_2 this\n"
     "Articles 1 and 2 of this Pact = art_1,art_2 this\n"
     "previous Article = art_1 this\n"
     "paragraphs 1 and 2 = art_2__para_1,art_2__para_2 this\n"},
    {"LAKE PACT\n\nPART I\n\nArticle 1\n\nThis Part binds all. The provisions of Part II do not, nor does "
     "Annex A.\n\nPART II\n\nArticle 2\n\nThe preceding Part and Article 1 of Annex A stay.\n\nANNEX "
     "A\n\nArticle 1\n\nThis Annex and Article 2 thereof bind.\n\nArticle 2\n\nArticle 1 binds; Article 1 of "
     "the Pact does not.",
     "This Part = part_1 this\n"
     "Part II = part_2 this\n"
     "Annex A = annex_a this\n"
     "preceding Part = part_1 this\n"
     "Article 1 of Annex A = annex_a__art_1 this\n"
     "This Annex = annex_a this\n"
     "Article 2 thereof = annex_a__art_2 this\n"
     "Article 1 = annex_a__art_1 this\n"
     "Article 1 of the Pact = art_1 this\n"},
    {"LAKE PACT\n\nArticle 12\n\n12.1. A keeper may ask under Article 12.2 (b).\n\n12.2. He shall:\n\n(a) "
     "pay;\n\n(b) "
     "wait.\n\nArticle 13\n\n13.1. Article 12.1 and Article 13.4 bind.",
     "Article 12.2 (b) = art_12__para_12.2__point_b this\n"
     "Article 12.1 = art_12__para_12.1 this\n"
     "Article 13.4 = art_13__para_4 this\n"},
    {"LAKE PACT\n\nArticle 1\n\nThe Council may (a) change Annex A, (b) end Articles 2 and 3, and (c) ask "
     "under Article 2 (a) and (b), or (d) rest.\n\nArticle 2\n\nIt may a) change paragraph 3; b) end "
     "Article 4, or c) go.",
     "Annex A = annex_a this\n"
     "Articles 2 and 3 = art_2,art_3 this\n"
     "Article 2 (a) and (b) = art_2__point_a,art_2__point_b this\n"
     "paragraph 3 = art_2__para_3 this\n"
     "Article 4 = art_4 this\n"},
    {"LAKE PACT\n\nSECTION 1\n\n1.1 It binds.\n\n1.2 It ends.\n\nSECTION 2\n\n2.1 See paragraph 1.2 and "
     "paragraph 2.3.",
     "paragraph 1.2 = sec_1__para_1.2 this\n"
     "paragraph 2.3 = sec_2__para_2.3 this\n"},
    {"LAKE PACT\n\nArticle 1\n\nAfter Article 6 of the Treaty of Orva signed in 1971 (\"the 1971 Treaty\"), "
     "the following Article shall be inserted. Article 9 of the 1971 Treaty stays.\n\nArticle 2\n\nIt ends.",
     "Article 6 of the Treaty of Orva = art_6 treaty-of-orva\n"
     "Article 9 of the 1971 Treaty = art_9 treaty-of-orva\n"},
    {"LAKE BANK\n\nArticle I\nAims\n\nThe Bank lends.\n\nArticle II\nMembers\n\nSection 1 Entry\n\n(a) All "
     "are members.\n\n"
     "Section 2 Stock Shares are sold at par.\n\nArticle III\nLoans\n\nSection 1 Use\n\nIt lends under "
     "Article II, Section "
     "1 (a).\n\nSection 2 Limits\n\nIt lends under Section 1 of this Article.",
     "Article II, Section 1 (a) = art_2__sec_1__point_a this\n"
     "Section 1 of this Article = art_3__sec_1 this\n"},
    {"Treaty of Korvin\n\nArticle 1\n\nIt binds as Article 2 of the Treaty of Korvin says.\n\nArticle "
     "2\n\nSee Article 1 of the "
     "Treaty of Orva.",
     "Article 2 of the Treaty of Korvin = art_2 this\n"
     "Article 1 of the Treaty of Orva = art_1 treaty-of-orva\n"},
    {"PROTOCOL AMENDING THE LAKE PACT\n\nArticle I\n\nIn Article 4 of the Lake Pact, paragraph 2 shall be "
     "deleted.\n\nArticle II\n\nArticle 5 shall read: \"Article 5\n\nNo Party shall dam the Sil under "
     "Article 6.\"\n\nArticle III\n\nThis Protocol and Article II shall enter into force at once.",
     "Article 4 of the Lake Pact = art_4 lake-pact\n"
     "paragraph 2 = art_4__para_2 lake-pact\n"
     "Article 5 = art_5 lake-pact\n"
     "Article 5 = art_5 lake-pact\n"
     "Article 6 = art_6 lake-pact\n"
     "Article II = art_2 this\n"},
};

static void cited_in_press(void **state) {
    (void)state;
    check_rows(IN_PRESS, sizeof IN_PRESS / sizeof *IN_PRESS, PACTA_FORM_PRESS);
}

static void cited_in_treaties(void **state) {
    (void)state;
    check_rows(IN_TREATIES, sizeof IN_TREATIES / sizeof *IN_TREATIES, PACTA_FORM_TREATY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cited_in_press),
        cmocka_unit_test(cited_in_treaties),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
