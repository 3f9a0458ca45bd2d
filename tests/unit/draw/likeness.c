/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/likeness.h"

#include "graphs.h"
#include "peopled.h"

static double *unlikeness(samen_view *view) {
    peopled p = people(view, NULL);
    size_t n = (size_t)p.scene.organisations;
    double *distance = calloc(n * n + 1, sizeof *distance);
    OK(samen__unlikeness(&p.call, &p.scene, distance, error));
    people_free(&p);
    return distance;
}

/* Of A and B. */
static void expect(const char *ties, const char *options, double distance) {
    char all[128];
    snprintf(all, sizeof all, "A B %s", ties);
    double *found = unlikeness(see(build(all), options));
    ck_assert_double_eq(found[0], 0);
    CLOSE(found[1], distance, 1e-15);
    free(found);
}

TEST(distances_are_the_share_of_ties_not_had_in_common) {
    expect("A-C B-C", "", 0);               /* the same partner */
    expect("A-C B-D", "", 1);               /* none in common */
    expect("A-B", "", 0);                   /* each the other's: the same the other way round */
    expect("A-B A-C B-C", "", 0);           /* of a clique */
    expect("A-C A-D B-C", "", 0.5);         /* one of two */
    expect("A-C A-D B-C B-E", "", 2.0 / 3); /* one of three */
    expect("C", "", 0);                     /* nothing to tell them apart */
    expect("B-C", "", 1);
    expect("A>C C>B", "", 1); /* the same partner, another direction */
    expect("A>C B>C D>A D>B", "", 0);
    expect("A>B C-D", "", 1);                 /* the one sends, the other gets */
    expect("A-C:action B-C:learning", "", 1); /* another form */
    expect("A-C:action A-C:learning B-C:learning", "", 0.5);
    expect("A-C*5 B-C*1", "", 0); /* weights do not count */
    expect("A>C B>C C>A", "direction=either", 0);
}
END

/* Profiles written out: ties to and from each third organisation, and what ties the two, held against itself the
 * other way round. */
static double naive(const graph *g, int i, int j) {
    int common = 0, all = 0;
    for (int k = 0; k < g->n; k++) {
        int other = k == j ? i : k;
        if (k == i)
            continue;
        int out_i = graph_at(g, i, k) > 0, out_j = graph_at(g, j, other) > 0;
        int in_i = graph_at(g, k, i) > 0, in_j = graph_at(g, other, j) > 0;
        common += (out_i && out_j) + (in_i && in_j);
        all += (out_i || out_j) + (in_i || in_j);
    }
    return all ? 1 - (double)common / all : 0;
}

TEST(random_networks_agree_with_profiles_written_out) {
    dice d = {17};
    for (int round = 0; round < 60 / SAMEN_THINNED; round++) {
        graph g = graph_random(&d, (graph_kind)(round % GRAPH_KINDS), 2 + (int)dice_roll(&d, 20),
                               round % 2, 3, 0);
        double *found = unlikeness(see(graph_network(&g), ""));
        for (int i = 0; i < g.n; i++) {
            for (int j = 0; j < g.n; j++)
                CLOSE(found[i * g.n + j], i == j ? 0 : naive(&g, i, j), 1e-12);
        }
        free(found);
        graph_free(&g);
    }
}
END

SUITE("likeness", distances_are_the_share_of_ties_not_had_in_common,
      random_networks_agree_with_profiles_written_out)
