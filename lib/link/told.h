/* What the words around a noun tell of the instrument that it means: the 1963 treaty, the
 * older extradition convention. */
#ifndef PACTA_LINK_TOLD_H
#define PACTA_LINK_TOLD_H

#include "link/instruments.h"

/* Names that are looked back at, and instruments that are looked through. */
enum { PACTA_LOOK_BACK = 256, PACTA_WORDS_TOLD = 4 };

typedef struct pacta_told {
    uint32_t noun; /* its token; `word` is what it is in titles */
    pacta_title_word word, words[PACTA_WORDS_TOLD];
    const char *years[PACTA_WORDS_TOLD]; /* not terminated */
    uint32_t word_count, year_count;
    bool older, newer; /* it is said to be the older one, or a new one */
} pacta_told;

/* Reads what is told before the noun, without its own word. False where nothing is. */
bool pacta_read_told(const pacta_work *work, uint32_t noun, pacta_told *told);

/* The only instrument that most of what is told fits, or PACTA_NONE. */
uint32_t pacta_most_told(const pacta_linker *linker, const pacta_told *told);

/* The oldest that the text tells the year of, or, where it tells it of less than two, the only
 * one of the noun; or PACTA_NONE. */
uint32_t pacta_oldest(const pacta_linker *linker, const pacta_told *told);

/* The new convention: the one of the noun, which the registry lacks, that was named last before
 * the name of that index; or PACTA_NONE. */
uint32_t pacta_newest(const pacta_linker *linker, uint32_t index, const pacta_told *told);

/* The year that is told is not that of the instrument, which is on record. */
bool pacta_is_of_other_year(const pacta_work *work, uint32_t instrument, const pacta_told *told);

/* The noun may mean the instrument: its title has it, and no year is against it. */
bool pacta_may_mean(const pacta_work *work, uint32_t instrument, const pacta_told *told);

/* within_titles.c: the Convention, which the text has named in the name of a protocol to it
 * only; or PACTA_NONE. */
uint32_t pacta_within_title(const pacta_linker *linker, uint32_t index);

#endif
