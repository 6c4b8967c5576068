/* Provisions of a document: labels of every setting, items in lines and within
 * them, divisions, annexes; each with its address and heading. */
#include "support.h"

/* A treaty, and its provisions: eids, with headings. */
typedef struct row {
    const char *text, *provisions;
} row;

static const row ROWS[] = {
    {"LAKE PACT\n\nArticle 1\n\n(a) \"Lake'' means water.\n\n(b) \"Ship\" means boat.\n\nArticle 2\n\nIt "
     "binds.\n\nArticle "
     "3\n\n“Oar’’ means blade; \"Sail\" means cloth.",
     "art_1 art_1__point_a art_1__point_b art_2 art_3"},
    {"LAKE PACT\n\n1. It binds.\n\n2. It stays.\n\nI am glad of this.\n\nA. J. FALK\n\nHis Excellency Tor "
     "Lind",
     "para_1 para_2"},
    {"LAKE PACT\n\nArticle 1\n\nA. In winter, no ship shall sail.\n\nB. In summer, all may.",
     "art_1 art_1__point_a art_1__point_b"},
    {"LAKE PACT\n\nArticle 1\nDefinitions\n\n(1) Lake means water;\n\n(2) Ship means boat.\n\nArticle 2. "
     "Scope\n\n1) It binds all.\n2) It binds us.",
     "art_1:Definitions art_1__para_1 art_1__para_2 art_2:Scope art_2__para_1 art_2__para_2"},
    {"LAKE PACT\n\nArticle 1\n\n1. Ships:\n\n.1 sail;\n\n.2row, where:\n\n.1 it is calm; or\n\n.2An "
     "oar is on board; and\n\n.3. land.\n\n2. Boats are:\n\n.1 small.\n\n3. They float.",
     "art_1 art_1__para_1 art_1__para_1__point_1 art_1__para_1__point_2 art_1__para_1__point_2__point_1 "
     "art_1__para_1__point_2__point_2 art_1__para_1__point_3 art_1__para_2 art_1__para_2__point_1 "
     "art_1__para_3"},
    {"LAKE PACT\n\nArticle 1\n\n.1 It binds.\n\n.2 It ends.\n\nArticle 2\n\nIt costs:\n\n.5 crowns a day.",
     "art_1 art_1__para_1 art_1__para_2 art_2"},
    {"LAKE PACT\n\nArticle 1\n\n1. Lake means water.\n\n2. In winter it means ice:\n\n.1 thin; or\n\n"
     ".2 thick.\n\n3.1ship means a boat:\n\n.1 with oars.\n\n3.2 raft means a boat:\n\n.1 of logs.\n\n"
     "3.2 miles off the coast it means neither.",
     "art_1 art_1__para_1 art_1__para_2 art_1__para_2__point_1 art_1__para_2__point_2 art_1__para_3.1 "
     "art_1__para_3.1__point_1 art_1__para_3.2 art_1__para_3.2__point_1"},
    {"LAKE PACT\n\nArticle 1\n\n1.1.1 It binds.\n\n1.1.2 In winter, it does not.\n\n1.1.3 its words stay.",
     "art_1 art_1__para_1.1.1 art_1__para_1.1.2 art_1__para_1.1.3"},
    {"RULES OF THE LAKE\n\nRule 6\nFerries\n\n6.1 Speed\n\n(a) No ferry shall race.\n\nRule 6bis\nRafts\n\n"
     "6bis.1 Lamps\n\n(a) A raft shall bear one.\n\n(b) It shall be lit.\n\n6bis.2 Horns\n\nRule 6bis.1(b) "
     "holds.",
     "rule_6:Ferries rule_6__para_6.1 rule_6__para_6.1__point_a rule_6bis:Rafts rule_6bis__para_6bis.1 "
     "rule_6bis__para_6bis.1__point_a rule_6bis__para_6bis.1__point_b rule_6bis__para_6bis.2"},
    {"LAKE PACT\n\nArticle 1\n\n1.1 The Parties shall pay.\n\n1.2 They shall stay:\n\n(i) now;\n\n(ii) "
     "then;\n\n(iii) always.\n\n1.3 They go.",
     "art_1 art_1__para_1.1 art_1__para_1.2 art_1__para_1.2__point_i art_1__para_1.2__point_ii "
     "art_1__para_1.2__point_iii art_1__para_1.3"},
    {"LAKE PACT\n\nArticle 1\n\nThe Parties shall (a) pay; (b) stay; and (c) ask, unless (i) ill or (ii) "
     "away.\n\nArticle 2\n\nNo (a) here.",
     "art_1 art_1__point_a art_1__point_b art_1__point_c art_1__point_c__point_i art_1__point_c__point_ii "
     "art_2"},
    {"LAKE PACT\n\nChapter One\nScope\n\nARTICLE THE FIRST.\n\nIt binds.\n\nChapter Two\nEnd\n\nARTICLE THE "
     "SECOND.\n\nIt ends.",
     "chp_1:Scope art_1 chp_2:End art_2"},
    {"LAKE PACT\n\nArticle 1\n\nThe right a) to fish; b) in winter, to skate (or walk); and c) of "
     "way.\n\nArticle "
     "2\n\nThe papers are (i) a map, (ii) a list and (iii) in fog, a lamp. Points (i) and (iii), and "
     "paragraph a), "
     "count.",
     "art_1 art_1__point_a art_1__point_b art_1__point_c art_2 art_2__point_i art_2__point_ii "
     "art_2__point_iii"},
    {"LAKE PACT\n\nPART I\nGENERAL\n\nTerms\n\nArticle 1\n\nLake means water.\n\nScope\n\nArticle 2\n\nIt "
     "binds.\n\nEnd\n\n"
     "Article 3\n\nIt ends.",
     "part_1:GENERAL art_1:Terms art_2:Scope art_3:End"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\nArticle 2\n\nIt ends.\n\nDone at Korvin.\n\nPROTOCOL\n\nThe "
     "Parties have "
     "agreed on these words.\n\n1. Lake means water.\n\n2. Ship means boat.",
     "art_1 art_2 protocol protocol__para_1 protocol__para_2"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\nArticle 2\nAnnex\n\nIt counts.\n\nArticle 3\n\nIt "
     "ends.\n\nANNEX\n\n1. Nets.\n\n2. Oars.",
     "art_1 art_2:Annex art_3 annex annex__para_1 annex__para_2"},
    {"Ida Holm to Per Lund.\n\nI have the honour to propose that an Agreement be come to in the following "
     "terms:\xE2\x80\x94\n\n"
     "1. Lamps shall burn.\n\n2. Bells shall ring.\n\nI have the honour to be your servant.",
     "para_1 para_2"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\nANNEX A\nDone at\nArticle 2\n\nIt ends.", "art_1 annex_a"},
    {"LAKE PACT\n\nAIMS AND SCOPE ARTICLE I\n\nIt binds.\n\nCHAPTER 1 THE CLERK'S BOOKS ARTICLE II\n\nHe "
     "writes.\n\nNOTES TO ARTICLE III\n\nThey are few.\n\nARTICLE III\n\nIt ends.",
     "art_1:AIMS AND SCOPE chp_1:THE CLERK'S BOOKS art_2 art_3"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\nArticle 2\n\nArticle 1 (1) of the Oil Pact is void.\n\nArticle "
     "3\n\nSection 2 (a) of Article 1 ends.",
     "art_1 art_2 art_3"},
    {"LAKE PACT\n\nThe Parties have agreed as follows:\n\nSole Article.\n\nIt binds.", "art"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\n2. They:\n\n(a) sail;\n\n(b) row.\n\n3. They rest.\n\nArticle "
     "2\n\n"
     "It ends.\n\n2. Then all is over.",
     "art_1 art_1__para_2 art_1__para_2__point_a art_1__para_2__point_b art_1__para_3 art_2"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\nArticle 2\n\nIt ends.\n\nOPTIONAL PROTOCOL TO THE LAKE "
     "PACT\n\nThe Parties agree.\n\nArticle 1\n\nIt goes on.",
     "art_1 art_2 protocol:TO THE LAKE PACT protocol__art_1"},
    {"LAKE PACT\n\nArticle 1\n\nI. The Council\n\n1. It meets.\n\n2. It votes.\n\nII. The Clerk\n\n3. He "
     "writes.\n\nArticle 2\n\nI. Ships\n\n1. They sail.\n\nII. Boats\n\n1. They row.",
     "art_1 art_1__para_1 art_1__para_2 art_1__para_3 art_2 art_2__point_i art_2__point_i__point_1 "
     "art_2__point_ii art_2__point_ii__point_1"},
    {"LAKE PACT\n\nArticle 1\n\nIt binds.\n\nDone at Korvin.\n\nProtocol on ships\n\nSection I\n\n1. They "
     "sail.\n\nProtocol on boats\n\nSection I\n\n1. They row.",
     "art_1 protocol_1:on ships protocol_1__sec_1 protocol_1__sec_1__para_1 protocol_2:on boats "
     "protocol_2__sec_1 "
     "protocol_2__sec_1__para_1"},
    {"LAKE PACT\n\nArticle 1\n\nA. The Council\n\n1. It meets.\n\n2. It votes.\n\nB. The Clerk\n\n3. He "
     "writes.\n\n4. He "
     "reads.\n\nArticle 2\n\nA. Ships\n\n1. They sail.\n\nB. Boats\n\n1. They row.",
     "art_1 art_1__para_1 art_1__para_2 art_1__para_3 art_1__para_4 art_2 art_2__point_a "
     "art_2__point_a__point_1 "
     "art_2__point_b art_2__point_b__point_1"},
    {"LAKE PACT\n\nChapter One: Aims ............ 1\nArticle 101: Lakes ........... 1\nArticle 102: Ships "
     "............ "
     "2\n\nCHAPTER ONE\nAIMS\n\nArticle 101: Lakes\n\nIt binds all who live on the lakes of the "
     "north.\n\nArticle 102: "
     "Ships\n\nIt binds all who sail on the lakes of the north.",
     "chp_1:AIMS art_101:Lakes art_102:Ships"},
    {"LAKE PACT\n\nArticle 1\n\nThe Parties shall not -\n\n(a) fish;\n\n(b) swim.",
     "art_1 art_1__point_a art_1__point_b"},
    {"LAKE PACT\n\nArticle 1\n\n1. Each Party shall:\n\n(a) go:\n\n(i) now;\n\n(ii) then;\n\n(b) come.\n\n2. "
     "It stays.",
     "art_1 art_1__para_1 art_1__para_1__point_a art_1__para_1__point_a__point_i "
     "art_1__para_1__point_a__point_ii art_1__para_1__point_b art_1__para_2"},
    {"LAKE PACT\n\nArticle 1\n\na. pay;\n\nb. stay.\n\nArticle 2\n\nThe Parties:\n\n- pay;\n\n- stay.",
     "art_1 art_1__point_a art_1__point_b art_2"},
    {"LAKE PACT\n\nArticle 1\n\nThe Parties shall:\n\na.keep the piers;\n\nb.mend the boats;\n\nc.Rest.",
     "art_1 art_1__point_a art_1__point_b art_1__point_c"},
    {"6. The carrier shall pay.\n\n7. It may ask:\n\n(a) the Clerk;\n\n(b) the Board.\n\nArticle 9\n\n1. It "
     "ends.\n\n2. It stays.",
     "para_6 para_7 para_7__point_a para_7__point_b art_9 art_9__para_1 art_9__para_2"},
    {"1. Aims\n\n2. Ends\n\nLAKE PACT\n\nArticle 1\n\nIt binds.\n\nArticle 2\n\nIt ends.", "art_1 art_2"},
    {"LAKE PACT\n\nArt. 1 - Scope\n\nIt binds.\n\nArt. 2 - Ends\n\nIt ends.\n\nArticle 2 bis\n\nIt stays.",
     "art_1:Scope art_2:Ends art_2bis"},
    {"LAKE PACT\n\nTITLE I\nGENERAL\n\nCHAPTER 1\nSCOPE\n\nSection 1\nBoats\n\nArticle 1\n\nIt "
     "binds.\n\nSection 2\nNets\n\nArticle 2\n\nIt ends.\n\nCHAPTER 2\nEND\n\nArticle 3\n\nDone at Korvin.",
     "title_1:GENERAL chp_1:SCOPE chp_1__sec_1:Boats art_1 chp_1__sec_2:Nets art_2 chp_2:END art_3"},
    {"SECURITY COUNCIL\n\nThe Council,\n\n1. Decides to stay;\n\n2. Calls upon all:\n\n(a) To pay;\n\n(b) To "
     "go;\n\n3. Asks.",
     "para_1 para_2 para_2__point_a para_2__point_b para_3"},
    {"LAKE PACT\n\nArticle 12\n\n12.1. It binds.\n\n12.2. It ends.\n\n12.2.1. It stays.\n\nArticle "
     "13\n\n13.1. Go.",
     "art_12 art_12__para_12.1 art_12__para_12.2 art_12__para_12.2.1 art_13 art_13__para_13.1"},
    {"LAKE PACT\n\nArticle 1\n\n1. (a) It binds.\n\n(b) It ends.\n\n2. (a) It stays.\n\n(b) It goes.",
     "art_1 art_1__para_1 art_1__para_1__point_a art_1__para_1__point_b art_1__para_2 art_1__para_2__point_a "
     "art_1__para_2__point_b"},
    {"LAKE PACT\n\nPART I\n\nArticle 1\n\nIt binds.\n\nPART II\n\nArticle 2\n\nIt ends.\n\nANNEX "
     "A\n\nArticle 1\n\n1. Boats.\n\n2. Nets.\n\nANNEX B\n\nArticle 1\n\nLamps.",
     "part_1 art_1 part_2 art_2 annex_a annex_a__art_1 annex_a__art_1__para_1 annex_a__art_1__para_2 annex_b "
     "annex_b__art_1"},
    {"Sole Article\n\n(1) Each State shall keep a ferry.\n(2) It shall report.\n\nANNEX A\nRules of "
     "Crossing\n\nRule 1\nSpeed\n\n1.1 No ferry shall race.\n1.2 A ferry in fog shall stop.",
     "art art__para_1 art__para_2 annex_a:Rules of Crossing annex_a__rule_1:Speed annex_a__rule_1__para_1.1 "
     "annex_a__rule_1__para_1.2"},
    {"LAKE PACT\n\nSECTION I\nSCOPE\n\nParagraph 1. It binds.\n\nParagraph 2. Each Office will:\n\n(a) keep "
     "its lists;\n\n(b) send them.\n\nParagraph 2 Offices keep is void.\n\nSECTION II\nEND\n\nParagraph 1: "
     "It ends.\n\nParagraph 2 \u2013 All Offices leave.\n\nParagraph 1 of Section I goes on.",
     "sec_1:SCOPE sec_1__para_1 sec_1__para_2 sec_1__para_2__point_a sec_1__para_2__point_b sec_2:END "
     "sec_2__para_1 sec_2__para_2"},
    {"LAKE PACT\n\nArticle 1. Aims. The Parties shall row.\n\nArticle 2. Boats and nets. 1. Each shall row "
     "under "
     "No. 2. All shall: (a) fish; (b) sail. 2. Both shall pay. 3. It ends.\n\nArticle 3. Entry into force. "
     "This Pact "
     "shall begin.",
     "art_1:Aims art_2:Boats and nets art_2__para_1 art_2__para_1__point_a art_2__para_1__point_b "
     "art_2__para_2 "
     "art_2__para_3 art_3:Entry into force"},
    {"LAKE PACT\n\nArticle 1. Each Party pays. It shall row.\n\nArticle 2. It shall bind. It "
     "stays.\n\nArticle 3. "
     "Oil is free. Lamps are lit.",
     "art_1 art_2 art_3"},
    {"LAKE PACT\n\nARTICLE I\nFUNDS\n\nSection 1. Terms. The Bank shall row.\n\nSection 2. Standard of care. "
     "It "
     "shall care.\n\nSection 3. Accounts. It shall count.\n\nSection 4 of the Pact shall stay.",
     "art_1:FUNDS art_1__sec_1:Terms art_1__sec_2:Standard of care art_1__sec_3:Accounts"},
    {"LAKE PACT\n\nSECTION 1\n\n1.1 Each Office will:\n\n1.1.1 keep its lists;\n\n1.1.2 send "
     "copies.\n\n1.2 It ends.",
     "sec_1 sec_1__para_1.1 sec_1__para_1.1.1 sec_1__para_1.1.2 sec_1__para_1.2"},
    {"LAKE PACT\n\nArticle 1. Aims ....... 3\nArticle 2. Boats ....... 4\nArticle 3. Nets "
     "....... 5\n\nPART I\nGENERAL\n\nArticle 1. Aims\n\nIt binds.\n\nPART II\nTRADE\n\nArticle 2. "
     "Boats\n\nIt stays.\n\nArticle 3. Nets\n\nIt goes.",
     "part_1:GENERAL art_1:Aims part_2:TRADE art_2:Boats art_3:Nets"},
    {"Article I\n\nArticle 4 of the Convention shall be replaced by the following:\n\n\"Article 4\nPiers\n1. "
     "Each Party shall keep a pier.\"\n\nArticle II\n\nArticle 9; Article 12 and the Annex are "
     "deleted.\n\nArticle 7, paragraph 2, is not affected.\n\nArticle III\n\nThis Protocol ends.",
     "art_1 art_2 art_3"},
};

static void list_provisions(const pacta_document *document, const char *text, char *out, size_t room) {
    size_t count, used = 0;
    const pacta_provision *list = pacta_provisions(document, &count);
    *out = '\0';
    for (size_t i = 0; i < count && used < room; i++) {
        const pacta_span *heading = &list[i].heading;
        used += (size_t)snprintf(out + used, room - used, "%s%s%s%.*s", i > 0 ? " " : "", list[i].eid,
                                 heading->end > 0 ? ":" : "", (int)(heading->end - heading->begin),
                                 text + heading->begin);
    }
}

static void provisions_have_addresses(void **state) {
    (void)state;
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_TREATY};
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char found[2000];
        assert_int_equal(
            pacta_extract(extractor, ROWS[i].text, strlen(ROWS[i].text), &options, document, NULL), PACTA_OK);
        list_provisions(document, ROWS[i].text, found, sizeof found);
        assert_string_equal(found, ROWS[i].provisions);
    }
    pacta_document_free(document);
    pacta_extractor_free(extractor);
}

