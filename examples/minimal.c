/* Prints the clauses of a text: what they do, where they stand, their words. */
#include <pacta/pacta.h>
#include <stdio.h>

int main(void) {
    static const char text[] = "Article 1\n\nIf either Party is attacked, the other shall assist it.\n\n"
                               "Article 2\n\nNeither Party shall leave before 2050.\n";
    pacta_document *document;
    pacta_error error;
    size_t count;

    if (pacta_read(text, sizeof text - 1, &document, &error) < 0)
        return fprintf(stderr, "%s\n", error.message), 1;
    const pacta_clause *clause = pacta_clauses(document, &count);
    for (; count > 0; count--, clause++)
        printf("%s %s: %.*s\n", pacta_modality_name(clause->modality), clause->eid ? clause->eid : "-",
               (int)(clause->span.end - clause->span.begin), text + clause->span.begin);
    pacta_document_free(document);
    return 0;
}
