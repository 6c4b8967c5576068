/* What it costs to hold 1,000 quotations against a treaty of 500 KB, beside a
 * naive diff of every quotation with every article, and how far the two agree
 * on the article. Measures, tests nothing. */
#include "clock.h"
#include "core/hash.h"
#include "pacta/verify.h"
#include "verify_cases.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TREATY_BYTES = 500 * 1000, QUOTATIONS = 1000, WORDS_MOST = 256, ARTICLES_MOST = 4096 };

static const double PATIENCE = 1.0; /* seconds for each figure */

static void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/* ---- Texts ---------------------------------------------------------------- */

/* A quotation, and the article that it is from. */
typedef struct quoted {
    unsigned article; /* from 0; ARTICLES_MOST: from another treaty */
    char *words;
} quoted;

typedef struct texts {
    text_buffer treaty, press;
    text_buffer articles[ARTICLES_MOST];
    unsigned article_count;
    quoted quotations[QUOTATIONS];
} texts;

static char *copy(const char *text) {
    char *made = malloc(strlen(text) + 1);
    if (made == NULL)
        fail("out of memory");
    return strcpy(made, text);
}

static void make_treaty(texts *t) {
    treaty_plan plan;
    buffer_add(&t->treaty, "TREATY ON THE WATERS OF THE SIL\n\n");
    for (unsigned number = 0; t->treaty.size < TREATY_BYTES; number++) {
        plan_treaty(&plan, 11, number);
        for (unsigned a = 0; a < TREATY_ARTICLES && t->article_count < ARTICLES_MOST; a++) {
            text_buffer *article = &t->articles[t->article_count++];
            buffer_add(&t->treaty, "Article %u\n\n", t->article_count);
            for (unsigned p = 0; p < plan.counts[a]; p++) {
                size_t begin = article->size;
                write_clause(article, &plan.clauses[a][p]);
                buffer_add(&t->treaty, "%u. %s\n\n", p + 1, article->bytes + begin);
                buffer_add(article, " ");
            }
        }
    }
}

/* Every fourth as it is, with a word changed, with an elision, and from
 * another treaty. */
static void make_quotation(texts *t, unsigned index) {
    treaty_plan foreign;
    text_buffer words = {0};
    quoted *q = &t->quotations[index];
    q->article = (index * 7919u) % t->article_count;
    if (index % 4 == 3) {
        plan_treaty(&foreign, 12, index);
        q->article = ARTICLES_MOST;
        write_clause(&words, &foreign.clauses[0][0]);
    } else {
        const text_buffer *article = &t->articles[q->article];
        const char *stop = strchr(article->bytes, '.');
        buffer_add(&words, "%.*s", (int)(stop - article->bytes), article->bytes);
    }
    char *middle = strstr(words.bytes, " together ");
    text_buffer whole = {0};
    *middle = '\0';
    buffer_add(&whole, "%s %s%s", words.bytes,
               index % 4 == 1   ? "jointly"
               : index % 4 == 2 ? "..."
                                : "together",
               index % 4 == 2 ? strstr(middle + 1, " no ") : middle + strlen(" together"));
    q->words = copy(whole.bytes);
    buffer_add(&t->press, "Article %u of the Treaty on the Waters of the Sil says: \"%s\"\n\n",
               (index * 7919u) % t->article_count + 1, whole.bytes);
    buffer_free(&whole);
    buffer_free(&words);
}

/* ---- With pacta --------------------------------------------------------------- */

typedef struct task {
    pacta_ruleset *ruleset;
    pacta_extractor *extractor;
    pacta_document *treaty, *press;
    pacta_corpus *corpus;
    pacta_verification *verification;
} task;

static pacta_document *extract(task *t, const text_buffer *text, pacta_form form) {
    pacta_document *document = NULL;
    pacta_text_options options = {.struct_size = sizeof options, .form = form};
    if (pacta_document_new(NULL, &document) != PACTA_OK ||
        pacta_extract(t->extractor, text->bytes, text->size, &options, document, NULL) != PACTA_OK)
        fail("extraction failed");
    return document;
}

static void build(void *context) {
    task *t = context;
    pacta_corpus_free(t->corpus);
    t->corpus = NULL;
    if (pacta_corpus_new(t->ruleset, NULL, &t->corpus, NULL) != PACTA_OK ||
        pacta_corpus_add(t->corpus, t->treaty, NULL) != PACTA_OK ||
        pacta_corpus_seal(t->corpus, NULL) != PACTA_OK)
        fail("no corpus");
}

static void verify(void *context) {
    task *t = context;
    if (pacta_verify(t->corpus, t->press, NULL, t->verification, NULL) != PACTA_OK)
        fail("verification failed");
}

