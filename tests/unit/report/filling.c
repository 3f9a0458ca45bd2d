/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/filling.h"

#include "core/date.h"
#include "suite.h"

static const samen__fill_column columns[] = {{"text", SAMEN_COLUMN_TEXT},
                                             {"count", SAMEN_COLUMN_INT64},
                                             {"number", SAMEN_COLUMN_FLOAT64},
                                             {"day", SAMEN_COLUMN_DATE},
                                             {NULL, 0}};

TEST(cells_are_filled_from_the_left_and_row_by_row) {
    samen_table *table = NULL;
    samen__filling rows = samen__filling_start(3, columns, NULL);
    samen__fill_text(&rows, "a");
    samen__fill_count(&rows, 1);
    samen__fill_number(&rows, .5);
    samen__fill_day(&rows, 0);
    samen__fill_text(&rows, NULL);
    samen__fill_count(&rows, -2);
    samen__fill_number(&rows, NAN);
    samen__fill_day(&rows, SAMEN__DATE_NONE);
    samen__fill_text(&rows, "");
    samen__fill_count(&rows, 0);
    samen__fill_number(&rows, 0);
    samen__fill_day(&rows, 366);
    OK(samen__filling_take(&rows, &table));
    char *csv = table_csv(table);
    ck_assert_str_eq(csv, "text,count,number,day\na,1,0.5,1970-01-01\n,-2,,\n,0,0,1971-01-02\n");
    samen_free(csv);
    samen_table_free(table);
}
END

TEST(after_a_failure_nothing_is_handed_out) {
    samen_table *table = NULL;
    samen__filling rows = samen__filling_start(1, columns, NULL);
    rows.status = SAMEN_ERR_MEMORY;
    samen__fill_text(&rows, "a");
    samen__fill_count(&rows, 1);
    samen__fill_number(&rows, 1);
    samen__fill_day(&rows, 1);
    ck_assert_int_eq(samen__filling_take(&rows, &table), SAMEN_ERR_MEMORY);
    ck_assert_ptr_null(table);
}
END

SUITE("report/filling", cells_are_filled_from_the_left_and_row_by_row,
      after_a_failure_nothing_is_handed_out)
