/* One number as it is cited: 5, IV, 2a, (b), 12-A, three. */
#ifndef PACTA_FIND_CITED_NUMBERS_H
#define PACTA_FIND_CITED_NUMBERS_H

#include "work.h"

/* How a number is printed, which says what it numbers and what comes next. */
typedef enum pacta_number_style { STYLE_FIGURES, STYLE_ROMAN, STYLE_LETTER } pacta_number_style;

typedef struct pacta_cited_number {
    char text[16]; /* as eids have it */
    pacta_number_style style;
} pacta_cited_number;

/* Where numbers are read: at one token, before another. */
typedef struct pacta_number_reader {
    const pacta_work *work;
    uint32_t at, end;
    uint32_t rest; /* bytes of the token at `at` that are read: 7,8,9 */
    bool of_item;  /* the numbers are those of items, such as points */
} pacta_number_reader;

/* A bare number, letter or Roman numeral at the token, which is not passed by; false if
 * there is none. */
bool pacta_read_cited_number(pacta_number_reader *r, pacta_cited_number *n);

/* bis, A, -1, -A behind a number: added to it. */
void pacta_read_number_suffix(pacta_number_reader *r, pacta_cited_number *n);

/* (2), (2a), (a), (ii): at an opening bracket; false if it holds no number. */
bool pacta_read_bracketed(pacta_number_reader *r, pacta_cited_number *n);

/* a), ii): a bracket that only closes; false if there is none. */
bool pacta_read_half_bracketed(pacta_number_reader *r, pacta_cited_number *n);

/* What may stand right behind a number: (a), :4, .3; false if there is none. */
bool pacta_read_sub_number(pacta_number_reader *r, pacta_cited_number *n);

/* Makes the text that of the number, as eids have it. */
void pacta_set_number(pacta_cited_number *n, const char *text, uint32_t size);

#endif
