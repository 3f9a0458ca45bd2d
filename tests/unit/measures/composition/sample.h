/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One small network that has everything, counted by hand in the tests of composition:
 *
 *     A-B consultation 2, A-B action 3, B>C action 1, C>B action 2, C-D learning 1, D>A ad hoc 4; E alone.
 *     Partnerships: p of action (A, B, C), q of consultation (D, E), r of action (E).
 *     Sectors: A and B GOV, C and D VOL, E none. */
#ifndef SAMEN_TESTS_SAMPLE_H
#define SAMEN_TESTS_SAMPLE_H

#include "../every.h"

static const odd_network sample_network = {
    "the sample",
    "A-B:consultation*2 A-B:action*3 B>C:action C>B:action*2 C-D:learning D>A:ad-hoc*4 E",
    "A=GOV B=GOV C=VOL D=VOL",
    NULL,
    "p:A p:B p:C q/consultation:D q:E r:E",
    ""};

static inline samen_view *sample_view(const char *options) {
    return see(odd_make(&sample_network), options);
}

/* A row by two text columns; the second may be NULL. */
static inline int64_t sample_row(const samen_table *table, const char *column, const char *value,
                                 const char *other, const char *other_value) {
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(cell_text(table, row, column), value) == 0 &&
            (!other || strcmp(cell_text(table, row, other), other_value) == 0))
            return row;
    }
    ck_abort_msg("no row has %s %s and %s %s", column, value, other ? other : "", other_value);
    return -1;
}

/* A row of counts: ties, records, weight, pairs, partnerships. */
static inline void sample_counts(const samen_table *table, int64_t row, const double counts[5]) {
    static const char *const names[] = {"ties", "records", "weight", "pairs", "partnerships"};
    for (int i = 0; i < 5; i++)
        ck_assert_msg(cell_number(table, row, names[i]) == counts[i], "row %d: %s is %g, not %g",
                      (int)row, names[i], cell_number(table, row, names[i]), counts[i]);
}

#endif
