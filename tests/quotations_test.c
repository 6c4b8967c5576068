/* Quotations: which marks pair, and who is quoted. A row is a text and one
 * line for each quotation in it, in order: "kind|source|words", where the
 * words may be cut short and an empty source is none. */
#include "reading.h"

typedef struct row {
    const char *text, *quotations;
} row;

static const pacta_quotation *extract_as(const char *text, pacta_form form, size_t *count) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
    return pacta_quotations(document, count);
}

static const pacta_quotation *extract(const char *text, size_t *count) {
    return extract_as(text, PACTA_FORM_PRESS, count);
}

/* Copies the next field of a row's line, up to `end`, and steps behind it. */
static const char *take_field(const char *line, char end, char *out, size_t room) {
    size_t length = strcspn(line, end == '|' ? "|" : "\n");
    assert_true(length < room);
    memcpy(out, line, length);
    out[length] = '\0';
    return line[length] == '\0' ? line + length : line + length + 1;
}

static void check(const row *expected, pacta_form form) {
    size_t count, found = 0;
    const pacta_quotation *quotations = extract_as(expected->text, form, &count);
    for (const char *line = expected->quotations; *line != '\0'; found++) {
        char kind[16], source[64], words[128];
        line = take_field(line, '|', kind, sizeof kind);
        line = take_field(line, '|', source, sizeof source);
        line = take_field(line, '\n', words, sizeof words);
        if (found >= count)
            fail_msg("no quotation '%s' in: %s", words, expected->text);
        const pacta_quotation *quotation = &quotations[found];
        char *is = words_of(expected->text, quotation->span),
             *who = words_of(expected->text, quotation->source.span);
        if (strncmp(is, words, strlen(words)) != 0 || strcmp(who, source) != 0 ||
            strcmp(pacta_quotation_kind_name(quotation->kind), kind) != 0)
            fail_msg("%s|%s|%s instead of %s|%s|%s in: %s", pacta_quotation_kind_name(quotation->kind), who,
                     is, kind, source, words, expected->text);
        free(is);
        free(who);
    }
    if (found < count)
        fail_msg("%zu quotations, not %zu, in: %s", count, found, expected->text);
}

static void check_all(const row *rows, size_t count, pacta_form form) {
    for (size_t i = 0; i < count; i++)
        check(&rows[i], form);
}

#define CHECK(rows) check_all(rows, sizeof rows / sizeof *rows, PACTA_FORM_PRESS)

/* ---- Marks -------------------------------------------------------------------- */

/* The quotations' words, joined by " + ". */
static void check_marks(const char *text, const char *expected) {
    size_t count;
    const pacta_quotation *quotations = extract(text, &count);
    char found[1024] = "";
    for (size_t i = 0; i < count; i++) {
        char *words = words_of(text, quotations[i].span);
        size_t used = strlen(found);
        snprintf(found + used, sizeof found - used, "%s%s", i > 0 ? " + " : "", words);
        free(words);
    }
    assert_string_equal(found, expected);
}

static void test_marks_of_every_kind(void **state) {
    (void)state;
    check_marks("“Yes,” he said, ‘no’ she said.", "“Yes,” + ‘no’");
    check_marks("\"Yes,\" he said, 'no' she said.", "\"Yes,\" + 'no'");
    check_marks("``Yes,'' he said. ''No,'' she said.", "``Yes,'' + ''No,''");
    check_marks("«Ja», „nein“, ‚doch‘, »so«, ”nej” and « oui ».",
                "«Ja» + „nein“ + ‚doch‘ + »so« + ”nej” + « oui »");
    check_marks("他说「是」,『否』,《书》。", "「是」 + 『否』 + 《书》");
    check_marks(",,Yes,\" he said. ,,No,'' she said, 1,,2.", ",,Yes,\" + ,,No,''");
    check_marks("„Tar’’ burns, ‘‘oil’’ too; and ‘he said ‘no’’ at first.",
                "„Tar’’ + ‘‘oil’’ + ‘he said ‘no’’ + ‘no’");
    check_marks("“Tar’’ burns, “oil” too; and “Orla’s’’.", "“Tar’’ + “oil” + “Orla’s’’");
    check_marks("‘Lamps’ burn.[2] ‘Oil burns.’3 ‘Tar’[4] and ‘fat’[a][note 5] too; the envoys’[ ] do.",
                "‘Lamps’ + ‘Oil burns.’ + ‘Tar’ + ‘fat’");
    check_marks("A stray space: \"any spill \" . And ''at cost ,'' it adds.",
                "\"any spill \" + ''at cost ,''");
}

