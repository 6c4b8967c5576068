/* pacta - treaty text and press text about treaties, as clause records.
 *
 * SPDX-License-Identifier: MIT
 *
 * Three objects, as in PCRE2 and zstd:
 *
 *   pacta_ruleset    rules and instruments, compiled once; immutable; any
 *                    number of threads may use one at the same time
 *   pacta_extractor  the working memory of one thread, reused text after text
 *   pacta_document   the records of one text, reusable
 *
 * Text is UTF-8. Every offset counts bytes of the text exactly as given, and
 * every span is half-open and lies on character boundaries. Arrays that a
 * document returns, and the strings in them, belong to the document and live
 * until it is filled again or freed. Nothing here prints, aborts or keeps
 * global state. Functions that can fail return a pacta_status: negative is
 * failure (outputs are then untouched), 0 complete, positive usable but
 * incomplete. Freeing NULL does nothing.
 *
 * Binary compatibility: programs work with every later library of the same
 * soname (libpacta.so.0). Until it changes, functions and values of enumerations
 * are only added, structs with a `struct_size` only grow at their end (set it to
 * the sizeof that you compile with; what a library does not know of is ignored,
 * what you do not give is the default), and all other structs stay as they are.
 * Only pacta_* is exported, each with the version of its ABI (PACTA_0). Which
 * records are found may change with any version; use it in a cache's key.
 */
#ifndef PACTA_PACTA_H
#define PACTA_PACTA_H

#include <stddef.h>
#include <stdint.h>

#define PACTA_VERSION_MAJOR 0
#define PACTA_VERSION_MINOR 1
#define PACTA_VERSION_PATCH 0
#define PACTA_VERSION "0.1.0"

#if defined(PACTA_STATIC)
#define PACTA_API
#elif defined(_WIN32)
#if defined(PACTA_BUILDING)
#define PACTA_API __declspec(dllexport)
#else
#define PACTA_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define PACTA_API __attribute__((visibility("default")))
#else
#define PACTA_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The easy path ----------------------------------------------------- */

typedef struct pacta_ruleset pacta_ruleset;
typedef struct pacta_extractor pacta_extractor;
typedef struct pacta_document pacta_document;
typedef struct pacta_error pacta_error;

/* Extracts the records of `text` (`size` bytes) with the built-in rules into a
 * new document, to be freed with pacta_document_free(). The document keeps a
 * copy of the text. Compiles the rules anew on every call: for more than one
 * text use the three objects below. `error` may be NULL. */
PACTA_API int pacta_read(const char *text, size_t size, pacta_document **document, pacta_error *error);

/* ---- Status, errors, memory -------------------------------------------- */

typedef enum pacta_status {
    PACTA_OK = 0,
    PACTA_INCOMPLETE = 1,   /* a limit was reached; diagnostics say where */
    PACTA_E_MEMORY = -1,    /* an allocation failed */
    PACTA_E_ARGUMENT = -2,  /* a NULL or senseless argument */
    PACTA_E_UTF8 = -3,      /* the text is not UTF-8; offset says where */
    PACTA_E_TOO_LARGE = -4, /* the text is larger than the limit, or than 4 GiB */
    PACTA_E_RULES = -5,     /* a rule pack or its pattern is wrong */
    PACTA_E_REGISTRY = -6,  /* a table of instruments is wrong */
    PACTA_E_IO = -7,        /* a file could not be read */
    PACTA_E_CANCELLED = -8, /* the progress callback asked to stop */
    PACTA_E_INTERNAL = -9   /* a fault in pacta */
} pacta_status;

/* What went wrong first. The caller's; filled only on failure. Strings are
 * always terminated. Offsets count bytes from 0, lines and columns from 1
 * (columns in code points); all 0 where they make no sense. */
struct pacta_error {
    int status;
    uint64_t offset;
    uint32_t line, column;
    char source[128]; /* name of the text, rule pack or table */
    char rule[64];    /* rule or row concerned, "" if none */
    char message[256];
};

