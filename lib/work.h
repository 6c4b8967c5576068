/* The table all stages work at: what each of them reads and writes while one
 * text is on its way to records. Spans are the working text's (text/fold.h). */
#ifndef PACTA_WORK_H
#define PACTA_WORK_H

#include "core/steps.h"
#include "core/utf8.h"
#include "document.h"
#include "find/titles.h"
#include "rules/ruleset.h"
#include "structure/tree.h"
#include "text/lines.h"
#include "text/scan.h"
#include "text/signs.h"
#include <string.h>

/* A word, number or mark of the working text. Each passage ends with a token
 * of kind BREAK, and so does the whole. */
typedef struct pacta_cut {
    uint32_t begin, end, lexeme;
    uint8_t kind, flags; /* pacta_token_kind; TOKEN_... of text/scan.h */
} pacta_cut;

/* A sentence: tokens [first, end). */
typedef struct pacta_sentence_cut {
    uint32_t first, end, passage;
} pacta_sentence_cut;

/* How words name an instrument. */
typedef enum pacta_name_kind {
    NAME_KNOWN,      /* by a name of the registry */
    NAME_SYMBOL,     /* by the number of a resolution or act */
    NAME_TITLE,      /* by a title that the registry lacks */
    NAME_DEFINED,    /* by a name that the text made */
    NAME_GENERIC,    /* by a noun: the agreement, that Convention */
    NAME_CONTRASTED, /* the latter, behind a provision of it */
    NAME_SELF,       /* as the document itself: this Treaty */
    NAME_HOLDER      /* by an organisation, for its treaty: NATO's Article 5 */
} pacta_name_kind;

/* Words that name an instrument: tokens [first, end), no determiner. */
typedef struct pacta_name {
    uint32_t first, end;
    uint32_t noun;          /* the token that says treaty or pact, or PACTA_NONE */
    uint32_t instrument;    /* of the document's (a HOLDER's: of the registry), or
                               PACTA_NONE while not known */
    uint8_t kind;           /* pacta_name_kind */
    bool last_named;        /* that Directive, the said Convention */
    uint32_t called;        /* "Convention" means: the noun that stands for it by definition; 0 if none */
    const pacta_rule *rule; /* that found it, or NULL */
} pacta_name;

/* Its instrument is one of the document's. */
static inline bool pacta_is_linked(const pacta_name *name) {
    return name->instrument != PACTA_NONE && name->kind != NAME_HOLDER;
}

/* A level of a provision's address, as printed. */
typedef struct pacta_step {
    uint8_t unit;    /* index among the ruleset's units */
    bool ordinal;    /* counted: the first paragraph */
    bool relative;   /* `number` is empty: this Article */
    bool same;       /* of a relative one: the one named last, that Article */
    bool all;        /* of a relative one: all that precede or follow */
    int8_t offset;   /* of a relative one: -1 the preceding, 1 the following */
    char number[16]; /* as eids have it */
} pacta_step;

enum { STEP_LIMIT = 8 };

/* One provision that a citation names, outermost level first. */
typedef struct pacta_path {
    pacta_span span;
    pacta_step steps[STEP_LIMIT];
    uint8_t count;
    bool open;        /* and those that follow */
    char through[16]; /* number at the end of a range that is not spelt out */
    uint32_t name;    /* of its own instrument, in `names`, or PACTA_NONE: the citation's */
} pacta_path;

/* A reference on its way: what it says, before it is known what it means. */
typedef struct pacta_citation {
    pacta_span span;
    uint32_t first_path, path_count;
    uint32_t name;       /* of its instrument, in `names`, or PACTA_NONE */
    uint32_t first, end; /* tokens */
    uint32_t possessive; /* token inside it (of its Article 2), or 0 */
    uint32_t owner;      /* instrument that it was linked to, or PACTA_NONE */
    const char *eid;     /* of the last provision that it was linked to, or NULL */
    bool pointer;        /* thereof: the instrument last named */
    bool placed;         /* above, below */
    bool ibid;           /* the instrument last cited */
    bool roman;          /* its article's number is Roman */
    bool respective;     /* its provisions go with its instruments one by one */
    bool label;          /* of replacement text: it is no reference itself */
    bool foreign;        /* of something that is not known: of her novel */
    const pacta_rule *rule;
} pacta_citation;

