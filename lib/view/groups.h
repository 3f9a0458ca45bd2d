/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups: the values of an organisation attribute that partition the organisations of a view. */
#ifndef SAMEN_VIEW_GROUPS_H
#define SAMEN_VIEW_GROUPS_H

#include "core/hash.h"
#include "view/view.h"

typedef struct samen__groups {
    int32_t count;
    int32_t *of;     /* for each organisation of the view its group, or -1 when it has none */
    int64_t *size;   /* organisations in each group */
    int64_t without; /* organisations that have no group */
    char **label;    /* in ascending order: numbers by value, texts by letter */
} samen__groups;

/* SAMEN_ERR_UNKNOWN when there is no such attribute, with those there are. */
samen_status samen__groups_make(const samen_view *view, const char *attribute,
                                samen__groups *groups, samen_error *err);
void samen__groups_free(samen__groups *groups);

/* A note when organisations have no group, with what becomes of them in a few words. */
samen_status samen__groups_add_note(const samen__groups *groups, const char *consequence,
                                    samen_table *table, samen_error *err);

/* A text column of `table->rows` labels: those of group[i], null for -1. */
samen_status samen__groups_add_labels(const samen__groups *groups, const char *column,
                                      const int32_t *group, samen_table *table, samen_error *err);

#endif
