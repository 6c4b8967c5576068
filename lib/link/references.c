#include "work.h"

int pacta_link_references(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