/* What the names and citations of a text say of an instrument. */
typedef struct pacta_profile {
    uint32_t first;      /* token of its first name, or PACTA_NONE */
    uint64_t units[4];   /* a bit for each, by index: cited with its name */
    bool cited;          /* any */
    bool roman, figures; /* how its articles are numbered there */
    bool national, bill; /* an act or bill; a bill */
    bool resolution;     /* it has paragraphs, and no articles */
    uint32_t highest;    /* article cited with its name, or 0 */
} pacta_profile;

/* A quotation mark of the passage in hand; places are find/marks.h's, pairs
 * find/marks.c's. */
typedef struct pacta_mark {
    uint32_t token, glyph;
    uint8_t place, pair;
} pacta_mark;

typedef struct pacta_open_mark {
    uint32_t index, quotation;
    pacta_mark mark;
} pacta_open_mark;

/* Where a quotation stands: tokens [first, end), marks included, and its
 * neighbours at the same depth, in the same quotation. */
typedef struct pacta_quoted {
    uint32_t first, end, previous, next;
    bool carried; /* its source is that of the one before, for want of its own */
} pacta_quoted;

/* Where a word, or one of the same hash, stands first and last; and, of one place, before
 * and behind it. PACTA_NONE: nowhere. */
typedef struct pacta_occurrence {
    uint32_t first, last;
} pacta_occurrence;

typedef struct pacta_place_link {
    uint32_t before, behind;
} pacta_place_link;

/* The words that carry a modality. */
typedef struct pacta_norm {
    pacta_span cue, actor;
    uint32_t first, end;           /* its tokens */
    uint32_t subject, subject_end; /* tokens; none where it shares the subject of the norm before */
    uint32_t part;                 /* token where its part of the sentence begins */
    uint32_t quotation;            /* it stands in, or PACTA_NONE */
    uint32_t reference, name;      /* its subject, where that is a provision or instrument, or PACTA_NONE */
    uint8_t modality;
    bool saving;        /* an exemption, unless somebody is the subject */
    bool effect;        /* constitutive only if an instrument is the subject */
    bool of_instrument; /* the verb's subject is one: Article 3 bars */
    bool negated;       /* its subject begins with "no" */
    bool untold;        /* nothing in a reporter's sentence gives it to an instrument */
} pacta_norm;

/* A condition or exception. */
typedef struct pacta_limb {
    pacta_span span;
    uint32_t first, body, end; /* tokens; `body` is behind the words that open it */
    uint32_t norm;             /* that it belongs to */
    uint32_t quotation;        /* it begins in, or PACTA_NONE */
    bool exception;
} pacta_limb;

struct pacta_work {
    const pacta_ruleset *rules;
    pacta_allocator memory; /* of everything here */
    pacta_limits limits;
    pacta_matcher matcher;
    pacta_document *document;
    pacta_error *error;
    const pacta_text_options *options;
    pacta_progress progress; /* may be NULL */
    void *progress_context;
    uint32_t stage, stages; /* number of the one in hand, and of all */
    uint32_t reported;      /* how far it was when that was last told */
    uint32_t furthest;      /* that was told of it */
    bool out_of_memory;     /* found where there is no status to say so: told when the stage is over */

    PACTA_ARRAY(char) scratch;                /* pacta_scratch */
    const char *unit_names[PACTA_UNITS_MOST]; /* pacta_unit_name */

    /* text/ */
    pacta_lines lines;
    pacta_fold fold;
    PACTA_ARRAY(pacta_cut) tokens;
    PACTA_ARRAY(uint32_t) signs; /* of the tokens */
    uint32_t all_signs;          /* that any token has */
    PACTA_ARRAY(pacta_sentence_cut) sentences;
    pacta_steps token_steps;                   /* by bytes */
    pacta_steps passage_steps, sentence_steps; /* by tokens */
    uint32_t near_passage;                     /* that a rule was tried in last */

    /* structure/ */
    PACTA_ARRAY(pacta_label) labels; /* what may be one, in the order of the text */
    pacta_tree tree;
    PACTA_ARRAY(pacta_eid_slot) provision_slots; /* provision_lookup.h */

