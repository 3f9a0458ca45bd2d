/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same work by igraph's C library. Usage: peer_igraph TASK FILE [RESULT]
 *
 *   betweenness | betweenness-weighted | constraint | constraint-weighted
 *                 of edges "u v weight"
 *   projection    of memberships "organisation,partnership": degree and strength of everyone
 *   ncol | edges  reading a file: "name name weight", or "u v"
 *
 * The graph is in memory before the clock starts; reading is timed as a whole. */
#include <igraph/igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

static void give(const char *path, const igraph_vector_t *value) {
    bench_write(path, VECTOR(*value), igraph_vector_size(value), "wb");
}

static void load(const char *path, igraph_t *graph, igraph_vector_t *weight) {
    bench_edges edges = bench_read_edges(path);
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 2 * edges.count);
    igraph_vector_init(weight, edges.count);
    for (int64_t i = 0; i < edges.count; i++) {
        VECTOR(ends)[2 * i] = edges.one[i];
        VECTOR(ends)[2 * i + 1] = edges.other[i];
        VECTOR(*weight)[i] = edges.weight[i];
    }
    igraph_create(graph, &ends, edges.vertices, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    bench_free_edges(&edges);
}

static void measure(const char *task, const char *path, const char *out) {
    igraph_t graph;
    igraph_vector_t weight, result;
    const igraph_vector_t *used = strstr(task, "-weighted") ? &weight : NULL;
    load(path, &graph, &weight);
    igraph_vector_init(&result, 0);
    bench_clock start = bench_now();
    if (strncmp(task, "betweenness", 11) == 0)
        igraph_betweenness(&graph, &result, igraph_vss_all(), IGRAPH_UNDIRECTED, used);
    else
        igraph_constraint(&graph, &result, igraph_vss_all(), used);
    bench_tell(task, start);
    give(out, &result);
    igraph_vector_destroy(&result);
    igraph_vector_destroy(&weight);
    igraph_destroy(&graph);
}

/* Organisations get numbers in order of first appearance, projects come behind them. */
static igraph_integer_t load_memberships(const char *path, igraph_t *graph) {
    FILE *file = fopen(path, "r");
    long organisation, project, most_organisations = 0, most_projects = 0;
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    if (!file || fscanf(file, "%*[^\n]") != 0)
        bench_stop("cannot read %s", path);
    while (fscanf(file, " org%ld,proj%ld", &organisation, &project) == 2) {
        igraph_vector_int_push_back(&ends, organisation);
        igraph_vector_int_push_back(&ends, project);
        most_organisations = organisation > most_organisations ? organisation : most_organisations;
        most_projects = project > most_projects ? project : most_projects;
    }
    fclose(file);
    igraph_integer_t *place = bench_room(most_organisations + 1, sizeof *place), known = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&ends); i += 2) {
        igraph_integer_t *at = &place[VECTOR(ends)[i]];
        if (*at == 0)
            *at = ++known;
        VECTOR(ends)[i] = *at - 1;
    }
    for (igraph_integer_t i = 1; i < igraph_vector_int_size(&ends); i += 2)
        VECTOR(ends)[i] += known;
    igraph_create(graph, &ends, known + most_projects + 1, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    free(place);
    return known;
}

static void project(const char *path, const char *out) {
    igraph_t graph, projected;
    igraph_vector_bool_t types;
    igraph_vector_int_t shared;
    igraph_vector_t result;
    igraph_integer_t known = load_memberships(path, &graph);
    igraph_vector_bool_init(&types, igraph_vcount(&graph));
    for (igraph_integer_t v = known; v < igraph_vcount(&graph); v++)
        VECTOR(types)[v] = 1;
    igraph_vector_int_init(&shared, 0);
    bench_clock start = bench_now();
    igraph_bipartite_projection(&graph, &types, &projected, NULL, &shared, NULL, -1);
    bench_tell("projection", start);
    igraph_vector_init(&result, 2 * known);
    for (igraph_integer_t e = 0; e < igraph_ecount(&projected); e++) {
        igraph_integer_t ends[] = {IGRAPH_FROM(&projected, e), IGRAPH_TO(&projected, e)};
        for (int i = 0; i < 2; i++) {
            VECTOR(result)[ends[i]]++;
            VECTOR(result)[known + ends[i]] += (double)VECTOR(shared)[e];
        }
    }
    give(out, &result);
    igraph_vector_destroy(&result);
    igraph_vector_int_destroy(&shared);
    igraph_vector_bool_destroy(&types);
    igraph_destroy(&projected);
    igraph_destroy(&graph);
}

static void read_file(const char *task, const char *path, const char *out) {
    igraph_t graph;
    igraph_set_attribute_table(&igraph_cattribute_table);
    bench_clock start = bench_now();
    FILE *file = fopen(path, "r");
    if (!file)
        bench_stop("cannot open %s", path);
    if (strcmp(task, "ncol") == 0)
        igraph_read_graph_ncol(&graph, file, NULL, 1, IGRAPH_ADD_WEIGHTS_YES, IGRAPH_UNDIRECTED);
    else
        igraph_read_graph_edgelist(&graph, file, 0, IGRAPH_UNDIRECTED);
    fclose(file);
    bench_tell(task, start);
    const double counts[] = {(double)igraph_vcount(&graph), (double)igraph_ecount(&graph)};
    bench_write(out, counts, 2, "wb");
    igraph_destroy(&graph);
}

int main(int argc, char **argv) {
    if (argc < 3)
        bench_stop("usage: peer_igraph TASK FILE [RESULT]");
    const char *task = argv[1], *path = argv[2], *out = argc > 3 ? argv[3] : NULL;
    if (strcmp(task, "projection") == 0)
        project(path, out);
    else if (strcmp(task, "ncol") == 0 || strcmp(task, "edges") == 0)
        read_file(task, path, out);
    else if (strncmp(task, "betweenness", 11) == 0 || strncmp(task, "constraint", 10) == 0)
        measure(task, path, out);
    else
        bench_stop("unknown task %s", task);
    return 0;
}
