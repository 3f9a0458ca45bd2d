/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components, cut-points, bridges, isolates, fragmentation.
 *
 * For whoever asks whether the network hangs together, and whose leaving would make it fall apart.
 *
 * Choices: falling apart is a matter of the underlying undirected graph, in which a tie either way
 * holds two organisations together; strong components stand beside in directed views. Components are
 * numbered from the largest, equal ones by their first organisation. An isolate is a component of one.
 *
 * Based on: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2),
 * 1972 (doi 10.1137/0201010), as igraph has it; S. P. Borgatti, Identifying sets of key players in a
 * social network, Computational and Mathematical Organization Theory 12, 2006
 * (doi 10.1007/s10588-006-7084-x).
 * Complexity: O(organisations + ties); the table `network` O(organisations ties / 64). */
#include "bridge/structure.h"
#include "core/bitset.h"
#include "core/memory.h"
#include "core/sort.h"
#include "kernels/distances.h"
#include "measures/forms.h"
#include "measures/registry.h"
#include "samen/cohesion.h"

typedef struct finding {
    const samen_view *view;
    const samen__rows *out_rows;
    samen__rows underlying;  /* directed views; else empty */
    const samen__rows *rows; /* undirected */
    samen__structure found;
    int32_t *strong; /* NULL in an undirected view */
    int32_t strong_count;
    int64_t *size; /* of each component, largest first */
} finding;

static void free_finding(finding *f) {
    samen__rows_free(&f->underlying);
    samen__delete(f->found.component);
    samen__delete(f->found.is_cut);
    samen__delete(f->found.bridge[0]);
    samen__delete(f->found.bridge[1]);
    samen__delete(f->strong);
    samen__delete(f->size);
}

static int by_size(const void *context, int64_t a, int64_t b) {
    const int64_t *size = context;
    return (size[a] < size[b]) - (size[a] > size[b]);
}

/* Number components anew: from the largest, equal ones by their first member. *sizes gets their sizes
 * in the new order. */
static samen_status rank_components(int32_t *component, int64_t n, int32_t count, int64_t **sizes,
                                    samen_error *err) {
    int32_t *appearance = samen__new(count, sizeof *appearance, err);
    int64_t *size = samen__new(count, sizeof *size, err);
    int64_t *order = samen__new_raw(count, sizeof *order, err);
    int64_t *sorted = samen__new(count, sizeof *sorted, err);
    samen_status status = appearance && size && order && sorted ? SAMEN_OK : SAMEN_ERR_MEMORY;
    int32_t seen = 0;
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++) {
        int32_t *place = &appearance[component[v]];
        if (*place == 0)
            *place = ++seen;
        component[v] = *place - 1;
        size[component[v]]++;
    }
    if (status == SAMEN_OK)
        status = samen__sort(order, count, by_size, size, err);
    for (int32_t i = 0; status == SAMEN_OK && i < count; i++) {
        sorted[i] = size[order[i]];
        appearance[order[i]] = i;
    }
    for (int64_t v = 0; status == SAMEN_OK && v < n; v++)
        component[v] = appearance[component[v]];
    samen__delete(appearance);
    samen__delete(size);
    samen__delete(order);
    if (status == SAMEN_OK)
        *sizes = sorted;
    else
        samen__delete(sorted);
    return status;
}

static samen_status find_strong(samen__call *call, finding *f, samen_error *err) {
    int64_t *sizes = NULL;
    f->strong = samen__new(f->view->organisations, sizeof *f->strong, err);
    if (!f->strong)
        return SAMEN_ERR_MEMORY;
    samen__structure strong = {.vertices = f->view->organisations,
                               .start = f->out_rows->start,
                               .target = f->out_rows->target,
                               .component = f->strong};
    samen_status status = samen__structure_find_strong(&strong, &call->run, err);
    if (status == SAMEN_OK)
        status = rank_components(f->strong, strong.vertices, strong.components, &sizes, err);
    f->strong_count = strong.components;
    samen__delete(sizes);
    return status;
}

static samen_status find(samen__call *call, finding *f, samen_error *err) {
    const samen__rows *in_rows = NULL;
    int64_t n = call->view->organisations;
    *f = (finding){.view = call->view};
    samen_status status = samen__view_rows(call->view, &call->run, &f->out_rows, &in_rows, err);
    if (status == SAMEN_OK && f->view->directed)
        status = samen__rows_underlying(f->out_rows, in_rows, &f->underlying, err);
    if (status != SAMEN_OK)
        return status;
    f->rows = f->view->directed ? &f->underlying : f->out_rows;
    f->found = (samen__structure){
        .vertices = n,
        .start = f->rows->start,
        .target = f->rows->target,
        .component = samen__new(n, sizeof(int32_t), err),
        .is_cut = samen__new(n, 1, err),
        .bridge = {samen__new(n, sizeof(int32_t), err), samen__new(n, sizeof(int32_t), err)}};
    if (!f->found.component || !f->found.is_cut || !f->found.bridge[0] || !f->found.bridge[1])
        return SAMEN_ERR_MEMORY;
    status = samen__structure_find(&f->found, &call->run, err);
    if (status == SAMEN_OK)
        status = rank_components(f->found.component, n, f->found.components, &f->size, err);
    if (status == SAMEN_OK && f->view->directed)
        status = find_strong(call, f, err);
    return status;
}

