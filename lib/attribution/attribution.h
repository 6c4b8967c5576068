/* Attribution of one quotation: what its sentence holds around it, who is
 * quoted there, and of what kind the words are. */
#ifndef PACTA_ATTRIBUTION_ATTRIBUTION_H
#define PACTA_ATTRIBUTION_ATTRIBUTION_H

#include "phrases/phrases.h"

/* Words of a name or a term, at most; and of one that nothing else tells. */
enum { TERM_WORDS = 8, FEW_WORDS = 3 };

/* What the words inside the marks look like; of a long quotation, those it begins with. */
typedef struct pacta_shape {
    uint32_t words, capitals, small, shouted;
    bool capital; /* begins with one */
    bool ends;    /* with a full stop or comma */
    bool parted;  /* by a comma */
    bool norm;    /* the Parties shall */
    bool told;    /* the Parties will */
    bool speaks;  /* of himself, who says it: I, mine */
    bool binds;   /* shall, and nobody who speaks of himself */
    bool modal;   /* may, must, shall */
} pacta_shape;

/* The quotation in hand. Its sentence is what stands around it at its own
 * depth: other quotations there count as one word each. */
typedef struct pacta_attribution {
    pacta_work *work;
    uint32_t index;
    uint32_t first, end; /* its tokens, marks included */
    uint32_t low, high;  /* its sentence's */
    uint32_t passage;
    pacta_shape shape;  /* of its words */
    uint32_t last;      /* quotation before with a source, or PACTA_NONE */
    bool comma;         /* a comma, question or exclamation mark leads on to who says it */
    bool opens;         /* it begins its sentence */
    bool passive;       /* its words are told, and nobody tells them */
    bool cited;         /* words of an instrument, whoever passes them on */
    pacta_phrase spare; /* the subject of a reporting word that likelier has another source behind it */
    uint32_t spare_cue;
} pacta_attribution;

/* Steps to the token before (behind) `token` at the quotation's depth; over a
 * whole quotation where one ends (begins) there. False at the sentence's end. */
typedef struct pacta_step_over {
    uint32_t token;
    uint32_t sibling; /* the next quotation on the way, or PACTA_NONE */
    bool quotation;   /* the step went over one */
} pacta_step_over;

bool pacta_step_back(const pacta_attribution *a, pacta_step_over *at);
bool pacta_step_on(const pacta_attribution *a, pacta_step_over *at);

/* The quotation is all of its sentence, but for the full stop behind it. */
bool pacta_stands_alone(const pacta_attribution *a);

static inline pacta_quotation *pacta_quotation_of(const pacta_attribution *a) {
    return &a->work->document->quotations.items[a->index];
}

/* attribution/sources.c: finds the source in the quotation's sentence, or in the
 * words that announce it; fills source, carrier and cue. */
bool pacta_find_source(pacta_attribution *a);
bool pacta_find_announced(pacta_attribution *a);

/* The provision that is cited at the token, behind an article and before `end`; or PACTA_NONE. */
static inline uint32_t pacta_cited_at(const pacta_work *work, uint32_t token, uint32_t end) {
    token += pacta_is(work, token, CLASS_DETERMINER);
    return token < end ? pacta_reference_in(work, token, token + 1) : PACTA_NONE;
}

/* attribution/provisions_behind.c: the provisions that the words are said to be from. */
bool pacta_find_provision_behind(pacta_attribution *a);
/* "...", which stand in Article 12: that reference, or PACTA_NONE. */
uint32_t pacta_place_behind(const pacta_attribution *a);
bool pacta_find_place_behind(pacta_attribution *a);
bool pacta_find_apposed_behind(pacta_attribution *a);
/* By what says so, whoever reports. */
bool pacta_find_owner_behind(pacta_attribution *a);

/* attribution/unreported_texts.c: texts that no reporting word joins to the quotation. */
bool pacta_find_told_ground(pacta_attribution *a);
bool pacta_find_governing_text(pacta_attribution *a);
bool pacta_find_rule_of_last(pacta_attribution *a);
bool pacta_find_heading(pacta_attribution *a);
bool pacta_find_provision_before(pacta_attribution *a);
bool pacta_find_apposed_provision(pacta_attribution *a);
bool pacta_find_words_holder(pacta_attribution *a);
bool pacta_find_instrument_before(pacta_attribution *a);
bool pacta_find_ground_before(pacta_attribution *a);
bool pacta_find_relative_text(pacta_attribution *a);
bool pacta_find_worded(pacta_attribution *a);
bool pacta_find_explained(pacta_attribution *a);

