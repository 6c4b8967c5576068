#include "work.h"

int pacta_find_instruments(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
