/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A measure described as data, and the one way in which every measure is run: options checked and
 * filled in, the table computed, notes and provenance added, every number checked. */
#ifndef SAMEN_MEASURES_MEASURE_H
#define SAMEN_MEASURES_MEASURE_H

#include "core/error.h"
#include "core/options.h"
#include "samen/measure.h"
#include "table/table.h"
#include "view/groups.h"
#include "view/view.h"

typedef struct samen__measure samen__measure;

/* What a measure's compute function gets. */
typedef struct samen__call {
    const samen__measure *measure;
    const samen_view *view;
    const samen__pairs *pairs; /* the tied pairs of the view */
    const void *options;       /* its options struct, every default filled in */
    int32_t argument;          /* where the options stand among those of the public call */
    samen__run run;
} samen__call;

/* A column of one of a measure's tables. */
typedef struct samen__column_info {
    const char *table;
    const char *name;
    int32_t type;
    const char *help;
    const char *undefined; /* when a cell is null; NULL when it never is */
} samen__column_info;

struct samen__measure {
    const char *name; /* "family.measure" */
    const char *title;
    const char *summary; /* one sentence */
    const char *source;  /* where the definition comes from */
    const char *since;
    const char *const *tables; /* the first is the default; ends with NULL */
    const samen__column_info *column;
    int32_t columns;
    samen__options options; /* owner is the name */
    samen_status (*compute)(samen__call *call, samen_table **out, samen_error *err);
};

/* Run a measure from its typed function: view, options, run and out are arguments 1 to 4. */
samen_status samen__measure_call(const samen__measure *measure, const samen_view *view,
                                 const void *options, const samen_run *run, samen_table **out,
                                 samen_error *err);

/* The option "table", which every measure has, at the offset where its struct has the field. */
#define SAMEN__TABLE_OPTION(STRUCT, NAMES)                                                         \
    {                                                                                              \
        .name = "table", .type = SAMEN__OPTION_CHOICE, .offset = offsetof(STRUCT, table),          \
        .fallback = "", .choices = NAMES, .since = "0.1", .help = "which of its tables to give"    \
    }

/* The options "draws" and "level" of a bootstrap, likewise. */
#define SAMEN__DRAWS_OPTION(STRUCT, HELP)                                                          \
    {                                                                                              \
        .name = "draws", .type = SAMEN__OPTION_COUNT, .offset = offsetof(STRUCT, draws),           \
        .fallback = "1000", .minimum = 0, .maximum = 1000000, .since = "0.1", .help = (HELP)       \
    }
#define SAMEN__LEVEL_OPTION(STRUCT)                                                                \
    {                                                                                              \
        .name = "level", .type = SAMEN__OPTION_REAL, .offset = offsetof(STRUCT, level),            \
        .fallback = "0.95", .minimum = 0.5, .maximum = 0.9999, .since = "0.1",                     \
        .help = "confidence of the intervals"                                                      \
    }

/* The groups that an option names, which the chosen table cannot do without. */
samen_status samen__measure_groups(const samen__call *call, const char *group,
                                   samen__groups *groups, samen_error *err);

#endif
