#include "work.h"

int pacta_find_references(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