/* Memory hooks. `resize` works as realloc with the old size told; `release`
 * may get NULL. Both must be safe to call from every thread that uses an
 * object made with them, and must outlive those objects. */
typedef struct pacta_allocator {
    void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
    void (*release)(void *context, void *block, size_t size);
    void *context;
} pacta_allocator;

/* Name of a status, such as "not UTF-8"; never NULL. */
PACTA_API const char *pacta_status_text(int status);

/* Version of the library in use, such as "0.1.0". */
PACTA_API const char *pacta_version(void);

/* ---- Ruleset ----------------------------------------------------------- */

/* A rule pack or a table of instruments: `size` bytes at `data`, called `name`
 * in errors. With `data` NULL, `name` is the path of a file to read. */
typedef struct pacta_input {
    const char *name;
    const char *data;
    size_t size;
} pacta_input;

enum {
    PACTA_NO_BUILTIN_RULES = 1u,       /* leave out the packs inside the library */
    PACTA_NO_BUILTIN_INSTRUMENTS = 2u, /* leave out its table of instruments */
    PACTA_NO_JIT = 4u                  /* interpret patterns */
};

/* Set `struct_size` to sizeof(pacta_ruleset_options), the rest to zero where
 * the default will do; likewise in the other options. Inputs are read during the
 * call only. */
typedef struct pacta_ruleset_options {
    size_t struct_size;
    const pacta_allocator *allocator; /* NULL: malloc. Copied. */
    unsigned flags;
    const pacta_input *rules; /* read after the built-in packs, in order */
    size_t rule_count;
    const pacta_input *instruments; /* likewise, tables of instruments */
    size_t instrument_count;
} pacta_ruleset_options;

/* Compiles rules. `options` and `error` may be NULL. */
PACTA_API int pacta_ruleset_new(const pacta_ruleset_options *options, pacta_ruleset **ruleset,
                                pacta_error *error);

/* Must not be called while an extractor made from the ruleset is in use. */
PACTA_API void pacta_ruleset_free(pacta_ruleset *ruleset);

typedef struct pacta_rule_info {
    const char *name, *kind, *pack;
    uint32_t line;    /* of its statement in the pack */
    uint32_t pattern; /* bytes of its pattern, definitions left out */
    int priority;
} pacta_rule_info;

/* The rules in effect, in the order of the packs. */
PACTA_API size_t pacta_ruleset_rule_count(const pacta_ruleset *ruleset);
PACTA_API int pacta_ruleset_rule(const pacta_ruleset *ruleset, size_t index, pacta_rule_info *info);

/* ---- Extractor --------------------------------------------------------- */

/* Zero is the default of each. */
typedef struct pacta_limits {
    size_t text_bytes;    /* largest text accepted: 1 GiB */
    uint32_t records;     /* records of one kind in a document: 64 Mi */
    uint32_t match_limit; /* PCRE2's, for one match: 1,000,000 */
    uint32_t heap_kib;    /* PCRE2's, without JIT: 20,000 */
    uint32_t depth;       /* nesting of quotations and provisions: 64; these never more */
    size_t jit_stack;     /* bytes: 256 Ki */
} pacta_limits;

/* Called now and then, in each stage at least once every 64 KiB of text that it goes
 * through, with work done and in all, in bytes (of the text, times the stages); a
 * value other than 0 stops the extraction with PACTA_E_CANCELLED. */
typedef int (*pacta_progress)(void *context, uint64_t done, uint64_t total);

typedef struct pacta_extractor_options {
    size_t struct_size;
    const pacta_allocator *allocator; /* NULL: the ruleset's. Copied. */
    pacta_progress progress;          /* may be NULL */
    void *progress_context;
    pacta_limits limits; /* last, so that there can be more */
} pacta_extractor_options;

/* `ruleset` must outlive the extractor. One thread at a time. `options` and
 * `error` may be NULL. */
PACTA_API int pacta_extractor_new(const pacta_ruleset *ruleset, const pacta_extractor_options *options,
                                  pacta_extractor **extractor, pacta_error *error);
