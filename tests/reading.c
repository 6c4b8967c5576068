#include "reading.h"

pacta_extractor *extractor;
pacta_document *document;

int set_up_reading(void **state) {
    (void)state;
    return pacta_extractor_new(builtin_rules(), NULL, &extractor, NULL) != PACTA_OK ||
           pacta_document_new(NULL, &document) != PACTA_OK;
}

int tear_down_reading(void **state) {
    (void)state;
    pacta_extractor_free(extractor);
    pacta_document_free(document);
    return 0;
}
