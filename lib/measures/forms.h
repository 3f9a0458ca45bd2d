/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the measures by form share: which forms a view shows, and columns that name them. */
#ifndef SAMEN_MEASURES_FORMS_H
#define SAMEN_MEASURES_FORMS_H

#include "measures/measure.h"

/* The forms that a view shows, in the typology's order; line 0 stands for all of them. */
typedef struct samen__form_lines {
    int32_t count;                     /* forms + 1 */
    int32_t form[SAMEN_FORMS_MAX + 1]; /* of each line; -1 for line 0 */
    int32_t line[SAMEN_FORMS_MAX];     /* of each form, 0 when it is not shown */
} samen__form_lines;

samen__form_lines samen__list_forms(const samen_view *view);

/* The column "form" of rows that go through all lines again and again: row i is of line i % count. */
samen_status samen__add_form_column(const samen_view *view, const samen__form_lines *lines,
                                    samen_table *table, samen_error *err);

/* Put part / whole into a cell, or null where there is no whole. */
samen_status samen__put_share(samen__column *column, int64_t row, double part, double whole,
                              samen_error *err);

#endif