/* ---- Tables --------------------------------------------------------------------------------------- */

static samen_status add_flags(const finding *f, const char *name, int isolates, samen_table *table,
                              samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_BOOL, err);
    for (int64_t v = 0; column && v < table->rows; v++) {
        int alone = f->rows->start[v] == f->rows->start[v + 1];
        samen__bitset_put(column->data, v, isolates ? alone : f->found.is_cut[v]);
    }
    return column ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status add_strong(const finding *f, samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, "strong_component", SAMEN_COLUMN_INT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t v = 0; status == SAMEN_OK && v < table->rows; v++) {
        if (f->strong)
            ((int64_t *)column->data)[v] = f->strong[v] + 1;
        else
            status = samen__column_set_null(column, v, err);
    }
    return status;
}

static samen_status by_organisation(samen__call *call, finding *f, samen_table **out,
                                    samen_error *err) {
    samen_status status = samen__table_new(f->view->organisations, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_keys(call->view, 1, *out, err);
    int64_t *component = status == SAMEN_OK ? samen__table_add_int64(*out, "component", err) : NULL;
    int64_t *size = component ? samen__table_add_int64(*out, "component_size", err) : NULL;
    if (!size)
        return SAMEN_ERR_MEMORY;
    for (int64_t v = 0; v < (*out)->rows; v++) {
        component[v] = f->found.component[v] + 1;
        size[v] = f->size[f->found.component[v]];
    }
    status = add_flags(f, "cutpoint", 0, *out, err);
    if (status == SAMEN_OK)
        status = add_flags(f, "isolate", 1, *out, err);
    return status == SAMEN_OK ? add_strong(f, *out, err) : status;
}

static samen_status by_component(samen__call *call, finding *f, samen_table **out,
                                 samen_error *err) {
    samen_status status = samen__table_new(f->found.components, out, err);
    int64_t *component = status == SAMEN_OK ? samen__table_add_int64(*out, "component", err) : NULL;
    int64_t *size = component ? samen__table_add_int64(*out, "component_size", err) : NULL;
    double *share = size ? samen__table_add_float64(*out, "share_of_organisations", err) : NULL;
    int64_t *pairs = share ? samen__table_add_int64(*out, "pairs", err) : NULL;
    if (!pairs)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < (*out)->rows; i++) {
        component[i] = i + 1;
        size[i] = f->size[i];
        share[i] = (double)size[i] / (double)f->view->organisations;
    }
    samen__pair pair;
    for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &pair);)
        pairs[f->found.component[pair.low]]++;
    return SAMEN_OK;
}

static samen_status by_bridge(samen__call *call, finding *f, samen_table **out, samen_error *err) {
    samen_status status = samen__table_new(f->found.bridges, out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_key_column(call->view, "from", f->found.bridge[0], *out, err);
    if (status == SAMEN_OK)
        status = samen__view_add_key_column(call->view, "to", f->found.bridge[1], *out, err);
    return status;
}

static samen_status add_fragmentation(samen__call *call, const finding *f, samen_table *table,
                                      samen_error *err) {
    double n = (double)f->view->organisations, together = 0, closeness = 0;
    int64_t longest = 0;
    int64_t *count = samen__new(f->view->organisations, sizeof *count, err);
    samen_status status =
        count ? samen__distances(f->rows, count, &longest, &call->run, err) : SAMEN_ERR_MEMORY;
    for (int32_t i = 0; i < f->found.components; i++)
        together += (double)f->size[i] * (double)(f->size[i] - 1);
    for (int64_t d = 1; status == SAMEN_OK && d <= longest; d++)
        closeness += (double)count[d] / (double)d;
    samen__delete(count);
    samen__column *column = NULL;
    const double parts[] = {together, closeness};
    for (int i = 0; status == SAMEN_OK && i < 2; i++) {
        column = samen__table_add(table, i ? "distance_fragmentation" : "fragmentation",
                                  SAMEN_COLUMN_FLOAT64, err);
        status = column ? samen__put_share(column, 0, n * (n - 1) - parts[i], n * (n - 1), err)
                        : SAMEN_ERR_MEMORY;
    }
    return status;
}

static samen_status by_network(samen__call *call, finding *f, samen_table **out, samen_error *err) {
    int64_t isolates = 0, cuts = 0, n = f->view->organisations;
    for (int64_t v = 0; v < n; v++) {
        isolates += f->rows->start[v] == f->rows->start[v + 1];
        cuts += f->found.is_cut[v];
    }
    const struct {
        const char *name;
        int64_t value;
    } counts[] = {
        {"organisations", n},   {"components", f->found.components},
        {"isolates", isolates}, {"largest_component", f->found.components ? f->size[0] : 0},
        {"cutpoints", cuts},    {"bridges", f->found.bridges}};
    samen_status status = samen__table_new(1, out, err);
    for (size_t i = 0; status == SAMEN_OK && i < sizeof counts / sizeof counts[0]; i++) {
        int64_t *cell = samen__table_add_int64(*out, counts[i].name, err);
        status = cell ? SAMEN_OK : SAMEN_ERR_MEMORY;
        if (cell)
            *cell = counts[i].value;
    }
    if (status == SAMEN_OK)
        status = add_fragmentation(call, f, *out, err);
    samen__column *strong =
        status == SAMEN_OK ? samen__table_add(*out, "strong_components", SAMEN_COLUMN_INT64, err)
                           : NULL;
    if (!strong)
        return status == SAMEN_OK ? SAMEN_ERR_MEMORY : status;
    *(int64_t *)strong->data = f->strong_count;
    return f->strong ? SAMEN_OK : samen__column_set_null(strong, 0, err);
}

/* ---- The measure ---------------------------------------------------------------------------------- */

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    static samen_status (*const makers[])(samen__call *, finding *, samen_table **,
                                          samen_error *) = {by_organisation, by_component,
                                                            by_bridge, by_network};
    const samen_cohesion_components_options *o = call->options;
    finding f;
    samen_status status = find(call, &f, err);
    if (status == SAMEN_OK)
        status = makers[o->table](call, &f, out, err);
    free_finding(&f);
    return status;
}

