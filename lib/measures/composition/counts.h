/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of counts and shares: rows go through all lines of a bucket, then the next bucket. */
#ifndef SAMEN_MEASURES_COMPOSITION_COUNTS_H
#define SAMEN_MEASURES_COMPOSITION_COUNTS_H

#include "measures/composition/tally.h"

/* One of the counts of a tally. */
typedef double (*samen__count_of)(const samen__tally *tally);
double samen__ties_of(const samen__tally *tally);
double samen__weight_of(const samen__tally *tally);
double samen__pairs_of(const samen__tally *tally);
double samen__partnerships_of(const samen__tally *tally);

/* The labels of each row's bucket: nothing, keys, a group, or two groups. A bucket has `lines` rows. */
samen_status samen__add_buckets(const samen__call *call, const samen__tallies *tallies,
                                int64_t lines, samen_table *table, samen_error *err);

/* Ties, records, weight, pairs and partnerships of every row, and their shares of line 0. */
samen_status samen__add_tallies(const samen__tallies *tallies, samen_table *table,
                                samen_error *err);

/* The tables by level of commitment, and of diversity, of tallies by form. */
samen_status samen__by_commitment(samen__call *call, const samen__tallies *tallies,
                                  samen_table **out, samen_error *err);
samen_status samen__by_diversity(samen__call *call, const samen__tallies *tallies,
                                 samen_table **out, samen_error *err);

#endif
