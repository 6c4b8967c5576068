/* Large texts of one piece again and again, each extracted at the size given and
 * at a quarter of it: prints the time a byte of both, which tells what grows
 * faster than its text. Not a test, as time is not; fails where a document is
 * not as it must be.
 *   large [MEGABYTES [PIECE]] */
#include "check.h"
#include "pacta/pacta.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const PIECES[] = {
    " ",
    "a",
    "A",
    "1",
    ".",
    ",",
    ";",
    ":",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "-",
    "_",
    "*",
    "\n",
    "\t",
    "\r",
    "\f",
    "\\x00",
    "\xC3\xA9",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xE2\x80\x98",
    "\xE2\x80\x99",
    "\xC2\xAB",
    "\xC2\xAB ",
    "\xE6\x9D\xA1",
    "\xF0\x9F\x98\x80",
    "\xC2\xAD",
    "\xE2\x80\x8B",
    "\xE2\x80\xA8",
    "a ",
    "A ",
    "a\n",
    "a\n\n",
    "a.\n",
    "A. ",
    "1 ",
    "1\n\n",
    "1. ",
    "1.\n",
    "1. a\n\n",
    "(a) ",
    "(a)\n\n",
    "(i) ",
    "a) ",
    "- a\n",
    "I ",
    "IV. ",
    "\" ",
    " \"",
    "\"a",
    "\"a\" ",
    "he said \"a\", ",
    "\"A,\" he said, \"b\", ",
    "\"a.\" ",
    "\xE2\x80\x9C"
    "a ",
    "\xE2\x80\x9C"
    "a\n\n",
    "'a ",
    "(\"a\") ",
    "((",
    "() ",
    "Article ",
    "Article 1 ",
    "Article 1\n\n",
    "Article 1, ",
    "Articles 1 to ",
    "Articles 1 and ",
    "Article 1 of ",
    "Article 1 of the ",
    "Article 1 (a) (i) ",
    "paragraph ",
    "paragraph 1 of ",
    "thereof ",
    "Annex ",
    "ANNEX A\n\n",
    "PART I\n\n",
    "PREAMBLE\n\n",
    "Treaty ",
    "the Treaty of ",
    "the Treaty of Nowhere ",
    "Treaty on the ",
    "this Treaty ",
    "the said Treaty ",
    "Charter of the United Nations ",
    "U.N. ",
    "NATO's ",
    "resolution ",
    "resolution 1 (2000) ",
    "S/RES/1 ",
    "(the \"Pact\") ",
    "hereinafter ",
    "said ",
    "he said ",
    "\"a,\" he said. ",
    "said Mr. ",
    "Mr. ",
    "President ",
    "according to ",
    "says that ",
    "shall ",
    "shall not ",
    "No Party shall ",
    "may ",
    "if ",
    "unless ",
    "if, ",
    "Each Party shall, if it can, ",
    "and ",
    "or ",
    "of ",
    "to ",
    "means ",
    "- 1 -\n",
    "Page 1\n\n",
    "a-\n",
    "...",
    "? ",
    "(1) ",
    "1.1 ",
    "1.1.1 ",
    "1,000 ",
    "two ",
    "first ",
    "one of the ",
    "if a, ",
    "where he is, ",
    "if it is a, he ",
    "unless it a and ",
    "No Party shall, a, ",
    "it may (a) ",
    ") shall ",
    "a, shall ",
    "the a ",
    "the A of the ",
    "A and the ",
    "Mr. A ",
    "says, ",
    "a said, ",
    "that the ",
    "which ",
    "who ",
    "to be ",
    "\"a\", ",
    "\"a\" and \"b\" ",
    "\"a said \"b ",
    "(a ",
    "[a ",
    "[a]b ",
    "Annex~A [w]hen ",
    ": a ",
    "; a ",
    "Article 1 shall ",
    "of Article 1 ",
    "Article 1 and the Treaty ",
    "Treaty of Nowhere says \"a.\" ",
};

static double now(void) {
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Nanoseconds a byte; exits where something is wrong. */
static double read_pieces(pacta_extractor *extractor, pacta_document *document, const char *piece,
                          size_t length, size_t size) {
    char *text = malloc(size + length);
    if (text == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(2);
    }
    size -= size % length;
    for (size_t at = 0; at < size; at += length)
        memcpy(text + at, piece, length);
    pacta_error error;
    double begin = now();
    int status = pacta_extract(extractor, text, size, NULL, document, &error);
    double took = now() - begin;
    const char *fault = status < 0 ? error.message : check_document(document);
    if (fault != NULL) {
        printf("%s\n", fault);
        exit(1);
    }
    free(text);
    return size == 0 ? 0 : took * 1e9 / (double)size;
}

static void print_piece(const char *piece) {
    int width = 0;
    for (; *piece != '\0'; piece++) {
        unsigned char c = (unsigned char)*piece;
        width += c < ' ' ? printf("\\x%02X", c) : printf("%c", c) * ((c & 0xC0) != 0x80);
    }
    printf("%*s", width < 30 ? 30 - width : 0, "");
}

int main(int argc, char **argv) {
    size_t size = (size_t)((argc > 1 ? atof(argv[1]) : 4) * 1e6);
    pacta_ruleset *ruleset = NULL;
    pacta_extractor *extractor = NULL;
    pacta_error error;
    if (pacta_ruleset_new(NULL, &ruleset, &error) != PACTA_OK ||
        pacta_extractor_new(ruleset, NULL, &extractor, &error) != PACTA_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 2;
    }
    printf("%30s %8s %8s  nanoseconds a byte, a quarter and all of %zu bytes\n", "", "quarter", "all", size);
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++) {
        const char *piece = argc > 2 ? argv[2] : PIECES[i];
        bool zero = strcmp(piece, "\\x00") == 0;
        size_t length = zero ? 1 : strlen(piece);
        pacta_document *document = NULL;
        if (pacta_document_new(NULL, &document) != PACTA_OK)
            return 2;
        print_piece(piece);
        fflush(stdout);
        double few = read_pieces(extractor, document, zero ? "" : piece, length, size / 4);
        double all = read_pieces(extractor, document, zero ? "" : piece, length, size);
        printf(" %8.1f %8.1f%s\n", few, all, all > 2 * few + 5 ? "  grows" : "");
        pacta_document_free(document);
        if (argc > 2)
            break;
    }
    pacta_extractor_free(extractor);
    pacta_ruleset_free(ruleset);
    return 0;
}
