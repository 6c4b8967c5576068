/* The names that rule packs and the C code share: kinds of rules, what their
 * groups may be called, and classes of words. Packs say which words and
 * patterns stand behind them; the code says what is done with those. */
#ifndef PACTA_RULES_VOCABULARY_H
#define PACTA_RULES_VOCABULARY_H

/* clang-format off: tables, a row a line */

/* What a norm does. An effect is constitutive where an instrument is the
 * subject (This Treaty shall be renewed), else an obligation. A saving is a
 * prohibition where somebody is the subject (A Party shall not affect), else an
 * exemption (This Treaty shall not affect). */
#define PACTA_FORCES                                                                                         \
    "obligation prohibition permission entitlement exemption recommendation definition constitutive "        \
    "effect saving refuse"

/* Kinds of rules. Second column: what a rule's mode may be, "" none,
 * "*" any name (kept as text). */
#define PACTA_RULE_KINDS(X)                                                                                  \
    X(LABEL, "label", "")                                                                                    \
    X(FORMULA, "formula", "opening agreement closing title")                                                 \
    X(REFERENCE, "reference", "numbered weak ordinal relative named refuse")                                 \
    X(CONTINUATION, "continuation", "")                                                                      \
    X(INSTRUMENT, "instrument", "number refuse resolution")                                                  \
    X(NAMING, "naming", "")                                                                                  \
    X(ACRONYM, "acronym", "")                                                                                \
    X(OTHER_NAME, "other-name", "")                                                                          \
    X(NORM, "norm", PACTA_FORCES)                                                                            \
    X(INSTRUMENT_NORM, "instrument-norm", PACTA_FORCES)                                                      \
    X(TOLD_NORM, "told-norm", PACTA_FORCES)                                                                  \
    X(SUBORDINATE, "subordinate", "clause closed link speech refuse")                                        \
    X(VOICE, "voice", "passive")                                                                             \
    X(CONDITION, "condition", "condition exception refuse")                                                  \
    X(TOPIC, "topic", "*")

typedef enum pacta_rule_kind {
#define X(id, name, modes) RULE_##id,
    PACTA_RULE_KINDS(X)
#undef X
        RULE_KIND_COUNT
} pacta_rule_kind;

/* The modes of formulas, in the order given above. */
enum { FORMULA_OPENING, FORMULA_AGREEMENT, FORMULA_CLOSING, FORMULA_TITLE, FORMULA_COUNT };

/* The modes of instruments: a resolution has a number, and paragraphs in place of articles. */
enum { INSTRUMENT_NUMBER, INSTRUMENT_REFUSE, INSTRUMENT_RESOLUTION };

/* The modes of norms (a pacta_modality less 1, up to constitutive), conditions
 * and subordinate clauses, in the order given above. */
enum { FORCE_EFFECT = 8, FORCE_SAVING = 9, FORCE_REFUSE = 10 };
enum { LIMB_CONDITION, LIMB_EXCEPTION, LIMB_REFUSE };
enum { CLAUSE_PLAIN, CLAUSE_CLOSED, CLAUSE_LINK, CLAUSE_SPEECH, CLAUSE_REFUSE };

/* Named groups. A pattern may name no other, apart from its definitions. */
#define PACTA_GROUPS(X)                                                                                      \
    X(SPAN, "span")         /* what the record covers, where not the whole match */                          \
    X(UNIT, "unit")         /* a unit's word */                                                              \
    X(NUMBERS, "numbers")   /* a list of numbers */                                                          \
    X(NUMBER, "number")     /* one number */                                                                 \
    X(ORDINAL, "nth")       /* first, second: counted */                                                     \
    X(RELATION, "relation") /* this, preceding */                                                            \
    X(HOW_MANY, "count")    /* how many: the first two, both */                                              \
    X(OPEN, "open")         /* behind a number: and those that follow */                                     \
    X(NEXT, "next")         /* behind a number: and the one that follows */                                  \
    X(NAME, "name")         /* a short name that the text defines */                                         \
    X(YEAR, "year")                                                                                          \
    X(CUE, "cue")                                                                                            \
    X(ACTOR, "actor")