PACTA_API void pacta_extractor_free(pacta_extractor *extractor);

/* ---- Document ---------------------------------------------------------- */

typedef enum pacta_form {
    PACTA_FORM_UNKNOWN,
    PACTA_FORM_TREATY,
    PACTA_FORM_PRESS,
    PACTA_FORM_OTHER
} pacta_form;

typedef struct pacta_text_options {
    size_t struct_size;
    const char *name;       /* of the text, copied; may be NULL */
    pacta_form form;        /* UNKNOWN: found out */
    const char *instrument; /* id of what the text is, or is about; NULL: found out */
    int keep_text;          /* other than 0: the document keeps a copy of the text */
} pacta_text_options;

/* An empty document. `allocator` NULL: malloc. Any thread may use a document,
 * one at a time while it is filled, any number while it is read. */
PACTA_API int pacta_document_new(const pacta_allocator *allocator, pacta_document **document);
PACTA_API void pacta_document_free(pacta_document *document);

/* Fills `document` with the records of `text`; what it held is dropped. `text`
 * may be NULL if `size` is 0, must not change during the call, and must outlive
 * the document's use only for pacta_document_text() and
 * pacta_document_position(), unless the document keeps a copy. On failure the
 * document is empty. `options` and `error` may be NULL. */
PACTA_API int pacta_extract(pacta_extractor *extractor, const char *text, size_t size,
                            const pacta_text_options *options, pacta_document *document, pacta_error *error);

/* ---- Records ----------------------------------------------------------- */

#define PACTA_NONE UINT32_MAX /* no index */

/* Bytes [begin, end) of the text. An empty span at 0 stands for none. */
typedef struct pacta_span {
    uint32_t begin, end;
} pacta_span;

typedef enum pacta_token_kind {
    PACTA_TOKEN_WORD,
    PACTA_TOKEN_NUMBER, /* 12, 10.12, 1,435 */
    PACTA_TOKEN_ROMAN,  /* IV: capitals that make a Roman numeral */
    PACTA_TOKEN_SYMBOL, /* punctuation and everything else */
    PACTA_TOKEN_QUOTE,  /* a quotation mark, or an apostrophe that could be one */
    PACTA_TOKEN_MARKER, /* the label of a list item or paragraph: 1. (a) - */
    PACTA_TOKEN_BREAK   /* the end of a paragraph */
} pacta_token_kind;

typedef struct pacta_token {
    pacta_span span;
    pacta_token_kind kind;
} pacta_token;

typedef struct pacta_sentence {
    pacta_span span;
    uint32_t paragraph; /* counted from 0 */
} pacta_sentence;

/* How a reference or mention found its instrument. */
typedef enum pacta_resolution {
    PACTA_UNRESOLVED,
    PACTA_REGISTRY, /* the registry knows the name */
    PACTA_SYMBOL,   /* the number of a resolution or act */
    PACTA_DEFINED,  /* the text defined the name */
    PACTA_NAMED,    /* named in full, not in the registry */
    PACTA_CONTEXT,  /* a generic mention or an earlier reference */
    PACTA_INTERNAL, /* the document's own provision, found */
    PACTA_DANGLING  /* the instrument has no such provision */
} pacta_resolution;

typedef struct pacta_instrument {
    const char *id;             /* registry id, symbol, CELEX number, slug, or "this" */
    const char *title;          /* NULL where not known */
    const char *iri;            /* likewise */
    const char *const *aliases; /* names that the text itself gives it */
    uint32_t alias_count;
    uint32_t first_mention, mention_count; /* in the document's mentions */
} pacta_instrument;

/* Words that name an instrument; sorted by instrument, then by place. */
typedef struct pacta_mention {
    pacta_span span;
    uint32_t instrument; /* index */
    pacta_resolution how;
} pacta_mention;

/* One provision that a reference names. eids are Akoma Ntoso element ids
 * (Naming Convention 1.0): "art_51", "art_4__para_2__point_a". */
