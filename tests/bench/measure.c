/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of samen: reads a graph or a data set, makes a view, runs steps one after another, and
 * tells what each took.
 *
 *   measure [options] --graph FILE | --read PATH STEP...
 *
 * --graph takes edges ("u v weight"), --read what samen_io_read() takes. A step is "rows" (the
 * view, and its compressed rows), or a measure and its options ("cohesion.density draws=0").
 *
 *   --threads N, --view OPTIONS
 *   --groups N             gives every organisation one of N groups
 *   --out FILE             writes the columns of the last measure's table (--columns A,B), or
 *                          after "rows" the degree and strength of every organisation
 *   --limit N              leaves the process no more than N MiB */
#include <samen/samen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench.h"
#include "core/run.h"
#include "view/view.h"

typedef struct settings {
    const char *graph, *read, *view, *out, *columns;
    int64_t groups, limit;
    samen_run run;
} settings;

static void must(samen_status status, const char *what, const samen_error *error) {
    if (status != SAMEN_OK)
        bench_stop("%s: %s", what, error->message);
}

static samen_network *build(const settings *s) {
    samen_error error;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    bench_edges edges = bench_read_edges(s->graph);
    must(samen_builder_new(NULL, &builder, &error), "builder", &error);
    for (int64_t v = 0; v < edges.vertices; v++) {
        char key[24], group[24];
        int64_t index;
        snprintf(key, sizeof key, "%lld", (long long)v);
        must(samen_builder_add_organisation(builder, key, NULL, &index, &error), key, &error);
        snprintf(group, sizeof group, "%lld", (long long)(s->groups ? v % s->groups : 0));
        if (s->groups)
            must(
                samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "group", group, &error),
                key, &error);
    }
    for (int64_t i = 0; i < edges.count; i++) {
        char one[24], other[24];
        snprintf(one, sizeof one, "%lld", (long long)edges.one[i]);
        snprintf(other, sizeof other, "%lld", (long long)edges.other[i]);
        must(samen_builder_add_tie(builder, one, other, "consultation", edges.weight[i], NULL, NULL,
                                   &error),
             one, &error);
    }
    must(samen_builder_finish(builder, &network, &error), "network", &error);
    samen_builder_free(builder);
    bench_free_edges(&edges);
    return network;
}

static const samen__rows *rows_of(const samen_view *view, const samen_run *given) {
    samen_error error;
    samen__run run;
    const samen__rows *rows = NULL;
    must(samen__run_prepare(given, 0, &run, &error), "run", &error);
    must(samen__view_rows(view, &run, &rows, NULL, &error), "rows", &error);
    return rows;
}

static void write_rows(const settings *s, const samen__rows *rows) {
    double *value = bench_room(2 * rows->vertices, sizeof *value);
    for (int64_t v = 0; v < rows->vertices; v++) {
        value[v] = (double)(rows->start[v + 1] - rows->start[v]);
        for (int64_t a = rows->start[v]; a < rows->start[v + 1]; a++)
            value[rows->vertices + v] += rows->weight[a];
    }
    bench_write(s->out, value, 2 * rows->vertices, "wb");
    free(value);
}

/* Cells that are undefined are written as -1, which no measure here can give. */
static void write_table(const settings *s, const samen_table *table) {
    char *names = bench_room((int64_t)strlen(s->columns) + 1, 1), *rest = NULL;
    memcpy(names, s->columns, strlen(s->columns));
    bench_write(s->out, NULL, 0, "wb");
    for (char *name = strtok_r(names, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
        int32_t column = samen_table_find(table, name);
        if (column < 0)
            bench_stop("there is no column %s", name);
        int64_t rows = samen_table_rows(table);
        double *value = bench_room(rows, sizeof *value);
        for (int64_t row = 0; row < rows; row++)
            value[row] = samen_table_get_float64(table, row, column, -1);
        bench_write(s->out, value, rows, "ab");
        free(value);
    }
    free(names);
}

static void do_measure(const settings *s, const samen_view *view, const char *step) {
    samen_error error;
    samen_table *table = NULL;
    char name[64];
    size_t length = strcspn(step, " ");
    snprintf(name, sizeof name, "%.*s", (int)length, step);
    bench_clock start = bench_now();
    must(samen_measure(view, name, step + length + (step[length] == ' '), &s->run, &table, &error),
         step, &error);
    bench_tell(step, start);
    if (s->out && s->columns)
        write_table(s, table);
    samen_table_free(table);
}

static void do_steps(const settings *s, char **step) {
    samen_error error;
    samen_network *network = NULL;
    samen_view *view = NULL;
    bench_clock start = bench_now();
    bench_tell("start", start);
    if (s->graph)
        network = build(s);
    else
        must(samen_io_read(s->read, NULL, &s->run, &network, &error), s->read, &error);
    bench_tell("read", start);
    for (; *step; step++) {
        if (strcmp(*step, "rows") == 0 || !view) {
            start = bench_now();
            samen_view_free(view);
            must(samen_view_make(network, s->view, &s->run, &view, &error), s->view, &error);
        }
        if (strcmp(*step, "rows") != 0) {
            do_measure(s, view, *step);
            continue;
        }
        const samen__rows *rows = rows_of(view, &s->run);
        bench_tell("rows", start);
        if (s->out && !s->columns)
            write_rows(s, rows);
    }
    const double counts[] = {(double)samen_network_count(network, SAMEN_ORGANISATIONS),
                             (double)samen_network_count(network, SAMEN_TIES)};
    if (s->out && !view)
        bench_write(s->out, counts, 2, "wb");
    samen_view_free(view);
    samen_network_free(network);
}

int main(int argc, char **argv) {
    settings s = {.view = "", .run = {.struct_size = sizeof(samen_run)}};
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        const char *option = argv[at] + 2, *value = argv[at + 1];
        if (strcmp(option, "graph") == 0)
            s.graph = value;
        else if (strcmp(option, "read") == 0)
            s.read = value;
        else if (strcmp(option, "view") == 0)
            s.view = value;
        else if (strcmp(option, "out") == 0)
            s.out = value;
        else if (strcmp(option, "columns") == 0)
            s.columns = value;
        else if (strcmp(option, "groups") == 0)
            s.groups = strtoll(value, NULL, 10);
        else if (strcmp(option, "limit") == 0)
            s.limit = strtoll(value, NULL, 10);
        else if (strcmp(option, "threads") == 0)
            s.run.threads = (int32_t)strtol(value, NULL, 10);
        else
            bench_stop("unknown option %s", argv[at]);
    }
    if (!s.graph == !s.read)
        bench_stop("usage: measure [options] --graph FILE | --read PATH STEP...");
    if (s.limit > 0) {
        struct rlimit room = {(rlim_t)s.limit << 20, (rlim_t)s.limit << 20};
        setrlimit(RLIMIT_AS, &room);
    }
    do_steps(&s, argv + at);
    return 0;
}