typedef enum pacta_group {
#define X(id, name) GROUP_##id,
    PACTA_GROUPS(X)
#undef X
        GROUP_COUNT
} pacta_group;

/* Classes of words. A pack may make further ones for its own patterns. */
#define PACTA_CLASSES(X)                                                                                     \
    X(UNIT, "unit")                               /* made from the units */                                  \
    X(HUNDRED, "hundred")                 /* behind a numeral: one hundred and one */                        \
    X(NUMERAL, "numeral")                         /* one=1 */                                                \
    X(ORDINAL, "ordinal")                         /* first=1; last=-1 */                                     \
    X(SUFFIX, "suffix")                           /* bis, ter: behind a number */                            \
    X(LIST_JOINER, "list-joiner")                 /* and, or: between numbers */                             \
    X(RANGE_JOINER, "range-joiner")               /* to, through */                                          \
    X(DETERMINER, "determiner")                   /* the, a */                                               \
    X(INDEFINITE, "indefinite")                   /* a: something not spoken of before */                    \
    X(DEMONSTRATIVE, "demonstrative")             /* this, that, the said */                                 \
    X(PREVIOUS, "previous")                       /* preceding, foregoing */                                 \
    X(NEXT, "next")                               /* following */                                            \
    X(SELF, "self")                               /* this, the present: the document's own */                \
    X(OF, "of")                                   /* joins a provision to what it stands in */               \
    X(ABBREVIATION, "abbreviation")               /* a full stop behind it ends no sentence */               \
    X(NUMBER_ABBREVIATION, "number-abbreviation") /* the same, before a number only */                       \
    X(INSTRUMENT_NOUN, "instrument-noun")         /* treaty, convention */                                   \
    X(NATIONAL, "national")                       /* act, law, bill: made by one state */                    \
    X(BILL, "bill")                               /* a law that is yet to be made: its clauses */            \
    X(NATIONAL_UNIT, "national-unit")             /* section, clause: what these are made of */              \
    X(VERSUS, "versus")                           /* v.: between the parties of a case */                    \
    X(EXPLAINING, "explaining")                   /* explanatory: of a text about another one */             \
    X(MISSIVE, "missive")                 /* letter: a text whose annexes it calls those to this letter */   \
    X(COMMENTARY, "commentary")                   /* report, guide: a text about another one */              \
    X(HEADLINE_VERB, "headline-verb")             /* Comes: behind a title in a headline */                  \
    X(GENERIC, "generic")                         /* pact, deal: stands for any instrument */                \
    X(TITLE_OPENER, "title-opener")               /* of, on, between: behind the noun that opens a title */  \
    X(TITLE_STOP, "title-stop")           /* capitals that open a sentence, not a name: under, when */       \
    X(NAME_RANK, "name-rank")             /* third, additional: a capital before a noun, part of no name */  \
    X(PARAGRAPH_SIGN, "paragraph-sign")   /* section's sign, behind an article a paragraph's */              \
    X(TREATY_NOUN, "treaty-noun")         /* treaty: whatever the title calls it */                          \
    X(NOUN_ACRONYM, "noun-acronym")       /* BIT, MoU: for a kind of instrument, with two capitals or more */ \
    X(FIELD, "field")                     /* law: is studied as well, at an institute of it */               \
    X(NUMERO, "numero")                   /* no, nos: a number follows */                                    \
    X(TITLE_MATTER, "title-matter")       /* taxes: a title goes on with them */                             \
    X(CITED_ONLY, "cited-only")           /* conditions: an instrument only behind a provision of it */      \
    X(NUMBERED, "numbered")               /* order: an instrument, by its number only; 2: behind GENERAL */  \
    X(BILATERAL, "bilateral")             /* of two states: the bilateral treaty */                          \
    X(GENERAL, "general")                 /* general comment No. 37 */                                       \
    X(VENUE, "venue")                     /* at, in=2: where a treaty is signed, if it is not about it */    \
    X(REGION, "region")                   /* Africa: what treaties are about, not where one is signed */     \
    X(FICTION, "fiction")                 /* novel: its chapters are no treaty's */                          \
    X(CHAPTERED, "chaptered")             /* trade: of treaties whose articles have their chapter's number */ \
    X(NEWER, "newer")                     /* new, proposed: said of one that no registry has yet */          \
    X(COMPARING, "comparing")                     /* than: what stands behind is held against it */          \
    X(OLDER, "older")                     /* earlier, former: said of the one that was made first */         \
    X(MAKING, "making")                   /* signed, since: beside an instrument's year */                   \
    X(DEED, "deed")                       /* articles: of agreement, of association */                       \
    X(AMBIGUOUS, "ambiguous")             /* an acronym that means other things as often */                  \
    X(PART_OF, "part-of")                 /* of: what a part belongs to */                                   \
    X(RESPECTIVE, "respective")           /* respectively: one by one */                                     \
    X(COMMON, "common")                   /* common Article 3: of several instruments */                     \
    X(NARROWING, "narrowing")             /* in particular: between an instrument and its provisions */      \
    X(NAME_PREFIX, "name-prefix")         /* UN: said before a name that is complete without it */           \
    X(TITLE_INNER, "title-inner")         /* in, of: small words before the noun that ends a title */        \
    X(POINTER, "pointer")                 /* thereof, hereof */                                              \
    X(PLACE_POINTER, "place-pointer")     /* above, below */                                                 \
    X(LAST_NAMED, "last-named")           /* that, said, same: the one spoken of */                          \
    X(PARTIES_OPENER, "parties-opener")   /* between: the parties of a treaty follow */                      \
    X(NOUN_TAIL, "noun-tail")             /* of procedure, of court: it belongs to the noun before */        \
    X(CONTRASTED, "contrasted")           /* latter=1, former=2: of two, counted from the last */            \
    X(AMENDMENT, "amendment")             /* amendment: of what is amended */                                \
    X(AMENDING, "amending")               /* replaced, deleted: words of amendments */                       \
    X(TITLE_LINK, "title-link")           /* of, on, the: small words inside titles */                       \
    X(ELISION, "elision")                 /* em, tis: an apostrophe stands before it */                      \
    X(CUE, "cue")                         /* said, wrote: reports wherever it stands */                      \
    X(CUE_WEAK, "cue-weak")               /* called, praised: reports a quotation that belongs to it */      \
    X(CUE_TEXT, "cue-text")               /* reads, provides: what provisions and instruments do */          \
    X(CUE_TAG, "cue-tag")                 /* continued, smiled: reports right beside a quotation */          \
    X(CUE_TELLING, "cue-telling")         /* told: a listener follows, never the subject */                  \
    X(CUE_READING, "cue-reading")         /* read: of a text, or aloud from one */                           \
    X(CUE_CONTENT, "cue-content")         /* includes, contains: tells what a text holds */                  \
    X(CUE_PARTICIPLE, "cue-participle")   /* calling: reports, with no subject of its own */                 \
    X(CUE_PERFECT, "cue-perfect")         /* written: reports behind "has" only */                           \
    X(CUE_PARTICLE, "cue-particle")       /* out: points out, with a weak one before it */                   \
    X(CUE_NOUN, "cue-noun")               /* his vow, her warning: a report as a noun */                     \
    X(VIEW_NOUN, "view-noun")             /* position: who takes one, says what follows */                    \
    X(TAKING, "taking")                   /* took, made: a view, a claim */                                   \
    X(CLEAR, "clear")                     /* made clear that: likewise */                                     \
    X(CUE_THINKING, "cue-thinking")       /* thought it: words near by are a judgment */                     \
    X(CUE_CITING, "cue-citing")           /* quoting: the source follows */                                  \
    X(QUOTING, "quoting")                 /* I quote: vouches for words that are told before */              \
    X(DENIAL, "denial")                   /* not, nowhere: of what is not said */                            \
    X(MENTIONING, "mentioning")           /* say, contain: what a text does with its words */                \
    X(CUE_SOURCE, "cue-source")           /* according: the source follows "to" */                           \
    X(CUE_INFERRING, "cue-inferring")     /* suggested: what things do as well as people */                  \
    X(CUE_SEEING, "cue-seeing")           /* saw: reports before "as" */                                     \
    X(CUE_MEANING, "cue-meaning")         /* meant: reports before "by" */                                   \
    X(ORIGIN, "origin")                   /* from: whose letter or statement it is */                        \
    X(SEATING, "seating")                 /* row, seat: Section 12, Row 4 is no law's */                     \
    X(COMING, "coming")                   /* came: from whom words came */                                   \
    X(VIEWER, "viewer")                   /* for, to: whose view it is, at a sentence's beginning */         \
    X(PEOPLE, "people")                   /* officials: more than one */                                     \
    X(CUE_PUTTING, "cue-putting")         /* put: reports before "it" */                                     \
    X(CUE_ACCOUNT, "cue-account")         /* by his own account, in her words */                             \
    X(OWN, "own")                         /* between whose account it is and that word */                    \
    X(DEFINING, "defining")               /* defines: a term follows */                                      \
    X(OWNING, "owning")                   /* has: of a text, and words follow */                             \
    X(NOUN_LIKE, "noun-like")             /* states, claims: a reporting verb, or a noun */                  \
    X(PRONOUN, "pronoun")                 /* he, it, they, one */                                            \
    X(NEUTER, "neuter")                   /* it: may stand for a provision */                                \
    X(PERSONAL, "personal")               /* he, she: stands for one person */                               \
    X(SPEAKER, "speaker")                 /* I, we, you: who speaks, and to whom */                          \
    X(REFLEXIVE, "reflexive")             /* himself: the subject again */                                   \
    X(PRONOUN_OBJECT, "pronoun-object")   /* him: whom a preposition governs */                              \
    X(PLURAL, "plural")                   /* they */                                                         \
    X(PARTITIVE, "partitive")             /* part, most, one: of what "of" joins to it */                    \
    X(MUTE, "mute")                       /* there, what: looks like a subject and says nothing */           \
    X(PERSON_TITLE, "person-title")       /* president, prof */                                              \
    X(PERSON_NOUN, "person-noun")         /* spokesman, critics */                                           \
    X(WRITING, "writing")                 /* letter, report: holds words, and is no instrument */            \
    X(ORGANISATION, "organisation")       /* ministry, agency */                                             \
    X(PLACE, "place")                     /* countries and capitals */                                       \
    X(PLACE_HEAD, "place-head")           /* north, new: begins a place's longer name */                     \
    X(LOCATION, "location")               /* in: a place stands behind it */                                 \
    X(NAME_PARTICLE, "name-particle")     /* van, de: a small word inside a name */                          \
    X(REWORDING, "rewording")             /* replacing "should": a text's words are changed */               \
    X(LEGAL_NOUN, "legal-noun")           /* duty, principle: what a provision holds */                      \
    X(NAMING_NOUN, "naming-noun")         /* name: of what behind it stands for */                           \
    X(TERM_SIGN, "term-sign")             /* so-called, word: a term follows */                              \
    X(HEREINAFTER, "hereinafter")         /* a name for what stands before it follows */                     \
    X(PURPOSE, "purpose")                 /* for the purposes of Article 5 */                                \
    X(WORDS_SIGN, "words-sign")           /* words: those of a text follow */                                \
    X(DEFINES, "defines")                 /* means: a term stands before */                                  \
    X(WORK_SIGN, "work-sign")             /* entitled, novel: a title follows */                             \
    X(PROVISION_SIGN, "provision-sign")   /* clause, pledge: words of an instrument follow */                \
    X(PARTY, "party")                     /* Parties, States: who treaties bind */                           \
    X(MODAL, "modal")                     /* shall, may */                                                   \
    X(BINDING, "binding")                 /* shall: what only a text that binds says of its parties */       \
    X(CLAUSE_OPENER, "clause-opener")     /* but, that, when: a new clause, part of no noun phrase */        \
    X(SENTENCE_JOINER, "sentence-joiner") /* but, and: joins whole sentences */                              \
    X(AUXILIARY, "auxiliary")             /* has, did: between a subject and its verb */                     \
    X(BE, "be")                           /* was, been: makes a verb passive */                              \
    X(BE_JOINED, "be-joined")             /* I'm: a pronoun with its verb */                                 \
    X(ADVERB, "adverb")                   /* also, later */                                                  \
    X(AGENT, "agent")                     /* by: who did what the passive tells */                           \
    X(NAMING_VERB, "naming-verb")         /* called, dubbed: gives a name, or reports an opinion */          \
    X(ADVERB_ENDING, "adverb-ending")     /* two letters that end adverbs */                                 \
    X(PAST_ENDING, "past-ending")         /* two letters that end verbs of the past */                       \
    X(PRESENT_ENDING, "present-ending")   /* the same of participles */                                      \
    X(ACCOMPANYING, "accompanying")       /* with: before the subject of a participle */                     \
    X(INFINITIVE, "infinitive")           /* to: used to call */                                             \
    X(PREPOSITION, "preposition")         /* in, under */                                                    \
    X(NOUN_LINK, "noun-link")             /* of, for: joins a noun to one that tells more of it */           \
    X(POSSESSIVE, "possessive")           /* his, our */                                                     \
    X(SUBJECT_RELATIVE, "subject-relative") /* who: stands for the noun before */                            \
    X(WEEKDAY, "weekday")                   /* Monday, yesterday: when, never who */                         \
    X(TIME, "time")                         /* day, week: says when, never who */                            \
    X(PHRASE_STOP, "phrase-stop")           /* who, at, on: behind a name, part of it no longer */           \
    X(RELATIVE, "relative")                 /* which, that: joins a clause to a noun */                      \
    X(QUANTIFIER, "quantifier")             /* each, any, no: opens a noun phrase */                         \
    X(NEGATION, "negation")                 /* no, neither: a subject that begins so is forbidden */         \
    X(ASSERTING, "asserting")               /* says: tells what an instrument holds */                       \
    X(AS_WELL, "as-well")                    /* well: as well as */                                          \
    X(LINK, "link")                         /* as: as foreseen in Article 3 */                               \
    X(PAST_NAMING, "past-naming")         /* called: by somebody, once, and not by all as a term */          \
    X(MANNER, "manner")                     /* how, what: is how he puts it */                               \
    X(CITATION_SIGNAL, "citation-signal")   /* see, cf: what a note cites follows */                         \
    X(OPERATIVE, "operative")               /* operative paragraph 7: of a resolution */                     \
    X(FORECAST, "forecast")                 /* will, should: what a reporter says of his own */              \
    X(BASIS, "basis")                       /* under, pursuant: what an instrument is the ground of */       \
    X(LEGAL_MODAL, "legal-modal")           /* shall: instruments speak so, and reporters hardly */          \
    X(SIGNING, "signing")                   /* signed: an instrument is made */                              \
    X(COMPARED, "compared")                 /* such: such dues as they shall pay */                          \
    X(LIKENED, "likened")                 /* same: as another thing, which no verb follows */                 \
    X(MORE_OR_LESS, "more-or-less")         /* no more than two: counts */                                    \
    X(PROVISO, "proviso")                 /* provided, unless: of what stands before its semicolon */        \
    X(CONTRASTING, "contrasting")           /* whereas: opens what the main clause stands against */         \
    X(CARRIED_ON, "carried-on")             /* it, they: goes on with what was spoken of */                  \
    X(SEQUEL, "sequel")                     /* then: what a modal before it tells follows from the last */   \
    X(TEXT_NOUN, "text-noun")               /* provisions, amendments: parts of an instrument */             \
    X(OBJECT_STOP, "object-stop")           /* to, from: obliges a state to, bars it from */                 \
    X(FINITE, "finite")                     /* is, considers: the verb of a clause */                        \
    X(PARTICIPLE, "participle")             /* paid, made: tells more of the noun before */                  \
    X(PROMISING, "promising")               /* agreeing: binds the main verb's subject */                    \
    X(SOMEBODY, "somebody")                 /* person, owner: can be bound, beside parties and bodies */     \
    X(BINDING_STATE, "binding-state")     /* bound: a passive whose subject is the one that is bound */      \
    X(STATIVE, "stative")                   /* exceed, contain: what things do that nobody does */           \
    X(IBID, "ibid")                         /* before a provision: of what was cited last; 1 with a stop */  \
    X(CITED_ABOVE, "cited-above")           /* supra: the note that cites the instrument follows */          \
    X(SINGULAR, "singular")                 /* a, every: behind it stands one */                             \
    X(PLURAL_VERB, "plural-verb")           /* claim: a verb of several, or else a noun */                   \
    X(ADVERSATIVE, "adversative")           /* but: another clause, that is set against the one before */    \
    X(BARE, "bare")                         /* to, not: the verb behind it is none */                        \
    X(MONTH, "month")