    /* find/ */
    PACTA_ARRAY(pacta_name) names; /* in the order of the text */
    PACTA_ARRAY(pacta_citation) citations;
    PACTA_ARRAY(pacta_path) paths;
    pacta_titles titles;        /* of the document's instruments */
    uint32_t *instrument_slots; /* ids to the document's instruments */
    uint32_t instrument_slot_count;

    PACTA_ARRAY(pacta_mark) marks;
    PACTA_ARRAY(pacta_open_mark) open_marks;
    pacta_steps quotation_steps; /* where the document's begin, by bytes */

    /* link/ */
    PACTA_ARRAY(pacta_profile) profiles; /* of the document's instruments, while its references are linked */
    pacta_steps reference_steps;         /* the document's, by bytes */

    /* attribution/ */
    PACTA_ARRAY(pacta_quoted) quoted;          /* as the document's quotations */
    PACTA_ARRAY(pacta_occurrence) occurrences; /* attribution/occurrences.h */
    uint32_t searches;                         /* for words, that were made */
    PACTA_ARRAY(pacta_place_link) links;       /* of the tokens that are in chains */

    /* clauses/ */
    PACTA_ARRAY(pacta_norm) norms; /* of the stretch in hand */
    PACTA_ARRAY(pacta_limb) limbs;
};

enum { REPORT_STEP = 32 * 1024, PATHS_LEAST = 1 << 16 };

/* Stages, in their order. Each returns a pacta_status. */
int pacta_read_lines(pacta_work *work);
int pacta_cut_tokens(pacta_work *work);
int pacta_tell_language(pacta_work *work);
int pacta_cut_sentences(pacta_work *work);
int pacta_find_labels(pacta_work *work);
int pacta_tell_form(pacta_work *work);
int pacta_find_provisions(pacta_work *work);
int pacta_find_instruments(pacta_work *work);
int pacta_find_references(pacta_work *work);
int pacta_find_quotations(pacta_work *work);
int pacta_link_references(pacta_work *work);
int pacta_link_quotations(pacta_work *work);
int pacta_link_clauses(pacta_work *work);

static inline const char *pacta_work_text(const pacta_work *work) {
    return work->fold.text.items;
}

static inline const pacta_cut *pacta_cut_at(const pacta_work *work, uint32_t token) {
    return &work->tokens.items[token];
}

static inline const pacta_lexeme *pacta_word_of(const pacta_work *work, uint32_t token) {
    return &work->rules->lexicon.lexemes.items[work->tokens.items[token].lexeme];
}

/* True if the token's word is of the class. */
static inline bool pacta_is(const pacta_work *work, uint32_t token, pacta_class class) {
    return pacta_lexeme_is(pacta_word_of(work, token), class);
}

/* True if a word of the tokens [first, end) is of the class. */
static inline bool pacta_has(const pacta_work *work, uint32_t first, uint32_t end, pacta_class class) {
    for (; first < end; first++)
        if (pacta_is(work, first, class))
            return true;
    return false;
}

/* that: opens a clause, if it does not point at something. */
static inline bool pacta_is_that(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_SUBJECT_RELATIVE) && pacta_is(work, token, CLASS_DEMONSTRATIVE);
}

/* the, that; and not a. */
static inline bool pacta_is_definite(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_DETERMINER) && !pacta_is(work, token, CLASS_INDEFINITE);
}

static inline bool pacta_is_any(const pacta_work *work, uint32_t token, const pacta_class_set *set) {
    return pacta_lexeme_is_any(pacta_word_of(work, token), set);
}

/* True if the token is this one ASCII character. */
static inline bool pacta_is_char(const pacta_work *work, uint32_t token, char c) {
    const pacta_cut *cut = &work->tokens.items[token];
    return cut->end - cut->begin == 1 && work->fold.text.items[cut->begin] == c;
}

/* A dash, or a hyphen that stands alone. */
static inline bool pacta_is_dash(const pacta_work *work, uint32_t token) {
    const pacta_cut *cut = &work->tokens.items[token];
    uint32_t length;
    return cut->kind == PACTA_TOKEN_SYMBOL &&
           pacta_is_dash_sign(pacta_utf8_at(work->fold.text.items + cut->begin, &length));
}

