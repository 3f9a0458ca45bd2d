/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view holds. Selection is made with the view; pairs and rows on first use. */
#ifndef SAMEN_VIEW_VIEW_H
#define SAMEN_VIEW_VIEW_H

#include <stdatomic.h>
#include <stdint.h>

#include "core/options.h"
#include "core/run.h"
#include "core/turn.h"
#include "kernels/rows.h"
#include "network/network.h"
#include "network/typology.h"
#include "samen/view.h"
#include "table/table.h"
#include "view/pairs.h"

enum { SAMEN__KEPT = 4 };

/* Who is tied to whom, and from whom; of an undirected view `in` is empty. */
typedef struct samen__view_rows_of {
    samen__rows out, in;
} samen__view_rows_of;

struct samen_view {
    atomic_int_fast64_t owners;
    samen_network *network;

    samen_view_options options; /* effective; texts and lists are in storage */
    uint64_t forms;
    int32_t from, to; /* days, or SAMEN__DATE_NONE */
    int32_t project;  /* SAMEN_PARTNERSHIPS_IGNORE to _STAR */
    int32_t directed;
    void *storage;
    char *choice; /* the options as text, for provenance */

    int64_t organisations;
    int32_t *organisation; /* the network's number of each */
    int32_t *place;        /* the view's number of each of the network's, or -1 */
    int64_t partnerships;  /* in the view, whether projected or not */

    /* Made on first use, whole before it is seen here, and then never changed. */
    samen__turn turn; /* to make it: so that it is seldom made twice */
    _Atomic(samen__pairs *) pairs;
    _Atomic(samen__view_rows_of *) rows;
    _Atomic(double *) kept[SAMEN__KEPT]; /* view/kept.h */
};

/* For the places that write to a view after it was made. */
static inline samen_view *samen__view_unlocked(const samen_view *view) {
    return (samen_view *)(uintptr_t)view;
}

extern const samen__options samen__view_options;

/* Is a tie, partnership or membership shown, as far as form and period go? */
int samen__view_shows_tie(const samen_view *view, const samen__tie *tie);
int samen__view_shows_partnership(const samen_view *view, const samen__partnership *partnership);
int samen__view_shows_membership(const samen_view *view, const samen__membership *membership);

/* The tied pairs; they live as long as the view. */
samen_status samen__view_pairs(const samen_view *view, samen__run *run, const samen__pairs **out,
                               samen_error *err);

/* What was left out when pairs were made, for notes: nothing where they were not needed, for then nothing could be. */
samen__pairs samen__view_told(const samen_view *view);

/* Compressed rows of who is tied to whom, and (directed views; else the same) from whom. */
samen_status samen__view_rows(const samen_view *view, samen__run *run, const samen__rows **out_rows,
                              const samen__rows **in_rows, samen_error *err);

/* Free what was made on first use. */
void samen__view_forget(samen_view *view);

/* What the reader of a result must know about the view. */
samen_status samen__view_add_notes(const samen_view *view, samen_table *table, samen_error *err);

/* The column "organisation" with the keys, and "name" with the names, each organisation `times` times
 * over. */
samen_status samen__view_add_keys(const samen_view *view, int64_t times, samen_table *table,
                                  samen_error *err);

/* A text column `name` of table->rows keys of organisations of the view. */
samen_status samen__view_add_key_column(const samen_view *view, const char *name,
                                        const int32_t *organisation, samen_table *table,
                                        samen_error *err);

/* The attribute that tells who responded: a yes/no attribute "respondent"; NULL when there is none. */
const samen__column *samen__view_respondents(const samen_view *view);

/* Did this organisation of the view respond? Unknown counts as yes. */
int samen__view_responded(const samen_view *view, const samen__column *respondents,
                          int64_t organisation);

#endif