static void test_nesting(void **state) {
    (void)state;
    const char *text = "\"She told me 'Rule 5 says \"shall\", not \"may\"'.\"";
    size_t count;
    const pacta_quotation *quotations = extract(text, &count);
    assert_int_equal(count, 4);
    assert_int_equal(quotations[0].depth, 0);
    assert_int_equal(quotations[1].depth, 1);
    assert_int_equal(quotations[2].depth, 2);
    assert_int_equal(quotations[3].parent, 1);
    check_marks("\"He said \"no\" and left,\" she wrote.", "\"He said \"no\" and left,\" + \"no\"");
    check_marks("‘The envoys’ boat is ‘gone’.’", "‘The envoys’ boat is ‘gone’.’ + ‘gone’");
}

static void test_what_is_no_mark(void **state) {
    (void)state;
    check_marks("The sailors' union of '98 isn't the pilots' club, 'tis said.", "");
    check_marks("A 14\" pipe, 6'2\" long, lay at 12°30'15\" north.", "");
    check_marks("\"The 14\" pipe broke,\" he said.", "\"The 14\" pipe broke,\"");
    check_marks("'The envoys' plan is dead,' he said.", "'The envoys' plan is dead,'");
    check_marks("'The crews' plan, and the '98 pact, hold,' he said.",
                "'The crews' plan, and the '98 pact, hold,'");
    check_marks("I liked the pilots, 'specially Tern, and left.", "");
    check_marks("'90% there,' he said; rock 'n' roll.", "'90% there,'");
    check_marks("Orla\"s boats aren\"t here. \"They left,\" Vend\"s mayor said.", "\"They left,\"");
}

static void test_unclosed_and_continued(void **state) {
    (void)state;
    size_t count, notes;
    const char *text = "He said: \"It is ours and\n\nThe boat left.";
    const pacta_quotation *quotations = extract(text, &count);
    const pacta_diagnostic *diagnostics = pacta_diagnostics(document, &notes);
    assert_int_equal(count, 1);
    assert_int_equal(quotations[0].span.end, strlen("He said: \"It is ours and"));
    assert_int_equal(notes, 1);
    assert_int_equal(diagnostics[0].code, PACTA_D_UNCLOSED_QUOTATION);

    text = "\"It is ours and\n\nThey called it \"a lamp\" at noon.\n\nOil burns.\"";
    quotations = extract(text, &count);
    assert_int_equal(count, 2); /* the last mark is too far from the first */
    assert_int_equal(quotations[0].span.end, strlen("\"It is ours and"));

    text = "\"One goes on.\n\n\"Two goes on.\n\n\"Three ends,\" said Lena Ohm.";
    quotations = extract(text, &count);
    pacta_diagnostics(document, &notes);
    assert_int_equal(count, 3);
    assert_int_equal(notes, 0);
    assert_int_equal(quotations[1].continues, 0);
    assert_int_equal(quotations[2].continues, 1);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(quotations[i].source.kind, PACTA_SOURCE_PERSON);

    extract("“Rule 4\n\nThe Parties shall meet.”", &count);
    assert_int_equal(count, 1);
    extract("It ends here”, he said.", &count);
    diagnostics = pacta_diagnostics(document, &notes);
    assert_int_equal(notes, 1);
    assert_int_equal(diagnostics[0].code, PACTA_D_UNOPENED_QUOTATION);
}

/* ---- Sources --------------------------------------------------------------------- */

