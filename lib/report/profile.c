/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page for one organisation about itself: with whom it works together, its place between others, what it does not
 * mean. */
#include "report/profile.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "core/utf8.h"
#include "network/values.h"
#include "report/profile_parts.h"

/* ---- Finding it ---------------------------------------------------------------------------------------- */

/* The key of the organisation whose key or name is most like the one that is not there; NULL in a view of nobody. */
static const char *find_nearest(const samen_view *view, const char *key) {
    const char *nearest = samen_view_key(view, 0);
    int32_t best = INT32_MAX - 1;
    for (int32_t v = 0; v < view->organisations; v++) {
        const char *own = samen_view_key(view, v);
        int32_t distance = samen__utf8_distance(own, key, best);
        int32_t by_name = samen__utf8_distance(samen__name_of(view, v), key, best);
        distance = by_name < distance ? by_name : distance;
        if (distance < best) {
            best = distance;
            nearest = own;
        }
    }
    return nearest;
}

static void fail_unknown(samen__document *d, const char *key) {
    const char *nearest = find_nearest(d->view, key);
    samen__shown wanted = samen__show(key, (int64_t)strlen(key));
    if (!nearest) {
        samen__fail(&d->error, SAMEN_ERR_UNKNOWN,
                    "the view has no organisations, so none is \"%s\"", wanted.text);
        return;
    }
    samen__shown shown = samen__show(nearest, (int64_t)strlen(nearest));
    samen__fail(&d->error, SAMEN_ERR_UNKNOWN,
                "the view has no organisation \"%s\"; the nearest key is \"%s\"", wanted.text,
                shown.text);
}

int64_t samen__partners_of(const samen_view *view, int32_t number, const samen_run *run,
                           int32_t **out, samen_error *err) {
    const samen__pairs *pairs = NULL;
    samen__run prepared;
    samen__pair pair;
    int64_t count = 0, capacity = 0;
    void *partner = NULL;
    samen_status status = samen__run_prepare(run, 0, &prepared, err);
    if (status == SAMEN_OK)
        status = samen__view_pairs(view, &prepared, &pairs, err);
    for (samen__walk w = {0}; status == SAMEN_OK && samen__next_pair(pairs, &w, &pair);) {
        if (pair.low != number && pair.high != number)
            continue;
        status = samen__grow(&partner, &capacity, count + 1, sizeof **out, err);
        if (status == SAMEN_OK)
            ((int32_t *)partner)[count++] = pair.low == number ? pair.high : pair.low;
    }
    *out = partner;
    if (status == SAMEN_OK && count > 0)
        samen__sort_int32(*out, count);
    return status == SAMEN_OK ? count : -1;
}

double samen__median_of_others(const samen__profiled *p, const samen_table *table,
                               const char *column, const char *where, const char *is) {
    int32_t of = samen_table_find(table, "organisation"), value = samen_table_find(table, column);
    int32_t condition = where ? samen_table_find(table, where) : -1;
    int64_t rows = samen_table_rows(table), count = 0;
    double *values = rows > 0 ? samen__new_raw(rows, sizeof *values, &p->d->error) : NULL;
    for (int64_t row = 0; values && row < rows; row++) {
        int holds = !where || strcmp(samen_table_get_text(table, row, condition, ""), is) == 0;
        if (holds && !samen_table_is_null(table, row, value) &&
            strcmp(samen_table_get_text(table, row, of, ""), p->key) != 0)
            values[count++] = samen_table_get_float64(table, row, value, 0);
    }
    if (count > 0)
        samen__sort_doubles(values, count);
    double median = count > 0 ? (values[(count - 1) / 2] + values[count / 2]) / 2 : NAN;
    samen__delete(values);
    return median;
}

/* ---- The whole ----------------------------------------------------------------------------------------- */

void samen__profile(samen__document *d, const char *organisation) {
    static void (*const parts[])(const samen__profiled *) = {
        samen__profile_headline, samen__profile_partners,     samen__profile_place,
        samen__profile_roles,    samen__profile_partnerships, samen__profile_waves,
        samen__profile_minding};
    int64_t found = samen_network_find(d->view->network, SAMEN_ORGANISATIONS, organisation);
    if (!samen__document_is_fine(d))
        return;
    if (found < 0 || d->view->place[found] < 0) {
        fail_unknown(d, organisation);
        return;
    }
    samen__profiled p = {.d = d, .number = d->view->place[found]};
    p.key = samen_view_key(d->view, p.number);
    p.name = samen__name_of(d->view, p.number);
    p.partners = samen__partners_of(d->view, p.number, d->run, &p.partner, &d->error);
    if (d->group && samen__document_is_fine(d))
        samen__groups_make(d->view, d->group, &p.groups, &d->error);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && samen__document_is_fine(d); i++)
        parts[i](&p);
    samen__groups_free(&p.groups);
    samen__delete(p.partner);
}
