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
    SAMEN__WORD_PAIR,
    SAMEN__WORD_PAIRS,
    SAMEN__WORD_PARTNERSHIP,
    SAMEN__WORD_PARTNERSHIPS,
    SAMEN__WORD_NOTHING,
    SAMEN__WORD_TO,
    SAMEN__WORD_THE,
    SAMEN__WORD_WITH_MOST,
    SAMEN__WORD_SHARES,
    SAMEN__WORD_SHARE_OF_TIES,
    SAMEN__WORD_SHARE_OF_WEIGHT,
    SAMEN__WORD_SHARE_OF_PAIRS,
    SAMEN__WORD_SHARE_OF_PARTNERSHIPS,
    SAMEN__WORD_WHOLE,
    SAMEN__WORD_ANEW,
    SAMEN__WORD_ANEW_TIMES,
    SAMEN__WORD_WILSON,
    SAMEN__WORD_NO_INTERVALS,
    SAMEN__WORD_PAIRS_IN_SEVERAL,
    SAMEN__WORD_SHARED_PAIRS,
    SAMEN__WORD_COUNTS_FOR_EACH,
    SAMEN__WORD_WITHOUT_GROUP,
    SAMEN__WORD_NOT_FOUND,
    SAMEN__WORD_ROLES,
    SAMEN__WORD_COORDINATOR,
    SAMEN__WORD_ITINERANT,
    SAMEN__WORD_REPRESENTATIVE,
    SAMEN__WORD_GATEKEEPER,
    SAMEN__WORD_LIAISON,
    SAMEN__WORD_BETWEEN_OWN,
    SAMEN__WORD_BETWEEN_OTHER,
    SAMEN__WORD_FROM_OWN,
    SAMEN__WORD_INTO_OWN,
    SAMEN__WORD_BETWEEN_TWO,
    SAMEN__WORD_BETWEEN_OWN_AND_OTHER,
    SAMEN__WORD_OBSERVED,
    SAMEN__WORD_OUTSIDE,
    SAMEN__WORD_WITHIN,
    SAMEN__WORD_EXPECTED,
    SAMEN__WORD_EXPECTED_RANGE,
    SAMEN__WORD_IGNORES_DEGREES,
    SAMEN__WORD_EXPECTED_OF,
    SAMEN__WORD_P_MORE,
    SAMEN__WORD_P_FEWER,
    SAMEN__WORD_BROKERAGE,
    SAMEN__WORD_OWN_SCALES,
    SAMEN__WORD_DISTRIBUTION,
    SAMEN__WORD_DEGREE,
    SAMEN__WORD_IN_DEGREE,
    SAMEN__WORD_OUT_DEGREE,
    SAMEN__WORD_STRENGTH,
    SAMEN__WORD_IN_STRENGTH,
    SAMEN__WORD_OUT_STRENGTH,
    SAMEN__WORD_MEMBERS,
    SAMEN__WORD_SHARE_WITH_AT_LEAST,
    SAMEN__WORD_LARGEST,
    SAMEN__WORD_MEAN,
    SAMEN__WORD_MEDIAN,
    SAMEN__WORD_AT_LEAST,
    SAMEN__WORD_ZEROS,
    SAMEN__WORD_NO_VALUE,
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
    SAMEN__WORD_OF_ROW,
    SAMEN__WORD_OF_COLUMN,
    SAMEN__WORD_ROWS_AND_COLUMNS,
    SAMEN__WORD_UNOBSERVED,
    SAMEN__WORD_MARKED,
    SAMEN__WORD_SILENT,
    SAMEN__WORD_SILENT_TIES,
    SAMEN__WORD_DENSITY,
    SAMEN__WORD_DENSITY_OF,
    SAMEN__WORD_DENSEST,
    SAMEN__WORD_ALIKE,
    SAMEN__WORD_COMMUNITIES,
    SAMEN__WORD_TREE,
    SAMEN__WORD_TREE_TITLE,
    SAMEN__WORD_DENSITIES,
    SAMEN__WORD_SHADED_BLOCKS,
    SAMEN__WORD_PLAIN_CELLS,
    SAMEN__WORD_BINS,
    SAMEN__WORD_NAMES_LEFT_OUT,
    SAMEN__WORD_GROUPS_LEFT_OUT,
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

/* A share of 1 as "100", in whole percents but for shares near 0 or 1, which are not rounded to nothing or all. */
void samen__add_percent(samen__text *text, uint32_t language, double share);

/* "1 organisation", "25 organisations". */
void samen__add_counted(samen__text *text, uint32_t language, int64_t count, samen__word one,
                        samen__word many);

#endif
