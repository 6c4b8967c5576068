/* References and instruments: what a text cites, to the byte, and what it
 * means. Each row is a text, the words cited, their eids, the instrument. */
#include "reading.h"

typedef struct row {
    const char *text, *words, *eids, *instrument;
} row;

static const pacta_reference *extract(const char *text, pacta_form form, size_t *count) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    return pacta_references(document, count);
}

static void join_eids(const pacta_reference *reference, char *out, size_t room) {
    *out = '\0';
    for (uint32_t i = 0; i < reference->target_count; i++) {
        size_t used = strlen(out);
        const pacta_target *target = &reference->targets[i];
        snprintf(out + used, room - used, "%s%s%s%s%s", i > 0 ? "," : "", target->eid,
                 target->instrument != NULL ? "@" : "", target->instrument != NULL ? target->instrument : "",
                 target->through != NULL ? ".." : "");
    }
}

/* The row's words are a reference, with the eids and the instrument. */
static void check(const row *expected, pacta_form form) {
    size_t count;
    const pacta_reference *references = extract(expected->text, form, &count);
    for (size_t i = 0; i < count; i++) {
        char *words = words_of(expected->text, references[i].span), eids[2000];
        bool same = strcmp(words, expected->words) == 0;
        free(words);
        if (!same)
            continue;
        join_eids(&references[i], eids, sizeof eids);
        assert_string_equal(eids, expected->eids);
        if (expected->instrument == NULL)
            assert_null(references[i].instrument);
        else
            assert_string_equal(references[i].instrument, expected->instrument);
        return;
    }
    fail_msg("no reference '%s' in: %s", expected->words, expected->text);
}

static void check_all(const row *rows, size_t count, pacta_form form) {
    for (size_t i = 0; i < count; i++)
        check(&rows[i], form);
}

#define CHECK(rows, form) check_all(rows, sizeof rows / sizeof *rows, form)

