/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of counts and shares. */
#include "measures/composition/counts.h"

#include "../call.h"
#include "sample.h"

/* Two buckets of three lines, the second of them with nothing in it. */
static samen__tally made[6] = {
    {.ties = 4, .records = 5, .pairs = 3, .partnerships = 2, .weight = 8},
    {.ties = 1, .records = 1, .pairs = 1, .partnerships = 2, .weight = 2},
    {.ties = 3, .records = 4, .pairs = 3, .partnerships = 0, .weight = 6},
};

TEST(shares_are_of_the_first_line_of_their_bucket) {
    static const char *const names[] = {"ties",
                                        "records",
                                        "weight",
                                        "pairs",
                                        "partnerships",
                                        "share_of_ties",
                                        "share_of_weight",
                                        "share_of_pairs",
                                        "share_of_partnerships"};
    static const double shares[3][4] = {{1, 1, 1, 1}, {.25, .25, 1.0 / 3, 1}, {.75, .75, 1, 0}};
    const samen__tallies t = {.lines = {.count = 3}, .buckets = 2, .tally = made};
    samen_table *table = NULL;
    OK(samen__table_new(6, &table, error));
    OK(samen__add_tallies(&t, table, error));
    ck_assert_int_eq(samen_table_columns(table), 9);
    for (int32_t c = 0; c < 9; c++)
        ck_assert_str_eq(samen_table_column_name(table, c), names[c]);
    for (int row = 0; row < 3; row++) {
        const double counts[] = {(double)made[row].ties, (double)made[row].records,
                                 made[row].weight, (double)made[row].pairs,
                                 (double)made[row].partnerships};
        sample_counts(table, row, counts);
        for (int s = 0; s < 4; s++)
            ck_assert_double_eq(cell_number(table, row, names[5 + s]), shares[row][s]);
    }
    for (int row = 3; row < 6; row++) {
        sample_counts(table, row, (const double[5]){0});
        for (int s = 0; s < 4; s++)
            ck_assert(cell_is_null(table, row, names[5 + s]));
    }
    samen_table_free(table);
}
END

TEST(each_count_of_a_tally_can_be_asked_for) {
    ck_assert_double_eq(samen__ties_of(&made[0]), 4);
    ck_assert_double_eq(samen__weight_of(&made[0]), 8);
    ck_assert_double_eq(samen__pairs_of(&made[0]), 3);
    ck_assert_double_eq(samen__partnerships_of(&made[0]), 2);
}
END

/* The text columns of `rows` rows, as "a b c|a b c|...". */
static void expect_labels(samen__buckets kind, int64_t buckets, const char *expected) {
    samen_view *view = sample_view("");
    samen__call call = call_on(&samen__composition_forms, view);
    samen__groups groups = {0};
    samen_table *table = NULL;
    char text[256] = "";
    OK(samen__groups_make(view, "sector", &groups, error));
    const samen__tallies t = {.kind = kind, .groups = &groups, .buckets = buckets};
    OK(samen__table_new(2 * buckets, &table, error));
    OK(samen__add_buckets(&call, &t, 2, table, error));
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        for (int32_t c = 0; c < samen_table_columns(table); c++)
            strcat(strcat(text, samen_table_get_text(table, row, c, "null")), " ");
        strcat(text, "|");
    }
    ck_assert_str_eq(text, expected);
    samen_table_free(table);
    samen__groups_free(&groups);
    samen_view_free(view);
}

/* Two rows for each bucket. */
TEST(rows_are_labelled_by_their_bucket) {
    expect_labels(SAMEN__WHOLE, 1, "||");
    expect_labels(SAMEN__EACH_ORGANISATION, 5,
                  "A A |A A |B B |B B |C C |C C |D D |D D |E E |E E |");
    expect_labels(SAMEN__EACH_GROUP, 2, "GOV |GOV |VOL |VOL |");
    expect_labels(SAMEN__EACH_GROUP_PAIR, 3,
                  "GOV GOV |GOV GOV |GOV VOL |GOV VOL |VOL VOL |VOL VOL |");
}
END

SUITE("measures/composition/counts", shares_are_of_the_first_line_of_their_bucket,
      each_count_of_a_tally_can_be_asked_for, rows_are_labelled_by_their_bucket)
