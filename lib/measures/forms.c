/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measures/forms.h"

samen__form_lines samen__list_forms(const samen_view *view) {
    samen__form_lines lines = {.count = 1, .form = {-1}};
    for (int32_t form = 0; form < view->network->typology->count; form++) {
        if (view->forms >> form & 1) {
            lines.line[form] = lines.count;
            lines.form[lines.count++] = form;
        }
    }
    return lines;
}

samen_status samen__add_form_column(const samen_view *view, const samen__form_lines *lines,
                                    samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, "form", SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        int32_t form = lines->form[row % lines->count];
        const char *key = form < 0 ? "all" : view->network->typology->form[form].key;
        status = samen__column_add_string(column, key, err);
    }
    return status;
}

samen_status samen__put_share(samen__column *column, int64_t row, double part, double whole,
                              samen_error *err) {
    if (!(whole > 0))
        return samen__column_set_null(column, row, err);
    ((double *)column->data)[row] = part / whole;
    return SAMEN_OK;
}
