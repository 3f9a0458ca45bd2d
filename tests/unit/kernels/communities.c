/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/communities.h"

#include "graphs.h"
#include "rows_of.h"
#include "suite.h"

enum { MOST = 64 };

static void find(const graph *g, int32_t *large, int32_t *small) {
    samen__rows rows = rows_of(g);
    samen__run run = {.threads = 1, .seed = 1, .to = 1};
    OK(samen__communities(&rows, large, small, &run, error));
    samen__rows_free(&rows);
}

TEST(cliques_that_hardly_meet_are_communities) {
    enum { CLIQUE = 5, CLIQUES = 4, ALL = CLIQUE * CLIQUES };
    graph g = graph_new(ALL, 0);
    int32_t large[ALL], small[ALL];
    for (int i = 0; i < ALL; i++) {
        for (int j = 0; j < i; j++) {
            if (i / CLIQUE == j / CLIQUE)
                graph_tie(&g, i, j, 1);
        }
    }
    for (int c = 0; c < CLIQUES; c++)
        graph_tie(&g, c * CLIQUE, (c + 1) % CLIQUES * CLIQUE + 1,
                  9); /* weights are not looked at */
    find(&g, large, small);
    for (int i = 0; i < ALL; i++)
        ck_assert_int_eq(large[i], i / CLIQUE);
    graph_free(&g);
}
END

TEST(without_edges_each_is_a_community) {
    graph g = graph_new(3, 0);
    int32_t large[3], small[3];
    find(&g, large, small);
    for (int32_t i = 0; i < 3; i++) {
        ck_assert_int_eq(large[i], i);
        ck_assert_int_eq(small[i], i);
    }
    graph_free(&g);
}
END

/* By definition: the share of edges inside communities, less what their degrees make expect. */
static double modularity(const graph *g, const int32_t *community) {
    double degree[MOST] = {0}, ends = 0, sum = 0;
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++)
            degree[i] += graph_at(g, i, j) > 0;
        ends += degree[i];
    }
    for (int i = 0; i < g->n; i++) {
        for (int j = 0; j < g->n; j++) {
            if (community[i] == community[j])
                sum += (graph_at(g, i, j) > 0) / ends - degree[i] * degree[j] / (ends * ends);
        }
    }
    return sum;
}

/* Where the climb ends no one of the small communities' members would be better off in another, and no two of the
 * large communities as one. */
TEST(no_step_further_raises_modularity) {
    dice d = {29};
    for (int round = 0; round < 60 / SAMEN_THINNED; round++) {
        graph g = graph_random(&d, (graph_kind)(round % GRAPH_KINDS), 2 + (int)dice_roll(&d, 40), 0,
                               3, 0);
        int32_t large[MOST], small[MOST], other[MOST];
        find(&g, large, small);
        double least = modularity(&g, small), most = modularity(&g, large);
        ck_assert(isnan(most) || most >= least - 1e-12);
        for (int i = 0; i < g.n; i++) {
            for (int j = 0; j < g.n; j++) {
                ck_assert(small[i] != small[j] || large[i] == large[j]);
                memcpy(other, small, sizeof other);
                other[i] = small[j];
                ck_assert(isnan(least) || modularity(&g, other) <= least + 1e-12);
                for (int k = 0; k < g.n; k++)
                    other[k] = large[k] == large[i] ? large[j] : large[k];
                ck_assert(isnan(most) || modularity(&g, other) <= most + 1e-12);
            }
        }
        graph_free(&g);
    }
}
END

static int32_t stop_at_once(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    (void)what;
    return 1;
}

TEST(the_caller_can_stop_it) {
    enum { MANY = 3000, REACH = 400 }; /* more than a tenth of a second */
    samen__rows rows;
    OK(samen__rows_new(MANY, (int64_t)MANY * REACH, &rows, error));
    for (int64_t v = 0; v < MANY; v++) {
        rows.start[v + 1] = (v + 1) * REACH;
        for (int64_t k = 0; k < REACH; k++)
            rows.target[v * REACH + k] =
                (int32_t)((v + (k % 2 ? k + 1 : MANY - k - 2) * 7 / 2) % MANY);
    }
    int32_t *large = calloc(MANY, sizeof *large), *small = calloc(MANY, sizeof *small);
    samen__run run = {.threads = 1, .to = 1, .on_progress = stop_at_once};
    FAILS(SAMEN_ERR_CANCELLED, "stop", samen__communities(&rows, large, small, &run, error));
    free(large);
    free(small);
    samen__rows_free(&rows);
}
END

SUITE("communities", cliques_that_hardly_meet_are_communities, without_edges_each_is_a_community,
      no_step_further_raises_modularity, the_caller_can_stop_it)
