#include "view.h"

const struct word view_units[] = {
    {"byte", UNIT_BYTE}, {"codepoint", UNIT_CODEPOINT}, {"utf16", UNIT_UTF16}, {NULL, 0}};

const struct word view_forms[] = {
    {"treaty", PACTA_FORM_TREATY}, {"press", PACTA_FORM_PRESS}, {"other", PACTA_FORM_OTHER}, {NULL, 0}};

uint32_t view_offset(const struct view *view, const pacta_document *document, uint32_t byte) {
    if (view->offsets == UNIT_BYTE)
        return byte;
    pacta_position position = pacta_document_position(document, byte);
    return view->offsets == UNIT_UTF16 ? position.utf16 : position.codepoint;
}
