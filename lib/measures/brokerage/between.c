/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted are pairs whose one end is a source and the other a target; all organisations are both unless
 * told otherwise. An organisation's betweenness is normalised over the pairs that it is no end of, or, where ends
 * count as well, over all pairs. So with all organisations these are the usual formulas. */
#include "measures/brokerage/between.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "kernels/betweenness.h"
#include "kernels/sampling.h"
#include "kernels/weighted.h"
#include "view/kept.h"
#include "view/select.h"

typedef samen_brokerage_betweenness_options betweenness_options;

void samen__between_free(samen__between *b) {
    samen__delete(b->length);
    samen__delete(b->source);
    samen__delete(b->target);
    samen__delete(b->value);
    samen__delete(b->over);
    samen__delete(b->lower);
    samen__delete(b->upper);
    samen__delete(b->arc);
    *b = (samen__between){0};
}

/* ---- Lengths ------------------------------------------------------------------------------------ */

static double length_of(uint32_t distance, double weight) {
    switch (distance) {
    case SAMEN_DISTANCE_LOG: return log1p(1 / weight);
    case SAMEN_DISTANCE_WEIGHT: return weight;
    default: return 1 / weight;
    }
}

static samen_status make_lengths(const betweenness_options *o, samen__between *b,
                                 samen_error *err) {
    b->length = samen__new_raw(b->rows->arcs, sizeof *b->length, err);
    if (!b->length)
        return SAMEN_ERR_MEMORY;
    for (int64_t a = 0; a < b->rows->arcs; a++) {
        b->length[a] = length_of(o->distance, b->rows->weight[a]);
        if (!(b->length[a] > 0) || !isfinite(b->length[a]))
            return samen__fail(err, SAMEN_ERR_VALUE,
                               "the weight %g gives a tie the length %g, which no path can have; "
                               "rescale the weights",
                               b->rows->weight[a], b->length[a] > 0 ? HUGE_VAL : 0.0);
    }
    return SAMEN_OK;
}

/* ---- Between whom ------------------------------------------------------------------------------- */

static samen_status choose(const samen__call *call, const char *const *where, int64_t count,
                           const char *option, uint8_t *chosen, samen_error *err) {
    const samen_view *view = call->view;
    int64_t all = samen_network_count(view->network, SAMEN_ORGANISATIONS);
    uint8_t *of_network = samen__new_raw(all, 1, err);
    if (!of_network)
        return SAMEN_ERR_MEMORY;
    memset(of_network, 1, (size_t)all);
    samen_status status = samen__select_where(view->network, where, count, option, of_network, err);
    if (status != SAMEN_OK && status != SAMEN_ERR_MEMORY && err)
        err->argument = call->argument;
    for (int64_t v = 0; status == SAMEN_OK && v < view->organisations; v++)
        chosen[v] = of_network[view->organisation[v]];
    samen__delete(of_network);
    return status;
}

static samen_status find_ends(const samen__call *call, samen__between *b, samen_error *err) {
    const betweenness_options *o = call->options;
    b->source = samen__new_raw(b->n, 1, err);
    b->target = samen__new_raw(b->n, 1, err);
    b->over = samen__new_raw(b->n, sizeof *b->over, err);
    if (!b->source || !b->target || !b->over)
        return SAMEN_ERR_MEMORY;
    samen_status status = choose(call, o->sources, o->sources_count, "sources", b->source, err);
    if (status == SAMEN_OK)
        status = choose(call, o->targets, o->targets_count, "targets", b->target, err);
    b->ends = (samen__ends){.source = b->source, .target = b->target};
    b->count = samen__ends_counted(&b->ends, b->n);
    b->pairs = samen__ends_pairs(&b->count, b->directed);
    b->some = o->sources_count > 0 || o->targets_count > 0;
    for (int64_t v = 0; v < b->n; v++)
        b->over[v] = o->endpoints
                         ? b->pairs
                         : b->pairs - samen__ends_pairs_of(&b->ends, &b->count, v, b->directed);
    return status;
}

/* ---- Scores ------------------------------------------------------------------------------------- */

/* Paths between some: by the sweeps for lengths, every tie being 1 long where there are none. */
static samen_status sweep_some(samen__between *b, samen__run *run, samen_error *err) {
    double *ones = samen__new_raw(b->length ? 0 : b->rows->arcs, sizeof *ones, err);
    if (!ones)
        return SAMEN_ERR_MEMORY;
    for (int64_t a = 0; !b->length && a < b->rows->arcs; a++)
        ones[a] = 1;
    samen_status status = samen__weighted_betweenness(
        b->rows, b->in_rows, b->length ? b->length : ones, &b->ends, b->value, b->arc, run, err);
    samen__delete(ones);
    return status;
}

/* Paths between all, unless the view has the values of an earlier call; those of ties are not kept. */
static samen_status sweep_all(samen__call *call, samen__between *b, samen_error *err) {
    const betweenness_options *o = call->options;
    int number = b->length ? 1 + (int)o->distance : 0;
    if (!b->arc && samen__view_recall(call->view, number, b->value))
        return SAMEN_OK;
    samen_status status =
        samen__betweenness(b->rows, b->in_rows, b->length, b->value, b->arc, &call->run, err);
    if (status == SAMEN_OK)
        samen__view_keep(call->view, number, b->value);
    return status;
}