typedef struct pacta_target {
    pacta_span span;
    const char *eid;
    const char *unit;       /* unit of its last level: "article" */
    const char *through;    /* eid of the end of a range too long to spell out, "" of one
                               that is open (et seq.), else NULL */
    const char *instrument; /* where it differs from the reference's, or NULL */
    uint32_t provision;     /* of this document, or PACTA_NONE */
} pacta_target;

typedef struct pacta_reference {
    pacta_span span;
    const pacta_target *targets; /* none for a whole resolution or act */
    uint32_t target_count;
    uint32_t instrument_index; /* in the document's instruments, or PACTA_NONE */
    const char *instrument;    /* its id, or NULL */
    pacta_resolution resolution;
    const char *rule; /* name of the rule that found it */
} pacta_reference;

typedef struct pacta_provision {
    pacta_span span;    /* label, heading and everything inside */
    pacta_span label;   /* as printed; empty where it has none */
    pacta_span heading; /* likewise; behind the label, or on the line above it */
    const char *eid;
    const char *unit;
    uint32_t parent; /* index, or PACTA_NONE */
} pacta_provision;

typedef enum pacta_quotation_kind {
    PACTA_QUOTATION_PROVISION, /* words of an instrument */
    PACTA_QUOTATION_STATEMENT, /* somebody's words */
    PACTA_QUOTATION_TITLE,     /* name of a work or instrument */
    PACTA_QUOTATION_TERM       /* a word or phrase set off */
} pacta_quotation_kind;

typedef enum pacta_source_kind {
    PACTA_SOURCE_NONE,
    PACTA_SOURCE_PROVISION,
    PACTA_SOURCE_INSTRUMENT,
    PACTA_SOURCE_PERSON,
    PACTA_SOURCE_ORGANISATION,
    PACTA_SOURCE_PLACE, /* a capital or country that stands for its government */
    PACTA_SOURCE_PRONOUN,
    PACTA_SOURCE_UNKNOWN
} pacta_source_kind;

/* Who or what is quoted, in the words of the text. */
typedef struct pacta_source {
    pacta_span span;
    pacta_source_kind kind;
    const char *stands_for; /* what a pronoun or short form stands for, or NULL */
    uint32_t reference;     /* index of the reference that it is, or PACTA_NONE */
} pacta_source;

typedef struct pacta_quotation {
    pacta_span span;  /* marks included */
    pacta_span inner; /* between the marks */
    pacta_quotation_kind kind;
    uint32_t depth;       /* 0 is outermost */
    uint32_t parent;      /* quotation around it, or PACTA_NONE */
    uint32_t continues;   /* quotation that this one goes on, or PACTA_NONE */
    pacta_source source;  /* kind NONE where the text gives none */
    pacta_source carrier; /* who passed the source's words on; likewise */
    pacta_span cue;       /* reporting words, or empty */
    uint32_t reference;   /* names the provision quoted, or PACTA_NONE */
} pacta_quotation;

typedef enum pacta_origin { PACTA_ORIGIN_TEXT, PACTA_ORIGIN_QUOTED, PACTA_ORIGIN_REPORTED } pacta_origin;

typedef enum pacta_modality {
    PACTA_MODALITY_NONE,
    PACTA_OBLIGATION,
    PACTA_PROHIBITION,
    PACTA_PERMISSION,
    PACTA_ENTITLEMENT,
    PACTA_EXEMPTION,
    PACTA_RECOMMENDATION,
    PACTA_DEFINITION,
    PACTA_CONSTITUTIVE
} pacta_modality;

/* One normative statement. A sentence that has conditions or exceptions but no
 * words of a norm (The fee is waived if ...) is one as well: its modality is
 * PACTA_MODALITY_NONE and its cue empty. So is the cue of a list's point that
 * shares the norm of the words before the list. */