/* Numbers that are left out are told at the next one, which is a provision all the same. */
static void gaps_in_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text, *at, *eid;
    } rows[] = {
        {"Article 1\n\nIt binds.\n\nArticle 2\n\nIt stays.\n\nArticle 4\n\nIt ends.\n", "Article 4", "art_4"},
        {"Article 1\n\n1. Lamps.\n\n2. Boats.\n\n3. Sails.\n\n5. Oars.\n\n6. Ropes.\n", "5.",
         "art_1__para_5"},
        {"Article 1\n\n(a) lamps;\n\n(b) boats;\n\n(e) sails;\n\n(f) oars.\n", "(e)", "art_1__point_e"},
        {"Article 1\n\n1. Lamps.\n\n2. Boats.\n\nArticle 2\n\n(a) sails;\n\n(b) oars.\n", NULL,
         "art_2__point_b"},
    };
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_TREATY};
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count, told = 0;
        assert_int_equal(
            pacta_extract(extractor, rows[i].text, strlen(rows[i].text), &options, document, NULL), PACTA_OK);
        const pacta_diagnostic *list = pacta_diagnostics(document, &count);
        for (size_t k = 0; k < count; k++) {
            assert_non_null(rows[i].at);
            assert_int_equal(list[k].code, PACTA_D_NUMBERING_GAP);
            char *words = words_of(rows[i].text, list[k].span);
            assert_string_equal(words, rows[i].at);
            free(words);
            told++;
        }
        assert_int_equal(told, rows[i].at != NULL);
        const pacta_provision *provisions = pacta_provisions(document, &count);
        bool found = false;
        for (size_t k = 0; k < count; k++)
            found = found || strcmp(provisions[k].eid, rows[i].eid) == 0;
        assert_true(found);
    }
    pacta_document_free(document);
    pacta_extractor_free(extractor);
}