/* The token behind the marks of notes that are joined to what is before the token: [5][6], [note 5];
 * behind a sentence or quotation 5. The token itself, if there are none. */
uint32_t pacta_behind_note(const pacta_work *work, uint32_t token);

/* True if the token has one of the signs. */
static inline bool pacta_has_sign(const pacta_work *work, uint32_t token, uint32_t wanted) {
    return (work->signs.items[token] & wanted) != 0;
}

/* A token of the passage may have one of the signs. */
static inline bool pacta_may_have(const pacta_passage *passage, uint32_t wanted) {
    return (passage->signs & wanted) != 0;
}

/* The first token of [from, end) with one of the signs, or `end`. */
static inline uint32_t pacta_next_with(const pacta_work *work, uint32_t from, uint32_t end, uint32_t wanted) {
    return pacta_next_sign(work->signs.items, from, end, wanted);
}

/* True if there may be so many paths more that the text does not name one by one:
 * ranges, each of some in each of others. A text's size bounds how many it gets. */
static inline bool pacta_may_spell_out(const pacta_work *work, uint32_t more) {
    return (uint64_t)work->paths.count + more <= PATHS_LEAST + work->document->info.bytes / 4;
}

/* The first token that ends behind `offset`. */
uint32_t pacta_token_at(const pacta_work *work, uint32_t offset);

/* The tokens are the same word, letter by letter. */
bool pacta_same_word(const pacta_work *work, uint32_t left, uint32_t right);
/* The same of `count` words from each on. */
bool pacta_same_words(const pacta_work *work, uint32_t left, uint32_t right, uint32_t count);

/* The passage and the sentence that a token stands in. */
uint32_t pacta_passage_of(const pacta_work *work, uint32_t token);
/* What stands behind the passage goes on from it: it ends in a comma, semicolon or colon. */
bool pacta_passage_goes_on(const pacta_work *work, uint32_t passage);
uint32_t pacta_sentence_of(const pacta_work *work, uint32_t token);

static inline bool pacta_in_one_passage(const pacta_work *work, uint32_t a, uint32_t b) {
    return pacta_passage_of(work, a) == pacta_passage_of(work, b);
}

static inline bool pacta_in_one_sentence(const pacta_work *work, uint32_t a, uint32_t b) {
    return pacta_sentence_of(work, a) == pacta_sentence_of(work, b);
}

/* The index of a unit among the ruleset's, as steps have it. */
static inline uint8_t pacta_unit_index(const pacta_work *work, const pacta_unit *unit) {
    return (uint8_t)(unit - work->rules->units.items);
}

static inline const pacta_unit *pacta_unit_of(const pacta_work *work, const pacta_step *step) {
    return &work->rules->units.items[step->unit];
}

/* The unit's name for records: one copy a document. NULL when memory is out, of which
 * then the table knows. */
const char *pacta_unit_name(pacta_work *work, const pacta_unit *unit);

/* The unit of a provision, or NULL. */
static inline const pacta_unit *pacta_provision_unit(const pacta_work *work, uint32_t provision) {
    const pacta_node *node = &work->tree.nodes.items[provision]; /* the one that it was made of */
    if (node->unit != 0)
        return &work->rules->units.items[node->unit - 1];
    return work->rules->named[node->is_point ? UNIT_POINT : UNIT_PARAGRAPH];
}

/* The provision is of the unit of that name in the packs, which may lack it. */
static inline bool pacta_is_provision_of(const pacta_work *work, uint32_t provision, pacta_named_unit unit) {
    const pacta_unit *named = work->rules->named[unit];
    return named != NULL && pacta_provision_unit(work, provision) == named;
}

/* The step is in the unit of that name. */
static inline bool pacta_is_in_unit(const pacta_work *work, const pacta_step *step, pacta_named_unit unit) {
    return pacta_unit_of(work, step) == work->rules->named[unit];
}

/* 4a: makes a point of the letter that ends the path's last number, behind nothing but these
 * figures and marks; false if there is none, or no room. */
bool pacta_split_point(const pacta_work *work, pacta_path *path, const char *figures);

/* True if the token's word triggers rules of the kind. */
static inline bool pacta_triggers(const pacta_work *work, uint32_t token, pacta_rule_kind kind) {
    return (work->signs.items[token] >> kind & 1) != 0;
}

