#include "work.h"

int pacta_link_quotations(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