/* attribution/unreported.c: persons likewise. */
bool pacta_find_at_comma(pacta_attribution *a);
bool pacta_find_coming(pacta_attribution *a);
bool pacta_find_gapped(pacta_attribution *a);
bool pacta_find_joined(pacta_attribution *a);
bool pacta_find_doer(pacta_attribution *a);
bool pacta_find_described(pacta_attribution *a);

/* attribution/views.c: whose view it is, told by the words that open the sentence. */
bool pacta_find_viewer(pacta_attribution *a);

/* attribution/cues.c: which words report. */
/* A verb that reports what its subject says, whatever stands around it. */
bool pacta_is_saying(const pacta_attribution *a, uint32_t token);
/* The same, or one that reports only where a quotation belongs to it. */
bool pacta_is_reporting(const pacta_attribution *a, uint32_t token);
/* Verbs are small, or all capitals in a headline; a capital is a name's. */
bool pacta_is_small(const pacta_attribution *a, uint32_t token);
/* The phrase names an instrument or a provision. */
bool pacta_is_cited(const pacta_attribution *a, pacta_phrase phrase);
/* The subject of the reporting verb, if it is one that can say things. */
bool pacta_find_subject(const pacta_attribution *a, uint32_t low, uint32_t verb, pacta_phrase *subject);
/* The newspaper "Morning Tide": where the body's name in quotation marks that ends before
 * `end` opens, behind what says that it is a body, or `end`; and the end of one that opens at
 * the token, or the token. */
uint32_t pacta_quoted_name_begin(const pacta_attribution *a, uint32_t low, uint32_t end);
uint32_t pacta_quoted_name_end(const pacta_attribution *a, uint32_t token);
/* "according to TASS", "quoting Article 4": the phrase that follows the cue. */
bool pacta_follows_cue(const pacta_attribution *a, uint32_t token, uint32_t high, pacta_phrase *phrase,
                       uint32_t *end);
/* The end of the next quotation before `token` in the sentence, or its low. */
uint32_t pacta_floor_of(const pacta_attribution *a, uint32_t token);
/* The phrase is the source, the tokens [first, end) are the cue. */
bool pacta_settle(pacta_attribution *a, pacta_phrase subject, uint32_t first, uint32_t end);

/* attribution/behind.c: right behind the quotation; the agent of a passive; what
 * commas set off further on. */
bool pacta_find_behind(pacta_attribution *a);
bool pacta_find_agent(pacta_attribution *a);
/* "..." by Holm: right behind the words; and with what was done with them, as branded "...". */
bool pacta_has_agent_behind(const pacta_attribution *a);
bool pacta_find_labelled(pacta_attribution *a);
bool pacta_find_set_off(pacta_attribution *a);
/* Who the reporting clause further on names; the tokens of its cue. */
bool pacta_phrase_set_off(const pacta_attribution *a, pacta_phrase *subject, pacta_phrase *cue);

/* attribution/before.c. */
bool pacta_find_before(pacta_attribution *a);
/* One word before the quotation: 1 it gives the source, -1 nothing more is to
 * be looked for, 0 neither. `content` is what tells an instrument's content. */
int pacta_try_word(pacta_attribution *a, uint32_t token, pacta_phrase *content);

/* attribution/reporting.c: one verb before the quotation: 1 it gives the source, -1
 * nothing more is to be looked for, 0 neither. */
int pacta_try_verb(pacta_attribution *a, uint32_t verb);
/* "..., says Article 21, ..." or "'A,' said Lee, adding ...": the subject stands
 * behind the verb. */
bool pacta_find_parenthetic(const pacta_attribution *a, uint32_t verb, pacta_phrase *subject);

/* Holm closed it with the words "...": who said them. */
bool pacta_find_with_words(const pacta_attribution *a, pacta_phrase *subject);
/* Who the clause at the token speaks of: the nearest reporting verb's subject
 * before it, or the sentence's first phrase. */
