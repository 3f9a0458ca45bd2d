/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/parts.h"

#include "view/view.h"

const char *samen__form_name(const samen__document *d, const char *key) {
    const samen_typology *typology = d->view->network->typology;
    return samen_typology_name(typology, samen_typology_find(typology, key), (int32_t)d->language);
}

int samen__has_undirected(const samen__document *d) {
    const samen__records *records = &d->view->network->records;
    for (int64_t i = 0; i < records->ties; i++) {
        if (!records->tie[i].directed)
            return 1;
    }
    return 0;
}

int64_t samen__count_above_zero(const samen_table *table, const char *column) {
    int32_t at = samen_table_find(table, column);
    int64_t count = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        count += samen_table_get_float64(table, row, at, 0) > 0;
    return count;
}

const samen_table *samen__contrast(samen__document *d) {
    const samen_typology *typology = d->view->network->typology;
    if (samen_typology_find(typology, "action") < 0 ||
        samen_typology_find(typology, "consultation") < 0)
        return NULL;
    const samen_table *contrast = samen__document_measure(d, "composition.contrast", "%s", "");
    return contrast && samen__document_number(contrast, "estimate", -1) >= 0 ? contrast : NULL;
}