typedef struct pacta_clause {
    pacta_span span;
    pacta_origin origin;
    pacta_modality modality;
    const char *topic;      /* "entry-into-force" ..., or NULL */
    const char *instrument; /* id, or NULL */
    const char *eid;        /* of the provision it stands in, or NULL */
    uint32_t provision;     /* index, or PACTA_NONE */
    uint32_t quotation;     /* it stands in, or PACTA_NONE */
    pacta_span cue;         /* the words that carry the modality */
    pacta_span actor;       /* who is bound or entitled, or empty */
    const pacta_span *conditions;
    const pacta_span *exceptions;
    const uint32_t *references; /* indices */
    uint32_t condition_count, exception_count, reference_count;
    pacta_source source; /* who quotes or reports it */
} pacta_clause;

typedef enum pacta_diagnostic_code {
    PACTA_D_UNCLOSED_QUOTATION,
    PACTA_D_UNOPENED_QUOTATION,
    PACTA_D_NUMBERING_GAP,
    PACTA_D_DANGLING_REFERENCE,
    PACTA_D_REVERSED_RANGE,
    PACTA_D_LONG_RANGE,
    PACTA_D_RECORD_LIMIT,
    PACTA_D_MATCH_LIMIT,
    PACTA_D_DEPTH_LIMIT
} pacta_diagnostic_code;

typedef struct pacta_diagnostic {
    pacta_span span;
    pacta_diagnostic_code code;
    const char *message;
} pacta_diagnostic;

/* Each returns a borrowed array in the order of the text (mentions: see there)
 * and its length in `*count`, which may not be NULL; NULL if it is empty. */
PACTA_API const pacta_token *pacta_tokens(const pacta_document *document, size_t *count);
PACTA_API const pacta_sentence *pacta_sentences(const pacta_document *document, size_t *count);
PACTA_API const pacta_instrument *pacta_instruments(const pacta_document *document, size_t *count);
PACTA_API const pacta_mention *pacta_mentions(const pacta_document *document, size_t *count);
PACTA_API const pacta_reference *pacta_references(const pacta_document *document, size_t *count);
PACTA_API const pacta_quotation *pacta_quotations(const pacta_document *document, size_t *count);
PACTA_API const pacta_provision *pacta_provisions(const pacta_document *document, size_t *count);
PACTA_API const pacta_clause *pacta_clauses(const pacta_document *document, size_t *count);
PACTA_API const pacta_diagnostic *pacta_diagnostics(const pacta_document *document, size_t *count);

/* What the text as a whole is. Strings are borrowed and may be NULL. */
typedef struct pacta_document_info {
    const char *name;
    const char *language;   /* BCP 47: the packs', if the text reads like it */
    const char *instrument; /* id of what it is, or is about */
    pacta_form form;
    uint32_t bytes;
} pacta_document_info;

PACTA_API pacta_document_info pacta_document_about(const pacta_document *document);

/* The text, as given or as kept; `*size` may be NULL. */
PACTA_API const char *pacta_document_text(const pacta_document *document, size_t *size);

/* A place in the text, in the units that others count in. */
typedef struct pacta_position {
    uint32_t line, column; /* from 1; columns in code points */
    uint32_t codepoint;    /* code points before it */
    uint32_t utf16;        /* UTF-16 units before it (JavaScript, Java) */
} pacta_position;

/* Converts a byte offset, at most the text's size, in constant time. An offset
 * inside a character counts as that character's beginning. */
PACTA_API pacta_position pacta_document_position(const pacta_document *document, uint32_t offset);

/* ---- Names of the enumerations, as the JSON prints them; never NULL ------ */

PACTA_API const char *pacta_form_name(pacta_form form);
PACTA_API const char *pacta_token_kind_name(pacta_token_kind kind);
PACTA_API const char *pacta_resolution_name(pacta_resolution resolution);
PACTA_API const char *pacta_quotation_kind_name(pacta_quotation_kind kind);
PACTA_API const char *pacta_source_kind_name(pacta_source_kind kind);
PACTA_API const char *pacta_origin_name(pacta_origin origin);
PACTA_API const char *pacta_modality_name(pacta_modality modality);
PACTA_API const char *pacta_diagnostic_name(pacta_diagnostic_code code);

#ifdef __cplusplus
}
#endif

#endif
