/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/values.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "samen/measure.h"

samen_run samen__draw_run(const samen__draw_call *call) {
    return (samen_run){.struct_size = sizeof(samen_run),
                       .threads = call->run.threads,
                       .seed = call->run.seed,
                       .on_progress = call->run.on_progress,
                       .payload = call->run.payload};
}

samen_status samen__draw_blame(const samen__draw_call *call, samen_status status,
                               samen_error *err) {
    if (err && (status == SAMEN_ERR_UNKNOWN || status == SAMEN_ERR_ARGUMENT))
        err->argument = call->argument;
    return status;
}

static const char *long_name(const char *what) {
    if (strcmp(what, "degree") == 0)
        return "centrality.degree:degree";
    if (strcmp(what, "betweenness") == 0)
        return "brokerage.betweenness:betweenness";
    return what;
}

/* An option, for what is said when it cannot be. */
typedef struct wish {
    const samen__draw_call *call;
    const char *option, *what, *names;
} wish;

static samen_status refuse(const wish *w, const char *reason, samen_error *err) {
    return samen__fail_argument(err, w->call->argument,
                                "option %s of %s cannot be \"%s\": %s; give %s, or MEASURE:COLUMN "
                                "as brokerage.holes:constraint",
                                w->option, w->call->drawing->name, w->what, reason, w->names);
}

static samen_status take_values(const wish *w, const samen_table *table, const char *name,
                                samen__values *values, samen_error *err) {
    int64_t organisations = w->call->view->organisations;
    int32_t column = samen_table_find(table, name);
    int32_t type = samen_table_column_type(table, column);
    if (column < 0)
        return refuse(w, "the measure has no such column", err);
    if (type != SAMEN_COLUMN_INT64 && type != SAMEN_COLUMN_FLOAT64)
        return refuse(w, "the column has no numbers", err);
    if (samen_table_find(table, "organisation") != 0 || samen_table_rows(table) != organisations)
        return refuse(w, "the measure is not one of organisations", err);
    values->whole = type == SAMEN_COLUMN_INT64;
    values->value = samen__new(organisations, sizeof *values->value, err);
    values->name = samen__copy_text(name, (int64_t)strlen(name), err);
    if (!values->value || !values->name)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < organisations; i++) {
        double value = samen_table_get_float64(table, i, column, NAN);
        if (value < 0)
            return refuse(w, "the column has numbers below 0", err);
        values->value[i] = value;
        values->largest = fmax(values->largest, value); /* which leaves out NAN */
    }
    return SAMEN_OK;
}

samen_status samen__values_make(const samen__draw_call *call, const char *option, const char *what,
                                const char *names, samen__values *values, samen_error *err) {
    const wish w = {.call = call, .option = option, .what = what, .names = names};
    samen_table *table = NULL;
    *values = (samen__values){0};
    const char *full = long_name(what), *colon = strchr(full, ':');
    if (!colon || colon == full || !colon[1])
        return refuse(&w, "it is not of that shape", err);
    char *measure = samen__copy_text(full, colon - full, err);
    if (!measure)
        return SAMEN_ERR_MEMORY;
    const samen_run run = samen__draw_run(call);
    samen_status status =
        samen__draw_blame(call, samen_measure(call->view, measure, NULL, &run, &table, err), err);
    if (status == SAMEN_OK)
        status = take_values(&w, table, colon + 1, values, err);
    samen_table_free(table);
    samen__delete(measure);
    return status;
}

void samen__values_free(samen__values *values) {
    samen__delete(values->value);
    samen__delete(values->name);
    *values = (samen__values){0};
}
