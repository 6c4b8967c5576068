#include "akn_meta.h"

#include "markup.h"

#include <stdlib.h>
#include <string.h>

/* Language codes in IRIs have three letters. */
static const char *three_letters(const char *language) {
    static const char *const codes[][2] = {
        {"ar", "ara"}, {"de", "deu"}, {"en", "eng"}, {"es", "spa"}, {"fr", "fra"},
        {"it", "ita"}, {"ja", "jpn"}, {"ko", "kor"}, {"nl", "nld"}, {"pt", "por"},
        {"ru", "rus"}, {"tr", "tur"}, {"uk", "ukr"}, {"zh", "zho"},
    };
    for (size_t i = 0; language != NULL && i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i][0], language) == 0)
            return codes[i][1];
    return language != NULL ? language : "und";
}

struct meta {
    struct writer *out;
    const char *work; /* its IRI */
    const char *language, *component;
};

/* An element with its IRI in one attribute: of the expression where `language`
 * is given, of the manifestation where `format` is, of the component or the whole. */
static void value(const struct meta *meta, const char *element, const char *language, const char *format,
                  const char *component) {
    writer_string(meta->out, "<");
    writer_string(meta->out, element);
    writer_string(meta->out, " value=\"");
    markup_string(meta->out, meta->work);
    if (language != NULL) {
        writer_string(meta->out, "/");
        markup_string(meta->out, language);
        writer_string(meta->out, "@");
    }
    if (component != NULL) {
        writer_string(meta->out, "/!");
        markup_string(meta->out, component);
    }
    writer_string(meta->out, format != NULL ? format : "");
    writer_string(meta->out, "\"/>\n");
}

/* The work's date, where its IRI has one: between two strokes. */
static const char *date_in(const char *iri) {
    static const char form[] = "/0000-00-00/";
    for (const char *at = strchr(iri, '/'); at != NULL; at = strchr(at + 1, '/')) {
        size_t i = 0;
        while (form[i] != '\0' && (form[i] == '0' ? at[i] >= '0' && at[i] <= '9' : at[i] == form[i]))
            i++;
        if (form[i] == '\0')
            return at + 1;
    }
    return NULL;
}

static void date(const struct meta *meta, const char *iso) {
    writer_string(meta->out, "<FRBRdate date=\"");
    writer_bytes(meta->out, iso != NULL ? iso : "0001-01-01", 10);
    writer_string(meta->out, iso != NULL ? "\" name=\"signature\"/>\n" : "\" name=\"unknown\"/>\n");
}

/* Behind "/akn/": a country, or what stands for one. */
static void country(const struct meta *meta) {
    const char *code = strncmp(meta->work, "/akn/", 5) == 0 ? meta->work + 5 : "xt";
    writer_string(meta->out, "<FRBRcountry value=\"");
    markup_text(meta->out, code, strcspn(code, "/"));
    writer_string(meta->out, "\"/>\n");
}

static void level(const struct meta *meta, const char *element, const char *language, const char *format) {
    writer_string(meta->out, "<");
    writer_string(meta->out, element);
    writer_string(meta->out, ">\n");
    value(meta, "FRBRthis", language, format, meta->component != NULL ? meta->component : "main");
    value(meta, "FRBRuri", language, format, NULL);
    date(meta, language == NULL ? date_in(meta->work) : NULL);
    writer_string(meta->out,
                  language == NULL ? "<FRBRauthor href=\"#parties\"/>\n" : "<FRBRauthor href=\"#pacta\"/>\n");
    if (language == NULL)
        country(meta);
    else if (format == NULL) {
        writer_string(meta->out, "<FRBRlanguage");
        markup_attribute(meta->out, "language", language);
        writer_string(meta->out, "/>\n");
    }
    writer_string(meta->out, "</");
    writer_string(meta->out, element);
    writer_string(meta->out, ">\n");
}

int akn_meta(struct writer *out, const pacta_document *document, const struct citations *citations,
             const char *component) {
    char *work = citations_iri(citations, citations->own != NULL ? citations->own : "unknown", NULL);
    if (work == NULL)
        return -1;
    const struct meta meta = {out, work, three_letters(pacta_document_about(document).language), component};
    writer_string(out, "<meta>\n<identification source=\"#pacta\">\n");
    level(&meta, "FRBRWork", NULL, NULL);
    level(&meta, "FRBRExpression", meta.language, NULL);
    level(&meta, "FRBRManifestation", meta.language, ".akn");
    writer_string(out, "</identification>\n");
    if (component == NULL)
        writer_string(
            out,
            "<references source=\"#pacta\">\n"
            "<TLCOrganization eId=\"pacta\" href=\"/akn/ontology/organization/pacta\" showAs=\"pacta\"/>\n"
            "<TLCOrganization eId=\"parties\" href=\"/akn/ontology/organization/parties\" showAs=\"The "
            "parties\"/>\n"
            "</references>\n");
    writer_string(out, "</meta>\n");
    free(work);
    return 0;
}
