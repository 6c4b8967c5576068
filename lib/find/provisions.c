#include "work.h"

int pacta_find_provisions(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