typedef enum pacta_class {
#define X(id, name) CLASS_##id,
    PACTA_CLASSES(X)
#undef X
        CLASS_KNOWN
} pacta_class;

/* With the packs' own. */
enum { CLASS_LIMIT = 256 };

/* Lists: lines of words that the code asks for as they stand. */
#define PACTA_LISTS(X)                                                                                       \
    X(SPELLINGS, "spellings")           /* words, or stems with `*`, that are the same: a line each */       \
    X(STOCK, "stock-phrases")           /* what every instrument says: evidence of none */                   \
    X(FUNCTION_WORDS, "function-words") /* the, of, shall: weigh little beside others */                     \
    X(REMARKS, "remarks")               /* sic, emphasis added: an editor's words inside a quotation */

typedef enum pacta_list {
#define X(id, name) LIST_##id,
    PACTA_LISTS(X)
#undef X
        LIST_COUNT
} pacta_list;

/* Lines of a rule that say what stands beside its trigger. */
#define PACTA_SIDES(X)                                                                                       \
    X(NEXT, "next")           /* right behind it stands one of these */                                      \
    X(NOT_NEXT, "not-next")   /* right behind it stands none of these */                                     \
    X(THEN, "then")           /* behind what is right behind it stands one of these */                       \
    X(AFTER, "after")         /* right before it */                                                          \
    X(NOT_AFTER, "not-after") /* right before it stands none of these */                                     \
    X(AHEAD, "ahead")         /* one of these stands among the AHEAD_TOKENS behind it */

