/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of the picture of roles: a table of brokerage.roles. */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/roles.h"
#include "draw/values.h"
#include "kernels/statistics.h"
#include "samen/brokerage.h"

enum { MOST_BY_ITSELF = 20 }; /* organisations, when it was not said how many */

#define WITHIN 0.95 /* of what would be found, were ties independent */

static double cell(const samen__roles_shown *r, int64_t organisation, int32_t role,
                   const char *column) {
    return samen_table_get_float64(r->table, organisation * SAMEN__ROLES + role,
                                   samen_table_find(r->table, column), NAN);
}

samen__role_found samen__role_of(const samen__roles_shown *r, int64_t organisation, int32_t role) {
    double reach =
        samen__normal_quantile(0.5 + WITHIN / 2) * cell(r, organisation, role, "std_dev");
    samen__role_found found = {.count = cell(r, organisation, role, "count"),
                               .expected = cell(r, organisation, role, "expected")};
    found.more = found.count >= found.expected;
    found.p = cell(r, organisation, role, found.more ? "p_more" : "p_fewer");
    found.lower = fmax(0, found.expected - reach);
    found.upper = found.expected + reach;
    found.outside = found.count < found.lower || found.count > found.upper;
    return found;
}

/* Those without a group have no counts, and come last. */
static int by_total(const void *context, int64_t a, int64_t b) {
    double one = cell(context, a, SAMEN__TOTAL, "count"),
           other = cell(context, b, SAMEN__TOTAL, "count");
    one = isnan(one) ? -1 : one;
    other = isnan(other) ? -1 : other;
    return one > other ? -1 : one < other;
}

static samen_status order_organisations(samen__roles_shown *r, samen_error *err) {
    int64_t organisations = r->call->view->organisations;
    r->order = samen__new_raw(organisations, sizeof *r->order, err);
    samen_status status =
        r->order ? samen__sort(r->order, organisations, by_total, r, err) : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < organisations; v++)
        r->without_group += isnan(cell(r, v, SAMEN__TOTAL, "count"));
    r->all = organisations - r->without_group;
    int64_t most = r->options->top > 0 ? r->options->top : MOST_BY_ITSELF;
    r->shown = r->all < most ? r->all : most;
    return status;
}

samen_status samen__roles_find(samen__roles_shown *r, samen_error *err) {
    const samen_brokerage_roles_options options = {
        .struct_size = sizeof options,
        .table = SAMEN_ROLES_SIGNIFICANCE,
        .group = r->options->group,
        .draws = r->options->draws > 0 ? r->options->draws : -1};
    const samen_run run = samen__draw_run(r->call);
    for (int32_t role = 0; role < SAMEN__TOTAL; role++) {
        if (r->call->view->directed || role != SAMEN__GATEKEEPER)
            r->role[r->panels++] = role;
    }
    samen_status status = samen__draw_blame(
        r->call, samen_brokerage_roles(r->call->view, &options, &run, &r->table, err), err);
    return status == SAMEN_OK ? order_organisations(r, err) : status;
}

void samen__roles_shown_free(samen__roles_shown *r) {
    samen_table_free(r->table);
    samen__delete(r->order);
    samen__frame_free(&r->frame);
}
