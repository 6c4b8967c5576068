#include "work.h"

int pacta_find_quotations(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
