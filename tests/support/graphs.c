/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs.h"

#include "suite.h"

graph graph_new(int n, int directed) {
    graph g = {.n = n, .directed = directed};
    g.weight = calloc((size_t)n * (size_t)n + 1, sizeof *g.weight);
    g.group = calloc((size_t)n + 1, sizeof *g.group);
    for (int i = 0; i < n; i++)
        g.group[i] = -1;
    return g;
}

void graph_free(graph *g) {
    free(g->weight);
    free(g->group);
    *g = (graph){0};
}

void graph_tie(graph *g, int i, int j, double weight) {
    if (i == j)
        return;
    g->weight[i * g->n + j] = weight;
    if (!g->directed)
        g->weight[j * g->n + i] = weight;
}

double graph_at(const graph *g, int i, int j) {
    return g->weight[i * g->n + j];
}

graph graph_reorder(const graph *g, const int *order) {
    graph out = graph_new(g->n, g->directed);
    out.groups = g->groups;
    for (int i = 0; i < g->n; i++) {
        out.group[i] = g->group[order[i]];
        for (int j = 0; j < g->n; j++)
            out.weight[i * g->n + j] = graph_at(g, order[i], order[j]);
    }
    return out;
}

samen_network *graph_network(const graph *g) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < g->n; i++) {
        char key[16], group[16];
        int64_t index = 0;
        snprintf(key, sizeof key, "o%d", i);
        OK(samen_builder_add_organisation(builder, key, NULL, &index, error));
        snprintf(group, sizeof group, "g%d", g->group[i]);
        if (g->group[i] >= 0)
            OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "group", group, error));
    }
    for (int i = 0; i < g->n; i++) {
        for (int j = g->directed ? 0 : i; j < g->n; j++) {
            char from[16], to[16];
            samen_tie more = {.struct_size = sizeof more, .directed = (uint32_t)g->directed};
            snprintf(from, sizeof from, "o%d", i);
            snprintf(to, sizeof to, "o%d", j);
            if (graph_at(g, i, j) > 0)
                OK(samen_builder_add_tie(builder, from, to, "consultation", graph_at(g, i, j),
                                         &more, NULL, error));
        }
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

graph graph_of_view(const samen_view *view) {
    graph g = graph_new((int)samen_view_organisations(view), samen_view_is_directed(view));
    const samen_network *network = samen_view_network(view);
    int *place =
        calloc((size_t)samen_network_count(network, SAMEN_ORGANISATIONS) + 1, sizeof *place);
    samen_table *ties = NULL;
    for (int i = 0; i < g.n; i++)
        place[samen_network_find(network, SAMEN_ORGANISATIONS, samen_view_key(view, i))] = i;
    OK(samen_view_table(view, NULL, &ties, error));
    for (int64_t row = 0; row < samen_table_rows(ties); row++) {
        int64_t from =
            samen_network_find(network, SAMEN_ORGANISATIONS, cell_text(ties, row, "from"));
        int64_t to = samen_network_find(network, SAMEN_ORGANISATIONS, cell_text(ties, row, "to"));
        graph_tie(&g, place[from], place[to], cell_number(ties, row, "weight"));
    }
    samen_table_free(ties);
    free(place);
    return g;
}

uint64_t dice_roll(dice *d, uint64_t below) {
    d->state += 0x9E3779B97F4A7C15u;
    uint64_t z = d->state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return below ? z % below : 0;
}

double dice_chance(dice *d) {
    return (double)(dice_roll(d, 1ull << 53)) / (double)(1ull << 53);
}

static double weight_of(dice *d, int most) {
    return 1.0 + (double)dice_roll(d, (uint64_t)most);
}

static void tie_by_chance(graph *g, dice *d, double chance, int most) {
    for (int i = 0; i < g->n; i++) {
        for (int j = g->directed ? 0 : i + 1; j < g->n; j++) {
            if (i != j && dice_chance(d) < chance)
                graph_tie(g, i, j, weight_of(d, most));
        }
    }
}

static void tie_cliques(graph *g, dice *d, int most) {
    int from = 0, size;
    for (; from < g->n; from += size) {
        size = 2 + (int)dice_roll(d, 4);
        for (int i = from; i < from + size && i < g->n; i++) {
            for (int j = from; j < from + size && j < g->n; j++) {
                if (i != j && (g->directed || i < j))
                    graph_tie(g, i, j, weight_of(d, most));
            }
        }
        if (from > 0)
            graph_tie(g, from, (int)dice_roll(d, (uint64_t)from), weight_of(d, most));
    }
}

static void tie_twins(graph *g, dice *d, int most) {
    int hubs = g->n / 4 + 1;
    for (int i = hubs; i < g->n; i++) {
        uint64_t pattern = 1 + dice_roll(d, 3);
        double weight = weight_of(d, most);
        for (int h = 0; h < hubs && h < g->n; h++) {
            if (pattern >> (h % 2) & 1) {
                graph_tie(g, i, h, weight);
                if (g->directed)
                    graph_tie(g, h, i, weight);
            }
        }
    }
}

static void tie_grid(graph *g, dice *d, int most) {
    int side = 1;
    while ((side + 1) * (side + 1) <= g->n)
        side++;
    for (int i = 0; i < g->n; i++) {
        if ((i + 1) % side != 0 && i + 1 < g->n)
            graph_tie(g, i, i + 1, weight_of(d, most));
        if (i + side < g->n)
            graph_tie(g, i, i + side, weight_of(d, most));
    }
}

graph graph_random(dice *d, graph_kind kind, int n, int directed, int most_weight, int groups) {
    graph g = graph_new(n, directed);
    g.groups = groups;
    for (int i = 0; i < n && groups > 0; i++)
        g.group[i] = (int)dice_roll(d, (uint64_t)groups);
    switch (kind) {
    case GRAPH_SPARSE: tie_by_chance(&g, d, n > 0 ? 1.5 / n : 0, most_weight); break;
    case GRAPH_DENSE: tie_by_chance(&g, d, 0.4, most_weight); break;
    case GRAPH_COMPLETE: tie_by_chance(&g, d, 2, most_weight); break;
    case GRAPH_TREE:
        for (int i = 1; i < n; i++)
            graph_tie(&g, i, (int)dice_roll(d, (uint64_t)i), weight_of(d, most_weight));
        break;
    case GRAPH_CLIQUES: tie_cliques(&g, d, most_weight); break;
    case GRAPH_TWINS: tie_twins(&g, d, most_weight); break;
    case GRAPH_RING:
        for (int i = 0; i < n && n > 1; i++)
            graph_tie(&g, i, (i + 1) % n, weight_of(d, most_weight));
        break;
    case GRAPH_STAR:
        for (int i = 1; i < n; i++)
            graph_tie(&g, 0, i, weight_of(d, most_weight));
        break;
    case GRAPH_GRID: tie_grid(&g, d, most_weight); break;
    default: break;
    }
    return g;
}
