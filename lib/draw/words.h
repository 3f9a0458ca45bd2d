/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the pictures themselves, in every language that they speak. */
#ifndef SAMEN_DRAW_WORDS_H
#define SAMEN_DRAW_WORDS_H

#include "core/text.h"

typedef enum samen__word {
    SAMEN__WORD_COLLABORATION,
    SAMEN__WORD_DATA,
    SAMEN__WORD_ORGANISATION,
    SAMEN__WORD_ORGANISATIONS,
    SAMEN__WORD_TIE,
    SAMEN__WORD_TIES,
    SAMEN__WORD_PARTNER,
    SAMEN__WORD_PARTNERS,
    SAMEN__WORD_FORM,
    SAMEN__WORD_WEIGHT,
    SAMEN__WORD_WEIGHT_OF,
    SAMEN__WORD_SIZE,
    SAMEN__WORD_NO_GROUP,
    SAMEN__WORD_OTHER_GROUPS,
    SAMEN__WORD_OTHER_OR_NONE,
    SAMEN__WORD_ANSWER,
    SAMEN__WORD_RESPONDENT,
    SAMEN__WORD_NON_RESPONDENT,
    SAMEN__WORD_ISOLATES,
    SAMEN__WORD_DIRECTION,
    SAMEN__WORD_ONE_WAY,
    SAMEN__WORD_BOTH_WAYS,
    SAMEN__WORD_MOST,
    SAMEN__WORD_DRAWN_OF,
    SAMEN__WORD_STRONGEST_ONLY,
    SAMEN__WORD_SIMPLIFIED,
    SAMEN__WORD_LABELLED_BY,
    SAMEN__WORDS
} samen__word;

/* `language` is SAMEN_LANGUAGE_EN or SAMEN_LANGUAGE_NL. */
const char *samen__word_in(uint32_t language, samen__word word);

/* "en", "nl" */
const char *samen__language_code(uint32_t language);

/* 796670 as "796,670" or "796.670". */
void samen__add_count(samen__text *text, uint32_t language, int64_t count);

/* A number for people: at most three digits that count, the point or comma of the language. */
void samen__add_amount(samen__text *text, uint32_t language, double amount);

/* With so many decimals: 1,234.50 or 1.234,50. */
void samen__add_fixed(samen__text *text, uint32_t language, double amount, int32_t decimals);

/* "1 organisation", "25 organisations". */
void samen__add_counted(samen__text *text, uint32_t language, int64_t count, samen__word one,
                        samen__word many);

#endif
