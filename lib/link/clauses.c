#include "work.h"

int pacta_link_clauses(pacta_work *work) {
    (void)work;
    return PACTA_OK;
}
