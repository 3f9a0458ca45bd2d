/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/structure.h"

#include <string.h>

#include "bridge/engine.h"

/* All edges of the rows; of an undirected graph only the way from lower to higher. */
static igraph_error_t make_graph(const samen__structure *s, igraph_bool_t directed,
                                 igraph_t *graph) {
    igraph_vector_int_t edges;
    int64_t count = directed ? s->start[s->vertices] : s->start[s->vertices] / 2, at = 0;
    IGRAPH_CHECK(igraph_vector_int_init(&edges, 2 * count));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &edges);
    for (int64_t v = 0; v < s->vertices; v++) {
        for (int64_t a = s->start[v]; a < s->start[v + 1]; a++) {
            if (!directed && s->target[a] < v)
                continue;
            VECTOR(edges)[at++] = v;
            VECTOR(edges)[at++] = s->target[a];
        }
    }
    IGRAPH_CHECK(igraph_create(graph, &edges, s->vertices, directed));
    igraph_vector_int_destroy(&edges);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t find_components(const igraph_t *graph, igraph_connectedness_t mode,
                                      samen__structure *s) {
    igraph_vector_int_t membership;
    IGRAPH_CHECK(igraph_vector_int_init(&membership, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &membership);
    igraph_integer_t count = 0;
    IGRAPH_CHECK(igraph_connected_components(graph, &membership, NULL, &count, mode));
    for (int64_t v = 0; v < s->vertices; v++)
        s->component[v] = (int32_t)VECTOR(membership)[v];
    s->components = (int32_t)count;
    igraph_vector_int_destroy(&membership);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t find_cuts(const igraph_t *graph, samen__structure *s) {
    igraph_vector_int_t found;
    IGRAPH_CHECK(igraph_vector_int_init(&found, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &found);
    IGRAPH_CHECK(igraph_articulation_points(graph, &found));
    memset(s->is_cut, 0, (size_t)s->vertices);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&found); i++)
        s->is_cut[VECTOR(found)[i]] = 1;
    IGRAPH_CHECK(igraph_bridges(graph, &found));
    s->bridges = igraph_vector_int_size(&found);
    for (int64_t i = 0; i < s->bridges; i++) {
        int32_t a = (int32_t)IGRAPH_FROM(graph, VECTOR(found)[i]);
        int32_t b = (int32_t)IGRAPH_TO(graph, VECTOR(found)[i]);
        s->bridge[0][i] = a < b ? a : b;
        s->bridge[1][i] = a < b ? b : a;
    }
    igraph_vector_int_destroy(&found);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t visit_undirected(void *context) {
    igraph_t graph;
    IGRAPH_CHECK(make_graph(context, IGRAPH_UNDIRECTED, &graph));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(find_components(&graph, IGRAPH_WEAK, context));
    IGRAPH_CHECK(find_cuts(&graph, context));
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t visit_directed(void *context) {
    igraph_t graph;
    IGRAPH_CHECK(make_graph(context, IGRAPH_DIRECTED, &graph));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(find_components(&graph, IGRAPH_STRONG, context));
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

samen_status samen__structure_find(samen__structure *structure, samen__run *run, samen_error *err) {
    return samen__engine(visit_undirected, structure, "components", run, err);
}

samen_status samen__structure_find_strong(samen__structure *structure, samen__run *run,
                                          samen_error *err) {
    return samen__engine(visit_directed, structure, "strong components", run, err);
}