static samen_status score(samen__call *call, samen__between *b, const double *met,
                          samen_error *err) {
    samen_status status = b->some ? sweep_some(b, &call->run, err) : sweep_all(call, b, err);
    for (int64_t v = 0; v < b->n; v++)
        b->value[v] = (b->directed ? b->value[v] : b->value[v] / 2) + met[v];
    return status;
}

/* The in-neighbours' rows with the lengths of their arcs. */
static samen_status reverse_lengths(const samen__between *b, samen__rows *reverse,
                                    samen_error *err) {
    const samen__rows lengths = {.vertices = b->rows->vertices,
                                 .arcs = b->rows->arcs,
                                 .start = b->rows->start,
                                 .target = b->rows->target,
                                 .weight = b->length};
    return samen__rows_reverse(&lengths, reverse, err);
}

static int64_t neighbours(const samen__rows *rows, int64_t v) {
    return rows->start[v + 1] - rows->start[v];
}

/* Can a path go through? */
static int has_both_sides(const samen__between *b, int64_t v) {
    return b->directed ? neighbours(b->rows, v) > 0 && neighbours(b->in_rows, v) > 0
                       : neighbours(b->rows, v) > 1;
}

static samen_status draw(const samen__call *call, samen__between *b, const samen__path_graph *graph,
                         const double *met, samen__run *run, samen_error *err) {
    const betweenness_options *o = call->options;
    double *scale = samen__new(b->n, sizeof *scale, err);
    double *offset = samen__new(b->n, sizeof *offset, err);
    samen_status status = scale && offset ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < b->n; v++) {
        scale[v] = b->over[v] > 0 && has_both_sides(b, v) ? b->pairs / b->over[v] : 0;
        offset[v] = b->over[v] > 0 ? met[v] / b->over[v] : 0;
    }
    const samen__sampling sampling = {.ends = &b->ends,
                                      .scale = scale,
                                      .offset = offset,
                                      .epsilon = o->epsilon,
                                      .delta = o->delta,
                                      .top = o->table == SAMEN_BETWEENNESS_TOP ? o->places : 0};
    samen__estimates e = {0};
    if (status == SAMEN_OK)
        status = samen__sample(graph, &sampling, &e, run, err);
    for (int64_t v = 0; status == SAMEN_OK && v < b->n; v++) {
        b->value[v] = fmin(e.value[v], 1) * b->over[v];
        b->lower[v] = e.lower[v];
        b->upper[v] = fmin(e.upper[v], 1);
    }
    b->draws = e.draws;
    samen__estimates_free(&e);
    samen__delete(scale);
    samen__delete(offset);
    return status;
}

static samen_status estimate(samen__call *call, samen__between *b, const double *met,
                             samen_error *err) {
    samen__rows reverse = {0};
    samen__path_graph graph = {.out = b->rows,
                               .in = b->directed ? b->in_rows : b->rows,
                               .out_length = b->length,
                               .in_length = b->length};
    samen_status status = SAMEN_OK;
    if (b->directed && b->length) {
        status = reverse_lengths(b, &reverse, err);
        graph.in = &reverse;
        graph.in_length = reverse.weight;
    }
    if (status == SAMEN_OK)
        status = draw(call, b, &graph, met, &call->run, err);
    samen__rows_free(&reverse);
    return status;
}

static samen_status find_scores(samen__call *call, samen__between *b, samen_error *err) {
    const betweenness_options *o = call->options;
    int with_ties = o->table == SAMEN_BETWEENNESS_TIE;
    int is_estimated = o->table == SAMEN_BETWEENNESS_ESTIMATE || o->table == SAMEN_BETWEENNESS_TOP;
    b->value = samen__new(b->n, sizeof *b->value, err);
    b->lower = samen__new(is_estimated ? b->n : 0, sizeof *b->lower, err);
    b->upper = samen__new(is_estimated ? b->n : 0, sizeof *b->upper, err);
    b->arc = with_ties ? samen__new(b->rows->arcs, sizeof *b->arc, err) : NULL;
    double *met = samen__new(b->n, sizeof *met, err);
    samen_status status = b->value && b->lower && b->upper && met && (b->arc || !with_ties)
                              ? SAMEN_OK
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && o->endpoints) {
        samen__run part = samen__run_part(&call->run, 0, 0.05);
        status = samen__ends_met(b->rows, b->in_rows, &b->ends, met, &part, err);
        call->run = samen__run_part(&call->run, 0.05, 1);
    }
    if (status == SAMEN_OK)
        status = is_estimated ? estimate(call, b, met, err) : score(call, b, met, err);
    samen__delete(met);
    return status;
}

samen_status samen__between_find(samen__call *call, samen__between *b, samen_error *err) {
    const betweenness_options *o = call->options;
    const samen__rows *in_rows = NULL;
    *b = (samen__between){.directed = call->view->directed, .n = call->view->organisations};
    samen_status status = samen__view_rows(call->view, &call->run, &b->rows, &in_rows, err);
    b->in_rows = b->directed ? in_rows : NULL;
    if (status == SAMEN_OK && o->weighted)
        status = make_lengths(o, b, err);
    if (status == SAMEN_OK)
        status = find_ends(call, b, err);
    if (status == SAMEN_OK)
        status = find_scores(call, b, err);
    return status;
}