static const char *const tables[] = {"organisation", "component", "bridge", "network", NULL};

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_cohesion_components_options, tables),
};

#define NOT_DIRECTED "the view is undirected"
#define TOO_FEW      "there are fewer than two organisations"

static const samen__column_info columns[] = {
    {"organisation", "organisation", SAMEN_COLUMN_TEXT, "key of the organisation", NULL},
    {"organisation", "name", SAMEN_COLUMN_TEXT, "its name", NULL},
    {"organisation", "component", SAMEN_COLUMN_INT64, "number of its component, 1 the largest",
     NULL},
    {"organisation", "component_size", SAMEN_COLUMN_INT64, "organisations in it", NULL},
    {"organisation", "cutpoint", SAMEN_COLUMN_BOOL, "without it, its component falls apart", NULL},
    {"organisation", "isolate", SAMEN_COLUMN_BOOL, "it has no tie", NULL},
    {"organisation", "strong_component", SAMEN_COLUMN_INT64,
     "number of its strong component, 1 the largest", NOT_DIRECTED},
    {"component", "component", SAMEN_COLUMN_INT64, "its number, 1 the largest", NULL},
    {"component", "component_size", SAMEN_COLUMN_INT64, "organisations in it", NULL},
    {"component", "share_of_organisations", SAMEN_COLUMN_FLOAT64, "of all organisations", NULL},
    {"component", "pairs", SAMEN_COLUMN_INT64, "tied pairs in it", NULL},
    {"bridge", "from", SAMEN_COLUMN_TEXT, "the one end", NULL},
    {"bridge", "to", SAMEN_COLUMN_TEXT, "the other end", NULL},
    {"network", "organisations", SAMEN_COLUMN_INT64, "organisations in the view", NULL},
    {"network", "components", SAMEN_COLUMN_INT64, "components, isolates counted", NULL},
    {"network", "isolates", SAMEN_COLUMN_INT64, "organisations without ties", NULL},
    {"network", "largest_component", SAMEN_COLUMN_INT64, "organisations in the largest", NULL},
    {"network", "cutpoints", SAMEN_COLUMN_INT64, "cut-points", NULL},
    {"network", "bridges", SAMEN_COLUMN_INT64, "bridges", NULL},
    {"network", "fragmentation", SAMEN_COLUMN_FLOAT64, "F, share of pairs without a path", TOO_FEW},
    {"network", "distance_fragmentation", SAMEN_COLUMN_FLOAT64,
     "DF, the same weighted by 1/distance", TOO_FEW},
    {"network", "strong_components", SAMEN_COLUMN_INT64, "strong components", NOT_DIRECTED},
};

const samen__measure samen__cohesion_components = {
    .name = "cohesion.components",
    .title = "Components, cut-points and fragmentation",
    .summary = "Components, articulation points, bridges, isolates, fragmentation F and DF.",
    .source = "Borgatti 2006, doi 10.1007/s10588-006-7084-x; Tarjan 1972, doi 10.1137/0201010",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "cohesion.components",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_cohesion_components_options)},
    .compute = compute,
};

samen_status samen_cohesion_components(const samen_view *view,
                                       const samen_cohesion_components_options *given,
                                       const samen_run *run, samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__cohesion_components, view, given, run, out, err);
}