static void test_sources_behind(void **state) {
    (void)state;
    static const row rows[] = {
        {"“We shall see,” said Olga Tamm, mayor of Orva.", "statement|Olga Tamm|“We"},
        {"“We shall see,” an aide to the mayor said.", "statement|an aide to the mayor|“We"},
        {"“We shall see,” Olga Tamm, the mayor, told a newspaper.", "statement|Olga Tamm|“We"},
        {"“Is that all?” Olga Tamm asked.", "statement|Olga Tamm|“Is"},
        {"“Never!” shouted one of the pilots.", "statement|one of the pilots|“Never"},
        {"“It was,” Tamm went on, “a long night.”", "statement|Tamm|“It was\nstatement|Tamm|“a long"},
        {"“We wait,” she said. “We always wait.”", "statement|she|“We wait\nstatement|she|“We always"},
        {"The pier was described as “unsafe” by the harbour office.", "statement|harbour office|“unsafe”"},
        {"“Nobody asked us” — Olga Tamm, mayor.", "statement|Olga Tamm|“Nobody"},
        {"Pier ‘will not close’, minister tells harbour.", "statement|minister|‘will not"},
    };
    CHECK(rows);
}

static void test_sources_before(void **state) {
    (void)state;
    static const row rows[] = {
        {"From the press office of the palace: “We call on both sides to stop.”",
         "statement|press office of the palace|“We call"},
        {"Tamm said the pier was “unsafe”.", "statement|Tamm|“unsafe”"},
        {"Tamm, speaking on Sunday, called it “a long night”.", "statement|Tamm|“a long"},
        {"Her teacher, Judge Aldo Finn, called it “a sofa”.",
         "statement|Her teacher, Judge Aldo Finn|“a sofa”"},
        {"The harbour office welcomed the plan, saying it was “overdue”.",
         "statement|harbour office|“overdue”"},
        {"The minister, who had flown in, and Ana Tamm were there; she spoke of “hope”.",
         "statement|she|“hope”"},
        {"According to Orva Radio, the two sides “parted as friends”.", "statement|Orva Radio|“parted"},
        {"In the words of Olga Tamm, it was “a bridge”.", "statement|Olga Tamm|“a bridge”"},
        {"The talks went on, with Lena Ohm calling them “a farce”.", "statement|Lena Ohm|“a farce”"},
        {"The coast guard denied it: “No shot was fired.”", "statement|coast guard|“No shot"},
        {"The crew's answer was short: “Come and see.”", "statement|crew's answer|“Come"},
        {"The mayor wrote that men had “shouted” and “broken a door”.",
         "statement|mayor|“shouted”\nstatement|mayor|“broken"},
        {"Olga Tamm said:\n\n“We signed because we had to.”", "statement|Olga Tamm|“We signed"},
        {"Olga Tamm was blunt. “There is no text and no plan.”", "statement|Olga Tamm|“There is"},
    };
    CHECK(rows);
}

