/* Norms: their modality, who is bound, on which conditions. Each row is a
 * sentence of an article and one clause that it makes. */
#include "reading.h"

typedef struct row {
    const char *text, *cue, *modality, *actor, *conditions, *exceptions;
} row;

static char whole[4000];

static const pacta_clause *extract(const char *text, pacta_form form, size_t *count) {
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    snprintf(whole, sizeof whole, "%s%s\n",
             form == PACTA_FORM_TREATY ? "ACCORD ON LAMPS\n\nArticle 1\n\n" : "", text);
    assert_int_equal(pacta_extract(extractor, whole, strlen(whole), &options, document, NULL), PACTA_OK);
    return pacta_clauses(document, count);
}

/* The words of the spans, with " & " between them. */
static void join(const pacta_span *spans, uint32_t count, char *out, size_t room) {
    *out = '\0';
    for (uint32_t i = 0; i < count; i++) {
        size_t used = strlen(out);
        snprintf(out + used, room - used, "%s%.*s", i > 0 ? " & " : "", (int)(spans[i].end - spans[i].begin),
                 whole + spans[i].begin);
    }
}

static void assert_spans(const row *expected, const pacta_span *spans, uint32_t count, const char *words) {
    char joined[1000];
    join(spans, count, joined, sizeof joined);
    if (strcmp(joined, words == NULL ? "" : words) != 0)
        fail_msg("'%s' for '%s' in: %s", joined, words == NULL ? "" : words, expected->text);
}

static void check(const row *expected, pacta_form form) {
    size_t count;
    const pacta_clause *clause = extract(expected->text, form, &count);
    for (size_t i = 0; i < count; i++, clause++) {
        char cue[1000];
        join(&clause->cue, 1, cue, sizeof cue);
        if (strcmp(cue, expected->cue) != 0)
            continue;
        assert_string_equal(pacta_modality_name(clause->modality), expected->modality);
        assert_spans(expected, &clause->actor, 1, expected->actor);
        assert_spans(expected, clause->conditions, clause->condition_count, expected->conditions);
        assert_spans(expected, clause->exceptions, clause->exception_count, expected->exceptions);
        return;
    }
    fail_msg("no norm '%s' in: %s", expected->cue, expected->text);
}

static void check_count(const char *text, pacta_form form, size_t expected) {
    size_t count;
    extract(text, form, &count);
    if (count != expected)
        fail_msg("%zu norms in: %s", count, text);
}

static void check_all(const row *rows, size_t count, pacta_form form) {
    for (size_t i = 0; i < count; i++)
        check(&rows[i], form);
}

#define CHECK(rows, form) check_all(rows, sizeof rows / sizeof *rows, form)