static void test_forms_in_press(void **state) {
    (void)state;
    static const row rows[] = {
        {"They quoted Article 51 of the U.N. Charter.", "Article 51 of the U.N. Charter", "art_51",
         "un-charter"},
        {"They quoted Articles 2 (4), 51 and 53 of the UN Charter.",
         "Articles 2 (4), 51 and 53 of the UN Charter", "art_2__para_4,art_51,art_53", "un-charter"},
        {"Articles 31 to 33 of the Vienna Convention on the Law of Treaties guide us.",
         "Articles 31 to 33 of the Vienna Convention on the Law of Treaties", "art_31,art_32,art_33",
         "vclt-1969"},
        {"NATO may yet turn to Article 5 of its founding treaty.", "Article 5 of its founding treaty",
         "art_5", "nato-1949"},
        {"They read the chapeau of GATT Article XX aloud.", "chapeau of GATT Article XX", "art_20__intro",
         "gatt-1994"},
        {"The Treaty of Orva has seven articles, and Article 2 is short. The UN Charter is longer. Neither "
         "helps "
         "here. Nobody in Orva spoke of Chapter VII.",
         "Chapter VII", "chp_7", "un-charter"},
        {"The court read Articles 3 § 1 and 9 § 4 of the Lamp Treaty.",
         "Articles 3 § 1 and 9 § 4 of the Lamp Treaty", "art_3__para_1,art_9__para_4", "lamp-treaty"},
        {"The court read Articles 6 §§ 1 and 3 of the Lamp Treaty.",
         "Articles 6 §§ 1 and 3 of the Lamp Treaty", "art_6__para_1,art_6__para_3", "lamp-treaty"},
        {"What the oil convention really says\n\nThe draft of the Vend Oil Convention is out. It would "
         "replace "
         "the Treaty of Orva of 1958.\n\nIt is bolder than anything in the Treaty of Orva. By virtue of "
         "Article "
         "1, all row. Compare Article 3 of the old treaty.",
         "Article 1", "art_1", "vend-oil-convention"},
        {"The lamp was lit under Article 8 of the Convention and Article 1 of Protocol No. 7. The court sees "
         "no breach of Article 8 § 2.",
         "Article 8 § 2", "art_8__para_2", "echr"},
        {"The lamp was lit under Article 8 of the Lamp Treaty and Article 1 of Protocol No. 7.",
         "Article 1 of Protocol No. 7", "protocol_7__art_1", "lamp-treaty"},
        {"Commentary to draft article 7 (Oil)\n\nDraft article 7 of the draft articles on the care of shared "
         "oil and lamps deals with oil. The Oil Treaty is older.\n\nThe word in paragraph 1 is new. See "
         "draft article "
         "2 as well.",
         "article 7 of the draft articles on the care of shared oil and lamps", "art_7",
         "draft-articles-on-the-care-of-shared-oil-and-lamps"},
        {"Commentary to draft article 7 (Oil)\n\nDraft article 7 of the draft articles on the care of shared "
         "oil and lamps deals with oil. The Oil Treaty is older.\n\nThe word in paragraph 1 is new. See "
         "draft article "
         "2 as well.",
         "paragraph 1", "art_7__para_1", "draft-articles-on-the-care-of-shared-oil-and-lamps"},
        {"Draft article 7 of the draft articles on shared lamps deals with oil. The Oil Treaty is older. See "
         "draft "
         "article 2.",
         "article 2", "art_2", "draft-articles-on-shared-lamps"},
        {"Section 4 of the Lamp Act binds. The Oil Treaty does too, and Article 6 of the Oil Treaty is "
         "later. Here "
         "section 4 counts.",
         "section 4", "sec_4", "lamp-act"},
        {"Under Article 11 of the Lamp Treaty, keepers see \"any permit under Article 6\". Paragraph 3 adds "
         "more.",
         "Paragraph 3", "art_11__para_3", "lamp-treaty"},
        {"Under Nato's Article 4, any ally may ask for talks.", "Nato's Article 4", "art_4", "nato-1949"},
        {"The Lamp Treaty is out. Its dues are in Annex C. Rebates follow from Part 3 of the annex.",
         "Part 3 of the annex", "annex_c__part_3", "lamp-treaty"},
        {"Orla went to the International Court of Justice. It will look at Article 41 of its Statute.",
         "Article 41 of its Statute", "art_41", "icj-statute"},
        {"NATO's Article 5 was not invoked.", "NATO's Article 5", "art_5", "nato-1949"},
        {"On the high seas, UNCLOS art 87 holds.", "UNCLOS art 87", "art_87", "unclos"},
        {"It rests on Article 101 TFEU alone.", "Article 101 TFEU", "art_101", "tfeu"},
        {"Section 4(2)(b) of the Harbour Lamps Act 1998 applies.",
         "Section 4(2)(b) of the Harbour Lamps Act 1998", "sec_4__subsec_2__point_b",
         "harbour-lamps-act-1998"},
        {"He cited paragraph 3 (a) of Article IV of the Treaty of Orva.",
         "paragraph 3 (a) of Article IV of the Treaty of Orva", "art_4__para_3__point_a", "treaty-of-orva"},
        {"The Lamp Treaty's fifth article is short.", "Lamp Treaty's fifth article", "art_5", "lamp-treaty"},
        {"Article 6(1)(a), (c) and (e) of the Lamp Treaty stay.",
         "Article 6(1)(a), (c) and (e) of the Lamp Treaty",
         "art_6__para_1__point_a,art_6__para_1__point_c,art_6__para_1__point_e", "lamp-treaty"},
        {"Annex II, Article 1, of the Lamp Treaty is new.", "Annex II, Article 1, of the Lamp Treaty",
         "annex_2__art_1", "lamp-treaty"},
        {"Paragraphs 4 and 5 of the second schedule to the Lamp Treaty are long.",
         "Paragraphs 4 and 5 of the second schedule to the Lamp Treaty",
         "schedule_2__para_4,schedule_2__para_5", "lamp-treaty"},
        {"Paragraph 1 of draft article 5 of the Lamp Treaty is long.",
         "Paragraph 1 of draft article 5 of the Lamp Treaty", "art_5__para_1", "lamp-treaty"},
        {"It rests on articles 6, 8 (paragraphs 1 and 2), 11 and 15 (paragraph 3) of the Lamp Treaty.",
         "articles 6, 8 (paragraphs 1 and 2), 11 and 15 (paragraph 3) of the Lamp Treaty",
         "art_6,art_8__para_1,art_8__para_2,art_11,art_15__para_3", "lamp-treaty"},
        {"It rests on section 9 of the Road Act 1999. Subsections (2) and (3) of that section are long.",
         "Subsections (2) and (3) of that section", "sec_9__subsec_2,sec_9__subsec_3", "road-act-1999"},
        {"The Council adopted resolution 3102 (2033) under Chapter VI of the Charter. Operative paragraph 7 "
         "is new.",
         "Operative paragraph 7", "para_7", "s-res-3102-2033"},
        {"Article 5 bis and Article 5A of the Lamp Treaty differ.", "Article 5A of the Lamp Treaty", "art_5a",
         "lamp-treaty"},
        {"Both quoted Article 10.12 of RCEP.", "Article 10.12 of RCEP", "art_10.12", "rcep-2020"},
        {"Traders wait for Article 6.4 of the Paris Agreement.", "Article 6.4 of the Paris Agreement",
         "art_6__para_4", "paris-agreement"},
        {"See Art.\xC2\xA0"
         "6 ECHR.",
         "Art.\xC2\xA0"
         "6 ECHR",
         "art_6", "echr"},
        {"Article 22 of the Vienna Convention keeps the door shut.", "Article 22 of the Vienna Convention",
         "art_22", NULL},
        {"The Vienna Convention on Diplomatic Relations is old. Article 22 of the Vienna Convention holds.",
         "Article 22 of the Vienna Convention", "art_22", "vcdr-1961"},
        {"The oil of Annex C and two others of the Lamp Treaty.", "Annex C", "annex_c", "lamp-treaty"},
        {"Articles two and three of the Lamp Treaty stay.", "Articles two and three of the Lamp Treaty",
         "art_2,art_3", "lamp-treaty"},
        {"They read paragraph 1 a), b) (i) and c) of Article 6 of the Lamp Treaty.",
         "paragraph 1 a), b) (i) and c) of Article 6 of the Lamp Treaty",
         "art_6__para_1__point_a,art_6__para_1__point_b__point_i,art_6__para_1__point_c", "lamp-treaty"},
        {"The Lamp Treaty is new. It follows from Article 4, paragraphs c and d. All agree.",
         "Article 4, paragraphs c and d", "art_4__point_c,art_4__point_d", "lamp-treaty"},
        {"It opened with Article 2 of the Lamp Treaty. Later Article 9 came up.", "Article 9", "art_9",
         "lamp-treaty"},
        {"The Lamp Treaty lapsed under Article 24, paragraph 1, thereof.", "Article 24, paragraph 1, thereof",
         "art_24__para_1", "lamp-treaty"},
        {"The Lamp Treaty is old. It is beautiful in its preamble.", "preamble", "preamble", "lamp-treaty"},
        {"They cited Article 9 of the Lamp Treaty. Amendment 15, on section 3 of the bill, fell.",
         "section 3 of the bill", "sec_3", NULL},
        {"It found a breach of Article 2 of Protocol No. 4 to the European Convention on Human Rights.",
         "Article 2 of Protocol No. 4 to the European Convention on Human Rights", "art_2", "echr-p4"},
        {"It found a breach of Article 1 of the 1970 UNESCO Convention.",
         "Article 1 of the 1970 UNESCO Convention", "art_1", "unesco-1970"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

static void test_names_of_instruments(void **state) {
    (void)state;
    static const row rows[] = {
        {"Article 3 of the 1990 Conventional Forces in Europe Treaty lapsed.",
         "Article 3 of the 1990 Conventional Forces in Europe Treaty", "art_3", "cfe-1990"},
        {"Article 8 of the Calm Bays and Coves in Winter Treaty is short.",
         "Article 8 of the Calm Bays and Coves in Winter Treaty", "art_8",
         "calm-bays-and-coves-in-winter-treaty"},
        {"Article 9 of the U.N. Convention on Consular Relations was read.",
         "Article 9 of the U.N. Convention on Consular Relations", "art_9", "vccr-1963"},
        {"Article 7 of the Hague Convention on the Civil Aspects of International Child Abduction binds.",
         "Article 7 of the Hague Convention on the Civil Aspects of International Child Abduction", "art_7",
         "hague-abduction-1980"},
        {"Article 22 of the Vienna Convention of 1961 keeps the door shut.",
         "Article 22 of the Vienna Convention of 1961", "art_22", "vcdr-1961"},
        {"Article 5 of the 1963 Vienna Convention helps consuls.", "Article 5 of the 1963 Vienna Convention",
         "art_5", "vccr-1963"},
        {"Article 8 of the Quiet Bays Treaty of 1950 is short.", "Article 8 of the Quiet Bays Treaty of 1950",
         "art_8", "quiet-bays-treaty-of-1950"},
        {"Article 3 of the Lightkeepers' Welfare Convention binds.",
         "Article 3 of the Lightkeepers' Welfare Convention", "art_3", "lightkeepers-welfare-convention"},
        {"See paragraph 8 of Economic and Social Council resolution 1996/31.",
         "paragraph 8 of Economic and Social Council resolution 1996/31", "para_8", "e-res-1996-31"},
        {"Human Rights Council resolution 17/4 was read.", "Human Rights Council resolution 17/4", "",
         "a-hrc-res-17-4"},
        {"The Outer Bays Treaty is new. The Treaty on the Shared Lights of the Outer Bays took years. "
         "Article 4 of the Outer Bays Treaty is on oil.",
         "Article 4 of the Outer Bays Treaty", "art_4", "treaty-on-the-shared-lights-of-the-outer-bays"},
        {"The Treaty on the Defence of Pellow and Vask stands. Article 9 of the Pellow pact is short.",
         "Article 9 of the Pellow pact", "art_9", "treaty-on-the-defence-of-pellow-and-vask"},
        {"They signed the Agreement on the Seat of the Grain Library (the \"Seat Agreement\"). "
         "Article 2 of the Seat Agreement frees it of tax.",
         "Article 2 of the Seat Agreement", "art_2", "agreement-on-the-seat-of-the-grain-library"},
        {"Under Article 56, para. 1, VCLT the door stays shut.", "Article 56, para. 1, VCLT",
         "art_56__para_1", "vclt-1969"},
        {"Article 6.5 of the Three Bays Agreement was raised. It rests on Article 6.1, paragraph 4.",
         "Article 6.5 of the Three Bays Agreement", "art_6.5", "three-bays-agreement"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

static void test_bare_numbers(void **state) {
    (void)state;
    static const row rows[] = {
        {"A machine is never sorry\n\nHe taught Article 36 of Additional Protocol I for years.\n\nThe Tarn "
         "Treaty on Quiet Arms is "
         "before "
         "parliament.\n\nArticle 2 is a model of plain drafting.",
         "Article 2", "art_2", "tarn-treaty-on-quiet-arms"},
        {"The Council adopted Regulation (EU) 2029/418 (the “Lamp Rules”), which rests on Article 215 "
         "TFEU.\n\n"
         "Article 5b(2) of the Lamp Rules is new.\n\nArticle 12g asks for a clause.",
         "Article 12g", "art_12g", "celex-32029r0418"},
        {"Under article V, section 18 (a), of the General Convention they may not be sued. The Courts Act "
         "1988 is "
         "silent.\n\nSection 20 makes it plain.",
         "Section 20", "sec_20", "general-convention"},
        {"Paragraphs 6 and 7 of Procedural Order No. 1 bind both.",
         "Paragraphs 6 and 7 of Procedural Order No. 1", "para_6,para_7", "procedural-order-no-1"},
        {"NATO envoys met.\n\nThey spoke of Article 4.\n\nOthers pointed to Article 51 of the UN Charter.",
         "Article 4", "art_4", "nato-1949"},
        {"The judges of the European Court of Human Rights found a breach of Article 5.\n\nThe state had "
         "pleaded Article 22 of the Convention on Night Trains.",
         "Article 5", "art_5", "echr"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nRoen will leave the Barley Compact. "
         "The compact is old. Under Article 30 it must wait.",
         "Article 30", "art_30", "barley-compact"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nThey quote Article 31 of the Oil "
         "Charter first. Others forget. Article 31 is long.",
         "Article 31", "art_31", "oil-charter"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nThe Port Lamps Bill was read. They "
         "fear Clause 8 of the bill.\n\nThe minister spoke.\n\nClause 9 is worse.",
         "Clause 9", "cl_9", "port-lamps-bill"},
        {"The Port Lamps Bill, the Port Lamps Bill.\n\nIt puts the Lamp Treaty to work.\n\nArticle 4 is "
         "short.",
         "Article 4", "art_4", "lamp-treaty"},
        {"Article 15 of the Lamp Treaty, the Lamp Treaty and again the Lamp Treaty, is like Article 35 of "
         "the "
         "Oil Charter.\n\nVend observes that paragraph 2 is short.",
         "paragraph 2", "art_15__para_2", "lamp-treaty"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nSee Articles 31 to 33 of the Oil "
         "Charter, as the Lamp Treaty does. It is Article 33, paragraph 4, that counts.",
         "Article 33, paragraph 4", "art_33__para_4", "oil-charter"},
        {"Article 4 of the Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nSection 88 of the Road "
         "Act 1999 is on fines, as the Lamp Treaty is not. It is long. Section 3(2) is short.",
         "Section 3(2)", "sec_3__subsec_2", "road-act-1999"},
        {"A panel found a breach of Article III:4 of GATT 1994 and of Article 2 of the TRIPS Agreement. It "
         "turned the plea under Article XX down.",
         "Article XX", "art_20", "gatt-1994"},
        {"They broke Article III of GATT 1994 and Article I of GATT 1994.\n\nUnder Article 16 of the DSU a "
         "report is final.\n\nShe had read Article 17.",
         "Article 17", "art_17", "dsu"},
        {"The Constitution of Orla, Article 22 of the Constitution of Orla, and Article 3 of the ECHR.\n\n"
         "The judges found no breach of Article 8.",
         "Article 8", "art_8", "echr"},
        {"They signed the draft Sarre Settlement.\n\nArticle 3 bans rockets.", "Article 3", "art_3",
         "sarre-settlement"},
        {"Resolution 1718 (2006) builds on resolution 242 (1967).\n\nOperative paragraph 4 freezes funds. "
         "The UN "
         "Charter says so. Paragraph 5 does not.",
         "Paragraph 5", "para_5", "s-res-1718-2006"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nArticle 3 of the Lamp Treaty is "
         "old. "
         "The Oil Charter knows no lamps. Article 9 is milder.",
         "Article 9", "art_9", "oil-charter"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nThe wells fall under the Oil "
         "Charter. "
         "Article 9 closes them, and under Article 10 so are the lamps.",
         "Article 10", "art_10", "oil-charter"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nThe Lamp Treaty follows Article 7 "
         "of "
         "the Oil Charter. Like it, the Lamp Treaty is short. Article 7 says how.",
         "Article 7", "art_7", "oil-charter"},
        {"The Barley Compact, the Barley Compact.\n\nArticle 12 of the Rye Compact and the Barley Compact "
         "agree.\n\nNATO envoys, of the North Atlantic Treaty, met. NATO knows Article 5.",
         "Article 5", "art_5", "nato-1949"},
        {"Article IV of the Lamp Treaty is old. Article 2 of the Oil Charter is not. She read Article VI.",
         "Article VI", "art_6", "lamp-treaty"},
        {"The Port Lamps Act 1999 is strict. It rests on the Lamp Treaty, says the Lamp Treaty's keeper. "
         "They "
         "fear section 9.",
         "section 9", "sec_9", "port-lamps-act-1999"},
        {"Boats wait. They fear Article 6.\n\nIt is in the Roen-Vend lamp oil agreement, which is old. The "
         "Roen-Vend agreement has few friends.",
         "Article 6", "art_6", "roen-vend-lamp-oil-agreement"},
        {"The Treaty between Roen and Vend on the Use of Wells is old. Article 8 of the Roen\xE2\x80\x93Vend "
         "treaty is not.",
         "Article 8 of the Roen\xE2\x80\x93Vend treaty", "art_8",
         "treaty-between-roen-and-vend-on-the-use-of-wells"},
        {"Article 3 of the Egypt\xE2\x80\x93Israel peace treaty is known.",
         "Article 3 of the Egypt\xE2\x80\x93Israel peace treaty", "art_3", "egypt-israel-1979"},
        {"The Convention on Night Trains is young. The Convention on Deep Wells is not. Article 4 of the "
         "night "
         "convention is on lamps.",
         "Article 4 of the night convention", "art_4", "convention-on-night-trains"},
        {"The Genocide Convention and the Slavery Convention differ. Article 2 of the 1948 convention says "
         "how.",
         "Article 2 of the 1948 convention", "art_2", "genocide-1948"},
        {"Orla broke Directive 2031/61/EU (\"the Quiet Wells Directive\"). Article 4 of the Quiet Wells "
         "Directive forbids it.",
         "Article 4 of the Quiet Wells Directive", "art_4", "celex-32031l0061"},
        {"Regulation (EU) 2031/1020 (the Lamp Oil Regulation) is long. Article 9 of the Lamp Oil Regulation "
         "is not.",
         "Article 9 of the Lamp Oil Regulation", "art_9", "celex-32031r1020"},
        {"It turned to Directive 2031/43/EU, better known as the Marshes Directive. Article 6 of the Marshes "
         "Directive is plain.",
         "Article 6 of the Marshes Directive", "art_6", "celex-32031l0043"},
        {"The Third Geneva Convention is old. Article 5 of the Third Convention is short.",
         "Article 5 of the Third Convention", "art_5", "gc-iii"},
        {"The Convention on Long Lamps and the Treaty on Short Lamps bind Orla. Article 4 of the latter is "
         "plain.",
         "Article 4 of the latter", "art_4", "treaty-on-short-lamps"},
        {"The Oil Charter and the Short Lamps Treaty bind Orla.\n\nOrla left the Oil Charter and the Lamp "
         "Treaty. Article 7 (2) of the former is plain, and Article 8 of the latter is not.",
         "Article 7 (2) of the former", "art_7__para_2", "oil-charter"},
        {"The Oil Charter and the Lamp Treaty bind Orla. Article 7 of the former is plain, and Article 8 of "
         "the latter is not.",
         "Article 8 of the latter", "art_8", "lamp-treaty"},
        {"The Oil Charter and the Lamp Treaty bind Orla. She wrote Article 7 of the former Orla Code.",
         "Article 7 of the former Orla Code", "art_7", "orla-code"},
        {"Article 9 of Orla's constitution bans lamps.", "Article 9 of Orla's constitution", "art_9",
         "orlas-constitution"},
        {"Article 12 of the Orlan penal code bans lamps. So does Article 13 of the Orlan code.",
         "Article 13 of the Orlan code", "art_13", "orlan-penal-code"},
        {"Article IV, Section 3(b), of the IMF's Articles of Agreement is on rates.",
         "Article IV, Section 3(b), of the IMF's Articles of Agreement", "art_4__sec_3__point_b",
         "imf-articles"},
        {"Article 4 of New Orla's Lamp Act 2031 is old.", "Article 4 of New Orla's Lamp Act 2031", "art_4",
         "lamp-act-2031"},
        {"They read paragraph 4 of the Charter's Article 2.", "paragraph 4 of the Charter's Article 2",
         "art_2__para_4", "un-charter"},
        {"The Lamp Council adopted Rules of Procedure. Rule 61 of the rules of procedure is short.",
         "Rule 61 of the rules of procedure", "rule_61", "rules-of-procedure"},
        {"See 8 U.S.C. \xC2\xA7 1101(a) and 22 C.F.R. \xC2\xA7 120.", "\xC2\xA7 1101(a)", "sec_1101__point_a",
         NULL},
        {"Resolution 2931 (2034), acting under Chapter VII of the U.N. Charter, bans lamps in its operative "
         "paragraph 6. Paragraph 7 spares candles.",
         "Paragraph 7", "para_7", "s-res-2931-2034"},
        {"Resolution 2931 (2034) bans lamps.\n\nIt is new.\n\nIt follows resolution 2740 (2031).\n\nFew "
         "liked it. Paragraph 11 of the resolution spares candles.",
         "Paragraph 11 of the resolution", "para_11", "s-res-2931-2034"},
        {"Resolution 2931 (2034) bans lamps.\n\nIt is new.\n\nIt is long.\n\nIt follows resolution 2740 "
         "(2031). Paragraph 11 of the resolution spared candles.",
         "Paragraph 11 of the resolution", "para_11", "s-res-2740-2031"},
        {"The \"Agreement on Lamps, Oil and Wicks\" is new. Article 4 bans candles.", "Article 4", "art_4",
         "agreement-on-lamps-oil-and-wicks"},
        {"They signed the Treaty of Friendship, Commerce and Navigation. Article 4 bans candles.",
         "Article 4", "art_4", "treaty-of-friendship-commerce-and-navigation"},
        {"Under the Treaty on Rivers, Orla and Vend share Lake Tarn. Article 4 bans candles.", "Article 4",
         "art_4", "treaty-on-rivers"},
        {"They like the Treaty on Rivers, Orla and Vend said. Article 4 bans candles.", "Article 4", "art_4",
         "treaty-on-rivers"},
        {"Compare Orla Nets Agreement, arts 4 and 19.", "Orla Nets Agreement, arts 4 and 19", "art_4,art_19",
         "orla-nets-agreement"},
        {"The Convention on Nets is new. It fits Article 1 of the First Protocol to the European Convention "
         "on "
         "Human Rights.",
         "Article 1 of the First Protocol to the European Convention on Human Rights", "art_1", "echr-p1"},
        {"It follows from paragraph 13 of general comment No. 37 (2020) that it holds.",
         "paragraph 13 of general comment No. 37 (2020)", "para_13", "general-comment-no-37-2020"},
        {"See Article 46(3) of Regulation (EU) 2016/679.", "Article 46(3) of Regulation (EU) 2016/679",
         "art_46__para_3", "gdpr"},
        {"The three-page Framework for the Defence of Orla was signed. Point 3 binds both, and Point 5(b) "
         "too.",
         "Point 5(b)", "point_5__point_b", "framework-for-the-defence-of-orla"},
        {"The Lamp Treaty is long. So is point 2 of Annex 1.", "point 2 of Annex 1", "annex_1__para_2",
         "lamp-treaty"},
        {"Kest leaves the Non-Proliferation Treaty. The treaty binds it.\n\nArticle 26 of the Safeguards "
         "Agreement "
         "is part of the treaty's work.\n\nSo much for that.\n\nThe envoy spoke of Article Six.",
         "Article Six", "art_6", "npt"},
        {"The Convention on Cables is new. According to Article 3(2) of the March text, it binds.",
         "Article 3(2) of the March text", "art_3__para_2", "convention-on-cables"},
        {"They gave effect to paragraph 9 of the present Views.", "paragraph 9 of the present Views",
         "para_9", "this"},
        {"Orla has the Orla-Vend Tax Convention. Some cite Article 10 of the OECD Model Tax Convention. "
         "Article 24 "
         "of the bilateral convention is unused.",
         "Article 24 of the bilateral convention", "art_24", "orla-vend-tax-convention"},
        {"Article 9 of the Lamp Convention\n\nThe duty in para 1 is defined in Art 1(d).\n\nUnder para 2 it "
         "lasts.",
         "para 2", "art_9__para_2", "lamp-convention"},
        {"The Convention on Plastics across Their Life Cycle is new. Article 6 binds.", "Article 6", "art_6",
         "convention-on-plastics-across-their-life-cycle"},
        {"ON SILENCE: ARTICLE 281 UNCLOS AND AFTER", "ARTICLE 281 UNCLOS", "art_281", "unclos"},
        {"Article 23 of the Statute of the Court of the Orlan Union (hereinafter the \"Court's Statute\") "
         "binds. "
         "So does Article 24 of the Court's Statute.",
         "Article 24 of the Court's Statute", "art_24", "statute-of-the-court-of-the-orlan-union"},
        {"Article 79 of UNCLOS reads: \"All may fish, in accordance with the provisions of this article.\"",
         "this article", "art_79", "unclos"},
        {"The European Convention on Human Rights is old. Article 58 of the Convention lets states go.\n\nSo "
         "does "
         "Article 70 of the Vienna Convention on the Law of Treaties.\n\nArticle 15 of the Convention is "
         "long.",
         "Article 15 of the Convention", "art_15", "echr"},
        {"Orla has signed the Convention on Joint Nets. The convention is long.\n\nShe spoke of Article 8 of "
         "the "
         "European Convention on Human Rights. The pact, she said, bars no search (Article 12).",
         "Article 12", "art_12", "convention-on-joint-nets"},
        {"Orla was bound by GATT, GATT 1994 and again GATT. Now the Orla-Vend Trade Agreement is in force. "
         "Article 6 of the agreement bans duties.",
         "Article 6 of the agreement", "art_6", "orla-vend-trade-agreement"},
        {"The third preambular paragraph of resolution 2931 (2034) is long, and the fourth preambular "
         "paragraph is not.",
         "fourth preambular paragraph", "rec_4", "s-res-2931-2034"},
        {"The ECHR is old. Orla broke it, said the court.\n\nSection 14 of the Travel Act 2031 lets it take "
         "passports. No reading of Article 2 of Protocol No. 4 covers that.",
         "Article 2 of Protocol No. 4", "art_2", "echr-p4"},
        {"Orla was bound by GATT, GATT 1994 and again GATT.\n\nOrla and Vend have an Orla-Vend Trade "
         "Agreement.\n\nDuties fall outside the deal. Orla relies on Article 61.",
         "Article 61", "art_61", "orla-vend-trade-agreement"},
        {"Resolution 3054 (2033) is new. Paragraph 1 bans lamps in the lanes of Annex I to resolution 3019 "
         "(2032).\n\nFew like paragraph 4.",
         "paragraph 4", "para_4", "s-res-3054-2033"},
        {"UNCLOS is old. Orla cited Article 6 of the tax treaty between Orla and Vend.",
         "Article 6 of the tax treaty", "art_6", NULL},
        {"The Oil Charter secretariat met. Then they signed the Lamp Treaty. Article 6 is long.", "Article 6",
         "art_6", "lamp-treaty"},
        {"See articles 54, paragraph 2, and 56 of the Lamp Treaty.",
         "articles 54, paragraph 2, and 56 of the Lamp Treaty", "art_54__para_2,art_56", "lamp-treaty"},
        {"See Article 5 (1) a) of the Lamp Treaty.", "Article 5 (1) a) of the Lamp Treaty",
         "art_5__para_1__point_a", "lamp-treaty"},
        {"The Convention on the Sellan Basin is old, the Agreement on the Varda Plateau is not. The Sellan "
         "Convention was read first.\n\nThe Varda drafters fused Articles 7 and 8 of the Agreement on the "
         "Varda Plateau. In the Sellan text, by contrast, Article 12 stands alone.",
         "Article 12", "art_12", "convention-on-the-sellan-basin"},
        {"Orla signed the Oil Treaty. The new pact's Article 9 is plain.", "new pact's Article 9", "art_9",
         "oil-treaty"},
        {"The Oil Agreement (the \"OA\") binds Orla (OA, art. 29(4)).", "OA, art. 29(4)", "art_29__para_4",
         "oil-agreement"},
        {"Orla signed the Oil Treaty. The Convention on Lamps helps too: Article 3 of that treaty is plain.",
         "Article 3 of that treaty", "art_3", "convention-on-lamps"},
        {"The Oil Treaty, signed in 1998, and the Lamp Convention, which Orla concluded in 1954, bind. Vend "
         "left the Oil Treaty. Article 7 of the earlier treaty is short.",
         "Article 7 of the earlier treaty", "art_7", "lamp-convention"},
        {"Article 9 of the Oil Treaty is plain. Both are parties to UNCLOS, whose Article 83 is not. Article "
         "3 "
         "of the Oil Treaty is old.\n\nA court could tell. But Article 298 lets Orla stay away.",
         "Article 298", "art_298", "unclos"},
        {"The lamp may burn (Article 31, paragraph 2, VCLT).", "Article 31, paragraph 2, VCLT",
         "art_31__para_2", "vclt-1969"},
        {"Section 12(1) of the Treaties Act 1969 binds all.", "Section 12(1) of the Treaties Act 1969",
         "sec_12__subsec_1", "treaties-act-1969"},
        {"They went there under Article 48 of the 1907 Pacific Settlement Convention.",
         "Article 48 of the 1907 Pacific Settlement Convention", "art_48", "hague-i-1907"},
        {"The Lamp Convention (hereinafter \"the Convention\") draws on Article 5 of Convention 108.",
         "Article 5 of Convention 108", "art_5", "coe-108"},
        {"The first sentence of Article 6 of the Lamp Treaty is short. The second sentence is long.",
         "second sentence", "art_6__sentence_2", "lamp-treaty"},
        {"See article 5 of the Lamp Protocol, and article 7 (e) of that Protocol.",
         "article 7 (e) of that Protocol", "art_7__point_e", "lamp-protocol"},
        {"Orla puts paragraphs 9 to 11 of the Lamp Treaty to a vote.",
         "paragraphs 9 to 11 of the Lamp Treaty", "para_9,para_10,para_11", "lamp-treaty"},
        {"He read Article 3 of the Lamp Treaty, and Article 4 above all.", "Article 4", "art_4",
         "lamp-treaty"},
        {"The rule is Article 4 of the Orla Statutes.", "Article 4 of the Orla Statutes", "art_4",
         "orla-statutes"},
        {"The Court acts under Article 64 of its Statute.", "Article 64 of its Statute", "art_64", NULL},
        {"Surrender of Lamps Bill\n\nThe heart of it is clause 2. Article 3 of the ECHR stands in the way. "
         "In the "
         "Lamps Act 1968 it was section 12.",
         "section 12", "sec_12", "lamps-act-1968"},
        {"Surrender of Lamps Bill\n\nThe heart of it is clause 2. Article 3 of the ECHR stands in the way.",
         "clause 2", "cl_2", "surrender-of-lamps-bill"},
        {"Treaty on Quiet Lamps Comes into Force\n\nThe Treaty on Quiet Lamps is short. Article 2 binds all.",
         "Article 2", "art_2", "treaty-on-quiet-lamps"},
        {"The Lamp Treaty, the Lamp Treaty and again the Lamp Treaty.\n\nArticle 54 of the Oil Charter binds "
         "all. "
         "Article 53 ends it.",
         "Article 53", "art_53", "oil-charter"},
        {"The Oil Charter, the Oil Charter and again the Oil Charter.\n\nThey signed the Lamp Protocol. "
         "Under Article "
         "12 of the protocol, lamps burn.\n\nOil is dear.\n\nLamps are cheap.\n\nThey asked what Article 12 "
         "means.",
         "Article 12", "art_12", "lamp-protocol"},
        {"ORVA, May 4 (CNS) - They signed the Lamp Treaty. Lamps are lit, under Article 6.", "Article 6",
         "art_6", "lamp-treaty"},
        {"Article 6(2) of Regulation (EU) 2031/123 bans loud toys.\n\nArticle 9 is long.\n\nThe EU Charter "
         "is "
         "cited, and Article 16 of the EU Charter.",
         "Article 9", "art_9", "celex-32031r0123"},
        {"Regulation 4 of the Pilot Fees Regulations 2023 caps the fee.",
         "Regulation 4 of the Pilot Fees Regulations 2023", "reg_4", "pilot-fees-regulations-2023"},
        {"They signed the Lamp Treaty.\n\nUnder Part 2, ships may pass.", "Part 2", "part_2", "lamp-treaty"},
        {"They cite resolution 1718 (2006), paragraph 5 of which is long.", "paragraph 5", "para_5",
         "s-res-1718-2006"},
        {"They know UNCLOS. Part XI of UNCLOS is long.\n\nThe lease is short. Clause 17 is odd.", "Clause 17",
         "cl_17", NULL},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

/* Whose a bare number is, or a noun that names no instrument. */
static void test_who_is_spoken_of(void **state) {
    (void)state;
    static const row rows[] = {
        {"In 1907 they put their names to the Convention on the Old Lamps. The Vienna Convention on the Law "
         "of Treaties is cited.\n\nUnder Article 31 of the 1907 convention, lamps burn.",
         "Article 31 of the 1907 convention", "art_31", "convention-on-the-old-lamps"},
        {"They signed the Lamp Treaty.\n\n\"Each Party shall help, in keeping with Article 51 of the United "
         "Nations Charter,\" Article 3 states.",
         "Article 3", "art_3", "lamp-treaty"},
        {"Article IV of the NPT is broad.\n\nIn June they found Orla in breach "
         "of Article III, and resolution 3017 followed.",
         "Article III", "art_3", "npt"},
        {"By resolution 92/18, the General Assembly asked for lamps. Under Chapter VII it could not.",
         "Chapter VII", "chp_7", NULL},
        {"The Lamp Treaty is short. In the Oil Charter, Article 5 binds ports.", "Article 5", "art_5",
         "oil-charter"},
        {"They read the Lamp Treaty, and Article 9 of the Lamp Treaty.\n\nThe Oil Charter bars ships from "
         "either port except by day (Article 16).",
         "Article 16", "art_16", "oil-charter"},
        {"The Lamp Treaty has a core. It is Article 3. In paragraph 1, Orla gives oil. Paragraph 2 ties this "
         "to Article 51 of the UN Charter; paragraph 3 caps it.",
         "paragraph 3", "art_3__para_3", "lamp-treaty"},
        {"Article 20, paragraph 1, of the Lamp Treaty bars reservations to Articles 8 to 11. Paragraph 2 "
         "spares one.",
         "Paragraph 2", "art_20__para_2", "lamp-treaty"},
        {"The Lamp Treaty was read, and Article 5, paragraph 1. Article 6 is odd: paragraph 2 is long.",
         "paragraph 2", "art_6__para_2", "lamp-treaty"},
        {"The Lamp Protocol adds to the Oil Convention. A lamp is what it is in Article 2(f) of the Oil "
         "Convention. "
         "By Article 2 the Lamp Protocol applies to all.",
         "Article 2", "art_2", "lamp-protocol"},
        {"The Oil Charter is old. Article 31 of the Lamp Treaty binds. It is in Article 32 of the same "
         "instrument.",
         "Article 32 of the same instrument", "art_32", "lamp-treaty"},
        {"Two texts.\n\nThe Treaty of Orla (1977)\n\nArticle 1 is on lamps. Under Article 7, oil is.\n\n"
         "The Lamp Port Agreement (2009)\n\nIt is the longer one.\n\nThe port is drawn in Annex A.",
         "Annex A", "annex_a", "lamp-port-agreement"},
        {"They cite the Oil Charter.\n\nShips are under the Convention on Lamps, done in 1954. Article III "
         "thereof is plain.",
         "Article III thereof", "art_3", "convention-on-lamps"},
        {"Regulation 14 of Annex I to MARPOL is on oil; regulation 17 is on books.", "regulation 17",
         "annex_1__reg_17", "marpol"},
        {"They signed the Treaty on Lamps. Article 12 of the Treaty approves of Article 33 of the UN "
         "Charter.\n\nThe document is to be renewed (Article 15).",
         "Article 15", "art_15", "treaty-on-lamps"},
        {"They left the Lamp Protocol. The protocol is old, but the protocol has its friends, and so has the "
         "Treaty of Orla, its parent.\n\nWhat she has in mind is Article 16.",
         "Article 16", "art_16", "lamp-protocol"},
        {"Article 15 of the Lamp Treaty was cited, and UNCLOS, art. 87. Ibid., art. 8; see supra.",
         "Ibid., art. 8", "art_8", "unclos"},
        {"The Oil Charter is old. See art 3 of the Lamp Treaty; see also ibid art 9(1).", "ibid art 9(1)",
         "art_9__para_1", "lamp-treaty"},
        {"Article 15 of the Lamp Treaty was cited. \"A lamp is a lamp,\" reads paragraph 141.",
         "paragraph 141", "para_141", NULL},
        {"Paragraph 4 of the Lamp Declaration is short, and paragraph 31 is long.", "paragraph 31", "para_31",
         "lamp-declaration"},
        {"The International Court of Justice may hear it under Article 36 (1) of its Statute.",
         "Article 36 (1) of its Statute", "art_36__para_1", "icj-statute"},
        {"They signed the Treaty of Hollin. Under the ninth article the keeper may fish.", "ninth article",
         "art_9", "treaty-of-hollin"},
        {"They signed the Treaty of Hollin. The sixth article, which he knows, is long.", "sixth article",
         "art_6", "treaty-of-hollin"},
        {"The Lamp Convention is old. Its Article 5 reads: \"A Party that relies on this Article must "
         "pay.\"",
         "this Article", "art_5", "lamp-convention"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

/* Titles around their noun, and other names of what they name. */
static void test_titles_and_nicknames(void **state) {
    (void)state;
    static const row press[] = {
        {"Article 7 of the Articles of Agreement of the Orla Bank is short. Article 8 is long.", "Article 8",
         "art_8", "articles-of-agreement-of-the-orla-bank"},
        {"Article 21 of the Articles of Agreement is long.", "Article 21 of the Articles of Agreement",
         "art_21", NULL},
        {"The Oil Charter, the Oil Charter. They signed the Treaty on Strike Drones, which everybody calls "
         "the Vasko accord.\n\nThe heart of the accord is Article 3.",
         "Article 3", "art_3", "treaty-on-strike-drones"},
        {"The Agreement on the Bay of Lorne, known to both sides as the Ister Agreement, is old. Article 2 "
         "of "
         "the Ister Agreement is short.",
         "Article 2 of the Ister Agreement", "art_2", "agreement-on-the-bay-of-lorne"},
        {"Article 17 of the Agreement establishing the Lowland Lamps Fund is short.",
         "Article 17 of the Agreement establishing the Lowland Lamps Fund", "art_17",
         "agreement-establishing-the-lowland-lamps-fund"},
        {"They rely on section 40 of the Old Age Lamps Act 1996.", "section 40 of the Old Age Lamps Act 1996",
         "sec_40", "old-age-lamps-act-1996"},
        {"They rely on Article 4 of the new Lamp Treaty.", "Article 4 of the new Lamp Treaty", "art_4",
         "lamp-treaty"},
    };
    static const row treaty[] = {
        {"TREATY OF CALM WITH ORLA\n\nArticle 1\n\nThe Treaty of Calm with Velland ends.\n\nArticle 2\n\n"
         "They shall pay as in Article 1 of the Treaty of Calm.",
         "Article 1 of the Treaty of Calm", "art_1", "this"},
        {"EXCHANGE OF NOTES\n\n1. No lamps shall be lit.\n\n2. No oil shall be sold.\n\nUnder paragraph 2 of "
         "that "
         "Note, they pay.",
         "paragraph 2 of that Note", "para_2", "this"},
        {"Articles of Agreement of the Orla Bank\n\nArticle 1\n\nArticle 2 of the present Articles of "
         "Agreement shall apply.\n\nArticle 2\n\nOil is oil.",
         "Article 2 of the present Articles of Agreement", "art_2", "this"},
        {"Article 1\n\nIn this Chapter:\n\nLamp Agreement means the Agreement on Old Lamps.\n\nArticle "
         "2\n\nArticle 10 of the Lamp Agreement shall apply.",
         "Article 10 of the Lamp Agreement", "art_10", "agreement-on-old-lamps"},
        {"Article 1\n\n\"Liability Convention\" means the International Convention on Civil Liability for "
         "Lamp Oil Damage.\n\nArticle 2\n\nArticle 9 of the International Convention on Civil Liability "
         "for Lamp Oil Damage shall apply.",
         "Article 9 of the International Convention on Civil Liability for Lamp Oil Damage", "art_9",
         "international-convention-on-civil-liability-for-lamp-oil-damage"},
        {"Article 1\n\n\"Paris Convention\" means the Convention on the Lamps of Northern Roads, done at "
         "Paris.\n\nArticle 2\n\nArticle 4 of the Paris Convention shall apply.",
         "Article 4 of the Paris Convention", "art_4", "convention-on-the-lamps-of-northern-roads"},
        {"Article 1\n\n\"Paris Convention\" means the Convention on the Lamps of Northern Roads.\n\nArticle "
         "2\n\nArticle 4 of the Paris Convention for the Protection of Industrial Property shall apply.",
         "Article 4 of the Paris Convention for the Protection of Industrial Property", "art_4",
         "paris-ip-1883"},
        {"Article 1\n\n\"Vienna Convention\" means the Convention on Old Lamps, done at Vienna.\n\nArticle "
         "2\n\nArticle 31 of the Vienna Convention shall apply.",
         "Article 31 of the Vienna Convention", "art_31", "convention-on-old-lamps"},
    };
    CHECK(press, PACTA_FORM_PRESS);
    CHECK(treaty, PACTA_FORM_TREATY);
}

static const char COMMENTARY[] = "EXPLANATORY REPORT\n\nto the Convention on Old Lamps\n\n"
                                 "1. The Convention on Old Lamps draws on Articles 8 and 10 of the ECHR.\n\n"
                                 "Article 5 \xE2\x80\x93 Scope\n\n"
                                 "2. Paragraph 1 says that lamps shall be lit.\n\n"
                                 "Article 6 \xE2\x80\x93 Oil\n\n"
                                 "3. Under paragraph 2 (a), oil may be sold.\n";

static void test_commentaries(void **state) {
    (void)state;
    static const row rows[] = {
        {COMMENTARY, "Paragraph 1", "art_5__para_1", "convention-on-old-lamps"},
        {COMMENTARY, "paragraph 2 (a)", "art_6__para_2__point_a", "convention-on-old-lamps"},
    };
    size_t count;
    CHECK(rows, PACTA_FORM_UNKNOWN);
    extract(COMMENTARY, PACTA_FORM_UNKNOWN, &count);
    assert_int_equal(count, 3); /* its headings are none */
    assert_int_equal(pacta_document_about(document).form, PACTA_FORM_OTHER);
}

/* However many there are, none is lost. */
static void test_long_list(void **state) {
    (void)state;
    char text[1024] = "Articles 1", expected[2048] = "art_1";
    size_t length = strlen(text), known = strlen(expected);
    for (int i = 2; i <= 100; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, i < 100 ? ", %d" : " and %d", i);
        known += (size_t)snprintf(expected + known, sizeof expected - known, ",art_%d", i);
    }
    char cited[sizeof text + 32];
    snprintf(cited, sizeof cited, "%s of the Lamp Treaty", text);
    snprintf(text + length, sizeof text - length, " of the Lamp Treaty bind.");
    const row rows[] = {{text, cited, expected, "lamp-treaty"}};
    CHECK(rows, PACTA_FORM_UNKNOWN);
}

static void test_lists_and_ranges(void **state) {
    (void)state;
    static const row rows[] = {
        {"Under Articles 6 (Nets), 7 (Lamps and Boats) and XXI (Oil) of the Lamp Treaty they pay.",
         "Articles 6 (Nets), 7 (Lamps and Boats) and XXI (Oil) of the Lamp Treaty", "art_6,art_7,art_21",
         "lamp-treaty"},
        {"Articles 3 (A), 4 (IV) and 5 of the Lamp Treaty bind.",
         "Articles 3 (A), 4 (IV) and 5 of the Lamp Treaty", "art_3__point_a,art_4__point_iv,art_5",
         "lamp-treaty"},
        {"Annexes I-III of the Lamp Treaty stay.", "Annexes I-III of the Lamp Treaty",
         "annex_1,annex_2,annex_3", "lamp-treaty"},
        {"Article III-125 of the Lamp Treaty is one.", "Article III-125 of the Lamp Treaty", "art_iii-125",
         "lamp-treaty"},
        {"Regulations V/19 and II-1/3-8 of SOLAS bind.", "Regulations V/19 and II-1/3-8 of SOLAS",
         "chp_5__reg_19,chp_ii-1__reg_3-8", "solas-1974"},
        {"Regulation 3 of chapter II-1 of SOLAS binds.", "Regulation 3 of chapter II-1 of SOLAS",
         "chp_ii-1__reg_3", "solas-1974"},
        {"It is so under the Lamp Act 2029, section 7, and lapses.", "Lamp Act 2029, section 7", "sec_7",
         "lamp-act-2029"},
        {"No court may ask (sect. 7 of the Lamp Act 2029).", "sect. 7 of the Lamp Act 2029", "sec_7",
         "lamp-act-2029"},
        {"Articles III., IV., and V. of the Lamp Treaty lapse.",
         "Articles III., IV., and V. of the Lamp Treaty", "art_3,art_4,art_5", "lamp-treaty"},
        {"Article 9 of the Lamp Treaty is plain. Article 10 is not.\n\nThe Court applied Article 60 of its "
         "Statute. Nobody pleaded Article 62.",
         "Article 62", "art_62", NULL},
        {"See Articles II. and III. The Parties trade.", "Articles II. and III", "art_2,art_3", NULL},
        {"Under Article IV. of the Lamp Treaty they pay.", "Article IV. of the Lamp Treaty", "art_4",
         "lamp-treaty"},
        {"See Lamp Treaty art. 6; U.S.-Orla deeds are silent.", "Lamp Treaty art. 6", "art_6", "lamp-treaty"},
        {"Under s 7(3) of the Lamp Act 2029, it may.", "s 7(3) of the Lamp Act 2029", "sec_7__subsec_3",
         "lamp-act-2029"},
        {"Protocols No 1 and No 2 to the Lamp Treaty stay.", "Protocols No 1 and No 2 to the Lamp Treaty",
         "protocol_1,protocol_2", "lamp-treaty"},
        {"See Articles 11 et seq. of the Lamp Treaty.", "Articles 11 et seq. of the Lamp Treaty", "art_11..",
         "lamp-treaty"},
        {"See Article 12 f. of the Lamp Treaty.", "Article 12 f. of the Lamp Treaty", "art_12,art_13",
         "lamp-treaty"},
        {"From Article 7 through Article 9 of the Lamp Treaty it is clean.",
         "Article 7 through Article 9 of the Lamp Treaty", "art_7,art_8,art_9", "lamp-treaty"},
        {"Articles 4 up to and including 6 of the Lamp Treaty rule.",
         "Articles 4 up to and including 6 of the Lamp Treaty", "art_4,art_5,art_6", "lamp-treaty"},
        {"Paragraphs 7,8,9 and 11 of Article 2 of the Lamp Treaty lapse.",
         "Paragraphs 7,8,9 and 11 of Article 2 of the Lamp Treaty",
         "art_2__para_7,art_2__para_8,art_2__para_9,art_2__para_11", "lamp-treaty"},
        {"Article 5(1)(a)(i) and (ii), (b) and (3)(c) of the Lamp Treaty stay.",
         "Article 5(1)(a)(i) and (ii), (b) and (3)(c) of the Lamp Treaty",
         "art_5__para_1__point_a__point_i,art_5__para_1__point_a__point_ii,art_5__para_1__point_b,"
         "art_5__para_3__point_c",
         "lamp-treaty"},
        {"Paragraphs 1 to 3 of Articles 4 and 6 of the Lamp Treaty apply.",
         "Paragraphs 1 to 3 of Articles 4 and 6 of the Lamp Treaty",
         "art_4__para_1,art_4__para_2,art_4__para_3,art_6__para_1,art_6__para_2,art_6__para_3",
         "lamp-treaty"},
        {"Articles 4, paragraph 2, and 5, paragraph 3, of the Lamp Treaty hold.",
         "Articles 4, paragraph 2, and 5, paragraph 3, of the Lamp Treaty", "art_4__para_2,art_5__para_3",
         "lamp-treaty"},
        {"Art. 6 \xC2\xA7\xC2\xA7 1 and 3 (c) of the Lamp Treaty was pleaded.",
         "Art. 6 \xC2\xA7\xC2\xA7 1 and 3 (c) of the Lamp Treaty", "art_6__para_1,art_6__para_3__point_c",
         "lamp-treaty"},
        {"The second and third sentences of Article 3 (1) of the Lamp Treaty go.",
         "second and third sentences of Article 3 (1) of the Lamp Treaty",
         "art_3__para_1__sentence_2,art_3__para_1__sentence_3", "lamp-treaty"},
        {"Both paragraphs of Article 12 of the Lamp Treaty mention salt.",
         "Both paragraphs of Article 12 of the Lamp Treaty", "art_12__para_1,art_12__para_2", "lamp-treaty"},
        {"The introductory words of Article 3 of the Lamp Treaty stay.",
         "introductory words of Article 3 of the Lamp Treaty", "art_3__intro", "lamp-treaty"},
        {"Article 4, Section 3(b), of the Lamp Treaty is on rates.",
         "Article 4, Section 3(b), of the Lamp Treaty", "art_4__sec_3__point_b", "lamp-treaty"},
        {"Articles 131\xE2\x80\x93"
         "133 and 140\xE2\x80\x93"
         "2 of the Lamp Treaty lapse.",
         "Articles 131\xE2\x80\x93"
         "133 and 140\xE2\x80\x93"
         "2 of the Lamp Treaty",
         "art_131,art_132,art_133,art_140,art_141,art_142", "lamp-treaty"},
        {"Article 5 (paragraphs 1 to 3) of the Lamp Treaty applies.",
         "Article 5 (paragraphs 1 to 3) of the Lamp Treaty", "art_5__para_1,art_5__para_2,art_5__para_3",
         "lamp-treaty"},
        {"Articles 192, 194, paragraph 3 (a), and 207 of the Lamp Treaty apply.",
         "Articles 192, 194, paragraph 3 (a), and 207 of the Lamp Treaty",
         "art_192,art_194__para_3__point_a,art_207", "lamp-treaty"},
        {"Articles 3, paragraphs 1 and 2, and 5 of the Lamp Treaty apply.",
         "Articles 3, paragraphs 1 and 2, and 5 of the Lamp Treaty", "art_3__para_1,art_3__para_2,art_5",
         "lamp-treaty"},
        {"Articles 3, paragraphs 1, 2, and 3 of the Lamp Treaty apply.",
         "Articles 3, paragraphs 1, 2, and 3 of the Lamp Treaty", "art_3__para_1,art_3__para_2,art_3__para_3",
         "lamp-treaty"},
        {"Articles II, Section 4 (a), and IV, Section 3 (d), of the Lamp Treaty apply.",
         "Articles II, Section 4 (a), and IV, Section 3 (d), of the Lamp Treaty",
         "art_2__sec_4__point_a,art_4__sec_3__point_d", "lamp-treaty"},
        {"Timber is in Chapter 7. Article 7.14 of the Lamp Treaty is short.",
         "Article 7.14 of the Lamp Treaty", "art_7.14", "lamp-treaty"},
        {"They read paragraph 4 of Annex A, and I wonder about the Lamp Treaty.", "paragraph 4 of Annex A",
         "annex_a__para_4", "lamp-treaty"},
        {"Under Article 7 (1) of the Lamp Treaty, an accord under paragraph 1 or a decision is needed.",
         "paragraph 1", "art_7__para_1", "lamp-treaty"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

/* A target has an instrument of its own where that is not the reference's. */
/* What is inserted later has a letter behind its number; what is left out of a
 * range's end is that of its beginning. */
static void test_figures_and_letters(void **state) {
    (void)state;
    static const row rows[] = {
        {"See Article 5(1a) of the Lake Pact.", "Article 5(1a) of the Lake Pact", "art_5__para_1a",
         "lake-pact"},
        {"See Article 1 (1a), (2b)(c) and (3aa) of the Lake Pact.",
         "Article 1 (1a), (2b)(c) and (3aa) of the Lake Pact",
         "art_1__para_1a,art_1__para_2b__point_c,art_1__para_3aa", "lake-pact"},
        {"See paragraphs (1a) and (1b) of Article 3 of the Lake Pact.",
         "paragraphs (1a) and (1b) of Article 3 of the Lake Pact", "art_3__para_1a,art_3__para_1b",
         "lake-pact"},
        {"See Article 5 of the Lake Pact (2nd).", "Article 5 of the Lake Pact", "art_5", "lake-pact"},
        {"See Articles 131\xE2\x80\x93"
         "3 and 5 of the Lake Pact.",
         "Articles 131\xE2\x80\x93"
         "3 and 5 of the Lake Pact",
         "art_131,art_132,art_133,art_5", "lake-pact"},
        {"See Annex I-A to the Lake Pact.", "Annex I-A to the Lake Pact", "annex_1-a", "lake-pact"},
        {"See Annexes II-B to II-D and A-2 to the Lake Pact.",
         "Annexes II-B to II-D and A-2 to the Lake Pact", "annex_2-b,annex_2-c,annex_2-d,annex_a-2",
         "lake-pact"},
        {"See Regulations E-2 to E-4 or F-1 of the Lake Pact.",
         "Regulations E-2 to E-4 or F-1 of the Lake Pact", "reg_e-2,reg_e-3,reg_e-4,reg_f-1", "lake-pact"},
        {"See Regulations 14-1 to 20 of the Lake Pact.", "Regulations 14-1 to 20 of the Lake Pact",
         "reg_14-1,reg_20", "lake-pact"},
        {"Regulation 4 of the Lake Pact binds until 2031.", "Regulation 4 of the Lake Pact", "reg_4",
         "lake-pact"},
        {"Article D-4 until 2031 and article 7 of the Lake Pact bind.", "Article D-4", "art_d-4",
         "lake-pact"},
        {"See Article 11a), b) and c) of the Lake Pact.", "Article 11a), b) and c) of the Lake Pact",
         "art_11__point_a,art_11__point_b,art_11__point_c", "lake-pact"},
        {"It is told by paragraph 3; s is the speed that paragraph 4 of the Lake Pact names.", "paragraph 3",
         "para_3", "lake-pact"},
        {"It rests on articles 6 (paragraphs 1 to 3) of the Lake Pact.",
         "articles 6 (paragraphs 1 to 3) of the Lake Pact", "art_6__para_1,art_6__para_2,art_6__para_3",
         "lake-pact"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

/* Short names, bills, the newest of several, and what brackets stand behind. */
static void test_who_is_called_so(void **state) {
    (void)state;
    static const row rows[] = {
        {"The Oil Pact holds. The Agreement on Lamps, made by Orva and Vend in 1998 (the “1998 BIT”), does "
         "not. "
         "Article 5 of the 1998 BIT ends it.",
         "Article 5 of the 1998 BIT", "art_5", "agreement-on-lamps"},
        {"Vend left the Convention on the Lamps of the Bay (Orsk, 1994; hereafter ‘the Bay Convention’ or "
         "‘CLB’). The Oil Pact stays. Article 21 CLB is clear.",
         "Article 21 CLB", "art_21", "convention-on-the-lamps-of-the-bay"},
        {"Crimes stand in Article 3 of the Lamp Treaty and in the First Schedule.", "First Schedule",
         "schedule_1", "lamp-treaty"},
        {"Article 23 of the Lamp Treaty keeps Part Three for later.", "Part Three", "part_3", "lamp-treaty"},
        {"The Lamp Treaty is out. UNCLOS, Article 211 (3), which counsel named, is on ports.",
         "UNCLOS, Article 211 (3)", "art_211__para_3", "unclos"},
        {"The Council adopted resolution 3140 (2034). Resolution 3117 (2033) added oil. Paragraph 7 of the "
         "new "
         "resolution bans it.",
         "Paragraph 7 of the new resolution", "para_7", "s-res-3140-2034"},
        {"The Council adopted resolution 3140 (2034). According to paragraph 4 of Monday's resolution, it "
         "ends.",
         "paragraph 4 of Monday's resolution", "para_4", "s-res-3140-2034"},
        {"The Convention on Oil was signed in 1974. The Treaty of Orva drew the line. Article 6 of the old "
         "treaty is on lamps.",
         "Article 6 of the old treaty", "art_6", "treaty-of-orva"},
        {"The Lamp Treaty takes effect at once (Article 8) and is registered under Article 102 of the UN "
         "Charter (Article 11).",
         "Article 11", "art_11", "lamp-treaty"},
        {"The Lamps Bill carries out the Lamp Treaty. In section 22 of the Oil Act 1961 words are changed. "
         "Clause 6 is new.",
         "Clause 6", "cl_6", "lamps-bill"},
        {"Article 20 of the Lamp Treaty does not replace the Oil Pact, but Article 21 says which comes "
         "first.",
         "Article 21", "art_21", "lamp-treaty"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
    static const row recital = {
        "AGREEMENT ON LAMPS\n\nRecalling the second paragraph of Article 14 as well as "
        "Article 15 of the Oil Convention,\n\nHave agreed as follows:\n\nArticle "
        "1\n\nLamps are lit.\n\nArticle 2\n\nParagraph 3 of the said Article 9 of the "
        "Oil Convention ends.",
        "second paragraph of Article 14", "art_14__para_2", "oil-convention"};
    check(&recital, PACTA_FORM_TREATY);
}

/* Where only a part of its name, or of a text, tells which instrument it is. */
static void test_named_in_part(void **state) {
    (void)state;
    static const row rows[] = {
        {"The Optional Protocol to the Convention on Lamps was signed. Article 3 of the Convention bans oil.",
         "Article 3 of the Convention", "art_3", "convention-on-lamps"},
        {"The Optional Protocol to the International Covenant on Civil and Political Rights binds Orva. "
         "Article "
         "9 of the Covenant bans it.",
         "Article 9 of the Covenant", "art_9", "iccpr"},
        {"Rule 31 of the Standing Orders is short.", "Rule 31 of the Standing Orders", "rule_31",
         "standing-orders"},
        {"Under rule 9 of the rules of procedure it ended.", "rule 9 of the rules of procedure", "rule_9",
         "rules-of-procedure"},
        {"Section 12A of the Lamps Act, 1974 was read out. Section 14 of the Act was not.",
         "Section 14 of the Act", "sec_14", "lamps-act-1974"},
        {"Regulation (LBU) No 7/2024 is new. Article 6 of that Regulation is old.",
         "Article 6 of that Regulation", "art_6", "regulation-lbu-no-7-2024"},
        {"Goods follow Protocol 3 to the Agreement on Oil. Article 60 of the Lamp Treaty differs. Article "
         "6(1) "
         "of the Protocol is mild.",
         "Article 6(1) of the Protocol", "protocol_3__art_6__para_1", "agreement-on-oil"},
        {"See Protocol 3, Annex II, to the Agreement on Oil.", "Protocol 3, Annex II", "protocol_3__annex_2",
         "agreement-on-oil"},
        {"The Tribunal recalls paragraph 97 above and Article 5 of the Lamp Treaty.", "paragraph 97 above",
         "para_97", "this"},
        {"Article 5 of the Lamp Treaty is told in Annex A to this report.", "Annex A to this report",
         "annex_a", "this"},
        {"They cite resolution 3314 (XXIX) of the General Assembly.",
         "resolution 3314 (XXIX) of the General Assembly", "", "a-res-3314-xxix"},
        {"Article 4 of the Lamp Treaty is old. Orva cites Article 4. Vend does not.\n\nOil burns.\n\nOil is "
         "dear.\n\nOil is sold.\n\nMost begin with Article 51 of the UN Charter, on which Article 4 was "
         "built.",
         "Article 4", "art_4", "lamp-treaty"},
        {"article one hundred and one of UNCLOS, that is", "article one hundred and one of UNCLOS", "art_101",
         "unclos"},
        {"article seventy-three, paragraph one, of UNCLOS", "article seventy-three, paragraph one, of UNCLOS",
         "art_73__para_1", "unclos"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
    static const row decision = {
        "Conference of the Parties to the Convention on the Lamps of the Bay\n\nDecision "
        "V/14\n\nThe Conference of the Parties,\n\nRecalling its decisions III/7 and "
        "IV/11,\n\n1. Decides to act under Article 9 of the Convention;\n\n2. Adopts it.\n",
        "Article 9 of the Convention", "art_9", "convention-on-the-lamps-of-the-bay"};
    check(&decision, PACTA_FORM_TREATY);
    const row second = {decision.text, "IV/11", "", "decision-iv-11"};
    check(&second, PACTA_FORM_TREATY);
}

static const char COMPACT[] =
    "LAMP COMPACT\n\n"
    "ARTICLE I\nLamps\n\n"
    "A. Each State may light:\n\n1. two lamps, of which\n\n(a) one is red; and\n\n(b) one is white;\n\n"
    "2. no fire.\n\n"
    "B. Oil is shared as paragraph A of this Article says. See Article V.C.2 of the Oil Pact.\n\n"
    "C. A State that breaks the preceding paragraph pays. The price under this paragraph is that of "
    "Article I.A.1.(a).\n\n"
    "ARTICLE II\nDues\n\n"
    "Section 2.01. Dues follow Section 3.02(b) of this Compact and the two foregoing Articles.\n\n"
    "ARTICLE III\nOil\n\n"
    "Section 3.01. Oil is dear.\n\nSection 3.02. Each State shall:\n\n(a) buy oil;\n\n(b) sell it.\n\n"
    "ARTICLE IV\nOther texts\n\n"
    "The Oil Pact is amended as follows:\n\n(a) Article 6 is deleted;\n\n(b) in Article 9(2), the word "
    "\"oil\" is deleted.\n\n"
    "ARTICLE V\nForce\n\nArticles the First and the Second, and paragraphs B and C of Article I, begin at "
    "once.\n";

static void test_levels_of_capital_letters(void **state) {
    (void)state;
    static const row rows[] = {
        {COMPACT, "paragraph A of this Article", "art_1__point_a", "this"},
        {COMPACT, "Article V.C.2 of the Oil Pact", "art_5__point_c__point_2", "oil-pact"},
        {COMPACT, "preceding paragraph", "art_1__point_b", "this"},
        {COMPACT, "this paragraph", "art_1__point_c", "this"},
        {COMPACT, "Article I.A.1.(a)", "art_1__point_a__point_1__point_a", "this"},
        {COMPACT, "Section 3.02(b) of this Compact", "art_3__sec_3.02__point_b", "this"},
        {COMPACT, "Article 6", "art_6", "oil-pact"},
        {COMPACT, "Article 9(2)", "art_9__para_2", "oil-pact"},
        {COMPACT, "Articles the First and the Second", "art_1,art_2", "this"},
        {COMPACT, "paragraphs B and C of Article I", "art_1__point_b,art_1__point_c", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static const char SUBDIVIDED[] =
    "LAMP PACT\n\nArticle 1\n\nOil\n\nA. At sea\n\n1. Subject to paragraph 3 of this Article, no oil is "
    "sold.\n\n"
    "2. Oil may be moved under paragraph 1.\n\n3. It is dear.\n\nB. On land\n\n1. It is cheap.\n\n"
    "Article 2\n\nLamps\n\n2.1 Under Rule 20.2c), Rule 20.3b)(i) and Article 1bis.4(c) of the Oil Pact lamps "
    "burn.\n\n2.2 They burn at S 20.0.\n";

static void test_where_print_differs(void **state) {
    (void)state;
    static const row rows[] = {
        {SUBDIVIDED, "paragraph 3 of this Article", "art_1__point_a__point_3", "this"},
        {SUBDIVIDED, "paragraph 1", "art_1__point_a__point_1", "this"},
        {SUBDIVIDED, "Rule 20.2c)", "rule_20.2__point_c", "oil-pact"},
        {SUBDIVIDED, "Article 1bis.4(c) of the Oil Pact", "art_1bis__para_4__point_c", "oil-pact"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    size_t count;
    (void)extract(SUBDIVIDED, PACTA_FORM_TREATY, &count);
    assert_int_equal(count, 5); /* and no section 20.0 */
}

static const char LETTER[] =
    "Orsk, 3 May 2031\n\nMadam,\n\nI have the honour to refer to the Agreement on Oil (hereinafter \"the "
    "Agreement\") and to propose that it be amended as follows:\n\n"
    "1. Article 3 of the Agreement shall be deleted.\n\n"
    "2. The dues of Annex I to this letter replace those of Article 9 of the Agreement, and paragraph 1 "
    "above "
    "begins at once.\n\nAda Lund\n";

static void test_letters_of_their_own(void **state) {
    (void)state;
    static const row rows[] = {
        {LETTER, "Annex I to this letter", "annex_1", "this"},
        {LETTER, "paragraph 1 above", "para_1", "this"},
        {LETTER, "Article 9 of the Agreement", "art_9", "agreement-on-oil"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static void test_several_instruments(void **state) {
    (void)state;
    static const row rows[] = {
        {"Articles 3 of the Lamp Convention and 5 of the Lamp Protocol were read.",
         "Articles 3 of the Lamp Convention and 5 of the Lamp Protocol", "art_3,art_5@lamp-protocol",
         "lamp-convention"},
        {"Article 7 of the Lamp Convention and of the Lamp Protocol is on tides.",
         "Article 7 of the Lamp Convention and of the Lamp Protocol", "art_7,art_7@lamp-protocol",
         "lamp-convention"},
        {"Articles 5 and 6 respectively of the Lamp Convention and the Oil Convention agree.",
         "Articles 5 and 6 respectively of the Lamp Convention and the Oil Convention",
         "art_5,art_6@oil-convention", "lamp-convention"},
        {"Common Article 3 of the Geneva Conventions binds every side.",
         "Common Article 3 of the Geneva Conventions", "art_3@gc-i,art_3@gc-ii,art_3@gc-iii,art_3@gc-iv",
         "geneva-conventions"},
        {"Articles 50, 51, 130 and 147 respectively of the four Geneva Conventions list them.",
         "Articles 50, 51, 130 and 147 respectively of the four Geneva Conventions",
         "art_50@gc-i,art_51@gc-ii,art_130@gc-iii,art_147@gc-iv", "geneva-conventions"},
        {"Articles 3 of the Lamp Convention and 5 of its members were read.",
         "Articles 3 of the Lamp Convention", "art_3", "lamp-convention"},
        {"The UN Charter (Article 51) and the NPT (Art. X.1) allow two exits.", "Art. X.1", "art_10__para_1",
         "npt"},
        {"Under the UN Charter and under the ICCPR, in particular Article 2, they report.", "Article 2",
         "art_2", "iccpr"},
        {"The regulation is regulation 14 of MARPOL Annex VI.", "regulation 14 of MARPOL Annex VI",
         "annex_6__reg_14", "marpol"},
        {"It was Article 5 of NATO's founding treaty.", "Article 5 of NATO's founding treaty", "art_5",
         "nato-1949"},
        {"The Lamp Treaty holds. She wrote Article 3 of her memoir there.", "Article 3", "art_3", NULL},
        {"See Article 36 of the Lamp Treaty, but Article 31 of her memoir is longer.", "Article 31", "art_31",
         NULL},
        {"The Lamp Act 1998 holds. The Second Schedule to that Act is new.", "Second Schedule to that Act",
         "schedule_2", "lamp-act-1998"},
        {"The Oil Pact has an Article 9. The Lamp Treaty is short; its Article 12 is long.", "Article 12",
         "art_12", "lamp-treaty"},
        {"NATO met in Brussels. \"Article 5 was never in doubt,\" its chief said.", "Article 5", "art_5",
         "nato-1949"},
        {"UNCLOS and the Vienna Convention on Diplomatic Relations were cited. Judges read Article 110 of "
         "the "
         "Convention.",
         "Article 110 of the Convention", "art_110", "unclos"},
        {"The Lamp Treaty holds, all of it. The Oil Treaty is younger. Article 12 of the Oil Treaty speaks "
         "of "
         "six months, Article 13 of nine. They may ask under Article 22.",
         "Article 22", "art_22", "oil-treaty"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

static void test_numbers_of_resolutions_and_acts(void **state) {
    (void)state;
    static const row rows[] = {
        {"Security Council resolution 1718 (2006) stands.", "Security Council resolution 1718 (2006)", "",
         "s-res-1718-2006"},
        {"Security Council resolutions 1718 (2006) and 2397 (2017) stand.", "2397 (2017)", "",
         "s-res-2397-2017"},
        {"S/RES/2397 (2017) stands.", "S/RES/2397 (2017)", "", "s-res-2397-2017"},
        {"General Assembly resolution 2625 (XXV) stands.", "General Assembly resolution 2625 (XXV)", "",
         "a-res-2625-xxv"},
        {"Paragraph 139 of resolution 60/1 stands.", "Paragraph 139 of resolution 60/1", "para_139",
         "a-res-60-1"},
        {"Council Regulation (EC) No 2201/2003 stands.", "Council Regulation (EC) No 2201/2003", "",
         "celex-32003r2201"},
        {"Article 18 of the 1969 Vienna Convention on the Law of Treaties stands.",
         "Article 18 of the 1969 Vienna Convention on the Law of Treaties", "art_18", "vclt-1969"},
        {"Article 7 of the U.N. Watercourses Convention stands.",
         "Article 7 of the U.N. Watercourses Convention", "art_7", "watercourses-1997"},
        {"Article 5, clauses (a) and (c), of the Lamp Treaty stand.",
         "Article 5, clauses (a) and (c), of the Lamp Treaty", "art_5__point_a,art_5__point_c",
         "lamp-treaty"},
        {"Section 4 of the Lamps (Oil) Act 2019 stands.", "Section 4 of the Lamps (Oil) Act 2019", "sec_4",
         "lamps-oil-act-2019"},
        {"Section 4 of the Treaties (Oil) Act stands.", "Section 4 of the Treaties (Oil) Act", "sec_4",
         "treaties-oil-act"},
        {"Article 4(2) of Directive 95/46/EC stands.", "Article 4(2) of Directive 95/46/EC", "art_4__para_2",
         "celex-31995l0046"},
        {"Assembly resolutions 84/11 of 4 December 2029 and 87/140 of 16 May 2032 stand.", "87/140", "",
         "a-res-87-140"},
        {"U.N. Security Council resolution 1718 (2006) stands.",
         "U.N. Security Council resolution 1718 (2006)", "", "s-res-1718-2006"},
        {"The second and third preambular paragraphs of resolution 60/1 stand.",
         "second and third preambular paragraphs of resolution 60/1", "rec_2,rec_3", "a-res-60-1"},
        {"Paragraph 2 of decision 1/CP.21 stands.", "Paragraph 2 of decision 1/CP.21", "para_2",
         "decision-1-cp-21"},
        {"Decisions 3/CP.7 and 6/CP.8 stand.", "6/CP.8", "", "decision-6-cp-8"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

static void test_what_only_looks_like_one(void **state) {
    (void)state;
    static const char *const texts[] = {
        "She sold an article of clothing.",
        "Seats in Sections 101 to 118 of the east stand cost more. The Lamp Treaty is old. The Section 7 "
        "band "
        "played, and in Section 112 they ate.",
        "The Lamp Treaty is old. An article 12 paragraphs long says so, as a treaty's opening words do.",
        "The Lamp Treaty counts on a pull of 9.81 m/s 2 at sea.",
        "He wrote an article 5 pages long.",
        "The Section editor kept the rule of law.",
        "Part two of this series runs tomorrow.",
        "Part of the wall fell, and they will part ways.",
        "The path has six parts. Part 1 starts behind the inn of the Lamp Treaty.",
        "My rule 1 is never to ask, and rule 2 is soup.",
        "The clerk cites article L. 551-1, and articles R. 110-2 and L. 12 of the code.",
        "Under the articles of association, three directors may sign.",
        "I never read past the first article.",
        "She signed the Lamp Treaty. Her first article, on cats, was long. The second article was not.",
        "This article was amended on Monday.",
        "She owns five titles. One was sold.",
        "They lost by 12 points to 24 in the rain.",
        "Of all the books I read, this is the best.",
        "Part II. Final Clauses\n\nThe Lamp Treaty has an end.",
        "Our form still names the Barge Rules 1986 as amended.",
        "She sat with the fans in Section C of the East Stand.",
        "The Lamp Treaty is short. A preamble creates no rights.",
        "The Lamp Treaty is short. The yard has Chapter 11 bankruptcy protection.",
        "The Lamp Treaty is short. That is the part I hate.",
        "The Lamp Treaty is short. For my part I would sign.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count;
        extract(texts[i], PACTA_FORM_PRESS, &count);
        if (count != 0)
            fail_msg("made up in: %s", texts[i]);
    }
}

static const char TREATY[] =
    "CONVENTION ON LAMPS\n\n"
    "Recalling the Treaty of Orva (hereinafter \"the Orva Treaty\"),\n\n"
    "Have agreed as follows:\n\n"
    "Article 1\n\n"
    "1. Lamps shall be lit.\n\n"
    "2. Paragraph 1 applies as provided in Article 2 (1) (b) and in this Article.\n\n"
    "Article 2\n\n"
    "1. Each Party shall:\n\n"
    "(a) buy oil; and\n\n"
    "(b) trim wicks under the preceding paragraph or subparagraph (a).\n\n"
    "2. The preceding paragraph and Article 4 of the Orva Treaty shall apply.\n\n"
    "3. Article 9 of this Convention shall apply.\n";

/* Points that are printed .1 and .2, one list in the other. */
static const char DOTTED[] =
    "ACCORD ON LAMPS AT SEA\n\nRegulation 4\nSurveys\n\n1. Ships shall be surveyed:\n\n"
    ".1 before the lamp is lit;\n\n.2at its renewal, when:\n\n.1 the glass is cleaned; or\n\n"
    ".2 the wick is cut; and\n\n.3 at the end.\n\n2. The surveys of paragraph 1.2.1, which regulation "
    "4.1.3 and paragraph 1.2 of this regulation name, are made by:\n\n.1. an officer, unless regulation "
    "5b) says otherwise; or\n\n.2. a master.\n\nRegulation 5\nPapers\n\na) They are kept.\n\nb) They "
    "are shown.\n";

static void test_points_behind_dots(void **state) {
    (void)state;
    static const row rows[] = {
        {DOTTED, "paragraph 1.2.1", "reg_4__para_1__point_2__point_1", "this"},
        {DOTTED, "regulation 4.1.3", "reg_4__para_1__point_3", "this"},
        {DOTTED, "paragraph 1.2 of this regulation", "reg_4__para_1__point_2", "this"},
        {DOTTED, "regulation 5b)", "reg_5__point_b", "this"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count;
        check(&rows[i], PACTA_FORM_TREATY);
        const pacta_reference *references = pacta_references(document, &count);
        for (size_t r = 0; r < count; r++)
            assert_int_equal(references[r].resolution, PACTA_INTERNAL);
    }
}

static void test_inside_a_treaty(void **state) {
    (void)state;
    static const row rows[] = {
        {TREATY, "Paragraph 1", "art_1__para_1", "this"},
        {TREATY, "Article 2 (1) (b)", "art_2__para_1__point_b", "this"},
        {TREATY, "this Article", "art_1", "this"},
        {TREATY, "subparagraph (a)", "art_2__para_1__point_a", "this"},
        {TREATY, "preceding paragraph", "art_2__para_1", "this"},
        {TREATY, "Article 4 of the Orva Treaty", "art_4", "treaty-of-orva"},
        {TREATY, "Article 9 of this Convention", "art_9", "this"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (i != 4) /* the first of that name has nothing before it */
            check(&rows[i], PACTA_FORM_TREATY);
    size_t count, diagnostics, provisions;
    const pacta_reference *references = extract(TREATY, PACTA_FORM_TREATY, &count);
    pacta_provisions(document, &provisions);
    for (size_t i = 0; i < count; i++)
        for (uint32_t t = 0; t < references[i].target_count; t++)
            if (references[i].resolution == PACTA_INTERNAL)
                assert_true(references[i].targets[t].provision < provisions);
    assert_int_equal(references[count - 1].resolution, PACTA_DANGLING);
    const pacta_diagnostic *told = pacta_diagnostics(document, &diagnostics);
    assert_true(diagnostics > 0);
    assert_int_equal(told[diagnostics - 1].code, PACTA_D_DANGLING_REFERENCE);
}

/* What is cited by less than its whole address. */
static const char SHORTLY[] =
    "ACCORD ON LAMPS\n\n"
    "Article 1\n\n"
    "A. Lamps are lit.\n\n"
    "B. They are:\n\n"
    "(1) paid for; and\n\n"
    "(2) cleaned, subject to section A of this article.\n\n"
    "Article 2\n\n"
    "1. Oil shall be:\n\n"
    "(a) clean; and\n\n"
    "(b) dear.\n\n"
    "2. It shall burn.\n\n"
    "Article 3\n\n"
    "Section B (1) of Article 1 and Article 2, subparagraph (b), bind all. With reference to "
    "Article 2: what paragraph 2 says is plain.\n";

static const char CONTENTS[] =
    "ACCORD ON LAMPS\n\nPreamble .......... 1\n\nArticle 1: Lamps .......... 1\n\nArticle 2: Wicks "
    ".......... 2\n\n"
    "Article 3: Oil .......... 3\n\nArticle 1: Lamps\n\nThey are lit as Article 3 says.\n\n"
    "Article 2: Wicks\n\nThey are trimmed.\n\nArticle 3: Oil\n\nIt burns.\n";
static const char NUMBERED[] =
    "MEMORANDUM ON LAMPS\n\nThe Parties agree as follows:\n\n1. Lamps\n\n1.1 Lamps are lit.\n\n"
    "2. Oil\n\n2.1 Clause 1.1 binds all.\n";

static const char LETTERED[] =
    "ACCORD ON LAMPS\n\nArticle 1\n\n1. The lamps are:\n\n(a) those at sea; and\n\n(b) those in harbours.\n\n"
    "2. Paragraph 1a does not apply to rafts, and paragraph 1b does.\n";

static void test_contents_are_no_references(void **state) {
    (void)state;
    size_t count;
    extract(CONTENTS, PACTA_FORM_TREATY, &count);
    assert_int_equal(count, 1);
}

static void test_short_addresses(void **state) {
    (void)state;
    static const row rows[] = {
        {SHORTLY, "section A of this article", "art_1__point_a", "this"},
        {SHORTLY, "Section B (1) of Article 1", "art_1__point_b__point_1", "this"},
        {SHORTLY, "Article 2, subparagraph (b)", "art_2__para_1__point_b", "this"},
        {SHORTLY, "paragraph 2", "art_2__para_2", "this"},
        {NUMBERED, "Clause 1.1", "para_1.1", "this"},
        {LETTERED, "Paragraph 1a", "art_1__para_1__point_a", "this"},
        {LETTERED, "paragraph 1b", "art_1__para_1__point_b", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static const char ARTICLES[] = "ACCORD ON LAMPS\n\n"
                               "Article 1\n\n"
                               "1. One.\n\n"
                               "2. Two.\n\n"
                               "3. The preceding paragraphs bind all.\n\n"
                               "4. So does the last paragraph of Article 2, and subparagraphs a) and b).\n\n"
                               "Article 2\n\n"
                               "1. Three.\n\n"
                               "2. Under Article 29 and Article 31, paragraph 1, of the Vienna Convention on "
                               "Diplomatic Relations, they are free.\n\n"
                               "3. Subject to paragraph 1, a lamp may be lit.\n\n"
                               "Article 3\n\n"
                               "Paragraph 2 of Article 4 of the Oil Pact and paragraph 3 of that Article "
                               "apply, and Article 12 (Wicks) of the Oil Pact, and section 9 of Part III.\n";

static const char ANNEXED[] =
    "ACCORD ON LAMPS\n\n"
    "Guided by the Charter of the United Nations, and by Article 1, paragraph 3, thereof,\n\n"
    "Article 1\n\n"
    "1. The Annex forms part of this Accord. Paragraph 2 thereof may change, and the Schedule is a list.\n\n"
    "2. Under the Charter of the United Nations and Article 2, paragraph 1, hereof, points i to iii of "
    "paragraph 3 of Article 2, and paragraph 1 of the Annex, they are free.\n\n"
    "Article 2\n\n"
    "1. Articles I through III of the Oil Pact bind all, as they stand in this Annex.\n\n"
    "PART FOUR. FINAL CLAUSES\n\n"
    "ANNEX\n\n"
    "1. Lamps.\n\n"
    "2. Wicks.\n";

/* What a text says at its beginning holds behind a hundred names, too. */
static void test_members_named_long_before(void **state) {
    (void)state;
    static char text[8000] =
        "PROTOCOL TO THE GENEVA CONVENTIONS\n\nArticle 1\n\nIt is one to the Geneva Conventions.\n\n";
    for (unsigned i = 2; i < 120; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "Article %u\n\nThe Lamp Treaty binds.\n\n",
                 i);
    snprintf(text + strlen(text), sizeof text - strlen(text),
             "Article 120\n\nArticle 27 of the Second Convention shall apply.\n");
    const row rows[] = {{text, "Article 27 of the Second Convention", "art_27", "gc-ii"}};
    CHECK(rows, PACTA_FORM_TREATY);
}

static void test_texts_that_are_enclosed(void **state) {
    (void)state;
    static const row rows[] = {
        {"EXCHANGE OF LETTERS ON LAMPS\n\nSir, I propose the agreement in the Appendix. Article 2 of the "
         "said "
         "Agreement is new.\n\nAppendix\n\nAgreement on Lamps\n\nArticle 1\n\nAll lamps, as defined in "
         "Article 2 "
         "of this Agreement, shall be lit.\n\nArticle 2\n\n1. A lamp is a light.\n\n2. A wick is none.",
         "Article 2 of this Agreement", "appendix__art_2", "this"},
        {"ACCORD ON LAMPS\n\nArticle 1\n\n1.1 Lamps burn.\n\n1.2 Article 2, paragraph 2, binds "
         "both.\n\nArticle 2\n\n2.1 Oil burns.\n\n2.2 Wicks burn.",
         "Article 2, paragraph 2", "art_2__para_2.2", "this"},
        {"ACCORD ON LAMPS\n\nArticle 1\n\nThe term \"Directive\" means Directive 2003/48/EC on "
         "nets.\n\nArticle "
         "2\n\nIt shall be as the revised Directive 77/799/EEC says. It follows Article 17 of the "
         "Directive.\n\nAnnex\n\nAll that is known under this Directive shall be kept.",
         "Article 17 of the Directive", "art_17", "celex-32003l0048"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static void test_an_annex_of_no_number(void **state) {
    (void)state;
    static const row rows[] = {
        {ANNEXED, "Article 1, paragraph 3, thereof", "art_1__para_3", "un-charter"},
        {ANNEXED, "Annex", "annex", "this"},
        {ANNEXED, "Paragraph 2 thereof", "annex__para_2", "this"},
        {ANNEXED, "Article 2, paragraph 1, hereof", "art_2__para_1", "this"},
        {ANNEXED, "points i to iii of paragraph 3 of Article 2",
         "art_2__para_3__point_i,art_2__para_3__point_ii,art_2__para_3__point_iii", "this"},
        {ANNEXED, "paragraph 1 of the Annex", "annex__para_1", "this"},
        {ANNEXED, "this Annex", "annex", "this"},
        {ANNEXED, "Articles I through III of the Oil Pact", "art_1,art_2,art_3", "oil-pact"},
        {"Pact on Lamps\n\nArticle 1\n\nOil is oil.\n\nANNEX II\n\n1. For the purposes of this annex, oil is "
         "fuel.\n",
         "this annex", "annex_2", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    size_t count;
    const pacta_reference *references = extract(ANNEXED, PACTA_FORM_TREATY, &count);
    for (size_t i = 0; i < count; i++) { /* neither the Schedule, which is not there, nor clauses */
        assert_true(strcmp(references[i].targets[0].eid, "schedule") != 0);
        assert_true(strncmp(references[i].targets[0].eid, "cl_", 3) != 0);
    }
}

static void test_what_a_treaty_says_of_itself_and_others(void **state) {
    (void)state;
    static const row rows[] = {
        {ARTICLES, "preceding paragraphs", "art_1__para_1,art_1__para_2", "this"},
        {ARTICLES, "last paragraph of Article 2", "art_2__para_3", "this"},
        {ARTICLES, "subparagraphs a) and b)", "art_1__point_a,art_1__point_b", "this"},
        {ARTICLES, "Article 29", "art_29", "vcdr-1961"}, /* there is none here */
        {ARTICLES, "paragraph 1", "art_2__para_1", "this"},
        {ARTICLES, "paragraph 3 of that Article", "art_4__para_3", "oil-pact"},
        {ARTICLES, "Article 12 (Wicks) of the Oil Pact", "art_12", "oil-pact"},
        {ARTICLES, "section 9 of Part III", "part_3__sec_9", "oil-pact"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

/* An order is in paragraphs: a bare article is of what it is about. */
static void test_a_text_in_paragraphs(void **state) {
    (void)state;
    static const char ORDER[] =
        "ORDER OF 3 MAY 2031\n\n"
        "1. Orla asks for a lamp under Article 29 of the Oil Pact.\n\n"
        "2. Neither has made a reservation to Article 30, as paragraph 1 says of this Order.\n";
    static const row rows[] = {
        {ORDER, "Article 30", "art_30", "oil-pact"},
        {ORDER, "paragraph 1", "para_1", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static const char CHAPTERS[] =
    "ACCORD ON LAMPS\n\n"
    "Recalling the Charter of the United Nations and paragraph 4 of its Article 2,\n\n"
    "Have agreed as follows:\n\n"
    "CHAPTER 3\nPORTS\n\n"
    "Article 3.1\n\n"
    "1. Lamps are (i) white, (ii) red or (iii) green. Those of points (i) and (iii) count.\n\n"
    "2. Each Party shall:\n\n"
    "(a) buy oil;\n\n"
    "(b) trim wicks.\n\n"
    "3. Ports move from Appendix II to Appendix I as point (b) of Article 3.1, paragraph 2, says, and the "
    "same "
    "Article binds the Council of Article 9.2.\n\n"
    "Article 3.2\n\n"
    "Articles XIV and XV of the Oil Pact apply. The chapeau of Article XIV does not.\n\n"
    "Dues are those of Article 12 of the Regulations of the Port of Orla.\n\n"
    "(L.S.) S. R. Vend\n";

static void test_chapters_of_a_treaty(void **state) {
    (void)state;
    static const row rows[] = {
        {CHAPTERS, "paragraph 4 of its Article 2", "art_2__para_4", "un-charter"},
        {CHAPTERS, "points (i) and (iii)", "art_3.1__para_1__point_i,art_3.1__para_1__point_iii", "this"},
        {CHAPTERS, "Appendix II", "appendix_2", "this"},
        {CHAPTERS, "Appendix I", "appendix_1", "this"},
        {CHAPTERS, "point (b) of Article 3.1, paragraph 2", "art_3.1__para_2__point_b", "this"},
        {CHAPTERS, "same Article", "art_3.1", "this"},
        {CHAPTERS, "Article 9.2", "art_9.2", "this"},
        {CHAPTERS, "chapeau of Article XIV", "art_14__intro", "oil-pact"},
        {CHAPTERS, "Article 12 of the Regulations of the Port of Orla", "art_12",
         "regulations-of-the-port-of-orla"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    size_t count;
    extract(CHAPTERS, PACTA_FORM_TREATY, &count);
    assert_int_equal(count, 10); /* and nobody's initials */
}

static const char PROTOCOLS[] = "TREATY ON LAMPS\n\n"
                                "Article 1\n\n"
                                "The Parties shall pay.\n\n"
                                "Done at Orla.\n\n"
                                "Protocol on oil\n\n"
                                "Article 1\n\n"
                                "1. Oil is free.\n\n"
                                "Protocol on wicks\n\n"
                                "Article 1\n\n"
                                "1. Wicks are free.\n\n"
                                "2. Article 1 of this Protocol and Article 1 of this Treaty bind.\n";

/* A document's own numbers tell what "1a", a misread l and "Clause 1.1" mean in it. */
static void test_what_its_own_numbers_tell(void **state) {
    (void)state;
    static const char ACCORD[] =
        "ACCORD ON LAMPS\n\nArticle 1\n\n1. The Parties shall sing:\n\n(a) loud;\n\n(b) low.\n\n"
        "2. The Parties shall row.\n\nArticle 2\n\nParagraph 1a of Article 1 and Article 1(1b) apply, and so "
        "does paragraph l of Article 1.\n";
    static const char CONTRACT[] =
        "LAMP AGREEMENT\n\n1. Lamps\n\n1.1 The Parties shall sing:\n\n(a) loud;\n\n(b) low.\n\n"
        "1.2 Clause 1.1 (a) applies.\n\n2. Oars\n\n2.1 Clause 1.2 applies.\n";
    static const row rows[] = {
        {ACCORD, "Paragraph 1a of Article 1", "art_1__para_1__point_a", "this"},
        {ACCORD, "Article 1(1b)", "art_1__para_1__point_b", "this"},
        {ACCORD, "paragraph l of Article 1", "art_1__para_1", "this"},
        {CONTRACT, "Clause 1.1 (a)", "para_1.1__point_a", "this"},
        {CONTRACT, "Clause 1.2", "para_1.2", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static void test_attached_protocols(void **state) {
    (void)state;
    static const row rows[] = {
        {PROTOCOLS, "Article 1 of this Protocol", "protocol_2__art_1", "this"},
        {PROTOCOLS, "Article 1 of this Treaty", "art_1", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static const char AMENDMENT[] =
    "PROTOCOL AMENDING THE LAMP CONVENTION\n\n"
    "Article 1\n\n"
    "Article 10 of the Lamp Convention is replaced by the following:\n\n"
    "\"Article 10\n\n"
    "1. Lamps shall be lit.\n\n"
    "2. A person under paragraph 1 of this Article or Article 4 shall trim them.\"\n";

static const char CHAPTER[] =
    "PROTOCOL AMENDING THE LAMP AGREEMENT\n\n"
    "Article 1\n\n"
    "Chapter 2 of the Agreement is deleted and replaced by:\n\n"
    "\"CHAPTER 2\n\n"
    "Article 10\n\n"
    "1. Lamps shall be lit.\n\n"
    "2. A person under paragraph 1 of this Article shall trim them.\"\n\n"
    "Article 2\n\n"
    "1. Subject to paragraph 2 of this Article, this Protocol shall be ratified.\n\n"
    "2. It ends in May.\n";

static void test_replacement_text(void **state) {
    (void)state;
    static const row rows[] = {
        {AMENDMENT, "paragraph 1 of this Article", "art_10__para_1", "lamp-convention"},
        {AMENDMENT, "Article 4", "art_4", "lamp-convention"},
        {"Agreement on Lamps\n\nArticle 1\n\n\xC2\xA7 1 Lamps burn:\n\na) oil;\n\nb) wax.\n\n\xC2\xA7 2 A "
         "keeper may choose under \xC2\xA7 1 b).\n\nArticle 2\n\nNo other lamp burns.",
         "\xC2\xA7 1 b)", "art_1__para_1__point_b", "this"},
        {"Protocol Amending the Lamp Convention\n\nThe Parties, noting Annex II to the Lamp Convention, have "
         "agreed as follows:\n\nArticle 1\nAmendments to Article 2\n\nOil shall burn.\n\nArticle 2\nNew "
         "Article 7 bis\n\nWicks shall burn.",
         "Article 2", "art_2", "lamp-convention"},
        {"Protocol Amending the Lamp Convention\n\nThe Parties, noting Annex II to the Lamp Convention, have "
         "agreed as follows:\n\nArticle 1\nAmendments to Article 2\n\nOil shall burn.\n\nArticle 2\nNew "
         "Article 7 bis\n\nWicks shall burn.",
         "Article 7 bis", "art_7bis", "lamp-convention"},
        {"Decision on Lamps\n\nThe Council,\n\nNoting the report of the keepers, in particular paragraphs 12 "
         "to 15 thereof,\n\n1. Decides that lamps shall burn.",
         "paragraphs 12 to 15 thereof", "para_12,para_13,para_14,para_15", NULL},
        {CHAPTER, "Chapter 2 of the Agreement", "chp_2", NULL}, /* which is not named */
        {CHAPTER, "paragraph 1 of this Article", "art_10__para_1", NULL},
        {CHAPTER, "paragraph 2 of this Article", "art_2__para_2", "this"},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    size_t count;
    extract(AMENDMENT, PACTA_FORM_TREATY, &count);
    assert_int_equal(count, 3); /* the label inside the quotation is none */
}

/* A target's span holds the words that name it, and lies in the reference. */
static void test_targets_lie_in_their_reference(void **state) {
    (void)state;
    static const char text[] = "See Articles 3, 5 to 7 and 9 (2) of the Lamp Treaty.";
    size_t count;
    const pacta_reference *reference = extract(text, PACTA_FORM_PRESS, &count);
    assert_int_equal(count, 1);
    assert_int_equal(reference->target_count, 5);
    for (uint32_t i = 0; i < reference->target_count; i++) {
        assert_true(reference->targets[i].span.begin >= reference->span.begin);
        assert_true(reference->targets[i].span.end <= reference->span.end);
    }
    char *middle = words_of(text, reference->targets[2].span);
    assert_string_equal(middle, "5 to 7");
    free(middle);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_in_press),
        cmocka_unit_test(test_names_of_instruments),
        cmocka_unit_test(test_bare_numbers),
        cmocka_unit_test(test_long_list),
        cmocka_unit_test(test_lists_and_ranges),
        cmocka_unit_test(test_who_is_spoken_of),
        cmocka_unit_test(test_titles_and_nicknames),
        cmocka_unit_test(test_commentaries),
        cmocka_unit_test(test_figures_and_letters),
        cmocka_unit_test(test_who_is_called_so),
        cmocka_unit_test(test_named_in_part),
        cmocka_unit_test(test_levels_of_capital_letters),
        cmocka_unit_test(test_where_print_differs),
        cmocka_unit_test(test_letters_of_their_own),
        cmocka_unit_test(test_several_instruments),
        cmocka_unit_test(test_numbers_of_resolutions_and_acts),
        cmocka_unit_test(test_what_only_looks_like_one),
        cmocka_unit_test(test_inside_a_treaty),
        cmocka_unit_test(test_points_behind_dots),
        cmocka_unit_test(test_contents_are_no_references),
        cmocka_unit_test(test_short_addresses),
        cmocka_unit_test(test_what_a_treaty_says_of_itself_and_others),
        cmocka_unit_test(test_texts_that_are_enclosed),
        cmocka_unit_test(test_members_named_long_before),
        cmocka_unit_test(test_an_annex_of_no_number),
        cmocka_unit_test(test_a_text_in_paragraphs),
        cmocka_unit_test(test_chapters_of_a_treaty),
        cmocka_unit_test(test_what_its_own_numbers_tell),
        cmocka_unit_test(test_attached_protocols),
        cmocka_unit_test(test_replacement_text),
        cmocka_unit_test(test_targets_lie_in_their_reference),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