static unsigned count_right(const task *t, const texts *all) {
    size_t count;
    const pacta_check *checks = pacta_checks(t->verification, &count);
    unsigned right = 0, quotation = 0;
    for (size_t i = 0; i < count && quotation < QUOTATIONS; i++) {
        if (checks[i].quotation == PACTA_NONE)
            continue;
        unsigned article = ARTICLES_MOST;
        if (checks[i].part_count == 1 && checks[i].verdict <= PACTA_ALTERED && checks[i].parts[0].eid != NULL)
            article = (unsigned)strtoul(checks[i].parts[0].eid + strlen("art_"), NULL, 10) - 1;
        right += article == all->quotations[quotation++].article;
    }
    return right;
}

/* ---- Naively ---------------------------------------------------------------------- */

typedef struct word_row {
    uint32_t *words;
    unsigned count;
} word_row;

static word_row cut(const char *text) {
    word_row row = {malloc((strlen(text) + 1) * sizeof *row.words), 0};
    if (row.words == NULL)
        fail("out of memory");
    while (*text != '\0') {
        char word[64];
        size_t size = 0;
        for (; isalnum((unsigned char)*text); text++)
            if (size < sizeof word)
                word[size++] = (char)tolower((unsigned char)*text);
        if (size > 0)
            row.words[row.count++] = pacta_hash(word, size);
        else
            text++;
    }
    return row;
}

/* Words that two rows have in common, in order. */
static unsigned common(const word_row *a, const word_row *b) {
    unsigned line[WORDS_MOST + 1] = {0};
    unsigned columns = a->count < WORDS_MOST ? a->count : WORDS_MOST;
    for (unsigned i = 0; i < b->count; i++)
        for (unsigned j = 1, corner = 0; j <= columns; j++) {
            unsigned above = line[j];
            unsigned best = a->words[j - 1] == b->words[i] ? corner + 1 : above;
            line[j] = best > line[j - 1] ? best : line[j - 1];
            corner = above;
        }
    return line[columns];
}

static double naive(const texts *all, unsigned *right) {
    word_row *articles = malloc(all->article_count * sizeof *articles);
    if (articles == NULL)
        fail("out of memory");
    for (unsigned a = 0; a < all->article_count; a++)
        articles[a] = cut(all->articles[a].bytes);
    double begin = bench_now();
    *right = 0;
    for (unsigned q = 0; q < QUOTATIONS; q++) {
        word_row quotation = cut(all->quotations[q].words);
        unsigned best = 0, found = ARTICLES_MOST;
        for (unsigned a = 0; a < all->article_count; a++) {
            unsigned value = common(&quotation, &articles[a]);
            if (value > best)
                best = value, found = a;
        }
        if (best * 10 < quotation.count * 7)
            found = ARTICLES_MOST;
        *right += found == all->quotations[q].article;
        free(quotation.words);
    }
    double seconds = bench_now() - begin;
    for (unsigned a = 0; a < all->article_count; a++)
        free(articles[a].words);
    free(articles);
    return seconds;
}

/* ---- Side by side --------------------------------------------------------------------- */

static void measure(texts *all) {
    task t = {0};
    unsigned naive_right;
    if (pacta_ruleset_new(NULL, &t.ruleset, NULL) != PACTA_OK ||
        pacta_extractor_new(t.ruleset, NULL, &t.extractor, NULL) != PACTA_OK ||
        pacta_verification_new(NULL, &t.verification) != PACTA_OK)
        fail("no ruleset");
    t.treaty = extract(&t, &all->treaty, PACTA_FORM_TREATY);
    t.press = extract(&t, &all->press, PACTA_FORM_PRESS);
    double index = bench_median(build, &t, PATIENCE), checks = bench_median(verify, &t, PATIENCE);
    double slow = naive(all, &naive_right);
    printf("%d quotations against a treaty of %zu KB, %u articles\n", QUOTATIONS, all->treaty.size / 1000,
           all->article_count);
    printf("%-32s %10s %14s %14s\n", "", "seconds", "a quotation", "right article");
    printf("%-32s %10.4f\n", "index of the treaty, once", index);
    printf("%-32s %10.4f %11.1f us %10.1f %%\n", "pacta_verify", checks, checks / QUOTATIONS * 1e6,
           100.0 * count_right(&t, all) / QUOTATIONS);
    printf("%-32s %10.4f %11.1f us %10.1f %%\n", "diff with every article", slow, slow / QUOTATIONS * 1e6,
           100.0 * naive_right / QUOTATIONS);
    pacta_verification_free(t.verification);
    pacta_corpus_free(t.corpus);
    pacta_document_free(t.treaty);
    pacta_document_free(t.press);
    pacta_extractor_free(t.extractor);
    pacta_ruleset_free(t.ruleset);
}

int main(void) {
    static texts all;
    make_treaty(&all);
    for (unsigned i = 0; i < QUOTATIONS; i++)
        make_quotation(&all, i);
    measure(&all);
    for (unsigned i = 0; i < all.article_count; i++)
        buffer_free(&all.articles[i]);
    for (unsigned i = 0; i < QUOTATIONS; i++)
        free(all.quotations[i].words);
    buffer_free(&all.treaty);
    buffer_free(&all.press);
}