/* The kind's rule that matches at the token, within its passage, or NULL. */
const pacta_rule *pacta_match_at(pacta_work *work, pacta_rule_kind kind, uint32_t token);

static inline const pacta_rule *pacta_rule_at(pacta_work *work, pacta_rule_kind kind, uint32_t token) {
    if (!pacta_triggers(work, token, kind))
        return NULL;
    const pacta_cut *cut = pacta_cut_at(work, token);
    const uint32_t first = work->rules->lexicon.starts.items[cut->lexeme].first_rule[kind];
    return (work->rules->gates.items[first] & pacta_gate_bit(cut[1].lexeme)) == 0
               ? NULL
               : pacta_match_at(work, kind, token);
}

/* Finds the document's instruments by id anew, after they were moved. */
void pacta_index_instruments(pacta_work *work);

/* Index of the document's instrument of this id, made if need be (the strings
 * are copied; `title` and `iri` may be NULL); PACTA_NONE when memory is out, of
 * which then the table knows: it may be taken for an instrument that is not known. */
uint32_t pacta_instrument_with(pacta_work *work, const char *id, size_t size, const char *title,
                               size_t title_size, const char *iri);

/* The same for an instrument of the registry. */
uint32_t pacta_instrument_known(pacta_work *work, uint32_t known);

/* The words at the span are a name of the instrument, too. */
int pacta_add_alias(pacta_work *work, uint32_t index, pacta_span span);

/* The document has an instrument with the id. */
bool pacta_instrument_has_id(const pacta_work *work, const char *id, size_t size);

/* The document's instrument whose title these words are, made if need be; PACTA_NONE when
 * memory is out. */
uint32_t pacta_instrument_titled(pacta_work *work, uint32_t first, uint32_t end);

/* The registry's node behind the words [first, end) that go on from `node`, 0 at the
 * beginning of a name; 0 where no name goes on so. */
uint32_t pacta_node_behind(const pacta_work *work, uint32_t node, uint32_t first, uint32_t end);

/* Index of the first name that begins at the token or behind it, or their count. */
uint32_t pacta_first_name(const pacta_work *work, uint32_t token);

/* Index of the name that begins (ends) at the token, or PACTA_NONE. */
uint32_t pacta_name_from(const pacta_work *work, uint32_t token);
uint32_t pacta_name_until(const pacta_work *work, uint32_t token);
/* Each letter of the acronym begins a word of the tokens [first, end), or a part of one. */
bool pacta_has_initials(const pacta_work *work, uint32_t first, uint32_t end, uint32_t acronym);

/* The innermost quotation around the offset, or PACTA_NONE; `*until` is where
 * that may change. */
uint32_t pacta_quotation_around(const pacta_work *work, uint32_t offset, uint32_t *until);

/* The token is quoted, and the other one is not of the same quotation. */
bool pacta_is_quoted_apart(const pacta_work *work, uint32_t token, uint32_t other);

/* Tells the caller that the stage in hand has come to `at`, if that is some way
 * from where it was when last told. Stages call it in each loop over the text,
 * which may be one passage, or over what stands in it. */
int pacta_report_now(pacta_work *work, uint32_t at);

static inline int pacta_report(pacta_work *work, uint32_t at) {
    return at - work->reported < REPORT_STEP ? PACTA_OK : pacta_report_now(work, at);
}

/* diagnostics.c */
int pacta_note_diagnostic(pacta_work *work, pacta_diagnostic_code code, pacta_span span, const char *message);
int pacta_note_strikes(pacta_work *work);
int pacta_order_diagnostics(pacta_work *work);
/* True if a limit was reached. */
bool pacta_is_incomplete(const pacta_document *document);

/* limits.c */
int pacta_cap_records(pacta_work *work);

/* `size` zeroed bytes until the next call; NULL where memory is out. */
void *pacta_scratch(pacta_work *work, size_t size);

/* A copy of a piece of text, the document's; NULL when memory is out, of which then
 * the table knows: it may be taken for a text that is not there. */
const char *pacta_keep(pacta_work *work, const char *text, size_t size);

/* Fails for want of memory. */
int pacta_out_of_memory(pacta_work *work);

#endif
