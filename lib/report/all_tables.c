/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/all_tables.h"

#include <string.h>

#include "measures/registry.h"

static const samen__option *find_group(const samen__measure *measure) {
    for (int32_t i = 0; i < measure->options.count; i++) {
        if (strcmp(measure->options.option[i].name, "group") == 0)
            return &measure->options.option[i];
    }
    return NULL;
}

static int is_by_group(const samen__measure *measure, const char *table) {
    const samen__option *group = find_group(measure);
    return group && (group->required || strncmp(table, "group", 5) == 0);
}

/* Call `visit` for every table of every measure that the document can have. */
static void each(samen__document *d,
                 void (*visit)(samen__document *d, const samen__measure *measure, int32_t table,
                               int by_group)) {
    for (int32_t m = 0; samen__registry[m]; m++) {
        for (int32_t t = 0; samen__registry[m]->tables[t]; t++) {
            int by_group = is_by_group(samen__registry[m], samen__registry[m]->tables[t]);
            if (!by_group || d->group)
                visit(d, samen__registry[m], t, by_group);
        }
    }
}

/* The first table is asked for without its name, as the parts do, so that it is made once. */
static void measure_one(samen__document *d, const samen__measure *measure, int32_t table,
                        int by_group) {
    const char *group = by_group ? d->group_option : "";
    if (!samen__document_is_fine(d))
        return;
    if (table == 0)
        samen__document_measure(d, measure->name, "%s", group);
    else
        samen__document_measure(d, measure->name, by_group ? "table=%s; %s" : "table=%s%s",
                                measure->tables[table], group);
    if (d->error.code == SAMEN_ERR_UNKNOWN)
        d->error = (samen_error){0};
}

void samen__document_measure_all(samen__document *d) {
    each(d, measure_one);
}