bool pacta_find_main_subject(const pacta_attribution *a, uint32_t token, pacta_phrase *subject);
/* Nothing but adverbs and a comma stands between the word and the quotation. */
bool pacta_stands_beside(const pacta_attribution *a, uint32_t token);
/* Where the verb's subject may begin. */
uint32_t pacta_subject_floor(const pacta_attribution *a, uint32_t verb);

/* attribution/participles.c: true for a participle that reports; `subject` is who says
 * it, or empty. */
bool pacta_read_participle(const pacta_attribution *a, uint32_t token, pacta_phrase *subject);
/* TASS quoted Holm as saying "...": whom the citing verb before the link names. */
bool pacta_find_cited_speaker(const pacta_attribution *a, uint32_t link, pacta_phrase *speaker);

/* attribution/speakers.c: what a phrase is, and what it stands for. */
bool pacta_set_source(const pacta_attribution *a, pacta_source *source, pacta_phrase phrase);
bool pacta_can_speak(const pacta_work *work, pacta_phrase phrase);
/* A word for what stands in instruments: clause. */
bool pacta_is_provision_sign(const pacta_work *work, uint32_t token);
/* Words of it name a person, a body, a place or a writing. */
bool pacta_has_voice(const pacta_work *work, pacta_phrase phrase);
bool pacta_is_text_source(const pacta_attribution *a, const pacta_source *source);
/* What a source of these words would be. */
pacta_source_kind pacta_source_kind_of(pacta_work *work, pacta_phrase phrase);
/* Whoever says something in these tokens of a sentence, last. */
pacta_phrase pacta_teller_in(const pacta_attribution *a, uint32_t low, uint32_t end);
/* The source, carrier and cue of that quotation; false if it has none. */
bool pacta_copy_source(pacta_attribution *a, uint32_t from);
/* A quotation that stands alone has the source of the one before it. */
bool pacta_carry_on(pacta_attribution *a);
/* "A," said Holm, who saw it, "and B": the same speaker goes on. */
bool pacta_resume(pacta_attribution *a);

/* attribution/occurrences.c: where a word with a capital stands again. */
/* The first place of the token's word in [from, end), and the next one behind `place`,
 * without the token itself; `end` where there is none. `from` is not behind the token. After
 * some searches in a text, its words are chained. */
uint32_t pacta_first_same(pacta_work *work, uint32_t from, uint32_t end, uint32_t token);
uint32_t pacta_next_same(const pacta_work *work, uint32_t place, uint32_t end, uint32_t token);

/* attribution/short_names.c. */
/* A name, with titles, and nothing else. */
bool pacta_is_bare_name(const pacta_work *work, pacta_phrase phrase);
/* The fuller name that a single one shortens, or none. */
pacta_phrase pacta_full_name(pacta_work *work, uint32_t token);
/* Whether a single capital word names a person, a place, or nobody knows what. */
pacta_source_kind pacta_kind_of_single(pacta_work *work, uint32_t token);

/* attribution/antecedents.c: what the pronoun stands for (the arena's), or NULL. */
const char *pacta_antecedent(const pacta_attribution *a, uint32_t pronoun);
/* What "it" stands for: the text or body spoken of last, in these sentences. */
pacta_source_kind pacta_find_neuter(const pacta_attribution *a, uint32_t pronoun, pacta_phrase *found);

/* attribution/shapes.c */
pacta_shape pacta_shape_of(const pacta_attribution *a);

/* attribution/named_only.c: nobody says it; `*kind` is what it is. */
bool pacta_is_named_only(const pacta_attribution *a, pacta_quotation_kind *kind);

/* attribution/amendments.c. */
/* Its words are put into another text, or taken out of it. */
bool pacta_stands_in_amendment(const pacta_attribution *a);
/* They are some words of a draft, or those that are to replace them. */
bool pacta_is_reworded(const pacta_attribution *a);
/* They are a heading that is put in. */
bool pacta_is_new_heading(const pacta_attribution *a);

/* attribution/kinds.c. */
/* Its words stand in what was quoted of an instrument a little before. */
bool pacta_repeats_provision(const pacta_attribution *a);
/* Under the accord, both sides would "...": what a text is the ground of. */
bool pacta_stands_under_text(const pacta_attribution *a);
pacta_quotation_kind pacta_kind_of(const pacta_attribution *a);

#endif
