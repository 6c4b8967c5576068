#include "view.h"

uint32_t view_offset(const struct view *view, const pacta_document *document, uint32_t byte) {
    if (view->offsets == UNIT_BYTE)
        return byte;
    pacta_position position = pacta_document_position(document, byte);
    return view->offsets == UNIT_UTF16 ? position.utf16 : position.codepoint;
}