/* What a party to a case has written is no treaty, though its paragraphs are numbered. */
static void forms_are_told(void **state) {
    (void)state;
    static const char BODY[] =
        "\n\nBy the Lake Pact the Parties have agreed as follows:\n\n1. Oil is free.\n\n2. "
        "Lamps are lit.\n\n3. No more is said.\n";
    static const struct {
        const char *title;
        bool treaty;
    } texts[] = {{"IN THE MATTER OF A CLAIM\n\nORLA\nv.\nVEND\n\nMEMORIAL OF ORLA", false},
                 {"IN THE MATTER OF A CLAIM\n\nORLA\nv.\nVEND\n\nPROCEDURAL ORDER No. 3", true}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        pacta_document *document = NULL;
        char text[1000];
        snprintf(text, sizeof text, "%s%s", texts[i].title, BODY);
        assert_int_equal(pacta_read(text, strlen(text), &document, NULL), PACTA_OK);
        assert_int_equal(pacta_document_about(document).form == PACTA_FORM_TREATY, texts[i].treaty);
        pacta_document_free(document);
    }
}

/* The government said so, and asks three questions: no preamble. */
static void passages_on_governments(void **state) {
    (void)state;
    static const char LETTER[] =
        "The Government of Orla said that it would keep the lamps lit.\n\nThe State of Vend has not "
        "answered. The "
        "board asks:\n\n1. Who pays?\n\n2. Who lights the lamps?\n\n3. Who puts them out?\n";
    pacta_document *document = NULL;
    size_t count;
    assert_int_equal(pacta_read(LETTER, sizeof LETTER - 1, &document, NULL), PACTA_OK);
    assert_int_equal(pacta_document_about(document).form, PACTA_FORM_PRESS);
    pacta_provisions(document, &count);
    assert_int_equal(count, 0);
    pacta_document_free(document);
}

/* A piece of a treaty is one as well; its first words are no title. */
static void pieces_of_treaties(void **state) {
    (void)state;
    static const char *const pieces[] = {
        "Article 57\nEnd\n\n1. It ends when all agree.\n\n2. The Clerk says so.\n",
        "6. The carrier shall pay.\n\n7. It may ask.\n\nArticle 8\n\nIt binds.\n\nArticle 9\n\nIt ends.\n"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        pacta_document *document = NULL;
        size_t count;
        assert_int_equal(pacta_read(pieces[i], strlen(pieces[i]), &document, NULL), PACTA_OK);
        assert_int_equal(pacta_document_about(document).form, PACTA_FORM_TREATY);
        const pacta_instrument *self = pacta_instruments(document, &count);
        assert_int_equal(count, 1);
        assert_string_equal(self->id, "this");
        assert_null(self->title);
        pacta_document_free(document);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(provisions_have_addresses),
                                       cmocka_unit_test(gaps_in_numbers), cmocka_unit_test(forms_are_told),
                                       cmocka_unit_test(passages_on_governments),
                                       cmocka_unit_test(pieces_of_treaties)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