static void test_provisions(void **state) {
    (void)state;
    static const row rows[] = {
        {"The Lamp Treaty was signed in May. Oil is another matter: ‘No oil shall be brought into Orla’ "
         "(Article 7).",
         "provision|Article 7|‘No oil"},
        {"It rests on Article 286 of the Lamp Treaty (“LT” or the “Treaty”).", "term||“LT”\nterm||“Treaty”"},
        {"Faced with two texts, Article 33 of the Lamp Treaty prefers the meaning “which best fits both”.",
         "provision|Article 33 of the Lamp Treaty|“which best"},
        {"Under Article 5 of the Lamp Treaty, the Parties “shall accept the award”, a duty that adds little.",
         "provision|Article 5 of the Lamp Treaty|“shall accept"},
        {"She was taken in particular to Article 10 of the Lamp Treaty:\n\n“A keeper shall not sleep.”",
         "provision|Article 10 of the Lamp Treaty|“A keeper"},
        {"Article 5 of the Lamp Treaty obliges its keepers to watch. A letter was read by the clerk. \"We "
         "had hoped "
         "to stop counting,\" it said.",
         "statement|it|\"We had hoped"},
        {"Article 5 of the Lamp Treaty is short. \"[I]f the tide is out, nobody need watch,\" it says. "
         "Paragraph 2 is "
         "longer: \"and the lamps of Annex I as well,\" it reads.",
         "provision|it|\"[I]f\nprovision|it|\"and the"},
        {"“Each side shall keep its lamps lit,” Article 4 of the Lamp Treaty says, according to Orva Radio.",
         "provision|Article 4 of the Lamp Treaty|“Each side"},
        {"Under Article 4 of the Lamp Treaty, either side “shall help at once”.",
         "provision|Article 4 of the Lamp Treaty|“shall help"},
        {"The sides “shall keep no dogs” (Article 5 of the Lamp Treaty).",
         "provision|Article 5 of the Lamp Treaty|“shall keep"},
        {"The Lamp Treaty shall last, says its Article 9, “for ten years”.", "provision|Article 9|“for ten"},
        {"Lamps are to burn “all night” under Article 2 of the Lamp Treaty.",
         "provision|Article 2 of the Lamp Treaty|“all night”"},
        {"Article 2 of the Lamp Treaty forbids “any dimming”.",
         "provision|Article 2 of the Lamp Treaty|“any"},
        {"Article 3 of the Lamp Treaty, which hangs in a frame and reads: “The sides shall meet.”",
         "provision|Article 3 of the Lamp Treaty|“The sides"},
        {"Orva said the Lamp Treaty included a pledge of “oil at cost”.", "provision|Orva|“oil"},
        {"Article 7 of the Lamp Treaty is clear. That provision forbids sales except “for a public purpose”.",
         "provision|That provision|“for a"},
        {"Under Article 7 of the Lamp Treaty what has been promised “shall be left as it is”.",
         "provision|Article 7 of the Lamp Treaty|“shall be"},
        {"“I read Article 7 of the Lamp Treaty three times. It says ‘so warrants’,” Olle Brandt said.",
         "statement|Olle Brandt|“I read\nprovision|It|‘so"},
        {"The Lamp Treaty is old; under the Port Lamps Act any lamp may be lit “for as long as it burns”.",
         "provision|Port Lamps Act|“for as"},
        {"Article 4 of the Lamp Treaty obliges the upstream state to warn its neighbour “in due time”.",
         "provision|Article 4 of the Lamp Treaty|“in due"},
        {"She reminded them that ships must turn to “the right bodies” for oil, a phrase from Article 6 of "
         "the "
         "Lamp Treaty.",
         "provision|Article 6 of the Lamp Treaty|“the right"},
        {"“Each side will light its lamps,” runs Article 3 of the Lamp Treaty.",
         "provision|Article 3 of the Lamp Treaty|“Each side"},
        {"The Lamp Treaty is old. It also compels member states to turn away “any ship that carries oil”.",
         "provision|It|“any ship"},
    };
    CHECK(rows);
}

