/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/layout.h"

#include <math.h>

#include "bridge/compat.h"
#include "bridge/engine.h"

/* Fruchterman-Reingold goes on longer where that takes no time to speak of. */
enum { STRESS_STEPS_PER_VERTEX = 60, FORCE_STEPS = 500, FORCE_STEPS_OF_MANY = 100, MANY = 10000 };

static igraph_error_t make_graph(const samen__layout *l, igraph_t *graph) {
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * l->edges));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (int64_t e = 0; e < l->edges; e++) {
        VECTOR(ends)[2 * e] = l->edge[e][0];
        VECTOR(ends)[2 * e + 1] = l->edge[e][1];
    }
    IGRAPH_CHECK(igraph_create(graph, &ends, l->vertices, IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t find_by_way(const samen__layout *l, const igraph_t *graph,
                                  igraph_matrix_t *places) {
    igraph_real_t n = (igraph_real_t)l->vertices;
    switch (l->way) {
    case SAMEN__LAYOUT_STRESS:
        return igraph_layout_kamada_kawai(graph, places, 1, STRESS_STEPS_PER_VERTEX * l->vertices,
                                          0, n, NULL, NULL, NULL, NULL, NULL);
    case SAMEN__LAYOUT_FORCE:
        return igraph_layout_fruchterman_reingold(
            graph, places, 1, l->vertices > MANY ? FORCE_STEPS_OF_MANY : FORCE_STEPS, sqrt(n),
            IGRAPH_LAYOUT_AUTOGRID, NULL, NULL, NULL, NULL, NULL);
    case SAMEN__LAYOUT_MDS: return igraph_layout_mds(graph, places, NULL, 2);
    }
    return IGRAPH_EINVAL;
}

static igraph_error_t find_places(samen__layout *l) {
    igraph_t graph;
    igraph_matrix_t places;
    IGRAPH_CHECK(make_graph(l, &graph));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_matrix_init(&places, l->vertices, 2));
    IGRAPH_FINALLY(igraph_matrix_destroy, &places);
    for (int64_t v = 0; v < l->vertices; v++) {
        MATRIX(places, v, 0) = l->x[v];
        MATRIX(places, v, 1) = l->y[v];
    }
    IGRAPH_CHECK(find_by_way(l, &graph, &places));
    for (int64_t v = 0; v < l->vertices; v++) {
        l->x[v] = MATRIX(places, v, 0);
        l->y[v] = MATRIX(places, v, 1);
    }
    igraph_matrix_destroy(&places);
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static igraph_error_t visit(void *context) {
    samen__layout *l = context;
    igraph_rng_t ours;
    IGRAPH_CHECK(igraph_rng_init(&ours, &igraph_rngtype_mt19937));
    igraph_error_t code = igraph_rng_seed(&ours, (igraph_uint_t)l->seed);
    samen__host_rng host = samen__rng_set_aside(&ours);
    if (code == IGRAPH_SUCCESS)
        code = find_places(l);
    samen__rng_put_back(&host);
    igraph_rng_destroy(&ours);
    return code;
}

samen_status samen__layout_find(samen__layout *layout, samen__run *run, samen_error *err) {
    return samen__engine(visit, layout, "layout", run, err);
}