typedef enum pacta_side {
#define X(id, name) SIDE_##id,
    PACTA_SIDES(X)
#undef X
        SIDE_COUNT
} pacta_side;

enum { AHEAD_TOKENS = 48 };

/* What a rule may have for a pattern: the word that triggers it is all that it matches. */
#define PACTA_WHOLES(X)                                                                                      \
    X(PATTERN, "")               /* a pattern after all */                                                   \
    X(WORD, "@word")             /* the word, in any case */                                                 \
    X(SMALL_WORD, "@small-word") /* if it begins with a small letter */

typedef enum pacta_whole {
#define X(id, name) WHOLE_##id,
    PACTA_WHOLES(X)
#undef X
        WHOLE_COUNT
} pacta_whole;

/* Units that the code asks for. Packs may lack them. */
#define PACTA_NAMED_UNITS(X)                                                                                 \
    X(PART, "part")                                                                                          \
    X(SECTION, "section")                                                                                    \
    X(SUBSECTION, "subsection")                                                                              \
    X(CHAPTER, "chapter")                                                                                    \
    X(ARTICLE, "article")                                                                                    \
    X(RULE, "rule")                                                                                          \
    X(REGULATION, "regulation")                                                                              \
    X(CLAUSE, "clause")                                                                                      \
    X(PROTOCOL, "protocol")                                                                                  \
    X(PARAGRAPH, "paragraph") /* what items with numbers are */                                              \
    X(POINT, "point")         /* what those with letters are */                                              \
    X(PREAMBLE, "preamble")                                                                                  \
    X(RECITAL, "recital")

typedef enum pacta_named_unit {
#define X(id, name) UNIT_##id,
    PACTA_NAMED_UNITS(X)
#undef X
        NAMED_UNIT_COUNT
} pacta_named_unit;

/* Where a unit stands in the order of a document. */
#define PACTA_LEVELS(X)                                                                                      \
    X(ATTACHMENT, "attachment") /* annex, schedule: numbering starts again inside */                         \
    X(DIVISION, "division")     /* part, chapter: holds articles */                                          \
    X(ARTICLE, "article")       /* article, rule: the numbered unit of the body */                           \
    X(ITEM, "item")             /* paragraph, point: stands in an article */                                 \
    X(PIECE, "piece")           /* sentence, indent, preamble: named, not labelled */

typedef enum pacta_level {
#define X(id, name) LEVEL_##id,
    PACTA_LEVELS(X)
#undef X
        LEVEL_COUNT
} pacta_level;

/* clang-format on */

#endif