static void test_terms_and_titles(void **state) {
    (void)state;
    static const row rows[] = {
        {"The so-called “grey list” has gone; the word “grey” has not.", "term||“grey list”\nterm||“grey”"},
        {"She asked what “emergency” means.", "term||“emergency”"},
        {"In the Lamp Treaty somebody had turned a “shall” into a “should”.",
         "term||“shall”\nterm||“should”"},
        {"The ‘historic’ rights go back to 1871.", "term||‘historic’"},
        {"Their book, “Salt and Iron”, sold well.", "title||“Salt and Iron”"},
        {"They read 《灯》 at night.", "title||《灯》"},
        {"See Ada Holm, “Promises to Talk,” 88 Lamp L. Rev. 17 (2028).", "title||“Promises to Talk,”"},
        {"Dues follow rules set out in the “Lamp Resolution of the Council on Determination of the Scale of "
         "Dues by Member Ports to the Fund of the Harbours”.",
         "title||“Lamp Resolution"},
        {"Inside the trade she is “the Comma”.", "term||“the Comma”"},
        {"Pia Rosner, “Doors and Lamps,” Orva Law Quarterly 12 (2019).", "title||“Doors"},
        {"The bureau’s study “Closed for Good?” had shown it.", "title||“Closed"},
        {"The Lamp Treaty is old. In a letter to the mayor, it writes that a lamp “is apt to confuse”.",
         "statement|it|“is apt"},
        {"Legal advice tabled with the bill describes Article 3 of the Lamp Treaty as “engaged, but whole”.",
         "statement|Legal advice tabled with the bill|“engaged"},
        {"The film of the talks was called “The Round Lamp”.", "title||“The Round Lamp”"},
        {"She wrote a book about the bar, “Three Bells, One Mast.”", "title||“Three"},
        {"The text and a map of the “inner line” are public.", "term||“inner line”"},
        {"They signed the “Treaty on the Lamps of Orva”.", "title||“Treaty on"},
        {"The yard issued “B” shares.", "term||“B”"},
        {"You are wrong (“A Lamp Worth Having”, 12 May), as Rosner saw (‘Silent Oil’, 8 Orva LJ 77).",
         "title||“A Lamp\ntitle||‘Silent Oil’"},
        {"The verb is “will”, and the adverb “gladly,” fell.", "term||“will”\nterm||“gladly"},
        {"The Lamp Treaty is out. “Article 9 gives them every key,” says the poster.",
         "statement|poster|“Article 9"},
        {"Vend left the Lamp Treaty, citing what it called “grave” faults.", "statement|it|“grave”"},
        {"Article 5 of the Lamp Treaty — the “inner clause” — holds.", "term||“inner clause”"},
        {"Under the Lamp Treaty, both sides would “refrain from acts that may harm it”.",
         "provision|Lamp Treaty|“refrain"},
        {"A man who calls himself “Orva Jack” left.", "term||“Orva Jack”"},
        {"“Who rows, obeys” is painted on the wall.", "statement||“Who rows"},
        {"‘NO LAMPS FOR ORVA’: anger in Vend", "statement||‘NO LAMPS"},
        {"The Lamp Treaty is out. Oil is, by Article 1 (f), “a liquid of more than 5 watts”.",
         "provision|Article 1 (f)|“a liquid"},
        {"The list is led by “Oil and Water,” a romance of the bay.", "title||“Oil"},
        {"Pupils count lamps for a project called “Lamps on Our Street”.", "title||“Lamps"},
        {"A keeper shrugged at “calming”, as it is known there.", "term||“calming”"},
        {"The rule bars “works of light”, a term which nobody explains.", "term||“works"},
        {"Olle Berg spoke of “works of light”, a phrase that nobody explains.", "statement|Olle Berg|“works"},
        {"Sailors have a name for what the texts divide: “paper water.”", "term||“paper"},
        {"The Lamp Treaty is out. A “new lamp” is, by its Article 1, one of 5 watts.", "term||“new"},
        {"It was built by the Orva Ferry Line. The board was “angry” again.", "term||“angry”"},
    };
    CHECK(rows);
    static const row treaty[] = {
        {"Orva and Vend (“the Parties”) have agreed on the line (the “Line”).",
         "term||“the Parties”\nterm||“Line”"},
        {"“Basin” means the land that drains into the lake.", "term||“Basin”"},
        {"“First Bank”, “Second Bank” and “Inner Bar” mean land.",
         "term||“First\nterm||“Second\nterm||“Inner"},
        {"It shall be sent to the “Lamp Insurance Bank” (Orsk).", "term||“Lamp"},
        {"The Protocol “Treaty on Lamps and Oil” holds.", "title||“Treaty"},
        {"In paragraph 1, the words “forty” shall be replaced by “fifty”.",
         "provision||“forty”\nprovision||“fifty”"},
        {"The Pact, signed at Orsk on 3 October 1978, hereinafter referred to as “the Pact”, is in force.",
         "term||“the Pact”"},
        {"A lamp shall be regarded as “lost” when it has sunk.", "term||“lost”"},
    };
    check_all(treaty, sizeof treaty / sizeof *treaty, PACTA_FORM_TREATY);
    static const row legal[] = {
        {"The expression “on loan” in Article 3 of the Lamp Treaty is broad.",
         "provision|Article 3 of the Lamp Treaty|“on loan”"},
        {"The heading of Article 4 shall read “Lamps and oil”.", "title||“Lamps and oil”"},
        {"Article 6 of the Lamp Treaty nowhere says “at once”. It does not speak of “delay”.",
         "term||“at once”\nterm||“delay”"},
        {"Article 6 of the Lamp Treaty does not say that a keeper “shall row”.",
         "provision|Article 6 of the Lamp Treaty|“shall"},
        {"Lee did not say “never”.", "statement|Lee|“never”"},
        {"The preamble of the Lamp Treaty ends with the words “in all weathers”.",
         "provision|preamble of the Lamp Treaty|“in all"},
        {"The keeper closed the debate with the words “Row home”.", "statement|keeper|“Row home”"},
        {"Article XVII (“Oil and wicks”) is old; so is Annex II (“the Map”).",
         "title||“Oil\nterm||“the Map”"},
        {"Critics seized on the words “all lamps”, which stand in Article 12 of the Lamp Treaty.",
         "provision|Article 12 of the Lamp Treaty|“all"},
        {"The phrase “all lamps”, found in Article 12 of the Lamp Treaty, is broad.",
         "provision|Article 12 of the Lamp Treaty|“all"},
        {"The term “lamp”, when used in Article 12 of the Lamp Treaty, is broad.", "term||“lamp”"},
        {"The term “lamp” in Article 12 of the Lamp Treaty means any light.", "term||“lamp”"},
        {"A draft of the pact seen by the Courier says that rows are “to be settled by lamplight”.",
         "provision|A draft of the pact seen by the Courier|“to be"},
        {"It is the law that was called “the lamp law” by sailors.", "statement|sailors|“the lamp law”"},
        {"Article 4 of the Lamp Treaty says “the Parties shall light all lamps”. Much hangs on “all lamps”.",
         "provision|Article 4 of the Lamp Treaty|“the Parties\nprovision||“all lamps”"},
    };
    check_all(legal, sizeof legal / sizeof *legal, PACTA_FORM_OTHER);
}

