/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calls.h"

static int has_option(const samen_table *options, const char *name) {
    for (int64_t row = 0; row < samen_table_rows(options); row++) {
        if (strcmp(cell_text(options, row, "option"), name) == 0)
            return 1;
    }
    return 0;
}

/* Every table of one measure; gives how many calls there are then. */
static int add_calls(table_call *calls, int count, const char *measure, const char *tables,
                     const char *group, int draws, int weighted) {
    samen_table *options = NULL;
    OK(samen_describe_options(measure, &options, error));
    char *copy = strdup(tables), *rest = NULL;
    for (char *table = strtok_r(copy, ",", &rest); table; table = strtok_r(NULL, ",", &rest)) {
        for (int w = 0; w <= (weighted && has_option(options, "weighted")); w++) {
            table_call *call = &calls[count++];
            ck_assert_int_lt(count, MOST_CALLS);
            snprintf(call->measure, sizeof call->measure, "%s", measure);
            snprintf(call->table, sizeof call->table, "%s", table);
            int used = snprintf(call->options, sizeof call->options, "table=%s", table);
            char *end = call->options + used;
            if (has_option(options, "group"))
                end += sprintf(end, "; group=%s", group);
            if (has_option(options, "draws"))
                end += sprintf(end, "; draws=%d", draws);
            if (has_option(options, "epsilon"))
                end += sprintf(end, "; epsilon=0.1");
            if (w)
                sprintf(end, "; weighted=true");
        }
    }
    free(copy);
    samen_table_free(options);
    return count;
}

int all_calls(table_call calls[MOST_CALLS], const char *group, int draws, int weighted) {
    samen_table *measures = NULL;
    int count = 0;
    OK(samen_describe(&measures, error));
    for (int64_t row = 0; row < samen_table_rows(measures); row++)
        count = add_calls(calls, count, cell_text(measures, row, "measure"),
                          cell_text(measures, row, "tables"), group, draws, weighted);
    samen_table_free(measures);
    return count;
}
