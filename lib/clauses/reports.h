/* What of a reporter's sentence tells an instrument's norms. */
#ifndef PACTA_CLAUSES_REPORTS_H
#define PACTA_CLAUSES_REPORTS_H

#include "phrases/phrases.h"
#include "work.h"

/* Of one sentence. */
typedef struct pacta_telling {
    uint32_t from;      /* tokens from here on are told, or PACTA_NONE */
    bool cites;         /* it speaks of an instrument's provisions */
    bool goes_on;       /* its first word stands for what the one before spoke of */
    bool weak;          /* the sentence before cites an instrument, and this one none */
    bool carried;       /* and nobody says anything in it, in the same paragraph */
    bool signing;       /* an instrument is made: agreeing to ... */
    uint32_t reference; /* the provision that it tells of, or PACTA_NONE */
    uint32_t name;      /* the name of the instrument, likewise */
    pacta_span source;  /* the words that name it */
    uint32_t named;     /* a name that the sentence begins or ends with, whatever it tells */
} pacta_telling;

/* Reads a sentence; `before` is the report of the one before, or NULL. */
pacta_telling pacta_read_report(const pacta_work *work, uint32_t sentence, const pacta_telling *before);

/* The token stands where the instrument's norms are told. */
bool pacta_report_holds(const pacta_telling *report, uint32_t token);

/* The subject of the verb at the token is an instrument or a provision; it may
 * be a reference, or a name, else both are PACTA_NONE. */
bool pacta_verb_of_instrument(const pacta_work *work, uint32_t low, uint32_t token, uint32_t *reference,
                              uint32_t *name);

/* An instrument or a provision opens the words from `low` on, and stands right before
 * the verb at the token: Article 3 requires. */
bool pacta_instrument_opens(const pacta_work *work, uint32_t low, uint32_t token);

/* The sentence tells what its subject, an instrument, obliges to: the next one
 * may go on with it. */
void pacta_note_told(const pacta_work *work, pacta_telling *report, const pacta_norm *norm);

/* It has it that: the "it" between the verb and what is told. */
bool pacta_has_it(const pacta_work *work, uint32_t token);

/* The verb at the token follows another of the same form, that the norm's instrument
 * has: obliges us to pay, bars us from leaving. */
bool pacta_joins_verb(const pacta_work *work, const pacta_norm *norm, uint32_t token);

/* The words of the reference, or of the name; one of them is none. */
pacta_span pacta_instrument_span(const pacta_work *work, uint32_t reference, uint32_t name);

/* The provision or instrument that the norm's verb has for its subject; none, at the verb,
 * where only a pronoun stands for it. */
pacta_phrase pacta_named_subject(const pacta_work *work, const pacta_norm *norm);

#endif