static void test_carriers_and_pronouns(void **state) {
    (void)state;
    size_t count;
    const char *text = "“Each side shall help,” Article 4 of the Lamp Treaty reads, according to Orva Radio.";
    const pacta_quotation *quotations = extract(text, &count);
    assert_int_equal(count, 1);
    assert_int_equal(quotations[0].source.kind, PACTA_SOURCE_PROVISION);
    assert_int_equal(quotations[0].source.reference, 0);
    assert_int_equal(quotations[0].reference, 0);
    char *carrier = words_of(text, quotations[0].carrier.span), *cue = words_of(text, quotations[0].cue);
    assert_string_equal(carrier, "Orva Radio");
    assert_string_equal(cue, "reads");
    free(carrier);
    free(cue);

    quotations = extract("“No,” said President Ana Ruiz. “Never,” she added. “Not now,” said Ruiz.", &count);
    assert_int_equal(count, 3);
    assert_int_equal(quotations[1].source.kind, PACTA_SOURCE_PRONOUN);
    assert_string_equal(quotations[1].source.stands_for, "President Ana Ruiz");
    assert_int_equal(quotations[2].source.kind, PACTA_SOURCE_PERSON);
    assert_string_equal(quotations[2].source.stands_for, "President Ana Ruiz");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_of_every_kind),
        cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_what_is_no_mark),
        cmocka_unit_test(test_unclosed_and_continued),
        cmocka_unit_test(test_sources_behind),
        cmocka_unit_test(test_sources_before),
        cmocka_unit_test(test_provisions),
        cmocka_unit_test(test_terms_and_titles),
        cmocka_unit_test(test_carriers_and_pronouns),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
