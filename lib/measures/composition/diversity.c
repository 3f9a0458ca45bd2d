/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How evenly the counts spread over the forms.
 *
 * Based on: C. E. Shannon, Bell System Technical Journal 27, 1948
 * (doi 10.1002/j.1538-7305.1948.tb01338.x); P. M. Blau, Inequality and heterogeneity (1977); A. Agresti
 * and B. F. Agresti, Sociological Methodology 9, 1978 (doi 10.2307/270810). */
#include <math.h>

#include "measures/composition/counts.h"

enum { BASES = 4 };

static const struct {
    const char *name;
    samen__count_of count;
} bases[BASES] = {{"ties", samen__ties_of},
                  {"weight", samen__weight_of},
                  {"pairs", samen__pairs_of},
                  {"partnerships", samen__partnerships_of}};

typedef struct diversity {
    int64_t present;
    double total, entropy, blau;
} diversity;

static diversity measure_diversity(const samen__tallies *t, int64_t bucket, samen__count_of count) {
    const samen__tally *line = &t->tally[bucket * t->lines.count];
    diversity d = {.blau = 1};
    for (int32_t i = 1; i < t->lines.count; i++)
        d.total += count(&line[i]);
    for (int32_t i = 1; i < t->lines.count; i++) {
        double share = d.total > 0 ? count(&line[i]) / d.total : 0;
        d.present += share > 0;
        d.entropy -= share > 0 ? share * log(share) : 0;
        d.blau -= share * share;
    }
    return d;
}

static samen_status add_bases(samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, "basis", SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++)
        status = samen__column_add_string(column, bases[row % BASES].name, err);
    return status;
}

/* One of the numbers, null where there is nothing to spread. */
static samen_status add_index(const samen__tallies *t, const char *name, samen_table *table,
                              samen_error *err) {
    int64_t forms = t->lines.count - 1;
    int counting = name[0] == 'f', entropy = name[0] == 'e', iqv = name[0] == 'i';
    samen__column *column =
        samen__table_add(table, name, counting ? SAMEN_COLUMN_INT64 : SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        diversity d = measure_diversity(t, row / BASES, bases[row % BASES].count);
        double value = entropy ? d.entropy : d.blau;
        if (counting)
            ((int64_t *)column->data)[row] = d.present;
        else if (!(d.total > 0) || (iqv && forms < 2))
            status = samen__column_set_null(column, row, err);
        else
            ((double *)column->data)[row] =
                iqv ? value * (double)forms / (double)(forms - 1) : value;
    }
    return status;
}

samen_status samen__by_diversity(samen__call *call, const samen__tallies *t, samen_table **out,
                                 samen_error *err) {
    static const char *const indices[] = {"forms", "entropy", "blau", "iqv"};
    samen_status status = samen__table_new(t->buckets * BASES, out, err);
    if (status == SAMEN_OK)
        status = samen__add_buckets(call, t, BASES, *out, err);
    if (status == SAMEN_OK)
        status = add_bases(*out, err);
    for (size_t i = 0; status == SAMEN_OK && i < sizeof indices / sizeof indices[0]; i++)
        status = add_index(t, indices[i], *out, err);
    return status;
}
