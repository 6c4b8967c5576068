/* The table all stages work at: what each of them reads and writes while one
 * text is on its way to records. Spans are the working text's (text/fold.h). */
#ifndef PACTA_WORK_H
#define PACTA_WORK_H

#include "document.h"
#include "find/tree.h"
#include "rules/ruleset.h"
#include "text/lines.h"
#include "text/scan.h"

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

typedef struct pacta_work {
    const pacta_ruleset *rules;
    pacta_allocator memory; /* of everything here */
    pacta_limits limits;
    pacta_matcher matcher;
    pacta_document *document;
    pacta_error *error;
    const pacta_text_options *options;

    /* text/ */
    pacta_lines lines;
    pacta_fold fold;
    PACTA_ARRAY(pacta_cut) tokens;
    PACTA_ARRAY(pacta_sentence_cut) sentences;

    /* find/ */
    PACTA_ARRAY(pacta_label) labels; /* what may be one, in the order of the text */
    pacta_tree tree;
    PACTA_ARRAY(uint32_t) provision_slots; /* find/provisions.h */
} pacta_work;

/* Stages, in their order. Each returns a pacta_status. */
int pacta_cut_tokens(pacta_work *work);
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

static inline const pacta_lexeme *pacta_word_of(const pacta_work *work, uint32_t token) {
    return &work->rules->lexicon.lexemes.items[work->tokens.items[token].lexeme];
}

/* True if the token's word is of the class. */
static inline bool pacta_is(const pacta_work *work, uint32_t token, pacta_class class) {
    return pacta_lexeme_is(pacta_word_of(work, token), class);
}

/* True if the token is this one ASCII character. */
static inline bool pacta_is_char(const pacta_work *work, uint32_t token, char c) {
    const pacta_cut *cut = &work->tokens.items[token];
    return cut->end - cut->begin == 1 && work->fold.text.items[cut->begin] == c;
}

/* The first token that ends behind `offset`. */
uint32_t pacta_token_at(const pacta_work *work, uint32_t offset);

/* The passage and the sentence that a token stands in. */
uint32_t pacta_passage_of(const pacta_work *work, uint32_t token);
uint32_t pacta_sentence_of(const pacta_work *work, uint32_t token);

/* The kind's rule that matches at the token, within its passage, or NULL. */
const pacta_rule *pacta_rule_at(pacta_work *work, pacta_rule_kind kind, uint32_t token);

int pacta_note_diagnostic(pacta_work *work, pacta_diagnostic_code code, pacta_span span, const char *message);

/* Fails for want of memory. */
int pacta_out_of_memory(pacta_work *work);

#endif
