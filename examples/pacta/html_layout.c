#include "html_layout.h"

#include "anchors.h"
#include "passages.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* "Article 4" and "PART II", not "(a)" or "iv.". */
static int names_unit(const char *text, pacta_span label) {
    unsigned char first = label.begin < label.end ? (unsigned char)text[label.begin] : ' ';
    int letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    return (letter || first >= 0x80) && memchr(text + label.begin, ' ', label.end - label.begin) != NULL;
}

static int is_headed(const char *text, const pacta_provision *provision, pacta_span passage) {
    int has_heading = provision->heading.begin < provision->heading.end;
    uint32_t end = provision->label.end;
    if (has_heading && provision->heading.end > end && provision->heading.begin < passage.end)
        end = provision->heading.end;
    return (has_heading || names_unit(text, provision->label)) && end >= passage.end;
}

static unsigned char one_more(unsigned char depth, int more) {
    return (unsigned char)(depth + (more && depth < UCHAR_MAX));
}

static void place(struct layout *layout, size_t index, pacta_span passage) {
    const pacta_provision *provision = &layout->provisions[index];
    struct placing *placing = &layout->placings[index], around = {0};
    placing->headed = is_headed(layout->text, provision, passage) != 0;
    if (provision->parent != PACTA_NONE) {
        around = layout->placings[provision->parent];
        layout->placings[provision->parent].has_headed |= placing->headed;
    }
    placing->level = one_more(around.level, around.headed);
    placing->indent = one_more(around.indent, !placing->headed);
}

int layout_make(struct layout *layout, const pacta_document *document, const char *prefix) {
    *layout = (struct layout){.document = document, .prefix = prefix};
    layout->text = pacta_document_text(document, NULL);
    layout->provisions = pacta_provisions(document, &layout->count);
    layout->placings = calloc(layout->count + 1, sizeof *layout->placings);
    if (layout->placings == NULL || anchors_make(&layout->anchors, document) != 0)
        return -1;
    struct passages passages = passages_of(document);
    struct passage passage = {0};
    for (size_t i = 0; i < layout->count; i++) {
        while (passage.span.end <= layout->provisions[i].span.begin && passages_next(&passages, &passage))
            ;
        place(layout, i, passage.span);
    }
    return 0;
}

void layout_free(struct layout *layout) {
    free(layout->placings);
    names_free(&layout->anchors);
}
