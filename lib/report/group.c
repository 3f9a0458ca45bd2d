/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/group.h"

#include <string.h>

#include "core/bitset.h"
#include "core/options.h"
#include "view/groups.h"

enum { MOST_GROUPS = 12 };

static const char *get_value(const samen__column *column, int64_t row) {
    if (column->type == SAMEN_COLUMN_BOOL)
        return samen__bitset_get(column->data, row) ? "yes" : "no";
    return samen__column_text(column, row, NULL);
}

/* How many different values a column has, up to one more than MOST_GROUPS; 0 when one is missing. */
static int32_t count_values(const samen__column *column) {
    const char *seen[MOST_GROUPS + 1];
    int32_t count = 0;
    for (int64_t row = 0; row < column->rows && count <= MOST_GROUPS; row++) {
        if (samen__column_is_null(column, row))
            return 0;
        const char *value = get_value(column, row);
        int32_t i = 0;
        while (i < count && strcmp(seen[i], value) != 0)
            i++;
        if (i == count)
            seen[count++] = value;
    }
    return count;
}

static int parts_organisations(const samen__column *column) {
    if ((column->type != SAMEN_COLUMN_TEXT && column->type != SAMEN_COLUMN_BOOL) ||
        strcmp(column->name, "respondent") == 0)
        return 0;
    int32_t values = count_values(column);
    return values >= 2 && values <= MOST_GROUPS && 2 * values <= column->rows;
}

static const char *choose(const samen_network *network) {
    for (int64_t i = 0; i < network->attributes[SAMEN_ORGANISATIONS]; i++) {
        const samen__column *column = &network->attribute[SAMEN_ORGANISATIONS][i];
        if (parts_organisations(column))
            return column->name;
    }
    return NULL;
}

static int has_names(const samen_network *network) {
    int64_t organisations = samen_network_count(network, SAMEN_ORGANISATIONS);
    for (int64_t i = 0; i < organisations; i++) {
        if (strcmp(samen_network_key(network, SAMEN_ORGANISATIONS, i),
                   samen_network_name(network, SAMEN_ORGANISATIONS, i)) != 0)
            return 1;
    }
    return 0;
}

/* That there is such an attribute is better known before the work than in the middle of it. */
static void check(samen__document *d, const char *group) {
    samen__groups groups = {0};
    samen__groups_make(d->view, group, &groups, &d->error);
    samen__groups_free(&groups);
}

void samen__document_choose_group(samen__document *d, const char *wanted) {
    const samen_network *network = d->view->network;
    samen__text option = samen__text_growing();
    if (wanted)
        check(d, wanted);
    if (!samen__document_is_fine(d))
        return;
    d->named = has_names(network);
    const char *group = wanted ? wanted : choose(network);
    d->group_chosen = group && !wanted;
    if (group) {
        d->group = samen__copy_text(group, (int64_t)strlen(group), &d->error);
        samen__option_write(&option, "group", group);
    }
    samen__text_take(&option, &d->group_option, NULL, &d->error);
}
