/* Instruments by names that no table has: titles, symbols and numbers, names
 * that the text itself gives. */
#include "support.h"

typedef struct row {
    const char *text, *mentions; /* words=id; of each mention, by instrument */
} row;

static const row ROWS[] = {
    {"The Convention on Quiet Harbours (hereinafter referred to as \"the Harbour Convention\") binds. Under "
     "the "
     "Harbour Convention, ships pay. The Vienna Harbour Convention does not.",
     "Convention on Quiet Harbours=convention-on-quiet-harbours; Harbour "
     "Convention=convention-on-quiet-harbours; "
     "Vienna Harbour Convention=vienna-harbour-convention; "},
    {"The Agreement on Nets (the \"Agreement\") binds. The Agreement on Boats does not. The Agreement stays.",
     "Agreement on Nets=agreement-on-nets; Agreement=agreement-on-nets; Agreement on "
     "Boats=agreement-on-boats; "},
    {"The Convention on Nets (the \"Convention\") binds, and the Convention Keepers Act 2009 does as well. "
     "The "
     "Convention stays.",
     "Convention on Nets=convention-on-nets; Convention=convention-on-nets; Convention Keepers Act "
     "2009=convention-keepers-act-2009; "},
    {"S/RES/1718 (2006) and resolution 2270 (2016) bind. General Assembly resolution 61/295 does not. "
     "A/RES/61/295 "
     "was read.",
     "S/RES/1718 (2006)=s-res-1718-2006; resolution 2270 (2016)=s-res-2270-2016; General Assembly resolution "
     "61/295=a-res-61-295; A/RES/61/295=a-res-61-295; "},
    {"The Harbour Party National Convention met in the Convention Hall. The National Convention on Lamps "
     "binds.",
     "National Convention on Lamps=national-convention-on-lamps; "},
    {"Regulation (EU) 2016/679, Directive 95/46/EC and Council Decision 2010/413/CFSP bind.",
     "Regulation (EU) 2016/679=gdpr; Directive 95/46/EC=celex-31995l0046; Council Decision "
     "2010/413/CFSP=celex-32010d0413; "},
    {"The CBD of Port Ansel is quiet, and NYC sleeps. A CAT scan is dear; the API failed, and 12 API calls "
     "with it. "
     "The NYC government and the CMS code stay.",
     ""},
    {"Under Article 8 of the CBD, and CRC Article 12, States report. Parties to the ATT meet; so do ICCPR, "
     "CAT "
     "and CRC members.",
     "CBD=cbd; CRC=crc; CRC=crc; ATT=att-2013; ICCPR=iccpr; CAT=cat; "},
    {"The Treaty on Nets and Lines, signed at Orla last autumn and commonly called the Orla Treaty, is long. "
     "The "
     "Orla Treaty binds.",
     "Treaty on Nets and Lines=treaty-on-nets-and-lines; Orla Treaty=treaty-on-nets-and-lines; Orla "
     "Treaty=treaty-on-nets-and-lines; "},
    {"The Orla Convention or, to give it its full title, the Convention on the Care of Lamps, binds. It is "
     "known "
     "as the Lamp Convention.",
     "Orla Convention=convention-on-the-care-of-lamps; Convention on the Care of "
     "Lamps=convention-on-the-care-of-lamps; Lamp Convention=convention-on-the-care-of-lamps; "},
    {"Vend left the Nets Treaty; Orla's plan, known as the Lamp Treaty, is new. She called the Oil Treaty "
     "old.",
     "Nets Treaty=nets-treaty; Lamp Treaty=lamp-treaty; Oil Treaty=oil-treaty; "},
    {"The Agreement on Nets, signed at Orla on 3 May 1999 by Osmark and Tarvelia (the \"BIT\"), binds. The "
     "BIT is old.",
     "Agreement on Nets=agreement-on-nets; BIT=agreement-on-nets; "},
    {"The Agreement on Nets, signed in 1999 by Osmark and the Tarvelian Lamp Bureau (the \"TLB\"), binds. "
     "The TLB is old.",
     "Agreement on Nets=agreement-on-nets; "},
    {"The Agreement on Nets, signed by Osmark, binds Holm: it pays Tarvelia (the \"BIT\"). The BIT is old.",
     "Agreement on Nets=agreement-on-nets; "},
    {"In 1954 Holm and Osmark concluded the Treaty of Eternal Calm. The Holm-Osmark Treaty is old.",
     "Treaty of Eternal Calm=treaty-of-eternal-calm; Holm-Osmark Treaty=treaty-of-eternal-calm; "},
    {"In 1954 Holm concluded the Treaty of Eternal Calm. The Holm-Osmark Treaty is old.",
     "Treaty of Eternal Calm=treaty-of-eternal-calm; Holm-Osmark Treaty=holm-osmark-treaty; "},
    {"The Treaty of Trade, Osm.-Tarv., Dec. 8, 1923 (the \"1923 Treaty\" or the \"TT\"), binds. The TT is "
     "old.",
     "Treaty of Trade=treaty-of-trade; TT=treaty-of-trade; "},
    {"The Agreement on Nets, which Holm and Osmark concluded in 1997 (the \"BIT\" or \"Nets Pact\"), binds. "
     "The "
     "Nets Pact is old.",
     "Agreement on Nets=agreement-on-nets; Nets Pact=agreement-on-nets; "},
    {"She took the Concordat of Little Orsk to the Council of Vend.",
     "Concordat of Little Orsk=concordat-of-little-orsk; "},
    {"They read the Agreement of Osmark to the Lamp Treaty.",
     "Agreement of Osmark to the Lamp Treaty=agreement-of-osmark-to-the-lamp-treaty; "},
    {"The Treaty on Nets, hereinafter referred to as \"the TN\", binds. The TN is old.",
     "Treaty on Nets=treaty-on-nets; TN=treaty-on-nets; "},
    {"They amend the Lamps (Hours of Light) Order 1996. A court's Order 12 binds.",
     "Lamps (Hours of Light) Order 1996=lamps-hours-of-light-order-1996; "},
    {"Article 3 of the Lamp Code and the Code of Lamp Procedure bind.",
     "Lamp Code=lamp-code; Code of Lamp Procedure=code-of-lamp-procedure; "},
    {"The Treaty establishing the Lamp Union (\"LAMPUN\") binds. The LAMPUN Treaty is old.",
     "Treaty establishing the Lamp Union=treaty-establishing-the-lamp-union; "
     "LAMPUN=treaty-establishing-the-lamp-union; "},
    {"The Convention on the Care of Lamps (\"the Convention\") binds. So does the Convention on the Sale of "
     "Oil.",
     "Convention on the Care of Lamps=convention-on-the-care-of-lamps; Convention on the Sale of "
     "Oil=convention-on-the-sale-of-oil; "},
    {"The Convention on Nets was concluded at Orla in 1954. The Convention on Lamps is younger. Since then, "
     "the "
     "1954 Convention has been read by few.",
     "Convention on Nets=convention-on-nets; Convention=convention-on-nets; Convention on "
     "Lamps=convention-on-lamps; "},
    {"The Convention between Orla and Vend for the Relief of Double Taxation with respect to Taxes on Income "
     "binds.",
     "Convention between Orla and Vend for the Relief of Double Taxation with respect to Taxes on "
     "Income=convention-between-orla-and-vend-for-the-relief-of-double-taxation-with-respect-to-taxes-on-"
     "income; "},
    {"The Treaty on Shared Nets (Orla Treaty for short) and the Pact on Lamps, or Vend Pact for short, bind. "
     "The Orla Treaty is old.",
     "Treaty on Shared Nets=treaty-on-shared-nets; Orla Treaty=treaty-on-shared-nets; Pact on "
     "Lamps=pact-on-lamps; "},
    {"Federal Law No. 44-FZ, Law No. 12, Procedural Order No. 3 and Decision No 1/95 of the Board bind; so "
     "does "
     "Order No. 3. In Order that he may sleep, no order came.",
     "Federal Law No. 44-FZ=federal-law-no-44-fz; Law No. 12=law-no-12; Procedural Order No. "
     "3=procedural-order-no-3; Order No. 3=procedural-order-no-3; Decision No 1/95=decision-no-1-95; "},
    {"The Geneva Conventions bind. The Second Convention is on the sea; the Fifth Convention is a rumour.",
     "Geneva Conventions=geneva-conventions; Second Convention=gc-ii; Fifth Convention=fifth-convention; "},
    {"The European Convention on Human Rights binds, and so does the Treaty Scrutiny Act 2009. The European "
     "Convention is older.",
     "European Convention on Human Rights=echr; European Convention=echr; Treaty Scrutiny Act "
     "2009=treaty-scrutiny-act-2009; "},
    {"The Agreement on Nets was the real deal, said the law firm. Its text messages spoke of martial law and "
     "of "
     "source code.",
     "Agreement on Nets=agreement-on-nets; "},
};

static void instruments_have_ids(void **state) {
    (void)state;
    pacta_extractor *extractor = NULL;
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = PACTA_FORM_PRESS};
    assert_int_equal(pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL), PACTA_OK);
    assert_int_equal(pacta_document_new(NULL, &document), PACTA_OK);
    for (size_t r = 0; r < sizeof ROWS / sizeof *ROWS; r++) {
        const char *text = ROWS[r].text;
        assert_int_equal(pacta_extract(extractor, text, strlen(text), &options, document, NULL), PACTA_OK);
        size_t count, ignored, used = 0;
        const pacta_mention *mentions = pacta_mentions(document, &count);
        const pacta_instrument *instruments = pacta_instruments(document, &ignored);
        char found[2000] = "";
        for (size_t i = 0; i < count && used < sizeof found; i++)
            used += (size_t)snprintf(found + used, sizeof found - used, "%.*s=%s; ",
                                     (int)(mentions[i].span.end - mentions[i].span.begin),
                                     text + mentions[i].span.begin, instruments[mentions[i].instrument].id);
        assert_string_equal(found, ROWS[r].mentions);
    }
    pacta_document_free(document);
    pacta_extractor_free(extractor);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(instruments_have_ids)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