static void test_forces(void **state) {
    (void)state;
    static const row rows[] = {
        {"The Parties are obliged to consult.", "are obliged to", "obligation", "Parties", NULL, NULL},
        {"It is the duty of each State to train pilots.", "It is the duty of", "obligation", "each State",
         NULL, NULL},
        {"Neither Party shall station troops there.", "Neither Party shall", "prohibition", "Neither Party",
         NULL, NULL},
        {"The sale of lamps is prohibited.", "is prohibited", "prohibition", NULL, NULL, NULL},
        {"No Party shall be required to open its books.", "No Party shall be required to", "exemption",
         "No Party", NULL, NULL},
        {"No toll, due or other charge shall be levied.", "No toll, due or other charge shall", "prohibition",
         NULL, NULL, NULL},
        {"No Party, whatever its reasons, may dim a lamp.", "No Party, whatever its reasons, may",
         "prohibition", "No Party, whatever its reasons,", NULL, NULL},
        {"A term of six months shall be allowed to merchants.", "shall", "obligation", NULL, NULL, NULL},
        {"The duties under this Accord shall survive its end.", "shall survive", "constitutive", NULL, NULL,
         NULL},
        {"The English text shall be used.", "shall", "constitutive", NULL, NULL, NULL},
        {"Exercises are held each year, the plan for which shall be drawn up in May.", "shall", "obligation",
         NULL, NULL, NULL},
        {"Neither Party is obliged to accept a keeper.", "Neither Party is obliged to", "exemption",
         "Neither Party", NULL, NULL},
        {"States shall have no obligation to light wrecks.", "shall have no obligation to", "exemption",
         "States", NULL, NULL},
        {"A Party shall not be required to pay.", "shall not be required to", "exemption", "A Party", NULL,
         NULL},
        {"The other Party need not reply.", "need not", "exemption", "other Party", NULL, NULL},
        {"This Article shall not be construed as limiting trade.", "shall not be construed as", "exemption",
         NULL, NULL, NULL},
        {"The master is authorised to inspect ships; he is not entitled to detain them.",
         "is not entitled to", "prohibition", "he", NULL, NULL},
        {"Every seafarer has the right to a bunk.", "has the right to", "entitlement", "Every seafarer", NULL,
         NULL},
        {"Each Party shall have one vote.", "shall have", "entitlement", "Each Party", NULL, NULL},
        {"The Crown reserves to itself the right to close the bay.", "reserves to itself the right to",
         "entitlement", "Crown", NULL, NULL},
        {"Keepers should publish their logs.", "should", "recommendation", "Keepers", NULL, NULL},
        {"This Accord shall enter into force in May.", "shall enter into force", "constitutive", NULL, NULL,
         NULL},
        {"It shall be open for signature and shall be subject to ratification.", "shall", "constitutive",
         NULL, NULL, NULL},
        {"The Parties may not levy dues, nor shall they delay ships.", "nor shall", "prohibition", "Parties",
         NULL, NULL},
        {"In no case shall Article 2 be construed so as to oblige a Party.", "In no case shall", "exemption",
         NULL, NULL, NULL},
        {"This Accord shall not affect older duties.", "shall not", "exemption", NULL, NULL, NULL},
        {"A Party shall not affect the tides.", "shall not", "prohibition", "A Party", NULL, NULL},
        {"The keeper shall not be liable for loss.", "shall not be", "exemption", "keeper", NULL, NULL},
        {"The Court shall have exclusive jurisdiction over wrecks.", "shall have", "entitlement", "Court",
         NULL, NULL},
        {"No reservations are permitted.", "No reservations are permitted", "prohibition", NULL, NULL, NULL},
        {"Each Party undertakes never under any circumstances to dim a lamp.",
         "undertakes never under any circumstances to", "prohibition", "Each Party", NULL, NULL},
        {"The word \"lamp\" when used in this Accord means any light.", "means", "definition", NULL, NULL,
         NULL},
        {"The services provided for in Article 3 shall cease in May.", "shall", "obligation", NULL, NULL,
         NULL},
        {"The keeper shall leave, in which case his aide shall stay.", "shall", "obligation", "keeper", NULL,
         NULL},
        {"Persons who live and work in Vend shall pay.", "shall", "obligation",
         "Persons who live and work in Vend", NULL, NULL},
        {"For the purposes of this Accord, \"lamp\" means any light.", "means", "definition", NULL, NULL,
         NULL},
        {"If a claim is made against a person for whose act or default the owner is liable, he shall be "
         "heard.",
         "shall", "obligation", NULL,
         "If a claim is made against a person for whose act or default the owner is liable", NULL},
        {"The lamps shall be trimmed and lit by the Board.", "shall", "obligation", "the Board", NULL, NULL},
        {"The lamps shall be kept in rooms chosen by the Board.", "shall", "obligation", NULL, NULL, NULL},
        {"For this purpose no Party shall dim a lamp.", "shall", "prohibition", "no Party", NULL, NULL},
        {"This Treaty and its Protocol shall form one single text.", "shall form one single text",
         "constitutive", NULL, NULL, NULL},
        {"This Treaty shall run for twelve years.", "shall", "constitutive", NULL, NULL, NULL},
        {"The term oil as used in this Article means fat of any kind.", "means", "definition", NULL, NULL,
         NULL},
        {"Lit coast means, in relation to a Party, a coast with lamps.", "means", "definition", NULL, NULL,
         NULL},
        {"A keeper who leaves his lamp while carrying oil shall answer for it.", "shall", "obligation",
         "A keeper who leaves his lamp while carrying oil", NULL, NULL},
        {"Every member shall be entitled: (a) to row; (b) to sail.", "shall be entitled", "entitlement",
         "Every member", NULL, NULL},
        {"In winter nobody may fish.", "may", "prohibition", "nobody", NULL, NULL},
        {"For this purpose no fewer than three keepers shall stay.", "shall", "obligation",
         "no fewer than three keepers", NULL, NULL},
        {"In trimming its lamps each Party shall use oil.", "shall", "obligation", "each Party", NULL, NULL},
        {"Insofar as it has been usual to pay in oil, nothing in Article 2 shall forbid it.",
         "nothing in Article 2 shall", "exemption", NULL, NULL, NULL},
        {"All masters, pilots and keepers shall carry lamps.", "shall", "obligation",
         "All masters, pilots and keepers", NULL, NULL},
        {"3. A keeper shall trim the lamps.", "shall", "obligation", "A keeper", NULL, NULL},
        {"The injured shall receive all the care their state may require.", "shall", "obligation", "injured",
         NULL, NULL},
        {"The keeper shall stay until his successor shall have arrived.", "shall", "obligation", "keeper",
         NULL, NULL},
        {"The keeper shall on no account dim the lamp.", "shall on no account", "prohibition", "keeper", NULL,
         NULL},
        {"None of them shall dim a lamp.", "None of them shall", "prohibition", "None of them", NULL, NULL},
        {"A keeper whose lamp fails has to say so.", "has to", "obligation", "A keeper whose lamp fails",
         NULL, NULL},
        {"The Parties ought to meet in May.", "ought to", "recommendation", "Parties", NULL, NULL},
        {"The dues are to be paid in May.", "are to", "obligation", NULL, NULL, NULL},
        {"Articles 1 and 2 do not preclude the sale of oil.", "do not preclude", "exemption", NULL, NULL,
         NULL},
        {"The Parties understand that the keeper may sell boats.", "may", "permission", "keeper", NULL, NULL},
        {"Article 2 requires the consent of the keeper.", "requires", "obligation", NULL, NULL, NULL},
        {"Each Party is at liberty to send a keeper.", "is at liberty to", "permission", "Each Party", NULL,
         NULL},
        {"Article 2 shall remain binding on it.", "shall remain binding", "constitutive", NULL, NULL, NULL},
        {"It cannot make any other reservation.", "cannot", "prohibition", "It", NULL, NULL},
        {"No lamp, wick or oil, however old, shall be sold.", "No lamp, wick or oil, however old, shall",
         "prohibition", NULL, NULL, NULL},
        {"A Party must pay, though it need not do so if the oil was bad.", "need not", "exemption", "it",
         "if the oil was bad", NULL},
        {"The excess part of the dues shall remain taxable.", "shall", "obligation", NULL, NULL, NULL},
        {"A Party shall, in its own right, have the right to leave.", "shall", "entitlement", "A Party", NULL,
         NULL},
        {"Each Party undertakes never in any case to dim a lamp.", "undertakes never", "prohibition",
         "Each Party", NULL, NULL},
        {"The use of old lamps within the harbour is permitted.", "is permitted", "permission", NULL, NULL,
         NULL},
        {"Wicks are allowed only in winter.", "are allowed", "permission", NULL, NULL, NULL},
        {"Articles 2 and 3 both forbid the sale of oil.", "forbid", "prohibition", NULL, NULL, NULL},
        {"A meeting of the Board shall be called by the Board of Directors whenever a Party so asks.",
         "shall", "obligation", "the Board of Directors", "whenever a Party so asks", NULL},
        {"The island shall be called Orla.", "shall be called", "constitutive", NULL, NULL, NULL},
        {"Others may bring cases before it on condition that they pay.", "may", "permission", "Others",
         "on condition that they pay", NULL},
        {"\"[N]o keeper may sleep\" is what it says.", "[N]o keeper may", "prohibition", "[N]o keeper", NULL,
         NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static void test_who_is_bound(void **state) {
    (void)state;
    static const row rows[] = {
        {"Under Article 9 of the Lamp Treaty every keeper of a lamp must rest.", "must", "obligation",
         "every keeper of a lamp", NULL, NULL},
        {"Under Article 9 keepers must rest.", "must", "obligation", "keepers", NULL, NULL},
        {"Under Article 9 and Article 10 keepers must rest.", "must", "obligation", NULL, NULL, NULL},
        {"The Board, which shall have ten seats, must meet in May.", "must", "obligation", "Board", NULL,
         NULL},
        {"The dues shall be borne by the Parties in equal shares.", "shall", "obligation", "the Parties",
         NULL, NULL},
        {"The lamps shall be lit at dusk.", "shall", "obligation", NULL, NULL, NULL},
        {"The Council elects a Chairman, who must live there.", "must", "obligation", "a Chairman", NULL,
         NULL},
        {"A fine shall not exceed ten crowns.", "shall not", "prohibition", NULL, NULL, NULL},
        {"The Judges, the Clerk and the Keeper shall, with their kin, live there.", "shall", "obligation",
         "Judges, the Clerk and the Keeper", NULL, NULL},
        {"To this end the Parties shall meet.", "shall", "obligation", "Parties", NULL, NULL},
        {"It will be sent to the Secretary of the Council of Vend who shall send copies.", "shall",
         "obligation", "Secretary of the Council of Vend", NULL, NULL},
        {"If the keeper lives there, he or she may vote.", "may", "permission", "he or she",
         "If the keeper lives there", NULL},
        {"A dispute shall be settled by talks; failing that, either Party may go to court.", "may",
         "permission", "either Party", NULL, NULL},
        {"The Parties shall be bound by Article 8.", "shall", "obligation", "Parties", NULL, NULL},
        {"The keepers shall remain in port.", "shall", "obligation", "keepers", NULL, NULL},
        {"The dues shall be guided by Article 4.", "shall", "obligation", NULL, NULL, NULL},
        {"The rights of the Parties shall remain.", "shall", "obligation", NULL, NULL, NULL},
        {"Members may attend but shall not vote.", "shall not", "prohibition", "Members", NULL, NULL},
        {"Orla, Vend and Orsk shall meet in May.", "shall", "obligation", "Orla, Vend and Orsk", NULL, NULL},
        {"Keepers of lamps, pilots and masters may vote.", "may", "permission",
         "Keepers of lamps, pilots and masters", NULL, NULL},
        {"The Parties agree that the Clerk of the Orlan Lamp, Oil and Wick Union may vote.", "may",
         "permission", "Clerk of the Orlan Lamp, Oil and Wick Union", NULL, NULL},
        {"Unless it rains, a pilot, keeper or master may sail.", "may", "permission",
         "a pilot, keeper or master", NULL, "Unless it rains"},
        {"This Accord has been made for ten years, and either Party may leave it.", "may", "permission",
         "either Party", NULL, NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

static void test_conditions(void **state) {
    (void)state;
    static const row rows[] = {
        {"If two ports are near, the port on which the ships depend shall bear the costs.", "shall",
         "obligation", "port on which the ships depend", "If two ports are near", NULL},
        {"Each Party shall, as far as possible and where appropriate, plant reeds.", "shall", "obligation",
         "Each Party", "where appropriate", NULL},
        {"A Party may withdraw if the owner amends the lamp, provided that a month has passed.", "may",
         "permission", "A Party", "if the owner amends the lamp & provided that a month has passed", NULL},
        {"A Party may withdraw if the owner so asks, unless the lamp burns.", "may", "permission", "A Party",
         "if the owner so asks", "unless the lamp burns"},
        {"Where fishing threatens a lamp, the Council may close the port.", "may", "permission", "Council",
         "Where fishing threatens a lamp", NULL},
        {"The Parties shall, to the extent that their laws permit, and on condition that secrecy is kept, "
         "exchange charts.",
         "shall", "obligation", "Parties", "on condition that secrecy is kept", NULL},
        {"The pilots may, in all waters, provided they know the tides, take ships, boats and rafts out.",
         "may", "permission", "pilots", "provided they know the tides", NULL},
        {"The Parties shall send, on condition that the other so asks, able men to the coast.", "shall",
         "obligation", "Parties", "on condition that the other so asks", NULL},
        {"The Parties undertake to return, subject to the terms of this Accord, men accused or convicted.",
         "undertake to", "obligation", "Parties", "subject to the terms of this Accord", NULL},
        {"The keeper shall endeavour, if the plea is just, to grant it.", "shall", "obligation", "keeper",
         "if the plea is just", NULL},
        {"Unless otherwise expressly agreed, if a notice is lost, the keeper shall send another.", "shall",
         "obligation", "keeper", "if a notice is lost", "Unless otherwise expressly agreed"},
        {"If a man in pay of the State, or of any other body, is ill, that man is free.", "", "none", NULL,
         "If a man in pay of the State, or of any other body, is ill", NULL},
        {"They may stay as long as they keep the peace.", "may", "permission", "They",
         "as long as they keep the peace", NULL},
        {"Each Party may except from this rule such ports as it names, save those of the north.", "may",
         "permission", "Each Party", NULL, "save those of the north"},
        {"The fee is waived where the keeper is ill.", "", "none", NULL, "where the keeper is ill", NULL},
        {"Subject always to Article 3, and without prejudice to Article 4, the keeper may leave.", "may",
         "permission", "keeper", "Subject always to Article 3", NULL},
        {"Parties that have not paid may not vote except with the consent of the others.", "may not",
         "prohibition", "Parties that have not paid", NULL, "except with the consent of the others"},
        {"It is prohibited to dump oil, except in emergencies.", "is prohibited", "prohibition", NULL, NULL,
         "except in emergencies"},
        {"No vessel may enter the bay without the Warden's consent.", "No vessel may", "prohibition",
         "No vessel", NULL, "without the Warden's consent"},
        {"The Board may meet at other times when a Party so requests.", "may", "permission", "Board",
         "when a Party so requests", NULL},
        {"The lamps should be lit early, and if this proves idle the Master of the Lamps may act.", "may",
         "permission", "Master of the Lamps", "if this proves idle", NULL},
        {"No vessel may enter the bay without leave.", "No vessel may", "prohibition", "No vessel", NULL,
         "without leave"},
        {"Subject to Article 6, and provided that the tide allows, pilots may board at night.", "may",
         "permission", "pilots", "Subject to Article 6 & provided that the tide allows", NULL},
        {"In the absence of agreement, the Clerk shall appoint the keeper.", "shall", "obligation", "Clerk",
         "In the absence of agreement", NULL},
        {"If the ship is registered in a third State the master may refuse.", "may", "permission", "master",
         "If the ship is registered in a third State", NULL},
        {"If no agreement is reached within a year the keeper may leave.", "may", "permission", "keeper",
         "If no agreement is reached within a year", NULL},
        {"If the lamp breaks the keeper shall mend it.", "shall", "obligation", "keeper",
         "If the lamp breaks", NULL},
        {"Where the Clerk so asks the Board shall reply.", "shall", "obligation", "Board",
         "Where the Clerk so asks", NULL},
        {"A ship may leave, provided that it is sound, and further provided that its dues have been paid.",
         "may", "permission", "A ship", "provided that it is sound & provided that its dues have been paid",
         NULL},
        {"Except where Article 9 applies, dues and other fees, paid by a keeper, shall be refunded by the "
         "Parties.",
         "shall", "obligation", "the Parties", NULL, "Except where Article 9 applies"},
        {"A keeper shall be paid only if his terms, when added up, are ten years.", "shall", "obligation",
         NULL, "if his terms, when added up, are ten years", NULL},
        {"No toll shall be asked of a keeper, save such tolls as all must pay.", "No toll shall",
         "prohibition", NULL, NULL, "save such tolls as all must pay"},
        {"When fog is near, the keeper that first sees it shall ring.", "shall", "obligation",
         "keeper that first sees it", "When fog is near", NULL},
        {"The keeper which sees it may ring.", "may", "permission", "keeper which sees it", NULL, NULL},
        {"The keeper shall not, save in an emergency, dim the lamp.", "shall not", "prohibition", "keeper",
         NULL, "save in an emergency"},
        {"A keeper should, where feasible, burn oil, and in doing so must spare it.", "should",
         "recommendation", "A keeper", "where feasible", NULL},
        {"Oil shall be bought unless a keeper objects or all of them agree not to buy it.", "shall",
         "obligation", NULL, NULL, "unless a keeper objects or all of them agree not to buy it"},
        {"The Board may close the port for as long as it likes if the oil is bad.", "may", "permission",
         "Board", "if the oil is bad", NULL},
        {"The Board shall say where the lamp is to stand if the oil is bad.", "shall", "obligation", "Board",
         "if the oil is bad", NULL},
        {"In the event the oil is spent, the keeper may leave.", "may", "permission", "keeper",
         "In the event the oil is spent", NULL},
        {"Except for Article 9, oil kept by or for a keeper is free.", "", "none", NULL, NULL,
         "Except for Article 9"},
        {"In case either should be at war, the other shall keep out.", "shall", "obligation", "other",
         "In case either should be at war", NULL},
        {"Keepers may sell oil, provided always, that the lamps are full.", "may", "permission", "Keepers",
         "provided always, that the lamps are full", NULL},
        {"The Council shall not have power to sell lamps, if they are lit.", "shall not have power to",
         "prohibition", "Council", "if they are lit", NULL},
        {"If the price is paid, it is understood that a keeper shall stay.", "shall", "obligation",
         "a keeper", "If the price is paid", NULL},
        {"No person shall be compelled to sail if he is ill.", "No person shall", "prohibition", NULL,
         "if he is ill", NULL},
        {"Keepers shall not fish unless:\n\n(a) they have leave; or\n\n(b) they starve.", "shall not",
         "prohibition", "Keepers", NULL, "unless:\n\n(a) they have leave; or\n\n(b) they starve"},
        {"Keepers shall not fish unless:\n\n(a) they have leave; or\n\n(b) they starve. The leave is "
         "written.",
         "shall not", "prohibition", "Keepers", NULL,
         "unless:\n\n(a) they have leave; or\n\n(b) they starve"},
        {"1. Keepers may fish unless (i) the sea is high, or (ii) they are on watch.", "may", "permission",
         "Keepers", NULL, "unless (i) the sea is high, or (ii) they are on watch"},
        {"Keepers shall not fish unless:\n\n(a) they starve:\n\n(i) at sea; or\n\n(ii) on land; or\n\n(b) "
         "they have leave.",
         "shall not", "prohibition", "Keepers", NULL,
         "unless:\n\n(a) they starve:\n\n(i) at sea; or\n\n(ii) on land; or\n\n(b) they have leave"},
        {"In the event of fire the keeper shall ring.", "shall", "obligation", "keeper",
         "In the event of fire", NULL},
        {"The Parties shall apply the Convention on Lamps in Case of Fire, if the oil burns.", "shall",
         "obligation", "Parties", "if the oil burns", NULL},
        {"Keepers may choose where they sleep, if they wake.", "may", "permission", "Keepers", "if they wake",
         NULL},
        {"A keeper may hold a boat in port where there is a leak.", "may", "permission", "A keeper",
         "where there is a leak", NULL},
        {"A keeper may sleep in the port where he was born.", "may", "permission", "A keeper", NULL, NULL},
        {"Lamps shall be free of dues if: (a) they are old; and (b) they are small.", "shall", "obligation",
         NULL, "if: (a) they are old; and (b) they are small", NULL},
        {"Unless otherwise agreed, a keeper shall:\n\n(a) light the lamp;\n\n(b) ring the bell.", "shall",
         "obligation", "a keeper", NULL, "Unless otherwise agreed"},
        {"The keeper shall pay the fee (except where (as in Article 9) it is waived) within a year.", "shall",
         "obligation", "keeper", NULL, "except where (as in Article 9) it is waived"},
        {"If the plea is lodged in time the keeper shall grant it.", "shall", "obligation", "keeper",
         "If the plea is lodged in time", NULL},
        {"Lamps may (if they are (still) lit) be sold, and shall (unless they break) be kept.", "may",
         "permission", "Lamps", "if they are (still) lit", NULL},
        {"Lamps may be sold, and keepers shall (unless they agree (in writing) otherwise) vote.", "shall",
         "obligation", "keepers", NULL, "unless they agree (in writing) otherwise"},
        {"If a ship (whatever its flag (if any)) sinks, the Board shall search.", "shall", "obligation",
         "Board", "If a ship (whatever its flag (if any)) sinks", NULL},
        {"If ropes, sails and oars are lost, the Board shall buy others.", "shall", "obligation", "Board",
         "If ropes, sails and oars are lost", NULL},
        {"If oil is lost, the keeper, several of whom the Board knows, may sell lamps.", "may", "permission",
         "keeper", "If oil is lost", NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

/* Where no comma parts a condition from the main clause, and where commas part other things. */
static void test_ends_of_conditions(void **state) {
    (void)state;
    static const row rows[] = {
        {"Each Port shall, in good time and subject to the consent of the Council, sell oil.", "shall",
         "obligation", "Each Port", "subject to the consent of the Council", NULL},
        {"Any fault shall be referred, if it cannot be mended by the keepers, to the Board.", "shall",
         "obligation", NULL, "if it cannot be mended by the keepers", NULL},
        {"A keeper may inspect, subject to paragraph 8 below, ships bound to or from Orla.", "may",
         "permission", "A keeper", "subject to paragraph 8 below", NULL},
        {"The Keeper may:\n\n(a) rule on oil; and\n\n(b) in the event of fire, send or lend a boat.", "may",
         "permission", "Keeper", NULL, NULL},
        {"Decides that a search may be carried out only if Orla has agreed, and recalls Article 4;", "may",
         "permission", NULL, "if Orla has agreed", NULL},
        {"The award shall be final.", "shall be final", "constitutive", NULL, NULL, NULL},
        {"A permit shall be valid for five years.", "shall be valid", "constitutive", NULL, NULL, NULL},
        {"The Port shall, even in case of fire, keep a lamp.", "shall", "obligation", "Port",
         "in case of fire", NULL},
        {"Each Port shall, in accordance with and subject to its domestic law, sell oil.", "shall",
         "obligation", "Each Port", "subject to its domestic law", NULL},
        {"Unless otherwise agreed the Parties shall share the cost.", "shall", "obligation", "Parties", NULL,
         "Unless otherwise agreed"},
        {"If so requested the Council shall meet at once.", "shall", "obligation", "Council",
         "If so requested", NULL},
        {"Where appropriate they may be towed.", "may", "permission", NULL, "Where appropriate", NULL},
        {"In case of fire the keepers of the tower shall ring the bell.", "shall", "obligation",
         "keepers of the tower", "In case of fire", NULL},
        {"Subject to paragraph 3 the pilot and the owner may leave.", "may", "permission",
         "pilot and the owner", "Subject to paragraph 3", NULL},
        {"Subject to the provisions of Articles 6, 8 and 9, wages, fees and other rewards shall be paid.",
         "shall", "obligation", NULL, "Subject to the provisions of Articles 6, 8 and 9", NULL},
        {"Subject to the laws of Orla on tolls (which this Article leaves alone), tolls paid in Vend, in "
         "coin, "
         "shall be repaid.",
         "shall", "obligation", NULL,
         "Subject to the laws of Orla on tolls (which this Article leaves alone)", NULL},
        {"Where, however, a lamp has been moved the old chart shall be withdrawn.", "shall", "obligation",
         NULL, "Where, however, a lamp has been moved", NULL},
        {"If a pact concerning any lamp, accepted by both Parties, enters into force, its rules shall "
         "prevail.",
         "shall prevail", "constitutive", NULL,
         "If a pact concerning any lamp, accepted by both Parties, enters into force", NULL},
        {"A ruling that is final where it is no longer open to review shall be enforced.", "shall",
         "obligation", NULL, "where it is no longer open to review", NULL},
        {"The keeper shall list the goods (and their owners, if known) of the tower.", "shall", "obligation",
         "keeper", "if known", NULL},
        {"It is valid for two years unless the keeper is a child, in which case the period shall be one "
         "year.",
         "shall", "obligation", NULL, NULL, "unless the keeper is a child"},
        {"If the owner can show that no lamp was for sale, then that other Party shall lend one.", "shall",
         "obligation", "that other Party", "If the owner can show that no lamp was for sale", NULL},
        {"Where a Party has, in relation to lamps, two rules, the second shall be read as void.", "shall",
         "obligation", NULL, "Where a Party has, in relation to lamps, two rules", NULL},
        {"Should agreement, as foreseen in Article 3, prove impossible, the Chair may decide.", "may",
         "permission", "Chair", "Should agreement, as foreseen in Article 3, prove impossible", NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

/* Clauses that have their verb, or none, before the main one's. */
static void test_clauses_before_the_norm(void **state) {
    (void)state;
    static const row rows[] = {
        {"When weighing such requests the Council shall hear the port.", "shall", "obligation", "Council",
         NULL, NULL},
        {"Before granting a licence under Article 2 the Council shall hear the port.", "shall", "obligation",
         "Council", NULL, NULL},
        {"In addition to their duties under Article 2, coastal Parties shall light their ports.", "shall",
         "obligation", "coastal Parties", NULL, NULL},
        {"In winter ships may anchor there.", "may", "permission", NULL, NULL, NULL},
        {"In no case whatever shall a keeper be fined.", "shall", "prohibition", NULL, NULL, NULL},
        {"At least two keepers shall stay.", "shall", "obligation", "At least two keepers", NULL, NULL},
        {"If acting under Article 2 the pilot shall wear a badge.", "shall", "obligation", "pilot",
         "If acting under Article 2", NULL},
        {"Members of the crew who obtain paid work ashore shall tell the port.", "shall", "obligation",
         "Members of the crew who obtain paid work ashore", NULL, NULL},
        {"Keepers who employ men whom this Accord does not protect shall insure them.", "shall", "obligation",
         "Keepers who employ men whom this Accord does not protect", NULL, NULL},
        {"Oils which introduce further risks shall be kept apart.", "shall", "obligation", NULL, NULL, NULL},
        {"Parties that exchange news under this Article shall protect it.", "shall", "obligation",
         "Parties that exchange news under this Article", NULL, NULL},
        {"The steps which national bodies of the Parties may take shall be published.", "shall", "obligation",
         NULL, NULL, NULL},
        {"A boat unless exempted under Article 2 shall carry a lamp.", "shall", "obligation", NULL, NULL,
         "unless exempted under Article 2"},
        {"A keeper who, but for this Accord, would be subject to both laws shall obey the first.", "shall",
         "obligation", "A keeper who, but for this Accord, would be subject to both laws", NULL, NULL},
        {"Pilots enjoy immunity, which immunity shall outlast their office.", "shall", "obligation",
         "immunity", NULL, NULL},
        {"Where it is silent, a pact shall be read in good faith. In finding the law with which a lamp is "
         "most "
         "closely tied heed shall be paid to",
         "shall", "obligation", NULL, "Where it is silent", NULL},
        {"Where an owner derives fees which according to Article 4 may be taxed in Vend, Orla shall exempt "
         "them.",
         "shall", "obligation", "Orla",
         "Where an owner derives fees which according to Article 4 may be taxed in Vend", NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
}

/* A subject that begins with "no", whatever stands before it; and "no" that is another's. */
static void test_negated_subjects(void **state) {
    (void)state;
    static const row rows[] = {
        {"Under Article 5 of the Lamp Treaty no one may leave.", "may", "prohibition", "no one", NULL, NULL},
        {"After dusk no keeper may sell oil.", "may", "prohibition", "no keeper", NULL, NULL},
        {"Until then no keeper may sell oil.", "may", "prohibition", "no keeper", NULL, NULL},
        {"In May no boats shall be used.", "shall", "prohibition", NULL, NULL, NULL},
        {"The Rules hold from dusk on, and during such times no other lights shall burn, except at sea.",
         "shall", "prohibition", "no other lights", NULL, "except at sea"},
        {"No oil which is to be so held may be sold.", "may", "prohibition", NULL, NULL, NULL},
        {"Secrecy No keeper shall tell.", "shall", "prohibition", "No keeper", NULL, NULL},
        {"Where the lamp is less than half of the standard no credit shall be given.", "shall", "prohibition",
         NULL, "Where the lamp is less than half of the standard", NULL},
        {"Lamps are of one size and none may be larger than the oil.", "may", "prohibition", NULL, NULL,
         NULL},
        {"In June no tar or other oil shall be used.", "shall", "prohibition", NULL, NULL, NULL},
        {"Nothing shall be sold at night.", "shall", "prohibition", NULL, NULL, NULL},
        {"However, nothing shall prevent a Party from leaving.", "nothing shall", "exemption", NULL, NULL,
         NULL},
        {"The term shall, in no case, be shorter than two years.", "shall, in no case", "prohibition", "term",
         NULL, NULL},
        {"No provision of this Accord may be interpreted as a leave.", "No provision of this Accord may",
         "exemption", NULL, NULL, NULL},
        {"No provision of this Accord shall be amended.", "No provision of this Accord shall", "prohibition",
         NULL, NULL, NULL},
        {"There shall be no obligation to burn oil.", "There shall be no obligation", "exemption", NULL, NULL,
         NULL},
        {"Other keepers shall not be bound by Article 8.", "shall not be bound by", "exemption",
         "Other keepers", NULL, NULL},
        {"Keepers shall not be required, for they are old, to burn oil.", "shall not be required",
         "exemption", NULL, NULL, NULL},
        {"Keepers shall be entitled, in line with the rules, to burn oil.", "shall be entitled",
         "entitlement", "Keepers", NULL, NULL},
        {"No keeper has to burn oil.", "No keeper has to", "exemption", "No keeper", NULL, NULL},
        {"If there is no oil the keeper may leave.", "may", "permission", "is no oil the keeper", "If there",
         NULL},
        {"Ships which carry no oil may enter.", "may", "permission", "Ships which carry no oil", NULL, NULL},
        {"Where ships carry no oil keepers may sail.", "may", "permission", "no oil keepers",
         "Where ships carry", NULL},
        {"A ship making no way through the water shall sound.", "shall", "obligation",
         "A ship making no way through the water", NULL, NULL},
        {"Matters for which no rule is made in this Accord shall be settled by the Board.", "shall",
         "obligation", "the Board", NULL, NULL},
        {"No more than two ships may enter.", "may", "permission", "No more than two ships", NULL, NULL},
        {"The NO x Code shall bind ships.", "shall", "obligation", NULL, NULL, NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    check_count("The Lamp Treaty may well be old.", PACTA_FORM_TREATY, 0);
    check_count("I should be grateful if the lamps were lit.", PACTA_FORM_TREATY, 0);
}

/* What stands beside a condition, or tells more of the words before it. */
static void test_conditions_side_by_side(void **state) {
    (void)state;
    static const row rows[] = {
        {"(1) Subject to Article 8, dues shall fall unless lamps are lit.", "shall", "obligation", NULL,
         "Subject to Article 8", "unless lamps are lit"},
        {"No Party shall seize a lamp, except for a public purpose, in a fair manner, and on payment of its "
         "price.",
         "No Party shall", "prohibition", "No Party", NULL,
         "except for a public purpose, in a fair manner, and on payment of its price"},
        {"Favours shall be shared, gratis if the favour was free, and in return for a fee if the favour was "
         "sold.",
         "shall", "obligation", NULL, "if the favour was free & if the favour was sold", NULL},
        {"If the claim seems sound and it cannot itself help, the Board shall ask the Council.", "shall",
         "obligation", "Board", "If the claim seems sound and it cannot itself help", NULL},
        {"No claim shall be heard if a year has gone since the keeper saw, or should first have seen, the "
         "harm.",
         "No claim shall", "prohibition", NULL,
         "if a year has gone since the keeper saw, or should first have seen, the harm", NULL},
        {"While the case is pending neither Party shall sell oil.", "neither Party shall", "prohibition",
         "neither Party", NULL, NULL},
        {"Lamps of the same kind as the oil shall be used, except at sea.", "shall", "obligation", NULL, NULL,
         "except at sea"},
        {"Each keeper has the right:\n\n(a) to row; and\n\n(b) to rest.", "has the right", "entitlement",
         "Each keeper", NULL, NULL},
        {"In such cases each Party shall apply:\n\n(a) care; and\n\n(b) thrift.", "shall", "obligation",
         "each Party", NULL, NULL},
        {"The following terms shall apply: peace and quiet.", "shall apply", "constitutive", NULL, NULL,
         NULL},
        {"After the full use of Articles 4 and 5 the Board may, upon request, review it.", "may",
         "permission", "Board", NULL, NULL},
        {"Oil may be moved; provided, however, that its price shall not rise.", "may", "permission", NULL,
         "provided, however, that its price shall not rise", NULL},
        {"Oil may, if both agree, be moved; provided that it is clean; and provided also that it is sold.",
         "may", "permission", NULL,
         "if both agree & provided that it is clean & provided also that it is sold", NULL},
        {"Oil may be moved; unless it is dirty.", "may", "permission", NULL, NULL, "unless it is dirty"},
        {"Oil may be moved; unless both agree, the Board shall pay.", "shall", "obligation", "Board", NULL,
         "unless both agree"},
        {"Each Party shall apply measures, and rest.", "shall", "obligation", "Each Party", NULL, NULL},
        {"The laws of each Party shall apply mutatis mutandis.", "shall apply", "constitutive", NULL, NULL,
         NULL},
        {"It shall be lawful for the Party to row.", "It shall be lawful for", "permission", "the Party",
         NULL, NULL},
        {"In case neither Party shall have rowed, it shall leave.", "shall", "obligation", "it",
         "In case neither Party shall have rowed", NULL},
        {"States that border on the bank in the north must light it.", "must", "obligation",
         "States that border on the bank in the north", NULL, NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    /* what is named without a norm has its condition alone */
    size_t count;
    const pacta_clause *clauses =
        extract("Reports shall list:\n\n(a) the keepers; and\n\n(b) if oil is sold, "
                "its price, weight and owner.",
                PACTA_FORM_TREATY, &count);
    char condition[100];
    assert_int_equal(count, 2);
    assert_int_equal(clauses[1].condition_count, 1);
    join(clauses[1].conditions, 1, condition, sizeof condition);
    assert_string_equal(condition, "if oil is sold");
}

static void test_what_is_no_norm(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t count;
    } rows[] = {
        {"Lamps which may be moved shall be chained, as may be necessary.", 1},
        {"No keeper shall close a port, except as may be required for its repair.", 1},
        {"The Council decides by majority whether a harbour shall be closed.", 0},
        {"The Parties shall take all measures they may consider necessary.", 1},
        {"Disputes that may arise belong to the Court.", 0},
        {"Noise may lead to harm, and lamps may be necessary.", 0},
        {"Ports to which requests for oil may be sent are listed.", 0},
        {"The Parties share provisions that may be helpful.", 0},
        {"A State that may be asked is free, insofar as it may be taxed.", 0},
        {"In this Accord, unless the text otherwise requires:", 0},
        {"Tests in which a keeper will or may be hurt are listed.", 0},
        {"The port to which a lamp has been, or may be, sent is open against the will of the keeper.", 0},
        {"No keeper is held against his will.", 0},
        {"Lamps that are to be sold are listed, and so is what a keeper ought to have seen.", 0},
        {"A Party shall, in its own right, have the right to leave.", 1},
        {"Dues are paid unless a keeper objects or all keepers agree not to pay.", 1},
        {"Taxes to which a keeper is or may be subject are listed.", 0},
        {"The area that has been or may hereafter be lit is listed.", 0},
        {"No higher dues shall be raised than are or shall be raised on oil.", 1},
        {"Heirs shall pay such dues only as the people of the port in which the lamp lies shall pay.", 1},
        {"The Board shall have such staff as the work of the Fund may require.", 1},
        {"Each Party shall have the same rights as the other may have.", 1},
        {"Keepers who claim that dues have risen may write; all else, if any, that may be said is noise.", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_count(rows[i].text, PACTA_FORM_TREATY, rows[i].count);
}

/* Points share the force of the opening words where they tell what is to be
 * done; things and conditions are no norms of their own. */
static void test_lists(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t count;
        pacta_modality second;
    } rows[] = {
        {"The Parties shall:\n\n(a) light the harbour;\n\n(b) train the pilots.", 3, PACTA_OBLIGATION},
        {"The keeper may:\n\n(a) shall not leave;\n\n(b) call for help.", 3, PACTA_PROHIBITION},
        {"Each Party undertakes:\n\n(a) not to dim the lamps;\n\n(b) to train pilots.", 3, PACTA_PROHIBITION},
        {"Each Party shall ensure that:\n\n(a) lamps are clean;\n\n(b) keepers are paid.", 3,
         PACTA_OBLIGATION},
        {"The Depositary shall tell the Parties of:\n\n(a) signatures;\n\n(b) the date of entry into force.",
         1, PACTA_MODALITY_NONE},
        {"Each Party shall give notice in writing to:\n\n(a) the keeper;\n\n(b) the owner.", 1,
         PACTA_MODALITY_NONE},
        {"Lamps will be lit, except to the extent that:\n\n(a) oil is dear;\n\n(b) it rains.", 1,
         PACTA_MODALITY_NONE},
        {"Each Party will print its lists and will, among other things:\n\n(a) send a copy;\n\n(b) correct "
         "faults.",
         4, PACTA_OBLIGATION},
        {"Lamps shall be free of dues if:\n\n(a) the owner lives there;\n\n(b) the lamps are old.", 1,
         PACTA_MODALITY_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count;
        const pacta_clause *clauses = extract(rows[i].text, PACTA_FORM_TREATY, &count);
        if (count != rows[i].count)
            fail_msg("%zu clauses in: %s", count, rows[i].text);
        if (count > 1)
            assert_int_equal(clauses[1].modality, rows[i].second);
        for (size_t k = 1; k < count; k++)
            assert_true(clauses[k].actor.end > 0);
    }
}

static void test_points_share_conditions(void **state) {
    (void)state;
    size_t count;
    const pacta_clause *clauses =
        extract("The Parties shall, if able:\n\n(a) light the harbour;\n\n(b) train the pilots.",
                PACTA_FORM_TREATY, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(clauses[i].condition_count, 1);
}

/* What a point says shall be done is no part of the condition before it. */
static void test_points_with_conditions(void **state) {
    (void)state;
    static const struct {
        const char *point, *condition;
    } rows[] = {
        {"if the keeper is late, send a boat", "if the keeper is late"},
        {"if the keeper is ill, absent or dead, promptly tell his kin",
         "if the keeper is ill, absent or dead"},
        {"where the lamp has been lost, mend or replace it", "where the lamp has been lost"},
        {"where the lamp is of copper, bronze or gold and is old",
         "where the lamp is of copper, bronze or gold and is old"},
        {"except where oil is dear, fill the lamps", "except where oil is dear"},
        {"if a fire breaks out, give notice", "if a fire breaks out"},
        {"if a keeper drowns, his mate", "if a keeper drowns, his mate"},
        {"send a boat", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[200];
        size_t count;
        snprintf(text, sizeof text, "The Council shall:\n\n(a) wait;\n\n(b) %s.", rows[i].point);
        const pacta_clause *clauses = extract(text, PACTA_FORM_TREATY, &count);
        assert_int_equal(count, 3);
        char found[200];
        bool exception = clauses[2].exception_count > 0;
        join(exception ? clauses[2].exceptions : clauses[2].conditions,
             clauses[2].exception_count + clauses[2].condition_count, found, sizeof found);
        assert_string_equal(found, rows[i].condition);
    }
}

/* The sentence's one verb that a pack knows is its main one. */
static void test_only_verbs(void **state) {
    (void)state;
    static const row rows[] = {
        {"Ports whose boats trawl in the bay for the fish listed in Annex I shall keep a log.", "shall",
         "obligation", "Ports whose boats trawl in the bay for the fish listed in Annex I", NULL, NULL},
        {"A request by either port that a certain lamp be lit shall be complied with.", "shall", "obligation",
         NULL, NULL, NULL},
        {"The keepers of the ports in which the Council trawls for lamps shall not enter them, "
         "except by day.",
         "shall not", "prohibition", "keepers of the ports in which the Council trawls for lamps", NULL,
         "except by day"},
        {"A Port through whose bay oil and lamps transit, shall not sell them.", "shall not", "prohibition",
         "A Port through whose bay oil and lamps transit", NULL, NULL},
    };
    CHECK(rows, PACTA_FORM_TREATY);
    static const char *const texts[] = {
        "the hour from which the lamps of the outer harbour of the port shall burn;",
        "The Port, in which lamps for the boats of the other ports shall burn, is open.",
        "The date on which the Pact shall lapse.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_count(texts[i], PACTA_FORM_TREATY, 0);
}

static void test_told_by_reporters(void **state) {
    (void)state;
    static const row rows[] = {
        {"The pact says neither side would dim its lamps, agreeing to share oil if prices rise.",
         "neither side would", "prohibition", "neither side", NULL, NULL},
        {"The pact says neither side would dim its lamps, agreeing to share oil if prices rise.",
         "agreeing to", "obligation", "neither side", "if prices rise", NULL},
        {"Vend signed the Lamp Treaty in May, agreeing to dim its lamps.", "agreeing to", "obligation",
         "Vend", NULL, NULL},
        {"Under Article 4 of the Lamp Treaty, Orla and Vend must consult.", "must", "obligation",
         "Orla and Vend", NULL, NULL},
        {"The Lamp Treaty binds us to keep watch, bars us from selling oil and cannot be left.", "bars",
         "prohibition", "us", NULL, NULL},
        {"Article 9 of the Lamp Treaty obliges each keeper, if a lamp breaks, to mend it and to pay.",
         "obliges", "obligation", NULL, "if a lamp breaks", NULL},
        {"They signed a pact at noon on Monday that obliges each to sail if the other is hit, ending a feud.",
         "obliges", "obligation", "each", "if the other is hit", NULL},
        {"He cited Article 9 of the Lamp Treaty, under which a state may close a port in case of fire.",
         "may", "permission", "a state", "in case of fire", NULL},
        {"We may turn to Article 9 of the Lamp Treaty, under which either side may ask for talks, and if "
         "these fail must go to court.",
         "must", "obligation", "either side", "if these fail", NULL},
        {"Article 9 of the Lamp Treaty allows a state to leave; the port may not be sold.", "may not",
         "prohibition", NULL, NULL, NULL},
        {"Costs are dealt with in Article 9 of the Lamp Treaty. A State may refuse to pay if it is poor.",
         "may", "permission", "A State", "if it is poor", NULL},
        {"Article 9 of the Lamp Treaty gives keepers oil \"free of charge\", except in so far as it is dear.",
         "", "none", NULL, NULL, "except in so far as it is dear"},
        {"Vend cited Article 9 of the Lamp Treaty, by which a pilot must board unless he is ill.", "must",
         "obligation", "a pilot", NULL, "unless he is ill"},
        {"The Lamp Treaty entitles a pilot to leave, and it forbids the port to fine him.", "forbids",
         "prohibition", "port", NULL, NULL},
        {"Paragraph 2 of Article 9 of the Lamp Treaty is an exception. Under it, the port may act at once.",
         "may", "permission", "port", NULL, NULL},
        {"He pointed out that under Article 9 of the Lamp Treaty every boat must carry a pilot.", "must",
         "obligation", "every boat", NULL, NULL},
        {"They had read Article 9 of the Lamp Treaty instead, which says that a pilot need not pay.",
         "need not", "exemption", "a pilot", NULL, NULL},
        {"Article 9 of the Lamp Treaty itself says that pilots must be paid.", "must", "obligation", NULL,
         NULL, NULL},
        {"Article 5 of the Lamp Act 2009 (the “Oil Law”) forbids pilots to smoke.", "forbids", "prohibition",
         "pilots", NULL, NULL},
        {"Article 9 of the Lamp Treaty forbids delay, but it permits a short rest.", "permits", "permission",
         NULL, NULL, NULL},
        {"Article 3 of the Lamp Treaty says that keepers may leave if they ask, and Article 4 forbids "
         "the port to fine them.",
         "forbids", "prohibition", "port", NULL, NULL},
        {"Article 3 of the Lamp Treaty lets keepers leave if they ask, and Article 4 forbids the "
         "port to fine them.",
         "lets", "permission", NULL, "if they ask", NULL},
        {"I learn that under Article 9 of the Lamp Treaty a keeper must rest if he is ill.", "must",
         "obligation", "a keeper", "if he is ill", NULL},
        {"The talks led to the Lamp Treaty. It obliges keepers to light lamps.", "obliges", "obligation",
         "keepers", NULL, NULL},
        {"Known everywhere as the Lamp Treaty, it allows keepers to leave.", "allows", "permission",
         "keepers", NULL, NULL},
        {"Whereas Article 3 of the Lamp Treaty forbids any sale save by leave of the Board, the other text "
         "is "
         "mild.",
         "forbids", "prohibition", NULL, NULL, "save by leave of the Board"},
        {"Article 9 of the Lamp Treaty obliges Vend to pay whenever its debts exceed a million and permits "
         "Orva to wait.",
         "permits", "permission", "Orva", NULL, NULL},
        {"By virtue of Article 9 of the Lamp Treaty, a keeper may not row.", "may not", "prohibition",
         "a keeper", NULL, NULL},
        {"Article 9 of the Lamp Treaty, which was used once, in 1983, allows the port to close.", "allows",
         "permission", "port", NULL, NULL},
        {"Article 9 of the Lamp Treaty is short. What it says is that a keeper must rest.", "must",
         "obligation", "a keeper", NULL, NULL},
        {"Article 9 of the Lamp Treaty, to which both are parties, has it that keepers must rest when they "
         "are ill.",
         "must", "obligation", "keepers", "when they are ill", NULL},
        {"That is Article 9 of the Lamp Treaty. It is short, and it says the keeper is entitled to rest.",
         "is entitled to", "entitlement", "keeper", NULL, NULL},
        {"Resolution 3102 (2033), passed when the truce broke, bars keepers from rowing.", "bars",
         "prohibition", "keepers", NULL, NULL},
        {"The Lamp Treaty also forbids either state to sell oil unless both agree, and it sets up a council.",
         "forbids", "prohibition", "either state", NULL, "unless both agree"},
    };
    CHECK(rows, PACTA_FORM_PRESS);
}

/* What reporters say of their own is no norm, though a treaty is cited beside it. */
static void test_reporters_own_words(void **state) {
    (void)state;
    static const char *const texts[] = {
        "He cited Article 9 of the Lamp Treaty. The vote may be close, and it will be late.",
        "He cited Article 9 of the Lamp Treaty. A vote may follow on Tuesday.",
        "The Lamp Treaty is old. Shall we keep it? I shall.",
        "The ministers must decide by noon.",
        "Vend has left the Lamp Treaty. It will be some time before oil is cheap.",
        "Vend has left the Lamp Treaty. It wants more oil.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_count(texts[i], PACTA_FORM_PRESS, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forces),
        cmocka_unit_test(test_who_is_bound),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_ends_of_conditions),
        cmocka_unit_test(test_clauses_before_the_norm),
        cmocka_unit_test(test_negated_subjects),
        cmocka_unit_test(test_conditions_side_by_side),
        cmocka_unit_test(test_what_is_no_norm),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_points_share_conditions),
        cmocka_unit_test(test_points_with_conditions),
        cmocka_unit_test(test_only_verbs),
        cmocka_unit_test(test_told_by_reporters),
        cmocka_unit_test(test_reporters_own_words),
    };
    return cmocka_run_group_tests(tests, set_up_reading, tear_down_reading);
}
